// Queries, forms, cookies and header parameters as anybody may send them. The first byte chooses the reader.
// sources: src/http/form.cpp src/http/multipart.cpp src/http/params.cpp src/http/headers.cpp
// sources: src/base/result.cpp src/base/text.cpp
// libraries: -licuuc -licui18n

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "http/form.h"

namespace {

using namespace dichtbij::http;

constexpr FormLimits limits{.fields = 50, .name_bytes = 40, .value_bytes = 400, .files = 5, .part_header_bytes = 200};

void hold(bool promise) {
    if (!promise) std::abort();
}

void check_form(const dichtbij::Result<Form>& form) {
    if (!form) return;
    hold(form->fields.size() <= limits.fields && form->files.size() <= limits.files);
    for (const auto& [name, value] : form->fields)
        hold(name.size() <= limits.name_bytes && value.size() <= limits.value_bytes);
    for (const Upload& file : form->files) hold(file.filename.find_first_of("/\\") == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::size_t split = text.find('\n');
    const std::string_view first = text.substr(0, split);
    const std::string_view rest = split == std::string_view::npos ? std::string_view() : text.substr(split + 1);
    switch (data[0] % 5) {
        case 0: {
            if (const auto params = parse_urlencoded(text, limits)) {
                hold(params->size() <= limits.fields);
                std::string back;
                for (const auto& [name, value] : *params)
                    hold(percent_decode(percent_encoded(value), Plus::is_space, back) && back == value);
            }
            break;
        }
        case 1: parse_cookies(text); break;
        case 2: check_form(parse_multipart(text, "x", limits)); break;
        case 3:
            if (is_form(first)) check_form(parse_form(first, rest, limits));
            break;
        default: header_parameter(first, rest); break;
    }
    return 0;
}
