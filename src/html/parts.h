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
    int working_days_late = 0;  // above 0: late by so many; 0 and late: less than a day
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
    std::string label;
    std::string sort_url;        // empty: not sortable
    bool is_sorted = false;      // by this column, rising
    bool is_number = false;
    Html head = {};              // instead of the label (a checkbox)
};
// A table that becomes a list on a narrow screen; `rows` are tr elements made with row().
Html stackable_table(std::string_view caption, const std::vector<Column>& columns, const Html& rows);
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

// A panel beside the work.
Html work_panel(std::string_view heading_id, const Html& header, const Html& body_, const Html& footer_);
// Two letters of a name.
std::string initials(std::string_view name);
Html avatar(std::string_view name);

}  // namespace dichtbij::html
