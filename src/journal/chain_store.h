#pragma once
// All SQL of the hash chain.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "journal/journal_store.h"

namespace dichtbij::journal {

// A journal row as the chain covers it.
struct KetenBron {
    std::int64_t xid = 0;
    std::int64_t nummer = 0;
    std::string gebeurtenis;
    Id<Gemeente> gemeente;
    std::string object_soort;
    Uuid object{};
    std::int64_t op = 0;
    std::optional<Id<Medewerker>> door;
    std::optional<Id<Werk>> werk;
    std::optional<Id<Partij>> partij;
    std::string kenmerken;
    std::optional<store::Blob> toelichting_hash;
};
BOOST_DESCRIBE_STRUCT(KetenBron, (),
                      (xid, nummer, gebeurtenis, gemeente, object_soort, object, op, door, werk, partij, kenmerken,
                       toelichting_hash))

struct Schakel {
    std::int64_t volgnummer = 0;
    std::int64_t nummer = 0;
    store::Blob hash;
};
BOOST_DESCRIBE_STRUCT(Schakel, (), (volgnummer, nummer, hash))

std::vector<KetenBron> settled_sources(store::Tx&, const Cursor& after, int limit);
std::optional<Schakel> last_link(store::Tx&);
void add_link(store::Tx&, const Schakel&);

// For checking: links after `volgnummer` with what they are about, in order.
struct Toetsing {
    Schakel schakel;
    std::optional<KetenBron> bron;  // none: the journal row is gone
    std::optional<store::Blob> zout;
    std::optional<std::string> tekst;
    bool weg_met_reden = false;  // the words were destroyed or replaced
};
std::vector<Toetsing> links_after(store::Tx&, std::int64_t volgnummer, int limit);
// Rows that the chain has passed but does not hold.
std::vector<std::int64_t> unchained_before(store::Tx&, const Cursor& cursor, int limit);

}  // namespace dichtbij::journal
