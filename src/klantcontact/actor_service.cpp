#include "klantcontact/actor_service.h"

#include <algorithm>

#include "klantcontact/actor_store.h"
#include "werk/toegang_service.h"

namespace dichtbij::klantcontact {

Result<Actor> ActorService::create(const access::Caller& caller, Actor actor) {
    return store_.write([&](store::Tx& tx) { return create(tx, caller, actor); });
}

Result<Actor> ActorService::create(store::Tx& tx, const access::Caller& caller, Actor actor) {
    TRY_DONE(werk::may_know(caller, actor.gemeente));
    if (auto errors = problems(actor); !errors.empty()) return invalid(std::move(errors));
    actor.id = ids_.next();
    insert_actor(tx, actor);
    record(tx, caller, "actor.gemaakt", actor);
    return actor;
}

Result<Actor> ActorService::change(const access::Caller& caller, const Actor& actor) {
    return store_.write([&](store::Tx& tx) { return change(tx, caller, actor); });
}

Result<Actor> ActorService::change(store::Tx& tx, const access::Caller& caller, const Actor& changed) {
    TRY(const Actor before, get(tx, caller, changed.id));
    Actor actor = changed;
    actor.gemeente = before.gemeente;
    if (auto errors = problems(actor); !errors.empty()) return invalid(std::move(errors));
    save_actor(tx, actor);
    record(tx, caller, "actor.gewijzigd", actor);
    return actor;
}

Result<Done> ActorService::remove(const access::Caller& caller, const Uuid& actor) {
    return store_.write([&](store::Tx& tx) { return remove(tx, caller, actor); });
}

Result<Done> ActorService::remove(store::Tx& tx, const access::Caller& caller, const Uuid& id) {
    TRY(const Actor actor, get(tx, caller, id));
    delete_actor(tx, id);
    record(tx, caller, "actor.verwijderd", actor);
    return Done{};
}

Result<Actor> ActorService::get(store::Tx& tx, const access::Caller& caller, const Uuid& id) {
    const auto actor = find_actor(tx, id);
    if (!actor) return not_found("actor " + to_string(id));
    TRY_DONE(werk::may_know(caller, actor->gemeente));
    return *actor;
}

Result<std::vector<Actor>> ActorService::find(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, Actorvraag vraag) {
    TRY_DONE(werk::may_know(caller, gemeente));
    vraag.limit = std::clamp(vraag.limit, 1, actoren_limit);
    return find_actors(tx, gemeente, vraag);
}

Result<ActorKlantcontact> ActorService::link(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, const Uuid& actor_id) {
    TRY(const Actor actor, get(tx, caller, actor_id));
    const auto klantcontact = contacten_.stored(tx, id);
    if (!klantcontact || klantcontact->gemeente != actor.gemeente) return not_found("klantcontact " + id.text());
    const auto links = links_of(tx, id);
    if (std::any_of(links.begin(), links.end(), [&](const auto& one) { return one.actor == actor_id; }))
        return conflict("linked already", "klantcontact.fout.actor_al_gekoppeld");
    const ActorKlantcontact link{ids_.next(), id, actor_id};
    insert_link(tx, link);
    journal::Entry entry = journal::entry(caller, clock_.now(), "klantcontact.actor_gekoppeld", actor.gemeente, journal::Object::klantcontact, id.bytes);
    entry.kenmerken = {{"actor", to_string(actor_id)}};
    journal::append(tx, entry);
    return link;
}

Result<Done> ActorService::unlink(store::Tx& tx, const access::Caller& caller, const Uuid& id) {
    const auto link = find_link(tx, id);
    if (!link) return not_found("link " + to_string(id));
    TRY(const Actor actor, get(tx, caller, link->actor));
    delete_link(tx, id);
    journal::Entry entry = journal::entry(caller, clock_.now(), "klantcontact.actor_losgemaakt", actor.gemeente, journal::Object::klantcontact, link->klantcontact.bytes);
    entry.kenmerken = {{"actor", to_string(actor.id)}};
    journal::append(tx, entry);
    return Done{};
}

Result<std::vector<Actor>> ActorService::of_klantcontact(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) {
    const auto klantcontact = contacten_.stored(tx, id);
    if (!klantcontact) return not_found("klantcontact " + id.text());
    TRY_DONE(werk::may_know(caller, klantcontact->gemeente));
    return actors_of(tx, id);
}

void ActorService::record(store::Tx& tx, const access::Caller& caller, std::string gebeurtenis, const Actor& actor) {
    journal::append(tx, journal::entry(caller, clock_.now(), std::move(gebeurtenis), actor.gemeente, journal::Object::systeem, actor.id));
}

}  // namespace dichtbij::klantcontact
