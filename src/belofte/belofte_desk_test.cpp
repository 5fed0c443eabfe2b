#include <doctest/doctest.h>

#include "belofte/belofte_routes.h"
#include "support/bureau.h"
#include "support/zaken.h"

namespace dichtbij::belofte::belofte_desk_test {
namespace {

using http::Response;
using testing::holds;
using testing::Zaken;

// The screens over cases of a test, and what the page of a case puts beside the work.
struct Bureau : testing::Bureau {
    Bureau(Zaken& z, BelofteService& beloften) : testing::Bureau(z.store, z.clock, z.ruben()) {
        const BelofteSchermen schermen{z.store, beloften, z.werk};
        add_routes(*this, schermen);
        get("/naast/{id}", [&z, schermen](http::Request& request, access::Desk& desk) {
            return desk.fragment(naast_zaak(schermen, desk, z.stored(Id<dichtbij::Zaak>::parse(request.param("id")).value())));
        });
    }
    Response beside(const zaak::Gemaakt& one) { return look("/naast/" + one.zaak.id.text()); }
};

template <class F>
void at_the_desk(F test) {
    auto schema = testing::zaken_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Zaken zaken(*fresh->store, "2026-10-19 09:00");
        BelofteService beloften(zaken.store, zaken.clock, zaken.zaken, zaken.werk);
        Bureau bureau(zaken, beloften);
        test(zaken, beloften, bureau);
    }
}

// A case of Ruben on the day its promise has passed.
zaak::Gemaakt overdue(Zaken& z, BelofteService& beloften) {
    const auto one = z.made();
    CHECK_THAT(z.werk.accept(z.ruben(), one.werk.id, one.werk.versie).has_value());
    z.set("2026-11-17 06:00");
    CHECK_THAT(beloften.check_promises(z.clock.now(), 100).in_gevaar == 1);
    return one;
}

}  // namespace

TEST_CASE("without a promise in danger the screen says that all goes as promised, in both languages") {
    at_the_desk([](Zaken&, BelofteService&, Bureau& bureau) {
        CHECK(holds(bureau.look("/beloften"), "Jouw zaken lopen zoals beloofd."));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beloften"), "Your cases are going as promised."));
    });
}

TEST_CASE("a promise in danger stands there with the reason and the way to another date") {
    at_the_desk([](Zaken& z, BelofteService& beloften, Bureau& bureau) {
        const auto one = overdue(z, beloften);
        const Response page = bureau.look("/beloften");
        CHECK(page.status == 200);
        CHECK(holds(page, "Kappen van een beuk"));
        CHECK(holds(page, "De beloofde dag is voorbij."));
        CHECK(holds(page, "Inwoner weet het nog niet"));
        CHECK(holds(page, "/zaken/" + one.zaak.id.text() + "?paneel=verzet#h-paneel"));
        CHECK_FALSE(holds(page, "lijst=team"));
        bureau.caller = z.ilse();
        CHECK(holds(bureau.look("/beloften"), "Geen beloften in gevaar."));
        bureau.caller = organisatie::testing::caller(z.v.sanne, {{access::Rol::manager, z.v.oeverland, {}}});
        CHECK(holds(bureau.look("/beloften"), "Kappen van een beuk"));  // everyone's, without choosing
        CHECK(holds(bureau.look("/beloften?na=1.zomaar"), "Kappen van een beuk"));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beloften?lijst=alles"), "The promised day has passed."));
    });
}

TEST_CASE("the page of a case says what is expected of its promise, why, and to who may act how to agree on another date") {
    at_the_desk([](Zaken& z, BelofteService& beloften, Bureau& bureau) {
        const auto one = overdue(z, beloften);
        const Response page = bureau.beside(one);
        CHECK(holds(page, "Deze belofte wordt waarschijnlijk niet gehaald. Verwacht:"));
        CHECK(holds(page, "Naar het aantal stappen gerekend duurt deze zaak nog"));
        CHECK(holds(page, "De beloofde dag is voorbij."));
        CHECK(holds(page, "/zaken/" + one.zaak.id.text() + "?paneel=verzet#h-paneel"));
        bureau.caller = z.tom();
        CHECK(holds(bureau.beside(one), "De beloofde dag is voorbij."));
        CHECK_FALSE(holds(bureau.beside(one), "?paneel=verzet"));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.beside(one), "This promise will probably not be met. Expected:"));
        const auto now = z.store.read([&](store::Tx& tx) { return z.werk.stored(tx, one.werk.id); }).value();
        const werk::Verzetting move{testing::at("2026-12-11 17:00"), werk::Nauwkeurigheid::dag, "Meer tijd nodig.", werk::PerBericht{"mijn_dichtbij", "U hoort het uiterlijk 11 december."}};
        REQUIRE(z.werk.move_toezegging(z.ruben(), {now.id, now.versie}, move).has_value());
        CHECK(bureau.beside(one).body.empty());
    });
}

TEST_CASE("who leads no team is refused the list of a team") {
    at_the_desk([](Zaken&, BelofteService&, Bureau& bureau) {
        CHECK(bureau.look("/beloften?lijst=team").status == 403);
        CHECK(bureau.look("/beloften?lijst=alles").status == 403);
    });
}

}  // namespace dichtbij::belofte::belofte_desk_test
