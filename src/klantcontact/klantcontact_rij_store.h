#pragma once
// The row of a klantcontact, and the way to and from the value.

#include <optional>
#include <string>
#include <vector>

#include "klantcontact/klantcontact.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

struct KlantcontactRij {
    Id<dichtbij::Klantcontact> id;
    Id<dichtbij::Gesprek> gesprek;
    Id<Gemeente> gemeente;
    std::string nummer;
    std::string standaardnummer;
    std::string referentienummer;
    std::string kanaal;
    std::string onderwerp;
    std::string inhoud;
    std::string reactie;
    std::optional<bool> indicatie_contact_gelukt;
    std::string hoofd_onderwerp_type;
    bool verdere_actie_ondernomen = false;
    std::string taal;
    bool vertrouwelijk = false;
    Instant plaatsgevonden_op;
    std::optional<Id<Onderwerp>> onderwerp_id;
    std::optional<Id<Product>> product;
    std::string verwezen_naar;
    Afloop afloop = Afloop::beantwoord;
    std::string domein;
    Id<Werk> werk;
    std::optional<Id<Medewerker>> door;
    Instant geregistreerd_op;
    std::string extern_id;
    std::optional<Instant> verborgen_op;
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(KlantcontactRij, (),
                      (id, gesprek, gemeente, nummer, standaardnummer, referentienummer, kanaal, onderwerp, inhoud, reactie, indicatie_contact_gelukt,
                       hoofd_onderwerp_type, verdere_actie_ondernomen, taal, vertrouwelijk, plaatsgevonden_op, onderwerp_id, product,
                       verwezen_naar, afloop, domein, werk, door, geregistreerd_op, extern_id, verborgen_op, versie))

KlantcontactRij row_of(const Klantcontact&);
Klantcontact from_row(KlantcontactRij&&);
std::optional<Klantcontact> from_row(std::optional<KlantcontactRij>&&);
std::vector<Klantcontact> from_rows(std::vector<KlantcontactRij>&&);

}  // namespace dichtbij::klantcontact
