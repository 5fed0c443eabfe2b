// The screens: mailboxes, what came in, and a mail beside its work.

#include <doctest/doctest.h>

#include "postvak/schermen_desk.h"
#include "support/bureau.h"
#include "support/postvak.h"

namespace dichtbij::postvak::postvak_desk_test {
namespace {

using dichtbij::testing::Bureau;
using dichtbij::testing::holds;
using dichtbij::testing::location;
using testing::in_each_postkamer;
using testing::Postkamer;

struct Beeldscherm {
    explicit Beeldscherm(Postkamer& k, access::Caller who)
        : organisatie(k.store, k.clock, k.ids), schermen{k.store, k.postvakken, k.post, organisatie}, bureau(k.store, k.clock, std::move(who)) {
        add_routes(bureau, schermen);
        bureau.get("/naast/{id}", [this](http::Request& request, access::Desk& desk) { return desk.fragment(naast_werk(schermen, desk, *Id<Werk>::parse(request.param("id")))); });
    }
    organisatie::OrganisatieService organisatie;
    Schermen schermen;
    Bureau bureau;
};

}  // namespace

TEST_CASE("an administrator makes a mailbox, hears what is wrong with it, and switches it off") {
    in_each_postkamer([](Postkamer& k) {
        Beeldscherm b(k, k.chef(k.v.oeverland));
        CHECK(holds(b.bureau.look("/beheer/postvakken"), "post@oeverland.example"));
        CHECK(holds(b.bureau.look("/beheer/postvakken/nieuw"), "Gemeente"));
        const std::string gemeente = k.v.oeverland.text();
        const auto wrong = b.bureau.send("/beheer/postvakken/nieuw", {{"gemeente", gemeente}, {"naam", "Belastingen"}, {"adressen", "info@oeverland.example"}, {"taal", "nld"}});
        CHECK(wrong.status == 422);
        CHECK(holds(wrong, "hoort al bij een ander postvak"));
        const auto made = b.bureau.send("/beheer/postvakken/nieuw",
                                        {{"gemeente", gemeente}, {"naam", "Belastingen"}, {"adressen", "Belasting@oeverland.example\nwoz@oeverland.example"}, {"taal", "nld"}, {"actief", "ja"}});
        REQUIRE(made.status == 303);
        CHECK(k.inname.kent("woz@oeverland.example"));
        const std::string page = location(made).substr(0, location(made).find('?'));
        CHECK(b.bureau.send(page, {{"gemeente", gemeente}, {"versie", "1"}, {"naam", "Belastingen"}, {"adressen", "woz@oeverland.example"}, {"taal", "eng"}}).status == 303);
        CHECK_FALSE(k.inname.kent("woz@oeverland.example"));
        CHECK(b.bureau.send(page, {{"gemeente", gemeente}, {"versie", "1"}, {"naam", "Oud"}, {"adressen", "woz@oeverland.example"}, {"taal", "eng"}}).status == 409);
        b.bureau.caller = k.tom();
        CHECK(b.bureau.look("/beheer/postvakken").status == 403);
    });
}

TEST_CASE("who takes contacts sees what came in, and puts spam right") {
    in_each_postkamer([](Postkamer& k) {
        Beeldscherm b(k, k.tom());
        CHECK(holds(b.bureau.look("/post"), "Geen mail"));
        k.take(Postkamer::from("jan@thuis.example", "Vraag <b>over</b> de boom", "Mag ik deze boom kappen?"));
        auto spam = Postkamer::from("x@elders.example", "Gewonnen", "U won.");
        spam.spam = true;
        k.take(spam);
        const auto page = b.bureau.look("/post");
        CHECK(holds(page, "Vraag &lt;b&gt;over"));
        CHECK(holds(page, "Toch behandelen"));
        CHECK_FALSE(holds(page, "/ruw"));
        CHECK_FALSE(holds(b.bureau.look("/post?zoek=JAN@thuis.example"), "Gewonnen"));
        CHECK_FALSE(holds(b.bureau.look("/post?staat=apart"), "boom"));
        CHECK(b.bureau.send("/post/" + k.last().id.text() + "/behandel", {}).status == 303);
        CHECK(b.bureau.look("/post/" + k.last().id.text() + "/ruw").status == 403);
        b.bureau.caller = k.manager();
        const auto raw = b.bureau.look("/post/" + k.last().id.text() + "/ruw");
        CHECK(raw.status == 200);
        CHECK(raw.headers.get("Content-Type") == "application/octet-stream");
        b.bureau.caller = k.noor();
        CHECK(b.bureau.look("/post?gemeente=" + k.v.oeverland.text()).status == 404);
        b.bureau.caller = k.ruben();
        CHECK(b.bureau.look("/post").status == 403);
    });
}

TEST_CASE("beside the work stand the text, the folded quote, the attachments, and whether the sender is verified") {
    in_each_postkamer([](Postkamer& k) {
        auto one = Postkamer::from("jan@thuis.example", "Vraag over de boom", "Mag ik deze boom <script>kappen</script>?\n\nOp ma 23 nov 2026 om 10:00 schreef Els:\n> Bel de gemeente");
        one.delen = {{"kaart.png", "image/png", "", false, document::testing::png()}, {"x.exe", "", "", false, "MZ"}};
        k.take(one);
        Beeldscherm b(k, k.manager());
        const std::string url = "/naast/" + k.last().werk->text();
        auto page = b.bureau.look(url);
        CHECK(holds(page, "&lt;script&gt;"));
        CHECK(holds(page, "<details"));
        CHECK(holds(page, "Bel de gemeente"));
        CHECK(holds(page, "kaart.png"));
        CHECK(holds(page, "x.exe"));
        CHECK(holds(page, "Afzender niet geverifieerd"));
        const auto bijlage = k.post.of_werk(k.manager(), *k.last().werk).value().at(0).bijlagen.at(0).versie.id;
        CHECK(b.bureau.look("/post/bijlagen/" + k.last().werk->text() + "/" + bijlage.text()).status == 200);
        const auto corrected = b.bureau.send("/post/" + k.last().id.text() + "/onderwerp", {{"onderwerp", k.v.paspoort.text()}, {"terug", "//elders.example"}});
        CHECK(location(corrected) == "/post");
        CHECK(holds(b.bureau.look(url), "Onderwerp verbeterd"));
        auto stranger = Postkamer::from("ander@elders.example", "Re", "Ook voor mij?", "Piet");
        stranger.antwoord_op = k.draad.message_id(k.ids.next(), *k.last().werk, "oeverland.example");
        k.take(stranger);
        const std::string other = "/naast/" + k.last().werk->text();
        CHECK(holds(b.bureau.look(other), "Hoort misschien bij"));
        CHECK(b.bureau.send("/post/" + k.last().id.text() + "/koppel", {{"terug", "/werk"}}).status == 303);
        CHECK(holds(b.bureau.look(other), "wie dat behandelt, weet het"));
        b.bureau.taal = html::Taal::en;
        CHECK(holds(b.bureau.look(other), "Sender not verified"));
        CHECK(holds(b.bureau.look("/post"), "Email received"));
    });
}

}  // namespace dichtbij::postvak::postvak_desk_test
