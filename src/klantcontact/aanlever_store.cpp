#include "klantcontact/aanlever_store.h"

namespace dichtbij::klantcontact {

bool referentienummer_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    return tx.row<std::int64_t>("select 1 from klantcontact where gemeente = ?1 and referentienummer = ?2 and referentienummer <> ''", gemeente, nummer).has_value();
}

void save_nummers(store::Tx& tx, Id<dichtbij::Klantcontact> id, std::string_view standaardnummer, std::string_view referentienummer) {
    tx.run("update klantcontact set standaardnummer = ?2, referentienummer = ?3 where id = ?1", id, standaardnummer, referentienummer);
}

void save_werk_of(store::Tx& tx, Id<dichtbij::Klantcontact> id, Id<Werk> werk) { tx.run("update klantcontact set werk = ?2 where id = ?1", id, werk); }

void save_betrokkene(store::Tx& tx, const Bij& bij, const Betrokkene& one) {
    tx.run("update betrokkene set klantcontact = ?2, partij = ?3, rol = ?4, initiator = ?5, voorletters = ?6, voornaam = ?7, "
           "voorvoegsel_achternaam = ?8, achternaam = ?9, organisatienaam = ?10, op = ?11 where id = ?1",
           one.id, bij.klantcontact, one.partij, one.rol, one.initiator, one.naam.voorletters, one.naam.voornaam, one.naam.voorvoegsel_achternaam,
           one.naam.achternaam, one.organisatienaam, bij.op);
    replace_addresses(tx, one);
}

void release_betrokkene(store::Tx& tx, const Uuid& id) {
    tx.run("update digitaal_adres set betrokkene = null where betrokkene = ?1", id);
    delete_betrokkene(tx, id);
}

std::optional<Objecthouder> find_object(store::Tx& tx, const Uuid& id) {
    return tx.row<Objecthouder>("select gemeente, klantcontact from klantcontact_object where id = ?1", id);
}

void save_object(store::Tx& tx, const std::optional<Id<dichtbij::Klantcontact>>& klantcontact, const Objectverwijzing& object) {
    tx.run("update klantcontact_object set klantcontact = ?2, object_id = ?3, code_objecttype = ?4, code_register = ?5, code_soort_object_id = ?6, "
           "was_klantcontact = ?7 where id = ?1",
           object.id, klantcontact, object.object_id, object.code_objecttype, object.code_register, object.code_soort_object_id, object.was_klantcontact);
}

void delete_object(store::Tx& tx, const Uuid& id) { tx.run("delete from klantcontact_object where id = ?1", id); }

bool has_other_onderwerpobject(store::Tx& tx, Id<dichtbij::Klantcontact> klantcontact, const Uuid& object) {
    return tx.row<std::int64_t>("select 1 from klantcontact_object where klantcontact = ?1 and id <> ?2 and soort = ?3 union all "
                                "select 1 from klantcontact_object where was_klantcontact = ?1 and id <> ?2 and soort = ?3",
                                klantcontact, object, Objectsoort::onderwerpobject)
        .has_value();
}

void save_link(store::Tx& tx, const ActorKlantcontact& link) {
    tx.run("update klantcontact_actor set klantcontact = ?2, actor = ?3 where id = ?1", link.id, link.klantcontact, link.actor);
}

}  // namespace dichtbij::klantcontact
