#pragma once
// Dividing cases of a team, for who leads it and for managers; and the lists of cases that everyone keeps for himself.

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "access/access_log.h"
#include "overleg/verdelen.h"
#include "zaak/zaak_service.h"

namespace dichtbij::overleg {

struct AanEen {
    Id<Medewerker> medewerker;
};
struct OverMeer {  // the freest first; who is absent gets none
    std::vector<Id<Medewerker>> medewerkers;
};
struct Vrijgeven {};  // back to the team: its lead owns it until someone accepts

struct Verdeling {
    Id<Team> team;
    std::vector<werk::Keuze> keuzes;                   // with the versions that were shown
    std::variant<AanEen, OverMeer, Vrijgeven> hoe;
    std::string reden;                                 // required
    Vol vol = Vol::weigeren;
};

struct Verdeelregel {
    Id<Werk> werk;
    std::string nummer;                                // "" when the caller may not know it
    std::optional<Id<Medewerker>> naar;
    std::optional<Failure> fout;                       // none: done
};
struct Uitslag {
    std::vector<Verdeelregel> regels;                  // in the order given
    int gelukt() const;
};

struct NieuweKeuze {
    Lijstplek plek = Lijstplek::zaken;
    std::string naam;
    std::string vraag;
    std::optional<Id<Team>> team = {};                 // to share it with
};

struct Teambezetting {
    Id<Team> team;
    std::vector<Bezetting> personen;                   // the members, by name
};

class VerdeelService {
  public:
    VerdeelService(store::Store& store, const Clock& clock, IdSource& ids, zaak::ZaakService& zaken, werk::WerkService& werk, access::AccessLog& log)
        : store_(store), clock_(clock), ids_(ids), zaken_(zaken), werk_(werk), log_(log) {}

    // not_found for a team that serves no gemeente of the caller, forbidden for who does not lead it.
    Result<Teambezetting> bezetting(const access::Caller&, Id<Team>);
    Result<Teambezetting> bezetting(store::Tx&, const access::Caller&, Id<Team>);
    // The teams the caller may divide for, in a gemeente.
    std::vector<Id<Team>> teams(store::Tx&, const access::Caller&, Id<Gemeente>);

    std::int64_t open_werk(store::Tx& tx, Id<Medewerker> medewerker) { return werk_.open_work_of(tx, medewerker); }  // of every team and kind

    // Each case in a transaction of its own: what cannot be done is refused by itself, with the reason. Invalid as a
    // whole without a choice ("keuze"), a reason ("reden") or someone to give to ("medewerker", "medewerkers").
    Result<Uitslag> verdeel(const access::Caller&, const Verdeling&);

    // None: no limit. By who divides.
    Result<Done> set_capaciteiten(const access::Caller&, Id<Team>, const std::map<Id<Medewerker>, std::optional<int>>&);
    Result<Done> set_capaciteiten(store::Tx&, const access::Caller&, Id<Team>, const std::map<Id<Medewerker>, std::optional<int>>&);

    // One's own, then those that colleagues share with a team of his.
    std::vector<Lijstkeuze> keuzes(store::Tx&, const access::Caller&, Lijstplek);
    // Under a name that he has already: in its place. Shared only with a team of his own: forbidden.
    Result<Lijstkeuze> bewaar_keuze(const access::Caller&, const NieuweKeuze&);
    Result<Lijstkeuze> bewaar_keuze(store::Tx&, const access::Caller&, const NieuweKeuze&);
    // His own; a shared one also by who leads that team.
    Result<Done> verwijder_keuze(const access::Caller&, Id<dichtbij::Lijstkeuze>);
    Result<Done> verwijder_keuze(store::Tx&, const access::Caller&, Id<dichtbij::Lijstkeuze>);

    // Columns and order as he last had them, as in the address; "" when he never chose.
    std::string vorm(store::Tx&, const access::Caller&, Lijstplek);
    Result<Done> onthoud_vorm(const access::Caller&, Lijstplek, std::string_view vorm);
    Result<Done> onthoud_vorm(store::Tx&, const access::Caller&, Lijstplek, std::string_view vorm);

    // A list leaves as a file: stands in the access log, with what was asked for.
    void record_export(const access::Caller&, Id<Gemeente>, std::string_view vraag);

  private:
    Result<Done> may_divide(store::Tx&, const access::Caller&, Id<Team>) const;
    Result<std::optional<Id<Medewerker>>> give_one(store::Tx&, const access::Caller&, const Verdeling&, const werk::Keuze&);
    Result<Id<Medewerker>> receiver(store::Tx&, const Verdeling&);
    Result<Done> check(const Verdeling&) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    zaak::ZaakService& zaken_;
    werk::WerkService& werk_;
    access::AccessLog& log_;
};

}  // namespace dichtbij::overleg
