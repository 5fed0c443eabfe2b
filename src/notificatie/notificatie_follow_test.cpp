// From an act to a notificatie on its way, on both stores.

#include "notificatie/notificatie_follow.h"

#include <doctest/doctest.h>

#include "access/account_beheer.h"
#include "notificatie/bewaring.h"
#include "notificatie/levering_store.h"
#include "support/notificatie.h"

namespace dichtbij::notificatie::notificatie_follow_test {
namespace {

using testing::in_each_verteller;
using testing::Ontvangen;
using testing::Verteller;
using access::Actie;
using access::Groep;

const std::string a_url = "https://a.example/haak";
const std::vector<Kanaalkeuze> alles{{"partijen", {}}, {"klantcontacten", {}}, {"internetaken", {}}};

std::vector<std::string> told(const Verteller& t) {
    std::vector<std::string> all;
    for (const Ontvangen& one : t.web.ontvangen) all.push_back(one.veld("kanaal") + " " + one.veld("actie"));
    return all;
}

taak::Gemaakt handed_on(Verteller& t, const std::function<void(klantcontact::NieuwKlantcontact&)>& edit = {}) {
    auto nieuw = t.contact(klantcontact::Afloop::doorgezet);
    if (edit) edit(nieuw);
    const auto contact = t.registered(nieuw).klantcontact;
    taak::NieuweTaak taak;
    taak.klantcontact = contact.id;
    taak.gevraagde_handeling = "Bel mevrouw Idrissi";
    taak.toelichting = "Zij woont op Kastanjelaan 18";
    return t.taken.create(t.tom(), taak).value();
}

}  // namespace

TEST_CASE("an act at the desk is told once to who hears its channel, with codes and addresses only") {
    in_each_verteller([](Verteller& t) {
        t.abonneer(a_url, alles);
        handed_on(t);
        CHECK(t.tell() == 2);
        REQUIRE(told(t) == std::vector<std::string>{"klantcontacten create", "internetaken create"});
        const Ontvangen& contact = t.web.ontvangen[0];
        CHECK(contact.url == a_url);
        CHECK(contact.kop("Authorization") == "Bearer geheim");
        CHECK(contact.kop("Content-Type") == "application/json");
        CHECK(contact.veld("resource") == "klantcontact");
        CHECK(contact.veld("hoofdObject") == contact.veld("resourceUrl"));
        CHECK(contact.veld("resourceUrl").starts_with("https://kcc.example/klantinteracties/api/v1/klantcontacten/"));
        const Ontvangen& taak = t.web.ontvangen[1];
        CHECK(taak.veld("resource") == "internetaak");
        CHECK(taak.body.find("\"status\":\"te_verwerken\"") != std::string::npos);
        for (const Ontvangen& one : t.web.ontvangen)
            for (const char* secret : {"Idrissi", "Fatima", "Kastanjelaan", "beuk", "Bel", "telefoon", "toelichting", "Handeling"})
                CHECK_MESSAGE(one.body.find(secret) == std::string::npos, secret);
        CHECK(t.tell() == 0);
        CHECK(t.told_faults().empty());
    });
}

TEST_CASE("a person is told about when made, changed and erased; looking is told to nobody") {
    in_each_verteller([](Verteller& t) {
        t.abonneer(a_url, {{"partijen", {{"soortPartij", "persoon"}}}});
        const auto yusuf = t.person("Yusuf", "Demir", t.v.oeverland);
        t.rename(yusuf, "Joesoef");
        CHECK(t.partijen.wis(access::system_caller("proef"), {yusuf, partij::Wisgrond::verzoek, "op verzoek"}).has_value());
        t.tell();
        CHECK(told(t) == std::vector<std::string>{"partijen create", "partijen update", "partijen destroy"});
        t.person("Elders", "Jansen", t.v.heidedal);
        CHECK(t.tell() == 0);
    });
}

TEST_CASE("a taak is told about again when it ends, is reopened, or is taken over by a case") {
    in_each_verteller([](Verteller& t) {
        t.abonneer(a_url, {{"internetaken", {}}});
        auto made = handed_on(t);
        t.tell();
        t.web.ontvangen.clear();
        made.werk = t.werk.accept(t.ruben(), made.werk.id, made.werk.versie).value().werk;
        CHECK(t.tell() == 0);
        const auto closed = t.taken.close(t.ruben(), {{made.werk.id, made.werk.versie}, werk::Uitkomst::beantwoord, "Dat mag.", true}).value();
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen[0].body.find("\"status\":\"verwerkt\"") != std::string::npos);
        REQUIRE(t.taken.reopen(t.ruben(), {closed.werk.id, closed.werk.versie}, "Nog een vraag").has_value());
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen[1].body.find("\"status\":\"te_verwerken\"") != std::string::npos);
        CHECK(told(t) == std::vector<std::string>{"internetaken update", "internetaken update"});
    });
}

TEST_CASE("an application hears only of what it may read") {
    in_each_verteller([](Verteller& t) {
        const access::Recht horen{Groep::notificaties, Actie::lezen};
        const auto only_taken = t.applicatie(Verteller::rechten({horen, {Groep::taken, Actie::lezen}}));
        const auto refused = t.abonnementen.subscribe(t.als(only_taken), t.v.oeverland, {a_url, "x", alles});
        REQUIRE_FALSE(refused.has_value());
        CHECK(refused.error().fields.size() == 2);
        CHECK(refused.error().fields[0].key == "notificatie.fout.geen_recht");
        t.abonneer(only_taken, a_url, {{"internetaken", {}}});
        const auto narrowed = t.applicatie(Verteller::alle_rechten());
        t.abonneer(narrowed, "https://b.example/haak", alles);
        const auto blad = t.toepassingen.get(t.beheerder(), narrowed.id).value().applicatie;
        REQUIRE(t.toepassingen.change(t.beheerder(), narrowed.id, blad.versie, {"Smaller", "", Verteller::rechten({horen, {Groep::partijen, Actie::lezen}}), false, {}, {}}).has_value());
        handed_on(t);
        t.person("Yusuf", "Demir", t.v.oeverland);
        t.tell();
        CHECK(t.web.ontvangen.size() == 2);
        for (const Ontvangen& one : t.web.ontvangen) CHECK(one.veld("kanaal") == (one.url == a_url ? "internetaken" : "partijen"));
    });
}

TEST_CASE("of a confidential contact hears who may read it, and no webhook") {
    in_each_verteller([](Verteller& t) {
        t.webhook("https://b.example/open", alles);
        t.abonneer(t.applicatie(Verteller::alle_rechten()), "https://a.example/gewoon", alles);
        t.abonneer(t.applicatie(Verteller::alle_rechten(), true), "https://a.example/vertrouwelijk", alles);
        handed_on(t, [](klantcontact::NieuwKlantcontact& nieuw) { nieuw.inhoud.vertrouwelijk = true; });
        t.tell();
        CHECK(t.web.ontvangen.size() == 2);
        for (const Ontvangen& one : t.web.ontvangen) CHECK(one.url == "https://a.example/vertrouwelijk");
    });
}

TEST_CASE("who subscribes hears what happens from then on, and who is switched off nothing") {
    in_each_verteller([](Verteller& t) {
        t.person("Eerder", "Dan", t.v.oeverland);
        t.clock.advance(seconds(1));
        const auto haak = t.webhook(a_url).abonnement;
        t.follow();
        CHECK(t.rows("levering") == 0);
        t.person("Daarna", "Wel", t.v.oeverland);
        t.follow();
        CHECK(t.regel(haak).wachtend == 1);
        const auto off = t.abonnementen.switch_off(t.beheerder(), haak.id, haak.versie).value();
        CHECK(t.regel(haak).wachtend == 0);
        t.person("Tussendoor", "Niet", t.v.oeverland);
        CHECK(t.tell() == 0);
        REQUIRE(t.abonnementen.switch_on(t.beheerder(), haak.id, off.versie).has_value());
        t.person("Weer", "Wel", t.v.oeverland);
        CHECK(t.tell() == 1);
        CHECK(t.told_faults().empty());
    });
}

TEST_CASE("what nobody hears is not kept, and what was told goes after thirty days") {
    in_each_verteller([](Verteller& t) {
        t.person("Niemand", "Hoort", t.v.oeverland);
        t.follow();
        CHECK(t.rows("notificatie") == 0);
        t.webhook(a_url);
        t.person("Iemand", "Hoort", t.v.oeverland);
        t.tell();
        access::Bewaring bewaring(t.store);
        bewaring.add(bewaar_regels());
        bewaring.run(t.clock.now() + days(29));
        CHECK(t.rows("levering") == 1);
        CHECK(t.rows("notificatie") == 1);
        bewaring.run(t.clock.now() + days(32));
        CHECK(t.rows("levering") == 0);
        CHECK(t.rows("notificatie") == 0);
        t.person("Nog", "Onderweg", t.v.oeverland);
        t.follow();
        bewaring.run(t.clock.now() + days(32));
        CHECK(t.rows("notificatie") == 1);
    });
}

TEST_CASE("what an import brought in is told to nobody") {
    in_each_verteller([](Verteller& t) {
        t.abonneer(a_url, alles);
        auto old = t.contact(klantcontact::Afloop::doorgezet);
        old.import = klantcontact::Import{"OUD-1", {}, {}};
        REQUIRE(t.contacten.register_klantcontact(access::system_caller("import"), old).has_value());
        CHECK(t.tell() == 0);
    });
}

TEST_CASE("a follower that breaks at any statement tells everything once in the end") {
    const auto fresh = fresh_sqlite(testing::verteller_schema());
    Verteller t(*fresh->store);
    t.webhook(a_url);
    for (int i = 0; i < 3; ++i) t.person("Persoon", std::to_string(i), t.v.oeverland);
    for (int n = 1;; ++n) {
        const auto failing = failing_at(*fresh->store, n);
        const auto follower = notificatie_follower(*failing, "proef", t.notificeerder);
        try {
            follower->run_once(t.clock.now(), 500);
        } catch (const store::Unavailable&) {
        }
        if (!failing->has_failed()) break;
        CHECK(t.rows("levering") == 0);
    }
    CHECK(t.rows("levering") == 3);
    t.follow();
    CHECK(t.rows("levering") == 3);
    CHECK(t.bezorger.run_until_idle(t.clock.now()) == 3);
}

TEST_CASE("the component of the settings hears everything of its gemeenten, after it has our channels") {
    in_each_verteller([](Verteller& t) {
        t.opties.component = {"https://nrc.example/api/v1", "dichtbij", "heel-geheim", ""};
        t.abonnementen.prepare_component();
        t.abonnementen.prepare_component();
        CHECK(t.rows("abonnement") == 2);
        t.web.body = "[]";
        t.person("Yusuf", "Demir", t.v.oeverland);
        handed_on(t);
        CHECK(t.tell() == 3);
        std::vector<std::string> urls;
        for (const Ontvangen& one : t.web.ontvangen) urls.push_back(one.url);
        const std::string base = "https://nrc.example/api/v1/";
        CHECK(urls == std::vector<std::string>{base + "kanaal?naam=internetaken", base + "kanaal", base + "kanaal?naam=klantcontacten", base + "kanaal", base + "kanaal?naam=partijen",
                                               base + "kanaal", base + "notificaties", base + "notificaties", base + "notificaties"});
        CHECK(t.web.ontvangen[1].body == R"({"naam":"internetaken","filters":["nummer","status"]})");
        const std::string bearer = t.web.ontvangen.back().kop("Authorization");
        REQUIRE(bearer.starts_with("Bearer "));
        CHECK(std::count(bearer.begin(), bearer.end(), '.') == 2);
        t.rename(t.fatima, "Fatma");
        CHECK(t.tell() == 1);
        CHECK(t.web.ontvangen.size() == 10);
    });
}

}  // namespace dichtbij::notificatie::notificatie_follow_test
