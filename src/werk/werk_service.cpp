#include "werk/werk_service.h"

#include <algorithm>
#include <set>

#include "werk/attentie_store.h"
#include "werk/klok_store.h"
#include "werk/nummer.h"
#include "werk/toegang_service.h"
#include "werk/toezegging_store.h"
#include "werk/werk_act_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {

WerkService::WerkService(store::Store& store, const Clock& clock, IdSource& ids, const Normbron& normbron)
    : store_(store), clock_(clock), ids_(ids), normbron_(normbron) {}

journal::Entry werk_entry(const access::Caller& caller, Instant now, std::string gebeurtenis, const Werk& werk) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), werk.gemeente, journal::Object::werk, werk.id.bytes);
    entry.werk = werk.id;
    entry.partij = werk.partij;
    return entry;
}

Result<WerkService::Act> WerkService::begin(store::Tx& tx, const access::Caller& caller, Keuze keuze) const {
    auto werk = find_werk(tx, keuze.werk);
    if (!werk) return not_found("werk " + keuze.werk.text());
    TRY_DONE(may_read(caller, *werk));
    const Instant now = clock_.now();
    if (!may_work_on(tx, caller, *werk, day_of(now))) return forbidden("not the owner's, nor of the team: werk " + keuze.werk.text());
    if (werk->versie != keuze.versie) return conflict("werk " + keuze.werk.text() + " has changed", "fout.gewijzigd");
    TRY(Kalender kalender, normbron_.kalender(tx, werk->gemeente));
    return Act{tx, caller, now, day_of(now), *werk, *werk, ids_.next(), std::move(kalender)};
}

Result<Done> WerkService::finish(Act& act, std::string gebeurtenis, Kenmerken kenmerken, std::optional<std::string> toelichting) {
    journal::Entry entry = werk_entry(act.caller, act.now, std::move(gebeurtenis), act.werk);
    entry.kenmerken = std::move(kenmerken);
    entry.toelichting = std::move(toelichting);
    act.werk = touch(act.tx, act.caller, std::move(act.werk), entry.gebeurtenis);
    journal::append(act.tx, entry);
    return Done{};
}

Werk WerkService::touch(store::Tx& tx, const access::Caller& caller, Werk werk, std::string_view stap) {
    werk.laatste_stap = stap;
    werk.laatste_op = clock_.now();
    werk.laatste_door = caller.employee();
    ++werk.versie;
    const auto kalender = normbron_.kalender(tx, werk.gemeente);
    if (kalender) werk.aandacht_op = attention_of(tx, werk, **kalender);
    save_werk(tx, werk);
    return werk;
}

Result<Werk> WerkService::plan_reminder(store::Tx& tx, const access::Caller& caller, Werk werk, std::optional<Instant> op) {
    werk.herinnering_op = op;
    return touch(tx, caller, std::move(werk), "werk.herinnering_gepland");
}

void WerkService::notify(store::Tx& tx, const Werk& werk, Id<Medewerker> aan, Attentiesoort soort, const access::Caller& caller) {
    if (caller.employee() == aan) return;
    Attentie attentie{ids_.next(), aan, werk.gemeente, werk.id, soort, clock_.now(), {}, {}, {}, {}};
    attentie.van = caller.employee();
    insert_attentie(tx, attentie);
}

void WerkService::partij_opened(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, Id<Partij> partij) {
    if (!caller.is_employee()) return;
    const Instant now = clock_.now();
    const Day today = day_of(now);
    std::set<Id<Medewerker>> told;
    const auto serving = organisatie::teams_of_gemeente(tx, gemeente);
    for (const auto& team : organisatie::teams_of_medewerker(tx, caller.medewerker))
        if (std::any_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team.id; }))
            told.insert(organisatie::lead_of(tx, team.id, today));
    told.erase(caller.medewerker);
    if (told.empty()) told.insert(organisatie::manager_of(tx, gemeente, today));
    for (const auto& lead : told)
        if (!lead.is_nil()) insert_attentie(tx, {ids_.next(), lead, gemeente, {}, Attentiesoort::partij_geopend, now, caller.medewerker, {}, {}, partij});
}

void WerkService::tell_owner(Act& act, Attentiesoort soort) {
    if (act.caller.employee() == act.werk.eigenaar) return;
    Attentie attentie{ids_.next(), act.werk.eigenaar, act.werk.gemeente, act.werk.id, soort, act.now, {}, {}, act.handeling, {}};
    attentie.van = act.caller.employee();
    insert_attentie(act.tx, attentie);
}

Result<Werk> WerkService::get(const access::Caller& caller, Id<dichtbij::Werk> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, caller, id); });
}

Result<Werk> WerkService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id) {
    auto werk = find_werk(tx, id);
    if (!werk) return not_found("werk " + id.text());
    TRY_DONE(may_read(caller, *werk));
    return *werk;
}

Result<Werk> WerkService::get_masked(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id) {
    auto werk = find_werk(tx, id);
    if (!werk) return not_found("werk " + id.text());
    TRY_DONE(may_know(caller, werk->gemeente));
    return seen_by(caller, *werk);
}

std::optional<Werk> WerkService::stored(store::Tx& tx, Id<dichtbij::Werk> id) { return find_werk(tx, id); }

std::vector<Id<dichtbij::Werk>> WerkService::ids_of_partij(store::Tx& tx, Id<Partij> partij) {
    std::vector<Id<dichtbij::Werk>> ids;
    for (const Werk& werk : werk_of_partij(tx, partij)) ids.push_back(werk.id);
    return ids;
}

std::optional<Werk> WerkService::of_object(store::Tx& tx, const Uuid& object) { return find_werk_of_object(tx, object); }

namespace {

std::vector<Werk> known_to(const access::Caller& caller, std::vector<Werk> found) {
    std::vector<Werk> seen;
    for (const Werk& werk : found)
        if (may_know(caller, werk.gemeente)) seen.push_back(seen_by(caller, werk));
    return seen;
}

}  // namespace

std::vector<Werk> WerkService::of_partijen(store::Tx& tx, const access::Caller& caller, const std::vector<Id<Partij>>& partijen, int limit) {
    return known_to(caller, werk_of_partijen(tx, partijen, limit));
}

std::vector<Werk> WerkService::open_of_partijen(store::Tx& tx, const access::Caller& caller, const std::vector<Id<Partij>>& partijen, int limit) {
    return known_to(caller, open_werk_of_partijen(tx, partijen, limit));
}

std::vector<Werk> WerkService::by_nummer(store::Tx& tx, const access::Caller& caller, std::string_view typed) {
    const std::string nummer = nummer_from(typed);
    return nummer.empty() ? std::vector<Werk>() : known_to(caller, werk_by_nummer(tx, nummer));
}

std::vector<Werk> WerkService::children(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> ouder) {
    return known_to(caller, children_of(tx, ouder));
}

Result<std::vector<journal::Line>> WerkService::timeline(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id,
                                                         std::optional<std::int64_t> before, int limit) {
    TRY_DONE(get(tx, caller, id));
    return journal::timeline_of_werk(tx, id, before, limit);
}

std::vector<Toezegging> WerkService::toezeggingen(store::Tx& tx, Id<dichtbij::Werk> id) { return toezeggingen_of(tx, id); }

Result<std::vector<KlokBeeld>> WerkService::klokken(store::Tx& tx, const Werk& werk) {
    TRY(const Kalender kalender, normbron_.kalender(tx, werk.gemeente));
    std::vector<KlokBeeld> seen;
    for (const Werkklok& row : klokken_of(tx, werk.id)) {
        TRY(norm::Due due, norm::explain(row.klok, *kalender));
        seen.push_back({row.klok, norm::stand(row.klok, clock_.now()), std::move(due.explanation)});
    }
    return seen;
}

bool WerkService::may_act(store::Tx& tx, const access::Caller& caller, const Werk& werk) const {
    return may_read(caller, werk) && may_work_on(tx, caller, werk, day_of(clock_.now()));
}

std::optional<Uuid> WerkService::ongedaan_te_maken(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id) {
    const auto last = last_ongedaan(tx, id, clock_.now());
    const auto werk = find_werk(tx, id);
    const bool can = last && werk && last->door == caller.medewerker && last->versie_na == werk->versie;
    return can ? std::optional(last->handeling) : std::nullopt;
}

std::int64_t WerkService::open_work_of(store::Tx& tx, Id<Medewerker> medewerker) { return open_werk_of(tx, medewerker); }

std::int64_t WerkService::open_work_of(store::Tx& tx, Id<Team> team) { return open_werk_of(tx, team); }

Result<int> WerkService::recompute_klokken(store::Tx& tx, Id<Gemeente> gemeente) {
    constexpr int batch = 500;
    TRY(const Kalender kalender, normbron_.kalender(tx, gemeente));
    int moved = 0;
    Uuid after{};
    for (auto rows = running_klokken_after(tx, gemeente, after, batch); !rows.empty();
         rows = running_klokken_after(tx, gemeente, after, batch)) {
        for (const Werkklok& before : rows) {
            after = before.id;
            Werkklok changed = before;
            TRY(changed.klok, norm::recompute(before.klok, *kalender));
            if (changed == before) continue;
            save_klok(tx, before, changed);
            if (auto werk = find_werk(tx, before.werk)) {
                werk->aandacht_op = attention_of(tx, *werk, *kalender);
                save_timer(tx, *werk);
            }
            ++moved;
        }
    }
    return moved;
}

void WerkService::forget_partij(store::Tx& tx, Id<Partij> partij, Instant now) {
    for (const Werk& werk : werk_of_partij(tx, partij))
        journal::destroy_toelichtingen(tx, journal::Object::werk, werk.id.bytes, now);
    forget_partij_in_werk(tx, partij);
}

}  // namespace dichtbij::werk
