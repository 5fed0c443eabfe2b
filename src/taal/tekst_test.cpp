#include <doctest/doctest.h>

#include "taal/lettergrepen.h"
#include "taal/tekst.h"

namespace dichtbij::taal {
namespace tekst_test {

std::vector<std::string> zinnen(std::string_view tekst, Taal taal = Taal::nl) {
    const Tekst delen = ontleed(tekst, taal);
    std::vector<std::string> all;
    for (const Zin& zin : delen.zinnen) {
        const auto begin = delen.delen[zin.van].plek.begin;
        all.emplace_back(tekst.substr(begin, delen.delen[zin.tot - 1].plek.einde - begin));
    }
    return all;
}

using All = std::vector<std::string>;

TEST_CASE("a sentence ends where a reader ends it") {
    struct Row {
        std::string_view tekst;
        All verwacht;
    };
    const Row rows[] = {
        {"", {}},
        {" \n\n . ", {}},
        {"Dag. Tot ziens!", {"Dag.", "Tot ziens!"}},
        {"Kunt u komen? Graag.", {"Kunt u komen?", "Graag."}},
        {"Zie art. 3 en dhr. De Wit.", {"Zie art. 3 en dhr. De Wit."}},
        {"Neem o.a. uw pas mee, d.w.z. het origineel.", {"Neem o.a. uw pas mee, d.w.z. het origineel."}},
        {"Neem een pas, rijbewijs enz. Kom daarna langs.", {"Neem een pas, rijbewijs enz.", "Kom daarna langs."}},
        {"Bel J. de Vries. Hij helpt u.", {"Bel J. de Vries.", "Hij helpt u."}},
        {"Op 12.30 uur kost het 1.250,00 euro. Goed?", {"Op 12.30 uur kost het 1.250,00 euro.", "Goed?"}},
        {"U krijgt 20. Daarna niets.", {"U krijgt 20.", "Daarna niets."}},
        {"Mail naar b.o.s@oeverland.nl. Of bel.", {"Mail naar b.o.s@oeverland.nl.", "Of bel."}},
        {"Kijk op www.oeverland.nl/pas. Of bel.", {"Kijk op www.oeverland.nl/pas.", "Of bel."}},
        {"Beste mevrouw\n\nU krijgt geld", {"Beste mevrouw", "U krijgt geld"}},
        {"Dit is een regel\ndie doorloopt.", {"Dit is een regel\ndie doorloopt."}},
        {"Met groet,\nOeverland", {"Met groet,", "Oeverland"}},
        {"Stuur ons:\n- uw pas\n- een foto\n", {"Stuur ons:", "- uw pas", "- een foto"}},
        {"1. Bel ons\n2. Kom langs", {"1. Bel ons", "2. Kom langs"}},
        {"Uw antwoord komt op {datum_antwoord}. Tot dan.", {"Uw antwoord komt op {datum_antwoord}.", "Tot dan."}},
        {"Hij zei: \"Nee.\" Toen ging hij.", {"Hij zei: \"Nee.\"", "Toen ging hij."}},
        {"Wacht... Nu!", {"Wacht...", "Nu!"}},
        {"Het is af.Nu nog", {"Het is af.Nu nog"}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.tekst);
        CHECK(zinnen(row.tekst) == row.verwacht);
    }
    CHECK(zinnen("Ask Mr. Smith. He knows.", Taal::en) == All{"Ask Mr. Smith.", "He knows."});
}

TEST_CASE("words, numbers, addresses and marks are told apart") {
    const Tekst tekst = ontleed("Foto's van auto-ongeluk: 12.30 uur, a@b.nl {naam} t/m 's avonds", Taal::nl);
    std::string kinds;
    All words;
    for (const Deel& one : tekst.delen) {
        kinds += one.soort == Deelsoort::woord ? 'w' : one.soort == Deelsoort::getal ? 'g' : one.soort == Deelsoort::adres ? 'a' : one.soort == Deelsoort::plaats ? 'p' : '.';
        words.push_back(one.klein);
    }
    CHECK(kinds == "www.gw.apwww");
    CHECK(words == All{"foto's", "van", "auto-ongeluk", ":", "12.30", "uur", ",", "a@b.nl", "{naam}", "t/m", "'s", "avonds"});
}

TEST_CASE("places are in bytes and in the units of a browser") {
    const std::string_view text = "Één 😀 derhalve";
    const Tekst tekst = ontleed(text, Taal::nl);
    const Plek plek = tekst.delen.back().plek;
    CHECK(text.substr(plek.begin, plek.einde - plek.begin) == "derhalve");
    CHECK(plek.utf16_begin == 7);
    CHECK(plek.utf16_einde == 15);
}

TEST_CASE("syllables are counted as they are spoken") {
    struct Row {
        std::string_view woord;
        int aantal;
    };
    const Row dutch[] = {{"u", 1}, {"huis", 1}, {"gemeente", 3}, {"aanvraag", 2}, {"belasting", 3}, {"koeien", 2}, {"nieuwe", 2}, {"eeuw", 1}, {"ideeën", 3}, {"financiën", 4}, {"geëindigd", 3},
                         {"geëist", 2}, {"coördinatie", 5}, {"museum", 3}, {"bureau", 2}, {"niveau", 2}, {"situatie", 4}, {"officieel", 4}, {"materiaal", 4}, {"team", 1}, {"online", 2}, {"vrijheid", 2},
                         {"bijzonder", 3}, {"yoghurt", 2}, {"systeem", 2}, {"parkeervergunning", 5}, {"beïnvloeden", 4}, {"één", 1}, {"mooi", 1}, {"mooie", 2}, {"draaien", 2}, {"burgemeester", 4},
                         {"auto", 2}, {"euro", 2}, {"via", 2}, {"paspoort", 2}, {"identiteitskaart", 5}, {"brr", 1}, {"uitvoeren", 3}, {"serieus", 3}, {"regio", 3}, {"januari", 4}};
    for (const Row& row : dutch) {
        CAPTURE(row.woord);
        CHECK(lettergrepen(row.woord, Taal::nl) == row.aantal);
    }
    const Row english[] = {{"the", 1}, {"house", 1}, {"people", 2}, {"table", 2}, {"asked", 1}, {"decided", 3}, {"houses", 2}, {"makes", 1}, {"application", 4}, {"council", 2}, {"idea", 3}, {"business", 2}, {"every", 2}, {"letter", 2}, {"request", 2}, {"tables", 2}, {"serious", 3}, {"be", 1}};
    for (const Row& row : english) {
        CAPTURE(row.woord);
        CHECK(lettergrepen(row.woord, Taal::en) == row.aantal);
    }
}

}  // namespace tekst_test
}  // namespace dichtbij::taal
