// Reading one row: names, moments, and everything that can be wrong.
#include <doctest/doctest.h>

#include <sstream>

#include "app/import_bestand.h"
#include "app/import_contactrij.h"
#include "app/import_moment.h"
#include "app/import_naam.h"

namespace dichtbij::app::contactimport::import_rij_test {
namespace {

Instant at(std::string_view civil) { return *parse_instant(civil); }
const Instant nu = at("2026-11-24 15:20");

// As an import has it: what the file says of the record, else what is read in it.
struct Rij {
    std::int64_t regel = 0;
    std::vector<std::string> velden;
    Gelezen inhoud;
};

std::vector<Rij> rows_of(const std::string& text) {
    std::istringstream input(text);
    auto file = Rijenbestand::open(input, kolommen());
    REQUIRE(file.has_value());
    std::vector<Rij> rows;
    while (auto row = file->next()) {
        Gelezen inhoud = row->fouten.empty() ? read_contactrij(file->kolommen(), row->record, nu) : Gelezen(tl::make_unexpected(row->fouten));
        rows.push_back({row->regel, row->record.fields, std::move(inhoud)});
    }
    return rows;
}

std::string refusal_of(const std::string& text) {
    std::istringstream input(text);
    const auto file = Rijenbestand::open(input, kolommen());
    REQUIRE_FALSE(file.has_value());
    return file.error().fields.at(0).key;
}

// A row of all columns; `column` holds `value` instead.
Gelezen with(std::string_view column, std::string_view value) {
    std::vector<std::pair<std::string, std::string>> fields{
        {"extern_id", "1"}, {"kanaal", "telefoon"}, {"tijdstip", "2026-11-20 10:00"}, {"naam", "Jan de Vries"}, {"geboortedatum", "14-3-1984"},
        {"postcode", "3999 ab"}, {"huisnummer", "18-2"}, {"telefoon", "06 1234 5678"}, {"email", "jan@voorbeeld.example"}, {"bsn", "999990019"}, {"kvk", ""},
        {"onderwerp", "Kapvergunning"}, {"vraag", "Mag ik de beuk kappen?"}, {"antwoord", "Ja."}, {"afdeling", "Groen"}, {"medewerker", "Ruben"},
        {"status", "afgehandeld"}, {"afgehandeld_op", "2026-11-23 09:00"}};
    std::string header, row;
    for (auto& [name, text] : fields) {
        if (name == column) text = value;
        header += (header.empty() ? "" : ";") + name;
        row += (row.empty() && name == "extern_id" ? "" : ";") + csv_field(text, ';');
    }
    return std::move(rows_of(header + "\n" + row + "\n").at(0).inhoud);
}

}  // namespace

TEST_CASE("a name in one field is read as its parts") {
    using partij::Aanhef;
    struct Row {
        std::string_view typed;
        partij::Contactnaam naam;
        Aanhef aanhef = Aanhef::geen;
    };
    const Row rows[] = {
        {"Jansen", {"", "", "", "Jansen"}},
        {"Fatima El Idrissi", {"", "Fatima", "El", "Idrissi"}},
        {"J.P. de Vries", {"J.P.", "", "de", "Vries"}},
        {"Mw. F. van der Berg", {"F.", "", "van der", "Berg"}, Aanhef::mevrouw},
        {"de heer P. Smit", {"P.", "", "", "Smit"}, Aanhef::meneer},
        {"Dhr Smit", {"", "", "", "Smit"}, Aanhef::meneer},
        {"Vries, J. de", {"J.", "", "de", "Vries"}},
        {"de Vries, Jan", {"", "Jan", "de", "Vries"}},
        {"J. S. Smit", {"J. S.", "", "", "Smit"}},
        {"J D Smit", {"J D", "", "", "Smit"}},
        {"A. v.d. Berg", {"A.", "", "v.d.", "Berg"}},
        {"Jan Peter Bakker-Smit", {"", "Jan Peter", "", "Bakker-Smit"}},
        {"de Boer", {"", "", "de", "Boer"}},
        {"A.B.C.D.E.F.G. Smit", {"", "A.B.C.D.E.F.G.", "", "Smit"}},
        {"Jan op den van der Berg", {"", "Jan", "", "op den van der Berg"}},
        {", Jan", {"", "", "", "Jan"}},
        {"", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        const Naam read = read_naam(row.typed);
        CHECK(read.contactnaam.voorletters == row.naam.voorletters);
        CHECK(read.contactnaam.voornaam == row.naam.voornaam);
        CHECK(read.contactnaam.voorvoegsel_achternaam == row.naam.voorvoegsel_achternaam);
        CHECK(read.contactnaam.achternaam == row.naam.achternaam);
        CHECK(read.aanhef == row.aanhef);
    }
}

TEST_CASE("a moment is read in both orders, with and without time, in Amsterdam") {
    using Soort = Moment::Soort;
    struct Row {
        std::string_view typed;
        std::string_view op;  // empty: not a moment
        Soort soort = Soort::tijdstip;
    };
    const Row rows[] = {
        {"2026-11-22", "2026-11-21T23:00:00Z", Soort::dag}, {"22-11-2026", "2026-11-21T23:00:00Z", Soort::dag},
        {"2-1-2026", "2026-01-01T23:00:00Z", Soort::dag},   {"2026-11-22 14:30", "2026-11-22T13:30:00Z"},
        {"22-11-2026 14:30:15", "2026-11-22T13:30:15Z"},    {"2026-07-22T14:30", "2026-07-22T12:30:00Z"},
        {"22-7-2026 9:05", "2026-07-22T07:05:00Z"},         {"2026-11-22T14:30:00Z", "2026-11-22T14:30:00Z"},
        {"2026-11-22T14:30:00+01:00", "2026-11-22T13:30:00Z"}, {"2026-11-22T14:30:00.123Z", "2026-11-22T14:30:00Z"},
        {"2026-03-29 02:30", "2026-03-29T01:00:00Z"},       {"2026-10-25 02:30", "2026-10-25T00:30:00Z"},
        {"2026-02-30", ""}, {"22/11/2026", ""}, {"11-22-2026", ""}, {"22-11-26", ""}, {"morgen", ""}, {"2026-11-22 25:00", ""},
        {"2026-11-22 14", ""}, {"2026-11-22x", ""}, {"", ""}, {"-", ""}, {"--", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        const auto read = read_moment(row.typed);
        CHECK(read.has_value() == !row.op.empty());
        if (!read || row.op.empty()) continue;
        CHECK(to_rfc3339(read->op) == row.op);
        CHECK(read->soort == row.soort);
    }
}

TEST_CASE("a good row is read with all that it holds") {
    const Gelezen read = with("", "");
    REQUIRE(read.has_value());
    CHECK(read->kanaal == "telefoon");
    CHECK(read->tijdstip == at("2026-11-20 10:00"));
    CHECK(read->afgehandeld_op == at("2026-11-23 09:00"));
    CHECK(read->status == Status::afgehandeld);
    CHECK(read->telefoon == "06 1234 5678");
    REQUIRE(read->wie);
    CHECK(partij::volledige_naam(*read->wie) == "Jan de Vries");
    CHECK(std::get<partij::Persoon>(read->wie->wie).geboortedatum == partij::Geboortedatum{1984, 3, 14});
    CHECK(read->wie->bezoekadres->postcode == "3999AB");
    CHECK(read->wie->bezoekadres->huisnummer == 18);
    CHECK(read->wie->bezoekadres->huisnummertoevoeging == "2");
    CHECK(read->wie->digitale_adressen.size() == 2);
    CHECK(partij::find_identificator(*read->wie, partij::soort_bsn)->object_id == "999990019");
}

TEST_CASE("a wrong field refuses the row, by column and reason") {
    struct Row {
        std::string_view column, value, key;
        std::string_view told = {};  // where; empty: in the column itself
    };
    const std::string long_text(5000, 'x');
    const Row rows[] = {
        {"extern_id", "", "fout.veld.verplicht"}, {"extern_id", long_text, "fout.veld.te_lang"},
        {"kanaal", "", "fout.veld.verplicht"}, {"kanaal", "postduif", "import.fout.kanaal"},
        {"tijdstip", "", "fout.veld.verplicht"}, {"tijdstip", "gisteren", "import.fout.moment"}, {"tijdstip", "31-02-2026", "import.fout.moment"},
        {"tijdstip", "1990-01-01", "import.fout.te_oud"}, {"tijdstip", "2026-12-01", "klantcontact.fout.in_toekomst"},
        {"vraag", "", "fout.veld.verplicht"}, {"vraag", " \n ", "fout.veld.verplicht"}, {"vraag", long_text, "fout.veld.te_lang"},
        {"antwoord", long_text, "fout.veld.te_lang"}, {"onderwerp", long_text, "fout.veld.te_lang"}, {"naam", long_text, "fout.veld.te_lang"},
        {"afdeling", long_text, "fout.veld.te_lang"}, {"geboortedatum", "31-2-1984", "partij.geboortedatum.fout"}, {"geboortedatum", "2030-01-01", "partij.geboortedatum.fout"},
        {"postcode", "99", "partij.postcode.fout"}, {"huisnummer", "zeven", "partij.huisnummer.fout"}, {"huisnummer", "0", "partij.huisnummer.fout"},
        {"telefoon", "geen", "partij.telefoonnummer.fout"}, {"email", "jan", "partij.email.fout"},
        {"bsn", "123456789", "partij.bsn.fout"}, {"bsn", "12", "partij.bsn.fout"}, {"kvk", "123", "partij.kvk_nummer.fout"},
        {"status", "bezig", "import.fout.status"}, {"status", "open", "import.fout.open_met_einde", "afgehandeld_op"},
        {"afgehandeld_op", "2026-11-19 09:00", "fout.veld.einde_voor_begin"}, {"afgehandeld_op", "2026-11-25", "klantcontact.fout.in_toekomst"},
        {"afgehandeld_op", "later", "import.fout.moment"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.column);
        CAPTURE(row.value);
        const Gelezen read = with(row.column, row.value);
        REQUIRE_FALSE(read.has_value());
        REQUIRE(read.error().size() == 1);
        CHECK(read.error()[0].kolom == (row.told.empty() ? row.column : row.told));
        CHECK(read.error()[0].key == row.key);
    }
}

TEST_CASE("all that is wrong with a row is told at once") {
    const auto rows = rows_of("extern_id,kanaal,tijdstip,vraag,bsn\n,duif,ooit,,1\n");
    REQUIRE_FALSE(rows[0].inhoud.has_value());
    CHECK(rows[0].inhoud.error().size() == 5);
    CHECK(rows_of("extern_id,kanaal,tijdstip,vraag,afgehandeld_op\n1,balie,ooit,Vraag,2026-11-20\n")[0].inhoud.error().size() == 1);
    CHECK(rows[0].velden.size() == 5);
}

TEST_CASE("channels are known by the names that other systems give them") {
    for (const auto& [typed, kanaal] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"Telefoon", "telefoon"}, {"E-mail", "email"}, {"mail", "email"}, {"Webformulier", "formulier"}, {"Post", "brief"}, {"WhatsApp", "whatsapp"},
             {"Social media", "social_media"}, {"social_media", "social_media"}, {"BALIE", "balie"}}) {
        CAPTURE(typed);
        CHECK(with("kanaal", typed)->kanaal == kanaal);
    }
}

TEST_CASE("without a status a row is closed when it has an answer or an end, else open") {
    const auto rows = rows_of("extern_id,kanaal,tijdstip,vraag,antwoord,afgehandeld_op\n"
                              "1,balie,2026-11-20,Hoe laat?,Om negen uur,\n"
                              "2,balie,2026-11-20,Hoe laat?,,2026-11-20\n"
                              "3,balie,2026-11-20,Hoe laat?,,\n");
    CHECK(rows[0].inhoud->status == Status::afgehandeld);
    CHECK(rows[1].inhoud->status == Status::afgehandeld);
    CHECK(rows[1].inhoud->afgehandeld_op == at("2026-11-20 23:59:59"));
    CHECK(rows[2].inhoud->status == Status::open);
    CHECK(rows[2].inhoud->onderwerp == "Hoe laat?");
    CHECK(with("afgehandeld_op", "2026-11-24")->afgehandeld_op == nu);  // today is not over
}

TEST_CASE("who is not told has no partij, and who cannot be known again stays a name beside the contact") {
    const auto rows = rows_of("extern_id,kanaal,tijdstip,vraag,naam,kvk,telefoon\n"
                              "1,balie,2026-11-20,Hoe laat?,,,\n2,balie,2026-11-20,Hoe laat?,Jansen,,\n"
                              "3,balie,2026-11-20,Hoe laat?,,,0612345678\n4,balie,2026-11-20,Hoe laat?,Jansen,,0612345678\n"
                              "5,balie,2026-11-20,Hoe laat?,Bakkerij van Dam,12345678,\n");
    CHECK_FALSE(rows[0].inhoud->wie);
    CHECK_FALSE(is_herkenbaar(*rows[1].inhoud->wie));
    CHECK_FALSE(is_herkenbaar(*rows[2].inhoud->wie));
    CHECK(is_herkenbaar(*rows[3].inhoud->wie));
    CHECK(is_herkenbaar(*rows[4].inhoud->wie));
    CHECK(std::get<partij::Organisatie>(rows[4].inhoud->wie->wie).naam == "Bakkerij van Dam");
}

TEST_CASE("commas, semicolons, both encodings and quoted newlines give the same row") {
    const std::string_view head = "extern_id,kanaal,tijdstip,naam,vraag";
    std::string semicolons(head);
    std::replace(semicolons.begin(), semicolons.end(), ',', ';');
    const std::string files[] = {
        std::string(head) + "\n1,balie,2026-11-20,Zo\xc3\xab,\"Eerste regel\nen \"\"nog\"\" een\"\n",
        std::string(head) + "\r\n1,balie,2026-11-20,Zo\xeb,\"Eerste regel\r\nen \"\"nog\"\" een\"\r\n",
        semicolons + "\n1;balie;20-11-2026;Zo\xeb;\"Eerste regel\nen \"\"nog\"\" een\"\n",
        "\xef\xbb\xbf" + semicolons + "\n1;balie;20-11-2026;Zo\xc3\xab;\"Eerste regel\nen \"\"nog\"\" een\"",
        "vraag;NAAM;Tijdstip;kanaal;Extern ID\n\"Eerste regel\nen \"\"nog\"\" een\";Zo\xc3\xab;2026-11-20;balie;1\n",
    };
    for (const auto& text : files) {
        CAPTURE(text);
        const auto rows = rows_of(text);
        REQUIRE(rows.size() == 1);
        REQUIRE(rows[0].inhoud.has_value());
        CHECK(rows[0].regel == 2);
        CHECK(rows[0].inhoud->extern_id == "1");
        CHECK(rows[0].inhoud->vraag == "Eerste regel\nen \"nog\" een");
        CHECK(partij::volledige_naam(*rows[0].inhoud->wie) == "Zo\xc3\xab");
        CHECK(rows[0].inhoud->tijdstip == at("2026-11-20 00:00"));
    }
}

TEST_CASE("columns that are not known are kept, with their names") {
    const auto rows = rows_of("extern_id,kanaal,tijdstip,vraag,wijk,Bron systeem,afgekeurd_reden\n1,balie,2026-11-20,Hoe laat?,Noord,KISS,oud\n2,balie,2026-11-20,Hoe laat?,,,\n");
    CHECK(rows[0].inhoud->notitie == "wijk: Noord\nBron systeem: KISS");
    CHECK(rows[1].inhoud->notitie.empty());
}

TEST_CASE("a record that cannot be read is told by line, and the next one is read") {
    const auto rows = rows_of("extern_id,kanaal,tijdstip,vraag\n1,balie,2026-11-20\n2,balie,\"2026\"x,Hoe laat?\n3,balie,2026-11-20,Hoe laat?,,\n4,balie,2026-11-20,Hoe laat?,extra\n");
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].inhoud.error()[0] == Rijfout{"", "csv.fout.aantal_velden", {"4", "3"}});
    CHECK(rows[1].inhoud.error()[0] == Rijfout{"tijdstip", "csv.fout.tekst_na_aanhalingsteken", {}});
    CHECK(rows[1].regel == 3);
    CHECK(rows[2].inhoud.has_value());
    CHECK_FALSE(rows[3].inhoud.has_value());
}

TEST_CASE("a file that is not what it says is refused by its content") {
    using namespace std::string_literals;
    CHECK(refusal_of("") == "csv.fout.leeg");
    CHECK(refusal_of("\n\n") == "csv.fout.leeg");
    CHECK(refusal_of("PK\x03\x04rest of a spreadsheet") == "import.fout.zip");
    CHECK(refusal_of(std::string("\xff\xfe" "e\0x\0t\0", 8)) == "csv.fout.geen_tekst");
    CHECK(refusal_of("extern_id,kanaal,tijdstip,vraag\n1,balie,2026-11-20,a\0b\n"s) == "csv.fout.geen_tekst");
    CHECK(refusal_of("extern_id\n1\n") == "import.fout.een_kolom");
    CHECK(refusal_of("Beste lezer\nDit is een brief.\n") == "import.fout.een_kolom");
    CHECK(refusal_of("extern_id,kanaal,tijdstip\n1,balie,2026-11-20\n") == "csv.fout.kolom_ontbreekt");
    CHECK(refusal_of("extern_id,kanaal,tijdstip,vraag,vraag\n") == "csv.fout.kolom_dubbel");
}

}  // namespace dichtbij::app::contactimport::import_rij_test
