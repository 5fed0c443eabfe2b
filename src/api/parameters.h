#pragma once
// What may stand behind the question mark. An operation names its parameters; any other is refused with the code
// unknown-parameters. Values are read with their kind, so a handler gets what is right or nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "api/problem.h"
#include "base/id.h"
#include "base/time.h"
#include "http/params.h"

namespace dichtbij::api {

// reference_url: an address of which only the last segment counts, as uuid; not an address is refused, an address without
// a uuid fits nothing. list: values with commas, or the parameter several times. page_number: never refused here.
enum class ParameterKind { text, number, page_number, boolean, date, date_time, uuid, reference_url, choice, list };

struct Parameter {
    std::string name;
    ParameterKind kind = ParameterKind::text;
    std::vector<std::string> choices = {};  // of choice and list; empty: any
    std::string description = {};           // key of the catalogue
    std::size_t max_characters = 1000;
};
using Parameters = std::vector<Parameter>;

// "page" and "pageSize", for every list.
Parameters paging();
Parameters operator+(Parameters left, const Parameters& right);

// The values of one request, checked against the parameters of its operation. An empty value counts as not given.
class Query {
  public:
    static Found<Query> read(const Parameters& known, const http::Params& given);

    bool has(std::string_view name) const { return !get(name).empty(); }
    std::string_view get(std::string_view name) const;  // the first, or empty
    std::optional<std::string> text(std::string_view name) const;
    std::optional<std::int64_t> number(std::string_view name) const;
    std::optional<bool> boolean(std::string_view name) const;
    std::optional<Day> date(std::string_view name) const;
    std::optional<Instant> instant(std::string_view name) const;
    // Of uuid and reference_url. A given one that can fit nothing is the nil id: no row has it.
    std::optional<Uuid> uuid(std::string_view name) const;
    template <class T>
    std::optional<Id<T>> id(std::string_view name) const {
        const auto found = uuid(name);
        return found ? std::optional(Id<T>{*found}) : std::nullopt;
    }
    std::vector<std::string> list(std::string_view name) const;
    const http::Params& all() const { return given_; }

  private:
    http::Params given_;
};

}  // namespace dichtbij::api
