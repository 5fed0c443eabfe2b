#pragma once
// What a gemeente changed of templates, rules and quiet hours.

#include <optional>
#include <string_view>
#include <vector>

#include "bericht/regel.h"
#include "bericht/sjabloonversie.h"
#include "bericht/stilte.h"
#include "store/store.h"

namespace dichtbij::bericht {

std::vector<Sjabloonversie> versies_of(store::Tx&, Id<Gemeente>, std::string_view code);  // newest first
std::vector<Sjabloonversie> levende_versies(store::Tx&, Id<Gemeente>);                    // drafts and published ones
std::optional<Sjabloonversie> versie_met(store::Tx&, Id<Gemeente>, std::string_view code, Versiestatus);
int laatste_nummer(store::Tx&, Id<Gemeente>, std::string_view code);  // 0: none yet
void insert_versie(store::Tx&, const Sjabloonversie&);
void save_versie(store::Tx&, const Sjabloonversie&);
void delete_versie(store::Tx&, const Sjabloonversie&);

std::vector<Berichtregel> eigen_regels(store::Tx&, Id<Gemeente>);  // by code; also shipped ones that were switched
void put_regel(store::Tx&, Id<Gemeente>, const Berichtregel&);
void delete_regel(store::Tx&, Id<Gemeente>, std::string_view code);

struct Stiltestand {
    Stilte stilte;
    std::int64_t versie = 0;  // 0: as shipped
};
Stiltestand stilte_of(store::Tx&, Id<Gemeente>);
void put_stilte(store::Tx&, Id<Gemeente>, const Stilte&, std::int64_t versie);

}  // namespace dichtbij::bericht
