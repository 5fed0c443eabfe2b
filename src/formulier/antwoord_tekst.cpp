#include "formulier/antwoord.h"
#include "json/parse.h"
#include "json/writer.h"

namespace dichtbij::formulier {

std::string to_text(const Antwoorden& antwoorden) {
    std::string text;
    json::Writer writer(text);
    writer.begin_object();
    for (const auto& [key, values] : antwoorden) {
        writer.free_key(key).begin_array();
        for (const std::string& one : values) writer.text(one);
        writer.end_array();
    }
    writer.end_object();
    return text;
}

Antwoorden from_text(std::string_view bytes) {
    const auto value = json::parse(bytes);
    const json::Object* object = value ? value->object() : nullptr;
    Antwoorden antwoorden;
    if (object == nullptr) return antwoorden;
    for (const auto& [key, list] : *object) {
        const json::Array* values = list.array();
        if (values == nullptr) continue;
        for (const json::Value& one : *values)
            if (const std::string* words = one.text()) antwoorden[key].push_back(*words);
    }
    return antwoorden;
}

}  // namespace dichtbij::formulier
