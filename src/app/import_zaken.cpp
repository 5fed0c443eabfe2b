#include "app/import_zaken.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/import_wegwijzer.h"
#include "base/text.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app::contactimport {
namespace {

// By code, or by name in either language; "" when there is none, or two bear the name.
template <class List>
std::string code_of(const List& list, std::string_view typed) {
    const std::string wanted = folded(typed);
    std::string found;
    for (const auto& one : list) {
        if (one.code == typed) return one.code;
        if (folded(one.naam.nl) != wanted && folded(one.naam.en) != wanted) continue;
        if (!found.empty()) return {};
        found = one.code;
    }
    return found;
}

// A team of his that serves the gemeente; that of the case type when he is in it.
std::optional<werk::Bestemming> destination(store::Tx& tx, Id<Gemeente> gemeente, Id<Medewerker> wie, const std::optional<Id<Team>>& of_type) {
    const auto serving = organisatie::teams_of_gemeente(tx, gemeente);
    std::optional<Id<Team>> chosen;
    for (const auto& team : organisatie::teams_of_medewerker(tx, wie)) {
        if (std::none_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team.id; })) continue;
        if (!chosen || team.id == of_type) chosen = team.id;
    }
    return chosen ? std::optional<werk::Bestemming>(werk::NaarMedewerker{wie, *chosen}) : std::nullopt;
}

werk::Belofte belofte_of(const Moment& toegezegd) {
    const bool is_day = toegezegd.soort == Moment::Soort::dag;
    return {is_day ? start_of(day_of(toegezegd.op) + days(1)) - seconds(1) : toegezegd.op, is_day ? werk::Nauwkeurigheid::dag : werk::Nauwkeurigheid::tijdstip, werk::Herkomst::overgenomen};
}

}  // namespace

Zaakimport::Zaakimport(const Zaakdiensten& diensten, Opdracht opdracht, Meldingen meldingen)
    : diensten_(diensten), opdracht_(opdracht), rijen_(diensten.store, diensten.clock, opdracht, std::move(meldingen)) {}

Result<Telling> Zaakimport::run(std::istream& input) {
    return rijen_.run(input, {zaakkolommen(), [this](const CsvColumns& columns, const CsvRecord& record, Instant now) { return read(columns, record, now); }, "zaak.fout.bestaat_al"});
}

Beoordeeld Zaakimport::read(const CsvColumns& columns, const CsvRecord& record, Instant now) {
    auto rij = read_zaakrij(columns, record, now);
    if (!rij) return tl::make_unexpected(std::move(rij.error()));
    const auto kept = std::make_shared<const Zaakrij>(std::move(*rij));
    return Klaarstaand{kept->extern_id, [this, kept](store::Tx& tx, const Wegwijzer& wegwijzer) { return store_row(tx, wegwijzer, *kept); },
                       [kept](const Failure& failure) { return fouten_of(failure, kept->indiener); }};
}

// In force today; the version on which it runs is that of its own day, when there was one.
Result<zaaktype::Versieblad> Zaakimport::type_of(store::Tx& tx, const Zaakrij& rij) const {
    const Day today = day_of(diensten_.clock.now());
    const auto all = zaaktype::te_beginnen(tx, opdracht_.gemeente, today);
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == rij.zaaktype; });
    if (found == all.end()) return invalid("zaaktype", "import.fout.zaaktype");
    auto blad = zaaktype::versie_op(tx, found->id, rij.startdatum);
    return blad ? std::move(blad) : zaaktype::versie_op(tx, found->id, today);
}

Result<Lot> Zaakimport::store_row(store::Tx& tx, const Wegwijzer& wegwijzer, const Zaakrij& rij) {
    if (diensten_.zaken.by_extern_id(tx, opdracht_.gemeente, rij.extern_id)) return Lot::bekend;
    TRY(const zaaktype::Versieblad type, type_of(tx, rij));
    zaak::Overgenomen elders{rij.extern_id, code_of(type.inhoud.statussen, rij.status), code_of(type.inhoud.resultaten, rij.resultaat), rij.einddatum};
    if (!rij.status.empty() && elders.status.empty()) return invalid("status", "zaak.fout.status_onbekend");
    if (!rij.resultaat.empty() && elders.resultaat.empty()) return invalid("resultaat", "zaak.fout.resultaat_onbekend");
    TRY(const Id<Partij> indiener, who(tx, rij.indiener));
    TRY(const zaaktype::Inrichting inrichting, zaaktype::inrichting(tx, type.versie.zaaktype));
    zaak::NieuweZaak nieuw;
    nieuw.gemeente = opdracht_.gemeente;
    nieuw.zaaktype = type.versie.zaaktype;
    nieuw.omschrijving = rij.omschrijving;
    nieuw.startdatum = rij.startdatum;
    nieuw.kanaal = rij.kanaal;
    nieuw.rollen = {{zaak::Rolsoort::initiator, indiener, {}, {}, {}, rij.startdatum, {}}};
    const auto behandelaar = wegwijzer.medewerker(rij.behandelaar);
    if (behandelaar) nieuw.naar = destination(tx, opdracht_.gemeente, *behandelaar, inrichting.team);
    const bool is_open = !rij.einddatum;
    if (is_open && rij.toegezegd) nieuw.belofte = belofte_of(*rij.toegezegd);
    nieuw.overgenomen = std::move(elders);
    TRY(const zaak::Gemaakt made, diensten_.zaken.create(tx, caller_, nieuw));
    std::string notitie;
    if (!nieuw.naar) add_line(notitie, "behandelaar", rij.behandelaar);
    if (!is_open && rij.toegezegd) add_line(notitie, "toegezegd_op", to_iso(day_of(rij.toegezegd->op)));
    if (!rij.notitie.empty()) notitie.append(notitie.empty() ? "" : "\n").append(rij.notitie);
    for (const std::string& piece : pieces(notitie, werk::notitie_limit)) TRY_DONE(diensten_.werk.note(tx, caller_, made.werk.id, {piece, {}}));
    return is_open ? Lot::open : Lot::afgehandeld;
}

Result<Id<Partij>> Zaakimport::who(store::Tx& tx, const partij::Gegevens& given) {
    TRY(const auto known, diensten_.partijen.recognise(tx, caller_, opdracht_.gemeente, given));
    if (known) return known->id;
    return diensten_.partijen.create(tx, caller_, opdracht_.gemeente, given);
}

}  // namespace dichtbij::app::contactimport
