#pragma once
// All SQL of sessions.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/account.h"

namespace dichtbij::access {

struct SessieRij {
    store::Blob hash;
    Id<Medewerker> account;
    Fase fase = Fase::volledig;
    Instant begonnen_op;
    Instant gezien_op;
    Instant stil_tot;
    Instant einde_op;
    std::string csrf;
    store::Blob agent_hash;
    std::string toestel;
    std::optional<store::Blob> nieuw_totp;  // the secret that is being enrolled
    std::optional<Uuid> extern_id;          // at the provider, see extern.h
    std::optional<Instant> vertrouwd_tot;
};
BOOST_DESCRIBE_STRUCT(SessieRij, (),
                      (hash, account, fase, begonnen_op, gezien_op, stil_tot, einde_op, csrf, agent_hash, toestel, nieuw_totp, extern_id,
                       vertrouwd_tot))

void insert_session(store::Tx&, const SessieRij&);
std::optional<SessieRij> session_by_hash(store::Tx&, std::string_view hash);
std::vector<SessieRij> sessions_of(store::Tx&, Id<Medewerker>, Instant now);
void touch_session(store::Tx&, std::string_view hash, Instant now, Instant stil_tot);
void set_new_totp(store::Tx&, std::string_view hash, const std::optional<store::Blob>& secret);
std::int64_t delete_session(store::Tx&, std::string_view hash);
// All of the account, `but` this one when given.
std::int64_t delete_sessions_of(store::Tx&, Id<Medewerker>, std::string_view but = {});

void bind_external(store::Tx&, std::string_view token, const Uuid& id, Instant vertrouwd_tot);
void extend_external(store::Tx&, const Uuid& id, Instant vertrouwd_tot);
void delete_external(store::Tx&, const Uuid& id);
bool has_external(store::Tx&, const Uuid& id, Instant now);

}  // namespace dichtbij::access
