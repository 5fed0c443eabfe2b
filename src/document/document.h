#pragma once
// A document of an object, such as a zaak: what it is about, who may see it, and its versions. Fields with
// the names of the Documenten API 1.7 (EnkelvoudigInformatieObject). It knows its object by kind and id only.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "base/time.h"
#include "document/bestandssoort.h"

namespace dichtbij {
struct Document;
struct DocumentVersie;
struct Bestand;
}  // namespace dichtbij

namespace dichtbij::document {

// In characters, for forms and validation alike.
inline constexpr std::size_t titel_limit = 200;
inline constexpr std::size_t auteur_limit = 200;
inline constexpr std::size_t reden_limit = 1000;
inline constexpr std::size_t documenttype_limit = 50;  // code of the case type
inline constexpr std::size_t soort_limit = 50;
inline constexpr int versies_limit = 200;              // of one document
inline constexpr int documenten_limit = 2000;          // of one object

enum class Richting { inkomend, uitgaand, intern };
BOOST_DESCRIBE_ENUM(Richting, inkomend, uitgaand, intern)

// For employees, from open to closed; the order counts. Whether a resident sees it is another question.
enum class Vertrouwelijkheid { openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim, zeer_geheim };
BOOST_DESCRIBE_ENUM(Vertrouwelijkheid, openbaar, beperkt_openbaar, intern, zaakvertrouwelijk, vertrouwelijk, confidentieel, geheim, zeer_geheim)

enum class Documentstatus { in_bewerking, ter_vaststelling, definitief, gearchiveerd };
BOOST_DESCRIBE_ENUM(Documentstatus, in_bewerking, ter_vaststelling, definitief, gearchiveerd)

// What the virus scanner said of a version. geen: there was none when it came. Only with geen and schoon can it be
// read; the file of besmet is gone.
enum class Controle { geen, schoon, wacht, besmet };
BOOST_DESCRIBE_ENUM(Controle, geen, schoon, wacht, besmet)

// Whose document it is (ObjectInformatieObject): "zaak" and its id.
struct Documentobject {
    std::string soort;
    Uuid id{};
    bool operator==(const Documentobject&) const = default;
};

struct Intrekking {
    Instant op;
    std::optional<Id<Medewerker>> door;  // none: the system or a resident
    std::string reden;
    bool operator==(const Intrekking&) const = default;
};

// What may be changed afterwards.
struct Kenmerken {
    std::string titel;
    std::string documenttype;             // code of the case type; empty: none of them
    std::string auteur;                   // person or organisation
    Day creatiedatum{};
    std::optional<Day> ontvangstdatum;    // only inkomend, and not in_bewerking or ter_vaststelling (drc-005)
    std::optional<Day> verzenddatum;      // only uitgaand
    Richting richting = Richting::intern;
    Vertrouwelijkheid vertrouwelijkheid = Vertrouwelijkheid::zaakvertrouwelijk;
    bool inwoner_mag_zien = false;        // own
    Documentstatus status = Documentstatus::definitief;
    std::string taal = "dut";             // ISO 639-2/B
    bool operator==(const Kenmerken&) const = default;
};

struct Document {
    Id<dichtbij::Document> id;
    Id<Gemeente> gemeente;
    Documentobject bij;
    std::optional<Id<Werk>> werk;         // in whose timeline its events stand
    Kenmerken kenmerken;
    std::optional<Intrekking> ingetrokken;
    int versies = 1;                      // the number of the last one
    std::int64_t revisie = 1;             // of this row, for who edits
    bool operator==(const Document&) const = default;
};

// One file of a document. Never changes, but for what the scanner says.
struct Versie {
    Id<dichtbij::DocumentVersie> id;
    Id<dichtbij::Document> document;
    int nummer = 1;
    std::string bestandsnaam;                   // cleaned
    Bestandssoort soort = Bestandssoort::txt;   // by content
    std::int64_t bytes = 0;
    std::string sha256;                         // 64 hexadecimal digits
    Id<Bestand> bestand;
    Instant op;
    std::optional<Id<Medewerker>> door;         // none: the system or a resident
    std::optional<Id<Partij>> door_partij;      // the resident who gave it
    std::string reden;                          // of the first version: empty
    Controle controle = Controle::geen;
    std::string vondst;                         // what the scanner called it
    bool operator==(const Versie&) const = default;
    bool is_leesbaar() const { return controle == Controle::geen || controle == Controle::schoon; }
};

// A document in a list, with its last version.
struct Documentregel {
    Document document;
    Versie versie;
    bool operator==(const Documentregel&) const = default;
};

struct NieuwDocument {
    Id<Gemeente> gemeente;
    Documentobject bij;
    std::optional<Id<Werk>> werk;
    Kenmerken kenmerken;                        // an empty titel becomes the file name
    std::optional<Id<Partij>> door_partij;
};

struct NieuweVersie {
    Id<dichtbij::Document> document;
    std::int64_t revisie = 0;                   // that was seen; another one is a conflict ("fout.gewijzigd")
    std::string reden;                          // required
    std::optional<Id<Partij>> door_partij;
};

struct Kenmerkwijziging {
    Id<dichtbij::Document> document;
    std::int64_t revisie = 0;
    Kenmerken kenmerken;
};

struct NieuweIntrekking {
    Id<dichtbij::Document> document;
    std::int64_t revisie = 0;
    std::string reden;                          // required
};

// For whom a list of documents is. A resident sees what is marked for him, final and not withdrawn; of its
// versions only the last.
enum class Lezer { medewerker, inwoner };

struct Documentvraag {
    Documentobject bij;
    Lezer lezer = Lezer::medewerker;
    Vertrouwelijkheid tot = Vertrouwelijkheid::zeer_geheim;   // and no more closed than this
    std::optional<Id<dichtbij::Document>> na;                 // of the page before: its last
    int aantal = 50;                                          // at most 200
};

bool mag_inwoner_zien(const Document&);

// What is wrong, field by field.
std::vector<FieldError> problems(const Kenmerken&);
std::vector<FieldError> problems_of_reden(std::string_view reden);

}  // namespace dichtbij::document
