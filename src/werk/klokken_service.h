#pragma once
// The clocks of a werk in a transaction: which norms start them, what acts do to them, and when the timer
// must look again.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "norm/norm_service.h"
#include "norm/waarschuwing.h"
#include "store/store.h"
#include "werk/escalatie.h"
#include "werk/klok_store.h"
#include "werk/opdracht.h"
#include "werk/toezegging.h"
#include "werk/werk.h"

namespace dichtbij::werk {

using norm::Kalender;

// What werk asks of norms and calendars inside a transaction.
struct Normbron {
    std::function<Result<Kalender>(store::Tx&, Id<Gemeente>)> kalender;
    std::function<std::vector<norm::Gekozen>(store::Tx&, const norm::Normvraag&)> choose_all;
};
Normbron normbron_of(norm::NormService&);  // which must outlive it

// The norm that promises: for the full answer, else for the first reaction. Nothing when none applies.
const norm::Gekozen* promising(const std::vector<norm::Gekozen>&);

Nauwkeurigheid nauwkeurigheid_of(const norm::Term&);

// A first promise, or one that replaces another, with its warning moment filled in.
Result<Toezegging> with_warning(Toezegging, const norm::ServiceCalendar&);

// A clock for each norm, not stored yet. `act`: started by an act that can be taken back.
Result<std::vector<Werkklok>> started(const Werk&, const std::vector<norm::Gekozen>&, Instant op, const norm::ServiceCalendar&, IdSource&,
                                      std::optional<Uuid> act = std::nullopt);

// A clock that stands for a term of law, kept by who knows the facts (zaak). Acts on work leave it as it is: it
// does not wait for anyone without a ground of law, and does not run on by itself when work opens again.
bool is_of_law(const norm::Klok&);
inline constexpr std::string_view of_law_prefix = "wet:";  // of its norm code; no code of a service norm begins so

struct Wetsklok {
    norm::LegalTerm term;
    Instant gestart_op;
    std::vector<norm::Pauze> pauzes;
    std::optional<Instant> gehaald_op;  // decided then; none: it runs
};

class Klokken {
  public:
    Klokken(store::Tx& tx, IdSource& ids, const norm::ServiceCalendar& kalender) : tx_(tx), ids_(ids), kalender_(kalender) {}

    Result<Done> start(const Werk&, const std::vector<norm::Gekozen>&, Instant op, std::optional<Uuid> act = std::nullopt);
    // Stops the running clock of that moment, when there is one.
    Result<Done> meet(Id<dichtbij::Werk>, norm::Meetmoment, Instant op, std::optional<Uuid> act = std::nullopt);
    Result<Done> stop_all(Id<dichtbij::Werk>, Instant op, std::optional<Uuid> act);
    Result<Done> withdraw_all(Id<dichtbij::Werk>, Instant op, std::optional<Uuid> act);
    Result<Done> withdraw(Id<dichtbij::Werk>, norm::Meetmoment, Instant op, std::optional<Uuid> act);
    // The running clock for that moment takes another norm, from the same start; one that is too late stays and a
    // new one starts beside it, as when there is none.
    Result<Done> take_norm(const Werk&, const norm::Normkeuze&, Instant op, Instant now);
    // Makes the clock of law with this code what the facts say; starts it when there is none.
    Result<Done> keep_of_law(const Werk&, std::string_view code, const Wetsklok&);
    // Holds the clocks of norms for a reason of one's own, beside Wachtreden; not acceptance, nor those of law.
    Result<Done> hold(Id<dichtbij::Werk>, std::string_view reden, Instant op);
    Result<Done> let_go(Id<dichtbij::Werk>, std::string_view reden, Instant op);
    bool is_waited_for(Id<dichtbij::Werk>);  // a Wachtreden pauses a clock

    // All but acceptance (accepting is never waited for) and those of law.
    Result<Done> pause(Id<dichtbij::Werk>, Wachtreden, Instant op);
    Result<Done> resume(Id<dichtbij::Werk>, Wachtreden, Instant op);
    Result<Done> reopen(Id<dichtbij::Werk>, norm::Meetmoment, Instant op);
    // What the act started goes, what it stopped runs on.
    Result<Done> take_back(Id<dichtbij::Werk>, const Uuid& act);

  private:
    template <class F>
    Result<Done> each_running(Id<dichtbij::Werk>, F change);

    store::Tx& tx_;
    IdSource& ids_;
    const norm::ServiceCalendar& kalender_;
};

// The ladder of the gemeente, or the default.
Ladder ladder_for(store::Tx&, Id<Gemeente>);
AddWorkingDays add_working_days(const norm::ServiceCalendar&);
// When the timer must look at the werk next; nothing when it is closed or nothing can come.
std::optional<Instant> attention_of(store::Tx&, const Werk&, const norm::ServiceCalendar&);
// The same on what is known: its clocks, and whether the timer has found its promise missed already.
enum class Gemist { niet_gezien, gezien };
std::optional<Instant> attention_of(const Werk&, const std::vector<Werkklok>&, Gemist, const Ladder&, const norm::ServiceCalendar&);

}  // namespace dichtbij::werk
