#include <unicode/unistr.h>

#include <algorithm>
#include <cmath>

#include "taal/lettergrepen.h"
#include "taal/woordenlijst.h"
#include "taal/zinsbouw.h"

namespace dichtbij::taal {
namespace {

std::string with_capital(const std::string& word) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(word);
    const std::int32_t first = text.moveIndex32(0, 1);
    const icu::UnicodeString capital = icu::UnicodeString(text, 0, first).toUpper();
    std::string out;
    text.replace(0, first, capital).toUTF8String(out);
    return out;
}

std::string in_small(std::string_view words) {
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(words.data(), static_cast<std::int32_t>(words.size()))).toLower().toUTF8String(out);
    return out;
}

class Beoordelaar {
  public:
    Beoordelaar(std::string_view geheel, Taal taal) : invoer_(begin_van(geheel, tekst_limit_bytes)), taal_(taal), tekst_(ontleed(invoer_, taal)) {
        oordeel_.ingekort = invoer_.size() < geheel.size();
    }

    Oordeel run() {
        count();
        judge_paragraphs();
        for (const Zin& zin : tekst_.zinnen) judge(zin);
        auto& all = oordeel_.bevindingen;
        std::stable_sort(all.begin(), all.end(), [](const Bevinding& a, const Bevinding& b) { return a.plek.begin < b.plek.begin; });
        if (all.size() > bevindingen_limit) {
            all.resize(bevindingen_limit);
            oordeel_.ingekort = true;
        }
        if (oordeel_.tellingen.leeswoorden >= indicator_woorden) {
            for (const Formule one : {Formule::flesch_douma, Formule::leesindex_a, Formule::flesch_reading_ease}) {
                if ((one == Formule::flesch_reading_ease) != (taal_ == Taal::en)) continue;
                const double waarde = bereken(one, oordeel_.tellingen);
                oordeel_.indicatoren.push_back({one, waarde, band_van(one, waarde)});
            }
        }
        return std::move(oordeel_);
    }

  private:
    void count() {
        Tellingen& n = oordeel_.tellingen;
        n.zinnen = static_cast<int>(tekst_.zinnen.size());
        n.alineas = tekst_.alineas;
        for (const Zin& zin : tekst_.zinnen) n.woorden += zin.woorden;
        for (const Deel& one : tekst_.delen) {
            if (one.soort != Deelsoort::woord) continue;
            ++n.leeswoorden;
            n.lettergrepen += lettergrepen(one.klein, taal_);
        }
    }

    Plek plek_van(Stuk stuk) const {
        const Plek& first = tekst_.delen[stuk.van].plek;
        const Plek& last = tekst_.delen[stuk.tot - 1].plek;
        return {first.begin, last.einde, first.utf16_begin, last.utf16_einde};
    }

    Bevinding& add(Soort soort, Stuk stuk, int aantal = 0) {
        Bevinding one;
        one.soort = soort;
        one.plek = plek_van(stuk);
        one.tekst = std::string(invoer_.substr(one.plek.begin, one.plek.einde - one.plek.begin));
        one.aantal = aantal;
        oordeel_.bevindingen.push_back(std::move(one));
        return oordeel_.bevindingen.back();
    }

    void judge_paragraphs() {
        for (std::size_t first = 0; first < tekst_.zinnen.size();) {
            std::size_t end = first;
            int sentences = 0;
            for (; end < tekst_.zinnen.size() && tekst_.zinnen[end].alinea == tekst_.zinnen[first].alinea; ++end) sentences += !tekst_.zinnen[end].is_punt;
            if (sentences > lange_alinea_zinnen) add(Soort::lange_alinea, {tekst_.zinnen[first].van, tekst_.zinnen[end - 1].tot}, sentences);
            first = end;
        }
    }

    void judge(const Zin& zin) {
        const Stuk whole{zin.van, zin.tot};
        if (zin.woorden > erg_lange_zin_woorden)
            add(Soort::erg_lange_zin, whole, zin.woorden);
        else if (zin.woorden > lange_zin_woorden)
            add(Soort::lange_zin, whole, zin.woorden);
        for (const Stuk& one : lijdende_vormen(tekst_, zin, taal_)) add(Soort::lijdend, one);
        for (const Stuk& one : dubbele_ontkenningen(tekst_, zin, taal_)) add(Soort::dubbele_ontkenning, one);
        for (const Stuk& one : naamwoordstijl(tekst_, zin, taal_)) add(Soort::naamwoordstijl, one);
        for (const Stuk& one : hoofdletters(tekst_, zin)) shouting(one, zin);
        words(zin);
    }

    void shouting(Stuk stuk, const Zin& zin) {
        Bevinding& one = add(Soort::hoofdletters, stuk);
        const std::string small = in_small(one.tekst);
        const bool begins = zin.van == stuk.van;
        one.beter = {begins ? with_capital(small) : small};
    }

    void words(const Zin& zin) {
        const Woordenlijst& list = Woordenlijst::van(taal_);
        for (std::size_t at = zin.van; at < zin.tot;) {
            const Deel& deel = tekst_.delen[at];
            if (deel.soort != Deelsoort::woord) {
                ++at;
                continue;
            }
            if (const Vervanging* found = list.zoek(tekst_.delen, at, zin.tot)) {
                hard(*found, {at, at + found->moeilijk.size()});
                at += found->moeilijk.size();
                continue;
            }
            if (taal_ == Taal::nl && deel.letters >= lang_woord_letters && deel.klein.find('-') == std::string::npos) add(Soort::lang_woord, {at, at + 1}, deel.letters);
            ++at;
        }
    }

    void hard(const Vervanging& vervanging, Stuk stuk) {
        Bevinding& one = add(Soort::moeilijk_woord, stuk);
        one.idee = vervanging.idee;
        for (const auto& word : vervanging.beter) one.beter.push_back(tekst_.delen[stuk.van].begint_groot ? with_capital(word) : word);
    }

    std::string_view invoer_;
    Taal taal_;
    Tekst tekst_;
    Oordeel oordeel_;
};

struct Grens {
    double onder;
    Band band;
};

}  // namespace

Band band_van(Formule formule, double waarde) {
    static constexpr Grens douma[] = {{90, Band::heel_makkelijk}, {80, Band::makkelijk}, {70, Band::vrij_makkelijk}, {60, Band::normaal}, {45, Band::vrij_moeilijk}, {30, Band::moeilijk}};
    static constexpr Grens index_a[] = {{80, Band::heel_makkelijk}, {75, Band::makkelijker_dan_normaal}, {50, Band::normaal}, {30, Band::moeilijker_dan_normaal}, {25, Band::moeilijk}};
    static constexpr Grens ease[] = {{90, Band::heel_makkelijk}, {80, Band::makkelijk}, {70, Band::vrij_makkelijk}, {60, Band::normaal}, {50, Band::vrij_moeilijk}, {30, Band::moeilijk}};
    const auto of = [waarde](const auto& grenzen) {
        for (const Grens& one : grenzen)
            if (waarde >= one.onder) return one.band;
        return Band::heel_moeilijk;
    };
    if (formule == Formule::flesch_douma) return of(douma);
    return formule == Formule::leesindex_a ? of(index_a) : of(ease);
}

double bereken(Formule formule, const Tellingen& n) {
    if (n.leeswoorden == 0 || n.zinnen == 0) return 0;
    const double per_100 = 100.0 * n.lettergrepen / n.leeswoorden;
    const double per_zin = static_cast<double>(n.woorden) / n.zinnen;
    switch (formule) {
        case Formule::flesch_douma: return 206.8 - 0.77 * per_100 - 0.93 * per_zin;
        case Formule::leesindex_a: return 195 - 2.0 / 3.0 * per_100 - 2 * per_zin;
        case Formule::flesch_reading_ease: break;
    }
    return 206.835 - 0.846 * per_100 - 1.015 * per_zin;
}

Oordeel beoordeel(std::string_view tekst, Taal taal) { return Beoordelaar(tekst, taal).run(); }

}  // namespace dichtbij::taal
