#pragma once
// What goes out to whom, and what became of it. Called with `now` by the Bezorger, timers and tests; nothing here waits
// or calls anyone.
//
// At least once: who takes a round has it for `in_hand`; was it not reported by then (the process was killed between
// sending and noting), the same leveringen are given again, under the same ids. In order per object: of one object only the
// oldest is ever given. A subscriber that fails three times running rests, longer each time.

#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "notificatie/abonnement_service.h"
#include "notificatie/notificatie.h"
#include "store/store.h"

namespace dichtbij::notificatie {

struct Uitgaand {
    Id<dichtbij::Levering> id;
    Notificatie notificatie;
    bool operator==(const Uitgaand&) const = default;
};

// What one subscriber gets now: different objects, so their order does not matter.
struct Ronde {
    Abonnement abonnement;
    std::string auth;    // of notificaties
    std::string geheim;  // of webhook
    bool is_leesbaar = true;  // false: secrets that cannot be opened under the key of this installation
    std::vector<Uitgaand> uitgaand;
};

// What became of one. not_tried: given back as it was.
struct Uitkomst {
    enum class Hoe { bezorgd, mislukt, niet_geprobeerd };
    Id<dichtbij::Levering> id;
    Hoe hoe = Hoe::niet_geprobeerd;
    Leverfout fout = Leverfout::geen;
    int status = 0;
};

enum class Wachtrij { alle, gezonde };  // gezonde: those whose last attempt arrived

struct Leveringregel {  // for the administrator
    Levering levering;
    Notificatie notificatie;
    std::string naar;       // name of the webhook or application; empty: the component
    std::string host;
    std::int64_t nummer = 0;
};
struct Leveringpagina {
    std::vector<Leveringregel> regels;      // newest first
    std::optional<std::int64_t> volgende;   // none: the end
};

class BezorgService {
  public:
    static constexpr int ronde_limit = 10;
    static constexpr seconds in_hand{60};   // a round must be reported within it
    static constexpr int pagina_limit = 50;

    BezorgService(store::Store& store, const Clock& clock, IdSource& ids, const Opties& opties) : store_(store), clock_(clock), ids_(ids), opties_(opties) {}
    const Opties& opties() const { return opties_; }

    // The subscriber who waited longest, except those that are busy. nullopt: nothing is due.
    std::optional<Ronde> take(Instant now, const std::vector<Id<dichtbij::Abonnement>>& bezet, Wachtrij = Wachtrij::alle);
    // Harmless when said again, or of what is not there any more.
    void report(const Ronde&, const std::vector<Uitkomst>&, Instant now);
    // Gives up what waited for te_oud_termijn; at most `limit`, returns how many. Each minute.
    int expire(Instant now, int limit);

    // What was given up, by gemeente or by abonnement: a beheerder.
    Result<Leveringpagina> dode(const access::Caller&, Id<Gemeente>, std::optional<std::int64_t> voor = std::nullopt) const;
    Result<Leveringpagina> dode(const access::Caller&, Id<dichtbij::Abonnement>, std::optional<std::int64_t> voor = std::nullopt) const;
    // Once more, under the same id, behind what waits. conflict when it is not given up (any more).
    Result<Done> send_again(const access::Caller&, Id<dichtbij::Levering>);
    // All that was given up of this one; how many, at most `again_limit`. Its rest ends.
    Result<int> send_all_again(const access::Caller&, Id<dichtbij::Abonnement>);
    static constexpr int again_limit = 1000;

  private:
    std::optional<Ronde> taken(store::Tx&, Id<dichtbij::Abonnement>, Instant now, Wachtrij);
    void finish(store::Tx&, Levering, Leveringstaat, Instant now);
    void note(store::Tx&, Abonnement&, const Uitkomst&, Instant now);
    void requeue(store::Tx&, Levering, Instant now);
    Leveringpagina page(store::Tx&, std::vector<struct Plaats>) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const Opties& opties_;
};

// One English sentence per levering that waits for nothing, or overtakes.
std::vector<std::string> notificatie_check(store::Tx&);

}  // namespace dichtbij::notificatie
