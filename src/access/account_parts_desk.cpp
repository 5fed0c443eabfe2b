#include "access/account_parts_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "html/parts.h"

namespace dichtbij::access {

using namespace html;  // NOLINT: a screen is written in elements

namespace {

std::vector<std::string> role_names() {
    std::vector<std::string> names;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Rol>>(
        [&](auto rol) { names.emplace_back(rol.name); });
    return names;
}

}  // namespace

std::string account_url(Id<Medewerker> id, std::string_view rest) {
    return std::string(accounts_url) + "/" + id.text() + std::string(rest);
}

std::string Places::name_of(const Texts& t, const Grant& grant) const {
    std::string naam;
    for (const auto& gemeente : gemeenten)
        if (gemeente.id == grant.gemeente) naam = gemeente.naam;
    if (!grant.team) return t("access.account.hele_gemeente", naam);
    for (const auto& team : teams)
        if (team.id == *grant.team && team.gemeente == grant.gemeente) naam += ", " + team.naam;
    return naam;
}

Places places_of(const Accounts& accounts, const Directory& directory, const Caller& caller) {
    return accounts.store().read([&](store::Tx& tx) {
        Places found;
        if (directory.gemeenten)
            for (const auto& gemeente : directory.gemeenten(tx))
                if (has_role(caller, gemeente.id, {Rol::beheerder})) found.gemeenten.push_back(gemeente);
        if (directory.teams) found.teams = directory.teams(tx);
        return found;
    });
}

std::string role_text(const Texts& t, Rol rol) {
    return t("access.rol." + std::string(boost::describe::enum_to_string(rol, "")));
}

std::vector<Choice> role_choices(const Texts& t) {
    std::vector<Choice> choices;
    for (const std::string& name : role_names()) choices.push_back({name, t("access.rol." + name)});
    return choices;
}

std::vector<Choice> place_choices(const Texts& t, const Places& places) {
    std::vector<Choice> choices;
    for (const auto& gemeente : places.gemeenten) {
        const Grant whole{Rol::kcc_medewerker, gemeente.id, {}};
        choices.push_back({place_value(whole), places.name_of(t, whole)});
        for (const auto& team : places.teams)
            if (team.gemeente == gemeente.id)
                choices.push_back(
                    {place_value({Rol::kcc_medewerker, gemeente.id, team.id}), gemeente.naam + ", " + team.naam});
    }
    return choices;
}

std::string place_value(const Grant& grant) {
    return grant.gemeente.text() + (grant.team ? "|" + grant.team->text() : "");
}

std::optional<Grant> grant_of(const http::Request& request) {
    const std::string_view place = request.form.get("waar");
    const auto bar = place.find('|');
    const auto gemeente = Id<Gemeente>::parse(place.substr(0, bar));
    Grant grant;
    if (!gemeente || !boost::describe::enum_from_string(std::string(request.form.get("rol")).c_str(), grant.rol))
        return std::nullopt;
    grant.gemeente = *gemeente;
    if (bar == std::string_view::npos) return grant;
    grant.team = Id<Team>::parse(place.substr(bar + 1));
    return grant.team ? std::optional(grant) : std::nullopt;
}

Html account_badges(const Texts& t, const AccountInfo& account) {
    return join(when(account.uit_op.has_value(), [&] { return badge("ban", t("access.account.uit"), Tone::late); }),
                when(account.moet_wijzigen, [&] { return badge("key", t("access.account.eenmalig")); }),
                when(account.heeft_totp, [&] { return badge("shield-check", t("access.account.app"), Tone::good); }));
}

http::Response one_time_password_page(const Desk& desk, std::string_view password, Id<Medewerker> id) {
    const Texts& t = desk.t;
    return desk
        .page(t("access.eenmalig.kop"),
              join(div(cls("page-head"), h1(t("access.eenmalig.kop"))),
                   div(cls("section prose"),
                       alert("key", join(p(t("access.eenmalig.uitleg")), p(strong(code(password)))), Tone::today),
                       p(button_link(account_url(id), t("access.eenmalig.verder"))))))
        .header("Cache-Control", "no-store");
}

}  // namespace dichtbij::access
