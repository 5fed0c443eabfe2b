#pragma once
// What a resident is filling in, and what he sent. Pure.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <vector>

#include "base/id.h"
#include "base/time.h"

namespace dichtbij {
struct FormulierVersie;
struct FormulierConcept;
struct Inzending;
struct Zaak;
struct Zaaktype;
}  // namespace dichtbij

namespace dichtbij::formulier {

inline constexpr int concept_dagen = 30;       // after it was changed last
inline constexpr hours ontvangst_zichtbaar{24};  // that the receipt stays on the address of the draft
inline constexpr minutes code_geldig{10};
inline constexpr int code_pogingen = 5;
inline constexpr seconds kortste_tijd{4};      // from the first page to sending: nobody is that fast

struct Inzending {
    Id<dichtbij::Inzending> id;
    Id<Gemeente> gemeente;
    Id<FormulierVersie> versie;
    std::string code;
    std::string titel_nl;
    std::string titel_en;
    Id<Klantcontact> klantcontact;
    Id<Werk> werk;
    std::optional<Id<Zaak>> zaak;
    std::string nummer;                  // of the task or the case
    std::optional<Id<Partij>> partij;
    std::string taal = "nl";             // it was filled in in
    Instant ontvangen_op;
    std::optional<Instant> beloofd_op;
    bool operator==(const Inzending&) const = default;
    const std::string& titel(std::string_view in) const { return in == "en" ? titel_en : titel_nl; }
};
BOOST_DESCRIBE_STRUCT(Inzending, (), (id, gemeente, versie, code, titel_nl, titel_en, klantcontact, werk, zaak, nummer, partij, taal, ontvangen_op, beloofd_op))

// One answer as it was sent, with the words of the question in that version and language.
struct Antwoordregel {
    std::string kop;      // of the page
    std::string vraag;
    std::string soort;    // of the question
    std::string waarde;   // lines; a date in ISO form, files by name
    bool operator==(const Antwoordregel&) const = default;
};

struct Ingezonden {
    Inzending inzending;
    std::vector<Antwoordregel> antwoorden;
};

struct Telling {
    std::string soort;    // gestart, pagina, fout, verlaten, ingezonden
    std::string sleutel;  // code of the page or question; ""
    std::int64_t aantal = 0;
    std::int64_t som = 0; // seconds, of ingezonden
};
BOOST_DESCRIBE_STRUCT(Telling, (), (soort, sleutel, aantal, som))

}  // namespace dichtbij::formulier
