#include "taak/aanlever_store.h"

#include "taak/taak_store.h"

namespace dichtbij::taak {

void save_nummers(store::Tx& tx, Id<dichtbij::Taak> id, std::string_view standaardnummer, std::string_view referentienummer) {
    tx.run("update taak set standaardnummer = ?2, referentienummer = ?3 where id = ?1", id, standaardnummer, referentienummer);
}

void save_werk_of(store::Tx& tx, Id<dichtbij::Taak> id, Id<Werk> werk) { tx.run("update taak set werk = ?2 where id = ?1", id, werk); }

void save_klantcontact_of(store::Tx& tx, Id<dichtbij::Taak> id, Id<Klantcontact> klantcontact) {
    tx.run("update taak set klantcontact = ?2 where id = ?1", id, klantcontact);
}

void replace_actoren(store::Tx& tx, Id<dichtbij::Taak> id, const std::vector<Uuid>& actoren) {
    tx.run("delete from taak_actor where taak = ?1", id);
    insert_actoren(tx, id, actoren);
}

void delete_actor_everywhere(store::Tx& tx, const Uuid& actor) { tx.run("delete from taak_actor where actor = ?1", actor); }

std::optional<Melding> melding_of(store::Tx& tx, Id<dichtbij::Taak> id) {
    return tx.row<Melding>("select gemeld_op, gemeld_bij from taak where id = ?1 and gemeld_op is not null", id);
}

void save_melding(store::Tx& tx, Id<dichtbij::Taak> id, const Melding& melding) {
    tx.run("update taak set gemeld_op = ?2, gemeld_bij = ?3 where id = ?1", id, melding.afgehandeld_op, melding.gesloten_op);
}

void save_hidden(store::Tx& tx, Id<dichtbij::Taak> id, Instant op) { tx.run("update taak set verborgen_op = ?2 where id = ?1", id, op); }

bool is_hidden(store::Tx& tx, Id<dichtbij::Taak> id) { return tx.row<std::int64_t>("select 1 from taak where id = ?1 and verborgen_op is not null", id).has_value(); }

}  // namespace dichtbij::taak
