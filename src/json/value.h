#pragma once
// A JSON value as it came in: for what no resource describes beforehand. Keys stay in the order they came.

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace dichtbij::json {

class Value;
using Array = std::vector<Value>;
using Object = std::vector<std::pair<std::string, Value>>;
struct Null {
    bool operator==(const Null&) const = default;
};

class Value {
  public:
    Value() = default;  // null
    Value(Null) {}
    Value(bool value) : held_(value) {}
    Value(std::int64_t value) : held_(value) {}
    Value(double value) : held_(value) {}
    Value(std::string value) : held_(std::move(value)) {}
    Value(const char* value) : held_(std::string(value)) {}
    Value(Array value);
    Value(Object value);

    bool is_null() const { return std::holds_alternative<Null>(held_); }
    // nullptr when it is of another kind. A whole number beyond 64 bits is a double.
    const bool* boolean() const { return std::get_if<bool>(&held_); }
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held_); }
    const double* number() const { return std::get_if<double>(&held_); }
    const std::string* text() const { return std::get_if<std::string>(&held_); }
    const Array* array() const { return std::get_if<Array>(&held_); }
    const Object* object() const { return std::get_if<Object>(&held_); }
    // The member of an object by its exact name; nullptr when there is none, or when it is no object.
    const Value* find(std::string_view name) const;

    bool operator==(const Value&) const;

  private:
    std::variant<Null, bool, std::int64_t, double, std::string, Array, Object> held_;
};

}  // namespace dichtbij::json
