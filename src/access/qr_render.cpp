#include "access/qr_render.h"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace dichtbij::access {
namespace {

constexpr int quiet_zone = 4;  // modules, ISO 18004
constexpr std::string_view size_px = "232";

}  // namespace

html::Html qr_code(std::string_view text, std::string_view label) {
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(std::string(text).c_str(), 0, QR_ECLEVEL_M), QRcode_free);
    if (!code) throw std::runtime_error("libqrencode gives no code");
    std::string path;
    for (int y = 0; y < code->width; ++y)
        for (int x = 0; x < code->width; ++x)
            if (code->data[y * code->width + x] & 1)
                path += "M" + std::to_string(x + quiet_zone) + " " + std::to_string(y + quiet_zone) + "h1v1h-1z";
    const std::string side = std::to_string(code->width + 2 * quiet_zone);
    using html::attr;
    using html::el;
    return el("svg", attr("class", "qr"), attr("role", "img"), attr("aria-label", label),
              attr("viewBox", "0 0 " + side + " " + side), attr("width", size_px),
              attr("height", size_px),
              el("rect", attr("width", side), attr("height", side), attr("fill", "#fff")),
              el("path", attr("d", path), attr("fill", "#000")));
}

}  // namespace dichtbij::access
