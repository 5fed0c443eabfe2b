#include "html/parts.h"

#include "base/text.h"
#include "html/dates.h"
#include "html/form.h"

namespace dichtbij::html {
namespace {

// The one thing here that outlives a call: an icon is drawn in a hundred places, none of which knows
// where files are served.
std::string& sprite_url() {
    static std::string url = "/assets/icons.svg";
    return url;
}

std::string toned(std::string_view base, Tone tone) {
    static constexpr std::string_view names[] = {"", "good", "today", "late", "brand"};
    const auto suffix = names[static_cast<std::size_t>(tone)];
    return suffix.empty() ? std::string(base) : std::string(base) + " " + std::string(base) + "-" + std::string(suffix);
}

Html due_span(std::string_view classes, std::string_view icon_name, std::string_view words) {
    return span(cls(classes), icon(icon_name), words);
}

Html head_row(const std::vector<Column>& columns) {
    return thead(attr("role", "rowgroup"), tr(attr("role", "row"), each(columns, [](const Column& column) {
        return th(attr("scope", "col"), attr("role", "columnheader"), attr_if(column.is_number, "class", "r"),
                  attr_if(column.is_sorted, "aria-sort", column.is_falling ? "descending" : "ascending"), column.head,
                  column.sort_url.empty() ? text(column.head.empty() ? column.label : "")
                                          : a(href(column.sort_url), column.label, when(column.is_sorted, [&] {
                                                  return span(attr("aria-hidden", "true"), column.is_falling ? " ↓" : " ↑");
                                              })));
    })));
}

Html stackable(std::string_view caption_, const std::vector<Column>& columns, const Html& bodies) {
    return div(cls("table-frame"), table(cls("table stackable"), attr("role", "table"), caption(cls("sr"), caption_),
                                         head_row(columns), bodies));
}

}  // namespace

Html icon(std::string_view icon_name) {
    std::string markup;
    markup.reserve(sprite_url().size() + icon_name.size() + 70);
    markup.append("<svg class=\"icon\" aria-hidden=\"true\"><use href=\"").append(sprite_url()).append("#");
    append_escaped(markup, icon_name);
    markup += "\"></use></svg>";
    return Html::trusted(std::move(markup));
}

void use_icon_sprite(std::string url) { sprite_url() = escaped(url); }

Html badge(std::string_view icon_name, std::string_view words, Tone tone) {
    return span(cls(toned("badge", tone)), when(!icon_name.empty(), [&] { return icon(icon_name); }), words);
}

Html alert(std::string_view icon_name, const Html& content, Tone tone) {
    return div(cls(tone == Tone::brand ? "alert" : toned("alert", tone)), icon(icon_name), div(content));
}

Html empty_state(std::string_view title_, std::string_view why, std::string_view icon_name) {
    return div(cls("empty"), icon(icon_name), div(strong(title_), p(cls("soft"), why)));
}

Html due(const Texts& t, const Due& what, Instant now) {
    if (what.is_paused) return due_span("due", "player-pause", t("termijn.stil"));
    if (!what.op) return due_span("due", "calendar", t("termijn.geen"));
    if (what.is_late)
        return due_span("due due-late", "alert-triangle",
                        what.working_days_late == 0 && day_of(*what.op) != day_of(now) ? t("termijn.te_laat_sinds", short_day(t, day_of(*what.op), day_of(now)))
                                                                                       : days_late(t, what.working_days_late));
    const Day day = day_of(*what.op);
    if (day == day_of(now)) return due_span("due due-today", "clock", t("termijn.vandaag_voor", time_of_day(t, *what.op)));
    return due_span("due", "calendar", short_day(t, day, day_of(now)));
}

Html leaf(const Texts& t, Day day) {
    const LeafWords words = leaf_words(t, day);
    return span(cls("leaf"), attr("aria-hidden", "true"), words.weekday, b(words.day), words.month);
}

Html promise(const Texts& t, Day day, const Html& sentence) {
    return div(cls("promise"), leaf(t, day), p(cls("promise-text"), sentence));
}

Html facts(const std::vector<Fact>& all) {
    return dl(cls("facts"), each(all, [](const Fact& fact) {
                  return when(!fact.value.empty(), [&] { return div(dt(fact.label), dd(fact.value)); });
              }));
}

Html tabs(const std::vector<Tab>& all) {
    return ul(cls("tabs"), each(all, [](const Tab& tab) {
                  return li(a(href(tab.url), attr_if(tab.is_current, "aria-current", "page"), tab.label,
                              when(tab.count.has_value(), [&] { return join(" ", span(cls("count"), *tab.count)); })));
              }));
}

Html stackable_table(std::string_view caption_, const std::vector<Column>& columns, const Html& rows) {
    return stackable(caption_, columns, tbody(attr("role", "rowgroup"), rows));
}

Html stackable_table(std::string_view caption_, const std::vector<Column>& columns, const Html& rows, const LiveRows& live) {
    return stackable(caption_, columns,
                     tbody(attr("role", "rowgroup"), id(live.element_id), attr("data-live-rows", ""),
                           attr("data-live-topic", live.topics), attr("data-live-src", live.source), rows));
}

Html grouped_table(std::string_view caption_, const std::vector<Column>& columns, const std::vector<RowGroup>& groups) {
    const std::string width = std::to_string(columns.size());
    return stackable(caption_, columns, each(groups, [&](const RowGroup& group) {
        return when(!group.rows.empty(), [&] {
            return tbody(attr("role", "rowgroup"),
                         tr(cls("group"), attr("role", "row"),
                            th(attr("colspan", width), attr("scope", "rowgroup"), attr("role", "rowheader"), group.label, " ",
                               span(cls("count"), group.count))),
                         group.rows);
        });
    }));
}

Html figures_table(const Texts& t, std::string_view caption_, const std::vector<Column>& columns, const Html& rows) {
    return div(cls("table-frame scroll"), attr("tabindex", "0"), attr("role", "region"),
               attr("aria-label", t("tabel.opzij", caption_)),
               table(cls("table"), caption(cls("sr"), caption_),
                     thead(tr(each(columns, [](const Column& column) {
                         return th(attr("scope", "col"), attr_if(column.is_number, "class", "r"), column.label);
                     }))),
                     tbody(rows)));
}

Html timeline(const std::vector<Moment>& moments) {
    return ol(cls("timeline"), each(moments, [](const Moment& moment_) {
                  return li(span(cls("dot"), icon(moment_.icon_name)), p(moment_.line), p(cls("when"), moment_.when),
                            when(!moment_.quote.empty(), [&] { return p(cls("quote"), moment_.quote); }));
              }));
}

Html pager(const Texts& t, std::string_view next_url) {
    if (next_url.empty()) return {};
    return p(cls("below"), a(href(next_url), attr("rel", "next"), t("lijst.verder")));
}

Html back_link(std::string_view url, std::string_view label_) {
    return p(cls("small crumb"), a(href(url), icon("arrow-left"), " ", label_));
}

Html undo_bar(const Texts& t, const Undo& undo) {
    return div(cls("alert alert-good undo"), attr("role", "status"), attr("data-undo", std::to_string(undo.seconds_left)),
               icon("check"), div(undo.words),
               form(cls("push"), attr("method", "post"), action(undo.url), csrf_field(undo.csrf),
                    button(cls("btn btn-small"), type("submit"), icon("arrow-back-up"), t("ongedaan.knop"))));
}

Html work_panel(std::string_view heading_id, const Html& header_, const Html& body_, const Html& footer_) {
    return section(cls("work-panel"), attr("aria-labelledby", heading_id), header(header_), div(cls("body"), body_),
                   footer(footer_));
}

std::string initials(std::string_view name_) {
    std::string letters;
    std::string last;
    for (const auto& word : words_of(std::string(name_))) {
        std::size_t length = 1;
        while (length < word.size() && (static_cast<unsigned char>(word[length]) & 0xc0) == 0x80) ++length;
        (letters.empty() ? letters : last) = word.substr(0, length);
    }
    return letters + last;
}

Html avatar(std::string_view name_) { return span(cls("avatar"), attr("aria-hidden", "true"), initials(name_)); }

}  // namespace dichtbij::html
