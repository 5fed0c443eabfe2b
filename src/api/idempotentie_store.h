#pragma once
// What an application sent under an Idempotency-Key, and what it got: the same again within a day is answered the same.

#include <boost/describe/class.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/bewaring.h"
#include "access/caller.h"
#include "base/time.h"
#include "store/dialect.h"

namespace dichtbij::api {

inline constexpr seconds idempotentie_duur = hours(24);

struct Sleutelrij {
    Id<Applicatie> applicatie;
    store::Blob sleutel;        // SHA-256
    store::Blob vingerafdruk;   // SHA-256 of method, path, query and body
    std::int64_t status = 0;    // 0: still running
    std::string koppen;         // "Location: ...\n"
    std::string antwoord;
    Instant op;
};
BOOST_DESCRIBE_STRUCT(Sleutelrij, (), (applicatie, sleutel, vingerafdruk, status, koppen, antwoord, op))

// Of the last day.
std::optional<Sleutelrij> find_sleutel(store::Tx&, Id<Applicatie>, const store::Blob& sleutel, Instant now);
// In the place of an older one.
void insert_sleutel(store::Tx&, const Sleutelrij&);
void save_antwoord(store::Tx&, const Sleutelrij&);
void delete_sleutel(store::Tx&, Id<Applicatie>, const store::Blob& sleutel);

std::span<const store::Migration> migrations();
std::vector<access::BewaarRegel> bewaar_regels();

}  // namespace dichtbij::api
