#pragma once
// Calendars and service norms of the gemeenten: what others ask of them inside their transaction, and what
// an administrator changes. Every change is one transaction with a journal entry.

#include <functional>
#include <memory>
#include <mutex>
#include <span>
#include <unordered_map>
#include <variant>
#include <vector>

#include "access/caller.h"
#include "norm/service_calendar.h"
#include "norm/servicenorm.h"
#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::norm {

std::span<const store::Migration> migrations();

// The years that calendars of gemeenten are compiled for: from here until ten years from now.
inline constexpr int first_calendar_year = 1995;
inline constexpr int calendar_years_ahead = 10;

using Kalender = std::shared_ptr<const ServiceCalendar>;

// What is edited, with the version that was seen: a change on an older version is a conflict.
struct Openingstijden {
    OpeningHours uren;
    std::int64_t versie = 0;
};
struct Normenlijst {
    std::vector<Servicenorm> normen;  // by code, then by their first day
    std::int64_t versie = 0;
};

struct GeenSluitingsdag {  // takes a closing day away
    Day datum{};
};
struct NietAfwijkend {  // takes exceptional hours away
    Day datum{};
};
// A closing day or exceptional hours of a date that has them already replace them.
using Kalenderwijziging = std::variant<WeekHours, HolidaySettings, ClosingDay, GeenSluitingsdag, ExceptionalHours, NietAfwijkend>;

struct NieuweNorm {  // its id and gemeente are filled in
    Servicenorm norm;
};
struct GewijzigdeNorm {  // found by its id
    Servicenorm norm;
};
struct BeeindigdeNorm {
    Id<Norm> id;
    Day tot{};  // the first day on which it no longer applies
};
using Normwijziging = std::variant<NieuweNorm, GewijzigdeNorm, BeeindigdeNorm>;

struct Kalenderdag {
    Day datum{};
    std::vector<OpenInterval> open;
    std::optional<Argument> reden;  // why it is closed, unless by its weekday
    bool is_werkdag = false;
};

// Thread-safe. Keeps one compiled calendar and one list of norms per gemeente, and asks the database with
// each use whether they are still the newest: several nodes agree.
class NormService {
  public:
    NormService(store::Store& store, const Clock& clock, IdSource& ids) : store_(store), clock_(clock), ids_(ids) {}

    // For other services, inside their transaction. A gemeente that was never set up has what is shipped.
    Result<Kalender> kalender(store::Tx& tx, Id<Gemeente> gemeente);
    std::vector<Gekozen> choose_all(store::Tx& tx, const Normvraag& vraag);

    // Before serving. In the transaction that changes the calendar of a gemeente: moves what was computed
    // with it. A failure undoes the change.
    using OnKalender = std::function<Result<Done>(store::Tx&, Id<Gemeente>)>;
    void on_kalender(OnKalender act) { on_kalender_.push_back(std::move(act)); }

    // Reading: anyone with a role in the gemeente. Changing: its beheerder.
    Result<Openingstijden> opening_hours(const access::Caller& caller, Id<Gemeente> gemeente);
    Result<Openingstijden> opening_hours(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente);
    // The year at a glance: each day of it.
    Result<std::vector<Kalenderdag>> year(const access::Caller& caller, Id<Gemeente> gemeente, int year);
    Result<std::vector<Kalenderdag>> year(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, int year);
    // Gives the new version.
    Result<std::int64_t> change_calendar(const access::Caller& caller, Id<Gemeente> gemeente, std::int64_t versie,
                                         const Kalenderwijziging& wijziging);
    Result<std::int64_t> change_calendar(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, std::int64_t versie,
                                         const Kalenderwijziging& wijziging);

    Result<Normenlijst> servicenormen(const access::Caller& caller, Id<Gemeente> gemeente);
    Result<Normenlijst> servicenormen(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente);
    // Which norms an example question would get, and why.
    Result<std::vector<Gekozen>> try_norms(const access::Caller& caller, const Normvraag& vraag);
    Result<std::vector<Gekozen>> try_norms(store::Tx& tx, const access::Caller& caller, const Normvraag& vraag);
    // A product or subject of another gemeente is not refused; it never fits.
    Result<std::int64_t> change_norms(const access::Caller& caller, Id<Gemeente> gemeente, std::int64_t versie,
                                      const Normwijziging& wijziging);
    Result<std::int64_t> change_norms(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, std::int64_t versie,
                                      const Normwijziging& wijziging);

  private:
    using Normen = std::shared_ptr<const std::vector<Servicenorm>>;
    struct Cached {
        std::optional<Uuid> kalender_stand;
        int last_year = 0;
        Kalender kalender;
        std::optional<Uuid> normen_stand;
        Normen normen;
    };

    Normen norms(store::Tx& tx, Id<Gemeente> gemeente);
    Cached cached(Id<Gemeente> gemeente);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    std::vector<OnKalender> on_kalender_;
    std::mutex mutex_;  // of cache_ only; never held while a calendar is compiled or a row read
    std::unordered_map<Id<Gemeente>, Cached> cache_;
};

}  // namespace dichtbij::norm
