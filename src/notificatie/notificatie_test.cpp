// The pure rules: what fits a subscription, where may be called, how a webhook is signed, which events are told.

#include "notificatie/notificatie.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/text.h"
#include "json/parse.h"
#include "notificatie/bestemming.h"
#include "notificatie/ondertekening.h"
#include "notificatie/vertelling.h"

namespace dichtbij::notificatie::notificatie_test {
namespace {

Notificatie changed(std::string soort) {
    Notificatie one;
    one.kanaal = "partijen";
    one.hoofd_object = one.resource_url = "/klantinteracties/api/v1/partijen/1";
    one.resource = "partij";
    one.actie = "update";
    one.op = *parse_instant("2026-11-23T09:30:00Z");
    one.kenmerken = {{"soortPartij", std::move(soort)}};
    return one;
}

}  // namespace

TEST_CASE("a subscription hears what has all kenmerken of one of its choices") {
    const Notificatie persoon = changed("persoon");
    CHECK(past(Kanaalkeuze{"partijen", {}}, persoon));
    CHECK(past(Kanaalkeuze{"partijen", {{"soortPartij", "persoon"}}}, persoon));
    CHECK_FALSE(past(Kanaalkeuze{"partijen", {{"soortPartij", "organisatie"}}}, persoon));
    CHECK_FALSE(past(Kanaalkeuze{"klantcontacten", {}}, persoon));
    CHECK_FALSE(past(Kanaalkeuze{"partijen", {{"nummer", "1"}}}, persoon));
    CHECK(past(Kanaalkeuze{"partijen", {{"nummer", "*"}}}, persoon));
    CHECK(past(Kanaalkeuze{"partijen", {{"#actie", "update"}, {"#resource", "partij"}}}, persoon));
    CHECK_FALSE(past(Kanaalkeuze{"partijen", {{"#actie", "create"}}}, persoon));
    Abonnement both;
    both.kanalen = {{"partijen", {{"soortPartij", "organisatie"}}}, {"partijen", {{"soortPartij", "persoon"}}}};
    CHECK(past(both, persoon));
}

TEST_CASE("of what was destroyed nothing is known, so only actie and resource hold it back") {
    Notificatie gone = changed("persoon");
    gone.kenmerken.clear();
    gone.actie = "destroy";
    gone.kenmerken_bekend = false;
    CHECK(past(Kanaalkeuze{"partijen", {{"soortPartij", "persoon"}}}, gone));
    CHECK_FALSE(past(Kanaalkeuze{"partijen", {{"#actie", "create"}}}, gone));
}

TEST_CASE("a notificatie is written as the standard has it, with our address before paths only") {
    Notificatie one = changed("persoon");
    CHECK(as_json(one, "https://kcc.example") ==
          R"({"kanaal":"partijen","hoofdObject":"https://kcc.example/klantinteracties/api/v1/partijen/1","resource":"partij",)"
          R"("resourceUrl":"https://kcc.example/klantinteracties/api/v1/partijen/1","actie":"update","aanmaakdatum":"2026-11-23T09:30:00Z","kenmerken":{"soortPartij":"persoon"}})");
    one.hoofd_object = "https://zaken.example/1";
    CHECK(json::parse(as_json(one, "https://kcc.example"))->find("hoofdObject")->text()->starts_with("https://zaken.example"));
    CHECK(kenmerken_from(as_text(Kenmerken{{"a\"b", "c\n"}})) == Kenmerken{{"a\"b", "c\n"}});
    CHECK(kanalen_from(as_text(std::vector<Kanaalkeuze>{{"partijen", {{"#actie", "create"}}}})).at(0).filters.at("#actie") == "create");
}

TEST_CASE("attempts come further apart until they end, and who keeps failing rests longer") {
    CHECK(wacht_na(1) == seconds(10));
    CHECK(wacht_na(7) == hours(24));
    CHECK_FALSE(wacht_na(8).has_value());
    for (int i = 1; i < 7; ++i) CHECK(*wacht_na(i) < *wacht_na(i + 1));
    CHECK(rust_na(0) == seconds(0));
    CHECK(rust_na(2) == seconds(0));
    CHECK(rust_na(3) == seconds(30));
    CHECK(rust_na(4) == minutes(1));
    CHECK(rust_na(1000) == minutes(8));
}

TEST_CASE("an address is read strictly: no other reader can see another host in it") {
    for (const char* good : {"https://a.example", "https://a.example/", "https://a.example:8443/haak?x=1", "http://10.0.0.1/haak", "https://[2001:db8::1]:1/x", "https://A.Example/x"})
        CHECK_MESSAGE(adres_van(good).has_value(), good);
    CHECK(adres_van("https://A.Example:1/x")->hostnaam == "a.example");
    for (const char* bad : {"", "a.example", "ftp://a.example", "https://", "https:///x", "https://u:p@a.example/", "https://a.example@b.example/", "https://a.example\\@b.example/",
                            "https://a.example/#x", "https://a.example/ x", "https://a.example/\r\nHost: b", "https://a.example:x/", "https://a.example:/", "https://a..example/", "https://.a/",
                            "https://a.example./", "https://[a.example]/", "https://[::1/", "https://[127.0.0.1]/", "https://a_b.example/", "https://ä.example/", "https://a%2eexample/",
                            "file:///etc/passwd", "https://a.example:123456/", "javascript:alert(1)", "HTTPS://a.example/"})
        CHECK_MESSAGE(!adres_van(bad), bad);
    CHECK_FALSE(adres_van("https://a.example/" + std::string(url_limit, 'x')));
}

TEST_CASE("only hosts of the list are called, and what is not public only in a listed network") {
    const Bestemmingen list = Bestemmingen::parse({"ita.example", "*.oeverland.example", "10.20.0.0/16"}).value();
    CHECK(list.mag("https://ita.example/x"));
    CHECK(list.mag("https://kcc.oeverland.example/x"));
    CHECK(list.mag("https://10.20.3.4/x"));
    for (const char* bad : {"https://oeverland.example/", "https://evil-oeverland.example/", "https://ita.example.evil.example/", "https://xita.example/", "https://10.21.0.1/",
                            "https://127.0.0.1/", "https://169.254.169.254/latest/meta-data/", "https://2130706433/", "https://[::ffff:127.0.0.1]/", "https://localhost/"})
        CHECK_MESSAGE(!list.mag(bad), bad);
    CHECK(list.mag_verbinden("https://ita.example/", "93.184.216.34"));
    CHECK(list.mag_verbinden("https://ita.example/", "10.20.9.9"));
    CHECK(list.mag_verbinden("https://ita.example/", "2606:2800:220:1:248:1893:25c8:1946"));
    CHECK(list.mag_verbinden("http://ita.example/", "10.20.9.9"));
    CHECK_FALSE(list.mag_verbinden("http://ita.example/", "93.184.216.34"));
    CHECK_FALSE(list.mag_verbinden("https://evil.example/", "93.184.216.34"));
    for (const char* closed : {"127.0.0.1", "10.21.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::",
                               "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.1.1.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::127.0.0.1", "x", ""})
        CHECK_MESSAGE(!list.mag_verbinden("https://ita.example/", closed), closed);
    const Bestemmingen names = Bestemmingen::parse({"ita.example"}).value();
    CHECK_FALSE(names.mag("http://ita.example/"));
    CHECK_FALSE(Bestemmingen().mag("https://ita.example/"));
    for (const char* bad : {"*", "*.nl", "https://x.example", "a b", "", "10.0.0.0/33", "a.*.example"}) CHECK_MESSAGE(!Bestemmingen::parse({bad}), bad);
}

TEST_CASE("a webhook is signed as Standard Webhooks says") {
    // The example of its own documentation.
    const TeOndertekenen what{"msg_p5jXN8AQM9LWM0D4loKWxJek", Instant(seconds(1614265330)), R"({"test": 2432232314})"};
    CHECK(handtekening(what, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    const std::string one = nieuw_geheim();
    CHECK(one.starts_with("whsec_"));
    CHECK(one.size() == 6 + 44);
    CHECK(one != nieuw_geheim());
    CHECK(handtekening(what, one) != handtekening({what.id, what.op + seconds(1), what.body}, one));
    for (const char* bad : {"", "whsec_", "geheim", "whsec_!!"}) CHECK_FALSE(handtekening(what, bad));
}

TEST_CASE("every event about partijen, klantcontacten and taken is either told or kept silent by name") {
    std::set<std::string> known;
    for (const Vertelling& one : vertellingen()) {
        CHECK_MESSAGE(known.insert(std::string(one.gebeurtenis)).second, one.gebeurtenis);
        REQUIRE(eigen_kanaal(one.kanaal) != nullptr);
    }
    for (const auto one : verzwegen()) CHECK_MESSAGE(known.insert(std::string(one)).second, one);
    for (const auto& file : std::filesystem::directory_iterator("text/nl.d")) {
        std::ifstream in(file.path());
        const auto texts = json::parse(std::string(std::istreambuf_iterator<char>(in), {}));
        REQUIRE(texts.has_value());
        for (const auto& [key, text] : *texts->object())
            for (const char* about : {"gebeurtenis.partij.", "gebeurtenis.klantcontact.", "gebeurtenis.taak."})
                if (key.starts_with(about)) CHECK_MESSAGE(known.contains(key.substr(std::string_view("gebeurtenis.").size())), key);
    }
}

TEST_CASE("what is wrong with channels and notificaties is told by the paths of the API") {
    std::vector<Kanaal> all;
    for (const EigenKanaal& one : eigen_kanalen()) all.push_back(kanaal_of(one, {}));
    const auto first = [&](const std::vector<Kanaalkeuze>& kanalen) {
        const auto errors = problems(kanalen, all);
        return errors.empty() ? std::string() : errors.front().field + " " + errors.front().key;
    };
    CHECK(first({{"partijen", {{"soortPartij", "persoon"}}}}).empty());
    CHECK(first({}) == "kanalen notificatie.fout.geen_kanaal");
    CHECK(first({{"partijen", {}}, {"zaken", {}}}) == "kanalen.1.naam notificatie.fout.kanaal_onbekend");
    CHECK(first({{"internetaken", {{"toelichting", "x"}}}}) == "kanalen.0.filters notificatie.fout.filter_onbekend");
    CHECK(first({{"internetaken", {{"status", ""}}}}) == "kanalen.0.filters notificatie.fout.waarde");
    CHECK(first(std::vector<Kanaalkeuze>(51, {"partijen", {}})) == "kanalen notificatie.fout.te_veel_kanalen");
    CHECK(problems(Kanaal{{}, {}, "zaken", "geen adres", {}, false}).front().field == "documentatie_link");
    CHECK(problems(Kanaal{{}, {}, "zaken", "", {"#actie"}, false}).front().field == "filters");
    CHECK(problems(Kanaal{{}, {}, std::string(51, 'x'), "", {}, false}).front().key == "fout.veld.te_lang");
    CHECK(is_kopwaarde("Bearer abc"));
    for (const char* bad : {"", "a\r\nb: c", "\xc3\xab", "a\tb"}) CHECK_FALSE(is_kopwaarde(bad));
}

TEST_CASE("our own channels have the same id each time, and another one per gemeente") {
    const Id<Gemeente> one{Uuid{1}}, other{Uuid{2}};
    CHECK(kanaal_of(eigen_kanalen()[0], one).id == kanaal_of(eigen_kanalen()[0], one).id);
    CHECK(kanaal_of(eigen_kanalen()[0], one).id != kanaal_of(eigen_kanalen()[0], other).id);
    CHECK(kanaal_of(eigen_kanalen()[0], one).id != kanaal_of(eigen_kanalen()[1], one).id);
    for (const EigenKanaal& kanaal : eigen_kanalen())
        for (const char* free_text : {"interneNotitie", "toelichting", "gevraagdeHandeling"})
            CHECK(std::find(kanaal.filters.begin(), kanaal.filters.end(), free_text) == kanaal.filters.end());
}

}  // namespace dichtbij::notificatie::notificatie_test
