#pragma once
// What is hard in how a sentence is built. Rules of thumb over words: they find most of it, and now and then
// something that is fine; the writer decides.

#include "taal/tekst.h"

namespace dichtbij::taal {

// Places in `Tekst::delen`: [van, tot).
struct Stuk {
    std::size_t van = 0, tot = 0;
    bool operator==(const Stuk&) const = default;
};

// "wordt behandeld", "is beoordeeld door", "will be decided": from the auxiliary to the participle, or back.
std::vector<Stuk> lijdende_vormen(const Tekst&, const Zin&, Taal);
// "niet onmogelijk", "geen ... zonder", within five words and without a comma between.
std::vector<Stuk> dubbele_ontkenningen(const Tekst&, const Zin&, Taal);
// "het uitvoeren van", "tot betaling van", "the completion of".
std::vector<Stuk> naamwoordstijl(const Tekst&, const Zin&, Taal);
// Words of six letters and more in capitals, and two or more of three and more side by side.
std::vector<Stuk> hoofdletters(const Tekst&, const Zin&);

// Whether it can be a past participle.
bool is_voltooid_deelwoord(std::string_view klein);
bool is_past_participle(std::string_view klein);

}  // namespace dichtbij::taal
