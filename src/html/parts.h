#pragma once
// The parts of the design language, as functions. Words come from the caller's Texts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "html/catalogue.h"
#include "html/writer.h"

namespace dichtbij::html {

// An icon of the sprite (Tabler's name), hidden from screen readers: a word stands beside it. Every name
// used here is found by web/build.mjs and put in the sprite.
Html icon(std::string_view name);
// Where the sprite is: its address with the hash, so that browsers do not ask for it again on every page.
// Called once, before the first page is made; without it the address is "/assets/icons.svg".
void use_icon_sprite(std::string url);

enum class Tone { plain, good, today, late, brand };
// A state in one to three words.
Html badge(std::string_view icon_name, std::string_view words, Tone tone = Tone::plain);
// A band with something to keep in mind.
Html alert(std::string_view icon_name, const Html& content, Tone tone = Tone::brand);
// Says why nothing is here, and whether that is good.
Html empty_state(std::string_view title, std::string_view why, std::string_view icon_name = "circle-check");

// When something is promised, for lists: late (with working days), today (before what time), a day, or
// standing still.
struct Due {
    std::optional<Instant> op;
    int working_days_late = 0;  // above 0: late by so many; 0 and late: no working day has passed since
    bool is_late = false;
    bool is_paused = false;
};
Html due(const Texts& t, const Due& due, Instant now);

// The leaf of the calendar beside a sentence to say aloud.
Html leaf(const Texts& t, Day day);
Html promise(const Texts& t, Day day, const Html& sentence);

struct Fact {
    std::string label;
    Html value;
};
Html facts(const std::vector<Fact>& facts);  // in a line; empty values are left out

struct Tab {
    std::string url;
    std::string label;
    std::optional<long> count;
    bool is_current = false;
};
Html tabs(const std::vector<Tab>& tabs);

struct Column {
    std::string label = {};
    std::string sort_url = {};   // empty: not sortable
    bool is_sorted = false;      // by this column, rising
    bool is_number = false;
    Html head = {};              // instead of the label (a checkbox)
    bool is_falling = false;     // sorted from high to low
};
// Rows of a table that are asked again when something happens on a topic (web/src/live.ts). Each row has
// live_row(id); the answer of `source` is the rows alone.
struct LiveRows {
    std::string element_id;
    std::string topics;  // space separated
    std::string source;  // URL of the rows
};
// A table that becomes a list on a narrow screen; `rows` are tr elements made with row().
Html stackable_table(std::string_view caption, const std::vector<Column>& columns, const Html& rows);
Html stackable_table(std::string_view caption, const std::vector<Column>& columns, const Html& rows, const LiveRows& live);
// The same in groups with a heading: too late, today, this week. Empty groups are left out.
struct RowGroup {
    std::string label;
    long count = 0;
    Html rows;
};
Html grouped_table(std::string_view caption, const std::vector<Column>& columns, const std::vector<RowGroup>& groups);
// A table of figures that scrolls sideways in a named, focusable frame.
Html figures_table(const Texts& t, std::string_view caption, const std::vector<Column>& columns, const Html& rows);
template <class... A>
Html row(const A&... parts) {
    return tr(attr("role", "row"), parts...);
}
template <class... A>
Html cell(const A&... parts) {
    return td(attr("role", "cell"), parts...);
}

inline Attribute live_row(std::string_view id_) { return attr("data-row-id", id_); }
// What a row is about: its link, which j, k and Enter use, and a line below it.
Html cover(std::string_view url, std::string_view title, std::string_view below = {});
Html below(std::string_view words);  // the second line of a cell

// Choosing rows: the box in the head, the box of a row, and the bar that shows when any is chosen.
Column choose_all_column(const Texts& t);
Html choose_cell(const Texts& t, std::string_view field_name, std::string_view field_value, std::string_view title);
Html bulk_bar(const Texts& t, const Html& fields_and_button);

struct Moment {
    std::string icon_name;
    Html line;          // what happened
    std::string when;   // "Maandag 23 november, 11.20 uur · Priya Ramdin"
    std::string quote;  // words that a person wrote
};
Html timeline(const std::vector<Moment>& moments);

// "Toon de volgende 25"; nothing when there is no next page.
Html pager(const Texts& t, std::string_view next_url);
// A breadcrumb line back to where someone came from.
Html back_link(std::string_view url, std::string_view label);
// "Wat je deed. Ongedaan maken", for a minute. The button posts to `url`.
struct Undo {
    std::string words;
    std::string url;
    std::string csrf;
    int seconds_left = 60;
};
Html undo_bar(const Texts& t, const Undo& undo);

// A panel beside the work. `id_` names it: on a phone a link to it (to_panel) shows it alone.
Html work_panel(std::string_view heading_id, const Html& header, const Html& body_, const Html& footer_);
struct WorkPanel {
    std::string id;         // "contact"; its heading gets "contact-kop"
    std::string icon_name;
    std::string title;
    Html status = {};       // at the right of the title
    Html body;
    Html footer = {};
    // Of the form around body and footer: method, action, data-autosave. Empty: no form.
    std::vector<Attribute> form = {};
};
Html work_panel(const Texts& t, const WorkPanel& panel);
// A dialog beside the work, closed until an element with opens(id) is pressed.
Html work_dialog(const Texts& t, const WorkPanel& panel);
inline Attribute opens(std::string_view dialog_id) { return attr("data-opens", dialog_id); }
Html to_panel(const Texts& t, std::string_view panel_id);
// "Bewaard 10.42", kept up to date by a form with data-autosave; hidden until there is something to say.
Html autosave_status(std::string_view words = {});
// Who else looks, filled by live messages on the topic.
Html presence(std::string_view topic, std::string_view words = {});

// The heading of a page: title, a soft line beside it, and what can be done at the right.
Html page_head(std::string_view title, std::string_view soft = {}, const Html& actions = {});
// A section with a heading, a soft line beside it and its content.
struct Section {
    std::string id;      // of the heading
    std::string title;
    std::string soft = {};
    Html link = {};      // at the right
};
Html section_of(const Section& head, const Html& content);
Html panel_of(std::string_view heading_id, std::string_view title, const Html& content);
Html definitions(const std::vector<Fact>& facts);  // one below another; empty values are left out

struct Figure {
    std::string label;
    std::string value;
    std::string below = {};
};
Html figures(const std::vector<Figure>& all);

// A square for each open question of an employee: striped is late, full is today. The numbers are the name.
struct Load {
    int late = 0;
    int today = 0;
    int later = 0;
    int room = 0;
};
Html load_bar(const Texts& t, const Load& load);

// A form of choices above a list, sent with GET.
Html filters(const Texts& t, std::string_view url, const Html& fields, const Html& more = {});
// "j k regel omlaag of omhoog": keys with what they do, for wide screens.
struct KeyHint {
    std::vector<std::string> keys;
    std::string words;
};
Html key_hints(const std::vector<KeyHint>& hints);
// Lines of the true height while something takes long.
Html skeleton(const Texts& t, int lines);
// Two letters of a name.
std::string initials(std::string_view name);
Html avatar(std::string_view name);

}  // namespace dichtbij::html
