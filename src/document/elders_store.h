#pragma once
// SQL of files that are no documents.

#include <string_view>

#include "base/id.h"
#include "store/store.h"

namespace dichtbij {
struct Bestand;
}

namespace dichtbij::document {

void insert_elders(store::Tx&, Id<Bestand>, std::string_view waar);
void delete_elders(store::Tx&, Id<Bestand>);
bool is_elders(store::Tx&, Id<Bestand>);

}  // namespace dichtbij::document
