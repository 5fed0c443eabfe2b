#include "zaaktype/verschil.h"

#include <boost/json/serialize.hpp>

#include <map>
#include <utility>

#include "zaaktype/json_velden.h"

namespace dichtbij::zaaktype {
namespace {

namespace json = boost::json;

using Velden = std::vector<std::pair<std::string, std::string>>;  // path and value, in order

std::string word(const json::value& value) {
    if (const auto* text = value.if_string()) return std::string(text->data(), text->size());
    return json::serialize(value);
}

const json::string* code_of(const json::value& value) {
    const auto* object = value.if_object();
    const auto* code = object ? object->if_contains("code") : nullptr;
    return code ? code->if_string() : nullptr;
}

void flatten(const json::value& value, const std::string& pad, Velden& out);

void flatten_list(const json::array& list, const std::string& pad, Velden& out) {
    std::string order;
    for (const json::value& element : list) {
        const json::string* code = code_of(element);
        if (!code && element.is_structured()) continue;
        order += (order.empty() ? "" : ", ") + (code ? std::string(code->data(), code->size()) : word(element));
    }
    out.emplace_back(pad, order);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const json::string* code = code_of(list[i]);
        const std::string name = code ? std::string(code->data(), code->size()) : std::to_string(i);
        if (list[i].is_structured()) flatten(list[i], pad + "[" + name + "]", out);
    }
}

void flatten(const json::value& value, const std::string& pad, Velden& out) {
    if (const auto* list = value.if_array()) return flatten_list(*list, pad, out);
    const auto* object = value.if_object();
    if (!object) {
        out.emplace_back(pad, word(value));
        return;
    }
    for (const auto& field : *object) flatten(field.value(), (pad.empty() ? "" : pad + ".") + std::string(field.key()), out);
}

Velden velden_van(const Zaaktype& zaaktype) {
    Velden out;
    flatten(json_van(zaaktype), "", out);
    return out;
}

}  // namespace

std::vector<Verschil> verschillen(const Zaaktype& oud, const Zaaktype& nieuw) {
    const Velden before = velden_van(oud);
    const Velden after = velden_van(nieuw);
    std::map<std::string, std::string> left(before.begin(), before.end());
    std::vector<Verschil> found;
    for (const auto& [pad, value] : after) {
        const auto at = left.find(pad);
        const std::string old_value = at == left.end() ? std::string() : at->second;
        if (at != left.end()) left.erase(at);
        if (old_value != value) found.push_back({pad, old_value, value});
    }
    for (const auto& [pad, value] : before)
        if (left.contains(pad) && !value.empty()) found.push_back({pad, value, ""});
    return found;
}

}  // namespace dichtbij::zaaktype
