// What an import leaves in the store.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "app/import_afgekeurd.h"
#include "app/import_contacten.h"
#include "support/desk.h"

namespace dichtbij::app::contactimport::import_contacten_test {
namespace {

using testing::at;
using testing::Desk;

std::vector<store::Migration> schema() {
    auto list = testing::desk_schema();
    list.insert(list.end(), taak::migrations().begin(), taak::migrations().end());
    return list;
}

struct Import : Desk {
    explicit Import(store::Store& opened) : Desk(opened, "2026-11-24 15:20") {}

    Result<Telling> try_run(const std::string& text, Modus modus = Modus::bewaren) { return try_run(store, text, modus); }
    Result<Telling> try_run(store::Store& through, const std::string& text, Modus modus) {
        refused.clear();
        std::istringstream input(text);
        return Contactimport({through, clock, partijen, werk, contacten, taken}, {v.oeverland, modus},
                             {[](const Rijenbestand&) {},
                              [this](std::int64_t regel, const std::vector<Rijfout>& fouten, const auto&) { refused.emplace_back(regel, fouten.at(0)); },
                              [](const Telling&, std::int64_t) { return Meldingen::Verder::ja; }})
            .run(input);
    }
    Telling run(const std::string& text, Modus modus = Modus::bewaren) { return try_run(text, modus).value(); }

    struct Gevonden {
        klantcontact::Klantcontact contact;
        werk::Werk werk;
        std::optional<Id<Partij>> partij;
    };
    Gevonden found(std::string_view extern_id) {
        return store.read([&](store::Tx& tx) {
            const auto contact = contacten.by_extern_id(tx, v.oeverland, extern_id);
            REQUIRE(contact.has_value());
            const auto werken = werk.stored(tx, contact->werk);
            return Gevonden{*contact, *werken, werken->partij};
        });
    }
    std::int64_t rows(std::string_view table) {
        return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + std::string(table)); });
    }
    std::vector<std::string> all_faults() {
        auto all = faults();
        for (auto& fault : contact_faults()) all.push_back(std::move(fault));
        store.read([&](store::Tx& tx) {
            for (auto& fault : taak::taak_check(tx, werk)) all.push_back(std::move(fault));
        });
        return all;
    }
    std::vector<std::string> notes(Id<Werk> id) {
        std::vector<std::string> texts;
        for (const auto& line : timeline(id))
            if (line.gebeurtenis == "werk.notitie" && line.toelichting) texts.push_back(*line.toelichting);
        return texts;
    }

    taak::TaakService taken{store, clock, ids, werk, contacten};
    std::vector<std::pair<std::int64_t, Rijfout>> refused;
};

template <class F>
void in_each_store(F test) {
    for (const auto& fresh : store::testing::fresh_stores(schema())) {
        CAPTURE(fresh->name);
        Import import(*fresh->store);
        test(import);
    }
}

const std::string kop = "extern_id,kanaal,tijdstip,naam,telefoon,onderwerp,vraag,antwoord,afdeling,medewerker,status,afgehandeld_op\n";

}  // namespace

TEST_CASE("an open row gets an owner, clocks from its own moment, an inherited promise and a task, and nobody a message") {
    in_each_store([](Import& im) {
        CHECK(im.run(kop + "o-1,email,2026-11-20 10:00,Jan de Vries,0612345678,bomen KAPPEN,Mag het?,,,,open,\n") == Telling{1, 1, 1, 0, 0});
        const auto one = im.found("o-1");
        CHECK(one.werk.is_open());
        CHECK(one.werk.team == im.v.vergunningen);  // by routing: the team of the subject
        CHECK(one.werk.eigenaar == im.v.marleen);
        CHECK(one.werk.geopend_op == at("2026-11-20 10:00"));
        CHECK(one.werk.soort == werk::Soort::taak);
        CHECK(one.contact.inhoud.onderwerp_id == im.v.bomen);
        const auto toezegging = im.toezeggingen(one.werk.id).at(0);
        CHECK(toezegging.herkomst == werk::Herkomst::overgenomen);
        CHECK(toezegging.beloofd_op == at("2026-11-27 17:00"));
        const auto klokken = im.store.read([&](store::Tx& tx) { return im.werk.klokken(tx, one.werk); }).value();
        CHECK(std::any_of(klokken.begin(), klokken.end(), [](const auto& klok) { return klok.klok.gestart_op == at("2026-11-20 10:00"); }));
        const auto taak = im.store.read([&](store::Tx& tx) { return im.taken.of_werk(tx, one.werk.id); });
        REQUIRE(taak.has_value());
        CHECK(taak->telefoonnummer == "06 1234 5678");
        CHECK(im.rows("attentie") == 0);
        CHECK(im.all_faults().empty());
    });
}

TEST_CASE("what was late before it came here is late, and escalates to nobody") {
    in_each_store([](Import& im) {
        im.run(kop + "o-1,email,2026-10-01 10:00,,,,Waar blijft het?,,,,open,\n");
        const auto one = im.found("o-1");
        CHECK(*one.werk.beloofd_op < im.clock.now());
        CHECK(one.werk.team == im.v.kcc);  // routing knows nothing of it
        CHECK(one.werk.eigenaar == im.v.sanne);
        CHECK(im.all_faults().empty());
    });
}

TEST_CASE("a closed row counts in norms from its own moments, and without an end in none") {
    in_each_store([](Import& im) {
        im.run(kop + "c-1,email,2026-11-02 10:00,,,,Vraag,Antwoord,Vergunningen,Ruben,afgehandeld,2026-11-03 11:00\n"
                     "c-2,email,2026-11-02 10:00,,,,Vraag,Antwoord,,,afgehandeld,2026-11-20 11:00\n"
                     "c-3,email,2026-11-02 10:00,,,,Vraag,,,,afgehandeld,\n");
        const auto klokken = [&](const Import::Gevonden& one) { return im.store.read([&](store::Tx& tx) { return im.werk.klokken(tx, one.werk); }).value(); };
        const auto all_are = [](const std::vector<werk::KlokBeeld>& seen, norm::Stand stand) {
            return !seen.empty() && std::all_of(seen.begin(), seen.end(), [&](const auto& klok) { return klok.stand == stand; });
        };
        const auto kept = im.found("c-1");
        CHECK(kept.werk.gesloten_op == at("2026-11-03 11:00"));
        CHECK(kept.werk.team == im.v.vergunningen);
        CHECK(all_are(klokken(kept), norm::Stand::gehaald));
        CHECK(all_are(klokken(im.found("c-2")), norm::Stand::gebroken));
        const auto unknown = im.found("c-3");
        CHECK_FALSE(unknown.werk.is_open());
        CHECK(klokken(unknown).empty());
        CHECK(im.rows("taak") == 0);
        CHECK(im.rows("attentie") == 0);
        CHECK(im.all_faults().empty());
    });
}

TEST_CASE("the employee and department of the file are found by name; others stand in a note") {
    in_each_store([](Import& im) {
        const auto ruben = im.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, im.v.ruben); }).value();
        im.run(kop + "1,email,2026-11-02,,,,Vraag,Ja,vergunningen," + ruben.naam + ",afgehandeld,\n" +
               "2,email,2026-11-02,,,,Vraag,Ja,Groenvoorziening,P. Weg,afgehandeld,\n" +
               "3,email,2026-11-20,,,,Vraag,,Vergunningen," + ruben.email + ",open,\n");
        CHECK(im.found("1").werk.eigenaar == im.v.ruben);
        CHECK(im.notes(im.found("1").werk.id).empty());
        CHECK(im.notes(im.found("2").werk.id) == std::vector<std::string>{"afdeling: Groenvoorziening\nmedewerker: P. Weg"});
        CHECK(im.found("3").werk.team == im.v.vergunningen);
        CHECK(im.found("3").werk.eigenaar == im.v.marleen);  // nobody accepted it here
        CHECK(im.notes(im.found("3").werk.id) == std::vector<std::string>{"medewerker: " + ruben.email});
        CHECK(im.all_faults().empty());
    });
}

TEST_CASE("a person is made once and known again, and who left only a name stays beside the contact") {
    in_each_store([](Import& im) {
        const auto before = im.rows("partij");
        im.run("extern_id,kanaal,tijdstip,vraag,naam,bsn,kvk,telefoon,email\n"
               "1,balie,2026-11-20,Vraag,Jan de Vries,999990019,,0612345678,\n"
               "2,balie,2026-11-20,Vraag,J. de Vries,999990019,,,jan@voorbeeld.example\n"
               "3,balie,2026-11-20,Vraag,Jan de Vries,,,06-12345678,\n"
               "4,balie,2026-11-20,Vraag,Piet de Vries,,,06-12345678,\n"
               "5,balie,2026-11-20,Vraag,Bakkerij Bos,,12345678,,\n"
               "6,balie,2026-11-20,Vraag,Bakkerij Bos BV,,12345678,,\n"
               "7,balie,2026-11-20,Vraag,Mevrouw Visser,,,,\n"
               "8,balie,2026-11-20,Vraag,,,,,\n");
        CHECK(im.refused.empty());
        const auto jan = im.found("1").partij;
        REQUIRE(jan.has_value());
        CHECK(im.found("2").partij == jan);
        CHECK(im.found("3").partij == jan);
        CHECK(im.found("4").partij != jan);
        CHECK(im.found("5").partij == im.found("6").partij);
        CHECK_FALSE(im.found("7").partij);
        CHECK_FALSE(im.found("8").partij);
        CHECK(im.rows("partij") == before + 3);
        const auto second_id = im.found("2").contact.id, name_only = im.found("7").contact.id, nobody = im.found("8").contact.id;
        im.store.read([&](store::Tx& tx) {
            CHECK(im.partijen.naam_of(tx, *jan) == "Jan de Vries");
            const auto second = im.contacten.betrokkenen(tx, second_id).at(0);
            CHECK(second.naam.voorletters == "J.");  // as the file has it there
            CHECK(second.digitale_adressen.at(0).adres == "jan@voorbeeld.example");
            CHECK(im.contacten.betrokkenen(tx, name_only).at(0).naam.achternaam == "Visser");
            CHECK(im.contacten.betrokkenen(tx, nobody).empty());
        });
        CHECK(im.looks_at(*jan).empty());
    });
}

TEST_CASE("a second run stores nothing again, and one that was cut off goes on") {
    in_each_store([](Import& im) {
        std::string text = kop;
        for (int i = 0; i < 300; ++i) text += "r-" + std::to_string(i) + ",balie,2026-11-20 10:00,,,,Vraag " + std::to_string(i) + ",Ja,,,afgehandeld,\n";
        const auto failing = store::testing::failing_at(im.store, 2000);
        CHECK_THROWS_AS(im.try_run(*failing, text, Modus::bewaren), store::Unavailable);
        const auto had = im.rows("klantcontact");
        CHECK(had > 0);
        CHECK(had < 300);
        CHECK(im.run(text) == Telling{300, 300 - had, 0, had, 0});
        const auto werken = im.rows("werk");
        CHECK(im.run(text) == Telling{300, 0, 0, 300, 0});
        CHECK(im.rows("werk") == werken);
        CHECK(im.rows("klantcontact") == 300);
        CHECK(im.all_faults().empty());
    });
}

TEST_CASE("an import that is stopped keeps what it stored") {
    in_each_store([](Import& im) {
        std::string text = kop;
        for (int i = 0; i < 100; ++i) text += std::to_string(i) + ",balie,2026-11-20,,,,Vraag,Ja,,,afgehandeld,\n";
        std::istringstream input(text);
        const auto stopped = Contactimport({im.store, im.clock, im.partijen, im.werk, im.contacten, im.taken}, {im.v.oeverland},
                                           {[](const Rijenbestand&) {}, [](auto, const auto&, const auto&) {}, [](const auto&, auto) { return Meldingen::Verder::stop; }})
                                 .run(input);
        CHECK(stopped->opgeslagen == im.rows("klantcontact"));
        CHECK(stopped->opgeslagen > 0);
        CHECK(stopped->opgeslagen < 100);
    });
}

TEST_CASE("a row that stands twice in the file is stored once, also when it was hidden since") {
    in_each_store([](Import& im) {
        const std::string text = kop + "d,balie,2026-11-20,,,,Een,Ja,,,afgehandeld,\nd,balie,2026-11-20,,,,Twee,Ja,,,afgehandeld,\n";
        CHECK(im.run(text, Modus::proef) == Telling{2, 1, 0, 1, 0});
        CHECK(im.run(text) == Telling{2, 1, 0, 1, 0});
        CHECK(im.found("d").contact.inhoud.inhoud == "Een");
        CHECK(im.contacten.hide(im.tom(), im.found("d").contact.id, "Dubbel").has_value());
        CHECK(im.run(text + "e,balie,2026-11-20,,,,Drie,Ja,,,afgehandeld,\n") == Telling{3, 1, 0, 2, 0});
        CHECK(im.refused.empty());
    });
}

TEST_CASE("the same extern_id in another gemeente is another contact") {
    in_each_store([](Import& im) {
        const std::string text = kop + "1,balie,2026-11-20,,,,Vraag,Ja,,,afgehandeld,\n";
        im.run(text);
        std::istringstream input(text);
        const auto other = Contactimport({im.store, im.clock, im.partijen, im.werk, im.contacten, im.taken}, {im.v.heidedal},
                                         {[](const Rijenbestand&) {}, [](auto, const auto&, const auto&) {}, [](const auto&, auto) { return Meldingen::Verder::ja; }})
                               .run(input);
        CHECK(other.value() == Telling{1, 1, 0, 0, 0});
    });
}

TEST_CASE("good rows around bad ones go in, whoever finds the fault") {
    in_each_store([](Import& im) {
        // That a company is somebody else's is found by the service, not by the reader.
        const std::string text = "extern_id,kanaal,tijdstip,vraag,naam,bsn,kvk\n"
                                 "1,balie,2026-11-20,Vraag,,,\n"
                                 "2,duif,2026-11-20,Vraag,,,\n"
                                 "3,balie,2026-11-20,Vraag,Jan Smit,999990019,12345678\n"
                                 "4,balie,2026-11-20,Vraag,Piet Smit,999990020,12345678\n"
                                 "5,balie,\"2026-11-20\"x,Vraag,,,\n"
                                 "6,balie,2026-11-20,Vraag,,,\n";
        const Telling tried = im.run(text, Modus::proef);
        const auto told = im.refused;
        CHECK(im.rows("klantcontact") == 0);
        CHECK(im.run(text) == tried);
        CHECK(im.refused == told);
        CHECK(tried.gelezen == tried.opgeslagen + tried.bekend + tried.afgekeurd);
        REQUIRE(told.size() == 3);
        CHECK(told[0].second.kolom == "kanaal");
        CHECK(std::any_of(told.begin(), told.end(), [](const auto& one) { return one.first == 5 && one.second == Rijfout{"kvk", "partij.identificator.bezet", {}}; }));
        CHECK(tried.opgeslagen == 3);
        im.found("1");
        im.found("3");
        im.found("6");
        CHECK(im.all_faults().empty());
    });
}

TEST_CASE("a proef leaves nothing behind and tells what a run then does") {
    in_each_store([](Import& im) {
        std::string text = kop;
        for (int i = 0; i < 40; ++i) text += "p-" + std::to_string(i % 35) + ",email,2026-11-20 10:00,Jan de Vries,0612345678,,Vraag,,,," + (i % 7 ? "open" : "dicht") + ",\n";
        const auto journal = im.rows("journaal"), partijen = im.rows("partij");
        const Telling tried = im.run(text, Modus::proef);
        const auto told = im.refused;
        CHECK(im.rows("journaal") == journal);
        CHECK(im.rows("partij") == partijen);
        CHECK(im.run(text) == tried);
        CHECK(im.refused == told);
        CHECK(im.rows("partij") == partijen + 1);
    });
}

TEST_CASE("unknown columns stand in a note of the work, in pieces when they are long") {
    in_each_store([](Import& im) {
        const std::string text(5000, 'x');
        im.run("extern_id,kanaal,tijdstip,vraag,wijk\n1,balie,2026-11-20,Vraag,Noord\n2,balie,2026-11-20,Vraag," + text + "\n3,balie,2026-11-20,Vraag,\n");
        CHECK(im.notes(im.found("1").werk.id) == std::vector<std::string>{"wijk: Noord"});
        CHECK(im.notes(im.found("2").werk.id).size() == 2);
        CHECK(im.notes(im.found("3").werk.id).empty());
    });
}

TEST_CASE("a file that is refused stores nothing") {
    in_each_store([](Import& im) {
        CHECK(im.try_run("extern_id\n1\n").error().reason == Reason::invalid);
        CHECK(im.try_run("extern_id,kanaal,vraag\n1,balie,Vraag\n").error().reason == Reason::invalid);
        CHECK(im.rows("klantcontact") == 0);
    });
}

TEST_CASE("refused rows stand in a file that can be mended and read again, and goes away when it is empty") {
    const store::testing::TempDir dir;
    const std::filesystem::path path = std::filesystem::path(dir.path()) / "bron.csv.afgekeurd.csv";
    const std::vector<std::string> columns{"afgekeurd_regel", "extern_id", "vraag"};
    {
        Afkeurbestand file(path);
        file.begin(columns, ';');
        file.add({7, "vraag", "Vul dit in.", {"3", "oud-1", "a;b\n\"c\""}});
        file.add({9, "", "Te lang", {}});
        CHECK(file.rows() == 2);
    }
    using std::filesystem::perms;
    CHECK((std::filesystem::status(path).permissions() & perms::mask) == (perms::owner_read | perms::owner_write));
    std::ifstream input(path, std::ios::binary);
    CsvReader reader(input);
    CHECK(reader.next()->value().fields == std::vector<std::string>{"afgekeurd_regel", "afgekeurd_kolom", "afgekeurd_reden", "extern_id", "vraag"});
    CHECK(reader.next()->value().fields == std::vector<std::string>{"7", "vraag", "Vul dit in.", "oud-1", "a;b\n\"c\""});
    CHECK(reader.next()->value().fields == std::vector<std::string>{"9", "", "Te lang", "", ""});
    {
        Afkeurbestand again(path);
        again.begin(columns, ';');
    }
    CHECK_FALSE(std::filesystem::exists(path));
    CHECK_THROWS_AS(Afkeurbestand(std::filesystem::path(dir.path()) / "weg" / "x.csv"), std::system_error);
}

}  // namespace dichtbij::app::contactimport::import_contacten_test
