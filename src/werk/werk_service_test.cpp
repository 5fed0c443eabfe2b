#include "werk/werk_service.h"

#include <doctest/doctest.h>

#include "support/heart.h"

namespace dichtbij::werk::werk_service_test {
namespace {

using testing::at;
using testing::Heart;
using testing::in_each_heart;

bool has_event(const std::vector<journal::Line>& lines, std::string_view event) {
    return std::any_of(lines.begin(), lines.end(), [&](const auto& line) { return line.gebeurtenis == event; });
}

Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

}  // namespace

TEST_CASE("new work is the lead's until someone accepts it, with the date that was promised") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        CHECK(werk.eigenaar == h.v.marleen);
        CHECK_FALSE(werk.aanvaard_op);
        CHECK(werk.beloofd_op == at("2026-11-25 17:00"));
        const auto promises = h.toezeggingen(werk.id);
        REQUIRE(promises.size() == 1);
        CHECK(promises[0].herkomst == Herkomst::norm);
        CHECK(promises[0].nauwkeurigheid == Nauwkeurigheid::dag);
        CHECK(h.attenties.unread(h.marleen()) == 1);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("accepting makes someone of the team the owner, once") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Gedaan done = h.werk.accept(h.ruben(), werk.id, werk.versie).value();
        CHECK(done.werk.eigenaar == h.v.ruben);
        CHECK(done.werk.aanvaard_op == h.clock.now());
        CHECK(key_of(h.werk.accept(h.ruben(), werk.id, done.werk.versie)) == "werk.fout.al_van_u");
        CHECK(key_of(h.werk.accept(h.ilse(), werk.id, done.werk.versie)) == "werk.fout.al_aanvaard");
        CHECK(key_of(h.werk.accept(h.ilse(), werk.id, werk.versie)) == "fout.gewijzigd");
        CHECK(h.faults().empty());
    });
}

TEST_CASE("who may not know of work is told that it is not there, who may not act is refused") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        CHECK(reason_of(h.werk.accept(h.noor(), werk.id, werk.versie)) == Reason::not_found);
        CHECK(reason_of(h.werk.get(h.noor(), werk.id)) == Reason::not_found);
        CHECK(reason_of(h.werk.accept(h.tom(), werk.id, werk.versie)) == Reason::forbidden);
        CHECK(reason_of(h.werk.get(h.beheerder(), werk.id)) == Reason::forbidden);
        CHECK(h.werk.get(h.tom(), werk.id).value().titel == werk.titel);
        Opening youth = h.question();
        youth.domein = "jeugd";
        const Werk secret = h.open(youth);
        CHECK(reason_of(h.werk.get(h.tom(), secret.id)) == Reason::forbidden);
        const Werk seen = h.store.read([&](store::Tx& tx) { return h.werk.get_masked(tx, h.tom(), secret.id); }).value();
        CHECK(seen.titel.empty());
        CHECK_FALSE(seen.onderwerp);
        CHECK(seen.domein.empty());
        CHECK(seen.beloofd_op == secret.beloofd_op);
    });
}

TEST_CASE("a lead gives work to someone of the team, and to nobody else") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        CHECK(reason_of(h.werk.assign(h.ruben(), {werk.id, werk.versie}, h.v.ilse)) == Reason::forbidden);
        CHECK(key_of(h.werk.assign(h.marleen(), {werk.id, werk.versie}, h.v.tom)) == "werk.fout.medewerker_niet_in_team");
        const Werk given = h.werk.assign(h.marleen(), {werk.id, werk.versie}, h.v.ilse).value().werk;
        CHECK(given.eigenaar == h.v.ilse);
        CHECK_FALSE(given.aanvaard_op);
        CHECK(h.attenties.unread(h.ilse()) == 1);
        CHECK(h.werk.accept(h.ilse(), werk.id, given.versie).has_value());
        CHECK(h.faults().empty());
    });
}

TEST_CASE("work for someone who is absent goes to who acts for him, and back when he returns") {
    in_each_heart([](Heart& h) {
        const Day monday = make_day(2026, 11, 23);
        const Werk early = h.open();
        h.absent(h.v.marleen, monday, monday + days(5), h.v.ruben);
        CHECK(h.store.write([&](store::Tx& tx) { return h.werk.on_absence_changed(tx, h.v.marleen); }) == 1);
        CHECK(h.again(early).eigenaar == h.v.ruben);
        CHECK(h.open().eigenaar == h.v.ruben);
        h.set("2026-11-28 06:00");
        CHECK(h.timer.due_work(h.clock.now(), 100).eigenaren_herzien == 2);
        CHECK(h.again(early).eigenaar == h.v.marleen);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("handing on keeps promise, clocks and thread, and asks for a reason") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        CHECK(key_of(h.werk.hand_on(h.marleen(), {werk.id, werk.versie}, {NaarTeam{h.v.kcc}, " "})) == "fout.veld.verplicht");
        CHECK(key_of(h.werk.hand_on(h.marleen(), {werk.id, werk.versie}, {NaarTeam{h.v.jeugd}, "past hier niet"})) == "werk.fout.team_onbekend");
        const Werk there = h.werk.hand_on(h.marleen(), {werk.id, werk.versie}, {NaarTeam{h.v.kcc}, "gaat over paspoort"}).value().werk;
        CHECK(there.team == h.v.kcc);
        CHECK(there.eigenaar == h.v.sanne);
        CHECK(there.beloofd_op == werk.beloofd_op);
        const auto lines = h.timeline(werk.id);
        REQUIRE(has_event(lines, "werk.doorgegeven"));
        CHECK(lines[0].toelichting == "gaat over paspoort");
        const Werk back = h.werk.hand_on(h.tom(), {werk.id, there.versie}, {NaarRoutering{h.v.bomen, {}}, "toch een boom"}).value().werk;
        CHECK(back.team == h.v.vergunningen);
        CHECK(back.onderwerp == h.v.bomen);
        CHECK(back.product == h.v.kapvergunning);
        const Werk named = h.werk.hand_on(h.marleen(), {werk.id, back.versie}, {NaarMedewerker{h.v.priya, h.v.kcc}, "Priya weet dit"}).value().werk;
        CHECK(named.eigenaar == h.v.priya);
        CHECK(named.toegewezen_aan == h.v.priya);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("an act is taken back within a minute by who did it, when nobody acted since") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Gedaan done = h.werk.accept(h.ruben(), werk.id, werk.versie).value();
        CHECK(reason_of(h.werk.undo(h.ilse(), *done.ongedaan)) == Reason::forbidden);
        h.clock.advance(seconds(60));
        const auto back = h.werk.undo(h.ruben(), *done.ongedaan).value();
        CHECK(back.soort == Handeling::aanvaarden);
        const Werk now = h.again(werk);
        CHECK(now.eigenaar == h.v.marleen);
        CHECK_FALSE(now.aanvaard_op);
        CHECK(now.versie == 3);
        CHECK(key_of(h.werk.undo(h.ruben(), *done.ongedaan)) == "werk.fout.ongedaan_te_laat");

        const Gedaan twice = h.werk.accept(h.ruben(), werk.id, now.versie).value();
        h.clock.advance(seconds(61));
        CHECK(key_of(h.werk.undo(h.ruben(), *twice.ongedaan)) == "werk.fout.ongedaan_te_laat");

        const Gedaan given = h.werk.assign(h.marleen(), {werk.id, twice.werk.versie}, h.v.ilse).value();
        CHECK(h.werk.accept(h.ilse(), werk.id, given.werk.versie).has_value());
        CHECK(key_of(h.werk.undo(h.marleen(), *given.ongedaan)) == "werk.fout.ongedaan_ander");
        CHECK(h.faults().empty());
    });
}

TEST_CASE("taking back a closing lets clocks, promise and questions to colleagues run on") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        Opening inner = h.question();
        inner.ouder = werk.id;
        const Werk child = h.open(inner);
        CHECK(child.orde_op == werk.orde_op);
        CHECK_FALSE(child.beloofd_op);
        CHECK_FALSE(child.telt_als_vraag);
        const Gedaan closed = h.close(h.ruben(), werk).value();
        CHECK(closed.werk.eigenaar == h.v.ruben);
        CHECK(closed.werk.uitkomst == Uitkomst::beantwoord);
        CHECK(h.again(child).uitkomst == Uitkomst::ingetrokken);
        CHECK(h.toezeggingen(werk.id)[0].stand == Stand::gehaald);
        CHECK(h.faults().empty());
        CHECK(h.werk.undo(h.ruben(), *closed.ongedaan).value().werk.size() == 2);
        CHECK(h.again(child).is_open());
        CHECK(h.again(werk).eigenaar == h.v.marleen);
        CHECK(h.toezeggingen(werk.id)[0].stand == Stand::lopend);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("closed work takes no more acts, and opens again with a new promise and its last owner") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Werk closed = h.close(h.ruben(), werk).value().werk;
        const Keuze keuze{closed.id, closed.versie};
        CHECK(key_of(h.close(h.ruben(), closed)) == "werk.fout.gesloten");
        CHECK(key_of(h.werk.accept(h.ruben(), closed.id, closed.versie)) == "werk.fout.gesloten");
        CHECK(key_of(h.werk.assign(h.marleen(), keuze, h.v.ilse)) == "werk.fout.gesloten");
        CHECK(key_of(h.werk.hand_on(h.marleen(), keuze, {NaarTeam{h.v.kcc}, "x"})) == "werk.fout.gesloten");
        CHECK(key_of(h.werk.move_toezegging(h.marleen(), keuze, {at("2026-12-01 17:00"), {}, "x", OpVerzoek{}})) == "werk.fout.gesloten");
        CHECK(key_of(h.werk.pause(h.marleen(), keuze, Wachtreden::inwoner, "x")) == "werk.fout.gesloten");
        h.set("2026-12-07 10:00");
        const Werk open = h.store.write([&](store::Tx& tx) { return h.werk.reopen(tx, h.tom(), closed.id, closed.versie, "Mevrouw belt opnieuw"); }).value();
        CHECK(open.eigenaar == h.v.ruben);
        CHECK_FALSE(open.aanvaard_op);
        CHECK(open.beloofd_op == at("2026-12-09 17:00"));
        CHECK(h.toezeggingen(open.id).size() == 2);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("a note tells the colleagues it names, and gives the work no new version") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        CHECK(h.werk.note(h.tom(), werk.id, {"@Ilse weet jij dit?", {h.v.ilse}}).has_value());
        CHECK(h.again(werk).versie == werk.versie);
        const auto seen = h.attenties.list(h.ilse(), {}, 10);
        REQUIRE(seen.size() == 1);
        CHECK(seen[0].attentie.soort == Attentiesoort::genoemd);
        CHECK(seen[0].attentie.van == h.v.tom);
        CHECK(h.attenties.read(h.ilse(), seen[0].attentie.id).has_value());
        CHECK(h.attenties.unread(h.ilse()) == 0);
        CHECK(reason_of(h.attenties.read(h.tom(), seen[0].attentie.id)) == Reason::not_found);
        CHECK(h.timeline(werk.id)[0].toelichting == "@Ilse weet jij dit?");
        CHECK(key_of(h.werk.note(h.tom(), werk.id, {std::string(notitie_limit + 1, 'x'), {}})) == "fout.veld.te_lang");
    });
}

TEST_CASE("a promise is moved over the service as the rules say, and the ladder starts anew") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        const Verzetting later{at("2026-12-02 17:00"), Nauwkeurigheid::dag, "Advies duurt langer", PerBericht{"telefoon", "Wij bellen u woensdag."}};
        const Werk moved = h.werk.move_toezegging(h.marleen(), {werk.id, werk.versie}, later).value();
        CHECK(moved.beloofd_op == at("2026-12-02 17:00"));
        CHECK(moved.orde_op == at("2026-12-02 17:00"));
        CHECK(moved.waarschuwing_op == at("2026-11-30 08:30"));
        const auto promises = h.toezeggingen(werk.id);
        REQUIRE(promises.size() == 2);
        CHECK(promises[0].stand == Stand::verzet);
        CHECK(promises[1].verteld_tekst == "Wij bellen u woensdag.");
        CHECK_FALSE(promises[1].te_laat_verteld);
        h.set("2026-12-10 09:00");
        h.timer.due_work(h.clock.now(), 100);
        CHECK(h.again(werk).escalatie == 3);
        CHECK(h.toezeggingen(werk.id)[1].gemist_op == at("2026-12-02 17:00"));
        const Werk again = h.werk.move_toezegging(h.marleen(), {werk.id, moved.versie}, {at("2026-12-20 17:00"), {}, "nog niet", NietTeBereiken{"2 keer gebeld"}}).value();
        CHECK(again.escalatie == 0);
        CHECK(h.toezeggingen(werk.id)[1].stand == Stand::gemist);
        CHECK(h.toezeggingen(werk.id)[2].te_laat_verteld);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("waiting for the resident stops the clocks, not the promise") {
    in_each_heart([](Heart& h) {
        Opening by_mail = h.question();
        by_mail.kanaal = "email";
        by_mail.aanleiding = norm::Aanleiding::vraag;
        by_mail.gereageerd = Gereageerd::nog_niet;
        const Werk werk = h.open(by_mail);
        CHECK(werk.beloofd_op == at("2026-11-30 17:00"));
        const Werk waits = h.werk.pause(h.marleen(), {werk.id, werk.versie}, Wachtreden::inwoner, "tekening gevraagd").value();
        CHECK(key_of(h.werk.pause(h.marleen(), {werk.id, waits.versie}, Wachtreden::inwoner, "x")) == "werk.fout.wacht_al");
        h.set("2026-11-25 10:00");
        const Werk runs = h.werk.resume(h.marleen(), {werk.id, waits.versie}).value();
        CHECK(runs.beloofd_op == werk.beloofd_op);
        CHECK(key_of(h.werk.resume(h.marleen(), {werk.id, runs.versie})) == "werk.fout.wacht_niet");
        const auto klokken = h.store.read([&](store::Tx& tx) { return h.werk.klokken(tx, runs); }).value();
        const auto answer = std::find_if(klokken.begin(), klokken.end(), [](const auto& one) { return one.klok.meet == norm::Meetmoment::volledig_antwoord; });
        REQUIRE(answer != klokken.end());
        CHECK(answer->klok.uiterlijk_op == at("2026-12-01 17:00"));  // Tuesday was waited; Monday did not count
        CHECK(answer->klok.aanvankelijk_op == at("2026-11-30 17:00"));
        CHECK(h.faults().empty());
    });
}

TEST_CASE("a change of the calendar moves due moments, and promised dates stay as promised") {
    in_each_heart([](Heart& h) {
        const Werk werk = h.open();
        auto hours_of_work = norm::default_opening_hours();
        hours_of_work.sluitingsdagen.push_back({make_day(2026, 11, 24), "studiedag"});
        const auto changed = std::make_shared<const norm::ServiceCalendar>(norm::ServiceCalendar::compile(hours_of_work, {2020, 2030}).value());
        const Normbron bron{[&](store::Tx&, Id<Gemeente>) -> Result<Kalender> { return changed; }, h.normbron.choose_all};
        WerkService service(h.store, h.clock, h.ids, bron);
        CHECK(h.store.write([&](store::Tx& tx) { return service.recompute_klokken(tx, h.v.oeverland); }).value() == 2);
        CHECK(h.store.write([&](store::Tx& tx) { return service.recompute_klokken(tx, h.v.heidedal); }).value() == 0);
        CHECK(h.again(werk).beloofd_op == at("2026-11-25 17:00"));
        const auto klokken = h.store.read([&](store::Tx& tx) { return service.klokken(tx, werk); }).value();
        CHECK(klokken[0].klok.uiterlijk_op == at("2026-11-26 17:00"));
        CHECK(h.faults().empty());
    });
}

TEST_CASE("handing on by routing alone keeps what it is about, and confidence is never lost") {
    in_each_heart([](Heart& h) {
        Opening secret = h.question();
        secret.domein = "wmo";
        const Werk werk = h.open(secret);
        access::Caller lead = h.marleen();
        lead.domeinen = {"wmo"};
        const Werk again = h.werk.hand_on(lead, {werk.id, werk.versie}, {NaarRoutering{}, "opnieuw"}).value().werk;
        CHECK(again.onderwerp == werk.onderwerp);
        CHECK(again.domein == "wmo");
        const Werk other = h.werk.hand_on(lead, {werk.id, again.versie}, {NaarRoutering{h.v.paspoort, {}}, "gaat over een paspoort"}).value().werk;
        CHECK(other.team == h.v.kcc);
        CHECK(other.onderwerp == h.v.paspoort);
        CHECK(other.domein == "wmo");
    });
}

TEST_CASE("many are assigned at once: all of them or those that can, and taken back together") {
    in_each_heart([](Heart& h) {
        const Werk one = h.open(), two = h.open();
        const std::vector<Keuze> keuzes{{one.id, one.versie}, {two.id, two.versie + 1}};
        CHECK(key_of(h.werk.assign_all(h.marleen(), keuzes, h.v.ruben, Omvang::alles_of_niets)) == "fout.gewijzigd");
        CHECK(h.again(one).eigenaar == h.v.marleen);
        const Bulkuitslag some = h.werk.assign_all(h.marleen(), keuzes, h.v.ruben, Omvang::wat_kan).value();
        CHECK(some.gelukt() == 1);
        CHECK(some.regels[1].fout->key == "fout.gewijzigd");
        CHECK(h.again(one).eigenaar == h.v.ruben);
        CHECK(h.werk.undo(h.marleen(), *some.ongedaan).has_value());
        const std::vector<Keuze> both{{one.id, h.again(one).versie}, {two.id, two.versie}};
        const Bulkuitslag all = h.werk.assign_all(h.marleen(), both, h.v.ilse, Omvang::alles_of_niets).value();
        CHECK(all.gelukt() == 2);
        CHECK(h.werk.undo(h.marleen(), *all.ongedaan).value().werk.size() == 2);
        CHECK(h.again(two).eigenaar == h.v.marleen);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("a question answered at once is work that opened and closed, with its clocks kept") {
    in_each_heart([](Heart& h) {
        Opening opening = h.question();
        opening.aanleiding = norm::Aanleiding::vraag;
        const auto record = [&](std::optional<Instant> closed) {
            return h.store.write([&](store::Tx& tx) { return h.werk.record_closed(tx, h.tom(), opening, {Uitkomst::beantwoord, h.v.tom, closed}); }).value();
        };
        const Werk werk = record(opening.op);
        CHECK(werk.gesloten_op == opening.op);
        const auto klokken = h.store.read([&](store::Tx& tx) { return h.werk.klokken(tx, werk); }).value();
        REQUIRE(klokken.size() == 1);
        CHECK(klokken[0].stand == norm::Stand::gehaald);
        opening.object = h.ids.next();
        const Werk unknown = record(std::nullopt);
        CHECK(h.store.read([&](store::Tx& tx) { return h.werk.klokken(tx, unknown); }).value().empty());
        CHECK(h.faults().empty());
    });
}

TEST_CASE("what runs for a person stands by promise, however much was closed before") {
    in_each_heart([](Heart& h) {
        Opening opening = h.question();
        opening.partij = h.ids.make<Partij>();
        for (int i = 0; i < 3; ++i) {
            opening.object = h.ids.next();
            h.store.write([&](store::Tx& tx) { return h.werk.record_closed(tx, h.tom(), opening, {Uitkomst::beantwoord, h.v.tom, opening.op}); }).value();
        }
        const auto open = [&] {
            opening.object = h.ids.next();
            return h.store.write([&](store::Tx& tx) { return h.werk.open(tx, h.tom(), opening); }).value();
        };
        const Werk first = open(), second = open();
        const auto found = h.store.read([&](store::Tx& tx) { return h.werk.open_of_partijen(tx, h.tom(), {*opening.partij}, 2); });
        REQUIRE(found.size() == 2);
        CHECK(found[0].id == first.id);
        CHECK(found[1].id == second.id);
    });
}

TEST_CASE("forgetting a person leaves the figures and takes title and words") {
    in_each_heart([](Heart& h) {
        Opening opening = h.question();
        opening.partij = h.ids.make<Partij>();
        const Werk werk = h.open(opening);
        CHECK(h.werk.note(h.tom(), werk.id, {"Mevrouw Jansen belde", {}}).has_value());
        CHECK(h.werk.move_toezegging(h.marleen(), {werk.id, werk.versie}, {at("2026-12-02 17:00"), {}, "ziek", PerBericht{"telefoon", "Dag mevrouw Jansen"}}).has_value());
        h.store.write([&](store::Tx& tx) { h.werk.forget_partij(tx, *opening.partij, h.clock.now()); });
        const Werk left = h.again(werk);
        CHECK(left.titel.empty());
        CHECK_FALSE(left.partij);
        CHECK(left.nummer == werk.nummer);
        CHECK(h.toezeggingen(werk.id)[1].verteld_tekst.empty());
        for (const auto& line : h.timeline(werk.id)) CHECK_FALSE(line.toelichting);
        CHECK(h.faults().empty());
    });
}

TEST_CASE("a store that fails at any statement leaves nothing half done") {
    for (const auto& fresh : fresh_stores(testing::heart_schema())) {
        Heart h(*fresh->store);
        const Werk werk = h.open();
        int statement = 0;
        for (;;) {
            const auto failing = failing_at(*fresh->store, ++statement);
            WerkService service(*failing, h.clock, h.ids, h.normbron);
            try {
                (void)service.accept(h.ruben(), werk.id, werk.versie);
            } catch (const store::Unavailable&) {
            }
            if (!failing->has_failed()) break;
            CHECK(h.again(werk) == werk);
            CHECK(h.timeline(werk.id).size() == 1);
        }
        CHECK(statement > 5);
        CHECK(h.again(werk).eigenaar == h.v.ruben);
    }
}

}  // namespace dichtbij::werk::werk_service_test
