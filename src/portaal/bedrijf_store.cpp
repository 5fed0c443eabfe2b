#include "portaal/bedrijf_store.h"

namespace dichtbij::portaal {
namespace {

void delete_medewerker(store::Tx& tx, const Uuid& id) {
    for (const char* sql : {"delete from bedrijf_eigen where medewerker = ?1", "delete from bedrijf_zaaktype where medewerker = ?1", "delete from bedrijf_medewerker where id = ?1"}) tx.run(sql, id);
}

}  // namespace

std::vector<Bedrijfsmedewerker> find_bedrijfsmedewerkers(store::Tx& tx, const std::vector<Id<Partij>>& van) {
    std::vector<store::Value> params;
    std::string marks;
    for (const Id<Partij>& one : van) {
        params.push_back(store::Column<Id<Partij>>::to(one));
        marks += (marks.empty() ? "?" : ", ?") + std::to_string(params.size());
    }
    if (params.empty()) return {};
    params.push_back(static_cast<std::int64_t>(bedrijfsmedewerkers_limit));
    return tx.rows_with<Bedrijfsmedewerker>("select " + store::columns<Bedrijfsmedewerker>() + " from bedrijf_medewerker where bedrijf in (" + marks + ") order by eerst_op, id limit ?" +
                                                std::to_string(params.size()),
                                            params);
}

void insert_bedrijfsmedewerker(store::Tx& tx, const Bedrijfsmedewerker& one) { tx.insert("bedrijf_medewerker", one); }

void update_bedrijfsmedewerker(store::Tx& tx, const Bedrijfsmedewerker& one) {
    tx.run("update bedrijf_medewerker set naam = ?2, zicht = ?3, beheert = ?4, geblokkeerd = ?5, versie = ?6 where id = ?1", one.id, one.naam, one.zicht, one.beheert, one.geblokkeerd, one.versie);
}

void set_gezien(store::Tx& tx, const Uuid& medewerker, Instant now) { tx.run("update bedrijf_medewerker set gezien_op = ?2 where id = ?1", medewerker, now); }

std::vector<Id<Zaaktype>> find_zaaktypen(store::Tx& tx, const Uuid& medewerker) {
    return tx.rows<Id<Zaaktype>>("select zaaktype from bedrijf_zaaktype where medewerker = ?1 order by zaaktype", medewerker);
}

void set_zaaktypen(store::Tx& tx, const Uuid& medewerker, const std::vector<Id<Zaaktype>>& zaaktypen) {
    tx.run("delete from bedrijf_zaaktype where medewerker = ?1", medewerker);
    for (const Id<Zaaktype>& one : zaaktypen) tx.run("insert into bedrijf_zaaktype (medewerker, zaaktype) values (?1, ?2)", medewerker, one);
}

void put_eigen(store::Tx& tx, const Uuid& medewerker, std::string_view soort, const Uuid& object) {
    tx.run("insert into bedrijf_eigen (medewerker, soort, object) values (?1, ?2, ?3)", medewerker, soort, object);
}

bool has_eigen(store::Tx& tx, const Uuid& medewerker, std::string_view soort, const Uuid& object) {
    return tx.value<std::int64_t>("select count(*) from bedrijf_eigen where medewerker = ?1 and soort = ?2 and object = ?3", medewerker, soort, object) > 0;
}

bool has_blocked(store::Tx& tx, std::string_view pseudoniem) {
    return tx.value<std::int64_t>("select count(*) from bedrijf_medewerker where pseudoniem = ?1 and geblokkeerd = 1", pseudoniem) > 0;
}

void delete_of_bedrijf(store::Tx& tx, Id<Partij> bedrijf) {
    for (const Uuid& id : tx.rows<Uuid>("select id from bedrijf_medewerker where bedrijf = ?1", bedrijf)) delete_medewerker(tx, id);
}

std::vector<access::Vernietigd> delete_old_bedrijfsmedewerkers(store::Tx& tx, Instant voor, int limit) {
    std::vector<access::Vernietigd> gone;
    for (const Uuid& id : tx.rows<Uuid>("select id from bedrijf_medewerker where gezien_op < ?1 order by gezien_op limit ?2", voor, limit)) {
        delete_medewerker(tx, id);
        gone.push_back({"bedrijf_medewerker", id});
    }
    return gone;
}

}  // namespace dichtbij::portaal
