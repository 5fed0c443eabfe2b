#include "organisatie/organisatie_service.h"

#include <algorithm>

#include "organisatie/organisatie_store.h"
#include "organisatie/vervanging.h"

namespace dichtbij::organisatie {
namespace {

using MedewerkerId = Id<dichtbij::Medewerker>;

template <class T, class I>
Result<T> found(std::optional<T>&& row, const char* what, const I& id) {
    if (!row) return not_found(std::string(what) + " " + id.text());
    return std::move(*row);
}

bool in_service_on(const Medewerker& medewerker, Day day) { return !medewerker.in_dienst_tot || day < *medewerker.in_dienst_tot; }

Bezettingen bezetting_on(const OrganisatieStore& rows, Day day) {
    return [&rows, day](MedewerkerId id) {
        Bezetting bezetting;
        const auto medewerker = rows.medewerker(id);
        bezetting.in_service = medewerker && in_service_on(*medewerker, day);
        const auto absence = rows.absence_on(id, day);
        bezetting.absent = absence.has_value();
        if (bezetting.present()) return bezetting;
        if (absence) bezetting.vervanger = absence->vervanger;
        if (!bezetting.vervanger)
            if (const auto standing = rows.substitution_on(id, day)) bezetting.vervanger = standing->vervanger;
        return bezetting;
    };
}

// The lead of a team of his, or who acts for that lead; not himself.
std::optional<MedewerkerId> present_lead_for(const OrganisatieStore& rows, MedewerkerId medewerker, const Bezettingen& bezetting) {
    for (const Team& team : rows.teams_of_medewerker(medewerker)) {
        if (team.leider == medewerker) continue;
        const Keten keten = follow(team.leider, bezetting);
        if (keten.present && *keten.present != medewerker) return keten.present;
    }
    return std::nullopt;
}

}  // namespace

Result<Gemeente> gemeente(store::Tx& tx, Id<dichtbij::Gemeente> id) {
    return found(OrganisatieStore(tx).gemeente(id), "gemeente", id);
}

std::optional<Gemeente> gemeente_by_code(store::Tx& tx, std::string_view code) {
    return OrganisatieStore(tx).gemeente_by_code(code);
}

std::vector<Gemeente> gemeenten(store::Tx& tx) { return OrganisatieStore(tx).gemeenten(); }

std::vector<Afdeling> afdelingen(store::Tx& tx) { return OrganisatieStore(tx).afdelingen(); }

Result<Team> team(store::Tx& tx, Id<dichtbij::Team> id) { return found(OrganisatieStore(tx).team(id), "team", id); }

std::vector<Team> teams_of_gemeente(store::Tx& tx, Id<dichtbij::Gemeente> id) {
    return OrganisatieStore(tx).teams_of_gemeente(id);
}

std::vector<Team> teams_of_medewerker(store::Tx& tx, MedewerkerId id) { return OrganisatieStore(tx).teams_of_medewerker(id); }

std::vector<Id<dichtbij::Gemeente>> gemeenten_of_team(store::Tx& tx, Id<dichtbij::Team> id) {
    return OrganisatieStore(tx).gemeenten_of_team(id);
}

std::vector<Medewerker> members(store::Tx& tx, Id<dichtbij::Team> team) { return OrganisatieStore(tx).members(team); }

std::vector<Medewerker> members(store::Tx& tx, Id<dichtbij::Team> team, Day day) {
    auto list = OrganisatieStore(tx).members(team);
    std::erase_if(list, [&](const Medewerker& medewerker) { return !in_service_on(medewerker, day); });
    return list;
}

Result<Medewerker> medewerker(store::Tx& tx, MedewerkerId id) {
    return found(OrganisatieStore(tx).medewerker(id), "medewerker", id);
}

std::optional<Medewerker> medewerker_by_email(store::Tx& tx, std::string_view lower_case) {
    return OrganisatieStore(tx).medewerker_by_email(lower_case);
}

std::string naam_of(store::Tx& tx, MedewerkerId id) {
    const auto medewerker = OrganisatieStore(tx).medewerker(id);
    return medewerker ? medewerker->naam : std::string();
}

bool is_in_service(store::Tx& tx, MedewerkerId id, Day day) {
    const auto medewerker = OrganisatieStore(tx).medewerker(id);
    return medewerker && in_service_on(*medewerker, day);
}

bool is_available(store::Tx& tx, MedewerkerId id, Day day) {
    const OrganisatieStore rows(tx);
    const auto medewerker = rows.medewerker(id);
    if (!medewerker || !in_service_on(*medewerker, day)) return false;
    const unsigned monday_is_0 = weekday_of(day).iso_encoding() - 1;
    return (medewerker->werkdagen >> monday_is_0 & 1) != 0 && !rows.absence_on(id, day);
}

Result<Onderwerp> onderwerp(store::Tx& tx, Id<dichtbij::Onderwerp> id) {
    return found(OrganisatieStore(tx).onderwerp(id), "onderwerp", id);
}

std::vector<Onderwerp> onderwerpen(store::Tx& tx, Id<dichtbij::Gemeente> id) { return OrganisatieStore(tx).onderwerpen(id); }

Result<Product> product(store::Tx& tx, Id<dichtbij::Product> id) { return found(OrganisatieStore(tx).product(id), "product", id); }

std::vector<Product> products(store::Tx& tx, Id<dichtbij::Gemeente> id) { return OrganisatieStore(tx).products(id); }

MedewerkerId acting_for(store::Tx& tx, MedewerkerId medewerker, Day day) {
    const OrganisatieStore rows(tx);
    const Bezettingen bezetting = bezetting_on(rows, day);
    const Keten keten = follow(medewerker, bezetting);
    if (keten.present) return *keten.present;
    const bool nobody_named = !keten.has_substitute && is_in_service(tx, medewerker, day);
    if (nobody_named) return medewerker;
    return present_lead_for(rows, medewerker, bezetting).value_or(medewerker);
}

std::vector<MedewerkerId> substitutes_for(store::Tx& tx, MedewerkerId medewerker, Day day) {
    auto absent = OrganisatieStore(tx).absent_on(day);
    std::erase_if(absent, [&](MedewerkerId id) { return id == medewerker || acting_for(tx, id, day) != medewerker; });
    return absent;
}

MedewerkerId lead_of(store::Tx& tx, Id<dichtbij::Team> id, Day day) {
    const auto team = OrganisatieStore(tx).team(id);
    CHECK_THAT(team.has_value());
    return acting_for(tx, team->leider, day);
}

MedewerkerId manager_of(store::Tx& tx, Id<dichtbij::Gemeente> gemeente, Day day) {
    const OrganisatieStore rows(tx);
    const Bezettingen bezetting = bezetting_on(rows, day);
    const auto managers = rows.managers(gemeente);
    for (const auto& manager : managers)
        if (bezetting(manager).present()) return manager;
    for (const auto& manager : managers)
        if (const Keten keten = follow(manager, bezetting); keten.present) return *keten.present;
    const auto kcc = rows.kcc_of(gemeente);
    return kcc ? acting_for(tx, kcc->leider, day) : MedewerkerId{};
}

}  // namespace dichtbij::organisatie
