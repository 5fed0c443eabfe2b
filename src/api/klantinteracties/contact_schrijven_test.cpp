// Writing contacts, betrokkenen, onderwerpobjecten and maak-klantcontact, over the router, on both stores.
#include <doctest/doctest.h>

#include <set>
#include <thread>

#include "support/koppeling.h"
#include "support/spec.h"

namespace dichtbij::klantinteracties::contact_schrijven_test {
namespace {

using api::testing::Geantwoord;
using dichtbij::testing::at;
using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;

// As KISS sends it.
const std::string contact_body = R"({"kanaal":"telefoon","onderwerp":"Kapvergunning beuk","inhoud":"Mag ik de beuk kappen?","indicatieContactGelukt":true,"taal":"nld",)"
                                 R"("vertrouwelijk":false,"plaatsgevondenOp":"2026-11-20T09:00:00Z"})";

std::string contact_with(const std::string& more) { return contact_body.substr(0, contact_body.size() - 1) + "," + more + "}"; }

std::string refused(const Geantwoord& answer) {
    if (answer.status != 400) return std::to_string(answer.status);
    return answer.text("invalidParams.0.name") + " " + answer.text("invalidParams.0.code");
}

std::string made(Koppeling& k, const std::string& path, const std::string& body) {
    const auto answer = k.post(path, body);
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
    return answer.text("uuid");
}

std::string to_ref(const std::string& uuid) { return R"({"uuid":")" + uuid + R"("})"; }

Id<dichtbij::Klantcontact> contact_id(const std::string& uuid) { return {parse_uuid(uuid).value()}; }

klantcontact::KlantcontactBeeld at_the_desk(Koppeling& k, const std::string& uuid) { return k.contacten.get(k.tom(), contact_id(uuid)).value(); }

std::vector<std::string> faults(Koppeling& k) {
    return k.store.read([&](store::Tx& tx) {
        auto found = klantcontact::klantcontact_check(tx, k.werk);
        for (auto& fault : werk::werk_check(tx, k.clock.now())) found.push_back(fault);
        for (auto& fault : taak::taak_check(tx, k.werk)) found.push_back(fault);
        return found;
    });
}

std::string betrokkene_of(const std::string& contact, const std::string& partij) {
    return R"({"wasPartij":)" + (partij.empty() ? "null" : to_ref(partij)) + R"(,"hadKlantcontact":)" + to_ref(contact) +
           R"(,"rol":"klant","initiator":true,"organisatienaam":"","contactnaam":{"voorletters":"A.","voornaam":"Amira","voorvoegselAchternaam":"","achternaam":"Idrissi"}})";
}

}  // namespace

TEST_CASE("a contact is made, read, replaced, changed in part and removed") {
    in_each_koppeling([](Koppeling& k) {
        const auto answer = k.post("/klantcontacten", contact_with(R"("metadata":{"skill":"bomen"},"reactie":"Nee.","hoofdOnderwerpType":"https://voorbeeld.example/type/1")"));
        REQUIRE(answer.status == 201);
        const std::string path = "/klantcontacten/" + answer.text("uuid");
        CHECK(answer.headers.get("Location") == answer.text("url"));
        CHECK(k.get(path).body == answer.body);
        CHECK(k.get(path).headers.get("ETag") == answer.headers.get("ETag"));
        CHECK(answer.text("nummer").size() == 10);
        CHECK(answer.text("metadata.skill") == "bomen");
        CHECK(answer.at("referentienummer").is_null());
        const auto put = k.put(path, R"({"kanaal":"E-mail","onderwerp":"Eik","taal":"nld","vertrouwelijk":false})");
        CHECK(put.status == 200);
        CHECK(put.text("onderwerp") == "Eik");
        CHECK(put.text("kanaal") == "e-mail");
        CHECK(put.text("inhoud") == "Mag ik de beuk kappen?");
        CHECK(put.text("nummer") == answer.text("nummer"));
        const auto patched = k.patch(path, R"({"reactie":"Ja.","metadata":{"n":1},"nummer":"77","referentienummer":"78"})");
        CHECK(patched.text("reactie") == "Ja.");
        CHECK(patched.text("metadata.n") == "1");
        CHECK(patched.at("metadata.skill").is_null());
        CHECK(patched.text("nummer") == "77");
        CHECK(patched.text("referentienummer") == "78");
        const auto desk = at_the_desk(k, answer.text("uuid"));
        REQUIRE(desk.versies.size() == 2);
        CHECK(desk.versies.front().reden == "Gewijzigd door KISS.");
        CHECK(k.del(path).status == 204);
        CHECK(k.get(path).status == 404);
        CHECK(k.del(path).status == 404);
        CHECK(k.put(path, contact_body).status == 404);
        CHECK(k.patch(path, "{}").status == 404);
        CHECK(k.get("/klantcontacten").number("count") == 0);
        CHECK(faults(k).empty());
    });
}

TEST_CASE("a contact that comes in is answered, with a gesprek of its own; with further action its werk runs") {
    in_each_koppeling([](Koppeling& k) {
        const auto first = at_the_desk(k, made(k, "/klantcontacten", contact_body));
        const auto second = at_the_desk(k, made(k, "/klantcontacten", contact_body));
        CHECK(first.klantcontact.gesprek != second.klantcontact.gesprek);
        CHECK(first.klantcontact.inhoud.plaatsgevonden_op == at("2026-11-20 10:00"));
        CHECK_FALSE(first.klantcontact.door.has_value());
        CHECK(first.werk->uitkomst == werk::Uitkomst::beantwoord);
        CHECK(first.werk->gesloten_op == first.klantcontact.inhoud.plaatsgevonden_op);
        const std::string acting = R"("verdereActieOndernomen":true,"indicatieContactGelukt":false)";
        const std::string body = R"({"kanaal":"email","onderwerp":"Eik","taal":"nld","vertrouwelijk":false,"plaatsgevondenOp":"2026-11-20T09:00:00Z",)" + acting + "}";
        const std::string uuid = made(k, "/klantcontacten", body);
        const auto third = at_the_desk(k, uuid);
        CHECK(third.werk->is_open());
        CHECK(third.werk->geopend_op == at("2026-11-20 10:00"));
        CHECK(third.werk->beloofd_op.has_value());
        CHECK(k.patch("/klantcontacten/" + uuid, R"({"verdereActieOndernomen":false})").status == 200);
        CHECK(at_the_desk(k, uuid).werk->uitkomst == werk::Uitkomst::beantwoord);
        // What was answered opens again, as if it had stayed open.
        const std::string again = first.klantcontact.id.text();
        CHECK(k.patch("/klantcontacten/" + again, "{" + acting + "}").status == 200);
        const auto opened = at_the_desk(k, again);
        CHECK(opened.werk->is_open());
        CHECK(opened.werk->geopend_op == third.werk->geopend_op);
        const auto klokken = k.store.read([&](store::Tx& tx) { return k.werk.klokken(tx, *opened.werk); }).value();
        bool answers = false;
        for (const auto& one : klokken) {
            if (one.klok.meet != norm::Meetmoment::eerste_reactie) continue;  // he was promised a call
            answers = true;
            CHECK(one.klok.gestart_op == opened.werk->geopend_op);
            CHECK_FALSE(one.klok.afloop.has_value());
        }
        CHECK(answers);
        CHECK(faults(k).empty());
    });
}

TEST_CASE("a nummer is made when there is none, kept when it is given, and never given twice") {
    in_each_koppeling([](Koppeling& k) {
        for (const char* more : {R"("nummer":"")", R"("nummer":null)", R"("referentienummer":"")"}) {
            CAPTURE(more);
            const auto answer = k.post("/klantcontacten", contact_with(more));
            CHECK(answer.status == 201);
            CHECK(answer.text("nummer").size() == 10);
        }
        CHECK(k.post("/klantcontacten", contact_with(R"("nummer":"0000000012","referentienummer":"34")")).text("nummer") == "0000000012");
        const auto again = k.post("/klantcontacten", contact_with(R"("nummer":"0000000012")"));
        CHECK(refused(again) == "nummer unique");
        CHECK(again.text("invalidParams.0.reason") == "Er bestaat al een klantcontact met eenzelfde nummer.");
        CHECK(refused(k.post("/klantcontacten", contact_with(R"("referentienummer":"34")"))) == "referentienummer unique");
        CHECK(refused(k.post("/klantcontacten", contact_with(R"("nummer":"12a")"))) == "nummer invalid");
        CHECK(refused(k.post("/klantcontacten", contact_with(R"("nummer":"12345678901")"))) == "nummer max_length");
        const std::string other = "/klantcontacten/" + made(k, "/klantcontacten", contact_body);
        CHECK(refused(k.patch(other, R"({"nummer":"0000000012"})")) == "nummer unique");
        CHECK(k.patch(other, R"({"nummer":""})").status == 200);
    });
}

TEST_CASE("of a hundred contacts at the same time each gets a nummer of its own") {
    in_each_koppeling([](Koppeling& k) {
        constexpr std::size_t count = 100;
        std::vector<Geantwoord> answers(count);
        {
            std::vector<std::jthread> clients;
            for (std::size_t i = 0; i < count; ++i) clients.emplace_back([&, i] { answers[i] = k.post("/klantcontacten", contact_with(R"("nummer":"")")); });
        }
        std::set<std::string> numbers;
        for (const auto& answer : answers) {
            CHECK(answer.status == 201);
            numbers.insert(answer.text("nummer"));
        }
        CHECK(numbers.size() == count);
        CHECK(k.get("/klantcontacten").number("count") == static_cast<std::int64_t>(count));
    });
}

TEST_CASE("every field of a contact has its limits, and says so by its name") {
    struct Row {
        const char* json;
        const char* refusal;  // nullptr: taken
    };
    in_each_koppeling([](Koppeling& k) {
        const std::string path = "/klantcontacten/" + made(k, "/klantcontacten", contact_body);
        const auto text = [](std::size_t length) { return "\"" + std::string(length, 'x') + "\""; };
        const std::vector<std::pair<std::string, const char*>> rows{
            {"\"kanaal\":" + text(50), nullptr},
            {"\"kanaal\":" + text(51), "kanaal max_length"},
            {"\"kanaal\":\"\"", "kanaal blank"},
            {"\"onderwerp\":" + text(200), nullptr},
            {"\"onderwerp\":" + text(201), "onderwerp max_length"},
            {"\"onderwerp\":null", "onderwerp null"},
            {"\"inhoud\":" + text(1000), nullptr},
            {"\"inhoud\":" + text(1001), "inhoud max_length"},
            {"\"inhoud\":{}", "inhoud invalid"},
            {"\"reactie\":" + text(4000), nullptr},
            {"\"reactie\":" + text(4001), "reactie max_length"},
            {"\"indicatieContactGelukt\":null", nullptr},
            {"\"indicatieContactGelukt\":\"misschien\"", "indicatieContactGelukt invalid"},
            {"\"hoofdOnderwerpType\":\"geen adres\"", "hoofdOnderwerpType invalid"},
            {"\"taal\":\"nlds\"", "taal max_length"},
            {"\"taal\":\"n1\"", "taal invalid"},
            {"\"vertrouwelijk\":7", "vertrouwelijk invalid"},
            {"\"plaatsgevondenOp\":\"gisteren\"", "plaatsgevondenOp invalid"},
            {"\"plaatsgevondenOp\":\"2027-01-01T00:00:00Z\"", "plaatsgevondenOp invalid"},
            {"\"metadata\":{\"a\":" + text(255) + "}", nullptr},
            {"\"metadata\":{\"a\":" + text(256) + "}", "metadata.a max_length"},
            {"\"metadata\":[]", "metadata not_a_dict"},
            {"\"indicatieContactGelukt\":true,\"verdereActieOndernomen\":true", "nonFieldErrors no-further-action-when-contact-succesful"},
        };
        for (const auto& [json, refusal] : rows) {
            CAPTURE(json);
            const auto answer = k.patch(path, "{" + json + "}");
            if (refusal == nullptr) CHECK(answer.status == 200);
            else CHECK(refused(answer) == refusal);
        }
        CHECK(refused(k.post("/klantcontacten", "{}")) == "kanaal required");
        CHECK(refused(k.post("/klantcontacten", "[]")) == "nonFieldErrors invalid");
        CHECK(k.post("/klantcontacten", "{").status == 400);
        // The stored value counts too.
        CHECK(k.patch(path, R"({"indicatieContactGelukt":true})").status == 200);
        CHECK(refused(k.patch(path, R"({"verdereActieOndernomen":true})")) == "nonFieldErrors no-further-action-when-contact-succesful");
    });
}

TEST_CASE("keys in snake_case are taken, unknown and read-only ones ignored, metadata become texts") {
    in_each_koppeling([](Koppeling& k) {
        const auto answer = k.post("/klantcontacten", R"({"kanaal":"chat","onderwerp":"x","taal":"nld","vertrouwelijk":"false","plaatsgevonden_op":"2026-11-20T09:00:00Z","indicatie_contact_gelukt":false,)"
                                                      R"("hadBetrokkenen":"foobar","uuid":7,"iets":[1],"metadata":{"getal":1,"ja":true,"lijst":[1,"a"]}})");
        REQUIRE(answer.status == 201);
        CHECK(answer.text("plaatsgevondenOp") == "2026-11-20T09:00:00Z");
        CHECK(answer.at("indicatieContactGelukt") == json::Value(false));
        CHECK(answer.text("metadata.getal") == "1");
        CHECK(answer.text("metadata.ja") == "true");
        CHECK(refused(k.post("/klantcontacten", R"({"kanaal":"a","kanaal":"b"})")) != "201");
    });
}

TEST_CASE("what a contact has over the standard stands at the desk, and the other way round, field by field") {
    in_each_koppeling([](Koppeling& k) {
        const std::string uuid = made(k, "/klantcontacten", contact_with(R"("reactie":"Nee.","nummer":"501","referentienummer":"502","hoofdOnderwerpType":"https://voorbeeld.example/1","metadata":{"a":"b"})"));
        const std::string betrokkene = made(k, "/betrokkenen", betrokkene_of(uuid, k.fatima.text()));
        const std::string object = made(k, "/onderwerpobjecten", R"({"klantcontact":)" + to_ref(uuid) + R"(,"wasKlantcontact":null,"onderwerpobjectidentificator":{"objectId":"z-1","codeObjecttype":"zgw-Zaak","codeRegister":"openzaak","codeSoortObjectId":"uuid"}})");
        const auto desk = at_the_desk(k, uuid);
        const auto& one = desk.klantcontact;
        CHECK(one.standaardnummer == "501");
        CHECK(one.referentienummer == "502");
        CHECK(one.inhoud == klantcontact::Inhoud{"telefoon", "Kapvergunning beuk", "Mag ik de beuk kappen?", "Nee.", true, "https://voorbeeld.example/1", false, "nld", false, at("2026-11-20 10:00"), {}, {}, ""});
        CHECK(desk.metadata == klantcontact::Metadata{{"a", "b"}});
        REQUIRE(desk.betrokkenen.size() == 1);
        CHECK(to_string(desk.betrokkenen.front().id) == betrokkene);
        CHECK(desk.betrokkenen.front().partij == k.fatima);
        CHECK(desk.betrokkenen.front().naam == partij::Contactnaam{"A.", "Amira", "", "Idrissi"});
        REQUIRE(desk.onderwerpobjecten.size() == 1);
        CHECK(desk.onderwerpobjecten.front() == klantcontact::Objectverwijzing{parse_uuid(object).value(), "z-1", "zgw-Zaak", "openzaak", "uuid", {}});
        CHECK(desk.werk->partij == k.fatima);
        CHECK(desk.werk->titel == "Kapvergunning beuk");

        const auto t = dichtbij::testing::two_contacts(k);
        const auto seen = k.get("/klantcontacten/" + t.een.id.text());
        const auto& inhoud = t.een.inhoud;
        CHECK(seen.text("nummer") == t.een.standaardnummer);
        CHECK(seen.text("referentienummer") == t.een.referentienummer);
        CHECK(seen.text("kanaal") == inhoud.kanaal);
        CHECK(seen.text("onderwerp") == inhoud.onderwerp);
        CHECK(seen.text("inhoud") == inhoud.inhoud);
        CHECK(seen.text("reactie") == inhoud.reactie);
        CHECK(seen.at("indicatieContactGelukt") == json::Value(true));
        CHECK(seen.text("plaatsgevondenOp") == to_rfc3339(inhoud.plaatsgevonden_op));
        // Changed over the standard, it is changed at the desk, and what the standard does not know stays.
        CHECK(k.patch("/klantcontacten/" + t.een.id.text(), R"({"onderwerp":"Linde","reactie":"Vraag het na."})").status == 200);
        const auto after = at_the_desk(k, t.een.id.text()).klantcontact;
        CHECK(after.inhoud.onderwerp == "Linde");
        CHECK(after.inhoud.reactie == "Vraag het na.");
        CHECK(after.inhoud.onderwerp_id == inhoud.onderwerp_id);
        CHECK(after.inhoud.product == inhoud.product);
        CHECK(after.door == t.een.door);
    });
}

TEST_CASE("a betrokkene is made, changed, moved and removed; whose matter it is follows, its addresses stay") {
    in_each_koppeling([](Koppeling& k) {
        const std::string contact = made(k, "/klantcontacten", contact_body);
        const std::string other = made(k, "/klantcontacten", contact_body);
        const auto answer = k.post("/betrokkenen", betrokkene_of(contact, k.fatima.text()));
        REQUIRE(answer.status == 201);
        const std::string path = "/betrokkenen/" + answer.text("uuid");
        CHECK(answer.text("volledigeNaam") == "Amira Idrissi");
        CHECK(k.get(path).body == answer.body);
        const std::string adres = made(k, "/digitaleadressen", R"({"verstrektDoorPartij":null,"verstrektDoorBetrokkene":)" + to_ref(answer.text("uuid")) + R"(,"adres":"a@b.example","soortDigitaalAdres":"email","omschrijving":"mail"})");
        const auto patched = k.patch(path, R"({"bezoekadres":{"straatnaam":"Dorpsstraat","huisnummer":10,"postcode":"1008 DG","land":"NL"},"wasPartij":null})");
        CHECK(patched.status == 200);
        CHECK(patched.text("bezoekadres.postcode") == "1008 DG");
        CHECK(patched.text("digitaleAdressen.0.uuid") == adres);
        CHECK_FALSE(at_the_desk(k, contact).werk->partij.has_value());
        const auto moved = k.put(path, R"({"wasPartij":)" + to_ref(k.fatima.text()) + R"(,"hadKlantcontact":)" + to_ref(other) + R"(,"rol":"vertegenwoordiger","initiator":true})");
        CHECK(moved.text("rol") == "vertegenwoordiger");
        CHECK(moved.text("contactnaam.voornaam") == "Amira");
        CHECK(k.get("/klantcontacten/" + contact).at("hadBetrokkenen").array()->empty());
        CHECK(at_the_desk(k, other).werk->partij == k.fatima);
        CHECK(k.get("/betrokkenen?wasPartij__url=" + http::percent_encoded(k.url("/partijen", k.fatima.bytes))).number("count") == 1);
        CHECK(k.del(path).status == 204);
        CHECK(k.get(path).status == 404);
        CHECK(k.get("/digitaleadressen/" + adres).at("verstrektDoorBetrokkene").is_null());
        CHECK_FALSE(at_the_desk(k, other).werk->partij.has_value());

        const std::string nobody = to_string(Uuid{9});
        const auto gone = k.post("/betrokkenen", betrokkene_of(nobody, ""));
        CHECK(refused(gone) == "hadKlantcontact.uuid invalid");
        CHECK(gone.text("invalidParams.0.reason") == "Klantcontact object bestaat niet.");
        const auto no_partij = k.post("/betrokkenen", betrokkene_of(contact, nobody));
        CHECK(refused(no_partij) == "wasPartij.uuid invalid");
        CHECK(no_partij.text("invalidParams.0.reason") == "Partij object bestaat niet.");
        CHECK(refused(k.post("/betrokkenen", R"({"rol":"klant","initiator":true})")) == "hadKlantcontact required");
        CHECK(refused(k.post("/betrokkenen", R"({"hadKlantcontact":)" + to_ref(contact) + R"(,"rol":"baas","initiator":true})")) == "rol invalid_choice");
        CHECK(refused(k.post("/betrokkenen", R"({"hadKlantcontact":)" + to_ref(contact) + R"(,"rol":"klant","initiator":true,"bezoekadres":{"postcode":"1008DG"}})")) == "bezoekadres.postcode invalid");
        CHECK(faults(k).empty());
    });
}

TEST_CASE("an onderwerpobject and a bijlage are made, changed and removed, with or without a contact") {
    in_each_koppeling([](Koppeling& k) {
        const std::string contact = made(k, "/klantcontacten", contact_body);
        for (const auto& [path, about, identificator] : std::initializer_list<std::array<const char*, 3>>{{"/onderwerpobjecten", "klantcontact", "onderwerpobjectidentificator"},
                                                                                                          {"/bijlagen", "wasBijlageVanKlantcontact", "bijlageidentificator"}}) {
            CAPTURE(path);
            const std::string body = std::string("{\"") + about + "\":" + to_ref(contact) + ",\"" + identificator + R"(":{"objectId":"1","codeObjecttype":"zaak","codeRegister":"r","codeSoortObjectId":"uuid"}})";
            const auto answer = k.post(path, body);
            REQUIRE(answer.status == 201);
            const std::string one = std::string(path) + "/" + answer.text("uuid");
            CHECK(k.get(one).body == answer.body);
            CHECK(k.patch(one, std::string("{\"") + identificator + R"(":{"objectId":"2"}})").text(std::string(identificator) + ".objectId") == "2");
            CHECK(k.put(one, std::string("{\"") + about + "\":null}").at(about).is_null());
            CHECK(k.get(one).status == 200);
            CHECK(refused(k.patch(one, std::string("{\"") + identificator + R"(":{"objectId":")" + std::string(201, 'x') + "\"}}")) == std::string(identificator) + ".objectId max_length");
            CHECK(refused(k.post(path, std::string("{\"") + about + "\":" + to_ref(to_string(Uuid{9})) + "}")) == std::string(about) + ".uuid invalid");
            CHECK(k.post(path, "{}").status == 201);
            CHECK(k.del(one).status == 204);
            CHECK(k.get(one).status == 404);
        }
        CHECK(k.get("/klantcontacten/" + contact).status == 200);
    });
}

TEST_CASE("an onderwerpobject takes its contacts along when it is asked to, unless another is about them") {
    in_each_koppeling([](Koppeling& k) {
        const auto contact = [&] { return made(k, "/klantcontacten", contact_body); };
        const auto object = [&](const std::string& about, const std::string& was) {
            return made(k, "/onderwerpobjecten", R"({"klantcontact":)" + to_ref(about) + R"(,"wasKlantcontact":)" + (was.empty() ? "null" : to_ref(was)) + "}");
        };
        const std::string een = contact(), twee = contact(), drie = contact();
        const std::string betrokkene = made(k, "/betrokkenen", betrokkene_of(een, ""));
        const std::string first = object(een, twee);
        (void)object(drie, twee);
        const auto answer = k.del("/onderwerpobjecten/" + first + "?cascade=true");
        CHECK(answer.status == 200);
        CHECK(answer.body == R"({"behouden":[")" + k.url("/klantcontacten", contact_id(twee).bytes) + R"("]})");
        CHECK(k.get("/klantcontacten/" + een).status == 404);
        CHECK(k.get("/betrokkenen/" + betrokkene).status == 404);
        CHECK(k.get("/klantcontacten/" + twee).status == 200);
        CHECK(k.get("/klantcontacten/" + drie).status == 200);
        const std::string last = object(contact(), "");
        CHECK(k.del("/onderwerpobjecten/" + last + "?cascade=false").status == 204);
        CHECK(k.del("/onderwerpobjecten/" + last).status == 404);
        CHECK(faults(k).empty());
    });
}

TEST_CASE("maak-klantcontact makes a contact, a betrokkene and an onderwerpobject, or nothing") {
    in_each_koppeling([](Koppeling& k) {
        const std::string betrokkene = R"({"wasPartij":)" + to_ref(k.fatima.text()) + R"(,"hadKlantcontact":"foobar","rol":"klant","initiator":true,"contactnaam":null})";
        const std::string object = R"({"klantcontact":"foobar","wasKlantcontact":null,"onderwerpobjectidentificator":{"objectId":"z","codeObjecttype":"zaak","codeRegister":"r","codeSoortObjectId":"uuid"}})";
        const auto whole = k.post("/maak-klantcontact", R"({"klantcontact":)" + contact_body + R"(,"betrokkene":)" + betrokkene + R"(,"onderwerpobject":)" + object + "}");
        REQUIRE(whole.status == 201);
        CHECK(whole.body.starts_with(R"({"klantcontact":{"uuid":)"));
        CHECK(whole.text("betrokkene.hadKlantcontact.uuid") == whole.text("klantcontact.uuid"));
        CHECK(whole.text("betrokkene.wasPartij.uuid") == k.fatima.text());
        CHECK(whole.text("onderwerpobject.onderwerpobjectidentificator.objectId") == "z");
        CHECK(at_the_desk(k, whole.text("klantcontact.uuid")).werk->partij == k.fatima);
        const auto alone = k.post("/maak-klantcontact", R"({"klantcontact":)" + contact_body + "}");
        CHECK(alone.status == 201);
        CHECK(alone.at("betrokkene").is_null());
        CHECK(alone.at("onderwerpobject").is_null());
        CHECK(alone.at("klantcontact.nummer").text() != nullptr);

        const auto before = k.get("/klantcontacten").number("count");
        CHECK(refused(k.post("/maak-klantcontact", "{}")) == "klantcontact required");
        CHECK(refused(k.post("/maak-klantcontact", R"({"klantcontact":{"kanaal":"x","onderwerp":"y","vertrouwelijk":false,"taal":"nlds"}})")) == "klantcontact.taal max_length");
        const auto bad = k.post("/maak-klantcontact", R"({"klantcontact":)" + contact_body + R"(,"betrokkene":{"wasPartij":)" + to_ref(to_string(Uuid{9})) + R"(,"rol":"klant","initiator":true}})");
        CHECK(refused(bad) == "betrokkene.wasPartij.uuid invalid");
        CHECK(refused(k.post("/maak-klantcontact", R"({"klantcontact":)" + contact_body + R"(,"onderwerpobject":{"wasKlantcontact":)" + to_ref(to_string(Uuid{9})) + "}}")) == "onderwerpobject.wasKlantcontact.uuid invalid");
        CHECK(k.get("/klantcontacten").number("count") == before);
    });
}

TEST_CASE("a change names the version it saw, and a request that is sent again is done once") {
    in_each_koppeling([](Koppeling& k) {
        const auto answer = k.post("/klantcontacten", contact_body);
        const std::string path = std::string(dichtbij::testing::klantinteracties_plaats) + "/klantcontacten/" + answer.text("uuid");
        const std::string seen(answer.headers.get("ETag"));
        const auto first = k.proef.ask({http::Method::patch, path, R"({"onderwerp":"Eik"})", {{"If-Match", seen}}});
        CHECK(first.status == 200);
        CHECK(k.proef.ask({http::Method::patch, path, R"({"onderwerp":"Es"})", {{"If-Match", seen}}}).status == 412);
        CHECK(k.proef.ask({http::Method::del, path, {}, {{"If-Match", seen}}}).status == 412);
        CHECK(k.proef.ask({http::Method::del, path, {}, {{"If-Match", std::string(first.headers.get("ETag"))}}}).status == 204);
        const std::string list = std::string(dichtbij::testing::klantinteracties_plaats) + "/klantcontacten";
        const api::testing::Vraag once{http::Method::post, list, contact_body, {{"Idempotency-Key", "k-1"}}};
        const auto one = k.proef.ask(once);
        CHECK(one.status == 201);
        CHECK(k.proef.ask(once).body == one.body);
        CHECK(k.get("/klantcontacten").number("count") == 1);
    });
}

TEST_CASE("who may not read confidential contacts gets back what he wrote, and no more") {
    in_each_koppeling([](Koppeling& k) {
        const auto answer = k.post("/klantcontacten", R"({"kanaal":"telefoon","onderwerp":"x","taal":"nld","vertrouwelijk":true})");
        REQUIRE(answer.status == 201);
        CHECK(answer.text("onderwerp") == "x");
        const std::string path = "/klantcontacten/" + answer.text("uuid");
        CHECK(k.get(path).status == 404);
        CHECK(k.patch(path, R"({"onderwerp":"y"})").status == 404);
        CHECK(k.del(path).status == 404);
        CHECK(refused(k.post("/betrokkenen", betrokkene_of(answer.text("uuid"), ""))) == "hadKlantcontact.uuid invalid");
        const std::string open = "/klantcontacten/" + made(k, "/klantcontacten", contact_body);
        CHECK(k.patch(open, R"({"vertrouwelijk":true})").status == 200);
        CHECK(k.get(open).status == 404);
    });
}

TEST_CASE("nobody comes in without the right to the operation") {
    for (const auto& fresh : dichtbij::fresh_stores(dichtbij::testing::koppeling_schema())) {
        Koppeling k(*fresh->store);
        for (const auto& fault : k.proef.faults_at_the_door(*k.api)) {
            CAPTURE(fault);
            CHECK(fault.empty());
        }
    }
}

TEST_CASE("what is written is answered as the standard describes" * doctest::skip(!dichtbij::testing::Spec::is_there("klantinteracties-0.9.0.yaml"))) {
    const dichtbij::testing::Spec spec("klantinteracties-0.9.0.yaml");
    const auto fresh = dichtbij::fresh_sqlite(dichtbij::testing::koppeling_schema());
    Koppeling k(*fresh->store);
    const auto check = [&](const char* schema, const Geantwoord& answer) {
        CAPTURE(answer.body);
        for (const std::string& fault : spec.faults(schema, answer.value())) {
            CAPTURE(fault);
            CHECK(fault.empty());
        }
    };
    const auto contact = k.post("/klantcontacten", contact_body);
    check("Klantcontact", contact);
    check("Klantcontact", k.patch("/klantcontacten/" + contact.text("uuid"), R"({"reactie":"x"})"));
    check("Betrokkene", k.post("/betrokkenen", betrokkene_of(contact.text("uuid"), k.fatima.text())));
    check("Onderwerpobject", k.post("/onderwerpobjecten", R"({"klantcontact":)" + to_ref(contact.text("uuid")) + "}"));
    check("Bijlage", k.post("/bijlagen", "{}"));
    check("MaakKlantcontact", k.post("/maak-klantcontact", R"({"klantcontact":)" + contact_body + R"(,"betrokkene":{"rol":"klant","initiator":true},"onderwerpobject":{}})"));
    const std::string object = k.post("/onderwerpobjecten", R"({"klantcontact":)" + to_ref(contact.text("uuid")) + "}").text("uuid");
    check("OnderwerpobjectDeleteResponse", k.del("/onderwerpobjecten/" + object + "?cascade=true"));
}

}  // namespace dichtbij::klantinteracties::contact_schrijven_test
