// The same person elsewhere, and doubles.
#include <algorithm>

#include "base/text.h"
#include "partij/partij_service.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

using access::Caller;

constexpr int verwanten_max = 20;

Gemeenten only(std::vector<GemeenteId> gemeenten) { return gemeenten; }

std::vector<GemeenteId> others(const Caller& caller, GemeenteId own) {
    auto list = access::scope_of(caller).gemeenten;
    std::erase(list, own);
    return list;
}

struct Found {
    Partij partij;
    Verband verband;
};

class Search {
  public:
    Search(store::Tx& tx, const Partij& partij, Gemeenten gemeenten) : store_(tx), partij_(partij), gemeenten_(std::move(gemeenten)) {}

    std::vector<Found> all() {
        identificator(soort_bsn, Verband::bsn);
        identificator(soort_kvk_nummer, Verband::kvk_nummer);
        identificator(soort_rsin, Verband::rsin);
        for (const DigitaalAdres& adres : partij_.gegevens.digitale_adressen) digital(adres);
        return std::move(found_);
    }

    void same_name_and_birth() {
        const auto* persoon = std::get_if<Persoon>(&partij_.gegevens.wie);
        if (!persoon || !persoon->geboortedatum || !persoon->geboortedatum->is_whole()) return;
        const std::string naam = folded(persoon->naam.achternaam);
        for (Partij& one : store_.by_geboortedatum(gemeenten_, *persoon->geboortedatum, verwanten_max))
            if (const auto* other = contactnaam(one.gegevens); other && folded(other->achternaam) == naam) keep(std::move(one), Verband::naam_en_geboortedatum);
    }

  private:
    void identificator(std::string_view soort, Verband verband) {
        if (const Identificator* own = find_identificator(partij_.gegevens, soort))
            for (Partij& one : store_.by_identificator(gemeenten_, soort, own->object_id, verwanten_max)) keep(std::move(one), verband);
    }
    void digital(const DigitaalAdres& adres) {
        if (adres.soort == SoortDigitaalAdres::overig) return;
        const Verband verband = adres.soort == SoortDigitaalAdres::email ? Verband::email : Verband::telefoonnummer;
        for (Partij& one : store_.by_digitaal_adres(gemeenten_, adres.soort, zoekvorm(adres.soort, adres.adres), verwanten_max)) keep(std::move(one), verband);
    }
    void keep(Partij partij, Verband verband) {
        const bool had = partij.id == partij_.id || std::any_of(found_.begin(), found_.end(), [&](const Found& one) { return one.partij.id == partij.id; });
        if (!had && found_.size() < verwanten_max) found_.push_back({std::move(partij), verband});
    }

    PartijStore store_;
    const Partij& partij_;
    Gemeenten gemeenten_;
    std::vector<Found> found_;
};

}  // namespace

Result<std::vector<Verwant>> PartijService::side_by_side(const Caller& caller, PartijId id) {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Verwant>> {
        TRY(const Partij partij, visible(tx, caller, id));
        std::vector<Verwant> list;
        if (caller.is_system()) return list;
        for (const Found& found : Search(tx, partij, only(others(caller, partij.gemeente))).all()) {
            const auto treffers = as_treffers(tx, {found.partij});
            if (!treffers.empty()) list.push_back({treffers.front(), found.verband});
        }
        return list;
    });
}

Result<std::vector<Verwant>> PartijService::possible_doubles(const Caller& caller, PartijId id) {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Verwant>> {
        TRY(const Partij partij, visible(tx, caller, id));
        Search search(tx, partij, only({partij.gemeente}));
        search.same_name_and_birth();
        const auto own = familie(tx, partij.id);
        std::vector<Verwant> list;
        for (const Found& found : search.all())
            if (std::find(own.begin(), own.end(), found.partij.id) == own.end()) list.push_back({treffer_of(found.partij), found.verband});
        return list;
    });
}

}  // namespace dichtbij::partij
