#include "werk/kolommen_render.h"

#include <doctest/doctest.h>

#include "access/desk_testing.h"
#include "http/params.h"

namespace dichtbij::werk::kolommen_test {

using html::Texts;

TEST_CASE("columns of a worklist come from an address: each once, in the order of the table, what is unknown left out") {
    const auto read = [](const char* query) { return werkkolommen_in(http::parse_urlencoded(query, {}).value()); };
    CHECK(read("").empty());
    CHECK(read("kolom=verzonnen&kolom=").empty());
    CHECK(read("kolom=ontvangen&kolom=beloofd&kolom=ontvangen") == Werkkolommen{Werkkolom::beloofd, Werkkolom::ontvangen});
    CHECK(in_adres(read("kolom=eigenaar&kolom=voor_wie")) == "kolom=voor_wie&kolom=eigenaar");
    CHECK(read(in_adres(eerste_werkkolommen()).c_str()) == eerste_werkkolommen());
}

TEST_CASE("the question itself always stands in a worklist, after the promise, and a row has a cell for each column") {
    const Texts& t = access::testing::test_texts().of(html::Taal::nl);
    Regelbeeld beeld;
    beeld.regel.werk.titel = "Stoep ligt los";
    beeld.regel.werk.kanaal = "balie";
    beeld.regel.werk.laatste_stap = "geopend";
    const auto cells = [&](const Werkkolommen& kolommen, Kiezen kiezen) {
        const std::string row = row_of(t, beeld, Instant(), kiezen, kolommen).markup();
        std::size_t count = 0;
        for (auto at = row.find("<td"); at != std::string::npos; at = row.find("<td", at + 1)) ++count;
        CHECK(row.find("Stoep ligt los") != std::string::npos);
        return count;
    };
    for (const Kiezen kiezen : {Kiezen::nee, Kiezen::ja})
        for (const Werkkolommen& kolommen : {Werkkolommen{}, Werkkolommen{Werkkolom::kanaal}, Werkkolommen{Werkkolom::beloofd, Werkkolom::onderwerp, Werkkolom::ontvangen}, eerste_werkkolommen()})
            CHECK(cells(kolommen, kiezen) == columns_of(t, kiezen, kolommen).size());
    CHECK(columns_of(t, Kiezen::nee, eerste_werkkolommen()).at(1).label == "Vraag");
    CHECK(columns_of(t, Kiezen::nee, {Werkkolom::kanaal}).at(0).label == "Vraag");
}

}  // namespace dichtbij::werk::kolommen_test
