// What becomes of a mail, on both stores.

#include "postvak/inname_service.h"

#include <doctest/doctest.h>

#include "postvak/bewaring.h"
#include "support/postvak.h"

namespace dichtbij::postvak::inname_service_test {
namespace {

using testing::in_each_postkamer;
using testing::Postkamer;

}  // namespace

TEST_CASE("a mail becomes a contact with an owner, a promise and an acknowledgement in the language of the mail") {
    in_each_postkamer([](Postkamer& k) {
        const auto jan = k.with_email("Jan", "de Vries", "jan@thuis.example");
        k.take(Postkamer::from("Jan@thuis.example", "Kappen van een boom", "Goedemorgen, ik wil graag een boom kappen in mijn tuin. Hoe kan dat?"));
        const auto row = k.last();
        CHECK(row.staat == Mailstaat::verwerkt);
        const auto contact = k.contact(row);
        CHECK(contact.inhoud.kanaal == "email");
        CHECK(contact.inhoud.taal == "nld");
        CHECK(contact.inhoud.onderwerp == "Kappen van een boom");
        const auto werk = k.werk_of(row);
        CHECK(werk.partij == jan);
        CHECK(werk.soort == werk::Soort::taak);
        CHECK(werk.beloofd_op.has_value());
        const auto told = k.told(row);
        REQUIRE(told.size() == 1);
        CHECK(told[0].sjabloon == "ontvangst_mail");
        CHECK(told[0].taal == "nld");
        CHECK(told[0].tekst.find(werk.nummer) != std::string::npos);
        CHECK(told[0].gepland_op == k.clock.now());
        k.take(Postkamer::from("jan@thuis.example", "Question", "Good morning, I would like to know when you are open. Can you please tell me?"));
        CHECK(k.told(k.last())[0].taal == "eng");
        CHECK(k.faults_of_all().empty());
    });
}

TEST_CASE("mail for nobody here is not taken; aliases, capitals and tokens are") {
    in_each_postkamer([](Postkamer& k) {
        CHECK(k.deliver("x", {"nergens@oeverland.example", "INFO@Oeverland.example", "post+iets@oeverland.example"}) ==
              std::vector{Ontvangst::onbekend, Ontvangst::bewaard, Ontvangst::bewaard});
        CHECK(k.all().size() == 1);
        CHECK(k.inname.kent("post@oeverland.example"));
        CHECK_FALSE(k.inname.kent("postoeverland.example"));
        auto off = k.postvakken.get(k.chef(k.v.oeverland), k.vak).value();
        off.actief = false;
        REQUIRE(k.postvakken.change(k.chef(k.v.oeverland), k.vak, off.versie, off).has_value());
        CHECK_FALSE(k.inname.kent("post@oeverland.example"));
    });
}

TEST_CASE("the same mail twice is one, and to two mailboxes it is one contact that names both") {
    in_each_postkamer([](Postkamer& k) {
        k.mailbox("Burgerzaken", {"burgerzaken@oeverland.example"}, k.v.oeverland);
        const auto one = Postkamer::from("jan@thuis.example", "Vraag", "Ik heb een vraag over het paspoort van mijn zoon.");
        const std::string ruw = k.raw_of(one);
        k.deliver(ruw);
        k.deliver(ruw);
        CHECK(k.all().size() == 1);
        k.work();
        // Another server delivered the copy: other headers, the same mail.
        k.deliver(k.raw_of(one), {"burgerzaken@oeverland.example"});
        k.work();
        CHECK(k.contacts() == 1);
        CHECK(k.all().front().staat == Mailstaat::dubbel);
        const auto beelden = k.post.of_werk(k.manager(), k.last().werk.value()).value();
        REQUIRE(beelden.size() == 1);
        CHECK(beelden[0].postvakken.size() == 2);
        // The same id with other words is another mail.
        auto other = one;
        other.tekst = "Iets heel anders, over de markt in het dorp.";
        k.take(other);
        CHECK(k.contacts() == 2);
        CHECK(k.faults_of_all().empty());
    });
}

TEST_CASE("who is not known becomes a partij that can be answered, and is known the next time") {
    in_each_postkamer([](Postkamer& k) {
        k.take(Postkamer::from("nieuw@thuis.example", "Vraag", "Wanneer is het gemeentehuis open?", "Els Bakker"));
        const auto first = k.werk_of(k.last());
        REQUIRE(first.partij.has_value());
        CHECK(k.store.read([&](store::Tx& tx) { return k.partijen.naam_of(tx, *first.partij); }) == "Els Bakker");
        CHECK(k.told(k.last()).size() == 1);
        k.take(Postkamer::from("nieuw@thuis.example", "Nog iets", "En op zaterdag ook?", "Els Bakker"));
        CHECK(k.werk_of(k.last()).partij == first.partij);
        // Two people share an address: the name decides.
        const auto an = k.with_email("An", "Smit", "samen@thuis.example");
        k.with_email("Bo", "Smit", "samen@thuis.example");
        k.take(Postkamer::from("samen@thuis.example", "Vraag", "Ik heb een vraag.", "An Smit"));
        CHECK(k.werk_of(k.last()).partij == an);
    });
}

TEST_CASE("machines, lists, reports and our own mail get no answer and are no question") {
    in_each_postkamer([](Postkamer& k) {
        std::vector<Bezorgmelding> reports;
        k.inname.on_bezorgmelding([&](store::Tx&, const Bezorgmelding& one) {
            reports.push_back(one);
            return one.rapport.message_id == "van-ons@oeverland.example";
        });
        for (const auto soort : {mail::Soort::automatisch, mail::Soort::lijst, mail::Soort::leesbevestiging, mail::Soort::eigen}) {
            auto one = Postkamer::from("x@thuis.example", "Afwezig", "Ik ben er niet.");
            one.soort = soort;
            one.soort_reden = "Auto-Submitted: auto-replied";
            k.take(one);
            CHECK(k.last().staat == Mailstaat::stil);
        }
        auto bounce = Postkamer::from("mailer-daemon@elders.example", "Undelivered", "Sorry.");
        bounce.soort = mail::Soort::niet_bezorgd;
        bounce.rapport.emplace();
        bounce.rapport->message_id = "van-ons@oeverland.example";
        k.take(bounce);
        CHECK(reports.size() == 1);
        CHECK(k.last().reden == "postvak.reden.bij_bericht");
        CHECK(k.contacts() == 0);
        // From a no-reply address somebody may still ask something: a contact, without acknowledgement.
        k.take(Postkamer::from("no-reply@bedrijf.example", "Factuur", "Hierbij de factuur van onze firma."));
        CHECK(k.last().staat == Mailstaat::verwerkt);
        CHECK(k.told(k.last()).empty());
        CHECK(k.last().rem == Bevestigingsrem::geen_antwoord);
    });
}

TEST_CASE("spam is put aside, and becomes a contact when somebody says so") {
    in_each_postkamer([](Postkamer& k) {
        auto one = Postkamer::from("x@thuis.example", "Gewonnen", "U heeft de hoofdprijs gewonnen, maar ik heb ook een vraag over de boom.");
        one.spam = true;
        k.take(one);
        CHECK(k.last().staat == Mailstaat::apart);
        CHECK(k.contacts() == 0);
        CHECK(k.post.handle(k.ruben(), k.last().id).error().reason == Reason::forbidden);
        REQUIRE(k.post.leave(k.tom(), k.last().id).has_value());
        REQUIRE(k.post.handle(k.tom(), k.last().id).has_value());
        k.work();
        CHECK(k.last().staat == Mailstaat::verwerkt);
        CHECK(k.contacts() == 1);
        CHECK(k.post.handle(k.tom(), k.last().id).error().reason == Reason::conflict);
    });
}

TEST_CASE("at most five acknowledgements an hour go to one address, and after twenty mails the rest is put aside") {
    in_each_postkamer([](Postkamer& k) {
        for (int i = 0; i < 22; ++i) k.take(Postkamer::from("robot@thuis.example", "Bericht", "Dit is bericht nummer " + std::to_string(i)));
        int told = 0, aside = 0;
        for (const auto& row : k.all()) {
            told += row.bevestigd_op ? 1 : 0;
            aside += row.staat == Mailstaat::apart ? 1 : 0;
        }
        CHECK(told == 5);
        CHECK(aside == 2);
        CHECK(k.contacts() == 20);
        k.clock.advance(hours(2));
        k.take(Postkamer::from("robot@thuis.example", "Bericht", "Een uur later."));
        CHECK(k.last().bevestigd_op.has_value());
    });
}

TEST_CASE("an answer goes to the matter it answers, and its owner is told") {
    in_each_postkamer([](Postkamer& k) {
        const auto first = Postkamer::from("jan@thuis.example", "Vraag over de boom", "Mag ik deze boom kappen?");
        k.take(first);
        const auto werk = k.werk_of(k.last());
        auto answer = Postkamer::from("jan@thuis.example", "Re: Wij hebben uw mail", "De boom is een beuk.\n\nOp ma 23 nov 2026 om 10:00 schreef Gemeente Oeverland:\n> Wij hebben uw mail");
        answer.antwoord_op = k.draad.message_id(k.ids.next(), werk.id, "oeverland.example");
        k.take(answer);
        auto row = k.last();
        CHECK(row.werk == werk.id);
        CHECK(row.rem == Bevestigingsrem::in_gesprek);
        CHECK(k.contact(row).gesprek == werk.gesprek);
        CHECK(k.contact(row).inhoud.inhoud == "De boom is een beuk.");
        CHECK(k.text(row).citaat.find("Wij hebben uw mail") != std::string::npos);
        CHECK(k.told(row).size() == 1);
        // By the address it was sent to, and by what came in before.
        k.take(Postkamer::from("jan@thuis.example", "Foto", "Hier is de foto van de beuk."), {k.draad.antwoordadres("post@oeverland.example", werk.id)});
        CHECK(k.last().werk == werk.id);
        auto by_reference = Postkamer::from("jan@thuis.example", "Nog iets", "De boom staat in de voortuin.");
        by_reference.verwijzingen = {first.message_id};
        k.take(by_reference);
        CHECK(k.last().werk == werk.id);
        CHECK(k.store.read([&](store::Tx& tx) { return k.werk.ids_of_partij(tx, *werk.partij); }).size() >= 1);
        CHECK(k.faults_of_all().empty());
    });
}

TEST_CASE("an answer to what was closed opens it again, with a new promise") {
    in_each_postkamer([](Postkamer& k) {
        k.take(Postkamer::from("jan@thuis.example", "Vraag over de boom", "Mag ik deze boom kappen?"));
        auto werk = k.werk_of(k.last());
        REQUIRE(k.store.write([&](store::Tx& tx) { return k.werk.close(tx, access::system_caller("proef"), werk.id, werk.versie, {werk::Uitkomst::beantwoord, {}, {}}); }).has_value());
        k.clock.advance(days(3));
        k.take(Postkamer::from("jan@thuis.example", "Re", "Dank, en hoe zit het met de heg?"), {k.draad.antwoordadres("post@oeverland.example", werk.id)});
        werk = k.werk_of(k.last());
        CHECK(werk.is_open());
        CHECK(werk.beloofd_op > k.clock.now());
        CHECK(k.faults_of_all().empty());
    });
}

TEST_CASE("a stranger who knows a Message-ID writes in no conversation: it is a new question with a suggestion") {
    in_each_postkamer([](Postkamer& k) {
        k.take(Postkamer::from("jan@thuis.example", "Vraag over de boom", "Mag ik deze boom kappen?"));
        const auto werk = k.werk_of(k.last());
        auto stranger = Postkamer::from("ander@elders.example", "Re: Vraag", "Ik ben zijn buurman en wil dit ook weten.", "Piet");
        stranger.antwoord_op = k.draad.message_id(k.ids.next(), werk.id, "oeverland.example");
        k.take(stranger);
        const auto row = k.last();
        CHECK(row.werk != werk.id);
        CHECK(k.contact(row).gesprek != werk.gesprek.value());
        CHECK(k.text(row).suggestie == werk.id);
        REQUIRE(k.post.link(k.manager(), row.id).has_value());
        CHECK(k.post.link(k.manager(), row.id).error().reason == Reason::conflict);
        // Our own server says that this one is forged.
        auto forged = Postkamer::from("jan@thuis.example", "Re", "Geef mij de gegevens.");
        forged.antwoord_op = stranger.antwoord_op;
        forged.authenticatie = {"mx.oeverland.example; spf=fail; dmarc=fail header.from=thuis.example"};
        k.take(forged);
        CHECK(k.last().werk != werk.id);
        CHECK_FALSE(k.werk_of(k.last()).partij.has_value());
        CHECK(k.text(k.last()).echtheid == Echtheid::weersproken);
        // The same subject alone says nothing.
        k.take(Postkamer::from("jan@thuis.example", "Re: Vraag over de boom", "Een andere vraag."));
        CHECK(k.last().werk != werk.id);
    });
}

TEST_CASE("about a case an answer is a question to who has it, in the same conversation or beside it") {
    in_each_postkamer([](Postkamer& k) {
        const auto jan = k.with_email("Jan", "de Vries", "jan@thuis.example");
        auto nieuw = k.nieuw(k.kap);
        nieuw.rollen = {{zaak::Rolsoort::initiator, jan, {}, {}, {}, {}, {}}};
        const auto made = k.made(nieuw);
        k.take(Postkamer::from("jan@thuis.example", "Mijn aanvraag", "Hoe ver bent u met mijn aanvraag?"), {k.draad.antwoordadres("post@oeverland.example", made.zaak.werk)});
        const auto row = k.last();
        CHECK(row.werk != made.zaak.werk);
        const auto werk = k.werk_of(row);
        CHECK(werk.team == k.v.vergunningen);
        CHECK(werk.partij == jan);
        CHECK(row.bevestigd_op.has_value());
        bool noted = false;
        for (const auto& line : k.timeline(made.zaak.werk)) noted = noted || (line.toelichting && line.toelichting->find(werk.nummer) != std::string::npos);
        CHECK(noted);
        CHECK(k.faults_of_all().empty());
    });
}

TEST_CASE("what cannot be read becomes a contact with a notice, and the next mail is not held up") {
    in_each_postkamer([](Postkamer& k) {
        k.deliver("geen mail");
        k.deliver(k.raw_of(Postkamer::from("jan@thuis.example", "Vraag", "Gewoon een vraag over de boom.")));
        CHECK(k.work() == 2);
        const auto rows = k.all();
        CHECK(rows[0].staat == Mailstaat::verwerkt);
        CHECK(rows[1].staat == Mailstaat::mislukt);
        CHECK(k.contact(rows[1]).inhoud.onderwerp == "Mail die niet te lezen is");
        CHECK(k.werk_of(rows[1]).beloofd_op.has_value());
        CHECK(k.post.raw(k.manager(), rows[1].id).value() == "geen mail");
        CHECK(k.post.raw(k.tom(), rows[1].id).error().reason == Reason::forbidden);
        CHECK(k.faults_of_all().empty());
    });
}

TEST_CASE("a mail whose worker dies three times is not read again, and nothing is taken in twice") {
    in_each_postkamer([](Postkamer& k) {
        struct Dood {};
        InnameService dying({k.store, k.clock, k.ids, k.werk, k.partijen, k.contacten, k.taken, k.zaken, k.uitgaand, k.voorstellen, k.documenten, k.files,
                             access::testing::test_texts(), k.draad},
                            [](std::string_view) -> mail::Mail { throw Dood{}; });
        k.deliver("bom");
        for (int i = 0; i < 3; ++i) {
            CHECK_THROWS_AS(dying.verwerk(k.clock.now(), 10), Dood);
            CHECK(k.work() == 0);  // in hand
            k.clock.advance(minutes(6));
        }
        CHECK(dying.verwerk(k.clock.now(), 10).gedaan == 1);
        CHECK(k.gelezen == 0);
        CHECK(k.last().staat == Mailstaat::mislukt);
        CHECK(k.contacts() == 1);
        k.clock.advance(hours(1));
        CHECK(k.work() == 0);
    });
}

TEST_CASE("a mail whose reader did not come back is read again before it counts as one that cannot be understood") {
    in_each_postkamer([](Postkamer& k) {
        auto broken = mail::Mail{};
        broken.gebreken = {"niet_gelezen"};
        const std::string ruw = k.raw_of(broken);
        k.deliver(ruw);
        k.work();
        CHECK(k.last().staat == Mailstaat::wacht);
        k.written[ruw] = Postkamer::from("jan@thuis.example", "Vraag", "Gewoon een vraag.");
        k.clock.advance(minutes(6));
        k.work();
        CHECK(k.last().staat == Mailstaat::verwerkt);
        k.deliver(k.raw_of(broken));
        for (int i = 0; i < 3; ++i) {
            CHECK(k.last().staat == Mailstaat::wacht);
            k.work();
            k.clock.advance(minutes(6));
        }
        CHECK(k.last().staat == Mailstaat::mislukt);
    });
}

TEST_CASE("attachments are judged by content; what is refused is named and stays in the raw mail") {
    in_each_postkamer([](Postkamer& k) {
        auto one = Postkamer::from("jan@thuis.example", "Tekening", "Hierbij de tekening van mijn boom.");
        one.delen = {{"tekening.pdf", "application/pdf", "", false, document::testing::pdf()},
                     {"virus.exe", "application/octet-stream", "", false, "MZ\x90"},
                     {"logo.png", "image/png", "logo@x", true, document::testing::png()}};
        k.take(one);
        const auto beelden = k.post.of_werk(k.manager(), k.last().werk.value()).value();
        REQUIRE(beelden.size() == 1);
        REQUIRE(beelden[0].bijlagen.size() == 1);
        CHECK(beelden[0].bijlagen[0].versie.bestandsnaam == "tekening.pdf");
        CHECK(beelden[0].tekst.geweigerd.starts_with("virus.exe\t"));
        CHECK(k.post.attachment(k.manager(), *k.last().werk, beelden[0].bijlagen[0].versie.id).has_value());
        CHECK_FALSE(k.post.attachment(k.noor(), *k.last().werk, beelden[0].bijlagen[0].versie.id).has_value());
        // The raw file is no orphan.
        k.clock.advance(days(2));
        k.documenten.sweep(k.clock.now());
        CHECK(k.post.raw(k.manager(), k.last().id).has_value());
    });
}

TEST_CASE("a correction is learned from, and the reason for a proposal can be read") {
    in_each_postkamer([](Postkamer& k) {
        for (int i = 0; i < 2; ++i) {
            k.take(Postkamer::from("a" + std::to_string(i) + "@thuis.example", "Vraag", "Ik wil iets weten over mijn reisdocument voor de vakantie."));
            REQUIRE(k.post.correct_subject(k.manager(), k.last().id, k.v.paspoort, "Dit gaat over een paspoort").has_value());
            CHECK(k.contact(k.last()).inhoud.onderwerp_id == k.v.paspoort);
        }
        k.take(Postkamer::from("b@thuis.example", "Hallo", "Mijn reisdocument is kwijt."));
        CHECK(k.text(k.last()).voorgesteld == k.v.paspoort);
        CHECK(k.text(k.last()).gronden.find("reisdocument") != std::string::npos);
    });
}

TEST_CASE("mail goes with its work and with its person; what was no question goes after a month") {
    in_each_postkamer([](Postkamer& k) {
        k.take(Postkamer::from("jan@thuis.example", "Vraag", "Gewoon een vraag over de boom."));
        const auto row = k.last();
        k.store.write([&](store::Tx& tx) { CHECK_FALSE(destroy_of_werk(k.documenten, tx, *row.werk, k.clock.now()).empty()); });
        CHECK(k.all().empty());
        k.take(Postkamer::from("els@thuis.example", "Vraag", "Gewoon een vraag over de boom."));
        const auto who = k.werk_of(k.last()).partij.value();
        k.store.write([&](store::Tx& tx) { forget_partij(k.documenten, tx, who, k.clock.now()); });
        CHECK(k.all().empty());
        auto spam = Postkamer::from("x@thuis.example", "Spam", "Spam.");
        spam.spam = true;
        k.take(spam);
        access::Bewaring bewaring(k.store);
        bewaring.add(bewaar_regels());
        k.clock.advance(days(20));
        bewaring.run(k.clock.now());
        CHECK(k.all().size() == 1);
        k.clock.advance(days(20));
        bewaring.run(k.clock.now());
        CHECK(k.all().empty());
    });
}

TEST_CASE("when the store fails nothing was promised, and what was left behind is swept away") {
    in_each_postkamer([](Postkamer& k) {
        const std::string ruw = k.raw_of(Postkamer::from("jan@thuis.example", "Vraag", "Gewoon een vraag."));
        for (int n = 1; n < 8; ++n) {
            const auto failing = failing_at(k.store, n);
            InnameService broken({*failing, k.clock, k.ids, k.werk, k.partijen, k.contacten, k.taken, k.zaken, k.uitgaand, k.voorstellen, k.documenten, k.files,
                                  access::testing::test_texts(), k.draad},
                                 [&](std::string_view text) { return k.read(text); });
            CHECK_THROWS(broken.ontvang({"jan@thuis.example", {"post@oeverland.example"}}, ruw, k.clock.now()));
            CHECK(k.all().empty());
        }
        k.deliver(ruw);
        CHECK(k.all().size() == 1);
    });
}

}  // namespace dichtbij::postvak::inname_service_test
