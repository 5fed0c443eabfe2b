#pragma once
// All SQL of the access log.

#include "access/access_log.h"

namespace dichtbij::access {

struct InzageRij {
    Instant op;
    Inzagesoort soort = Inzagesoort::detail;
    std::optional<Id<Medewerker>> medewerker;
    std::string rollen;
    std::string doel;
    std::string scherm;
    Id<Gemeente> gemeente;
    std::optional<Id<Partij>> partij;  // the first; the others stand in inzage_partij
    std::string zoek;
    std::string object_soort;
    std::optional<Uuid> object;
    std::string verzoek;
    std::optional<Id<Applicatie>> applicatie;
};
BOOST_DESCRIBE_STRUCT(InzageRij, (),
                      (op, soort, medewerker, rollen, doel, scherm, gemeente, partij, zoek, object_soort, object, verzoek, applicatie))

struct InzageNieuw {
    InzageRij rij;
    std::vector<Id<Partij>> overige;  // shown beside rij.partij
};
void insert_inzage(store::Tx&, std::span<const InzageNieuw> rows);
// `gemeenten`: which may be seen; nothing: all.
InzagePage read_inzage(store::Tx&, const InzageFilter&, const std::optional<std::vector<Id<Gemeente>>>& gemeenten, int limit);
std::int64_t delete_inzage(store::Tx&, Instant before, int limit);

// Notes that `node` runs; true when it did not stop cleanly before.
bool start_node(store::Tx&, std::string_view node);
void stop_node(store::Tx&, std::string_view node);

}  // namespace dichtbij::access
