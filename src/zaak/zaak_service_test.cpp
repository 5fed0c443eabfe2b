#include "zaak/zaak_service.h"

#include <doctest/doctest.h>

#include <thread>

#include "support/zaken.h"

namespace dichtbij::zaak::zaak_service_test {
namespace {

using klantcontact::Afloop;
using testing::at;
using testing::in_each_zaken;
using testing::Zaken;

Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

std::string field_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? "" : result.error().fields[0].field;
}

bool has_event(Zaken& z, Id<dichtbij::Zaak> id, std::string_view name) {
    for (const auto& line : z.events(id))
        if (line.gebeurtenis == name) return true;
    return false;
}

}  // namespace

TEST_CASE("a new case has a number, work with an owner and a promise, its first status, its term and clocks") {
    in_each_zaken([](Zaken& z) {
        const Gemaakt one = z.made();
        CHECK(one.zaak.nummer.starts_with("Z-2026-"));
        CHECK(one.zaak.status == "ontvangen");
        CHECK(one.zaak.startdatum == make_day(2026, 11, 23));
        CHECK(one.zaak.laatste_datum == make_day(2027, 1, 18));
        CHECK(one.zaak.vertrouwelijkheid == Vertrouwelijkheid::zaakvertrouwelijk);
        CHECK(one.werk.soort == werk::Soort::zaak);
        CHECK(one.werk.object == one.zaak.id.bytes);
        CHECK(one.werk.team == z.v.vergunningen);
        CHECK(one.werk.eigenaar == z.v.marleen);
        CHECK(one.werk.partij == z.fatima);
        CHECK(one.werk.beloofd_op == at("2026-12-21 17:00"));  // 20 working days
        const auto service = z.klok(one.zaak.id, "zaaktype.kapvergunning");
        REQUIRE(service);
        CHECK(service->klok.uiterlijk_op == at("2026-12-21 17:00"));
        const auto legal = z.klok(one.zaak.id, klok_wettelijk);
        REQUIRE(legal);
        CHECK(day_of(legal->klok.uiterlijk_op) == make_day(2027, 1, 18));
        const ZaakBeeld beeld = z.zaken.get(z.ruben(), one.zaak.id).value();
        CHECK(beeld.rollen.size() == 1);
        CHECK(beeld.statussen.size() == 1);
        CHECK(beeld.zaaktype.code == "kapvergunning");
        CHECK(beeld.termijn->einde.explanation.size() > 1);
        CHECK(beeld.mag_handelen);
        CHECK(beeld.schrijft_inwoner);
        CHECK(z.looks_at(z.fatima).size() == 1);
        CHECK(has_event(z, one.zaak.id, "zaak.geopend"));
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a case takes over the work of its question, and the clocks run on") {
    in_each_zaken([](Zaken& z) {
        const auto asked = z.registered(z.contact(Afloop::doorgezet));
        const auto before = z.store.read([&](store::Tx& tx) { return z.werk.klokken(tx, asked.werk); }).value();
        z.clock.advance(hours(2));
        NieuweZaak nieuw = z.nieuw(z.kap);
        nieuw.klantcontact = asked.klantcontact.id;
        nieuw.kanaal.clear();
        nieuw.rollen.clear();
        const Gemaakt one = z.zaken.create(z.tom(), nieuw).value();
        CHECK(one.werk.id == asked.werk.id);
        CHECK(one.werk.nummer == one.zaak.nummer);
        CHECK(one.werk.beloofd_op == asked.werk.beloofd_op);
        CHECK(one.werk.geopend_op == asked.werk.geopend_op);
        CHECK(one.werk.eigenaar == asked.werk.eigenaar);
        CHECK(one.zaak.kanaal == "telefoon");
        CHECK(one.zaak.klantcontact == asked.klantcontact.id);
        const auto after = z.klokken(one.zaak.id);
        for (const auto& old : before) {
            const auto same = std::find_if(after.begin(), after.end(), [&](const auto& now) { return now.klok.meet == old.klok.meet && now.klok.gestart_op == old.klok.gestart_op; });
            CHECK(same != after.end());
        }
        CHECK(z.klok(one.zaak.id, "zaaktype.kapvergunning")->klok.gestart_op == asked.werk.geopend_op);
        const ZaakBeeld beeld = z.beeld(one.zaak.id);
        REQUIRE(beeld.rollen.size() == 1);
        CHECK(beeld.rollen[0].partij == z.fatima);
        CHECK(z.contacten.hide(z.tom(), asked.klantcontact.id, "dubbel").has_value());
        CHECK(z.again(one.werk).is_open());
        const Gemaakt second = z.zaken.create(z.tom(), z.nieuw(z.kap)).value();
        CHECK(second.werk.id != one.werk.id);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a case made of a taak stays with the colleague who has it, and the taak ends") {
    in_each_zaken([](Zaken& z) {
        const auto asked = z.registered(z.contact(Afloop::doorgezet));
        auto taak = z.taken.create(z.tom(), {asked.klantcontact.id, "terugbellen", "", "", "", "", "", {}, {}}).value();
        taak.werk = z.werk.accept(z.ruben(), taak.werk.id, taak.werk.versie).value().werk;
        NieuweZaak nieuw = z.nieuw(z.kap);
        nieuw.taak = taak.taak.id;
        const Gemaakt one = z.zaken.create(z.ruben(), nieuw).value();
        CHECK(one.werk.id == taak.werk.id);
        CHECK(one.werk.eigenaar == z.v.ruben);
        CHECK(one.werk.aanvaard_op.has_value());
        CHECK(z.store.read([&](store::Tx& tx) { return z.taken.stored(tx, taak.taak.id); })->status == taak::Taakstatus::verwerkt);
        CHECK(key_of(z.taken.close(z.ruben(), {{one.werk.id, one.werk.versie}, werk::Uitkomst::beantwoord, "Dat mag.", true})) == "taak.fout.is_zaak");
        CHECK(key_of(z.zaken.create(z.ruben(), [&] { auto both = nieuw; both.klantcontact = asked.klantcontact.id; return both; }())) == "zaak.fout.een_herkomst");
        const Gemaakt second = z.zaken.create(z.ruben(), nieuw).value();
        CHECK(second.werk.id != one.werk.id);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a question that was answered at once is opened again by the case it becomes") {
    in_each_zaken([](Zaken& z) {
        const auto asked = z.registered(z.contact(Afloop::beantwoord));
        NieuweZaak nieuw = z.nieuw(z.kap);
        nieuw.klantcontact = asked.klantcontact.id;
        const Gemaakt one = z.zaken.create(z.tom(), nieuw).value();
        CHECK(one.werk.id == asked.werk.id);
        CHECK(one.werk.is_open());
        CHECK(one.werk.beloofd_op == at("2026-12-21 17:00"));
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("what a new case is refused for is named by field") {
    in_each_zaken([](Zaken& z) {
        struct Row {
            const char* what;
            std::function<void(NieuweZaak&)> change;
            const char* field;
            const char* key;
        };
        const Day tomorrow = make_day(2026, 11, 24);
        for (const Row& row : {Row{"no channel", [](auto& n) { n.kanaal = " "; }, "kanaal", "fout.veld.verplicht"},
                               Row{"received tomorrow", [&](auto& n) { n.startdatum = tomorrow; }, "startdatum", "zaak.fout.datum_toekomst"},
                               Row{"received long ago", [](auto& n) { n.startdatum = make_day(1990, 1, 1); }, "startdatum", "zaak.fout.datum_te_ver"},
                               Row{"long title", [](auto& n) { n.omschrijving = std::string(omschrijving_limit + 1, 'x'); }, "omschrijving", "fout.veld.te_lang"},
                               Row{"no answer of the case type", [](auto& n) { n.eigenschappen = {{"kleur", "groen"}}; }, "eigenschappen.kleur", "zaak.fout.eigenschap"},
                               Row{"nobody", [](auto& n) { n.rollen[0].partij.reset(); }, "rollen.0.partij", "zaak.fout.rol_wie"},
                               Row{"an unknown person", [&](auto& n) { n.rollen[0].partij = z.ids.make<Partij>(); }, "rollen.0.partij", "zaak.fout.partij_onbekend"},
                               Row{"two applicants", [&](auto& n) { n.rollen.push_back({Rolsoort::initiator, z.person("Jan", "Smit", z.v.oeverland), {}, {}, {}, {}, {}}); }, "rollen.1.soort", "zaak.fout.rol_een_initiator"},
                               Row{"a role the case type lacks", [&](auto& n) { n.rollen.push_back({Rolsoort::beslisser, {}, z.v.ilse, {}, {}, {}, {}}); }, "rollen.1.soort", "zaak.fout.rol_niet_in_zaaktype"}}) {
            CAPTURE(row.what);
            NieuweZaak nieuw = z.nieuw(z.kap);
            row.change(nieuw);
            const auto refused = z.zaken.create(z.tom(), nieuw);
            CHECK(key_of(refused) == row.key);
            CHECK(field_of(refused) == row.field);
        }
        NieuweZaak elsewhere = z.nieuw(z.published(Zaken::jeugdhulp(), z.v.heidedal, z.v.jeugd));
        CHECK(reason_of(z.zaken.create(z.tom(), elsewhere)) == Reason::not_found);
        CHECK(reason_of(z.zaken.create(z.noor(), z.nieuw(z.kap))) == Reason::not_found);
        CHECK(reason_of(z.zaken.create(z.beheerder(), z.nieuw(z.kap))) == Reason::forbidden);
        NieuweZaak ended = z.nieuw(z.kap);
        ended.startdatum = make_day(2026, 11, 1);
        CHECK(z.zaken.create(z.tom(), ended).has_value());  // received before the case type was in force
    });
}

TEST_CASE("a case goes from step to step, makes its tasks there, and stays on its version of the case type") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(z.beeld(id).taken.empty());
        CHECK(key_of(z.zaken.set_status(z.ruben(), {z.bij(id), "afgehandeld", ""})) == "zaak.fout.status_eind");
        const Zaak there = z.zaken.set_status(z.ruben(), {z.bij(id), "in-behandeling", ""}).value();
        CHECK(there.status == "in-behandeling");
        ZaakBeeld beeld = z.beeld(id);
        REQUIRE(beeld.taken.size() == 1);
        CHECK(beeld.taken[0].taak.naam == "Advies van de bomenadviseur");
        CHECK(beeld.taken[0].taak.uiterlijk_datum == make_day(2026, 11, 30));
        CHECK(beeld.taken[0].werk.soort == werk::Soort::zaaktaak);
        CHECK(beeld.taken[0].werk.ouder == beeld.werk.id);
        CHECK(key_of(z.zaken.set_status(z.ruben(), {z.bij(id), "ontvangen", " "})) == "fout.veld.verplicht");
        CHECK(key_of(z.zaken.set_status(z.ruben(), {{id, 1}, "ontvangen", "Terug"})) == "fout.gewijzigd");
        CHECK(z.zaken.set_status(z.ruben(), {z.bij(id), "ontvangen", "Tekening klopt niet"}).has_value());
        CHECK(z.zaken.set_status(z.ruben(), {z.bij(id), "in-behandeling", ""}).has_value());
        beeld = z.beeld(id);
        CHECK(beeld.taken.size() == 1);
        REQUIRE(beeld.statussen.size() == 4);
        CHECK(beeld.statussen[2].toelichting == "Tekening klopt niet");

        z.clock.advance(hours(24));
        const auto chef = organisatie::testing::caller(z.v.sanne, {{access::Rol::beheerder, z.v.oeverland, {}}});
        const auto draft = z.typen.start_ontwerp(chef, z.kap).value();
        auto next = Zaken::kapvergunning();
        next.statussen.insert(next.statussen.begin() + 1, {"bekeken", {"Bekeken", "Seen"}, {"Wij kijken.", "We look."}, {}, false});
        const auto revisie = z.typen.save_ontwerp(chef, draft, next, 0).value();
        CHECK(z.typen.publish(chef, draft, revisie).has_value());
        CHECK(z.beeld(id).zaaktype.statussen.size() == 3);
        CHECK(z.beeld(z.made().zaak.id).zaaktype.statussen.size() == 4);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a case ends with a result of its type; what is missing is named until someone says why") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(z.zaken.set_status(z.ruben(), {z.bij(id), "in-behandeling", ""}).has_value());
        CHECK(key_of(z.zaken.close(z.ruben(), {z.bij(id), "gebakken", "", "x", {}})) == "zaak.fout.resultaat_onbekend");
        const auto lacking = z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "", Zaken::words()});
        REQUIRE_FALSE(lacking);
        REQUIRE(lacking.error().fields.size() == 2);
        CHECK(lacking.error().fields[0].key == "zaak.fout.besluit_ontbreekt");
        CHECK(lacking.error().fields[1].args == std::vector<std::string>{"Tekening van de plek", "Drawing of the place"});
        const Zaak closed = z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "Tekening stond in de brief", Zaken::words()}).value();
        CHECK(closed.status == "afgehandeld");
        CHECK(closed.einddatum == make_day(2026, 11, 23));
        CHECK(closed.archiefactiedatum == make_day(2031, 11, 23));
        CHECK(closed.archiefnominatie == zaaktype::Nominatie::vernietigen);
        const ZaakBeeld beeld = z.beeld(id);
        CHECK(beeld.taken[0].taak.uitkomst == Taakuitkomst::vervallen);
        CHECK_FALSE(beeld.taken[0].werk.is_open());
        CHECK_FALSE(beeld.werk.is_open());
        CHECK(z.berichten_over(id).size() == 1);
        CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::gehaald);
        CHECK_FALSE(z.store.read([&](store::Tx& tx) { return z.werk.ongedaan_te_maken(tx, z.ruben(), beeld.werk.id); }));
        CHECK(key_of(z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "x", {}})) == "zaak.fout.gesloten");
        CHECK(key_of(z.zaken.set_status(z.ruben(), {z.bij(id), "ontvangen", "x"})) == "zaak.fout.gesloten");
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a closed case opens again with a reason, without result and archiving, with a promise and all clocks") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(key_of(z.zaken.reopen(z.ruben(), {z.bij(id), "Vergissing", Zaken::words()})) == "zaak.fout.open");
        CHECK(z.zaken.close(z.ruben(), {z.bij(id), "geweigerd", "", "Telefonisch afgesproken", {}}).has_value());
        z.set("2026-11-25 10:00");
        CHECK(key_of(z.zaken.reopen(z.ruben(), {z.bij(id), " ", Zaken::words()})) == "fout.veld.verplicht");
        CHECK(field_of(z.zaken.reopen(z.ruben(), {z.bij(id), "Vergissing", {}})) == "bericht.tekst");
        const Zaak open = z.zaken.reopen(z.ruben(), {z.bij(id), "Vergissing", Zaken::words()}).value();
        CHECK(open.is_open());
        CHECK(open.resultaat.empty());
        CHECK_FALSE(open.einddatum);
        CHECK_FALSE(open.archiefactiedatum);
        CHECK_FALSE(open.archiefnominatie);
        CHECK(open.status == "in-behandeling");
        CHECK(open.laatste_datum == make_day(2027, 1, 18));
        const ZaakBeeld beeld = z.beeld(id);
        CHECK(beeld.werk.is_open());
        CHECK(beeld.werk.beloofd_op == at("2026-12-23 17:00"));
        CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::loopt);
        CHECK(z.klok(id, "zaaktype.kapvergunning")->stand == norm::Stand::loopt);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("an applicant takes his application back: the case ends, its promise is neither kept nor missed") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(key_of(z.zaken.withdraw(z.ruben(), {z.bij(id), "", "Boom is omgewaaid", {}})) == "fout.veld.verplicht");
        const Zaak gone = z.zaken.withdraw(z.ruben(), {z.bij(id), "geweigerd", "Boom is omgewaaid", {}}).value();
        CHECK_FALSE(gone.is_open());
        const ZaakBeeld beeld = z.beeld(id);
        CHECK(beeld.werk.uitkomst == werk::Uitkomst::ingetrokken);
        CHECK(z.toezeggingen(beeld.werk.id).back().stand == werk::Stand::vervallen);
        CHECK(z.klok(id, klok_wettelijk)->stand == norm::Stand::vervallen);
        CHECK(has_event(z, id, "zaak.ingetrokken"));
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("of two colleagues who close a case at once one is told that it has changed") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        const Bij seen = z.bij(id);
        std::array<std::optional<Result<Zaak>>, 2> outcomes;
        {
            std::jthread first([&] { outcomes[0].emplace(z.zaken.close(z.ruben(), {seen, "verleend", "", "Besluit volgt", {}})); });
            std::jthread second([&] { outcomes[1].emplace(z.zaken.close(z.ilse(), {seen, "geweigerd", "", "Besluit volgt", {}})); });
        }
        CHECK(outcomes[0]->has_value() != outcomes[1]->has_value());
        const auto& lost = outcomes[0]->has_value() ? *outcomes[1] : *outcomes[0];
        CHECK(lost.error().reason == Reason::conflict);
        CHECK(lost.error().key == "fout.gewijzigd");
        CHECK(z.beeld(id).statussen.size() == 2);
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a deelzaak never messages the resident, belongs to one open main case, and keeps that open") {
    in_each_zaken([](Zaken& z) {
        const auto main_case = z.made().zaak.id;
        NieuweZaak part = z.nieuw(z.kap);
        part.hoofdzaak = main_case;
        const auto id = z.zaken.create(z.ruben(), part).value().zaak.id;
        CHECK_FALSE(z.beeld(id).schrijft_inwoner);
        CHECK(key_of(z.zaken.suspend(z.ruben(), {z.bij(id), Opschortingsgrond::instemming, "Afspraak", {}, {}, "het advies", {}, Zaken::words()})) == "zaak.fout.deelzaak_bericht");
        CHECK(z.zaken.suspend(z.ruben(), {z.bij(id), Opschortingsgrond::instemming, "Afspraak", {}, {}, "het advies", {}, {}}).has_value());
        CHECK(z.berichten_over(id).empty());
        CHECK(key_of(z.zaken.ask_applicant(z.ruben(), {z.bij(id), {}, "Waar staat hij?", make_day(2026, 12, 7), {}, {}, Zaken::words()})) == "zaak.fout.deelzaak_bericht");
        NieuweZaak of_part = z.nieuw(z.kap);
        of_part.hoofdzaak = id;
        CHECK(key_of(z.zaken.create(z.ruben(), of_part)) == "zaak.fout.hoofdzaak_is_deelzaak");
        CHECK(key_of(z.zaken.set_hoofdzaak(z.ruben(), z.bij(main_case), id)) == "zaak.fout.hoofdzaak_is_deelzaak");
        const auto other = z.made().zaak.id;
        CHECK(key_of(z.zaken.set_hoofdzaak(z.ruben(), z.bij(main_case), other)) == "zaak.fout.heeft_deelzaken");
        CHECK(key_of(z.zaken.set_hoofdzaak(z.ruben(), z.bij(other), other)) == "zaak.fout.zichzelf");
        CHECK(key_of(z.zaken.close(z.ruben(), {z.bij(main_case), "verleend", "", "x", {}})) == "zaak.fout.deelzaken_open");
        CHECK(z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "x", {}}).has_value());
        CHECK(z.zaken.close(z.ruben(), {z.bij(main_case), "verleend", "", "x", {}}).has_value());
        CHECK(key_of(z.zaken.reopen(z.ruben(), {z.bij(id), "Fout", {}})) == "zaak.fout.hoofdzaak_gesloten");
        CHECK(key_of(z.zaken.set_hoofdzaak(z.ruben(), z.bij(other), main_case)) == "zaak.fout.hoofdzaak_gesloten");
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("a part whose archiving follows from its main case gets its day when that closes, and loses it when that opens again") {
    in_each_zaken([](Zaken& z) {
        auto type = Zaken::kapvergunning();
        type.code = "deeladvies";
        type.dwangsom = false;
        type.documenttypen.clear();
        for (auto& one : type.resultaten) one.archief.afleiding = zaaktype::Afleiding::hoofdzaak;
        const auto kind = z.published(type, z.v.oeverland, z.v.vergunningen);
        const auto main_case = z.made().zaak.id;
        NieuweZaak part = z.nieuw(kind);
        part.hoofdzaak = main_case;
        const auto id = z.zaken.create(z.ruben(), part).value().zaak.id;
        const Zaak ended = z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "", {}}).value();
        CHECK_FALSE(ended.archiefactiedatum);
        CHECK(ended.zonder_archiefdatum == Zonder_archiefdatum::hoofdzaak_open);
        z.set("2026-12-01 10:00");
        CHECK(z.zaken.close(z.ruben(), {z.bij(main_case), "verleend", "", "x", {}}).has_value());
        CHECK(z.stored(id).archiefactiedatum == make_day(2031, 12, 1));
        CHECK(z.zaken.reopen(z.ruben(), {z.bij(main_case), "Fout", Zaken::words()}).has_value());
        CHECK(z.stored(id).zonder_archiefdatum == Zonder_archiefdatum::hoofdzaak_open);
        CHECK(key_of(z.zaken.set_archiefdatum(z.ruben(), {z.bij(id), make_day(2020, 1, 1), "x"})) == "zaak.fout.archiefdatum_voor_einde");
        CHECK(z.zaken.set_archiefdatum(z.ruben(), {z.bij(id), make_day(2031, 1, 1), "Van de archivaris"}).value().archiefactiedatum == make_day(2031, 1, 1));
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("cases are related from both sides, once, and not with themselves") {
    in_each_zaken([](Zaken& z) {
        const auto one = z.made().zaak.id, two = z.made().zaak.id;
        CHECK(z.zaken.relate(z.ruben(), z.bij(one), two, Aard::vervolg).has_value());
        CHECK(key_of(z.zaken.relate(z.ruben(), z.bij(two), one, Aard::onderwerp)) == "zaak.fout.relatie_bestaat");
        CHECK(key_of(z.zaken.relate(z.ruben(), z.bij(one), one, Aard::vervolg)) == "zaak.fout.zichzelf");
        const auto beeld = z.beeld(two);
        REQUIRE(beeld.relaties.size() == 1);
        CHECK(beeld.relaties[0].first.andere == one);
        CHECK(beeld.relaties[0].second.zaak.nummer == z.stored(one).nummer);
        CHECK(z.zaken.unrelate(z.ruben(), z.bij(two), one).has_value());
        CHECK(z.beeld(one).relaties.empty());
    });
}

TEST_CASE("words and confidentiality can be corrected, and answers given later") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(key_of(z.zaken.change(z.ruben(), {z.bij(id), " ", "", Vertrouwelijkheid::intern})) == "fout.veld.verplicht");
        const Zaak changed = z.zaken.change(z.ruben(), {z.bij(id), "Kappen van twee beuken", "", Vertrouwelijkheid::vertrouwelijk}).value();
        CHECK(changed.vertrouwelijkheid == Vertrouwelijkheid::vertrouwelijk);
        CHECK(z.beeld(id).werk.titel == "Kappen van twee beuken");
        CHECK(z.zaken.set_eigenschappen(z.ruben(), z.bij(id), {{"aantal-bomen", "2"}, {"reden", "Ill"}}).has_value());
        CHECK(z.beeld(id).eigenschappen == std::vector<Eigenschapswaarde>{{"aantal-bomen", "2"}, {"reden", "Ziek"}});
        CHECK(field_of(z.zaken.set_eigenschappen(z.ruben(), z.bij(id), {{"aantal-bomen", "veel"}})) == "eigenschappen.aantal-bomen");
        CHECK(z.zaken.note(z.ruben(), id, {"Let op de buurman", {}}).has_value());
        const auto lines = z.store.read([&](store::Tx& tx) { return z.zaken.timeline(tx, z.ruben(), id, {}, 50); }).value();
        CHECK(std::any_of(lines.begin(), lines.end(), [](const auto& one) { return one.toelichting == "Let op de buurman"; }));
        CHECK(std::any_of(lines.begin(), lines.end(), [](const auto& one) { return one.gebeurtenis == "zaak.gewijzigd" && one.kenmerk("velden") == "omschrijving,vertrouwelijkheid"; }));
    });
}

}  // namespace dichtbij::zaak::zaak_service_test
