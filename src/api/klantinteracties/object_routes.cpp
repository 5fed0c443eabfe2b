// Reading what hangs on contacts: objects, actors, digital addresses and internetaken.
#include "api/klantinteracties/lezen_routes.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using access::Groep;
using klantcontact::Objectsoort;

// What needs no further reading.
template <class To, class From>
store::Listed<To> translated(store::Listed<From>&& found, To (*one)(const From&)) {
    store::Listed<To> listed;
    listed.total = found.total;
    for (const From& row : found.rows) listed.rows.push_back(one(row));
    return listed;
}

klantcontact::Objectidentificatie objectvraag(const api::Query& query, const std::string& name) {
    return {given(query, name + "ObjectId"), given(query, name + "CodeObjecttype"), given(query, name + "CodeRegister"), given(query, name + "CodeSoortObjectId")};
}

Parameters address_filters() {
    return Parameters{text("adres"), text("adres__icontains"), text("omschrijving"), text("referentie"), choice("soortDigitaalAdres", {"email", "telefoonnummer", "overig"}),
                      boolean("isStandaardAdres"), boolean("isGeverifieerd"), date("verificatieDatum"), date("verificatieDatum__gt"), date("verificatieDatum__gte"),
                      date("verificatieDatum__lt"), date("verificatieDatum__lte"), uuid("verstrektDoorBetrokkene__uuid"), url("verstrektDoorBetrokkene__url"),
                      choice("verstrektDoorBetrokkene__rol", {"vertegenwoordiger", "klant"}), uuid("verstrektDoorPartij__uuid"), url("verstrektDoorPartij__url"),
                      choice("verstrektDoorPartij__soortPartij", {"persoon", "organisatie", "contactpersoon"})} +
           partij_identificator("verstrektDoorPartij__partijIdentificator");
}

klantcontact::DigitaalAdresvraag address_question(const api::Query& query) {
    klantcontact::DigitaalAdresvraag vraag;
    vraag.adres = given(query, "adres");
    vraag.adres_bevat = given(query, "adres__icontains");
    vraag.omschrijving = given(query, "omschrijving");
    vraag.referentie = given(query, "referentie");
    vraag.soort = chosen<partij::SoortDigitaalAdres>(query, "soortDigitaalAdres");
    vraag.is_standaard = query.boolean("isStandaardAdres");
    vraag.is_geverifieerd = query.boolean("isGeverifieerd");
    vraag.verificatie_datum = query.date("verificatieDatum");
    vraag.geverifieerd_na = query.date("verificatieDatum__gt");
    vraag.geverifieerd_vanaf = query.date("verificatieDatum__gte");
    vraag.geverifieerd_voor = query.date("verificatieDatum__lt");
    vraag.geverifieerd_tot_en_met = query.date("verificatieDatum__lte");
    vraag.betrokkene = either(query, "verstrektDoorBetrokkene__uuid", "verstrektDoorBetrokkene__url");
    vraag.rol = chosen<klantcontact::Rol>(query, "verstrektDoorBetrokkene__rol");
    vraag.partij = either_id<dichtbij::Partij>(query, "verstrektDoorPartij__uuid", "verstrektDoorPartij__url");
    vraag.soort_partij = chosen<partij::SoortPartij>(query, "verstrektDoorPartij__soortPartij");
    vraag.identificator = identificatorvraag(query, "verstrektDoorPartij__partijIdentificator");
    return vraag;
}

taak::Taakvraag task_question(const api::Query& query) {
    taak::Taakvraag vraag;
    vraag.nummer = given(query, "nummer");
    vraag.referentienummer = given(query, "referentienummer");
    vraag.status = chosen<taak::Taakstatus>(query, "status");
    for (const char* name : {"aanleidinggevendKlantcontact__uuid", "aanleidinggevendKlantcontact__url", "klantcontact__uuid"})
        if (const auto id = query.id<dichtbij::Klantcontact>(name)) vraag.klantcontacten.push_back(*id);
    vraag.klantcontact_nummer = given(query, "klantcontact__nummer");
    vraag.klantcontact_referentienummer = given(query, "klantcontact__referentienummer");
    vraag.actor = either(query, "toegewezenAanActor__uuid", "toegewezenAanActor__url");
    vraag.actor_naam = given(query, "actoren__naam");
    vraag.toegewezen_op = query.instant("toegewezenOp");
    vraag.van = query.instant("toegewezenOp__gte");
    vraag.tot = query.instant("toegewezenOp__lt");
    vraag.woorden = woorden(query);
    if (query.get("ordering") == "toegewezenOp") vraag.volgorde = taak::Volgorde::eerst_toegewezen_eerst;
    if (query.get("ordering") == "-toegewezenOp") vraag.volgorde = taak::Volgorde::laatst_toegewezen_eerst;
    return vraag;
}

}  // namespace

void add_objecten(Omgeving& with) {
    add_reading(
        with,
        {onderwerpobjecten_path, "onderwerpobjecten", onderwerpobject_json, Groep::klantcontacten,
         Parameters{uuid("klantcontact__uuid"), url("klantcontact__url"), uuid("wasKlantcontact__uuid"), url("wasKlantcontact__url")} + objectidentificator("onderwerpobjectidentificator")},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Onderwerpobject>> {
            klantcontact::Objectvraag vraag;
            vraag.klantcontact = either_id<dichtbij::Klantcontact>(call.query, "klantcontact__uuid", "klantcontact__url");
            vraag.was_klantcontact = either_id<dichtbij::Klantcontact>(call.query, "wasKlantcontact__uuid", "wasKlantcontact__url");
            vraag.identificatie = objectvraag(call.query, "onderwerpobjectidentificator");
            TRY(auto found, lezer.bronnen().contacten.objecten(lezer.tx(), lezer.reading(), Objectsoort::onderwerpobject, vraag, page));
            return translated(std::move(found), onderwerpobject_of);
        },
        [](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<Onderwerpobject> {
            TRY(const auto found, lezer.bronnen().contacten.object(lezer.tx(), lezer.reading(), Objectsoort::onderwerpobject, id));
            return onderwerpobject_of(found);
        });
    add_reading(
        with, {bijlagen_path, "bijlagen", bijlage_json, Groep::klantcontacten, Parameters{uuid("klantcontact__uuid")} + objectidentificator("bijlageidentificator")},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Bijlage>> {
            klantcontact::Objectvraag vraag;
            vraag.klantcontact = call.query.id<dichtbij::Klantcontact>("klantcontact__uuid");
            vraag.identificatie = objectvraag(call.query, "bijlageidentificator");
            TRY(auto found, lezer.bronnen().contacten.objecten(lezer.tx(), lezer.reading(), Objectsoort::bijlage, vraag, page));
            return translated(std::move(found), bijlage_of);
        },
        [](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<Bijlage> {
            TRY(const auto found, lezer.bronnen().contacten.object(lezer.tx(), lezer.reading(), Objectsoort::bijlage, id));
            return bijlage_of(found);
        });
}

void add_actoren(Omgeving& with) {
    add_reading(
        with,
        {actoren_path, "actoren", actor_json, Groep::actoren,
         Parameters{text("naam"), choice("soortActor", {"medewerker", "geautomatiseerde_actor", "organisatorische_eenheid"}), boolean("indicatieActief")} + objectidentificator("actoridentificator")},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Actor>> {
            klantcontact::Actorvraag vraag;
            vraag.naam = given(call.query, "naam");
            vraag.soort_actor = chosen<klantcontact::SoortActor>(call.query, "soortActor");
            vraag.indicatie_actief = call.query.boolean("indicatieActief");
            const auto asked = objectvraag(call.query, "actoridentificator");
            vraag.object_id = asked.object_id;
            vraag.code_objecttype = asked.code_objecttype;
            vraag.code_register = asked.code_register;
            vraag.code_soort_object_id = asked.code_soort_object_id;
            TRY(auto found, lezer.bronnen().contacten.actoren(lezer.tx(), lezer.reading(), vraag, page));
            return translated<Actor, klantcontact::Actor>(std::move(found), to_standard);
        },
        [](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<Actor> {
            TRY(const auto found, lezer.bronnen().contacten.actor(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        });
    add_reading(
        with,
        {actorklantcontacten_path, "actorklantcontacten", actorklantcontact_json, Groep::klantcontacten,
         {uuid("actor__uuid"), url("actor__url"), uuid("klantcontact__uuid"), url("klantcontact__url")}},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<ActorKlantcontact>> {
            const klantcontact::ActorKlantcontactvraag vraag{either(call.query, "actor__uuid", "actor__url"),
                                                             either_id<dichtbij::Klantcontact>(call.query, "klantcontact__uuid", "klantcontact__url")};
            TRY(auto found, lezer.bronnen().contacten.actorklantcontacten(lezer.tx(), lezer.reading(), vraag, page));
            return translated<ActorKlantcontact, klantcontact::ActorKlantcontact>(std::move(found), to_standard);
        },
        [](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<ActorKlantcontact> {
            TRY(const auto found, lezer.bronnen().contacten.actorklantcontact(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        });
}

void add_digitale_adressen(Omgeving& with) {
    const Parameter expands = expand({"verstrektDoorBetrokkene", "verstrektDoorBetrokkene.hadKlantcontact", "verstrektDoorBetrokkene.hadKlantcontact.leiddeTotInterneTaken"});
    // Who may read either contacts or partijen sees the addresses that belong to these: the service decides.
    add_reading(
        with, {digitale_adressen_path, "digitaleadressen", digitaal_adres_json, Groep::partijen, address_filters() + Parameters{expands}, {expands}},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<DigitaalAdres>> {
            TRY(auto found, lezer.bronnen().contacten.digitale_adressen(lezer.tx(), lezer.reading(), address_question(call.query), page));
            TRY(auto rows, lezer.digitale_adressen(std::move(found.rows), expand_of(call)));
            return store::Listed<DigitaalAdres>{std::move(rows), found.total};
        },
        [](const api::Call& call, const Lezer& lezer, const Uuid& id) -> Result<DigitaalAdres> {
            TRY(auto found, lezer.bronnen().contacten.digitaal_adres(lezer.tx(), lezer.reading(), id));
            return only(lezer.digitale_adressen({std::move(found)}, expand_of(call)));
        });
}

void add_interne_taken(Omgeving& with) {
    const Parameters filters{text("nummer"), text("referentienummer"), choice("status", {"te_verwerken", "verwerkt"}), uuid("aanleidinggevendKlantcontact__uuid"),
                             url("aanleidinggevendKlantcontact__url"), uuid("klantcontact__uuid"), text("klantcontact__nummer"), text("klantcontact__referentienummer"),
                             uuid("toegewezenAanActor__uuid"), url("toegewezenAanActor__url"), text("actoren__naam"), moment("toegewezenOp"),
                             moment("toegewezenOp__gte"), moment("toegewezenOp__lt"), text("zoek"), choice("ordering", {"toegewezenOp", "-toegewezenOp"})};
    add_reading(
        with, {interne_taken_path, "internetaken", interne_taak_json, Groep::taken, filters},
        [](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<InterneTaak>> {
            TRY(auto found, lezer.bronnen().taken.taken(lezer.tx(), lezer.reading(), task_question(call.query), page));
            store::Listed<InterneTaak> listed{{}, found.total};
            for (auto& row : found.rows) listed.rows.push_back(to_standard(std::move(row)));
            return listed;
        },
        [](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<InterneTaak> {
            TRY(auto found, lezer.bronnen().taken.taak(lezer.tx(), lezer.reading(), {id}));
            return to_standard(std::move(found));
        });
}

}  // namespace dichtbij::klantinteracties
