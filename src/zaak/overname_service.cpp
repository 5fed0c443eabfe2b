// Cases that another system had: what it knew of them, and those that ended there.

#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "zaak/aanleg_act_service.h"
#include "zaak/overgang.h"
#include "zaak/overname_store.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

Instant end_of(Day day) { return start_of(day + days(1)) - seconds(1); }

std::vector<FieldError> problems(const Overgenomen& elders, const Aanleg& aanleg) {
    std::vector<FieldError> errors;
    if (auto error = werk::check_required("extern_id", elders.extern_id, extern_id_limit)) errors.push_back(std::move(*error));
    const auto& type = aanleg.type.inhoud;
    const auto* status = elders.status.empty() ? nullptr : statustype(type, elders.status);
    if (!elders.status.empty() && (status == nullptr || (status->eind && !elders.einddatum))) errors.push_back({"status", "zaak.fout.status_onbekend", {}});
    if (elders.einddatum.has_value() != !elders.resultaat.empty())
        errors.push_back({elders.einddatum ? "resultaat" : "einddatum", "fout.veld.verplicht", {}});
    if (!elders.resultaat.empty() && resultaattype(type, elders.resultaat) == nullptr) errors.push_back({"resultaat", "zaak.fout.resultaat_onbekend", {}});
    if (elders.einddatum && *elders.einddatum > day_of(aanleg.now)) errors.push_back({"einddatum", "zaak.fout.datum_toekomst", {}});
    if (elders.einddatum && *elders.einddatum < aanleg.zaak.startdatum) errors.push_back({"einddatum", "fout.veld.einde_voor_begin", {}});
    return errors;
}

}  // namespace

std::optional<Zaak> ZaakService::by_extern_id(store::Tx& tx, Id<Gemeente> gemeente, std::string_view extern_id) {
    const auto id = find_overname(tx, gemeente, cleaned(extern_id));
    return id ? stored(tx, *id) : std::nullopt;
}

Result<Done> ZaakService::check_overname(store::Tx& tx, const access::Caller& caller, const Aanleg& aanleg) const {
    const Overgenomen& elders = *aanleg.nieuw.overgenomen;
    if (!caller.is_system()) return forbidden("only the system takes cases over");
    if (auto errors = problems(elders, aanleg); !errors.empty()) return invalid(std::move(errors));
    if (find_overname(tx, aanleg.zaak.gemeente, cleaned(elders.extern_id))) return conflict("taken over already", "zaak.fout.bestaat_al");
    return Done{};
}

// The work is stored as ended: no clock of a norm ever ran here. That of the law stood still when it ended.
Result<Gemaakt> ZaakService::take_ended(store::Tx& tx, const access::Caller& caller, Aanleg& aanleg) {
    const Overgenomen& elders = *aanleg.nieuw.overgenomen;
    Zaak& zaak = aanleg.zaak;
    const zaaktype::Zaaktype& type = aanleg.type.inhoud;
    TRY(const werk::Opening opening, opening_of(tx, aanleg));
    const Instant ended = std::max(aanleg.op, std::min(aanleg.now, end_of(*elders.einddatum)));
    const Id<Medewerker> owner = opening.toegewezen_aan.value_or(organisatie::lead_of(tx, opening.team, day_of(aanleg.now)));
    TRY(werk::Werk werk, werk_.record_closed(tx, caller, opening, {werk::Uitkomst::beantwoord, owner, ended}));
    const std::string first = zaak.status;
    zaak.werk = werk.id;
    zaak.resultaat = elders.resultaat;
    zaak.gesloten_op = ended;
    zaak.einddatum = elders.einddatum;
    zaak.status = eindstatus(type);
    derive_archive(tx, zaak, type);
    insert_zaak(tx, zaak);
    if (!first.empty()) insert_status(tx, {ids_.next(), zaak.id, first, aanleg.op, {}, {}});
    insert_status(tx, {ids_.next(), zaak.id, zaak.status, ended, {}, {}});
    for (std::size_t i = 0; i < aanleg.nieuw.rollen.size(); ++i) TRY_DONE(store_rol(tx, zaak, type, aanleg.nieuw.rollen[i], "rollen." + std::to_string(i) + "."));
    Act act{tx, caller, aanleg.now, day_of(aanleg.now), zaak, zaak, std::move(werk), type, aanleg.kalender};
    const Termijn termijn = termijn_of(tx, zaak, type);
    if (const auto term = wettelijke_termijn(termijn)) {
        TRY(const norm::Einde einde, laatste_dag(termijn));
        act.zaak.laatste_datum = einde.datum;
        auto klokken = act.klokken(ids_);
        TRY_DONE(klokken.keep_of_law(act.werk, klok_wettelijk, {*term, start_of(termijn.vanaf), {}, ended}));
    }
    insert_overname(tx, act.zaak, cleaned(elders.extern_id));
    TRY(Zaak made, finish(act, "zaak.geopend", begin_kenmerken(act.zaak, elders), act.zaak.toelichting));
    return Gemaakt{std::move(made), std::move(act.werk)};
}

}  // namespace dichtbij::zaak
