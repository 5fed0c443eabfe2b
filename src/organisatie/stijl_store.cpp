#include "organisatie/stijl_store.h"

namespace dichtbij::organisatie {
namespace {

struct Rij {
    std::string kleuren;
    std::optional<store::Blob> logo;
    std::string logo_soort;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(Rij, (), (kleuren, logo, logo_soort, versie))

}  // namespace

Stijlrij StijlStore::stijl(Id<dichtbij::Gemeente> gemeente) const {
    auto rij = tx_.row<Rij>("select kleuren, logo, logo_soort, versie from gemeente_stijl where gemeente = ?1", gemeente);
    if (!rij) return {};
    return {theme_from_text(rij->kleuren), rij->logo ? std::move(rij->logo->bytes) : std::string(), rij->logo_soort, rij->versie};
}

bool StijlStore::has_logo(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.value<std::int64_t>("select count(*) from gemeente_stijl where gemeente = ?1 and logo is not null", gemeente) > 0;
}

bool StijlStore::put(Id<dichtbij::Gemeente> gemeente, const Stijlrij& stijl) const {
    std::optional<store::Blob> logo;
    if (!stijl.logo.empty()) logo = store::Blob{stijl.logo};
    if (stijl.versie == 0)
        return tx_.run("insert into gemeente_stijl (gemeente, kleuren, logo, logo_soort, versie) values (?1, ?2, ?3, ?4, 1) "
                       "on conflict do nothing", gemeente, to_text(stijl.stijl), logo, stijl.logo_soort) == 1;
    return tx_.run("update gemeente_stijl set kleuren = ?2, logo = ?3, logo_soort = ?4, versie = versie + 1 "
                   "where gemeente = ?1 and versie = ?5", gemeente, to_text(stijl.stijl), logo, stijl.logo_soort, stijl.versie) == 1;
}

}  // namespace dichtbij::organisatie
