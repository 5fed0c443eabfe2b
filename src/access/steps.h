#pragma once
// The steps of signing in and how a session goes from one to the next. Internal to access.

#include <string>

#include "access/account_store.h"
#include "access/session_store.h"
#include "access/sign_in.h"

namespace dichtbij::access {

enum class Gedaan { wachtwoord, totp, alles };  // what the person has shown so far

Fase next_step(const Accounts&, store::Tx&, const Geheimen&, const Origin&, Gedaan);

// Opens a session at `fase`. A session that is not complete lasts ten minutes.
struct Opening {
    Id<Medewerker> account;
    Fase fase = Fase::volledig;
    std::string vervangt;  // hash of the session it comes from; empty: none
};
SignedIn open_session(const Accounts&, store::Tx&, const Opening&, const Origin&);

void tell(const Accounts&, store::Tx&, const Caller&, AccountEvent);
// The account itself as caller, for the journal.
Caller as_caller(Id<Medewerker>);

}  // namespace dichtbij::access
