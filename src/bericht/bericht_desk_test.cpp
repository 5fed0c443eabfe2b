#include "bericht/bericht_render.h"
#include "bericht/bericht_routes.h"
#include "support/bureau.h"
#include "support/post.h"

namespace dichtbij::bericht::bericht_desk_test {
namespace {

using dichtbij::testing::Formulier;
using dichtbij::testing::holds;
using dichtbij::testing::location;
using http::Response;
using testing::Post;

// The screens over an outbox.
struct Bureau : dichtbij::testing::Bureau {
    explicit Bureau(Post& p) : dichtbij::testing::Bureau(p.store, p.clock, p.marleen()) {
        add_routes(*this, {p.store, p.berichten, p.verzenden, p.beheer, p.partijen, testing::texts()});
    }
};

struct Opened {
    std::unique_ptr<FreshStore> fresh = fresh_sqlite(testing::post_schema());
    Post p{*fresh->store};
    Bureau b{p};
    std::string sjablonen = "/beheer/sjablonen/" + p.v.oeverland.text();
    std::string regels = "/beheer/berichtregels/" + p.v.oeverland.text();
};

std::string url_of(const Bericht& one) { return "/berichten/" + one.id.text(); }
std::string versie(std::int64_t number) { return std::to_string(number); }

}  // namespace

TEST_CASE("every screen opens in both languages with all its words") {
    Opened o;
    const Bericht one = o.p.wrote(o.p.words(o.p.asked()));
    o.b.caller = o.p.beheerder();
    REQUIRE(o.p.beheer.save_ontwerp(o.b.caller, {o.p.v.oeverland, "status", testing::standaard().sjabloon("status")->inhoud, 0}));
    for (const auto taal : {html::Taal::nl, html::Taal::en}) {
        o.b.taal = taal;
        for (const std::string& url : {std::string("/berichten"), std::string("/berichten?staat=wacht"), std::string("/berichten?staat=mislukt"), std::string("/berichten?wie=van_mij"),
                                       std::string("/berichten?nummer=K-2026-100001"), url_of(one), o.sjablonen, o.sjablonen + "/status", o.sjablonen + "/besluit", o.regels,
                                       o.regels + "?gebeurtenis=zaak.geopend", o.regels + "?gebeurtenis=taak.belpoging&kenmerk=resultaat&waarde=geen_gehoor"}) {
            CAPTURE(url);
            CHECK(o.b.look(url).status == 200);
        }
    }
}

TEST_CASE("the outbox lists what goes to whom and when, and says so when there is nothing") {
    Opened o;
    CHECK(holds(o.b.look("/berichten"), "Geen berichten"));
    CHECK(holds(o.b.look("/berichten?staat=mislukt"), "Niets mislukt"));
    const auto werk = o.p.asked();
    o.p.set("2026-11-23 21:00");
    o.p.wrote(o.p.words(werk));
    const auto page = o.b.look("/berichten");
    for (const char* words : {"Uw antwoord komt op een andere dag", "Fatima Idrissi", "Wacht", "8.00 uur", "Ruben"}) CHECK_MESSAGE(holds(page, words), words);
    CHECK(holds(page, werk.nummer));
    o.b.caller = o.p.ilse();
    CHECK_FALSE(holds(o.b.look("/berichten"), "Uw antwoord"));
    CHECK(o.b.look("/berichten?gemeente=" + o.p.v.heidedal.text()).status == 404);
}

TEST_CASE("a message is read as the resident will, changed and withdrawn while it waits") {
    Opened o;
    o.p.set("2026-11-23 21:00");
    const Bericht one = o.p.wrote(o.p.words(o.p.asked()));
    o.b.caller = o.p.ruben();
    CHECK(holds(o.b.look(url_of(one)), "<p>Beste Fatima,</p><p>Het wordt vrijdag.</p>"));
    const Formulier typed{{"versie", versie(one.versie)}, {"bericht_onderwerp", "Nieuw"}, {"bericht_tekst", "Het wordt <b>maandag</b>."}, {"bericht_taal", "nld"}};
    CHECK(location(o.b.send(url_of(one), typed)) == url_of(one) + "?gedaan=bewaard");
    CHECK(holds(o.b.look(url_of(one) + "?gedaan=bewaard"), "Bewaard."));
    CHECK(holds(o.b.look(url_of(one)), "&lt;b&gt;maandag"));
    const auto stale = o.b.send(url_of(one), typed);
    CHECK(stale.status == 409);
    CHECK(holds(stale, "Een collega heeft dit intussen gewijzigd"));
    const auto empty = o.b.send(url_of(one), {{"versie", versie(one.versie + 1)}, {"bericht_onderwerp", ""}, {"bericht_tekst", "Blijft staan"}});
    CHECK(empty.status == 422);
    CHECK(holds(empty, "Vul dit in."));
    CHECK(holds(empty, "Blijft staan"));
    CHECK(o.b.send(url_of(one) + "/intrekken", {{"versie", versie(one.versie + 1)}, {"reden", ""}}).status == 422);
    CHECK(o.b.send(url_of(one) + "/intrekken", {{"versie", versie(one.versie + 1)}, {"reden", "Al gebeld"}}).status == 303);
    CHECK(holds(o.b.look(url_of(one)), "Al gebeld"));
    CHECK_FALSE(holds(o.b.look(url_of(one)), "Trek in"));
    o.b.caller = o.p.ilse();
    CHECK(o.b.look(url_of(one)).status == 403);
    o.b.caller = o.p.noor();
    CHECK(o.b.look(url_of(one)).status == 404);
    CHECK(o.b.look("/berichten/x").status == 404);
}

TEST_CASE("in a confidential domain the page says that a message went, not what it says") {
    Opened o;
    auto opening = o.p.question();
    opening.partij = o.p.fatima;
    opening.domein = "wmo";
    const Bericht one = o.p.wrote(o.p.words(o.p.try_open(opening, access::system_caller("proef")).value()));
    for (const std::string& url : {std::string("/berichten"), url_of(one)}) {
        const auto page = o.b.look(url);
        CHECK(page.status == 200);
        CHECK(holds(page, "Vertrouwelijk bericht"));
        CHECK_FALSE(holds(page, "Fatima"));
        CHECK_FALSE(holds(page, "Uw antwoord"));
    }
}

TEST_CASE("a beheerder edits a template with a preview in both languages, publishes it and goes back") {
    Opened o;
    o.b.caller = o.p.beheerder();
    CHECK(location(o.b.look("/beheer/sjablonen")) == o.sjablonen);
    const std::string url = o.sjablonen + "/ontvangen";
    Formulier form{{"revisie", "0"}, {"onderwerp_nl", "Binnen: {nummer}"}, {"onderwerp_en", "In: {nummer}"}, {"tekst_nl", "Dag {naam},\n\nUiterlijk {datum_belofte}."}, {"tekst_en", "Hi {naam},\n\nBy {datum_belofte}."}};
    const auto preview = o.b.send(url + "/voorbeeld", form);
    CHECK(holds(preview, "Dag Fatima El Idrissi,"));
    CHECK(holds(preview, "lang=\"en\""));
    form.emplace_back("actie", "voorbeeld");
    CHECK(holds(o.b.send(url, form), "Hi Fatima El Idrissi,"));
    form.pop_back();
    CHECK(location(o.b.send(url, form)) == url + "?gedaan=bewaard");
    CHECK(o.b.send(url, form).status == 409);
    CHECK(location(o.b.send(url + "/publiceer", {{"revisie", "1"}})) == url + "?gedaan=gepubliceerd");
    const auto page = o.b.look(url);
    CHECK(holds(page, "Eigen tekst"));
    CHECK(holds(page, "Vergelijk met de meegeleverde tekst"));
    CHECK(location(o.b.send(url + "/terugzetten", {})) == url + "?gedaan=teruggezet");
    form[3].second = "Zonder datum {onzin}";
    const auto wrong = o.b.send(url, form);
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "{onzin} kan niet in dit sjabloon"));
    CHECK(holds(wrong, "Zonder datum"));
    CHECK(o.b.look(o.sjablonen + "/bestaat_niet").status == 404);
    o.b.caller = o.p.marleen();
    CHECK_FALSE(holds(o.b.look(url), "Bewaar concept"));
    CHECK(o.b.send(url, form).status == 403);
    o.b.caller = o.p.ruben();
    CHECK(o.b.look(o.sjablonen).status == 403);
    o.b.caller = o.p.noor();
    CHECK(o.b.look(o.sjablonen).status == 404);
}

TEST_CASE("rules are switched, added and tried; quiet hours are changed") {
    Opened o;
    o.b.caller = o.p.beheerder();
    CHECK(holds(o.b.look(o.regels + "?gebeurtenis=zaak.geopend"), "Dan gaat dit bericht uit: Wij hebben uw vraag."));
    CHECK(location(o.b.send(o.regels + "/zaak-ontvangen/uit", {})) == o.regels + "?gedaan=regel");
    CHECK(holds(o.b.look(o.regels + "?gebeurtenis=zaak.geopend"), "Er gaat dan geen bericht uit."));
    CHECK(o.b.send(o.regels + "/nieuw", {{"gebeurtenis", "zaak.geopend"}, {"kanaal", "email"}, {"sjabloon", "document"}}).status == 303);
    CHECK(holds(o.b.look(o.regels), "als het binnenkwam via E-mail"));
    CHECK(o.b.send(o.regels + "/nieuw", {{"gebeurtenis", "zaak.geopend"}, {"kanaal", "email"}, {"sjabloon", "document"}}).status == 422);
    CHECK(o.b.send(o.regels + "/nieuw", {{"gebeurtenis", ""}}).status == 422);
    CHECK(o.b.send(o.regels + "/stilte", {{"versie", "0"}, {"van", "22.30"}, {"tot", "7"}, {"stille_dagen", "5"}, {"stille_dagen", "6"}}).status == 303);
    CHECK(o.p.verzenden.stilte(o.b.caller, o.p.v.oeverland)->stilte == Stilte{22 * 60 + 30, 7 * 60, 0b1100000});
    CHECK(o.b.send(o.regels + "/stilte", {{"versie", "1"}, {"van", "laat"}, {"tot", "7"}}).status == 422);
    CHECK(o.b.send(o.regels + "/stilte", {{"versie", "0"}, {"van", "21.00"}, {"tot", "7"}}).status == 409);
    o.b.caller = o.p.marleen();
    CHECK(o.b.look(o.regels).status == 200);
    CHECK(o.b.send(o.regels + "/zaak-ontvangen/aan", {}).status == 403);
    CHECK(o.b.send(o.regels + "/stilte", {{"versie", "1"}, {"van", "21.00"}, {"tot", "7"}}).status == 403);
}

TEST_CASE("words to a resident in another form: fields, what was typed, and a preview that escapes") {
    Opened o;
    const html::Texts& t = testing::texts().of(html::Taal::nl);
    const auto errors = woorden_fouten(problems("", "Tekst"));
    const std::string fields = woorden_velden(t, html::Form(t, errors), {"", "Tekst & meer", "eng", ""}).markup();
    CHECK(fields.find("name=\"bericht_onderwerp\"") != std::string::npos);
    CHECK(fields.find("Vul dit in.") != std::string::npos);
    CHECK(fields.find("Tekst &amp; meer") != std::string::npos);
    o.b.caller = o.p.ruben();
    CHECK(holds(o.b.send("/berichten/voorbeeld", {{"bericht_onderwerp", "<i>"}, {"bericht_tekst", "a\n\nb"}}), "&lt;i&gt;</h3><p>a</p><p>b</p>"));
    const Bericht one = o.p.wrote(o.p.words(o.p.asked()));
    o.p.release();
    const Bericht sent = o.p.stored(one.id);
    CHECK(inwoner_berichten(t, {sent}, o.p.clock.now(), [](const Bericht&) { return std::string("/mijn/1"); }).markup().find("Nieuw") != std::string::npos);
    CHECK(inwoner_bericht(t, sent, "Oeverland", o.p.clock.now()).markup().find("Gemeente Oeverland") != std::string::npos);
    CHECK(berichten_deel(t, {sent, masked(sent)}, {{o.p.v.ruben, "Ruben Visser"}}, o.p.clock.now()).markup().find("Vertrouwelijk bericht") != std::string::npos);
}

}  // namespace dichtbij::bericht::bericht_desk_test
