// Writing actoren, and which contacts they had a part in.
#include "api/klantinteracties/contact_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using access::Groep;

Result<Actor> find_actor(const Lezer& lezer, const Uuid& id) {
    TRY(const auto found, lezer.bronnen().contacten.actor(lezer.tx(), lezer.reading(), id));
    return to_standard(found);
}

// Which fields actorIdentificatie has is known once the kind is.
api::Found<Done> read_kind_fields(const Schrijving& s, Actor& one, const std::optional<klantcontact::SoortActor>& was) {
    if (was != one.soort) one.actor_identificatie.reset();
    if (!one.given_identificatie) return Done{};
    Actoridentificatie fields = one.actor_identificatie.value_or(Actoridentificatie{});
    auto read = identificatie_json(one.soort).read(*one.given_identificatie, fields, s.call.mode(), "actorIdentificatie");
    if (!read) return api::Refused(api::Problem(std::move(read).error()));
    one.actor_identificatie = std::move(fields);
    return Done{};
}

klantcontact::Actor actor_from(const Schrijving& s, const Actor& one) {
    klantcontact::Actor actor;
    actor.id = one.id;
    actor.gemeente = s.gemeente();
    actor.naam = one.naam;
    actor.soort_actor = one.soort;
    actor.indicatie_actief = one.indicatie_actief;
    const Identificator identificator = one.actoridentificator.value_or(Identificator{});
    actor.object_id = identificator.object_id;
    actor.code_objecttype = identificator.code_objecttype;
    actor.code_register = identificator.code_register;
    actor.code_soort_object_id = identificator.code_soort_object_id;
    const Actoridentificatie fields = one.actor_identificatie.value_or(Actoridentificatie{});
    actor.functie = fields.functie;
    actor.omschrijving = fields.omschrijving;
    actor.emailadres = fields.emailadres;
    actor.telefoonnummer = fields.telefoonnummer;
    actor.faxnummer = fields.faxnummer;
    return actor;
}

api::Found<Uuid> create_actor(const Schrijving& s, Actor one, const json::Given&) {
    TRY_DONE(read_kind_fields(s, one, {}));
    TRY(const klantcontact::Actor made, as_contacts_say(s.diensten.actoren.create(s.tx(), s.caller(), actor_from(s, one))));
    return made.id;
}

api::Found<Done> change_actor(const Schrijving& s, const Actor& before, Actor after, const json::Given&) {
    TRY_DONE(read_kind_fields(s, after, before.soort));
    TRY(const klantcontact::Actor stored, s.diensten.actoren.get(s.tx(), s.caller(), before.id));
    klantcontact::Actor actor = actor_from(s, after);
    actor.medewerker = stored.medewerker;
    actor.team = stored.team;
    TRY_DONE(as_contacts_say(s.diensten.actoren.change(s.tx(), s.caller(), actor)));
    return Done{};
}

api::Found<Done> remove_actor(const Schrijving& s, const Actor& stored) {
    s.diensten.taken.forget_actor(s.tx(), stored.id);
    TRY_DONE(s.diensten.actoren.remove(s.tx(), s.caller(), stored.id));
    return Done{};
}

Result<ActorKlantcontact> find_link(const Lezer& lezer, const Uuid& id) {
    TRY(const auto found, lezer.bronnen().contacten.actorklantcontact(lezer.tx(), lezer.reading(), id));
    return to_standard(found);
}

// An actor had a part in a contact once.
api::Found<Done> check_link(const Schrijving& s, const ActorKlantcontact& one) {
    TRY_DONE(actor_exists(s, "actor", one.actor));
    TRY_DONE(klantcontact_exists(s, "klantcontact", one.klantcontact));
    const klantcontact::ActorKlantcontactvraag vraag{one.actor, Id<dichtbij::Klantcontact>{one.klantcontact}};
    TRY(const auto found, s.lezer.bronnen().contacten.actorklantcontacten(s.tx(), s.lezer.reading(), vraag, {1, 1}));
    if (!found.rows.empty() && found.rows.front().id != one.id) return api::invalid(json::non_field, "unique", "klantinteracties.fout.dubbele_actor");
    return Done{};
}

api::Found<Uuid> create_link(const Schrijving& s, const ActorKlantcontact& one, const json::Given&) {
    TRY_DONE(check_link(s, one));
    TRY(const auto made, s.diensten.actoren.link(s.tx(), s.caller(), {one.klantcontact}, one.actor));
    return made.id;
}

api::Found<Done> change_link(const Schrijving& s, const ActorKlantcontact&, const ActorKlantcontact& after, const json::Given&) {
    TRY_DONE(check_link(s, after));
    TRY_DONE(s.diensten.aangeleverd.relink_actor(s.tx(), s.caller(), {after.id, {after.klantcontact}, after.actor}));
    return Done{};
}

api::Found<Done> remove_link(const Schrijving& s, const ActorKlantcontact& stored) {
    TRY_DONE(s.diensten.actoren.unlink(s.tx(), s.caller(), stored.id));
    return Done{};
}

}  // namespace

void add_actoren_schrijven(Omgeving& with) {
    add_writing<Actor>(with, {actoren_path, "actoren", Groep::actoren}, actor_json, {find_actor, create_actor, change_actor, remove_actor});
    add_writing<ActorKlantcontact>(with, {actorklantcontacten_path, "actorklantcontacten", Groep::klantcontacten}, actorklantcontact_json, {find_link, create_link, change_link, remove_link});
}

}  // namespace dichtbij::klantinteracties
