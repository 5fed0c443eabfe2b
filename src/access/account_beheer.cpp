#include "access/account_beheer.h"

#include <algorithm>

#include "access/access.h"
#include "access/account_store.h"
#include "access/attempts.h"
#include "access/extern.h"
#include "access/memory.h"
#include "access/rights.h"
#include "access/session_store.h"
#include "access/steps.h"
#include "access/totp.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr std::size_t email_max_characters = 254;
constexpr std::size_t name_max_characters = 200;

bool looks_like_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('@', at + 1) == std::string_view::npos && at + 1 < text.size() &&
           text.find_first_of(" \t,;<>\"") == std::string_view::npos && text.size() <= email_max_characters;
}

Result<Done> check_input(const NewAccount& account) {
    std::vector<FieldError> wrong;
    if (!looks_like_email(normalised_email(account.email))) wrong.push_back({"email", "access.account.email_onjuist", {}});
    if (trimmed(account.naam).empty() || length_in_characters(account.naam) > name_max_characters)
        wrong.push_back({"naam", "access.account.naam_onjuist", {}});
    if (account.taal != "nl" && account.taal != "en") wrong.push_back({"taal", "access.profiel.taal_onbekend", {}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

AccountEvent event(std::string gebeurtenis, Id<Medewerker> account) { return {std::move(gebeurtenis), {}, account, {}, {}}; }

// The account, when the caller may change it as a whole.
Result<AccountInfo> whole_account(store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker) {
    TRY(AccountInfo info, visible_account(tx, caller, medewerker));
    if (!manages_all(caller, grants_of(tx, medewerker))) return forbidden("has roles in gemeenten of other beheerders");
    return info;
}

// What the caller wants to write about the whole account, then its sessions end.
template <class Change>
Result<Done> change_whole(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker, Change change) {
    return accounts.store().write([&](store::Tx& tx) -> Result<Done> {
        TRY(const AccountInfo info, whole_account(tx, caller, medewerker));
        TRY_DONE(change(tx, info));
        delete_sessions_of(tx, medewerker);
        raise_version(tx, medewerker, info.versie);
        forget_after(tx, accounts);
        return Done{};
    });
}

}  // namespace

Result<AccountPage> list_accounts(const Accounts& accounts, const Caller& caller, const AccountQuery& query) {
    TRY_DONE(require_beheerder(caller));
    return accounts.store().read([&](store::Tx& tx) -> Result<AccountPage> {
        AccountFilter filter;
        filter.alle = caller.is_system();
        filter.gemeenten = managed_gemeenten(caller);
        filter.naam_vanaf = query.zoek;
        filter.limiet = accounts_per_page + 1;
        if (query.na) {
            filter.na = *query.na;
            filter.na_sleutel = name_key_of(tx, *query.na);
        }
        AccountPage page{list_accounts(tx, filter), true};
        page.is_last = page.accounts.size() <= accounts_per_page;
        if (!page.is_last) page.accounts.pop_back();
        return page;
    });
}

Result<AccountDetail> account_detail(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    return accounts.store().read([&](store::Tx& tx) -> Result<AccountDetail> {
        TRY(AccountInfo info, visible_account(tx, caller, medewerker));
        AccountDetail detail{std::move(info), {}, domeinen_of(tx, medewerker), false, recovery_codes_left(tx, medewerker)};
        const auto grants = grants_of(tx, medewerker);
        detail.is_geheel = manages_all(caller, grants);
        for (const Grant& grant : grants)
            if (manages(caller, grant.gemeente)) detail.grants.push_back(grant);
        return detail;
    });
}

Result<std::string> make_account(const Accounts& accounts, const Caller& caller, const NewAccount& account) {
    TRY_DONE(require_beheerder(caller));
    TRY_DONE(check_input(account));
    if (allowed_passwords(accounts) == Wachtwoorden::noodtoegang) {
        TRY_DONE(accounts.store().write([&](store::Tx& tx) { return make_account(accounts, tx, caller, account, {"", Geldigheid::blijvend}); }));
        return std::string();
    }
    const std::string password = readable_secret();
    const HashedPassword hashed{accounts.hasher().hash(password), Geldigheid::eenmalig};
    TRY_DONE(accounts.store().write([&](store::Tx& tx) { return make_account(accounts, tx, caller, account, hashed); }));
    return password;
}

Result<Done> make_account(const Accounts& accounts, store::Tx& tx, const Caller& caller, const NewAccount& account,
                          const HashedPassword& password) {
    TRY_DONE(require_beheerder(caller));
    TRY_DONE(check_input(account));
    TRY_DONE(check_grants(caller, account.grants));
    TRY_DONE(check_domeinen(account.domeinen));
    const std::string email = normalised_email(account.email);
    if (find_account(tx, account.medewerker)) return conflict("employee has an account", "access.account.bestaat");
    if (secrets_by_email(tx, email)) return invalid("email", "access.account.email_bezet");
    AccountRij row{.medewerker = account.medewerker,
                   .email = email,
                   .naam = std::string(trimmed(account.naam)),
                   .naam_sleutel = store::Blob{sort_key(trimmed(account.naam))},
                   .wachtwoord = password.hash,
                   .taal = account.taal,
                   .moet_wijzigen = password.geldigheid == Geldigheid::eenmalig,
                   .gemaakt_op = accounts.now()};
    insert_account(tx, row);
    tell(accounts, tx, caller, event("account.gemaakt", account.medewerker));
    return apply_rights(accounts, tx, caller, {account.medewerker, row.versie, account.grants, account.domeinen});
}

Result<std::string> reset_password(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    TRY_DONE(require_beheerder(caller));
    const std::string password = readable_secret();
    const std::string hash = accounts.hasher().hash(password);
    TRY_DONE(change_whole(accounts, caller, medewerker, [&](store::Tx& tx, const AccountInfo& info) -> Result<Done> {
        if (!may_use_password(accounts, secrets_of(tx, medewerker)->toegang))
            return conflict("signs in through the provider", "access.account.geen_wachtwoord");
        set_password(tx, medewerker, hash, true);
        forget_attempts(tx, attempt_key("account", info.email));
        tell(accounts, tx, caller, event("account.wachtwoord_hersteld", medewerker));
        return Done{};
    }));
    return password;
}

Result<Done> reset_totp(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    return change_whole(accounts, caller, medewerker, [&](store::Tx& tx, const AccountInfo&) -> Result<Done> {
        set_totp(tx, medewerker, std::nullopt, 0);
        replace_recovery_codes(tx, medewerker, {});
        forget_attempts(tx, attempt_key("totp", medewerker.text()));
        tell(accounts, tx, caller, event("account.totp_hersteld", medewerker));
        return Done{};
    });
}

Result<Done> disable_account(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    return accounts.store().write([&](store::Tx& tx) { return disable_account(accounts, tx, caller, medewerker); });
}

Result<Done> disable_account(const Accounts& accounts, store::Tx& tx, const Caller& caller, Id<Medewerker> medewerker) {
    TRY(const AccountInfo info, whole_account(tx, caller, medewerker));
    if (medewerker == caller.medewerker) return conflict("own account", "access.account.jezelf");
    if (info.uit_op) return Done{};
    if (accounts.hooks().may_leave)
        if (const auto reason = accounts.hooks().may_leave(tx, medewerker)) return conflict("may not leave", *reason);
    set_disabled(tx, medewerker, accounts.now());
    TRY_DONE(check_beheerders_left(tx, grants_of(tx, medewerker)));
    delete_sessions_of(tx, medewerker);
    raise_version(tx, medewerker, info.versie);
    tell(accounts, tx, caller, event("account.uitgezet", medewerker));
    forget_after(tx, accounts);
    return Done{};
}

Result<Done> enable_account(const Accounts& accounts, const Caller& caller, Id<Medewerker> medewerker) {
    return change_whole(accounts, caller, medewerker, [&](store::Tx& tx, const AccountInfo&) -> Result<Done> {
        set_disabled(tx, medewerker, std::nullopt);
        tell(accounts, tx, caller, event("account.aangezet", medewerker));
        return Done{};
    });
}

Result<Done> set_rights(const Accounts& accounts, const Caller& caller, const RightsChange& change) {
    TRY_DONE(check_grants(caller, change.grants));
    if (change.domeinen) TRY_DONE(check_domeinen(*change.domeinen));
    return accounts.store().write([&](store::Tx& tx) -> Result<Done> {
        TRY_DONE(visible_account(tx, caller, change.medewerker));
        if (!raise_version(tx, change.medewerker, change.versie))
            return conflict("account changed since", "access.account.intussen_gewijzigd");
        TRY_DONE(apply_rights(accounts, tx, caller, change));
        forget_after(tx, accounts);
        return Done{};
    });
}

std::optional<AccountInfo> account_by_email(const Accounts& accounts, std::string_view email) {
    return accounts.store().read([&](store::Tx& tx) -> std::optional<AccountInfo> {
        const auto found = secrets_by_email(tx, normalised_email(email));
        return found ? find_account(tx, found->medewerker) : std::nullopt;
    });
}

}  // namespace dichtbij::access
