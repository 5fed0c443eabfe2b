#pragma once
// Internetaken as other systems deliver them over the standard. The same taak as at the desk, with the werk, owner, clocks
// and promise that it has there; here stands what only the standard asks for. Each works in the transaction of who combines.
//
// Its actors are kept in their order. The first employee among them whom we know by his e-mail owns the work, else the lead
// of the first department we know by its name; when nobody is known, routing decides.
//
// A klantcontact that came in over the standard and was closed as answered opens again with its first taak, and its clocks
// count from when the contact took place. Of several taken one holds the werk of the question: it ends with the last.

#include "klantcontact/aanlever_service.h"
#include "klantcontact/actor_service.h"
#include "taak/taak_service.h"

namespace dichtbij::taak {

struct Aanlevering {
    Id<Klantcontact> klantcontact;
    std::string standaardnummer;    // empty: made here; of a change: as it is
    std::string referentienummer;
    std::string gevraagde_handeling;
    std::string toelichting;
    std::vector<Uuid> actoren;
    Taakstatus status = Taakstatus::te_verwerken;
    std::optional<Instant> afgehandeld_op;  // none with verwerkt: now; with te_verwerken it is refused
};

struct Aanpassing {
    Id<dichtbij::Taak> taak;
    Aanlevering naar;               // as it must be afterwards
    std::string reden;              // required; for the journal when it opens again
};

class AanleverService {
  public:
    AanleverService(const Clock& clock, werk::WerkService& werk, IdSource& ids, TaakService& taken, klantcontact::KlantcontactService& contacten,
                    klantcontact::AanleverService& aangeleverd, klantcontact::ActorService& actoren)
        : clock_(clock), werk_(werk), ids_(ids), taken_(taken), contacten_(contacten), aangeleverd_(aangeleverd), actoren_(actoren) {}

    // invalid on "standaardnummer" and "referentienummer" that another taak of the gemeente has.
    Result<Taak> add(store::Tx&, const access::Caller&, const Aanlevering&);
    Result<Taak> change(store::Tx&, const access::Caller&, const Aanpassing&);
    // Not listed any more, and its work ends as withdrawn; the row goes with its werk.
    Result<Done> withdraw(store::Tx&, const access::Caller&, Id<dichtbij::Taak>, std::string_view reden);
    // The work of all taken of a klantcontact that is about to be hidden, but for its own werk.
    Result<Done> withdraw_of(store::Tx&, const access::Caller&, Id<Klantcontact>, std::string_view reden);
    // No taak names this actor any more. For who removes it.
    void forget_actor(store::Tx&, const Uuid& actor);

  private:
    using Bestemming = std::optional<werk::Bestemming>;
    Result<Bestemming> destination_of(store::Tx&, const access::Caller&, Id<Gemeente>, const std::vector<Uuid>& actoren);
    std::optional<werk::NaarMedewerker> as_person(store::Tx&, const klantcontact::Actor&);
    std::optional<werk::NaarTeam> as_team(store::Tx&, const klantcontact::Actor&);
    Result<Done> check_nummers(store::Tx&, Id<Gemeente>, const Taak* before, const Aanlevering&);
    Result<Taak> apart(store::Tx&, const access::Caller&, Taak);
    Result<Done> change_words(store::Tx&, const access::Caller&, const Taak&, const Aanlevering&);
    Result<Done> change_actoren(store::Tx&, const access::Caller&, const Taak&, const Aanlevering&);
    Result<Done> change_status(store::Tx&, const access::Caller&, const Taak&, const Aanpassing&);
    Result<Done> move(store::Tx&, const access::Caller&, Taak, Id<Klantcontact> to);
    Result<Done> end(store::Tx&, const access::Caller&, Taak, std::optional<Instant> op);

    const Clock& clock_;
    werk::WerkService& werk_;
    IdSource& ids_;
    TaakService& taken_;
    klantcontact::KlantcontactService& contacten_;
    klantcontact::AanleverService& aangeleverd_;
    klantcontact::ActorService& actoren_;
};

}  // namespace dichtbij::taak
