#pragma once
// The rows of cases and of what belongs to them. The domain is the werk's: here it reads as "".

#include <optional>
#include <string_view>
#include <vector>

#include "store/store.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

void insert_zaak(store::Tx&, const Zaak&);
// All that may change, for the version before this one. False when that is not the stored one.
bool save_zaak(store::Tx&, const Zaak&);
std::optional<Zaak> find_zaak(store::Tx&, Id<dichtbij::Zaak>);
std::optional<Zaak> find_zaak_of_werk(store::Tx&, Id<Werk>);
std::vector<Zaak> zaken_by_nummer(store::Tx&, std::string_view nummer);
bool zaak_nummer_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer);
std::vector<Zaak> zaken_after(store::Tx&, Id<dichtbij::Zaak> after, int limit);
std::vector<Zaak> deelzaken_of(store::Tx&, Id<dichtbij::Zaak>);

void insert_status(store::Tx&, const Statusregel&);
std::vector<Statusregel> statussen_of(store::Tx&, Id<dichtbij::Zaak>);  // oldest first

void insert_rol(store::Tx&, const Rol&);
void save_rol_tot(store::Tx&, const Rol&);
std::vector<Rol> rollen_of(store::Tx&, Id<dichtbij::Zaak>);
// In which one of these has a role on the day: open first, then by receipt, newest first.
std::vector<Zaak> zaken_of_partijen(store::Tx&, const std::vector<Id<Partij>>&, Day, int limit);

void replace_eigenschappen(store::Tx&, Id<dichtbij::Zaak>, const std::vector<Eigenschapswaarde>&);
std::vector<Eigenschapswaarde> eigenschappen_of(store::Tx&, Id<dichtbij::Zaak>);

void insert_relatie(store::Tx&, const Relatie&);
bool delete_relatie(store::Tx&, Id<dichtbij::Zaak>, Id<dichtbij::Zaak> andere);  // whichever way it stands
std::vector<Relatie> relaties_of(store::Tx&, Id<dichtbij::Zaak>);                // with `zaak` as the first

// Cases in which this partij has or had a role, or whose work it is.
std::vector<Id<dichtbij::Zaak>> zaken_about(store::Tx&, Id<Partij>);
void wipe_words(store::Tx&, Id<dichtbij::Zaak>);
void delete_rollen_of(store::Tx&, Id<Partij>);

}  // namespace dichtbij::zaak
