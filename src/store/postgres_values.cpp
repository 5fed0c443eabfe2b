#include "store/postgres_values.h"

#include <bit>
#include <limits>

#include "base/bug.h"
#include "store/unit.h"

namespace dichtbij::store {

namespace {

// From pg_type.dat; these numbers never change.
enum : Oid {
    oid_bool = 16, oid_bytea = 17, oid_char = 18, oid_name = 19, oid_int8 = 20, oid_int2 = 21, oid_int4 = 23, oid_text = 25,
    oid_oid = 26, oid_float4 = 700, oid_float8 = 701, oid_unknown = 705, oid_bpchar = 1042, oid_varchar = 1043,
    oid_numeric = 1700, oid_uuid = 2950, oid_xid8 = 5069,
};

template <class Visit>
void each_placeholder(std::string_view sql, Visit visit) {
    char quote = 0;
    for (std::size_t at = 0; at < sql.size(); ++at) {
        const char c = sql[at];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '\'' || c == '"') {
            quote = c;
        } else if (c == '?') {
            std::size_t number = 0;
            std::size_t end = at + 1;
            for (; end < sql.size() && sql[end] >= '0' && sql[end] <= '9'; ++end)
                number = number * 10 + static_cast<std::size_t>(sql[end] - '0');
            if (number == 0) throw Bug("a placeholder has a number: " + std::string(sql));
            visit(at, number);
        }
    }
}

// Whole numbers stand in network byte order, `width` bytes wide.
std::array<char, 8> big_endian(std::uint64_t bits, int width) {
    std::array<char, 8> bytes{};
    for (int i = 0; i < width; ++i) bytes[static_cast<std::size_t>(i)] = static_cast<char>(bits >> (8 * (width - 1 - i)));
    return bytes;
}

std::uint64_t from_big_endian(const char* bytes, int width) {
    std::uint64_t bits = 0;
    for (int i = 0; i < width; ++i) bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
    return bits;
}

int width_of(Oid type) {
    switch (type) {
        case oid_bool: return 1;
        case oid_int2: return 2;
        case oid_int4:
        case oid_oid:
        case oid_float4: return 4;
        default: return 8;
    }
}

}  // namespace

std::string with_dollar_placeholders(std::string_view sql) {
    std::string out(sql);
    each_placeholder(sql, [&](std::size_t at, std::size_t) { out[at] = '$'; });
    return out;
}

std::size_t placeholders_in(std::string_view sql) {
    std::size_t highest = 0;
    each_placeholder(sql, [&](std::size_t, std::size_t number) { highest = std::max(highest, number); });
    return highest;
}

Oid type_of(const Value& value) {
    constexpr std::array<Oid, std::variant_size_v<Value>> types{0, oid_int8, oid_float8, oid_text, oid_bytea, oid_bytea};
    const auto* null = std::get_if<Null>(&value);
    return types.at(null != nullptr ? null->instead_of : value.index());
}

bool fits(const Value& value, Oid type) {
    struct Fits {
        Oid type;
        bool operator()(Null) const { return true; }
        bool operator()(std::int64_t) const {
            return type == oid_int8 || type == oid_int4 || type == oid_int2 || type == oid_float8;
        }
        bool operator()(double) const { return type == oid_float8; }
        bool operator()(const std::string&) const {
            return type == oid_text || type == oid_varchar || type == oid_bpchar || type == oid_name || type == oid_unknown;
        }
        bool operator()(const Blob&) const { return type == oid_bytea; }
        bool operator()(const Uuid&) const { return type == oid_bytea; }
    };
    return std::visit(Fits{type}, value);
}

struct PostgresParams::Encode {
    PostgresParams& params;
    Oid type;

    void operator()(Null) const { add(nullptr, 0); }
    void operator()(std::int64_t number) const {
        if (type == oid_float8) return operator()(static_cast<double>(number));
        const int width = width_of(type);
        const std::int64_t highest = width == 8 ? std::numeric_limits<std::int64_t>::max() : (std::int64_t{1} << (8 * width - 1)) - 1;
        if (number > highest || number < -highest - 1) throw BrokenConstraint("a number is too large for its column");
        add_number(big_endian(static_cast<std::uint64_t>(number), width), width);
    }
    void operator()(double number) const { add_number(big_endian(std::bit_cast<std::uint64_t>(number), 8), 8); }
    void operator()(const std::string& text) const {
        refuse_bad_text(text);
        add(text.data(), text.size());
    }
    void operator()(const Blob& blob) const { add(blob.bytes.data(), blob.bytes.size()); }
    void operator()(const Uuid& id) const { add(reinterpret_cast<const char*>(id.data()), id.size()); }

    void add_number(const std::array<char, 8>& bytes, int width) const {
        params.numbers_.push_back(bytes);
        add(params.numbers_.back().data(), static_cast<std::size_t>(width));
    }
    void add(const char* bytes, std::size_t length) const {
        params.values_.push_back(bytes);
        params.lengths_.push_back(static_cast<int>(length));
        params.formats_.push_back(1);
    }
};

PostgresParams::PostgresParams(std::span<const Value> values, std::span<const Oid> types) {
    numbers_.reserve(values.size());  // values_ points into it
    values_.reserve(values.size());
    lengths_.reserve(values.size());
    formats_.reserve(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) std::visit(Encode{*this, types[i]}, values[i]);
}

Value decoded(const PGresult* result, int row, int column) {
    if (PQgetisnull(result, row, column) != 0) return Null{};
    const char* bytes = PQgetvalue(result, row, column);
    const auto length = static_cast<std::size_t>(PQgetlength(result, row, column));
    switch (const Oid type = PQftype(result, column)) {
        case oid_int8:
        case oid_xid8: return static_cast<std::int64_t>(from_big_endian(bytes, 8));
        case oid_int4: return std::int64_t{static_cast<std::int32_t>(from_big_endian(bytes, 4))};
        case oid_int2: return std::int64_t{static_cast<std::int16_t>(from_big_endian(bytes, 2))};
        case oid_oid: return static_cast<std::int64_t>(from_big_endian(bytes, 4));
        case oid_bool: return std::int64_t{bytes[0] != 0};
        case oid_float8: return std::bit_cast<double>(from_big_endian(bytes, 8));
        case oid_float4: return double{std::bit_cast<float>(static_cast<std::uint32_t>(from_big_endian(bytes, 4)))};
        case oid_text:
        case oid_varchar:
        case oid_bpchar:
        case oid_name:
        case oid_char:
        case oid_unknown: return std::string(bytes, length);
        case oid_bytea:
        case oid_uuid: return value_of_bytes(bytes, length);
        case oid_numeric:
            throw BadColumn(std::string("column ") + PQfname(result, column) + " is numeric: cast it to bigint");
        default:
            throw BadColumn(std::string("column ") + PQfname(result, column) + " has a type that no value holds: " +
                            std::to_string(type));
    }
}

}  // namespace dichtbij::store
