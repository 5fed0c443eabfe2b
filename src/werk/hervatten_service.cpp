#include "werk/hervatten_service.h"

#include "base/text.h"
#include "werk/klok_store.h"
#include "werk/toegang_service.h"
#include "werk/toezegging_store.h"
#include "werk/werk_act_service.h"
#include "werk/werk_store.h"

namespace dichtbij::werk {
namespace {

struct Aangewezen {
    Id<Team> team;
    std::optional<Id<Medewerker>> medewerker;
};

Result<Aangewezen> pointed_at(store::Tx& tx, const WerkService& werken, const Werk& werk, const std::optional<Bestemming>& naar) {
    if (const auto* person = naar ? std::get_if<NaarMedewerker>(&*naar) : nullptr) return Aangewezen{person->team, person->medewerker};
    if (const auto* team = naar ? std::get_if<NaarTeam>(&*naar) : nullptr) return Aangewezen{team->team, {}};
    organisatie::Vraag vraag;
    vraag.gemeente = werk.gemeente;
    vraag.kanaal = werk.kanaal;
    vraag.taal = werk.taal;
    vraag.onderwerp = werk.onderwerp;
    vraag.product = werk.product;
    vraag.op = werk.geopend_op;
    TRY(const organisatie::Route decided, werken.route(tx, vraag));
    return Aangewezen{decided.team, decided.is_persoon ? std::optional(decided.eigenaar) : std::nullopt};
}

// As of a question that is opened: who was spoken to has had his first reaction, unless what he was promised is a call.
bool was_met(const norm::Klok& klok, const Hervatting& how) {
    if (how.gereageerd == Gereageerd::nog_niet) return false;
    return klok.meet == norm::Meetmoment::ontvangstbevestiging || (klok.meet == norm::Meetmoment::eerste_reactie && how.aanleiding == norm::Aanleiding::vraag);
}

std::vector<norm::Gekozen> norms_of_then(store::Tx& tx, const WerkService& werken, const Werk& werk, norm::Aanleiding aanleiding) {
    return werken.normbron().choose_all(tx, {aanleiding, werk.kanaal, werk.product, werk.onderwerp, werk.gemeente, day_of(werk.geopend_op)});
}

// Those of the norms of then, instead of what the closing at intake left.
Result<Done> start_again(store::Tx& tx, const WerkService& werken, IdSource& ids, const Werk& werk, const Hervatting& how, const Kalender& kalender) {
    for (const Werkklok& klok : klokken_of(tx, werk.id)) delete_klok(tx, klok.id);
    TRY(auto klokken, started(werk, norms_of_then(tx, werken, werk, how.aanleiding), werk.geopend_op, *kalender, ids));
    for (Werkklok& klok : klokken) {
        if (was_met(klok.klok, how)) {
            TRY(klok.klok, norm::stop(std::move(klok.klok), werk.geopend_op, *kalender));
        }
        insert_klok(tx, klok);
    }
    const Instant now = werken.now();
    const auto acceptance = werken.normbron().choose_all(tx, {norm::Aanleiding::toewijzing, werk.kanaal, werk.product, werk.onderwerp, werk.gemeente, day_of(now)});
    return Klokken(tx, ids, *kalender).start(werk, acceptance, now);
}

Result<Toezegging> promise_of_then(store::Tx& tx, const WerkService& werken, IdSource& ids, const Werk& werk, norm::Aanleiding aanleiding, const Kalender& kalender) {
    const auto gekozen = norms_of_then(tx, werken, werk, aanleiding);
    const norm::Gekozen* promise = promising(gekozen);
    if (promise == nullptr) return conflict("no norm promises anything for this question", "werk.fout.geen_norm");
    Toezegging first;
    first.id = ids.next();
    first.werk = werk.id;
    first.gemeente = werk.gemeente;
    TRY(first.beloofd_op, norm::due_op(promise->norm.term, werk.geopend_op, *kalender));
    first.nauwkeurigheid = nauwkeurigheid_of(promise->norm.term);
    first.herkomst = Herkomst::norm;
    first.gedaan_op = werk.geopend_op;
    TRY(first, with_warning(std::move(first), *kalender));
    insert_toezegging(tx, first);
    return first;
}

}  // namespace

bool closed_at_intake(store::Tx& tx, const Werk& werk) { return !werk.is_open() && werk.gesloten_op == werk.geopend_op && !werk.ouder && !last_toezegging(tx, werk.id); }

Result<Werk> resume_from_start(store::Tx& tx, WerkService& werken, IdSource& ids, const access::Caller& caller, const Werk& closed, const Hervatting& how) {
    TRY_DONE(may_know(caller, closed.gemeente));
    CHECK_THAT(closed_at_intake(tx, closed));
    if (auto error = check_required("reden", how.reden, reden_limit)) return invalid({*error});
    TRY(const Kalender kalender, werken.normbron().kalender(tx, closed.gemeente));
    Werk werk = closed;
    TRY(const Aangewezen aan, pointed_at(tx, werken, werk, how.naar));
    TRY_DONE(werken.check_destination(tx, werk.gemeente, aan.team, aan.medewerker));
    TRY(const organisatie::Team team, organisatie::team(tx, aan.team));
    werk.team = aan.team;
    if (!team.domein.empty()) werk.domein = team.domein;
    werk.toegewezen_aan = aan.medewerker;
    werk.eigenaar = owner_until_accepted(tx, werk.team, aan.medewerker, day_of(werken.now()));
    werk.aanvaard_op.reset();
    werk.gesloten_op.reset();
    werk.uitkomst.reset();
    werk.escalatie = 0;
    TRY_DONE(start_again(tx, werken, ids, werk, how, kalender));
    TRY(const Toezegging promise, promise_of_then(tx, werken, ids, werk, how.aanleiding, kalender));
    werk.beloofd_op = werk.orde_op = promise.beloofd_op;
    werk.waarschuwing_op = promise.waarschuwing_op;
    werk = werken.touch(tx, caller, std::move(werk), "werk.heropend");
    werken.notify(tx, werk, werk.eigenaar, Attentiesoort::nieuw_werk, caller);
    journal::Entry entry = werk_entry(caller, werken.now(), "werk.heropend", werk);
    entry.kenmerken = {{"eigenaar", werk.eigenaar.text()}, {"vanaf", to_rfc3339(werk.geopend_op)}};
    entry.toelichting = cleaned(how.reden);
    journal::append(tx, entry);
    return werk;
}

Werk become(store::Tx& tx, WerkService& werken, const access::Caller& caller, Werk werk, const Overname& overname) {
    journal::Entry entry = werk_entry(caller, werken.now(), "werk.overgenomen", werk);
    entry.kenmerken = {{"van", code_of(werk.soort)}, {"naar", code_of(overname.soort)}, {"object", to_string(overname.object)}};
    werk.soort = overname.soort;
    werk.object = overname.object;
    werk.nummer = overname.nummer;
    werk.titel = shortened(cleaned(overname.titel), titel_limit);
    werk.zoektekst = zoektekst_of(werk.titel, werk.nummer);
    save_kind(tx, werk);
    journal::append(tx, entry);
    return werk;
}

void change_places(store::Tx& tx, WerkService& werken, IdSource& ids, const access::Caller& caller, const Werk& one, const Overname& of_one, const Werk& other, const Overname& of_other) {
    // No two werken are about one object, also not for a moment.
    Werk aside = one;
    aside.object = ids.next();
    save_kind(tx, aside);
    become(tx, werken, caller, other, of_other);
    become(tx, werken, caller, one, of_one);
}

}  // namespace dichtbij::werk
