#pragma once
// What makes a text hard to read, with the place of each finding. Indicators have names and bands of their own;
// none of them is a level such as B1, for which no formula exists. No I/O; linear time; any bytes are allowed.

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dichtbij::taal {

enum class Taal { nl, en };

inline constexpr std::size_t tekst_limit_bytes = 100'000;  // what is beyond is not looked at
inline constexpr std::size_t bevindingen_limit = 200;
inline constexpr int lange_zin_woorden = 15;               // more than this is long
inline constexpr int erg_lange_zin_woorden = 20;
inline constexpr int lange_alinea_zinnen = 6;
inline constexpr int lang_woord_letters = 18;
inline constexpr int indicator_woorden = 30;               // with fewer a formula says nothing

// Half open, in bytes of the UTF-8 text and in the UTF-16 units that browsers count in.
struct Plek {
    std::size_t begin = 0, einde = 0;
    std::size_t utf16_begin = 0, utf16_einde = 0;
    bool operator==(const Plek&) const = default;
};

enum class Soort { erg_lange_zin, lange_zin, lijdend, moeilijk_woord, lang_woord, dubbele_ontkenning, naamwoordstijl, lange_alinea, hoofdletters };
BOOST_DESCRIBE_ENUM(Soort, erg_lange_zin, lange_zin, lijdend, moeilijk_woord, lang_woord, dubbele_ontkenning, naamwoordstijl, lange_alinea, hoofdletters)

struct Bevinding {
    Soort soort = Soort::lange_zin;
    Plek plek;
    std::string tekst;               // what stands there
    std::vector<std::string> beter;  // can stand in its place as it is: same form, same capital
    std::string idee;                // simpler, but the sentence must change with it; "" when `beter` has words
    int aantal = 0;                  // words of the sentence, sentences of the paragraph, letters of the word
    bool operator==(const Bevinding&) const = default;
};

struct Tellingen {
    int woorden = 0;
    int zinnen = 0;
    int alineas = 0;
    int leeswoorden = 0;   // words of letters: without numbers, addresses and {names}
    int lettergrepen = 0;  // of those
    bool operator==(const Tellingen&) const = default;
};

// Flesch-Douma (1960): 206.8 - 0.77 wl - 0.93 zl. Leesindex A (Brouwer 1963): 195 - 2/3 wl - 2 zl. Both with wl
// syllables per 100 words and zl words per sentence. Flesch Reading Ease (1948) for English.
enum class Formule { flesch_douma, leesindex_a, flesch_reading_ease };
BOOST_DESCRIBE_ENUM(Formule, flesch_douma, leesindex_a, flesch_reading_ease)

// Between its named bands Leesindex A has room without a name: moeilijker_ and makkelijker_dan_normaal.
enum class Band { heel_moeilijk, moeilijk, vrij_moeilijk, moeilijker_dan_normaal, normaal, makkelijker_dan_normaal, vrij_makkelijk, makkelijk, heel_makkelijk };
BOOST_DESCRIBE_ENUM(Band, heel_moeilijk, moeilijk, vrij_moeilijk, moeilijker_dan_normaal, normaal, makkelijker_dan_normaal, vrij_makkelijk, makkelijk, heel_makkelijk)

Band band_van(Formule, double waarde);
double bereken(Formule, const Tellingen&);  // 0 words or sentences give 0

struct Indicator {
    Formule formule = Formule::flesch_douma;
    double waarde = 0;  // mostly 0 to 100, higher is easier; not cut off
    Band band = Band::normaal;
    bool operator==(const Indicator&) const = default;
};

struct Oordeel {
    Tellingen tellingen;
    std::vector<Indicator> indicatoren;  // none below indicator_woorden
    std::vector<Bevinding> bevindingen;  // in the order of the text
    bool ingekort = false;               // the text or the findings were over the limit
    bool operator==(const Oordeel&) const = default;
};

Oordeel beoordeel(std::string_view tekst, Taal);

}  // namespace dichtbij::taal
