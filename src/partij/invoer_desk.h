#pragma once
// What someone typed in the form of a partij, between the request and Gegevens. Names of fields are the
// paths that problems() gives, so that a message stands beside its field; identifiers are named by their
// kind ("bsn").

#include <map>
#include <string>
#include <vector>

#include "http/request.h"
#include "partij/partij.h"

namespace dichtbij::partij {

struct Invoer {
    Gegevens gegevens;
    // What Gegevens cannot hold when it is wrong, as it was typed: "geboortedatum", "bezoekadres.huisnummer".
    std::map<std::string, std::string> getypt;
    std::vector<FieldError> fouten;  // of what could not be read

    std::string typed(const std::string& field) const;
};

Invoer invoer_of(const Gegevens&);
// `base`: what is stored, or empty; what the form does not show stays as it is there.
Invoer read_invoer(const http::Request&, Gegevens base, Day today);
// For a new partij, from what was typed in the search box.
Invoer invoer_from_zoekvraag(std::string_view typed, SoortPartij, Day today);
// Errors of the service, with the names of this form.
std::vector<FieldError> as_form_errors(std::vector<FieldError>, const Gegevens& sent);

std::string geboortedatum_getypt(const Geboortedatum&);  // "14-3-1984"

inline constexpr std::string_view kinds_of_number[] = {soort_bsn, soort_rsin, soort_kvk_nummer, soort_vestigingsnummer};

}  // namespace dichtbij::partij
