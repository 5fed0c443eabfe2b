#include "html/catalogue.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace dichtbij::html {
namespace {

using Map = std::map<std::string, std::string, std::less<>>;

void read_file(const std::filesystem::path& path, Map& texts) {
    std::ifstream file(path);
    if (!file) throw std::runtime_error("cannot read " + path.string());
    std::ostringstream content;
    content << file.rdbuf();
    boost::json::error_code error;
    const auto json = boost::json::parse(content.str(), error);
    if (error || !json.is_object()) throw std::runtime_error(path.string() + " is not a JSON object of texts");
    for (const auto& [key, value] : json.get_object()) {
        if (!value.is_string()) throw std::runtime_error(path.string() + ": " + std::string(key) + " is not a text");
        if (!texts.emplace(std::string(key), std::string(value.get_string())).second)
            throw std::runtime_error(path.string() + ": " + std::string(key) + " is there twice");
    }
}

std::unique_ptr<Texts> load(const std::filesystem::path& folder, Taal taal) {
    Map texts;
    const std::string code(to_string(taal));
    read_file(folder / (code + ".json"), texts);
    std::vector<std::filesystem::path> more;
    if (std::filesystem::exists(folder / (code + ".d")))
        for (const auto& entry : std::filesystem::directory_iterator(folder / (code + ".d")))
            if (entry.path().extension() == ".json") more.push_back(entry.path());
    std::sort(more.begin(), more.end());
    for (const auto& path : more) read_file(path, texts);
    return std::make_unique<Texts>(taal, texts);
}

std::string missing(std::string_view key) { return "«" + std::string(key) + "»"; }

// The text between the marks {0} to {9}, and the marks.
template <class Piece, class Mark>
void for_each_piece(std::string_view text, Piece piece, Mark mark) {
    std::size_t written = 0;
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const bool is_mark = at + 2 < text.size() && text[at + 2] == '}' && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (!is_mark) continue;
        piece(text.substr(written, at - written));
        mark(static_cast<std::size_t>(text[at + 1] - '0'));
        written = at + 3;
    }
    piece(text.substr(written));
}

}  // namespace

std::string_view to_string(Taal taal) { return taal == Taal::en ? "en" : "nl"; }

Taal taal_of(std::string_view code) { return code == "en" ? Taal::en : Taal::nl; }

bool Texts::has(std::string_view key) const {
    return texts_.find(key) != texts_.end() || texts_.find(std::string(key) + ".other") != texts_.end();
}

const std::string* Texts::find(std::string_view key, std::string_view first_arg) const {
    auto found = texts_.find(key);
    if (found == texts_.end()) found = texts_.find(std::string(key) + (first_arg == "1" ? ".one" : ".other"));
    return found == texts_.end() ? nullptr : &found->second;
}

std::string Texts::fill(std::string_view key, const std::vector<std::string>& args) const {
    const std::string* text = find(key, args.empty() ? std::string_view() : args.front());
    if (!text) return missing(key);
    std::string filled;
    filled.reserve(text->size() + 32);
    for_each_piece(*text, [&](std::string_view piece) { filled += piece; },
                   [&](std::size_t index) { if (index < args.size()) filled += args[index]; });
    return filled;
}

Html Texts::rich(std::string_view key, const std::vector<Html>& args) const {
    const std::string* text = find(key, args.empty() ? std::string_view() : args.front().markup());
    if (!text) return html::text(missing(key));
    std::string filled;
    for_each_piece(*text, [&](std::string_view piece) { append_escaped(filled, piece); },
                   [&](std::size_t index) { if (index < args.size()) filled += args[index].markup(); });
    return Html::trusted(std::move(filled));
}

std::string_view Texts::pattern(std::string_view key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? std::string_view() : std::string_view(found->second);
}

Catalogue::Catalogue(const std::filesystem::path& text_folder)
    : dutch_(load(text_folder, Taal::nl)), english_(load(text_folder, Taal::en)) {}

}  // namespace dichtbij::html
