#include <doctest/doctest.h>

#include "support/bureau.h"
#include "support/waardering.h"
#include "waardering/waardering_desk.h"

namespace dichtbij::waardering::waardering_schermen_test {
namespace {

using access::testing::holds;
using access::testing::location;
using testing::in_each;

struct Scherm : testing::Waardeerwereld {
    explicit Scherm(store::Store& opened) : Waardeerwereld(opened), onderdeel(volgen) {
        zaak::add_zaak_portaal(site, {store, volgen, documenten, [this](const portaal::Mijn& mijn, const zaak::Volgbeeld& beeld) { return na_stappen(delen, mijn, beeld); }});
        add_waardering_portaal(site, delen);
        site.add(onderdeel);
    }
    static std::string url(const zaak::Zaak& zaak, std::string_view more = {}) { return "/mijn/zaken/" + zaak.id.text() + std::string(more); }

    zaak::ZaakOnderdeel onderdeel;
};

}  // namespace

TEST_CASE("the page of a case that is done asks how it went and says who reads it, in Dutch and English") {
    in_each<Scherm>([](Scherm& w) {
        const auto made = w.made();
        CHECK_FALSE(holds(w.as(w.fatima).get(Scherm::url(made.zaak)), "name=\"cijfer\""));
        const auto zaak = w.closed(made);
        const auto page = w.as(w.fatima).get(Scherm::url(zaak));
        for (const char* words : {"Hoe vond u het gaan?", "<fieldset", "<legend>Hoe tevreden bent u", "5: heel tevreden", "1: heel ontevreden", "(hoeft niet)",
                                  "De teamleider en de manager lezen uw cijfer en uw woorden.", "/waardering\""})
            CHECK_MESSAGE(holds(page, words), std::string(words));
        const auto english = w.as(w.fatima, "en").get(Scherm::url(zaak));
        for (const char* words : {"How did it go?", "4: satisfied", "The team leader and the manager read your figure and your words."}) CHECK_MESSAGE(holds(english, words), std::string(words));
        CHECK_FALSE(holds(w.following("zaak", zaak.id.bytes).get(Scherm::url(zaak)), "name=\"cijfer\""));
    });
}

TEST_CASE("what he gives is thanked for, shown with the day, and changed on a page of its own") {
    in_each<Scherm>([](Scherm& w) {
        const auto zaak = w.closed();
        auto fatima = w.as(w.fatima);
        fatima.get(Scherm::url(zaak));
        const auto done = fatima.post(Scherm::url(zaak, "/waardering"), {{"cijfer", "4"}, {"woorden", "Snel <b>geholpen</b>"}});
        CHECK(location(done) == Scherm::url(zaak, "?gedaan=waardering#h-waardering"));
        const auto page = fatima.get(Scherm::url(zaak, "?gedaan=waardering"));
        for (const char* words : {"Dank u wel. Wij hebben uw oordeel.", "4: tevreden", "Gegeven op", "Snel &lt;b&gt;geholpen", "Dat kan tot en met maandag 7 december"})
            CHECK_MESSAGE(holds(page, words), std::string(words));
        CHECK_FALSE(holds(page, "name=\"cijfer\""));
        CHECK_FALSE(holds(fatima.get(Scherm::url(zaak)), "Dank u wel"));
        const auto form = fatima.get(Scherm::url(zaak, "/waardering"));
        CHECK(form.status == 200);
        CHECK(holds(form, "Wijzig uw oordeel"));
        CHECK(holds(form, "Snel &lt;b&gt;geholpen"));
        CHECK(holds(form, "checked"));
        CHECK(fatima.post(Scherm::url(zaak, "/waardering"), {{"cijfer", "5"}, {"woorden", ""}}).status == 303);
        CHECK(holds(fatima.get(Scherm::url(zaak)), "5: heel tevreden"));
        w.clock.set(w.clock.now() + days(15));
        auto later = w.as(w.fatima);
        CHECK(location(later.get(Scherm::url(zaak, "/waardering"))) == Scherm::url(zaak));
        CHECK_FALSE(holds(later.get(Scherm::url(zaak)), "/waardering\""));
    });
}

TEST_CASE("a figure that is none and words that are too long are told beside the field, and what was typed stays") {
    in_each<Scherm>([](Scherm& w) {
        const auto zaak = w.closed();
        auto fatima = w.as(w.fatima);
        fatima.get(Scherm::url(zaak));
        for (const char* cijfer : {"", "0", "6", "vier", "4.5", "99999999999"}) {
            CAPTURE(cijfer);
            const auto page = fatima.post(Scherm::url(zaak, "/waardering"), {{"cijfer", cijfer}, {"woorden", "Snel geholpen"}});
            CHECK(page.status == 422);
            CHECK(holds(page, "href=\"#cijfer\""));
            CHECK(holds(page, "id=\"cijfer-fout\""));
            CHECK(holds(page, "Kies hoe tevreden u bent."));
            CHECK(holds(page, "Snel geholpen"));
            CHECK(holds(page, "<title>Fout:"));
        }
        const auto page = fatima.post(Scherm::url(zaak, "/waardering"), {{"cijfer", "2"}, {"woorden", std::string(woorden_limit + 1, 'x')}});
        CHECK(page.status == 422);
        CHECK(holds(page, "id=\"woorden-fout\""));
        CHECK(holds(page, "checked"));
    });
}

TEST_CASE("the address of another's form, of a case that is not there and of no id are not found") {
    in_each<Scherm>([](Scherm& w) {
        const auto zaak = w.closed();
        auto jan = w.as(w.person("Jan", "Vis", w.v.oeverland));
        jan.get("/mijn");
        for (const std::string& address : {Scherm::url(zaak, "/waardering"), "/mijn/zaken/" + to_string(w.ids.next()) + "/waardering", std::string("/mijn/zaken/onzin/waardering")}) {
            CAPTURE(address);
            CHECK(jan.get(address).status == 404);
            CHECK(jan.post(address, {{"cijfer", "1"}}).status == 404);
        }
        CHECK(w.following("zaak", zaak.id.bytes).get(Scherm::url(zaak, "/waardering")).status != 200);
    });
}

TEST_CASE("beside the case its lead and a manager read figure, words and day; a colleague of the contact centre sees nothing") {
    in_each<Scherm>([](Scherm& w) {
        const auto zaak = w.closed();
        const auto me = w.inwoner(w.fatima);
        REQUIRE(w.waarderingen.rate(portaal::caller_of(me, "portaal/waardering", "r-1"), me, Waarover::van(zaak.id), {2, "Het duurde lang"}).has_value());
        dichtbij::testing::Bureau bureau(w.store, w.clock, w.manager());
        const WaarderingSchermen schermen{w.store, w.waarderingen};
        bureau.get("/naast", [&](http::Request&, access::Desk& desk) { return desk.fragment(naast_werk(schermen, desk, zaak.werk)); });
        for (const auto& who : {w.manager(), w.lead_of(w.v.vergunningen)}) {
            bureau.caller = who;
            const auto part = bureau.look("/naast");
            for (const char* words : {"Oordeel van de inwoner", "2: ontevreden", "Het duurde lang", "23 november"}) CHECK_MESSAGE(holds(part, words), std::string(words));
        }
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/naast"), "2: dissatisfied"));
        for (const auto& who : {w.tom(), w.ruben(), w.beheerder(), w.lead_of(w.v.kcc)}) {
            bureau.caller = who;
            CHECK(bureau.look("/naast").body.empty());
        }
    });
}

}  // namespace dichtbij::waardering::waardering_schermen_test
