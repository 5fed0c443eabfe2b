#include "werk/kolommen_render.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"

namespace dichtbij::werk {
namespace {

using namespace html;

constexpr Werkkolom alle[] = {Werkkolom::beloofd, Werkkolom::voor_wie, Werkkolom::eigenaar, Werkkolom::laatste, Werkkolom::onderwerp, Werkkolom::kanaal, Werkkolom::ontvangen};

std::string word(Werkkolom kolom) { return boost::describe::enum_to_string(kolom, ""); }
std::string kop(const Texts& t, Werkkolom kolom) { return t("lijst." + word(kolom)); }

std::string step_text(const Texts& t, const Werk& w) {
    const std::string key = "stap." + w.laatste_stap;
    return t.has(key) ? t(key) : t("stap.anders");
}

Html title_cell(const Texts& t, const Regelbeeld& beeld) {
    const Werk& w = beeld.regel.werk;
    if (beeld.regel.afgeschermd)
        return join(w.soort == Soort::zaak ? a(cls("title"), href(url_of(w)), t("werk.afgeschermd")) : span(cls("title"), t("werk.afgeschermd")), span(cls("sub"), w.nummer + " · " + beeld.gemeente));
    std::string sub = w.nummer + " · " + beeld.gemeente;
    if (!beeld.onderwerp.empty()) sub += " · " + beeld.onderwerp;
    return join(a(cls("cover title"), href(url_of(w)), w.titel), span(cls("sub"), sub));
}

Html owner_cell(const Texts& t, const Regelbeeld& beeld) {
    const Werk& w = beeld.regel.werk;
    return join(beeld.eigenaar, when(w.is_open() && !w.aanvaard_op, [&] { return join(" ", badge("hand-stop", t("werk.niet_aanvaard"))); }));
}

Html cell_of(const Texts& t, Werkkolom kolom, const Regelbeeld& beeld, Instant now, bool can_choose) {
    const Werk& w = beeld.regel.werk;
    const auto classes = attr_if(can_choose, "class", "has-check");
    const auto words = [&](const Html& content) { return cell(classes, attr("data-l", kop(t, kolom)), content); };
    switch (kolom) {
        case Werkkolom::beloofd: return cell(classes, due_of(t, beeld, now));
        case Werkkolom::voor_wie: return words(beeld.regel.afgeschermd ? join(icon("lock"), " ", t("werk.u_ziet_inhoud_niet")) : text(beeld.voor.empty() ? t("werk.anoniem") : beeld.voor));
        case Werkkolom::eigenaar: return cell(cls(can_choose ? "owner has-check" : "owner"), owner_cell(t, beeld));
        case Werkkolom::laatste: return cell(cls(can_choose ? "run has-check" : "run"), step_text(t, w), span(cls("sub"), near_day(t, day_of(w.laatste_op), day_of(now))));
        case Werkkolom::onderwerp: return words(text(beeld.onderwerp));
        case Werkkolom::kanaal: return words(w.kanaal.empty() ? Html() : text(t("kanaal." + w.kanaal)));
        case Werkkolom::ontvangen: return words(text(short_day(t, day_of(w.geopend_op), day_of(now))));
    }
    return {};
}

}  // namespace

const Werkkolommen& eerste_werkkolommen() {
    static const Werkkolommen all{Werkkolom::beloofd, Werkkolom::voor_wie, Werkkolom::eigenaar, Werkkolom::laatste};
    return all;
}

Werkkolommen werkkolommen_in(const http::Params& given) {
    Werkkolommen chosen;
    for (const auto words : given.all("kolom")) {
        Werkkolom kolom{};
        if (boost::describe::enum_from_string(std::string(words).c_str(), kolom) && std::find(chosen.begin(), chosen.end(), kolom) == chosen.end()) chosen.push_back(kolom);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

std::string in_adres(const Werkkolommen& kolommen) {
    std::string words;
    for (const Werkkolom one : kolommen) words += (words.empty() ? "kolom=" : "&kolom=") + word(one);
    return words;
}

Html kolomkeuze(const Texts& t, const Form& velden, const Werkkolommen& kolommen) {
    std::vector<Choice> choices;
    std::vector<std::string> chosen;
    for (const Werkkolom one : alle) choices.push_back({word(one), kop(t, one), ""});
    for (const Werkkolom one : kolommen) chosen.push_back(word(one));
    return details(summary(t("zaaklijst.kolommen")), velden.checkboxes({.name = "kolom", .label = t("zaaklijst.kolommen"), .needed = Needed::no}, choices, chosen));
}

std::vector<Column> columns_of(const Texts& t, Kiezen kiezen, const Werkkolommen& kolommen) {
    std::vector<Column> columns;
    if (kiezen == Kiezen::ja) {
        Column choose;
        choose.label = t("lijst.kies_alles");
        choose.head = input(type("checkbox"), flag("data-choose-all"), attr("aria-label", t("lijst.kies_alles")));
        columns.push_back(std::move(choose));
    }
    const auto add = [&](Werkkolom one) { columns.push_back({.label = kop(t, one), .is_sorted = one == Werkkolom::beloofd}); };
    const bool has_promise = !kolommen.empty() && kolommen.front() == Werkkolom::beloofd;
    if (has_promise) add(Werkkolom::beloofd);
    columns.push_back({t("lijst.vraag")});
    std::for_each(kolommen.begin() + (has_promise ? 1 : 0), kolommen.end(), add);
    return columns;
}

Html row_of(const Texts& t, const Regelbeeld& beeld, Instant now, Kiezen kiezen, const Werkkolommen& kolommen) {
    const Werk& w = beeld.regel.werk;
    const bool can_choose = kiezen == Kiezen::ja && !beeld.regel.afgeschermd;
    std::vector<Html> cells;
    if (kiezen == Kiezen::ja)
        cells.push_back(cell(cls("pick"), when(can_choose, [&] {
                                 return input(type("checkbox"), name("keuze"), value(w.id.text() + ":" + std::to_string(w.versie)), flag("data-row"),
                                              attr("aria-label", t("lijst.kies", w.titel)));
                             })));
    const bool has_promise = !kolommen.empty() && kolommen.front() == Werkkolom::beloofd;
    if (has_promise) cells.push_back(cell_of(t, Werkkolom::beloofd, beeld, now, can_choose));
    cells.push_back(cell(attr_if(can_choose, "class", "has-check"), title_cell(t, beeld)));
    for (const Werkkolom one : kolommen)
        if (one != Werkkolom::beloofd) cells.push_back(cell_of(t, one, beeld, now, can_choose));
    return row(attr("data-row-id", w.id.text()), attr_if(!beeld.regel.afgeschermd, "data-row-url", url_of(w)), cells);
}

}  // namespace dichtbij::werk
