#pragma once
// What an answer says when it is refused: application/problem+json, in the words and codes that clients of the standards
// expect. A Failure of a service becomes one by itself, so TRY works in handlers.

#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>
#include <vector>

#include "base/result.h"
#include "html/catalogue.h"
#include "http/response.h"
#include "json/invalid.h"

namespace dichtbij::api {

// Code of a failure "fout.gewijzigd": the handler of a PUT, PATCH or DELETE is run again on what is stored now.
inline constexpr const char* changed_meanwhile = "changed";

struct Problem {
    int status = 400;
    std::string code = "error";   // "invalid", "not_found", "permission_denied", ...
    std::string key;              // of the catalogue: the sentence `detail`; empty: that of the status
    std::vector<std::string> args = {};
    json::Invalids invalids = {};  // become invalidParams
    std::vector<std::pair<std::string, std::string>> headers = {};

    Problem() = default;
    Problem(int status_, std::string code_, std::string key_, std::vector<std::string> args_ = {})
        : status(status_), code(std::move(code_)), key(std::move(key_)), args(std::move(args_)) {}
    // 400 with these fields.
    Problem(json::Invalids fields);  // NOLINT: meant to convert
    // 400, 403, 404 or 409. Fields in snake_case become camelCase; codes follow from the keys (code_of).
    Problem(const Failure&);  // NOLINT: meant to convert
};

using Answer = tl::expected<http::Response, Problem>;
template <class T>
using Found = tl::expected<T, Problem>;
using Refused = tl::unexpected<Problem>;

// One field, as 400.
Refused invalid(std::string name, std::string code, std::string key, std::vector<std::string> args = {});
// "Klantcontact object bestaat niet.": a reference in a body to what is not there. `name`: "hadKlantcontact.uuid".
Refused does_not_exist(std::string name, std::string_view resource);
Refused not_found();
Refused conflict(std::string code, std::string key, std::vector<std::string> args = {});

// Names of a service's fields in a failure, replaced by those of the API: {{"titel", "onderwerp"}}. A name also stands for
// what is inside it ("titel.0" becomes "onderwerp.0").
using Names = std::vector<std::pair<std::string, std::string>>;
template <class T>
Found<T> renamed(Result<T> result, const Names& names);

// The standards' word for a catalogue key: "fout.veld.verplicht" is "required"; "invalid" when none is known.
std::string_view code_of(std::string_view key);
std::string_view code_of_status(int status);

http::Response to_response(const Problem&, const html::Texts&);

// ---- details

Problem with_names(Problem, const Names&);
template <class T>
Found<T> renamed(Result<T> result, const Names& names) {
    if (result) return std::move(*result);
    return Refused(with_names(Problem(result.error()), names));
}

}  // namespace dichtbij::api
