#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/describe/enum_to_string.hpp>

#include <ctime>

#include "taal/woordenlijst.h"
#include "taal/zinsbouw.h"

namespace dichtbij::taal {
namespace taal_test {

// "lijdend: wordt behandeld", one for each finding of a kind.
std::vector<std::string> gevonden(std::string_view tekst, Soort soort, Taal taal = Taal::nl) {
    std::vector<std::string> all;
    for (const Bevinding& one : beoordeel(tekst, taal).bevindingen)
        if (one.soort == soort) all.push_back(one.tekst);
    return all;
}

std::vector<std::string> beter(std::string_view tekst, Taal taal = Taal::nl) {
    std::vector<std::string> all;
    for (const Bevinding& one : beoordeel(tekst, taal).bevindingen)
        if (one.soort == Soort::moeilijk_woord) all.push_back(one.tekst + ">" + (one.beter.empty() ? "(" + one.idee + ")" : one.beter[0]));
    return all;
}

using All = std::vector<std::string>;

TEST_CASE("hard words are found in every form, with a simple word in the same form") {
    CHECK(beter("Derhalve verzoek ik u te komen.") == All{"Derhalve>Daarom", "verzoek ik u>vraag ik u"});
    CHECK(beter("U krijgt een adequate oplossing.") == All{"adequate>goede"});
    CHECK(beter("Ten behoeve van uw aanvraag.") == All{"Ten behoeve van>Voor"});
    CHECK(beter("Wij constateerden dat, en hebben het geconstateerd.") == All{"constateerden>zagen", "geconstateerd>gezien"});
    CHECK(beter("Hij participeert in het overleg.") == All{"participeert>(meedoen)"});
    CHECK(beter("Zij hebben geparticipeerd.") == All{"geparticipeerd>meegedaan"});
    CHECK(beter("Het is echter zo.") == All{"echter>(maar)"});
    CHECK(beter("De onderhavige zaak.") == All{"onderhavige>(dit)"});
    CHECK(beter("Wij evalueren de faciliteiten.") == All{"evalueren>bekijken", "faciliteiten>voorzieningen"});
    CHECK(beter("De criteria staan in de wet.") == All{"criteria>eisen"});
    CHECK(beter("We commenced prior to the meeting.", Taal::en) == All{"commenced>started", "prior to>before"});
    CHECK(beter("Gewone woorden blijven gewoon.").empty());
}

TEST_CASE("the shipped lists are as large as promised, and no row is there twice") {
    const Woordenlijst& nl = Woordenlijst::van(Taal::nl);
    const Woordenlijst& en = Woordenlijst::van(Taal::en);
    CHECK(nl.aantal_rijen() >= 300);
    CHECK(en.aantal_rijen() >= 80);
    for (const Woordenlijst* list : {&nl, &en}) {
        std::vector<std::vector<std::string>> words;
        for (const Vervanging& one : list->alle()) {
            CHECK((!one.beter.empty() || !one.idee.empty()));
            CHECK(one.moeilijk.size() <= 8);
            words.push_back(one.moeilijk);
        }
        std::sort(words.begin(), words.end());
        const auto twice = std::adjacent_find(words.begin(), words.end());
        INFO((twice == words.end() ? std::string() : (*twice)[0] + " " + twice->back()));
        CHECK(twice == words.end());
    }
}

TEST_CASE("a simple word is not a hard word itself") {
    for (const Taal taal : {Taal::nl, Taal::en})
        for (const Vervanging& one : Woordenlijst::van(taal).alle())
            for (const auto& word : one.beter) {
                CAPTURE(word);
                CHECK(beter(word, taal).empty());
            }
}

TEST_CASE("verbs that follow the rules are made") {
    CHECK(vervoeg("gebruiken") == All{"gebruiken", "gebruik", "gebruikt", "gebruikte", "gebruikten", "gebruikt"});
    CHECK(vervoeg("evalueren") == All{"evalueren", "evalueer", "evalueert", "evalueerde", "evalueerden", "geëvalueerd"});
    CHECK(vervoeg("betalen") == All{"betalen", "betaal", "betaalt", "betaalde", "betaalden", "betaald"});
    CHECK(vervoeg("zetten") == All{"zetten", "zet", "zet", "zette", "zetten", "gezet"});
    CHECK(vervoeg("maken") == All{"maken", "maak", "maakt", "maakte", "maakten", "gemaakt"});
    CHECK(vervoeg("verlengen") == All{"verlengen", "verleng", "verlengt", "verlengde", "verlengden", "verlengd"});
}

TEST_CASE("passive sentences are found, active ones are not") {
    const std::string_view passive[] = {"Uw aanvraag wordt behandeld.", "De vergunning is verleend door ons.", "Uw bezwaar werd afgewezen.", "Er wordt een brief naar u verzonden.",
                                        "Omdat de aanvraag beoordeeld wordt, wachten wij.", "De kosten zijn voor u betaald.", "Het formulier moet worden ingevuld.", "De boete wordt ingetrokken.",
                                        "De aanvraag wordt door ons in behandeling genomen.", "Het besluit is bekendgemaakt.", "Dit zal worden voorbereid."};
    for (const auto text : passive) {
        CAPTURE(text);
        CHECK(gevonden(text, Soort::lijdend).size() == 1);
    }
    const std::string_view active[] = {"Wij behandelen uw aanvraag.", "U bent gisteren gekomen.", "Het is gebeurd.", "Het gebied is groot.", "Hij wordt morgen burgemeester.", "De gemeente is open.",
                                       "Het bericht is kort.", "U wordt daar blij van.", "Is er een gesprek?", "Wat is het gewicht?", "Zij zijn verhuisd.", "Dat is goed."};
    for (const auto text : active) {
        CAPTURE(text);
        CHECK(gevonden(text, Soort::lijdend) == All{});
    }
    CHECK(gevonden("Your request will be decided soon.", Soort::lijdend, Taal::en) == All{"be decided"});
    CHECK(gevonden("The letter was not sent.", Soort::lijdend, Taal::en) == All{"was not sent"});
    CHECK(gevonden("We are interested in your idea.", Soort::lijdend, Taal::en).empty());
}

TEST_CASE("long sentences say how many words they have") {
    const auto sentence = [](int words) {
        std::string text = "Dit";
        for (int i = 1; i < words; ++i) text += " woord";
        return text + ".";
    };
    CHECK(beoordeel(sentence(15), Taal::nl).bevindingen.empty());
    CHECK(beoordeel(sentence(16), Taal::nl).bevindingen.at(0).soort == Soort::lange_zin);
    CHECK(beoordeel(sentence(20), Taal::nl).bevindingen.at(0).soort == Soort::lange_zin);
    CHECK(beoordeel(sentence(21), Taal::nl).bevindingen.at(0).soort == Soort::erg_lange_zin);
    CHECK(beoordeel(sentence(21), Taal::nl).bevindingen.at(0).aantal == 21);
}

TEST_CASE("nouns instead of verbs, double negation, compounds, capitals and long paragraphs") {
    CHECK(gevonden("Bij het uitvoeren van het werk.", Soort::naamwoordstijl) == All{"het uitvoeren van"});
    CHECK(gevonden("Wij gaan over tot betaling van het geld.", Soort::naamwoordstijl) == All{"tot betaling van"});
    CHECK(gevonden("The completion of the form.", Soort::naamwoordstijl, Taal::en) == All{"The completion of"});
    CHECK(gevonden("Het is niet onmogelijk.", Soort::dubbele_ontkenning) == All{"niet onmogelijk"});
    CHECK(gevonden("U mag niet komen zonder pas.", Soort::dubbele_ontkenning) == All{"niet komen zonder"});
    CHECK(gevonden("Komt u niet, dan krijgt u geen geld.", Soort::dubbele_ontkenning).empty());
    CHECK(gevonden("It is not unlikely.", Soort::dubbele_ontkenning, Taal::en) == All{"not unlikely"});
    CHECK(gevonden("De aansprakelijkheidsverzekering.", Soort::lang_woord) == All{"aansprakelijkheidsverzekering"});
    CHECK(gevonden("Dit is BELANGRIJK!", Soort::hoofdletters) == All{"BELANGRIJK"});
    CHECK(beoordeel("LET OP DIT: de WOZ.", Taal::nl).bevindingen.empty());
    CHECK(beoordeel("BETAAL DIRECT uw rekening.", Taal::nl).bevindingen.at(0).beter == All{"Betaal direct"});
    CHECK(gevonden("Een. Twee. Drie. Vier. Vijf. Zes.", Soort::lange_alinea).empty());
    CHECK(gevonden("Een. Twee. Drie. Vier. Vijf. Zes. Zeven.", Soort::lange_alinea).size() == 1);
}

TEST_CASE("the formulas give what their authors wrote") {
    const Tellingen n{100, 10, 1, 100, 150};
    CHECK(bereken(Formule::flesch_douma, n) == doctest::Approx(206.8 - 0.77 * 150 - 0.93 * 10));
    CHECK(bereken(Formule::leesindex_a, n) == doctest::Approx(195 - 100 - 20));
    CHECK(bereken(Formule::flesch_reading_ease, n) == doctest::Approx(206.835 - 84.6 * 1.5 - 1.015 * 10));
    CHECK(bereken(Formule::flesch_douma, {}) == 0);
}

TEST_CASE("every band begins where its source says") {
    struct Row {
        Formule formule;
        double waarde;
        Band band;
    };
    using enum Formule;
    using enum Band;
    const Row rows[] = {
        {flesch_douma, 29.9, heel_moeilijk}, {flesch_douma, 30, moeilijk}, {flesch_douma, 45, vrij_moeilijk}, {flesch_douma, 60, normaal}, {flesch_douma, 70, vrij_makkelijk}, {flesch_douma, 80, makkelijk},
        {flesch_douma, 90, heel_makkelijk}, {flesch_douma, 140, heel_makkelijk}, {leesindex_a, -5, heel_moeilijk}, {leesindex_a, 25, moeilijk}, {leesindex_a, 30, moeilijker_dan_normaal},
        {leesindex_a, 50, normaal}, {leesindex_a, 75, makkelijker_dan_normaal}, {leesindex_a, 80, heel_makkelijk}, {flesch_reading_ease, 50, vrij_moeilijk}, {flesch_reading_ease, 30, moeilijk},
        {flesch_reading_ease, 65, normaal},
    };
    for (const Row& row : rows) {
        CAPTURE(row.waarde);
        CHECK(band_van(row.formule, row.waarde) == row.band);
    }
}

TEST_CASE("a short text gets no indicator, a longer one those of its language") {
    CHECK(beoordeel("Wij bellen u morgen.", Taal::nl).indicatoren.empty());
    std::string text;
    for (int i = 0; i < 10; ++i) text += "Wij bellen u morgen terug. ";
    const Oordeel nl = beoordeel(text, Taal::nl);
    REQUIRE(nl.indicatoren.size() == 2);
    CHECK(nl.indicatoren[0].formule == Formule::flesch_douma);
    CHECK(nl.indicatoren[0].waarde == doctest::Approx(206.8 - 0.77 * 160 - 0.93 * 5));
    CHECK(beoordeel(text, Taal::en).indicatoren.at(0).formule == Formule::flesch_reading_ease);
}

TEST_CASE("numbers, addresses and names to fill in do not count as words that are read") {
    const Tellingen n = beoordeel("Bel 14 0123 of mail a@b.nl, {naam}.", Taal::nl).tellingen;
    CHECK(n.woorden == 7);
    CHECK(n.leeswoorden == 3);
}

TEST_CASE("any bytes are judged, every place is inside the text and says what stands there") {
    rc::check("any bytes", [](const std::string& noise) {
        static constexpr std::string_view seeds[] = {"derhalve ", "wordt gedaan ", "niet onmogelijk. ", "\n\n- ", "HALLO DAAR ", "{x} ", "a@b ", "www.x ", "1. ", "o.a. ", "é", "\xff", "😀 ", "'s "};
        std::string text;
        for (const char c : noise) {
            text += c;
            text += seeds[static_cast<unsigned char>(c) % std::size(seeds)];
        }
        for (const Taal taal : {Taal::nl, Taal::en}) {
            const Oordeel oordeel = beoordeel(text, taal);
            for (const Bevinding& one : oordeel.bevindingen) {
                RC_ASSERT(one.plek.begin < one.plek.einde && one.plek.einde <= text.size());
                RC_ASSERT(text.substr(one.plek.begin, one.plek.einde - one.plek.begin) == one.tekst);
                RC_ASSERT(one.plek.utf16_begin < one.plek.utf16_einde && one.plek.utf16_einde <= one.plek.einde);
            }
        }
    });
}

TEST_CASE("a text of any size takes time in line with it, and what is over the limit is not looked at") {
    const auto time_of = [](const std::string& text) {
        const std::clock_t begin = std::clock();
        beoordeel(text, Taal::nl);
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    for (const std::string_view piece : {"a", "@", ".", "a.", "wordt gedaan ", "in ", "- ", "\n", "BELANGRIJK ", "{", "'", "niet ", "het uitvoeren van ", "1. "}) {
        std::string text;
        while (text.size() < tekst_limit_bytes) text += piece;
        CAPTURE(piece);
        CHECK(time_of(text) < 1.0);  // of processor time
        CHECK(beoordeel(text, Taal::nl).bevindingen.size() <= bevindingen_limit);
    }
    const Oordeel cut = beoordeel(std::string(tekst_limit_bytes, 'a') + " derhalve", Taal::nl);
    CHECK(cut.ingekort);
    CHECK(cut.tellingen.woorden == 1);
}

}  // namespace taal_test
}  // namespace dichtbij::taal
