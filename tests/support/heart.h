#pragma once
// A small organisation with its services on a fresh store, for tests of werk, klantcontact and taak.

#include <memory>
#include <string>
#include <vector>

#include "norm/servicenorm.h"
#include "organisatie/testing.h"
#include "support/stores.h"
#include "werk/attentie_service.h"
#include "werk/werk_service.h"
#include "werk/werk_timer_service.h"
#include "werk/werklijst_service.h"

namespace dichtbij::testing {

// The shipped norms; Monday to Friday from 08:30 to 17:00.
inline werk::Normbron shipped_norms() {
    static const auto calendar = std::make_shared<const norm::ServiceCalendar>(
        norm::ServiceCalendar::compile(norm::default_opening_hours(), {2015, 2035}).value());
    static const auto norms = norm::shipped_norms();
    return {[](store::Tx&, Id<Gemeente>) -> Result<werk::Kalender> { return calendar; },
            [](store::Tx&, const norm::Normvraag& vraag) { return norm::choose_all(norms, vraag); }};
}

// "2026-11-23 10:00", civil time in Amsterdam.
inline Instant at(std::string_view civil) { return *parse_instant(civil); }

struct Heart {
    explicit Heart(store::Store& opened, std::string_view now = "2026-11-23 10:00")
        : clock(at(now)), store(opened), werk(store, clock, ids, normbron), lijst(store, clock, ids), attenties(store, clock),
          timer(store, clock, ids, normbron) {
        store.write([&](store::Tx& tx) { v = organisatie::testing::build(tx, ids); });
    }

    SimulatedClock clock;
    IdSource ids{clock, 7};
    store::Store& store;
    werk::Normbron normbron = shipped_norms();
    werk::WerkService werk;
    werk::WerklijstService lijst;
    werk::AttentieService attenties;
    werk::WerkTimer timer;
    organisatie::testing::Voorbeeld v;

    access::Caller someone(Id<Medewerker> who, access::Rol rol, Id<Team> team, Id<Gemeente> gemeente) const {
        return organisatie::testing::caller(who, {{rol, gemeente, team}});
    }
    access::Caller tom() const { return someone(v.tom, access::Rol::kcc_medewerker, v.kcc, v.oeverland); }
    access::Caller priya() const { return someone(v.priya, access::Rol::kcc_medewerker, v.kcc, v.oeverland); }
    access::Caller ruben() const { return someone(v.ruben, access::Rol::behandelaar, v.vergunningen, v.oeverland); }
    access::Caller ilse() const { return someone(v.ilse, access::Rol::behandelaar, v.vergunningen, v.oeverland); }
    access::Caller marleen() const { return someone(v.marleen, access::Rol::teamleider, v.vergunningen, v.oeverland); }
    access::Caller noor() const {
        auto caller = someone(v.noor, access::Rol::teamleider, v.jeugd, v.heidedal);
        caller.domeinen = {"jeugd"};
        return caller;
    }
    access::Caller beheerder() const { return organisatie::testing::caller(v.sanne, {{access::Rol::beheerder, v.oeverland, {}}}); }

    void absent(Id<Medewerker> who, Day van, Day tot, Id<Medewerker> vervanger) {
        store.write([&](store::Tx& tx) { organisatie::add(tx, organisatie::Afwezigheid{ids.next(), who, van, tot, "verlof", vervanger}); });
    }
    void set(std::string_view civil) { clock.set(at(civil)); }
    std::vector<std::string> faults() {
        return store.read([&](store::Tx& tx) { return werk::werk_check(tx, clock.now()); });
    }
    std::vector<werk::Toezegging> toezeggingen(Id<Werk> id) {
        return store.read([&](store::Tx& tx) { return werk.toezeggingen(tx, id); });
    }
    std::vector<journal::Line> timeline(Id<Werk> id) {
        return store.read([&](store::Tx& tx) { return journal::timeline_of_werk(tx, id, {}, 100); });
    }

    // A question for the team Vergunningen, over the phone, to be called back.
    werk::Opening question() {
        werk::Opening opening;
        opening.object = ids.next();
        opening.nummer = "K-2026-" + std::to_string(100000 + ++questions);
        opening.titel = "Mag ik de beuk kappen?";
        opening.gemeente = v.oeverland;
        opening.kanaal = "telefoon";
        opening.onderwerp = v.bomen;
        opening.team = v.vergunningen;
        opening.op = clock.now();
        opening.aanleiding = norm::Aanleiding::terugbelverzoek;
        opening.gereageerd = werk::Gereageerd::bij_intake;
        return opening;
    }
    Result<werk::Werk> try_open(const werk::Opening& opening, const access::Caller& caller) {
        return store.write([&](store::Tx& tx) { return werk.open(tx, caller, opening); });
    }
    werk::Werk open(const werk::Opening& opening) { return try_open(opening, tom()).value(); }
    werk::Werk open() { return open(question()); }
    werk::Werk again(const werk::Werk& old) { return store.read([&](store::Tx& tx) { return werk.get(tx, access::system_caller("proef"), old.id); }).value(); }
    Result<werk::Gedaan> close(const access::Caller& caller, const werk::Werk& one, werk::Uitkomst uitkomst = werk::Uitkomst::beantwoord) {
        return store.write([&](store::Tx& tx) { return werk.close(tx, caller, one.id, one.versie, {uitkomst, {}, {}}); });
    }

  private:
    int questions = 0;
};

inline std::vector<store::Migration> heart_schema() {
    auto list = organisatie::testing::schema();
    list.insert(list.end(), werk::migrations().begin(), werk::migrations().end());
    return list;
}

// One Heart on each kind of store.
template <class F>
void in_each_heart(F test) {
    for (const auto& fresh : fresh_stores(heart_schema())) {
        Heart heart(*fresh->store);
        test(heart);
    }
}

}  // namespace dichtbij::testing
