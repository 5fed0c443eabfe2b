#pragma once
// How C++ values stand in the database: ids and blobs as bytes, instants as seconds since 1970, days
// as days since 1970, enums as their described name, everything optional as NULL when absent.

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::store {

struct Blob {  // bytes, not text
    std::string bytes;
    bool operator==(const Blob&) const = default;
};

// `instead_of` is the place in Value of what an absent optional would have held; 0 when unknown.
// PostgreSQL needs it to know the type of an argument that only meets "is null".
struct Null {
    std::size_t instead_of = 0;
    bool operator==(const Null&) const { return true; }
};

// Sixteen bytes are nearly always an id: they stand in the value itself, without an allocation.
using Value = std::variant<Null, std::int64_t, double, std::string, Blob, Uuid>;

// Bytes as a column gives them to its reader.
inline Value value_of_bytes(const char* bytes, std::size_t length) {
    Uuid id;
    if (length != id.size()) return Blob{std::string(bytes, length)};
    std::copy_n(bytes, length, reinterpret_cast<char*>(id.data()));
    return id;
}

// A column that does not hold what the row struct says: a fault of the program or a damaged store.
class BadColumn : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

template <class T, class = void>
struct Column;  // static Value to(const T&);  static T from(Value&&);

template <class T>
T column_as(Value&& value) {
    if (auto* held = std::get_if<T>(&value)) return std::move(*held);
    throw BadColumn("a column holds another kind of value than the row struct says");
}

template <class T>
struct Column<T, std::enable_if_t<std::is_integral_v<T>>> {
    static Value to(T value) { return static_cast<std::int64_t>(value); }
    static T from(Value&& value) { return static_cast<T>(column_as<std::int64_t>(std::move(value))); }
};
template <>
struct Column<double> {
    static Value to(double value) { return value; }
    static double from(Value&& value) { return column_as<double>(std::move(value)); }
};
template <>
struct Column<std::string> {
    static Value to(std::string value) { return value; }
    static std::string from(Value&& value) { return column_as<std::string>(std::move(value)); }
};
template <>
struct Column<std::string_view> {
    static Value to(std::string_view value) { return std::string(value); }
};
template <>
struct Column<const char*> {
    static Value to(const char* value) { return std::string(value); }
};
template <>
struct Column<char*> : Column<const char*> {};  // what a literal decays to
template <>
struct Column<Blob> {
    static Value to(Blob value) { return value; }
    static Blob from(Value&& value) {
        if (const auto* id = std::get_if<Uuid>(&value)) return {std::string(reinterpret_cast<const char*>(id->data()), id->size())};
        return column_as<Blob>(std::move(value));
    }
};
template <>
struct Column<Uuid> {
    static Value to(const Uuid& uuid) { return uuid; }
    static Uuid from(Value&& value) {
        if (const auto* id = std::get_if<Uuid>(&value)) return *id;
        throw BadColumn("an id is 16 bytes");
    }
};
template <class T>
struct Column<Id<T>> {
    static Value to(const Id<T>& id) { return id.bytes; }
    static Id<T> from(Value&& value) { return {Column<Uuid>::from(std::move(value))}; }
};
template <>
struct Column<Instant> {
    static Value to(Instant at) { return std::int64_t{at.time_since_epoch().count()}; }
    static Instant from(Value&& value) { return Instant(seconds(column_as<std::int64_t>(std::move(value)))); }
};
template <>
struct Column<Day> {
    static Value to(Day day) { return std::int64_t{day.time_since_epoch().count()}; }
    static Day from(Value&& value) { return Day(days(static_cast<int>(column_as<std::int64_t>(std::move(value))))); }
};
template <class Rep, class Period>
struct Column<std::chrono::duration<Rep, Period>> {
    using Duration = std::chrono::duration<Rep, Period>;
    static Value to(Duration span) { return static_cast<std::int64_t>(span.count()); }
    static Duration from(Value&& value) { return Duration(static_cast<Rep>(column_as<std::int64_t>(std::move(value)))); }
};
template <class T>
struct Column<T, std::enable_if_t<std::is_enum_v<T>>> {
    static Value to(T value) { return std::string(boost::describe::enum_to_string(value, "")); }
    static T from(Value&& value) {
        const auto* name = std::get_if<std::string>(&value);
        if (name == nullptr) throw BadColumn("an enum column holds no text");
        T read{};
        if (!boost::describe::enum_from_string(name->c_str(), read)) throw BadColumn("unknown name in an enum column: " + *name);
        return read;
    }
};
template <class T>
struct Column<std::optional<T>> {
    static Value to(const std::optional<T>& value) {
        if (value) return Column<T>::to(*value);
        if constexpr (std::is_default_constructible_v<T>) return Null{Column<T>::to(T{}).index()};
        else return Null{};
    }
    static std::optional<T> from(Value&& value) {
        if (std::holds_alternative<Null>(value)) return std::nullopt;
        return Column<T>::from(std::move(value));
    }
};

}  // namespace dichtbij::store
