#include "klantcontact/lijst_service.h"

#include <unordered_map>

#include "klantcontact/lijst_store.h"
#include "klantcontact/telling_store.h"

namespace dichtbij::klantcontact {
namespace {

using access::Groep;
using access::Raadpleging;
using partij::DigitaalAdresregel;

LijstStore store_of(store::Tx& tx, const Raadpleging& reading) { return {tx, zicht_of(reading)}; }

void show_person(Raadpleging& reading, const Betrokkeneregel& regel) {
    if (regel.betrokkene.partij) reading.shows(*regel.betrokkene.partij);
}
void show_person(Raadpleging& reading, const DigitaalAdresregel& regel) {
    if (regel.partij) reading.shows(*regel.partij);
}
template <class T>
void show_person(Raadpleging&, const T&) {}

// Either right gives those that belong to it.
Result<Done> may_read_adressen(const Raadpleging& reading) {
    if (reading.may_read(Groep::klantcontacten)) return Done{};
    return reading.may_read(Groep::partijen);
}

Adressen adressen_of(const Raadpleging& reading) {
    if (!reading.may_read(Groep::partijen)) return Adressen::van_betrokkenen;
    return reading.may_read(Groep::klantcontacten) ? Adressen::alle : Adressen::van_partijen;
}

template <class T>
Result<store::Listed<T>> with_persons(Raadpleging& reading, store::Listed<T> found) {
    for (const T& one : found.rows) show_person(reading, one);
    return found;
}

template <class T>
Result<std::vector<T>> with_persons(Raadpleging& reading, std::vector<T> found) {
    for (const T& one : found) show_person(reading, one);
    return found;
}

template <class T>
Result<T> only(Raadpleging& reading, std::vector<T> found, const char* what, const Uuid& id) {
    if (found.empty()) return not_found(std::string(what) + " " + to_string(id));
    show_person(reading, found.front());
    return std::move(found.front());
}

}  // namespace

Zicht zicht_of(const Raadpleging& reading) {
    return {reading.gemeente(), reading.domeinen(), reading.may_read_vertrouwelijk() ? Vertrouwelijk::getoond : Vertrouwelijk::verzwegen, adressen_of(reading)};
}

std::int64_t count_taken_of_visible(store::Tx& tx, const Zicht& zicht) { return total_of(tx, zicht).taken; }

Result<store::Listed<Klantcontact>> LijstService::klantcontacten(store::Tx& tx, Raadpleging& reading, const Klantcontactvraag& vraag, const Page& page) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return store_of(tx, reading).klantcontacten(vraag, page);
}

Result<store::Listed<Betrokkeneregel>> LijstService::betrokkenen(store::Tx& tx, Raadpleging& reading, const Betrokkenevraag& vraag, const Page& page) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return with_persons(reading, store_of(tx, reading).betrokkenen(vraag, page));
}

Result<store::Listed<Objectregel>> LijstService::objecten(store::Tx& tx, Raadpleging& reading, Objectsoort soort, const Objectvraag& vraag, const Page& page) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return store_of(tx, reading).objecten(soort, vraag, page);
}

Result<store::Listed<ActorKlantcontact>> LijstService::actorklantcontacten(store::Tx& tx, Raadpleging& reading, const ActorKlantcontactvraag& vraag, const Page& page) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return store_of(tx, reading).actorklantcontacten(vraag, page);
}

Result<store::Listed<DigitaalAdresregel>> LijstService::digitale_adressen(store::Tx& tx, Raadpleging& reading, const DigitaalAdresvraag& vraag, const Page& page) const {
    TRY_DONE(may_read_adressen(reading));
    return with_persons(reading, store_of(tx, reading).digitale_adressen(vraag, page));
}

Result<store::Listed<Actor>> LijstService::actoren(store::Tx& tx, Raadpleging& reading, const Actorvraag& vraag, const Page& page) const {
    TRY_DONE(reading.may_read(Groep::actoren));
    return store_of(tx, reading).actoren(vraag, page);
}

Result<Klantcontact> LijstService::klantcontact(store::Tx& tx, Raadpleging& reading, KlantcontactId id) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return only(reading, store_of(tx, reading).klantcontacten_by_id({id}), "klantcontact", id.bytes);
}

Result<Betrokkeneregel> LijstService::betrokkene(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return only(reading, store_of(tx, reading).betrokkenen_by_id({id}), "betrokkene", id);
}

Result<Objectregel> LijstService::object(store::Tx& tx, Raadpleging& reading, Objectsoort soort, const Uuid& id) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    auto found = store_of(tx, reading).objecten_by_id({id});
    std::erase_if(found, [&](const Objectregel& one) { return one.soort != soort; });
    return only(reading, std::move(found), "object", id);
}

Result<ActorKlantcontact> LijstService::actorklantcontact(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return only(reading, store_of(tx, reading).actorklantcontacten_by_id({id}), "actorklantcontact", id);
}

Result<DigitaalAdresregel> LijstService::digitaal_adres(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    TRY_DONE(may_read_adressen(reading));
    return only(reading, store_of(tx, reading).digitale_adressen_by_id({id}), "digitaal adres", id);
}

Result<Actor> LijstService::actor(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    TRY_DONE(reading.may_read(Groep::actoren));
    return only(reading, store_of(tx, reading).actoren_by_id({id}), "actor", id);
}

std::vector<Verwijzing> LijstService::betrokkene_ids_of(store::Tx& tx, const Raadpleging& reading, const std::vector<KlantcontactId>& ids) const {
    return store_of(tx, reading).betrokkene_ids_of(ids);
}

std::vector<Verwijzing> LijstService::betrokkene_ids_of_partijen(store::Tx& tx, const Raadpleging& reading, const std::vector<Id<Partij>>& ids) const {
    return store_of(tx, reading).betrokkene_ids_of(ids);
}

std::vector<Objectregel> LijstService::objecten_of(store::Tx& tx, const Raadpleging& reading, const std::vector<KlantcontactId>& ids) const {
    return store_of(tx, reading).objecten_of(ids);
}

std::vector<Metadataregel> LijstService::metadata_of(store::Tx& tx, const Raadpleging& reading, const std::vector<KlantcontactId>& ids) const {
    return store_of(tx, reading).metadata_of(ids);
}

std::vector<LijstService::BetrokkenActor> LijstService::actoren_of(store::Tx& tx, const Raadpleging& reading, const std::vector<KlantcontactId>& ids) const {
    const LijstStore store = store_of(tx, reading);
    const auto links = store.actorlinks_of(ids);
    std::vector<Uuid> named;
    for (const auto& link : links) named.push_back(link.actor);
    std::sort(named.begin(), named.end());
    named.erase(std::unique(named.begin(), named.end()), named.end());
    std::unordered_map<Id<void>, Actor> actors;
    for (Actor& actor : store.actoren_by_id(named)) actors.emplace(Id<void>{actor.id}, std::move(actor));
    std::vector<BetrokkenActor> found;
    for (const auto& link : links)
        if (const auto actor = actors.find(Id<void>{link.actor}); actor != actors.end()) found.push_back({link.klantcontact, actor->second});
    return found;
}

Result<std::vector<Klantcontact>> LijstService::klantcontacten_by_id(store::Tx& tx, Raadpleging& reading, const std::vector<KlantcontactId>& ids) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return store_of(tx, reading).klantcontacten_by_id(ids);
}

Result<std::vector<Betrokkeneregel>> LijstService::betrokkenen_by_id(store::Tx& tx, Raadpleging& reading, const std::vector<Uuid>& ids) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return with_persons(reading, store_of(tx, reading).betrokkenen_by_id(ids));
}

Result<std::vector<Betrokkeneregel>> LijstService::betrokkenen_of(store::Tx& tx, Raadpleging& reading, const std::vector<KlantcontactId>& ids) const {
    TRY_DONE(reading.may_read(Groep::klantcontacten));
    return with_persons(reading, store_of(tx, reading).betrokkenen_of(ids));
}

Result<std::vector<DigitaalAdresregel>> LijstService::digitale_adressen_of_partijen(store::Tx& tx, Raadpleging& reading, const std::vector<Id<Partij>>& ids) const {
    TRY_DONE(may_read_adressen(reading));
    return with_persons(reading, store_of(tx, reading).digitale_adressen_of(ids));
}

Result<std::vector<DigitaalAdresregel>> LijstService::digitale_adressen_of_betrokkenen(store::Tx& tx, Raadpleging& reading, const std::vector<Uuid>& ids) const {
    TRY_DONE(may_read_adressen(reading));
    return with_persons(reading, store_of(tx, reading).digitale_adressen_of_betrokkenen(ids));
}

}  // namespace dichtbij::klantcontact
