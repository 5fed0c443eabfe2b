#pragma once
// Filling in: a draft from the first page to sending. A draft is of the browser that began it, or of who was signed in;
// nobody else finds it. A link to go on elsewhere shows nothing: it asks for a code by e-mail, or for the same sign-in.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "bericht/bericht_service.h"
#include "document/document_service.h"
#include "formulier/antwoord.h"
#include "formulier/formulier_service.h"
#include "formulier/formulier_store.h"
#include "html/catalogue.h"
#include "portaal/volgen_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::formulier {

struct Concept {
    ConceptRij rij;
    std::shared_ptr<const Definitie> definitie;
    Antwoorden antwoorden;   // as typed
    Antwoorden zichtbaar;
    std::vector<document::Documentregel> bestanden;
};

// Who asks: his session, and the secret of his browser.
struct Toegang {
    const portaal::Inwoner& inwoner;
    bool ingelogd = false;   // there is a session of someone who signed in; without one an Inwoner says nothing
    std::string browser;
    access::Caller caller;
    std::string adres;       // of the client, for the brakes
};

struct Invulburen {
    store::Store& store;
    const Clock& clock;
    IdSource& ids;
    FormulierService& formulieren;
    partij::PartijService& partijen;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    zaak::ZaakService& zaken;
    werk::WerkService& werk;
    bericht::BerichtService& berichten;
    document::DocumentService& documenten;
    access::AccessLog& log;
    const html::Catalogue& texts;
    portaal::Codepost* post = nullptr;  // nullptr: no codes are sent, and addresses are not confirmed
};

document::Documentobject documentobject(Id<FormulierConcept>);
document::Documentobject documentobject(Id<dichtbij::Inzending>);

class InvulService {
  public:
    explicit InvulService(const Invulburen& buren)
        : in_(buren), begonnen_({.burst = 30, .refill_per_minute = 2}), verstuurd_({.burst = 10, .refill_per_minute = 1}), codes_({.burst = 6, .refill_per_minute = 0.5}) {}

    bool kan_code() const { return in_.post != nullptr; }
    FormulierService& formulieren() { return in_.formulieren; }

    // not_found when it is not offered; forbidden when it asks for (a higher) sign-in; conflict
    // "formulier.fout.te_vaak" for too many from one address.
    Result<Id<FormulierConcept>> begin(const Toegang&, std::string_view code);
    // not_found when it is another's, over or sent.
    Result<Concept> get(const Toegang&, Id<FormulierConcept>);
    // The answers of one page, right or wrong, are kept; what is wrong comes back. `groep`: a group that gets one more.
    struct Bewaard {
        Concept concept_;
        std::vector<FieldError> fouten;
    };
    Result<Bewaard> keep(const Toegang&, Id<FormulierConcept>, std::string_view pagina, const http::Params&);
    Result<Done> add_herhaling(const Toegang&, Id<FormulierConcept>, std::string_view groep);
    Result<Done> remove_herhaling(const Toegang&, Id<FormulierConcept>, std::string_view groep);
    void note_pagina(const Toegang&, Id<FormulierConcept>, std::string_view pagina);
    // invalid on the field. A file comes in by DocumentService::receive first.
    Result<Done> add_bestand(const Toegang&, Id<FormulierConcept>, std::string_view vraag, const document::Ontvangen&);
    Result<Done> remove_bestand(const Toegang&, Id<FormulierConcept>, std::string_view vraag, std::string_view document);

    // The address that must be confirmed before sending; nothing when there is none, or no code can be sent.
    std::optional<std::string> te_bevestigen(const Concept&) const;
    Result<Done> send_code(const Toegang&, Id<FormulierConcept>, const html::Texts&);
    // invalid "code" when it is wrong, old or tried too often.
    Result<Done> bevestig(const Toegang&, Id<FormulierConcept>, std::string_view code);

    // The link to go on elsewhere; "" as long as no code can be sent to who is not signed in. invalid "email".
    Result<std::string> bewaar_voor_later(const Toegang&, Id<FormulierConcept>, std::string_view email, const html::Texts&, std::string_view adres_zonder_sleutel);
    // What stands behind a link.
    struct Verder {
        Id<FormulierConcept> id;
        std::string code;
        bool vraagt_inloggen = false;
        bool is_van_hem = false;    // signed in as who began it, or in the browser where it began
    };
    Result<Verder> find_sleutel(const Toegang&, std::string_view sleutel);
    Result<Done> send_sleutelcode(const Toegang&, std::string_view sleutel, const html::Texts&);
    // The draft is of this browser from now on.
    Result<Id<FormulierConcept>> open_sleutel(const Toegang&, std::string_view sleutel, std::string_view code);

    // Contact, task or case, documents, answers, receipt: in one transaction, once. `akkoord`: the consent was given.
    // invalid with every field that is wrong; conflict "formulier.fout.*".
    Result<Ingezonden> indienen(const Toegang&, Id<FormulierConcept>, bool akkoord);
    // The receipt of a draft that was sent, as long as it is shown.
    Result<Ingezonden> ontvangst(const Toegang&, Id<FormulierConcept>);

    // What a resident sent, by whose it is. not_found when it is another's.
    Result<Ingezonden> van_inwoner(store::Tx&, const portaal::Inwoner&, Id<dichtbij::Inzending>);
    // For who may read the work.
    Result<std::vector<Ingezonden>> of_werk(const access::Caller&, Id<Werk>);
    std::optional<Id<Werk>> werk_of(store::Tx&, Id<Zaak>);  // no rights asked
    std::vector<document::Documentregel> bestanden_of(store::Tx&, const Inzending&);
    // The reading stands in the access log.
    Result<document::DocumentService::Gekozen> open_bestand(const access::Caller&, Id<DocumentVersie>);

  private:
    static std::string identity(const Toegang&);
    bool is_van(const Toegang&, const ConceptRij&) const;
    Result<Concept> own(store::Tx&, const Toegang&, Id<FormulierConcept>);
    Concept filled(store::Tx&, ConceptRij);
    void save(store::Tx&, Concept&);
    void prefill(store::Tx&, const Toegang&, const Definitie&, Antwoorden&) const;
    std::string new_code(ConceptRij&) const;
    Result<bool> take_code(ConceptRij&, std::string_view typed) const;
    std::optional<Id<Partij>> asker(store::Tx&, const Toegang&, const Concept&);
    Result<Ingezonden> make(store::Tx&, const Toegang&, Concept&, const Aanbod&);
    void write_receipt(store::Tx&, const Toegang&, const Inzending&, const Definitie&);
    std::vector<Antwoordregel> answers_of(const Concept&) const;

    const Invulburen in_;
    http::RateLimiter begonnen_, verstuurd_, codes_;
};

}  // namespace dichtbij::formulier
