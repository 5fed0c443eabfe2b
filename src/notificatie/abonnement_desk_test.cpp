// The screens of the administrator.

#include <doctest/doctest.h>

#include "notificatie/notificatie_routes.h"
#include "support/bureau.h"
#include "support/notificatie.h"

namespace dichtbij::notificatie::abonnement_desk_test {
namespace {

using testing::Formulier;
using testing::holds;
using testing::location;
using testing::Verteller;

struct Bureau : testing::Bureau {
    explicit Bureau(Verteller& t) : testing::Bureau(t.store, t.clock, t.beheerder()), organisatie(t.store, t.clock, t.ids) {
        add_routes(*this, {t.abonnementen, t.kanalen, t.bezorgen, organisatie});
    }
    organisatie::OrganisatieService organisatie;
};

template <class F>
void at_the_desk(F test) {
    testing::in_each_verteller([&](Verteller& t) {
        Bureau bureau(t);
        test(t, bureau);
    });
}

std::string text_between(const std::string& page, const std::string& from, const std::string& to) {
    const auto at = page.find(from);
    if (at == std::string::npos) return {};
    return page.substr(at + from.size(), page.find(to, at + from.size()) - at - from.size());
}

const std::string a_url = "https://a.example/haak";

}  // namespace

TEST_CASE("while nobody hears anything the page says how that starts, in both languages") {
    at_the_desk([](Verteller& t, Bureau& bureau) {
        CHECK(holds(bureau.look("/beheer/notificaties"), "Nog niemand krijgt notificaties"));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beheer/notificaties"), "Nobody gets notifications yet"));
        bureau.taal = html::Taal::nl;
        t.opties.basis.clear();
        t.opties.bestemmingen = {};
        const auto page = bureau.look("/beheer/notificaties");
        CHECK(holds(page, "api_url"));
        CHECK(holds(page, "notification_hosts"));
        bureau.caller = t.tom();
        CHECK(bureau.look("/beheer/notificaties").status == 403);
        CHECK(bureau.look("/beheer/notificaties/nieuw").status == 403);
        CHECK(bureau.look("/beheer/notificaties/mislukt").status == 403);
    });
}

TEST_CASE("a webhook is made with a secret that is shown once, and its page never shows it") {
    at_the_desk([](Verteller& t, Bureau& bureau) {
        const Formulier good{{"gemeente", t.v.oeverland.text()}, {"naam", "Dataplatform"}, {"callback_url", a_url}, {"kanalen", "partijen"}, {"kanalen", "internetaken"}};
        const auto made = bureau.send("/beheer/notificaties/nieuw", good);
        CHECK(made.status == 200);
        CHECK(made.headers.get("Cache-Control") == "no-store");
        const std::string secret = text_between(made.body, "<code id=\"geheim\">", "</code>");
        CHECK(secret.starts_with("whsec_"));
        const auto list = bureau.look("/beheer/notificaties");
        CHECK(holds(list, "Dataplatform"));
        CHECK(holds(list, "a.example"));
        const auto one = t.abonnementen.list(t.beheerder()).value().at(0).abonnement;
        const auto page = bureau.look("/beheer/notificaties/" + one.id.text());
        CHECK(holds(page, "Webhook met handtekening"));
        CHECK_FALSE(holds(page, secret));
        const auto again = bureau.send("/beheer/notificaties/" + one.id.text() + "/geheim", {{"versie", std::to_string(one.versie)}});
        CHECK(text_between(again.body, "<code id=\"geheim\">", "</code>") != secret);
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beheer/notificaties/" + one.id.text()), "Signed webhook"));
    });
}

TEST_CASE("what is filled in wrongly stands beside its field, and what was typed stays") {
    at_the_desk([](Verteller& t, Bureau& bureau) {
        const auto send = [&](const std::string& naam, const std::string& url, const std::string& kanaal) {
            return bureau.send("/beheer/notificaties/nieuw", {{"gemeente", t.v.oeverland.text()}, {"naam", naam}, {"callback_url", url}, {"kanalen", kanaal}});
        };
        const auto foreign = send("Haak", "https://evil.example/", "partijen");
        CHECK(foreign.status == 422);
        CHECK(holds(foreign, "notification_hosts"));
        CHECK(holds(foreign, "https://evil.example/"));
        CHECK(holds(send("", a_url, "partijen"), "Vul een naam in."));
        CHECK(holds(send("Haak", "a.example", "partijen"), "Vul een heel adres in"));
        CHECK(holds(send("Haak", a_url, "nergens"), "Dit kanaal is er niet."));
        CHECK(bureau.send("/beheer/notificaties/nieuw", {{"gemeente", t.v.oeverland.text()}, {"naam", "Haak"}, {"callback_url", a_url}}).status == 422);
        CHECK(bureau.send("/beheer/notificaties/nieuw", {{"gemeente", t.v.heidedal.text()}, {"naam", "Haak"}, {"callback_url", a_url}, {"kanalen", "partijen"}}).status == 403);
        t.opties.basis.clear();
        CHECK(holds(send("Haak", a_url, "partijen"), "De instelling api_url is leeg."));
        CHECK(t.rows("abonnement") == 0);
    });
}

TEST_CASE("what did not arrive stands there with who, what, why and since when, and can be sent again") {
    at_the_desk([](Verteller& t, Bureau& bureau) {
        const auto haak = t.webhook(a_url).abonnement;
        t.web.kiest = [](const testing::Ontvangen&) { return 503; };
        t.person("Yusuf", "Demir", t.v.oeverland);
        CHECK(holds(bureau.look("/beheer/notificaties/mislukt"), "Alles kwam aan"));
        for (int i = 0; i < 8; ++i) {
            t.tell();
            t.clock.advance(hours(25));
        }
        CHECK(holds(bureau.look("/beheer/notificaties"), "1 notificatie kwam niet aan."));
        const auto page = bureau.look("/beheer/notificaties/mislukt");
        for (const char* told : {"a.example", "partij gemaakt", "De ontvanger weigerde met antwoord 503", "8 pogingen", "Stuur opnieuw"}) CHECK_MESSAGE(holds(page, told), told);
        CHECK(holds(page, haak.naam));
        for (const char* secret : {"Yusuf", "Demir"}) CHECK_FALSE(holds(page, secret));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beheer/notificaties/mislukt"), "The receiver refused with answer 503"));
        bureau.taal = html::Taal::nl;
        const auto levering = t.dode().at(0).levering.id.text();
        const auto sent = bureau.send("/beheer/notificaties/mislukt/opnieuw", {{"levering", levering}, {"terug", "//evil.example"}});
        CHECK(location(sent).starts_with("/beheer/notificaties/mislukt"));
        t.web.kiest = {};
        CHECK(t.tell() == 1);
        CHECK(holds(bureau.look("/beheer/notificaties/mislukt?klaar=opnieuw"), "De notificatie gaat opnieuw."));
        CHECK(bureau.send("/beheer/notificaties/mislukt/opnieuw", {{"levering", levering}}).status == 409);
        CHECK(bureau.send("/beheer/notificaties/mislukt/opnieuw", {{"levering", "x"}}).status == 404);
    });
}

TEST_CASE("an administrator switches a subscription of an application off and on, and cannot change it") {
    at_the_desk([](Verteller& t, Bureau& bureau) {
        const auto one = t.abonneer(a_url, {{"partijen", {{"soortPartij", "persoon"}}}});
        const std::string url = "/beheer/notificaties/" + one.id.text();
        const auto page = bureau.look(url);
        CHECK(holds(page, "Abonnement van een applicatie"));
        CHECK(holds(page, "Partijen (deels)"));
        CHECK_FALSE(holds(page, "Bearer geheim"));
        CHECK_FALSE(holds(page, "name=\"callback_url\""));
        CHECK(bureau.send(url, {{"versie", "1"}, {"naam", "x"}, {"callback_url", a_url}, {"kanalen", "partijen"}}).status == 409);
        CHECK(location(bureau.send(url + "/uit", {{"versie", "1"}})) == url + "?klaar=bewaard");
        CHECK(holds(bureau.look(url), "Uitgezet:"));
        CHECK(bureau.send(url + "/aan", {{"versie", "1"}}).status == 409);
        CHECK(bureau.send(url + "/aan", {{"versie", "2"}}).status == 303);
        CHECK(location(bureau.send(url + "/verwijder", {{"versie", "3"}})) == "/beheer/notificaties?klaar=bewaard");
        CHECK(bureau.look(url).status == 404);
        CHECK(bureau.look("/beheer/notificaties/x").status == 404);
    });
}

TEST_CASE("a webhook is changed on its page, and keeps what its channels are filtered on") {
    at_the_desk([](Verteller& t, Bureau& bureau) {
        const auto haak = t.webhook(a_url, {{"partijen", {{"soortPartij", "persoon"}}}}).abonnement;
        const std::string url = "/beheer/notificaties/" + haak.id.text();
        const Formulier form{{"versie", "1"}, {"naam", "Anders"}, {"callback_url", "https://b.example/"}, {"kanalen", "partijen"}, {"kanalen", "klantcontacten"}};
        CHECK(bureau.send(url, form).status == 303);
        const auto stored = t.regel(haak).abonnement;
        CHECK(stored.naam == "Anders");
        CHECK(stored.callback_url == "https://b.example/");
        CHECK(stored.kanalen == std::vector<Kanaalkeuze>{{"partijen", {{"soortPartij", "persoon"}}}, {"klantcontacten", {}}});
        CHECK(bureau.send(url, form).status == 409);
        CHECK(bureau.send(url, {{"versie", "2"}, {"naam", ""}, {"callback_url", "x"}, {"kanalen", "partijen"}}).status == 422);
    });
}

}  // namespace dichtbij::notificatie::abonnement_desk_test
