#pragma once
// What is asked of a case. Each act names the case and the version of it that was seen.

#include <optional>
#include <string>
#include <vector>

#include "bericht/bericht.h"
#include "werk/opdracht.h"
#include "zaak/besluit.h"
#include "zaak/termijn.h"
#include "zaak/zaak.h"
#include "zaak/zaaktaak.h"

namespace dichtbij::zaak {

// The case as the caller saw it; another version now is a conflict ("fout.gewijzigd").
struct Bij {
    Id<dichtbij::Zaak> zaak;
    std::int64_t versie = 0;
};

// The words for the resident that go with an act, edited from a template; or why nobody is written to. Required
// when there is someone to write to; refused in a deelzaak and in a case without an applicant. Limits are those
// of bericht.h.
struct Inwonerbericht {
    std::string onderwerp;
    std::string tekst;
    std::string niet_omdat = {};                        // instead of words: he died, he was told at the counter
};

struct NieuweRol {
    Rolsoort soort = Rolsoort::belanghebbende;
    std::optional<Id<Partij>> partij;                   // this or `medewerker`
    std::optional<Id<Medewerker>> medewerker;
    std::optional<Id<Partij>> namens;                   // of a gemachtigde; none: the initiator
    std::string machtiging;                             // of a gemachtigde; required
    std::optional<Day> van;                             // none: today
    std::optional<Day> tot;
};

// What another system did of a case that is taken over from it, by the system only. Nobody is written to, no task is
// made, and what happened there counts in no norm.
struct Overgenomen {
    std::string extern_id;                              // there; required, once in a gemeente
    std::string status;                                 // code; "": the first
    std::string resultaat;                              // code; together with `einddatum`: it ended there
    std::optional<Day> einddatum;
};

struct NieuweZaak {
    Id<Gemeente> gemeente;
    Id<dichtbij::Zaaktype> zaaktype;
    std::string omschrijving;                           // empty: the name of the case type
    std::string toelichting;
    std::optional<Day> startdatum;                      // of receipt; none: of the question, or today
    std::string kanaal;                                 // empty: that of the question; else required
    std::string taal;                                   // ISO 639-2/B; empty: that of the question, or Dutch
    std::optional<Vertrouwelijkheid> vertrouwelijkheid; // none: that of the case type
    // What it begins with, at most one: the case takes over its werk, and the clocks run on. Of a question
    // that a case took over already: a werk of its own.
    std::optional<Id<Klantcontact>> klantcontact;
    std::optional<Id<Taak>> taak;
    std::optional<Id<dichtbij::Zaak>> hoofdzaak;
    std::vector<NieuweRol> rollen;                      // without an initiator: whose question it was
    std::vector<Eigenschapswaarde> eigenschappen;
    std::optional<Day> bestreden_besluit;               // of an objection: the day that decision was published
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    std::optional<werk::Bestemming> naar;               // none: the team of the case type, and who the routing names in it
    std::optional<werk::Belofte> belofte;               // none: the service norm of the case type
    std::optional<Overgenomen> overgenomen = {};        // not with a question or a task
};

struct Wijziging {
    Bij bij;
    std::string omschrijving;
    std::string toelichting;
    Vertrouwelijkheid vertrouwelijkheid = Vertrouwelijkheid::zaakvertrouwelijk;
};

struct Statuswijziging {
    Bij bij;
    std::string status;                                 // the next, or one before; the end by `Sluiting` only
    std::string toelichting;                            // required when it goes back
};

struct Opschorten {
    Bij bij;
    Opschortingsgrond grond = Opschortingsgrond::aanvulling;
    std::string reden;
    std::optional<Day> medegedeeld_datum;               // when the applicant was told or agreed; none: today
    std::optional<Day> tot_uiterlijk;                   // first day that counts again; required with aanvulling
    std::string wachten_op;                             // until what; this or the day is required
    std::optional<Day> beloofd_datum;                   // another promise, told with the message
    std::optional<Inwonerbericht> bericht;
};

struct Hervatten {
    Bij bij;
    Opschortingsgrond grond = Opschortingsgrond::aanvulling;
    std::optional<Day> hervat_datum;                    // completed, arrived: the first day that counts again; none: today
    std::string toelichting;
    std::optional<Day> beloofd_datum;
    std::optional<Inwonerbericht> bericht;
};

struct Verlengen {
    Bij bij;
    Verlengingsgrond grond = Verlengingsgrond::besluit;
    int aantal = 0;                                     // in the unit of the case type's extension, else of its term
    std::string reden;
    std::optional<Day> beloofd_datum;
    std::optional<Inwonerbericht> bericht;              // the text of the letter
};

struct NieuweIngebrekestelling {
    Bij bij;
    std::optional<Day> ontvangen_datum;                 // none: today
    std::string toelichting;
    std::optional<Inwonerbericht> bericht;
};

struct NieuwBesluit {
    Bij bij;
    std::string omschrijving;
    std::string toelichting;
    std::optional<Day> datum;                           // none: today
    std::optional<Day> verzonden_datum;                 // none: not published yet
    std::optional<Day> ingang_datum;
    std::optional<Day> verval_datum;
    std::optional<Rechtsmiddel> rechtsmiddel;           // none: that of the case type
    std::optional<Inwonerbericht> bericht;              // with verzonden_datum only
    std::string ontbreekt_omdat = {};                   // why it is decided without a document required for it
};

struct Verzending {
    Bij bij;
    Id<dichtbij::Besluit> besluit;
    std::optional<Day> verzonden_datum;                 // none: today
    std::optional<Inwonerbericht> bericht;
    std::string ontbreekt_omdat = {};                   // why it is published without a document required for it
};

struct Intrekking {  // of a decision
    Bij bij;
    Id<dichtbij::Besluit> besluit;
    std::string reden;
    std::optional<Inwonerbericht> bericht;
};

struct NieuweZaaktaak {
    Bij bij;
    std::string naam;
    Taaksoort soort = Taaksoort::intern_advies;
    std::string toelichting;
    std::optional<Day> uiterlijk_datum;                 // none: five working days
    std::optional<werk::Bestemming> naar;               // none: the casemanager and his team
};

// Asks the applicant for something. The letter is `bericht`; the answer is due on `antwoord_voor`.
struct VraagAanAanvrager {
    Bij bij;
    std::optional<Id<dichtbij::Zaaktaak>> taak;         // one that waits to be asked; none: a new one
    std::string vraag;                                  // in short
    Day antwoord_voor{};                                // first day that counts again
    enum class Termijn { loopt_door, staat_stil };
    Termijn termijn = Termijn::staat_stil;              // staat_stil: suspended on aanvulling (herstel_verzuim in an objection)
    std::optional<Day> beloofd_datum;
    std::optional<Inwonerbericht> bericht;
};

struct Antwoord {  // of the applicant, or that none came
    Id<dichtbij::Zaaktaak> taak;
    Taakuitkomst uitkomst = Taakuitkomst::beantwoord;
    std::string antwoord;
    std::optional<Day> ontvangen_datum;                 // none: today
    std::optional<Inwonerbericht> bericht;              // may be left out: an answer needs no message back
};

struct Taakafronding {
    Id<dichtbij::Zaaktaak> taak;
    Taakuitkomst uitkomst = Taakuitkomst::gedaan;
    std::string antwoord;                               // required with advice and refusal
    std::optional<Id<dichtbij::Document>> document = {}; // required when a document was to be sent and it was
};

struct Sluiting {
    Bij bij;
    std::string resultaat;                              // code of the case type
    std::string toelichting;
    std::string ontbreekt_omdat;                        // why it closes without a required document or decision
    std::optional<Inwonerbericht> bericht;
};

// The applicant withdraws it.
struct IntrekkingAanvraag {
    Bij bij;
    std::string resultaat;                              // code; "" with one result "ingetrokken" in the case type
    std::string reden;                                  // as the applicant said it; may be empty
    std::optional<Inwonerbericht> bericht;
};

struct Heropening {
    Bij bij;
    std::string reden;
    std::optional<Inwonerbericht> bericht;
};

struct Archiefdatum {  // of a closed case where it does not follow from anything else
    Bij bij;
    Day archiefactiedatum{};
    std::string reden;
};

// What lists are asked for.
enum class Loopt { open, gesloten };
BOOST_DESCRIBE_ENUM(Loopt, open, gesloten)

inline constexpr int zaken_limit = 200;                 // rows of a page

struct Plaats {  // the last row of a page
    std::int64_t sleutel = 0;                           // what the list is ordered by
    Uuid id{};
    bool operator==(const Plaats&) const = default;
    std::string text() const;
    static std::optional<Plaats> parse(std::string_view);
};

// Of open cases. wet: by last day of the law, those without one last.
enum class Zakenorde { belofte, wet };
BOOST_DESCRIBE_ENUM(Zakenorde, belofte, wet)

// Open cases by promise, the first that is due first, or by law (also with `laatste_voor`). Closed ones by their
// end, newest first.
struct Zakenvraag {
    Id<Gemeente> gemeente;
    Loopt loopt = Loopt::open;
    std::optional<Id<Team>> team;
    std::optional<Id<Medewerker>> eigenaar;
    std::optional<Id<dichtbij::Zaaktype>> zaaktype;
    std::string status;
    std::optional<Id<Partij>> partij;                   // who has a role today, also as a double
    std::optional<Day> laatste_voor;                    // open ones whose last day by law is before
    std::optional<Plaats> na;
    int limit = 50;
    Zakenorde orde = Zakenorde::belofte;
    bool operator==(const Zakenvraag&) const = default;
};

struct Zaakregel {
    Zaak zaak;                                          // masked when `afgeschermd`
    werk::Werk werk;
    bool afgeschermd = false;
};
struct Zakenpagina {
    std::vector<Zaakregel> regels;
    std::optional<Plaats> volgende;                     // none: the end
};

// What is wrong, field by field; what the case type and what is stored say is asked by the service.
std::vector<FieldError> problems(const NieuweZaak&, Day today);
std::vector<FieldError> problems(const NieuweRol&, const std::string& prefix);
std::vector<FieldError> problems(const Wijziging&);
std::vector<FieldError> problems(const Opschorten&, Day today);
std::vector<FieldError> problems(const Verlengen&);
std::vector<FieldError> problems(const NieuwBesluit&, Day today);
std::vector<FieldError> problems(const NieuweZaaktaak&, Day today);
std::vector<FieldError> problems(const VraagAanAanvrager&, Day today);
std::vector<FieldError> problems(const Inwonerbericht&);  // "bericht.onderwerp", "bericht.tekst"

}  // namespace dichtbij::zaak
