#pragma once
// What other systems deliver over the standard: contacts with what hangs on them, and every change of it. The same
// klantcontact as at the desk, by the same services; here stands what only the standard asks for. Each works in the
// transaction of who combines, and asks the roles that the desk asks.
//
// A contact that comes in is answered, unless verdere_actie_ondernomen: then its werk stays open. When that is changed
// afterwards the werk follows, as long as no taak or zaak took it over.

#include <string>

#include "klantcontact/klantcontact_service.h"
#include "klantcontact/lijst.h"

namespace dichtbij::klantcontact {

struct Contactwijziging {
    Id<dichtbij::Klantcontact> klantcontact;
    Inhoud inhoud;
    Metadata metadata;
    std::string standaardnummer;  // never empty
    std::string referentienummer;
    std::string reden;            // required
};

// An onderwerpobject or bijlage; without a klantcontact it belongs to nothing.
struct Aangeleverd_object {
    Objectsoort soort = Objectsoort::onderwerpobject;
    std::optional<Id<dichtbij::Klantcontact>> klantcontact;
    Objectverwijzing object;
};

// Whether a taak comes in the same call: then the question is open from the start.
enum class Vervolg { volgens_actie, taak };

class AanleverService {
  public:
    AanleverService(const Clock& clock, IdSource& ids, werk::WerkService& werk, KlantcontactService& contacten, const partij::PartijService& partijen)
        : clock_(clock), ids_(ids), werk_(werk), contacten_(contacten), partijen_(partijen) {}

    // invalid on "standaardnummer" and "referentienummer" that another contact of the gemeente has. Its afloop follows from
    // verdere_actie_ondernomen.
    Result<Geregistreerd> add(store::Tx&, const access::Caller&, NieuwKlantcontact, Vervolg = Vervolg::volgens_actie);
    Result<Klantcontact> change(store::Tx&, const access::Caller&, const Contactwijziging&);

    // Whose matter it is follows in the werk. The digital addresses of a betrokkene stay as they are, also when it goes.
    Result<Uuid> add_betrokkene(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, const Betrokkene&);
    Result<Done> change_betrokkene(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact> bij, const Betrokkene&);
    Result<Done> remove_betrokkene(store::Tx&, const access::Caller&, const Uuid& betrokkene);

    Result<Uuid> add_object(store::Tx&, const access::Caller&, Id<Gemeente>, const Aangeleverd_object&);
    Result<Done> change_object(store::Tx&, const access::Caller&, const Aangeleverd_object&);  // soort stays
    Result<Done> remove_object(store::Tx&, const access::Caller&, const Uuid&);

    // The same link between others.
    Result<Done> relink_actor(store::Tx&, const access::Caller&, const ActorKlantcontact&);

    // Opens the werk of a contact that was closed while it came in, as if it had stayed open. CHECKs that it was.
    Result<werk::Werk> resume(store::Tx&, const access::Caller&, const Klantcontact&, const std::optional<werk::Bestemming>& naar, std::string_view reden);
    // A taak takes the werk of this contact along to another: it gets one of its own, answered. CHECKs that it lacks that.
    Result<Done> renew_werk(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>);

  private:
    Result<Klantcontact> known(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>);
    Result<Done> check_nummers(store::Tx&, Id<Gemeente>, const Klantcontact* before, std::string_view standaardnummer, std::string_view referentienummer);
    Result<Done> follow_action(store::Tx&, const access::Caller&, const Klantcontact& before, const Klantcontact& after, std::string_view reden);
    Result<Done> follow_partij(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>);
    Result<Done> check_object(store::Tx&, const access::Caller&, Id<Gemeente>, const Aangeleverd_object&);

    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    KlantcontactService& contacten_;
    const partij::PartijService& partijen_;
};

// Whether another onderwerpobject than `object` is about this contact, or was it.
bool is_used_elsewhere(store::Tx&, Id<dichtbij::Klantcontact>, const Uuid& object);
// It came in over the standard: no employee took it, and no import brought it.
bool is_delivered(const Klantcontact&);

}  // namespace dichtbij::klantcontact
