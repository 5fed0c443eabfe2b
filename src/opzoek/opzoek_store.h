#pragma once
// All SQL of look-ups.

#include <boost/describe/class.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "opzoek/opzoek.h"
#include "store/store.h"

namespace dichtbij::opzoek {

struct OpzoekingRij {
    Uuid id{};
    Id<Gemeente> gemeente;
    std::string bron;
    std::string soort;
    store::Blob kenmerk;  // HMAC of what was asked
    std::string doel;
    std::string uitkomst;
    bool mislukt = false;
    std::int64_t aantal = 0;
    std::string herkomst;
    std::int64_t duur_ms = 0;
    std::optional<Id<Medewerker>> door;
    Instant op;
};
BOOST_DESCRIBE_STRUCT(OpzoekingRij, (), (id, gemeente, bron, soort, kenmerk, doel, uitkomst, mislukt, aantal, herkomst, duur_ms, door, op))

void insert_opzoeking(store::Tx&, const OpzoekingRij&);
// Newest first, before `voor` when given.
std::vector<OpzoekingRij> opzoekingen(store::Tx&, Id<Gemeente>, const std::optional<Uuid>& voor, int limit);
struct Bronaantal {
    std::string bron;
    bool mislukt = false;
    std::int64_t aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Bronaantal, (), (bron, mislukt, aantal))
std::vector<Bronaantal> aantallen_sinds(store::Tx&, Id<Gemeente>, Instant sinds);
std::optional<OpzoekingRij> laatste_mislukte(store::Tx&, Id<Gemeente>, Bron);

std::optional<Instant> uit_sinds(store::Tx&, Id<Gemeente>, Bron);
// False when it was so already.
bool zet_uit(store::Tx&, Id<Gemeente>, Bron, Instant now);
bool zet_aan(store::Tx&, Id<Gemeente>, Bron);

// A row of our own table of addresses.
struct LokaalAdres {
    std::string postcode;
    int huisnummer = 0;
    std::string huisletter;
    std::string toevoeging;
    std::string straat;
    std::string plaats;
    bool operator==(const LokaalAdres&) const = default;
};
BOOST_DESCRIBE_STRUCT(LokaalAdres, (), (postcode, huisnummer, huisletter, toevoeging, straat, plaats))

std::vector<Vondstadres> lokale_adressen(store::Tx&, const std::string& postcode, int huisnummer);
// Counted up to `most`.
std::int64_t aantal_lokale_adressen(store::Tx&, std::int64_t most);
// False when it was there so already.
bool bewaar(store::Tx&, const LokaalAdres&);

}  // namespace dichtbij::opzoek
