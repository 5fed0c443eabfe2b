#include "app/demo_jaar.h"

#include <doctest/doctest.h>

#include <boost/json/parse.hpp>

#include <fstream>
#include <map>
#include <sstream>

#include "access/sign_in.h"
#include "app/demo_bestanden.h"
#include "app/installation.h"
#include "organisatie/organisatie_service.h"
#include "store/testing.h"

namespace dichtbij::app::demo::demo_jaar_test {
namespace {

using store::testing::TempDir;

// A Tuesday afternoon.
const Instant nu = instant_of(LocalTime(make_day(2026, 11, 24)) + hours(15) + minutes(20));

struct Live {
    explicit Live(DemoOpties wanted) : clock(wanted.tot), opties(wanted) { options.seed = wanted.zaad; }

    Result<DemoUitslag> run() {
        installation = std::make_unique<Installation>(place(), clock, options);
        Installation& in = *installation;
        const auto rules = bericht::bericht_follower(in.base(), "proef", in.berichtmaker);
        return DemoYear({in.store, clock, in.ids, in.accounts, in.organisatie, in.zaaktypen, in.norms, in.partijen, in.werk, in.werktimer, in.attenties, in.contacten, in.taken,
                         in.zaken, in.beloften, in.overleg, in.documenten, in.berichten, in.voorstellen, in.verzenden,
                         [&rules](Instant now) {
                             while (rules->run_once(now, 1000) > 0) {
                             }
                         },
                         [this](Instant) { ++followed; }},
                        opties, [this](const Voortgang& v) { last = v; })
            .run();
    }
    Place place() const {
        Place at;
        at.data = dir.path();
        return at;
    }
    store::Store& store() { return installation->store; }
    template <class T>
    T count(std::string_view sql) {
        return store().read([&](store::Tx& tx) { return tx.value<T>(sql); });
    }

    TempDir dir;
    SimulatedClock clock;
    DemoOpties opties;
    InstallationOptions options;
    std::unique_ptr<Installation> installation;
    Voortgang last;
    int followed = 0;
};

DemoOpties small(int gemeenten = 2) {
    DemoOpties opties;
    opties.contacten_per_jaar = 1500;
    opties.gemeenten = gemeenten;
    opties.tot = nu;
    return opties;
}

std::string starter_catalogue() {
    std::ifstream file("catalogus/zaaktypen.json");
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> faults(Live& live) {
    return live.store().read([&](store::Tx& tx) {
        auto all = werk::werk_check(tx, nu);
        for (const auto& fault : klantcontact::klantcontact_check(tx, live.installation->werk)) all.push_back(fault);
        for (const auto& fault : taak::taak_check(tx, live.installation->werk)) all.push_back(fault);
        for (const auto& fault : zaak::zaak_check(tx, live.installation->werk, nu)) all.push_back(fault);
        for (const auto& fault : bericht::bericht_check(tx, nu)) all.push_back(fault);
        return all;
    });
}

}  // namespace

TEST_CASE("a demo year ends now, with work of every kind, and the store is whole") {
    DemoOpties opties = small();
    opties.zaaktypen = starter_catalogue();
    Live live(opties);
    const auto uitslag = live.run();
    REQUIRE_MESSAGE(uitslag.has_value(), uitslag.error().detail);
    CHECK(live.clock.now() == nu);
    CHECK(uitslag->gemeenten == std::vector<std::string>{"oeverland", "heidedal"});
    CHECK(uitslag->contacten > 1300);
    CHECK(uitslag->contacten < 1700);
    CHECK(uitslag->gesprekken < uitslag->contacten);
    CHECK(uitslag->partijen > 250);
    CHECK(uitslag->open > 0);
    CHECK(live.count<std::int64_t>("select count(*) from klantcontact") == uitslag->contacten);
    CHECK(live.count<std::int64_t>("select count(*) from werk where soort = 'taak' and ouder is null and gesloten_op is null") == uitslag->open);
    CHECK(live.count<std::int64_t>("select count(*) from journaal where op > " + std::to_string(nu.time_since_epoch().count())) == 0);
    CHECK(live.last.dagen_klaar == live.last.dagen);
    CHECK(live.followed == live.last.dagen + 1);
    CHECK(faults(live) == std::vector<std::string>{});

    CHECK(live.count<std::int64_t>("select count(*) from zaaktype_versie where status = 'gepubliceerd'") >= 2 * 30);
    CHECK(live.count<std::int64_t>("select count(*) from zaaktype_versie where status = 'ontwerp'") > 0);
    CHECK(live.count<std::int64_t>("select count(distinct zaaktype) from zaaktype_onderwerp") > 2 * 15);

    const auto kept = live.count<std::int64_t>("select count(*) from toezegging where stand = 'gehaald'");
    const auto missed = live.count<std::int64_t>("select count(*) from toezegging where gemist_op is not null");
    CHECK(missed > 0);
    CHECK(kept > 5 * missed);
    CHECK(kept < 12 * missed);
    CHECK(live.count<std::int64_t>("select count(*) from afwezigheid") > 100);
    CHECK(live.count<std::int64_t>("select count(*) from belpoging where resultaat <> 'gesproken'") > 10);
    CHECK(live.count<std::int64_t>("select count(*) from journaal where gebeurtenis = 'werk.geescaleerd'") > 10);
}

TEST_CASE("cases of the demo year are in every state, and their documents and messages are there") {
    DemoOpties opties = small();
    opties.contacten_per_jaar = 6000;
    opties.zaaktypen = starter_catalogue();
    Live live(opties);
    const auto uitslag = live.run();
    REQUIRE_MESSAGE(uitslag.has_value(), uitslag.error().detail);
    const auto count = [&](const std::string& sql) { return live.count<std::int64_t>("select count(*) from " + sql); };
    CHECK(uitslag->zaken > 240);
    CHECK(uitslag->zaken < 400);
    CHECK(count("zaak") == uitslag->zaken);
    CHECK(live.count<std::int64_t>("select count(distinct zaaktype) from zaak") >= 20);
    CHECK(count("zaak where klantcontact is not null") > 20);
    CHECK(count("zaak where gesloten_op is null") > 8);
    CHECK(count("zaak where gesloten_op is null and opgeschort = 1") > 0);
    CHECK(live.count<std::int64_t>("select count(distinct status) from zaak where gesloten_op is null") >= 3);
    CHECK(count("zaak where gesloten_op is not null and (archiefactiedatum is not null or zonder_archiefdatum is not null)") == count("zaak where gesloten_op is not null"));
    CHECK(live.count<std::int64_t>("select count(distinct resultaat) from zaak where gesloten_op is not null") > 8);
    CHECK(count("zaak_besluit where reactie_datum is not null") > 50);
    CHECK(count("zaaktaak where gesteld_op is not null") > 15);
    CHECK(count("zaak_opschorting") > 15);
    CHECK(count("journaal where gebeurtenis = 'zaak.ingetrokken'") > 0);
    CHECK(count("journaal where gebeurtenis = 'werk.belofte_verzet' and werk in (select werk from zaak)") > 3);
    CHECK(count("document") > 10);
    CHECK(count("bericht where staat = 'verzonden'") > 400);
    CHECK(count("bericht where door is not null") > 100);
    CHECK(count("vastloper where behandeld_op is null") > 0);
    for (const std::string afloop : {"stap_afgesproken", "andere_eigenaar", "loopt_weer", "gesloten"}) {
        CAPTURE(afloop);
        CHECK(count("vastloper where afloop = '" + afloop + "'") > 0);
    }
    CHECK(count("vastloper where behandeld_door is not null and journaal is null") == 0);
    CHECK(count("journaal where gebeurtenis = 'zaak.overleg_stap'") > 3);
    CHECK(faults(live) == std::vector<std::string>{});
    CHECK(live.installation->documenten.check(document::Grondigheid::inhoud) == std::vector<std::string>{});
}

TEST_CASE("a resident of each gemeente has a case with a question for him, documents and a promise that was moved") {
    DemoOpties opties = small();
    opties.zaaktypen = starter_catalogue();
    Live live(opties);
    REQUIRE(live.run().has_value());
    live.store().read([&](store::Tx& tx) {
        const auto cases = tx.rows<Uuid>(
            "select z.id from zaak z join werk w on w.id = z.werk where z.gesloten_op is null and z.opgeschort = 1 "
            "and exists (select 1 from zaaktaak t where t.zaak = z.id and t.gesteld_op is not null and t.uitkomst is null) "
            "and (select count(*) from document d where d.object = z.id) >= 2 and (select count(*) from toezegging g where g.werk = w.id) >= 2 "
            "and (select count(*) from bericht b where b.werk = w.id) >= 3");
        CHECK(cases.size() >= 2);
    });
}

TEST_CASE("the same seed and day give the same year, and a later hour only adds to it") {
    std::map<std::string, std::string> seen[3];
    for (int i = 0; i < 3; ++i) {
        DemoOpties opties = small(1);
        opties.contacten_per_jaar = 500;
        opties.zaaktypen = starter_catalogue();
        if (i == 2) opties.tot = nu - hours(5);
        Live live(opties);
        REQUIRE(live.run().has_value());
        live.store().read([&](store::Tx& tx) {
            for (const auto& zaak : tx.rows<std::string>("select nummer from zaak"))
                seen[i].emplace(zaak, tx.value<std::string>("select omschrijving || geregistreerd_op from zaak where nummer = ?1", zaak));
            for (const auto& nummer : tx.rows<std::string>("select nummer from klantcontact"))
                seen[i].emplace(nummer, tx.value<std::string>("select inhoud || onderwerp || plaatsgevonden_op from klantcontact where nummer = ?1", nummer));
        });
    }
    CHECK(seen[0] == seen[1]);
    CHECK(seen[2].size() <= seen[0].size());
    for (const auto& [nummer, tekst] : seen[2]) CHECK(seen[0][nummer] == tekst);
}

TEST_CASE("demo accounts stand in a file for tests to read, and sign in without a second factor") {
    Live live(small(1));
    live.opties.contacten_per_jaar = 500;
    const auto uitslag = live.run();
    REQUIRE(uitslag.has_value());
    CHECK(uitslag->gemeenten == std::vector<std::string>{"oeverland"});
    write_demo_files(live.dir.path(), uitslag->accounts);
    std::ostringstream text;
    text << std::ifstream(accounts_file(live.dir.path())).rdbuf();
    const auto list = boost::json::parse(text.str()).as_array();
    std::map<std::string, int> rollen;
    for (const auto& one : list) {
        ++rollen[std::string(one.at("rol").as_string())];
        const auto signed_in = access::sign_in(live.installation->accounts, std::string_view(one.at("email").as_string()), std::string(one.at("wachtwoord").as_string()),
                                               {"127.0.0.1", "proef"});
        CHECK(signed_in.has_value());
        CHECK(one.at("gemeente").as_string() == "oeverland");
    }
    CHECK(rollen["kcc_medewerker"] >= 2);
    for (const char* rol : {"behandelaar", "teamleider", "manager", "beheerder"}) CHECK(rollen[rol] >= 1);
    std::ostringstream settings;
    settings << std::ifstream(live.place().dir().settings()).rdbuf();
    CHECK(settings.str().find("trusted_networks = 127.0.0.0/8, ::1/128") != std::string::npos);
    CHECK(live.run().error().reason == Reason::conflict);
}

TEST_CASE("options of the demo that cannot be are refused by name") {
    for (const auto& [change, field] : std::vector<std::pair<std::function<void(DemoOpties&)>, std::string>>{
             {[](DemoOpties& o) { o.jaren = 0; }, "years"},
             {[](DemoOpties& o) { o.jaren = 6; }, "years"},
             {[](DemoOpties& o) { o.contacten_per_jaar = 10; }, "contacts-per-year"},
             {[](DemoOpties& o) { o.gemeenten = 3; }, "gemeenten"}}) {
        DemoOpties opties = small();
        change(opties);
        Live live(opties);
        const auto uitslag = live.run();
        REQUIRE_FALSE(uitslag.has_value());
        CHECK(uitslag.error().fields.at(0).field == field);
    }
}

}  // namespace dichtbij::app::demo::demo_jaar_test
