#pragma once
// What writing contacts and what hangs on them shares. Internal to klantinteracties.

#include "api/klantinteracties/schrijven.h"
#include "klantcontact/aanlever_service.h"
#include "taak/aanlever_service.h"

namespace dichtbij::klantinteracties {

void add_klantcontacten_schrijven(Omgeving&);
void add_betrokkenen_schrijven(Omgeving&);
void add_objecten_schrijven(Omgeving&);
void add_maak_klantcontact(Omgeving&);
void add_actoren_schrijven(Omgeving&);
void add_maak_contactverzoek(Omgeving&);

// A refusal of a service in the names and codes of the standard; `within` is what stands before the names: "klantcontact".
api::Problem in_words_of_contacts(const Failure&, const std::string& within = {});
template <class T>
api::Found<T> as_contacts_say(Result<T> result, const std::string& within = {}) {
    if (result) return std::move(*result);
    return api::Refused(in_words_of_contacts(result.error(), within));
}

// "KISS wijzigde dit.": why it changed or went, for the journal.
std::string reden_van_wijziging(const Schrijving&);
std::string reden_van_verwijdering(const Schrijving&);

// As they came in; what the standard does not know stays as it is in `stored`.
klantcontact::NieuwKlantcontact new_contact(const Schrijving&, const Klantcontact&, const json::Given&);
klantcontact::Betrokkene betrokkene_from(const Betrokkene&);
klantcontact::Objectverwijzing object_from(const Uuid& id, const std::optional<Identificator>&, const std::optional<Uuid>& was_klantcontact);

Result<Klantcontact> find_contact(const Lezer&, const Uuid&);
Result<Betrokkene> find_betrokkene(const Lezer&, const Uuid&);
Result<Onderwerpobject> find_onderwerpobject(const Lezer&, const Uuid&);
Result<Bijlage> find_bijlage(const Lezer&, const Uuid&);

// With the werk of its taken. For other systems: what hangs on it is not there any more either.
api::Found<Done> remove_contact(const Schrijving&, Id<dichtbij::Klantcontact>);

}  // namespace dichtbij::klantinteracties
