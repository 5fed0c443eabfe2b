#pragma once
// Lists of taken that came of a klantcontact which the reader sees, in work of a domain that he may read.

#include <vector>

#include "klantcontact/lijst.h"
#include "store/list_query.h"
#include "taak/lijst.h"

namespace dichtbij::taak {

class LijstStore {
  public:
    LijstStore(store::Tx& tx, klantcontact::Zicht zicht) : tx_(tx), zicht_(std::move(zicht)) {}

    // `all` tells how many taken all contacts that are seen have, for a list without filters.
    store::Listed<Taakregel> taken(const Taakvraag&, const store::Page&, std::int64_t (*all)(store::Tx&, const klantcontact::Zicht&)) const;
    std::vector<Taakregel> taken_by_id(const std::vector<Id<dichtbij::Taak>>&) const;
    // Of contacts that are seen, oldest first.
    std::vector<Taakregel> taken_of(const std::vector<Id<Klantcontact>>&) const;
    std::vector<partij::Verwijzing> taak_ids_of(const std::vector<Id<Klantcontact>>&) const;

  private:
    template <class P>
    std::string seen(P& params) const;
    std::vector<Taakregel> with_actoren(std::vector<Taakregel>) const;
    std::int64_t in_other_domains() const;

    store::Tx& tx_;
    klantcontact::Zicht zicht_;
};

}  // namespace dichtbij::taak
