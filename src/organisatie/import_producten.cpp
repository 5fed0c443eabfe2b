#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "base/csv.h"
#include "base/text.h"
#include "organisatie/organisatie_import.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

constexpr std::size_t products_per_transaction = 200;
constexpr std::string_view no_name_yet = "UPL-naam_nog_niet_beschikbaar";

struct Naamregel {
    std::string uri;
    std::string naam;
};

struct Lijst {
    std::vector<Naamregel> namen;  // each URI once
    Productuitslag uitslag;
};

// A product stands there once for each law that it rests on.
Result<Lijst> read_list(std::istream& input) {
    constexpr std::array<CsvColumns::Column, 3> kolommen{{{"UniformeProductnaam", true}, {"URI", true}, {"Gemeente", true}}};
    CsvReader reader(input);
    const auto header = reader.next();
    if (!header) return invalid("bestand", "csv.fout.leeg");
    if (!*header) return invalid("bestand", "csv.fout." + std::string(dichtbij::to_string(header->error().fout)));
    TRY(const CsvColumns columns, CsvColumns::map(**header, kolommen));
    Lijst lijst;
    std::set<std::string> uris;
    while (const auto record = reader.next()) {
        if (++lijst.uitslag.gelezen > import_rows_limit)
            return invalid("bestand", "organisatie.fout.te_veel", {std::to_string(import_rows_limit)});
        Naamregel regel;
        if (record->has_value() && !columns.get(**record, "Gemeente").empty()) {
            regel.uri = columns.get(**record, "URI");
            regel.naam = shortened(cleaned(columns.get(**record, "UniformeProductnaam")), naam_limit);
        }
        const bool is_usable = !regel.uri.empty() && !regel.naam.empty() && !regel.uri.ends_with(no_name_yet);
        if (is_usable && uris.insert(regel.uri).second) lijst.namen.push_back(std::move(regel));
        else ++lijst.uitslag.overgeslagen;
    }
    return lijst;
}

struct Groep {
    std::int64_t nieuw = 0;
    std::int64_t bekend = 0;
};

Result<Groep> write_group(store::Tx& tx, IdSource& ids, const Productimport& wanted, std::span<const Naamregel> namen) {
    const OrganisatieStore rows(tx);
    TRY(const Team team, organisatie::team(tx, wanted.team));
    const auto served = rows.gemeenten_of_team(team.id);
    if (!team.actief || std::find(served.begin(), served.end(), wanted.gemeente) == served.end())
        return invalid("team", "organisatie.fout.kies_team");
    std::set<std::string> uris;
    std::set<std::string> taken;
    for (const Product& product : rows.all_products(wanted.gemeente)) {
        uris.insert(product.upl_uri);
        taken.insert(folded(product.naam));
    }
    Groep groep;
    for (const Naamregel& regel : namen) {
        if (uris.contains(regel.uri) || !taken.insert(folded(regel.naam)).second) {
            ++groep.bekend;
            continue;
        }
        organisatie::add(tx, Product{ids.make<dichtbij::Product>(), wanted.gemeente, regel.naam, regel.uri, team.leider, team.id, true, 0});
        ++groep.nieuw;
    }
    return groep;
}

}  // namespace

Result<Productuitslag> import_producten(OrganisatieService& service, const access::Caller& caller, std::istream& input, const Productimport& wanted) {
    TRY_DONE(access::require_role(caller, wanted.gemeente, {access::Rol::beheerder}));
    TRY(const Lijst lijst, read_list(input));
    Productuitslag uitslag = lijst.uitslag;
    for (std::size_t at = 0; at < lijst.namen.size(); at += products_per_transaction) {
        const auto group = std::span(lijst.namen).subspan(at, std::min(products_per_transaction, lijst.namen.size() - at));
        const auto put_group = [&](store::Tx& tx) -> Result<Groep> {
            TRY(const Groep written, write_group(tx, service.ids(), wanted, group));
            const std::vector<std::pair<std::string, std::string>> kenmerken{{"aantal", std::to_string(written.nieuw)}};
            if (written.nieuw > 0)
                note(tx, caller, service.clock().now(),
                     {"product.geimporteerd", wanted.gemeente, journal::Object::gemeente, wanted.gemeente.bytes},
                     kenmerken);
            return written;
        };
        TRY(const Groep groep, service.store().write(put_group));
        uitslag.nieuw += groep.nieuw;
        uitslag.bekend += groep.bekend;
    }
    return uitslag;
}

}  // namespace dichtbij::organisatie
