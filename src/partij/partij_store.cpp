#include "partij/partij_store.h"

#include <algorithm>

#include "partij/partij_rij_store.h"

namespace dichtbij::partij {
namespace {

using store::columns;
using store::Value;

template <class T>
Value value_of(const T& value) {
    return store::Column<T>::to(value);
}

struct Field {
    std::string_view name;
    Value value;
};

template <class T>
std::vector<Field> fields_of(const T& value) {
    std::vector<Field> fields;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
        fields.push_back({member.name, value_of(value.*member.pointer)});
    });
    return fields;
}

// What a table has beside the members of the value.
template <class T>
void add_own(std::vector<Field>&, const T&) {}
void add_own(std::vector<Field>& fields, const DigitaalAdres& adres) {
    fields.push_back({"zoekvorm", bewaarde_zoekvorm(adres)});
}

void run_insert(store::Tx& tx, std::string_view table, std::vector<Field> fields) {
    std::string names;
    std::string marks;
    std::vector<Value> params;
    for (Field& field : fields) {
        params.push_back(std::move(field.value));
        names.append(names.empty() ? "" : ", ").append(field.name);
        marks.append(marks.empty() ? "?" : ", ?").append(std::to_string(params.size()));
    }
    tx.run_with(std::string("insert into ").append(table).append(" (").append(names).append(") values (").append(marks).append(")"), params);
}

// Of the row whose `key` (the first field) has that value.
void run_update(store::Tx& tx, std::string_view table, std::vector<Field> fields) {
    std::string sets;
    std::vector<Value> params;
    for (Field& field : fields) {
        params.push_back(std::move(field.value));
        if (params.size() == 1) continue;
        sets.append(sets.empty() ? "" : ", ").append(field.name).append(" = ?").append(std::to_string(params.size()));
    }
    tx.run_with(std::string("update ").append(table).append(" set ").append(sets).append(" where ").append(fields[0].name).append(" = ?1"), params);
}

struct Owner {
    PartijId partij;
    GemeenteId gemeente;
};

template <class T>
void insert_owned(store::Tx& tx, std::string_view table, const Owner& owner, std::size_t place, const T& value) {
    auto fields = fields_of(value);
    add_own(fields, value);
    fields.push_back({"gemeente", value_of(owner.gemeente)});
    fields.push_back({"partij", value_of(owner.partij)});
    fields.push_back({"volgorde", static_cast<std::int64_t>(place)});
    run_insert(tx, table, std::move(fields));
}

template <class T>
void update_owned(store::Tx& tx, std::string_view table, std::size_t place, const T& value) {
    auto fields = fields_of(value);
    add_own(fields, value);
    fields.push_back({"volgorde", static_cast<std::int64_t>(place)});
    run_update(tx, table, std::move(fields));
}

template <class T>
const T* with_id(const std::vector<T>& list, const Uuid& id) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& value) { return value.id == id; });
    return found == list.end() ? nullptr : &*found;
}

// What goes from a partij. An address that somebody gave in a contact stays with that contact.
template <class T>
void remove_owned(store::Tx& tx, std::string_view table, const T& value) {
    tx.run(std::string("delete from ").append(table).append(" where id = ?1"), value.id);
}
void remove_owned(store::Tx& tx, std::string_view, const DigitaalAdres& adres) {
    if (tx.run("delete from digitaal_adres where id = ?1 and betrokkene is null", adres.id) == 0)
        tx.run("update digitaal_adres set partij = null, volgorde = 0, is_standaard = 0 where id = ?1", adres.id);
}

// Rows that stay keep their id and row: other rows point at them. Children of a list (a vestigingsnummer
// under its KvK-nummer) stand behind their parents, so removal goes from the back.
template <class T>
void sync_list(store::Tx& tx, std::string_view table, const Owner& owner, const std::vector<T>& before, const std::vector<T>& now) {
    for (auto old = before.rbegin(); old != before.rend(); ++old)
        if (!with_id(now, old->id)) remove_owned(tx, table, *old);
    for (std::size_t i = 0; i < now.size(); ++i) {
        const T* old = with_id(before, now[i].id);
        if (!old) insert_owned(tx, table, owner, i, now[i]);
        else if (*old != now[i] || old != &before[std::min(i, before.size() - 1)]) update_owned(tx, table, i, now[i]);
    }
}

template <class T>
std::vector<T> read_list(store::Tx& tx, std::string_view table, PartijId partij) {
    return tx.rows<T>("select " + columns<T>() + " from " + std::string(table) + " where partij = ?1 order by volgorde, id", partij);
}

void insert_address(store::Tx& tx, const Owner& owner, std::string_view soort, const std::optional<Adres>& adres) {
    if (!adres) return;
    auto fields = fields_of(*adres);
    fields.push_back({"partij", value_of(owner.partij)});
    fields.push_back({"gemeente", value_of(owner.gemeente)});
    fields.push_back({"soort", std::string(soort)});
    run_insert(tx, "partij_adres", std::move(fields));
}

void insert_addresses(store::Tx& tx, const Owner& owner, const Gegevens& gegevens) {
    insert_address(tx, owner, "bezoekadres", gegevens.bezoekadres);
    insert_address(tx, owner, "correspondentieadres", gegevens.correspondentieadres);
}

std::optional<Adres> read_address(store::Tx& tx, PartijId partij, std::string_view soort) {
    return tx.row<Adres>("select " + columns<Adres>() + " from partij_adres where partij = ?1 and soort = ?2", partij, soort);
}

void sync_lists(store::Tx& tx, const Owner& owner, const Gegevens& before, const Gegevens& now) {
    sync_list(tx, "digitaal_adres", owner, before.digitale_adressen, now.digitale_adressen);
    sync_list(tx, "partij_identificator", owner, before.identificatoren, now.identificatoren);
    sync_list(tx, "rekeningnummer", owner, before.rekeningnummers, now.rekeningnummers);
    sync_list(tx, "categorie_relatie", owner, before.categorie_relaties, now.categorie_relaties);
    sync_list(tx, "partij_afspraak", owner, before.afspraken, now.afspraken);
}

}  // namespace

std::optional<Partij> PartijStore::find(PartijId id) const {
    auto row = tx_.row<PartijRij>("select " + columns<PartijRij>() + " from partij where id = ?1", id);
    if (!row) return std::nullopt;
    Partij partij = partij_of(std::move(*row));
    Gegevens& gegevens = partij.gegevens;
    gegevens.bezoekadres = read_address(tx_, id, "bezoekadres");
    gegevens.correspondentieadres = read_address(tx_, id, "correspondentieadres");
    gegevens.digitale_adressen = read_list<DigitaalAdres>(tx_, "digitaal_adres", id);
    gegevens.identificatoren = read_list<Identificator>(tx_, "partij_identificator", id);
    gegevens.rekeningnummers = read_list<Rekeningnummer>(tx_, "rekeningnummer", id);
    gegevens.categorie_relaties = read_list<CategorieRelatie>(tx_, "categorie_relatie", id);
    gegevens.afspraken = read_list<Afspraak>(tx_, "partij_afspraak", id);
    if (const auto link = samenvoeging(id)) partij.opgegaan_in = link->overlevend;
    return partij;
}

std::optional<GemeenteId> PartijStore::gemeente_of(PartijId id) const {
    return tx_.row<GemeenteId>("select gemeente from partij where id = ?1", id);
}

std::optional<MedewerkerId> PartijStore::last_changed_by(PartijId id) const {
    return tx_.row<std::optional<MedewerkerId>>("select gewijzigd_door from partij where id = ?1", id).value_or(std::nullopt);
}

void PartijStore::insert(const Partij& partij, std::optional<MedewerkerId> door) const {
    tx_.insert("partij", row_of(partij, door));
    const Owner owner{partij.id, partij.gemeente};
    insert_addresses(tx_, owner, partij.gegevens);
    sync_lists(tx_, owner, Gegevens{}, partij.gegevens);
}

bool PartijStore::update(const Partij& partij, std::optional<MedewerkerId> door) const {
    const auto before = find(partij.id);
    if (!before || before->versie != partij.versie - 1) return false;
    run_update(tx_, "partij", fields_of(row_of(partij, door)));
    const Owner owner{partij.id, partij.gemeente};
    const Gegevens& old = before->gegevens;
    if (old.bezoekadres != partij.gegevens.bezoekadres || old.correspondentieadres != partij.gegevens.correspondentieadres) {
        tx_.run("delete from partij_adres where partij = ?1", partij.id);
        insert_addresses(tx_, owner, partij.gegevens);
    }
    sync_lists(tx_, owner, old, partij.gegevens);
    return true;
}

void PartijStore::erase(PartijId id, Instant now) const {
    const auto before = find(id);
    CHECK_THAT(before.has_value());
    Partij empty;
    empty.id = id;
    empty.gemeente = before->gemeente;
    empty.versie = before->versie + 1;
    empty.gemaakt_op = before->gemaakt_op;
    empty.gewijzigd_op = now;
    empty.gewist_op = now;
    empty.gegevens.indicaties.actief = false;
    empty.gegevens.voorkeuren.taal.clear();
    if (soort(before->gegevens) == SoortPartij::organisatie) empty.gegevens.wie = Organisatie{};
    if (soort(before->gegevens) == SoortPartij::contactpersoon) empty.gegevens.wie = Contactpersoon{};
    // Vestigingen of others under an erased KvK-nummer lose their parent, not themselves.
    tx_.run("update partij_identificator set sub_identificator_van = null where sub_identificator_van in (select id from partij_identificator where partij = ?1) and (partij is null or partij <> ?1)", id);
    tx_.run("update digitaal_adres set betrokkene = null where partij = ?1", id);  // these go too
    CHECK_THAT(update(empty, std::nullopt));
    tx_.run("delete from vertegenwoordiging where vertegenwoordigende_partij = ?1 or vertegenwoordigde_partij = ?1", id);
    tx_.run("delete from partij_samenvoeging where dubbel = ?1 or overlevend = ?1", id);
    tx_.run("delete from identificatie_antwoord where identificatie in (select id from identificatie where partij = ?1)", id);
    tx_.run("delete from identificatie where partij = ?1", id);
    tx_.run("delete from partij_opening where partij = ?1", id);
}

}  // namespace dichtbij::partij
