#pragma once
// What contacts have of a partij, when another system writes: the digital addresses that a betrokkene gave, and a partij
// that goes. Each works in the transaction of who combines, by the rights of the application: partijen, and for what
// belongs to a contact klantcontacten too.

#include "klantcontact/lijst.h"
#include "partij/standaard_service.h"
#include "werk/werk_service.h"

namespace dichtbij::klantcontact {

// Whether a change of a digital address says of which betrokkene it is.
enum class Verstrekker { blijft, gegeven };

class BetrokkenheidService {
  public:
    BetrokkenheidService(const Clock& clock, werk::WerkService& werk, partij::StandaardService& partijen) : clock_(clock), werk_(werk), partijen_(partijen) {}

    // Rules as in StandaardService. A betrokkene is one that the caller may see ("verstrekt_door_betrokkene.uuid").
    Result<Uuid> create_adres(store::Tx&, const access::Caller&, Id<Gemeente>, partij::DigitaalAdresregel);
    Result<Done> change_adres(store::Tx&, const access::Caller&, Id<Gemeente>, partij::DigitaalAdresregel, Verstrekker);
    // Of a partij and of a betrokkene whom the caller does not see: it stays with that one.
    Result<Done> remove_adres(store::Tx&, const access::Caller&, Id<Gemeente>, const Uuid&);

    // The partij goes, and with it that it was a betrokkene; the contacts stay. conflict while work for it is open.
    Result<Done> remove_partij(store::Tx&, const access::Caller&, Id<Gemeente>, Id<Partij>);

  private:
    Result<std::optional<KlantcontactId>> contact_of(store::Tx&, const access::Caller&, Id<Gemeente>, const std::optional<Uuid>& betrokkene) const;
    void record(store::Tx&, const access::Caller&, Id<Gemeente>, KlantcontactId, const Uuid& betrokkene, const char* gebeurtenis) const;

    const Clock& clock_;
    werk::WerkService& werk_;
    partij::StandaardService& partijen_;
};

}  // namespace dichtbij::klantcontact
