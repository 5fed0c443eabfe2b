#pragma once
// The list of the multidisciplinary team: what comes onto it, what the team does, what came of it. For the team: who
// leads a team in the gemeente, and its managers. What is in a confidential domain they see and treat only when they
// may read it. Asking is for everyone who may read the case.

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "overleg/overleg.h"
#include "overleg/overleg_schema_store.h"
#include "zaak/zaak_service.h"

namespace dichtbij::overleg {

struct Nagegaan {
    int zaken = 0;          // open cases looked at
    int vastgelopen = 0;    // of those, new on the list
    int aanleidingen = 0;   // causes added to what stood there already
    bool meer = false;      // there is more than `limit`
    bool operator==(const Nagegaan&) const = default;
};

// What was seen when the team decided. Another version of either is a conflict ("fout.gewijzigd").
struct Bij {
    Id<dichtbij::Vastloper> id;
    std::int64_t versie = 0;
    std::int64_t werk_versie = 0;
};

// The next step, with its date: a task in the case, or a note that names who does it.
struct Taakstap {
    std::string wat;
    zaak::Taaksoort soort = zaak::Taaksoort::intern_advies;
    std::optional<Id<Medewerker>> wie;   // none: the casemanager
    std::optional<Day> uiterlijk_datum;  // required
};
struct Notitiestap {
    std::string tekst;
    std::optional<Id<Medewerker>> wie;   // gets a notice
};
using Stap = std::variant<Taakstap, Notitiestap>;

struct Behandeling {
    Afloop afloop = Afloop::stap_afgesproken;
    std::string besluit;                 // required
};

enum class Lijst { vast, behandeld };
BOOST_DESCRIBE_ENUM(Lijst, vast, behandeld)

struct Lijstvraag {
    Lijst lijst = Lijst::vast;
    std::optional<Oorzaak> oorzaak;
    std::optional<Id<Team>> team;
    std::optional<Id<dichtbij::Zaaktype>> zaaktype;
    std::optional<std::pair<Instant, Uuid>> na;
    int limit = 50;
};
inline constexpr int lijst_limit = 200;

struct Lijstregel {
    Vastloper vastloper;
    zaak::Zaakregel zaak;                // masked where the caller may not read
    std::vector<Aanleiding> aanleidingen;
    std::optional<Gevolg> gevolg;        // of treated ones
};
struct Lijstblad {
    std::vector<Lijstregel> regels;
    std::optional<std::pair<Instant, Uuid>> volgende;
};

struct Vastloperblad {
    Lijstregel regel;
    std::vector<std::string> redenen;    // as the causes: what was written with them
    std::string besluit;                 // when it was treated
    zaaktype::Zaaktype zaaktype;         // of its version
    std::vector<journal::Line> verloop;  // newest first
};

class OverlegService {
  public:
    OverlegService(store::Store& store, const Clock& clock, IdSource& ids, zaak::ZaakService& zaken, werk::WerkService& werk)
        : store_(store), clock_(clock), ids_(ids), zaken_(zaken), werk_(werk) {}

    // For a timer, every few minutes. On a working day of a gemeente, from `begin` on, looks once at each of its open
    // cases. At most `limit` cases, in transactions of `batch`; goes on where it was. Calling it again changes nothing.
    Nagegaan find_stuck(Instant now, int limit);
    static constexpr int batch = 500;
    static constexpr hours begin{5};  // local time

    // conflict "vastgelopen.fout.al_gevraagd" when someone asked for it already and it was not treated since.
    Result<Id<dichtbij::Vastloper>> ask(const access::Caller&, Id<dichtbij::Zaak>, std::string_view reden);
    Result<Id<dichtbij::Vastloper>> ask(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>, std::string_view reden);

    Result<Lijstblad> list(const access::Caller&, const Lijstvraag&);
    Result<Lijstblad> list(store::Tx&, const access::Caller&, const Lijstvraag&);
    Result<Vastloperblad> get(const access::Caller&, Id<dichtbij::Vastloper>);
    Result<Vastloperblad> get(store::Tx&, const access::Caller&, Id<dichtbij::Vastloper>);

    // What was decided about a line of a list; empty of one that is masked, or without words.
    std::string besluit(store::Tx&, const Lijstregel&);

    // The mandate of the team: these need no other right on the case.
    Result<werk::Werk> reassign(const access::Caller&, const Bij&, const werk::Doorgave&);
    Result<werk::Werk> reassign(store::Tx&, const access::Caller&, const Bij&, const werk::Doorgave&);
    Result<Done> fix_step(const access::Caller&, const Bij&, const Stap&);
    Result<Done> fix_step(store::Tx&, const access::Caller&, const Bij&, const Stap&);
    // Takes it off the list, with what was decided.
    Result<Done> settle(const access::Caller&, const Bij&, const Behandeling&);
    Result<Done> settle(store::Tx&, const access::Caller&, const Bij&, const Behandeling&);

    // For a start page and the page of a case.
    std::int64_t count_open(store::Tx&, const access::Caller&);
    std::optional<Vastloper> of_zaak(store::Tx&, Id<dichtbij::Zaak>);

    // How long cases may stand still; setting it is for managers and administrators.
    Result<Grenzen> grenzen(const access::Caller&, Id<Gemeente>);
    Result<Grenzen> grenzen(store::Tx&, const access::Caller&, Id<Gemeente>);
    Result<Done> set_grenzen(const access::Caller&, Id<Gemeente>, const Grenzen&);
    Result<Done> set_grenzen(store::Tx&, const access::Caller&, Id<Gemeente>, const Grenzen&);

  private:
    struct Ronde;
    void check_gemeente(Ronde&);
    Result<Done> look_at_some(store::Tx&, Ronde&, int limit);
    void put_on_list(store::Tx&, Ronde&, Id<dichtbij::Zaak>, Id<Werk>, std::optional<Vastloper>, const std::vector<Gevonden>&);

    struct Act;
    Result<Act> begin_act(store::Tx&, const access::Caller&, const Bij&);
    std::int64_t finish(Act&, std::string gebeurtenis, werk::Kenmerken, std::string_view words);
    Result<Lijstregel> line(store::Tx&, const access::Caller&, const Vastloper&);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    zaak::ZaakService& zaken_;
    werk::WerkService& werk_;
};

}  // namespace dichtbij::overleg
