#pragma once
// Answers to what a case type asks of the applicant, held against the kind of answer. Pure.
//
// Normal forms: getal "12" or "-1.5", datum 2026-11-23, ja_nee "ja" or "nee", keuze the Dutch words of the
// choice, tekst and adres cleaned text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "zaak/zaak.h"

namespace dichtbij::zaak {

inline constexpr std::size_t adres_limit = 300;    // characters
inline constexpr std::size_t getal_limit = 20;

// The answer in normal form, or what is wrong with it. Empty stays empty: no answer.
Result<std::string> normale_waarde(const zaaktype::Eigenschap&, std::string_view typed);

const zaaktype::Eigenschap* eigenschap(const zaaktype::Zaaktype&, std::string_view code);
// `stored` with the answers that were typed, in the order of the case type; or each fault by "eigenschappen.<code>".
Result<std::vector<Eigenschapswaarde>> met_antwoorden(const zaaktype::Zaaktype&, std::vector<Eigenschapswaarde> stored,
                                                      const std::vector<Eigenschapswaarde>& typed);

}  // namespace dichtbij::zaak
