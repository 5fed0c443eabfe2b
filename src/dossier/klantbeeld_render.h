#pragma once
// The overview of a person: who, what runs, all contacts, elsewhere, doubles.

#include <string>
#include <vector>

#include "access/desk.h"
#include "dossier/klantbeeld.h"

namespace dichtbij::dossier {

enum class Nummers { verborgen, getoond };

// "Mevrouw F. (Fatima) El Idrissi".
std::string aanspreeknaam(const html::Texts&, const partij::Gegevens&);
std::string warning_icon(partij::Waarschuwing);

html::Html klantbeeld_head(const access::Desk&, const Klantbeeld&, Nummers);
html::Html loopt_section(const access::Desk&, const Klantbeeld&);
html::Html contacten_section(const access::Desk&, const Klantbeeld&, const Klantvraag&);
html::Html elders_section(const access::Desk&, const Klantbeeld&);
html::Html dubbelen_section(const access::Desk&, const Klantbeeld&);
// Before a warned person: why it is closed, and the form with a reason.
html::Html afgeschermd_page(const access::Desk&, const partij::Afgeschermd&, std::optional<Id<Gesprek>>, std::vector<FieldError>);

}  // namespace dichtbij::dossier
