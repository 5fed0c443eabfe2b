// Categories of a gemeente, and who represents whom.
#include <algorithm>

#include "base/text.h"
#include "partij/lijst_store.h"
#include "partij/standaard_bewerking_service.h"
#include "partij/standaard_service.h"
#include "partij/verband_store.h"

namespace dichtbij::partij {
namespace {

Result<Done> check(const Werkplek& at, const Categorie& row) {
    if (row.naam.empty()) return invalid("naam", "fout.veld.verplicht");
    if (length_in_characters(row.naam) > categorie_naam_max) return invalid("naam", "fout.veld.te_lang", {std::to_string(categorie_naam_max)});
    if (const auto known = VerbandStore(at.tx).categorie(at.gemeente, row.naam); known && known->id != row.id) return invalid("naam", "partij.categorie.dubbel");
    return Done{};
}

Result<Done> check(const Werkplek& at, const Vertegenwoordiging& row) {
    std::vector<FieldError> wrong;
    if (!begin_bewerking(at, row.vertegenwoordigende_partij)) wrong.push_back(bestaat_niet("vertegenwoordigende_partij", "Partij"));
    if (!begin_bewerking(at, row.vertegenwoordigde_partij)) wrong.push_back(bestaat_niet("vertegenwoordigde_partij", "Partij"));
    if (!wrong.empty()) return invalid(std::move(wrong));
    if (row.vertegenwoordigende_partij == row.vertegenwoordigde_partij) return invalid("vertegenwoordigde_partij", "partij.standaard.vertegenwoordigt_zichzelf");
    const auto known = VerbandStore(at.tx).vertegenwoordigingen(row.vertegenwoordigende_partij);
    const auto is_same = [&](const Vertegenwoordiging& one) {
        return one.id != row.id && one.vertegenwoordigende_partij == row.vertegenwoordigende_partij && one.vertegenwoordigde_partij == row.vertegenwoordigde_partij;
    };
    if (std::any_of(known.begin(), known.end(), is_same)) return invalid("", "partij.standaard.vertegenwoordiging_bestaat");
    return Done{};
}

void record(const Werkplek& at, std::string gebeurtenis, const Categorie& row) {
    auto line = journal::entry(at.caller, at.now, std::move(gebeurtenis), at.gemeente, journal::Object::gemeente, at.gemeente.bytes);
    line.kenmerken = {{"categorie", to_string(row.id)}};
    journal::append(at.tx, line);
}

// In the timeline of both.
void record(const Werkplek& at, const std::string& gebeurtenis, const Vertegenwoordiging& row) {
    for (const PartijId partij : {row.vertegenwoordigende_partij, row.vertegenwoordigde_partij}) {
        auto line = entry(at, gebeurtenis, partij);
        line.kenmerken = {{"vertegenwoordigende", row.vertegenwoordigende_partij.text()}, {"vertegenwoordigde", row.vertegenwoordigde_partij.text()}};
        journal::append(at.tx, line);
    }
}

}  // namespace

Result<Uuid> StandaardService::create_categorie(store::Tx& tx, const Caller& caller, Categorie row) {
    TRY(const Werkplek at, werkplek(tx, caller, row.gemeente));
    row.naam = cleaned(row.naam);
    row.id = ids_.next();
    TRY_DONE(check(at, row));
    VerbandStore(tx).insert(row);
    record(at, "categorie.gemaakt", row);
    return row.id;
}

Result<Done> StandaardService::change_categorie(store::Tx& tx, const Caller& caller, Categorie row) {
    TRY(const Werkplek at, werkplek(tx, caller, row.gemeente));
    const auto stored = LijstStore(tx, row.gemeente).categorie(row.id);
    if (!stored) return not_found("categorie " + to_string(row.id));
    row.naam = cleaned(row.naam);
    TRY_DONE(check(at, row));
    if (row == *stored) return Done{};
    at.store().update(row);
    record(at, "categorie.gewijzigd", row);
    return Done{};
}

Result<Done> StandaardService::remove_categorie(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Uuid& id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).categorie(id);
    if (!stored) return not_found("categorie " + to_string(id));
    const auto relaties = at.store().relaties_of_categorie(id, categorie_relaties_max + 1);
    if (relaties.size() > static_cast<std::size_t>(categorie_relaties_max)) return conflict("categorie " + to_string(id) + " is in use", "partij.standaard.categorie_in_gebruik");
    for (const Uuid& relatie : relaties) TRY_DONE(remove_relatie(tx, caller, gemeente, relatie));
    at.store().remove_categorie(id);
    record(at, "categorie.verwijderd", *stored);
    return Done{};
}

Result<Uuid> StandaardService::create_vertegenwoordiging(store::Tx& tx, const Caller& caller, Vertegenwoordiging row) {
    TRY(const Werkplek at, werkplek(tx, caller, row.gemeente));
    row.id = ids_.next();
    TRY_DONE(check(at, row));
    VerbandStore(tx).insert(row);
    record(at, "partij.vertegenwoordiging_gemaakt", row);
    return row.id;
}

Result<Done> StandaardService::change_vertegenwoordiging(store::Tx& tx, const Caller& caller, const Vertegenwoordiging& row) {
    TRY(const Werkplek at, werkplek(tx, caller, row.gemeente));
    const auto stored = LijstStore(tx, row.gemeente).vertegenwoordiging(row.id);
    if (!stored) return not_found("vertegenwoordiging " + to_string(row.id));
    TRY_DONE(check(at, row));
    if (row == *stored) return Done{};
    at.store().update(row);
    record(at, "partij.vertegenwoordiging_beeindigd", *stored);
    record(at, "partij.vertegenwoordiging_gemaakt", row);
    return Done{};
}

Result<Done> StandaardService::remove_vertegenwoordiging(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Uuid& id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).vertegenwoordiging(id);
    if (!stored) return not_found("vertegenwoordiging " + to_string(id));
    VerbandStore(tx).remove_vertegenwoordiging(id);
    record(at, "partij.vertegenwoordiging_beeindigd", *stored);
    return Done{};
}

}  // namespace dichtbij::partij
