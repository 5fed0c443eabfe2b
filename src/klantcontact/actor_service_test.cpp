#include "klantcontact/actor_service.h"

#include <doctest/doctest.h>

#include "support/desk.h"

namespace dichtbij::klantcontact::actor_service_test {

using testing::Desk;
using testing::in_each_desk;

TEST_CASE("an actor comes back as sent, is found by its codes and linked to a contact once") {
    in_each_desk([](Desk& d) {
        ActorService actoren(d.store, d.clock, d.ids, d.contacten);
        const Actor sent{{}, d.v.oeverland, "Publiekszaken", SoortActor::organisatorische_eenheid, true, "pz@oeverland.example", "afd", "obj", "idf", "", "Balie", "", "", "", {}, d.v.kcc};
        const Actor actor = actoren.create(d.tom(), sent).value();
        const auto id = d.registered(d.contact(Afloop::beantwoord)).klantcontact.id;
        d.store.write([&](store::Tx& tx) {
            CHECK(actoren.get(tx, d.tom(), actor.id).value() == actor);
            CHECK(actoren.get(tx, d.noor(), actor.id).error().reason == Reason::not_found);
            Actorvraag vraag;
            vraag.object_id = "pz@oeverland.example";
            CHECK(actoren.find(tx, d.tom(), d.v.oeverland, vraag).value() == std::vector{actor});
            vraag.soort_actor = SoortActor::medewerker;
            CHECK(actoren.find(tx, d.tom(), d.v.oeverland, vraag).value().empty());
            const ActorKlantcontact link = actoren.link(tx, d.tom(), id, actor.id).value();
            CHECK(actoren.link(tx, d.tom(), id, actor.id).error().key == "klantcontact.fout.actor_al_gekoppeld");
            CHECK(actoren.of_klantcontact(tx, d.tom(), id).value() == std::vector{actor});
            CHECK(actoren.unlink(tx, d.tom(), link.id).has_value());
            CHECK(actoren.of_klantcontact(tx, d.tom(), id).value().empty());
        });
        Actor changed = actor;
        changed.naam = "";
        CHECK(actoren.change(d.tom(), changed).error().reason == Reason::invalid);
        changed.naam = "Burgerzaken";
        CHECK(actoren.change(d.tom(), changed).value().naam == "Burgerzaken");
        CHECK(actoren.remove(d.tom(), actor.id).has_value());
        CHECK(actoren.remove(d.tom(), actor.id).error().reason == Reason::not_found);
    });
}

}  // namespace dichtbij::klantcontact::actor_service_test
