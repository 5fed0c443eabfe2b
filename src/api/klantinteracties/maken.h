#pragma once
// What is made in one call, and its tables. Internal to klantinteracties.

#include <optional>
#include <string_view>

#include "api/api.h"
#include "api/klantinteracties/klantinteracties_json.h"

namespace dichtbij::klantinteracties {

struct MaakKlantcontact {
    Klantcontact klantcontact;
    std::optional<Betrokkene> betrokkene;
    std::optional<Onderwerpobject> onderwerpobject;
};

// Beyond the standard: all that a request to be contacted is made of.
struct MaakContactverzoek {
    Klantcontact klantcontact;
    std::optional<Betrokkene> betrokkene;  // its addresses in expand_digitale_adressen
    std::vector<Onderwerpobject> onderwerpobjecten;
    std::optional<InterneTaak> interne_taak;
};

// A betrokkene and an onderwerpobject that come with their contact: which that is they need not say.
const json::Resource<Betrokkene>& betrokkene_bij_contact_json();
const json::Resource<Onderwerpobject>& onderwerpobject_bij_contact_json();
const json::Resource<MaakKlantcontact>& maak_klantcontact_json();

// Which fields of a part of the body there were.
json::Given given_of(const api::Call&, std::string_view member, const json::Definition& of);

}  // namespace dichtbij::klantinteracties
