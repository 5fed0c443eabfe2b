// Reading contacts and betrokkenen.
#include "api/klantinteracties/lezen_routes.h"
#include "base/text.h"

namespace dichtbij::klantinteracties {
namespace {

using klantcontact::Klantcontactvraag;

const std::vector<std::string> contact_expand{"gingOverOnderwerpobjecten", "hadBetrokkenen", "hadBetrokkenen.digitaleAdressen", "hadBetrokkenen.wasPartij", "leiddeTotInterneTaken", "omvatteBijlagen"};

Parameters contact_filters() {
    return Parameters{text("nummer"), text("referentienummer"), text("kanaal"), text("onderwerp"), text("inhoud"), text("reactie"),
                      boolean("indicatieContactGelukt"), boolean("vertrouwelijk"), boolean("leiddeTotInterneTaken"),
                      moment("plaatsgevondenOp"), moment("plaatsgevondenOp__gte"), moment("plaatsgevondenOp__lt"),
                      uuid("hadBetrokkene__uuid"), url("hadBetrokkene__url"), boolean("hadBetrokkene__wasPartij"),
                      uuid("hadBetrokkene__wasPartij__uuid"), url("hadBetrokkene__wasPartij__url"), text("hadBetrokkene__digitaaladres__adres__icontains"),
                      uuid("onderwerpobject__uuid"), url("onderwerpobject__url"), uuid("wasOnderwerpobject__uuid"), url("wasOnderwerpobject__url"),
                      text("zoek"), choice("ordering", {"plaatsgevondenOp", "-plaatsgevondenOp"}), expand(contact_expand)} +
           partij_identificator("hadBetrokkene__wasPartij__partijIdentificator") + objectidentificator("onderwerpobject__onderwerpobjectidentificator") +
           objectidentificator("wasOnderwerpobject__onderwerpobjectidentificator");
}

klantcontact::Objectidentificatie objectvraag(const api::Query& query, const std::string& name) {
    return {given(query, name + "ObjectId"), given(query, name + "CodeObjecttype"), given(query, name + "CodeRegister"), given(query, name + "CodeSoortObjectId")};
}

Klantcontactvraag contactvraag(const api::Query& query) {
    Klantcontactvraag vraag;
    vraag.nummer = given(query, "nummer");
    vraag.referentienummer = given(query, "referentienummer");
    vraag.kanaal = lower_ascii(given(query, "kanaal"));  // as it is kept
    vraag.onderwerp = given(query, "onderwerp");
    vraag.inhoud = given(query, "inhoud");
    vraag.reactie = given(query, "reactie");
    vraag.indicatie_contact_gelukt = query.boolean("indicatieContactGelukt");
    vraag.vertrouwelijk = query.boolean("vertrouwelijk");
    vraag.leidde_tot_taken = query.boolean("leiddeTotInterneTaken");
    vraag.plaatsgevonden_op = query.instant("plaatsgevondenOp");
    vraag.van = query.instant("plaatsgevondenOp__gte");
    vraag.tot = query.instant("plaatsgevondenOp__lt");
    vraag.betrokkene = either(query, "hadBetrokkene__uuid", "hadBetrokkene__url");
    vraag.betrokkene_is_partij = query.boolean("hadBetrokkene__wasPartij");
    vraag.partij = either_id<dichtbij::Partij>(query, "hadBetrokkene__wasPartij__uuid", "hadBetrokkene__wasPartij__url");
    vraag.identificator = identificatorvraag(query, "hadBetrokkene__wasPartij__partijIdentificator");
    vraag.adres_bevat = given(query, "hadBetrokkene__digitaaladres__adres__icontains");
    vraag.onderwerpobject = either(query, "onderwerpobject__uuid", "onderwerpobject__url");
    vraag.over = objectvraag(query, "onderwerpobject__onderwerpobjectidentificator");
    vraag.was_onderwerpobject = either(query, "wasOnderwerpobject__uuid", "wasOnderwerpobject__url");
    vraag.was = objectvraag(query, "wasOnderwerpobject__onderwerpobjectidentificator");
    vraag.woorden = woorden(query);
    if (query.get("ordering") == "plaatsgevondenOp") vraag.volgorde = klantcontact::Volgorde::oudste_eerst;
    return vraag;
}

Parameters betrokkene_filters() {
    return Parameters{text("contactnaamVoorletters"), text("contactnaamVoornaam"), text("contactnaamVoorvoegselAchternaam"), text("contactnaamAchternaam"), text("organisatienaam"),
                      text("hadKlantcontact__nummer"), text("hadKlantcontact__referentienummer"), uuid("hadKlantcontact__uuid"), url("hadKlantcontact__url"),
                      text("verstrektedigitaalAdres__adres"), uuid("verstrektedigitaalAdres__uuid"), url("verstrektedigitaalAdres__url"),
                      text("wasPartij__nummer"), uuid("wasPartij__uuid"), url("wasPartij__url"), expand({"digitaleAdressen"})} +
           partij_identificator("wasPartij__partijIdentificator");
}

klantcontact::Betrokkenevraag betrokkenevraag(const api::Query& query) {
    klantcontact::Betrokkenevraag vraag;
    vraag.naam = {given(query, "contactnaamVoorletters"), given(query, "contactnaamVoornaam"), given(query, "contactnaamVoorvoegselAchternaam"), given(query, "contactnaamAchternaam")};
    vraag.organisatienaam = given(query, "organisatienaam");
    vraag.klantcontact = either_id<dichtbij::Klantcontact>(query, "hadKlantcontact__uuid", "hadKlantcontact__url");
    vraag.klantcontact_nummer = given(query, "hadKlantcontact__nummer");
    vraag.klantcontact_referentienummer = given(query, "hadKlantcontact__referentienummer");
    vraag.digitaal_adres = either(query, "verstrektedigitaalAdres__uuid", "verstrektedigitaalAdres__url");
    vraag.adres = given(query, "verstrektedigitaalAdres__adres");
    vraag.partij = either_id<dichtbij::Partij>(query, "wasPartij__uuid", "wasPartij__url");
    vraag.partij_nummer = given(query, "wasPartij__nummer");
    vraag.identificator = identificatorvraag(query, "wasPartij__partijIdentificator");
    return vraag;
}

}  // namespace

void add_klantcontacten(Omgeving& with) {
    add_reading(
        with, {klantcontacten_path, "klantcontacten", klantcontact_json, access::Groep::klantcontacten, contact_filters(), {expand(contact_expand)}},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Klantcontact>> {
            TRY(auto found, lezer.bronnen().contacten.klantcontacten(lezer.tx(), lezer.reading(), contactvraag(call.query), page));
            TRY(auto rows, lezer.klantcontacten(std::move(found.rows), expand_of(call)));
            return store::Listed<Klantcontact>{std::move(rows), found.total};
        },
        [](const api::Call& call, const Lezer& lezer, const Uuid& id) -> Result<Klantcontact> {
            TRY(auto found, lezer.bronnen().contacten.klantcontact(lezer.tx(), lezer.reading(), {id}));
            return only(lezer.klantcontacten({std::move(found)}, expand_of(call)));
        });
}

void add_betrokkenen(Omgeving& with) {
    add_reading(
        with, {betrokkenen_path, "betrokkenen", betrokkene_json, access::Groep::klantcontacten, betrokkene_filters(), {expand({"digitaleAdressen"})}},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Betrokkene>> {
            TRY(auto found, lezer.bronnen().contacten.betrokkenen(lezer.tx(), lezer.reading(), betrokkenevraag(call.query), page));
            TRY(auto rows, lezer.betrokkenen(std::move(found.rows), expand_of(call)));
            return store::Listed<Betrokkene>{std::move(rows), found.total};
        },
        [](const api::Call& call, const Lezer& lezer, const Uuid& id) -> Result<Betrokkene> {
            TRY(auto found, lezer.bronnen().contacten.betrokkene(lezer.tx(), lezer.reading(), id));
            return only(lezer.betrokkenen({std::move(found)}, expand_of(call)));
        });
}

}  // namespace dichtbij::klantinteracties
