// What an import of cases leaves in the store.
#include <doctest/doctest.h>

#include <sstream>

#include "app/import_zaken.h"
#include "support/zaken.h"

namespace dichtbij::app::contactimport::import_zaken_test {
namespace {

using testing::at;
using testing::Zaken;

struct Import : Zaken {
    explicit Import(store::Store& opened) : Zaken(opened, "2026-11-24 15:20") {}

    Telling run(const std::string& text, Modus modus = Modus::bewaren) { return try_run(text, modus).value(); }
    Result<Telling> try_run(const std::string& text, Modus modus = Modus::bewaren) {
        refused.clear();
        std::istringstream input(text);
        return Zaakimport({store, clock, partijen, werk, zaken}, {v.oeverland, modus},
                          {[](const Rijenbestand&) {}, [this](std::int64_t regel, const std::vector<Rijfout>& fouten, const auto&) { refused.emplace_back(regel, fouten.at(0)); },
                           [](const Telling&, std::int64_t) { return Meldingen::Verder::ja; }})
            .run(input);
    }
    zaak::ZaakBeeld found(std::string_view extern_id) {
        const auto zaak = store.read([&](store::Tx& tx) { return zaken.by_extern_id(tx, v.oeverland, extern_id); });
        REQUIRE(zaak.has_value());
        return beeld(zaak->id);
    }
    std::int64_t rows(std::string_view table) {
        return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + std::string(table)); });
    }
    std::vector<std::string> notes(Id<Werk> id) {
        std::vector<std::string> texts;
        for (const auto& line : timeline(id))
            if (line.gebeurtenis == "werk.notitie" && line.toelichting) texts.push_back(*line.toelichting);
        return texts;
    }

    std::vector<std::pair<std::int64_t, Rijfout>> refused;
};

template <class F>
void in_each_store(F test) {
    for (const auto& fresh : fresh_stores(testing::zaken_schema())) {
        CAPTURE(fresh->name);
        Import import(*fresh->store);
        test(import);
    }
}

const std::string kop = "extern_id,zaaktype,omschrijving,startdatum,naam,bsn,email,behandelaar,status,toegezegd_op,einddatum,resultaat\n";

}  // namespace

TEST_CASE("a running case gets its legal term from the day of receipt, its status, casemanager and inherited promise") {
    in_each_store([](Import& im) {
        CHECK(im.run(kop + "z-1,kapvergunning,Beuk in de tuin,2026-11-02,Jan de Vries,999990019,,Ruben Tjon-A-Fat,In behandeling,2026-12-18,,\n") == Telling{1, 1, 1, 0, 0});
        const auto one = im.found("z-1");
        CHECK(one.zaak.is_open());
        CHECK(one.zaak.omschrijving == "Beuk in de tuin");
        CHECK(one.zaak.startdatum == make_day(2026, 11, 2));
        CHECK(one.zaak.status == "in-behandeling");
        CHECK(one.zaak.laatste_datum == make_day(2026, 12, 28));  // eight weeks
        REQUIRE(one.statussen.size() == 2);
        CHECK(day_of(one.statussen[0].op) == make_day(2026, 11, 2));
        CHECK(one.werk.team == im.v.vergunningen);
        CHECK(one.werk.toegewezen_aan == im.v.ruben);
        CHECK(day_of(one.werk.geopend_op) == make_day(2026, 11, 2));
        const auto toezegging = im.toezeggingen(one.werk.id).at(0);
        CHECK(toezegging.herkomst == werk::Herkomst::overgenomen);
        CHECK(day_of(toezegging.beloofd_op) == make_day(2026, 12, 18));
        CHECK(one.taken.empty());
        CHECK(one.rollen.at(0).partij == one.werk.partij);
        CHECK(im.rows("attentie") == 0);
        CHECK(im.zaak_faults().empty());
    });
}

TEST_CASE("a case that ended gets its result, its end and the day of archiving, and counts in no norm") {
    in_each_store([](Import& im) {
        CHECK(im.run(kop + "z-2,kapvergunning,Eik,2024-03-04,Jan de Vries,,jan@voorbeeld.example,,,,2024-04-19,Verleend\n") == Telling{1, 1, 0, 0, 0});
        const auto one = im.found("z-2");
        CHECK_FALSE(one.zaak.is_open());
        CHECK(one.zaak.resultaat == "verleend");
        CHECK(one.zaak.einddatum == make_day(2024, 4, 19));
        CHECK(day_of(*one.zaak.gesloten_op) == make_day(2024, 4, 19));
        CHECK(one.zaak.archiefactiedatum == make_day(2029, 4, 19));
        CHECK(one.werk.gesloten_op == one.zaak.gesloten_op);
        CHECK(one.zaak.status == "afgehandeld");
        for (const auto& klok : im.klokken(one.zaak.id)) CHECK(klok.klok.norm.starts_with(werk::of_law_prefix));
        for (const auto& line : im.timeline(one.werk.id)) CHECK(line.kenmerk("volledig_antwoord").empty());
        CHECK(im.toezeggingen(one.werk.id).empty());
        CHECK(im.zaak_faults().empty());
    });
}

TEST_CASE("nobody is written to about what is imported, and is again about what happens next") {
    in_each_store([](Import& im) {
        im.run(kop + "z-1,kapvergunning,,2026-11-02,Jan de Vries,999990019,,,,,,\nz-2,kapvergunning,,2026-03-04,Piet Smit,,piet@voorbeeld.example,,,,2026-04-19,Verleend\n");
        int told = 0;
        for (const auto& extern_id : {"z-1", "z-2"}) {
            const auto one = im.found(extern_id);
            CHECK(im.berichten_over(one.zaak.id).empty());
            for (const auto& line : im.events(one.zaak.id))
                if (line.gebeurtenis == "zaak.geopend" && line.kenmerk("import") == "1") ++told;
            for (const auto& line : im.events(one.zaak.id)) CHECK(line.gebeurtenis != "zaak.gesloten");
        }
        CHECK(told == 2);
    });
}

TEST_CASE("running it twice stores nothing again, and a proef leaves nothing and tells the same") {
    in_each_store([](Import& im) {
        const std::string file = kop + "z-1,kapvergunning,,2026-11-02,Jan de Vries,999990019,,,,,,\nz-1,kapvergunning,Dubbel,2026-11-02,Jan de Vries,999990019,,,,,,\n"
                                       "z-2,onbekend,,2026-11-02,Jan de Vries,999990019,,,,,,\n";
        CHECK(im.run(file, Modus::proef) == Telling{3, 1, 1, 1, 1});
        CHECK(im.rows("zaak") == 0);
        CHECK(im.rows("zaak_overname") == 0);
        CHECK(im.run(file) == Telling{3, 1, 1, 1, 1});
        CHECK(im.run(file) == Telling{3, 0, 0, 2, 1});
        CHECK(im.rows("zaak") == 1);
        CHECK(im.found("z-1").zaak.omschrijving == "Kapvergunning");
        CHECK(im.zaak_faults().empty());
    });
}

TEST_CASE("good rows around bad ones go in, and each bad one is told by line, column and reason") {
    struct Row {
        std::string_view row, column, key;
    };
    const Row rows[] = {
        {",kapvergunning,,2026-11-02,Jan,999990019,,,,,,", "extern_id", "fout.veld.verplicht"},
        {"b,,,2026-11-02,Jan,999990019,,,,,,", "zaaktype", "fout.veld.verplicht"},
        {"b,zwembad,,2026-11-02,Jan,999990019,,,,,,", "zaaktype", "import.fout.zaaktype"},
        {"b,kapvergunning,,,Jan,999990019,,,,,,", "startdatum", "fout.veld.verplicht"},
        {"b,kapvergunning,,ooit,Jan,999990019,,,,,,", "startdatum", "import.fout.moment"},
        {"b,kapvergunning,,2027-01-04,Jan,999990019,,,,,,", "startdatum", "klantcontact.fout.in_toekomst"},
        {"b,kapvergunning,,2026-11-02,,,,,,,,", "naam", "import.fout.indiener"},
        {"b,kapvergunning,,2026-11-02,Jan,,,,,,,", "naam", "import.fout.indiener"},
        {"b,kapvergunning,,2026-11-02,Jan,123456789,,,,,,", "bsn", "partij.bsn.fout"},
        {"b,kapvergunning,,2026-11-02,Jan,,jan,,,,,", "email", "partij.email.fout"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,Kwijt,,,", "status", "zaak.fout.status_onbekend"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,Afgehandeld,,,", "status", "zaak.fout.status_onbekend"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,2026-11-01,,", "toegezegd_op", "import.fout.toezegging_voor_begin"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,2099-01-01,,", "toegezegd_op", "import.fout.te_ver"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,,2026-11-20,", "resultaat", "fout.veld.verplicht"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,,,Verleend", "einddatum", "fout.veld.verplicht"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,,2026-11-20,Gewonnen", "resultaat", "zaak.fout.resultaat_onbekend"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,,2026-11-01,Verleend", "einddatum", "fout.veld.einde_voor_begin"},
        {"b,kapvergunning,,2026-11-02,Jan,999990019,,,,,2026-12-20,Verleend", "einddatum", "klantcontact.fout.in_toekomst"},
        {"b,kapvergunning,,2006-11-02,Jan,999990019,,,,,,", "startdatum", "zaak.fout.datum_te_ver"},
    };
    in_each_store([&](Import& im) {
        std::string file = kop + "goed-1,kapvergunning,,2026-11-02,Jan de Vries,999990019,,,,,,\n";
        for (const Row& row : rows) file += std::string(row.row) + "\n";
        file += "goed-2,kapvergunning,,2026-11-03,Jan de Vries,999990019,,,,,,\n";
        const auto telling = im.run(file);
        CHECK(telling.opgeslagen == 2);
        REQUIRE(im.refused.size() == std::size(rows));
        std::sort(im.refused.begin(), im.refused.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (std::size_t i = 0; i < std::size(rows); ++i) {
            CAPTURE(rows[i].row);
            CHECK(im.refused[i].first == static_cast<std::int64_t>(i) + 3);
            CHECK(im.refused[i].second.kolom == rows[i].column);
            CHECK(im.refused[i].second.key == rows[i].key);
        }
        CHECK(im.zaak_faults().empty());
    });
}

TEST_CASE("who asked is known again, and what cannot be placed stands in a note") {
    in_each_store([](Import& im) {
        im.run("extern_id,zaaktype,startdatum,naam,bsn,behandelaar,wijk\nz-1,kapvergunning,2026-11-02,Jan de Vries,999990019,Wie Weg,Noord\nz-2,kapvergunning,2026-11-03,J. de Vries,999990019,,\n");
        const auto one = im.found("z-1");
        CHECK(one.werk.partij == im.found("z-2").werk.partij);
        CHECK(one.zaak.kanaal == "onbekend");
        CHECK(im.notes(one.werk.id) == std::vector<std::string>{"behandelaar: Wie Weg\nwijk: Noord"});
        CHECK(one.werk.eigenaar == im.v.marleen);
    });
}

TEST_CASE("the same extern_id in another gemeente is another case, and a case that is gone leaves its extern_id") {
    in_each_store([](Import& im) {
        im.run(kop + "z-1,kapvergunning,,2026-11-02,Jan de Vries,999990019,,,,,,\n");
        CHECK_FALSE(im.store.read([&](store::Tx& tx) { return im.zaken.by_extern_id(tx, im.v.heidedal, "z-1"); }).has_value());
        auto nieuw = im.nieuw(im.kap);
        nieuw.overgenomen = zaak::Overgenomen{"z-9", "", "", {}};
        CHECK(im.zaken.create(im.tom(), nieuw).error().reason == Reason::forbidden);
        nieuw.overgenomen->extern_id = "z-1";
        CHECK(im.zaken.create(access::system_caller("import"), nieuw).error().key == "zaak.fout.bestaat_al");
    });
}

}  // namespace dichtbij::app::contactimport::import_zaken_test
