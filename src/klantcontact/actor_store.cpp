#include "klantcontact/actor_store.h"

namespace dichtbij::klantcontact {

void insert_actor(store::Tx& tx, const Actor& actor) { tx.insert("actor", actor); }

void save_actor(store::Tx& tx, const Actor& actor) {
    tx.run("update actor set naam = ?2, soort_actor = ?3, indicatie_actief = ?4, object_id = ?5, code_objecttype = ?6, code_register = ?7, "
           "code_soort_object_id = ?8, functie = ?9, omschrijving = ?10, emailadres = ?11, telefoonnummer = ?12, faxnummer = ?13, medewerker = ?14, "
           "team = ?15 where id = ?1",
           actor.id, actor.naam, actor.soort_actor, actor.indicatie_actief, actor.object_id, actor.code_objecttype, actor.code_register,
           actor.code_soort_object_id, actor.functie, actor.omschrijving, actor.emailadres, actor.telefoonnummer, actor.faxnummer, actor.medewerker,
           actor.team);
}

void delete_actor(store::Tx& tx, const Uuid& id) {
    tx.run("delete from klantcontact_actor where actor = ?1", id);
    tx.run("delete from actor where id = ?1", id);
}

std::optional<Actor> find_actor(store::Tx& tx, const Uuid& id) {
    static const std::string sql = "select " + store::columns<Actor>() + " from actor where id = ?1";
    return tx.row<Actor>(sql, id);
}

std::vector<Actor> find_actors(store::Tx& tx, Id<Gemeente> gemeente, const Actorvraag& vraag) {
    std::vector<store::Value> params{store::Column<Id<Gemeente>>::to(gemeente)};
    std::string where = " where gemeente = ?1";
    const auto add = [&](std::string_view condition, store::Value value) {
        params.push_back(std::move(value));
        where.append(" and ").append(condition).append(" ?").append(std::to_string(params.size()));
    };
    const auto exact = [&](std::string_view column, const std::string& value) {
        if (!value.empty()) add(std::string(column) + " =", value);
    };
    exact("naam", vraag.naam);
    exact("object_id", vraag.object_id);
    exact("code_objecttype", vraag.code_objecttype);
    exact("code_register", vraag.code_register);
    exact("code_soort_object_id", vraag.code_soort_object_id);
    if (vraag.soort_actor) add("soort_actor =", store::Column<SoortActor>::to(*vraag.soort_actor));
    if (vraag.indicatie_actief) add("indicatie_actief =", store::Column<bool>::to(*vraag.indicatie_actief));
    if (vraag.before) add("id <", store::Column<Uuid>::to(*vraag.before));
    params.push_back(store::Column<int>::to(vraag.limit));
    return tx.rows_with<Actor>("select " + store::columns<Actor>() + " from actor" + where + " order by id desc limit ?" + std::to_string(params.size()), params);
}

void insert_link(store::Tx& tx, const ActorKlantcontact& link) { tx.insert("klantcontact_actor", link); }

bool delete_link(store::Tx& tx, const Uuid& id) { return tx.run("delete from klantcontact_actor where id = ?1", id) > 0; }

std::optional<ActorKlantcontact> find_link(store::Tx& tx, const Uuid& id) {
    static const std::string sql = "select " + store::columns<ActorKlantcontact>() + " from klantcontact_actor where id = ?1";
    return tx.row<ActorKlantcontact>(sql, id);
}

std::vector<ActorKlantcontact> links_of(store::Tx& tx, Id<dichtbij::Klantcontact> klantcontact) {
    static const std::string sql = "select " + store::columns<ActorKlantcontact>() + " from klantcontact_actor where klantcontact = ?1 order by id";
    return tx.rows<ActorKlantcontact>(sql, klantcontact);
}

std::vector<Actor> actors_of(store::Tx& tx, Id<dichtbij::Klantcontact> klantcontact) {
    static const std::string sql = "select " + store::columns<Actor>("a") + " from klantcontact_actor k join actor a on a.id = k.actor where k.klantcontact = ?1 order by k.id";
    return tx.rows<Actor>(sql, klantcontact);
}

}  // namespace dichtbij::klantcontact
