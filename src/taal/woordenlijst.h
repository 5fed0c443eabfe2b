#pragma once
// Official and hard words with simpler ones, written for this project (woorden_nl.cpp, woorden_en.cpp), in every
// form in which they stand in a text.

#include <unordered_map>

#include "taal/tekst.h"

namespace dichtbij::taal {

// A row a line, fields parted by "=". Forms of a word are parted by "/", other simple words by ",":
//   adequaat/adequate = goed/goede, passend/passende      the form in the same place replaces it
//   derhalve = daarom
//   w participeren = meedoen                              a verb: its forms are made by the rules
//   echter = ~maar                                        cannot simply stand in its place: told as an idea
// A form "-" cannot either.
std::string_view woorden_nl();
std::string_view woorden_en();
// Verbs that do not follow the rules, or part ("doe mee"): infinitive, ik, hij, past, past plural, participle.
std::string_view werkwoorden_nl();

struct Vervanging {
    std::vector<std::string> moeilijk;   // the words one after another, in lower case
    std::vector<std::string> beter;      // in the same form
    std::string idee;                    // when `beter` is empty
};

class Woordenlijst {
  public:
    // CHECKs that the rows can be read.
    Woordenlijst(std::string_view rijen, std::string_view werkwoorden);
    // Made once, then read only.
    static const Woordenlijst& van(Taal);

    // The longest entry that begins at `at` and ends before `tot`; nullptr when there is none.
    const Vervanging* zoek(const std::vector<Deel>& delen, std::size_t at, std::size_t tot) const;
    std::size_t aantal_rijen() const { return rijen_; }
    const std::vector<Vervanging>& alle() const { return alle_; }

  private:
    enum class Geeft { woorden, idee };
    void add(const std::vector<std::string>& moeilijk, const std::vector<std::vector<std::string>>& beter, Geeft);

    std::vector<Vervanging> alle_;
    std::unordered_map<std::string, std::vector<std::size_t>> op_eerste_;  // longest first
    std::size_t rijen_ = 0;
};

// infinitive, ik, hij, past, past plural, participle of a Dutch verb that follows the rules.
std::vector<std::string> vervoeg(std::string_view infinitief);

}  // namespace dichtbij::taal
