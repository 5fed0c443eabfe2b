#pragma once
// What the pages of this folder share.

#include "document/document_service.h"
#include "formulier/formulier_portaal.h"
#include "mijn/bedrijf_service.h"
#include "mijn/gegevens_service.h"
#include "mijn/inzage_service.h"
#include "mijn/vraag_service.h"
#include "portaal/site.h"
#include "waardering/waardering_portaal.h"
#include "zaak/volgen_service.h"

namespace dichtbij::mijn {

struct MijnDelen {
    store::Store& store;
    VraagService& vragen;
    GegevensService& gegevens;
    InzageService& inzagen;
    BedrijfService& bedrijven;
    zaak::ZaakVolgService& zaken;
    zaak::ZaakService& zaakdienst;
    bericht::BerichtService& berichten;
    partij::PartijService& partijen;
    const waardering::WaarderingPortaal* waarderingen = nullptr;  // nullptr: questions are not rated
    const formulier::FormulierPortaal* formulieren = nullptr;           // nullptr: no forms are filled in
};

// His questions in the list of Mijn Dichtbij, and for following by number. Outlives the site.
class VraagOnderdeel final : public portaal::Onderdeel {
  public:
    explicit VraagOnderdeel(VraagService& vragen) : vragen_(vragen) {}
    std::string_view soort() const override { return "klantcontact"; }
    std::vector<portaal::Loopt> of(store::Tx&, const portaal::Inwoner&, const html::Texts&, int limit) const override;
    std::optional<portaal::Volgbaar> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer, const html::Texts&) const override;
    std::optional<portaal::Volgbaar> by_id(store::Tx&, Id<Gemeente>, const Uuid& id, const html::Texts&) const override;

  private:
    VraagService& vragen_;
};

// GET /mijn/vragen/NUMMER; GET and POST /mijn/vragen/NUMMER/waardering.
void add_vraag_portaal(portaal::Routes&, const MijnDelen&);
// GET /mijn/berichten and /mijn/berichten/ID; unread ones on the home page.
void add_berichten_portaal(portaal::Routes&, const MijnDelen&);
// GET /mijn/gegevens, GET and POST /mijn/gegevens/wijzigen; his data on the home page.
void add_gegevens_portaal(portaal::Routes&, const MijnDelen&);
// GET /mijn/gegevens/inzage.
void add_inzage_portaal(portaal::Routes&, const MijnDelen&);
// GET /mijn/gegevens/download and /mijn/gegevens/download.json.
void add_download_portaal(portaal::Routes&, const MijnDelen&);
// GET /mijn/bedrijf.
void add_bedrijf_portaal(portaal::Routes&, const MijnDelen&);

// Whether an employee of a company may see this message to it: of what he may see himself.
bool mag_bericht(const MijnDelen&, store::Tx&, const portaal::Inwoner&, const bericht::Bericht&);
// Asked for what is not his, or is not there: written down, and answered alike.
http::Response geweigerd(const portaal::Mijn&, std::string_view soort, const Uuid& object);
portaal::Paginakop mijn_kop(const portaal::Mijn&, std::string titel);
// The same below the page of his data.
portaal::Paginakop gegevens_kop(const portaal::Mijn&, std::string titel);

}  // namespace dichtbij::mijn
