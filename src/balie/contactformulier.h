#pragma once
// The form of a contact in hand: what someone typed, whole or half. It is kept as it stands (the draft) and
// becomes a conversation with its questions when it is saved.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.h"
#include "base/result.h"
#include "http/params.h"
#include "klantcontact/klantcontact.h"

namespace dichtbij::balie {

// In characters.
inline constexpr std::size_t vragen_limit = 10;
inline constexpr std::size_t onderwerp_tekst_limit = 200;
inline constexpr std::size_t notitie_limit = 4000;
inline constexpr std::size_t antwoord_limit = 4000;
inline constexpr std::size_t moment_limit = 100;
inline constexpr std::size_t naam_limit = 200;
inline constexpr std::size_t telefoon_limit = 30;
inline constexpr std::size_t verwezen_limit = 200;

using klantcontact::Afloop;

// Where a question that is handed on goes: by routing (both empty), to a team, or to a person.
struct Naar {
    std::optional<Id<Team>> team;
    std::optional<Id<Medewerker>> medewerker;
    bool operator==(const Naar&) const = default;
};

struct VraagInvoer {
    std::optional<Id<Onderwerp>> onderwerp;
    std::string vraag;        // in a few words; empty: the name of the subject
    std::string notitie;      // what the person wants to know
    std::optional<Afloop> afloop;
    std::string antwoord;     // what was told
    std::string verwezen_naar;
    Naar naar;
    std::string telefoon;     // to call back on
    std::string moment;       // when the person likes to be called
    bool is_leeg() const;
    bool operator==(const VraagInvoer&) const = default;
};

struct ContactInvoer {
    std::optional<Id<Gemeente>> gemeente;  // none: that of the draft
    std::string kanaal = "telefoon";
    std::optional<Id<Partij>> partij;
    std::string contactnaam;  // of who is not registered; may be empty: anonymous
    std::string telefoon;     // from the telephone system
    std::vector<VraagInvoer> vragen{1};
    bool operator==(const ContactInvoer&) const = default;
};

// One of klantcontact::kanalen. Text: "kanaal.<code>".
bool is_kanaal(std::string_view code);

// From the fields "kanaal", "partij", "contactnaam", "telefoon" and "v1_onderwerp", "v1_vraag", ...; what is
// not there stays empty, what is not what it says (a broken id) is left out.
ContactInvoer read_contact(const http::Params& form);
// The fields again, for the draft: "kanaal=telefoon&v1_vraag=...".
std::string to_form_text(const ContactInvoer&);
ContactInvoer from_form_text(std::string_view);

// What stands in the way of saving, by field. Empty questions at the end are no fault; all empty is.
std::vector<FieldError> check_contact(const ContactInvoer&);
// Only the limits: a draft may be half.
std::vector<FieldError> check_limits(const ContactInvoer&);

std::string veld(std::size_t vraag, std::string_view naam);  // veld(0, "notitie") is "v1_notitie"

}  // namespace dichtbij::balie
