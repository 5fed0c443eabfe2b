#include <doctest/doctest.h>

#include "support/heart.h"

namespace dichtbij::werk::werklijst_test {
namespace {

using testing::at;
using testing::Heart;
using testing::in_each_heart;

WerklijstVraag of_team(Id<Team> team) {
    WerklijstVraag vraag;
    vraag.wie = Wie::team;
    vraag.team = team;
    return vraag;
}

Werk promised(Heart& h, std::string_view due, std::string titel = "Vraag") {
    Opening opening = h.question();
    opening.titel = std::move(titel);
    opening.belofte = Belofte{at(due)};
    return h.open(opening);
}

}  // namespace

TEST_CASE("a list is in order of promise, and paging by key shows every row once") {
    in_each_heart([](Heart& h) {
        for (const char* due : {"2026-12-03 17:00", "2026-11-24 17:00", "2026-11-30 17:00", "2026-11-24 17:00", "2026-11-25 12:00"}) promised(h, due);
        WerklijstVraag vraag = of_team(h.v.vergunningen);
        vraag.limit = 2;
        std::vector<Instant> seen;
        std::vector<Id<dichtbij::Werk>> ids;
        for (int pages = 0; pages < 5; ++pages) {
            const Werkpagina pagina = h.lijst.page(h.ruben(), vraag).value();
            for (const auto& regel : pagina.regels) {
                seen.push_back(regel.werk.orde_op);
                ids.push_back(regel.werk.id);
            }
            if (!pagina.volgende) break;
            vraag.na = pagina.volgende;
        }
        CHECK(seen.size() == 5);
        CHECK(std::is_sorted(seen.begin(), seen.end()));
        std::sort(ids.begin(), ids.end());
        CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
    });
}

TEST_CASE("counts per bucket agree with the rows of each bucket") {
    in_each_heart([](Heart& h) {
        for (const char* due : {"2026-11-24 12:00", "2026-11-24 17:00", "2026-11-25 17:00", "2026-11-26 17:00", "2026-11-30 17:00"}) promised(h, due);
        const Werk waits = promised(h, "2026-11-27 17:00");
        CHECK(h.werk.pause(h.marleen(), {waits.id, waits.versie}, Wachtreden::inwoner, "tekening").has_value());
        h.set("2026-11-24 13:00");
        WerklijstVraag vraag = of_team(h.v.vergunningen);
        const Tellingen tellingen = h.lijst.counts(h.ruben(), vraag).value();
        CHECK(tellingen == Tellingen{6, 1, 1, 2, 1, 1});
        for (const Bak bak : {Bak::alles, Bak::te_laat, Bak::vandaag, Bak::deze_week, Bak::later, Bak::wacht}) {
            vraag.bak = bak;
            const auto rows = h.lijst.page(h.ruben(), vraag).value().regels;
            CAPTURE(static_cast<int>(bak));
            CHECK(static_cast<std::int64_t>(rows.size()) == tellingen.of(bak));
            for (const auto& regel : rows)
                if (bak != Bak::alles) CHECK(regel.bak == bak);
        }
    });
}

TEST_CASE("mine, for whom I act, and all I may see") {
    in_each_heart([](Heart& h) {
        const Werk a = h.open();
        h.open();
        CHECK(h.werk.accept(h.ruben(), a.id, a.versie).has_value());
        WerklijstVraag vraag;
        CHECK(h.lijst.counts(h.ruben(), vraag).value().totaal == 1);
        CHECK(h.lijst.counts(h.marleen(), vraag).value().totaal == 1);
        vraag.wie = Wie::vervanging;
        CHECK(h.lijst.counts(h.ilse(), vraag).value().totaal == 0);
        h.absent(h.v.ruben, make_day(2026, 11, 23), make_day(2026, 11, 28), h.v.ilse);
        CHECK(h.lijst.counts(h.ilse(), vraag).value().totaal == 1);
        vraag.wie = Wie::alles;
        CHECK(h.lijst.counts(h.tom(), vraag).value().totaal == 2);
        CHECK(h.lijst.counts(h.noor(), vraag).value().totaal == 0);
        CHECK(h.lijst.counts(h.beheerder(), vraag).error().reason == Reason::forbidden);
        vraag.gemeente = h.v.oeverland;
        CHECK(h.lijst.counts(h.noor(), vraag).value().totaal == 0);
    });
}

TEST_CASE("filters narrow the list, and never find what is masked") {
    in_each_heart([](Heart& h) {
        promised(h, "2026-11-25 17:00", "Beuk aan de Kastanjelaan");
        Opening secret = h.question();
        secret.titel = "Beuk bij de jeugdzorg";
        secret.domein = "jeugd";
        const Werk hidden = h.open(secret);
        WerklijstVraag vraag = of_team(h.v.vergunningen);
        const auto rows = h.lijst.page(h.ruben(), vraag).value().regels;
        REQUIRE(rows.size() == 2);
        const auto masked_row = std::find_if(rows.begin(), rows.end(), [&](const auto& regel) { return regel.werk.id == hidden.id; });
        CHECK(masked_row->afgeschermd);
        CHECK(masked_row->werk.titel.empty());
        CHECK(masked_row->werk.nummer == hidden.nummer);
        vraag.tekst = "BÉUK";
        CHECK(h.lijst.counts(h.ruben(), vraag).value().totaal == 1);
        vraag.tekst = "K-2026-100001";
        CHECK(h.lijst.counts(h.ruben(), vraag).value().totaal == 1);
        vraag.tekst.clear();
        vraag.onderwerp = h.v.bomen;
        CHECK(h.lijst.counts(h.ruben(), vraag).value().totaal == 1);
        vraag.onderwerp = h.v.paspoort;
        CHECK(h.lijst.counts(h.ruben(), vraag).value().totaal == 0);
        vraag = of_team(h.v.vergunningen);
        vraag.aanvaarding = Aanvaarding::aanvaard;
        CHECK(h.lijst.counts(h.ruben(), vraag).value().totaal == 0);
        vraag.tekst = std::string(zoek_limit + 1, 'x');
        CHECK(h.lijst.counts(h.ruben(), vraag).error().reason == Reason::invalid);
    });
}

TEST_CASE("the lead sees what is late or soon will be, by person and by subject") {
    in_each_heart([](Heart& h) {
        const Werk late = promised(h, "2026-11-24 12:00");
        promised(h, "2026-11-24 17:00");
        promised(h, "2026-12-24 17:00");
        CHECK(h.werk.accept(h.ruben(), late.id, late.versie).has_value());
        h.set("2026-11-24 16:00");
        CHECK(h.lijst.team_overview(h.ruben(), h.v.vergunningen).error().reason == Reason::forbidden);
        const Teamoverzicht overzicht = h.lijst.team_overview(h.marleen(), h.v.vergunningen).value();
        CHECK(overzicht.tellingen.totaal == 3);
        CHECK(overzicht.tellingen.te_laat == 1);
        CHECK(overzicht.binnenkort == 1);
        CHECK(overzicht.niet_aanvaard == 2);
        REQUIRE(overzicht.personen.size() == 3);
        CHECK(overzicht.personen[0].medewerker == h.v.ruben);
        CHECK(overzicht.personen[1].medewerker == h.v.marleen);
        CHECK(overzicht.personen[2].tellingen.totaal == 0);
        REQUIRE(overzicht.onderwerpen.size() == 1);
        CHECK(overzicht.onderwerpen[0].te_laat == 1);
        CHECK(overzicht.dringend.size() == 2);
        CHECK(overzicht.dringend[0].werk.id == late.id);
    });
}

TEST_CASE("a view is saved under a name, shared with a team, and removed by its maker or the lead") {
    in_each_heart([](Heart& h) {
        WerklijstVraag vraag = of_team(h.v.vergunningen);
        CHECK(h.lijst.save_view(h.ruben(), "", vraag, {}).error().reason == Reason::invalid);
        CHECK(h.lijst.save_view(h.ruben(), "Maandag", vraag, h.v.kcc).error().reason == Reason::forbidden);
        const Weergave first = h.lijst.save_view(h.ruben(), "Maandag", vraag, h.v.vergunningen).value();
        vraag.bak = Bak::te_laat;
        const Weergave again = h.lijst.save_view(h.ruben(), "Maandag", vraag, h.v.vergunningen).value();
        CHECK(again.id == first.id);
        CHECK(h.lijst.views(h.ruben()).size() == 1);
        REQUIRE(h.lijst.views(h.ilse()).size() == 1);
        CHECK(vraag_from(h.lijst.views(h.ilse())[0].vraag) == vraag);
        CHECK(h.lijst.views(h.tom()).empty());
        CHECK(h.lijst.delete_view(h.ilse(), first.id).error().reason == Reason::forbidden);
        CHECK(h.lijst.delete_view(h.marleen(), first.id).has_value());
        CHECK(h.lijst.delete_view(h.ruben(), first.id).error().reason == Reason::not_found);
    });
}

}  // namespace dichtbij::werk::werklijst_test
