#include "access/extern.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "access/account_store.h"
#include "access/attempts.h"
#include "access/memory.h"
#include "access/rights.h"
#include "access/session_store.h"
#include "access/steps.h"
#include "access/totp.h"

namespace dichtbij::access {
namespace {

AccountEvent event(std::string gebeurtenis, Id<Medewerker> account, std::vector<std::pair<std::string, std::string>> kenmerken = {}) {
    return {std::move(gebeurtenis), {}, account, {}, std::move(kenmerken)};
}

AccountEvent role_event(std::string gebeurtenis, Id<Medewerker> account, const Grant& grant) {
    AccountEvent made{std::move(gebeurtenis), grant.gemeente, account, {}, {{"rol", boost::describe::enum_to_string(grant.rol, "")}}};
    if (grant.team) made.kenmerken.emplace_back("team", grant.team->text());
    return made;
}

Result<AccountInfo> managed_account(store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker) {
    TRY(AccountInfo info, visible_account(tx, caller, medewerker));
    if (!manages_all(caller, grants_of(tx, medewerker))) return forbidden("has roles in gemeenten of other beheerders");
    return info;
}

void change_domeinen(const Accounts& accounts, store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker, const Rechtenverschil& verschil) {
    auto all = domeinen_of(tx, medewerker);
    const auto before = all;
    for (const std::string& domein : verschil.domeinen_eraf)
        if (std::erase(all, domein) > 0) tell(accounts, tx, caller, event("account.domein_ingetrokken", medewerker, {{"domein", domein}}));
    for (const std::string& domein : verschil.domeinen_erbij) {
        if (std::find(all.begin(), all.end(), domein) != all.end()) continue;
        all.push_back(domein);
        tell(accounts, tx, caller, event("account.domein_gegeven", medewerker, {{"domein", domein}}));
    }
    std::sort(all.begin(), all.end());
    if (all != before) replace_domeinen(tx, medewerker, all);
}

}  // namespace

void allow_passwords(const Accounts& accounts, Wachtwoorden wie) { accounts.memory().alleen_noodtoegang = wie == Wachtwoorden::noodtoegang; }

Wachtwoorden allowed_passwords(const Accounts& accounts) {
    return accounts.memory().alleen_noodtoegang ? Wachtwoorden::noodtoegang : Wachtwoorden::allen;
}

bool may_use_password(const Accounts& accounts, Toegang toegang) {
    if (toegang == Toegang::lokaal) return allowed_passwords(accounts) == Wachtwoorden::allen;
    return toegang == Toegang::noodtoegang;
}

std::optional<Toegang> toegang_of(store::Tx& tx, Id<Medewerker> medewerker) {
    const auto account = secrets_of(tx, medewerker);
    return account ? std::optional(account->toegang) : std::nullopt;
}

Result<Done> make_external_account(const Accounts& accounts, store::Tx& tx, const Caller& caller, const NewAccount& account) {
    TRY_DONE(make_account(accounts, tx, caller, account, {"", Geldigheid::blijvend}));
    set_toegang(tx, account.medewerker, Toegang::aanbieder);
    return Done{};
}

Result<Done> link_external(const Accounts& accounts, store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker) {
    const auto account = secrets_of(tx, medewerker);
    if (!account) return not_found("no account " + medewerker.text());
    if (account->toegang == Toegang::noodtoegang) return conflict("break-glass accounts are not linked", "access.noodtoegang.niet_koppelen");
    if (account->toegang == Toegang::aanbieder) return Done{};
    set_toegang(tx, medewerker, Toegang::aanbieder);
    set_password(tx, medewerker, "", false);
    delete_sessions_of(tx, medewerker);
    tell(accounts, tx, caller, event("account.gekoppeld", medewerker));
    forget_after(tx, accounts);
    return Done{};
}

SignedIn open_external(const Accounts& accounts, store::Tx& tx, Id<Medewerker> medewerker, const ExternSessie& sessie, Factoren factoren, const Origin& origin) {
    const auto account = secrets_of(tx, medewerker);
    CHECK_THAT(account && !account->uit_op);
    const Fase fase = factoren == Factoren::meer ? Fase::volledig : next_step(accounts, tx, *account, origin, Gedaan::wachtwoord);
    if (fase == Fase::volledig) tell(accounts, tx, as_caller(medewerker), event("account.ingelogd", medewerker, {{"met", "werkaccount"}}));
    const SignedIn made = open_session(accounts, tx, {medewerker, fase, {}}, origin);
    bind_external(tx, made.token, sessie.id, sessie.vertrouwd_tot);
    return made;
}

void trust_external(const Accounts& accounts, store::Tx& tx, const ExternSessie& sessie) {
    extend_external(tx, sessie.id, sessie.vertrouwd_tot);
    forget_after(tx, accounts);
}

void end_external(const Accounts& accounts, store::Tx& tx, const Uuid& id) {
    delete_external(tx, id);
    forget_after(tx, accounts);
}

bool external_is_open(store::Tx& tx, const Uuid& id, Instant now) { return has_external(tx, id, now); }

std::optional<Uuid> external_of(store::Tx& tx, const Session& session) {
    const auto row = session_by_hash(tx, session.hash);
    return row ? row->extern_id : std::nullopt;
}

void change_rights(const Accounts& accounts, store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker, const Rechtenverschil& verschil) {
    if (verschil.empty()) return;
    const auto before = grants_of(tx, medewerker);
    const auto has = [&](const Grant& grant) { return std::find(before.begin(), before.end(), grant) != before.end(); };
    for (const Grant& grant : verschil.eraf) {
        if (!has(grant)) continue;
        remove_grant(tx, medewerker, grant);
        tell(accounts, tx, caller, role_event("account.rol_ingetrokken", medewerker, grant));
    }
    for (const Grant& grant : verschil.erbij) {
        if (has(grant)) continue;
        add_grant(tx, medewerker, grant);
        tell(accounts, tx, caller, role_event("account.rol_gegeven", medewerker, grant));
    }
    change_domeinen(accounts, tx, caller, medewerker, verschil);
    if (const auto info = find_account(tx, medewerker)) raise_version(tx, medewerker, info->versie);
    forget_after(tx, accounts);
}

Result<std::string> give_noodtoegang(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    TRY_DONE(require_beheerder(caller));
    const std::string password = readable_secret();
    const std::string hash = accounts.hasher().hash(password);
    TRY_DONE(accounts.store().write([&](store::Tx& tx) -> Result<Done> {
        TRY(const AccountInfo info, managed_account(tx, caller, medewerker));
        if (secrets_of(tx, medewerker)->toegang != Toegang::lokaal) return conflict("only a local account", "access.noodtoegang.alleen_lokaal");
        set_toegang(tx, medewerker, Toegang::noodtoegang);
        set_password(tx, medewerker, hash, true);
        forget_attempts(tx, attempt_key("account", info.email));
        delete_sessions_of(tx, medewerker);
        raise_version(tx, medewerker, info.versie);
        tell(accounts, tx, caller, event("account.noodtoegang_gegeven", medewerker));
        forget_after(tx, accounts);
        return Done{};
    }));
    return password;
}

Result<Done> end_noodtoegang(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    TRY_DONE(require_beheerder(caller));
    return accounts.store().write([&](store::Tx& tx) -> Result<Done> {
        TRY(const AccountInfo info, managed_account(tx, caller, medewerker));
        if (secrets_of(tx, medewerker)->toegang != Toegang::noodtoegang) return Done{};
        set_toegang(tx, medewerker, Toegang::lokaal);
        if (allowed_passwords(accounts) == Wachtwoorden::noodtoegang) {
            set_password(tx, medewerker, "", false);
            delete_sessions_of(tx, medewerker);
        }
        raise_version(tx, medewerker, info.versie);
        tell(accounts, tx, caller, event("account.noodtoegang_genomen", medewerker));
        forget_after(tx, accounts);
        return Done{};
    });
}

Result<std::vector<AccountInfo>> noodtoegangen(const Accounts& accounts, const Caller& caller) {
    TRY_DONE(require_beheerder(caller));
    return accounts.store().read([&](store::Tx& tx) {
        auto all = accounts_with(tx, Toegang::noodtoegang);
        std::erase_if(all, [&](const AccountInfo& one) { return !visible_account(tx, caller, one.medewerker).has_value(); });
        return all;
    });
}

}  // namespace dichtbij::access
