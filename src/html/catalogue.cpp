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
    return std::make_unique<Texts>(taal, std::move(texts));
}

}  // namespace

std::string_view to_string(Taal taal) { return taal == Taal::en ? "en" : "nl"; }

Taal taal_of(std::string_view code) { return code == "en" ? Taal::en : Taal::nl; }

bool Texts::has(std::string_view key) const {
    return texts_.find(key) != texts_.end() || texts_.find(std::string(key) + ".other") != texts_.end();
}

std::string Texts::fill(std::string_view key, const std::vector<std::string>& args) const {
    auto found = texts_.find(key);
    if (found == texts_.end() && !args.empty())
        found = texts_.find(std::string(key) + (args.front() == "1" ? ".one" : ".other"));
    if (found == texts_.end()) return "«" + std::string(key) + "»";
    const std::string& pattern = found->second;
    std::string text;
    text.reserve(pattern.size() + 32);
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool is_mark = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}' &&
                             pattern[at + 1] >= '0' && pattern[at + 1] <= '9';
        if (!is_mark) {
            text += pattern[at];
            continue;
        }
        const auto index = static_cast<std::size_t>(pattern[at + 1] - '0');
        if (index < args.size()) text += args[index];
        at += 2;
    }
    return text;
}

Catalogue::Catalogue(const std::filesystem::path& text_folder)
    : dutch_(load(text_folder, Taal::nl)), english_(load(text_folder, Taal::en)) {}

}  // namespace dichtbij::html
