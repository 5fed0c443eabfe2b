#pragma once
// A contact in hand: kept from the first key, saved in one transaction as a conversation with its questions,
// each with its werk, and a taak for what is handed on.

#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "balie/concept_store.h"
#include "balie/contactformulier.h"
#include "klantcontact/klantcontact_service.h"
#include "organisatie/organisatie_service.h"
#include "partij/partij_service.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"

namespace dichtbij::balie {

inline constexpr int concepten_limit = 12;   // in hand at once, per employee

struct Concept {
    Id<Gesprek> id;
    Id<Gemeente> gemeente;
    ContactInvoer invoer;
    Instant begonnen_op;
    Instant gewijzigd_op;
    std::int64_t versie = 1;
};

// What was saved of one question.
struct Vastgelegd {
    std::string nummer;               // of the contact, or of the taak when it was handed on
    std::string onderwerp;
    Afloop afloop = Afloop::beantwoord;
    std::optional<Instant> beloofd_op;
    std::string eigenaar;             // name, when handed on
};

struct Gesprekverslag {
    Id<Gesprek> gesprek;
    std::vector<Vastgelegd> vragen;
};

// What the employee can say aloud before saving: who gets it, why, and when the resident hears.
struct Voorstel {
    organisatie::Route route;
    std::string team;
    std::string eigenaar;
    std::optional<werk::Vooruitblik> belofte;
};

class BalieService {
  public:
    BalieService(store::Store&, const Clock&, IdSource&, werk::WerkService&, klantcontact::KlantcontactService&,
                 taak::TaakService&, partij::PartijService&);

    // A new contact of the caller; conflict "balie.fout.te_veel" beyond the limit. not_found, also of keep,
    // with a partij of a gemeente where he has no role.
    Result<Id<Gesprek>> start(const access::Caller&, Id<Gemeente>, const ContactInvoer&);
    // Only one's own drafts: of a colleague they are not found.
    Result<Concept> get(const access::Caller&, Id<Gesprek>);
    // Keeps what is typed, whole or half. invalid when a limit is exceeded.
    Result<Done> keep(const access::Caller&, Id<Gesprek>, const ContactInvoer&);
    Result<Done> discard(const access::Caller&, Id<Gesprek>);
    // Conversation, contacts, tasks; the draft goes. Nothing of it when any part fails.
    Result<Gesprekverslag> save(const access::Caller&, Id<Gesprek>, const ContactInvoer&);
    // As saving would do it: not_found with a subject of another gemeente, invalid with a team or person that
    // does not work for it.
    Result<Voorstel> propose(const access::Caller&, Id<Gemeente>, const ContactInvoer&, std::size_t vraag);

  private:
    Result<ConceptRij> own(store::Tx&, const access::Caller&, Id<Gesprek>) const;
    Result<Vastgelegd> save_vraag(store::Tx&, const access::Caller&, const ConceptRij&, const ContactInvoer&, const VraagInvoer&);
    Result<std::string> title_of(store::Tx&, const access::Caller&, const ContactInvoer&) const;
    Result<Done> aim(store::Tx&, organisatie::Route&, const werk::Bestemming&, Id<Gemeente>) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    klantcontact::KlantcontactService& contacten_;
    taak::TaakService& taken_;
    partij::PartijService& partijen_;
};

}  // namespace dichtbij::balie
