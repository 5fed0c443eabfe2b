// The tables of partijen and of what belongs to them.
#include "api/klantinteracties/delen_json.h"
#include "api/klantinteracties/klantinteracties_json.h"
#include "partij/verband.h"

namespace dichtbij::klantinteracties {
namespace {

using json::field;
using json::Kind;
using json::reference;
using json::self;
using json::self_url;
using partij::SoortPartij;

const json::Resource<Adres> bezoekadres_json("PartijBezoekadres", adres_fields());
const json::Resource<Adres> correspondentieadres_json("PartijCorrespondentieadres", adres_fields());
const json::Resource<Contactnaam> persoon_contact_json("PersoonContact", contactnaam_fields());
const json::Resource<Contactnaam> contactpersoon_contact_json("ContactpersoonPersoon", contactnaam_fields());

const json::Resource<Partijidentificatie> persoon_json("Persoon", {
    field<&Partijidentificatie::contactnaam>("contactnaam", persoon_contact_json),
    field<&Partijidentificatie::volledige_naam>("volledigeNaam").only_read(),
});
const json::Resource<Partijidentificatie> contactpersoon_json("Contactpersoon", {
    field<&Partijidentificatie::id>("uuid").only_read(),
    reference<&Partijidentificatie::werkte_voor_partij>("werkteVoorPartij", partijen_path),
    field<&Partijidentificatie::contactnaam>("contactnaam", contactpersoon_contact_json),
    field<&Partijidentificatie::volledige_naam>("volledigeNaam").only_read(),
});
const json::Resource<Partijidentificatie> organisatie_json("Organisatie", {
    field<&Partijidentificatie::naam>("naam").or_blank().max(200).such_as(R"("Bakkerij Van Dam")"),
});

const json::Resource<Identificator> groep_type_json("PartijIdentificatorGroepType", {
    field<&Identificator::code_objecttype>("codeObjecttype").must().one_of({"natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging"}),
    field<&Identificator::code_soort_object_id>("codeSoortObjectId").must().one_of({"bsn", "vestigingsnummer", "kvk_nummer", "rsin"}),
    field<&Identificator::object_id>("objectId").must().max(objectveld_max).such_as(R"("999990019")"),
    field<&Identificator::code_register>("codeRegister").must().one_of({"brp", "hr"}),
});

const json::Resource<CategorieVerwijzing> categorie_verwijzing_json("CategorieForeignKey", {
    field<&CategorieVerwijzing::id>("uuid").must(),
    self_url<&CategorieVerwijzing::id>(categorieen_path),
    field<&CategorieVerwijzing::naam>("naam").only_read(),
});

const json::Resource<CategorieRelatieVerwijzing> categorie_relatie_verwijzing_json("CategorieRelatieForeignKey", {
    field<&CategorieRelatieVerwijzing::id>("uuid").must(),
    self_url<&CategorieRelatieVerwijzing::id>(categorie_relaties_path),
    field<&CategorieRelatieVerwijzing::categorie_naam>("categorieNaam").only_read(),
    field<&CategorieRelatieVerwijzing::begin_datum>("beginDatum"),
    field<&CategorieRelatieVerwijzing::eind_datum>("eindDatum"),
});

// Its table follows from soortPartij, which may stand behind it: read once the whole partij is known.
json::Field partij_identificatie() {
    json::Field made = json::custom<Partij>(
        "partijIdentificatie", Kind::any, [](const Partij& partij, json::Writer& w) { identificatie_json(partij.soort).write(w, partij.identificatie); },
        [](Partij& partij, const json::Value& value, json::Reading&, const std::string&) { partij.given_identificatie = value; });
    return std::move(made).either({&persoon_json, &contactpersoon_json, &organisatie_json});
}

}  // namespace

const json::Resource<Partijidentificatie>& identificatie_json(SoortPartij soort) {
    switch (soort) {
        case SoortPartij::organisatie: return organisatie_json;
        case SoortPartij::contactpersoon: return contactpersoon_json;
        case SoortPartij::persoon: break;
    }
    return persoon_json;
}

const json::Resource<Categorie> categorie_json("Categorie", {
    self<&Categorie::id>(),
    self_url<&Categorie::id>(categorieen_path),
    field<&Categorie::naam>("naam").or_blank().max(partij::categorie_naam_max),
});

const json::Resource<CategorieRelatie> categorie_relatie_json("CategorieRelatie", {
    self<&CategorieRelatie::id>(),
    self_url<&CategorieRelatie::id>(categorie_relaties_path),
    reference<&CategorieRelatie::partij>("partij", partijen_path),
    field<&CategorieRelatie::categorie>("categorie", categorie_verwijzing_json),
    field<&CategorieRelatie::begin_datum>("beginDatum"),
    field<&CategorieRelatie::eind_datum>("eindDatum"),
});

const json::Resource<Rekeningnummer> rekeningnummer_json("Rekeningnummer", {
    self<&Rekeningnummer::id>(),
    self_url<&Rekeningnummer::id>(rekeningnummers_path),
    reference<&Rekeningnummer::partij>("partij", partijen_path),
    field<&Rekeningnummer::iban>("iban").must().max(34).like(iban_pattern()).such_as(R"("NL91ABNA0417164300")"),
    field<&Rekeningnummer::bic>("bic").or_blank().min(8).max(11).like(bic_pattern()).such_as(R"("ABNANL2A")"),
});

const json::Resource<Vertegenwoordiging> vertegenwoordiging_json("Vertegenwoordigden", {
    self<&Vertegenwoordiging::id>(),
    self_url<&Vertegenwoordiging::id>(vertegenwoordigingen_path),
    reference<&Vertegenwoordiging::vertegenwoordigende_partij>("vertegenwoordigendePartij", partijen_path).must(),
    reference<&Vertegenwoordiging::vertegenwoordigde_partij>("vertegenwoordigdePartij", partijen_path).must(),
});

const json::Resource<PartijIdentificator> partij_identificator_json("PartijIdentificator", {
    field<&PartijIdentificator::id>("uuid"),
    self_url<&PartijIdentificator::id>(partij_identificatoren_path),
    reference<&PartijIdentificator::partij>("identificeerdePartij", partijen_path),
    field<&PartijIdentificator::andere_partij_identificator>("anderePartijIdentificator").or_blank().max(objectveld_max),
    field<&PartijIdentificator::identificator>("partijIdentificator", groep_type_json).must(),
    reference<&PartijIdentificator::sub_identificator_van>("subIdentificatorVan", partij_identificatoren_path),
});

const json::Resource<Partij> partij_json("Partij", {
    self<&Partij::id>(),
    self_url<&Partij::id>(partijen_path),
    field<&Partij::nummer>("nummer").or_blank().also_null().max(nummer_max).like(nummer_pattern()),
    field<&Partij::interne_notitie>("interneNotitie").or_blank().max(1000),
    reference<&Partij::betrokkenen>("betrokkenen", betrokkenen_path).only_read(),
    field<&Partij::categorie_relaties>("categorieRelaties", categorie_relatie_verwijzing_json).only_read(),
    reference<&Partij::digitale_adressen>("digitaleAdressen", digitale_adressen_path).or_null(),
    reference<&Partij::voorkeurs_digitaal_adres>("voorkeursDigitaalAdres", digitale_adressen_path),
    reference<&Partij::vertegenwoordigden>("vertegenwoordigden", partijen_path).only_read(),
    reference<&Partij::rekeningnummers>("rekeningnummers", rekeningnummers_path).or_null(),
    reference<&Partij::voorkeurs_rekeningnummer>("voorkeursRekeningnummer", rekeningnummers_path),
    field<&Partij::identificatoren>("partijIdentificatoren", partij_identificator_json).or_null(),
    field<&Partij::soort>("soortPartij").must(),
    field<&Partij::indicatie_geheimhouding>("indicatieGeheimhouding"),
    field<&Partij::voorkeurstaal>("voorkeurstaal").or_blank().max(3),
    field<&Partij::indicatie_actief>("indicatieActief").must(),
    field<&Partij::bezoekadres>("bezoekadres", bezoekadres_json),
    field<&Partij::correspondentieadres>("correspondentieadres", correspondentieadres_json),
    partij_identificatie(),
});

}  // namespace dichtbij::klantinteracties
