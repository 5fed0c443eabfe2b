#pragma once
// All SQL of accounts, their roles, recovery codes and failed attempts.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/account.h"
#include "access/extern.h"

namespace dichtbij::access {

struct Geheimen {  // of an account
    Id<Medewerker> medewerker;
    std::string email;
    std::string wachtwoord;  // argon2id
    std::optional<store::Blob> totp_geheim;
    std::int64_t totp_stap = 0;  // last step that was used
    std::optional<Instant> uit_op;
    bool moet_wijzigen = false;
    Toegang toegang = Toegang::lokaal;
};
BOOST_DESCRIBE_STRUCT(Geheimen, (), (medewerker, email, wachtwoord, totp_geheim, totp_stap, uit_op, moet_wijzigen, toegang))

struct AccountRij {  // a new row
    Id<Medewerker> medewerker;
    std::string email;
    std::string naam;
    store::Blob naam_sleutel;
    std::string wachtwoord;
    std::string taal;
    bool sneltoetsen = true;
    bool moet_wijzigen = true;
    std::int64_t totp_stap = 0;
    Instant gemaakt_op;
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(AccountRij, (),
                      (medewerker, email, naam, naam_sleutel, wachtwoord, taal, sneltoetsen, moet_wijzigen, totp_stap, gemaakt_op,
                       versie))

void insert_account(store::Tx&, const AccountRij&);
std::optional<AccountInfo> find_account(store::Tx&, Id<Medewerker>);
std::optional<Geheimen> secrets_of(store::Tx&, Id<Medewerker>);
std::optional<Geheimen> secrets_by_email(store::Tx&, std::string_view email);

// Who may be seen in the list of accounts.
struct AccountFilter {
    std::vector<Id<Gemeente>> gemeenten;  // with a role in one of these, or with none at all
    bool alle = false;                    // the system
    std::string naam_vanaf;               // letters the name or e-mail holds, folded; empty: all
    store::Blob na_sleutel;               // the place behind which the page starts
    Id<Medewerker> na;
    int limiet = 50;
};
std::vector<AccountInfo> list_accounts(store::Tx&, const AccountFilter&);
store::Blob name_key_of(store::Tx&, Id<Medewerker>);

void set_password(store::Tx&, Id<Medewerker>, std::string_view hash, bool moet_wijzigen);
void set_totp(store::Tx&, Id<Medewerker>, const std::optional<store::Blob>& secret, std::int64_t step);
void set_totp_step(store::Tx&, Id<Medewerker>, std::int64_t step);
void set_toegang(store::Tx&, Id<Medewerker>, Toegang);
std::vector<AccountInfo> accounts_with(store::Tx&, Toegang);  // by name
void set_disabled(store::Tx&, Id<Medewerker>, std::optional<Instant> uit_op);
void set_profile(store::Tx&, Id<Medewerker>, std::string_view taal, bool sneltoetsen);
void set_name(store::Tx&, Id<Medewerker>, std::string_view naam, std::string_view email);
void set_signed_in(store::Tx&, Id<Medewerker>, Instant now);
// False when someone else changed the account since `versie`.
bool raise_version(store::Tx&, Id<Medewerker>, std::int64_t versie);

std::vector<Grant> grants_of(store::Tx&, Id<Medewerker>);
std::vector<std::string> domeinen_of(store::Tx&, Id<Medewerker>);
void add_grant(store::Tx&, Id<Medewerker>, const Grant&);
void remove_grant(store::Tx&, Id<Medewerker>, const Grant&);
void replace_domeinen(store::Tx&, Id<Medewerker>, const std::vector<std::string>&);
std::vector<Id<Medewerker>> holders_of(store::Tx&, Rol, Id<Gemeente>);

// Recovery codes, as SHA-256.
void replace_recovery_codes(store::Tx&, Id<Medewerker>, const std::vector<std::string>& hashes);
bool use_recovery_code(store::Tx&, Id<Medewerker>, std::string_view hash, Instant now);
std::int64_t recovery_codes_left(store::Tx&, Id<Medewerker>);

struct Pogingen {
    std::int64_t mislukt = 0;
    Instant laatste_op;
    Instant geblokkeerd_tot;
};
BOOST_DESCRIBE_STRUCT(Pogingen, (), (mislukt, laatste_op, geblokkeerd_tot))
std::optional<Pogingen> attempts_of(store::Tx&, std::string_view key);
void put_attempts(store::Tx&, std::string_view key, const Pogingen&);
void forget_attempts(store::Tx&, std::string_view key);

}  // namespace dichtbij::access
