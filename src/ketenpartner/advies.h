#pragma once
// A question to an organisation outside the gemeente, about a case: a link by one way and a code by another open
// what was chosen to be seen and nothing else, until a day. It hangs on a task of kind extern_advies, which the
// answer ends.

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
#include "store/column.h"
#include "zaak/opdracht.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij {
struct Adviesvraag;
}

namespace dichtbij::ketenpartner {

// In characters, for forms and validation alike.
inline constexpr std::size_t organisatie_limit = 150;
inline constexpr std::size_t contactpersoon_limit = 150;
inline constexpr std::size_t adres_limit = 254;
inline constexpr std::size_t vraag_limit = 2000;
inline constexpr std::size_t antwoord_limit = zaak::toelichting_limit;
inline constexpr std::size_t documenten_limit = 20;   // that may be seen with one question
inline constexpr std::size_t bestanden_limit = 10;    // that come with one answer
inline constexpr std::size_t vragen_limit = 50;       // of one case
inline constexpr int geldig_dagen = 14;               // when nothing else was chosen
inline constexpr int geldig_dagen_limit = 60;
inline constexpr int pogingen_limit = 5;              // wrong codes; then the link is closed
inline constexpr hours bezoek_duur{2};                // after a right code
inline constexpr std::size_t code_cijfers = 8;

// How the code goes; the link always goes by e-mail.
enum class Codeweg { sms, email };
BOOST_DESCRIBE_ENUM(Codeweg, sms, email)

// Why no answer can come any more.
enum class Adviesslot { beantwoord, ingetrokken, te_veel_pogingen };
BOOST_DESCRIBE_ENUM(Adviesslot, beantwoord, ingetrokken, te_veel_pogingen)

// verlopen: the last day is over. niet_nodig: the task or the case ended in another way, or the case may not be
// seen outside any more.
enum class Adviesstand { wacht, geopend, beantwoord, ingetrokken, te_veel_pogingen, verlopen, niet_nodig };
BOOST_DESCRIBE_ENUM(Adviesstand, wacht, geopend, beantwoord, ingetrokken, te_veel_pogingen, verlopen, niet_nodig)

struct Adviesvraag {
    Id<dichtbij::Adviesvraag> id;
    Id<Gemeente> gemeente;
    Id<dichtbij::Zaak> zaak;
    Id<dichtbij::Zaaktaak> taak;
    Id<Werk> werk;                          // of the task
    std::string organisatie;
    std::string contactpersoon;
    std::string email;                      // for the link
    Codeweg codeweg = Codeweg::sms;
    std::string code_naar;                  // E.164, or another e-mail address
    std::string vraag;
    std::string taal;                       // "nl" or "en": of the messages and the page
    Day laatste_datum{};                    // the link works up to and with this day
    store::Blob link_hash;                  // SHA-256
    store::Blob code_hash;                  // SHA-256 of link and code: nobody can try codes without the link
    int pogingen = 0;                       // wrong codes so far
    Instant gesteld_op;
    Id<Medewerker> gesteld_door;
    std::optional<Instant> geopend_op;      // first right code
    std::optional<Adviesslot> slot;
    std::optional<Instant> slot_op;
    std::int64_t revisie = 1;
    bool operator==(const Adviesvraag&) const = default;
};
BOOST_DESCRIBE_STRUCT(Adviesvraag, (),
                      (id, gemeente, zaak, taak, werk, organisatie, contactpersoon, email, codeweg, code_naar, vraag, taal, laatste_datum, link_hash, code_hash, pogingen,
                       gesteld_op, gesteld_door, geopend_op, slot, slot_op, revisie))

// One version of one document, as it was chosen.
struct Adviesdocument {
    Id<dichtbij::Adviesvraag> adviesvraag;
    Id<dichtbij::Document> document;
    Id<dichtbij::DocumentVersie> versie;
    bool operator==(const Adviesdocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(Adviesdocument, (), (adviesvraag, document, versie))

struct NieuweAdviesvraag {
    zaak::Bij bij;
    std::optional<Id<dichtbij::Zaaktaak>> taak;   // an open one of kind extern_advies; none: a new one
    std::string organisatie;
    std::string contactpersoon;
    std::string email;
    Codeweg codeweg = Codeweg::sms;
    std::string code_naar;
    std::string vraag;
    std::vector<Id<dichtbij::DocumentVersie>> documenten;
    Day laatste_datum{};
    std::string taal = "nl";
};

// As it stands now; `is_nodig`: its task and case are open, and the case may be seen outside.
enum class Nodig { ja, nee };
Adviesstand stand_van(const Adviesvraag&, Nodig, Day today);
inline bool kan_antwoorden(Adviesstand stand) { return stand == Adviesstand::wacht || stand == Adviesstand::geopend; }

// Nothing of a confidential domain or a confidential case goes outside without signing in.
bool mag_naar_buiten(const zaak::Zaak&, const zaaktype::Zaaktype&);
// Not withdrawn, not confidential by itself or by its kind, and checked for viruses when there is a scanner.
bool mag_naar_buiten(const document::Document&, const document::Versie&, const zaaktype::Zaaktype&);

// Trims and brings addresses in their normal form; what it cannot read stays as it was typed.
NieuweAdviesvraag normal(NieuweAdviesvraag);
std::vector<FieldError> problems(const NieuweAdviesvraag&, Day today);
std::optional<FieldError> problem_of_laatste_datum(Day, Day today);

}  // namespace dichtbij::ketenpartner
