#pragma once
// Lists of klantcontacten and of what hangs on them, of what a reader may see, in a fixed number of statements each.
// Newest first by when it took place (contacts), or by id (the rest).

#include <optional>
#include <vector>

#include "klantcontact/lijst.h"
#include "store/list_query.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

class LijstStore {
  public:
    LijstStore(store::Tx& tx, Zicht zicht) : tx_(tx), zicht_(std::move(zicht)) {}

    store::Listed<Klantcontact> klantcontacten(const Klantcontactvraag&, const store::Page&) const;
    store::Listed<Betrokkeneregel> betrokkenen(const Betrokkenevraag&, const store::Page&) const;
    store::Listed<Objectregel> objecten(Objectsoort, const Objectvraag&, const store::Page&) const;
    store::Listed<ActorKlantcontact> actorklantcontacten(const ActorKlantcontactvraag&, const store::Page&) const;
    store::Listed<partij::DigitaalAdresregel> digitale_adressen(const DigitaalAdresvraag&, const store::Page&) const;
    store::Listed<Actor> actoren(const Actorvraag&, const store::Page&) const;

    // By their own ids, in any order; what is not seen is left out.
    std::vector<Klantcontact> klantcontacten_by_id(const std::vector<KlantcontactId>&) const;
    std::vector<Betrokkeneregel> betrokkenen_by_id(const std::vector<Uuid>&) const;
    std::vector<Objectregel> objecten_by_id(const std::vector<Uuid>&) const;
    std::vector<ActorKlantcontact> actorklantcontacten_by_id(const std::vector<Uuid>&) const;
    std::vector<partij::DigitaalAdresregel> digitale_adressen_by_id(const std::vector<Uuid>&) const;

    // Of contacts that are seen, oldest first.
    std::vector<Betrokkeneregel> betrokkenen_of(const std::vector<KlantcontactId>&) const;
    std::vector<Verwijzing> betrokkene_ids_of(const std::vector<KlantcontactId>&) const;
    std::vector<Objectregel> objecten_of(const std::vector<KlantcontactId>&) const;
    std::vector<ActorKlantcontact> actorlinks_of(const std::vector<KlantcontactId>&) const;
    std::vector<Actor> actoren_by_id(const std::vector<Uuid>&) const;
    std::vector<Metadataregel> metadata_of(const std::vector<KlantcontactId>&) const;

    // Of partijen: as whom they were involved in contacts that are seen.
    std::vector<Verwijzing> betrokkene_ids_of(const std::vector<Id<Partij>>&) const;
    // Of partijen or of betrokkenen that are seen.
    std::vector<partij::DigitaalAdresregel> digitale_adressen_of(const std::vector<Id<Partij>>&) const;
    std::vector<partij::DigitaalAdresregel> digitale_adressen_of_betrokkenen(const std::vector<Uuid>&) const;

  private:
    std::vector<Betrokkeneregel> complete(std::vector<Betrokkeneregel>) const;

    store::Tx& tx_;
    Zicht zicht_;
};

}  // namespace dichtbij::klantcontact
