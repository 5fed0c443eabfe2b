#include "app/connect.h"

#include "access/access.h"
#include "balie/concept_store.h"
#include "formulier/bewaring.h"
#include "journal/account_events.h"
#include "postvak/bewaring.h"
#include "zaak/zaak_berichtbron_follow.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::app {
namespace {

template <class T>
Result<Done> without_open_work(werk::WerkService& werk, store::Tx& tx, Id<T> whose) {
    if (werk.open_work_of(tx, whose) > 0) return conflict("open work", "fout.open_werk");
    return Done{};
}

void connect_organisatie(const Capabilities& in) {
    auto& hooks = in.organisatie.hooks();
    hooks.on_lead_changed.push_back([&werk = in.werk](store::Tx& tx, Id<Team> team) { werk.on_lead_changed(tx, team); });
    hooks.on_absence_changed.push_back([&werk = in.werk](store::Tx& tx, Id<Medewerker> medewerker) { werk.on_absence_changed(tx, medewerker); });
    hooks.may_leave.push_back([&werk = in.werk](store::Tx& tx, Id<Medewerker> medewerker) { return without_open_work(werk, tx, medewerker); });
    hooks.may_lift.push_back([&werk = in.werk](store::Tx& tx, Id<Team> team) { return without_open_work(werk, tx, team); });
    hooks.may_leave.push_back([&clock = in.clock](store::Tx& tx, Id<Medewerker> medewerker) { return zaaktype::may_leave(tx, medewerker, day_of(clock.now())); });
    hooks.may_lift.push_back([&clock = in.clock](store::Tx& tx, Id<Team> team) { return zaaktype::may_lift(tx, team, day_of(clock.now())); });
    hooks.on_medewerker_changed.push_back([](store::Tx& tx, const organisatie::Medewerker& medewerker) {
        return access::rename(tx, medewerker.id, medewerker.naam, medewerker.email);
    });
    hooks.routering = in.werk.omgeving();
}

void connect_partijen(const Capabilities& in) {
    in.partijen.on_opening([&werk = in.werk](store::Tx& tx, const access::Caller& caller, const partij::Opening& opening) {
        werk.partij_opened(tx, caller, opening.gemeente, opening.partij);
    });
    in.partijen.on_wissen([in](store::Tx& tx, const access::Caller&, Id<Partij> partij) {
        const Instant now = in.clock.now();
        in.waarderingen.forget_partij(tx, partij, now);
        formulier::forget_partij(tx, in.documenten, partij, now);
        in.zaken.forget_partij(tx, partij, now);
        postvak::forget_partij(in.documenten, tx, partij, now);
        in.documenten.forget_partij(tx, partij, now);
        in.postbezorging.forget_partij(tx, partij);
        in.berichten.forget_partij(tx, partij);
        in.taken.forget_partij(tx, partij, now);
        in.contacten.forget_partij(tx, partij, now);
        in.werk.forget_partij(tx, partij, now);
        balie::delete_concepten_of_partij(tx, partij);
    });
}

}  // namespace

void connect(const Capabilities& in) {
    connect_organisatie(in);
    in.norms.on_kalender([&werk = in.werk](store::Tx& tx, Id<Gemeente> gemeente) -> Result<Done> {
        TRY_DONE(werk.recompute_klokken(tx, gemeente));
        return Done{};
    });
    connect_partijen(in);
    in.werk.on_ongedaan([&berichten = in.berichten](store::Tx& tx, const Uuid& handeling) { berichten.withdraw_of(tx, handeling); });
    in.berichtbron.add(zaak::bericht_aanvulling(in.zaken, in.clock));
}

access::Hooks account_hooks(werk::WerkService& werk) {
    access::Hooks hooks;
    hooks.journal = journal::append_account_event;
    hooks.may_leave = [&werk](store::Tx& tx, Id<Medewerker> medewerker) -> std::optional<std::string> {
        if (werk.open_work_of(tx, medewerker) > 0) return "fout.open_werk";
        return std::nullopt;
    };
    return hooks;
}

}  // namespace dichtbij::app
