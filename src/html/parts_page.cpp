// The larger parts: headings, panels beside the work, choosing rows, figures.

#include "html/parts.h"

namespace dichtbij::html {
namespace {

std::string heading_id(const WorkPanel& panel) { return panel.id + "-kop"; }

Html panel_header(const WorkPanel& panel, const Html& closer) {
    return header(when(!panel.icon_name.empty(), [&] { return icon(panel.icon_name); }), h2(id(heading_id(panel)), panel.title),
                  when(!panel.status.empty(), [&] { return span(cls("push"), panel.status); }), closer);
}

Html panel_content(const WorkPanel& panel, const Html& closer) {
    const Html content = join(panel_header(panel, closer), div(cls("body"), panel.body),
                              when(!panel.footer.empty(), [&] { return footer(panel.footer); }));
    return panel.form.empty() ? content : form(panel.form, content);
}

Html square(std::string_view classes, int place) {
    return el("rect", cls(classes), attr("x", std::to_string(1 + place * 19)), attr("y", "1"), attr("width", "16"),
              attr("height", "14"), attr("rx", "2"));
}

// Stripes, so that late is seen without colour.
Html stripes(int place) {
    const int x = 1 + place * 19;
    const auto at = [&](int dx) { return std::to_string(x + dx); };
    return el("path", cls("load-stripe"),
              attr("d", "M" + at(2) + " 13 l10 -10 M" + at(8) + " 13 l6 -6 M" + at(2) + " 7 l4 -4"));
}

}  // namespace

Html cover(std::string_view url, std::string_view title_, std::string_view below_) {
    return join(a(cls("cover title"), href(url), title_), below(below_));
}

Html below(std::string_view words) {
    return when(!words.empty(), [&] { return span(cls("sub"), words); });
}

Column choose_all_column(const Texts& t) {
    return {.head = input(type("checkbox"), attr("data-choose-all", ""), attr("aria-label", t("deel.kies_alles")))};
}

Html choose_cell(const Texts& t, std::string_view field_name, std::string_view field_value, std::string_view title_) {
    return td(cls("pick"), attr("role", "cell"),
              input(type("checkbox"), name(field_name), value(field_value), attr("aria-label", t("deel.kies", title_))));
}

Html bulk_bar(const Texts& t, const Html& fields_and_button) {
    return div(cls("bulk"), flag("hidden"), strong(attr("role", "status"), attr("data-chosen", ""), t("script.gekozen", 0)),
               fields_and_button, button(cls("btn-plain"), type("button"), attr("data-choose-none", ""), t("deel.kies_niets")));
}

Html work_panel(const Texts& t, const WorkPanel& panel) {
    const Html back = a(cls("narrow-only push"), href("#inhoud"), t("kader.terug"));
    return section(cls("work-panel"), id(panel.id), attr("aria-labelledby", heading_id(panel)), panel_content(panel, back));
}

Html work_dialog(const Texts& t, const WorkPanel& panel) {
    const Html closer = button(cls("btn-plain push"), type("button"), attr("data-closes", ""), t("script.sluit"), " ", kbd("Esc"));
    return dialog(cls("work-panel"), id(panel.id), attr("aria-labelledby", heading_id(panel)), panel_content(panel, closer));
}

Html to_panel(const Texts& t, std::string_view panel_id) {
    return a(cls("btn to-panel"), href("#" + std::string(panel_id)), t("kader.naar_paneel"));
}

Html autosave_status(std::string_view words) {
    return span(cls("badge badge-good"), attr("role", "status"), attr("data-autosave-status", ""), flag("hidden", words.empty()),
                icon("check"), span(attr("data-text", ""), words));
}

Html presence(std::string_view topic, std::string_view words) {
    return span(cls("badge badge-brand"), attr("data-presence", topic), flag("hidden", words.empty()), icon("eye"),
                span(attr("data-names", ""), words));
}

Html page_head(std::string_view title_, std::string_view soft, const Html& actions) {
    return div(cls("page-head"), h1(title_), when(!soft.empty(), [&] { return p(cls("soft"), soft); }),
               when(!actions.empty(), [&] { return span(cls("push row"), actions); }));
}

Html section_of(const Section& head_, const Html& content) {
    return section(cls("section"), attr("aria-labelledby", head_.id),
                   div(cls("section-head"), h2(id(head_.id), head_.title),
                       when(!head_.soft.empty(), [&] { return span(cls("soft"), head_.soft); }),
                       when(!head_.link.empty(), [&] { return span(cls("push small"), head_.link); })),
                   content);
}

Html panel_of(std::string_view heading, std::string_view title_, const Html& content) {
    return section(cls("panel"), attr("aria-labelledby", heading), h2(id(heading), title_), content);
}

Html definitions(const std::vector<Fact>& all) {
    return dl(cls("dl"), each(all, [](const Fact& fact) {
                  return when(!fact.value.empty(), [&] { return join(dt(fact.label), dd(fact.value)); });
              }));
}

Html figures(const std::vector<Figure>& all) {
    return dl(cls("figures section"), each(all, [](const Figure& figure) {
                  return div(dt(figure.label), dd(cls("big"), figure.value),
                             when(!figure.below.empty(), [&] { return dd(figure.below); }));
              }));
}

Html load_bar(const Texts& t, const Load& load) {
    constexpr int most_squares = 12;
    std::vector<Html> squares;
    const auto draw = [&](int count, std::string_view classes) {
        for (int i = 0; i < count && static_cast<int>(squares.size()) < most_squares; ++i) {
            const int place = static_cast<int>(squares.size());
            squares.push_back(join(square(classes, place), when(classes == "load-late", [&] { return stripes(place); })));
        }
    };
    draw(load.late, "load-late");
    draw(load.today, "load-today");
    draw(load.later, "load-later");
    draw(load.room, "load-free");
    return el("svg", cls("load"), attr("viewBox", "0 0 " + std::to_string(2 + squares.size() * 19) + " 16"), attr("role", "img"),
              attr("aria-label", t("deel.werkdruk", load.late, load.today, load.later)), squares);
}

Html filters(const Texts& t, std::string_view url, const Html& fields, const Html& more) {
    return form(cls("filters"), action(url), attr("method", "get"), fields, button(cls("btn"), type("submit"), t("deel.toon")), more);
}

Html key_hints(const std::vector<KeyHint>& hints) {
    bool is_first = true;
    return p(cls("small soft keys"), each(hints, [&](const KeyHint& hint) {
                 const Html between = text(is_first ? "" : " · ");
                 is_first = false;
                 return join(between, each(hint.keys, [](const std::string& key) { return join(kbd(key), " "); }), hint.words);
             }));
}

Html skeleton(const Texts& t, int lines) {
    std::vector<Html> all(static_cast<std::size_t>(lines), span(cls("skeleton"), attr("aria-hidden", "true")));
    return div(cls("stack"), attr("aria-busy", "true"), span(cls("sr"), t("deel.laden")), all);
}

}  // namespace dichtbij::html
