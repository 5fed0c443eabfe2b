#pragma once
// All SQL of applications and their tokens.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "store/store.h"
#include "toepassing/toepassing.h"

namespace dichtbij::toepassing {

struct ApplicatieRij {
    Id<dichtbij::Applicatie> id;
    Id<Gemeente> gemeente;
    std::string naam;
    std::string contact;
    std::int64_t rechten = 0;
    bool vertrouwelijk = false;
    std::string domeinen;  // with spaces between
    std::optional<Instant> verloopt_op;
    std::optional<Instant> uit_op;
    Instant gemaakt_op;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(ApplicatieRij, (), (id, gemeente, naam, contact, rechten, vertrouwelijk, domeinen, verloopt_op, uit_op, gemaakt_op, versie))

struct TokenRij {
    Id<dichtbij::Token> id;
    Id<dichtbij::Applicatie> applicatie;
    Tokensoort soort = Tokensoort::token;
    std::string kenmerk;
    store::Blob sleutel;  // by what it is found: SHA-256 of the token, or of the client id
    store::Blob geheim;   // of zgw: the secret, sealed; else empty
    Instant gemaakt_op;
    std::optional<Instant> verloopt_op;
    std::optional<Instant> ingetrokken_op;
    std::optional<Instant> gebruikt_op;
};
BOOST_DESCRIBE_STRUCT(TokenRij, (), (id, applicatie, soort, kenmerk, sleutel, geheim, gemaakt_op, verloopt_op, ingetrokken_op, gebruikt_op))

std::optional<Applicatie> find_applicatie(store::Tx&, Id<dichtbij::Applicatie>);
// By name, of these gemeenten.
std::vector<Applicatie> applicaties_of(store::Tx&, const std::vector<Id<Gemeente>>&);
bool is_naam_in_use(store::Tx&, Id<Gemeente>, std::string_view naam, Id<dichtbij::Applicatie> besides);
void insert_applicatie(store::Tx&, const Applicatie&);
void save_applicatie(store::Tx&, const Applicatie&);
std::int64_t count_applicaties(store::Tx&, Id<Gemeente>);

std::optional<TokenRij> find_token(store::Tx&, Id<dichtbij::Token>);
// One token; of a client id every secret that it ever had, the newest first.
std::vector<TokenRij> tokens_by_key(store::Tx&, const store::Blob& sleutel);
std::vector<Token> tokens_of(store::Tx&, Id<dichtbij::Applicatie>);  // the newest first
std::unordered_map<Id<dichtbij::Applicatie>, std::vector<Token>> tokens_of_all(store::Tx&, const std::vector<Applicatie>&);
void insert_token(store::Tx&, const TokenRij&);
void save_end(store::Tx&, Id<dichtbij::Token>, std::optional<Instant> verloopt_op, std::optional<Instant> ingetrokken_op);
void save_use(store::Tx&, Id<dichtbij::Token>, Instant);

}  // namespace dichtbij::toepassing
