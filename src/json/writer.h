#pragma once
// Writes compact JSON behind a string. Commas come by themselves.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/id.h"
#include "base/time.h"
#include "json/value.h"

namespace dichtbij::json {

class Writer {
  public:
    // `base` stands before every address that is written: "https://kcc.example.nl/contactgegevens/api/v1". Both outlive
    // the writer.
    explicit Writer(std::string& out, std::string_view base = {}) : out_(out), base_(base) {}

    Writer& begin_object() { return open('{'); }
    Writer& end_object() { return close('}'); }
    Writer& begin_array() { return open('['); }
    Writer& end_array() { return close(']'); }
    // A name that needs no escaping: those of resources.
    Writer& key(std::string_view name);
    // The same with its quotes and colon already.
    Writer& prepared_key(std::string_view name_and_colon);
    // Any name.
    Writer& free_key(std::string_view name);

    Writer& null();
    Writer& boolean(bool value);
    Writer& integer(std::int64_t value);
    Writer& number(double value);  // null when it is not finite
    Writer& text(std::string_view utf8);
    Writer& uuid(const Uuid& value);
    Writer& day(Day value);
    Writer& instant(Instant value);  // "2026-11-22T09:30:00Z"
    // base + "/klantcontacten" + "/" + uuid
    Writer& url(std::string_view path, const Uuid& id);
    // {"uuid":...,"url":...}
    Writer& reference(std::string_view path, const Uuid& id);
    Writer& value(const Value& value);
    // What is JSON already.
    Writer& raw(std::string_view json);

    std::string_view base() const { return base_; }
    std::size_t size() const { return out_.size(); }

  private:
    Writer& open(char bracket);
    Writer& close(char bracket);
    void separate();  // a comma, unless something opened or a key was just written
    void quoted(std::string_view utf8);

    std::string& out_;
    std::string_view base_;
};

}  // namespace dichtbij::json
