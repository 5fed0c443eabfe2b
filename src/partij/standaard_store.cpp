#include "partij/standaard_store.h"

#include <boost/describe/enum_to_string.hpp>

namespace dichtbij::partij {
namespace {

using store::columns;

std::string table_of(Deel deel) { return boost::describe::enum_to_string(deel, ""); }

}  // namespace

bool StandaardStore::is_nummer_taken(std::string_view nummer, PartijId by_other_than) const {
    return tx_.row<std::int64_t>("select 1 from partij where gemeente = ?1 and nummer <> '' and nummer = ?2 and id <> ?3 limit 1", gemeente_, nummer, by_other_than).has_value();
}

bool StandaardStore::has_contactpersonen(PartijId organisatie) const {
    return tx_.row<std::int64_t>("select 1 from partij where werkte_voor is not null and werkte_voor = ?1 and gewist_op is null limit 1", organisatie).has_value();
}

void StandaardStore::forget_werkgever(PartijId organisatie, Instant now) const {
    tx_.run("update partij set werkte_voor = null, versie = versie + 1, gewijzigd_op = ?2 where werkte_voor is not null and werkte_voor = ?1", organisatie, now);
}

std::optional<DigitaalAdresregel> StandaardStore::digitaal_adres(const Uuid& id) const {
    return tx_.row<DigitaalAdresregel>("select " + columns<DigitaalAdresregel>() + " from digitaal_adres where id = ?1 and gemeente = ?2", id, gemeente_);
}

void StandaardStore::insert(const DigitaalAdresregel& row) const {
    const DigitaalAdres adres{row.id, row.soort, row.adres, false, row.omschrijving, row.referentie, row.verificatie_datum};
    tx_.run("insert into digitaal_adres (id, gemeente, partij, betrokkene, volgorde, soort, adres, zoekvorm, is_standaard, omschrijving, referentie, verificatie_datum) "
            "values (?1, ?2, null, ?3, 0, ?4, ?5, ?6, 0, ?7, ?8, ?9)",
            row.id, gemeente_, row.betrokkene, row.soort, row.adres, bewaarde_zoekvorm(adres), row.omschrijving, row.referentie, row.verificatie_datum);
}

void StandaardStore::insert(const Identificator& row) const {
    tx_.run("insert into partij_identificator (id, gemeente, partij, volgorde, code_objecttype, code_register, code_soort_object_id, object_id, andere_partij_identificator, "
            "sub_identificator_van) values (?1, ?2, null, 0, ?3, ?4, ?5, ?6, ?7, ?8)",
            row.id, gemeente_, row.code_objecttype, row.code_register, row.code_soort_object_id, row.object_id, row.andere_partij_identificator, row.sub_identificator_van);
}

void StandaardStore::insert(const Rekeningnummer& row) const {
    tx_.run("insert into rekeningnummer (id, gemeente, partij, volgorde, iban, bic) values (?1, ?2, null, 0, ?3, ?4)", row.id, gemeente_, row.iban, row.bic);
}

void StandaardStore::insert(const CategorieRelatie& row) const {
    tx_.run("insert into categorie_relatie (id, gemeente, partij, volgorde, categorie, begin_datum, eind_datum) values (?1, ?2, null, 0, ?3, ?4, ?5)", row.id, gemeente_,
            row.categorie, row.begin_datum, row.eind_datum);
}

void StandaardStore::update(const DigitaalAdres& row) const {
    tx_.run("update digitaal_adres set soort = ?2, adres = ?3, zoekvorm = ?4, omschrijving = ?5, referentie = ?6, verificatie_datum = ?7 where id = ?1", row.id, row.soort,
            row.adres, bewaarde_zoekvorm(row), row.omschrijving, row.referentie, row.verificatie_datum);
}

void StandaardStore::update(const Identificator& row) const {
    tx_.run("update partij_identificator set code_objecttype = ?2, code_register = ?3, code_soort_object_id = ?4, object_id = ?5, andere_partij_identificator = ?6, "
            "sub_identificator_van = ?7 where id = ?1",
            row.id, row.code_objecttype, row.code_register, row.code_soort_object_id, row.object_id, row.andere_partij_identificator, row.sub_identificator_van);
}

void StandaardStore::update(const Rekeningnummer& row) const { tx_.run("update rekeningnummer set iban = ?2, bic = ?3 where id = ?1", row.id, row.iban, row.bic); }

void StandaardStore::update(const CategorieRelatie& row) const {
    tx_.run("update categorie_relatie set categorie = ?2, begin_datum = ?3, eind_datum = ?4 where id = ?1", row.id, row.categorie, row.begin_datum, row.eind_datum);
}

void StandaardStore::set_betrokkene(const Uuid& digitaal_adres, const std::optional<Uuid>& betrokkene) const {
    tx_.run("update digitaal_adres set betrokkene = ?2 where id = ?1", digitaal_adres, betrokkene);
}

void StandaardStore::link(Deel deel, const Uuid& row, const std::optional<PartijId>& partij) const {
    if (!partij && deel == Deel::digitaal_adres) tx_.run("update digitaal_adres set is_standaard = 0 where id = ?1", row);
    if (!partij) {
        tx_.run("update " + table_of(deel) + " set partij = null, volgorde = 0 where id = ?1", row);
        return;
    }
    tx_.run("update " + table_of(deel) + " set partij = ?2, volgorde = (select coalesce(max(x.volgorde) + 1, 0) from " + table_of(deel) + " x where x.partij = ?2) where id = ?1", row, *partij);
}

void StandaardStore::remove(Deel deel, const Uuid& row) const { tx_.run("delete from " + table_of(deel) + " where id = ?1", row); }

bool StandaardStore::has_children(const Uuid& identificator) const {
    return tx_.row<std::int64_t>("select 1 from partij_identificator where sub_identificator_van = ?1 limit 1", identificator).has_value();
}

bool StandaardStore::has_children_of_others(PartijId partij) const {
    return tx_.row<std::int64_t>("select 1 from partij_identificator o join partij_identificator i on i.sub_identificator_van = o.id where o.partij = ?1 and (i.partij is null or i.partij <> ?1) limit 1", partij).has_value();
}

std::optional<Uuid> StandaardStore::other_with_referentie(PartijId partij, SoortDigitaalAdres soort, std::string_view referentie, const Uuid& than) const {
    return tx_.row<Uuid>("select id from digitaal_adres where partij = ?1 and soort = ?2 and referentie <> '' and referentie = ?3 and id <> ?4 limit 1", partij, soort, referentie, than);
}

void StandaardStore::update(const Categorie& row) const { tx_.run("update categorie set naam = ?2 where id = ?1", row.id, row.naam); }

void StandaardStore::remove_categorie(const Uuid& id) const { tx_.run("delete from categorie where id = ?1", id); }

std::vector<Uuid> StandaardStore::relaties_of_categorie(const Uuid& id, int limit) const {
    return tx_.rows<Uuid>("select id from categorie_relatie where categorie = ?1 order by id limit ?2", id, limit);
}

void StandaardStore::update(const Vertegenwoordiging& row) const {
    tx_.run("update vertegenwoordiging set vertegenwoordigende_partij = ?2, vertegenwoordigde_partij = ?3 where id = ?1", row.id, row.vertegenwoordigende_partij, row.vertegenwoordigde_partij);
}

}  // namespace dichtbij::partij
