#include "organisatie/stijl.h"

#include <algorithm>

namespace dichtbij::organisatie {

std::string to_text(const html::Theme& theme) {
    std::string text;
    for (const auto& [name, value] : theme.own()) text.append(name).append("=").append(value).append("\n");
    return text;
}

html::Theme theme_from_text(std::string_view text) {
    html::Theme::Values values;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (const auto is = line.find('='); is != std::string_view::npos) values.emplace(line.substr(0, is), line.substr(is + 1));
    }
    const auto theme = html::Theme::parse(values);
    return theme ? *theme : html::Theme();
}

Beeldsoort beeldsoort_of(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG\r\n\x1a\n")) return Beeldsoort::png;
    if (bytes.starts_with("\xff\xd8\xff")) return Beeldsoort::jpeg;
    if (bytes.size() > 12 && bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return Beeldsoort::webp;
    return Beeldsoort::geen;
}

std::string_view media_type(Beeldsoort soort) {
    switch (soort) {
        case Beeldsoort::png: return "image/png";
        case Beeldsoort::jpeg: return "image/jpeg";
        case Beeldsoort::webp: return "image/webp";
        case Beeldsoort::geen: break;
    }
    return "application/octet-stream";
}

}  // namespace dichtbij::organisatie
