#include "mijn/mijn_portaal.h"

namespace dichtbij::mijn {

http::Response geweigerd(const portaal::Mijn& mijn, std::string_view soort, const Uuid& object) {
    mijn.record(soort, object, false);
    return mijn.fail(Failure{Reason::not_found, "not his: " + std::string(soort) + " " + to_string(object), "", {}});
}

portaal::Paginakop mijn_kop(const portaal::Mijn& mijn, std::string titel) {
    portaal::Paginakop kop{.titel = std::move(titel), .huidig = "mijn"};
    if (mijn.inwoner.is_ingelogd()) kop.kruimels.push_back({"/mijn", mijn.t("zaakportaal.kruimel")});
    return kop;
}

portaal::Paginakop gegevens_kop(const portaal::Mijn& mijn, std::string titel) {
    portaal::Paginakop kop = mijn_kop(mijn, std::move(titel));
    kop.kruimels.push_back({"/mijn/gegevens", mijn.t("mijn.gegevens.kop")});
    return kop;
}

}  // namespace dichtbij::mijn
