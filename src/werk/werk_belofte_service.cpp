#include "base/text.h"
#include "werk/attentie_store.h"
#include "werk/toegang_service.h"
#include "werk/toezegging_store.h"
#include "werk/werk_act_service.h"
#include "werk/werk_service.h"

namespace dichtbij::werk {
namespace {

Fail closed(const Werk& werk) { return conflict("closed: werk " + werk.id.text(), "werk.fout.gesloten"); }

}  // namespace

Result<Werk> WerkService::move_toezegging(const access::Caller& caller, Keuze keuze, const Verzetting& verzetting) {
    return store_.write([&](store::Tx& tx) { return move_toezegging(tx, caller, keuze, verzetting); });
}

Result<Werk> WerkService::move_toezegging(store::Tx& tx, const access::Caller& caller, Keuze keuze, const Verzetting& verzetting) {
    TRY(Act act, begin(tx, caller, keuze));
    if (!act.werk.is_open()) return closed(act.werk);
    const auto running = last_toezegging(tx, act.werk.id);
    if (!running || running->stand != Stand::lopend) return conflict("nothing was promised to a resident", "werk.fout.geen_belofte");
    TRY_DONE(check(verzetting, act.now));
    Verzet verzet = move(*running, verzetting, act.now);
    verzet.nieuwe.id = ids_.next();
    verzet.nieuwe.door = caller.employee();
    TRY(verzet.nieuwe, with_warning(verzet.nieuwe, *act.kalender));
    save_stand(tx, verzet.oude);
    insert_toezegging(tx, verzet.nieuwe);
    // "Antwoord of uitleg": an answer or an explanation is a first reaction.
    if (verzet.nieuwe.hoe_verteld == Hoe_verteld::bericht)
        TRY_DONE(Klokken(tx, ids_, *act.kalender).meet(act.werk.id, norm::Meetmoment::eerste_reactie, act.now));
    act.werk.beloofd_op = act.werk.orde_op = verzet.nieuwe.beloofd_op;
    act.werk.waarschuwing_op = verzet.nieuwe.waarschuwing_op;
    act.werk.escalatie = 0;
    Kenmerken kenmerken{{"van", to_rfc3339(verzet.oude.beloofd_op)},
                        {"naar", to_rfc3339(verzet.nieuwe.beloofd_op)},
                        {"verteld", code_of(*verzet.nieuwe.hoe_verteld)},
                        {"te_laat_verteld", verzet.nieuwe.te_laat_verteld ? "1" : "0"},
                        {"gemist", verzet.oude.gemist_op ? "1" : "0"}};
    TRY_DONE(finish(act, "werk.belofte_verzet", std::move(kenmerken), verzet.nieuwe.reden));
    return act.werk;
}

Result<Werk> WerkService::pause(const access::Caller& caller, Keuze keuze, Wachtreden reden, std::string_view toelichting) {
    return store_.write([&](store::Tx& tx) { return pause(tx, caller, keuze, reden, toelichting); });
}

Result<Werk> WerkService::pause(store::Tx& tx, const access::Caller& caller, Keuze keuze, Wachtreden reden, std::string_view toelichting) {
    if (auto error = check_required("toelichting", toelichting, reden_limit)) return invalid({*error});
    TRY(Act act, begin(tx, caller, keuze));
    if (!act.werk.is_open()) return closed(act.werk);
    if (act.werk.wacht) return conflict("waits already", "werk.fout.wacht_al");
    TRY_DONE(Klokken(tx, ids_, *act.kalender).pause(act.werk.id, reden, act.now));
    act.werk.wacht = reden;
    TRY_DONE(finish(act, "werk.wacht", {{"op", code_of(reden)}}, cleaned(toelichting)));
    return act.werk;
}

Result<Werk> WerkService::resume(const access::Caller& caller, Keuze keuze) {
    return store_.write([&](store::Tx& tx) { return resume(tx, caller, keuze); });
}

Result<Werk> WerkService::resume(store::Tx& tx, const access::Caller& caller, Keuze keuze) {
    TRY(Act act, begin(tx, caller, keuze));
    if (!act.werk.wacht) return conflict("does not wait", "werk.fout.wacht_niet");
    TRY_DONE(Klokken(tx, ids_, *act.kalender).resume(act.werk.id, *act.werk.wacht, act.now));
    act.werk.wacht.reset();
    TRY_DONE(finish(act, "werk.hervat", {}));
    return act.werk;
}

namespace {

bool works_for(store::Tx& tx, Id<Medewerker> medewerker, Id<Gemeente> gemeente) {
    const auto teams = organisatie::teams_of_medewerker(tx, medewerker);
    return std::any_of(teams.begin(), teams.end(), [&](const organisatie::Team& team) {
        const auto served = organisatie::gemeenten_of_team(tx, team.id);
        return std::find(served.begin(), served.end(), gemeente) != served.end();
    });
}

}  // namespace

Result<Done> WerkService::note(const access::Caller& caller, Id<dichtbij::Werk> id, const Notitie& notitie) {
    return store_.write([&](store::Tx& tx) { return note(tx, caller, id, notitie); });
}

Result<Done> WerkService::note(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Werk> id, const Notitie& notitie) {
    TRY(const Werk werk, get(tx, caller, id));
    if (auto error = check_required("notitie", notitie.tekst, notitie_limit)) return invalid({*error});
    if (notitie.genoemd.size() > vermelding_limit) return invalid("genoemd", "werk.fout.te_veel_genoemd", {std::to_string(vermelding_limit)});
    const Instant now = clock_.now();
    journal::Entry entry = werk_entry(caller, now, "werk.notitie", werk);
    entry.toelichting = cleaned(notitie.tekst);
    for (const auto& colleague : notitie.genoemd) {
        if (!organisatie::is_in_service(tx, colleague, day_of(now)) || !works_for(tx, colleague, werk.gemeente)) return invalid("genoemd", "werk.fout.medewerker_uit_dienst");
        entry.kenmerken.emplace_back("genoemd", colleague.text());
    }
    for (const auto& colleague : notitie.genoemd) notify(tx, werk, colleague, Attentiesoort::genoemd, caller);
    journal::append(tx, entry);
    return Done{};
}

}  // namespace dichtbij::werk
