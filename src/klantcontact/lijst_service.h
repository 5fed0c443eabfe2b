#pragma once
// Klantcontacten and what hangs on them, as Klantinteracties lists them: for other systems, by their rights. Contacts
// of a domain that the reader may not read, or marked confidential without the right to these, are not there: neither
// in lists nor by id, nor their betrokkenen, addresses, objects and actors. Each look adds the persons it shows to the
// Raadpleging.

#include "access/raadpleging.h"
#include "klantcontact/lijst.h"
#include "store/list_query.h"

namespace dichtbij::klantcontact {

Zicht zicht_of(const access::Raadpleging&);
// How many taken the contacts that are seen led to, without counting them.
std::int64_t count_taken_of_visible(store::Tx&, const Zicht&);

class LijstService {
  public:
    using Raadpleging = access::Raadpleging;
    using Page = store::Page;

    Result<store::Listed<Klantcontact>> klantcontacten(store::Tx&, Raadpleging&, const Klantcontactvraag&, const Page&) const;
    Result<store::Listed<Betrokkeneregel>> betrokkenen(store::Tx&, Raadpleging&, const Betrokkenevraag&, const Page&) const;
    Result<store::Listed<Objectregel>> objecten(store::Tx&, Raadpleging&, Objectsoort, const Objectvraag&, const Page&) const;
    Result<store::Listed<ActorKlantcontact>> actorklantcontacten(store::Tx&, Raadpleging&, const ActorKlantcontactvraag&, const Page&) const;
    Result<store::Listed<partij::DigitaalAdresregel>> digitale_adressen(store::Tx&, Raadpleging&, const DigitaalAdresvraag&, const Page&) const;
    Result<store::Listed<Actor>> actoren(store::Tx&, Raadpleging&, const Actorvraag&, const Page&) const;

    Result<Klantcontact> klantcontact(store::Tx&, Raadpleging&, KlantcontactId) const;
    Result<Betrokkeneregel> betrokkene(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<Objectregel> object(store::Tx&, Raadpleging&, Objectsoort, const Uuid&) const;
    Result<ActorKlantcontact> actorklantcontact(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<partij::DigitaalAdresregel> digitaal_adres(store::Tx&, Raadpleging&, const Uuid&) const;
    Result<Actor> actor(store::Tx&, Raadpleging&, const Uuid&) const;

    // What belongs to things that were got above, for all of them at once: names of things only, oldest first.
    std::vector<Verwijzing> betrokkene_ids_of(store::Tx&, const Raadpleging&, const std::vector<KlantcontactId>&) const;
    std::vector<Verwijzing> betrokkene_ids_of_partijen(store::Tx&, const Raadpleging&, const std::vector<Id<Partij>>&) const;
    std::vector<Objectregel> objecten_of(store::Tx&, const Raadpleging&, const std::vector<KlantcontactId>&) const;
    std::vector<Metadataregel> metadata_of(store::Tx&, const Raadpleging&, const std::vector<KlantcontactId>&) const;
    struct BetrokkenActor {
        KlantcontactId klantcontact;
        Actor actor;
    };
    std::vector<BetrokkenActor> actoren_of(store::Tx&, const Raadpleging&, const std::vector<KlantcontactId>&) const;
    // And in full, by the rights of the reader.
    Result<std::vector<Klantcontact>> klantcontacten_by_id(store::Tx&, Raadpleging&, const std::vector<KlantcontactId>&) const;
    Result<std::vector<Betrokkeneregel>> betrokkenen_by_id(store::Tx&, Raadpleging&, const std::vector<Uuid>&) const;
    Result<std::vector<Betrokkeneregel>> betrokkenen_of(store::Tx&, Raadpleging&, const std::vector<KlantcontactId>&) const;
    Result<std::vector<partij::DigitaalAdresregel>> digitale_adressen_of_partijen(store::Tx&, Raadpleging&, const std::vector<Id<Partij>>&) const;
    Result<std::vector<partij::DigitaalAdresregel>> digitale_adressen_of_betrokkenen(store::Tx&, Raadpleging&, const std::vector<Uuid>&) const;
};

}  // namespace dichtbij::klantcontact
