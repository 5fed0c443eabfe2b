#include "aanmelding/aanmeldbeheer_service.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "access/access.h"
#include "base/text.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::aanmelding {
namespace {

using access::Caller;
using access::Rol;

constexpr std::size_t text_characters = 200;

bool is_beheerder(const Caller& caller, Id<Gemeente> gemeente) { return access::has_role(caller, gemeente, {Rol::beheerder}); }

Result<Done> require_beheerder(const Caller& caller) {
    const bool is_one = caller.is_system() || std::any_of(caller.grants.begin(), caller.grants.end(), [](const access::Grant& one) { return one.rol == Rol::beheerder; });
    if (is_one) return Done{};
    return forbidden("not a beheerder");
}

bool manages_everything(store::Tx& tx, const Caller& caller) {
    const auto all = organisatie::gemeenten(tx);
    return std::all_of(all.begin(), all.end(), [&](const auto& one) { return is_beheerder(caller, one.id); });
}

bool serves_one_of_his(store::Tx& tx, const Caller& caller, Id<Team> team) {
    const auto served = organisatie::gemeenten_of_team(tx, team);
    return std::any_of(served.begin(), served.end(), [&](const auto& one) { return is_beheerder(caller, one); });
}

// Domains say nothing of a gemeente: every beheerder sees which groups give them.
bool may_see(store::Tx& tx, const Caller& caller, const Gave& gave) {
    if (const auto* rol = std::get_if<access::Grant>(&gave)) return is_beheerder(caller, rol->gemeente);
    if (const auto* lid = std::get_if<Teamlid>(&gave)) return serves_one_of_his(tx, caller, lid->team);
    return true;
}

Result<Done> may_change(store::Tx& tx, const Caller& caller, const Gave& gave) {
    if (!may_see(tx, caller, gave)) return not_found("of another gemeente");
    if (std::holds_alternative<Vertrouwelijk>(gave) && !manages_everything(tx, caller)) return forbidden("a domain is of all gemeenten");
    return Done{};
}

Result<Done> check(store::Tx& tx, const NieuweToewijzing& wanted) {
    std::vector<FieldError> wrong;
    if (wanted.groep.empty() || length_in_characters(wanted.groep) > groep_characters) wrong.push_back({"groep", "aanmelding.fout.groep", {}});
    if (length_in_characters(wanted.omschrijving) > text_characters) wrong.push_back({"omschrijving", "aanmelding.fout.omschrijving", {}});
    const auto is_of = [&](Id<Team> team, Id<Gemeente> gemeente) {
        const auto served = organisatie::gemeenten_of_team(tx, team);
        return std::find(served.begin(), served.end(), gemeente) != served.end();
    };
    if (const auto* rol = std::get_if<access::Grant>(&wanted.gave)) {
        if (rol->rol == Rol::beheerder && rol->team) wrong.push_back({"waar", "access.account.beheerder_heel", {}});
        if (rol->team && !is_of(*rol->team, rol->gemeente)) wrong.push_back({"waar", "aanmelding.fout.team", {}});
    } else if (const auto* domein = std::get_if<Vertrouwelijk>(&wanted.gave)) {
        if (std::find(std::begin(access::vertrouwelijke_domeinen), std::end(access::vertrouwelijke_domeinen), domein->domein) == std::end(access::vertrouwelijke_domeinen))
            wrong.push_back({"wat", "access.account.domein_onbekend", {}});
    }
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

// Groups are names of the organisation, no persons; still they stand beside the row, not in it.
void note(store::Tx& tx, const Caller& caller, Instant now, std::string what, const Toewijzing& one) {
    const auto* rol = std::get_if<access::Grant>(&one.gave);
    auto entry = journal::entry(caller, now, std::move(what), rol ? rol->gemeente : Id<Gemeente>{}, journal::Object::systeem, one.id.bytes);
    if (rol) entry.kenmerken.emplace_back("rol", boost::describe::enum_to_string(rol->rol, ""));
    if (rol && rol->team) entry.kenmerken.emplace_back("team", rol->team->text());
    if (const auto* lid = std::get_if<Teamlid>(&one.gave)) entry.kenmerken.emplace_back("team", lid->team.text());
    if (const auto* domein = std::get_if<Vertrouwelijk>(&one.gave)) entry.kenmerken.emplace_back("domein", domein->domein);
    entry.toelichting = one.groep;
    journal::append(tx, entry);
}

// Who may say that someone is the holder of this account: a beheerder of every gemeente where it has a role.
Result<Done> may_link(store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker) {
    const auto account = access::caller_of(tx, medewerker);
    if (!account) {
        if (access::toegang_of(tx, medewerker)) return conflict("the account is off", "aanmelding.fout.uitgezet");
        if (!manages_everything(tx, caller)) return forbidden("an employee without an account is of the whole organisation");
        return Done{};
    }
    const auto& grants = account->grants;
    const auto is_his = [&](const access::Grant& one) { return is_beheerder(caller, one.gemeente); };
    if (std::all_of(grants.begin(), grants.end(), is_his)) return Done{};
    if (std::none_of(grants.begin(), grants.end(), is_his)) return not_found("account of other gemeenten");
    return forbidden("has roles in gemeenten of other beheerders");
}

Noodtoegang line_of(const access::AccountInfo& info) { return {info.medewerker, info.naam, info.email, info.ingelogd_op}; }

}  // namespace

Result<std::vector<Toewijzing>> AanmeldbeheerService::toewijzingen(const Caller& caller) const {
    TRY_DONE(require_beheerder(caller));
    return accounts_.store().read([&](store::Tx& tx) {
        auto all = AanmeldingStore(tx).toewijzingen();
        std::erase_if(all, [&](const Toewijzing& one) { return !may_see(tx, caller, one.gave); });
        return all;
    });
}

Result<Id<Toewijzing>> AanmeldbeheerService::add(const Caller& caller, const NieuweToewijzing& typed) const {
    TRY_DONE(require_beheerder(caller));
    NieuweToewijzing wanted = typed;
    wanted.groep = groepsnaam(typed.groep);
    wanted.omschrijving = trimmed(typed.omschrijving);
    return accounts_.store().write([&](store::Tx& tx) -> Result<Id<Toewijzing>> {
        TRY_DONE(may_change(tx, caller, wanted.gave));
        TRY_DONE(check(tx, wanted));
        const AanmeldingStore rows(tx);
        const auto all = rows.toewijzingen();
        if (all.size() >= toewijzingen_limit) return conflict("too many", "aanmelding.fout.te_veel");
        for (const Toewijzing& one : all)
            if (one.groep == wanted.groep && one.gave == wanted.gave) return conflict("there already", "aanmelding.fout.bestaat");
        const Toewijzing made{ids_.make<Toewijzing>(), wanted.groep, wanted.omschrijving, wanted.gave};
        rows.insert(made);
        note(tx, caller, accounts_.now(), "aanmelden.toewijzing_gemaakt", made);
        return made.id;
    });
}

Result<Done> AanmeldbeheerService::remove(const Caller& caller, Id<Toewijzing> id) const {
    TRY_DONE(require_beheerder(caller));
    return accounts_.store().write([&](store::Tx& tx) -> Result<Done> {
        const AanmeldingStore rows(tx);
        const auto found = rows.toewijzing(id);
        if (!found) return not_found("no toewijzing " + id.text());
        TRY_DONE(may_change(tx, caller, found->gave));
        rows.remove(id);
        note(tx, caller, accounts_.now(), "aanmelden.toewijzing_weg", *found);
        return Done{};
    });
}

Result<Gaven> AanmeldbeheerService::probeer(const Caller& caller, const std::vector<std::string>& groepen) const {
    TRY(const auto visible, toewijzingen(caller));
    return gaven_van(visible, groepen);
}

Result<std::vector<Afgewezen>> AanmeldbeheerService::afgewezenen(const Caller& caller) const {
    TRY_DONE(require_beheerder(caller));
    return accounts_.store().read([&](store::Tx& tx) {
        std::vector<Afgewezen> all;
        for (AfgewezenRij& row : AanmeldingStore(tx).afgewezenen(afgewezenen_getoond)) {
            std::string candidate;
            if (row.reden == Afwijzing::te_koppelen && row.medewerker && may_link(tx, caller, *row.medewerker)) candidate = organisatie::naam_of(tx, *row.medewerker);
            all.push_back({std::move(row), std::move(candidate)});
        }
        return all;
    });
}

Result<Done> AanmeldbeheerService::koppel(const Caller& caller, std::string_view onderwerp) const {
    TRY_DONE(require_beheerder(caller));
    return accounts_.store().write([&](store::Tx& tx) -> Result<Done> {
        const AanmeldingStore rows(tx);
        const auto row = rows.afgewezen(onderwerp);
        if (!row || row->reden != Afwijzing::te_koppelen || !row->medewerker) return not_found("nobody to link");
        const auto medewerker = *row->medewerker;
        TRY_DONE(may_link(tx, caller, medewerker));
        if (access::toegang_of(tx, medewerker)) {
            TRY_DONE(access::link_external(accounts_, tx, caller, medewerker));
        } else {
            TRY(const auto known, organisatie::medewerker(tx, medewerker));
            TRY_DONE(access::make_external_account(accounts_, tx, caller, {.medewerker = medewerker, .email = row->email, .naam = known.naam, .taal = known.taal}));
        }
        rows.koppel(onderwerp, medewerker, accounts_.now());
        rows.remove_afgewezen(onderwerp);
        journal::append(tx, journal::entry(caller, accounts_.now(), "aanmelden.gekoppeld", {}, journal::Object::account, medewerker.bytes));
        return Done{};
    });
}

Result<std::int64_t> AanmeldbeheerService::zonder_controle(const Caller& caller) const {
    TRY_DONE(require_beheerder(caller));
    return accounts_.store().read([&](store::Tx& tx) { return AanmeldingStore(tx).zonder_refresh(accounts_.now() - days(1)); });
}

Result<std::vector<Noodtoegang>> AanmeldbeheerService::noodtoegangen(const Caller& caller) const {
    TRY(const auto all, access::noodtoegangen(accounts_, caller));
    std::vector<Noodtoegang> lines;
    for (const auto& one : all)
        if (!one.uit_op) lines.push_back(line_of(one));
    return lines;
}

Result<std::vector<Noodtoegang>> AanmeldbeheerService::kandidaten(const Caller& caller) const {
    TRY_DONE(require_beheerder(caller));
    // Whoever is beheerder with a local account: nobody else can mend what is wrong with the provider.
    return accounts_.store().read([&](store::Tx& tx) {
        std::vector<Noodtoegang> lines;
        for (const auto& gemeente : organisatie::gemeenten(tx)) {
            if (!is_beheerder(caller, gemeente.id)) continue;
            for (const auto& id : access::with_role(tx, Rol::beheerder, gemeente.id)) {
                const bool is_there = std::any_of(lines.begin(), lines.end(), [&](const Noodtoegang& one) { return one.medewerker == id; });
                if (!is_there && access::toegang_of(tx, id) == access::Toegang::lokaal) lines.push_back({id, organisatie::naam_of(tx, id), "", std::nullopt});
            }
        }
        return lines;
    });
}

Result<std::string> AanmeldbeheerService::geef_noodtoegang(const Caller& caller, Id<Medewerker> medewerker) const {
    return access::give_noodtoegang(accounts_, caller, medewerker);
}

Result<Done> AanmeldbeheerService::neem_noodtoegang(const Caller& caller, Id<Medewerker> medewerker) const {
    return access::end_noodtoegang(accounts_, caller, medewerker);
}

}  // namespace dichtbij::aanmelding
