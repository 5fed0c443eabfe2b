#pragma once
// The morning's promise check, and who sees what it found. Called with `now`; nothing here waits.

#include <optional>
#include <utility>
#include <vector>

#include "belofte/belofte.h"
#include "belofte/belofte_schema_store.h"
#include "zaak/zaak_service.h"

namespace dichtbij::belofte {

struct Nagegaan {
    int geteld = 0;       // closed cases taken into the lengths
    int zaken = 0;        // open cases looked at
    int in_gevaar = 0;    // of those, whose promise will probably not be met
    int gevraagd = 0;     // owners asked
    int teamleiders = 0;  // leads asked
    bool meer = false;    // there is more than `limit`
    bool operator==(const Nagegaan&) const = default;
};

// Whose: my own, of the teams I lead, or of everyone (for a manager).
enum class Wie { ik, team, alles };
BOOST_DESCRIBE_ENUM(Wie, ik, team, alles)

struct Lijstvraag {
    Wie wie = Wie::ik;
    std::optional<std::pair<Instant, Uuid>> na;
    int limit = 50;
};
struct Gevaar {                   // a promise that will probably not be met, today
    Verwachting verwachting;
    int over = 0;                 // working days left, today included
    bool niet_verteld = false;    // the warning moment passed without another date
};
struct Lijstregel {
    Gevaar gevaar;
    zaak::Zaakregel zaak;         // masked where the caller may not read
};
struct Lijstblad {
    std::vector<Lijstregel> regels;
    std::optional<std::pair<Instant, Uuid>> volgende;
};

struct Openzaak;
struct Bekend;

class BelofteService {
  public:
    BelofteService(store::Store& store, const Clock& clock, zaak::ZaakService& zaken, werk::WerkService& werk)
        : store_(store), clock_(clock), zaken_(zaken), werk_(werk) {}

    // For a timer, every few minutes. On a working day of a gemeente, from `begin` on, looks once at each of its open
    // cases with a promise in days; later that day at cases that are new. Finds nothing on other days. At most `limit` cases (closed and open
    // together) in transactions of `batch`; goes on where it was. Calling it again changes nothing.
    Nagegaan check_promises(Instant now, int limit);
    static constexpr int batch = 500;
    static constexpr hours begin{5};  // local time
    static constexpr int jaren = 3;   // of which the lengths are used

    // forbidden for who has no such role: `team` is a lead's, `alles` a manager's.
    Result<Lijstblad> list(const access::Caller&, const Lijstvraag&);
    Result<Lijstblad> list(store::Tx&, const access::Caller&, const Lijstvraag&);
    // For a start page: mine that are in danger.
    std::int64_t count_mine(store::Tx&, const access::Caller&);
    // For the page of a case: what is expected of the promise that runs; nothing when it can be kept.
    std::optional<Gevaar> of_zaak(store::Tx&, Id<dichtbij::Zaak>);

  private:
    struct Ronde;
    void check_gemeente(Ronde&);
    Result<Done> count_closed(store::Tx&, Ronde&, int limit);
    Result<Done> look_at_some(store::Tx&, Ronde&, int limit);
    Result<Done> look_at(store::Tx&, Ronde&, const Openzaak&, const Bekend&);
    void ask(store::Tx&, Ronde&, Verwachting&, const Openzaak&);
    Result<Gevaar> today(store::Tx&, const Verwachting&, const werk::Werk&) const;

    store::Store& store_;
    const Clock& clock_;
    zaak::ZaakService& zaken_;
    werk::WerkService& werk_;
};

}  // namespace dichtbij::belofte
