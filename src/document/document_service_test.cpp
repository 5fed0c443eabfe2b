#include "document/document_service.h"

#include <doctest/doctest.h>
#include <spdlog/spdlog.h>

#include "document/testing.h"
#include "journal/journal.h"
#include "organisatie/testing.h"
#include "store/testing.h"
#include "support/stores.h"

namespace dichtbij::document::document_service_test {
namespace {

using access::Caller;
using access::Rol;

std::vector<store::Migration> schema() {
    auto list = organisatie::testing::schema();
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

struct World {
    store::Store& store;
    SimulatedClock clock{*parse_instant("2026-11-23T09:00:00Z")};
    IdSource ids{clock, 7};
    testing::MemoryFiles files;
    testing::Scanner scanner;
    DocumentService service{store, clock, ids, files, &scanner};
    organisatie::testing::Voorbeeld v;
    Caller ruben, noor;
    Documentobject zaak{"zaak", ids.next()};

    explicit World(store::Store& s) : store(s) {
        spdlog::set_level(spdlog::level::off);
        v = store.write([&](store::Tx& tx) { return organisatie::testing::build(tx, ids); });
        ruben = organisatie::testing::caller(v.ruben, {{Rol::behandelaar, v.oeverland, {}}});
        noor = organisatie::testing::caller(v.noor, {{Rol::behandelaar, v.heidedal, {}}});
    }
    Result<Ontvangen> receive(const std::string& name, const std::string& content) {
        MemoryBytes bytes(content);
        return service.receive(name, bytes);
    }
    NieuwDocument nieuw(std::string titel = "Situatietekening") const {
        NieuwDocument nieuw;
        nieuw.gemeente = v.oeverland;
        nieuw.bij = zaak;
        nieuw.kenmerken.titel = std::move(titel);
        nieuw.kenmerken.richting = Richting::inkomend;
        return nieuw;
    }
    Document added(const NieuwDocument& wanted, const std::string& content = testing::pdf()) {
        const auto ontvangen = receive("tekening", content).value();
        return store.write([&](store::Tx& tx) { return service.add(tx, ruben, wanted, ontvangen); }).value();
    }
    Document added() { return added(nieuw()); }
    template <class F>
    auto in(F act) {
        return store.write([&](store::Tx& tx) { return act(tx); });
    }
    std::vector<Documentregel> listed(Lezer lezer = Lezer::medewerker, Vertrouwelijkheid tot = Vertrouwelijkheid::zeer_geheim) {
        return in([&](store::Tx& tx) { return service.of_object(tx, {.bij = zaak, .lezer = lezer, .tot = tot, .na = {}}); });
    }
    Versie last(Id<dichtbij::Document> id) {
        return in([&](store::Tx& tx) { return service.get(tx, ruben, id); }).value().versie;
    }
    std::vector<std::string> events() {
        return in([](store::Tx& tx) { return tx.rows<std::string>("select gebeurtenis from journaal where object_soort = 'document' order by nummer"); });
    }
    std::int64_t count(const std::string& table) {
        return in([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + table); });
    }
};

template <class F>
void in_each_world(F test) {
    for (const auto& fresh : fresh_stores(schema())) {
        CAPTURE(fresh->name);
        World world(*fresh->store);
        test(world);
    }
}

template <class T>
std::string refusal(const Result<T>& result) {
    REQUIRE(!result);
    const Failure& failure = result.error();
    if (!failure.fields.empty()) return failure.fields[0].field + " " + failure.fields[0].key;
    return failure.key.empty() ? std::string(failure.reason == Reason::not_found ? "not found" : "?") : failure.key;
}

}  // namespace

TEST_CASE("a document is added with its file, and read back with all that was said of it") {
    in_each_world([](World& w) {
        NieuwDocument wanted = w.nieuw("  Tekening van\x01 de plek ");
        wanted.werk = w.ids.make<Werk>();
        wanted.kenmerken.documenttype = "situatietekening";
        wanted.kenmerken.auteur = "Fatima Idrissi";
        wanted.kenmerken.ontvangstdatum = make_day(2026, 11, 20);
        wanted.kenmerken.vertrouwelijkheid = Vertrouwelijkheid::vertrouwelijk;
        wanted.door_partij = w.ids.make<Partij>();
        const Document made = w.added(wanted);
        CHECK(made.kenmerken.titel == "Tekening van de plek");
        CHECK(made.kenmerken.creatiedatum == make_day(2026, 11, 23));
        const auto lines = w.listed();
        REQUIRE(lines.size() == 1);
        CHECK(lines[0].document == made);
        const Versie& versie = lines[0].versie;
        CHECK(versie.bestandsnaam == "tekening.pdf");
        CHECK(versie.soort == Bestandssoort::pdf);
        CHECK(versie.bytes == static_cast<std::int64_t>(testing::pdf().size()));
        CHECK(versie.door == w.v.ruben);
        CHECK(versie.door_partij == wanted.door_partij);
        CHECK(versie.controle == Controle::schoon);
        CHECK(w.service.open_file(versie).value()->piece(0, 1000) == testing::pdf());
        CHECK(w.events() == std::vector<std::string>{"document.toegevoegd"});
        w.in([&](store::Tx& tx) { CHECK(journal::timeline_of_werk(tx, *wanted.werk, {}, 10).size() == 1); });
        CHECK(w.service.check(Grondigheid::inhoud).empty());
    });
}

TEST_CASE("without a title the document has the name of its file") {
    in_each_world([](World& w) { CHECK(w.added(w.nieuw("")).kenmerken.titel == "tekening.pdf"); });
}

TEST_CASE("what is refused leaves no file and no row") {
    in_each_world([](World& w) {
        CHECK(refusal(w.receive("a.exe", "MZ" + std::string(5, '\0'))) == "bestand document.weigering.programma");
        CHECK(refusal(w.receive("a.pdf", testing::png())) == "bestand document.weigering.naam_klopt_niet");
        w.scanner.uitslag = Scanuitslag::besmet;
        CHECK(refusal(w.receive("a.pdf", testing::pdf())) == "bestand document.weigering.virus");
        CHECK(w.files.files.empty());
        w.scanner.uitslag = Scanuitslag::schoon;
        NieuwDocument wrong = w.nieuw(std::string(titel_limit + 1, 't'));
        wrong.kenmerken.verzenddatum = make_day(2026, 11, 20);
        wrong.kenmerken.taal = "nl";
        {
            const auto ontvangen = w.receive("a.pdf", testing::pdf()).value();
            CHECK(w.files.files.size() == 1);
            const auto result = w.in([&](store::Tx& tx) { return w.service.add(tx, w.ruben, wrong, ontvangen); });
            REQUIRE(!result);
            CHECK(result.error().fields.size() == 3);
        }
        CHECK(w.files.files.empty());
        CHECK(w.count("document") == 0);
        CHECK(w.count("document_versie") == 0);
    });
}

TEST_CASE("a received document cannot be in progress, and only a received one has a date of receipt") {
    Kenmerken k;
    k.titel = "Brief";
    k.richting = Richting::inkomend;
    k.ontvangstdatum = make_day(2026, 1, 5);
    CHECK(problems(k).empty());
    k.status = Documentstatus::ter_vaststelling;
    CHECK(problems(k) == std::vector<FieldError>{{"status", "document.fout.ontvangen_is_af", {}}});
    k.richting = Richting::uitgaand;
    CHECK(problems(k) == std::vector<FieldError>{{"ontvangstdatum", "document.fout.niet_ontvangen", {}}});
}

TEST_CASE("a new version says why, the earlier ones stay readable") {
    in_each_world([](World& w) {
        const Document first = w.added();
        const auto ontvangen = w.receive("tekening 2.png", testing::png()).value();
        const auto version = [&](std::int64_t revisie, std::string reden) {
            return w.in([&](store::Tx& tx) { return w.service.new_version(tx, w.ruben, {first.id, revisie, reden, {}}, ontvangen); });
        };
        CHECK(refusal(version(first.revisie, " ")) == "reden document.fout.reden");
        CHECK(refusal(version(first.revisie + 1, "Scherper")) == "fout.gewijzigd");
        const Document second = version(first.revisie, "Scherper").value();
        CHECK(second.versies == 2);
        CHECK(second.revisie == 2);
        CHECK(refusal(version(first.revisie, "Scherper")) == "fout.gewijzigd");
        const auto all = w.in([&](store::Tx& tx) { return w.service.versions(tx, w.ruben, first.id); }).value();
        REQUIRE(all.size() == 2);
        CHECK(all[0].nummer == 2);
        CHECK(all[0].reden == "Scherper");
        CHECK(all[0].soort == Bestandssoort::png);
        CHECK(w.service.open_file(all[1]).value()->piece(0, 1000) == testing::pdf());
        CHECK(w.listed().at(0).versie == all[0]);
        CHECK(w.in([&](store::Tx& tx) { return w.service.version(tx, w.ruben, all[1].id); }).value().versie == all[1]);
        CHECK(w.events() == std::vector<std::string>{"document.toegevoegd", "document.versie"});
        CHECK(w.service.check(Grondigheid::inhoud).empty());
    });
}

TEST_CASE("a change is told by field, a stale one is refused, and nothing changed is nothing told") {
    in_each_world([](World& w) {
        const Document made = w.added();
        Kenmerkwijziging change{made.id, made.revisie, made.kenmerken};
        const auto run = [&] { return w.in([&](store::Tx& tx) { return w.service.change(tx, w.ruben, change); }); };
        CHECK(run().value() == made);
        change.kenmerken.titel = "Plattegrond";
        change.kenmerken.vertrouwelijkheid = Vertrouwelijkheid::geheim;
        change.kenmerken.inwoner_mag_zien = true;
        const Document changed = run().value();
        CHECK(changed.kenmerken == change.kenmerken);
        CHECK(refusal(run()) == "fout.gewijzigd");
        change.revisie = changed.revisie;
        change.kenmerken.titel = "";
        CHECK(refusal(run()) == "titel document.fout.titel");
        w.in([&](store::Tx& tx) {
            const auto line = journal::timeline_of_object(tx, journal::Object::document, made.id.bytes, {}, 1).at(0);
            CHECK(line.gebeurtenis == "document.gewijzigd");
            CHECK(line.kenmerk("velden") == "titel vertrouwelijkheid inwoner_mag_zien");
            CHECK(line.kenmerk("naar") == "geheim");
            CHECK(line.toelichting == "Situatietekening");
        });
    });
}

TEST_CASE("a withdrawn document stays for employees, is gone for the resident, and changes no more") {
    in_each_world([](World& w) {
        NieuwDocument wanted = w.nieuw();
        wanted.kenmerken.inwoner_mag_zien = true;
        const Document made = w.added(wanted);
        CHECK(w.listed(Lezer::inwoner).size() == 1);
        const auto withdraw = [&](std::int64_t revisie, std::string reden) {
            return w.in([&](store::Tx& tx) { return w.service.withdraw(tx, w.ruben, {made.id, revisie, reden}); });
        };
        CHECK(refusal(withdraw(1, "")) == "reden document.fout.reden");
        const Document gone = withdraw(1, "Verkeerde zaak").value();
        REQUIRE(gone.ingetrokken);
        CHECK(gone.ingetrokken->door == w.v.ruben);
        CHECK(w.listed().at(0).document == gone);
        CHECK(w.listed(Lezer::inwoner).empty());
        CHECK(refusal(withdraw(gone.revisie, "Nog eens")) == "document.fout.ingetrokken");
        CHECK(w.service.open_file(w.last(made.id)));
    });
}

TEST_CASE("a list holds what the reader may see, newest first, in pages") {
    in_each_world([](World& w) {
        std::vector<Id<dichtbij::Document>> made;
        for (int level = 0; level < 8; ++level) {
            NieuwDocument wanted = w.nieuw("Niveau " + std::to_string(level));
            wanted.kenmerken.vertrouwelijkheid = static_cast<Vertrouwelijkheid>(level);
            wanted.kenmerken.inwoner_mag_zien = level % 2 == 0;
            wanted.kenmerken.status = level == 4 ? Documentstatus::in_bewerking : Documentstatus::definitief;
            made.push_back(w.added(wanted).id);
        }
        CHECK(w.listed().size() == 8);
        CHECK(w.listed().front().document.id == made.back());
        CHECK(w.listed(Lezer::medewerker, Vertrouwelijkheid::intern).size() == 3);
        CHECK(w.listed(Lezer::inwoner).size() == 3);
        w.in([&](store::Tx& tx) {
            for (const auto& regel : w.service.of_object(tx, {.bij = w.zaak, .lezer = Lezer::inwoner, .na = {}})) CHECK(mag_inwoner_zien(regel.document));
            CHECK(w.service.count_of_object(tx, {.bij = w.zaak, .lezer = Lezer::inwoner, .na = {}}) == 3);
            std::vector<Id<dichtbij::Document>> paged;
            std::optional<Id<dichtbij::Document>> after;
            while (true) {
                const auto page = w.service.of_object(tx, {.bij = w.zaak, .na = after, .aantal = 3});
                if (page.empty()) break;
                for (const auto& regel : page) paged.push_back(regel.document.id);
                after = page.back().document.id;
            }
            std::reverse(paged.begin(), paged.end());
            CHECK(paged == made);
            CHECK(w.service.of_object(tx, {.bij = {"taak", w.zaak.id}, .na = {}}).empty());
        });
    });
}

TEST_CASE("a document of another gemeente does not exist") {
    in_each_world([](World& w) {
        const Document made = w.added();
        const Versie versie = w.last(made.id);
        const auto ontvangen = w.receive("a.pdf", testing::pdf()).value();
        w.in([&](store::Tx& tx) {
            CHECK(refusal(w.service.get(tx, w.noor, made.id)) == "not found");
            CHECK(refusal(w.service.versions(tx, w.noor, made.id)) == "not found");
            CHECK(refusal(w.service.version(tx, w.noor, versie.id)) == "not found");
            CHECK(refusal(w.service.change(tx, w.noor, {made.id, 1, made.kenmerken})) == "not found");
            CHECK(refusal(w.service.withdraw(tx, w.noor, {made.id, 1, "x"})) == "not found");
            CHECK(refusal(w.service.new_version(tx, w.noor, {made.id, 1, "x", {}}, ontvangen)) == "not found");
            CHECK(refusal(w.service.add(tx, w.noor, w.nieuw(), ontvangen)) == "not found");
            CHECK(w.service.move(tx, w.noor, w.zaak, {"zaak", Uuid{1}}, {}) == 0);
            CHECK(w.service.get(tx, access::system_caller("proef"), made.id));
        });
    });
}

TEST_CASE("what could not be scanned waits, cannot be opened, and is judged later") {
    in_each_world([](World& w) {
        w.scanner.uitslag = Scanuitslag::niet_gelukt;
        const Document clean = w.added();
        const Document infected = w.added(w.nieuw("Besmet"), testing::png());
        CHECK(w.last(clean.id).controle == Controle::wacht);
        CHECK(refusal(w.service.open_file(w.last(clean.id))) == "document.fout.nog_niet_gecontroleerd");
        CHECK(w.service.scan_waiting(w.clock.now()) == 0);
        w.clock.advance(hours(25));
        CHECK(w.service.check(Grondigheid::snel).size() == 2);
        w.scanner.uitslag = Scanuitslag::schoon;
        // Only this one is judged now: the other goes first to a scanner that finds something.
        w.in([&](store::Tx& tx) { tx.run("update document_versie set controle = 'schoon' where document = ?1", infected.id); });
        CHECK(w.service.scan_waiting(w.clock.now()) == 1);
        CHECK(w.service.open_file(w.last(clean.id)));
        w.in([&](store::Tx& tx) { tx.run("update document_versie set controle = 'wacht' where document = ?1", infected.id); });
        w.scanner.uitslag = Scanuitslag::besmet;
        CHECK(w.service.scan_waiting(w.clock.now()) == 1);
        const Versie gone = w.last(infected.id);
        CHECK(gone.controle == Controle::besmet);
        CHECK(gone.vondst == "Eicar");
        CHECK(refusal(w.service.open_file(gone)) == "document.fout.besmet");
        CHECK(w.files.files.size() == 1);
        CHECK(w.service.check(Grondigheid::inhoud).empty());
        CHECK(w.events() == std::vector<std::string>{"document.toegevoegd", "document.toegevoegd", "document.gecontroleerd", "document.besmet"});
    });
}

TEST_CASE("without a scanner nothing is scanned and all can be opened") {
    in_each_world([](World& w) {
        DocumentService service(w.store, w.clock, w.ids, w.files);
        const std::string content = testing::pdf();
        MemoryBytes bytes(content);
        CHECK(service.receive("a.pdf", bytes).value().controle == Controle::geen);
        CHECK(service.scan_waiting(w.clock.now()) == 0);
    });
}

TEST_CASE("destroying takes rows, words and files, and leaves the journal") {
    in_each_world([](World& w) {
        const Document made = w.added();
        const auto ontvangen = w.receive("b.pdf", testing::pdf()).value();
        REQUIRE(w.in([&](store::Tx& tx) { return w.service.new_version(tx, w.ruben, {made.id, 1, "Naam van iemand", {}}, ontvangen); }));
        w.added();
        NieuwDocument elsewhere = w.nieuw();
        elsewhere.bij.id = w.ids.next();
        w.added(elsewhere);
        CHECK(w.files.files.size() == 4);
        const auto destroyed = w.in([&](store::Tx& tx) { return w.service.destroy_of_object(tx, w.zaak, w.clock.now()); });
        CHECK(destroyed.size() == 2);
        CHECK(w.files.files.size() == 1);
        CHECK(w.count("document") == 1);
        CHECK(w.count("document_versie") == 1);
        w.in([&](store::Tx& tx) {
            const auto lines = journal::timeline_of_object(tx, journal::Object::document, made.id.bytes, {}, 10);
            CHECK(lines.size() == 2);
            for (const auto& line : lines) CHECK(!line.toelichting);
        });
    });
}

TEST_CASE("files that nothing names are told and swept after a day, named ones stay") {
    in_each_world([](World& w) {
        w.added();
        MemoryBytes bytes("wees");
        w.files.put(w.ids.make<Bestand>(), bytes);
        CHECK(w.service.check(Grondigheid::snel).empty());
        CHECK(w.service.sweep(w.clock.now()) == 0);
        w.clock.advance(hours(25));
        CHECK(w.service.check(Grondigheid::snel).size() == 1);
        CHECK(w.service.sweep(w.clock.now()) == 1);
        CHECK(w.service.check(Grondigheid::inhoud).empty());
        CHECK(w.files.files.size() == 1);
    });
}

TEST_CASE("check tells a file that is gone, shorter or changed") {
    in_each_world([](World& w) {
        const auto id = w.last(w.added().id).bestand;
        const std::string whole = w.files.files[id];
        w.files.files[id][20] = '!';
        CHECK(w.service.check(Grondigheid::snel).empty());
        CHECK(w.service.check(Grondigheid::inhoud).size() == 1);
        w.files.files[id] = whole.substr(1);
        CHECK(w.service.check(Grondigheid::snel).at(0).find("its row says " + std::to_string(whole.size())) != std::string::npos);
        w.files.files.clear();
        CHECK(w.service.check(Grondigheid::snel).at(0).ends_with("is not there"));
        CHECK(refusal(w.service.open_file(w.listed().at(0).versie)) == "not found");
    });
}

TEST_CASE("documents move with what they belong to, and who gave them can be forgotten") {
    in_each_world([](World& w) {
        NieuwDocument wanted = w.nieuw();
        wanted.door_partij = w.ids.make<Partij>();
        wanted.kenmerken.auteur = "Fatima Idrissi";
        const Document made = w.added(wanted);
        const Documentobject other{"zaak", w.ids.next()};
        const auto werk = w.ids.make<Werk>();
        CHECK(w.in([&](store::Tx& tx) { return w.service.move(tx, w.ruben, w.zaak, other, werk); }) == 1);
        CHECK(w.listed().empty());
        w.in([&](store::Tx& tx) {
            CHECK(w.service.stored(tx, made.id)->bij == other);
            CHECK(w.service.stored(tx, made.id)->werk == werk);
            w.service.forget_partij(tx, *wanted.door_partij, w.clock.now());
            CHECK(w.service.stored(tx, made.id)->kenmerken.auteur.empty());
            CHECK(!w.service.versions(tx, w.ruben, made.id).value()[0].door_partij);
        });
    });
}

TEST_CASE("a store that fails at any statement leaves nothing half done, and the file waits for the sweep") {
    for (const auto& fresh : fresh_stores(schema())) {
        World w(*fresh->store);
        for (int n = 1;; ++n) {
            const auto failing = store::testing::failing_at(*fresh->store, n);
            DocumentService service(*failing, w.clock, w.ids, w.files);
            bool has_thrown = false;
            try {
                const std::string content = testing::pdf();
                MemoryBytes bytes(content);
                const auto ontvangen = service.receive("a.pdf", bytes).value();
                failing->write([&](store::Tx& tx) { return service.add(tx, w.ruben, w.nieuw(), ontvangen); }).value();
            } catch (const store::Unavailable&) {
                has_thrown = true;
            }
            if (!failing->has_failed()) break;
            CHECK(has_thrown);
            CHECK(w.count("document") == 0);
            CHECK(w.count("document_versie") == 0);
            CHECK(w.events().empty());
        }
        CHECK(w.count("document") == 1);
        w.clock.advance(hours(25));
        CHECK(w.service.sweep(w.clock.now()) >= 3);
        CHECK(w.files.files.size() == 1);
    }
}

}  // namespace dichtbij::document::document_service_test
