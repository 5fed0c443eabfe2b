// Writing what belongs to a partij one by one: digital addresses, identifiers, accounts, categories, representation.
#include <doctest/doctest.h>

#include "support/koppeling.h"

namespace dichtbij::klantinteracties::delen_schrijven_test {
namespace {

using api::testing::Geantwoord;
using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;
using dichtbij::testing::Tweetal;
using dichtbij::testing::two_contacts;

const std::string nobody = "00000000-0000-0000-0000-0000000000ff";

std::string made(Koppeling& k, const std::string& target, const std::string& body) {
    const auto answer = k.post(target, body);
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
    return answer.text("uuid");
}
std::string new_partij(Koppeling& k, const char* soort = "persoon") { return made(k, "/partijen", std::string(R"({"soortPartij":")") + soort + R"(","indicatieActief":true})"); }

std::string naar(const std::string& uuid) { return R"({"uuid":")" + uuid + R"("})"; }

std::string code_of(const Geantwoord& answer, const std::string& name) {
    const auto faults = answer.at("invalidParams");
    if (answer.status == 400 && faults.array())
        for (const auto& one : *faults.array())
            if (*one.find("name")->text() == name) return *one.find("code")->text();
    return {};
}
std::string reason_of(const Geantwoord& answer, const std::string& name) {
    const auto faults = answer.at("invalidParams");
    if (faults.array())
        for (const auto& one : *faults.array())
            if (*one.find("name")->text() == name) return *one.find("reason")->text();
    return {};
}

std::string adres(const std::string& text, const std::string& soort, const std::string& more = "") {
    return R"({"adres":")" + text + R"(","soortDigitaalAdres":")" + soort + "\"" + more + "}";
}
bool is_standard(Koppeling& k, const std::string& id) { return *k.get("/digitaleadressen/" + id).at("isStandaardAdres").boolean(); }

std::string number(const char* objecttype, const char* soort, const std::string& object_id, const char* code_register, const std::string& more = "") {
    return std::string(R"({"partijIdentificator":{"codeObjecttype":")") + objecttype + R"(","codeSoortObjectId":")" + soort + R"(","objectId":")" + object_id + R"(","codeRegister":")" + code_register + R"("})" + more + "}";
}
std::string bsn(const std::string& object_id, const std::string& more = "") { return number("natuurlijk_persoon", "bsn", object_id, "brp", more); }
std::string kvk(const std::string& object_id, const std::string& more = "") { return number("niet_natuurlijk_persoon", "kvk_nummer", object_id, "hr", more); }
std::string vestiging(const std::string& object_id, const std::string& more = "") { return number("vestiging", "vestigingsnummer", object_id, "hr", more); }
std::string of(const std::string& partij) { return R"(,"identificeerdePartij":)" + naar(partij); }
std::string under(const std::string& parent) { return R"(,"subIdentificatorVan":)" + naar(parent); }

constexpr const char* addresses = "/digitaleadressen";
constexpr const char* identifiers = "/partij-identificatoren";

}  // namespace

TEST_CASE("of a partij and kind one address is the standard, and the last one that is marked") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k), other = new_partij(k);
        const std::string standard = R"(,"isStandaardAdres":true,"verstrektDoorPartij":)";
        const std::string een = made(k, addresses, adres("een@voorbeeld.example", "email", standard + naar(id)));
        const std::string telefoon = made(k, addresses, adres("0612345678", "telefoonnummer", standard + naar(id)));
        const std::string elders = made(k, addresses, adres("elders@voorbeeld.example", "email", standard + naar(other)));
        const std::string twee = made(k, addresses, adres("twee@voorbeeld.example", "email", standard + naar(id)));
        CHECK_FALSE(is_standard(k, een));
        CHECK(is_standard(k, twee));
        CHECK(is_standard(k, telefoon));
        CHECK(is_standard(k, elders));
        CHECK(k.patch("/digitaleadressen/" + een, R"({"isStandaardAdres":true})").status == 200);
        CHECK(is_standard(k, een));
        CHECK_FALSE(is_standard(k, twee));
        CHECK(code_of(k.post(addresses, adres("x@voorbeeld.example", "email", R"(,"isStandaardAdres":true)")), "isStandaardAdres") == "invalid");
        CHECK(k.patch("/digitaleadressen/" + een, R"({"verstrektDoorPartij":null})").status == 200);
        CHECK_FALSE(is_standard(k, een));
    });
}

TEST_CASE("an address is held against its kind, also the kind that is stored") {
    in_each_koppeling([](Koppeling& k) {
        for (const char* good : {"0612345678", "0201234567", "+31612345678", "0031612345678", "0881234567"}) {
            CAPTURE(good);
            CHECK(k.post(addresses, adres(good, "telefoonnummer")).status == 201);
        }
        for (const char* bad : {"08001234", "09001234", "1400", "140399", "061234567", "06 1234 5678", "+3161234", "jan@voorbeeld.example", "0012345678901234"}) {
            CAPTURE(bad);
            const auto answer = k.post(addresses, adres(bad, "telefoonnummer"));
            CHECK(code_of(answer, "adres") == "invalid");
            CHECK(reason_of(answer, "adres") == "Het opgegeven telefoonnummer is ongeldig.");
        }
        for (const char* bad : {"jan", "jan@", "@voorbeeld.example", "0612345678"}) CHECK(code_of(k.post(addresses, adres(bad, "email")), "adres") == "invalid");
        const std::string free = made(k, addresses, adres("postduif 12", "overig"));
        CHECK(code_of(k.patch("/digitaleadressen/" + free, R"({"soortDigitaalAdres":"email"})"), "adres") == "invalid");
        const std::string mail = made(k, addresses, adres("jan@voorbeeld.example", "email"));
        CHECK(code_of(k.patch("/digitaleadressen/" + mail, R"({"adres":"jan"})"), "adres") == "invalid");
        CHECK(k.patch("/digitaleadressen/" + mail, R"({"adres":"0612345678","soort_digitaal_adres":"telefoonnummer"})").text("adres") == "0612345678");
        CHECK(code_of(k.post(addresses, "{}"), "adres") == "required");
        CHECK(code_of(k.post(addresses, adres(std::string(81, 'a'), "overig")), "adres") == "max_length");
        CHECK(code_of(k.post(addresses, adres("x", "overig", R"(,"referentie":"met spatie")")), "referentie") == "invalid");
        CHECK(code_of(k.post(addresses, adres("x", "overig", R"(,"omschrijving":")" + std::string(41, 'a') + "\"")), "omschrijving") == "max_length");
        CHECK(code_of(k.post(addresses, adres("x", "overig", R"(,"verificatieDatum":"gisteren")")), "verificatieDatum") == "invalid");
        CHECK(reason_of(k.post(addresses, adres("x", "overig", R"(,"verstrektDoorPartij":)" + naar(nobody))), "verstrektDoorPartij.uuid") == "Partij object bestaat niet.");
        CHECK(reason_of(k.post(addresses, adres("x", "overig", R"(,"verstrektDoorBetrokkene":)" + naar(nobody))), "verstrektDoorBetrokkene.uuid") == "Betrokkene object bestaat niet.");
    });
}

TEST_CASE("a reference is one of its kind with a partij, an empty one is none") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k);
        const auto body = [&](const char* soort, const char* text, const std::string& referentie) { return adres(text, soort, R"(,"referentie":")" + referentie + R"(","verstrektDoorPartij":)" + naar(id)); };
        const std::string een = made(k, addresses, body("email", "een@voorbeeld.example", "portaal"));
        CHECK(code_of(k.post(addresses, body("email", "twee@voorbeeld.example", "portaal")), "referentie") == "unique");
        CHECK(k.post(addresses, body("telefoonnummer", "0612345678", "portaal")).status == 201);
        CHECK(k.post(addresses, body("email", "drie@voorbeeld.example", "")).status == 201);
        CHECK(k.post(addresses, body("email", "vier@voorbeeld.example", "")).status == 201);
        CHECK(k.patch("/digitaleadressen/" + een, R"({"omschrijving":"werk"})").text("referentie") == "portaal");
    });
}

TEST_CASE("an address that a betrokkene gave shows in the contact, and stays with it when the partij lets it go") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const std::string betrokkene = to_string(t.bij_twee.id), id = new_partij(k);
        const std::string een = made(k, addresses, adres("henk@voorbeeld.example", "email", R"(,"omschrijving":"werk","verstrektDoorPartij":null,"verstrektDoorBetrokkene":)" + naar(betrokkene)));
        const auto of_contact = [&] { return k.contacten.get(access::system_caller("proef"), t.twee.id).value().betrokkenen.at(0).digitale_adressen; };
        const auto desk = of_contact();
        REQUIRE(desk.size() == 2);
        CHECK(desk.back().adres == "henk@voorbeeld.example");
        CHECK(desk.back().omschrijving == "werk");
        CHECK(k.patch("/digitaleadressen/" + een, R"({"verstrektDoorPartij":)" + naar(id) + "}").text("verstrektDoorBetrokkene.uuid") == betrokkene);
        CHECK(k.get("/partijen/" + id).text("digitaleAdressen.0.uuid") == een);
        // At the desk it is taken off the person, not out of the contact.
        auto inzage = k.partijen.read(access::system_caller("proef"), *partij::PartijId::parse(id));
        auto partij = std::get<partij::PartijBeeld>(*inzage).partij;
        partij.gegevens.wie = partij::Persoon{{"", "Henk", "", "Vries"}, {}, {}};
        partij.gegevens.digitale_adressen.clear();
        CHECK(k.partijen.change(access::system_caller("proef"), {partij.id, partij.versie, partij.gegevens, {}}).has_value());
        CHECK(of_contact().size() == 2);
        CHECK(k.patch("/digitaleadressen/" + een, R"({"verstrektDoorBetrokkene":null})").at("verstrektDoorBetrokkene").is_null());
        CHECK(of_contact().size() == 1);
        CHECK(k.del("/digitaleadressen/" + een).status == 204);
        CHECK(k.get("/digitaleadressen/" + een).status == 404);

        auto only_partijen = k.proef.buiten.gegevens("Alleen partijen");
        only_partijen.rechten = toepassing::testing::rechten({{access::Groep::partijen, access::Actie::schrijven}, {access::Groep::partijen, access::Actie::lezen}});
        const std::string token = k.proef.buiten.koptekst(k.proef.buiten.applicatie(only_partijen));
        const std::string place = std::string(dichtbij::testing::klantinteracties_plaats) + addresses;
        CHECK(k.proef.ask_as(token, {http::Method::post, place, adres("x", "overig", R"(,"verstrektDoorBetrokkene":)" + naar(betrokkene))}).status == 403);
    });
}

TEST_CASE("removing the preferred address of a partij leaves the partij, without") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k);
        const std::string een = made(k, addresses, adres("een@voorbeeld.example", "email", R"(,"verstrektDoorPartij":)" + naar(id)));
        CHECK(k.patch("/partijen/" + id, R"({"voorkeursDigitaalAdres":)" + naar(een) + "}").status == 200);
        CHECK(k.del("/digitaleadressen/" + een).status == 204);
        CHECK(k.get("/partijen/" + id).at("voorkeursDigitaalAdres").is_null());
        CHECK(k.get("/partijen/" + id).at("digitaleAdressen").array()->empty());
    });
}

TEST_CASE("an identifier fits the hierarchy of its register, and its number the kind") {
    in_each_koppeling([](Koppeling& k) {
        const auto send = [&](const std::string& body) { return k.post(identifiers, body); };
        CHECK(code_of(send(number("niet_natuurlijk_persoon", "bsn", "999990019", "brp")), "partijIdentificatorCodeObjecttype") == "invalid");
        CHECK(code_of(send(number("natuurlijk_persoon", "kvk_nummer", "12345678", "brp")), "partijIdentificatorCodeSoortObjectId") == "invalid");
        CHECK(code_of(send(number("vestiging", "rsin", "999990019", "hr")), "partijIdentificatorCodeSoortObjectId") == "invalid");
        CHECK(code_of(send(number("natuurlijk_persoon", "bsn", "999990019", "gba")), "partijIdentificator.codeRegister") == "invalid_choice");
        CHECK(code_of(send("{}"), "partijIdentificator") == "required");
        struct Row { std::string body; const char* reason; };
        for (const Row& row : {Row{bsn("12345678"), "Waarde moet 9 tekens lang zijn"}, Row{kvk("123456789"), "Waarde moet 8 tekens lang zijn"},
                               Row{vestiging("1"), "Waarde moet 12 tekens lang zijn"}, Row{kvk("1234567a"), "Gebruik alleen cijfers."}})
            CHECK(reason_of(send(row.body), "partijIdentificatorObjectId") == row.reason);
        CHECK(code_of(send(bsn("123456789")), "partijIdentificatorObjectId") == "invalid");  // elfproef
        CHECK(send(number("niet_natuurlijk_persoon", "rsin", "999990019", "hr")).status == 201);
        CHECK(reason_of(send(bsn("999990019", of(nobody))), "identificeerdePartij.uuid") == "Partij object bestaat niet.");
        CHECK(reason_of(send(kvk("12345678", under(nobody))), "subIdentificatorVan.uuid") == "PartijIdentificator object bestaat niet.");
    });
}

TEST_CASE("KISS makes a KvK-nummer of nobody, a vestiging under it, and attaches it later") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k, "organisatie");
        CHECK(code_of(k.post(identifiers, vestiging("000012345678")), "subIdentificatorVan") == "invalid");
        const std::string company = made(k, identifiers, kvk("12345678", R"(,"identificeerdePartij":null)")), second = made(k, identifiers, kvk("87654321"));
        const std::string branch = made(k, identifiers, vestiging("000012345678", of(id) + under(company)));
        CHECK(k.get("/partijen?partijIdentificator__codeSoortObjectId=vestigingsnummer&partijIdentificator__objectId=000012345678").number("count") == 1);
        CHECK(code_of(k.post(identifiers, vestiging("000012345678", under(company))), "__all__") == "unique");
        CHECK(k.post(identifiers, vestiging("000012345678", under(second))).status == 201);
        const std::string person = made(k, identifiers, bsn("999990019"));
        CHECK(code_of(k.post(identifiers, vestiging("000000000012", under(person))), "subIdentificatorVan") == "invalid");
        const auto attached = k.put("/partij-identificatoren/" + company, kvk("12345678", of(id)));
        CHECK(attached.status == 200);
        CHECK(attached.text("identificeerdePartij.uuid") == id);
        CHECK(k.get("/partijen/" + id).at("partijIdentificatoren").array()->size() == 2);
        // A parent stays, what it is, and where.
        const auto removed = k.del("/partij-identificatoren/" + company);
        CHECK(removed.status == 400);
        CHECK(reason_of(removed, "nonFieldErrors").starts_with("Cannot delete some instances"));
        CHECK(code_of(k.patch("/partij-identificatoren/" + company, number("niet_natuurlijk_persoon", "rsin", "999990019", "hr")), "partijIdentificatorCodeSoortObjectId") == "invalid");
        CHECK(code_of(k.patch("/partij-identificatoren/" + second, R"({"subIdentificatorVan":)" + naar(second) + "}"), "subIdentificatorVan") == "invalid");
        CHECK(k.patch("/partij-identificatoren/" + second, R"({"subIdentificatorVan":)" + naar(company) + "}").status == 200);
        CHECK(code_of(k.patch("/partij-identificatoren/" + company, R"({"subIdentificatorVan":)" + naar(second) + "}"), "subIdentificatorVan") == "invalid");
        CHECK(k.del("/partij-identificatoren/" + branch).status == 204);
    });
}

TEST_CASE("one identifier of each kind for a partij, and one partij for each identifier, both said at once") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k), other = new_partij(k);
        (void)made(k, identifiers, bsn("999990019", of(id)));
        (void)made(k, identifiers, bsn("123456782", of(other)));
        const auto answer = k.post(identifiers, bsn("999990019", of(other)));
        CHECK(answer.status == 400);
        CHECK(reason_of(answer, "__all__") == "`CodeSoortObjectId` moet uniek zijn voor de Partij.");
        CHECK(answer.at("invalidParams").array()->size() == 2);
        CHECK(code_of(k.post(identifiers, bsn("999990019")), "__all__") == "unique");
        const auto nested = k.post("/partijen", R"({"soortPartij":"persoon","indicatieActief":true,"partijIdentificatoren":[)" + bsn("999990019") + "]}");
        CHECK(code_of(nested, "partijIdentificatoren.0.__all__") == "unique");
        CHECK(k.get("/partijen?partijIdentificator__objectId=999990019").number("count") == 1);
    });
}

TEST_CASE("bank accounts, of a partij or of none") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k), other = new_partij(k);
        CHECK(code_of(k.post("/rekeningnummers", R"({"iban":"geen"})"), "iban") == "invalid");
        CHECK(code_of(k.post("/rekeningnummers", R"({"bic":"ABNANL2A"})"), "iban") == "required");
        CHECK(code_of(k.post("/rekeningnummers", R"({"iban":"NL91ABNA0417164300","bic":"ABNA"})"), "bic") == "min_length");
        CHECK(reason_of(k.post("/rekeningnummers", R"({"iban":"NL91ABNA0417164300","partij":)" + naar(nobody) + "}"), "partij.uuid") == "Partij object bestaat niet.");
        const std::string een = made(k, "/rekeningnummers", R"({"iban":"nl18bank23481326","partij":)" + naar(id) + "}");
        CHECK(k.get("/rekeningnummers/" + een).text("iban") == "NL18BANK23481326");
        CHECK(k.patch("/rekeningnummers/" + een, R"({"bic":"ABNANL2A"})").text("bic") == "ABNANL2A");
        // An account that we would not take ourselves does not stop a colleague who changes something else.
        auto inzage = k.partijen.read(access::system_caller("proef"), *partij::PartijId::parse(id));
        auto partij = std::get<partij::PartijBeeld>(*inzage).partij;
        partij.gegevens.wie = partij::Persoon{{"", "Jan", "", "Smit"}, {}, {}};
        CHECK(k.partijen.change(access::system_caller("proef"), {partij.id, partij.versie, partij.gegevens, {}}).has_value());
        CHECK(k.put("/rekeningnummers/" + een, R"({"iban":"NL91ABNA0417164300","partij":)" + naar(other) + "}").text("partij.uuid") == other);
        CHECK(k.get("/partijen/" + id).at("rekeningnummers").array()->empty());
        CHECK(k.del("/rekeningnummers/" + een).status == 204);
        CHECK(k.del("/rekeningnummers/" + een).status == 404);
        CHECK(k.get("/partijen/" + other).at("rekeningnummers").array()->empty());
    });
}

TEST_CASE("categories and who stands in them") {
    in_each_koppeling([](Koppeling& k) {
        const std::string id = new_partij(k);
        const std::string een = made(k, "/categorieen", R"({"naam":"Ondernemer"})"), twee = made(k, "/categorieen", R"({"naam":"Vrijwilliger"})");
        CHECK(code_of(k.post("/categorieen", R"({"naam":"Ondernemer"})"), "naam") == "unique");
        CHECK(code_of(k.post("/categorieen", R"({"naam":")" + std::string(81, 'a') + "\"}"), "naam") == "max_length");
        CHECK(code_of(k.post("/categorieen", R"({"naam":""})"), "naam") == "required");
        CHECK(k.patch("/categorieen/" + een, R"({"naam":"Winkelier"})").text("naam") == "Winkelier");
        CHECK(k.partijen.categorieen(organisatie::testing::caller(k.v.tom, {{access::Rol::kcc_medewerker, k.v.oeverland, k.v.kcc}}), k.v.oeverland)->size() == 2);

        const auto answer = k.post("/categorie-relaties", R"({"partij":)" + naar(id) + R"(,"categorie":)" + naar(een) + "}");
        CHECK(answer.status == 201);
        CHECK(answer.text("beginDatum") == "2026-11-23");
        CHECK(answer.text("categorie.naam") == "Winkelier");
        const std::string target = "/categorie-relaties/" + answer.text("uuid");
        CHECK(k.get("/partijen/" + id).text("categorieRelaties.0.categorieNaam") == "Winkelier");
        CHECK(code_of(k.patch(target, R"({"eindDatum":"2026-11-01"})"), "eindDatum") == "invalid");
        CHECK(k.patch(target, R"({"beginDatum":"2026-01-01","eindDatum":"2026-12-31","categorie":)" + naar(twee) + "}").text("categorie.naam") == "Vrijwilliger");
        CHECK(reason_of(k.patch(target, R"({"categorie":)" + naar(nobody) + "}"), "categorie.uuid") == "Categorie object bestaat niet.");
        CHECK(code_of(k.post("/categorie-relaties", R"({"partij":)" + naar(id) + "}"), "categorie") == "required");
        CHECK(k.get("/partijen?categorierelatie__categorie__naam=Vrijwilliger,Winkelier").number("count") == 1);
        CHECK(k.del("/categorieen/" + twee).status == 204);
        CHECK(k.get(target).status == 404);
        CHECK(k.get("/partijen/" + id).at("categorieRelaties").array()->empty());
        const std::string los = made(k, "/categorie-relaties", R"({"partij":null,"categorie":)" + naar(een) + "}");
        CHECK(k.del("/categorie-relaties/" + los).status == 204);
    });
}

TEST_CASE("nobody represents himself, and a pair is there once") {
    in_each_koppeling([](Koppeling& k) {
        const std::string een = new_partij(k), twee = new_partij(k), drie = new_partij(k);
        const auto pair = [](const std::string& by, const std::string& of) { return R"({"vertegenwoordigendePartij":)" + naar(by) + R"(,"vertegenwoordigdePartij":)" + naar(of) + "}"; };
        const std::string id = made(k, "/vertegenwoordigingen", pair(een, twee));
        CHECK(code_of(k.post("/vertegenwoordigingen", pair(een, een)), "vertegenwoordigdePartij") == "invalid");
        CHECK(code_of(k.post("/vertegenwoordigingen", pair(een, twee)), "nonFieldErrors") == "unique");
        CHECK(reason_of(k.post("/vertegenwoordigingen", pair(een, nobody)), "vertegenwoordigdePartij.uuid") == "Partij object bestaat niet.");
        CHECK(code_of(k.post("/vertegenwoordigingen", "{}"), "vertegenwoordigendePartij") == "required");
        CHECK(k.get("/partijen/" + een).text("vertegenwoordigden.0.uuid") == twee);
        k.store.read([&](store::Tx& tx) { CHECK(k.partijen.vertegenwoordigingen(tx, *partij::PartijId::parse(twee)).size() == 1); });
        CHECK(k.patch("/vertegenwoordigingen/" + id, R"({"vertegenwoordigdePartij":)" + naar(drie) + "}").text("vertegenwoordigdePartij.uuid") == drie);
        CHECK(code_of(k.patch("/vertegenwoordigingen/" + id, R"({"vertegenwoordigendePartij":)" + naar(drie) + "}"), "vertegenwoordigdePartij") == "invalid");
        CHECK(k.del("/vertegenwoordigingen/" + id).status == 204);
        CHECK(k.get("/vertegenwoordigingen/" + id).status == 404);
    });
}

TEST_CASE("every operation asks a token, its right and a right body") {
    in_each_koppeling([](Koppeling& k) { CHECK(k.proef.faults_at_the_door(*k.api) == std::vector<std::string>{}); });
}

TEST_CASE("what is routed is described, and what is described is routed") {
    const auto fresh = dichtbij::fresh_sqlite(dichtbij::testing::koppeling_schema());
    Koppeling k(*fresh->store);
    CHECK(k.proef.faults_in_description(*k.api) == std::vector<std::string>{});
}

}  // namespace dichtbij::klantinteracties::delen_schrijven_test
