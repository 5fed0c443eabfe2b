#pragma once
// What a resident may know of a case: his steps, the promise, what is asked of him. A page for residents is made
// from this and from nothing else, so what does not stand here cannot be told.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

#include "bericht/bericht.h"
#include "document/document.h"
#include "norm/legal_term.h"
#include "zaak/besluit.h"
#include "zaak/termijn.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

// volledig: whose case it is, who asked with him, who acts for them. beperkt: an interested party, who sees the
// status and what was sent to him. nummer: without signing in, by number.
enum class Volgzicht { volledig, beperkt, nummer };
BOOST_DESCRIBE_ENUM(Volgzicht, volledig, beperkt, nummer)

enum class Stapstand { klaar, nu, straks };
BOOST_DESCRIBE_ENUM(Stapstand, klaar, nu, straks)

struct Volgstap {
    zaaktype::Tweetalig naam;
    zaaktype::Tweetalig wij_doen;
    zaaktype::Tweetalig u_doet;
    Stapstand stand = Stapstand::straks;
    std::optional<Day> op;                              // when it was reached
};

// How the resident came to know of a date.
enum class Gehoord { eerste, bericht, op_verzoek, niet_bereikt };
BOOST_DESCRIBE_ENUM(Gehoord, eerste, bericht, op_verzoek, niet_bereikt)

struct Volgbelofte {
    Day datum{};
    std::optional<Instant> voor_op;                     // when it is promised to the hour
    Day gedaan{};
    Gehoord gehoord = Gehoord::eerste;
    std::string woorden;                                // why, as it was sent to him; else all that was sent
    bool operator==(const Volgbelofte&) const = default;
};

struct Volgopschorting {
    norm::Opschortingsgrond grond = norm::Opschortingsgrond::aanvulling;
    Day van{};
    std::optional<Day> tot_uiterlijk;
};

struct Volgverlenging {  // of the legal term; why was told in a message
    Verlengingsgrond grond = Verlengingsgrond::besluit;
    int aantal = 0;
    zaaktype::Termijneenheid eenheid = zaaktype::Termijneenheid::weken;
    Day medegedeeld{};
};

struct Volgingebrekestelling {  // his notice of default (Awb 4:17)
    Day ontvangen{};
    Day dwangsom_vanaf{};                               // first day of the penalty, without a decision before it
    bool loopt = true;                                  // nothing was decided yet
    std::int64_t bedrag_cent = 0;                       // until today, or until the decision
};

struct Volgantwoord {  // what he answered in his application
    zaaktype::Eigenschap gevraagd;
    std::string waarde;                                 // in normal form: see eigenschap.h
};

struct Volgvraag {  // asked of the applicant, and not answered yet
    Id<dichtbij::Zaaktaak> taak;
    std::string vraag;
    Day voor{};                                         // answer before this day
};

struct Volgbesluit {  // published
    std::string omschrijving;
    std::string toelichting;
    Day datum{};
    Day verzonden_datum{};
    std::optional<Day> ingang_datum;
    std::optional<Day> verval_datum;
    Rechtsmiddel rechtsmiddel = Rechtsmiddel::geen;
    std::optional<Day> reactie_datum;                   // last day to object
    std::optional<Day> ingetrokken_datum;
};

struct Volgpersoon {
    std::string naam;
    std::string team;                                   // "" without signing in
    std::string vervanger;                              // who helps while he is away; "": he is there
    std::string telefoon = {};                          // of who helps now; "": the number of the gemeente
};

struct Volgzending {  // what the resident wrote himself
    std::string tekst;
    Instant op;
    std::string nummer;                                 // of the question it became
    std::optional<Day> beloofd;                         // an answer by then
    bool beantwoord = false;
    std::string taal = "nld";                           // nld or eng
};

struct Volgbeeld {
    Id<dichtbij::Zaak> id;
    std::int64_t versie = 0;                            // of the case, for an act on it
    std::string nummer;
    Volgzicht zicht = Volgzicht::nummer;
    zaaktype::Tweetalig soort;                          // name of the case type
    zaaktype::Tweetalig uitleg;                         // what a case of this type is; "" for who does not see all
    zaaktype::Leges leges;                              // what it costs; empty for who does not see all
    std::string omschrijving;                           // of this case, when it says more than that name; Dutch
    std::string eigen_woorden;                          // with which he asked for it here himself
    std::vector<Volgantwoord> antwoorden;               // in the order of the case type, without what stayed empty
    zaaktype::Betrouwbaarheidsniveau niveau = zaaktype::Betrouwbaarheidsniveau::laag;
    Day aangevraagd{};
    bool is_open = true;
    std::optional<Day> klaar;
    std::optional<zaaktype::Tweetalig> resultaat;       // of a closed one
    bool met_besluit = false;                           // it ends with a decision that is still to come
    std::vector<Volgstap> stappen;                      // in order; `nu` at most once
    std::optional<Volgbelofte> belofte;                 // the one that runs
    bool belofte_gemist = false;
    bool belofte_van_vraag = false;                     // given when he asked, before there was a case: to hear from us
    std::vector<Volgbelofte> beloften;                  // all, newest first; the last was the first
    std::optional<Day> laatste_datum;                   // by law
    std::optional<Volgopschorting> stil;                // the term stands still
    std::vector<Volgverlenging> verlengingen;           // oldest first
    std::optional<Volgingebrekestelling> ingebreke;
    Volgpersoon behandelaar;
    std::vector<Volgvraag> vragen;
    std::vector<Volgbesluit> besluiten;                 // newest first
    std::vector<document::Documentregel> documenten;    // newest first; title, kind, size, day and who gave it only
    std::vector<bericht::Bericht> berichten;            // newest first
    std::vector<Volgzending> zendingen;                 // newest first
    bool mag_intrekken = false;

    bool mag_schrijven() const { return zicht == Volgzicht::volledig; }
    // 1, 2, ... of the step that runs; 0 when none does.
    int stap() const;
    const Volgstap* nu() const;
    const Volgstap* straks() const;                     // the one after it
};

// Where he finds that document, on the portal.
std::string document_url(const Volgbeeld&, const document::Documentregel&);

}  // namespace dichtbij::zaak
