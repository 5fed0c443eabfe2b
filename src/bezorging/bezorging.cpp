#include "bezorging/bezorging.h"

#include <openssl/evp.h>

#include <algorithm>

#include "base/text.h"
#include "mail/schrijf.h"

namespace dichtbij::bezorging {

seconds wacht_op_server(int pogingen) {
    constexpr seconds first{30};
    constexpr seconds most{600};
    return std::min(most, first * (1 << std::clamp(pogingen - 1, 0, 8)));
}

std::string adres_sleutel(std::string_view adres) {
    const std::string lower = lower_ascii(trimmed(adres));
    std::string digest(32, '\0');
    CHECK_THAT(EVP_Digest(lower.data(), lower.size(), reinterpret_cast<unsigned char*>(digest.data()), nullptr, EVP_sha256(), nullptr) == 1);
    return hex(digest);
}

std::string zendfout(int code, std::string_view status) {
    if (status == "5.2.2" || status == "4.2.2") return "mailbox_vol";
    if (status == "5.2.1" || status == "4.2.1") return "mailbox_dicht";
    if (status == "5.3.4" || status == "5.2.3" || code == 552) return "te_groot";
    if (is_adresfout(status)) return "adres_onbekend";
    if (status.starts_with("5.7.")) return "geweigerd";
    if (code == 0 && status.empty()) return "geen_antwoord";
    if (code >= 500 || status.starts_with("5.")) return "geweigerd";
    return "tijdelijk";
}

bool is_adresfout(std::string_view status) { return status.starts_with("5.1.") || status == "5.2.1"; }

std::optional<Afzender> afzender_van(std::string_view text) {
    const std::string_view whole = trimmed(text);
    Afzender found;
    const auto open = whole.find('<');
    if (open == std::string_view::npos) found.adres = whole;
    else {
        if (!whole.ends_with('>')) return std::nullopt;
        found.naam = trimmed(whole.substr(0, open));
        found.adres = whole.substr(open + 1, whole.size() - open - 2);
    }
    if (!mail::is_verzendbaar(found.adres) || !is_utf8(found.naam) || found.naam.size() > 200) return std::nullopt;
    return found;
}

}  // namespace dichtbij::bezorging
