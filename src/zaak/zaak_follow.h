#pragma once
// What cases give to the search index: their title and the name of their case type, and how they are found
// there. Never who takes part, an answer, or a decision.

#include <span>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "journal/journal.h"
#include "partij/partij_follow.h"
#include "search/index.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

inline constexpr std::string_view zoek_soort = "zaak";  // kind of the documents; their id is that of the case

search::Document document_of(const Zaak&, const zaaktype::Zaaktype&);

// A source for partij::ZoekProjectie; the service outlives it.
partij::Zoekbron zaak_zoekbron(werk::WerkService&);

// Cases by the words of their title, in the gemeenten and domains that the caller may read. Running first, each by
// how well it fits. For who calls only: the system has no scope.
struct Titeltreffers {
    std::vector<Zaakregel> regels;
    bool is_unavailable = false;    // the index is out of order, or there is none
};
Titeltreffers find_titles(const search::Index*, ZaakService&, store::Tx&, const access::Caller&, std::string_view words, int limit);

}  // namespace dichtbij::zaak
