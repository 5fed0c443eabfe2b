#pragma once
// A resource as a table of fields: what may stand in it, and where in a struct it is kept. From the one table come the
// reader with its refusals, the writer, and the description (schema.h). Written with resource.h.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "json/invalid.h"
#include "json/value.h"
#include "json/writer.h"

namespace dichtbij::json {

enum class Kind { string, integer, boolean, date, date_time, uuid, uri, enumeration, object, reference, map, any };

// Which keys are asked: create and replace want the required ones, patch wants none. What is not given stays as it was in
// the struct, also with replace.
enum class Mode { create, replace, patch };

class Definition;
struct Field;

// While a body is read.
struct Reading {
    Mode mode = Mode::create;
    Invalids invalids = {};
    void refuse(std::string path, std::string code, std::string key, std::vector<std::string> args = {}) {
        invalids.push_back({std::move(path), std::move(code), std::move(key), std::move(args)});
    }
    void refuse(const Path& path, std::string code, std::string key, std::vector<std::string> args = {}) {
        refuse(path.text(), std::move(code), std::move(key), std::move(args));
    }
};

// A form that a text must have: a regular expression for the description, and the function that decides.
struct Pattern {
    std::string expression;
    bool (*fits)(std::string_view) = nullptr;
    std::string code = "invalid";
    std::string key = "json.fout.vorm";
};

struct Field {
    std::string name;  // camelCase; also accepted in snake_case
    Kind kind = Kind::string;  // of one, when there are many
    bool many = false;
    bool required = false;
    bool nullable = false;
    bool read_only = false;   // written, and ignored when it comes in
    bool write_only = false;  // read, and never written
    bool blank = false;       // a text or choice may be ""
    bool merged = false;      // an object keeps what is not given; else it is made anew
    bool superseded = false;  // another field says the same: described as deprecated
    std::size_t max_characters = 0;  // 0: no limit
    std::size_t min_characters = 0;
    std::size_t max_items = 0;
    std::optional<std::int64_t> minimum;
    std::optional<std::int64_t> maximum;
    Pattern pattern;
    std::vector<std::string> choices;
    std::string path;         // of a reference or address: "/klantcontacten"
    std::string description;  // key of the catalogue
    std::string standard;     // the default as JSON, for the description
    const Definition* of = nullptr;
    std::vector<const Definition*> kinds = {};  // of Kind::any: what it may be
    std::string example = {};                   // one value, as JSON

    using Write = void (*)(const Field&, const void* owner, Writer&);
    using Take = void (*)(const Field&, void* owner, const Value&, Reading&, const Path&);
    Write write = nullptr;  // the value of this field of `owner`
    Take take = nullptr;    // reads it into `owner`, or refuses
    std::function<void(const void* owner, Writer&)> written_by = {};                                     // of custom fields
    std::function<void(void* owner, const Value&, Reading&, const std::string& path)> taken_by = {};
    std::string prepared_key;  // "\"name\":"

    Field&& must() && { required = true; return std::move(*this); }
    Field&& or_null() && { nullable = true; return std::move(*this); }
    Field&& only_read() && { read_only = true; required = false; return std::move(*this); }
    Field&& only_written() && { write_only = true; return std::move(*this); }
    Field&& or_blank() && { blank = true; nullable = false; return std::move(*this); }
    Field&& also_null() && { nullable = true; return std::move(*this); }
    Field&& deprecated() && { superseded = true; return std::move(*this); }
    Field&& kept() && { merged = true; return std::move(*this); }
    Field&& max(std::size_t characters) && { max_characters = characters; return std::move(*this); }
    Field&& min(std::size_t characters) && { min_characters = characters; return std::move(*this); }
    Field&& at_most(std::size_t items) && { max_items = items; return std::move(*this); }
    Field&& between(std::int64_t least, std::int64_t most) && { minimum = least; maximum = most; return std::move(*this); }
    Field&& like(Pattern wanted) && { pattern = std::move(wanted); return std::move(*this); }
    Field&& uri() && { kind = Kind::uri; return std::move(*this); }
    Field&& one_of(std::vector<std::string> names) && { choices = std::move(names); return std::move(*this); }
    Field&& described(std::string key) && { description = std::move(key); return std::move(*this); }
    Field&& either(std::vector<const Definition*> definitions) && { kinds = std::move(definitions); return std::move(*this); }
    Field&& such_as(std::string json) && { example = std::move(json); return std::move(*this); }
    Field&& otherwise(std::string json) && { standard = std::move(json); return std::move(*this); }
};

// Which of its fields a body had, by name.
class Given {
  public:
    Given() = default;
    Given(const Definition& of, std::uint64_t bits) : of_(&of), bits_(bits) {}
    bool has(std::string_view name) const;  // CHECKs that there is such a field
    bool empty() const { return bits_ == 0; }

  private:
    const Definition* of_ = nullptr;
    std::uint64_t bits_ = 0;
};

class Definition {
  public:
    // CHECKs that no name is there twice and that there are at most 64. It is pointed to: it stays where it is.
    Definition(std::string name, std::vector<Field> fields);
    Definition(const Definition&) = delete;

    const std::string& name() const { return name_; }
    const std::vector<Field>& fields() const { return fields_; }
    // By its name in camelCase or snake_case; nullptr when there is none.
    const Field* find(std::string_view name) const;
    std::size_t index_of(const Field& field) const { return static_cast<std::size_t>(&field - fields_.data()); }

    // The fields of `owner`, a struct of this definition, without the brackets around them.
    void write_fields(Writer& writer, const void* owner) const;
    // Into `owner`; what is refused stays as it was. Unknown and read-only keys are ignored.
    Given read_into(const Value& value, void* owner, Reading& reading, const Path& path) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::string name_;
    std::vector<Field> fields_;
    std::unordered_map<std::string, std::size_t, Hash, std::equal_to<>> by_name_;
};

}  // namespace dichtbij::json
