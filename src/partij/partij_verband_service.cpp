// Who represents whom, and categories.
#include <algorithm>

#include "base/text.h"
#include "partij/partij_service.h"
#include "partij/verband_store.h"

namespace dichtbij::partij {
namespace {

using access::Caller;
using access::Rol;

constexpr std::initializer_list<Rol> bewerkers{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::beheerder};

}  // namespace

Result<Uuid> PartijService::represent(const Caller& caller, PartijId vertegenwoordigende, PartijId vertegenwoordigde) {
    return store_.write([&](store::Tx& tx) -> Result<Uuid> {
        TRY(const Partij by, visible(tx, caller, vertegenwoordigende));
        TRY(const Partij of, visible(tx, caller, vertegenwoordigde));
        TRY_DONE(access::require_role(caller, by.gemeente, bewerkers));
        if (by.gemeente != of.gemeente) return invalid("vertegenwoordigde_partij", "partij.vertegenwoordiging.andere_gemeente");
        if (by.id == of.id) return invalid("vertegenwoordigde_partij", "partij.vertegenwoordiging.zelf");
        const VerbandStore store(tx);
        const auto known = store.vertegenwoordigingen(by.id);
        if (std::any_of(known.begin(), known.end(), [&](const auto& row) { return row.vertegenwoordigende_partij == by.id && row.vertegenwoordigde_partij == of.id; }))
            return invalid("vertegenwoordigde_partij", "partij.vertegenwoordiging.dubbel");
        const Vertegenwoordiging row{ids_.next(), by.gemeente, by.id, of.id};
        store.insert(row);
        append_representation(tx, caller, "partij.vertegenwoordiging_gemaakt", row);
        return row.id;
    });
}

Result<Done> PartijService::end_representation(const Caller& caller, const Uuid& id) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const VerbandStore store(tx);
        const auto row = store.vertegenwoordiging(id);
        if (!row) return not_found("vertegenwoordiging " + to_string(id));
        TRY_DONE(access::require_role(caller, row->gemeente, bewerkers));
        store.remove_vertegenwoordiging(id);
        append_representation(tx, caller, "partij.vertegenwoordiging_beeindigd", *row);
        return Done{};
    });
}

// In the timeline of both.
void PartijService::append_representation(store::Tx& tx, const Caller& caller, const std::string& gebeurtenis, const Vertegenwoordiging& row) {
    for (const PartijId partij : {row.vertegenwoordigende_partij, row.vertegenwoordigde_partij}) {
        auto line = entry(caller, gebeurtenis, row.gemeente, partij);
        line.kenmerken = {{"vertegenwoordigende", row.vertegenwoordigende_partij.text()}, {"vertegenwoordigde", row.vertegenwoordigde_partij.text()}};
        journal::append(tx, line);
    }
}

std::vector<Vertegenwoordiging> PartijService::vertegenwoordigingen(store::Tx& tx, PartijId partij) const {
    return VerbandStore(tx).vertegenwoordigingen(partij);
}

Result<Uuid> PartijService::add_categorie(const Caller& caller, GemeenteId gemeente, std::string_view typed) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const std::string naam = cleaned(typed);
    if (naam.empty()) return invalid("naam", "fout.veld.verplicht");
    if (length_in_characters(naam) > categorie_naam_max) return invalid("naam", "fout.veld.te_lang", {std::to_string(categorie_naam_max)});
    return store_.write([&](store::Tx& tx) -> Result<Uuid> {
        const VerbandStore store(tx);
        if (store.categorie(gemeente, naam)) return invalid("naam", "partij.categorie.dubbel");
        const Categorie row{ids_.next(), gemeente, naam};
        store.insert(row);
        auto line = journal::entry(caller, clock_.now(), "categorie.gemaakt", gemeente, journal::Object::gemeente, gemeente.bytes);
        line.kenmerken = {{"categorie", to_string(row.id)}};
        journal::append(tx, line);
        return row.id;
    });
}

Result<std::vector<Categorie>> PartijService::categorieen(const Caller& caller, GemeenteId gemeente) {
    if (!access::is_active_in(caller, gemeente)) return not_found("no role in gemeente " + gemeente.text());
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Categorie>> { return VerbandStore(tx).categorieen(gemeente); });
}

}  // namespace dichtbij::partij
