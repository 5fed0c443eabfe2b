#pragma once
// What a beheerder does with accounts. A beheerder sees accounts with a role in his gemeenten and those
// without any role, and gives and takes roles in his own gemeenten only. Passwords, domains and disabling
// touch the whole account: for those he must be beheerder in every gemeente where it has a role.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/account.h"

namespace dichtbij::access {

inline constexpr int accounts_per_page = 50;

struct AccountQuery {
    std::string zoek;                  // letters of name or e-mail; empty: all
    std::optional<Id<Medewerker>> na;  // the last one of the page before
};
struct AccountPage {
    std::vector<AccountInfo> accounts;
    bool is_last = true;
};
Result<AccountPage> list_accounts(const Accounts&, const Caller&, const AccountQuery&);

struct AccountDetail {
    AccountInfo info;
    std::vector<Grant> grants;  // in the caller's gemeenten
    std::vector<std::string> domeinen;
    bool is_geheel = false;         // the caller may change the account as a whole
    std::int64_t herstelcodes = 0;  // left
};
Result<AccountDetail> account_detail(const Accounts&, const Caller&, Id<Medewerker>);

struct NewAccount {
    Id<Medewerker> medewerker;
    std::string email;
    std::string naam;
    std::string taal = "nl";
    std::vector<Grant> grants = {};
    std::vector<std::string> domeinen = {};
};
// Returns the one-time password, which must be changed at the first sign-in. It is shown once. Empty where passwords are
// for noodtoegang only (extern.h).
Result<std::string> make_account(const Accounts&, const Caller&, const NewAccount&);

// The same in a transaction, for a start, an import and the demo: the hash was made outside it.
enum class Geldigheid { eenmalig, blijvend };
struct HashedPassword {
    std::string hash;
    Geldigheid geldigheid = Geldigheid::eenmalig;
};
Result<Done> make_account(const Accounts&, store::Tx&, const Caller&, const NewAccount&, const HashedPassword&);

Result<std::string> reset_password(const Accounts&, const Caller&, Id<Medewerker>);  // a one-time password; conflict: he has none
Result<Done> reset_totp(const Accounts&, const Caller&, Id<Medewerker>);             // a new app may be enrolled
// conflict with the reason when the hook may_leave has one, or for the last beheerder of a gemeente.
Result<Done> disable_account(const Accounts&, const Caller&, Id<Medewerker>);
Result<Done> disable_account(const Accounts&, store::Tx&, const Caller&, Id<Medewerker>);
Result<Done> enable_account(const Accounts&, const Caller&, Id<Medewerker>);

struct RightsChange {
    Id<Medewerker> medewerker;
    std::int64_t versie = 0;                           // of the account as it was shown
    std::vector<Grant> grants;                         // all, in the caller's gemeenten
    std::optional<std::vector<std::string>> domeinen;  // nothing: as they were
};
// conflict when someone else changed the account since, or when a gemeente would have no beheerder left.
Result<Done> set_rights(const Accounts&, const Caller&, const RightsChange&);

// Domains that are kept apart: detail only for who has them.
inline constexpr std::string_view vertrouwelijke_domeinen[] = {"wmo", "jeugd", "inkomen"};

// For the command line, where the system acts.
std::optional<AccountInfo> account_by_email(const Accounts&, std::string_view email);

}  // namespace dichtbij::access
