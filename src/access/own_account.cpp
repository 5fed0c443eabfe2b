#include "access/own_account.h"

#include <variant>

#include "access/attempts.h"
#include "access/digest.h"
#include "access/memory.h"
#include "access/steps.h"
#include "access/totp.h"

namespace dichtbij::access {
namespace {

constexpr int recovery_codes = 8;

// The password as the account has it now, or why not: with the same brake as signing in.
Result<Geheimen> check_own_password(const Accounts& accounts, const Session& session, std::string_view typed,
                                    const std::string& field) {
    const std::string key = attempt_key("account", session.email);
    std::optional<Instant> blocked;
    const auto account = accounts.store().write([&](store::Tx& tx) {
        blocked = start_attempt(tx, key, accounts.now());
        return secrets_of(tx, session.caller.medewerker);
    });
    if (blocked) return Fail(wait_failure(field, *blocked - accounts.now()));
    if (!account) return not_found("account is gone");
    if (account->wachtwoord.empty()) return conflict("signs in through the provider", "access.account.geen_wachtwoord");
    if (!accounts.hasher().verify(account->wachtwoord, typed)) return invalid(field, "access.wachtwoord.huidig_onjuist");
    accounts.store().write([&](store::Tx& tx) { forget_attempts(tx, key); });
    return *account;
}

Result<Geheimen> current_secrets(const Accounts& accounts, const Session& session) {
    const auto account = accounts.store().read([&](store::Tx& tx) { return secrets_of(tx, session.caller.medewerker); });
    if (!account) return not_found("account is gone");
    return *account;
}

Result<Done> judge(const PasswordChange& change, const Session& session, const Geheimen& account, const Accounts& accounts) {
    std::vector<FieldError> wrong;
    if (const auto problem = judge_password(change.nieuw, session.email, "nieuw")) wrong.push_back(*problem);
    else if (accounts.hasher().verify(account.wachtwoord, change.nieuw))
        wrong.push_back({"nieuw", "access.wachtwoord.zelfde", {}});
    if (change.nieuw != change.herhaald) wrong.push_back({"herhaald", "access.wachtwoord.niet_gelijk", {}});
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

bool is_finishing(const Session& session) { return session.fase == Fase::wachtwoord_wijzigen; }

}  // namespace

Result<SignedIn> change_password(const Accounts& accounts, const Session& session, const PasswordChange& change,
                                 const Origin& origin) {
    if (!is_finishing(session) && session.fase != Fase::volledig)
        return conflict("sign-in is not that far", "access.inloggen.opnieuw");
    TRY(const Geheimen account, is_finishing(session) ? current_secrets(accounts, session)
                                                      : check_own_password(accounts, session, change.huidig, "huidig"));
    TRY_DONE(judge(change, session, account, accounts));
    const std::string hash = accounts.hasher().hash(change.nieuw);
    return accounts.store().write([&](store::Tx& tx) -> Result<SignedIn> {
        const auto now_there = secrets_of(tx, account.medewerker);
        if (!now_there || now_there->wachtwoord != account.wachtwoord || !session_by_hash(tx, session.hash))
            return conflict("password changed meanwhile", "access.inloggen.opnieuw");
        set_password(tx, account.medewerker, hash, false);
        delete_sessions_of(tx, account.medewerker, session.hash);
        tell(accounts, tx, as_caller(account.medewerker), {"account.wachtwoord_gewijzigd", {}, account.medewerker, {}, {}});
        return open_session(accounts, tx, {account.medewerker, Fase::volledig, session.hash}, origin);
    });
}

std::optional<std::string> totp_in_progress(const Accounts& accounts, const Session& session) {
    const auto row = accounts.store().read([&](store::Tx& tx) { return session_by_hash(tx, session.hash); });
    if (!row || !row->nieuw_totp) return std::nullopt;
    return row->nieuw_totp->bytes;
}

Result<Done> begin_totp(const Accounts& accounts, const Session& session, std::string_view wachtwoord, const Origin&) {
    if (session.fase != Fase::volledig) return conflict("sign-in is not that far", "access.inloggen.opnieuw");
    TRY_DONE(check_own_password(accounts, session, wachtwoord, "wachtwoord"));
    accounts.store().write([&](store::Tx& tx) { set_new_totp(tx, session.hash, store::Blob{random_bytes(totp_secret_bytes)}); });
    return Done{};
}

Result<Enrolled> confirm_totp(const Accounts& accounts, const Session& session, std::string_view code, const Origin& origin) {
    if (session.fase != Fase::volledig && session.fase != Fase::totp_instellen)
        return conflict("sign-in is not that far", "access.inloggen.opnieuw");
    Enrolled enrolled;
    std::vector<std::string> hashes;
    for (int i = 0; i < recovery_codes; ++i) {
        enrolled.herstelcodes.push_back(readable_secret());
        hashes.push_back(sha256(normalised_secret(enrolled.herstelcodes.back())));
    }
    const Id<Medewerker> medewerker = session.caller.medewerker;
    TRY(enrolled.session, accounts.store().write([&](store::Tx& tx) -> Result<SignedIn> {
        const auto row = session_by_hash(tx, session.hash);
        const auto account = secrets_of(tx, medewerker);
        if (!row || !row->nieuw_totp || !account) return conflict("enrolment was not begun", "access.inloggen.opnieuw");
        const auto step = matching_step(row->nieuw_totp->bytes, code, accounts.now(), 0);
        if (!step) return invalid("code", "access.code.onjuist");
        set_totp(tx, medewerker, row->nieuw_totp, *step);
        replace_recovery_codes(tx, medewerker, hashes);
        tell(accounts, tx, as_caller(medewerker), {"account.totp_ingesteld", {}, medewerker, {}, {}});
        const Fase fase =
            session.fase == Fase::volledig ? Fase::volledig : next_step(accounts, tx, *account, origin, Gedaan::totp);
        return open_session(accounts, tx, {medewerker, fase, session.hash}, origin);
    }));
    return enrolled;
}

Result<Done> set_profile(const Accounts& accounts, const Session& session, std::string_view taal, Sneltoetsen sneltoetsen) {
    if (taal != "nl" && taal != "en") return invalid("taal", "access.profiel.taal_onbekend");
    accounts.store().write([&](store::Tx& tx) {
        set_profile(tx, session.caller.medewerker, taal, sneltoetsen == Sneltoetsen::aan);
        forget_after(tx, accounts);
    });
    return Done{};
}

}  // namespace dichtbij::access
