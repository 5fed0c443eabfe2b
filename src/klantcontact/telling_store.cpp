#include "klantcontact/telling_store.h"

#include "klantcontact/zicht.h"

namespace dichtbij::klantcontact {
namespace {

constexpr unsigned parts = 32;  // a power of two

struct TellingRij {
    Id<Gemeente> gemeente;
    std::string domein;
    bool vertrouwelijk = false;
    std::optional<Instant> verborgen_op;
    std::int64_t aantal_taken = 0;
};
BOOST_DESCRIBE_STRUCT(TellingRij, (), (gemeente, domein, vertrouwelijk, verborgen_op, aantal_taken))

std::int64_t part_of(Id<dichtbij::Klantcontact> id) { return id.bytes.back() & (parts - 1); }

}  // namespace

Telplaats place_of(const Klantcontact& one) { return {one.id, one.gemeente, one.domein, one.inhoud.vertrouwelijk}; }

void count_klantcontact(store::Tx& tx, const Telplaats& plaats, const Telling& difference) {
    if (difference == Telling{}) return;
    tx.run("insert into klantcontact_telling (gemeente, domein, vertrouwelijk, deel, contacten, taken) values (?1, ?2, ?3, ?4, ?5, ?6) "
           "on conflict (gemeente, domein, vertrouwelijk, deel) do update set contacten = klantcontact_telling.contacten + excluded.contacten, "
           "taken = klantcontact_telling.taken + excluded.taken",
           plaats.gemeente, plaats.domein, plaats.vertrouwelijk, part_of(plaats.id), difference.contacten, difference.taken);
}

std::optional<Geteld> find_counted(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    static const std::string sql = "select " + store::columns<TellingRij>() + " from klantcontact where id = ?1";
    auto row = tx.row<TellingRij>(sql, id);
    if (!row) return std::nullopt;
    Geteld counted{{id, row->gemeente, std::move(row->domein), row->vertrouwelijk}, {}};
    if (!row->verborgen_op) counted.telling = {1, row->aantal_taken};
    return counted;
}

void recount(store::Tx& tx, const Geteld& before) {
    const auto now = find_counted(tx, before.plaats.id);
    if (now == before) return;
    count_klantcontact(tx, before.plaats, {-before.telling.contacten, -before.telling.taken});
    if (now) count_klantcontact(tx, now->plaats, now->telling);
}

void count_taken(store::Tx& tx, Id<dichtbij::Klantcontact> id, int difference) {
    const auto before = find_counted(tx, id);
    if (!before) return;
    tx.run("update klantcontact set aantal_taken = aantal_taken + ?2 where id = ?1", id, difference);
    if (before->telling.contacten != 0) count_klantcontact(tx, before->plaats, {0, difference});
}

Telling total_of(store::Tx& tx, const Zicht& zicht) {
    store::Params params;
    std::string sql = "select cast(coalesce(sum(contacten), 0) as bigint), cast(coalesce(sum(taken), 0) as bigint) from klantcontact_telling where gemeente = " +
                      params.mark(zicht.gemeente) + " and " + of_domains(params, zicht, "domein");
    if (zicht.vertrouwelijk == Vertrouwelijk::verzwegen) sql += " and vertrouwelijk = 0";
    return tx.rows_with<Telling>(sql, params.values()).at(0);
}

std::vector<Id<Gemeente>> wrongly_counted(store::Tx& tx) {
    return tx.rows<Id<Gemeente>>(
        "select distinct gemeente from (select gemeente, domein, vertrouwelijk, cast(sum(contacten) as bigint) as contacten, cast(sum(taken) as bigint) as taken from "
        "(select gemeente, domein, vertrouwelijk, contacten, taken from klantcontact_telling union all "
        "select gemeente, domein, vertrouwelijk, -1, -aantal_taken from klantcontact where verborgen_op is null) beide "
        "group by gemeente, domein, vertrouwelijk) verschil where contacten <> 0 or taken <> 0");
}

}  // namespace dichtbij::klantcontact
