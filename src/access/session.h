#pragma once
// Sessions: what a browser holds is a random token; the store has its SHA-256 only.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/account.h"

namespace dichtbij::access {

// A session that is going on, with the caller it makes. Read only, shared between requests.
struct Session {
    std::string hash;        // of the token
    std::string agent_hash;  // of what the browser says of itself
    Fase fase = Fase::volledig;
    Caller caller;  // without request_id, scherm and doel
    std::string email;
    std::string taal;
    bool sneltoetsen = true;
    bool heeft_totp = false;
    std::string csrf_secret;
    Instant stil_tot;  // ends then when nothing is asked
    Instant einde_op;  // ends then in any case
};

// nullptr when there is none, it ended, its account is disabled, or another kind of browser shows the
// token. An account that is changed by another process shows here within two seconds.
std::shared_ptr<const Session> find_session(const Accounts&, std::string_view token, std::string_view user_agent);

void sign_out(const Accounts&, const Session&);
// All sessions of the account but this one; returns how many ended.
std::int64_t sign_out_elsewhere(const Accounts&, const Session&);

struct SessionInfo {  // for the list of one's own sessions
    std::string id;
    std::string toestel;  // "Firefox, Windows"
    Instant begonnen_op;
    Instant gezien_op;
    bool is_deze = false;
};
std::vector<SessionInfo> own_sessions(const Accounts&, const Session&);
// not_found when it is not one of the account.
Result<Done> end_session(const Accounts&, const Session&, std::string_view id);

// "Firefox, Windows" from what a browser says of itself: to recognise one's own session, no more.
std::string device_of(std::string_view user_agent);

}  // namespace dichtbij::access
