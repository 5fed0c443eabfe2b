#include "zaak/overgang.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::zaak {
namespace {

constexpr std::array overgangen{
    Overgang{Stap::blijven, Wanneer::nooit, "zaak.fout.status_al_zo"},         // nothing would change
    Overgang{Stap::verder, Wanneer::altijd, ""},                               // the resident sees each step
    Overgang{Stap::overslaan, Wanneer::nooit, "zaak.fout.status_overslaan"},   // a step that was skipped was promised
    Overgang{Stap::terug, Wanneer::met_reden, "fout.veld.verplicht"},          // the resident sees it go back
    Overgang{Stap::eind, Wanneer::nooit, "zaak.fout.status_eind"},             // an end asks for a result
    Overgang{Stap::onbekend, Wanneer::nooit, "zaak.fout.status_onbekend"},
};

std::ptrdiff_t place_of(const zaaktype::Zaaktype& type, std::string_view code) {
    const auto found = std::find_if(type.statussen.begin(), type.statussen.end(), [&](const auto& one) { return one.code == code; });
    return found == type.statussen.end() ? -1 : found - type.statussen.begin();
}

}  // namespace

Stap stap_van(const zaaktype::Zaaktype& type, std::string_view van, std::string_view naar) {
    const auto from = place_of(type, van), to = place_of(type, naar);
    if (to < 0) return Stap::onbekend;
    if (to == from) return Stap::blijven;
    if (type.statussen[static_cast<std::size_t>(to)].eind) return Stap::eind;
    if (to < from) return Stap::terug;
    return to == from + 1 ? Stap::verder : Stap::overslaan;
}

const Overgang& overgang(Stap stap) {
    const auto found = std::find_if(overgangen.begin(), overgangen.end(), [&](const Overgang& one) { return one.stap == stap; });
    CHECK_THAT(found != overgangen.end());
    return *found;
}

std::optional<FieldError> check_overgang(const zaaktype::Zaaktype& type, std::string_view van, std::string_view naar, std::string_view toelichting) {
    const Overgang& row = overgang(stap_van(type, van, naar));
    if (row.wanneer == Wanneer::altijd) return std::nullopt;
    if (row.wanneer == Wanneer::nooit) return FieldError{"status", std::string(row.fout), {}};
    if (!trimmed(toelichting).empty()) return std::nullopt;
    return FieldError{"toelichting", std::string(row.fout), {}};
}

const zaaktype::Statustype* statustype(const zaaktype::Zaaktype& type, std::string_view code) {
    const auto at = place_of(type, code);
    return at < 0 ? nullptr : &type.statussen[static_cast<std::size_t>(at)];
}

std::string eerste_status(const zaaktype::Zaaktype& type) {
    return type.statussen.empty() || type.statussen.front().eind ? std::string() : type.statussen.front().code;
}

std::string eindstatus(const zaaktype::Zaaktype& type) {
    for (const auto& one : type.statussen)
        if (one.eind) return one.code;
    return {};
}

std::string laatste_status(const zaaktype::Zaaktype& type) {
    std::string last;
    for (const auto& one : type.statussen)
        if (!one.eind) last = one.code;
    return last;
}

const zaaktype::Resultaattype* resultaattype(const zaaktype::Zaaktype& type, std::string_view code) {
    const auto found = std::find_if(type.resultaten.begin(), type.resultaten.end(), [&](const auto& one) { return one.code == code; });
    return found == type.resultaten.end() ? nullptr : &*found;
}

}  // namespace dichtbij::zaak
