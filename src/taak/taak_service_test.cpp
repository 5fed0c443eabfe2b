#include "taak/taak_service.h"

#include <doctest/doctest.h>

#include "klantcontact/actor_service.h"
#include "support/desk.h"

namespace dichtbij::taak::taak_service_test {
namespace {

using klantcontact::Afloop;
using testing::at;
using testing::Desk;

struct Tasks : Desk {
    explicit Tasks(store::Store& opened) : Desk(opened), taken(store, clock, ids, werk, contacten) {}

    NieuweTaak nieuw(Id<Klantcontact> id) const { return {id, "terugbellen", "Over de beuk", "06 1234 5678", "na 15.00 uur", "", "", {}, {}}; }
    // Fatima is promised a call; the task is the lead's of Vergunningen.
    Gemaakt made() {
        const auto one = registered(contact(Afloop::doorgezet)).klantcontact;
        return taken.create(tom(), nieuw(one.id)).value();
    }
    Gemaakt accepted() {
        Gemaakt one = made();
        one.werk = werk.accept(ruben(), one.werk.id, one.werk.versie).value().werk;
        return one;
    }
    static werk::Keuze bij(const Gemaakt& one) { return {one.werk.id, one.werk.versie}; }
    Gemaakt called(const access::Caller& caller, const Gemaakt& one, Belresultaat how) { return taken.record_belpoging(caller, {bij(one), how, {}}).value(); }
    std::vector<std::string> all_faults() {
        auto found = faults();
        for (const auto& fault : contact_faults()) found.push_back(fault);
        for (const auto& fault : store.read([&](store::Tx& tx) { return taak_check(tx, werk); })) found.push_back(fault);
        return found;
    }
    Taak stored(const Gemaakt& one) {
        return store.read([&](store::Tx& tx) { return taken.stored(tx, one.taak.id); }).value();
    }
    std::int64_t unread(const access::Caller& caller, werk::Attentiesoort soort) {
        const auto regels = attenties.list(caller, {}, 100);
        return std::count_if(regels.begin(), regels.end(), [&](const auto& one) { return one.attentie.soort == soort; });
    }

    TaakService taken;
};

template <class F>
void in_each(F test) {
    auto schema = testing::desk_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        Tasks tasks(*fresh->store);
        test(tasks);
    }
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

TEST_CASE("the contact centre hands a question on into a domain that it may not read; what others took there stays closed") {
    in_each([](Tasks& d) {
        access::Caller kcc = d.someone(d.v.tom, access::Rol::kcc_medewerker, d.v.kcc, d.v.heidedal);
        auto vraag = d.contact(Afloop::doorgezet);
        vraag.gemeente = d.v.heidedal;
        vraag.inhoud.onderwerp_id.reset();
        vraag.inhoud.onderwerp = "Vraag over jeugdhulp";
        vraag.betrokkenen.clear();
        vraag.naar = werk::NaarTeam{d.v.jeugd};
        const auto asked = d.contacten.register_klantcontact(kcc, vraag).value();
        CHECK(asked.werk.domein == "jeugd");
        const auto made = d.taken.create(kcc, d.nieuw(asked.klantcontact.id));
        REQUIRE(made.has_value());
        CHECK(made->werk.eigenaar == d.v.noor);
        CHECK(reason_of(d.taken.get(kcc, made->taak.id)) == Reason::forbidden);
        const auto other = d.contacten.register_klantcontact(kcc, vraag).value();
        kcc.medewerker = d.v.priya;
        CHECK(reason_of(d.taken.create(kcc, d.nieuw(other.klantcontact.id))) == Reason::forbidden);
        CHECK(d.all_faults().empty());
    });
}

TEST_CASE("a taak takes over the work of its question, and the clocks run on") {
    in_each([](Tasks& t) {
        const auto [one, werk] = t.registered(t.contact(Afloop::doorgezet));
        t.clock.advance(minutes(5));
        const Gemaakt made = t.taken.create(t.tom(), t.nieuw(one.id)).value();
        CHECK(made.werk.id == werk.id);
        CHECK(made.werk.soort == werk::Soort::taak);
        CHECK(made.werk.object == made.taak.id.bytes);
        CHECK(made.werk.nummer == made.taak.nummer);
        CHECK(made.taak.nummer.starts_with("T-2026-"));
        CHECK(made.werk.beloofd_op == werk.beloofd_op);
        CHECK(made.werk.geopend_op == werk.geopend_op);
        CHECK(made.taak.status == Taakstatus::te_verwerken);
        const TaakBeeld beeld = t.taken.get(t.ruben(), made.taak.id).value();
        REQUIRE(beeld.klantcontact);
        CHECK(beeld.klantcontact->id == one.id);
        CHECK(beeld.taak.voorkeursmoment == "na 15.00 uur");
        CHECK(t.looks_at(t.fatima).size() == 1);
        CHECK(reason_of(t.taken.get(t.noor(), made.taak.id)) == Reason::not_found);
        CHECK(reason_of(t.taken.get(t.beheerder(), made.taak.id)) == Reason::forbidden);
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("a question that was answered is opened again by a taak; a second taak is work inside it") {
    in_each([](Tasks& t) {
        const auto [one, werk] = t.registered(t.contact(Afloop::beantwoord));
        const Gemaakt first = t.taken.create(t.tom(), t.nieuw(one.id)).value();
        CHECK(first.werk.id == werk.id);
        CHECK(first.werk.is_open());
        CHECK(first.werk.beloofd_op);
        const Gemaakt second = t.taken.create(t.tom(), t.nieuw(one.id)).value();
        CHECK(second.werk.ouder == werk.id);
        CHECK_FALSE(second.werk.telt_als_vraag);
        CHECK(t.store.read([&](store::Tx& tx) { return t.taken.of_klantcontact(tx, one.id); }).size() == 2);
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("actors come back in the order they were sent, and a number of the standard is there once") {
    in_each([](Tasks& t) {
        const auto one = t.registered(t.contact(Afloop::doorgezet)).klantcontact;
        klantcontact::Actor actor;
        actor.gemeente = t.v.oeverland;
        actor.naam = "Groenbeheer";
        klantcontact::ActorService actoren(t.store, t.clock, t.ids, t.contacten);
        std::vector<Uuid> sent;
        for (int i = 0; i < 3; ++i) sent.push_back(actoren.create(t.tom(), actor).value().id);
        std::reverse(sent.begin(), sent.end());
        NieuweTaak nieuw = t.nieuw(one.id);
        nieuw.actoren = sent;
        nieuw.referentienummer = "0000000007";
        nieuw.naar = werk::NaarMedewerker{t.v.ilse, t.v.vergunningen};
        const Gemaakt made = t.taken.create(t.marleen(), nieuw).value();
        CHECK(made.werk.eigenaar == t.v.ilse);
        CHECK(t.store.read([&](store::Tx& tx) { return t.taken.actoren(tx, made.taak.id); }) == sent);
        CHECK(key_of(t.taken.create(t.tom(), nieuw)) == "taak.fout.bestaat_al");
    });
}

TEST_CASE("every field has a length and a form") {
    in_each([](Tasks& t) {
        const auto one = t.registered(t.contact(Afloop::doorgezet)).klantcontact;
        struct Row {
            const char* what;
            std::function<void(NieuweTaak&)> change;
            const char* key;
        };
        for (const Row& row : {Row{"nothing to do", [](auto& n) { n.gevraagde_handeling = " "; }, "fout.veld.verplicht"},
                               Row{"too much to do", [](auto& n) { n.gevraagde_handeling = std::string(gevraagde_handeling_limit + 1, 'x'); }, "fout.veld.te_lang"},
                               Row{"long note", [](auto& n) { n.toelichting = std::string(toelichting_limit + 1, 'x'); }, "fout.veld.te_lang"},
                               Row{"no number", [](auto& n) { n.telefoonnummer = "112"; }, "taak.fout.telefoonnummer"},
                               Row{"long moment", [](auto& n) { n.voorkeursmoment = std::string(voorkeursmoment_limit + 1, 'x'); }, "fout.veld.te_lang"},
                               Row{"letters in the number", [](auto& n) { n.referentienummer = "A1"; }, "taak.fout.referentienummer"}}) {
            CAPTURE(row.what);
            NieuweTaak nieuw = t.nieuw(one.id);
            row.change(nieuw);
            CHECK(key_of(t.taken.create(t.tom(), nieuw)) == row.key);
        }
        NieuweTaak unknown = t.nieuw(t.ids.make<Klantcontact>());
        CHECK(reason_of(t.taken.create(t.tom(), unknown)) == Reason::not_found);
    });
}

TEST_CASE("who was not reached is tried again, and the attempts stand in the thread") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.accepted();
        const Gemaakt tried = t.called(t.ruben(), one, Belresultaat::voicemail);
        CHECK(tried.werk.herinnering_op == at("2026-11-23 12:00"));
        CHECK(tried.werk.laatste_stap == "taak.belpoging.voicemail");
        CHECK(key_of(t.taken.record_belpoging(t.ruben(), {Tasks::bij(one), Belresultaat::voicemail, {}})) == "fout.gewijzigd");
        CHECK(key_of(t.taken.record_belpoging(t.ruben(), {Tasks::bij(tried), Belresultaat::geen_gehoor, t.clock.now()})) == "taak.fout.poging_voorbij");
        CHECK(reason_of(t.taken.record_belpoging(t.tom(), {Tasks::bij(tried), Belresultaat::geen_gehoor, {}})) == Reason::forbidden);
        t.set("2026-11-23 16:00");
        const Gemaakt again = t.called(t.ruben(), tried, Belresultaat::geen_gehoor);
        CHECK(again.werk.herinnering_op == at("2026-11-24 09:30"));
        const Gemaakt spoken = t.called(t.ruben(), again, Belresultaat::gesproken);
        CHECK_FALSE(spoken.werk.herinnering_op);
        CHECK(t.taken.get(t.ruben(), one.taak.id).value().belpogingen.size() == 3);
        const auto klokken = t.store.read([&](store::Tx& tx) { return t.werk.klokken(tx, spoken.werk); }).value();
        CHECK(klokken[0].stand == norm::Stand::gehaald);
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("a taak never closes without an outcome and whether the resident knows") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.accepted();
        struct Row {
            const char* what;
            werk::Uitkomst uitkomst;
            const char* antwoord;
            std::optional<bool> weet_het;
            const char* key;
        };
        using enum werk::Uitkomst;
        for (const Row& row : {Row{"answered, not said whether he knows", beantwoord, "Dat mag.", {}, "taak.fout.weet_het"},
                               Row{"answered without an answer", beantwoord, " ", true, "fout.veld.verplicht"},
                               Row{"referred without saying where", doorverwezen, "", true, "fout.veld.verplicht"},
                               Row{"not reached without trying", niet_bereikt, "", false, "taak.fout.te_weinig_pogingen"},
                               Row{"no outcome of a taak", beeindigd, "", true, "taak.fout.uitkomst"}}) {
            CAPTURE(row.what);
            CHECK(key_of(t.taken.close(t.ruben(), {Tasks::bij(one), row.uitkomst, row.antwoord, row.weet_het})) == row.key);
        }
        CHECK(t.stored(one).status == Taakstatus::te_verwerken);
        const Gemaakt twice = t.called(t.ruben(), t.called(t.ruben(), one, Belresultaat::voicemail), Belresultaat::geen_gehoor);
        const werk::Gedaan done = t.taken.close(t.ruben(), {Tasks::bij(twice), niet_bereikt, "", false}).value();
        CHECK(done.werk.uitkomst == niet_bereikt);
        const Taak closed = t.stored(one);
        CHECK(closed.status == Taakstatus::verwerkt);
        CHECK(closed.afgehandeld_op == t.clock.now());
        CHECK(closed.inwoner_weet_het == false);
        CHECK(key_of(t.taken.close(t.ruben(), {{done.werk.id, done.werk.versie}, beantwoord, "x", true})) == "werk.fout.gesloten");
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("closing is taken back within a minute, and a taak opens again later with a new promise") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.accepted();
        const werk::Gedaan done = t.taken.close(t.ruben(), {Tasks::bij(one), werk::Uitkomst::beantwoord, "Dat mag.", true}).value();
        t.clock.advance(seconds(59));
        CHECK(t.taken.undo(t.ruben(), *done.ongedaan).has_value());
        CHECK(t.stored(one).status == Taakstatus::te_verwerken);
        CHECK_FALSE(t.stored(one).inwoner_weet_het);
        const werk::Werk open = t.again(one.werk);
        CHECK(open.eigenaar == t.v.ruben);
        CHECK(open.aanvaard_op);
        const werk::Gedaan again = t.taken.close(t.ruben(), {{open.id, open.versie}, werk::Uitkomst::beantwoord, "Dat mag.", true}).value();
        t.set("2026-11-30 10:00");
        CHECK(key_of(t.taken.reopen(t.tom(), {open.id, again.werk.versie}, "")) == "fout.veld.verplicht");
        const Gemaakt reopened = t.taken.reopen(t.tom(), {open.id, again.werk.versie}, "Klopt niet volgens mevrouw").value();
        CHECK(reopened.taak.status == Taakstatus::te_verwerken);
        CHECK(reopened.werk.eigenaar == t.v.ruben);
        CHECK(reopened.werk.beloofd_op == at("2026-12-02 17:00"));
        CHECK(t.unread(t.ruben(), werk::Attentiesoort::heropend) == 1);
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("a question to a colleague is work inside the task: no promise, and its answer comes back in the thread") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.accepted();
        CHECK(key_of(t.taken.ask_colleague(t.ruben(), {Tasks::bij(one), t.v.tom, " "})) == "fout.veld.verplicht");
        CHECK(key_of(t.taken.ask_colleague(t.ruben(), {Tasks::bij(one), t.v.noor, "Weet jij dit?"})) == "werk.fout.medewerker_niet_in_team");
        const Gemaakt asked = t.taken.ask_colleague(t.ruben(), {Tasks::bij(one), t.v.tom, "Staat de beuk op de lijst?"}).value();
        CHECK(asked.werk.eigenaar == t.v.tom);
        CHECK(asked.werk.ouder == one.werk.id);
        CHECK_FALSE(asked.werk.beloofd_op);
        CHECK_FALSE(asked.taak.klantcontact);
        CHECK(t.unread(t.tom(), werk::Attentiesoort::vraag_van_collega) == 1);
        const TaakBeeld beeld = t.taken.get(t.ruben(), one.taak.id).value();
        REQUIRE(beeld.collegavragen.size() == 1);
        CHECK(beeld.werk.laatste_stap == "taak.collega_gevraagd");

        const werk::Gedaan answered = t.taken.close(t.tom(), {Tasks::bij(asked), werk::Uitkomst::beantwoord, "Ja, die staat erop.", {}}).value();
        CHECK(answered.werk.aanvaard_op);
        CHECK(t.unread(t.ruben(), werk::Attentiesoort::antwoord_van_collega) == 1);
        CHECK(t.timeline(one.werk.id)[0].toelichting == "Ja, die staat erop.");
        CHECK(t.again(one.werk).is_open());
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("hiding the contact ends its task as withdrawn, and what was asked of colleagues with it") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.accepted();
        const Gemaakt asked = t.taken.ask_colleague(t.ruben(), {Tasks::bij(one), t.v.ilse, "Weet jij dit?"}).value();
        CHECK(t.contacten.hide(t.tom(), *one.taak.klantcontact, "dubbel").has_value());
        CHECK(t.stored(one).status == Taakstatus::verwerkt);
        CHECK(t.again(asked.werk).uitkomst == werk::Uitkomst::ingetrokken);
        CHECK(t.unread(t.ilse(), werk::Attentiesoort::ingetrokken) == 1);
        CHECK(t.unread(t.ruben(), werk::Attentiesoort::ingetrokken) == 1);
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("what must be done is corrected with a version of its own") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.made();
        Wijziging wijziging{one.taak.id, one.taak.versie, "mailen", "Toch liever per mail", "", ""};
        CHECK(t.taken.change(t.tom(), wijziging).value().versie == 2);
        CHECK(key_of(t.taken.change(t.tom(), wijziging)) == "fout.gewijzigd");
        CHECK(t.stored(one).gevraagde_handeling == "mailen");
        CHECK(t.stored(one).telefoonnummer.empty());
        CHECK(t.again(one.werk).versie == one.werk.versie);
    });
}

TEST_CASE("forgetting a person takes what was written in the task and leaves its outcome") {
    in_each([](Tasks& t) {
        const Gemaakt one = t.accepted();
        CHECK(t.taken.close(t.ruben(), {Tasks::bij(one), werk::Uitkomst::beantwoord, "Mevrouw Idrissi mag kappen.", true}).has_value());
        t.store.write([&](store::Tx& tx) {
            t.taken.forget_partij(tx, t.fatima, t.clock.now());
            t.contacten.forget_partij(tx, t.fatima, t.clock.now());
            t.werk.forget_partij(tx, t.fatima, t.clock.now());
        });
        const Taak left = t.stored(one);
        CHECK(left.toelichting.empty());
        CHECK(left.telefoonnummer.empty());
        CHECK(left.antwoord.empty());
        CHECK(left.inwoner_weet_het == true);
        for (const auto& line : t.timeline(one.werk.id)) CHECK_FALSE(line.toelichting);
        CHECK(t.all_faults().empty());
    });
}

TEST_CASE("a store that fails at any statement closes nothing by half") {
    auto schema = testing::desk_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        Tasks t(*fresh->store);
        const Gemaakt one = t.accepted();
        const Taak before = t.stored(one);
        const std::size_t lines = t.timeline(one.werk.id).size();
        int statement = 0;
        for (;;) {
            const auto failing = failing_at(*fresh->store, ++statement);
            TaakService service(*failing, t.clock, t.ids, t.werk, t.contacten);
            try {
                (void)service.close(t.ruben(), {Tasks::bij(one), werk::Uitkomst::beantwoord, "Ja.", true});
            } catch (const store::Unavailable&) {
            }
            if (!failing->has_failed()) break;
            CHECK(t.stored(one) == before);
            CHECK(t.again(one.werk) == one.werk);
            CHECK(t.timeline(one.werk.id).size() == lines);
        }
        CHECK(statement > 10);
        CHECK(t.stored(one).status == Taakstatus::verwerkt);
    }
}

}  // namespace dichtbij::taak::taak_service_test
