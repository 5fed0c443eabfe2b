// The forms about the term of a case: suspend, resume, extend, notice of default, another promise.

#include "bericht/bericht_render.h"
#include "html/dates.h"
#include "zaak/zaak_paneel_render.h"
#include "zaak/zaak_woorden_render.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a part is written in elements

namespace {

std::vector<Choice> grounds(const Paneelbron& bron) {
    std::vector<Choice> all;
    for (const auto grond : {Opschortingsgrond::aanvulling, Opschortingsgrond::buitenland, Opschortingsgrond::instemming, Opschortingsgrond::vertraging_aanvrager,
                             Opschortingsgrond::overmacht, Opschortingsgrond::herstel_verzuim, Opschortingsgrond::zienswijze_derden})
        if (!check_grond(bron.blad.beeld.zaaktype, grond))
            all.push_back({woord(grond), bron.t()("zaakgrond." + woord(grond)), bron.t()("zaakgrond.wet." + woord(grond))});
    return all;
}

Html suspend_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const auto all = grounds(bron);
    return join(bron.velden.radios({.name = "grond", .label = t("zaakveld.grond"), .value = bron.typed("grond", all.empty() ? "" : all.front().value)}, all),
                bron.tekst("reden", reden_limit), bron.dag("medegedeeld_datum", Needed::no, to_iso(bron.desk.today())), bron.dag("tot_uiterlijk", Needed::no),
                bron.regel("wachten_op", reden_limit, Needed::no), bron.belofte(), bron.woorden());
}

Html resume_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> running;
    if (bron.blad.beeld.termijn)
        for (const Opschorting& one : bron.blad.beeld.termijn->opschortingen)
            if (one.loopt()) running.push_back({woord(one.grond), t("zaakgrond." + woord(one.grond)), t("zaakblad.sinds", full_date(t, one.van))});
    if (running.empty()) return p(t("zaakpaneel.niets_opgeschort"));
    return join(running.size() == 1
                    ? join(hidden("grond", running.front().value), p(strong(running.front().label), ", ", running.front().hint))
                    : bron.velden.radios({.name = "grond", .label = t("zaakveld.welke_opschorting"), .value = bron.typed("grond", running.front().value)}, running),
                bron.dag("hervat_datum", Needed::no, to_iso(bron.desk.today())), bron.tekst("toelichting", toelichting_limit, Needed::no), bron.belofte(),
                bron.woorden());
}

Html extend_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    const auto& law = bron.blad.beeld.zaaktype.verlengen;
    const int left = bron.blad.beeld.termijn ? bron.blad.beeld.termijn->verlengingen_over : 0;
    const auto unit = law.aantal > 0 ? law.eenheid : bron.blad.beeld.zaaktype.wettelijke_termijn.eenheid;
    std::vector<Choice> how;
    if (left > 0) how.push_back({"besluit", t("zaakverlengen.besluit"), t("zaakverlengen.nog", left, termijn_tekst(t, law.aantal, law.eenheid))});
    if (law.met_instemming) how.push_back({"instemming", t("zaakverlengen.instemming"), ""});
    if (how.empty()) return p(t("zaakverlengen.kan_niet"));
    return join(bron.velden.radios({.name = "grond", .label = t("zaakveld.verlengingsgrond"), .value = bron.typed("grond", how.front().value)}, how),
                bron.velden.input({.name = "aantal",
                                   .label = t("zaakveld.aantal." + woord(unit)),
                                   .value = bron.typed("aantal", law.aantal > 0 ? std::to_string(law.aantal) : ""),
                                   .type = "number",
                                   .attributes = {attr("min", "1"), attr("inputmode", "numeric")}}),
                bron.tekst("reden", reden_limit), bron.belofte(), bron.woorden());
}

Html default_fields(const Paneelbron& bron) {
    return join(p(cls("small"), bron.t()("zaakpaneel.ingebreke_uitleg")), bron.dag("ontvangen_datum", Needed::yes, to_iso(bron.desk.today())),
                bron.tekst("toelichting", toelichting_limit, Needed::no), bron.woorden());
}

Html move_fields(const Paneelbron& bron) {
    const Texts& t = bron.t();
    std::vector<Choice> how;
    if (bron.blad.beeld.schrijft_inwoner) how.push_back({"bericht", t("taak.verteld.bericht"), ""});
    how.push_back({"op_verzoek", t("taak.verteld.op_verzoek"), ""});
    how.push_back({"niet_te_bereiken", t("taak.verteld.niet_te_bereiken"), ""});
    bericht::Woordenveld veld = bericht::woorden_uit(bron.paneel.typed);
    if (!bron.paneel.typed.has("bericht_tekst") && bron.paneel.voorstel)
        veld = {bron.paneel.voorstel->onderwerp, bron.paneel.voorstel->tekst, bron.paneel.voorstel->taal, bron.blad.gemeente};
    return join(bron.dag("datum"), bron.tekst("reden", werk::reden_limit),
                bron.velden.radios({.name = "verteld", .label = t("taak.verteld"), .value = bron.typed("verteld", how.front().value)}, how),
                when(bron.blad.beeld.schrijft_inwoner,
                     [&] {
                         return div(cls("stack"), attr("data-when", "verteld=bericht"), p(cls("small soft"), t("zaakbericht.haken")), bron.sjabloonkeuze(),
                                    bericht::woorden_velden(t, bron.velden, veld));
                     }),
                div(attr("data-when", "verteld=niet_te_bereiken"), bron.tekst("poging", werk::bericht_limit)));
}

}  // namespace

Html termijn_velden(const Paneelbron& bron) {
    if (bron.paneel.naam == "opschorten") return suspend_fields(bron);
    if (bron.paneel.naam == "hervatten") return resume_fields(bron);
    if (bron.paneel.naam == "verlengen") return extend_fields(bron);
    if (bron.paneel.naam == "verzet") return move_fields(bron);
    return default_fields(bron);
}

}  // namespace dichtbij::zaak
