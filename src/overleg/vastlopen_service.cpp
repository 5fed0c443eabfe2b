// The morning's check: which cases are stuck.

#include <algorithm>
#include <limits>
#include <set>

#include "access/caller.h"
#include "organisatie/organisatie_service.h"
#include "overleg/overleg_service.h"
#include "overleg/overleg_store.h"

namespace dichtbij::overleg {

// One turn in one gemeente. What a transaction counts is added when it is kept.
struct OverlegService::Ronde {
    Id<Gemeente> gemeente;
    Instant now;
    Day today{};
    int left = 0;
    werk::Kalender kalender;
    Nagegaan som;
    Nagegaan nu;           // of the transaction in hand
    bool is_done = false;
};

namespace {

struct Bekend {  // of a page of cases
    std::map<Id<dichtbij::Zaak>, Instant> behandeld;
    std::map<Id<dichtbij::Zaak>, Vastloper> lijst;
    std::map<Id<dichtbij::Vastloper>, std::vector<Aanleiding>> aanleidingen;
    std::map<Id<Werk>, std::vector<Instant>> doorgegeven, verzet;
};

// Passing on and moving are acts: only cases on which one was done since the last check are asked for.
Bekend read_known(store::Tx& tx, const std::vector<Openzaak>& page, Instant gezien_op) {
    Zaakids zaken;
    Werkids acted;
    for (const Openzaak& one : page) {
        zaken.push_back(one.zaak);
        if (one.laatste_op >= gezien_op) acted.push_back(one.werk);
    }
    Bekend known;
    known.behandeld = laatst_behandeld(tx, zaken);
    known.lijst = op_de_lijst(tx, zaken);
    std::vector<Id<dichtbij::Vastloper>> listed;
    for (const auto& [zaak, one] : known.lijst) listed.push_back(one.id);
    known.aanleidingen = aanleidingen(tx, listed);
    known.doorgegeven = doorgegeven(tx, acted);
    known.verzet = verzet(tx, acted);
    return known;
}

int since(const std::map<Id<Werk>, std::vector<Instant>>& moments, Id<Werk> werk, std::optional<Instant> after) {
    const auto found = moments.find(werk);
    if (found == moments.end()) return 0;
    return static_cast<int>(std::count_if(found->second.begin(), found->second.end(), [&](Instant op) { return !after || op > *after; }));
}

Waarneming observed(const Openzaak& zaak, const Bekend& known, const norm::ServiceCalendar& kalender, Day yesterday) {
    const auto found = known.behandeld.find(zaak.zaak);
    const std::optional<Instant> treated = found == known.behandeld.end() ? std::nullopt : std::optional(found->second);
    Waarneming seen;
    seen.doorgegeven = since(known.doorgegeven, zaak.werk, treated);
    seen.verzet = since(known.verzet, zaak.werk, treated);
    const Day last = day_of(std::max({zaak.laatste_op, zaak.taak_op.value_or(zaak.laatste_op), treated.value_or(zaak.laatste_op)}));
    if (!zaak.opgeschort && !zaak.wacht && last < yesterday) seen.stil = kalender.working_days_between(last, yesterday).value_or(stilstand_hoogste);  // before the calendar begins
    return seen;
}

}  // namespace

Nagegaan OverlegService::find_stuck(Instant now, int limit) {
    Nagegaan sum;
    const auto gemeenten = store_.read([](store::Tx& tx) { return organisatie::gemeenten(tx); });
    for (const auto& gemeente : gemeenten) {
        Ronde ronde{.gemeente = gemeente.id, .now = now, .today = day_of(now), .left = limit - sum.zaken, .kalender = {}, .som = {}, .nu = {}};
        if (ronde.left <= 0) {
            sum.meer = true;
            break;
        }
        check_gemeente(ronde);
        sum.zaken += ronde.som.zaken;
        sum.vastgelopen += ronde.som.vastgelopen;
        sum.aanleidingen += ronde.som.aanleidingen;
        sum.meer = sum.meer || ronde.som.meer;
    }
    return sum;
}

void OverlegService::check_gemeente(Ronde& ronde) {
    while (!ronde.is_done) {
        if (ronde.left <= 0) {
            ronde.som.meer = true;
            return;
        }
        const int take = std::min(ronde.left, batch);
        const auto done = store_.write([&](store::Tx& tx) {
            ronde.nu = {};
            return look_at_some(tx, ronde, take);
        });
        if (!done) return;  // no calendar for this gemeente, or not for this year
        ronde.som.zaken += ronde.nu.zaken;
        ronde.som.vastgelopen += ronde.nu.vastgelopen;
        ronde.som.aanleidingen += ronde.nu.aanleidingen;
        ronde.left -= ronde.nu.zaken;
    }
}

// The next of today's open cases. Begins the check of the day when it is time, and ends it after the last.
Result<Done> OverlegService::look_at_some(store::Tx& tx, Ronde& ronde, int limit) {
    TRY(ronde.kalender, werk_.normbron().kalender(tx, ronde.gemeente));
    ronde.is_done = true;
    Stand stand = find_stand(tx, ronde.gemeente).value_or(Stand{ronde.gemeente, ronde.today - days(1), Instant{}, Instant{}, std::nullopt, {}});
    if (!stand.sleutel) {
        TRY(const bool works, ronde.kalender->is_working_day(ronde.today));
        if (stand.dag >= ronde.today || !works || local_time(ronde.now) < LocalTime(ronde.today) + begin) return Done{};
        stand.dag = ronde.today;
        stand.begonnen_op = ronde.now;
        stand.sleutel = std::numeric_limits<std::int64_t>::min();
        stand.plaats = {};
    }
    const auto page = open_zaken(tx, stand, limit);
    if (page.empty()) {
        ruim_op(tx, ronde.gemeente, ronde.now);
        stand.gezien_op = stand.begonnen_op;
        stand.sleutel.reset();
        save_stand(tx, stand);
        return Done{};
    }
    const Grenzen grenzen = find_grenzen(tx, ronde.gemeente);
    const Bekend known = read_known(tx, page, stand.gezien_op);
    for (const Openzaak& one : page) {
        auto found = oorzaken(observed(one, known, *ronde.kalender, ronde.today - days(1)), grenzen.van(one.zaaktype));
        const auto listed = known.lijst.find(one.zaak);
        if (listed != known.lijst.end()) {
            const auto causes = known.aanleidingen.find(listed->second.id);
            std::erase_if(found, [&](const Gevonden& cause) {
                return causes != known.aanleidingen.end() && std::any_of(causes->second.begin(), causes->second.end(), [&](const Aanleiding& had) { return had.oorzaak == cause.oorzaak; });
            });
        }
        if (!found.empty()) put_on_list(tx, ronde, one.zaak, one.werk, listed == known.lijst.end() ? std::nullopt : std::optional(listed->second), found);
    }
    ronde.nu.zaken = static_cast<int>(page.size());
    ronde.is_done = false;
    stand.sleutel = page.back().sleutel;
    stand.plaats = page.back().werk.bytes;
    save_stand(tx, stand);
    return Done{};
}

void OverlegService::put_on_list(store::Tx& tx, Ronde& ronde, Id<dichtbij::Zaak> zaak, Id<Werk> werk, std::optional<Vastloper> listed, const std::vector<Gevonden>& found) {
    if (listed) {
        ronde.nu.aanleidingen += static_cast<int>(found.size());
    } else {
        listed = Vastloper{ids_.make<dichtbij::Vastloper>(), zaak, werk, ronde.gemeente, ronde.now, {}, {}, {}, {}, 1};
        insert_vastloper(tx, *listed);
        ++ronde.nu.vastgelopen;
        journal::Entry entry = journal::entry(access::system_caller("vastgelopen"), ronde.now, "zaak.vastgelopen", ronde.gemeente, journal::Object::zaak, zaak.bytes);
        entry.werk = werk;
        for (const Gevonden& one : found) entry.kenmerken.emplace_back(boost::describe::enum_to_string(one.oorzaak, ""), std::to_string(one.aantal));
        journal::append(tx, entry);
    }
    for (const Gevonden& one : found) insert_aanleiding(tx, {listed->id, one.oorzaak, one.aantal, ronde.now, {}, {}});
}

}  // namespace dichtbij::overleg
