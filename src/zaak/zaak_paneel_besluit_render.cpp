// The forms about decisions.

#include "html/dates.h"
#include "zaak/zaak_paneel_render.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements

namespace {

// What objecting until when would mean, if it were sent today.
Html objection_preview(const Paneelbron& bron, Day sent) {
    const auto last = reactietermijn(sent);
    if (!last) return {};
    return p(cls("small soft"), bron.t()("zaakbesluit.als_vandaag", full_date(bron.t(), sent), formal_day(bron.t(), last->datum)));
}

Html decide_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const std::string today = to_iso(bron.desk.today());
    std::vector<Choice> remedies;
    for (const auto one : {Rechtsmiddel::bezwaar, Rechtsmiddel::beroep, Rechtsmiddel::geen}) remedies.push_back({woord(one), t("zaakbesluit.middel." + woord(one)), ""});
    return join(
        bron.regel("omschrijving", omschrijving_limit), bron.tekst("toelichting", toelichting_limit, Needed::yes, 5), bron.dag("datum", Needed::yes, today),
        div(cls("fields"), bron.dag("ingang_datum", Needed::no), bron.dag("verval_datum", Needed::no)),
        bron.velden.select(
            {.name = "rechtsmiddel", .label = t("zaakveld.rechtsmiddel"), .value = bron.typed("rechtsmiddel", woord(rechtsmiddel_van(bron.blad.beeld.zaaktype)))},
            remedies),
        bron.velden.radios({.name = "bekend", .label = t("zaakveld.bekend"), .value = bron.typed("bekend", "nu")},
                           {{"nu", t("zaakbesluit.nu_bekend"), ""}, {"later", t("zaakbesluit.later_bekend"), ""}}),
        div(cls("stack"), attr("data-when", "bekend=nu"), bron.dag("verzonden_datum", Needed::yes, today), objection_preview(bron, bron.desk.today()), bron.woorden()),
        bron.ontbreekt({zaaktype::Verplichtbij::aanvraag, zaaktype::Verplichtbij::besluit}));
}

Html chosen(const Paneelbron& bron, const BesluitBeeld& one) {
    return join(hidden("besluit", one.besluit.id.text()), p(strong(one.besluit.omschrijving), ", ", full_date(bron.t(), one.besluit.datum)));
}

}  // namespace

Html besluit_velden(const Paneelbron& bron) {
    if (bron.paneel.naam == "besluit") return decide_fields(bron);
    const BesluitBeeld* one = bron.blad.besluit(bron.typed("besluit"));
    if (!one) return {};
    if (bron.paneel.naam == "bekendmaken")
        return join(chosen(bron, *one), bron.dag("verzonden_datum", Needed::yes, to_iso(bron.desk.today())), objection_preview(bron, bron.desk.today()), bron.woorden(),
                    bron.ontbreekt({zaaktype::Verplichtbij::besluit}));
    return join(chosen(bron, *one), bron.tekst("reden", reden_limit), bron.woorden());
}

}  // namespace dichtbij::zaak
