#pragma once
// What employees see of the mail that came in and do with it. The list is for who takes contacts, leads or manages in
// the gemeente; of a confidential domain they may not read it says only that there was a mail. The raw mail is for
// managers and administrators, and reading it stands in the access log.

#include <optional>
#include <string>
#include <vector>

#include "access/access_log.h"
#include "document/document_service.h"
#include "klantcontact/klantcontact_service.h"
#include "postvak/mail_store.h"
#include "postvak/postvak.h"

namespace dichtbij::postvak {

struct Mailregel {
    RuweMailRij mail;             // masked when `afgeschermd`
    bool afgeschermd = false;
};

struct Mailpagina {
    std::vector<Mailregel> regels;   // newest first
    std::optional<Id<dichtbij::RuweMail>> volgende;
    std::vector<std::pair<Mailstaat, std::int64_t>> aantallen;  // of wacht, mislukt, apart, stil
};

struct Mailbeeld {
    RuweMailRij mail;
    MailtekstRij tekst;
    std::string contactnummer;
    std::vector<std::string> postvakken;            // names
    std::vector<document::Documentregel> bijlagen;
    std::string voorgesteld;                        // names of subjects
    std::string gekozen;
    std::string suggestie;                          // number of the work it may belong to
    bool mag_ruw = false;
};

class MailService {
  public:
    struct Delen {
        store::Store& store;
        const Clock& clock;
        werk::WerkService& werk;
        klantcontact::KlantcontactService& contacten;
        document::DocumentService& documenten;
        document::FileStore& bestanden;
        access::AccessLog& log;
    };
    explicit MailService(const Delen& delen) : in_(delen) {}

    Result<Mailpagina> search(const access::Caller&, const Zoekmail&);
    // Of the work and who may read it, newest first; the reading is logged by the page around it.
    Result<std::vector<Mailbeeld>> of_werk(const access::Caller&, Id<Werk>);
    // The HTML of a mail of a work that he may read, as it came: to be made safe before it is shown. "" when it had none.
    Result<std::string> opmaak(const access::Caller&, Id<dichtbij::RuweMail>);
    // The bytes as they came in.
    Result<std::string> raw(const access::Caller&, Id<dichtbij::RuweMail>);
    // A file that came with a mail of this work.
    Result<document::Versie> attachment(const access::Caller&, Id<Werk>, Id<dichtbij::DocumentVersie>);
    // What was put aside or no question becomes a contact after all, by the worker.
    Result<Done> handle(const access::Caller&, Id<dichtbij::RuweMail>);
    // What was put aside stays so; somebody looked.
    Result<Done> leave(const access::Caller&, Id<dichtbij::RuweMail>);
    // It is about this: corrects the contact, and what its words teach.
    Result<Done> correct_subject(const access::Caller&, Id<dichtbij::RuweMail>, Id<Onderwerp>, std::string_view reden);
    // It belongs to what was suggested: its owner is told.
    Result<Done> link(const access::Caller&, Id<dichtbij::RuweMail>);

    const document::Inhoudsgrenzen& grenzen() const { return in_.documenten.grenzen(); }
    document::DocumentService& documenten() { return in_.documenten; }

  private:
    Result<RuweMailRij> visible(store::Tx&, const access::Caller&, Id<dichtbij::RuweMail>) const;
    Result<RuweMailRij> undecided(store::Tx&, const access::Caller&, Id<dichtbij::RuweMail>) const;
    Mailbeeld beeld(store::Tx&, const access::Caller&, const RuweMailRij&);

    Delen in_;
};

}  // namespace dichtbij::postvak
