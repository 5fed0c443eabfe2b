#include "klantcontact/aanlever_service.h"

#include "base/text.h"
#include "klantcontact/aanlever_store.h"
#include "klantcontact/actor_store.h"
#include "klantcontact/kanaal.h"
#include "klantcontact/klantcontact_store.h"
#include "organisatie/organisatie_service.h"
#include "werk/hervatten_service.h"
#include "werk/toegang_service.h"

namespace dichtbij::klantcontact {
namespace {

journal::Entry change_entry(const access::Caller& caller, Instant now, std::string gebeurtenis, const Klantcontact& one) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), one.gemeente, journal::Object::klantcontact, one.id.bytes);
    entry.werk = one.werk;
    return entry;
}

Bij place_at(const Klantcontact& one) { return {one.id, one.gemeente, one.inhoud.plaatsgevonden_op}; }

}  // namespace

bool is_delivered(const Klantcontact& one) { return !one.door && one.extern_id.empty(); }

bool is_used_elsewhere(store::Tx& tx, Id<dichtbij::Klantcontact> id, const Uuid& object) { return has_other_onderwerpobject(tx, id, object); }

Result<Klantcontact> AanleverService::known(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) {
    auto found = contacten_.stored(tx, id);
    if (!found) return not_found("klantcontact " + id.text());
    TRY_DONE(werk::may_know(caller, found->gemeente));
    return std::move(*found);
}

Result<Done> AanleverService::check_nummers(store::Tx& tx, Id<Gemeente> gemeente, const Klantcontact* before, std::string_view standaardnummer, std::string_view referentienummer) {
    const bool is_other = !before || before->standaardnummer != standaardnummer;
    if (is_other && !standaardnummer.empty() && standaardnummer_in_use(tx, gemeente, standaardnummer)) return invalid("standaardnummer", "klantcontact.fout.nummer_bestaat");
    const bool refers_otherwise = !before || before->referentienummer != referentienummer;
    if (refers_otherwise && referentienummer_in_use(tx, gemeente, referentienummer)) return invalid("referentienummer", "klantcontact.fout.referentienummer_bestaat");
    return Done{};
}

Result<Geregistreerd> AanleverService::add(store::Tx& tx, const access::Caller& caller, NieuwKlantcontact nieuw, Vervolg vervolg) {
    TRY_DONE(werk::may_know(caller, nieuw.gemeente));
    TRY_DONE(check_nummers(tx, nieuw.gemeente, nullptr, nieuw.standaardnummer, nieuw.referentienummer));
    nieuw.afloop = nieuw.inhoud.verdere_actie_ondernomen || vervolg == Vervolg::taak ? Afloop::doorgezet : Afloop::beantwoord;
    if (nieuw.afloop == Afloop::doorgezet) nieuw.aanleiding = aanleiding_of(lower_ascii(trimmed(nieuw.inhoud.kanaal)));
    return contacten_.register_klantcontact(tx, caller, nieuw);
}

Result<Klantcontact> AanleverService::change(store::Tx& tx, const access::Caller& caller, const Contactwijziging& wijziging) {
    TRY(const Klantcontact before, known(tx, caller, wijziging.klantcontact));
    TRY_DONE(check_nummers(tx, before.gemeente, &before, wijziging.standaardnummer, wijziging.referentienummer));
    if (wijziging.metadata != metadata_of(tx, before.id)) TRY_DONE(contacten_.replace_metadata(tx, caller, before.id, wijziging.metadata));
    TRY(Klantcontact after, contacten_.correct(tx, caller, {before.id, before.versie, wijziging.inhoud, wijziging.reden}));
    if (before.standaardnummer != wijziging.standaardnummer || before.referentienummer != wijziging.referentienummer) {
        save_nummers(tx, before.id, wijziging.standaardnummer, wijziging.referentienummer);
        after.standaardnummer = wijziging.standaardnummer;
        after.referentienummer = wijziging.referentienummer;
        journal::append(tx, change_entry(caller, clock_.now(), "klantcontact.nummer_gewijzigd", after));
    }
    TRY_DONE(follow_action(tx, caller, before, after, wijziging.reden));
    return after;
}

Result<werk::Werk> AanleverService::resume(store::Tx& tx, const access::Caller& caller, const Klantcontact& one, const std::optional<werk::Bestemming>& naar, std::string_view reden) {
    const auto werk = werk_.stored(tx, one.werk);
    CHECK_THAT(werk.has_value());
    const auto spoken = is_spoken(one.inhoud.kanaal) ? werk::Gereageerd::bij_intake : werk::Gereageerd::nog_niet;
    return werk::resume_from_start(tx, werk_, ids_, caller, *werk, {naar, aanleiding_of(one.inhoud.kanaal), spoken, std::string(reden)});
}

Result<Done> AanleverService::follow_action(store::Tx& tx, const access::Caller& caller, const Klantcontact& before, const Klantcontact& after, std::string_view reden) {
    const bool acts = after.inhoud.verdere_actie_ondernomen;
    if (acts == before.inhoud.verdere_actie_ondernomen) return Done{};
    const auto werk = werk_.stored(tx, after.werk);
    CHECK_THAT(werk.has_value());
    if (werk->soort != werk::Soort::klantcontact) return Done{};
    if (acts && werk::closed_at_intake(tx, *werk)) {
        TRY_DONE(resume(tx, caller, after, {}, reden));
    }
    if (!acts && werk->is_open()) TRY_DONE(werk_.close(tx, caller, werk->id, werk->versie, {werk::Uitkomst::beantwoord, {}, {}}));
    return Done{};
}

// The werk is about who asked, and so is what was asked of colleagues inside it. A case knows its own people.
Result<Done> AanleverService::follow_partij(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) {
    const auto one = contacten_.stored(tx, id);
    CHECK_THAT(one.has_value());
    auto werk = werk_.stored(tx, one->werk);
    CHECK_THAT(werk.has_value());
    const auto partij = partij_of(betrokkenen_of(tx, id));
    if (werk->soort == werk::Soort::zaak || werk->partij == partij) return Done{};
    const auto system = access::system_caller(caller.scherm);
    for (werk::Werk& child : werk_.children(tx, system, werk->id)) {
        if (child.partij != werk->partij) continue;
        child.partij = partij;
        TRY_DONE(werk_.correct(tx, system, child));
    }
    werk->partij = partij;
    TRY_DONE(werk_.correct(tx, system, *werk));
    return Done{};
}

Result<Uuid> AanleverService::add_betrokkene(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, const Betrokkene& betrokkene) {
    TRY(const Uuid made, contacten_.add_betrokkene(tx, caller, id, betrokkene));
    TRY_DONE(follow_partij(tx, caller, id));
    return made;
}

Result<Done> AanleverService::change_betrokkene(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> bij, const Betrokkene& betrokkene) {
    const auto was = klantcontact_of_betrokkene(tx, betrokkene.id);
    if (!was) return not_found("betrokkene " + to_string(betrokkene.id));
    TRY(const Klantcontact before, known(tx, caller, *was));
    TRY(const Klantcontact one, known(tx, caller, bij));
    if (one.gemeente != before.gemeente) return not_found("klantcontact of another gemeente");
    if (auto errors = problems(betrokkene, ""); !errors.empty()) return invalid(std::move(errors));
    if (betrokkene.partij) {
        TRY(const Id<Gemeente> of, partijen_.gemeente_of(tx, *betrokkene.partij));
        if (of != one.gemeente) return not_found("partij of another gemeente");
    }
    save_betrokkene(tx, place_at(one), betrokkene);
    TRY_DONE(follow_partij(tx, caller, one.id));
    if (before.id != one.id) TRY_DONE(follow_partij(tx, caller, before.id));
    journal::Entry entry = change_entry(caller, clock_.now(), "klantcontact.betrokkene_gewijzigd", one);
    entry.partij = betrokkene.partij;
    entry.kenmerken = {{"betrokkene", to_string(betrokkene.id)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::remove_betrokkene(store::Tx& tx, const access::Caller& caller, const Uuid& betrokkene) {
    const auto id = klantcontact_of_betrokkene(tx, betrokkene);
    if (!id) return not_found("betrokkene " + to_string(betrokkene));
    TRY(const Klantcontact one, known(tx, caller, *id));
    release_betrokkene(tx, betrokkene);
    TRY_DONE(follow_partij(tx, caller, one.id));
    journal::Entry entry = change_entry(caller, clock_.now(), "klantcontact.betrokkene_verwijderd", one);
    entry.kenmerken = {{"betrokkene", to_string(betrokkene)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::check_object(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const Aangeleverd_object& given) {
    TRY_DONE(werk::may_know(caller, gemeente));
    for (const auto& id : {given.klantcontact, given.object.was_klantcontact}) {
        if (!id) continue;
        TRY(const Klantcontact one, known(tx, caller, *id));
        if (one.gemeente != gemeente) return not_found("klantcontact of another gemeente");
    }
    if (auto errors = problems(given.object, ""); !errors.empty()) return invalid(std::move(errors));
    return Done{};
}

Result<Uuid> AanleverService::add_object(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const Aangeleverd_object& given) {
    TRY_DONE(check_object(tx, caller, gemeente, given));
    if (given.klantcontact) {
        return given.soort == Objectsoort::bijlage ? contacten_.add_bijlage(tx, caller, *given.klantcontact, given.object)
                                                   : contacten_.add_onderwerpobject(tx, caller, *given.klantcontact, given.object);
    }
    Objectverwijzing object = given.object;
    object.id = ids_.next();
    insert_object(tx, gemeente, {}, given.soort, object);
    journal::append(tx, journal::entry(caller, clock_.now(), "klantcontact.los_object_gemaakt", gemeente, journal::Object::systeem, object.id));
    return object.id;
}

Result<Done> AanleverService::change_object(store::Tx& tx, const access::Caller& caller, const Aangeleverd_object& given) {
    const auto before = find_object(tx, given.object.id);
    if (!before) return not_found("object " + to_string(given.object.id));
    TRY_DONE(check_object(tx, caller, before->gemeente, given));
    save_object(tx, given.klantcontact, given.object);
    const auto about = given.klantcontact ? given.klantcontact : before->klantcontact;
    if (!about) {
        journal::append(tx, journal::entry(caller, clock_.now(), "klantcontact.los_object_gewijzigd", before->gemeente, journal::Object::systeem, given.object.id));
        return Done{};
    }
    TRY(const Klantcontact one, known(tx, caller, *about));
    journal::Entry entry = change_entry(caller, clock_.now(), "klantcontact.object_gewijzigd", one);
    entry.kenmerken = {{"object", to_string(given.object.id)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::remove_object(store::Tx& tx, const access::Caller& caller, const Uuid& id) {
    const auto object = find_object(tx, id);
    if (!object) return not_found("object " + to_string(id));
    TRY_DONE(werk::may_know(caller, object->gemeente));
    delete_object(tx, id);
    const auto one = object->klantcontact ? contacten_.stored(tx, *object->klantcontact) : std::nullopt;
    if (!one) {
        journal::append(tx, journal::entry(caller, clock_.now(), "klantcontact.los_object_verwijderd", object->gemeente, journal::Object::systeem, id));
        return Done{};
    }
    journal::Entry entry = change_entry(caller, clock_.now(), "klantcontact.object_verwijderd", *one);
    entry.kenmerken = {{"object", to_string(id)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::relink_actor(store::Tx& tx, const access::Caller& caller, const ActorKlantcontact& link) {
    const auto before = find_link(tx, link.id);
    if (!before) return not_found("link " + to_string(link.id));
    TRY(const Klantcontact one, known(tx, caller, link.klantcontact));
    TRY(const Klantcontact was, known(tx, caller, before->klantcontact));
    const auto actor = find_actor(tx, link.actor);
    if (!actor || actor->gemeente != one.gemeente || was.gemeente != one.gemeente) return not_found("actor " + to_string(link.actor));
    if (*before == link) return Done{};
    save_link(tx, link);
    journal::Entry loose = change_entry(caller, clock_.now(), "klantcontact.actor_losgemaakt", was);
    loose.kenmerken = {{"actor", to_string(before->actor)}};
    journal::append(tx, loose);
    journal::Entry entry = change_entry(caller, clock_.now(), "klantcontact.actor_gekoppeld", one);
    entry.kenmerken = {{"actor", to_string(link.actor)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::renew_werk(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) {
    TRY(const Klantcontact one, known(tx, caller, id));
    const auto was = werk_.stored(tx, one.werk);
    CHECK_THAT(was.has_value() && was->object != one.id.bytes);
    werk::Opening opening;
    opening.object = one.id.bytes;
    opening.nummer = one.nummer;
    opening.titel = one.inhoud.onderwerp;
    opening.gesprek = one.gesprek;
    opening.gemeente = one.gemeente;
    opening.partij = partij_of(betrokkenen_of(tx, id));
    opening.kanaal = one.inhoud.kanaal;
    opening.product = one.inhoud.product;
    opening.onderwerp = one.inhoud.onderwerp_id;
    opening.taal = one.inhoud.taal;
    opening.afhandelniveau = was->afhandelniveau;
    opening.domein = one.domein;
    opening.team = was->team;
    opening.op = one.inhoud.plaatsgevonden_op;
    const auto lead = organisatie::lead_of(tx, was->team, day_of(clock_.now()));
    TRY(const werk::Werk own, werk_.record_closed(tx, caller, opening, {werk::Uitkomst::beantwoord, lead, opening.op}));
    save_werk_of(tx, id, own.id);
    return Done{};
}

}  // namespace dichtbij::klantcontact
