#pragma once
// Building an organisation on a given transaction, without a caller: for the first start, the demo, the
// import and tests. What a person changes goes through organisatie_beheer.h.

#include <span>
#include <string_view>

#include "organisatie/organisatie.h"
#include "store/store.h"

namespace dichtbij::organisatie {

// Rows are written as they are (ids and all); names and addresses are the caller's to check.
void add(store::Tx&, const Gemeente&);
void add(store::Tx&, const Afdeling&, Id<dichtbij::Gemeente>);
// The lead becomes a member.
void add(store::Tx&, const Team&, std::span<const Id<dichtbij::Gemeente>>);
void add(store::Tx&, const Medewerker&, Id<dichtbij::Gemeente>);
void add(store::Tx&, const Product&);
void add(store::Tx&, const Onderwerp&);
void add(store::Tx&, const Afwezigheid&);
void add(store::Tx&, const Vervanging&);

// Once is as good as twice. A member belongs to every gemeente that the team serves.
void add_member(store::Tx&, Id<dichtbij::Team>, Id<dichtbij::Medewerker>);
void remove_member(store::Tx&, Id<dichtbij::Team>, Id<dichtbij::Medewerker>);  // also of the lead: the caller's to check
void add_manager(store::Tx&, Id<dichtbij::Gemeente>, Id<dichtbij::Medewerker>);
void add_skill(store::Tx&, Id<dichtbij::Medewerker>, std::string_view vaardigheid);

// How a skill is compared and stored: folded, "Gebarentaal" is "gebarentaal".
std::string skill_key(std::string_view vaardigheid);

}  // namespace dichtbij::organisatie
