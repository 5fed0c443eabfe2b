#include "werk/werk_timer_service.h"

#include <algorithm>

#include "werk/attentie_store.h"
#include "werk/klok_store.h"
#include "werk/toezegging_store.h"
#include "werk/werk_act_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

constexpr std::string_view eigenaren = "eigenaren";

journal::Entry by_rule(Instant now, std::string gebeurtenis, const Werk& werk) {
    return werk_entry(access::system_caller("tijdklok"), now, std::move(gebeurtenis), werk);
}

}  // namespace

Verwerkt& operator+=(Verwerkt& sum, const Verwerkt& more) {
    sum.bekeken += more.bekeken;
    sum.herinnerd += more.herinnerd;
    sum.aanvaarding_verlopen += more.aanvaarding_verlopen;
    sum.klokken_te_laat += more.klokken_te_laat;
    sum.beloften_gemist += more.beloften_gemist;
    sum.geescaleerd += more.geescaleerd;
    sum.eigenaren_herzien += more.eigenaren_herzien;
    sum.overgeslagen += more.overgeslagen;
    sum.meer = more.meer;
    return sum;
}

Verwerkt WerkTimer::due_work(Instant now, int limit) {
    Verwerkt sum = store_.write([&](store::Tx& tx) {
        Verwerkt done;
        begin_day(tx, now, done);
        return done;
    });
    for (int left = limit; left > 0; left -= batch) {
        const int take = std::min(left, batch);
        sum += store_.write([&](store::Tx& tx) {
            Verwerkt done;
            for (Werk& werk : werk_due(tx, now, take)) {
                ++done.bekeken;
                if (!look_at(tx, werk, now, done)) {
                    ++done.overgeslagen;
                    werk.aandacht_op = now + hours(1);
                    save_timer(tx, werk);
                }
            }
            done.meer = done.bekeken == take;
            return done;
        });
        if (!sum.meer) break;
    }
    return sum;
}

void WerkTimer::begin_day(store::Tx& tx, Instant now, Verwerkt& done) {
    const Day today = day_of(now);
    if (const auto last = dagstand(tx, eigenaren); last && *last >= today) return;
    done.eigenaren_herzien = werk_.recompute_owners(tx, now);
    delete_expired_ongedaan(tx, now);
    save_dagstand(tx, eigenaren, today);
}

Result<Done> WerkTimer::look_at(store::Tx& tx, Werk werk, Instant now, Verwerkt& done) {
    TRY(const Kalender kalender, normbron_.kalender(tx, werk.gemeente));
    if (werk.herinnering_op && *werk.herinnering_op <= now) {
        tell(tx, werk, werk.eigenaar, Attentiesoort::herinnering, now);
        werk.herinnering_op.reset();
        ++done.herinnerd;
    }
    mark_late_clocks(tx, werk, now, done);
    mark_missed(tx, werk, now, done);
    climb(tx, werk, now, *kalender, done);
    werk.aandacht_op = attention_of(tx, werk, *kalender);
    CHECK_THAT(!werk.aandacht_op || *werk.aandacht_op > now);
    save_timer(tx, werk);
    return Done{};
}

void WerkTimer::mark_late_clocks(store::Tx& tx, const Werk& werk, Instant now, Verwerkt& done) {
    for (const Werkklok& before : running_klokken_of(tx, werk.id)) {
        if (before.te_laat_op || norm::is_paused(before.klok) || now <= before.klok.uiterlijk_op) continue;
        Werkklok after = before;
        after.te_laat_op = now;
        save_klok(tx, before, after);
        ++done.klokken_te_laat;
        journal::Entry entry = by_rule(now, "werk.klok_te_laat", werk);
        entry.kenmerken = {{"meet", code_of(before.klok.meet)}, {"norm", before.klok.norm}, {"uiterlijk_op", to_rfc3339(before.klok.uiterlijk_op)}};
        journal::append(tx, entry);
        if (before.klok.meet != norm::Meetmoment::acceptatie) continue;
        tell(tx, werk, organisatie::lead_of(tx, werk.team, day_of(now)), Attentiesoort::aanvaarding_verlopen, now);
        ++done.aanvaarding_verlopen;
    }
}

void WerkTimer::mark_missed(store::Tx& tx, const Werk& werk, Instant now, Verwerkt& done) {
    if (!werk.beloofd_op || now <= *werk.beloofd_op) return;
    auto running = last_toezegging(tx, werk.id);
    if (!running || running->stand != Stand::lopend || running->gemist_op) return;
    running->gemist_op = running->beloofd_op;
    save_stand(tx, *running);
    ++done.beloften_gemist;
    journal::Entry entry = by_rule(now, "werk.belofte_gemist", werk);
    entry.kenmerken = {{"beloofd_op", to_rfc3339(running->beloofd_op)}, {"eigenaar", werk.eigenaar.text()}, {"team", werk.team.text()}};
    journal::append(tx, entry);
}

// Takes every step of the ladder that is due, lowest first.
void WerkTimer::climb(store::Tx& tx, Werk& werk, Instant now, const norm::ServiceCalendar& kalender, Verwerkt& done) {
    if (!werk.beloofd_op) return;
    const Ladder ladder = ladder_for(tx, werk.gemeente);
    const Beloftemomenten momenten{*werk.waarschuwing_op, *werk.beloofd_op};
    const Day today = day_of(now);
    while (const auto moment = next_step_op(ladder, werk.escalatie, momenten, add_working_days(kalender))) {
        if (*moment > now) return;
        const Ontvanger ontvanger = ladder[static_cast<std::size_t>(werk.escalatie)].ontvanger;
        ++werk.escalatie;
        Id<Medewerker> aan = werk.eigenaar;
        if (ontvanger == Ontvanger::teamleider) aan = organisatie::lead_of(tx, werk.team, today);
        if (ontvanger == Ontvanger::manager) aan = organisatie::manager_of(tx, werk.gemeente, today);
        if (!aan.is_nil()) tell(tx, werk, aan, ontvanger == Ontvanger::eigenaar ? Attentiesoort::waarschuwing : Attentiesoort::geescaleerd, now);
        ++done.geescaleerd;
        journal::Entry entry = by_rule(now, "werk.geescaleerd", werk);
        entry.kenmerken = {{"stap", std::to_string(werk.escalatie)}, {"ontvanger", code_of(ontvanger)}, {"aan", aan.text()}};
        journal::append(tx, entry);
    }
}

// Who is absent does not see it; who acts for him does.
void WerkTimer::tell(store::Tx& tx, const Werk& werk, Id<Medewerker> aan, Attentiesoort soort, Instant now) {
    const Id<Medewerker> reader = organisatie::acting_for(tx, aan, day_of(now));
    insert_attentie(tx, {ids_.next(), reader, werk.gemeente, werk.id, soort, now, {}, {}, {}, {}});
}

}  // namespace dichtbij::werk
