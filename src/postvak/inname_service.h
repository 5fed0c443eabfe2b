#pragma once
// Mail comes in. First it is kept as it is; then a worker makes it a contact with an owner and a promise, or says why it
// is no question. Nothing disappears: what cannot be understood is a contact with a notice too.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bericht/bericht_service.h"
#include "bericht/voorstel_service.h"
#include "document/document_service.h"
#include "html/catalogue.h"
#include "mail/draad.h"
#include "postvak/mail_store.h"
#include "postvak/postvak.h"
#include "taak/taak_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::postvak {

// Reads a mail; never throws on any input. In the program the one that reads apart, in tests what the test gives.
using Lezer = std::function<mail::Mail(std::string_view ruw)>;
// Told in the transaction that keeps the report. Whether it was about a message of ours.
using OpBezorgmelding = std::function<bool(store::Tx&, const Bezorgmelding&)>;

// A mail that became a contact, told in its transaction: answers name it, and its sender's address works.
struct Binnengekomen {
    Id<Werk> werk;
    std::string message_id;           // without < >; "" when it had none
    std::optional<Id<Partij>> partij;
    std::string van_adres;
    Echtheid echtheid = Echtheid::onbekend;
};
using OpContact = std::function<void(store::Tx&, const Binnengekomen&)>;

// All outlive the service.
struct InnameDelen {
    store::Store& store;
    const Clock& clock;
    IdSource& ids;
    werk::WerkService& werk;
    partij::PartijService& partijen;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    zaak::ZaakService& zaken;
    bericht::BerichtService& berichten;
    const bericht::VoorstelService& voorstellen;
    document::DocumentService& documenten;
    document::FileStore& bestanden;
    const html::Catalogue& texts;
    const mail::Draadsleutel& draad;
};

class InnameService {
  public:
    // `authserv_id`: the name under which our own mail server says who a mail is from; empty: it is never believed.
    InnameService(const InnameDelen& delen, Lezer lezer, std::string authserv_id = "")
        : in_(delen), lezer_(std::move(lezer)), authserv_id_(std::move(authserv_id)) {}

    // Before serving.
    void on_bezorgmelding(OpBezorgmelding act) { op_bezorgmelding_ = std::move(act); }
    void on_contact(OpContact act) { op_contact_ = std::move(act); }

    // Whether mail for this address is taken in: of an active mailbox, with or without a token behind a "+".
    bool kent(std::string_view ontvanger);
    // For each recipient in order. It is durable when this returns; throws store::Unavailable or std::system_error when
    // the machine breaks, and then nothing was promised. The same mail twice is kept once.
    std::vector<Ontvangst> ontvang(const Envelop&, std::string_view ruw, Instant now);

    // A timer: works off what waits, each mail in a transaction of its own. May run on several nodes.
    struct Verwerkt {
        int gedaan = 0;
        bool meer = false;
    };
    Verwerkt verwerk(Instant now, int limit);

  private:
    struct Bezig;
    std::optional<RuweMailRij> claim(Instant now);
    void one(const RuweMailRij&);
    std::string ruwe_tekst(const RuweMailRij&);
    Result<Done> keep_silent(const RuweMailRij&, const mail::Mail&, Mailstaat, std::string reden);
    Result<Done> make_contact(const RuweMailRij&, const mail::Mail&);
    Result<Done> make_notice(const RuweMailRij&, const mail::Mail&, std::string reden);
    Result<Done> contact(store::Tx&, Bezig&);
    void find_draad(store::Tx&, Bezig&);
    bool is_van_de_zaak(store::Tx&, const werk::Werk&, const Bezig&);
    Result<Done> find_partij(store::Tx&, Bezig&);
    void propose(store::Tx&, Bezig&);
    Result<Done> answer_in_draad(store::Tx&, Bezig&);
    Result<Done> new_question(store::Tx&, Bezig&);
    klantcontact::NieuwKlantcontact as_contact(store::Tx&, const Bezig&) const;
    Result<Done> register_task(store::Tx&, Bezig&, const klantcontact::NieuwKlantcontact&);
    Result<Done> add_files(store::Tx&, Bezig&);
    void acknowledge(store::Tx&, Bezig&);
    void finish(store::Tx&, Bezig&);

    InnameDelen in_;
    Lezer lezer_;
    std::string authserv_id_;
    OpBezorgmelding op_bezorgmelding_;
    OpContact op_contact_;
};

// One English sentence per fault.
std::vector<std::string> postvak_check(store::Tx&, Instant now);

}  // namespace dichtbij::postvak
