// Every filter of the lists over HTTP: one that fits and one that must not.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "support/koppeling.h"
#include "support/spec.h"

namespace dichtbij::klantinteracties::filter_test {
namespace {

using dichtbij::testing::in_each_koppeling;
using dichtbij::testing::Koppeling;
using dichtbij::testing::two_contacts;

// Of `path`, `hit` finds {expected} among others or alone, and `miss` does not. Names between {} stand for ids.
struct Filter {
    const char* path;
    const char* expected;
    const char* name;
    const char* hit;
    const char* miss;
};

const std::vector<Filter>& filters() {
    static const std::vector<Filter> list{
        {"/actoren", "actor", "naam", "baars", "wonen"},
        {"/actoren", "actor", "soortActor", "medewerker", "organisatorische_eenheid"},
        {"/actoren", "actor", "indicatieActief", "true", "false"},
        {"/actoren", "actor", "actoridentificatorObjectId", "tom@oeverland.example", "TOM@oeverland.example"},
        {"/actoren", "actor", "actoridentificatorCodeObjecttype", "mdw", "afd"},
        {"/actoren", "actor", "actoridentificatorCodeRegister", "msei", "obj"},
        {"/actoren", "actor", "actoridentificatorCodeSoortObjectId", "email", "idf"},
        {"/actorklantcontacten", "link", "actor__uuid", "{actor}", "{actor2}"},
        {"/actorklantcontacten", "link", "klantcontact__uuid", "{een}", "{twee}"},
        {"/betrokkenen", "bij_een", "contactnaamVoorletters", "A.", "H."},
        {"/betrokkenen", "bij_een", "contactnaamVoornaam", "Amira", "Henk"},
        {"/betrokkenen", "bij_een", "contactnaamVoorvoegselAchternaam", "El", "de"},
        {"/betrokkenen", "bij_een", "contactnaamAchternaam", "Idrissi", "Vries"},
        {"/betrokkenen", "bij_een", "organisatienaam", "Bakkerij", "Slagerij"},
        {"/betrokkenen", "bij_een", "hadKlantcontact__nummer", "0000000012", "0000000034"},
        {"/betrokkenen", "bij_een", "hadKlantcontact__referentienummer", "0000000112", "0000000134"},
        {"/betrokkenen", "bij_een", "hadKlantcontact__uuid", "{een}", "{twee}"},
        {"/betrokkenen", "bij_een", "verstrektedigitaalAdres__adres", "0612345678", "postbus 12"},
        {"/betrokkenen", "bij_een", "verstrektedigitaalAdres__uuid", "{telefoon}", "{post}"},
        {"/betrokkenen", "bij_een", "wasPartij__nummer", "0000000077", "0000000078"},
        {"/betrokkenen", "bij_een", "wasPartij__uuid", "{amira}", "{bakkerij}"},
        {"/betrokkenen", "bij_een", "wasPartij__partijIdentificator__objectId", "999990019", "12345678"},
        {"/betrokkenen", "bij_een", "wasPartij__partijIdentificator__codeSoortObjectId", "bsn", "kvk_nummer"},
        {"/betrokkenen", "bij_een", "wasPartij__partijIdentificator__codeObjecttype", "natuurlijk_persoon", "vestiging"},
        {"/betrokkenen", "bij_een", "wasPartij__partijIdentificator__codeRegister", "brp", "hr"},
        {"/bijlagen", "bijlage", "klantcontact__uuid", "{een}", "{twee}"},
        {"/bijlagen", "bijlage", "bijlageidentificatorObjectId", "document-1", "zaak-1"},
        {"/bijlagen", "bijlage", "bijlageidentificatorCodeObjecttype", "document", "foto"},
        {"/bijlagen", "bijlage", "bijlageidentificatorCodeRegister", "documenten", "archief"},
        {"/bijlagen", "bijlage", "bijlageidentificatorCodeSoortObjectId", "uuid", "nummer"},
        {"/categorie-relaties", "relatie", "partij__uuid", "{bakkerij}", "{amira}"},
        {"/categorie-relaties", "relatie", "partij__nummer", "0000000088", "0000000077"},
        {"/categorie-relaties", "relatie", "categorie__uuid", "{categorie}", "{bakkerij}"},
        {"/categorie-relaties", "relatie", "categorie__naam", "Ondernemer", "Inwoner"},
        {"/categorie-relaties", "relatie", "beginDatum", "2026-02-02", "2026-02-03"},
        {"/categorie-relaties", "relatie", "eindDatum", "2027-02-02", "2027-02-03"},
        {"/digitaleadressen", "telefoon", "adres", "0612345678", "061234567"},
        {"/digitaleadressen", "telefoon", "adres__icontains", "1234", "postbus"},
        {"/digitaleadressen", "telefoon", "omschrijving", "thuis", "werk"},
        {"/digitaleadressen", "telefoon", "referentie", "portaal", "ander"},
        {"/digitaleadressen", "telefoon", "soortDigitaalAdres", "telefoonnummer", "email"},
        {"/digitaleadressen", "telefoon", "isStandaardAdres", "false", "true"},
        {"/digitaleadressen", "telefoon", "isGeverifieerd", "true", "false"},
        {"/digitaleadressen", "telefoon", "verificatieDatum", "2026-03-01", "2026-03-02"},
        {"/digitaleadressen", "telefoon", "verificatieDatum__gt", "2026-02-28", "2026-03-01"},
        {"/digitaleadressen", "telefoon", "verificatieDatum__gte", "2026-03-01", "2026-03-02"},
        {"/digitaleadressen", "telefoon", "verificatieDatum__lt", "2026-03-02", "2026-03-01"},
        {"/digitaleadressen", "telefoon", "verificatieDatum__lte", "2026-03-01", "2026-02-28"},
        {"/digitaleadressen", "telefoon", "verstrektDoorBetrokkene__uuid", "{bij_een}", "{bij_twee}"},
        {"/digitaleadressen", "telefoon", "verstrektDoorBetrokkene__rol", "klant", "vertegenwoordiger"},
        {"/digitaleadressen", "mail", "verstrektDoorPartij__uuid", "{bakkerij}", "{amira}"},
        {"/digitaleadressen", "mail", "verstrektDoorPartij__soortPartij", "organisatie", "persoon"},
        {"/digitaleadressen", "mail", "verstrektDoorPartij__partijIdentificator__objectId", "12345678", "999990019"},
        {"/digitaleadressen", "mail", "verstrektDoorPartij__partijIdentificator__codeSoortObjectId", "kvk_nummer", "bsn"},
        {"/digitaleadressen", "mail", "verstrektDoorPartij__partijIdentificator__codeObjecttype", "niet_natuurlijk_persoon", "natuurlijk_persoon"},
        {"/digitaleadressen", "mail", "verstrektDoorPartij__partijIdentificator__codeRegister", "hr", "brp"},
        {"/internetaken", "taak", "nummer", "0000000051", "0000000012"},
        {"/internetaken", "taak", "referentienummer", "0000000151", "0000000112"},
        {"/internetaken", "taak", "status", "te_verwerken", "verwerkt"},
        {"/internetaken", "taak", "klantcontact__uuid", "{een}", "{twee}"},
        {"/internetaken", "taak", "klantcontact__nummer", "0000000012", "0000000034"},
        {"/internetaken", "taak", "klantcontact__referentienummer", "0000000112", "0000000134"},
        {"/internetaken", "taak", "aanleidinggevendKlantcontact__uuid", "{een}", "{twee}"},
        {"/internetaken", "taak", "toegewezenAanActor__uuid", "{actor}", "{actor2}"},
        {"/internetaken", "taak", "actoren__naam", "Tom Baars", "tom baars"},
        {"/internetaken", "taak", "toegewezenOp", "2026-11-23T09:00:00Z", "2026-11-23T10:00:00Z"},
        {"/internetaken", "taak", "toegewezenOp__gte", "2026-11-23T10:00:00+01:00", "2026-11-23T09:00:01Z"},
        {"/internetaken", "taak", "toegewezenOp__lt", "2026-11-24", "2026-11-23T09:00:00Z"},
        {"/internetaken", "taak", "zoek", "BEUK terug", "beuk paspoort"},
        {"/klantcontacten", "een", "nummer", "0000000012", "0000000034"},
        {"/klantcontacten", "een", "referentienummer", "0000000112", "0000000134"},
        {"/klantcontacten", "een", "kanaal", "Telefoon", "brief"},
        {"/klantcontacten", "een", "onderwerp", "BEUK", "paspoort"},
        {"/klantcontacten", "een", "inhoud", "café", "kwijt"},
        {"/klantcontacten", "een", "reactie", "mag niet", "vervelend"},
        {"/klantcontacten", "een", "indicatieContactGelukt", "true", "false"},
        {"/klantcontacten", "een", "vertrouwelijk", "false", "true"},
        {"/klantcontacten", "een", "leiddeTotInterneTaken", "true", "false"},
        {"/klantcontacten", "een", "plaatsgevondenOp", "2026-11-20T08:00:00Z", "2026-11-20T09:00:00Z"},
        {"/klantcontacten", "een", "plaatsgevondenOp__gte", "2026-11-20T09:00:00+01:00", "2026-11-21"},
        {"/klantcontacten", "een", "plaatsgevondenOp__lt", "2026-11-21", "2026-11-20T08:00:00Z"},
        {"/klantcontacten", "een", "hadBetrokkene__uuid", "{bij_een}", "{bij_twee}"},
        {"/klantcontacten", "een", "hadBetrokkene__wasPartij", "true", "false"},
        {"/klantcontacten", "een", "hadBetrokkene__wasPartij__uuid", "{amira}", "{bakkerij}"},
        {"/klantcontacten", "een", "hadBetrokkene__wasPartij__partijIdentificator__objectId", "999990019", "12345678"},
        {"/klantcontacten", "een", "hadBetrokkene__wasPartij__partijIdentificator__codeSoortObjectId", "bsn", "kvk_nummer"},
        {"/klantcontacten", "een", "hadBetrokkene__wasPartij__partijIdentificator__codeObjecttype", "natuurlijk_persoon", "vestiging"},
        {"/klantcontacten", "een", "hadBetrokkene__wasPartij__partijIdentificator__codeRegister", "brp", "hr"},
        {"/klantcontacten", "een", "hadBetrokkene__digitaaladres__adres__icontains", "AMIRA@", "postbus"},
        {"/klantcontacten", "een", "onderwerpobject__uuid", "{onderwerp}", "{onderwerp2}"},
        {"/klantcontacten", "een", "onderwerpobject__onderwerpobjectidentificatorObjectId", "zaak-1", "melding-2"},
        {"/klantcontacten", "een", "onderwerpobject__onderwerpobjectidentificatorCodeObjecttype", "zgw-Zaak", "melding"},
        {"/klantcontacten", "een", "onderwerpobject__onderwerpobjectidentificatorCodeRegister", "openzaak", "openklant"},
        {"/klantcontacten", "een", "onderwerpobject__onderwerpobjectidentificatorCodeSoortObjectId", "uuid", "nummer"},
        {"/klantcontacten", "een", "wasOnderwerpobject__uuid", "{onderwerp2}", "{onderwerp}"},
        {"/klantcontacten", "een", "wasOnderwerpobject__onderwerpobjectidentificatorObjectId", "melding-2", "zaak-1"},
        {"/klantcontacten", "een", "wasOnderwerpobject__onderwerpobjectidentificatorCodeObjecttype", "melding", "zgw-Zaak"},
        {"/klantcontacten", "een", "wasOnderwerpobject__onderwerpobjectidentificatorCodeRegister", "openklant", "openzaak"},
        {"/klantcontacten", "een", "wasOnderwerpobject__onderwerpobjectidentificatorCodeSoortObjectId", "nummer", "uuid"},
        {"/klantcontacten", "een", "zoek", "beuk café", "beuk kwijt"},
        {"/onderwerpobjecten", "onderwerp", "klantcontact__uuid", "{een}", "{twee}"},
        {"/onderwerpobjecten", "onderwerp2", "wasKlantcontact__uuid", "{een}", "{twee}"},
        {"/onderwerpobjecten", "onderwerp", "onderwerpobjectidentificatorObjectId", "zaak-1", "document-1"},
        {"/onderwerpobjecten", "onderwerp", "onderwerpobjectidentificatorCodeObjecttype", "zgw-Zaak", "melding"},
        {"/onderwerpobjecten", "onderwerp", "onderwerpobjectidentificatorCodeRegister", "openzaak", "openklant"},
        {"/onderwerpobjecten", "onderwerp", "onderwerpobjectidentificatorCodeSoortObjectId", "uuid", "nummer"},
        {"/partij-identificatoren", "bsn", "partijIdentificatorObjectId", "999990019", "12345678"},
        {"/partij-identificatoren", "bsn", "partijIdentificatorCodeSoortObjectId", "bsn", "kvk_nummer"},
        {"/partij-identificatoren", "bsn", "partijIdentificatorCodeObjecttype", "natuurlijk_persoon", "vestiging"},
        {"/partij-identificatoren", "bsn", "partijIdentificatorCodeRegister", "brp", "hr"},
        {"/partij-identificatoren", "kvk", "anderePartijIdentificator", "klant 7", "klant 8"},
        {"/partijen", "bakkerij", "nummer", "0000000088", "0000000077"},
        {"/partijen", "bakkerij", "soortPartij", "organisatie", "persoon"},
        {"/partijen", "bakkerij", "indicatieActief", "false", "true"},
        {"/partijen", "bakkerij", "indicatieGeheimhouding", "true", "false"},
        {"/partijen", "bakkerij", "categorierelatie__categorie__naam", "Inwoner,Ondernemer", "Inwoner"},
        {"/partijen", "bakkerij", "vertegenwoordigdePartij__uuid", "{amira}", "{bakkerij}"},
        {"/partijen", "bakkerij", "partijIdentificator__objectId", "12345678", "999990019"},
        {"/partijen", "bakkerij", "partijIdentificator__codeSoortObjectId", "kvk_nummer", "bsn"},
        {"/partijen", "bakkerij", "partijIdentificator__codeObjecttype", "niet_natuurlijk_persoon", "natuurlijk_persoon"},
        {"/partijen", "bakkerij", "partijIdentificator__codeRegister", "hr", "brp"},
        {"/partijen", "bakkerij", "subIdentificatorVan__objectId", "12345678", "000012345678"},
        {"/partijen", "bakkerij", "subIdentificatorVan__codeSoortObjectId", "kvk_nummer", "vestigingsnummer"},
        {"/partijen", "bakkerij", "subIdentificatorVan__codeObjecttype", "niet_natuurlijk_persoon", "vestiging"},
        {"/partijen", "bakkerij", "subIdentificatorVan__codeRegister", "hr", "brp"},
        {"/partijen", "bakkerij", "bezoekadresNummeraanduidingId", "0399200000000001", "0399200000000002"},
        {"/partijen", "bakkerij", "bezoekadresAdresregel1", "Hoeve", "Postbus"},
        {"/partijen", "bakkerij", "bezoekadresAdresregel2", "Achter", "Twee"},
        {"/partijen", "bakkerij", "bezoekadresAdresregel3", "Poort", "Drie"},
        {"/partijen", "bakkerij", "bezoekadresLand", "BE", "DE"},
        {"/partijen", "bakkerij", "correspondentieadresNummeraanduidingId", "0399200000000002", "0399200000000001"},
        {"/partijen", "bakkerij", "correspondentieadresAdresregel1", "Postbus", "Hoeve"},
        {"/partijen", "bakkerij", "correspondentieadresAdresregel2", "Twee", "Achter"},
        {"/partijen", "bakkerij", "correspondentieadresAdresregel3", "Drie", "Poort"},
        {"/partijen", "bakkerij", "correspondentieadresLand", "DE", "BE"},
        {"/rekeningnummers", "rekening", "iban", "NL91ABNA0417164300", "DE89370400440532013000"},
        {"/rekeningnummers", "rekening", "bic", "ABNANL2A", "COBADEFF"},
        {"/rekeningnummers", "rekening", "uuid", "{rekening}", "{bakkerij}"},
        {"/vertegenwoordigingen", "vertegenwoordiging", "vertegenwoordigendePartij__uuid", "{amira}", "{bakkerij}"},
        {"/vertegenwoordigingen", "vertegenwoordiging", "vertegenwoordigdePartij__uuid", "{bakkerij}", "{amira}"},
    };
    return list;
}

// Filters by address beside those by uuid.
bool has_url(std::string_view path, std::string_view name) {
    const bool is_uuid_only = name == "klantcontact__uuid" && (path == "/bijlagen" || path == "/internetaken");
    return name.ends_with("__uuid") && !is_uuid_only;
}

using Namen = std::map<std::string, std::string>;

// Everything that is asked for, by the names of the table.
Namen build(Koppeling& k) {
    Namen ids;
    const auto t = two_contacts(k);
    partij::Gegevens bedrijf;
    bedrijf.wie = partij::Organisatie{"Bakkerij"};
    bedrijf.nummer = "0000000088";
    bedrijf.indicaties.actief = false;
    bedrijf.indicaties.geheimhouding = true;
    bedrijf.bezoekadres = partij::Adres{"0399200000000001", "Kastanjelaan", 18, "a", "3999AB", "Oeverdorp", "Hoeve", "Achter", "Poort", "BE"};
    bedrijf.correspondentieadres = partij::Adres{"0399200000000002", "", {}, "", "", "", "Postbus", "Twee", "Drie", "DE"};
    bedrijf.identificatoren = {partij::make_identificator(partij::soort_kvk_nummer, "12345678"), partij::make_identificator(partij::soort_vestigingsnummer, "000012345678")};
    bedrijf.identificatoren[0].andere_partij_identificator = "klant 7";
    bedrijf.digitale_adressen = {{{}, partij::SoortDigitaalAdres::email, "post@bakkerij.example", true, "Algemeen", "", {}}};
    bedrijf.rekeningnummers = {{{}, "NL91ABNA0417164300", "ABNANL2A"}};
    auto beheerder = k.proef.buiten.beheerder();
    beheerder.grants.push_back({access::Rol::behandelaar, k.v.oeverland, {}});
    const Uuid categorie = k.partijen.add_categorie(beheerder, k.v.oeverland, "Ondernemer").value();
    bedrijf.categorie_relaties = {{{}, categorie, make_day(2026, 2, 2), make_day(2027, 2, 2)}};
    const auto bakkerij = k.partijen.create(access::system_caller("proef"), k.v.oeverland, bedrijf).value();
    const Uuid vertegenwoordiging = k.partijen.represent(beheerder, t.amira, bakkerij).value();
    taak::NieuweTaak nieuw;
    nieuw.klantcontact = t.een.id;
    nieuw.gevraagde_handeling = "Bel terug over de beuk";
    nieuw.standaardnummer = "0000000051";
    nieuw.referentienummer = "0000000151";
    nieuw.actoren = {t.actor_een.id};
    const auto taak = k.taken.create(k.tom(), nieuw).value().taak;
    const auto partij = std::get<partij::PartijBeeld>(k.partijen.read(access::system_caller("proef"), bakkerij).value()).partij;
    const auto amira = std::get<partij::PartijBeeld>(k.partijen.read(access::system_caller("proef"), t.amira).value()).partij;
    for (const auto& [name, id] : std::initializer_list<std::pair<const char*, Uuid>>{
             {"een", t.een.id.bytes}, {"twee", t.twee.id.bytes}, {"amira", t.amira.bytes}, {"bakkerij", bakkerij.bytes}, {"bij_een", t.bij_een.id}, {"bij_twee", t.bij_twee.id},
             {"onderwerp", t.onderwerp_een.id}, {"onderwerp2", t.onderwerp_twee.id}, {"bijlage", t.bijlage_een.id}, {"actor", t.actor_een.id}, {"actor2", t.actor_twee.id},
             {"link", t.link_een.id}, {"telefoon", t.bij_een.digitale_adressen.at(0).id}, {"post", t.bij_twee.digitale_adressen.at(0).id},
             {"mail", partij.gegevens.digitale_adressen.at(0).id}, {"kvk", partij.gegevens.identificatoren.at(0).id}, {"bsn", amira.gegevens.identificatoren.at(0).id},
             {"rekening", partij.gegevens.rekeningnummers.at(0).id}, {"relatie", partij.gegevens.categorie_relaties.at(0).id}, {"categorie", categorie},
             {"vertegenwoordiging", vertegenwoordiging}, {"taak", taak.id.bytes}})
        ids.emplace(name, to_string(id));
    return ids;
}

std::string filled(std::string_view value, const Namen& ids) {
    if (!value.starts_with('{')) return http::percent_encoded(value);
    return ids.at(std::string(value.substr(1, value.size() - 2)));
}

std::vector<std::string> found(Koppeling& k, const std::string& target) {
    const auto answer = k.get(target);
    CAPTURE(target);
    CAPTURE(answer.body);
    CHECK(answer.status == 200);
    std::vector<std::string> ids;
    const auto value = answer.value();
    const auto* rows = value.find("results");
    REQUIRE(rows != nullptr);
    for (const auto& row : *rows->array()) ids.push_back(*row.find("uuid")->text());
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
    CHECK(answer.number("count") == static_cast<std::int64_t>(ids.size()));
    return ids;
}

bool holds(const std::vector<std::string>& ids, const std::string& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

}  // namespace

TEST_CASE("every filter of every list finds what fits and not what does not") {
    in_each_koppeling([](Koppeling& k) {
        const Namen ids = build(k);
        for (const Filter& filter : filters()) {
            const std::string& expected = ids.at(filter.expected);
            const auto ask = [&](std::string_view name, const std::string& value) { return found(k, std::string(filter.path) + "?" + std::string(name) + "=" + value); };
            CHECK(holds(ask(filter.name, filled(filter.hit, ids)), expected));
            CHECK_FALSE(holds(ask(filter.name, filled(filter.miss, ids)), expected));
            if (!has_url(filter.path, filter.name)) continue;
            const std::string by_url = std::string(filter.name, std::string_view(filter.name).size() - 4) + "url";
            const std::string elsewhere = "https%3A%2F%2Felders.example%2Fiets%2F";
            CHECK(holds(ask(by_url, elsewhere + filled(filter.hit, ids)), expected));
            CHECK_FALSE(holds(ask(by_url, elsewhere + filled(filter.miss, ids)), expected));
            CHECK(ask(by_url, elsewhere + "niets").empty());
            CHECK(k.get(std::string(filter.path) + "?" + by_url + "=niets").status == 400);
            // Both ask the same of the same thing.
            CHECK(ask(filter.name, filled(filter.hit, ids) + "&" + by_url + "=" + elsewhere + filled(filter.miss, ids)).empty());
        }
    });
}

TEST_CASE("every parameter that the standard has is known, for every list and every resource" * doctest::skip(!dichtbij::testing::Spec::is_there("klantinteracties-0.9.0.yaml"))) {
    const dichtbij::testing::Spec spec("klantinteracties-0.9.0.yaml");
    const auto fresh = dichtbij::fresh_sqlite(dichtbij::testing::koppeling_schema());
    Koppeling k(*fresh->store);
    std::map<std::string, const api::Operation*> operations;
    for (const auto& declared : k.api->operations()) operations.emplace(declared.operation.id, &declared.operation);
    std::set<std::string> tested;
    for (const Filter& filter : filters()) tested.insert(std::string(filter.path) + " " + filter.name);
    int reads = 0;
    for (const auto& [path, item] : *spec.whole().find("paths")->object()) {
        const auto* get = item.find("get");
        if (get == nullptr) continue;
        ++reads;
        const std::string id = *get->find("operationId")->text();
        CAPTURE(id);
        REQUIRE(operations.contains(id));
        const auto* parameters = get->find("parameters");
        if (parameters == nullptr) continue;
        for (const auto& parameter : *parameters->array()) {
            if (*parameter.find("in")->text() != "query") continue;
            const std::string name = *parameter.find("name")->text();
            CAPTURE(name);
            const auto& known = operations.at(id)->parameters;
            CHECK(std::any_of(known.begin(), known.end(), [&](const api::Parameter& one) { return one.name == name; }));
            const bool is_page = name == "page" || name == "pageSize" || name == "expand";
            const bool is_url = name.ends_with("__url");
            if (!is_page && !is_url && id.ends_with("List")) CHECK(tested.contains(path + " " + name));
            if (is_url) CHECK(tested.contains(path + " " + name.substr(0, name.size() - 3) + "uuid"));
        }
    }
    CHECK(reads == 28);
}

}  // namespace dichtbij::klantinteracties::filter_test
