#include "access/rights.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "access/account_store.h"
#include "access/memory.h"
#include "access/steps.h"

namespace dichtbij::access {
namespace {

template <class T>
bool contains(const std::vector<T>& list, const T& item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

AccountEvent role_event(std::string gebeurtenis, Id<Medewerker> account, const Grant& grant) {
    AccountEvent event{
        std::move(gebeurtenis), grant.gemeente, account, {}, {{"rol", boost::describe::enum_to_string(grant.rol, "")}}};
    if (grant.team) event.kenmerken.emplace_back("team", grant.team->text());
    return event;
}

void apply_domeinen(const Accounts& accounts, store::Tx& tx, const Caller& caller, const RightsChange& change) {
    const auto before = domeinen_of(tx, change.medewerker);
    const auto tell_about = [&](std::string gebeurtenis, const std::string& domein) {
        tell(accounts, tx, caller, {std::move(gebeurtenis), {}, change.medewerker, {}, {{"domein", domein}}});
    };
    for (const std::string& domein : before)
        if (!contains(*change.domeinen, domein)) tell_about("account.domein_ingetrokken", domein);
    for (const std::string& domein : *change.domeinen)
        if (!contains(before, domein)) tell_about("account.domein_gegeven", domein);
    if (before != *change.domeinen) replace_domeinen(tx, change.medewerker, *change.domeinen);
}

}  // namespace

std::vector<Id<Gemeente>> managed_gemeenten(const Caller& caller) {
    std::vector<Id<Gemeente>> gemeenten;
    for (const Grant& grant : caller.grants)
        if (grant.rol == Rol::beheerder && !contains(gemeenten, grant.gemeente)) gemeenten.push_back(grant.gemeente);
    return gemeenten;
}

bool manages(const Caller& caller, Id<Gemeente> gemeente) { return has_role(caller, gemeente, {Rol::beheerder}); }

bool manages_all(const Caller& caller, const std::vector<Grant>& grants) {
    return std::all_of(grants.begin(), grants.end(), [&](const Grant& grant) { return manages(caller, grant.gemeente); });
}

Result<Done> require_beheerder(const Caller& caller) {
    if (caller.is_system() || !managed_gemeenten(caller).empty()) return Done{};
    return forbidden("not a beheerder");
}

Result<AccountInfo> visible_account(store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker) {
    TRY_DONE(require_beheerder(caller));
    const auto info = find_account(tx, medewerker);
    if (!info) return not_found("no account " + medewerker.text());
    const auto grants = grants_of(tx, medewerker);
    const bool shares =
        std::any_of(grants.begin(), grants.end(), [&](const Grant& grant) { return manages(caller, grant.gemeente); });
    if (!grants.empty() && !shares) return not_found("account of other gemeenten");
    return *info;
}

Result<Done> check_grants(const Caller& caller, const std::vector<Grant>& grants) {
    TRY_DONE(require_beheerder(caller));
    for (std::size_t i = 0; i < grants.size(); ++i) {
        if (!manages(caller, grants[i].gemeente)) return not_found("not beheerder in gemeente " + grants[i].gemeente.text());
        if (grants[i].rol == Rol::beheerder && grants[i].team) return invalid("rollen", "access.account.beheerder_heel");
        for (std::size_t j = 0; j < i; ++j)
            if (grants[i] == grants[j]) return invalid("rollen", "access.account.rol_dubbel");
    }
    return Done{};
}

Result<Done> check_domeinen(const std::vector<std::string>& domeinen) {
    for (const std::string& domein : domeinen)
        if (std::find(std::begin(vertrouwelijke_domeinen), std::end(vertrouwelijke_domeinen), domein) ==
            std::end(vertrouwelijke_domeinen))
            return invalid("domeinen", "access.account.domein_onbekend");
    return Done{};
}

Result<Done> check_beheerders_left(store::Tx& tx, const std::vector<Grant>& grants) {
    for (const Grant& grant : grants)
        if (grant.rol == Rol::beheerder && holders_of(tx, Rol::beheerder, grant.gemeente).empty())
            return conflict("last beheerder of gemeente " + grant.gemeente.text(), "access.account.laatste_beheerder");
    return Done{};
}

Result<Done> apply_rights(const Accounts& accounts, store::Tx& tx, const Caller& caller, const RightsChange& change) {
    const auto before = grants_of(tx, change.medewerker);
    std::vector<Grant> taken;
    for (const Grant& grant : before) {
        if (!manages(caller, grant.gemeente) || contains(change.grants, grant)) continue;
        remove_grant(tx, change.medewerker, grant);
        taken.push_back(grant);
        tell(accounts, tx, caller, role_event("account.rol_ingetrokken", change.medewerker, grant));
    }
    for (const Grant& grant : change.grants) {
        if (contains(before, grant)) continue;
        add_grant(tx, change.medewerker, grant);
        tell(accounts, tx, caller, role_event("account.rol_gegeven", change.medewerker, grant));
    }
    TRY_DONE(check_beheerders_left(tx, taken));
    if (!change.domeinen) return Done{};
    auto wanted = change;
    std::sort(wanted.domeinen->begin(), wanted.domeinen->end());
    wanted.domeinen->erase(std::unique(wanted.domeinen->begin(), wanted.domeinen->end()), wanted.domeinen->end());
    if (domeinen_of(tx, change.medewerker) == *wanted.domeinen) return Done{};
    if (!manages_all(caller, before)) return forbidden("domains of an account with roles elsewhere");
    apply_domeinen(accounts, tx, caller, wanted);
    return Done{};
}

}  // namespace dichtbij::access
