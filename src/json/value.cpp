#include "json/value.h"

namespace dichtbij::json {

Value::Value(Array value) : held_(std::move(value)) {}
Value::Value(Object value) : held_(std::move(value)) {}

const Value* Value::find(std::string_view name) const {
    if (const Object* members = object())
        for (const auto& [key, value] : *members)
            if (key == name) return &value;
    return nullptr;
}

bool Value::operator==(const Value& other) const { return held_ == other.held_; }

}  // namespace dichtbij::json
