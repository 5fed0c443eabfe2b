#include "search/klank.h"

#include <doctest/doctest.h>

#include <string>

#include "search/terms.h"

namespace dichtbij::search::klank_test {

TEST_CASE("names that sound alike have one key") {
    const std::pair<const char*, const char*> pairs[] = {
        {"meijer", "meyer"}, {"meijer", "meier"}, {"jansen", "janssen"}, {"jansen", "janszen"}, {"jansen", "jansens"}, {"claessens", "klaassen"},
        {"smit", "smid"}, {"smidt", "smit"}, {"schmidt", "schmit"}, {"vries", "fries"}, {"visser", "fisser"}, {"dijk", "dyk"}, {"dijk", "deik"},
        {"philips", "filips"}, {"thomas", "tomas"}, {"bakker", "backer"}, {"hendriks", "hendrix"}, {"kuijper", "kuyper"}, {"zwart", "swart"},
        {"bosch", "bos"}, {"rhee", "ree"}, {"oude", "aude"}, {"cornelis", "kornelis"}, {"cees", "sees"}, {"nancy", "nansi"}, {"bergh", "berg"},
        {"vermeulen", "fermeulen"}, {"mulder", "mullder"}, {"lambrecht", "lambregt"},
    };
    for (const auto& [a, b] : pairs) {
        CAPTURE(std::string(a));
        CAPTURE(std::string(b));
        CHECK(klank(a) == klank(b));
    }
}

TEST_CASE("names that sound different have different keys") {
    const std::pair<const char*, const char*> pairs[] = {
        {"jansen", "hansen"}, {"bakker", "bekker"}, {"smit", "schut"}, {"vos", "bos"}, {"mulder", "muller"}, {"dijk", "dik"}, {"de", "den"}, {"kok", "koek"},
    };
    for (const auto& [a, b] : pairs) {
        CAPTURE(std::string(a));
        CAPTURE(std::string(b));
        CHECK(klank(a) != klank(b));
    }
    CHECK(klank("").empty());
    CHECK(klank("123").empty());
}

TEST_CASE("a typing error is one letter more, less, other or exchanged") {
    CHECK(edit_distance("jansen", "jansen", 2) == 0);
    CHECK(edit_distance("jansen", "jasnen", 2) == 1);
    CHECK(edit_distance("jansen", "jnsen", 2) == 1);
    CHECK(edit_distance("jansen", "janssen", 2) == 1);
    CHECK(edit_distance("jansen", "hansen", 2) == 1);
    CHECK(edit_distance("jansen", "bakker", 2) == 3);
    CHECK(edit_distance("", "ab", 2) == 2);
    CHECK(edit_distance("", "", 2) == 0);
    CHECK(edit_distance(std::string(100, 'a'), std::string(100, 'a'), 2) == 0);
}

TEST_CASE("a name is found by its words, and by prefixes joined to them") {
    CHECK(name_words("Anna van den Berg") == std::vector<std::string>{"anna", "berg", "den", "denberg", "van", "vandenberg"});
    CHECK(name_words("Müller-Janský") == std::vector<std::string>{"jansky", "muller"});
    CHECK(name_words("van") == std::vector<std::string>{"van"});
    CHECK(name_words("").empty());
}

}  // namespace dichtbij::search::klank_test
