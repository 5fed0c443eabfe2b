#include "zaaktype/samenvoegen.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <optional>
#include <utility>

#include "zaaktype/json_velden.h"
#include "zaaktype/zaaktype_json.h"

namespace dichtbij::zaaktype {
namespace {

namespace json = boost::json;

struct Stap {  // of a path: a member, and in it an element
    std::string veld;
    std::optional<std::string> code;
};

std::vector<Stap> steps_of(std::string_view pad) {
    std::vector<Stap> steps;
    while (!pad.empty()) {
        const auto end = pad.find_first_of(".[");
        Stap step{std::string(pad.substr(0, end)), std::nullopt};
        pad.remove_prefix(std::min(end, pad.size()));
        if (pad.starts_with("[")) {
            const auto close = std::min(pad.find(']'), pad.size());
            step.code = std::string(pad.substr(1, close - 1));
            pad.remove_prefix(std::min(close + 1, pad.size()));
        }
        if (pad.starts_with(".")) pad.remove_prefix(1);
        steps.push_back(std::move(step));
    }
    return steps;
}

bool has_code(const json::value& element, std::string_view code) {
    const auto* object = element.if_object();
    const auto* found = object ? object->if_contains("code") : nullptr;
    const auto* text = found ? found->if_string() : nullptr;
    return text && std::string_view(text->data(), text->size()) == code;
}

// nullptr when the path leads nowhere.
json::value* at_path(json::value& root, std::string_view pad) {
    json::value* here = &root;
    for (const Stap& step : steps_of(pad)) {
        auto* object = here->if_object();
        here = object ? object->if_contains(step.veld) : nullptr;
        if (!here) return nullptr;
        if (!step.code) continue;
        auto* list = here->if_array();
        if (!list) return nullptr;
        const auto found = std::find_if(list->begin(), list->end(), [&](const json::value& one) { return has_code(one, *step.code); });
        if (found == list->end()) return nullptr;
        here = &*found;
    }
    return here;
}

bool is_coded_list(const json::value& value) {
    const auto* list = value.if_array();
    return list && !list->empty() && list->front().is_object() && list->front().get_object().contains("code");
}

std::string_view code_in(const json::value& element) {
    const auto& code = element.get_object().at("code").get_string();
    return {code.data(), code.size()};
}

json::value in_their_order(const json::value& hun, const json::value& mijn) {
    json::array list;
    for (const json::value& theirs : hun.get_array()) {
        const json::value* chosen = &theirs;
        if (const auto* own = mijn.if_array())
            for (const json::value& one : *own)
                if (has_code(one, code_in(theirs))) chosen = &one;
        list.push_back(*chosen);
    }
    return list;
}

// The path of what is chosen about, for the path of a difference.
std::string unit_of(const std::string& pad) {
    if (pad.starts_with("taken")) return "taken";
    if (const auto at = pad.find(".keuzes"); at != std::string::npos) return pad.substr(0, at + std::string_view(".keuzes").size());
    return pad;
}

// The list of which a path names an element, and its code: "statussen[klaar].eind" is of "statussen".
std::optional<std::string> element_of(const std::string& pad) {
    const auto close = pad.find(']');
    if (close == std::string::npos) return std::nullopt;
    return pad.substr(0, close + 1);
}

void texts_in(const json::value& value, std::string& out) {
    if (const auto* object = value.if_object())
        for (const auto& field : *object) texts_in(field.value(), out);
    else if (const auto* list = value.if_array())
        for (const auto& one : *list) texts_in(one, out);
    else if (const auto* text = value.if_string()) {
        if (!text->empty()) out.append(out.empty() ? "" : "; ").append(text->data(), text->size());
    } else out.append(out.empty() ? "" : "; ").append(json::serialize(value));
}

std::string whole(json::value& root, std::string_view pad) {
    std::string out;
    if (const auto* found = at_path(root, pad)) texts_in(*found, out);
    return out;
}

}  // namespace

std::vector<Keuzeverschil> keuzeverschillen(const Zaaktype& hun, const Zaaktype& mijn) {
    json::value theirs = json_van(hun), own = json_van(mijn);
    std::vector<Keuzeverschil> units;
    for (const Verschil& one : verschillen(hun, mijn)) {
        const auto element = element_of(one.pad);
        const bool is_coded = element && !one.pad.starts_with("taken");
        if (is_coded && (!at_path(theirs, *element) || !at_path(own, *element))) continue;  // came or went: its list says so
        const std::string unit = unit_of(one.pad);
        if (std::any_of(units.begin(), units.end(), [&](const Keuzeverschil& known) { return known.pad == unit; })) continue;
        if (unit == one.pad && !(unit == "taken" || unit.ends_with(".keuzes"))) units.push_back({unit, one.oud, one.nieuw});
        else units.push_back({unit, whole(theirs, unit), whole(own, unit)});
    }
    return units;
}

Zaaktype samengevoegd(const Zaaktype& hun, const Zaaktype& mijn, const std::vector<std::string>& paden_van_hun) {
    json::value theirs = json_van(hun), merged = json_van(mijn);
    const auto take = [&](const std::string& pad, bool is_for_lists) {
        json::value* to = at_path(merged, pad);
        const json::value* from = at_path(theirs, pad);
        if (!to || !from) return;
        const bool is_list = is_coded_list(*from) || is_coded_list(*to);
        if (is_list == is_for_lists) *to = is_list ? in_their_order(*from, *to) : *from;
    };
    for (const std::string& pad : paden_van_hun) take(pad, true);
    for (const std::string& pad : paden_van_hun) take(pad, false);
    return lees_inhoud(json::serialize(merged));
}

}  // namespace dichtbij::zaaktype
