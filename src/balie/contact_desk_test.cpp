#include <doctest/doctest.h>

#include "balie/balie_routes.h"
#include "balie/contact_render.h"
#include "support/bureau.h"
#include "support/desk.h"

namespace dichtbij::balie::contact_desk_test {
namespace {

using testing::holds;

// The panel with a question that ends so and of which nothing else was typed.
struct Bureau : testing::Bureau {
    explicit Bureau(testing::Desk& d) : testing::Bureau(d.store, d.clock, d.tom()) {
        get("/paneel", [this](http::Request&, access::Desk& desk) { return desk.fragment(contact_panel(desk, {contact, keuzes, check_contact(contact.invoer)})); });
    }
    http::Response panel(Afloop afloop) {
        contact.invoer.vragen.at(0).afloop = afloop;
        return look("/paneel");
    }
    Concept contact{.id = {}, .gemeente = {}, .invoer = {}, .begonnen_op = {}, .gewijzigd_op = {}};
    Keuzes keuzes;
};

}  // namespace

TEST_CASE("what the form says of the note is what it asks, however the question ends") {
    testing::in_each_desk([](testing::Desk& d) {
        Bureau bureau(d);
        const std::string wrong = "id=\"v1_notitie-fout\"";
        for (const auto& [afloop, is_needed] : {std::pair{Afloop::beantwoord, false}, {Afloop::doorgezet, true}, {Afloop::doorverwezen, false}, {Afloop::beeindigd, true}}) {
            const auto page = bureau.panel(afloop);
            CHECK(holds(page, "Nodig bij ‘Doorzetten’ en ‘Gestopt’. Anders hoeft het niet."));
            CHECK(holds(page, "Wat wil deze persoon weten?</label>"));
            CHECK(holds(page, wrong) == is_needed);
        }
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.panel(Afloop::doorgezet), "Needed for ‘Hand on’ and ‘Ended’. Otherwise optional."));
    });
}

}  // namespace dichtbij::balie::contact_desk_test
