#include "werk/toegang_service.h"

#include "organisatie/organisatie_service.h"

namespace dichtbij::werk {

using access::Rol;

Result<Done> may_know(const access::Caller& caller, Id<Gemeente> gemeente) {
    return access::require_role(caller, gemeente, {Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::manager});
}

Result<Done> may_read(const access::Caller& caller, const Werk& werk) {
    TRY_DONE(may_know(caller, werk.gemeente));
    if (!access::may_read_domein(caller, werk.domein)) return forbidden("werk " + werk.id.text() + " is in domain " + werk.domein);
    return Done{};
}

bool acts_as_owner(store::Tx& tx, const access::Caller& caller, const Werk& werk, Day today) {
    if (!caller.is_employee()) return caller.is_system();
    return werk.eigenaar == caller.medewerker || organisatie::acting_for(tx, werk.eigenaar, today) == caller.medewerker;
}

bool may_work_on(store::Tx& tx, const access::Caller& caller, const Werk& werk, Day today) {
    return access::has_role_in_team(caller, werk.gemeente, werk.team, {Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider}) ||
           access::has_role(caller, werk.gemeente, {Rol::manager}) || acts_as_owner(tx, caller, werk, today);
}

bool may_give(store::Tx& tx, const access::Caller& caller, const Werk& werk, Day today) {
    return access::has_role_in_team(caller, werk.gemeente, werk.team, {Rol::teamleider}) ||
           access::has_role(caller, werk.gemeente, {Rol::manager}) || acts_as_owner(tx, caller, werk, today);
}

Werk seen_by(const access::Caller& caller, const Werk& werk) {
    return access::may_read_domein(caller, werk.domein) ? werk : masked(werk);
}

Id<Medewerker> owner_until_accepted(store::Tx& tx, Id<Team> team, std::optional<Id<Medewerker>> named, Day today) {
    if (named) {
        const Id<Medewerker> acting = organisatie::acting_for(tx, *named, today);
        if (organisatie::is_in_service(tx, acting, today)) return acting;
    }
    return organisatie::lead_of(tx, team, today);
}

}  // namespace dichtbij::werk
