#pragma once
// A service norm in words.

#include <string>
#include <string_view>
#include <vector>

#include "norm/scherm_desk.h"

namespace dichtbij::norm {

// Names for what a norm holds ids of.
struct Normnamen {
    std::vector<html::Choice> onderwerpen;
    std::vector<html::Choice> producten;
};
// The name of a choice; its id when it is not among them.
std::string name_in(const std::vector<html::Choice>& choices, const std::string& id);

std::string term_words(const html::Texts&, const Term&);       // "5 werkdagen", "2 uur openingstijd"
std::string kanaal_words(const html::Texts&, const std::string& code);
std::string bron_words(const html::Texts&, const std::string& bron);
// A source as it is stored: the words of a shipped one become its key again.
std::string bron_key(const html::Texts&, const std::string& typed);
std::string geldig_words(const html::Texts&, const Servicenorm&);  // "altijd", "vanaf 1 januari 2026"
// For whom: "E-mail · Bomen", or for every question.
std::string waarvoor_words(const html::Texts&, const Servicenorm&, const Normnamen&);

// Each field of two norms beside each other; `nu` may be absent.
std::vector<Verschil> differences(const html::Texts&, const Normnamen&, const std::optional<Servicenorm>& nu, const Servicenorm& getypt);

inline const Day altijd = make_day(1800, 1, 1);  // from when the shipped norms apply

}  // namespace dichtbij::norm
