#include "zaak/zaak_berichtbron_follow.h"

#include <algorithm>

#include "base/text.h"
#include "partij/aanschrijving_service.h"
#include "zaak/besluit_store.h"
#include "zaak/overgang.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

using bericht::Geadresseerde;

// An act on a case: its journal row is about the case; one about the work says nothing more than the work.
struct Voorval {
    store::Tx& tx;
    const journal::Line* line;
    const Zaak& zaak;
    const zaaktype::Zaaktype& type;
    Geadresseerde& naar;

    bool is(std::string_view gebeurtenis) const { return line != nullptr && line->gebeurtenis == gebeurtenis; }
};

bericht::Tweetalig both(const zaaktype::Tweetalig& words) { return {words.nl, words.en}; }

bericht::Tweetalig explanation(const zaaktype::Statustype& status) {
    const auto joined = [](const std::string& we, const std::string& you) { return you.empty() || we.empty() ? we + you : we + " " + you; };
    return {joined(status.wij_doen.nl, status.u_doet.nl), joined(status.wij_doen.en, status.u_doet.en)};
}

void add_status(const Voorval& v) {
    const std::string code = v.is("zaak.status_gezet") ? v.line->kenmerk("status") : v.zaak.status;
    const auto* status = statustype(v.type, code);
    if (status == nullptr) return;
    v.naar.waarden["status"] = both(status->naam);
    v.naar.waarden["status_uitleg"] = explanation(*status);
}

void add_end(const Voorval& v) {
    if (const auto* resultaat = resultaattype(v.type, v.zaak.resultaat)) v.naar.waarden["resultaat"] = both(resultaat->naam);
}

void add_question(const Voorval& v) {
    const auto taken = zaaktaken_of(v.tx, v.zaak.id);
    const std::string named = v.line != nullptr ? v.line->kenmerk("taak") : std::string();
    const auto asked = std::find_if(taken.rbegin(), taken.rend(), [&](const Zaaktaak& one) {
        return named.empty() ? one.is_open() && one.gesteld_op.has_value() : one.id.text() == named;
    });
    if (asked == taken.rend()) return;
    v.naar.waarden["vraag"] = asked->toelichting.empty() ? asked->naam : asked->toelichting;
    v.naar.waarden["datum_antwoord"] = asked->uiterlijk_datum;
}

void add_term(const Voorval& v) {
    for (const Opschorting& one : opschortingen_of(v.tx, v.zaak.id))
        if (one.loopt() && one.tot_uiterlijk) v.naar.waarden["opgeschort_tot"] = *one.tot_uiterlijk;
    if (const auto notice = ingebrekestelling_of(v.tx, v.zaak.id))
        if (const auto penalty = dwangsom(*notice, {})) v.naar.waarden["datum_dwangsom"] = penalty->eerste_datum - days(1);
}

void add_decision(const Voorval& v) {
    const auto besluiten = besluiten_of(v.tx, v.zaak.id);
    const std::string named = v.line != nullptr ? v.line->kenmerk("besluit") : std::string();
    const auto found = std::find_if(besluiten.rbegin(), besluiten.rend(), [&](const Besluit& one) { return named.empty() ? one.geldt() : one.id.text() == named; });
    if (found == besluiten.rend()) return;
    v.naar.waarden["besluit"] = found->omschrijving;
    if (found->reactie_datum) v.naar.waarden["datum_bezwaar"] = *found->reactie_datum;
    if (!found->toelichting.empty()) v.naar.waarden["reden"] = found->toelichting;
}

// What the employee wrote down as the reason; a template asks for it where it is for the resident too.
void add_reason(const Voorval& v) {
    if (v.line != nullptr && v.line->object_soort == journal::Object::zaak && v.line->toelichting) v.naar.waarden["reden"] = *v.line->toelichting;
}

// The mandate holds on the day that is written.
void address(const Voorval& v, Day day) {
    for (const Rol& rol : rollen_of(v.tx, v.zaak.id)) {
        if (rol.soort != Rolsoort::gemachtigde || !rol.partij || !rol.geldt_op(day)) continue;
        const auto naar = partij::aanschrijving(v.tx, *rol.partij);
        if (!naar || naar->gewist) continue;
        v.naar.partij = naar->partij;
        if (!naar->naam.empty()) v.naar.waarden["naam"] = naar->naam;
        v.naar.zwijg.reset();
        if (naar->overleden) v.naar.zwijg = bericht::Zwijgreden::overleden;
        if (naar->geheim) v.naar.zwijg = bericht::Zwijgreden::geheim_adres;
        return;
    }
}

}  // namespace

bericht::WerkBron::Aanvulling bericht_aanvulling(ZaakService& zaken, const Clock& clock) {
    return [&zaken, &clock](store::Tx& tx, const journal::Line* line, Geadresseerde& naar) {
        const auto zaak = naar.werk ? zaken.of_werk(tx, *naar.werk) : std::nullopt;
        if (!zaak) return;
        const auto blad = zaaktype::versie(tx, zaak->zaaktype_versie);
        CHECK_THAT(blad.has_value());
        const Voorval voorval{tx, line, *zaak, blad->inhoud, naar};
        naar.zaaktype = blad->inhoud.code;
        naar.waarden["zaaktype"] = both(blad->inhoud.naam);
        naar.waarden["datum_ontvangst"] = zaak->startdatum;
        add_decision(voorval);
        add_reason(voorval);
        add_status(voorval);
        add_end(voorval);
        add_question(voorval);
        add_term(voorval);
        address(voorval, day_of(line != nullptr ? line->op : clock.now()));
        if (zaak->is_deelzaak()) naar.zwijg = bericht::Zwijgreden::deelzaak;
    };
}

}  // namespace dichtbij::zaak
