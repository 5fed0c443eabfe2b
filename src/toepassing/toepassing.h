#pragma once
// Other systems that use our interfaces: an application with its rights, and the tokens it shows. An application serves
// one gemeente. Nothing is destroyed: what was revoked stays to be seen.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "base/id.h"
#include "base/time.h"

namespace dichtbij {
struct Token;
}

namespace dichtbij::toepassing {

inline constexpr std::size_t naam_limit = 100;      // characters
inline constexpr std::size_t contact_limit = 200;
inline constexpr std::size_t client_id_limit = 50;
inline constexpr int tokens_limit = 20;             // of one application, revoked ones not counted
inline constexpr int applicaties_limit = 500;

struct Applicatie {
    Id<dichtbij::Applicatie> id;
    Id<Gemeente> gemeente;
    std::string naam;
    std::string contact;                // who answers for it: a name, an address of a mailbox
    access::Rechten rechten;
    bool vertrouwelijk = false;         // reads contacts that are marked confidential
    std::vector<std::string> domeinen;  // confidential domains that it reads
    std::optional<Instant> verloopt_op;
    std::optional<Instant> uit_op;      // switched off since
    Instant gemaakt_op;
    std::int64_t versie = 0;
    bool is_actief(Instant now) const { return !uit_op && (!verloopt_op || now < *verloopt_op); }
    bool operator==(const Applicatie&) const = default;
};

// token: shown as it is ("Token ..." or "Bearer ..."). zgw: client id and secret that sign a token per request (HS256).
enum class Tokensoort { token, zgw };
BOOST_DESCRIBE_ENUM(Tokensoort, token, zgw)

struct Token {
    Id<dichtbij::Token> id;
    Id<dichtbij::Applicatie> applicatie;
    Tokensoort soort = Tokensoort::token;
    std::string kenmerk;                   // the last four characters, or the client id: to tell them apart
    Instant gemaakt_op;
    std::optional<Instant> verloopt_op;
    std::optional<Instant> ingetrokken_op;
    std::optional<Instant> gebruikt_op;    // to the minute
    bool is_geldig(Instant now) const { return !ingetrokken_op && (!verloopt_op || now < *verloopt_op); }
    bool operator==(const Token&) const = default;
};
BOOST_DESCRIBE_STRUCT(Token, (), (id, applicatie, soort, kenmerk, gemaakt_op, verloopt_op, ingetrokken_op, gebruikt_op))

// What is shown once, when it is made.
struct NieuwToken {
    Id<dichtbij::Token> id;
    Tokensoort soort = Tokensoort::token;
    std::string client_id;  // zgw
    std::string geheim;     // the token, or the secret
};

}  // namespace dichtbij::toepassing
