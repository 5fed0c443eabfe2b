#include "klantcontact/klantcontact.h"

#include <doctest/doctest.h>

#include "support/heart.h"

namespace dichtbij::klantcontact::klantcontact_test {
namespace {

using testing::at;

NieuwKlantcontact sound() {
    NieuwKlantcontact nieuw;
    nieuw.inhoud.kanaal = "telefoon";
    nieuw.inhoud.onderwerp = "Kapvergunning";
    nieuw.inhoud.plaatsgevonden_op = at("2026-11-23 10:00");
    return nieuw;
}

std::string wrong_fields(const NieuwKlantcontact& nieuw) {
    std::string fields;
    for (const auto& error : problems(nieuw, at("2026-11-23 10:00"))) fields += (fields.empty() ? "" : " ") + error.field;
    return fields;
}

}  // namespace

TEST_CASE("every field has a length and a form") {
    struct Row {
        const char* what;
        std::function<void(NieuwKlantcontact&)> change;
        const char* wrong;
    };
    const std::string long_text(inhoud_limit + 1, 'x');
    const std::vector<Row> rows{
        {"sound", [](auto&) {}, ""},
        {"at the limit", [&](auto& n) { n.inhoud.inhoud = long_text.substr(1); }, ""},
        {"no channel", [](auto& n) { n.inhoud.kanaal = ""; }, "kanaal"},
        {"no subject", [](auto& n) { n.inhoud.onderwerp = " "; }, "onderwerp"},
        {"subject too long", [&](auto& n) { n.inhoud.onderwerp = long_text.substr(0, onderwerp_limit + 1); }, "onderwerp"},
        {"question too long", [&](auto& n) { n.inhoud.inhoud = long_text; }, "inhoud"},
        {"answer too long", [&](auto& n) { n.inhoud.reactie = long_text; }, "reactie"},
        {"not UTF-8", [](auto& n) { n.inhoud.inhoud = "\xff"; }, "inhoud"},
        {"language of two letters", [](auto& n) { n.inhoud.taal = "nl"; }, "taal"},
        {"in the future", [](auto& n) { n.inhoud.plaatsgevonden_op += hours(1); }, "plaatsgevonden_op"},
        {"another clock ahead", [](auto& n) { n.inhoud.plaatsgevonden_op += minutes(4); }, ""},
        {"reached and still acting", [](auto& n) { n.inhoud.indicatie_contact_gelukt = n.inhoud.verdere_actie_ondernomen = true; }, "verdere_actie_ondernomen"},
        {"referred to nobody", [](auto& n) { n.afloop = Afloop::doorverwezen; }, "verwezen_naar"},
        {"number with letters", [](auto& n) { n.referentienummer = "12a"; }, "referentienummer"},
        {"number too long", [](auto& n) { n.referentienummer = "12345678901"; }, "referentienummer"},
        {"import without id", [](auto& n) { n.import.emplace(); }, "extern_id"},
        {"long metadata", [&](auto& n) { n.metadata["a"] = long_text.substr(0, metadata_waarde_limit + 1); }, "metadata.a"},
        {"long initials", [](auto& n) { n.betrokkenen.emplace_back().naam.voorletters = "A.B.C.D.E.F."; }, "betrokkenen.0.voorletters"},
        {"no phone number", [](auto& n) { n.betrokkenen.emplace_back().digitale_adressen.push_back({{}, partij::SoortDigitaalAdres::telefoonnummer, "nul zes", {}, {}, {}, {}}); }, "betrokkenen.0.digitale_adressen.0.adres"},
        {"no postcode", [](auto& n) { n.betrokkenen.emplace_back().bezoekadres.emplace().postcode = "39 AB"; }, "betrokkenen.0.bezoekadres.postcode"},
        {"too many", [](auto& n) { n.betrokkenen.resize(betrokkenen_limit + 1); }, "betrokkenen"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        NieuwKlantcontact nieuw = sound();
        row.change(nieuw);
        CHECK(wrong_fields(nieuw) == row.wrong);
    }
}

TEST_CASE("text is cleaned, and what changed is known by name") {
    Inhoud inhoud = sound().inhoud;
    inhoud.kanaal = " Telefoon ";
    inhoud.onderwerp = " Kap\r\n";
    inhoud.taal = "";
    const Inhoud normal = normalised(inhoud);
    CHECK(normal.kanaal == "telefoon");
    CHECK(normal.onderwerp == "Kap");
    CHECK(normal.taal == "nld");
    CHECK(changed_fields(normal, normal).empty());
    CHECK(changed_fields(sound().inhoud, normal) == std::vector<std::string>{"onderwerp"});
}

}  // namespace dichtbij::klantcontact::klantcontact_test
