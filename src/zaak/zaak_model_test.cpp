#include <doctest/doctest.h>

#include "zaak/archief.h"
#include "zaak/besluit.h"
#include "zaak/eigenschap.h"
#include "zaak/opdracht.h"
#include "zaak/overgang.h"
#include "zaak/termijn.h"
#include "zaak/zaaktaak.h"
#include "zaaktype/testing.h"

namespace dichtbij::zaak::zaak_model_test {
namespace {

using zaaktype::Afleiding;

Day day(std::string_view iso) { return *parse_day(iso); }

zaaktype::Eigenschap asked(zaaktype::Eigenschapsoort soort) {
    zaaktype::Eigenschap one{"vraag", {"Vraag?", "Question?"}, soort, false, {}};
    if (soort == zaaktype::Eigenschapsoort::keuze) one.keuzes = {{"Ziek", "Ill"}, {"Geen licht", "No light"}};
    return one;
}

}  // namespace

TEST_CASE("a status follows the one before it, or goes back with a reason; the end is reached by closing only") {
    const auto type = zaaktype::testing::kapvergunning();
    struct Row {
        const char* van;
        const char* naar;
        const char* toelichting;
        Stap stap;
        const char* fout;  // "": it may
    };
    for (const Row& row : {Row{"ontvangen", "in-behandeling", "", Stap::verder, ""}, Row{"in-behandeling", "ontvangen", "Tekening klopt niet", Stap::terug, ""},
                           Row{"in-behandeling", "ontvangen", "  ", Stap::terug, "fout.veld.verplicht"},
                           Row{"ontvangen", "ontvangen", "x", Stap::blijven, "zaak.fout.status_al_zo"},
                           Row{"in-behandeling", "afgehandeld", "x", Stap::eind, "zaak.fout.status_eind"},
                           Row{"ontvangen", "afgehandeld", "x", Stap::eind, "zaak.fout.status_eind"},
                           Row{"ontvangen", "betaald", "x", Stap::onbekend, "zaak.fout.status_onbekend"}}) {
        CAPTURE(row.van);
        CAPTURE(row.naar);
        CHECK(stap_van(type, row.van, row.naar) == row.stap);
        const auto error = check_overgang(type, row.van, row.naar, row.toelichting);
        CHECK(error.has_value() == (std::string_view(row.fout) != ""));
        if (error) CHECK(error->key == row.fout);
    }
    auto longer = type;
    longer.statussen.insert(longer.statussen.begin() + 1, {"gecontroleerd", {}, {}, {}, false});
    CHECK(check_overgang(longer, "ontvangen", "in-behandeling", "x")->key == "zaak.fout.status_overslaan");
    CHECK(eerste_status(zaaktype::testing::klacht()).empty());
    CHECK(eindstatus(zaaktype::testing::klacht()) == "klaar");
}

TEST_CASE("an answer is held against its kind and kept in one form") {
    using enum zaaktype::Eigenschapsoort;
    struct Row {
        zaaktype::Eigenschapsoort soort;
        const char* typed;
        const char* kept;  // "!": refused
    };
    for (const Row& row : {Row{getal, "12", "12"}, Row{getal, " 1.234,5 ", "1234.5"}, Row{getal, "-3", "-3"}, Row{getal, "twee", "!"}, Row{getal, "1,", "!"}, Row{getal, "-", "!"},
                           Row{getal, "123456789012345678901", "!"}, Row{datum, "2026-11-23", "2026-11-23"}, Row{datum, "23-11-2026", "!"}, Row{datum, "2026-02-30", "!"},
                           Row{ja_nee, "Ja", "ja"}, Row{ja_nee, "misschien", "!"}, Row{keuze, "Ziek", "Ziek"}, Row{keuze, "No light", "Geen licht"}, Row{keuze, "Mooi", "!"},
                           Row{tekst, "  Voor het huis ", "Voor het huis"}, Row{adres, "Dorpsstraat 1, 1234 AB", "Dorpsstraat 1, 1234 AB"}, Row{tekst, "", ""}}) {
        CAPTURE(row.typed);
        const auto kept = normale_waarde(asked(row.soort), row.typed);
        CHECK(kept.value_or("!") == row.kept);
    }
    CHECK_FALSE(normale_waarde(asked(tekst), std::string(waarde_limit + 1, 'x')));
    CHECK_FALSE(normale_waarde(asked(adres), std::string(adres_limit + 1, 'x')));
    CHECK_FALSE(normale_waarde(asked(tekst), "\xff"));
    const auto type = zaaktype::testing::kapvergunning();
    const auto merged = met_antwoorden(type, {{"reden", "Ziek"}}, {{"aantal-bomen", "2"}, {"reden", "Geen licht"}}).value();
    CHECK(merged == std::vector<Eigenschapswaarde>{{"aantal-bomen", "2"}, {"reden", "Geen licht"}});
    CHECK(met_antwoorden(type, merged, {{"reden", " "}}).value().size() == 1);
    const auto wrong = met_antwoorden(type, {}, {{"aantal-bomen", "veel"}, {"kleur", "groen"}});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().fields[0].field == "eigenschappen.aantal-bomen");
    CHECK(wrong.error().fields[1].key == "zaak.fout.eigenschap");
}

TEST_CASE("the day of archiving follows from the derivation of the result; what cannot be derived stays empty and says why") {
    zaaktype::Zaaktype type = zaaktype::testing::kapvergunning();
    Archiefgegevens known;
    known.einddatum = day("2026-02-28");
    const auto result = [&](Afleiding afleiding, int jaren = 5) { return archivering(type, {zaaktype::Nominatie::vernietigen, jaren, afleiding, "", false}, known).datum; };
    using Uit = std::variant<Day, Zonder_archiefdatum>;
    CHECK(result(Afleiding::afgehandeld) == Uit(day("2031-02-28")));
    CHECK(result(Afleiding::hoofdzaak) == Uit(Zonder_archiefdatum::hoofdzaak_open));
    CHECK(result(Afleiding::ingangsdatum_besluit) == Uit(Zonder_archiefdatum::geen_besluitdatum));
    CHECK(result(Afleiding::gerelateerde_zaak) == Uit(Zonder_archiefdatum::gerelateerde_open));
    CHECK(result(Afleiding::eigenschap) == Uit(Zonder_archiefdatum::geen_eigenschap));
    CHECK(result(Afleiding::termijn) == Uit(Zonder_archiefdatum::procestermijn_onbekend));
    CHECK(result(Afleiding::zaakobject) == Uit(Zonder_archiefdatum::met_de_hand));
    CHECK(result(Afleiding::ander_datumkenmerk) == Uit(Zonder_archiefdatum::met_de_hand));
    known.einddatum_hoofdzaak = day("2026-06-01");
    known.gerelateerde = {day("2026-03-01"), day("2026-04-01")};
    Besluit first, second, withdrawn;
    first.ingang_datum = day("2026-05-01");
    first.verval_datum = day("2028-02-29");
    second.ingang_datum = day("2026-03-01");
    withdrawn.ingang_datum = day("2029-01-01");
    withdrawn.ingetrokken_datum = day("2026-02-01");
    known.besluiten = {first, second, withdrawn};
    type.eigenschappen.push_back({"tot", {"Tot?", "Until?"}, zaaktype::Eigenschapsoort::datum, false, {}});
    known.eigenschappen = {{"tot", "2027-01-01"}};
    CHECK(result(Afleiding::hoofdzaak) == Uit(day("2031-06-01")));
    CHECK(result(Afleiding::gerelateerde_zaak) == Uit(day("2031-04-01")));
    CHECK(result(Afleiding::ingangsdatum_besluit) == Uit(day("2031-05-01")));
    CHECK(result(Afleiding::vervaldatum_besluit) == Uit(day("2033-02-28")));
    CHECK(result(Afleiding::eigenschap) == Uit(day("2032-01-01")));
    known.gerelateerde.push_back(std::nullopt);
    CHECK(result(Afleiding::gerelateerde_zaak) == Uit(Zonder_archiefdatum::gerelateerde_open));
    type.eigenschappen.push_back({"van", {"Van?", "From?"}, zaaktype::Eigenschapsoort::datum, false, {}});
    CHECK(result(Afleiding::eigenschap) == Uit(Zonder_archiefdatum::geen_eigenschap));
    const auto named = [&](Afleiding afleiding, std::string datumkenmerk, int procestermijn) {
        return archivering(type, {zaaktype::Nominatie::vernietigen, 5, afleiding, "", false, std::move(datumkenmerk), procestermijn}, known).datum;
    };
    CHECK(named(Afleiding::eigenschap, "tot", 0) == Uit(day("2032-01-01")));
    CHECK(named(Afleiding::eigenschap, "van", 0) == Uit(Zonder_archiefdatum::geen_eigenschap));
    CHECK(named(Afleiding::eigenschap, "reden", 0) == Uit(Zonder_archiefdatum::geen_eigenschap));
    CHECK(named(Afleiding::termijn, "", 3) == Uit(day("2034-02-28")));
    const auto kept = archivering(type, {zaaktype::Nominatie::blijvend_bewaren, 0, Afleiding::afgehandeld, "", false}, known);
    CHECK(kept.datum == Uit(Zonder_archiefdatum::blijvend_bewaren));
}

TEST_CASE("how confidential a case begins follows from its case type, and without a choice from the domain") {
    using Gekozen = zaaktype::Zaaktypevertrouwelijkheid;
    auto type = zaaktype::testing::kapvergunning();
    CHECK(vertrouwelijkheid_van(type) == Vertrouwelijkheid::zaakvertrouwelijk);
    type.domein = "wmo";
    CHECK(vertrouwelijkheid_van(type) == Vertrouwelijkheid::vertrouwelijk);
    type.vertrouwelijkheid = Gekozen::geheim;
    CHECK(vertrouwelijkheid_van(type) == Vertrouwelijkheid::geheim);
    type.domein.clear();
    type.vertrouwelijkheid = Gekozen::openbaar;
    CHECK(vertrouwelijkheid_van(type) == Vertrouwelijkheid::openbaar);
    type.vertrouwelijkheid = Gekozen::zeer_geheim;
    CHECK(vertrouwelijkheid_van(type) == Vertrouwelijkheid::zeer_geheim);
}

TEST_CASE("whom a decision can be disputed with follows from what the case began with") {
    auto type = zaaktype::testing::kapvergunning();
    CHECK(rechtsmiddel_van(type) == Rechtsmiddel::bezwaar);
    type.aanleiding = zaaktype::Aanleiding::bezwaar;
    CHECK(rechtsmiddel_van(type) == Rechtsmiddel::beroep);
    CHECK(rechtsmiddel_van(zaaktype::testing::klacht()) == Rechtsmiddel::geen);
}

TEST_CASE("a task ends with what fits its kind") {
    CHECK(kan_eindigen(Taaksoort::akkoord, Taakuitkomst::negatief));
    CHECK_FALSE(kan_eindigen(Taaksoort::akkoord, Taakuitkomst::gedaan));
    CHECK_FALSE(kan_eindigen(Taaksoort::verstuur_document, Taakuitkomst::positief));
    CHECK(kan_eindigen(Taaksoort::vraag_aan_aanvrager, Taakuitkomst::niet_beantwoord));
    CHECK(kan_eindigen(Taaksoort::verstuur_document, Taakuitkomst::vervallen));
}

TEST_CASE("suspensions that overlap count once, and one that runs takes along what it touches") {
    const auto row = [](const char* van, const char* tot) {
        Opschorting one;
        one.van = day(van);
        if (*tot != 0) one.tot = day(tot);
        return one;
    };
    Termijn termijn{{8, zaaktype::Termijneenheid::weken, "Awb 4:13", false}, day("2026-09-01"), {}, {}};
    CHECK(to_iso(laatste_dag(termijn)->datum) == "2026-10-27");
    termijn.opschortingen = {row("2026-09-11", "2026-09-24"), row("2026-09-20", "2026-09-26")};
    CHECK(laatste_dag(termijn)->zonder_verschuiving == day("2026-10-27") + days(15));
    termijn.opschortingen.push_back(row("2026-09-25", ""));
    CHECK(verloop_van(termijn.opschortingen).opschortingen.empty());
    CHECK(laatste_dag_als_hervat(termijn, day("2026-09-30"))->zonder_verschuiving == day("2026-10-27") + days(19));
    termijn.verlengingen = {{{}, {}, Verlengingsgrond::besluit, 6, zaaktype::Termijneenheid::weken, day("2026-09-10"), "", {}, {}}};
    termijn.opschortingen = {row("2026-09-11", "2026-09-24")};
    CHECK(laatste_dag(termijn)->zonder_verschuiving == day("2026-10-27") + days(13 + 42));
    termijn.wet.aantal = 0;
    CHECK_FALSE(wettelijke_termijn(termijn));
}

TEST_CASE("a place in a list comes back from its text") {
    const Plaats here{-5, Uuid{1, 2, 3}};
    CHECK(Plaats::parse(here.text()) == here);
    for (const char* bad : {"", "12", "x.00000000-0000-0000-0000-000000000000", "1.2"}) CHECK_FALSE(Plaats::parse(bad));
}

}  // namespace dichtbij::zaak::zaak_model_test
