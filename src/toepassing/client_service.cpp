#include "toepassing/client_service.h"

#include <algorithm>

#include "toepassing/toepassing_store.h"

namespace dichtbij::toepassing {
namespace {

using access::Caller;
using access::Rol;

bool holds(const std::vector<std::string>& all, std::string_view one) { return std::find(all.begin(), all.end(), one) != all.end(); }

bool is_client_id_of(const Token& token, Instant now) { return token.soort == Tokensoort::zgw && token.is_geldig(now); }

}  // namespace

Client ClientService::client_of(Applicatie&& applicatie, const std::vector<Token>& tokens) const {
    Client found{std::move(applicatie), {}};
    for (const Token& token : tokens)
        if (is_client_id_of(token, clock_.now()) && !holds(found.client_ids, token.kenmerk)) found.client_ids.push_back(token.kenmerk);
    std::sort(found.client_ids.begin(), found.client_ids.end());
    return found;
}

Result<Client> ClientService::managed(store::Tx& tx, const Caller& caller, Id<dichtbij::Applicatie> id) const {
    auto found = find_applicatie(tx, id);
    if (!found || found->uit_op) return not_found("application " + id.text());
    TRY_DONE(access::require_role(caller, found->gemeente, {Rol::beheerder}));
    return client_of(std::move(*found), tokens_of(tx, id));
}

Result<std::vector<Client>> ClientService::list(const Caller& caller, Id<Gemeente> gemeente, const std::vector<std::string>& client_ids) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.read([&](store::Tx& tx) {
        std::vector<Client> found;
        auto applicaties = applicaties_of(tx, {gemeente});
        auto tokens = tokens_of_all(tx, applicaties);
        for (Applicatie& one : applicaties) {
            if (one.uit_op) continue;
            const std::vector<Token>& own = tokens[one.id];
            Client client = client_of(std::move(one), own);
            const bool is_asked = std::any_of(client_ids.begin(), client_ids.end(), [&](const std::string& id) { return holds(client.client_ids, id); });
            if (client_ids.empty() || is_asked) found.push_back(std::move(client));
        }
        return found;
    });
}

Result<Client> ClientService::get(const Caller& caller, Id<dichtbij::Applicatie> id) {
    return store_.read([&](store::Tx& tx) { return managed(tx, caller, id); });
}

Result<Client> ClientService::find(const Caller& caller, Id<Gemeente> gemeente, std::string_view client_id) {
    TRY(auto found, list(caller, gemeente, {std::string(client_id)}));
    if (found.empty()) return not_found("application with client id");
    return std::move(found.front());
}

Result<Done> ClientService::set_client_ids(store::Tx& tx, const Caller& caller, const Applicatie& one, const std::vector<std::string>& wanted) {
    const Instant now = clock_.now();
    std::vector<std::string> known;
    for (const Token& token : tokens_of(tx, one.id)) {
        if (!is_client_id_of(token, now)) continue;
        if (holds(wanted, token.kenmerk)) known.push_back(token.kenmerk);
        else TRY_DONE(toepassingen_.revoke(tx, caller, token.id));
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (holds(known, wanted[i])) continue;
        const std::string field = "client_ids." + std::to_string(i);
        if (wanted[i].empty()) return invalid(field, "json.fout.leeg");
        const auto added = toepassingen_.add_token(tx, caller, one.id, {.soort = Tokensoort::zgw, .client_id = wanted[i]});
        if (!added && added.error().reason == Reason::invalid && !added.error().fields.empty()) {
            const FieldError& why = added.error().fields.front();
            return invalid(field, why.key, why.args);
        }
        TRY_DONE(added);
        known.push_back(wanted[i]);
    }
    return Done{};
}

Result<Client> ClientService::make(const Caller& caller, Id<Gemeente> gemeente, const Gegevens& gegevens, const std::vector<std::string>& client_ids) {
    return store_.write([&](store::Tx& tx) -> Result<Client> {
        TRY(Applicatie made, toepassingen_.make(tx, caller, gemeente, gegevens));
        TRY_DONE(set_client_ids(tx, caller, made, client_ids));
        return managed(tx, caller, made.id);
    });
}

Result<Client> ClientService::change(const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie, const Gegevens& gegevens,
                                     const std::vector<std::string>& client_ids) {
    return store_.write([&](store::Tx& tx) -> Result<Client> {
        TRY_DONE(managed(tx, caller, id));
        TRY(const Applicatie changed, toepassingen_.change(tx, caller, id, versie, gegevens));
        TRY_DONE(set_client_ids(tx, caller, changed, client_ids));
        return managed(tx, caller, id);
    });
}

Result<Done> ClientService::remove(const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Client found, managed(tx, caller, id));
        TRY_DONE(toepassingen_.switch_off(tx, caller, id, versie));
        return set_client_ids(tx, caller, found.applicatie, {});
    });
}

}  // namespace dichtbij::toepassing
