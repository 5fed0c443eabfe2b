// Partij-identificatoren: their rules, and writing one by itself.
#include "partij/standaard_identificator_service.h"

#include "partij/lijst_store.h"
#include "partij/standaard_service.h"

namespace dichtbij::partij {
namespace {

constexpr const char* in_gebruik = "partij.standaard.in_gebruik";

bool holds(const std::vector<Uuid>& list, const Uuid& id) { return std::find(list.begin(), list.end(), id) != list.end(); }

// One of the partij, by itself.
Result<Done> check(const Werkplek& at, const std::optional<PartijId>& partij, const Identificator& one) {
    std::vector<FieldError> wrong;
    std::vector<Identificator> beside;
    if (partij) {
        auto found = begin_bewerking(at, *partij);
        if (!found) return invalid({bestaat_niet("identificeerde_partij", "Partij")});
        beside = std::move(found->before.identificatoren);
    }
    Identificatorregels{at, partij, {}, beside, wrong}.check(one, "");
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

}  // namespace

void Identificatorregels::check(const Identificator& one, const std::string& path) const {
    for (FieldError& error : standaard_problems(one)) wrong.push_back({path + error.field, std::move(error.key), std::move(error.args)});
    check_parent(one, path);
    const auto is_same_kind = [&](const Identificator& other) { return &other != &one && other.id != one.id && other.code_soort_object_id == one.code_soort_object_id; };
    const bool is_new = one.id == Uuid{};
    const auto among = std::count_if(beside.begin(), beside.end(), [&](const Identificator& other) { return is_new ? other.code_soort_object_id == one.code_soort_object_id : is_same_kind(other); });
    // A new one stands among those of a whole list itself.
    const bool stands_among = is_new && std::find(beside.begin(), beside.end(), one) != beside.end();
    if (among > (stands_among ? 1 : 0)) wrong.push_back({path + std::string(hele_waarde), "partij.standaard.soort_dubbel", {}});
    const auto taken = PartijStore(at.tx).taken_identificator(at.gemeente, one);
    if (taken && *taken != one.id && !holds(going, *taken)) wrong.push_back({path + std::string(hele_waarde), "partij.standaard.bestaat_al", {}});
    if (is_new) return;
    const auto stored = LijstStore(at.tx, at.gemeente).identificator(one.id);
    if (stored && stored->code_soort_object_id != one.code_soort_object_id && at.store().has_children(one.id))
        wrong.push_back({path + "partij_identificator_code_soort_object_id", "partij.standaard.soort_van_ouder", {}});
}

void Identificatorregels::check_parent(const Identificator& one, const std::string& path) const {
    const std::string field = path + "sub_identificator_van";
    if (!one.sub_identificator_van) {
        if (one.code_soort_object_id == soort_vestigingsnummer) wrong.push_back({field, "partij.standaard.vestiging_zonder_kvk", {}});
        return;
    }
    const auto parent = LijstStore(at.tx, at.gemeente).identificator(*one.sub_identificator_van);
    if (!parent || holds(going, parent->id)) {
        wrong.push_back(bestaat_niet(field, "PartijIdentificator"));
        return;
    }
    if (one.id != Uuid{} && leads_to(parent->id, one.id)) wrong.push_back({field, "partij.standaard.kring", {}});
    else if (parent->code_soort_object_id != soort_kvk_nummer) wrong.push_back({field, "partij.standaard.geen_kvk", {}});
}

bool Identificatorregels::leads_to(const Uuid& from, const Uuid& wanted) const {
    const LijstStore store(at.tx, at.gemeente);
    std::optional<Uuid> here = from;
    for (int depth = 0; here && depth < sub_identificatoren_max_depth; ++depth) {
        if (*here == wanted) return true;
        const auto row = store.identificator(*here);
        here = row ? row->sub_identificator_van : std::nullopt;
    }
    return here.has_value();
}

Result<Uuid> StandaardService::create_identificator(store::Tx& tx, const Caller& caller, GemeenteId gemeente, PartijIdentificatorregel row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    Identificator one = value_of(row);
    one.id = {};
    TRY_DONE(check(at, row.partij, one));
    one.id = ids_.next();
    at.store().insert(one);
    if (row.partij) TRY_DONE(attach(at, *row.partij, one, "identificeerde_partij"));
    return one.id;
}

Result<Done> StandaardService::change_identificator(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const PartijIdentificatorregel& row) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).identificator(row.id);
    if (!stored) return not_found("partij-identificator " + to_string(row.id));
    const Identificator one = value_of(row);
    TRY_DONE(check(at, row.partij, one));
    return place(at, stored->partij, row.partij, one, "identificeerde_partij");
}

Result<Done> StandaardService::remove_identificator(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Uuid& id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    const auto stored = LijstStore(tx, gemeente).identificator(id);
    if (!stored) return not_found("partij-identificator " + to_string(id));
    if (at.store().has_children(id)) return invalid("", in_gebruik);
    return remove_row<Identificator>(at, stored->partij, id);
}

}  // namespace dichtbij::partij
