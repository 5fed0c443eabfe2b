#include "toepassing/zegel.h"

#include <sodium.h>

#include "base/id.h"
#include "base/result.h"

namespace dichtbij::toepassing {
namespace {

constexpr char open_mark = '0';
constexpr char sealed_mark = '1';
static_assert(sleutel_bytes == crypto_secretbox_KEYBYTES);

const unsigned char* as_bytes(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }
unsigned char* as_bytes(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }

}  // namespace

std::string verzegel(std::string_view geheim, std::string_view sleutel) {
    if (sleutel.empty()) return open_mark + std::string(geheim);
    CHECK_THAT(sleutel.size() == sleutel_bytes);
    const std::string nonce = random_bytes(crypto_secretbox_NONCEBYTES);
    std::string box(geheim.size() + crypto_secretbox_MACBYTES, '\0');
    CHECK_THAT(crypto_secretbox_easy(as_bytes(box), as_bytes(geheim), geheim.size(), as_bytes(std::string_view(nonce)), as_bytes(sleutel)) == 0);
    return sealed_mark + nonce + box;
}

std::optional<std::string> open_zegel(std::string_view verzegeld, std::string_view sleutel) {
    if (verzegeld.empty()) return std::nullopt;
    const std::string_view rest = verzegeld.substr(1);
    if (verzegeld.front() == open_mark) return std::string(rest);
    constexpr std::size_t least = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES;
    if (verzegeld.front() != sealed_mark || sleutel.size() != sleutel_bytes || rest.size() < least) return std::nullopt;
    const std::string_view box = rest.substr(crypto_secretbox_NONCEBYTES);
    std::string geheim(box.size() - crypto_secretbox_MACBYTES, '\0');
    if (crypto_secretbox_open_easy(as_bytes(geheim), as_bytes(box), box.size(), as_bytes(rest), as_bytes(sleutel)) != 0) return std::nullopt;
    return geheim;
}

}  // namespace dichtbij::toepassing
