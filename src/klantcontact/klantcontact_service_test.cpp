#include "klantcontact/klantcontact_service.h"

#include <doctest/doctest.h>

#include "support/desk.h"

namespace dichtbij::klantcontact::klantcontact_service_test {
namespace {

using testing::at;
using testing::Desk;
using testing::in_each_desk;

Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

Contactpagina contacts(Desk& d, const access::Caller& caller, std::optional<Plaats> before = {}, int limit = 100) {
    return d.store.read([&](store::Tx& tx) { return d.contacten.of_partijen(tx, caller, std::vector{d.fatima}, before, limit); });
}

}  // namespace

TEST_CASE("how a question ends decides its work: closed at once or running with a promise") {
    in_each_desk([](Desk& d) {
        struct Row {
            Afloop afloop;
            std::optional<werk::Uitkomst> uitkomst;
        };
        for (const Row& row : {Row{Afloop::beantwoord, werk::Uitkomst::beantwoord}, Row{Afloop::doorverwezen, werk::Uitkomst::doorverwezen},
                               Row{Afloop::beeindigd, werk::Uitkomst::beeindigd}, Row{Afloop::doorgezet, {}}}) {
            const auto [one, werk] = d.registered(d.contact(row.afloop));
            CAPTURE(static_cast<int>(row.afloop));
            CHECK(werk.uitkomst == row.uitkomst);
            CHECK(werk.is_open() == !row.uitkomst);
            CHECK(werk.partij == d.fatima);
            CHECK(one.inhoud.onderwerp == "Bomen kappen");
            CHECK(one.inhoud.product == d.v.kapvergunning);
            CHECK(one.nummer.starts_with("K-2026-"));
            CHECK(one.door == d.v.tom);
            CHECK(werk.team == (row.uitkomst ? d.v.kcc : d.v.vergunningen));
            CHECK(werk.eigenaar == (row.uitkomst ? d.v.tom : d.v.marleen));
        }
        CHECK(d.faults().empty());
        CHECK(d.contact_faults().empty());
    });
}

TEST_CASE("three questions in a call share one gesprek, and a gesprek takes so many") {
    in_each_desk([](Desk& d) {
        const Gesprek gesprek = d.contacten.start_gesprek(d.tom(), d.v.oeverland, "telefoon", d.clock.now()).value();
        auto nieuw = d.contact(Afloop::beantwoord);
        nieuw.gesprek = gesprek.id;
        for (int i = 0; i < vragen_limit; ++i) CHECK(d.registered(nieuw).klantcontact.gesprek == gesprek.id);
        CHECK(key_of(d.contacten.register_klantcontact(d.tom(), nieuw)) == "klantcontact.fout.te_veel_vragen");
        CHECK(d.store.read([&](store::Tx& tx) { return d.contacten.of_gesprek(tx, d.tom(), gesprek.id); }).size() == vragen_limit);
        nieuw.gesprek = d.ids.make<dichtbij::Gesprek>();
        CHECK(reason_of(d.contacten.register_klantcontact(d.tom(), nieuw)) == Reason::not_found);
    });
}

TEST_CASE("a question is handed to a team or a person that is named, else by routing") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::doorgezet);
        nieuw.naar = werk::NaarMedewerker{d.v.ilse, d.v.vergunningen};
        CHECK(d.registered(nieuw).werk.eigenaar == d.v.ilse);
        nieuw.naar = werk::NaarTeam{d.v.kcc};
        CHECK(d.registered(nieuw).werk.eigenaar == d.v.sanne);
        nieuw.naar = werk::NaarTeam{d.v.jeugd};
        CHECK(key_of(d.contacten.register_klantcontact(d.tom(), nieuw)) == "werk.fout.team_onbekend");
        nieuw.naar = werk::NaarMedewerker{d.v.tom, d.v.vergunningen};
        CHECK(key_of(d.contacten.register_klantcontact(d.tom(), nieuw)) == "werk.fout.medewerker_niet_in_team");
        nieuw.naar.reset();
        nieuw.belofte = werk::Belofte{at("2026-11-24 12:00"), werk::Nauwkeurigheid::tijdstip};
        const auto promised = d.registered(nieuw).werk;
        CHECK(promised.team == d.v.vergunningen);
        CHECK(promised.beloofd_op == at("2026-11-24 12:00"));
        CHECK(d.toezeggingen(promised.id)[0].herkomst == werk::Herkomst::medewerker);
        CHECK(d.faults().empty());
    });
}

TEST_CASE("a foreign gemeente, its persons and its subjects are not found; without a role it is refused") {
    in_each_desk([](Desk& d) {
        const auto nieuw = d.contact(Afloop::beantwoord);
        CHECK(reason_of(d.contacten.register_klantcontact(d.noor(), nieuw)) == Reason::not_found);
        CHECK(reason_of(d.contacten.register_klantcontact(d.beheerder(), nieuw)) == Reason::forbidden);
        auto other = d.contact(Afloop::beantwoord);
        other.betrokkenen = {d.asks(d.person("Henk", "Vries", d.v.heidedal))};
        CHECK(reason_of(d.contacten.register_klantcontact(d.tom(), other)) == Reason::not_found);
        const auto known = d.registered(nieuw).klantcontact;
        CHECK(reason_of(d.contacten.get(d.noor(), known.id)) == Reason::not_found);
        CHECK(reason_of(d.contacten.get(d.beheerder(), known.id)) == Reason::forbidden);
        CHECK(contacts(d, d.noor()).regels.empty());
    });
}

TEST_CASE("what comes over the standard comes back as it was") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::beantwoord);
        nieuw.inhoud.onderwerp = "Kapvergunning beuk";
        nieuw.inhoud.reactie = "Dat mag.";
        nieuw.inhoud.indicatie_contact_gelukt = true;
        nieuw.inhoud.hoofd_onderwerp_type = "https://example.org/zaaktype";
        nieuw.referentienummer = "0000000012";
        nieuw.metadata = {{"bron", "kiss"}, {"skill", "bomen"}};
        auto& who = nieuw.betrokkenen[0];
        who.naam = {"F.", "Fatima", "El", "Idrissi"};
        who.organisatienaam = "Bakkerij";
        who.bezoekadres.emplace().straatnaam = "Kastanjelaan";
        who.bezoekadres->postcode = "3999 AB";
        who.digitale_adressen = {{{}, partij::SoortDigitaalAdres::telefoonnummer, "06 1234 5678", false, "thuis", "portaal", {}}};
        nieuw.onderwerpobjecten = {{{}, "uuid-van-zaak", "zgw-Zaak", "openzaak", "uuid", {}}};
        nieuw.bijlagen = {{{}, "doc-1", "DOCUMENT", "open-zaak", "uuid", {}}};
        const auto id = d.registered(nieuw).klantcontact.id;
        const KlantcontactBeeld beeld = d.contacten.get(d.ruben(), id).value();
        CHECK(beeld.klantcontact.inhoud.reactie == "Dat mag.");
        CHECK(beeld.klantcontact.inhoud.indicatie_contact_gelukt == true);
        CHECK(beeld.klantcontact.referentienummer == "0000000012");
        CHECK(beeld.metadata == nieuw.metadata);
        REQUIRE(beeld.betrokkenen.size() == 1);
        CHECK(beeld.betrokkenen[0].naam == who.naam);
        CHECK(beeld.betrokkenen[0].bezoekadres->postcode == "3999AB");
        CHECK(beeld.betrokkenen[0].digitale_adressen[0].adres == "06 1234 5678");
        CHECK(beeld.onderwerpobjecten[0].code_objecttype == "zgw-Zaak");
        CHECK(beeld.bijlagen[0].object_id == "doc-1");
        const auto looks = d.looks_at(d.fatima);
        REQUIRE(looks.size() == 1);
        CHECK(looks[0].medewerker == d.v.ruben);
        CHECK(looks[0].object == id.bytes);
        const auto by_phone = d.store.read([&](store::Tx& tx) { return d.contacten.with_adres(tx, d.tom(), "+31612345678", 10); });
        REQUIRE(by_phone.size() == 1);
        CHECK(by_phone[0].klantcontact.id == id);
        CHECK(key_of(d.contacten.register_klantcontact(d.tom(), nieuw)) == "klantcontact.fout.bestaat_al");
    });
}

TEST_CASE("a correction is a new version with who and why, and a stale one is refused") {
    in_each_desk([](Desk& d) {
        const auto [one, werk] = d.registered(d.contact(Afloop::doorgezet));
        Correctie correctie{one.id, one.versie, one.inhoud, "Verkeerd onderwerp"};
        correctie.inhoud.onderwerp = "Snoeien";
        correctie.inhoud.onderwerp_id = d.v.paspoort;
        CHECK(d.contacten.correct(d.tom(), correctie).value().versie == 2);
        CHECK(key_of(d.contacten.correct(d.tom(), correctie)) == "fout.gewijzigd");
        correctie.versie = 2;
        correctie.reden = "";
        CHECK(key_of(d.contacten.correct(d.tom(), correctie)) == "fout.veld.verplicht");
        CHECK(reason_of(d.contacten.correct(d.ruben(), correctie)) == Reason::forbidden);
        const KlantcontactBeeld beeld = d.contacten.get(d.tom(), one.id).value();
        REQUIRE(beeld.versies.size() == 1);
        CHECK(beeld.versies[0].inhoud == one.inhoud);
        CHECK(beeld.versies[0].reden == "Verkeerd onderwerp");
        CHECK(beeld.versies[0].door == d.v.tom);
        CHECK(d.again(werk).titel == "Snoeien");
        CHECK(d.again(werk).onderwerp == d.v.paspoort);
        CHECK(d.faults().empty());
    });
}

TEST_CASE("a hidden contact is gone from every list, and its work ends as withdrawn") {
    in_each_desk([](Desk& d) {
        const auto [one, werk] = d.registered(d.contact(Afloop::doorgezet));
        CHECK(reason_of(d.contacten.hide(d.ruben(), one.id, "dubbel")) == Reason::forbidden);
        CHECK(d.contacten.hide(d.tom(), one.id, "dubbel").has_value());
        CHECK(d.again(werk).uitkomst == werk::Uitkomst::ingetrokken);
        CHECK(d.toezeggingen(werk.id)[0].stand == werk::Stand::vervallen);
        CHECK(contacts(d, d.tom()).regels.empty());
        CHECK(reason_of(d.contacten.get(d.tom(), one.id)) == Reason::not_found);
        CHECK(reason_of(d.contacten.hide(d.tom(), one.id, "nog eens")) == Reason::not_found);
        CHECK(d.faults().empty());
        CHECK(d.contact_faults().empty());
    });
}

TEST_CASE("the unknown caller of a conversation becomes known in all its questions") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::doorgezet);
        nieuw.betrokkenen = {d.asks({})};
        const auto first = d.registered(nieuw);
        nieuw.gesprek = first.klantcontact.gesprek;
        nieuw.betrokkenen.clear();
        const auto second = d.registered(nieuw);
        CHECK(contacts(d, d.tom()).regels.empty());
        CHECK(d.contacten.link_partij(d.tom(), first.klantcontact.gesprek, d.fatima).has_value());
        CHECK(contacts(d, d.tom()).regels.size() == 2);
        CHECK(d.again(first.werk).partij == d.fatima);
        CHECK(d.again(second.werk).partij == d.fatima);
        CHECK(reason_of(d.contacten.link_partij(d.tom(), first.klantcontact.gesprek, d.person("Henk", "Vries", d.v.heidedal))) == Reason::not_found);
        CHECK(d.faults().empty());
    });
}

TEST_CASE("contacts of a person are paged from new to old, each once") {
    in_each_desk([](Desk& d) {
        for (int i = 0; i < 7; ++i) {
            auto nieuw = d.contact(Afloop::beantwoord);
            if (i % 2 == 0) nieuw.betrokkenen.push_back(d.asks(d.fatima));  // named twice
            d.registered(nieuw);
            if (i % 3 == 0) d.clock.advance(minutes(1));
        }
        std::vector<Instant> seen;
        std::optional<Plaats> before;
        for (int pages = 0; pages < 6; ++pages) {
            const Contactpagina pagina = contacts(d, d.tom(), before, 3);
            for (const auto& regel : pagina.regels) seen.push_back(regel.klantcontact.inhoud.plaatsgevonden_op);
            before = pagina.volgende;
            if (!before) break;
        }
        CHECK(seen.size() == 7);
        CHECK(std::is_sorted(seen.rbegin(), seen.rend()));
        CHECK(d.store.read([&](store::Tx& tx) { return d.contacten.count_of_partijen(tx, std::vector{d.fatima}); }) == 7);
    });
}

TEST_CASE("content that is confidential is masked in lists and refused in detail") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::doorgezet);
        nieuw.inhoud.vertrouwelijk = true;
        const auto one = d.registered(nieuw).klantcontact;
        CHECK(d.contacten.get(d.tom(), one.id).has_value());    // who took it
        CHECK(d.contacten.get(d.ruben(), one.id).has_value());  // who works on it
        CHECK(reason_of(d.contacten.get(d.priya(), one.id)) == Reason::forbidden);
        const auto regels = contacts(d, d.priya()).regels;
        REQUIRE(regels.size() == 1);
        CHECK(regels[0].afgeschermd);
        CHECK(regels[0].klantcontact.inhoud.inhoud.empty());
        CHECK(regels[0].klantcontact.inhoud.kanaal == "telefoon");
    });
}

TEST_CASE("an import keeps its own times, inherits promises and is repeatable") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::doorgezet);
        nieuw.inhoud.plaatsgevonden_op = at("2026-11-20 10:00");
        nieuw.import = Import{"oud-1", {}, {}};
        const auto system = access::system_caller("import");
        const auto open = d.contacten.register_klantcontact(system, nieuw).value();
        CHECK(open.werk.geopend_op == at("2026-11-20 10:00"));
        CHECK(d.attenties.unread(d.marleen()) == 0);
        CHECK(d.toezeggingen(open.werk.id)[0].herkomst == werk::Herkomst::overgenomen);
        CHECK(d.toezeggingen(open.werk.id)[0].beloofd_op == at("2026-11-24 17:00"));
        CHECK(key_of(d.contacten.register_klantcontact(system, nieuw)) == "klantcontact.fout.bestaat_al");
        nieuw.afloop = Afloop::beantwoord;
        nieuw.import = Import{"oud-2", at("2026-11-26 10:00"), d.v.ruben};
        nieuw.aanleiding = norm::Aanleiding::vraag;
        const auto closed = d.contacten.register_klantcontact(system, nieuw).value();
        CHECK(closed.werk.eigenaar == d.v.ruben);
        CHECK(closed.werk.gesloten_op == at("2026-11-26 10:00"));
        const auto klokken = d.store.read([&](store::Tx& tx) { return d.werk.klokken(tx, closed.werk); }).value();
        REQUIRE(klokken.size() == 1);
        CHECK(klokken[0].stand == norm::Stand::gebroken);
        nieuw.import = Import{"oud-3", {}, {}};
        const auto unknown = d.contacten.register_klantcontact(system, nieuw).value();
        CHECK(d.store.read([&](store::Tx& tx) { return d.werk.klokken(tx, unknown.werk); }).value().empty());
        CHECK(d.faults().empty());
    });
}

TEST_CASE("betrokkenen and objects are added, changed and removed, each in the journal") {
    in_each_desk([](Desk& d) {
        const auto one = d.registered(d.contact(Afloop::beantwoord)).klantcontact;
        d.store.write([&](store::Tx& tx) {
            Betrokkene extra = d.asks({});
            extra.rol = Rol::vertegenwoordiger;
            extra.initiator = false;
            extra.id = d.contacten.add_betrokkene(tx, d.tom(), one.id, extra).value();
            extra.naam.achternaam = "Jansen";
            CHECK(d.contacten.change_betrokkene(tx, d.tom(), extra).has_value());
            CHECK(d.contacten.betrokkenen(tx, one.id)[1].naam.achternaam == "Jansen");
            CHECK(d.contacten.remove_betrokkene(tx, d.tom(), extra.id).has_value());
            CHECK(d.contacten.betrokkenen(tx, one.id).size() == 1);
            const Uuid object = d.contacten.add_onderwerpobject(tx, d.tom(), one.id, {{}, "1", "zaak", "open-zaak", "uuid", {}}).value();
            CHECK(d.contacten.remove_object(tx, d.tom(), one.id, object).has_value());
            CHECK(reason_of(d.contacten.remove_object(tx, d.tom(), one.id, object)) == Reason::not_found);
            CHECK(reason_of(d.contacten.add_bijlage(tx, d.noor(), one.id, {})) == Reason::not_found);
            CHECK(journal::timeline_of_object(tx, journal::Object::klantcontact, one.id.bytes, {}, 20).size() == 6);
        });
    });
}

TEST_CASE("forgetting a person takes names, addresses and words, and leaves the count") {
    in_each_desk([](Desk& d) {
        auto nieuw = d.contact(Afloop::doorgezet);
        nieuw.betrokkenen[0].naam.achternaam = "Idrissi";
        nieuw.betrokkenen[0].digitale_adressen = {{{}, partij::SoortDigitaalAdres::email, "f@voorbeeld.example", {}, {}, {}, {}}};
        nieuw.metadata = {{"a", "b"}};
        const auto [one, werk] = d.registered(nieuw);
        CHECK(d.contacten.correct(d.tom(), {one.id, 1, [&] { auto text = one.inhoud; text.inhoud = "anders"; return text; }(), "Fatima zei anders"}).has_value());
        d.store.write([&](store::Tx& tx) {
            d.contacten.forget_partij(tx, d.fatima, d.clock.now());
            d.werk.forget_partij(tx, d.fatima, d.clock.now());
        });
        const KlantcontactBeeld beeld = d.contacten.get(d.tom(), one.id).value();
        CHECK(beeld.klantcontact.inhoud.inhoud.empty());
        CHECK(beeld.klantcontact.inhoud.onderwerp.empty());
        CHECK(beeld.klantcontact.inhoud.onderwerp_id == d.v.bomen);
        CHECK(beeld.betrokkenen[0].naam.achternaam.empty());
        CHECK(beeld.betrokkenen[0].digitale_adressen.empty());
        CHECK(beeld.metadata.empty());
        CHECK(beeld.versies.empty());
        CHECK(contacts(d, d.tom()).regels.empty());
        for (const auto& line : d.timeline(werk.id)) CHECK_FALSE(line.toelichting);
        CHECK(d.faults().empty());
    });
}

TEST_CASE("a store that fails at any statement registers nothing by half") {
    for (const auto& fresh : fresh_stores(testing::desk_schema())) {
        Desk d(*fresh->store);
        const auto nieuw = d.contact(Afloop::doorgezet);
        int statement = 0;
        for (;;) {
            const auto failing = failing_at(*fresh->store, ++statement);
            KlantcontactService service(*failing, d.clock, d.ids, d.werk, d.partijen, d.log);
            try {
                (void)service.register_klantcontact(d.tom(), nieuw);
            } catch (const store::Unavailable&) {
            }
            if (!failing->has_failed()) break;
            CHECK(contacts(d, d.tom()).regels.empty());
            CHECK(d.lijst.counts(d.marleen(), {}).value().totaal == 0);
        }
        CHECK(statement > 10);
        CHECK(contacts(d, d.tom()).regels.size() == 1);
    }
}

}  // namespace dichtbij::klantcontact::klantcontact_service_test
