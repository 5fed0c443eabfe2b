#pragma once
// Whether a request that changes something was meant by the person whose session it carries. Pure.

#include <string>
#include <string_view>

#include "http/request.h"

namespace dichtbij::http {

inline constexpr std::string_view csrf_field = "_csrf";
inline constexpr std::string_view csrf_header = "X-CSRF-Token";

// A token for the forms of one session. Each call gives another one, all valid as long as the secret
// is: a token that is the same on every page could be guessed from the size of compressed pages (BREACH).
std::string make_csrf_token(std::string_view session_secret);
bool is_csrf_token(std::string_view token, std::string_view session_secret);

// Where the browser says the request comes from: Sec-Fetch-Site, else Origin against Host.
// `unknown` when it says nothing (old browsers, programs).
enum class Source { same_origin, elsewhere, unknown };
Source source_of(const Request& request);
// Whether there is an Origin, and it equals Host: what a WebSocket handshake needs.
bool has_own_origin(const Request& request);

enum class CsrfVerdict { accepted, foreign_source, missing_token, wrong_token };
// GET, HEAD and OPTIONS are accepted; anything else needs the token in the form field or the header,
// and must not come from elsewhere.
CsrfVerdict check_csrf(const Request& request, std::string_view session_secret);

}  // namespace dichtbij::http
