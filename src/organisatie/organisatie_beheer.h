#pragma once
// The public operations that change the organisation, and what its screens ask. Each takes the caller,
// opens its transaction, checks the role and writes the journal in the same transaction.
//
// A gemeente, team or person outside the caller's gemeenten is not_found; a role that is not enough is
// forbidden; what someone else changed since `versie` is a conflict with the key "fout.gewijzigd", and
// nothing is written. Texts are cleaned and held to the limits of toetsing.h.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "organisatie/organisatie_service.h"
#include "organisatie/overzicht.h"
#include "organisatie/routering_service.h"
#include "organisatie/stijl.h"
#include "organisatie/stijl_store.h"

namespace dichtbij::organisatie {

// What folders above add, set in wiring. All run in the transaction of the act, perhaps more than once.
struct Hooks {
    std::vector<std::function<void(store::Tx&, Id<dichtbij::Team>)>> on_lead_changed;
    std::vector<std::function<void(store::Tx&, Id<dichtbij::Medewerker>)>> on_absence_changed;
    // A failure keeps the employee in service, or the team alive: the key says why (open work).
    std::vector<std::function<Result<Done>(store::Tx&, Id<dichtbij::Medewerker>)>> may_leave;
    std::vector<std::function<Result<Done>(store::Tx&, Id<dichtbij::Team>)>> may_lift;
    // For copies of name and e-mail that others keep; a failure undoes the change.
    std::vector<std::function<Result<Done>(store::Tx&, const Medewerker&)>> on_medewerker_changed;
    Omgeving routering;
};

struct Stijlwijziging {
    html::Theme::Values variabelen;  // by name, as typed
    std::string nieuw_logo;        // bytes; empty: keep what there is
    bool without_logo = false;
    std::int64_t versie = 0;
};

struct Proef {  // the test box: an example question against the routing table
    Afweging afweging;
    std::vector<Storing> storingen;
};

enum class Richting { omhoog, omlaag };

class OrganisatieService {
  public:
    OrganisatieService(store::Store& store, const Clock& clock, IdSource& ids, Hooks hooks = {});
    Hooks& hooks() { return hooks_; }  // for wiring, before the first request
    const Hooks& hooks() const { return hooks_; }
    store::Store& store() const { return store_; }
    const Clock& clock() const { return clock_; }
    IdSource& ids() const { return ids_; }

    // Gemeenten, departments, teams: beheerder.
    std::vector<Gemeente> own_gemeenten(const access::Caller&) const;  // where the caller has a role, by name
    Result<Gemeente> gemeente(const access::Caller&, Id<dichtbij::Gemeente>) const;
    Result<Done> change(const access::Caller&, Gemeente) const;        // the code stays
    Stijlrij stijl(Id<dichtbij::Gemeente>) const;                      // for every page: no caller
    bool has_logo(store::Tx&, Id<dichtbij::Gemeente>) const;
    Result<Done> change_stijl(const access::Caller&, Id<dichtbij::Gemeente>, const Stijlwijziging&) const;
    std::vector<Afdeling> afdelingen(const access::Caller&) const;
    Result<Id<dichtbij::Afdeling>> add_afdeling(const access::Caller&, Id<dichtbij::Gemeente>, std::string naam) const;
    Result<Done> change(const access::Caller&, Afdeling) const;
    std::vector<Teamregel> teams(const access::Caller&) const;         // active, of the caller's gemeenten
    Result<Teamblad> team(const access::Caller&, Id<dichtbij::Team>) const;
    Result<Id<dichtbij::Team>> add_team(const access::Caller&, Team, std::vector<Id<dichtbij::Gemeente>>) const;
    // Another lead must be in service; he becomes a member.
    Result<Done> change(const access::Caller&, Team, std::vector<Id<dichtbij::Gemeente>>) const;
    // Refused while it has open work, active subjects or products. Rows of the routing table that point
    // at it become storingen at once.
    Result<Done> lift_team(const access::Caller&, Id<dichtbij::Team>, std::int64_t versie) const;
    Result<Done> add_member(const access::Caller&, Id<dichtbij::Team>, Id<dichtbij::Medewerker>) const;
    Result<Done> remove_member(const access::Caller&, Id<dichtbij::Team>, Id<dichtbij::Medewerker>) const;  // not the lead

    // Employees. The directory: any role.
    Result<Gids> gids(const access::Caller&, const Gidsvraag&) const;
    std::vector<std::string> vaardigheden(const access::Caller&) const;
    // For choosing someone: in service and known in the gemeente, by name, at most collegas_limit.
    std::vector<Naam> collegas(const access::Caller&, Id<dichtbij::Gemeente>) const;
    Result<Persoon> persoon(const access::Caller&, Id<dichtbij::Medewerker>) const;
    Result<Id<dichtbij::Medewerker>> add_medewerker(const access::Caller&, Id<dichtbij::Gemeente>, Medewerker) const;
    Result<Done> change(const access::Caller&, Medewerker) const;      // the last day is kept: see leave_service
    Result<Done> set_vaardigheden(const access::Caller&, Id<dichtbij::Medewerker>, std::vector<std::string>) const;
    Result<Done> set_managers(const access::Caller&, Id<dichtbij::Gemeente>, std::vector<Id<dichtbij::Medewerker>>) const;
    std::vector<Naam> managers(const access::Caller&, Id<dichtbij::Gemeente>) const;
    // `first_day_out` is today or later. Refused while he leads a team, owns a product or subject, or
    // (from that day on) has open work.
    Result<Done> leave_service(const access::Caller&, Id<dichtbij::Medewerker>, Day first_day_out, std::int64_t versie) const;
    Result<Done> stay_in_service(const access::Caller&, Id<dichtbij::Medewerker>, std::int64_t versie) const;

    // Presence: the employee himself. Absence and substitutes: himself, the lead of a team of his, a
    // teamleider there, or a beheerder.
    Result<Done> set_presence(const access::Caller&, Staat) const;
    Result<Uuid> add_afwezigheid(const access::Caller&, Afwezigheid) const;
    Result<Done> change(const access::Caller&, Afwezigheid) const;     // also ends it earlier
    Result<Done> remove_afwezigheid(const access::Caller&, const Uuid&) const;  // begun: ends today
    Result<Uuid> add_vervanging(const access::Caller&, Vervanging) const;
    Result<Done> remove_vervanging(const access::Caller&, const Uuid&) const;   // begun: ends today

    // Products and subjects: beheerder. Reading: any role in the gemeente.
    Result<std::vector<Product>> products(const access::Caller&, Id<dichtbij::Gemeente>) const;
    Result<std::vector<Onderwerp>> onderwerpen(const access::Caller&, Id<dichtbij::Gemeente>) const;  // also inactive
    Result<Product> product(const access::Caller&, Id<dichtbij::Product>) const;
    Result<Onderwerp> onderwerp(const access::Caller&, Id<dichtbij::Onderwerp>) const;
    Result<Id<dichtbij::Product>> add(const access::Caller&, Product) const;
    Result<Id<dichtbij::Onderwerp>> add(const access::Caller&, Onderwerp) const;
    Result<Done> change(const access::Caller&, Product) const;
    Result<Done> change(const access::Caller&, Onderwerp) const;

    // The routing table: beheerder; the test box also a teamleider.
    Result<std::vector<Routeringsregel>> regels(const access::Caller&, Id<dichtbij::Gemeente>) const;
    Result<Routeringsregel> regel(const access::Caller&, Id<Routeringsregel>) const;
    Result<Id<Routeringsregel>> add(const access::Caller&, Routeringsregel) const;  // at the end
    Result<Done> change(const access::Caller&, Routeringsregel) const;              // its place stays
    Result<Done> remove(const access::Caller&, Id<Routeringsregel>, std::int64_t versie) const;
    Result<Done> move(const access::Caller&, Id<Routeringsregel>, Richting) const;
    // Every row of the gemeente. A list that does not name exactly the rows there are is a conflict.
    Result<Done> reorder(const access::Caller&, Id<dichtbij::Gemeente>, std::vector<Id<Routeringsregel>>) const;
    Result<std::vector<Storing>> storingen(const access::Caller&, Id<dichtbij::Gemeente>) const;  // brought up to date
    Result<Proef> probeer(const access::Caller&, Vraag) const;  // without `op`: now

    // Routing for other services, in their transaction, with calendars and open work.
    Result<Route> route(store::Tx& tx, const Vraag& vraag) const { return organisatie::route(tx, vraag, hooks_.routering); }
    Result<Route> preview_route(store::Tx& tx, const Vraag& vraag) const {
        return organisatie::preview_route(tx, vraag, hooks_.routering);
    }

    // A timer: takes who left out of his teams, forgets old presence, checks the routing tables. Who got
    // work again stays a day longer, which is journalled.
    void process_departures() const;

  private:
    Instant now() const { return clock_.now(); }
    Day today() const { return day_of(now()); }

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    Hooks hooks_;
};

}  // namespace dichtbij::organisatie
