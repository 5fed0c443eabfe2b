// The tables of contacts, of what hangs on them, and of internetaken.
#include "api/klantinteracties/delen_json.h"
#include "api/klantinteracties/klantinteracties_json.h"

namespace dichtbij::klantinteracties {
namespace {

using json::field;
using json::Kind;
using json::reference;
using json::self;
using json::self_url;
using klantcontact::SoortActor;

const json::Resource<Identificator> actoridentificator_json("Actoridentificator", identificator_fields());
const json::Resource<Identificator> onderwerpobjectidentificator_json("Onderwerpobjectidentificator", identificator_fields());
const json::Resource<Identificator> bijlage_identificator_json("BijlageIdentificator", identificator_fields());
const json::Resource<Adres> bezoekadres_json("Bezoekadres", adres_fields());
const json::Resource<Adres> correspondentieadres_json("BetrokkeneCorrespondentieadres", adres_fields());
const json::Resource<Contactnaam> contactnaam_json("Contactnaam", contactnaam_fields());

json::Field functie() { return field<&Actoridentificatie::functie>("functie").or_blank().max(40); }
json::Field omschrijving() { return field<&Actoridentificatie::omschrijving>("omschrijving").or_blank().max(200); }
json::Field emailadres() { return field<&Actoridentificatie::emailadres>("emailadres").or_blank().max(254); }
json::Field telefoonnummer() { return field<&Actoridentificatie::telefoonnummer>("telefoonnummer").or_blank().max(20).like(telefoonnummer_pattern()); }

const json::Resource<Actoridentificatie> medewerker_json("Medewerker", {functie().must(), emailadres(), telefoonnummer().must()});
const json::Resource<Actoridentificatie> geautomatiseerd_json("GeautomatiseerdeActor", {functie().must(), omschrijving()});
const json::Resource<Actoridentificatie> eenheid_json("OrganisatorischeEenheid", {
    omschrijving(),
    emailadres(),
    field<&Actoridentificatie::faxnummer>("faxnummer").or_blank().max(20),
    telefoonnummer(),
});

// Its table follows from soortActor, which may stand behind it: read once the whole actor is known.
json::Field actor_identificatie() {
    json::Field made = json::custom<Actor>(
        "actorIdentificatie", Kind::any,
        [](const Actor& actor, json::Writer& w) { identificatie_json(actor.soort).write(w, actor.actor_identificatie.value_or(Actoridentificatie{})); },
        [](Actor& actor, const json::Value& value, json::Reading&, const std::string&) { actor.given_identificatie = value; });
    return std::move(made).either({&medewerker_json, &geautomatiseerd_json, &eenheid_json});
}

// The first of the actors, as the standard had it before there could be several. Only written: it is read as one of them.
json::Field toegewezen_aan_actor() {
    json::Field made = json::custom<InterneTaak>(
        "toegewezenAanActor", Kind::reference,
        [](const InterneTaak& taak, json::Writer& w) {
            if (taak.actoren.empty()) w.null();
            else w.reference(actoren_path, taak.actoren.front());
        },
        [](InterneTaak& taak, const json::Value& value, json::Reading&, const std::string&) { taak.given_actor = value; });
    made.path = actoren_path;
    return std::move(made).deprecated();
}

template <class T, class Write>
void write_all(json::Writer& w, const std::vector<T>& all, Write one) {
    w.begin_array();
    for (const T& each : all) one(w, each);
    w.end_array();
}

template <class T>
void write_expanded(json::Writer& w, const char* name, const std::optional<std::vector<T>>& all) {
    if (!all) return;
    w.key(name);
    write_all(w, *all, [](json::Writer& to, const T& each) { write(to, each); });
}

template <class T>
void write_expanded(json::Writer& w, const char* name, const std::optional<std::shared_ptr<const T>>& one) {
    if (!one) return;
    w.key(name);
    if (*one) write(w, **one);
    else w.null();
}

}  // namespace

const json::Resource<Actoridentificatie>& identificatie_json(SoortActor soort) {
    switch (soort) {
        case SoortActor::geautomatiseerde_actor: return geautomatiseerd_json;
        case SoortActor::organisatorische_eenheid: return eenheid_json;
        case SoortActor::medewerker: break;
    }
    return medewerker_json;
}

const json::Resource<Actor> actor_json("Actor", {
    self<&Actor::id>(),
    self_url<&Actor::id>(actoren_path),
    field<&Actor::naam>("naam").must().max(200).such_as(R"("Tom Baars")"),
    field<&Actor::soort>("soortActor").must(),
    field<&Actor::indicatie_actief>("indicatieActief"),
    field<&Actor::actoridentificator>("actoridentificator", actoridentificator_json),
    actor_identificatie(),
});

const json::Resource<ActorKlantcontact> actorklantcontact_json("ActorKlantcontact", {
    self<&ActorKlantcontact::id>(),
    self_url<&ActorKlantcontact::id>(actorklantcontacten_path),
    reference<&ActorKlantcontact::actor>("actor", actoren_path).must(),
    reference<&ActorKlantcontact::klantcontact>("klantcontact", klantcontacten_path).must(),
});

const json::Resource<Onderwerpobject> onderwerpobject_json("Onderwerpobject", {
    self<&Onderwerpobject::id>(),
    self_url<&Onderwerpobject::id>(onderwerpobjecten_path),
    reference<&Onderwerpobject::klantcontact>("klantcontact", klantcontacten_path),
    reference<&Onderwerpobject::was_klantcontact>("wasKlantcontact", klantcontacten_path),
    field<&Onderwerpobject::identificator>("onderwerpobjectidentificator", onderwerpobjectidentificator_json),
});

const json::Resource<Bijlage> bijlage_json("Bijlage", {
    self<&Bijlage::id>(),
    self_url<&Bijlage::id>(bijlagen_path),
    reference<&Bijlage::klantcontact>("wasBijlageVanKlantcontact", klantcontacten_path),
    field<&Bijlage::identificator>("bijlageidentificator", bijlage_identificator_json),
});

const json::Resource<Betrokkene> betrokkene_json("Betrokkene", {
    self<&Betrokkene::id>(),
    self_url<&Betrokkene::id>(betrokkenen_path),
    reference<&Betrokkene::partij>("wasPartij", partijen_path),
    reference<&Betrokkene::klantcontact>("hadKlantcontact", klantcontacten_path).must(),
    reference<&Betrokkene::digitale_adressen>("digitaleAdressen", digitale_adressen_path).only_read(),
    field<&Betrokkene::bezoekadres>("bezoekadres", bezoekadres_json),
    field<&Betrokkene::correspondentieadres>("correspondentieadres", correspondentieadres_json),
    field<&Betrokkene::contactnaam>("contactnaam", contactnaam_json),
    field<&Betrokkene::volledige_naam>("volledigeNaam").only_read(),
    field<&Betrokkene::rol>("rol").must(),
    field<&Betrokkene::organisatienaam>("organisatienaam").or_blank().max(organisatienaam_max),
    field<&Betrokkene::initiator>("initiator").must(),
});

const json::Resource<DigitaalAdres> digitaal_adres_json("DigitaalAdres", {
    self<&DigitaalAdres::id>(),
    self_url<&DigitaalAdres::id>(digitale_adressen_path),
    reference<&DigitaalAdres::betrokkene>("verstrektDoorBetrokkene", betrokkenen_path),
    reference<&DigitaalAdres::partij>("verstrektDoorPartij", partijen_path),
    field<&DigitaalAdres::adres>("adres").must().max(80).such_as(R"("a.elidrissi@voorbeeld.example")"),
    field<&DigitaalAdres::soort>("soortDigitaalAdres").must().such_as(R"("email")"),
    field<&DigitaalAdres::is_standaard>("isStandaardAdres"),
    field<&DigitaalAdres::omschrijving>("omschrijving").or_blank().max(40),
    field<&DigitaalAdres::referentie>("referentie").or_blank().max(50).like(referentie_pattern()),
    field<&DigitaalAdres::verificatie_datum>("verificatieDatum"),
});

const json::Resource<InterneTaak> interne_taak_json("InterneTaak", {
    self<&InterneTaak::id>(),
    self_url<&InterneTaak::id>(interne_taken_path),
    field<&InterneTaak::nummer>("nummer").or_blank().also_null().max(nummer_max).like(nummer_pattern()),
    field<&InterneTaak::referentienummer>("referentienummer").or_blank().also_null().max(nummer_max).like(nummer_pattern()),
    field<&InterneTaak::gevraagde_handeling>("gevraagdeHandeling").must().max(200).such_as(R"("Bel mevrouw El Idrissi terug")"),
    reference<&InterneTaak::klantcontact>("aanleidinggevendKlantcontact", klantcontacten_path).must(),
    toegewezen_aan_actor(),
    reference<&InterneTaak::actoren>("toegewezenAanActoren", actoren_path),
    field<&InterneTaak::toelichting>("toelichting").or_blank().max(1000),
    field<&InterneTaak::status>("status").must(),
    field<&InterneTaak::toegewezen_op>("toegewezenOp").only_read(),
    field<&InterneTaak::afgehandeld_op>("afgehandeldOp"),
});

const json::Resource<Klantcontact> klantcontact_json("Klantcontact", {
    self<&Klantcontact::id>(),
    self_url<&Klantcontact::id>(klantcontacten_path),
    reference<&Klantcontact::onderwerpobjecten>("gingOverOnderwerpobjecten", onderwerpobjecten_path).only_read(),
    field<&Klantcontact::actoren>("hadBetrokkenActoren", actor_json).only_read(),
    reference<&Klantcontact::bijlagen>("omvatteBijlagen", bijlagen_path).only_read(),
    reference<&Klantcontact::betrokkenen>("hadBetrokkenen", betrokkenen_path).only_read(),
    reference<&Klantcontact::interne_taken>("leiddeTotInterneTaken", interne_taken_path).only_read(),
    field<&Klantcontact::nummer>("nummer").or_blank().also_null().max(nummer_max).like(nummer_pattern()),
    field<&Klantcontact::referentienummer>("referentienummer").or_blank().also_null().max(nummer_max).like(nummer_pattern()),
    field<&Klantcontact::kanaal>("kanaal").must().max(klantcontact::kanaal_limit).such_as(R"("telefoon")"),
    field<&Klantcontact::onderwerp>("onderwerp").must().max(klantcontact::onderwerp_limit).such_as(R"("Boom voor de deur")"),
    field<&Klantcontact::inhoud>("inhoud").or_blank().max(1000).such_as(R"("De boom voor nummer 12 verliest takken.")"),
    field<&Klantcontact::reactie>("reactie").or_blank().max(klantcontact::reactie_limit).such_as(R"("Een collega belt terug voor vrijdag.")"),
    field<&Klantcontact::indicatie_contact_gelukt>("indicatieContactGelukt"),
    field<&Klantcontact::hoofd_onderwerp_type>("hoofdOnderwerpType").uri().or_blank().max(klantcontact::hoofd_onderwerp_type_limit),
    field<&Klantcontact::verdere_actie_ondernomen>("verdereActieOndernomen").otherwise("false").such_as(R"(false)"),
    field<&Klantcontact::taal>("taal").must().max(3).such_as(R"("nld")"),
    field<&Klantcontact::vertrouwelijk>("vertrouwelijk").must().such_as(R"(false)"),
    field<&Klantcontact::plaatsgevonden_op>("plaatsgevondenOp"),
    field<&Klantcontact::metadata>("metadata").max(klantcontact::metadata_waarde_limit).at_most(klantcontact::metadata_limit),
});

void write(json::Writer& w, const Betrokkene& one) {
    w.begin_object();
    betrokkene_json.write_within(w, one);
    if (one.expand_digitale_adressen || one.expand_partij || one.expand_klantcontact) {
        w.key("_expand").begin_object();
        write_expanded(w, "digitaleAdressen", one.expand_digitale_adressen);
        write_expanded(w, "wasPartij", one.expand_partij);
        write_expanded(w, "hadKlantcontact", one.expand_klantcontact);
        w.end_object();
    }
    w.end_object();
}

void write(json::Writer& w, const DigitaalAdres& one) {
    w.begin_object();
    digitaal_adres_json.write_within(w, one);
    if (one.expand_betrokkene) {
        w.key("_expand").begin_object();
        write_expanded(w, "verstrektDoorBetrokkene", one.expand_betrokkene);
        w.end_object();
    }
    w.end_object();
}

void write(json::Writer& w, const Klantcontact& one) {
    w.begin_object();
    klantcontact_json.write_within(w, one);
    if (one.expand_onderwerpobjecten || one.expand_betrokkenen || one.expand_interne_taken || one.expand_bijlagen) {
        w.key("_expand").begin_object();
        write_expanded(w, "gingOverOnderwerpobjecten", one.expand_onderwerpobjecten);
        write_expanded(w, "omvatteBijlagen", one.expand_bijlagen);
        write_expanded(w, "hadBetrokkenen", one.expand_betrokkenen);
        write_expanded(w, "leiddeTotInterneTaken", one.expand_interne_taken);
        w.end_object();
    }
    w.end_object();
}

void write(json::Writer& w, const Partij& one) {
    w.begin_object();
    partij_json.write_within(w, one);
    if (one.expand_digitale_adressen || one.expand_betrokkenen || one.expand_categorie_relaties) {
        w.key("_expand").begin_object();
        write_expanded(w, "betrokkenen", one.expand_betrokkenen);
        write_expanded(w, "categorieRelaties", one.expand_categorie_relaties);
        write_expanded(w, "digitaleAdressen", one.expand_digitale_adressen);
        w.end_object();
    }
    w.end_object();
}

}  // namespace dichtbij::klantinteracties
