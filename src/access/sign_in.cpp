#include "access/sign_in.h"

#include <variant>

#include "access/attempts.h"
#include "access/digest.h"
#include "access/memory.h"
#include "access/steps.h"
#include "access/totp.h"

namespace dichtbij::access {
namespace {

// What an attempt finds before it is judged. A failed attempt is noted, so these are values of a
// transaction that is kept, not failures.
struct Blocked {
    Instant tot;
};
using Found = std::variant<Blocked, std::optional<Geheimen>>;

Fail wrong(const char* field) { return invalid(field, "access.inloggen.onjuist"); }

Found start(const Accounts& accounts, const std::string& email) {
    return accounts.store().write([&](store::Tx& tx) -> Found {
        if (const auto tot = start_attempt(tx, attempt_key("account", email), accounts.now())) return Blocked{*tot};
        return secrets_by_email(tx, email);
    });
}

bool verified(const Accounts& accounts, const std::optional<Geheimen>& account, std::string_view wachtwoord) {
    if (wachtwoord.size() > 4 * password_max_characters) wachtwoord = {};
    if (account && may_use_password(accounts, account->toegang) && !account->wachtwoord.empty())
        return accounts.hasher().verify(account->wachtwoord, wachtwoord) && !account->uit_op;
    accounts.hasher().verify_nothing(wachtwoord);
    return false;
}

}  // namespace

Result<SignedIn> sign_in(const Accounts& accounts, std::string_view typed_email, std::string_view wachtwoord,
                         const Origin& origin) {
    const std::string email = normalised_email(typed_email);
    const auto turn = accounts.memory().per_address.take(origin.adres, accounts.now());
    if (!turn.allowed) return Fail(wait_failure("email", turn.retry_after));
    const Found found = start(accounts, email);
    if (const auto* blocked = std::get_if<Blocked>(&found)) return Fail(wait_failure("email", blocked->tot - accounts.now()));
    const auto& account = std::get<std::optional<Geheimen>>(found);
    if (!verified(accounts, account, wachtwoord)) return wrong("email");
    std::optional<std::string> better_hash;
    if (accounts.hasher().is_outdated(account->wachtwoord)) better_hash = accounts.hasher().hash(wachtwoord);
    return accounts.store().write([&](store::Tx& tx) -> Result<SignedIn> {
        const auto current = secrets_of(tx, account->medewerker);
        if (!current || current->uit_op || current->wachtwoord != account->wachtwoord) return wrong("email");
        forget_attempts(tx, attempt_key("account", email));
        if (current->toegang == Toegang::noodtoegang)
            tell(accounts, tx, as_caller(account->medewerker), {"account.noodtoegang_gebruikt", {}, account->medewerker, {}, {}});
        if (better_hash) set_password(tx, account->medewerker, *better_hash, current->moet_wijzigen);
        const Fase fase = next_step(accounts, tx, *current, origin, Gedaan::wachtwoord);
        if (fase == Fase::volledig)
            tell(accounts, tx, as_caller(account->medewerker), {"account.ingelogd", {}, account->medewerker, {}, {}});
        return open_session(accounts, tx, {account->medewerker, fase, {}}, origin);
    });
}

Result<SignedIn> enter_code(const Accounts& accounts, const Session& session, std::string_view code, const Origin& origin) {
    if (session.fase != Fase::totp_vragen) return conflict("no code is asked now", "access.inloggen.opnieuw");
    const auto turn = accounts.memory().per_address.take(origin.adres, accounts.now());
    if (!turn.allowed) return Fail(wait_failure("code", turn.retry_after));
    const Id<Medewerker> medewerker = session.caller.medewerker;
    using Judged = std::variant<Blocked, Done, SignedIn>;  // Done: the code is wrong
    const Judged judged = accounts.store().write([&](store::Tx& tx) -> Judged {
        const Instant now = accounts.now();
        const std::string key = attempt_key("totp", medewerker.text());
        const auto account = secrets_of(tx, medewerker);
        if (!account || account->uit_op || !account->totp_geheim || !session_by_hash(tx, session.hash)) return Done{};
        if (const auto tot = start_attempt(tx, key, now)) return Blocked{*tot};
        std::string used = "app";
        if (const auto step = matching_step(account->totp_geheim->bytes, code, now, account->totp_stap))
            set_totp_step(tx, medewerker, *step);
        else if (use_recovery_code(tx, medewerker, sha256(normalised_secret(code)), now)) used = "herstelcode";
        else return Done{};
        forget_attempts(tx, key);
        const Fase fase = next_step(accounts, tx, *account, origin, Gedaan::totp);
        tell(accounts, tx, as_caller(medewerker), {"account.ingelogd", {}, medewerker, {}, {{"met", used}}});
        return open_session(accounts, tx, {medewerker, fase, session.hash}, origin);
    });
    if (const auto* blocked = std::get_if<Blocked>(&judged)) return Fail(wait_failure("code", blocked->tot - accounts.now()));
    if (const auto* signed_in = std::get_if<SignedIn>(&judged)) return *signed_in;
    return invalid("code", "access.code.onjuist");
}

bool is_wait(const Failure& failure) { return !failure.fields.empty() && failure.fields.front().key == "access.inloggen.wacht"; }

}  // namespace dichtbij::access
