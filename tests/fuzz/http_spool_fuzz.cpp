// A multipart form that comes in pieces must be judged as the whole form is. The first byte is the size of a piece.
// sources: src/http/form_spool.cpp src/http/temp_file.cpp src/http/form.cpp src/http/multipart.cpp src/http/params.cpp
// sources: src/http/headers.cpp src/base/result.cpp src/base/text.cpp
// libraries: -lcrypto -licuuc -licui18n

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/form_spool.h"
#include "http/temp_file.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::http;

constexpr FormLimits limits{.fields = 5, .name_bytes = 40, .value_bytes = 400, .files = 2, .part_header_bytes = 200};

void hold(bool promise) {
    if (!promise) std::abort();
}

Result<Form> in_pieces(std::string_view body, std::size_t piece) {
    FormSpool spool("x", {limits, "/tmp", 1'000'000});
    for (std::size_t at = 0; at < body.size(); at += piece) TRY_DONE(spool.feed(body.substr(at, piece)));
    return spool.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view body(reinterpret_cast<const char*>(data + 1), size - 1);
    const auto streamed = in_pieces(body, data[0] % 32 + 1u);
    const auto whole = parse_multipart(body, "x", limits);
    hold(streamed.has_value() == whole.has_value());
    if (!whole) return 0;
    hold(streamed->fields == whole->fields && streamed->files.size() == whole->files.size());
    for (std::size_t i = 0; i < whole->files.size(); ++i) hold(streamed->files[i].file_bytes == static_cast<std::int64_t>(whole->files[i].content.size()));
    return 0;
}
