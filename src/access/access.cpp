#include "access/access.h"

#include "access/account_store.h"

namespace dichtbij::access {

Result<Done> rename(store::Tx& tx, Id<Medewerker> medewerker, std::string_view naam, std::string_view email) {
    const auto account = secrets_of(tx, medewerker);
    if (!account) return Done{};
    const std::string wanted = email.empty() ? account->email : normalised_email(email);
    const auto other = secrets_by_email(tx, wanted);
    if (other && other->medewerker != medewerker) return invalid("email", "access.account.email_bezet");
    set_name(tx, medewerker, naam, wanted);
    return Done{};
}

std::vector<Id<Medewerker>> with_role(store::Tx& tx, Rol rol, Id<Gemeente> gemeente) { return holders_of(tx, rol, gemeente); }

Result<Caller> caller_of(store::Tx& tx, Id<Medewerker> medewerker) {
    const auto account = find_account(tx, medewerker);
    if (!account || account->uit_op) return not_found("no account for employee " + medewerker.text());
    Caller caller;
    caller.medewerker = medewerker;
    caller.naam = account->naam;
    caller.grants = grants_of(tx, medewerker);
    caller.domeinen = domeinen_of(tx, medewerker);
    return caller;
}

}  // namespace dichtbij::access
