// Writing internetaken, actoren and which contacts they had a part in, over the router, on both stores.
#include <doctest/doctest.h>

#include "support/koppeling.h"
#include "support/spec.h"

namespace dichtbij::klantinteracties::taak_schrijven_test {
namespace {

using api::testing::Geantwoord;
using dichtbij::testing::at;
using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;

std::string to_ref(const std::string& uuid) { return R"({"uuid":")" + uuid + R"("})"; }

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

std::string contact(Koppeling& k) {
    return made(k, "/klantcontacten", R"({"kanaal":"email","onderwerp":"Beuk","taal":"nld","vertrouwelijk":false,"plaatsgevondenOp":"2026-11-20T09:00:00Z"})");
}

std::string actor(Koppeling& k, const std::string& naam, const std::string& soort, const std::string& object = "") {
    return made(k, "/actoren", R"({"naam":")" + naam + R"(","soortActor":")" + soort + R"(","indicatieActief":true,"actoridentificator":{"objectId":")" + object + R"(","codeObjecttype":"x","codeRegister":"y","codeSoortObjectId":"z"}})");
}

// `who`: "toegewezenAanActoren":[...] or the like.
std::string taak_of(const std::string& about, const std::string& who, const std::string& status = "te_verwerken") {
    return R"({"nummer":"","gevraagdeHandeling":"Contact opnemen met betrokkene","aanleidinggevendKlantcontact":)" + to_ref(about) + "," + who + R"(,"toelichting":"Bel na vijf uur","status":")" + status + R"("})";
}
std::string for_one(const std::string& one) { return R"("toegewezenAanActor":)" + to_ref(one); }

taak::Taak stored(Koppeling& k, const std::string& uuid) {
    return *k.store.read([&](store::Tx& tx) { return k.taken.stored(tx, {parse_uuid(uuid).value()}); });
}
werk::Werk werk_of(Koppeling& k, const std::string& uuid) { return k.werk.get(access::system_caller("proef"), stored(k, uuid).werk).value(); }
std::string email_of(Koppeling& k, Id<Medewerker> who) {
    return k.store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, who)->email; });
}

std::vector<std::string> faults(Koppeling& k) {
    return k.store.read([&](store::Tx& tx) {
        auto found = klantcontact::klantcontact_check(tx, k.werk);
        for (auto& fault : werk::werk_check(tx, k.clock.now())) found.push_back(fault);
        for (auto& fault : taak::taak_check(tx, k.werk)) found.push_back(fault);
        return found;
    });
}

}  // namespace

TEST_CASE("an internetaak opens its question again, with clocks and promise from when the contact took place") {
    in_each_koppeling([](Koppeling& k) {
        const std::string about = contact(k);
        const std::string who = actor(k, "Iemand", "medewerker");
        const auto answer = k.post("/internetaken", taak_of(about, for_one(who)));
        REQUIRE(answer.status == 201);
        CHECK(answer.text("nummer").size() == 10);
        CHECK(answer.text("toegewezenAanActor.uuid") == who);
        CHECK(answer.text("toegewezenAanActoren.0.uuid") == who);
        CHECK(answer.text("toegewezenOp") == to_rfc3339(k.clock.now()));
        CHECK(answer.at("afgehandeldOp").is_null());
        CHECK(k.get("/internetaken/" + answer.text("uuid")).body == answer.body);
        CHECK(k.get("/klantcontacten/" + about).text("leiddeTotInterneTaken.0.uuid") == answer.text("uuid"));
        const werk::Werk werk = werk_of(k, answer.text("uuid"));
        CHECK(werk.is_open());
        CHECK(werk.soort == werk::Soort::taak);
        CHECK(werk.geopend_op == at("2026-11-20 10:00"));
        CHECK(werk.beloofd_op.has_value());
        CHECK_FALSE(werk.ouder.has_value());
        CHECK_FALSE(werk.eigenaar.is_nil());
        const auto klokken = k.store.read([&](store::Tx& tx) { return k.werk.klokken(tx, werk); }).value();
        for (const auto& one : klokken) CHECK(one.klok.gestart_op == (one.klok.meet == norm::Meetmoment::acceptatie ? k.clock.now() : werk.geopend_op));
        CHECK(klokken.size() >= 2);
        CHECK(faults(k).empty());
    });
}

TEST_CASE("the owner is the employee whom we know by his e-mail, else who leads the department, else who routing says") {
    in_each_koppeling([](Koppeling& k) {
        const std::string ilse = actor(k, "Ilse", "medewerker", email_of(k, k.v.ilse));
        const std::string vreemde = actor(k, "Vreemde", "medewerker", "niemand@elders.example");
        const std::string team = k.store.read([&](store::Tx& tx) { return organisatie::team(tx, k.v.vergunningen)->naam; });
        const std::string afdeling = actor(k, team, "organisatorische_eenheid");
        const auto with = [&](const std::string& list) { return werk_of(k, made(k, "/internetaken", taak_of(contact(k), R"("toegewezenAanActoren":[)" + list + "]"))); };
        const werk::Werk named = with(to_ref(afdeling) + "," + to_ref(ilse));
        CHECK(named.toegewezen_aan == k.v.ilse);
        CHECK(named.eigenaar == k.v.ilse);
        CHECK_FALSE(named.aanvaard_op.has_value());
        const werk::Werk of_team = with(to_ref(vreemde) + "," + to_ref(afdeling));
        CHECK(of_team.team == k.v.vergunningen);
        CHECK(of_team.eigenaar == k.v.marleen);
        const werk::Werk unknown = with(to_ref(vreemde));
        CHECK_FALSE(unknown.eigenaar.is_nil());
        // Another actor hands it on.
        const std::string uuid = made(k, "/internetaken", taak_of(contact(k), for_one(vreemde)));
        CHECK(k.patch("/internetaken/" + uuid, R"({"toegewezenAanActoren":[)" + to_ref(ilse) + "," + to_ref(afdeling) + "]}").status == 200);
        CHECK(werk_of(k, uuid).eigenaar == k.v.ilse);
        CHECK(faults(k).empty());
    });
}

TEST_CASE("actoren keep their order, by one of two names and never both") {
    in_each_koppeling([](Koppeling& k) {
        const std::string about = contact(k), een = actor(k, "Een", "medewerker"), twee = actor(k, "Twee", "geautomatiseerde_actor");
        const std::string both = R"("toegewezenAanActoren":[)" + to_ref(twee) + "," + to_ref(een) + "]";
        const auto answer = k.post("/internetaken", taak_of(about, both));
        CHECK(answer.text("toegewezenAanActor.uuid") == twee);
        CHECK(answer.text("toegewezenAanActoren.1.uuid") == een);
        const std::string path = "/internetaken/" + answer.text("uuid");
        CHECK(k.patch(path, R"({"toelichting":"x"})").text("toegewezenAanActoren.1.uuid") == een);
        CHECK(k.patch(path, "{" + for_one(een) + "}").at("toegewezenAanActoren").array()->size() == 1);
        const auto twice = k.post("/internetaken", taak_of(about, both + "," + for_one(een)));
        CHECK(refused(twice) == "nonFieldErrors invalid");
        CHECK(twice.text("invalidParams.0.reason") == "`toegewezen_aan_actor` en `toegewezen_aan_actoren` mag niet beiden gebruikt worden.");
        const auto neither = k.put(path, taak_of(about, R"("iets":1)"));
        CHECK(refused(neither) == "nonFieldErrors invalid");
        CHECK(neither.text("invalidParams.0.reason") == "`toegewezen_aan_actor` of `toegewezen_aan_actoren` is required (mag niet beiden gebruiken).");
        const std::string nobody = to_string(Uuid{9});
        CHECK(k.patch(path, "{" + for_one(nobody) + "}").text("invalidParams.0.reason") == "Actor object bestaat niet.");
        CHECK(refused(k.patch(path, "{" + for_one(nobody) + "}")) == "toegewezenAanActor.uuid invalid");
        CHECK(refused(k.patch(path, R"({"toegewezenAanActoren":[)" + to_ref(een) + "," + to_ref(nobody) + "]}")) == "toegewezenAanActoren.1.uuid invalid");
        CHECK(refused(k.patch(path, R"({"toegewezenAanActor":{}})")) == "toegewezenAanActor.uuid required");
        CHECK(refused(k.patch(path, R"({"toegewezenAanActor":null})")) == "toegewezenAanActor null");
    });
}

TEST_CASE("done says when, keeps it, and is cleared when it is taken up again") {
    in_each_koppeling([](Koppeling& k) {
        const std::string about = contact(k), who = actor(k, "Iemand", "medewerker");
        const std::string path = "/internetaken/" + made(k, "/internetaken", taak_of(about, for_one(who)));
        const Instant first = k.clock.now();
        CHECK(k.patch(path, R"({"status":"verwerkt"})").text("afgehandeldOp") == to_rfc3339(first));
        k.clock.set(first + hours(1));
        CHECK(k.put(path, taak_of(about, for_one(who), "verwerkt")).text("afgehandeldOp") == to_rfc3339(first));
        CHECK_FALSE(werk_of(k, path.substr(14)).is_open());
        CHECK(k.patch(path, R"({"status":"te_verwerken"})").at("afgehandeldOp").is_null());
        CHECK(werk_of(k, path.substr(14)).is_open());
        CHECK(k.patch(path, R"({"status":"verwerkt","afgehandeldOp":"2026-11-21T08:00:00Z"})").text("afgehandeldOp") == "2026-11-21T08:00:00Z");
        CHECK(stored(k, path.substr(14)).afgehandeld_op == parse_instant("2026-11-21T08:00:00Z"));
        CHECK(k.get("/internetaken?status=verwerkt").text("results.0.afgehandeldOp") == "2026-11-21T08:00:00Z");
        const auto early = k.patch(path, R"({"status":"te_verwerken","afgehandeldOp":"2026-11-21T08:00:00Z"})");
        CHECK(refused(early) == "afgehandeldOp invalid");
        CHECK(early.text("invalidParams.0.reason") == "De Internetaak kan geen afgehandeld op datum bevatten als de status niet op 'verwerkt' staat.");
        const auto at_once = k.post("/internetaken", taak_of(contact(k), for_one(who), "verwerkt"));
        CHECK(at_once.status == 201);
        CHECK(at_once.text("status") == "verwerkt");
        CHECK(at_once.text("afgehandeldOp") == to_rfc3339(k.clock.now()));
        CHECK(faults(k).empty());
    });
}

TEST_CASE("of two taken of a question the one that ends first does not end the other") {
    in_each_koppeling([](Koppeling& k) {
        const std::string about = contact(k), who = actor(k, "Iemand", "medewerker"), ilse = actor(k, "Ilse", "medewerker", email_of(k, k.v.ilse));
        const std::string een = made(k, "/internetaken", taak_of(about, for_one(who)));
        const std::string twee = made(k, "/internetaken", taak_of(about, for_one(ilse)));
        const auto question = werk_of(k, een).id;
        CHECK(k.patch("/internetaken/" + een, R"({"status":"verwerkt"})").status == 200);
        CHECK(k.get("/internetaken/" + een).text("status") == "verwerkt");
        CHECK(k.get("/internetaken/" + twee).text("status") == "te_verwerken");
        CHECK(werk_of(k, twee).id == question);
        CHECK(werk_of(k, twee).eigenaar == k.v.ilse);
        CHECK(k.patch("/internetaken/" + twee, R"({"status":"verwerkt"})").status == 200);
        CHECK_FALSE(werk_of(k, twee).is_open());
        // A third starts afresh: the question had been answered.
        const std::string drie = made(k, "/internetaken", taak_of(about, for_one(who)));
        CHECK(werk_of(k, drie).is_open());
        CHECK(werk_of(k, drie).beloofd_op.has_value());
        CHECK(k.get("/internetaken/" + twee).text("status") == "verwerkt");
        CHECK(k.get("/klantcontacten/" + about).at("leiddeTotInterneTaken").array()->size() == 3);
        CHECK(k.del("/klantcontacten/" + about).status == 204);
        CHECK_FALSE(werk_of(k, drie).is_open());
        CHECK(k.get("/internetaken").number("count") == 0);
        CHECK(faults(k).empty());
    });
}

TEST_CASE("an internetaak changes, moves to another contact and goes") {
    in_each_koppeling([](Koppeling& k) {
        const std::string about = contact(k), other = contact(k), who = actor(k, "Iemand", "medewerker");
        const std::string uuid = made(k, "/internetaken", taak_of(about, for_one(who)));
        const std::string path = "/internetaken/" + uuid;
        const auto changed = k.patch(path, R"({"nummer":"811","referentienummer":"812","gevraagdeHandeling":"Mail","toelichting":""})");
        CHECK(changed.text("nummer") == "811");
        CHECK(changed.text("referentienummer") == "812");
        CHECK(changed.text("gevraagdeHandeling") == "Mail");
        CHECK(changed.text("toelichting").empty());
        CHECK(stored(k, uuid).gevraagde_handeling == "Mail");
        const auto moved = k.put(path, taak_of(other, for_one(who)));
        CHECK(moved.status == 200);
        CHECK(moved.text("nummer") == "811");
        CHECK(moved.text("aanleidinggevendKlantcontact.uuid") == other);
        CHECK(k.get("/klantcontacten?leiddeTotInterneTaken=true").text("results.0.uuid") == other);
        CHECK(k.get("/klantcontacten?leiddeTotInterneTaken=true").number("count") == 1);
        const auto taken = k.post("/internetaken", R"({"nummer":"811","gevraagdeHandeling":"x","aanleidinggevendKlantcontact":)" + to_ref(about) + "," + for_one(who) + R"(,"status":"te_verwerken"})");
        CHECK(refused(taken) == "nummer unique");
        CHECK(taken.text("invalidParams.0.reason") == "Er bestaat al een interne taak met eenzelfde nummer.");
        CHECK(k.del(path).status == 204);
        CHECK(k.get(path).status == 404);
        CHECK(k.patch(path, "{}").status == 404);
        CHECK(k.get("/internetaken").number("count") == 0);
        CHECK(k.get("/klantcontacten?leiddeTotInterneTaken=true").number("count") == 0);
        CHECK(werk_of(k, uuid).uitkomst == werk::Uitkomst::ingetrokken);
        CHECK(refused(k.post("/internetaken", taak_of(to_string(Uuid{9}), for_one(who)))) == "aanleidinggevendKlantcontact.uuid invalid");
        for (const auto& [json, refusal] : std::initializer_list<std::pair<std::string, const char*>>{
                 {"\"gevraagdeHandeling\":\"" + std::string(201, 'x') + "\"", "gevraagdeHandeling max_length"}, {"\"gevraagdeHandeling\":\"\"", "gevraagdeHandeling blank"},
                 {"\"toelichting\":\"" + std::string(1001, 'x') + "\"", "toelichting max_length"}, {"\"status\":\"klaar\"", "status invalid_choice"},
                 {"\"nummer\":\"12345678901\"", "nummer max_length"}, {"\"afgehandeldOp\":\"nu\"", "afgehandeldOp invalid"}}) {
            CAPTURE(json);
            CHECK(refused(k.post("/internetaken", R"({"aanleidinggevendKlantcontact":)" + to_ref(about) + "," + for_one(who) + (json.starts_with("\"gev") ? "" : R"(,"gevraagdeHandeling":"x")") + (json.starts_with("\"status") ? "" : R"(,"status":"te_verwerken")") + "," + json + "}")) == refusal);
        }
        CHECK(refused(k.post("/internetaken", "{}")) == "gevraagdeHandeling required");
        CHECK(faults(k).empty());
    });
}

TEST_CASE("an actor is made without its identification, changed, and goes with what named it") {
    in_each_koppeling([](Koppeling& k) {
        // As KISS sends it: with a field that nobody knows.
        const auto answer = k.post("/actoren", R"({"naam":"Tom","soortActor":"medewerker","indicatieActief":true,"actoridentificator":{"objectId":"t@b.example","codeObjecttype":"mdw","codeRegister":"msei","codeSoortObjectId":"email"},"medewerkerIdentificatie":{"achternaam":"B"}})");
        REQUIRE(answer.status == 201);
        const std::string path = "/actoren/" + answer.text("uuid");
        CHECK(answer.text("actorIdentificatie.functie").empty());
        CHECK(k.get(path).body == answer.body);
        const auto patched = k.patch(path, R"({"actorIdentificatie":{"functie":"Bode","telefoonnummer":"0612345678"}})");
        CHECK(patched.text("actorIdentificatie.functie") == "Bode");
        CHECK(patched.text("actoridentificator.objectId") == "t@b.example");
        const auto other = k.put(path, R"({"soortActor":"organisatorische_eenheid","naam":"Bodedienst","actorIdentificatie":{"omschrijving":"De bodes"}})");
        CHECK(other.text("actorIdentificatie.omschrijving") == "De bodes");
        CHECK(other.at("actorIdentificatie.functie").is_null());
        CHECK(refused(k.post("/actoren", R"({"naam":"x","soortActor":"robot"})")) == "soortActor invalid_choice");
        CHECK(refused(k.post("/actoren", R"({"soortActor":"medewerker"})")) == "naam required");
        CHECK(refused(k.post("/actoren", R"({"naam":"x","soortActor":"medewerker","actorIdentificatie":{"functie":"x","telefoonnummer":"112"}})")) == "actorIdentificatie.telefoonnummer invalid");
        CHECK(refused(k.post("/actoren", R"({"naam":"x","soortActor":"medewerker","actorIdentificatie":{}})")) == "actorIdentificatie.functie required");
        const std::string about = contact(k);
        const std::string taak = made(k, "/internetaken", taak_of(about, for_one(answer.text("uuid"))));
        const std::string link = made(k, "/actorklantcontacten", R"({"actor":)" + to_ref(answer.text("uuid")) + R"(,"klantcontact":)" + to_ref(about) + "}");
        CHECK(k.get("/klantcontacten/" + about).text("hadBetrokkenActoren.0.naam") == "Bodedienst");
        CHECK(k.del(path).status == 204);
        CHECK(k.get(path).status == 404);
        CHECK(k.get("/actorklantcontacten/" + link).status == 404);
        CHECK(k.get("/internetaken/" + taak).at("toegewezenAanActoren").array()->empty());
    });
}

TEST_CASE("an actor had a part in a contact once, and the link moves and goes") {
    in_each_koppeling([](Koppeling& k) {
        const std::string about = contact(k), other = contact(k), een = actor(k, "Een", "medewerker"), twee = actor(k, "Twee", "medewerker");
        const auto body = [](const std::string& who, const std::string& what) { return R"({"actor":)" + to_ref(who) + R"(,"klantcontact":)" + to_ref(what) + "}"; };
        const auto answer = k.post("/actorklantcontacten", body(een, about));
        REQUIRE(answer.status == 201);
        const std::string path = "/actorklantcontacten/" + answer.text("uuid");
        CHECK(k.get(path).body == answer.body);
        const auto twice = k.post("/actorklantcontacten", body(een, about));
        CHECK(refused(twice) == "nonFieldErrors unique");
        CHECK(twice.text("invalidParams.0.reason") == "De velden actor, klantcontact moeten een unieke set zijn.");
        CHECK(k.put(path, body(twee, other)).text("klantcontact.uuid") == other);
        CHECK(k.patch(path, R"({"actor":)" + to_ref(een) + "}").text("actor.uuid") == een);
        CHECK(k.get("/klantcontacten/" + about).at("hadBetrokkenActoren").array()->empty());
        CHECK(refused(k.post("/actorklantcontacten", body(to_string(Uuid{9}), about))) == "actor.uuid invalid");
        CHECK(refused(k.post("/actorklantcontacten", body(een, to_string(Uuid{9})))) == "klantcontact.uuid invalid");
        CHECK(refused(k.post("/actorklantcontacten", "{}")) == "actor required");
        CHECK(k.del(path).status == 204);
        CHECK(k.get(path).status == 404);
    });
}

TEST_CASE("what is written of taken and actoren is answered as the standard describes" * doctest::skip(!dichtbij::testing::Spec::is_there("klantinteracties-0.9.0.yaml"))) {
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
    const auto who = k.post("/actoren", R"({"naam":"Tom","soortActor":"medewerker"})");
    check("Actor", who);
    check("Actor", k.post("/actoren", R"({"naam":"Tom","soortActor":"geautomatiseerde_actor"})"));
    const std::string about = contact(k);
    const auto taak = k.post("/internetaken", taak_of(about, for_one(who.text("uuid"))));
    check("InterneTaak", taak);
    check("InterneTaak", k.patch("/internetaken/" + taak.text("uuid"), R"({"status":"verwerkt"})"));
    check("ActorKlantcontact", k.post("/actorklantcontacten", R"({"actor":)" + to_ref(who.text("uuid")) + R"(,"klantcontact":)" + to_ref(about) + "}"));
}

}  // namespace dichtbij::klantinteracties::taak_schrijven_test
