#pragma once
// A zaak (case): one matter of a resident or company that the gemeente handles by a case type, from receipt
// to result. Fields as in the Zaken API 1.7; what that does not carry is "own". Owner (the casemanager),
// promise and clocks are those of its werk; which steps, terms and results it has, those of its version of
// the case type, on which it stays.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "document/document.h"
#include "norm/legal_term.h"
#include "zaaktype/zaaktype_versie.h"

namespace dichtbij {
struct Zaak;
struct Besluit;
struct Zaaktaak;
}  // namespace dichtbij

namespace dichtbij::zaak {

// In characters, for forms and validation alike.
inline constexpr std::size_t omschrijving_limit = 200;
inline constexpr std::size_t toelichting_limit = 4000;
inline constexpr std::size_t reden_limit = 1000;
inline constexpr std::size_t waarde_limit = 4000;      // of an eigenschap
inline constexpr std::size_t machtiging_limit = 300;
inline constexpr std::size_t extern_id_limit = 200;    // as klantcontact::extern_id_limit
// Numbers of things of one case.
inline constexpr std::size_t rollen_limit = 100;
inline constexpr std::size_t opschortingen_limit = 100;
inline constexpr std::size_t verlengingen_limit = 50;
inline constexpr std::size_t besluiten_limit = 100;
inline constexpr std::size_t zaaktaken_limit = 200;
inline constexpr std::size_t relaties_limit = 100;
inline constexpr std::size_t deelzaken_limit = 100;
inline constexpr int termijn_jaren_terug = 10;         // how long ago a case may have begun
inline constexpr int opschorting_dagen_limit = 3660;

// Of an error; its arguments are the name of the document in Dutch and in English.
inline constexpr std::string_view document_ontbreekt = "zaak.fout.document_ontbreekt";

using document::Vertrouwelijkheid;
// When nothing else was chosen.
Vertrouwelijkheid vertrouwelijkheid_van(const zaaktype::Zaaktype&);

enum class Archiefstatus { nog_te_archiveren, gearchiveerd, gearchiveerd_procestermijn_onbekend, overgedragen };
BOOST_DESCRIBE_ENUM(Archiefstatus, nog_te_archiveren, gearchiveerd, gearchiveerd_procestermijn_onbekend, overgedragen)

// Why a closed case has no day of archiving (yet).
enum class Zonder_archiefdatum {
    blijvend_bewaren,       // it is never destroyed
    hoofdzaak_open,         // comes with the end of the main case
    gerelateerde_open,      // no related case, or one that is not closed
    geen_besluitdatum,      // no decision with that day
    geen_eigenschap,        // not one property that is a day and was answered
    procestermijn_onbekend, // the case type does not say how long the process lasts
    met_de_hand,            // an employee gives it
};
BOOST_DESCRIBE_ENUM(Zonder_archiefdatum, blijvend_bewaren, hoofdzaak_open, gerelateerde_open, geen_besluitdatum, geen_eigenschap,
                    procestermijn_onbekend, met_de_hand)

struct Zaak {
    Id<dichtbij::Zaak> id;
    Id<Gemeente> gemeente;
    std::string nummer;                                 // identificatie: "Z-2026-048291"
    Id<dichtbij::Zaaktype> zaaktype;
    Id<dichtbij::ZaaktypeVersie> zaaktype_versie;
    std::string omschrijving;
    std::string toelichting;
    Day startdatum{};                                   // of receipt
    Instant geregistreerd_op;
    std::string kanaal;                                 // communicatiekanaal
    std::string status;                                 // code of its statustype; "" when only the end has one
    std::string resultaat;                              // code of its resultaattype; "" while it is open
    Vertrouwelijkheid vertrouwelijkheid = Vertrouwelijkheid::zaakvertrouwelijk;
    std::optional<Id<dichtbij::Zaak>> hoofdzaak;        // then it is a deelzaak, which never messages the resident
    std::optional<Id<Klantcontact>> klantcontact;       // own: the question it began with
    Day termijn_vanaf{};                                // own: the legal term begins on the day after
    std::optional<Day> laatste_datum;                   // uiterlijkeEinddatumAfdoening: last day by law; none: the law sets none
    bool opgeschort = false;                            // own: a suspension runs
    std::optional<zaaktype::Nominatie> archiefnominatie;
    std::optional<Day> archiefactiedatum;
    Archiefstatus archiefstatus = Archiefstatus::nog_te_archiveren;
    std::optional<Zonder_archiefdatum> zonder_archiefdatum;  // own: a closed case has this or the day
    std::optional<Instant> gesloten_op;
    std::optional<Day> einddatum;
    Id<Werk> werk;
    std::int64_t versie = 1;                            // rises with every act on the case
    std::string domein;                                 // of its werk: confidential domain, or ""

    bool is_open() const { return !gesloten_op; }
    bool is_deelzaak() const { return hoofdzaak.has_value(); }
    bool operator==(const Zaak&) const = default;
};

// Of a case in a confidential domain the reader may not read: that one runs, since when, whether it ended.
Zaak masked(const Zaak&);

struct Statusregel {  // one line of the history
    Uuid id{};
    Id<dichtbij::Zaak> zaak;
    std::string status;
    Instant op;
    std::optional<Id<Medewerker>> door;
    std::string toelichting;                            // why it went back, or was opened again
    bool operator==(const Statusregel&) const = default;
};
BOOST_DESCRIBE_STRUCT(Statusregel, (), (id, zaak, status, op, door, toelichting))

using zaaktype::Rolsoort;

// What someone can be in a case of the type, those of every case first. Not behandelaar: that is the casemanager.
std::vector<Rolsoort> rollen_te_geven(const zaaktype::Zaaktype&);

// Who takes part: a partij or an employee, in [van, tot). The casemanager is not among them: that is the
// owner of the werk. A gemachtigde acts for `namens` under a mandate; after `tot` it gives no rights.
struct Rol {
    Uuid id{};
    Id<dichtbij::Zaak> zaak;
    Rolsoort soort = Rolsoort::belanghebbende;
    std::optional<Id<Partij>> partij;
    std::optional<Id<Medewerker>> medewerker;           // own account manager of a company: klantcontacter
    std::optional<Id<Partij>> namens;
    std::string machtiging;                             // what the mandate says and where it is kept
    Day van{};
    std::optional<Day> tot;
    bool operator==(const Rol&) const = default;

    bool geldt_op(Day day) const { return van <= day && (!tot || day < *tot); }
};
BOOST_DESCRIBE_STRUCT(Rol, (), (id, zaak, soort, partij, medewerker, namens, machtiging, van, tot))

struct Eigenschapswaarde {
    std::string code;                                   // of the eigenschap of the case type
    std::string waarde;                                 // in normal form: see eigenschap.h
    bool operator==(const Eigenschapswaarde&) const = default;
};
BOOST_DESCRIBE_STRUCT(Eigenschapswaarde, (), (code, waarde))

// aardRelatie of the Zaken API: how the other case stands to this one.
enum class Aard { vervolg, onderwerp, bijdrage };
BOOST_DESCRIBE_ENUM(Aard, vervolg, onderwerp, bijdrage)

struct Relatie {  // seen from both ends
    Id<dichtbij::Zaak> zaak;
    Id<dichtbij::Zaak> andere;
    Aard aard = Aard::onderwerp;
    bool operator==(const Relatie&) const = default;
};
BOOST_DESCRIBE_STRUCT(Relatie, (), (zaak, andere, aard))

}  // namespace dichtbij::zaak
