#pragma once
// What a case type must hold to. Two measures: a draft has the right form (limits, codes, choices); what is
// published is complete as well. Both name what is wrong by path: statussen[1].naam.en. Pure.

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij::zaaktype {

inline constexpr std::size_t code_limit = 50;      // characters, as all below; identificatie in the standard
inline constexpr std::size_t naam_limit = 80;      // omschrijving in the standard
inline constexpr std::size_t doel_limit = 1'000;
inline constexpr std::size_t uitleg_limit = 2'000;
inline constexpr std::size_t stap_limit = 500;     // what we do now, what you must do
inline constexpr std::size_t vraag_limit = 300;
inline constexpr std::size_t upl_limit = 300;
inline constexpr std::size_t grondslag_limit = 200;
inline constexpr std::size_t selectielijst_limit = 50;

inline constexpr std::size_t statussen_limit = 20;  // each of a case type, as all below
inline constexpr std::size_t resultaten_limit = 20;
inline constexpr std::size_t rollen_limit = 9;
inline constexpr std::size_t eigenschappen_limit = 40;
inline constexpr std::size_t keuzes_limit = 40;     // of one eigenschap
inline constexpr std::size_t documenttypen_limit = 40;
inline constexpr std::size_t taken_limit = 40;

inline constexpr std::size_t datumkenmerk_limit = 80;  // as datumkenmerk in the standard

inline constexpr int termijn_limit = 1'000;         // in its own unit
inline constexpr int keren_limit = 10;
inline constexpr int jaren_limit = 200;
inline constexpr int bedrag_limit_cent = 100'000'000;

// Texts trimmed and without control characters, as they are kept.
Zaaktype opgeschoond(Zaaktype);

// What may not be kept, also not in a draft. `pad` comes before each path: "zaaktypen[3]".
std::vector<FieldError> vormfouten(const Zaaktype&, std::string_view pad = {});

// What is missing or contradicts itself, so that it cannot be published. Asks nothing that vormfouten asks.
std::vector<FieldError> ontbrekend(const Zaaktype&, std::string_view pad = {});

// The fields that the gemeente itself has to confirm or fill in, by path: articles and numbers of the selection
// list. They keep nobody from publishing.
std::vector<std::string> te_bevestigen(const Zaaktype&);

}  // namespace dichtbij::zaaktype
