#include "klantcontact/betrokkene_store.h"

namespace dichtbij::klantcontact {
namespace {

struct Rij {
    Uuid id{};
    Id<dichtbij::Klantcontact> klantcontact;
    Id<Gemeente> gemeente;
    std::optional<Id<Partij>> partij;
    Rol rol = Rol::klant;
    bool initiator = true;
    std::string voorletters;
    std::string voornaam;
    std::string voorvoegsel_achternaam;
    std::string achternaam;
    std::string organisatienaam;
    Instant op;
};
BOOST_DESCRIBE_STRUCT(Rij, (), (id, klantcontact, gemeente, partij, rol, initiator, voorletters, voornaam, voorvoegsel_achternaam, achternaam, organisatienaam, op))

enum class Adressoort { bezoek, correspondentie };
BOOST_DESCRIBE_ENUM(Adressoort, bezoek, correspondentie)

void insert_adres(store::Tx& tx, const Uuid& betrokkene, Adressoort soort, const std::optional<partij::Adres>& adres) {
    if (!adres) return;
    static const std::string sql = "insert into betrokkene_adres (betrokkene, soort, " + store::columns<partij::Adres>() +
                                   ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)";
    tx.run(sql, betrokkene, soort, adres->nummeraanduiding_id, adres->straatnaam, adres->huisnummer, adres->huisnummertoevoeging,
           partij::normal_postcode(adres->postcode).value_or(""), adres->stad, adres->adresregel1, adres->adresregel2, adres->adresregel3, adres->land);
}

std::optional<partij::Adres> adres_of(store::Tx& tx, const Uuid& betrokkene, Adressoort soort) {
    static const std::string sql = "select " + store::columns<partij::Adres>() + " from betrokkene_adres where betrokkene = ?1 and soort = ?2";
    return tx.row<partij::Adres>(sql, betrokkene, soort);
}

void delete_addresses(store::Tx& tx, const Uuid& betrokkene) {
    tx.run("delete from betrokkene_adres where betrokkene = ?1", betrokkene);
    tx.run("delete from digitaal_adres where betrokkene = ?1 and partij is null", betrokkene);
    tx.run("update digitaal_adres set betrokkene = null where betrokkene = ?1", betrokkene);
}

}  // namespace

void insert_betrokkene(store::Tx& tx, IdSource& ids, const Bij& bij, const Betrokkene& one) {
    tx.insert("betrokkene", Rij{one.id, bij.klantcontact, bij.gemeente, one.partij, one.rol, one.initiator, one.naam.voorletters, one.naam.voornaam,
                                one.naam.voorvoegsel_achternaam, one.naam.achternaam, one.organisatienaam, bij.op});
    insert_adres(tx, one.id, Adressoort::bezoek, one.bezoekadres);
    insert_adres(tx, one.id, Adressoort::correspondentie, one.correspondentieadres);
    for (const partij::DigitaalAdres& adres : one.digitale_adressen)
        tx.run("insert into digitaal_adres (id, betrokkene, gemeente, volgorde, zoekvorm, soort, adres, is_standaard, omschrijving, referentie, "
               "verificatie_datum) values (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
               adres.id == Uuid{} ? ids.next() : adres.id, one.id, bij.gemeente, partij::bewaarde_zoekvorm(adres), adres.soort, adres.adres,
               adres.is_standaard, adres.omschrijving, adres.referentie, adres.verificatie_datum);
}

void delete_betrokkene(store::Tx& tx, const Uuid& id) {
    delete_addresses(tx, id);
    tx.run("delete from betrokkene where id = ?1", id);
}

void replace_addresses(store::Tx& tx, const Betrokkene& betrokkene) {
    tx.run("delete from betrokkene_adres where betrokkene = ?1", betrokkene.id);
    insert_adres(tx, betrokkene.id, Adressoort::bezoek, betrokkene.bezoekadres);
    insert_adres(tx, betrokkene.id, Adressoort::correspondentie, betrokkene.correspondentieadres);
}

std::vector<Betrokkene> betrokkenen_of(store::Tx& tx, Id<dichtbij::Klantcontact> klantcontact) {
    static const std::string sql = "select " + store::columns<Rij>() + " from betrokkene where klantcontact = ?1 order by id";
    static const std::string adressen = "select " + store::columns<partij::DigitaalAdres>() + " from digitaal_adres where betrokkene = ?1 order by id";
    std::vector<Betrokkene> found;
    for (Rij& row : tx.rows<Rij>(sql, klantcontact)) {
        Betrokkene one;
        one.id = row.id;
        one.partij = row.partij;
        one.rol = row.rol;
        one.initiator = row.initiator;
        one.naam = {std::move(row.voorletters), std::move(row.voornaam), std::move(row.voorvoegsel_achternaam), std::move(row.achternaam)};
        one.organisatienaam = std::move(row.organisatienaam);
        for (const Adressoort soort : tx.rows<Adressoort>("select soort from betrokkene_adres where betrokkene = ?1", row.id))
            (soort == Adressoort::bezoek ? one.bezoekadres : one.correspondentieadres) = adres_of(tx, row.id, soort);
        one.digitale_adressen = tx.rows<partij::DigitaalAdres>(adressen, row.id);
        found.push_back(std::move(one));
    }
    return found;
}

std::optional<Id<dichtbij::Klantcontact>> klantcontact_of_betrokkene(store::Tx& tx, const Uuid& id) {
    return tx.row<Id<dichtbij::Klantcontact>>("select klantcontact from betrokkene where id = ?1", id);
}

std::int64_t link_initiators(store::Tx& tx, Id<dichtbij::Gesprek> gesprek, Id<Partij> partij) {
    return tx.run("update betrokkene set partij = ?2 where partij is null and initiator <> 0 and klantcontact in "
                  "(select id from klantcontact where gesprek = ?1)",
                  gesprek, partij);
}

void wipe_betrokkenen(store::Tx& tx, Id<Partij> partij) {
    for (const Uuid& id : tx.rows<Uuid>("select id from betrokkene where partij = ?1", partij)) delete_addresses(tx, id);
    tx.run("update betrokkene set partij = null, voorletters = '', voornaam = '', voorvoegsel_achternaam = '', achternaam = '', organisatienaam = '' "
           "where partij = ?1",
           partij);
}

}  // namespace dichtbij::klantcontact
