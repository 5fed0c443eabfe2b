#include "app/demo_adressen.h"

#include <span>
#include <vector>

#include "app/demo_inhoud.h"
#include "opzoek/opzoek_store.h"

namespace dichtbij::app::demo {
namespace {

constexpr std::size_t rows_at_once = 500;

std::vector<opzoek::LokaalAdres> all_addresses() {
    std::vector<opzoek::LokaalAdres> all;
    for (const GemeenteInhoud& gemeente : gemeenten())
        for (const Kern& kern : gemeente.kernen)
            for (const Straat& straat : kern.straten)
                for (int nummer = 1; nummer <= straat.hoogste_nummer; ++nummer)
                    all.push_back({std::string(kern.cijfers) + std::string(straat.letters), nummer, "", "", std::string(straat.naam), std::string(kern.naam)});
    return all;
}

}  // namespace

std::int64_t maak_adressen(store::Store& store) {
    const auto all = all_addresses();
    std::span<const opzoek::LokaalAdres> rest(all);
    while (!rest.empty()) {
        const auto group = rest.first(std::min(rows_at_once, rest.size()));
        rest = rest.subspan(group.size());
        store.write([&](store::Tx& tx) -> Result<Done> {
            for (const auto& one : group) opzoek::bewaar(tx, one);
            return Done{};
        });
    }
    return static_cast<std::int64_t>(all.size());
}

}  // namespace dichtbij::app::demo
