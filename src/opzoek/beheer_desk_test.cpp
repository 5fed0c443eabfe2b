// The administrator's page.

#include <doctest/doctest.h>

#include "opzoek/opzoek_routes.h"
#include "opzoek/testing.h"
#include "support/bureau.h"

namespace dichtbij::opzoek::beheer_desk_test {
namespace {

using dichtbij::testing::holds;
using testing::Register;
using testing::Zoekkamer;

template <class F>
void at_the_desk(F test) {
    for (const auto& fresh : store::testing::fresh_stores(testing::schema())) {
        CAPTURE(fresh->name);
        Register bron(testing::brp_json({testing::fatima_json()}));
        Zoekkamer k(*fresh->store, bron, testing::opties_met(bron.url(), bron.url(), ""));
        const organisatie::OrganisatieService organisatie(k.store, k.clock, k.ids);
        dichtbij::testing::Bureau bureau(k.store, k.clock, k.beheerder());
        add_routes(bureau, {k.service, organisatie});
        test(k, bureau, bron);
    }
}

}  // namespace

TEST_CASE("the page tells how each source does and what was asked why, without the number") {
    at_the_desk([](Zoekkamer& k, dichtbij::testing::Bureau& bureau, Register& bron) {
        CHECK(holds(bureau.look("/beheer/opzoeken"), "Nog niets gevraagd"));
        const Persoonsvraag wie{MetBsn{testing::bsn_fatima}};
        CHECK(k.service.personen(k.tom(), k.v.oeverland, wie, "BZ"));
        bron.antwoord("{}", 503);
        k.clock.advance(minutes(10));
        for (int i = 0; i < 4; ++i) CHECK(k.service.personen(k.tom(), k.v.oeverland, wie, "BZ"));
        for (const auto taal : {html::Taal::nl, html::Taal::en}) {
            bureau.taal = taal;
            const auto page = bureau.look("/beheer/opzoeken");
            CHECK(page.status == 200);
            CHECK(holds(page, "Burgerzaken"));
            CHECK_FALSE(holds(page, testing::bsn_fatima));
        }
        bureau.taal = html::Taal::nl;
        const auto page = bureau.look("/beheer/opzoeken");
        for (const char* words : {"Even niet", "5 gevraagd, 4 mislukt", "Geen antwoord", "Even niet gevraagd", "Niet ingesteld", "1 gevonden", "eigen adressenlijst is leeg"}) {
            CAPTURE(words);
            CHECK(holds(page, words));
        }
    });
}

TEST_CASE("an administrator switches a source off and on, and nobody else") {
    at_the_desk([](Zoekkamer& k, dichtbij::testing::Bureau& bureau, Register&) {
        const dichtbij::testing::Formulier uit{{"gemeente", k.v.oeverland.text()}, {"bron", "kvk"}, {"stand", "uit"}};
        CHECK(bureau.send("/beheer/opzoeken", uit).status == 303);
        CHECK(holds(bureau.look("/beheer/opzoeken"), "Zet aan"));
        CHECK_FALSE(k.service.is_aan(k.tom(), k.v.oeverland, Bron::kvk).value());
        CHECK(bureau.send("/beheer/opzoeken", {{"gemeente", k.v.oeverland.text()}, {"bron", "kvk"}, {"stand", "aan"}}).status == 303);
        CHECK(k.service.is_aan(k.tom(), k.v.oeverland, Bron::kvk).value());
        CHECK(bureau.send("/beheer/opzoeken", {{"gemeente", k.v.oeverland.text()}, {"bron", "krant"}}).status == 404);
        CHECK(bureau.send("/beheer/opzoeken", {{"gemeente", k.v.heidedal.text()}, {"bron", "kvk"}, {"stand", "uit"}}).status == 404);
        bureau.caller = k.tom();
        CHECK(bureau.look("/beheer/opzoeken").status == 403);
        CHECK(bureau.send("/beheer/opzoeken", uit).status == 403);
    });
}

}  // namespace dichtbij::opzoek::beheer_desk_test
