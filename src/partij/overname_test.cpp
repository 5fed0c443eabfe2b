// Taking over what a register answered.

#include <doctest/doctest.h>

#include "access/access.h"
#include "journal/journal.h"
#include "partij/overname_service.h"
#include "store/testing.h"

namespace dichtbij::partij::overname_test {
namespace {

opzoek::BrpPersoon uit_brp() {
    opzoek::BrpPersoon one;
    one.bsn = "999990032";
    one.voorletters = "L. M.";
    one.voornamen = "Lotte Maria";
    one.voorvoegsel = "van den";
    one.geslachtsnaam = "Berg";
    one.geboorte = opzoek::Vondstdatum{1990, 5, 0};
    one.adres.straat = "Kastanjelaan";
    one.adres.huisnummer = 18;
    one.adres.toevoeging = "A";
    one.adres.postcode = "3999AB";
    one.adres.plaats = "Oeverdorp";
    return one;
}

opzoek::Bedrijf uit_register(std::string vestiging) {
    opzoek::Bedrijf one;
    one.kvk_nummer = "90001234";
    one.naam = "Bakkerij Oever";
    one.vestigingsnummer = std::move(vestiging);
    one.adres.straat = "Dorpsstraat";
    one.adres.huisnummer = 5;
    one.adres.postcode = "3999AC";
    one.adres.plaats = "Oeverdorp";
    return one;
}

struct Overname {
    explicit Overname(store::Store& opened) : store(opened), log(store, clock), partijen(store, clock, ids, log), service(store, partijen) {
        ruben.medewerker = ids.make<dichtbij::Medewerker>();
        ruben.grants = {{access::Rol::behandelaar, oeverland, {}}};
    }
    Gegevens gegevens(PartijId id) {
        const auto read = partijen.read(access::system_caller("proef"), id).value();
        return std::get<PartijBeeld>(read).partij.gegevens;
    }
    SimulatedClock clock{*parse_instant("2026-11-23 10:00")};
    IdSource ids{clock, 7};
    store::Store& store;
    access::AccessLog log;
    PartijService partijen;
    OvernameService service;
    GemeenteId oeverland = ids.make<dichtbij::Gemeente>(), heidedal = ids.make<dichtbij::Gemeente>();
    access::Caller ruben;
};

template <class F>
void in_each_store(F test) {
    std::vector<store::Migration> schema;
    for (const auto list : {journal::migrations(), access::access_log_migrations(), migrations()}) schema.insert(schema.end(), list.begin(), list.end());
    for (const auto& fresh : store::testing::fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Overname desk(*fresh->store);
        test(desk);
    }
}

}  // namespace

TEST_CASE("a person of the BRP is made here once, and completed the next time") {
    in_each_store([](Overname& desk) {
        const auto made = desk.service.take_persoon(desk.ruben, desk.oeverland, uit_brp()).value();
        auto gegevens = desk.gegevens(made);
        CHECK(volledige_naam(gegevens) == "Lotte Maria van den Berg");
        CHECK(contactnaam(gegevens)->voorletters == "L.M.");
        CHECK(std::get<Persoon>(gegevens.wie).geboortedatum == Geboortedatum{1990, 5, 0});
        CHECK(adresregel(*gegevens.bezoekadres) == "Kastanjelaan 18A, 3999 AB Oeverdorp");
        CHECK_FALSE(gegevens.indicaties.geheimhouding.has_value());
        auto moved = uit_brp();
        moved.adres.straat = "Kerkpad";
        CHECK(desk.service.take_persoon(desk.ruben, desk.oeverland, moved).value() == made);
        CHECK(desk.gegevens(made).bezoekadres->straatnaam == "Kerkpad");
        CHECK(desk.service.take_persoon(desk.ruben, desk.heidedal, moved).error().reason == Reason::not_found);
    });
}

TEST_CASE("what the register shields is shielded here, and then it must be opened before it is completed") {
    in_each_store([](Overname& desk) {
        auto geheim = uit_brp();
        geheim.geheim = geheim.overleden = true;
        const auto made = desk.service.take_persoon(desk.ruben, desk.oeverland, geheim).value();
        CHECK(waarschuwingen(desk.gegevens(made).indicaties) == std::vector{Waarschuwing::geheimhouding, Waarschuwing::overleden});
        CHECK(desk.service.take_persoon(desk.ruben, desk.oeverland, uit_brp()).error().key == "partij.eerst_openen");
        Gegevens was = desk.gegevens(made);
        CHECK(overgenomen(was, uit_brp()).indicaties.geheimhouding == true);  // what was shielded stays so
    });
}

TEST_CASE("what the register does not hold stays as it was") {
    Gegevens was;
    was.wie = Persoon{{"", "Lotte", "", "Berg"}, Aanhef::mevrouw, {}};
    was.interne_notitie = "belt graag terug";
    was.digitale_adressen.push_back({{}, SoortDigitaalAdres::email, "lotte@voorbeeld.example", true, {}, {}, {}});
    auto vondst = uit_brp();
    vondst.voornamen.clear();
    const Gegevens now = overgenomen(was, vondst);
    CHECK(std::get<Persoon>(now.wie).aanhef == Aanhef::mevrouw);
    CHECK(contactnaam(now)->voornaam == "Lotte");
    CHECK(now.interne_notitie == was.interne_notitie);
    CHECK(now.digitale_adressen == was.digitale_adressen);
    vondst.adres = {};
    vondst.geslachtsnaam.clear();
    CHECK_FALSE(overgenomen(was, vondst).bezoekadres.has_value());
    CHECK(volledige_naam(overgenomen(was, vondst)) == "Lotte Berg");
}

TEST_CASE("a company is made with its vestiging, and another vestiging leaves that one alone") {
    in_each_store([](Overname& desk) {
        const auto made = desk.service.take_bedrijf(desk.ruben, desk.oeverland, uit_register("000090001234")).value();
        const auto gegevens = desk.gegevens(made);
        CHECK(volledige_naam(gegevens) == "Bakkerij Oever");
        const Identificator* vestiging = find_identificator(gegevens, soort_vestigingsnummer);
        REQUIRE(vestiging != nullptr);
        CHECK(vestiging->object_id == "000090001234");
        CHECK(vestiging->sub_identificator_van.has_value());
        auto other = uit_register("000090005678");
        other.adres.straat = "Rietdreef";
        CHECK(desk.service.take_bedrijf(desk.ruben, desk.oeverland, other).value() == made);
        CHECK(desk.gegevens(made).bezoekadres->straatnaam == "Dorpsstraat");
    });
}

}  // namespace dichtbij::partij::overname_test
