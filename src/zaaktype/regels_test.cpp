#include "zaaktype/regels.h"

#include <doctest/doctest.h>

#include <functional>

#include "zaaktype/testing.h"
#include "zaaktype/verschil.h"

namespace dichtbij::zaaktype::regels_test {
namespace {

struct Rij {
    const char* pad;
    const char* key;
    std::function<void(Zaaktype&)> breekt;
};

bool tells(const std::vector<FieldError>& fouten, const Rij& rij) {
    return fouten.size() == 1 && fouten[0].field == rij.pad && fouten[0].key == rij.key;
}

std::string told(const std::vector<FieldError>& fouten) {
    std::string lines;
    for (const FieldError& fout : fouten) lines += fout.field + " " + fout.key + "\n";
    return lines;
}

}  // namespace

TEST_CASE("a complete case type has no faults of either kind") {
    for (const Zaaktype& z : {testing::kapvergunning(), testing::klacht()}) {
        CHECK(told(vormfouten(z)) == "");
        CHECK(told(ontbrekend(z)) == "");
    }
}

TEST_CASE("what may not be kept is told by its path and nothing else with it") {
    const std::vector<Rij> table{
        {"code", "zaaktype.fout.code", [](Zaaktype& z) { z.code = "Kap Vergunning"; }},
        {"code", "zaaktype.fout.code", [](Zaaktype& z) { z.code = ""; }},
        {"code", "zaaktype.fout.code", [](Zaaktype& z) { z.code = std::string(code_limit + 1, 'a'); }},
        {"naam.en", "fout.veld.te_lang", [](Zaaktype& z) { z.naam.en = std::string(naam_limit + 1, 'a'); }},
        {"naam.nl", "fout.veld.tekens", [](Zaaktype& z) { z.naam.nl = "\xff"; }},
        {"naam.nl", "zaaktype.fout.een_regel", [](Zaaktype& z) { z.naam.nl = "a\nb"; }},
        {"upl", "zaaktype.fout.upl", [](Zaaktype& z) { z.upl = "javascript:alert(1)"; }},
        {"upl", "zaaktype.fout.upl", [](Zaaktype& z) { z.upl = "https://a b"; }},
        {"doel", "fout.veld.te_lang", [](Zaaktype& z) { z.doel = std::string(doel_limit + 1, 'a'); }},
        {"uitleg.nl", "fout.veld.te_lang", [](Zaaktype& z) { z.uitleg.nl = std::string(uitleg_limit + 1, 'a'); }},
        {"domein", "zaaktype.fout.domein", [](Zaaktype& z) { z.domein = "belastingen"; }},
        {"afhandelniveau", "zaaktype.fout.bereik", [](Zaaktype& z) { z.afhandelniveau = 6; }},
        {"wettelijke_termijn.aantal", "zaaktype.fout.bereik", [](Zaaktype& z) { z.wettelijke_termijn.aantal = -1; }},
        {"wettelijke_termijn.grondslag", "fout.veld.te_lang", [](Zaaktype& z) { z.wettelijke_termijn.grondslag = std::string(201, 'a'); }},
        {"servicenorm.aantal", "zaaktype.fout.bereik", [](Zaaktype& z) { z.servicenorm.aantal = termijn_limit + 1; }},
        {"verlengen.keren", "zaaktype.fout.bereik", [](Zaaktype& z) { z.verlengen.keren = keren_limit + 1; }},
        {"leges.bedrag_cent", "zaaktype.fout.bereik", [](Zaaktype& z) { z.leges.bedrag_cent = -5; }},
        {"statussen", "fout.veld.te_veel", [](Zaaktype& z) {
             for (int i = 0; z.statussen.size() <= statussen_limit; ++i) z.statussen.push_back({"s" + std::to_string(i), {}, {}, {}, false});
         }},
        {"statussen[1].naam.en", "fout.veld.te_lang", [](Zaaktype& z) { z.statussen[1].naam.en = std::string(naam_limit + 1, 'a'); }},
        {"statussen[2].code", "zaaktype.fout.code_dubbel", [](Zaaktype& z) { z.statussen[2].code = "ontvangen"; }},
        {"resultaten[0].archief.jaren", "zaaktype.fout.bereik", [](Zaaktype& z) { z.resultaten[0].archief.jaren = jaren_limit + 1; }},
        {"resultaten[0].archief.datumkenmerk", "fout.veld.te_lang",
         [](Zaaktype& z) { z.resultaten[0].archief.datumkenmerk = std::string(datumkenmerk_limit + 1, 'a'); }},
        {"resultaten[0].archief.procestermijn_jaren", "zaaktype.fout.bereik", [](Zaaktype& z) { z.resultaten[0].archief.procestermijn_jaren = -1; }},
        {"rollen[3]", "zaaktype.fout.rol_dubbel", [](Zaaktype& z) { z.rollen.push_back(Rolsoort::initiator); }},
        {"eigenschappen[1].keuzes[0].nl", "fout.veld.te_lang", [](Zaaktype& z) { z.eigenschappen[1].keuzes[0].nl = std::string(naam_limit + 1, 'a'); }},
        {"eigenschappen[1].code", "zaaktype.fout.code_dubbel", [](Zaaktype& z) { z.eigenschappen[1].code = "aantal-bomen"; }},
        {"documenttypen[0].code", "zaaktype.fout.code", [](Zaaktype& z) { z.documenttypen[0].code = "../x"; }},
        {"taken[0].werkdagen", "zaaktype.fout.bereik", [](Zaaktype& z) { z.taken[0].werkdagen = -1; }},
    };
    for (const Rij& rij : table) {
        Zaaktype z = testing::kapvergunning();
        rij.breekt(z);
        CAPTURE(rij.pad);
        CAPTURE(told(vormfouten(z)));
        CHECK(tells(vormfouten(z), rij));
        CHECK(vormfouten(z, "zaaktypen[3]")[0].field == std::string("zaaktypen[3].") + rij.pad);
    }
}

TEST_CASE("what publishing asks is told by its path, while a draft may be kept without it") {
    const std::vector<Rij> table{
        {"naam.en", "fout.veld.verplicht", [](Zaaktype& z) { z.naam.en = ""; }},
        {"doel", "fout.veld.verplicht", [](Zaaktype& z) { z.doel = ""; }},
        {"uitleg.nl", "fout.veld.verplicht", [](Zaaktype& z) { z.uitleg.nl = ""; }},
        {"servicenorm.aantal", "zaaktype.fout.servicenorm", [](Zaaktype& z) { z.servicenorm.aantal = 0; }},
        {"verlengen.aantal", "zaaktype.fout.verlenging", [](Zaaktype& z) { z.verlengen.aantal = 0; }},
        {"zonder_inloggen", "zaaktype.fout.zonder_inloggen", [](Zaaktype& z) { z.zonder_inloggen = true, z.domein = "wmo"; }},
        {"leges.bedrag_cent", "zaaktype.fout.leges_bedrag", [](Zaaktype& z) { z.leges.bedrag_cent = 0; }},
        {"leges.bedrag_cent", "zaaktype.fout.leges_geen", [](Zaaktype& z) { z.leges.soort = Legessoort::geen; }},
        {"leges.uitleg.en", "fout.veld.verplicht", [](Zaaktype& z) { z.leges.uitleg.en = ""; }},
        {"statussen[2].eind", "zaaktype.fout.eind_ontbreekt", [](Zaaktype& z) { z.statussen[2].eind = false; }},
        {"statussen[0].eind", "zaaktype.fout.eind_te_vroeg", [](Zaaktype& z) { z.statussen[0].eind = true; }},
        {"statussen[1].wij_doen.en", "fout.veld.verplicht", [](Zaaktype& z) { z.statussen[1].wij_doen.en = ""; }},
        {"statussen[1].u_doet.nl", "fout.veld.verplicht", [](Zaaktype& z) { z.statussen[1].u_doet.nl = ""; }},
        {"resultaten", "zaaktype.fout.geen_resultaat", [](Zaaktype& z) { z.resultaten.clear(); }},
        {"resultaten[1].archief.jaren", "zaaktype.fout.archief_jaren", [](Zaaktype& z) { z.resultaten[1].archief.jaren = 0; }},
        {"resultaten[1].archief.jaren", "zaaktype.fout.archief_bewaren",
         [](Zaaktype& z) { z.resultaten[1].archief.nominatie = Nominatie::blijvend_bewaren; }},
        {"vertrouwelijkheid", "zaaktype.fout.vertrouwelijkheid",
         [](Zaaktype& z) { z.domein = "wmo", z.vertrouwelijkheid = Zaaktypevertrouwelijkheid::zaakvertrouwelijk; }},
        {"resultaten[0].archief.datumkenmerk", "zaaktype.fout.datumkenmerk", [](Zaaktype& z) { z.resultaten[0].archief.afleiding = Afleiding::eigenschap; }},
        {"resultaten[0].archief.datumkenmerk", "zaaktype.fout.datumkenmerk",
         [](Zaaktype& z) { z.resultaten[0].archief.afleiding = Afleiding::eigenschap, z.resultaten[0].archief.datumkenmerk = "aantal-bomen"; }},
        {"resultaten[0].archief.datumkenmerk", "zaaktype.fout.datumkenmerk_geen", [](Zaaktype& z) { z.resultaten[0].archief.datumkenmerk = "reden"; }},
        {"resultaten[0].archief.procestermijn_jaren", "zaaktype.fout.procestermijn_geen", [](Zaaktype& z) { z.resultaten[0].archief.procestermijn_jaren = 5; }},
        {"rollen", "zaaktype.fout.geen_rol", [](Zaaktype& z) { z.rollen.clear(); }},
        {"eigenschappen[1].keuzes", "zaaktype.fout.keuzes_nodig", [](Zaaktype& z) { z.eigenschappen[1].keuzes.pop_back(); }},
        {"eigenschappen[1].keuzes", "zaaktype.fout.keuzes_te_veel", [](Zaaktype& z) { z.eigenschappen[1].soort = Eigenschapsoort::tekst; }},
        {"eigenschappen[1].keuzes[1].en", "fout.veld.verplicht", [](Zaaktype& z) { z.eigenschappen[1].keuzes[1].en = ""; }},
        {"documenttypen[0].naam.en", "fout.veld.verplicht", [](Zaaktype& z) { z.documenttypen[0].naam.en = ""; }},
        {"taken[0].bij_status", "zaaktype.fout.status_onbekend", [](Zaaktype& z) { z.taken[0].bij_status = "elders"; }},
        {"taken[0].werkdagen", "zaaktype.fout.werkdagen", [](Zaaktype& z) { z.taken[0].werkdagen = 0; }},
    };
    for (const Rij& rij : table) {
        Zaaktype z = testing::kapvergunning();
        rij.breekt(z);
        CAPTURE(rij.pad);
        CAPTURE(told(ontbrekend(z)));
        CHECK(tells(ontbrekend(z), rij));
        CHECK(told(vormfouten(z)) == "");
    }
    Zaaktype z = testing::klacht();
    z.statussen.clear();
    CHECK(tells(ontbrekend(z), {"statussen", "zaaktype.fout.geen_status", {}}));
}

TEST_CASE("texts are kept trimmed and without control characters") {
    Zaaktype z = testing::kapvergunning();
    z.naam.nl = "  Kapvergunning\x07 ";
    z.eigenschappen[1].keuzes[0].en = "\tIll ";
    CHECK(opgeschoond(z) == testing::kapvergunning());
}

TEST_CASE("equal case types have no differences, and each changed field is one") {
    const Zaaktype oud = testing::kapvergunning();
    CHECK(verschillen(oud, oud).empty());
    Zaaktype nieuw = oud;
    nieuw.naam.en = "Felling permit";
    nieuw.wettelijke_termijn.aantal = 6;
    nieuw.opschorten = false;
    nieuw.aanleiding = Aanleiding::melding;
    nieuw.statussen[1].naam.nl = "Wij zijn bezig";
    nieuw.rollen.pop_back();
    CHECK(verschillen(oud, nieuw) == std::vector<Verschil>{
                                         {"naam.en", "Tree felling permit", "Felling permit"},
                                         {"aanleiding", "aanvraag", "melding"},
                                         {"wettelijke_termijn.aantal", "8", "6"},
                                         {"opschorten", "true", "false"},
                                         {"statussen[in-behandeling].naam.nl", "In behandeling", "Wij zijn bezig"},
                                         {"rollen", "initiator, behandelaar, adviseur", "initiator, behandelaar"},
                                     });
}

TEST_CASE("a status put in between is told as itself, not as a change of all that follow") {
    const Zaaktype oud = testing::kapvergunning();
    Zaaktype nieuw = oud;
    nieuw.statussen.insert(nieuw.statussen.begin() + 1, Statustype{"advies", {"Advies", "Advice"}, {}, {}, false});
    const auto found = verschillen(oud, nieuw);
    CHECK(found.front() == Verschil{"statussen", "ontvangen, in-behandeling, afgehandeld", "ontvangen, advies, in-behandeling, afgehandeld"});
    for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i].pad.starts_with("statussen[advies]."));
    const auto back = verschillen(nieuw, oud);
    CHECK(back.back().pad.starts_with("statussen[advies]."));
    CHECK(back.back().nieuw == "");
}

}  // namespace dichtbij::zaaktype::regels_test
