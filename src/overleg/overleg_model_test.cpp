#include <doctest/doctest.h>

#include "overleg/overleg.h"

namespace dichtbij::overleg::overleg_model_test {

TEST_CASE("a case is stuck when it stood still as long as its type allows, was passed on twice or its promise moved twice") {
    struct Row {
        Waarneming gezien;
        std::vector<Gevonden> found;
    };
    for (const Row& row : {Row{{0, 0, 0}, {}}, Row{{9, 1, 1}, {}}, Row{{10, 0, 0}, {{Oorzaak::stilstand, 10}}}, Row{{0, 2, 1}, {{Oorzaak::doorgegeven, 2}}}, Row{{0, 1, 3}, {{Oorzaak::verzet, 3}}},
                           Row{{12, 2, 2}, {{Oorzaak::stilstand, 12}, {Oorzaak::doorgegeven, 2}, {Oorzaak::verzet, 2}}}}) {
        CAPTURE(row.gezien.stil);
        CHECK(oorzaken(row.gezien, 10) == row.found);
    }
}

TEST_CASE("how long a case may stand still is that of its type, else that of the gemeente") {
    Grenzen grenzen;
    const Id<dichtbij::Zaaktype> one{{1}}, other{{2}};
    grenzen.van_type[one] = 3;
    CHECK(grenzen.van(one) == 3);
    CHECK(grenzen.van(other) == stilstand_standaard);
}

TEST_CASE("what came of a case is the gravest that happened to its promise after the team treated it") {
    const Instant treated(seconds(1000)), before(seconds(900)), after(seconds(1100));
    const auto promise = [](werk::Stand stand, std::optional<Instant> ended, std::optional<Instant> missed) { return Beloftestand{{}, stand, ended, missed}; };
    struct Row {
        std::vector<Beloftestand> beloften;
        Zaakstand zaak;
        Gevolg gevolg;
    };
    using werk::Stand;
    for (const Row& row : {Row{{promise(Stand::lopend, {}, {})}, Zaakstand::open, Gevolg::loopt}, Row{{promise(Stand::verzet, before, {}), promise(Stand::lopend, {}, {})}, Zaakstand::open, Gevolg::loopt},
                           Row{{promise(Stand::verzet, after, {}), promise(Stand::lopend, {}, {})}, Zaakstand::open, Gevolg::opnieuw_verzet},
                           Row{{promise(Stand::lopend, {}, before)}, Zaakstand::open, Gevolg::loopt}, Row{{promise(Stand::gemist, {}, after), promise(Stand::verzet, after, {})}, Zaakstand::open, Gevolg::gemist},
                           Row{{promise(Stand::gehaald, after, {})}, Zaakstand::gesloten, Gevolg::gehaald}, Row{{}, Zaakstand::gesloten, Gevolg::gesloten}})
        CHECK(gevolg(treated, row.beloften, row.zaak) == row.gevolg);
}

}  // namespace dichtbij::overleg::overleg_model_test
