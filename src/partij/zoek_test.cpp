#include "partij/zoek.h"

#include <doctest/doctest.h>
#include <rapidcheck.h>

namespace dichtbij::partij::zoek_test {
TEST_CASE("the search box understands what was typed") {
    const Day today = make_day(2026, 11, 22);
    struct Row {
        const char* typed;
        const char* read;
    };
    const Row rows[] = {
        {"", ""},
        {"Jansen", "jansen"},
        {"van der Müller", "van der muller"},
        {"de vries 1984", "geboren:1984 de vries"},
        {"1984 de vries", "geboren:1984 de vries"},
        {"jansen 14-3-1984", "geboren:1984-03-14 jansen"},
        {"14 maart 1984 jansen", "geboren:1984-03-14 jansen"},
        {"jansen maart 1984", "geboren:1984-03 jansen"},
        {"14-3-84", "geboren:1984-03-14"},
        {"14031984", "kvk_nummer:14031984 geboren:1984-03-14?"},
        {"jansen 3999ab 18", "postcode:3999AB nummer:18 jansen"},
        {"3999 AB 18a", "postcode:3999AB nummer:18/a"},
        {"3999 ab, 18-2", "postcode:3999AB nummer:18/2"},
        {"3999AB 18 a", "postcode:3999AB nummer:18/a"},
        {"Kastanjelaan 18, 3999 AB", "postcode:3999AB nummer:18 kastanjelaan"},
        {"3999AB", "postcode:3999AB"},
        {"3999AB 14-3-1984", "postcode:3999AB geboren:1984-03-14"},
        {"999990019", "bsn:999990019 rsin:999990019"},
        {"9999 90 019", "bsn:999990019 rsin:999990019"},
        {"0612345678", "telefoonnummer:+31612345678 referentie:0612345678"},
        {"jan 1984", "geboren:1984 jan"},
        {"jansen 1984", "geboren:1984 jansen"},
        {"3 jan 1984", "geboren:1984-01-03"},
        {"geboren 14-3-1984", "geboren:1984-03-14"},
        {"BSN 999990019", "bsn:999990019 rsin:999990019"},
        {"jansen 999990019", "bsn:999990019 rsin:999990019 jansen"},
        {"12345678", "kvk_nummer:12345678 referentie:12345678"},
        {"000012345678", "vestigingsnummer:000012345678"},
        {"06 1234 5678", "telefoonnummer:+31612345678"},
        {"+31 6 12345678", "telefoonnummer:+31612345678"},
        {"0399-123456", "telefoonnummer:+31399123456"},
        {"Fatima@Voorbeeld.example", "email:fatima@voorbeeld.example"},
        {"jansen fatima@voorbeeld.example", "email:fatima@voorbeeld.example jansen"},
        {"t-2026-04829", "referentie:T-2026-04829"},
        {"2026-04829", "referentie:2026-04829"},
        {"0000012345", "referentie:0000012345"},
        {"123456789", "referentie:123456789"},
        {"bakkerij van loon", "bakkerij van loon"},
        {"o'neill", "oneill"},
        {"   ", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.typed));
        CHECK(beschrijving(parse_zoekvraag(row.typed, today)) == std::string(row.read));
    }
}

TEST_CASE("the store answers exact keys, the index the rest") {
    const Day today = make_day(2026, 11, 22);
    CHECK(parse_zoekvraag("3999ab 18", today).has_exact_key());
    CHECK(parse_zoekvraag("14-3-1984", today).has_exact_key());
    CHECK_FALSE(parse_zoekvraag("de vries 1984", today).has_exact_key());
    CHECK(parse_zoekvraag("", today).is_empty());
}

TEST_CASE("any text can be typed in the search box") {
    rc::check([](const std::string& typed) {
        const auto vraag = parse_zoekvraag(typed, make_day(2026, 11, 22));
        for (const auto& word : vraag.woorden) RC_ASSERT(!word.empty());
    });
}

}  // namespace dichtbij::partij::zoek_test
