// What belongs to a partij, or stands alone: digital addresses, bank accounts and relations to categories.
#include "base/text.h"
#include "partij/lijst_store.h"
#include "partij/standaard_bewerking_service.h"
#include "partij/standaard_service.h"

namespace dichtbij::partij {
namespace {

Rekeningnummer normal_value_of(const Rekeningnummerregel& row) {
    Gegevens gegevens;
    gegevens.rekeningnummers = {{row.id, row.iban, row.bic}};
    return normalised(std::move(gegevens), Day{}).rekeningnummers.front();
}

Result<Done> check(const Werkplek& at, const DigitaalAdresregel& row) {
    auto wrong = standaard_problems(row);
    if (row.partij && !begin_bewerking(at, *row.partij)) wrong.push_back(bestaat_niet("verstrekt_door_partij", "Partij"));
    else if (row.partij && !row.referentie.empty() && at.store().other_with_referentie(*row.partij, row.soort, row.referentie, row.id))
        wrong.push_back({"referentie", "partij.standaard.referentie", {}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

Result<Done> check(const Werkplek& at, const CategorieRelatieregel& row) {
    std::vector<FieldError> wrong;
    if (row.categorie == Uuid{}) wrong.push_back({"categorie", "fout.veld.verplicht", {}});
    else if (!PartijStore(at.tx).has_categorie(at.gemeente, row.categorie)) wrong.push_back(bestaat_niet("categorie", "Categorie"));
    if (row.partij && !begin_bewerking(at, *row.partij)) wrong.push_back(bestaat_niet("partij", "Partij"));
    if (row.begin_datum && row.eind_datum && *row.eind_datum < *row.begin_datum) wrong.push_back({"eind_datum", "fout.veld.einde_voor_begin", {}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

void clean(DigitaalAdresregel& row) {
    row.adres = cleaned(row.adres);
    row.omschrijving = cleaned(row.omschrijving);
}

}  // namespace

std::optional<DigitaalAdresregel> StandaardService::stored_adres(store::Tx& tx, GemeenteId gemeente, const Uuid& id) const { return StandaardStore(tx, gemeente).digitaal_adres(id); }

Result<Uuid> StandaardService::create_adres(store::Tx& tx, const Caller& caller, GemeenteId gemeente, DigitaalAdresregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    row.id = {};
    clean(row);
    TRY_DONE(check(at, row));
    row.id = ids_.next();
    at.store().insert(row);
    if (row.partij) TRY_DONE(attach(at, *row.partij, value_of(row), "verstrekt_door_partij"));
    return row.id;
}

Result<Done> StandaardService::change_adres(store::Tx& tx, const Caller& caller, GemeenteId gemeente, DigitaalAdresregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = at.store().digitaal_adres(row.id);
    if (!stored) return not_found("digitaal adres " + to_string(row.id));
    clean(row);
    TRY_DONE(check(at, row));
    if (stored->betrokkene != row.betrokkene) at.store().set_betrokkene(row.id, row.betrokkene);
    return place(at, stored->partij, row.partij, value_of(row), "verstrekt_door_partij");
}

Result<Done> StandaardService::remove_adres(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Uuid& id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = at.store().digitaal_adres(id);
    if (!stored) return not_found("digitaal adres " + to_string(id));
    return remove_row<DigitaalAdres>(at, stored->partij, id);
}

Result<Uuid> StandaardService::create_rekeningnummer(store::Tx& tx, const Caller& caller, GemeenteId gemeente, Rekeningnummerregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    row.id = ids_.next();
    const Rekeningnummer one = normal_value_of(row);
    at.store().insert(one);
    if (row.partij) TRY_DONE(attach(at, *row.partij, one, "partij"));
    return row.id;
}

Result<Done> StandaardService::change_rekeningnummer(store::Tx& tx, const Caller& caller, GemeenteId gemeente, Rekeningnummerregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).rekeningnummer(row.id);
    if (!stored) return not_found("rekeningnummer " + to_string(row.id));
    return place(at, stored->partij, row.partij, normal_value_of(row), "partij");
}

Result<Done> StandaardService::remove_rekeningnummer(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Uuid& id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).rekeningnummer(id);
    if (!stored) return not_found("rekeningnummer " + to_string(id));
    return remove_row<Rekeningnummer>(at, stored->partij, id);
}

Result<Uuid> StandaardService::create_relatie(store::Tx& tx, const Caller& caller, GemeenteId gemeente, CategorieRelatieregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    if (!row.begin_datum) row.begin_datum = day_of(at.now);
    TRY_DONE(check(at, row));
    row.id = ids_.next();
    at.store().insert(value_of(row));
    if (row.partij) TRY_DONE(attach(at, *row.partij, value_of(row), "partij"));
    return row.id;
}

Result<Done> StandaardService::change_relatie(store::Tx& tx, const Caller& caller, GemeenteId gemeente, CategorieRelatieregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).categorie_relatie(row.id);
    if (!stored) return not_found("categorie-relatie " + to_string(row.id));
    if (!row.begin_datum) row.begin_datum = day_of(at.now);
    TRY_DONE(check(at, row));
    return place(at, stored->partij, row.partij, value_of(row), "partij");
}

Result<Done> StandaardService::remove_relatie(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Uuid& id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).categorie_relatie(id);
    if (!stored) return not_found("categorie-relatie " + to_string(id));
    return remove_row<CategorieRelatie>(at, stored->partij, id);
}

}  // namespace dichtbij::partij
