// Writing partijen over Klantinteracties, with their identifiers and addresses.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <thread>

#include "support/koppeling.h"
#include "support/spec.h"

namespace dichtbij::klantinteracties::partij_schrijven_test {
namespace {

using api::testing::Geantwoord;
using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;

const std::string persoon = R"({"soortPartij":"persoon","indicatieActief":true,"partijIdentificatie":{"contactnaam":null}})";

std::string uuid_of(const Geantwoord& answer) {
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
    return answer.text("uuid");
}

std::string made(Koppeling& k, const std::string& target, const std::string& body) { return uuid_of(k.post(target, body)); }

std::string naar(const std::string& uuid) { return R"({"uuid":")" + uuid + R"("})"; }

// The first fault by name: its code; empty when that name is not refused.
std::string code_of(const Geantwoord& answer, const std::string& name) {
    const auto faults = answer.at("invalidParams");
    if (faults.array())
        for (const auto& one : *faults.array())
            if (*one.find("name")->text() == name) return *one.find("code")->text();
    return {};
}

partij::Partij at_desk(Koppeling& k, const std::string& uuid) {
    auto inzage = k.partijen.read(access::system_caller("proef"), *partij::PartijId::parse(uuid));
    REQUIRE(inzage.has_value());
    return std::get<partij::PartijBeeld>(*inzage).partij;
}

std::string bsn(const std::string& number, const std::string& more = "") {
    return R"({"partijIdentificator":{"codeObjecttype":"natuurlijk_persoon","codeSoortObjectId":"bsn","objectId":")" + number + R"(","codeRegister":"brp"})" + more + "}";
}
std::string kvk(const std::string& number, const std::string& more = "") {
    return R"({"partijIdentificator":{"codeObjecttype":"niet_natuurlijk_persoon","codeSoortObjectId":"kvk_nummer","objectId":")" + number + R"(","codeRegister":"hr"})" + more + "}";
}
std::string vestiging(const std::string& number, const std::string& more = "") {
    return R"({"partijIdentificator":{"codeObjecttype":"vestiging","codeSoortObjectId":"vestigingsnummer","objectId":")" + number + R"(","codeRegister":"hr"})" + more + "}";
}

}  // namespace

TEST_CASE("a partij that KISS sends is the same partij at the desk, and the other way round") {
    in_each_koppeling([](Koppeling& k) {
        const std::string adres = made(k, "/digitaleadressen", R"({"adres":"0612345678","soortDigitaalAdres":"telefoonnummer","omschrijving":"mobiel","verstrektDoorPartij":null})");
        const std::string rekening = made(k, "/rekeningnummers", R"({"iban":"NL91ABNA0417164300","bic":"ABNANL2A"})");
        const auto answer = k.post("/partijen", R"({"nummer":"","interneNotitie":"Belt graag","betrokkenen":[],"categorieRelaties":[],"vertegenwoordigden":[],"iets":"onbekend",
            "digitale_adressen":[)" + naar(adres) + R"(],"voorkeursDigitaalAdres":)" + naar(adres) + R"(,"rekeningnummers":[)" + naar(rekening) + R"(],"voorkeursRekeningnummer":)" + naar(rekening) + R"(,
            "partijIdentificatoren":[)" + bsn("999990019") + R"(],"soortPartij":"persoon","indicatieGeheimhouding":true,"voorkeurstaal":"nld","indicatieActief":true,
            "bezoekadres":{"straatnaam":"Kastanjelaan","huisnummer":18,"huisnummertoevoeging":"a","postcode":"3999 AB","stad":"Oeverdorp","land":"NL"},
            "correspondentieadres":{"adresregel1":"Postbus 1","land":"BE"},
            "partijIdentificatie":{"contactnaam":{"voorletters":"F.","voornaam":"Fatima","voorvoegselAchternaam":"El","achternaam":"Idrissi"}}})");
        const std::string id = uuid_of(answer);
        CHECK(answer.text("nummer").size() == 10);
        CHECK(answer.headers.get("Location") == k.url("/partijen", *parse_uuid(id)));
        CHECK(answer.headers.get("ETag") == k.get("/partijen/" + id).headers.get("ETag"));
        const partij::Partij partij = at_desk(k, id);
        const partij::Gegevens& g = partij.gegevens;
        CHECK(partij::volledige_naam(g) == "Fatima El Idrissi");
        CHECK(std::get<partij::Persoon>(g.wie).naam.voorletters == "F.");
        CHECK(g.nummer == answer.text("nummer"));
        CHECK(g.interne_notitie == "Belt graag");
        CHECK(g.indicaties.geheimhouding == true);
        CHECK(g.voorkeuren.taal == "nld");
        CHECK(partij::adresregel(*g.bezoekadres) == "Kastanjelaan 18a, 3999 AB Oeverdorp");
        CHECK(g.correspondentieadres->adresregel1 == "Postbus 1");
        REQUIRE(g.digitale_adressen.size() == 1);
        CHECK(g.digitale_adressen.front().adres == "0612345678");
        CHECK(g.digitale_adressen.front().omschrijving == "mobiel");
        CHECK(to_string(*g.voorkeuren.digitaal_adres) == adres);
        CHECK(g.rekeningnummers.front().iban == "NL91ABNA0417164300");
        CHECK(partij::find_identificator(g, partij::soort_bsn)->object_id == "999990019");
        CHECK(partij.versie == 1);

        partij::Gegevens changed = g;
        changed.interne_notitie = "Belt liever niet";
        changed.digitale_adressen.front().is_standaard = true;
        std::get<partij::Persoon>(changed.wie).geboortedatum = partij::Geboortedatum{1984, 3, 14};
        std::get<partij::Persoon>(changed.wie).naam.voornaam = "Fatma";
        changed.afspraken = {{{}, "Hoort slecht", make_day(2026, 11, 1), make_day(2027, 5, 1)}};
        CHECK(k.partijen.change(access::system_caller("proef"), {partij.id, partij.versie, changed, {}}).has_value());
        const auto read = k.get("/partijen/" + id);
        CHECK(read.text("interneNotitie") == "Belt liever niet");
        CHECK(read.text("partijIdentificatie.volledigeNaam") == "Fatma El Idrissi");
        CHECK(*k.get("/digitaleadressen/" + adres).at("isStandaardAdres").boolean());
        // What the standard does not carry stays.
        CHECK(k.patch("/partijen/" + id, R"({"interneNotitie":"Toch wel"})").status == 200);
        const partij::Gegevens after = at_desk(k, id).gegevens;
        CHECK(std::get<partij::Persoon>(after.wie).geboortedatum == partij::Geboortedatum{1984, 3, 14});
        CHECK(after.afspraken.size() == 1);
        CHECK(after.interne_notitie == "Toch wel");
        CHECK(after.digitale_adressen == changed.digitale_adressen);
        k.store.read([&](store::Tx& tx) {
            std::vector<std::string> events;
            for (const auto& line : journal::timeline_of_partij(tx, partij.id, {}, 10)) events.push_back(line.gebeurtenis);
            CHECK(events == std::vector<std::string>{"partij.gewijzigd", "partij.gewijzigd", "partij.gemaakt"});
        });
    });
}

TEST_CASE("a partij may be made before anything is known of it, and each gets a number of its own") {
    in_each_koppeling([](Koppeling& k) {
        const std::string een = made(k, "/partijen", persoon);
        const std::string twee = made(k, "/partijen", R"({"soortPartij":"organisatie","indicatieActief":true,"nummer":null,"partijIdentificatie":{"naam":""}})");
        const std::string nummer = k.get("/partijen/" + een).text("nummer");
        CHECK(nummer != k.get("/partijen/" + twee).text("nummer"));
        const auto refused = k.post("/partijen", R"({"soortPartij":"persoon","indicatieActief":true,"nummer":")" + nummer + R"("})");
        CHECK(refused.status == 400);
        CHECK(code_of(refused, "nummer") == "unique");
        CHECK(refused.text("invalidParams.0.reason") == "Er bestaat al een partij met eenzelfde nummer.");
        CHECK(k.post("/partijen", R"({"soortPartij":"persoon","indicatieActief":true,"nummer":"12a"})").status == 400);
        CHECK(k.patch("/partijen/" + een, R"({"nummer":""})").text("nummer") == nummer);
        CHECK(k.patch("/partijen/" + een, R"({"nummer":"0000000123"})").text("nummer") == "0000000123");
    });
}

TEST_CASE("a body is refused field by field, and leaves nothing") {
    in_each_koppeling([](Koppeling& k) {
        const auto before = k.get("/partijen").number("count");
        const auto refused = [&](const std::string& fields) { return k.post("/partijen", R"({"soortPartij":"persoon","indicatieActief":true,)" + fields + "}"); };
        CHECK(code_of(k.post("/partijen", "{}"), "soortPartij") == "required");
        CHECK(code_of(k.post("/partijen", "{}"), "indicatieActief") == "required");
        CHECK(code_of(k.post("/partijen", R"({"soortPartij":"dier","indicatieActief":1})"), "soortPartij") == "invalid_choice");
        CHECK(code_of(refused(R"("interneNotitie":")" + std::string(1001, 'a') + R"(")"), "interneNotitie") == "max_length");
        CHECK(code_of(refused(R"("voorkeurstaal":"nl")"), "voorkeurstaal") == "invalid");
        CHECK(code_of(refused(R"("partijIdentificatie":{"contactnaam":{"voorletters":"ABCDEFGHIJKL"}})"), "partijIdentificatie.contactnaam.voorletters") == "max_length");
        CHECK(code_of(refused(R"("bezoekadres":{"postcode":"3999AB"})"), "bezoekadres.postcode") == "invalid");
        CHECK(code_of(refused(R"("digitaleAdressen":[{"uuid":"00000000-0000-0000-0000-0000000000ff"}])"), "digitaleAdressen.0.uuid") == "invalid");
        CHECK(refused(R"("rekeningnummers":[{"uuid":"00000000-0000-0000-0000-0000000000ff"}])").text("invalidParams.0.reason") == "Rekeningnummer object bestaat niet.");
        CHECK(code_of(refused(R"("digitaleAdressen":"x")"), "digitaleAdressen") == "not_a_list");
        CHECK(code_of(refused(R"("partijIdentificatie":[])"), "partijIdentificatie.nonFieldErrors") == "invalid");
        CHECK(code_of(refused(R"("partijIdentificatoren":[)" + bsn("123") + "]"), "partijIdentificatoren.0.partijIdentificatorObjectId") == "invalid");
        CHECK(code_of(refused(R"("partijIdentificatoren":[)" + bsn("999990019", R"(,"identificeerdePartij":)" + naar(k.fatima.text())) + "]"), "partijIdentificatoren.0.identificeerdePartij") == "invalid");
        CHECK(k.get("/partijen").number("count") == before);
        CHECK(k.get("/partij-identificatoren").number("count") == 0);
    });
}

TEST_CASE("addresses and accounts named by a partij become its own, and those left out stand alone") {
    in_each_koppeling([](Koppeling& k) {
        const auto adres = [&](const char* text) { return made(k, "/digitaleadressen", std::string(R"({"soortDigitaalAdres":"email","adres":")") + text + R"("})"); };
        const std::string een = adres("een@voorbeeld.example"), twee = adres("twee@voorbeeld.example");
        const std::string id = made(k, "/partijen", persoon), ander = made(k, "/partijen", persoon);
        const std::string target = "/partijen/" + id;
        CHECK(code_of(k.patch(target, R"({"voorkeursDigitaalAdres":)" + naar(een) + "}"), "voorkeursDigitaalAdres") == "invalid");
        CHECK(k.patch(target, R"({"digitaleAdressen":[)" + naar(twee) + "," + naar(een) + R"(],"voorkeursDigitaalAdres":)" + naar(een) + "}").status == 200);
        CHECK(k.get(target).text("digitaleAdressen.0.uuid") == twee);
        CHECK(k.get(target).text("voorkeursDigitaalAdres.uuid") == een);
        CHECK(k.get("/digitaleadressen/" + een).text("verstrektDoorPartij.uuid") == id);
        CHECK(k.patch(target, R"({"voorkeurstaal":"eng"})").at("digitaleAdressen").array()->size() == 2);
        // It moves to who names it next, and is preferred no more.
        CHECK(k.patch("/partijen/" + ander, R"({"digitaleAdressen":[)" + naar(een) + "]}").status == 200);
        CHECK(k.get(target).at("digitaleAdressen").array()->size() == 1);
        CHECK(k.get(target).at("voorkeursDigitaalAdres").is_null());
        const auto let_go = k.put("/partijen/" + ander, R"({"soortPartij":"persoon","indicatieActief":true,"digitaleAdressen":null,"rekeningnummers":null})");
        CHECK(let_go.status == 200);
        CHECK(let_go.at("digitaleAdressen").array()->empty());
        CHECK(k.get("/digitaleadressen/" + een).at("verstrektDoorPartij").is_null());
        CHECK(k.patch(target, R"({"digitaleAdressen":[]})").at("digitaleAdressen").array()->empty());
        CHECK(k.get("/digitaleadressen/" + twee).status == 200);

        const std::string rekening = made(k, "/rekeningnummers", R"({"iban":"NL91ABNA0417164300","partij":)" + naar(id) + "}");
        CHECK(k.patch(target, R"({"voorkeursRekeningnummer":)" + naar(rekening) + "}").text("voorkeursRekeningnummer.uuid") == rekening);
        CHECK(k.patch(target, R"({"rekeningnummers":null})").at("voorkeursRekeningnummer").is_null());
        CHECK(k.get("/rekeningnummers/" + rekening).at("partij").is_null());
    });
}

TEST_CASE("identifiers in a partij: listed is changed, without uuid is made, left out is gone") {
    in_each_koppeling([](Koppeling& k) {
        const auto first = k.post("/partijen", R"({"soortPartij":"organisatie","indicatieActief":true,"partijIdentificatie":{"naam":"Bakkerij"},"partijIdentificatoren":[)" + kvk("12345678") + "]}");
        const std::string id = uuid_of(first);
        const std::string target = "/partijen/" + id;
        const std::string number = first.text("partijIdentificatoren.0.uuid");
        CHECK(first.text("partijIdentificatoren.0.identificeerdePartij.uuid") == id);
        const auto second = k.patch(target, R"({"partijIdentificatoren":[{"uuid":")" + number + R"("},)" + vestiging("000012345678", R"(,"subIdentificatorVan":)" + naar(number)) + "]}");
        CAPTURE(second.body);
        REQUIRE(second.status == 200);
        CHECK(second.at("partijIdentificatoren").array()->size() == 2);
        CHECK(second.text("partijIdentificatoren.1.subIdentificatorVan.uuid") == number);
        CHECK(k.patch(target, R"({"partijIdentificatoren":null})").at("partijIdentificatoren").array()->size() == 2);
        CHECK(k.patch(target, R"({"interneNotitie":"x"})").at("partijIdentificatoren").array()->size() == 2);
        // A parent does not go, and nothing else of the body happens.
        const auto refused = k.patch(target, R"({"interneNotitie":"anders","partijIdentificatoren":[]})");
        CHECK(refused.status == 400);
        CHECK(refused.text("invalidParams.0.name") == "nonFieldErrors");
        CHECK(refused.text("invalidParams.0.reason").starts_with("Cannot delete some instances"));
        CHECK(k.get(target).text("interneNotitie") == "x");
        const auto twice = k.patch(target, R"({"partijIdentificatoren":[{"uuid":")" + number + R"("},{"uuid":")" + number + R"("}]})");
        CHECK(code_of(twice, "partijIdentificatoren.1.uuid") == "duplicated");
        CHECK(code_of(k.patch(target, R"({"partijIdentificatoren":[{"uuid":"00000000-0000-0000-0000-0000000000ff"}]})"), "partijIdentificatoren.0.uuid") == "invalid");
        CHECK(k.patch(target, R"({"partijIdentificatoren":[{"uuid":")" + number + R"("}]})").at("partijIdentificatoren").array()->size() == 1);
        // The same number in place of the one that goes.
        const auto again = k.patch(target, R"({"partijIdentificatoren":[)" + kvk("12345678") + "]}");
        CHECK(again.status == 200);
        CHECK(again.text("partijIdentificatoren.0.uuid") != number);
        CHECK(partij::find_identificator(at_desk(k, id).gegevens, partij::soort_kvk_nummer)->object_id == "12345678");
        CHECK(k.patch(target, R"({"partijIdentificatoren":[]})").at("partijIdentificatoren").array()->empty());
    });
}

TEST_CASE("another kind of partij begins anew, and a contactpersoon works for an organisatie") {
    in_each_koppeling([](Koppeling& k) {
        const std::string bedrijf = made(k, "/partijen", R"({"soortPartij":"organisatie","indicatieActief":true,"partijIdentificatie":{"naam":"Bakkerij"}})");
        const std::string id = made(k, "/partijen", R"({"soortPartij":"persoon","indicatieActief":true,"partijIdentificatie":{"contactnaam":{"voornaam":"Jan"}}})");
        const std::string target = "/partijen/" + id;
        const auto works_for = [&](const std::string& who) { return R"({"soortPartij":"contactpersoon","partijIdentificatie":{"werkteVoorPartij":)" + naar(who) + R"(,"contactnaam":{"voornaam":"Piet"}}})"; };
        CHECK(code_of(k.patch(target, works_for(id)), "partijIdentificatie.werkteVoorPartij") == "invalid");
        CHECK(k.patch(target, works_for("00000000-0000-0000-0000-0000000000ff")).text("invalidParams.0.name") == "partijIdentificatie.werkteVoorPartij.uuid");
        const auto changed = k.patch(target, works_for(bedrijf));
        CHECK(changed.text("partijIdentificatie.werkteVoorPartij.uuid") == bedrijf);
        CHECK(changed.text("partijIdentificatie.volledigeNaam") == "Piet");
        CHECK(code_of(k.patch("/partijen/" + bedrijf, works_for(bedrijf)), "partijIdentificatie.werkteVoorPartij") == "invalid");
        CHECK(code_of(k.patch("/partijen/" + bedrijf, R"({"soortPartij":"persoon"})"), "soortPartij") == "invalid");
        CHECK(k.patch(target, R"({"soortPartij":"organisatie","partijIdentificatie":{"naam":"Slagerij"}})").text("partijIdentificatie.naam") == "Slagerij");
        CHECK(k.patch(target, R"({"soortPartij":"persoon"})").text("partijIdentificatie.volledigeNaam").empty());
        CHECK(k.del("/partijen/" + bedrijf).status == 204);
        CHECK(k.get("/partijen/" + bedrijf).status == 404);
    });
}

TEST_CASE("removing a partij takes what is its own and lets contacts stay; not while work for it is open") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = made(k, "/partijen", R"({"soortPartij":"persoon","indicatieActief":true,"partijIdentificatoren":[)" + bsn("999990019") + "]}");
        const std::string adres = made(k, "/digitaleadressen", R"({"adres":"0612345678","soortDigitaalAdres":"telefoonnummer","verstrektDoorPartij":)" + naar(id) + "}");
        auto vraag = k.contact(klantcontact::Afloop::doorgezet);
        vraag.betrokkenen.at(0).partij = *partij::PartijId::parse(id);
        const auto contact = k.registered(vraag).klantcontact;
        CHECK(k.del("/partijen/" + id).status == 409);
        CHECK(k.store.write([&](store::Tx& tx) { return k.contacten.hide(tx, k.tom(), contact.id, "dubbel"); }).has_value());
        const auto answered = k.contact(klantcontact::Afloop::beantwoord);
        auto met_partij = answered;
        met_partij.betrokkenen.at(0).partij = *partij::PartijId::parse(id);
        const auto stays = k.registered(met_partij).klantcontact;
        CHECK(k.proef.ask({http::Method::del, dichtbij::testing::klantinteracties_plaats + ("/partijen/" + id), {}, {{"If-Match", "\"1\""}}}).status == 412);
        CHECK(k.del("/partijen/" + id).status == 204);
        CHECK(k.del("/partijen/" + id).status == 404);
        CHECK(k.get("/digitaleadressen/" + adres).status == 404);
        CHECK(k.get("/partij-identificatoren").number("count") == 0);
        CHECK(k.get("/klantcontacten/" + stays.id.text()).at("hadBetrokkenen").array()->empty());
        CHECK_FALSE(k.partijen.read(access::system_caller("proef"), *partij::PartijId::parse(id)).has_value());
    });
}

TEST_CASE("who wrote on an older version hears so, and a foreign gemeente is not there") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = made(k, "/partijen", persoon);
        const std::string target = std::string(dichtbij::testing::klantinteracties_plaats) + "/partijen/" + id;
        const std::string tag(k.get("/partijen/" + id).headers.get("ETag"));
        CHECK(k.proef.ask({http::Method::patch, target, R"({"interneNotitie":"een"})", {{"If-Match", tag}}}).status == 200);
        CHECK(k.proef.ask({http::Method::patch, target, R"({"interneNotitie":"twee"})", {{"If-Match", tag}}}).status == 412);
        CHECK(k.get("/partijen/" + id).text("interneNotitie") == "een");
        auto& service = k.proef.buiten.service;
        const auto elsewhere = service.make(k.proef.buiten.beheerder_elders(), k.v.heidedal, k.proef.buiten.gegevens("Elders")).value();
        const std::string token = "Token " + service.add_token(k.proef.buiten.beheerder_elders(), elsewhere.id, {}).value().geheim;
        CHECK(k.proef.ask_as(token, {http::Method::patch, target, R"({"interneNotitie":"drie"})"}).status == 404);
        CHECK(k.proef.ask_as(token, {http::Method::del, target}).status == 404);
        const std::string place = dichtbij::testing::klantinteracties_plaats;
        CHECK(k.proef.ask_as(token, {http::Method::post, place + "/digitaleadressen", R"({"adres":"x","soortDigitaalAdres":"overig","verstrektDoorPartij":)" + naar(id) + "}"}).status == 400);
        // What is unique is so in a gemeente.
        const std::string nummer = k.get("/partijen/" + id).text("nummer");
        CHECK(k.proef.ask_as(token, {http::Method::post, place + "/partijen", R"({"soortPartij":"persoon","indicatieActief":true,"nummer":")" + nummer + R"("})"}).status == 201);
    });
}

TEST_CASE("a hundred partijen made at the same time have a hundred numbers, and changes of one do not get lost") {
    for (const auto& fresh : dichtbij::fresh_stores(dichtbij::testing::koppeling_schema())) {
        CAPTURE(fresh->name);
        Koppeling k(*fresh->store);
        constexpr int writers = 4;
        constexpr int each = 25;
        const std::string id = made(k, "/partijen", persoon);
        std::vector<std::vector<Geantwoord>> answers(writers);
        std::vector<std::thread> threads;
        for (int w = 0; w < writers; ++w)
            threads.emplace_back([&, w] {
                for (int i = 0; i < each; ++i) answers[static_cast<std::size_t>(w)].push_back(k.post("/partijen", persoon));
                answers[static_cast<std::size_t>(w)].push_back(k.post("/digitaleadressen", R"({"adres":"a)" + std::to_string(w) + R"(@voorbeeld.example","soortDigitaalAdres":"email","isStandaardAdres":true,"verstrektDoorPartij":)" + naar(id) + "}"));
            });
        for (auto& thread : threads) thread.join();
        std::set<std::string> numbers;
        for (const auto& list : answers)
            for (const Geantwoord& one : list) {
                CHECK(one.status == 201);
                if (const std::string nummer = one.text("nummer"); !nummer.empty()) numbers.insert(nummer);
            }
        CHECK(numbers.size() == writers * each);
        CHECK(k.get("/partijen/" + id).at("digitaleAdressen").array()->size() == writers);
        CHECK(k.get("/digitaleadressen?isStandaardAdres=true").number("count") == 1);
    }
}

TEST_CASE("what a client sends twice under one key is done once") {
    in_each_koppeling([](Koppeling& k) {
        const auto before = k.get("/partijen").number("count");
        const std::string place = std::string(dichtbij::testing::klantinteracties_plaats) + "/partijen";
        const auto send = [&] { return k.proef.ask({http::Method::post, place, persoon, {{"Idempotency-Key", "een"}}}); };
        CHECK(send().text("uuid") == send().text("uuid"));
        CHECK(k.get("/partijen").number("count") == before + 1);
    });
}

TEST_CASE("answers to writing are as the standard describes them" * doctest::skip(!dichtbij::testing::Spec::is_there("klantinteracties-0.9.0.yaml"))) {
    const dichtbij::testing::Spec spec("klantinteracties-0.9.0.yaml");
    const auto fresh = dichtbij::fresh_sqlite(dichtbij::testing::koppeling_schema());
    Koppeling k(*fresh->store);
    const std::string id = made(k, "/partijen", persoon), other = made(k, "/partijen", persoon);
    const std::string categorie = made(k, "/categorieen", R"({"naam":"Ondernemer"})");
    const auto fits = [&](const std::string& path, const std::string& schema, const std::string& body) {
        CAPTURE(path);
        const auto created = k.post(path, body);
        CHECK(created.status == 201);
        const std::string one = path + "/" + created.text("uuid");
        for (const auto& answer : {created, k.put(one, body), k.patch(one, "{}")}) {
            CHECK(answer.status < 300);
            for (const std::string& fault : spec.faults(schema, answer.value())) {
                CAPTURE(fault);
                CHECK(fault.empty());
            }
        }
        return created.text("uuid");
    };
    (void)fits("/partijen", "Partij", R"({"soortPartij":"persoon","indicatieActief":true,"voorkeurstaal":"nld","partijIdentificatie":{"contactnaam":{"voornaam":"Jan"}}})");
    (void)fits("/partijen", "Partij", R"({"soortPartij":"organisatie","indicatieActief":true,"partijIdentificatie":{"naam":"Bakkerij"},"bezoekadres":{"stad":"Oeverdorp"}})");
    (void)fits("/partijen", "Partij", R"({"soortPartij":"contactpersoon","indicatieActief":false,"partijIdentificatie":{"contactnaam":null}})");
    (void)fits("/digitaleadressen", "DigitaalAdres", R"({"adres":"jan@voorbeeld.example","soortDigitaalAdres":"email","referentie":"portaal","verificatieDatum":"2026-11-01","verstrektDoorPartij":)" + naar(id) + "}");
    (void)fits("/partij-identificatoren", "PartijIdentificator", bsn("999990019", R"(,"identificeerdePartij":)" + naar(id)));
    (void)fits("/rekeningnummers", "Rekeningnummer", R"({"iban":"NL91ABNA0417164300","bic":"ABNANL2A","partij":)" + naar(id) + "}");
    (void)fits("/categorieen", "Categorie", R"({"naam":"Vrijwilliger"})");
    (void)fits("/categorie-relaties", "CategorieRelatie", R"({"partij":)" + naar(id) + R"(,"categorie":)" + naar(categorie) + "}");
    (void)fits("/vertegenwoordigingen", "Vertegenwoordigden", R"({"vertegenwoordigendePartij":)" + naar(id) + R"(,"vertegenwoordigdePartij":)" + naar(other) + "}");
}

}  // namespace dichtbij::klantinteracties::partij_schrijven_test
