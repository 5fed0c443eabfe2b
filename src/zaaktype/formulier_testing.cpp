#include "zaaktype/formulier_testing.h"

#include <algorithm>

#include "base/result.h"

namespace dichtbij::zaaktype::testing {
namespace {

std::string unescaped(std::string_view text) {
    static constexpr std::pair<std::string_view, std::string_view> names[] = {{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    std::string out;
    while (!text.empty()) {
        const auto found = std::find_if(std::begin(names), std::end(names), [&](const auto& one) { return text.starts_with(one.first); });
        if (found != std::end(names)) out += found->second;
        else out += text.front();
        text.remove_prefix(found != std::end(names) ? found->first.size() : 1);
    }
    return out;
}

std::string attribute(std::string_view tag, std::string_view name) {
    const std::string begin = " " + std::string(name) + "=\"";
    const auto at = tag.find(begin);
    if (at == std::string_view::npos) return "";
    const std::string_view rest = tag.substr(at + begin.size());
    return unescaped(rest.substr(0, rest.find('"')));
}

std::string chosen_of(std::string_view options) {
    std::string first;
    bool is_first = true;
    for (auto at = options.find("<option"); at != std::string_view::npos; at = options.find("<option", at + 1)) {
        const std::string_view tag = options.substr(at, options.find('>', at) - at);
        if (tag.find(" selected") != std::string_view::npos) return attribute(tag, "value");
        if (is_first) first = attribute(tag, "value");
        is_first = false;
    }
    return first;
}

}  // namespace

Velden velden_van(const std::string& page, std::string_view action) {
    const auto posted = page.find("action=\"" + std::string(action) + "\"");
    CHECK_THAT(posted != std::string::npos);
    const std::string_view form = std::string_view(page).substr(posted, page.find("</form>", posted) - posted);
    Velden fields;
    for (auto at = form.find('<'); at != std::string_view::npos; at = form.find('<', at + 1)) {
        const std::string_view rest = form.substr(at);
        const std::string_view tag = rest.substr(0, rest.find('>'));
        const std::string name = attribute(tag, "name");
        if (name.empty() || name == "_csrf") continue;
        if (tag.starts_with("<textarea")) {
            std::string_view text = rest.substr(tag.size() + 1, rest.find("</textarea") - tag.size() - 1);
            if (text.starts_with("\n")) text.remove_prefix(1);
            fields.emplace_back(name, unescaped(text));
        } else if (tag.starts_with("<select")) {
            fields.emplace_back(name, chosen_of(rest.substr(0, rest.find("</select"))));
        } else if (tag.starts_with("<input")) {
            const std::string type = attribute(tag, "type");
            const bool is_choice = type == "checkbox" || type == "radio";
            if (type != "file" && (!is_choice || tag.find(" checked") != std::string_view::npos)) fields.emplace_back(name, attribute(tag, "value"));
        }
    }
    return fields;
}

const std::string* find(const Velden& fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.first == name; });
    return found == fields.end() ? nullptr : &found->second;
}

void set(Velden& fields, std::string_view name, std::string value) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& one) { return one.first == name; });
    CHECK_THAT(found != fields.end());
    found->second = std::move(value);
}

void add(Velden& fields, std::string name, std::string value) { fields.emplace_back(std::move(name), std::move(value)); }

void remove(Velden& fields, std::string_view name) { std::erase_if(fields, [&](const auto& one) { return one.first == name; }); }

}  // namespace dichtbij::zaaktype::testing
