// Reading over Klantinteracties as its clients do it: envelopes, expand, refusals, and the customer history of KISS.
#include <doctest/doctest.h>

#include <algorithm>

#include "support/koppeling.h"
#include "support/spec.h"

namespace dichtbij::klantinteracties::lezen_test {
namespace {

using api::testing::Geantwoord;
using dichtbij::testing::call_of;
using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;
using dichtbij::testing::Tweetal;
using dichtbij::testing::two_contacts;

std::vector<std::string> keys_of(const json::Value& value) {
    std::vector<std::string> keys;
    if (const auto* members = value.object())
        for (const auto& [name, one] : *members) keys.push_back(name);
    return keys;
}

std::size_t size_of(const json::Value& value) { return value.array() ? value.array()->size() : 0; }

// A contact of `who` about a zaak, with a taak.
klantcontact::Klantcontact with_taak(Koppeling& k, Id<dichtbij::Partij> who, int number) {
    auto nieuw = call_of(k);
    nieuw.betrokkenen.at(0).partij = who;
    nieuw.standaardnummer = nieuw.referentienummer = "";
    nieuw.inhoud.onderwerp = "Vraag " + std::to_string(number);
    nieuw.inhoud.plaatsgevonden_op -= hours(number);
    const auto one = k.registered(nieuw).klantcontact;
    taak::NieuweTaak taak;
    taak.klantcontact = one.id;
    taak.gevraagde_handeling = "Bel terug";
    taak.telefoonnummer = "0612345678";
    CHECK(k.taken.create(k.tom(), taak).has_value());
    return one;
}

}  // namespace

TEST_CASE("a list is an envelope of four, and the links of its pages keep what was asked") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const auto first = k.get("/klantcontacten?pageSize=1&kanaal=");
        CHECK(keys_of(first.value()) == std::vector<std::string>{"count", "next", "previous", "results"});
        CHECK(first.number("count") == 2);
        CHECK(first.text("next") == "http://kcc.oeverland.example/klantinteracties/api/v1/klantcontacten?page=2&pageSize=1");
        CHECK(first.at("previous").is_null());
        CHECK(first.text("results.0.uuid") == t.twee.id.text());
        CHECK(first.text("results.0.url") == k.url("/klantcontacten", t.twee.id.bytes));
        const auto second = k.get("/klantcontacten?page=2&pageSize=1");
        CHECK(second.at("next").is_null());
        CHECK(second.text("results.0.uuid") == t.een.id.text());
        CHECK(k.get("/klantcontacten?page=3&pageSize=1").status == 404);
        CHECK(k.get("/klantcontacten?ordering=plaatsgevondenOp").text("results.0.uuid") == t.een.id.text());
        const auto none = k.get("/klantcontacten?nummer=99");
        CHECK(none.number("count") == 0);
        CHECK(size_of(none.at("results")) == 0);
        CHECK(none.at("next").is_null());
    });
}

TEST_CASE("what is expanded stands beside the references, also when there is nothing") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const std::string all = "gingOverOnderwerpobjecten,hadBetrokkenen,hadBetrokkenen.digitaleAdressen,hadBetrokkenen.wasPartij,leiddeTotInterneTaken,omvatteBijlagen";
        const auto one = k.get("/klantcontacten/" + t.een.id.text() + "?expand=" + all);
        CHECK(one.text("hadBetrokkenen.0.uuid") == to_string(t.bij_een.id));
        CHECK(keys_of(one.at("hadBetrokkenen.0")) == std::vector<std::string>{"uuid", "url"});
        CHECK(one.text("hadBetrokkenActoren.0.actoridentificator.objectId") == "tom@oeverland.example");
        CHECK(one.text("metadata.skill") == "bomen");
        CHECK(one.text("_expand.hadBetrokkenen.0.volledigeNaam") == "Amira El Idrissi");
        CHECK(one.text("_expand.hadBetrokkenen.0._expand.wasPartij.partijIdentificatoren.0.partijIdentificator.objectId") == "999990019");
        CHECK(one.text("_expand.hadBetrokkenen.0._expand.digitaleAdressen.0.adres") == "0612345678");
        CHECK(one.text("_expand.gingOverOnderwerpobjecten.0.onderwerpobjectidentificator.codeObjecttype") == "zgw-Zaak");
        CHECK(one.text("_expand.omvatteBijlagen.0.bijlageidentificator.objectId") == "document-1");
        CHECK(one.at("_expand.leiddeTotInterneTaken").array() != nullptr);

        const auto list = k.get("/klantcontacten?expand=hadBetrokkenen&expand=hadBetrokkenen.wasPartij,leiddeTotInterneTaken");
        CHECK(keys_of(list.at("results.0._expand")) == std::vector<std::string>{"hadBetrokkenen", "leiddeTotInterneTaken"});
        CHECK(list.at("results.0._expand.hadBetrokkenen.0._expand.wasPartij").is_null());
        CHECK(keys_of(list.at("results.0._expand.hadBetrokkenen.0._expand")) == std::vector<std::string>{"wasPartij"});
        CHECK(list.text("results.1._expand.hadBetrokkenen.0._expand.wasPartij.uuid") == t.amira.text());
        CHECK(k.get("/klantcontacten/" + t.een.id.text()).at("_expand").is_null());
        CHECK(k.get("/klantcontacten/" + t.een.id.text() + "?expand=").status == 200);

        const auto adres = k.get("/digitaleadressen?adres=0612345678&expand=verstrektDoorBetrokkene,verstrektDoorBetrokkene.hadKlantcontact,verstrektDoorBetrokkene.hadKlantcontact.leiddeTotInterneTaken");
        CHECK(adres.text("results.0._expand.verstrektDoorBetrokkene._expand.hadKlantcontact.uuid") == t.een.id.text());
        CHECK(adres.at("results.0._expand.verstrektDoorBetrokkene._expand.hadKlantcontact._expand.leiddeTotInterneTaken").array() != nullptr);
        const auto partij = k.get("/partijen/" + t.amira.text() + "?expand=betrokkenen,betrokkenen.hadKlantcontact,categorieRelaties,digitaleAdressen");
        CHECK(partij.text("betrokkenen.0.uuid") == to_string(t.bij_een.id));
        CHECK(partij.text("_expand.betrokkenen.0._expand.hadKlantcontact.nummer") == "0000000012");
        CHECK(partij.at("_expand.categorieRelaties").array() != nullptr);
        CHECK(size_of(partij.at("_expand.digitaleAdressen")) == 0);
        CHECK(k.get("/betrokkenen/" + to_string(t.bij_een.id) + "?expand=digitaleAdressen").text("_expand.digitaleAdressen.1.adres") == "Amira@voorbeeld.example");
    });
}

TEST_CASE("what is asked wrongly is refused in the words of the standards") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const std::string one = "/klantcontacten/" + t.een.id.text();
        for (const std::string& target : {std::string("/klantcontacten?iets=1"), one + "?iets=1", one + "?expand%5B%5D=hadBetrokkenen", std::string("/internetaken?expand=x")}) {
            CAPTURE(target);
            const auto refused = k.get(target);
            CHECK(refused.status == 400);
            CHECK(refused.text("invalidParams.0.name") == "nonFieldErrors");
            CHECK(refused.text("invalidParams.0.code") == "unknown-parameters");
        }
        CHECK(k.get("/klantcontacten?iets=1").text("invalidParams.0.reason") == "Onbekende query parameters: iets");
        CHECK(k.get(one + "?expand=hadActoren").text("invalidParams.0.name") == "expand");
        CHECK(k.get("/klantcontacten?hadBetrokkene__uuid=niets").text("invalidParams.0.name") == "hadBetrokkene__uuid");
        CHECK(k.get("/klantcontacten?vertrouwelijk=misschien").status == 400);
        CHECK(k.get("/klantcontacten/" + to_string(Uuid{7})).status == 404);
        CHECK(k.get("/klantcontacten/niets").status == 404);
        CHECK(k.proef.ask_as("", {http::Method::get, std::string(dichtbij::testing::klantinteracties_plaats) + one}).status == 401);
        CHECK(k.get("/klantcontacten").headers.get("API-version") == "0.9.0");
    });
}

TEST_CASE("a token reads what it has a right to, in its own gemeente, and expands nothing else") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const auto with = [&](access::Rechten rechten, bool elsewhere) {
            auto gegevens = k.proef.buiten.gegevens("Ander " + std::to_string(rechten.stored()) + (elsewhere ? "e" : ""));
            gegevens.rechten = rechten;
            auto& service = k.proef.buiten.service;
            const auto made = elsewhere ? service.make(k.proef.buiten.beheerder_elders(), k.v.heidedal, gegevens).value() : service.make(k.proef.buiten.beheerder(), k.v.oeverland, gegevens).value();
            const auto who = elsewhere ? k.proef.buiten.beheerder_elders() : k.proef.buiten.beheerder();
            return "Token " + service.add_token(who, made.id, {}).value().geheim;
        };
        const auto ask = [&](const std::string& token, const std::string& target) {
            return k.proef.ask_as(token, {http::Method::get, std::string(dichtbij::testing::klantinteracties_plaats) + target});
        };
        const std::string contacts_only = with(toepassing::testing::rechten({{access::Groep::klantcontacten, access::Actie::lezen}}), false);
        CHECK(ask(contacts_only, "/klantcontacten").number("count") == 2);
        CHECK(ask(contacts_only, "/partijen").status == 403);
        CHECK(ask(contacts_only, "/actoren").status == 403);
        CHECK(ask(contacts_only, "/klantcontacten?expand=hadBetrokkenen").status == 200);
        CHECK(ask(contacts_only, "/klantcontacten?expand=hadBetrokkenen.wasPartij").status == 403);
        CHECK(ask(contacts_only, "/klantcontacten?expand=leiddeTotInterneTaken").status == 403);
        const std::string elsewhere = with(toepassing::testing::alle_rechten(), true);
        CHECK(ask(elsewhere, "/klantcontacten").number("count") == 0);
        CHECK(ask(elsewhere, "/klantcontacten/" + t.een.id.text()).status == 404);
        CHECK(ask(elsewhere, "/partijen/" + t.amira.text()).status == 404);
        CHECK(ask(elsewhere, "/actoren/" + to_string(t.actor_een.id)).status == 404);
        CHECK(ask(elsewhere, "/digitaleadressen?adres=0612345678").number("count") == 0);
    });
}

TEST_CASE("reading leaves one row in the access log, with each person that was shown") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const auto before = k.proef.inzagen().size();
        CHECK(k.get("/klantcontacten?expand=hadBetrokkenen,hadBetrokkenen.wasPartij&kanaal=telefoon").status == 200);
        const auto rows = k.proef.inzagen();
        REQUIRE(rows.size() == before + 1);
        CHECK(rows.front().partijen == std::vector{t.amira});
        CHECK(rows.front().object_soort == "Klantcontact");
        CHECK(rows.front().zoek.find("kanaal=telefoon") != std::string::npos);
        CHECK(k.get("/betrokkenen/" + to_string(t.bij_een.id)).status == 200);
        CHECK(k.proef.inzagen().front().object == t.bij_een.id);
        CHECK(k.get("/klantcontacten?nummer=99").status == 200);
        CHECK(k.proef.inzagen().front().soort == access::Inzagesoort::zoekopdracht);
    });
}

TEST_CASE("a resource says by its ETag whether it changed, also by what hangs on it") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        const std::string target = std::string(dichtbij::testing::klantinteracties_plaats) + "/klantcontacten/" + t.een.id.text();
        const std::string tag(k.proef.get(target).headers.get("ETag"));
        REQUIRE_FALSE(tag.empty());
        CHECK(k.proef.ask({http::Method::get, target, {}, {{"If-None-Match", tag}}}).status == 304);
        k.store.write([&](store::Tx& tx) { CHECK(k.contacten.add_betrokkene(tx, k.tom(), t.een.id, {}).has_value()); });
        CHECK(k.proef.ask({http::Method::get, target, {}, {{"If-None-Match", tag}}}).status == 200);
    });
}

// The customer history of KISS: the person by BSN, what he was involved in, and then each contact by itself.
TEST_CASE("KISS reads a customer history of M contacts in M + 3 calls") {
    in_each_koppeling([](Koppeling& k) {
        const Tweetal t = two_contacts(k);
        constexpr int contacts = 5;
        std::vector<klantcontact::Klantcontact> asked{t.een};
        for (int i = 1; i < contacts; ++i) asked.push_back(with_taak(k, t.amira, i));
        int calls = 0;
        const auto ask = [&](const std::string& target) {
            ++calls;
            const Geantwoord answer = k.get(target);
            CAPTURE(target);
            CAPTURE(answer.body);
            REQUIRE(answer.status == 200);
            return answer;
        };
        const auto person = ask("/partijen?expand=digitaleAdressen&soortPartij=persoon&partijIdentificator__codeSoortObjectId=bsn&partijIdentificator__objectId=999990019");
        REQUIRE(person.number("count") == 1);
        CHECK(person.text("results.0.partijIdentificatie.volledigeNaam") == "Amira El Idrissi");
        const auto betrokkenen = ask("/betrokkenen?wasPartij__url=" + http::percent_encoded(person.text("results.0.url")) + "&pageSize=100");
        CHECK(betrokkenen.number("count") == contacts);
        const auto adressen = ask("/digitaleadressen?adres=0612345678&page=1&expand=verstrektDoorBetrokkene");
        CHECK(adressen.number("count") == contacts);
        std::vector<std::string> subjects;
        const auto rows = betrokkenen.at("results");
        for (const auto& row : *rows.array()) {
            const std::string id = *row.find("hadKlantcontact")->find("uuid")->text();
            const auto contact = ask("/klantcontacten/" + id + "?expand=leiddeTotInterneTaken,gingOverOnderwerpobjecten");
            subjects.push_back(contact.text("onderwerp"));
            CHECK(contact.text("url") == *row.find("hadKlantcontact")->find("url")->text());
            CHECK(contact.text("_expand.gingOverOnderwerpobjecten.0.onderwerpobjectidentificator.objectId") == "zaak-1");
            CHECK_FALSE(contact.text("nummer").empty());
            if (contact.text("onderwerp").starts_with("Vraag")) CHECK(contact.text("_expand.leiddeTotInterneTaken.0.status") == "te_verwerken");
        }
        CHECK(calls == contacts + 3);
        CHECK(subjects == std::vector<std::string>{"Vraag 4", "Vraag 3", "Vraag 2", "Vraag 1", "Kapvergunning beuk"});
    });
}

TEST_CASE("a page of many costs as many statements as a page of one, whatever is expanded") {
    for (const auto& fresh : dichtbij::fresh_stores(dichtbij::testing::koppeling_schema())) {
        dichtbij::testing::CountingStore counting(*fresh->store);
        Koppeling k(counting);
        for (const char* naam : {"Bakkerij", "Slagerij", "Kaasboer"}) {
            partij::Gegevens gegevens;
            gegevens.wie = partij::Organisatie{naam};
            (void)k.partijen.create(access::system_caller("proef"), k.v.oeverland, gegevens).value();
            (void)k.actoren.create(k.tom(), {{}, k.v.oeverland, naam, klantcontact::SoortActor::medewerker, true, "", "", "", "", "", "", "", "", "", {}, {}}).value();
        }
        const Tweetal t = two_contacts(k);
        for (int i = 1; i < 6; ++i) (void)with_taak(k, t.amira, i);
        for (const std::string& list :
             {std::string("/klantcontacten?kanaal=telefoon&expand=gingOverOnderwerpobjecten,hadBetrokkenen.digitaleAdressen,hadBetrokkenen.wasPartij,leiddeTotInterneTaken,omvatteBijlagen"),
              std::string("/klantcontacten?kanaal=telefoon"), std::string("/betrokkenen?expand=digitaleAdressen"),
              std::string("/digitaleadressen?expand=verstrektDoorBetrokkene.hadKlantcontact.leiddeTotInterneTaken"), std::string("/internetaken?status=te_verwerken"),
              std::string("/partijen?expand=betrokkenen.hadKlantcontact,categorieRelaties,digitaleAdressen"), std::string("/actoren?naam=a")}) {
            CAPTURE(list);
            const auto statements = [&](int size) {
                counting.restart();
                const auto answer = k.get(list + "&pageSize=" + std::to_string(size));
                CHECK(answer.status == 200);
                CHECK(size_of(answer.at("results")) == static_cast<std::size_t>(size));
                return counting.statements();
            };
            (void)statements(2);
            CHECK(statements(2) == statements(4));
        }
    }
}

TEST_CASE("answers are as the standard describes them" * doctest::skip(!dichtbij::testing::Spec::is_there("klantinteracties-0.9.0.yaml"))) {
    const dichtbij::testing::Spec spec("klantinteracties-0.9.0.yaml");
    const auto fresh = dichtbij::fresh_sqlite(dichtbij::testing::koppeling_schema());
    Koppeling k(*fresh->store);
    const Tweetal t = two_contacts(k);
    taak::NieuweTaak taak;
    taak.klantcontact = t.een.id;
    taak.gevraagde_handeling = "Bel terug";
    taak.actoren = {t.actor_een.id, t.actor_twee.id};
    CHECK(k.taken.create(k.tom(), taak).has_value());
    partij::Gegevens contactpersoon;
    contactpersoon.wie = partij::Contactpersoon{{"", "Jan", "", "Smit"}, {}, {}};
    (void)k.partijen.create(access::system_caller("proef"), k.v.oeverland, contactpersoon).value();
    partij::Gegevens bedrijf;
    bedrijf.wie = partij::Organisatie{"Bakkerij"};
    bedrijf.rekeningnummers = {{{}, "NL91ABNA0417164300", "ABNANL2A"}};
    (void)k.partijen.create(access::system_caller("proef"), k.v.oeverland, bedrijf).value();
    for (const auto& [path, schema] : std::initializer_list<std::pair<const char*, const char*>>{
             {"/actoren", "PaginatedActorList"}, {"/actorklantcontacten", "PaginatedActorKlantcontactList"}, {"/betrokkenen?expand=digitaleAdressen", "PaginatedExpandBetrokkeneList"},
             {"/bijlagen", "PaginatedBijlageList"}, {"/categorieen", "PaginatedCategorieList"}, {"/categorie-relaties", "PaginatedCategorieRelatieList"},
             {"/digitaleadressen?expand=verstrektDoorBetrokkene", "PaginatedExpandDigitaalAdresList"}, {"/internetaken", "PaginatedInterneTaakList"},
             {"/klantcontacten?kanaal=telefoon&expand=gingOverOnderwerpobjecten,hadBetrokkenen,leiddeTotInterneTaken,omvatteBijlagen", "PaginatedExpandKlantcontactList"},
             {"/onderwerpobjecten", "PaginatedOnderwerpobjectList"}, {"/partij-identificatoren", "PaginatedPartijIdentificatorList"},
             {"/partijen?expand=betrokkenen,categorieRelaties,digitaleAdressen", "PaginatedExpandPartijList"}, {"/rekeningnummers", "PaginatedRekeningnummerList"},
             {"/vertegenwoordigingen", "PaginatedVertegenwoordigdenList"}}) {
        CAPTURE(path);
        const auto answer = k.get(path);
        CHECK(answer.status == 200);
        for (const std::string& fault : spec.faults(schema, answer.value())) {
            CAPTURE(fault);
            CHECK(fault.empty());
        }
    }
}

}  // namespace dichtbij::klantinteracties::lezen_test
