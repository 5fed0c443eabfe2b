#pragma once
// Expected failures are values. A broken machine is an exception, a bug is a CHECK.

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

namespace dichtbij {

// The four reasons a service may give. The edge maps them to 400, 404, 403 and 409.
enum class Reason { invalid, not_found, forbidden, conflict };

// One field of the input that is wrong. `key` is a text of the catalogue (text/nl.json) that says
// what to do about it; `args` fill its {0}, {1}, ...
struct FieldError {
    std::string field;
    std::string key;
    std::vector<std::string> args;
    bool operator==(const FieldError&) const = default;
};

// `detail` is for the log and is never shown. `key` is the catalogue text for the page as a whole;
// empty means the general text of the reason.
struct Failure {
    Reason reason = Reason::invalid;
    std::string detail;
    std::string key;
    std::vector<FieldError> fields;
    bool operator==(const Failure&) const = default;
};

template <class T>
using Result = tl::expected<T, Failure>;

struct Done {  // the value of an operation that returns nothing else
    bool operator==(const Done&) const = default;
};

using Fail = tl::unexpected<Failure>;

Fail not_found(std::string detail);
Fail forbidden(std::string detail);
Fail conflict(std::string detail, std::string key);
Fail invalid(std::vector<FieldError> fields);
Fail invalid(std::string field, std::string key, std::vector<std::string> args = {});

// A bug. Ends the request, not the process.
class Bug;
[[noreturn]] void fail_check(const char* expression, const char* file, int line);

}  // namespace dichtbij

// Always on. Never reachable by input.
#define CHECK_THAT(expression) \
    ((expression) ? static_cast<void>(0) : ::dichtbij::fail_check(#expression, __FILE__, __LINE__))

// Gives the failure of a Result back to the caller:  TRY(const auto werk, find(tx, id));
#define DICHTBIJ_JOIN2(a, b) a##b
#define DICHTBIJ_JOIN(a, b) DICHTBIJ_JOIN2(a, b)
#define DICHTBIJ_TRY(name, declaration, ...)                       \
    auto&& name = (__VA_ARGS__);                                   \
    if (!name) return ::tl::make_unexpected(std::move(name).error()); \
    declaration = std::move(*name)
#define TRY(declaration, ...) DICHTBIJ_TRY(DICHTBIJ_JOIN(try_result_, __LINE__), declaration, __VA_ARGS__)
#define TRY_DONE(...)                                                                     \
    do {                                                                                  \
        if (auto&& try_done = (__VA_ARGS__); !try_done)                                   \
            return ::tl::make_unexpected(std::move(try_done).error());                    \
    } while (false)
