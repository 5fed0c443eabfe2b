#pragma once
// The acts on werk. Each public operation takes the Caller and opens the transaction; the same on a given
// Tx& is for services that combine. `versie` is the version the caller saw: another one now is a conflict
// ("fout.gewijzigd").
//
// Work of a gemeente where the caller has no role is not found; in a confidential domain he may not read
// it is forbidden. Acting is for the owner, who acts for him, who works in the team, and the manager.

#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "store/store.h"
#include "werk/attentie.h"
#include "werk/klokken_service.h"
#include "werk/opdracht.h"
#include "werk/toezegging.h"
#include "werk/werk.h"
#include "werk/werk_schema_store.h"

namespace dichtbij::werk {

// What a screen shows of one promise before it is made: when, and which norm says so.
struct Vooruitblik {
    Belofte belofte;
    std::string norm;                // code
    norm::Explanation waarom;        // which norm won
    norm::Explanation berekening;    // why the moment is what it is
};

struct KlokBeeld {
    norm::Klok klok;
    norm::Stand stand = norm::Stand::loopt;
    norm::Explanation berekening;
};

class WerkService {
  public:
    WerkService(store::Store&, const Clock&, IdSource&, const Normbron&);

    // Reading.
    Result<Werk> get(const access::Caller&, Id<dichtbij::Werk>);
    Result<Werk> get(store::Tx&, const access::Caller&, Id<dichtbij::Werk>);
    // Also when the domain may not be read: masked then.
    Result<Werk> get_masked(store::Tx&, const access::Caller&, Id<dichtbij::Werk>);
    // For other services: no rights checked.
    std::optional<Werk> stored(store::Tx&, Id<dichtbij::Werk>);
    std::optional<Werk> of_object(store::Tx&, const Uuid& object);
    std::vector<Id<dichtbij::Werk>> ids_of_partij(store::Tx&, Id<Partij>);
    // What runs and ran for these persons, open first; masked where the caller may not read.
    std::vector<Werk> of_partijen(store::Tx&, const access::Caller&, const std::vector<Id<Partij>>&, int limit);
    // Only what runs, by promise.
    std::vector<Werk> open_of_partijen(store::Tx&, const access::Caller&, const std::vector<Id<Partij>>&, int limit);
    // By the number people know, in any spelling; in each gemeente of the caller.
    std::vector<Werk> by_nummer(store::Tx&, const access::Caller&, std::string_view typed);
    std::vector<Werk> children(store::Tx&, const access::Caller&, Id<dichtbij::Werk> ouder);
    Result<std::vector<journal::Line>> timeline(store::Tx&, const access::Caller&, Id<dichtbij::Werk>,
                                                std::optional<std::int64_t> before, int limit);
    std::vector<Toezegging> toezeggingen(store::Tx&, Id<dichtbij::Werk>);
    Result<std::vector<KlokBeeld>> klokken(store::Tx&, const Werk&);
    bool may_act(store::Tx&, const access::Caller&, const Werk&) const;
    // What the caller can still take back on this werk.
    std::optional<Uuid> ongedaan_te_maken(store::Tx&, const access::Caller&, Id<dichtbij::Werk>);

    // Where a question goes, with the load of employees and the opening hours known.
    Result<organisatie::Route> route(store::Tx&, const organisatie::Vraag&) const;
    Result<organisatie::Route> preview_route(store::Tx&, const organisatie::Vraag&) const;
    organisatie::Omgeving omgeving() const;
    // The team serves the gemeente, the person is in service and works in the team.
    Result<Done> check_destination(store::Tx&, Id<Gemeente>, Id<Team>, std::optional<Id<Medewerker>>) const;

    // Life. These have no Caller form: klantcontact, taak and zaak are what people open and close.
    Result<Vooruitblik> preview(store::Tx&, const norm::Normvraag&, Instant op) const;
    Result<Werk> open(store::Tx&, const access::Caller&, const Opening&);
    // Opened and closed in the same act: a question answered at once.
    Result<Werk> record_closed(store::Tx&, const access::Caller&, const Opening&, const Intakeafloop&);
    // Also for who handed it to a confidential domain he may not read himself.
    Result<Werk> take_over(store::Tx&, const access::Caller&, Id<dichtbij::Werk>, const Overname&);
    // Never without an outcome. Open children end as withdrawn; who worked on them is told.
    Result<Gedaan> close(store::Tx&, const access::Caller&, Id<dichtbij::Werk>, std::int64_t versie, const Afsluiting&);
    // Because what it was about is taken back. By who may read it; closed work stays as it is, and that of a zaak.
    Result<Werk> withdraw(store::Tx&, const access::Caller&, Id<dichtbij::Werk>, std::string_view reden);
    Result<Werk> reopen(store::Tx&, const access::Caller&, Id<dichtbij::Werk>, std::int64_t versie, std::string_view reden);
    Result<Werk> reopen(store::Tx&, const access::Caller&, Keuze, const Heropening&);
    // What the question was about, or whose it was, turned out to be otherwise: title, product, subject,
    // domain and partij of `corrected` replace those of the stored werk.
    Result<Werk> correct(store::Tx&, const access::Caller&, const Werk& corrected);
    // The moment was met: a first reaction, an acknowledgement. Nothing when no such clock runs.
    Result<Done> meet(store::Tx&, Id<dichtbij::Werk>, norm::Meetmoment, Instant op);
    // The event as the last step in lists; a new version.
    Werk touch(store::Tx&, const access::Caller&, Werk, std::string_view stap);
    Result<Werk> plan_reminder(store::Tx&, const access::Caller&, Werk, std::optional<Instant> op);
    void notify(store::Tx&, const Werk&, Id<Medewerker>, Attentiesoort, const access::Caller&);

    // Someone opened the data of a person under a warning, with a reason: told to who leads a team of his
    // in the gemeente; of who leads it himself, to the manager.
    void partij_opened(store::Tx&, const access::Caller&, Id<Gemeente>, Id<Partij>);

    // Whose it is.
    Result<Gedaan> accept(const access::Caller&, Id<dichtbij::Werk>, std::int64_t versie);
    Result<Gedaan> accept(store::Tx&, const access::Caller&, Id<dichtbij::Werk>, std::int64_t versie);
    Result<Gedaan> assign(const access::Caller&, Keuze, Id<Medewerker>);
    Result<Gedaan> assign(store::Tx&, const access::Caller&, Keuze, Id<Medewerker>);
    Result<Bulkuitslag> assign_all(const access::Caller&, std::span<const Keuze>, Id<Medewerker>, Omvang);
    Result<Gedaan> hand_on(const access::Caller&, Keuze, const Doorgave&);
    Result<Gedaan> hand_on(store::Tx&, const access::Caller&, Keuze, const Doorgave&);
    Result<Bulkuitslag> hand_on_all(const access::Caller&, std::span<const Keuze>, const Doorgave&, Omvang);

    // Talking about it. A note is no new version.
    Result<Done> note(const access::Caller&, Id<dichtbij::Werk>, const Notitie&);
    Result<Done> note(store::Tx&, const access::Caller&, Id<dichtbij::Werk>, const Notitie&);

    // The promise, and waiting.
    Result<Werk> move_toezegging(const access::Caller&, Keuze, const Verzetting&);
    Result<Werk> move_toezegging(store::Tx&, const access::Caller&, Keuze, const Verzetting&);
    Result<Werk> pause(const access::Caller&, Keuze, Wachtreden, std::string_view toelichting);
    Result<Werk> pause(store::Tx&, const access::Caller&, Keuze, Wachtreden, std::string_view toelichting);
    Result<Werk> resume(const access::Caller&, Keuze);
    Result<Werk> resume(store::Tx&, const access::Caller&, Keuze);

    // Takes an act back within a minute: by who did it, when nobody acted since ("werk.fout.ongedaan_te_laat",
    // "werk.fout.ongedaan_ander"). All that one act changed goes back together: a bulk, a closing with its children.
    struct Teruggenomen {
        Handeling soort = Handeling::aanvaarden;
        std::vector<Werk> werk;
    };
    Result<Teruggenomen> undo(const access::Caller&, const Uuid& handeling);
    Result<Teruggenomen> undo(store::Tx&, const access::Caller&, const Uuid& handeling);
    // Before serving. Called in the transaction in which an act is taken back: what hangs on it goes too.
    using OpOngedaan = std::function<void(store::Tx&, const Uuid& handeling)>;
    void on_ongedaan(OpOngedaan hook) { op_ongedaan_.push_back(std::move(hook)); }

    // The owner of what nobody accepted yet, after a change of a lead, of absence or of the day. Returns
    // how many changed hands. For organisatie to call in its own transaction.
    int recompute_owners(store::Tx&, Instant now);
    int on_lead_changed(store::Tx& tx, Id<Team>) { return recompute_owners(tx, clock_.now()); }
    int on_absence_changed(store::Tx& tx, Id<Medewerker>) { return recompute_owners(tx, clock_.now()); }
    std::int64_t open_work_of(store::Tx&, Id<Medewerker>);  // who has any cannot be disabled
    std::int64_t open_work_of(store::Tx&, Id<Team>);        // a team that has any cannot be lifted
    // After a change of the calendar of a gemeente: due moments move, promised dates stay.
    Result<int> recompute_klokken(store::Tx&, Id<Gemeente>);

    // Removes what says who or what it was about; dates, clocks and outcome stay for the figures.
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

    const Normbron& normbron() const { return normbron_; }
    Instant now() const { return clock_.now(); }

  private:
    struct Act;
    Result<Act> begin(store::Tx&, const access::Caller&, Keuze) const;
    Result<Done> finish(Act&, std::string gebeurtenis, Kenmerken, std::optional<std::string> toelichting = std::nullopt);
    Result<Gedaan> give(Act&, std::optional<Id<Medewerker>> named, Handeling);
    Result<Gedaan> accept(Act&);
    Result<Gedaan> assign(Act&, Id<Medewerker>);
    Result<Gedaan> hand_on(Act&, const Doorgave&);
    Result<Done> aim(Act&, const Bestemming&, std::optional<Id<Medewerker>>& named);
    Result<std::optional<Id<Medewerker>>> reroute(Act&, const NaarRoutering&);
    Result<Done> end_children(Act&);
    Result<Done> end(Act&, const Afsluiting&);
    void remember(const Act&, Handeling);
    void tell_owner(Act&, Attentiesoort);
    Result<Done> start_acceptance(Act&);
    Result<Toezegging> promise_again(Act&, const std::optional<Belofte>&);
    Result<std::vector<Werkklok>> first_clocks(Act&, const Opening&, const std::vector<norm::Gekozen>&);
    void own(Act&, std::optional<Id<Medewerker>> named);
    template <class F>
    Result<Bulkuitslag> all(const access::Caller&, std::span<const Keuze>, Omvang, F one);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const Normbron& normbron_;
    std::vector<OpOngedaan> op_ongedaan_;
};

// "For every open werk": who owns it is in service, clocks add up, the promise's history is consistent.
// One English sentence per fault.
std::vector<std::string> werk_check(store::Tx&, Instant now);

}  // namespace dichtbij::werk
