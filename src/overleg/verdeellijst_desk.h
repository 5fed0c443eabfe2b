#pragma once
// What the list of a team's cases asks and shows, for its screen and its file.

#include <map>
#include <string>
#include <vector>

#include "html/form.h"
#include "http/request.h"
#include "overleg/verdelen_schermen_desk.h"

namespace dichtbij::overleg {

// Which columns stand beside the case itself.
enum class Kolom { beloofd, aanvrager, zaaktype, stand, wet, ontvangen, casemanager };
BOOST_DESCRIBE_ENUM(Kolom, beloofd, aanvrager, zaaktype, stand, wet, ontvangen, casemanager)

enum class Orde { beloofd, wet };
BOOST_DESCRIBE_ENUM(Orde, beloofd, wet)

struct Verdeelvraag {  // what the address asks
    zaak::Zakenvraag vraag;
    Orde orde = Orde::beloofd;
    std::vector<Kolom> kolommen;
    bool toont(Kolom) const;
};
std::string query_of(const Verdeelvraag&);
std::string vorm_of(const Verdeelvraag&);  // columns and order only

struct Regelwoorden {
    std::string zaaktype, stand, aanvrager, casemanager;
    bool is_aanvaard = true;
};
struct Lijstrij {
    zaak::Zaakregel zaak;
    Regelwoorden woorden;
};

// Names for the rows of a page; each looked up once.
class Namen {
  public:
    Namen(const VerdeelSchermen& s, store::Tx& tx, const html::Texts& t) : s_(s), tx_(tx), t_(t) {}
    Regelwoorden of(const zaak::Zaakregel&);

  private:
    const VerdeelSchermen& s_;
    store::Tx& tx_;
    const html::Texts& t_;
    std::map<Id<Medewerker>, std::string> medewerkers_;
    std::map<Id<dichtbij::ZaaktypeVersie>, zaaktype::Zaaktype> types_;
};

// Nothing when the caller leads no team there.
std::optional<Verdeelvraag> read_vraag(const VerdeelSchermen&, const http::Params&, const access::Desk&);
std::string kolom_kop(const html::Texts&, Kolom);
http::Response export_lijst(const VerdeelSchermen&, http::Request&, access::Desk&);

}  // namespace dichtbij::overleg
