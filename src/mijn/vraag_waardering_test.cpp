#include <doctest/doctest.h>

#include "mijn/mijn_routes.h"
#include "support/waardering.h"

namespace dichtbij::mijn::vraag_waardering_test {
namespace {

using access::testing::holds;
using access::testing::location;

struct Vraagscherm : waardering::testing::Waardeerwereld {
    explicit Vraagscherm(store::Store& opened)
        : Waardeerwereld(opened), vragen({store, clock, contacten, taken, werk}), gegevens(store, partijen, berichten), inzagen(store, clock, log), bedrijven(clock, partijen, zaken, volgen),
          onderdeel(vragen) {
        add_routes(site, {store, vragen, gegevens, inzagen, bedrijven, volgen, zaken, berichten, partijen, &delen}, onderdeel);
    }
    std::string url(klantcontact::Afloop afloop) { return "/mijn/vragen/" + registered(contact(afloop)).klantcontact.nummer; }

    VraagService vragen;
    GegevensService gegevens;
    InzageService inzagen;
    BedrijfService bedrijven;
    VraagOnderdeel onderdeel;
};

template <class F>
void in_each(F test) {
    auto schema = dichtbij::testing::mijn_schema();
    for (const auto& more : {waardering::migrations(), migrations()}) schema.insert(schema.end(), more.begin(), more.end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Vraagscherm w(*fresh->store);
        test(w);
    }
}

}  // namespace

TEST_CASE("a question that was answered asks how it went, and shows what was given") {
    in_each([](Vraagscherm& w) {
        const std::string url = w.url(klantcontact::Afloop::beantwoord);
        auto fatima = w.as(w.fatima);
        CHECK(holds(fatima.get(url), "Hoe vond u het gaan?"));
        const auto wrong = fatima.post(url + "/waardering", {{"cijfer", "7"}, {"woorden", "Prettig"}});
        CHECK(wrong.status == 422);
        CHECK(holds(wrong, "href=\"#cijfer\""));
        CHECK(holds(wrong, "Prettig"));
        CHECK(location(fatima.post(url + "/waardering", {{"cijfer", "5"}, {"woorden", "Prettig"}})) == url + "?gedaan=waardering#h-waardering");
        const auto page = fatima.get(url + "?gedaan=waardering");
        for (const char* words : {"Dank u wel.", "5: heel tevreden", "Prettig"}) CHECK_MESSAGE(holds(page, words), std::string(words));
        CHECK(holds(w.as(w.fatima, "en").get(url), "5: very satisfied"));
        CHECK(holds(fatima.get(url + "/waardering"), "Wijzig uw oordeel"));
        const auto file = fatima.get("/mijn/gegevens/download.json");
        CHECK(holds(file, "\"cijfer\":5,\"woorden\":\"Prettig\""));
        CHECK(holds(fatima.get("/mijn/gegevens/download"), "Wat u van ons vond"));
    });
}

TEST_CASE("a question that runs asks nothing, and another resident finds no form") {
    in_each([](Vraagscherm& w) {
        const std::string running = w.url(klantcontact::Afloop::doorgezet);
        auto fatima = w.as(w.fatima);
        CHECK_FALSE(holds(fatima.get(running), "name=\"cijfer\""));
        CHECK(location(fatima.get(running + "/waardering")) == running);
        CHECK(fatima.post(running + "/waardering", {{"cijfer", "5"}}).status == 409);
        const std::string done = w.url(klantcontact::Afloop::beantwoord);
        auto jan = w.as(w.person("Jan", "Vis", w.v.oeverland));
        jan.get("/mijn");
        CHECK(jan.get(done + "/waardering").status == 404);
        CHECK(jan.post(done + "/waardering", {{"cijfer", "1"}}).status == 404);
    });
}

}  // namespace dichtbij::mijn::vraag_waardering_test
