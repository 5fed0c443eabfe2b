#include "api/contactgegevens/contactgegevens_json.h"

namespace dichtbij::contactgegevens {
namespace {

using json::field;
using json::self;
using json::self_url;

std::vector<json::Field> address_fields() {
    return {
        field<&Adres::nummeraanduiding_id>("nummeraanduidingId").or_blank().max(16).like({"^[0-9]{16}$", is_nummeraanduiding}).described("contactgegevens.veld.nummeraanduiding"),
        field<&Adres::straatnaam>("straatnaam").or_blank().max(255).such_as(R"("Kastanjelaan")"),
        field<&Adres::huisnummer>("huisnummer").between(1, 99'999).such_as(R"(12)"),
        field<&Adres::huisnummertoevoeging>("huisnummertoevoeging").or_blank().max(20),
        field<&Adres::postcode>("postcode").or_blank().max(7).like({"^[1-9][0-9]{3} [A-Z]{2}$", is_postcode, "invalid", "contactgegevens.fout.postcode"}).such_as(R"("3999 AB")"),
        field<&Adres::stad>("stad").or_blank().max(255).such_as(R"("Oeverdorp")"),
        field<&Adres::adresregel1>("adresregel1").or_blank().max(80),
        field<&Adres::adresregel2>("adresregel2").or_blank().max(80),
        field<&Adres::adresregel3>("adresregel3").or_blank().max(80),
        field<&Adres::land>("land").or_blank().min(2).max(2).like({"", is_landcode, "invalid", "contactgegevens.fout.land"}).described("contactgegevens.veld.land").such_as(R"("NL")"),
    };
}

const json::Resource<Adres> organisatie_adres_json("OrganisatieAdres", address_fields());
const json::Resource<Adres> persoon_adres_json("PersoonAdres", address_fields());

}  // namespace

const json::Resource<Organisatie> organisatie_json("Organisatie", {
    self<&Organisatie::id>(),
    self_url<&Organisatie::id>("/organisatie"),
    field<&Organisatie::handelsnaam>("handelsnaam").must().max(255).described("contactgegevens.veld.handelsnaam").such_as(R"("Bakkerij Van Dam")"),
    field<&Organisatie::oprichtingsdatum>("oprichtingsdatum"),
    field<&Organisatie::opheffingsdatum>("opheffingsdatum"),
    field<&Organisatie::adres>("adres", organisatie_adres_json),
});

const json::Resource<Persoon> persoon_json("Persoon", {
    self<&Persoon::id>(),
    self_url<&Persoon::id>("/persoon"),
    field<&Persoon::geboortedatum>("geboortedatum").must().such_as(R"("1980-05-17")"),
    field<&Persoon::overlijdensdatum>("overlijdensdatum"),
    field<&Persoon::geslachtsnaam>("geslachtsnaam").must().max(200).described("contactgegevens.veld.geslachtsnaam").such_as(R"("Idrissi")"),
    field<&Persoon::geslacht>("geslacht").or_blank().described("contactgegevens.veld.geslacht"),
    field<&Persoon::voorvoegsel>("voorvoegsel").or_blank().max(10).such_as(R"("El")"),
    field<&Persoon::voornamen>("voornamen").or_blank().max(200).such_as(R"("Amira")"),
    field<&Persoon::adres>("adres", persoon_adres_json),
});

}  // namespace dichtbij::contactgegevens
