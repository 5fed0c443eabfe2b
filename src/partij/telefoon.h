#pragma once
// Telephone numbers as people and telephone systems write them. The normal form is E.164
// ("+31612345678"); equal numbers have equal normal forms. See docs/decisions/0007-telephone-numbers.md.

#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::partij {

inline constexpr std::size_t telefoon_max_characters = 80;  // DigitaalAdres.adres of Klantinteracties

// Reads Dutch numbers (geographic, mobile, 088, 097, 0800 and 0900, 14 0xx) with or without 0, 0031, +31
// and punctuation; international ones behind + or 00; `tel:` and `sip:` addresses. An extension
// ("tst. 12", "x12") is left out. nullopt for what cannot be rung from anywhere, such as 112.
std::optional<std::string> e164(std::string_view typed);

bool is_mobiel(std::string_view e164);  // Dutch mobile: can get an SMS

// For people: "06 1234 5678", "020 123 4567", "0399 12 34 56", "14 0399", "+49 30123456".
std::string telefoon_leesbaar(std::string_view e164);

}  // namespace dichtbij::partij
