#pragma once
// Cases in Mijn Dichtbij: following, answering, writing, withdrawing, documents; and what the portal shows of them.

#include <functional>

#include "portaal/site.h"
#include "zaak/volgen_service.h"

namespace dichtbij::zaak {

struct ZaakPortaal {
    store::Store& store;
    ZaakVolgService& volgen;
    document::DocumentService& documenten;
    // What a folder above this one puts below how far it is; empty: nothing.
    std::function<html::Html(const portaal::Mijn&, const Volgbeeld&)> na_stappen = {};
};

// Cases in the list of Mijn Dichtbij and on the page for following by number. Outlives the site.
class ZaakOnderdeel final : public portaal::Onderdeel {
  public:
    explicit ZaakOnderdeel(ZaakVolgService& volgen) : volgen_(volgen) {}
    std::string_view soort() const override { return "zaak"; }
    std::vector<portaal::Loopt> of(store::Tx&, const portaal::Inwoner&, const html::Texts&, int limit) const override;
    std::optional<portaal::Volgbaar> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer, const html::Texts&) const override;
    std::optional<portaal::Volgbaar> by_id(store::Tx&, Id<Gemeente>, const Uuid& id, const html::Texts&) const override;
    Result<portaal::Volgontvangst> schrijf(const access::Caller&, Id<Gemeente>, const Uuid& id, const portaal::Volgbericht&) const override;

  private:
    ZaakVolgService& volgen_;
};

// All in `delen` outlives the site.
void add_zaak_portaal(portaal::Routes&, const ZaakPortaal& delen);

}  // namespace dichtbij::zaak
