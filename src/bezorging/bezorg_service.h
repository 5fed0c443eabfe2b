#pragma once
// Messages that leave by mail, and what came of them. The Postbode takes what is due, gives it to the mail server outside any
// transaction and says what it answered; the mailbox says what came back.
//
// At least once: a departure has one Message-ID for all attempts, and only one whose acceptance was not noted goes again.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "bericht/bericht_service.h"
#include "bericht/verzend_service.h"
#include "bezorging/bezorging.h"
#include "mail/draad.h"
#include "mail/schrijf.h"
#include "partij/partij_service.h"
#include "werk/werk_service.h"

namespace dichtbij::bezorging {

// A mail to be given to the server: all but its HTML, which needs the look of the gemeente.
struct Opdracht {
    Id<dichtbij::Zending> zending;
    Id<Gemeente> gemeente;
    std::string gemeentenaam;
    std::string telefoon;
    std::string taal;          // nld or eng
    bool antwoordbaar = false;
    int poging = 1;
    mail::NieuweMail mail;     // `tekst` is the text of the message alone
};

// What a report says about a mail of ours (RFC 3464): mail::Rapport, as far as it matters here.
struct Terugmelding {
    std::string message_id;    // with or without < >
    bool blijvend = true;      // false: it takes longer
    std::string status;        // "5.1.1"; ""
    std::string uitleg;        // of the other server, one line
    std::string bericht = {};  // X-Dichtbij-Bericht of the mail it is about, for servers that write another Message-ID; ""
};

struct Teruggekomen {
    Id<dichtbij::Zending> zending;
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::optional<Id<Werk>> werk;
    bool blijvend = true;
};

struct BezorgBuren {
    bericht::VerzendService& verzenden;
    werk::WerkService& werk;
    partij::PartijService& partijen;
};

// An e-mail address of a person to which nothing goes any more.
struct Dichtadres {
    std::string adres;         // as it was given
    std::string sleutel;
    Instant sinds;
    std::string reden;         // code: "adres_onbekend"
};

class BezorgService {
  public:
    BezorgService(store::Store& store, const Clock& clock, const BezorgBuren& buren, mail::Draadsleutel draad, Mailopties opties)
        : store_(store), clock_(clock), in_(buren), draad_(std::move(draad)), opties_(std::move(opties)) {}

    // What may go now, at most `limit`: within the rate, one alone while the server is away. Whom we cannot reach by mail
    // gets it otherwise, at once. Who takes something has it for VerzendService::in_hand.
    std::vector<Opdracht> take(Instant now, int limit);
    // What the server answered. Says who is to be told that a message failed.
    void report(Id<dichtbij::Zending>, const mail::Smtpantwoord&, Instant now);
    // Could not be written at all.
    void unwritable(Id<dichtbij::Zending>, mail::Schrijffout, Instant now);
    // Was taken and not tried, because the server went away meanwhile.
    void give_back(const std::vector<Id<dichtbij::Zending>>&, Instant now);

    // A report came in about a mail of ours. For good: its messages have not arrived, the owner of the work is told, and an
    // address that does not exist is written to no more. Else it is noted. not_found: none of ours. Harmless when said again.
    Result<Teruggekomen> teruggekomen(store::Tx&, const Terugmelding&, Instant now);
    // A mail of a resident about this work: ours that follow name it (In-Reply-To, References).
    void onthoud(store::Tx&, Id<Werk>, std::string_view message_id, Instant now);
    // Somebody wrote to us from this address: it works.
    void adres_werkt(store::Tx&, Id<Partij>, std::string_view adres);

    // What is known of a departure, for who may see its message: no rights checked.
    std::optional<Mailbezorging> of_zending(store::Tx&, Id<dichtbij::Zending>) const;
    Serverstand stand(store::Tx&) const;
    // Of a person the caller may see; his address is read by the screen that calls this.
    std::vector<Dichtadres> dichte_adressen(store::Tx&, Id<Partij>) const;
    // An employee says that an address works (again): mail goes there from now on.
    Result<Done> adres_weer_open(const access::Caller&, Id<Partij>, std::string_view sleutel);

    // Nothing that says who or where. For PartijService::on_wissen.
    void forget_partij(store::Tx&, Id<Partij>);

    const Mailopties& opties() const { return opties_; }

  private:
    std::optional<Opdracht> prepare(store::Tx&, const bericht::Uitgaand&, Instant now);
    std::optional<std::string> address_of(store::Tx&, const bericht::Uitgaand&, std::string& fout) const;
    void fill_thread(store::Tx&, Opdracht&, std::optional<Id<Werk>>, bool by_machine) const;
    void gave_up(store::Tx&, const Mailbezorging&, std::string_view status, Instant now);
    void server_is_away(store::Tx&, const mail::Smtpantwoord&, Instant now);
    const Afzender& afzender(std::string_view code) const;

    store::Store& store_;
    const Clock& clock_;
    const BezorgBuren in_;
    const mail::Draadsleutel draad_;
    const Mailopties opties_;
};

}  // namespace dichtbij::bezorging
