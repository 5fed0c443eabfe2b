#include "zaak/volgen_beeld.h"

#include <algorithm>

namespace dichtbij::zaak {
namespace {

auto find_nu(const std::vector<Volgstap>& stappen) {
    return std::find_if(stappen.begin(), stappen.end(), [](const Volgstap& one) { return one.stand == Stapstand::nu; });
}

}  // namespace

int Volgbeeld::stap() const {
    const auto found = find_nu(stappen);
    return found == stappen.end() ? 0 : static_cast<int>(found - stappen.begin()) + 1;
}

const Volgstap* Volgbeeld::nu() const {
    const auto found = find_nu(stappen);
    return found == stappen.end() ? nullptr : &*found;
}

const Volgstap* Volgbeeld::straks() const {
    const auto found = std::find_if(stappen.begin(), stappen.end(), [](const Volgstap& one) { return one.stand == Stapstand::straks; });
    return found == stappen.end() ? nullptr : &*found;
}

std::string document_url(const Volgbeeld& beeld, const document::Documentregel& one) { return "/mijn/zaken/" + beeld.id.text() + "/documenten/" + one.versie.id.text(); }

}  // namespace dichtbij::zaak
