#include "balie/concept_store.h"

#include <array>

namespace dichtbij::balie {
namespace {

constexpr std::array<store::Migration, 1> all{{{"balie.1", 1, R"(
-- persoonsgegevens: 7 dagen nadat er niets meer aan gedaan is
create table concept (
  id $id not null primary key,
  gemeente $id not null,
  medewerker $id not null,
  kanaal $text not null,
  partij $id,
  kop $text not null,
  inhoud $text not null,
  begonnen_op $int not null,
  gewijzigd_op $int not null,
  versie $int not null
) $strict;
create index concept_medewerker on concept (medewerker, begonnen_op);
create index concept_gewijzigd on concept (gewijzigd_op))"}}};

const std::string& select() {
    static const std::string sql = "select " + store::columns<ConceptRij>() + " from concept ";
    return sql;
}

}  // namespace

std::span<const store::Migration> migrations() { return all; }

void insert_concept(store::Tx& tx, const ConceptRij& rij) { tx.insert("concept", rij); }

std::optional<ConceptRij> find_concept(store::Tx& tx, Id<Gesprek> id) {
    return tx.row<ConceptRij>(select() + "where id = ?1", id);
}

void update_concept(store::Tx& tx, const ConceptRij& rij) {
    tx.run("update concept set kanaal = ?2, partij = ?3, kop = ?4, inhoud = ?5, gewijzigd_op = ?6, versie = ?7 where id = ?1",
           rij.id, rij.kanaal, rij.partij, rij.kop, rij.inhoud, rij.gewijzigd_op, rij.versie);
}

void delete_concept(store::Tx& tx, Id<Gesprek> id) { tx.run("delete from concept where id = ?1", id); }

std::vector<ConceptRij> concepten_of(store::Tx& tx, Id<Medewerker> medewerker, int limit) {
    return tx.rows<ConceptRij>(select() + "where medewerker = ?1 order by begonnen_op limit ?2", medewerker, limit);
}

std::int64_t delete_concepten_before(store::Tx& tx, Instant gewijzigd_op, int limit) {
    return tx.run("delete from concept where id in (select id from concept where gewijzigd_op < ?1 order by gewijzigd_op limit ?2)", gewijzigd_op, limit);
}

std::int64_t delete_concepten_of_partij(store::Tx& tx, Id<Partij> partij) {
    return tx.run("delete from concept where partij = ?1", partij);
}

}  // namespace dichtbij::balie
