#pragma once
// What browsers send: queries, forms with and without files, cookies. Pure, with limits; everything
// here reads bytes from outside. Text that is not UTF-8 or holds a NUL is refused.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/params.h"

namespace dichtbij::http {

struct FormLimits {
    std::size_t fields = 2000;
    std::size_t name_bytes = 200;
    std::size_t value_bytes = 1024 * 1024;
    std::size_t files = 20;
    std::size_t part_header_bytes = 4096;
    bool operator==(const FormLimits&) const = default;
};

class TempFile;

// A file as it was sent. `filename` is a claim by the sender, without folders; so is `content_type`.
// On a route with streamed uploads the content stands in `file` and `content` is empty.
struct Upload {
    std::string field;
    std::string filename;
    std::string content_type;
    std::string content;
    std::shared_ptr<const TempFile> file = {};
    std::int64_t file_bytes = 0;     // of `file`
    std::string sha256 = {};         // of `file`: 64 hexadecimal digits
    bool is_too_large = false;       // for RouteOptions::max_file_bytes: nothing of it was kept
    bool operator==(const Upload&) const = default;
};

struct Form {
    Params fields;
    std::vector<Upload> files;
    bool operator==(const Form&) const = default;
};

Result<Params> parse_urlencoded(std::string_view text, const FormLimits& limits);
// Pairs that are not name=value are skipped: browsers send the cookies of others too.
Params parse_cookies(std::string_view header);

bool is_form(std::string_view content_type);
// CHECKs is_form(content_type).
Result<Form> parse_form(std::string_view content_type, std::string_view body, const FormLimits& limits);

std::optional<std::string> multipart_boundary(std::string_view content_type);
// RFC 7578. A file input left empty (no name, no content) is not reported.
Result<Form> parse_multipart(std::string_view body, std::string_view boundary, const FormLimits& limits);

// The value of a parameter in a header such as `form-data; name="a"`; empty optional when absent.
std::optional<std::string> header_parameter(std::string_view header, std::string_view name);

}  // namespace dichtbij::http
