// Files as anybody may send them: kind by content, the list of a zip, and names. The first byte chooses the name.
// sources: src/document/inhoud.cpp src/document/herkenning.cpp src/document/herkenning_zip.cpp src/document/zip.cpp
// sources: src/document/ole.cpp src/document/tekst.cpp src/document/bytes.cpp src/document/bestandssoort.cpp
// sources: src/document/bestandsnaam.cpp src/base/result.cpp src/base/text.cpp
// libraries: -lz -licuuc -licui18n

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "document/bestandsnaam.h"
#include "document/inhoud.h"
#include "document/zip.h"

namespace {

using namespace dichtbij::document;

constexpr std::string_view names[] = {"a.docx", "a.pdf", "a.txt", "a.eml", "a.msg", "a", "a.rtf", "a.odt"};

void hold(bool promise) {
    if (!promise) std::abort();
}

Inhoudsgrenzen limits() {
    Inhoudsgrenzen grenzen;
    grenzen.uitgepakt_bytes = 100'000;
    grenzen.zip_delen = 50;
    return grenzen;
}

void check_zip(MemoryBytes& bytes) {
    const Inhoudsgrenzen grenzen = limits();
    const auto zip = Zip::open(bytes, grenzen);
    if (!zip) return;
    hold(!zip->delen().empty() && zip->delen().size() <= grenzen.zip_delen);
    for (const Zipdeel& deel : zip->delen()) {
        hold(deel.begin >= 0 && deel.ingepakt >= 0 && deel.begin + deel.ingepakt <= bytes.size());
        if (const auto content = zip->content(deel, 1000)) hold(content->size() <= 1000);
    }
    zip->verify();
}

void check_name(std::string_view claimed) {
    const std::string name = cleaned_bestandsnaam(claimed);
    hold(!name.empty() && dichtbij::is_utf8(name) && name.find_first_of("/\\\r\n") == std::string::npos);
    hold(dichtbij::length_in_characters(name) <= bestandsnaam_limit);
    hold(cleaned_bestandsnaam(name) == name);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    MemoryBytes bytes(text);
    keur(bytes, names[data[0] % std::size(names)], limits());
    check_zip(bytes);
    check_name(text);
    return 0;
}
