#pragma once
// Values as PostgreSQL's binary format, and statements with its placeholders. Internal to store/.

#include <libpq-fe.h>

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "store/store.h"

namespace dichtbij::store {

// "... ?1 ..." as "... $1 ...", outside quotes.
std::string with_dollar_placeholders(std::string_view sql);
// The highest N of the ?N outside quotes.
std::size_t placeholders_in(std::string_view sql);

// The type that a value says it has; 0 for a NULL that says none.
Oid type_of(const Value& value);
// Whether a parameter of this type can carry the value.
bool fits(const Value& value, Oid type);

// Parameters of one execution. Points into the values it was made from.
class PostgresParams {
  public:
    // Throws BadText, or BrokenConstraint for a number that the type cannot hold.
    PostgresParams(std::span<const Value> values, std::span<const Oid> types);
    int size() const { return static_cast<int>(values_.size()); }
    const char* const* values() const { return values_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

  private:
    struct Encode;

    std::vector<std::array<char, 8>> numbers_;
    std::vector<const char*> values_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// Throws BadColumn for a type that has no place in a Value (numeric, timestamps).
Value decoded(const PGresult* result, int row, int column);

}  // namespace dichtbij::store
