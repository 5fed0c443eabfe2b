// Any bytes are records and errors, in rising lines, with valid UTF-8 within the limits.
// sources: src/base/csv.cpp src/base/text.cpp src/base/result.cpp
// libraries: -licuuc -licui18n
#include <cstdint>
#include <sstream>

#include "base/csv.h"
#include "base/text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dichtbij;
    std::istringstream input(std::string(reinterpret_cast<const char*>(data), size));
    const CsvLimits limits{512, 20};
    CsvReader reader(input, limits);
    std::int64_t line = 0;
    while (const auto record = reader.next()) {
        const std::int64_t at = *record ? (*record)->line : record->error().line;
        CHECK_THAT(at > line);
        line = at;
        if (!*record) continue;
        CHECK_THAT((*record)->fields.size() <= limits.fields);
        for (const auto& field : (*record)->fields) CHECK_THAT(is_utf8(field) && field.find('\0') == std::string::npos);
    }
    CHECK_THAT(reader.bytes_read() <= static_cast<std::int64_t>(size));
    return 0;
}
