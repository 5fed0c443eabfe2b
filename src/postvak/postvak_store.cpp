#include "postvak/postvak_store.h"

#include <algorithm>

namespace dichtbij::postvak {
namespace {

struct PostvakRij {
    Id<dichtbij::Postvak> id;
    Id<Gemeente> gemeente;
    std::string naam;
    std::string taal;
    std::optional<Id<Onderwerp>> onderwerp;
    std::optional<Id<Team>> team;
    Weg weg = Weg::lmtp;
    bool actief = true;
    Instant gemaakt_op;
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(PostvakRij, (), (id, gemeente, naam, taal, onderwerp, team, weg, actief, gemaakt_op, versie))

void insert_adressen(store::Tx& tx, const Postvak& one) {
    std::int64_t number = 0;
    for (const std::string& adres : one.adressen) tx.run("insert into postvak_adres (adres, postvak, volgnummer) values (?1, ?2, ?3)", adres, one.id, ++number);
}

Postvak as_postvak(store::Tx& tx, const PostvakRij& row) {
    return {row.id, row.gemeente, row.naam, tx.rows<std::string>("select adres from postvak_adres where postvak = ?1 order by volgnummer", row.id),
            row.taal, row.onderwerp, row.team, row.weg, row.actief, row.versie};
}

}  // namespace

void insert_postvak(store::Tx& tx, const Postvak& one, Instant now) {
    tx.insert("postvak", PostvakRij{one.id, one.gemeente, one.naam, one.taal, one.onderwerp, one.team, one.weg, one.actief, now, one.versie});
    insert_adressen(tx, one);
}

void save_postvak(store::Tx& tx, const Postvak& one) {
    tx.run("update postvak set naam = ?2, taal = ?3, onderwerp = ?4, team = ?5, weg = ?6, actief = ?7, versie = ?8 where id = ?1", one.id, one.naam, one.taal, one.onderwerp,
           one.team, one.weg, one.actief, one.versie);
    tx.run("delete from postvak_adres where postvak = ?1", one.id);
    insert_adressen(tx, one);
}

std::optional<Postvak> find_postvak(store::Tx& tx, Id<dichtbij::Postvak> id) {
    const auto row = tx.row<PostvakRij>("select " + store::columns<PostvakRij>() + " from postvak where id = ?1", id);
    return row ? std::optional(as_postvak(tx, *row)) : std::nullopt;
}

std::vector<Postvak> postvakken_of(store::Tx& tx, Id<Gemeente> gemeente) {
    std::vector<Postvak> all;
    for (const auto& row : tx.rows<PostvakRij>("select " + store::columns<PostvakRij>() + " from postvak where gemeente = ?1 order by naam, id", gemeente))
        all.push_back(as_postvak(tx, row));
    return all;
}

std::optional<Id<dichtbij::Postvak>> postvak_met_adres(store::Tx& tx, std::string_view adres) {
    return tx.row<Id<dichtbij::Postvak>>("select postvak from postvak_adres where adres = ?1", std::string(adres));
}

}  // namespace dichtbij::postvak
