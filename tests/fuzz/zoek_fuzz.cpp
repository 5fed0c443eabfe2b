// Whatever is typed in the search box or sent by a telephone system is read, and a normal form stays itself.
// sources: src/partij/zoek.cpp src/partij/telefoon.cpp src/partij/adres.cpp src/partij/identificator.cpp src/partij/geboortedatum.cpp
// sources: src/search/klank.cpp src/search/terms.cpp src/base/text.cpp src/base/result.cpp src/base/time.cpp
// libraries: -licuuc -licui18n -ldate-tz
#include <cstdint>
#include <string_view>

#include "base/result.h"
#include "base/text.h"
#include "partij/adres.h"
#include "partij/telefoon.h"
#include "partij/zoek.h"
#include "search/klank.h"
#include "search/terms.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dichtbij;
    const std::string_view typed(reinterpret_cast<const char*>(data), size);
    const Day today = make_day(2026, 11, 22);
    const auto vraag = partij::parse_zoekvraag(typed, today);
    for (const auto& sleutel : vraag.sleutels) CHECK_THAT(!sleutel.waarde.empty());
    for (const auto& word : vraag.woorden) {
        CHECK_THAT(!word.empty() && is_utf8(word));
        CHECK_THAT(search::klank(word).size() <= 2 * word.size());
        CHECK_THAT(search::edit_distance(word, word, 2) == 0);
    }
    if (const auto number = partij::e164(typed)) {
        CHECK_THAT(partij::e164(*number) == number);
        CHECK_THAT(!partij::telefoon_leesbaar(*number).empty());
    }
    if (const auto postcode = partij::normal_postcode(typed)) CHECK_THAT(partij::normal_postcode(*postcode) == postcode);
    if (const auto born = partij::parse_geboortedatum(typed, today)) CHECK_THAT(partij::exists(*born) && !partij::is_after(*born, today));
    if (is_utf8(typed)) {
        partij::DigitaalAdres adres;
        adres.adres = typed;
        for (const auto soort : {partij::SoortDigitaalAdres::email, partij::SoortDigitaalAdres::telefoonnummer, partij::SoortDigitaalAdres::overig}) {
            adres.soort = soort;
            CHECK_THAT(is_utf8(partij::masked(adres)));
        }
        search::name_words(typed);
    }
    return 0;
}
