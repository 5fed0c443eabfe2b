#pragma once
// Calendars and service norms of the gemeenten, in the database. A gemeente without rows has what is
// shipped: default_opening_hours() and shipped_norms().

#include <boost/describe/class.hpp>

#include <optional>
#include <vector>

#include "norm/opening_hours.h"
#include "norm/servicenorm.h"
#include "store/store.h"

namespace dichtbij::norm {

// Names one state of a calendar or a list of norms. Made anew with each change, so that what was cached
// in a transaction that did not last is never taken for what another wrote. Nil: as shipped.
struct Versiestand {
    Uuid stand{};
    std::int64_t versie = 0;  // for people who edit: rises by one
    bool operator==(const Versiestand&) const = default;
};
BOOST_DESCRIBE_STRUCT(Versiestand, (), (stand, versie))

enum class Lijst { kalender, normen };
BOOST_DESCRIBE_ENUM(Lijst, kalender, normen)

class NormStore {
  public:
    explicit NormStore(store::Tx& tx) : tx_(tx) {}

    Versiestand stand(Id<Gemeente> gemeente, Lijst lijst) const;
    void set_stand(Id<Gemeente> gemeente, Lijst lijst, const Versiestand& stand) const;

    // As stored; only for a gemeente whose calendar has a stand.
    OpeningHours opening_hours(Id<Gemeente> gemeente) const;
    void save(Id<Gemeente> gemeente, const OpeningHours& hours) const;

    // By code, then by their first day.
    std::vector<Servicenorm> norms(Id<Gemeente> gemeente) const;
    std::optional<Servicenorm> norm(Id<Gemeente> gemeente, Id<Norm> id) const;
    bool is_taken(const Servicenorm& norm) const;  // another has its code from the same day on
    void insert(const Servicenorm& norm) const;    // CHECKs that it has a gemeente
    void update(const Servicenorm& norm) const;

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::norm
