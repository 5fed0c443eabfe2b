#pragma once
// How many klantcontacten that are not hidden a gemeente has, and how many taken these led to: a list of all of them
// need not count them. Kept in parts, so that writers at the same time seldom meet.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "klantcontact/lijst.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

struct Telplaats {
    Id<dichtbij::Klantcontact> id;  // chooses the part
    Id<Gemeente> gemeente;
    std::string domein;
    bool vertrouwelijk = false;
    bool operator==(const Telplaats&) const = default;
};
struct Telling {
    std::int64_t contacten = 0;
    std::int64_t taken = 0;
    bool operator==(const Telling&) const = default;
};
BOOST_DESCRIBE_STRUCT(Telling, (), (contacten, taken))

// Where a stored contact counts now, and for how much: nothing when it is hidden.
struct Geteld {
    Telplaats plaats;
    Telling telling;
    bool operator==(const Geteld&) const = default;
};

Telplaats place_of(const Klantcontact&);
void count_klantcontact(store::Tx&, const Telplaats&, const Telling& difference);
std::optional<Geteld> find_counted(store::Tx&, Id<dichtbij::Klantcontact>);
// After its row changed: takes away what it counted for before and adds what it counts for now.
void recount(store::Tx&, const Geteld& before);
void count_taken(store::Tx&, Id<dichtbij::Klantcontact>, int difference);  // on its row too
Telling total_of(store::Tx&, const Zicht&);
// Whether it is what counting gives, for `check`.
std::vector<Id<Gemeente>> wrongly_counted(store::Tx&);

}  // namespace dichtbij::klantcontact
