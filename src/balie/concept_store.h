#pragma once
// Drafts of contacts in hand, one row each.

#include <boost/describe/class.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"
#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::balie {

struct ConceptRij {
    Id<Gesprek> id;            // the conversation it will become
    Id<Gemeente> gemeente;
    Id<Medewerker> medewerker;
    std::string kanaal;
    std::optional<Id<Partij>> partij;
    std::string kop;           // what the rail shows
    std::string inhoud;        // fields of the form
    Instant begonnen_op;
    Instant gewijzigd_op;
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(ConceptRij, (),
                      (id, gemeente, medewerker, kanaal, partij, kop, inhoud, begonnen_op, gewijzigd_op, versie))

std::span<const store::Migration> migrations();

void insert_concept(store::Tx&, const ConceptRij&);
std::optional<ConceptRij> find_concept(store::Tx&, Id<Gesprek>);
void update_concept(store::Tx&, const ConceptRij&);
void delete_concept(store::Tx&, Id<Gesprek>);
std::vector<ConceptRij> concepten_of(store::Tx&, Id<Medewerker>, int limit);  // oldest first
std::int64_t delete_concepten_before(store::Tx&, Instant gewijzigd_op, int limit);
std::int64_t delete_concepten_of_partij(store::Tx&, Id<Partij>);

}  // namespace dichtbij::balie
