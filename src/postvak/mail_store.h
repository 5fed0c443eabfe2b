#pragma once
// SQL of the mail that came in.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "postvak/postvak.h"
#include "postvak/voorstel.h"
#include "store/store.h"

namespace dichtbij::postvak {

struct RuweMailRij {
    Id<dichtbij::RuweMail> id;
    Id<Gemeente> gemeente;
    std::string hash;                        // of the raw text: 64 hexadecimal digits
    std::string envelop_van;
    std::int64_t bytes = 0;
    Id<Bestand> bestand;
    Instant ontvangen_op;
    Mailstaat staat = Mailstaat::wacht;
    int pogingen = 0;
    Instant volgende_op;
    bool toch = false;                       // an employee said that it is a question
    mail::Soort soort = mail::Soort::mens;
    std::string reden;                       // why it is no question: a header, or a key of the catalogue
    std::string message_id;
    std::string inhoud_hash;
    std::string van_naam;
    std::string van_adres;                   // lower case
    std::string onderwerp;
    std::optional<Id<Werk>> werk;
    std::optional<Id<Klantcontact>> klantcontact;
    std::string domein;                      // confidential domain of the work, or ""
    Bevestigingsrem rem = Bevestigingsrem::geen;
    std::optional<Instant> bevestigd_op;
    std::optional<Instant> verwerkt_op;
};
BOOST_DESCRIBE_STRUCT(RuweMailRij, (),
                      (id, gemeente, hash, envelop_van, bytes, bestand, ontvangen_op, staat, pogingen, volgende_op, toch, soort, reden, message_id, inhoud_hash, van_naam,
                       van_adres, onderwerp, werk, klantcontact, domein, rem, bevestigd_op, verwerkt_op))

struct MailtekstRij {
    Id<dichtbij::RuweMail> mail;
    std::optional<Id<Partij>> partij;
    std::string tekst;
    std::string citaat;
    std::string html;
    std::string aan;                         // other recipients, comma separated
    Echtheid echtheid = Echtheid::onbekend;
    std::optional<Id<Onderwerp>> voorgesteld;
    std::string gronden;                     // words, comma separated
    std::optional<Id<Onderwerp>> gekozen;    // by a person, instead
    std::optional<Id<Werk>> suggestie;       // it may belong to this
    std::optional<Instant> gekoppeld_op;
    std::string geweigerd;                   // attachments that stay in the raw mail: "name\tkey" a line
    std::string gebreken;                    // codes, comma separated
};
BOOST_DESCRIBE_STRUCT(MailtekstRij, (),
                      (mail, partij, tekst, citaat, html, aan, echtheid, voorgesteld, gronden, gekozen, suggestie, gekoppeld_op, geweigerd, gebreken))

void insert_mail(store::Tx&, const RuweMailRij&);
void save_mail(store::Tx&, const RuweMailRij&);
void add_postvak(store::Tx&, Id<dichtbij::RuweMail>, Id<dichtbij::Postvak>, std::string_view ontvanger);  // once
std::optional<RuweMailRij> find_mail(store::Tx&, Id<dichtbij::RuweMail>);
std::optional<RuweMailRij> find_mail_by_hash(store::Tx&, Id<Gemeente>, std::string_view hash);
// The next that waits, held against other workers.
std::optional<RuweMailRij> next_waiting(store::Tx&, Instant now);
// The same words of the same sender under the same Message-ID, that are a contact already.
std::optional<RuweMailRij> find_handled(store::Tx&, const RuweMailRij&);
// The newest contact of any of these Message-IDs.
std::optional<Id<Werk>> werk_met_message_id(store::Tx&, Id<Gemeente>, const std::vector<std::string>&);
std::int64_t count_contacts_since(store::Tx&, Id<Gemeente>, std::string_view adres, Instant);
std::int64_t count_acknowledged_since(store::Tx&, Id<Gemeente>, std::string_view adres, Instant);
std::vector<Id<dichtbij::Postvak>> postvakken_of_mail(store::Tx&, Id<dichtbij::RuweMail>);
std::vector<Id<dichtbij::Postvak>> postvakken_of_contact(store::Tx&, Id<Klantcontact>);  // also of its doubles
std::vector<std::string> ontvangers_of_mail(store::Tx&, Id<dichtbij::RuweMail>);

void insert_tekst(store::Tx&, const MailtekstRij&);
void save_tekst(store::Tx&, const MailtekstRij&);
std::optional<MailtekstRij> find_tekst(store::Tx&, Id<dichtbij::RuweMail>);

struct Zoekmail {
    Id<Gemeente> gemeente;
    std::optional<Mailstaat> staat;
    std::string woord;                                   // an address or a Message-ID, whole
    std::optional<Id<dichtbij::RuweMail>> voor;          // the last of the page before
    int limit = 50;
};
std::vector<RuweMailRij> search_mail(store::Tx&, const Zoekmail&);
std::vector<RuweMailRij> mail_of_werk(store::Tx&, Id<Werk>, int limit);  // newest first; no doubles
std::vector<RuweMailRij> mail_of_contact(store::Tx&, Id<Klantcontact>);
std::int64_t count_mail(store::Tx&, Id<Gemeente>, Mailstaat);

std::vector<Les> lessen_of(store::Tx&, Id<Gemeente>, const std::vector<std::string>& woorden);
void learn(store::Tx&, Id<Gemeente>, Id<Onderwerp>, const std::vector<std::string>& woorden, Instant now);
void unlearn(store::Tx&, Id<Gemeente>, Id<Onderwerp>, const std::vector<std::string>& woorden);

void delete_mail(store::Tx&, const RuweMailRij&);
std::vector<RuweMailRij> loose_before(store::Tx&, Instant, int limit);
std::vector<RuweMailRij> all_of_werk(store::Tx&, Id<Werk>);
std::vector<RuweMailRij> all_of_partij(store::Tx&, Id<Partij>);
std::int64_t delete_lessen_before(store::Tx&, Instant, int limit);
std::vector<RuweMailRij> waiting_since(store::Tx&, Instant, int limit);
std::vector<RuweMailRij> without_contact(store::Tx&, int limit);  // handled, and its contact is not there

}  // namespace dichtbij::postvak
