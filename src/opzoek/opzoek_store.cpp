#include "opzoek/opzoek_store.h"

#include "access/bewaring.h"

namespace dichtbij::opzoek {
namespace {

constexpr int per_huisnummer = 200;

}  // namespace

void insert_opzoeking(store::Tx& tx, const OpzoekingRij& row) { tx.insert("opzoeking", row); }

std::vector<OpzoekingRij> opzoekingen(store::Tx& tx, Id<Gemeente> gemeente, const std::optional<Uuid>& voor, int limit) {
    static const std::string select = "select " + store::columns<OpzoekingRij>() + " from opzoeking where gemeente = ?1";
    if (voor) return tx.rows<OpzoekingRij>(select + " and id < ?2 order by id desc limit ?3", gemeente, *voor, limit);
    return tx.rows<OpzoekingRij>(select + " order by id desc limit ?2", gemeente, limit);
}

std::vector<Bronaantal> aantallen_sinds(store::Tx& tx, Id<Gemeente> gemeente, Instant sinds) {
    return tx.rows<Bronaantal>("select bron, mislukt, count(*) from opzoeking where gemeente = ?1 and id >= ?2 group by bron, mislukt order by bron, mislukt", gemeente,
                               access::eerste_id_van(sinds));
}

std::optional<OpzoekingRij> laatste_mislukte(store::Tx& tx, Id<Gemeente> gemeente, Bron bron) {
    static const std::string sql = "select " + store::columns<OpzoekingRij>() + " from opzoeking where gemeente = ?1 and bron = ?2 and mislukt = 1 order by id desc limit 1";
    return tx.row<OpzoekingRij>(sql, gemeente, naam_of(bron));
}

std::optional<Instant> uit_sinds(store::Tx& tx, Id<Gemeente> gemeente, Bron bron) {
    return tx.row<Instant>("select uit_op from opzoekbron_uit where gemeente = ?1 and bron = ?2", gemeente, naam_of(bron));
}

bool zet_uit(store::Tx& tx, Id<Gemeente> gemeente, Bron bron, Instant now) {
    if (uit_sinds(tx, gemeente, bron)) return false;
    tx.run("insert into opzoekbron_uit (gemeente, bron, uit_op) values (?1, ?2, ?3)", gemeente, naam_of(bron), now);
    return true;
}

bool zet_aan(store::Tx& tx, Id<Gemeente> gemeente, Bron bron) {
    return tx.run("delete from opzoekbron_uit where gemeente = ?1 and bron = ?2", gemeente, naam_of(bron)) > 0;
}

std::vector<Vondstadres> lokale_adressen(store::Tx& tx, const std::string& postcode, int huisnummer) {
    static const std::string sql = "select " + store::columns<LokaalAdres>() + " from lokaal_adres where postcode = ?1 and huisnummer = ?2 order by huisletter, toevoeging limit ?3";
    std::vector<Vondstadres> found;
    for (const LokaalAdres& row : tx.rows<LokaalAdres>(sql, postcode, huisnummer, per_huisnummer)) {
        Vondstadres adres;
        adres.straat = row.straat;
        adres.huisnummer = row.huisnummer;
        adres.toevoeging = toevoeging_of(row.huisletter, row.toevoeging);
        adres.postcode = row.postcode;
        adres.plaats = row.plaats;
        found.push_back(std::move(adres));
    }
    return found;
}

std::int64_t aantal_lokale_adressen(store::Tx& tx, std::int64_t most) {
    return tx.value<std::int64_t>("select count(*) from (select 1 as een from lokaal_adres limit ?1) as een", most);
}

bool bewaar(store::Tx& tx, const LokaalAdres& adres) {
    static const std::string sql = "select " + store::columns<LokaalAdres>() + " from lokaal_adres where postcode = ?1 and huisnummer = ?2 and huisletter = ?3 and toevoeging = ?4";
    const auto known = tx.row<LokaalAdres>(sql, adres.postcode, adres.huisnummer, adres.huisletter, adres.toevoeging);
    if (known && *known == adres) return false;
    if (known)
        tx.run("update lokaal_adres set straat = ?5, plaats = ?6 where postcode = ?1 and huisnummer = ?2 and huisletter = ?3 and toevoeging = ?4", adres.postcode, adres.huisnummer,
               adres.huisletter, adres.toevoeging, adres.straat, adres.plaats);
    else
        tx.insert("lokaal_adres", adres);
    return true;
}

}  // namespace dichtbij::opzoek
