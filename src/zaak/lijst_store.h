#pragma once
// Pages of cases.

#include <utility>
#include <vector>

#include "access/caller.h"
#include "store/store.h"
#include "zaak/opdracht.h"

namespace dichtbij::zaak {

struct Lijstrij {
    Id<dichtbij::Zaak> zaak;
    std::int64_t sleutel = 0;
    Uuid plaats{};
};
BOOST_DESCRIBE_STRUCT(Lijstrij, (), (zaak, sleutel, plaats))

// `partijen`: all that are the person of the question. At most `limit` rows, in order.
std::vector<Lijstrij> read_page(store::Tx&, const access::Caller&, const Zakenvraag&, const std::vector<Id<Partij>>& partijen, Day today);

struct Versiegebruik {
    Id<dichtbij::Zaaktype> zaaktype;
    Id<dichtbij::ZaaktypeVersie> versie;
};
BOOST_DESCRIBE_STRUCT(Versiegebruik, (), (zaaktype, versie))

std::vector<Versiegebruik> versies_met_open_zaken(store::Tx&, Id<Gemeente>);

}  // namespace dichtbij::zaak
