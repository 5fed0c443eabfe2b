#include "partij/partij_service.h"

#include <algorithm>

#include "journal/kenmerk.h"
#include "partij/identificatie_store.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

using access::Caller;
using access::Rol;

constexpr std::initializer_list<Rol> bewerkers{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::beheerder};

std::optional<MedewerkerId> actor(const Caller& caller) {
    return caller.employee();
}

template <class T>
bool holds_id(const std::vector<T>& list, const Uuid& id) {
    return std::any_of(list.begin(), list.end(), [&](const T& one) { return one.id == id; });
}

// New rows get an id; an id that this partij did not have is somebody else's.
template <class T>
bool give_ids(IdSource& ids, std::vector<T>& list, const std::vector<T>& before) {
    bool known = true;
    for (T& one : list) {
        if (one.id == Uuid{}) one.id = ids.next();
        else known = known && holds_id(before, one.id);
    }
    return known;
}

// A vestigingsnummer is unique under the KvK-nummer it stands with, and stored behind it.
void link_vestiging(std::vector<Identificator>& list) {
    std::stable_partition(list.begin(), list.end(), [](const Identificator& one) { return one.code_soort_object_id != soort_vestigingsnummer; });
    const auto kvk = std::find_if(list.begin(), list.end(), [](const Identificator& one) { return one.code_soort_object_id == soort_kvk_nummer; });
    if (kvk == list.end()) return;
    for (Identificator& one : list)
        if (one.code_soort_object_id == soort_vestigingsnummer && !one.sub_identificator_van) one.sub_identificator_van = kvk->id;
}

// A row that stands as it stood: other systems may write addresses and accounts that we would not take ourselves, and who
// changes something else is not asked to mend them.
template <class T>
void forgive(std::vector<FieldError>& wrong, const std::string& path, const std::vector<T>& list, const std::vector<T>& before) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (std::find(before.begin(), before.end(), list[i]) == before.end()) continue;
        const std::string row = path + "." + std::to_string(i) + ".";
        std::erase_if(wrong, [&](const FieldError& one) { return one.field.starts_with(row); });
    }
}

// Field names only: names and old values stand in the toelichting.
std::string field_list(const std::vector<Verschil>& verschillen) {
    std::string list;
    for (const Verschil& verschil : verschillen) list += (list.empty() ? "" : ",") + verschil.veld;
    return list;
}

std::string old_values(const std::vector<Verschil>& verschillen) {
    std::string text;
    for (const Verschil& verschil : verschillen)
        if (!verschil.oud.empty()) text += (text.empty() ? "" : "\n") + verschil.veld + ": " + verschil.oud;
    return text;
}

}  // namespace

Result<PartijId> PartijService::create(const Caller& caller, GemeenteId gemeente, Gegevens gegevens) {
    return store_.write([&](store::Tx& tx) { return create(tx, caller, gemeente, gegevens); });
}

Result<PartijId> PartijService::create(store::Tx& tx, const Caller& caller, GemeenteId gemeente, Gegevens gegevens) {
    TRY_DONE(access::require_role(caller, gemeente, bewerkers));
    Partij partij;
    partij.id = ids_.make<dichtbij::Partij>();
    partij.gemeente = gemeente;
    partij.versie = 1;
    partij.gemaakt_op = partij.gewijzigd_op = clock_.now();
    TRY(partij.gegevens, checked(tx, partij.id, gemeente, std::move(gegevens), Gegevens{}));
    PartijStore(tx).insert(partij, actor(caller));
    journal::append(tx, entry(caller, "partij.gemaakt", gemeente, partij.id));
    return partij.id;
}

Result<Done> PartijService::change(const Caller& caller, Wijziging wijziging) {
    return store_.write([&](store::Tx& tx) { return change(tx, caller, wijziging); });
}

Result<Done> PartijService::change(store::Tx& tx, const Caller& caller, Wijziging wijziging) {
    TRY(Partij partij, stored(tx, wijziging.partij));
    TRY_DONE(access::require_role(caller, partij.gemeente, bewerkers));
    if (!is_open_to(tx, caller, partij)) return conflict("a warned partij is opened first", "partij.eerst_openen");
    if (zicht(tx, caller, partij, wijziging.gesprek) == Zicht::beperkt)
        return conflict("nobody was identified in this conversation", "partij.eerst_identificeren");
    if (partij.versie != wijziging.versie) return conflict("version " + std::to_string(partij.versie), "fout.gewijzigd");
    TRY(Gegevens gegevens, checked(tx, partij.id, partij.gemeente, std::move(wijziging.gegevens), partij.gegevens));
    const auto changed = verschillen(partij.gegevens, gegevens);
    if (changed.empty()) return Done{};
    partij.gegevens = std::move(gegevens);
    ++partij.versie;
    partij.gewijzigd_op = clock_.now();
    CHECK_THAT(PartijStore(tx).update(partij, actor(caller)));
    auto line = entry(caller, "partij.gewijzigd", partij.gemeente, partij.id);
    line.kenmerken = {{"velden", journal::names_that_fit(field_list(changed))}};
    if (auto old = old_values(changed); !old.empty()) line.toelichting = std::move(old);
    journal::append(tx, line);
    return Done{};
}

Result<Gegevens> PartijService::checked(store::Tx& tx, PartijId partij, GemeenteId gemeente, Gegevens given, const Gegevens& before) {
    const Day today = day_of(clock_.now());
    Gegevens gegevens = normalised(std::move(given), today);
    auto wrong = problems(gegevens, today);
    forgive(wrong, "digitale_adressen", gegevens.digitale_adressen, before.digitale_adressen);
    forgive(wrong, "rekeningnummers", gegevens.rekeningnummers, before.rekeningnummers);
    const auto add = [&](std::string field, std::string key) { wrong.push_back({std::move(field), std::move(key), {}}); };
    const PartijStore store(tx);

    if (!give_ids(ids_, gegevens.digitale_adressen, before.digitale_adressen)) add("digitale_adressen", "fout.veld.onbekend");
    if (!give_ids(ids_, gegevens.identificatoren, before.identificatoren)) add("identificatoren", "fout.veld.onbekend");
    if (!give_ids(ids_, gegevens.rekeningnummers, before.rekeningnummers)) add("rekeningnummers", "fout.veld.onbekend");
    if (!give_ids(ids_, gegevens.categorie_relaties, before.categorie_relaties)) add("categorie_relaties", "fout.veld.onbekend");
    if (!give_ids(ids_, gegevens.afspraken, before.afspraken)) add("afspraken", "fout.veld.onbekend");
    link_vestiging(gegevens.identificatoren);

    auto& voorkeuren = gegevens.voorkeuren;
    if (voorkeuren.digitaal_adres && !holds_id(gegevens.digitale_adressen, *voorkeuren.digitaal_adres)) voorkeuren.digitaal_adres.reset();
    if (voorkeuren.rekeningnummer && !holds_id(gegevens.rekeningnummers, *voorkeuren.rekeningnummer)) voorkeuren.rekeningnummer.reset();

    for (std::size_t i = 0; i < gegevens.identificatoren.size(); ++i) {
        const Identificator& one = gegevens.identificatoren[i];
        const std::string path = "identificatoren." + std::to_string(i);
        if (const auto taken = store.taken_identificator(gemeente, one); taken && *taken != one.id) add(path + ".object_id", "partij.identificator.bezet");
        if (one.code_soort_object_id == soort_vestigingsnummer && !one.sub_identificator_van) add(path + ".object_id", "partij.vestiging_zonder_kvk");
    }
    for (const Identificator& old : before.identificatoren)
        if (!holds_id(gegevens.identificatoren, old.id) && store.has_children_elsewhere(old.id, partij)) add("identificatoren", "partij.identificator.in_gebruik");
    for (const CategorieRelatie& relatie : gegevens.categorie_relaties)
        if (!store.has_categorie(gemeente, relatie.categorie)) add("categorie_relaties", "fout.veld.onbekend");
    if (const auto* contact = std::get_if<Contactpersoon>(&gegevens.wie); contact && contact->werkte_voor) {
        const auto werkgever = store.find(*contact->werkte_voor);
        if (!werkgever || werkgever->gemeente != gemeente || soort(werkgever->gegevens) != SoortPartij::organisatie) add("werkte_voor_partij", "fout.veld.onbekend");
    }
    if (!wrong.empty()) return invalid(std::move(wrong));
    return gegevens;
}

Result<Partij> PartijService::stored(store::Tx& tx, PartijId id) const {
    auto found = PartijStore(tx).find(id);
    if (!found || found->gewist_op) return not_found("partij " + id.text());
    return std::move(*found);
}

Result<Partij> PartijService::visible(store::Tx& tx, const Caller& caller, PartijId id) const {
    TRY(Partij partij, stored(tx, survivor(tx, id)));
    if (!access::is_active_in(caller, partij.gemeente)) return not_found("partij of another gemeente " + id.text());
    return partij;
}

std::string PartijService::naam_of(store::Tx& tx, PartijId id) const {
    return PartijStore(tx).naam(survivor(tx, id));
}

Result<GemeenteId> PartijService::gemeente_of(store::Tx& tx, PartijId id) const {
    const auto found = PartijStore(tx).gemeente_of(id);
    if (!found) return not_found("partij " + id.text());
    return *found;
}

journal::Entry PartijService::entry(const Caller& caller, std::string gebeurtenis, GemeenteId gemeente, PartijId partij) const {
    auto made = journal::entry(caller, clock_.now(), std::move(gebeurtenis), gemeente, journal::Object::partij, partij.bytes);
    made.partij = partij;
    return made;
}

}  // namespace dichtbij::partij
