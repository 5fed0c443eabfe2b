#include "access/steps.h"

#include <algorithm>

#include "access/digest.h"
#include "access/memory.h"
#include "access/totp.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr std::size_t token_bytes = 32;
constexpr seconds unfinished{600};
constexpr std::size_t device_characters = 60;

}  // namespace

Fase next_step(const Accounts& accounts, store::Tx& tx, const Geheimen& account, const Origin& origin, Gedaan gedaan) {
    const Options& options = accounts.options();
    if (gedaan == Gedaan::wachtwoord && !options.totp_vrije_netten.contains(origin.adres)) {
        if (account.totp_geheim) return Fase::totp_vragen;
        for (const Grant& grant : grants_of(tx, account.medewerker))
            if (std::find(options.totp_rollen.begin(), options.totp_rollen.end(), grant.rol) != options.totp_rollen.end())
                return Fase::totp_instellen;
    }
    if (gedaan != Gedaan::alles && account.moet_wijzigen) return Fase::wachtwoord_wijzigen;
    return Fase::volledig;
}

SignedIn open_session(const Accounts& accounts, store::Tx& tx, const Opening& opening, const Origin& origin) {
    const Instant now = accounts.now();
    const bool is_complete = opening.fase == Fase::volledig;
    SignedIn made{base64url(random_bytes(token_bytes)), opening.fase,
                  now + (is_complete ? accounts.options().absolute : unfinished)};
    SessieRij row{.hash = store::Blob{sha256(made.token)},
                  .account = opening.account,
                  .fase = opening.fase,
                  .begonnen_op = now,
                  .gezien_op = now,
                  .stil_tot = now + (is_complete ? accounts.options().idle : unfinished),
                  .einde_op = made.einde_op,
                  .csrf = base64url(random_bytes(token_bytes)),
                  .agent_hash = store::Blob{sha256(origin.user_agent)},
                  .toestel = shortened(device_of(origin.user_agent), device_characters),
                  .nieuw_totp = std::nullopt,
                  .extern_id = std::nullopt,
                  .vertrouwd_tot = std::nullopt};
    if (opening.fase == Fase::totp_instellen) row.nieuw_totp = store::Blob{random_bytes(totp_secret_bytes)};
    if (!opening.vervangt.empty()) {
        // What the provider vouches for goes along from step to step.
        if (const auto before = session_by_hash(tx, opening.vervangt)) {
            row.extern_id = before->extern_id;
            row.vertrouwd_tot = before->vertrouwd_tot;
        }
        delete_session(tx, opening.vervangt);
    }
    insert_session(tx, row);
    if (is_complete) set_signed_in(tx, opening.account, now);
    forget_after(tx, accounts);
    return made;
}

void tell(const Accounts& accounts, store::Tx& tx, const Caller& caller, AccountEvent event) {
    event.op = accounts.now();
    if (accounts.hooks().journal) accounts.hooks().journal(tx, caller, event);
}

Caller as_caller(Id<Medewerker> medewerker) {
    Caller caller;
    caller.medewerker = medewerker;
    return caller;
}

}  // namespace dichtbij::access
