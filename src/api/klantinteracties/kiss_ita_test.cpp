// The calls of a contact-centre front end (KISS) and of a task handler (ITA), with the bodies that these send; and the one
// call of ours that does all of the first at once.
#include <doctest/doctest.h>

#include "support/koppeling.h"

namespace dichtbij::klantinteracties::kiss_ita_test {
namespace {

using api::testing::Geantwoord;
using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;

std::string to_ref(const std::string& uuid) { return R"({"uuid":")" + uuid + R"("})"; }

struct Client {
    Koppeling& k;
    int calls = 0;

    Geantwoord expect(int status, const Geantwoord& answer) {
        ++calls;
        CAPTURE(answer.body);
        REQUIRE(answer.status == status);
        return answer;
    }
    Geantwoord get(const std::string& target) { return expect(200, k.get(target)); }
    Geantwoord post(const std::string& target, const std::string& body) { return expect(201, k.post(target, body)); }

    std::string actor(const std::string& object, const std::string& type, const std::string& reg, const std::string& soort) {
        const auto found = get("/actoren?actoridentificatorObjectId=" + object + "&actoridentificatorCodeObjecttype=" + type + "&actoridentificatorCodeRegister=" + reg + "&actoridentificatorCodeSoortObjectId=" + soort);
        REQUIRE(found.number("count") == 1);
        return found.text("results.0.uuid");
    }
};

std::string new_actor(const std::string& naam, const std::string& soort, const std::string& object, const std::string& codes) {
    return R"({"naam":")" + naam + R"(","soortActor":")" + soort + R"(","indicatieActief":true,"actoridentificator":{"objectId":")" + object + "\"," + codes + R"(},"medewerkerIdentificatie":null})";
}
const std::string by_email = R"("codeObjecttype":"mdw","codeRegister":"msei","codeSoortObjectId":"email")";
const std::string by_code = R"("codeObjecttype":"afd","codeRegister":"obj","codeSoortObjectId":"idf")";

void make_actors(Koppeling& k) {
    const std::string team = k.store.read([&](store::Tx& tx) { return organisatie::team(tx, k.v.vergunningen)->naam; });
    const std::string email = k.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, k.v.ilse)->email; });
    REQUIRE(k.post("/actoren", new_actor("Tom Baars", "medewerker", "tom@oeverland.example", by_email)).status == 201);
    REQUIRE(k.post("/actoren", new_actor(team, "organisatorische_eenheid", "vergunningen", by_code)).status == 201);
    REQUIRE(k.post("/actoren", new_actor("Ilse", "medewerker", email, by_email)).status == 201);
}

}  // namespace

// A call back with three addresses, for a department and an employee of it, about a case.
TEST_CASE("KISS saves a request to be contacted in eleven calls, and it stands in our worklist") {
    in_each_koppeling([](Koppeling& k) {
        make_actors(k);
        const std::string ilse = k.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, k.v.ilse)->email; });
        Client kiss{k};
        const std::string me = kiss.actor("tom@oeverland.example", "mdw", "msei", "email");
        const auto contact = kiss.post("/klantcontacten", R"({"kanaal":"Telefoon","onderwerp":"Kapvergunning groen","inhoud":"Wil weten of de beuk weg mag","indicatieContactGelukt":true,"taal":"nld","vertrouwelijk":false,"plaatsgevondenOp":"2026-11-23T08:55:12.345Z"})");
        const std::string id = contact.text("uuid");
        kiss.post("/actorklantcontacten", R"({"actor":)" + to_ref(me) + R"(,"klantcontact":)" + to_ref(id) + "}");
        const auto betrokkene = kiss.post("/betrokkenen", R"({"wasPartij":)" + to_ref(k.fatima.text()) + R"(,"hadKlantcontact":)" + to_ref(id) +
                                                              R"(,"rol":"klant","initiator":true,"organisatienaam":"","contactnaam":{"voorletters":"","voornaam":"","voorvoegselAchternaam":"","achternaam":""}})");
        for (const char* adres : {R"("adres":"fatima@voorbeeld.example","soortDigitaalAdres":"email","omschrijving":"e-mailadres")",
                                  R"("adres":"0612345678","soortDigitaalAdres":"telefoonnummer","omschrijving":"telefoonnummer 1")", R"("adres":"0201234567","soortDigitaalAdres":"telefoonnummer","omschrijving":"telefoonnummer 2")"})
            kiss.post("/digitaleadressen", R"({"verstrektDoorPartij":null,"verstrektDoorBetrokkene":)" + to_ref(betrokkene.text("uuid")) + "," + adres + "}");
        const std::string afdeling = kiss.actor("vergunningen", "afd", "obj", "idf");
        const std::string medewerker = kiss.actor(ilse, "mdw", "msei", "email");
        const auto taak = kiss.post("/internetaken", R"({"nummer":"","gevraagdeHandeling":"Contact opnemen met betrokkene","aanleidinggevendKlantcontact":)" + to_ref(id) + R"(,"toegewezenAanActoren":[)" + to_ref(afdeling) + "," +
                                                         to_ref(medewerker) + R"(],"toelichting":"Bel in de middag","status":"te_verwerken"})");
        kiss.post("/onderwerpobjecten", R"({"klantcontact":)" + to_ref(id) + R"(,"wasKlantcontact":null,"onderwerpobjectidentificator":{"objectId":"5a5a5a5a-0000-4000-8000-000000000001","codeObjecttype":"zgw-Zaak","codeRegister":"openzaak","codeSoortObjectId":"uuid"}})");
        CHECK(kiss.calls == 11);

        const auto desk = k.contacten.get(k.tom(), {parse_uuid(id).value()}).value();
        CHECK(desk.klantcontact.inhoud.kanaal == "telefoon");
        CHECK(desk.betrokkenen.front().digitale_adressen.size() == 3);
        CHECK(desk.onderwerpobjecten.front().code_objecttype == "zgw-Zaak");
        REQUIRE(desk.werk.has_value());
        CHECK(desk.werk->is_open());
        CHECK(desk.werk->soort == werk::Soort::taak);
        CHECK(desk.werk->partij == k.fatima);
        CHECK(desk.werk->team == k.v.vergunningen);
        CHECK(desk.werk->eigenaar == k.v.ilse);
        CHECK(desk.werk->geopend_op == desk.klantcontact.inhoud.plaatsgevonden_op);
        const auto seen = k.get("/klantcontacten/" + id + "?expand=leiddeTotInterneTaken,gingOverOnderwerpobjecten");
        CHECK(seen.text("_expand.leiddeTotInterneTaken.0.uuid") == taak.text("uuid"));
        CHECK(seen.text("hadBetrokkenActoren.0.naam") == "Tom Baars");
        CHECK(k.get("/klantcontacten?onderwerpobject__onderwerpobjectidentificatorObjectId=5a5a5a5a-0000-4000-8000-000000000001&expand=gingOverOnderwerpobjecten").number("count") == 1);
        // Both names of a case are the same.
        for (const char* naam : {"zaak", "zgw-Zaak"}) CHECK(k.get(std::string("/onderwerpobjecten?onderwerpobjectidentificatorCodeObjecttype=") + naam).number("count") == 1);
        CHECK(k.get("/onderwerpobjecten?onderwerpobjectidentificatorCodeObjecttype=melding").number("count") == 0);
    });
}

TEST_CASE("ITA polls the newest internetaken first, follows one to its people, and hands it on and ends it") {
    in_each_koppeling([](Koppeling& k) {
        make_actors(k);
        Client ita{k};
        std::vector<std::string> taken;
        const std::string afdeling = ita.actor("vergunningen", "afd", "obj", "idf");
        for (int i = 0; i < 3; ++i) {
            const auto contact = ita.post("/klantcontacten", R"({"kanaal":"email","onderwerp":"Vraag )" + std::to_string(i) + R"(","taal":"nld","vertrouwelijk":false,"nummer":""})");
            CHECK_FALSE(contact.text("nummer").empty());
            taken.push_back(ita.post("/internetaken", R"({"nummer":"","gevraagdeHandeling":"Bellen","aanleidinggevendKlantcontact":)" + to_ref(contact.text("uuid")) + R"(,"toegewezenAanActoren":[)" + to_ref(afdeling) + R"(],"toelichting":"","status":"te_verwerken"})").text("uuid"));
        }
        const auto page = ita.get("/internetaken?status=te_verwerken&page=1&pageSize=2");
        CHECK(page.number("count") == 3);
        CHECK(page.text("results.0.uuid") == taken[2]);
        CHECK(page.text("results.1.uuid") == taken[1]);
        CHECK(ita.get("/internetaken?status=te_verwerken&page=2&pageSize=2").text("results.0.uuid") == taken[0]);
        const std::string contact = page.text("results.0.aanleidinggevendKlantcontact.uuid");
        const auto whole = ita.get("/klantcontacten/" + contact + "?expand=hadBetrokkenen,hadBetrokkenen.wasPartij,hadBetrokkenen.digitaleAdressen,leiddeTotInterneTaken,gingOverOnderwerpobjecten");
        CHECK(whole.text("_expand.leiddeTotInterneTaken.0.uuid") == taken[2]);

        const std::string medewerker = ita.actor(k.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, k.v.ilse)->email; }), "mdw", "msei", "email");
        const std::string path = "/internetaken/" + taken[2];
        CHECK(ita.expect(200, k.patch(path, R"({"toegewezenAanActoren":[)" + to_ref(medewerker) + "," + to_ref(afdeling) + "]}")).text("toegewezenAanActor.uuid") == medewerker);
        CHECK(ita.get("/internetaken?toegewezenAanActor__uuid=" + medewerker).number("count") == 1);
        CHECK(ita.expect(200, k.patch(path, R"({"status":"verwerkt"})")).text("status") == "verwerkt");
        CHECK(ita.get("/internetaken?status=te_verwerken").number("count") == 2);
        CHECK(ita.get("/internetaken?actoren__naam=Ilse").text("results.0.uuid") == taken[2]);
    });
}

TEST_CASE("a whole request to be contacted is made in one call, or nothing of it") {
    in_each_koppeling([](Koppeling& k) {
        make_actors(k);
        Client client{k};
        const std::string afdeling = client.actor("vergunningen", "afd", "obj", "idf");
        const std::string contact = R"("klantcontact":{"kanaal":"webformulier","onderwerp":"Beuk","taal":"nld","vertrouwelijk":false,"plaatsgevondenOp":"2026-11-20T09:00:00Z"})";
        const std::string who = R"("betrokkene":{"wasPartij":)" + to_ref(k.fatima.text()) +
                                R"(,"rol":"klant","initiator":true,"digitaleAdressen":[{"adres":"0612345678","soortDigitaalAdres":"telefoonnummer","omschrijving":"mobiel"},{"adres":"f@b.example","soortDigitaalAdres":"email"}]})";
        const std::string objects = R"("onderwerpobjecten":[{"onderwerpobjectidentificator":{"objectId":"z-1","codeObjecttype":"zaak","codeRegister":"r","codeSoortObjectId":"uuid"}}])";
        const std::string taak = R"("internetaak":{"gevraagdeHandeling":"Bel terug","toegewezenAanActoren":[)" + to_ref(afdeling) + R"(],"status":"te_verwerken"})";
        const auto made = client.post("/maak-contactverzoek", "{" + contact + "," + who + "," + objects + "," + taak + "}");
        CHECK(made.text("betrokkene.digitaleAdressen.0.adres") == "0612345678");
        CHECK(made.text("betrokkene.digitaleAdressen.1.verstrektDoorBetrokkene.uuid") == made.text("betrokkene.uuid"));
        CHECK(made.text("onderwerpobjecten.0.klantcontact.uuid") == made.text("klantcontact.uuid"));
        CHECK(made.text("internetaak.aanleidinggevendKlantcontact.uuid") == made.text("klantcontact.uuid"));
        CHECK(made.text("klantcontact.leiddeTotInterneTaken.0.uuid") == made.text("internetaak.uuid"));
        const auto desk = k.contacten.get(k.tom(), {parse_uuid(made.text("klantcontact.uuid")).value()}).value();
        CHECK(desk.werk->is_open());
        CHECK(desk.werk->eigenaar == k.v.marleen);
        CHECK(desk.werk->partij == k.fatima);
        CHECK(desk.werk->geopend_op == desk.klantcontact.inhoud.plaatsgevonden_op);
        CHECK(client.post("/maak-contactverzoek", "{" + contact + "}").at("internetaak").is_null());

        const auto before = k.get("/klantcontacten").number("count");
        const auto refused = [&](const std::string& body) {
            const auto answer = k.post("/maak-contactverzoek", body);
            return answer.status == 400 ? answer.text("invalidParams.0.name") + " " + answer.text("invalidParams.0.code") : std::to_string(answer.status);
        };
        CHECK(refused("{}") == "klantcontact required");
        CHECK(refused("{" + contact + R"(,"betrokkene":{"rol":"klant","initiator":true,"digitaleAdressen":[{"adres":"a@b.example","soortDigitaalAdres":"email"},{"adres":"112","soortDigitaalAdres":"telefoonnummer"}]}})") == "betrokkene.digitaleAdressen.1.adres invalid");
        CHECK(refused("{" + contact + R"(,"internetaak":{"gevraagdeHandeling":"x","status":"te_verwerken"}})") == "internetaak.nonFieldErrors invalid");
        CHECK(refused("{" + contact + R"(,"internetaak":{"gevraagdeHandeling":"x","status":"te_verwerken","toegewezenAanActor":)" + to_ref(to_string(Uuid{9})) + "}}") == "internetaak.toegewezenAanActor.uuid invalid");
        auto gegevens = k.proef.buiten.gegevens("Formulieren");
        gegevens.rechten = toepassing::testing::rechten({{access::Groep::klantcontacten, access::Actie::schrijven}});
        const std::string forms = k.proef.buiten.koptekst(k.proef.buiten.applicatie(gegevens));
        const std::string target = std::string(dichtbij::testing::klantinteracties_plaats) + "/maak-contactverzoek";
        CHECK(k.proef.ask_as(forms, {http::Method::post, target, "{" + contact + "," + taak + "}"}).status == 403);
        CHECK(k.get("/klantcontacten").number("count") == before);
        CHECK(k.proef.ask_as(forms, {http::Method::post, target, "{" + contact + "}"}).status == 201);
    });
}

}  // namespace dichtbij::klantinteracties::kiss_ita_test
