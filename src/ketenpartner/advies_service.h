#pragma once
// Asking an organisation outside, and its answer. Employees: who may read the case sees its questions, who may act
// on the task or the case asks, extends and withdraws. Outside: a link that only its receiver has, and a code that
// went another way; the gemeente is told of wrong codes, and all that is opened stands in the access log and in the
// timeline of the case.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "document/document_service.h"
#include "http/rate_limit.h"
#include "ketenpartner/advies.h"
#include "portaal/volgen_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::ketenpartner {

struct Adviesburen {
    store::Store& store;
    const Clock& clock;
    IdSource& ids;
    zaak::ZaakService& zaken;
    werk::WerkService& werk;
    document::DocumentService& documenten;
    access::AccessLog& log;
};

// Words of the messages are made by the screen: it knows language and addresses.
struct Brief {
    std::string onderwerp;
    std::string tekst;
};
struct Adviesbrieven {
    std::function<Brief(const std::string& link)> link;  // `link`: the secret, for an address
    std::function<Brief(const std::string& code)> code;
};

// A question with what the page of the case shows of it.
struct Adviesbeeld {
    Adviesvraag vraag;
    Adviesstand stand = Adviesstand::wacht;
    std::string taaknummer;
    std::string antwoord;
    std::vector<std::string> documenten;  // titles
    std::string gesteld_door;
};

// What can be asked in this case, and with which documents.
struct Advieskeuze {
    zaak::Zaak zaak;
    bool mag = false;                                // the caller may act on the case
    bool mag_naar_buiten = false;
    std::vector<document::Documentregel> documenten; // only those that may be chosen
    std::vector<zaak::Zaaktaak> taken;               // open ones he may act on, of kind extern_advies, not asked yet
};

struct Adviespagina {
    zaak::Zaak zaak;
    bool mag = false;
    bool mag_naar_buiten = false;
    std::vector<Adviesbeeld> vragen;                 // newest first
};

struct Bij {  // a question as the caller saw it
    Id<dichtbij::Zaak> zaak;
    Id<dichtbij::Adviesvraag> vraag;
    std::int64_t revisie = 0;
};

// Who comes from outside.
struct Bezoeker {
    Id<Gemeente> gemeente;
    std::string adres;       // of the client: for the limits
    std::string request_id;
};

struct Behandelaar {
    std::string naam;
    std::string functie;
    std::string telefoon;    // of the employee, else of the gemeente; may be empty
    std::string email;
};

// What someone outside may know. Documents only while an answer can come.
struct Buitenbeeld {
    Adviesstand stand = Adviesstand::wacht;
    std::string organisatie;
    std::string contactpersoon;
    std::string zaaknummer;
    std::string vraag;
    Day laatste_datum{};
    Behandelaar behandelaar;
    std::vector<document::Documentregel> documenten;
    std::string antwoord;                            // of who answered: his own words
    std::optional<Instant> beantwoord_op;
};

// Before the code.
struct Poort {
    Adviesstand stand = Adviesstand::wacht;
    std::string organisatie;
    Codeweg codeweg = Codeweg::sms;
    int pogingen_over = 0;
};

class AdviesService {
  public:
    // `post` nullptr: nothing can be sent, so nothing can be asked.
    AdviesService(const Adviesburen& buren, portaal::Codepost* post);
    bool kan_vragen() const { return post_ != nullptr; }

    // conflict "advies.uit" without post, "advies.fout.vertrouwelijk" for what may not go outside.
    Result<Adviesvraag> ask(const access::Caller&, const NieuweAdviesvraag&, const Adviesbrieven&);
    // conflict "advies.fout.klaar" after an answer or another end, "fout.gewijzigd" for another revision.
    Result<Adviesvraag> withdraw(const access::Caller&, const Bij&, const Brief& aan_partner);
    // Also of one whose last day is over.
    Result<Adviesvraag> extend(const access::Caller&, const Bij&, Day laatste_datum, const Brief& aan_partner);
    Result<Adviespagina> of_zaak(const access::Caller&, Id<dichtbij::Zaak>);
    Result<Advieskeuze> keuze(const access::Caller&, Id<dichtbij::Zaak>);

    // Outside. not_found for a link that nobody has; conflict "advies.te_vaak" with the minutes to wait.
    Result<Poort> poort(const Bezoeker&, std::string_view link);
    // The secret of a visit, for a cookie. invalid on "code" with the attempts that are left; conflict when the
    // question ended. `gesloten`: note for the owner when this was the last attempt.
    Result<std::string> enter(const Bezoeker&, std::string_view link, std::string_view code, std::string_view gesloten);
    // Another code by the same way; wrong attempts stay counted.
    Result<Done> new_code(const Bezoeker&, std::string_view link, const std::function<Brief(const std::string& code)>&);
    // Nothing: no visit runs. Writes the reading down.
    std::optional<Buitenbeeld> look(const Bezoeker&, std::string_view bezoek);
    Result<document::Versie> document(const Bezoeker&, std::string_view bezoek, Id<dichtbij::DocumentVersie>);
    // Ends the task with the text, adds the files to the case and tells the owner. invalid on "antwoord" and "bestand";
    // not_found without a visit; conflict when the question ended.
    Result<Done> answer(const Bezoeker&, std::string_view bezoek, std::string_view antwoord, const std::vector<document::Ontvangen>&);

  private:
    struct Open;
    std::optional<Open> opened(store::Tx&, Adviesvraag) const;
    std::optional<Open> visited(store::Tx&, Id<Gemeente>, std::string_view bezoek) const;
    Result<zaak::Zaaktaak> task_for(store::Tx&, const access::Caller&, const NieuweAdviesvraag&);
    Result<Done> check_documenten(store::Tx&, const access::Caller&, const NieuweAdviesvraag&, const zaaktype::Zaaktype&);
    Result<Adviesvraag> editable(store::Tx&, const access::Caller&, const Bij&);
    bool may_act(store::Tx&, const access::Caller&, const zaak::Zaak&) const;
    std::vector<document::Documentregel> documenten_of(store::Tx&, const Open&) const;
    Behandelaar behandelaar_of(store::Tx&, const zaak::Zaak&) const;
    void tell(store::Tx&, const access::Caller&, std::string gebeurtenis, const Open&, std::string woorden, const Uuid* document = nullptr) const;
    void close_after_guesses(store::Tx&, const access::Caller&, Open&, std::string_view gesloten);
    void record(const Bezoeker&, const std::optional<Open>&, std::string_view wat) const;
    Result<Done> take_turn(const Bezoeker&);

    const Adviesburen in_;
    portaal::Codepost* const post_;
    http::RateLimiter per_adres_;
    http::RateLimiter per_vraag_;
};

}  // namespace dichtbij::ketenpartner
