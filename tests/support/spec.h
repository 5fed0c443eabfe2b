#pragma once
// Answers held against the OpenAPI description of a standard, when that is at hand: in the folder of the environment variable
// DICHTBIJ_SPECS, or in ../shared/specs beside the source. Reads as much of YAML and JSON Schema as these files use.
//
//     TEST_CASE("answers are as the standard describes" * doctest::skip(!testing::Spec::is_there("contactgegevens-1.1.1.yaml"))) {
//         const testing::Spec spec("contactgegevens-1.1.1.yaml");
//         CHECK(spec.faults("Organisatie", answer.value()).empty());

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/text.h"
#include "base/time.h"
#include "json/invalid.h"
#include "json/value.h"

namespace dichtbij::testing {

// Block style: maps, lists, and scalars that may run on over deeper lines.
class Yaml {
  public:
    explicit Yaml(const std::filesystem::path& file) {
        std::ifstream in(file);
        for (std::string line; std::getline(in, line);) lines_.push_back(line);
    }
    json::Value read() { return block(0); }

  private:
    static std::size_t indent_of(const std::string& line) { return line.find_first_not_of(' '); }
    bool skip_blank() {
        while (at_ < lines_.size() && (trimmed(lines_[at_]).empty() || trimmed(lines_[at_]).front() == '#')) ++at_;
        return at_ < lines_.size();
    }
    static std::size_t key_end(std::string_view text) {
        if (text.front() == '\'' || text.front() == '"') {
            const auto end = text.find(text.front(), 1);
            return end != std::string_view::npos && text.substr(end + 1, 1) == ":" ? end + 1 : std::string_view::npos;
        }
        for (std::size_t i = 0; i < text.size(); ++i)
            if (text[i] == ':' && (i + 1 == text.size() || text[i + 1] == ' ')) return i;
        return std::string_view::npos;
    }
    json::Value block(std::size_t least) {
        if (!skip_blank() || indent_of(lines_[at_]) < least) return {};
        const std::size_t indent = indent_of(lines_[at_]);
        return lines_[at_].compare(indent, 1, "-") == 0 ? list(indent) : map(indent);
    }
    json::Value list(std::size_t indent) {
        json::Array items;
        while (skip_blank() && indent_of(lines_[at_]) == indent && lines_[at_].compare(indent, 1, "-") == 0) {
            std::string& line = lines_[at_];
            line[indent] = ' ';
            const std::string_view rest = trimmed(line);
            if (!rest.empty() && key_end(rest) != std::string_view::npos) items.push_back(block(indent + 1));
            else items.push_back(scalar_line(std::string(rest), indent));
        }
        return items;
    }
    json::Value map(std::size_t indent) {
        json::Object members;
        while (skip_blank() && indent_of(lines_[at_]) == indent && lines_[at_].compare(indent, 1, "-") != 0) {
            const std::string text(trimmed(lines_[at_]));
            const auto end = key_end(text);
            if (end == std::string::npos) break;
            std::string key = text.substr(0, end);
            if (key.front() == '\'' || key.front() == '"') key = key.substr(1, key.size() - 2);
            const std::string rest(trimmed(std::string_view(text).substr(end + 1)));
            if (!rest.empty()) {
                members.emplace_back(key, scalar_line(rest, indent));
                continue;
            }
            ++at_;
            // A list may stand as deep as its key.
            const bool is_list_here = skip_blank() && indent_of(lines_[at_]) == indent && lines_[at_].compare(indent, 1, "-") == 0;
            members.emplace_back(key, is_list_here ? list(indent) : block(indent + 1));
        }
        return members;
    }
    json::Value scalar_line(std::string text, std::size_t indent) {
        ++at_;
        while (at_ < lines_.size() && (trimmed(lines_[at_]).empty() || indent_of(lines_[at_]) > indent)) text.append(" ").append(trimmed(lines_[at_++]));
        return scalar(std::string(trimmed(text)));
    }
    static json::Value scalar(const std::string& text) {
        if (text.size() > 1 && (text.front() == '\'' || text.front() == '"') && text.back() == text.front()) return text.substr(1, text.size() - 2);
        if (text == "true" || text == "false") return text == "true";
        if (text == "[]") return json::Array{};
        if (text == "{}") return json::Object{};
        const bool is_number = !text.empty() && text.size() < 18 && (all_digits(text) || (text.front() == '-' && all_digits(std::string_view(text).substr(1)) && text.size() > 1));
        if (is_number) return static_cast<std::int64_t>(std::stoll(text));
        return text;
    }

    std::vector<std::string> lines_;
    std::size_t at_ = 0;
};

class Spec {
  public:
    static std::filesystem::path folder() {
        if (const char* named = std::getenv("DICHTBIJ_SPECS")) return named;
        return "../shared/specs";
    }
    static bool is_there(std::string_view file) { return std::filesystem::exists(folder() / file); }
    explicit Spec(std::string_view file) : whole_(Yaml(folder() / file).read()) {}

    // One line for each thing that the schema does not allow; also keys that it does not know.
    std::vector<std::string> faults(const std::string& schema, const json::Value& value) const {
        std::vector<std::string> found;
        check(named("#/components/schemas/" + schema), value, schema, found);
        return found;
    }
    const json::Value& whole() const { return whole_; }
    // Every operationId of the description.
    std::set<std::string> operations() const {
        std::set<std::string> ids;
        for (const auto& [path, item] : *whole_.find("paths")->object())
            for (const auto& [method, operation] : *item.object())
                if (const auto* id = operation.find("operationId")) ids.insert(*id->text());
        return ids;
    }

  private:
    const json::Value& named(const std::string& reference) const {
        const json::Value* found = &whole_;
        std::string_view rest = std::string_view(reference).substr(2);
        while (!rest.empty() && found) {
            const auto slash = std::min(rest.find('/'), rest.size());
            found = found->find(rest.substr(0, slash));
            rest.remove_prefix(std::min(slash + 1, rest.size()));
        }
        if (!found) throw std::runtime_error("the description has no " + reference);
        return *found;
    }
    static bool is_set(const json::Value& schema, std::string_view name) {
        const auto* flag = schema.find(name);
        return flag && flag->boolean() && *flag->boolean();
    }
    static std::string text_of(const json::Value& schema, std::string_view name) {
        const auto* found = schema.find(name);
        return found && found->text() ? *found->text() : std::string();
    }

    // Of a part of allOf the other parts describe the other keys.
    enum class Keys { all, some };
    void check(const json::Value& schema, const json::Value& value, const std::string& path, std::vector<std::string>& found, Keys keys = Keys::all) const {
        if (const std::string reference = text_of(schema, "$ref"); !reference.empty()) return check(named(reference), value, path, found, keys);
        if (value.is_null() && is_set(schema, "nullable")) return;
        if (const auto* all = schema.find("allOf")) {
            const bool is_one = all->array()->size() == 1;
            for (const auto& one : *all->array()) check(one, value, path, found, is_one ? keys : Keys::some);
            if (!is_one && keys == Keys::all) check_keys(schema, value, path, found);
        }
        if (const auto* chosen = by_discriminator(schema, value)) return check(named(*chosen), value, path, found, keys);
        if (const auto* some = schema.find("oneOf")) {
            std::size_t fits = 0;
            for (const auto& one : *some->array()) {
                std::vector<std::string> mine;
                check(one, value, path, mine);
                fits += mine.empty() ? 1 : 0;
            }
            if (fits != 1) found.push_back(path + ": fits " + std::to_string(fits) + " of oneOf");
        }
        if (const auto* choices = schema.find("enum")) {
            bool is_one = false;
            for (const auto& one : *choices->array()) is_one = is_one || one == value || (one.text() && value.text() && *one.text() == *value.text());
            if (!is_one) found.push_back(path + ": not one of the enum");
        }
        const std::string type = text_of(schema, "type");
        if (type == "object") check_object(schema, value, path, found, keys);
        if (type == "array") check_array(schema, value, path, found);
        if (type == "string") check_string(schema, value, path, found);
        if (type == "integer") check_integer(schema, value, path, found);
        if (type == "boolean" && !value.boolean()) found.push_back(path + ": no boolean");
    }
    // The schema that the value names itself: "soortActor" says which.
    const std::string* by_discriminator(const json::Value& schema, const json::Value& value) const {
        const auto* discriminator = schema.find("discriminator");
        const auto* mapping = discriminator ? discriminator->find("mapping") : nullptr;
        const auto* name = mapping ? value.find(text_of(*discriminator, "propertyName")) : nullptr;
        const auto* reference = name && name->text() ? mapping->find(*name->text()) : nullptr;
        return reference ? reference->text() : nullptr;
    }
    // Every key that the schema or one of its parts describes.
    void described(const json::Value& schema, std::set<std::string>& keys) const {
        if (const std::string reference = text_of(schema, "$ref"); !reference.empty()) return described(named(reference), keys);
        if (const auto* properties = schema.find("properties"); properties && properties->object())
            for (const auto& [name, one] : *properties->object()) keys.insert(name);
        for (const char* parts : {"allOf", "oneOf"})
            if (const auto* all = schema.find(parts))
                for (const auto& one : *all->array()) described(one, keys);
    }
    void check_keys(const json::Value& schema, const json::Value& value, const std::string& path, std::vector<std::string>& found) const {
        std::set<std::string> keys;
        described(schema, keys);
        if (!value.object()) return;
        for (const auto& [name, one] : *value.object())
            if (!keys.contains(name)) found.push_back(path + ": has " + name + ", which is not described");
    }
    void check_object(const json::Value& schema, const json::Value& value, const std::string& path, std::vector<std::string>& found, Keys keys) const {
        const auto* members = value.object();
        if (!members) return found.push_back(path + ": no object");
        if (const auto* required = schema.find("required"))
            for (const auto& one : *required->array())
                if (!value.find(*one.text())) found.push_back(path + ": misses " + *one.text());
        const auto* properties = schema.find("properties");
        if (!properties || !properties->object()) return;
        for (const auto& [name, one] : *members) {
            if (const auto* inside = properties->find(name)) check(*inside, one, path + "." + name, found);
            else if (keys == Keys::all && !schema.find("additionalProperties")) found.push_back(path + ": has " + name + ", which is not described");
        }
    }
    void check_array(const json::Value& schema, const json::Value& value, const std::string& path, std::vector<std::string>& found) const {
        const auto* items = value.array();
        if (!items) return found.push_back(path + ": no list");
        for (std::size_t i = 0; i < items->size(); ++i) check(*schema.find("items"), (*items)[i], path + "." + std::to_string(i), found);
    }
    void check_string(const json::Value& schema, const json::Value& value, const std::string& path, std::vector<std::string>& found) const {
        const auto* text = value.text();
        if (!text) return found.push_back(path + ": no string");
        const std::size_t length = length_in_characters(*text);
        const auto limit = [&](std::string_view name) { return schema.find(name) && schema.find(name)->integer() ? *schema.find(name)->integer() : -1; };
        if (limit("maxLength") >= 0 && length > static_cast<std::size_t>(limit("maxLength"))) found.push_back(path + ": too long");
        // Optional texts are given back as "", which their patterns and least lengths do not foresee.
        if (text->empty()) return;
        if (limit("minLength") >= 0 && length < static_cast<std::size_t>(limit("minLength"))) found.push_back(path + ": too short");
        if (const std::string pattern = text_of(schema, "pattern"); !pattern.empty() && !std::regex_search(*text, std::regex(pattern))) found.push_back(path + ": not like " + pattern);
        const std::string format = text_of(schema, "format");
        if (format == "uuid" && !parse_uuid(*text)) found.push_back(path + ": no uuid");
        if (format == "date" && !parse_day(*text)) found.push_back(path + ": no date");
        if (format == "date-time" && !parse_instant(*text)) found.push_back(path + ": no date-time");
        if (format == "uri" && !text->starts_with("http")) found.push_back(path + ": no uri");
    }
    void check_integer(const json::Value& schema, const json::Value& value, const std::string& path, std::vector<std::string>& found) const {
        const auto* number = value.integer();
        if (!number) return found.push_back(path + ": no integer");
        const auto* least = schema.find("minimum");
        const auto* most = schema.find("maximum");
        if ((least && least->integer() && *number < *least->integer()) || (most && most->integer() && *number > *most->integer())) found.push_back(path + ": out of range");
    }

    json::Value whole_;
};

}  // namespace dichtbij::testing
