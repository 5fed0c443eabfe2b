#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "access/desk_testing.h"
#include "support/mijn.h"
#include "zaak/volgen_render.h"
#include "zaak/volgen_service.h"
#include "zaak/zaak_volgende_service.h"

namespace dichtbij::zaak::volgen_test {
namespace {

using testing::in_each_mijn;
using testing::MijnWereld;

// Marks words that no resident may read: any of them on a page is a fault.
constexpr std::string_view mark = "Qzx";

std::string secret() {
    std::string word(mark);
    const auto letters = *rc::gen::container<std::string>(10, rc::gen::inRange('a', 'z'));
    return word + letters;
}
bool flip() { return *rc::gen::arbitrary<bool>(); }
Day day(int from = 0, int to = 60) { return make_day(2026, 10, 1) + days(*rc::gen::inRange(from, to)); }
Instant moment() { return start_of(day()) + hours(*rc::gen::inRange(8, 18)); }
Uuid uuid() {
    Uuid id{};
    for (auto& byte : id) byte = static_cast<std::uint8_t>(*rc::gen::inRange(0, 256));
    return id;
}

Zaaktaak internal_task() {
    Zaaktaak taak;
    taak.id.bytes = uuid();
    taak.naam = secret();
    taak.soort = *rc::gen::element(Taaksoort::intern_advies, Taaksoort::extern_advies, Taaksoort::akkoord, Taaksoort::verstuur_document, Taaksoort::vraag_aan_aanvrager);
    taak.toelichting = secret();
    taak.antwoord = secret();
    taak.uiterlijk_datum = day();
    if (flip()) taak.uitkomst = Taakuitkomst::gedaan;
    // A question that was not put yet is internal; one that was has a name of its own all the same.
    if (taak.soort == Taaksoort::vraag_aan_aanvrager && flip()) {
        taak.gesteld_op = moment();
        taak.toelichting = "Waar komt de boom?";
    }
    return taak;
}

document::Documentregel hidden_document() {
    document::Documentregel one;
    one.document.id.bytes = uuid();
    one.document.kenmerken.titel = secret();
    one.document.kenmerken.auteur = secret();
    one.document.kenmerken.inwoner_mag_zien = false;
    one.versie.bestandsnaam = secret();
    return one;
}

document::Documentregel shown_document() {
    document::Documentregel one = hidden_document();
    one.document.kenmerken.titel = "Uw tekening";
    one.document.kenmerken.inwoner_mag_zien = true;
    one.document.kenmerken.documenttype = secret();
    one.versie.vondst = secret();
    one.versie.reden = secret();
    return one;
}

Besluit decision(bool is_published) {
    Besluit one;
    one.omschrijving = is_published ? "U krijgt de vergunning." : secret();
    one.toelichting = is_published ? "De boom is ziek." : secret();
    one.datum = day();
    one.intrekkingsreden = secret();
    if (is_published) {
        one.verzonden_datum = one.datum;
        one.reactie_datum = one.datum + days(42);
        if (flip()) one.ingetrokken_datum = one.datum + days(2);
    }
    return one;
}

Zaak secretive_case(const zaaktype::Zaaktype& type) {
    Zaak zaak;
    zaak.id.bytes = uuid();
    zaak.nummer = "Z-2026-048291";
    zaak.omschrijving = "Kappen van een beuk";
    zaak.toelichting = secret();
    zaak.kanaal = secret();
    zaak.domein = secret();
    zaak.startdatum = day();
    zaak.status = type.statussen[static_cast<std::size_t>(*rc::gen::inRange(0, 2))].code;
    zaak.opgeschort = flip();
    if (flip()) zaak.laatste_datum = day(60, 90);
    if (flip()) {
        zaak.gesloten_op = moment();
        zaak.einddatum = day_of(*zaak.gesloten_op);
        zaak.resultaat = "verleend";
        zaak.status = type.statussen.back().code;
    }
    return zaak;
}

ZaakBeeld secretive() {
    ZaakBeeld beeld;
    beeld.zaaktype = zaaktype::testing::kapvergunning();
    beeld.zaaktype.doel = secret();
    beeld.zaak = secretive_case(beeld.zaaktype);
    beeld.werk.titel = secret();
    beeld.werk.nummer = secret();
    beeld.werk.laatste_stap = secret();
    for (const auto& step : beeld.zaaktype.statussen)
        if (flip()) beeld.statussen.push_back({uuid(), beeld.zaak.id, step.code, moment(), {}, secret()});
    beeld.rollen = {{uuid(), beeld.zaak.id, Rolsoort::gemachtigde, Id<Partij>{uuid()}, {}, {}, secret(), day(), {}}};
    beeld.eigenschappen = {{"aantal-bomen", "3"}, {"reden", "Ziek"}, {"niet-gevraagd", secret()}};
    for (int i = 0; i < 4; ++i) beeld.taken.push_back({internal_task(), {}});
    for (const bool is_published : {true, false})
        if (flip()) beeld.besluiten.push_back({decision(is_published), {}});
    TermijnBeeld termijn;
    termijn.opschortingen.push_back({uuid(), beeld.zaak.id, norm::Opschortingsgrond::aanvulling, day(), {}, day(), secret(), secret(), moment(), {}, {}});
    termijn.verlengingen.push_back({uuid(), beeld.zaak.id, Verlengingsgrond::besluit, 6, zaaktype::Termijneenheid::weken, day(), secret(), moment(), {}});
    beeld.termijn = termijn;
    DwangsomBeeld dwangsom;
    dwangsom.ingebrekestelling.toelichting = secret();
    beeld.dwangsom = dwangsom;
    Zaakregel other;
    other.zaak.nummer = secret();
    other.zaak.omschrijving = secret();
    beeld.hoofdzaak = other;
    beeld.deelzaken = {other};
    beeld.relaties = {{Relatie{}, other}};
    return beeld;
}

Volgbijdrage secretive_more(Volgzicht zicht) {
    Volgbijdrage more;
    more.zicht = zicht;
    more.now = moment();
    more.behandelaar = {"Pieter Hoekstra", "Vergunningen", flip() ? "Noor Bakkali" : ""};
    if (flip()) more.eigen_woorden = "De beuk is ziek.";
    for (int nummer = 1; nummer <= *rc::gen::inRange(0, 4); ++nummer) {
        werk::Toezegging one;
        one.volgnummer = nummer;
        one.beloofd_op = moment();
        one.gedaan_op = moment();
        one.reden = secret();
        one.verteld_kanaal = secret();
        if (nummer > 1) one.hoe_verteld = *rc::gen::element(werk::Hoe_verteld::bericht, werk::Hoe_verteld::op_verzoek, werk::Hoe_verteld::niet_te_bereiken);
        one.verteld_tekst = one.hoe_verteld == werk::Hoe_verteld::bericht ? "De boomdeskundige was ziek." : secret();
        more.toezeggingen.push_back(one);
    }
    for (int i = 0; i < 3; ++i) more.documenten.push_back(flip() ? hidden_document() : shown_document());
    return more;
}

std::string all_pages(const html::Texts& t, const Volgbeeld& beeld, Instant now) {
    Volgweergave w;
    w.now = now;
    w.contact_url = "/g/oeverland/contact";
    w.gemeente = "Oeverland";
    w.adres = "Stadhuisplein 1, 3999 AA Oeverdorp";
    const html::Form form(t);
    std::string all = volgpagina(t, beeld, form, w).markup() + intrekpagina(t, beeld, form, w).markup() + stap_zin(t, beeld) + belofte_zin(t, beeld, day_of(now));
    for (const Volgvraag& vraag : beeld.vragen) all += antwoordpagina(t, beeld, vraag, form, w).markup();
    return all;
}

ZaakVolgService service_of(MijnWereld& w) { return {w.store, w.clock, {w.zaken, w.werk, w.contacten, w.taken, w.berichten, w.documenten}}; }

zaaktype::Zaaktype can_be_withdrawn() {
    zaaktype::Zaaktype type = MijnWereld::kapvergunning();
    type.code = "kapvergunning-intrekbaar";
    type.resultaten.push_back({"ingetrokken", {"Ingetrokken", "Withdrawn"}, type.resultaten.front().archief});
    return type;
}

}  // namespace

TEST_CASE("whatever note, task, advice or internal document is in a case, none of these words is on any page") {
    rc::check([] {
        const ZaakBeeld beeld = secretive();
        for (const Volgzicht zicht : {Volgzicht::volledig, Volgzicht::beperkt, Volgzicht::nummer}) {
            const Volgbijdrage more = secretive_more(zicht);
            const Volgbeeld seen = volgbeeld_van(beeld, more);
            for (const auto taal : {html::Taal::nl, html::Taal::en}) {
                const std::string pages = all_pages(access::testing::test_texts().of(taal), seen, more.now);
                const auto found = pages.find(mark);
                RC_ASSERT(found == std::string::npos);
                RC_ASSERT(pages.find("«") == std::string::npos);  // a text that is not there
            }
        }
    });
}

TEST_CASE("who follows by number sees status, casemanager and promise, and nothing else of the case") {
    rc::check([] {
        ZaakBeeld beeld = secretive();
        beeld.zaak.omschrijving = secret();
        beeld.zaaktype.uitleg = beeld.zaaktype.leges.uitleg = {secret(), secret()};
        for (auto& one : beeld.eigenschappen) one.waarde = secret();
        for (auto& one : beeld.besluiten) one.besluit.omschrijving = one.besluit.toelichting = secret();
        for (auto& one : beeld.taken) one.taak.toelichting = secret();
        Volgbijdrage more = secretive_more(Volgzicht::nummer);
        for (auto& one : more.toezeggingen) one.verteld_tekst = secret();
        for (auto& one : more.documenten) one.document.kenmerken.titel = secret();
        more.behandelaar.team = secret();
        bericht::Bericht letter;
        letter.onderwerp = letter.tekst = secret();
        more.berichten = {letter};
        more.zendingen = {{secret(), more.now, "K-2026-000001", {}, false}};
        more.eigen_woorden = secret();
        const Volgbeeld seen = volgbeeld_van(beeld, more);
        for (const auto taal : {html::Taal::nl, html::Taal::en})
            RC_ASSERT(all_pages(access::testing::test_texts().of(taal), seen, more.now).find(mark) == std::string::npos);
        RC_ASSERT(seen.antwoorden.empty() && seen.verlengingen.empty() && !seen.ingebreke && seen.leges == zaaktype::Leges());
        RC_ASSERT(seen.behandelaar.naam == "Pieter Hoekstra");
        RC_ASSERT(seen.belofte.has_value() == (beeld.zaak.is_open() && !more.toezeggingen.empty()));
    });
}

TEST_CASE("of a moved promise he reads why as he was told it, and all that was sent when the message does not say why") {
    werk::Toezegging moved;
    moved.volgnummer = 2;
    moved.hoe_verteld = werk::Hoe_verteld::bericht;
    moved.reden = "De bomenkenner was ziek.";
    moved.verteld_tekst = "Beste mevrouw,\n\nHet lukt niet. De bomenkenner was ziek.";
    CHECK(volgbelofte_van(moved).woorden == "De bomenkenner was ziek.");
    moved.reden = "Pieter vergat het";
    CHECK(volgbelofte_van(moved).woorden == moved.verteld_tekst);
    moved.hoe_verteld = werk::Hoe_verteld::op_verzoek;
    CHECK(volgbelofte_van(moved).woorden.empty());
}

TEST_CASE("a promise that was given with the question promises to be heard of, not a decision") {
    Zaak zaak;
    zaak.geregistreerd_op = start_of(make_day(2026, 10, 2));
    werk::Toezegging first;
    first.gedaan_op = zaak.geregistreerd_op - hours(1);
    CHECK(is_van_vraag(zaak, {first}));
    werk::Toezegging own = first;
    own.gedaan_op = zaak.geregistreerd_op;
    CHECK(!is_van_vraag(zaak, {first, own}));
    CHECK(!is_van_vraag(zaak, {}));
}

TEST_CASE("a role gives as much as it is: applicant and mandate all, an interested party little, who works on it nothing") {
    const Id<Partij> me{Uuid{1}};
    const Day today = make_day(2026, 11, 23);
    struct Row {
        Rolsoort soort;
        std::optional<Day> tot;
        std::optional<Volgzicht> zicht;
    };
    const Row rows[] = {
        {Rolsoort::initiator, {}, Volgzicht::volledig},        {Rolsoort::mede_initiator, {}, Volgzicht::volledig},
        {Rolsoort::gemachtigde, {}, Volgzicht::volledig},      {Rolsoort::gemachtigde, today + days(1), Volgzicht::volledig},
        {Rolsoort::gemachtigde, today, std::nullopt},          {Rolsoort::belanghebbende, {}, Volgzicht::beperkt},
        {Rolsoort::behandelaar, {}, std::nullopt},             {Rolsoort::adviseur, {}, std::nullopt},
        {Rolsoort::klantcontacter, {}, std::nullopt},
    };
    for (const Row& row : rows) {
        Rol rol;
        rol.soort = row.soort;
        rol.partij = me;
        rol.van = make_day(2026, 10, 1);
        rol.tot = row.tot;
        CHECK(volgzicht_van({rol}, {me}, today) == row.zicht);
        CHECK(volgzicht_van({rol}, {Id<Partij>{Uuid{2}}}, today) == std::nullopt);
        CHECK(volgzicht_van({rol}, {me}, make_day(2026, 9, 30)) == std::nullopt);
    }
}

TEST_CASE("an answer with a file ends the question and lets the term run again") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto made = w.made();
        zaak::VraagAanAanvrager vraag;
        vraag.bij = w.bij(made.zaak.id);
        vraag.vraag = "Waar komt de nieuwe boom?";
        vraag.antwoord_voor = make_day(2026, 12, 7);
        vraag.bericht = MijnWereld::words();
        REQUIRE(w.zaken.ask_applicant(w.ruben(), vraag).has_value());
        const auto me = w.inwoner(w.fatima);
        auto seen = volgen.get(me, made.zaak.id).value();
        REQUIRE(seen.vragen.size() == 1);
        CHECK(seen.stil.has_value());
        const std::string content = document::testing::png();
        document::MemoryBytes bytes(content);
        Inzending what{"Naast de schuur.", {w.documenten.receive("plek.png", bytes).value()}};
        const auto caller = portaal::caller_of(me, "portaal/zaken", "r-1");
        CHECK(volgen.answer(caller, me, made.zaak.id, seen.vragen[0].taak, {}).error().fields.at(0).key == "zaakportaal.fout.antwoord_leeg");
        REQUIRE(volgen.answer(caller, me, made.zaak.id, seen.vragen[0].taak, what).has_value());
        CHECK_FALSE(w.stored(made.zaak.id).opgeschort);
        CHECK(volgen.answer(caller, me, made.zaak.id, seen.vragen[0].taak, what).error().key == "zaakportaal.fout.al_beantwoord");
        seen = volgen.get(me, made.zaak.id).value();
        CHECK(seen.vragen.empty());
        REQUIRE(seen.documenten.size() == 1);
        CHECK(seen.documenten[0].document.kenmerken.titel == "plek.png");
        CHECK(seen.documenten[0].versie.door_partij == w.fatima);
        CHECK(w.zaak_faults() == std::vector<std::string>{});
    });
}

TEST_CASE("a message becomes a question with the casemanager as owner and a promise") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto made = w.made();
        const auto accepted = w.werk.accept(w.ruben(), made.werk.id, made.werk.versie);
        REQUIRE(accepted.has_value());
        const auto me = w.inwoner(w.fatima);
        const auto caller = portaal::caller_of(me, "portaal/zaken", "r-1");
        CHECK(volgen.send(caller, me, made.zaak.id, {}).error().fields.at(0).key == "zaakportaal.fout.bericht_leeg");
        const auto sent = volgen.send(caller, me, made.zaak.id, {"Mag ik ook een haagbeuk planten?", {}}).value();
        const auto& asked = std::get<NaarBehandelaar>(sent);
        CHECK(asked.beloofd_op.has_value());
        const auto seen = volgen.get(me, made.zaak.id).value();
        REQUIRE(seen.zendingen.size() == 1);
        CHECK(seen.zendingen[0].nummer == asked.nummer);
        CHECK(seen.zendingen[0].tekst == "Mag ik ook een haagbeuk planten?");
        CHECK(seen.zendingen[0].beloofd == day_of(*asked.beloofd_op));
        const auto owned = w.store.read([&](store::Tx& tx) { return w.werk.open_of_partijen(tx, access::system_caller("proef"), {w.fatima}, 10); });
        REQUIRE(owned.size() == 2);
        for (const auto& one : owned) CHECK(one.eigenaar == w.v.ruben);
        const auto other = w.person("Jan", "Vis", w.v.oeverland);
        CHECK(volgen.send(caller, w.inwoner(other), made.zaak.id, {"Ik ook.", {}}).error().reason == Reason::not_found);
        CHECK(w.zaak_faults() == std::vector<std::string>{});
    });
}

TEST_CASE("withdrawing ends the case; when that cannot be done at once, somebody is asked to") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto me = w.inwoner(w.fatima);
        const auto caller = portaal::caller_of(me, "portaal/zaken", "r-1");
        const auto ends = w.made(w.nieuw(w.published(can_be_withdrawn(), w.v.oeverland, w.v.vergunningen)));
        const auto wens = [&](const Gemaakt& made, std::string reden) { return Intrekwens{w.stored(made.zaak.id).versie, std::move(reden), "Ik stop."}; };
        const auto old = wens(ends, "");
        REQUIRE(w.zaken.change(w.ruben(), {w.bij(ends.zaak.id), "Kappen van een beuk", "Nagekeken"}).has_value());
        CHECK(volgen.withdraw(caller, me, ends.zaak.id, old).error().key == "zaakportaal.fout.gewijzigd");
        CHECK(w.stored(ends.zaak.id).is_open());
        CHECK(std::holds_alternative<Ingetrokken>(volgen.withdraw(caller, me, ends.zaak.id, wens(ends, "De boom viel om.")).value()));
        CHECK(w.stored(ends.zaak.id).resultaat == "ingetrokken");
        CHECK(volgen.withdraw(caller, me, ends.zaak.id, wens(ends, "")).error().key == "zaakportaal.fout.al_klaar");
        const auto asks = w.made();
        CHECK(std::holds_alternative<NaarBehandelaar>(volgen.withdraw(caller, me, asks.zaak.id, wens(asks, "")).value()));
        CHECK(w.stored(asks.zaak.id).is_open());
        CHECK(volgen.get(me, asks.zaak.id).value().zendingen.at(0).tekst == "Ik stop.");
        CHECK(w.zaak_faults() == std::vector<std::string>{});
    });
}

TEST_CASE("she reads back what she answered, what it costs and what it is about; what stayed empty is left out") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        auto nieuw = w.nieuw(w.kap);
        nieuw.eigenschappen = {{"reden", "Ziek"}};
        nieuw.toelichting = "Mevrouw klonk gehaast.";
        const auto made = w.made(nieuw);
        const auto seen = volgen.get(w.inwoner(w.fatima), made.zaak.id).value();
        REQUIRE(seen.antwoorden.size() == 1);
        CHECK(seen.antwoorden[0].gevraagd.code == "reden");
        CHECK(seen.antwoorden[0].waarde == "Ziek");
        CHECK(seen.leges.bedrag_cent == 12050);
        CHECK(seen.uitleg.nl == "U wilt een boom kappen. Wij kijken of dat mag.");
        CHECK(seen.eigen_woorden.empty());
        const auto buur = w.person("Bert", "Buur", w.v.oeverland);
        nieuw.rollen.push_back({Rolsoort::belanghebbende, buur, {}, {}, {}, {}, {}});
        const auto little = volgen.get(w.inwoner(buur), w.made(nieuw).zaak.id).value();
        CHECK(little.antwoorden.empty());
        CHECK(little.leges == zaaktype::Leges());
    });
}

TEST_CASE("a case that began with what she wrote herself shows those words, and never what an employee took down") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto first = w.made();
        const auto me = w.inwoner(w.fatima);
        REQUIRE(volgen.send(portaal::caller_of(me, "portaal/zaken", "r-1"), me, first.zaak.id, {"Ik wil ook een eik kappen.", {}}).has_value());
        const auto asked = w.store.read([&](store::Tx& tx) { return w.contacten.of_partijen(tx, access::system_caller("proef"), me.van, {}, 5); }).regels.at(0).klantcontact.id;
        auto own = w.nieuw(w.kap);
        own.klantcontact = asked;
        CHECK(volgen.get(me, w.made(own).zaak.id).value().eigen_woorden == "Ik wil ook een eik kappen.");
        auto note = w.contact(klantcontact::Afloop::doorgezet);
        note.inhoud.inhoud = "Mevrouw klinkt boos";
        auto called = w.nieuw(w.kap);
        called.klantcontact = w.registered(note).klantcontact.id;
        CHECK(volgen.get(me, w.made(called).zaak.id).value().eigen_woorden.empty());
    });
}

TEST_CASE("who follows without signing in writes to the casemanager as nobody in particular, and she sees nothing of it as hers") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto made = w.made();
        REQUIRE(w.werk.accept(w.ruben(), made.werk.id, made.werk.versie).has_value());
        auto caller = access::system_caller("portaal/volgt");
        caller.doel = portaal::doel_met_nummer;
        const Inzending words{"Wanneer komt iemand kijken?", {}, "Bericht van iemand die volgt zonder in te loggen: Z-2026-1", "nl"};
        const auto sent = volgen.send_van_volger(caller, w.v.oeverland, made.zaak.id, words).value();
        CHECK(sent.beloofd_op.has_value());
        const auto asked = w.store.read([&](store::Tx& tx) { return w.werk.by_nummer(tx, access::system_caller("proef"), sent.nummer); });
        REQUIRE(asked.size() == 1);
        CHECK(asked[0].eigenaar == w.v.ruben);
        CHECK_FALSE(asked[0].partij.has_value());
        CHECK(volgen.get(w.inwoner(w.fatima), made.zaak.id).value().zendingen.empty());
        CHECK(volgen.send_van_volger(caller, w.v.oeverland, made.zaak.id, {" ", {}, "x", "nl"}).error().fields.at(0).field == "tekst");
        CHECK(volgen.send_van_volger(caller, w.v.heidedal, made.zaak.id, words).error().reason == Reason::not_found);
        CHECK(w.zaak_faults() == std::vector<std::string>{});
    });
}

TEST_CASE("a longer term and a notice of default are told to her with their days, without the reason of the employee") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto made = w.received(w.kap, make_day(2026, 10, 5));
        const Verlengen longer{w.bij(made.zaak.id), Verlengingsgrond::besluit, 6, "Wij zijn onderbezet", {}, MijnWereld::words("meer tijd")};
        REQUIRE(w.zaken.extend(w.ruben(), longer).has_value());
        const auto me = w.inwoner(w.fatima);
        auto seen = volgen.get(me, made.zaak.id).value();
        REQUIRE(seen.verlengingen.size() == 1);
        CHECK(seen.verlengingen[0].aantal == 6);
        CHECK_FALSE(seen.ingebreke.has_value());
        w.set("2027-01-12 10:00");
        REQUIRE(w.zaken.record_ingebrekestelling(w.ruben(), {w.bij(made.zaak.id), {}, "Boze brief", MijnWereld::words("uw brief")}).has_value());
        seen = volgen.get(me, made.zaak.id).value();
        REQUIRE(seen.ingebreke.has_value());
        CHECK(seen.ingebreke->ontvangen == make_day(2027, 1, 12));
        CHECK(seen.ingebreke->dwangsom_vanaf == make_day(2027, 1, 27));
        CHECK(seen.ingebreke->bedrag_cent == 0);
        CHECK(seen.ingebreke->loopt);
        w.set("2027-01-28 10:00");
        CHECK(volgen.get(me, made.zaak.id).value().ingebreke->bedrag_cent > 0);
        const auto& t = access::testing::test_texts().of(html::Taal::nl);
        const std::string page = all_pages(t, volgen.get(me, made.zaak.id).value(), w.clock.now());
        for (const char* words : {"kregen wij uw brief dat wij te laat zijn", "Sinds woensdag 27 januari", "meer tijd nodig hebben: 6 weken"}) CHECK_MESSAGE(page.find(words) != std::string::npos, std::string(words));
        for (const char* words : {"onderbezet", "Boze brief"}) CHECK_MESSAGE(page.find(words) == std::string::npos, std::string(words));
    });
}

TEST_CASE("the number of the casemanager is told, also to who follows without signing in") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto made = w.made();
        REQUIRE(w.werk.accept(w.ruben(), made.werk.id, made.werk.versie).has_value());
        const auto calls = [&](Id<Medewerker> who, std::string telefoon) {
            w.store.write([&](store::Tx& tx) { tx.run("update medewerker set telefoon = ?1 where id = ?2", telefoon, who); });
        };
        const auto number = [&] { return volgen.get(w.inwoner(w.fatima), made.zaak.id).value().behandelaar.telefoon; };
        CHECK(number().empty());
        calls(w.v.ruben, "0399 12 34 56");
        CHECK(number() == "0399 12 34 56");
        CHECK(w.store.read([&](store::Tx& tx) { return volgen.by_nummer(tx, w.v.oeverland, made.zaak.nummer); })->beeld.behandelaar.telefoon == "0399 12 34 56");
    });
}

TEST_CASE("a mandate that ended, a sub-case and a foreign gemeente give nothing") {
    in_each_mijn([](MijnWereld& w) {
        auto volgen = service_of(w);
        const auto helper = w.person("Anna", "Helper", w.v.oeverland);
        auto nieuw = w.nieuw(w.kap);
        nieuw.rollen.push_back({Rolsoort::gemachtigde, helper, {}, w.fatima, "Volmacht van 1 oktober", {}, make_day(2026, 11, 30)});
        const auto made = w.made(nieuw);
        CHECK(volgen.get(w.inwoner(helper), made.zaak.id).value().zicht == Volgzicht::volledig);
        const auto count = [&](const portaal::Inwoner& who) { return w.store.read([&](store::Tx& tx) { return volgen.of(tx, who, 50); }).size(); };
        CHECK(count(w.inwoner(helper)) == 1);
        w.set("2026-11-30 10:00");
        CHECK(volgen.get(w.inwoner(helper), made.zaak.id).error().reason == Reason::not_found);
        CHECK(count(w.inwoner(helper)) == 0);
        CHECK(count(w.inwoner(w.fatima)) == 1);
        auto below = w.nieuw(w.kap);
        below.hoofdzaak = made.zaak.id;
        const auto deel = w.made(below);
        CHECK(volgen.get(w.inwoner(w.fatima), deel.zaak.id).error().reason == Reason::not_found);
        CHECK(count(w.inwoner(w.fatima)) == 1);
        CHECK_FALSE(w.store.read([&](store::Tx& tx) { return volgen.by_nummer(tx, w.v.oeverland, deel.zaak.nummer); }).has_value());
        auto elsewhere = w.inwoner(w.fatima);
        elsewhere.gemeente = w.v.heidedal;
        CHECK(volgen.get(elsewhere, made.zaak.id).error().reason == Reason::not_found);
    });
}

}  // namespace dichtbij::zaak::volgen_test
