#include "base/text.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij::text_test {

TEST_CASE("text is folded as people search for it") {
    CHECK(folded("Müller-Jánský") == "muller jansky");
    CHECK(folded("  VAN  DER  Bĳl ") == "van der bijl");
    CHECK(folded("Yıldız") == "yildiz");
    CHECK(folded("D'Arcy") == "darcy");
    CHECK(folded("").empty());
}

TEST_CASE("text is shortened by characters, not bytes") {
    CHECK(shortened("één twee", 20) == "één twee");
    CHECK(shortened("éééé", 3) == "éé…");
}

TEST_CASE("names sort as in a Dutch telephone book") {
    CHECK(sort_key("Ébert") < sort_key("Ernst"));
    CHECK(sort_key("aarts") < sort_key("Bakker"));
}

TEST_CASE("control characters and bad bytes do not get in") {
    CHECK(cleaned("\x01 a\r\nb\rc\x7f ") == "a\nb\nc");
    CHECK_FALSE(is_utf8("\xc3\x28"));
}

TEST_CASE("ids rise, also within a millisecond, and read back") {
    SimulatedClock clock(*parse_instant("2026-11-22T09:00:00Z"));
    IdSource ids(clock, 7);
    std::vector<Id<Werk>> made;
    for (int i = 0; i < 10'000; ++i) made.push_back(ids.make<Werk>());
    CHECK(std::is_sorted(made.begin(), made.end()));
    CHECK(std::adjacent_find(made.begin(), made.end()) == made.end());
    CHECK(Id<Werk>::parse(made.back().text()) == made.back());
    CHECK_FALSE(Id<Werk>::parse("0192"));
}

}  // namespace dichtbij::text_test
