#include "access/caller.h"

#include <algorithm>

namespace dichtbij::access {
namespace {

bool one_of(Rol rol, std::initializer_list<Rol> roles) { return std::find(roles.begin(), roles.end(), rol) != roles.end(); }

std::string in_list(std::string_view column, std::vector<store::Value> values, std::vector<store::Value>& params) {
    if (values.empty()) return "1 = 0";
    std::string sql = std::string(column) + " in (";
    for (std::size_t i = 0; i < values.size(); ++i) {
        params.push_back(std::move(values[i]));
        sql += (i ? ", ?" : "?") + std::to_string(params.size());
    }
    return sql + ")";
}

}  // namespace

Caller system_caller(std::string_view scherm) {
    Caller caller;
    caller.naam = "Dichtbij";
    caller.scherm = scherm;
    caller.doel = "dienstverlening";
    return caller;
}

bool has_role(const Caller& caller, Id<Gemeente> gemeente, std::initializer_list<Rol> roles) {
    return caller.is_system() || std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
               return grant.gemeente == gemeente && one_of(grant.rol, roles);
           });
}

bool has_role_in_team(const Caller& caller, Id<Gemeente> gemeente, Id<Team> team, std::initializer_list<Rol> roles) {
    return caller.is_system() || std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
               return grant.gemeente == gemeente && (!grant.team || *grant.team == team) && one_of(grant.rol, roles);
           });
}

bool is_active_in(const Caller& caller, Id<Gemeente> gemeente) {
    return caller.is_system() || std::any_of(caller.grants.begin(), caller.grants.end(),
                                             [&](const Grant& grant) { return grant.gemeente == gemeente; });
}

Scope scope_of(const Caller& caller) {
    CHECK_THAT(!caller.is_system());
    Scope scope;
    for (const Grant& grant : caller.grants)
        if (std::find(scope.gemeenten.begin(), scope.gemeenten.end(), grant.gemeente) == scope.gemeenten.end())
            scope.gemeenten.push_back(grant.gemeente);
    scope.domeinen = caller.domeinen;
    return scope;
}

Result<Done> require_role(const Caller& caller, Id<Gemeente> gemeente, std::initializer_list<Rol> roles) {
    if (!is_active_in(caller, gemeente)) return not_found("no role in gemeente " + gemeente.text());
    if (!has_role(caller, gemeente, roles)) return forbidden("role not enough in gemeente " + gemeente.text());
    return Done{};
}

Result<Done> require_recht(const Caller& caller, Id<Gemeente> gemeente, Recht recht) {
    if (caller.is_system()) return Done{};
    if (caller.applicatie ? caller.applicatie->gemeente != gemeente : !is_active_in(caller, gemeente)) return not_found("not of gemeente " + gemeente.text());
    if (!caller.applicatie || !caller.applicatie->rechten.has(recht)) return forbidden("no such right in gemeente " + gemeente.text());
    return Done{};
}

bool may_read_domein(const Caller& caller, std::string_view domein) {
    return domein.empty() || caller.is_system() ||
           std::find(caller.domeinen.begin(), caller.domeinen.end(), domein) != caller.domeinen.end();
}

std::string gemeente_condition(const Caller& caller, std::string_view column, std::vector<store::Value>& params) {
    if (caller.is_system()) return "1 = 1";
    std::vector<store::Value> values;
    for (const auto& gemeente : scope_of(caller).gemeenten) values.push_back(store::Column<Id<Gemeente>>::to(gemeente));
    return in_list(column, std::move(values), params);
}

std::string domein_condition(const Caller& caller, std::string_view column, std::vector<store::Value>& params) {
    if (caller.is_system()) return "1 = 1";
    std::vector<store::Value> values{std::string()};
    for (const auto& domein : caller.domeinen) values.push_back(domein);
    return in_list(column, std::move(values), params);
}

}  // namespace dichtbij::access
