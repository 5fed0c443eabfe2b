// A text as anybody may type it: every finding is a place inside it and says what stands there. The first byte chooses
// the language.
// sources: src/taal/tekst.cpp src/taal/lettergrepen.cpp src/taal/oordeel.cpp src/taal/woordenlijst.cpp src/taal/woorden_nl.cpp
// sources: src/taal/woorden_en.cpp src/taal/zinsbouw.cpp src/base/text.cpp src/base/result.cpp
// libraries: -licuuc -licui18n
#include <cstdint>
#include <cstdlib>

#include "taal/taal.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dichtbij::taal;
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    const Oordeel oordeel = beoordeel(text, data[0] % 2 == 0 ? Taal::nl : Taal::en);
    if (oordeel.bevindingen.size() > bevindingen_limit) std::abort();
    for (const Bevinding& one : oordeel.bevindingen) {
        if (one.plek.begin >= one.plek.einde || one.plek.einde > text.size()) std::abort();
        if (text.substr(one.plek.begin, one.plek.einde - one.plek.begin) != one.tekst) std::abort();
        if (one.plek.utf16_begin >= one.plek.utf16_einde || one.plek.utf16_einde > one.plek.einde) std::abort();
    }
    return 0;
}
