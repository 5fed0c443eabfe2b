#pragma once
// A text in words, sentences and paragraphs.

#include "taal/taal.h"

namespace dichtbij::taal {

// adres: e-mail or web address; plaats: "{naam}", filled in later; teken: one mark of punctuation.
enum class Deelsoort { woord, getal, adres, plaats, teken };

struct Deel {
    Deelsoort soort = Deelsoort::woord;
    Plek plek;
    std::string klein;            // in lower case
    int letters = 0;
    int hoofdletters = 0;
    bool begint_groot = false;
    bool telt() const { return soort != Deelsoort::teken; }
};

// Half open, as places in `Tekst::delen`.
struct Zin {
    std::size_t van = 0, tot = 0;
    int woorden = 0;
    int alinea = 0;
    bool is_punt = false;  // of a list
};

struct Tekst {
    std::vector<Deel> delen;
    std::vector<Zin> zinnen;  // each has at least one word
    int alineas = 0;          // those with a sentence
};

Tekst ontleed(std::string_view tekst, Taal);
// At most `bytes` of it, not in the middle of a character.
std::string_view begin_van(std::string_view tekst, std::size_t bytes);

}  // namespace dichtbij::taal
