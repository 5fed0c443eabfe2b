#include "zaak/zaak_schermen_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

namespace dichtbij::zaak {

Tabblad tabblad_van(std::string_view text) {
    Tabblad blad{};
    return boost::describe::enum_from_string(std::string(text).c_str(), blad) ? blad : Tabblad::overzicht;
}

std::string url_van(Id<dichtbij::Zaak> zaak, std::string_view rest) { return "/zaken/" + zaak.text() + std::string(rest); }

std::string url_van(Id<dichtbij::Zaak> zaak, Tabblad blad) { return url_van(zaak, blad == Tabblad::overzicht ? "" : "?blad=" + woord(blad)); }

std::string paneel_url(Id<dichtbij::Zaak> zaak, Tabblad blad, std::string_view paneel, std::string_view over) {
    std::string url = url_van(zaak, "?blad=" + woord(blad) + "&paneel=" + std::string(paneel));
    if (!over.empty()) url += "&" + std::string(over);
    return url + "#h-paneel";
}

}  // namespace dichtbij::zaak
