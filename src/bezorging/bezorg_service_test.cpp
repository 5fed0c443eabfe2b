#include "bezorging/bezorg_service.h"

#include <algorithm>
#include <set>

#include "support/bezorging.h"

namespace dichtbij::bezorging::bezorg_service_test {
namespace {

using bericht::Staat;
using testing::away;
using testing::Bezorgpost;
using testing::in_each;
using testing::key_of;
using testing::reason_of;
using testing::refusal;

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string header(const std::string& mail, const std::string& name) {
    const auto at = mail.find("\r\n" + name + ": ");
    if (at == std::string::npos) return "";
    const auto begin = at + name.size() + 4;
    return mail.substr(begin, mail.find("\r\n", begin) - begin);
}

}  // namespace

TEST_CASE("a message goes to the address of who wants mail, from the gemeente, and is noted as taken") {
    in_each([](Bezorgpost& p) {
        const auto one = p.left();
        CHECK(one.staat == Staat::klaar);
        CHECK(p.carry() == 1);
        REQUIRE(p.gestuurd.size() == 1);
        CHECK(p.gestuurd[0].envelop.van == "post@oeverland.example");
        CHECK(p.gestuurd[0].envelop.aan == "jan@voorbeeld.example");
        const std::string& mail = p.gestuurd[0].tekst;
        CHECK(header(mail, "From") == "Gemeente Oeverland <post@oeverland.example>");
        CHECK(header(mail, "Subject") == one.onderwerp);
        CHECK(header(mail, "Message-ID") == "<" + p.bezorging(one).message_id + ">");
        CHECK(header(mail, "X-Dichtbij-Bericht") == p.zending(one).id.text());
        CHECK(header(mail, "Auto-Submitted") == "");  // a person wrote it
        CHECK(p.draad.vind(p.bezorging(one).message_id) == one.werk);
        CHECK(p.stored(one.id).staat == Staat::verzonden);
        CHECK(p.bezorging(one).aangenomen_op == p.clock.now());
        CHECK(p.carry() == 0);
        CHECK(p.seen_by(p.jan).size() == 1);
    });
}

TEST_CASE("of several addresses the preferred one is written to, then the standard one, then what was confirmed") {
    in_each([](Bezorgpost& p) {
        const auto who = p.mailer("Ada", {"standaard@voorbeeld.example", "voorkeur@voorbeeld.example", "bevestigd@voorbeeld.example"});
        p.left(p.asked(who));
        CHECK(p.carry() == 1);
        CHECK(p.gestuurd.back().envelop.aan == "standaard@voorbeeld.example");
        auto now = std::get<partij::PartijBeeld>(p.partijen.read(p.marleen(), who).value()).partij;
        now.gegevens.voorkeuren.digitaal_adres = now.gegevens.digitale_adressen[1].id;
        REQUIRE(p.partijen.change(access::system_caller("proef"), {who, now.versie, now.gegevens, {}}));
        p.left(p.asked(who));
        CHECK(p.carry() == 1);
        CHECK(p.gestuurd.back().envelop.aan == "voorkeur@voorbeeld.example");
    });
}

TEST_CASE("who has no address that mail can go to has it in Mijn Dichtbij, with the reason") {
    in_each([](Bezorgpost& p) {
        const auto none = p.left(p.asked(p.mailer("Zonder", {})));
        CHECK(p.carry() == 0);
        CHECK(p.stored(none.id).staat == Staat::verzonden);
        CHECK(p.zending(none).kanaal == bericht::mijn_dichtbij);
        CHECK(p.zending(none).laatste_fout == "geen_adres");
        CHECK(p.told(*none.werk) == 0);
    });
}

TEST_CASE("an address that does not exist is refused at once, its owner is told, and nothing goes there until it is opened") {
    in_each([](Bezorgpost& p) {
        const auto one = p.left();
        p.antwoorden = {refusal(550, "5.1.1")};
        CHECK(p.carry() == 1);
        CHECK(p.stored(one.id).staat == Staat::mislukt);
        CHECK(p.zending(one).laatste_fout == "adres_onbekend");
        CHECK(p.told(*one.werk) == 1);
        REQUIRE(p.closed_of(p.jan).size() == 1);
        CHECK(p.closed_of(p.jan)[0].adres == "jan@voorbeeld.example");
        const auto next = p.left();
        CHECK(p.carry() == 0);
        CHECK(p.zending(next).laatste_fout == "adres_werkt_niet");
        CHECK(p.stored(next.id).staat == Staat::verzonden);
        const std::string sleutel = p.closed_of(p.jan)[0].sleutel;
        CHECK(reason_of(p.bezorgen.adres_weer_open(p.noor(), p.jan, sleutel)) == Reason::not_found);
        CHECK(reason_of(p.bezorgen.adres_weer_open(p.beheerder(), p.jan, sleutel)) == Reason::forbidden);
        CHECK(reason_of(p.bezorgen.adres_weer_open(p.ruben(), p.jan, "anders")) == Reason::not_found);
        REQUIRE(p.bezorgen.adres_weer_open(p.ruben(), p.jan, sleutel));
        p.left();
        CHECK(p.carry() == 1);
    });
}

TEST_CASE("an address that somebody writes to us from works again") {
    in_each([](Bezorgpost& p) {
        p.left();
        p.antwoorden = {refusal(550, "5.1.1")};
        p.carry();
        CHECK(p.closed_of(p.jan).size() == 1);
        p.store.write([&](store::Tx& tx) { p.bezorgen.adres_werkt(tx, p.jan, "Jan@Voorbeeld.example"); });
        CHECK(p.closed_of(p.jan).empty());
    });
}

TEST_CASE("a mailbox that is full is tried eleven times in two days under one Message-ID, then the owner is told") {
    in_each([](Bezorgpost& p) {
        const auto one = p.left();
        const Instant begun = p.clock.now();
        std::set<std::string> ids;
        for (int attempt = 1; attempt <= 11; ++attempt) {
            p.antwoorden = {refusal(452, "4.2.2")};
            REQUIRE(p.carry() == 1);
            ids.insert(header(p.gestuurd.back().tekst, "Message-ID"));
            CHECK(p.zending(one).pogingen == attempt);
            if (attempt < 11) CHECK(p.told(*one.werk) == 0);
            if (attempt < 11) p.clock.set(p.zending(one).volgende_op);
        }
        CHECK(p.clock.now() - begun > hours(46));
        CHECK(p.clock.now() - begun < hours(50));
        CHECK(ids.size() == 1);
        CHECK(p.stored(one.id).staat == Staat::mislukt);
        CHECK(p.zending(one).laatste_fout == "mailbox_vol");
        CHECK(p.told(*one.werk) == 1);
        CHECK(p.closed_of(p.jan).empty());
        REQUIRE(p.verzenden.retry(p.marleen(), one.id, p.stored(one.id).versie));
        CHECK(p.carry() == 1);
        CHECK(p.stored(one.id).staat == Staat::verzonden);
        CHECK(header(p.gestuurd.back().tekst, "Message-ID") == *ids.begin());
    });
}

TEST_CASE("while the server is away one message tries, none loses an attempt, and all go when it is back") {
    in_each([](Bezorgpost& p) {
        std::vector<bericht::Bericht> all;
        for (int i = 0; i < 6; ++i) all.push_back(p.left());
        p.antwoorden = {away(), away(), away()};
        CHECK(p.carry() == 1);
        CHECK(p.stand().storing_sinds == p.clock.now());
        CHECK(p.carry() == 0);  // its turn has not come
        for (int i = 0; i < 2; ++i) {
            p.clock.set(std::max(p.stand().volgende_op, p.clock.now() + seconds(1)));
            CHECK(p.carry() == 1);
        }
        CHECK(p.stand().pogingen == 3);
        for (const auto& one : all) CHECK(p.zending(one).pogingen == 0);
        p.clock.advance(minutes(15));
        CHECK(p.carry() == 6);
        CHECK_FALSE(p.stand().storing_sinds.has_value());
        for (const auto& one : all) CHECK(p.stored(one.id).staat == Staat::verzonden);
        CHECK(p.told(*all[0].werk) == 0);
    });
}

TEST_CASE("no more mails go in a minute than the settings say") {
    auto opties = testing::options();
    opties.per_minuut = 3;
    in_each([](Bezorgpost& p) {
        for (int i = 0; i < 5; ++i) p.left();
        CHECK(p.carry() == 3);
        CHECK(p.carry() == 0);
        p.clock.advance(seconds(61));
        CHECK(p.carry() == 2);
    }, opties);
}

TEST_CASE("a mail that was taken and not noted goes again, under the same Message-ID; what was noted does not") {
    in_each([](Bezorgpost& p) {
        p.left();
        p.left();
        p.na = [&] {
            if (p.gestuurd.size() == 2) throw std::runtime_error("gone");
        };
        CHECK_THROWS(p.carry());
        p.na = nullptr;
        CHECK(p.carry() == 0);
        p.clock.advance(bericht::VerzendService::in_hand);
        CHECK(p.carry() == 1);
        REQUIRE(p.gestuurd.size() == 3);
        CHECK(header(p.gestuurd[1].tekst, "Message-ID") == header(p.gestuurd[2].tekst, "Message-ID"));
        CHECK(header(p.gestuurd[0].tekst, "Message-ID") != header(p.gestuurd[2].tekst, "Message-ID"));
    });
}

TEST_CASE("what comes back for good has not arrived: its owner is told once, and its address is closed") {
    in_each([](Bezorgpost& p) {
        const auto one = p.left();
        p.carry();
        const std::string id = p.bezorging(one).message_id;
        CHECK(reason_of(p.came_back({"iets@anders.example", true, "5.1.1", ""})) == Reason::not_found);
        CHECK(reason_of(p.came_back({"", true, "5.1.1", ""})) == Reason::not_found);
        const auto slow = p.came_back({"rewritten@anders.example", false, "4.4.1", "no route", p.zending(one).id.text()});
        REQUIRE(slow);
        CHECK(p.bezorging(one).vertraagd_op == p.clock.now());
        CHECK(p.stored(one.id).staat == Staat::verzonden);
        const auto back = p.came_back({"<" + id + ">", true, "5.1.1", "550 5.1.1 <jan@voorbeeld.example> unknown\nmore"});
        REQUIRE(back);
        CHECK(back->werk == one.werk);
        CHECK(back->partij == p.jan);
        CHECK(p.stored(one.id).staat == Staat::mislukt);
        CHECK(p.zending(one).laatste_fout == "adres_onbekend");
        CHECK(p.told(*one.werk) == 1);
        CHECK(p.closed_of(p.jan).size() == 1);
        REQUIRE(p.came_back({id, true, "5.1.1", "again"}));
        CHECK(p.told(*one.werk) == 1);
    });
}

TEST_CASE("what a resident had read already stays read when its mail comes back, and who owns it is told all the same") {
    in_each([](Bezorgpost& p) {
        const auto one = p.left();
        p.carry();
        p.store.write([&](store::Tx& tx) { return p.berichten.read(tx, {p.jan}, one.id); }).value();
        REQUIRE(p.came_back({p.bezorging(one).message_id, true, "5.2.2", "full"}));
        CHECK(p.stored(one.id).staat == Staat::gelezen);
        CHECK(p.told(*one.werk) == 1);
        CHECK(p.closed_of(p.jan).empty());
    });
}

TEST_CASE("mails about one work hang together, and answer the newest of the resident") {
    in_each([](Bezorgpost& p) {
        const auto werk = p.asked(p.jan);
        const auto first = p.left(werk);
        p.carry();
        p.store.write([&](store::Tx& tx) { p.bezorgen.onthoud(tx, werk.id, "vraag@voorbeeld.example", p.clock.now()); });
        p.left(werk, "Nog iets");
        p.carry();
        const std::string& mail = p.gestuurd.back().tekst;
        CHECK(header(mail, "In-Reply-To") == "<vraag@voorbeeld.example>");
        CHECK(header(mail, "References") == "<" + p.bezorging(first).message_id + ">");
        CHECK(has(mail, "\r\n <vraag@voorbeeld.example>\r\n"));
        const auto at = mail.find("<post+");
        REQUIRE(at != std::string::npos);
        CHECK(p.draad.vind(mail.substr(at, mail.find('>', at) + 1 - at)) == werk.id);
    });
}

TEST_CASE("what a rule wrote says that a machine did, and that it answers when it does") {
    in_each([](Bezorgpost& p) {
        const auto werk = p.asked(p.jan);
        const auto by_rule = [&](std::int64_t oorzaak) {
            p.store.write([&](store::Tx& tx) { return p.berichten.write(tx, access::system_caller("berichtregels"), p.words(werk), bericht::Herkomst{"zaak-ontvangen", oorzaak}); }).value();
            p.clock.advance(hours(2));
            p.release();
            p.carry();
        };
        by_rule(1);
        CHECK(header(p.gestuurd.back().tekst, "Auto-Submitted") == "auto-generated");
        p.store.write([&](store::Tx& tx) { p.bezorgen.onthoud(tx, werk.id, "vraag@voorbeeld.example", p.clock.now()); });
        by_rule(2);
        CHECK(header(p.gestuurd.back().tekst, "Auto-Submitted") == "auto-replied");
    });
}

TEST_CASE("of who is forgotten nothing is left that says where mail went") {
    in_each([](Bezorgpost& p) {
        const auto one = p.left();
        p.antwoorden = {refusal(550, "5.1.1")};
        p.carry();
        p.store.write([&](store::Tx& tx) { p.bezorgen.forget_partij(tx, p.jan); });
        CHECK(p.bezorging(one).uitleg.empty());
        CHECK(p.bezorging(one).adres_sleutel.empty());
        CHECK(p.closed_of(p.jan).empty());
        CHECK(p.came_back({p.bezorging(one).message_id, true, "5.1.1", ""}));
        CHECK(p.told(*one.werk) == 1);
    });
}

}  // namespace dichtbij::bezorging::bezorg_service_test
