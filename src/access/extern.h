#pragma once
// Accounts of employees who sign in through the organisation's own provider, and the local accounts that stay for when it
// fails. Who he is and what he may is settled above access (aanmelding); here is what an account and a session keep of it.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/account_beheer.h"
#include "access/sign_in.h"

namespace dichtbij::access {

// How the holder of an account gets in.
enum class Toegang {
    lokaal,        // with a password, where the installation allows that
    aanbieder,     // through the provider only; has no password
    noodtoegang,   // with a password, always: for when the provider fails
};
BOOST_DESCRIBE_ENUM(Toegang, lokaal, aanbieder, noodtoegang)

// Who of this installation signs in with a password. Set in wiring, before the first request.
enum class Wachtwoorden { allen, noodtoegang };
void allow_passwords(const Accounts&, Wachtwoorden);
Wachtwoorden allowed_passwords(const Accounts&);
bool may_use_password(const Accounts&, Toegang);

std::optional<Toegang> toegang_of(store::Tx&, Id<Medewerker>);  // nothing: no account
// An account without a password.
Result<Done> make_external_account(const Accounts&, store::Tx&, const Caller&, const NewAccount&);
// Takes the password, the app and all sessions away. conflict for noodtoegang: such an account is never linked.
Result<Done> link_external(const Accounts&, store::Tx&, const Caller&, Id<Medewerker>);

// What a provider vouches for: a session counts until `vertrouwd_tot` and not a second longer, unless it is moved.
struct ExternSessie {
    Uuid id{};
    Instant vertrouwd_tot;
};
enum class Factoren { een, meer };  // that the provider asked; after one our own second factor may be asked
SignedIn open_external(const Accounts&, store::Tx&, Id<Medewerker>, const ExternSessie&, Factoren, const Origin&);
void trust_external(const Accounts&, store::Tx&, const ExternSessie&);
void end_external(const Accounts&, store::Tx&, const Uuid& id);
bool external_is_open(store::Tx&, const Uuid& id, Instant now);  // a session of it goes on

std::optional<Uuid> external_of(store::Tx&, const Session&);        // nothing: he came in with a password

// What the groups of someone give and what they no longer give. The last beheerder of a gemeente loses his role too:
// what the provider withdraws is withdrawn.
struct Rechtenverschil {
    std::vector<Grant> erbij, eraf;
    std::vector<std::string> domeinen_erbij, domeinen_eraf;
    bool empty() const { return erbij.empty() && eraf.empty() && domeinen_erbij.empty() && domeinen_eraf.empty(); }
};
void change_rights(const Accounts&, store::Tx&, const Caller&, Id<Medewerker>, const Rechtenverschil&);

// Break-glass. Only of an account that the caller manages as a whole; with a new one-time password when it becomes one,
// and no password when it ends where passwords are for noodtoegang only.
Result<std::string> give_noodtoegang(const Accounts&, const Caller&, Id<Medewerker>);
Result<Done> end_noodtoegang(const Accounts&, const Caller&, Id<Medewerker>);
Result<std::vector<AccountInfo>> noodtoegangen(const Accounts&, const Caller&);

}  // namespace dichtbij::access
