#include "base/csv.h"

#include <doctest/doctest.h>

#include <array>
#include <sstream>

#include <rapidcheck.h>

namespace dichtbij::csv_test {
namespace {

using Lines = std::vector<std::vector<std::string>>;

struct Read {
    Lines records;
    std::vector<std::int64_t> lines;
    std::vector<CsvError> errors;
};

Read read_all(const std::string& text, CsvLimits limits = {}) {
    std::istringstream input(text);
    CsvReader reader(input, limits);
    Read read;
    while (auto record = reader.next()) {
        if (*record) {
            read.records.push_back((*record)->fields);
            read.lines.push_back((*record)->line);
        } else {
            read.errors.push_back(record->error());
        }
    }
    return read;
}

}  // namespace

TEST_CASE("CSV is read as offices write it") {
    struct Case {
        const char* what;
        std::string text;
        Lines records;
    };
    const std::array cases{
        Case{"comma", "a,b\n1,2\n", {{"a", "b"}, {"1", "2"}}},
        Case{"semicolon", "a;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}}},
        Case{"tab", "a\tb\n1\t2\n", {{"a", "b"}, {"1", "2"}}},
        Case{"named separator", "sep=;\na;b,c,d\n", {{"a", "b,c,d"}}},
        Case{"half a character is no separator", "sep=\xa6\na,b\n", {{"sep=¦"}, {"a", "b"}}},
        Case{"a separator inside quotes does not count", "\"a,b,c\";d\n1;2\n", {{"a,b,c", "d"}, {"1", "2"}}},
        Case{"carriage returns", "a,b\r\n1,2\r\n", {{"a", "b"}, {"1", "2"}}},
        Case{"no line end at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}}},
        Case{"empty fields", "a,b,c\n,,\n", {{"a", "b", "c"}, {"", "", ""}}},
        Case{"empty lines are left out", "\n\na,b\n\n1,2\n\n", {{"a", "b"}, {"1", "2"}}},
        Case{"quotes with a newline and a quote", "a,b\n\"x\ny\",\"say \"\"hi\"\"\"\n", {{"a", "b"}, {"x\ny", "say \"hi\""}}},
        Case{"spaces around quotes", "a,b\n \"x\" , \"y\"\n", {{"a", "b"}, {"x", "y"}}},
        Case{"a quote inside a field is a quote", "a,b\n5\" pipe,x\n", {{"a", "b"}, {"5\" pipe", "x"}}},
        Case{"a byte order mark", "\xef\xbb\xbf" "a,b\n\xc3\xa9,2\n", {{"a", "b"}, {"\xc3\xa9", "2"}}},
        Case{"UTF-8", "a,b\nM\xc3\xbcller,2\n", {{"a", "b"}, {"Müller", "2"}}},
        Case{"Windows-1252", "a,b\nM\xfcller,\x80 5\n", {{"a", "b"}, {"Müller", "€ 5"}}},
        Case{"nothing", "", {}},
        Case{"a quoted empty field alone is a line without words", "a\n\"\"\nb\n", {{"a"}, {"b"}}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const Read read = read_all(c.text);
        CHECK(read.errors.empty());
        CHECK(read.records == c.records);
    }
}

TEST_CASE("a record knows the line it begins on, also behind quoted newlines and empty lines") {
    CHECK(read_all("a,b\n\"x\ny\nz\",1\n\n2,3\n").lines == std::vector<std::int64_t>{1, 2, 6});
    CHECK(read_all("sep=;\na;b\n1;2\n").lines == std::vector<std::int64_t>{2, 3});
}

TEST_CASE("a bad record costs itself alone and is told by line, field and reason") {
    struct Case {
        const char* what;
        std::string text;
        std::vector<CsvError> errors;
        Lines records;
    };
    const std::array cases{
        Case{"text behind a quote", "a,b\n1,\"x\"y\n3,4\n", {{2, 2, CsvFout::tekst_na_aanhalingsteken}}, {{"a", "b"}, {"3", "4"}}},
        Case{"a stray quote that finds another line's", "a,b\n1,\"x\n2,\"y\"\n3,4\n",
             {{2, 2, CsvFout::tekst_na_aanhalingsteken}}, {{"a", "b"}, {"2", "y"}, {"3", "4"}}},
        Case{"a quote that is never closed", "a,b\n1,\"x\n3,4\n", {{2, 2, CsvFout::aanhalingsteken_open}}, {{"a", "b"}, {"3", "4"}}},
        Case{"NUL bytes", std::string("a,b\n1\0,2\n3,4\n", 13), {{2, 2, CsvFout::geen_tekst}}, {{"a", "b"}, {"3", "4"}}},
        Case{"Windows-1252 in a UTF-8 file", "a,b\n\xc3\xa9,1\n\xe9,2\n3,4\n", {{3, 2, CsvFout::codering}}, {{"a", "b"}, {"é", "1"}, {"3", "4"}}},
        Case{"a byte that Windows-1252 has not", "a,b\n\xe9\x81,1\n3,4\n", {{2, 2, CsvFout::codering}}, {{"a", "b"}, {"3", "4"}}},
    };
    for (const Case& c : cases) {
        CAPTURE(c.what);
        const Read read = read_all(c.text);
        CHECK(read.errors == c.errors);
        CHECK(read.records == c.records);
    }
}

TEST_CASE("a record over the limit is refused and reading goes on behind it") {
    const std::string longer(200, 'x');
    const Read bytes = read_all("a,b\n" + longer + ",1\n3,4\n", {100, 10});
    CHECK(bytes.errors == std::vector<CsvError>{{2, 1, CsvFout::te_lang}});
    CHECK(bytes.records == Lines{{"a", "b"}, {"3", "4"}});
    const Read endless = read_all("a,b\n" + std::string(300'000, 'x') + ",1\n3,4\n", {100, 10});
    CHECK(endless.errors.size() == 1);
    CHECK(endless.records == Lines{{"a", "b"}, {"3", "4"}});
    const Read quoted = read_all("a,b\n\"" + longer + "\",1\n3,4\n", {100, 10});
    CHECK(quoted.errors == std::vector<CsvError>{{2, 1, CsvFout::te_lang}});
    CHECK(quoted.records == Lines{{"a", "b"}, {"3", "4"}});
    const Read fields = read_all("a,b\n1,2,3,4\n3,4\n", {100, 3});
    CHECK(fields.errors == std::vector<CsvError>{{2, 3, CsvFout::te_veel_velden}});
    CHECK(fields.records.size() == 2);
}

TEST_CASE("a long file is read in pieces without losing a record") {
    std::string text = "nummer;tekst\n";
    for (int i = 0; i < 50'000; ++i) text += std::to_string(i) + ";\"regel " + std::to_string(i) + "\nmet een tweede\"\n";
    const Read read = read_all(text, {1024, 10});
    CHECK(read.errors.empty());
    REQUIRE(read.records.size() == 50'001);
    CHECK(read.records.back() == std::vector<std::string>{"49999", "regel 49999\nmet een tweede"});
    CHECK(read.lines.back() == 2 + 49'999 * 2);
}

TEST_CASE("columns are found by name, in any order and any spelling") {
    const std::array<CsvColumns::Column, 3> known{{{"email", true}, {"vervanger_email", false}, {"werkdagen", false}}};
    const CsvRecord header{1, {"Vervanger e-mail", "Opmerking", " E-MAIL "}};
    const auto columns = CsvColumns::map(header, known);
    REQUIRE(columns.has_value());
    const CsvRecord record{2, {"a@b.example", "hallo", " c@d.example "}};
    CHECK(columns->get(record, "email") == "c@d.example");
    CHECK(columns->get(record, "vervanger_email") == "a@b.example");
    CHECK(columns->get(record, "werkdagen").empty());
    CHECK_FALSE(columns->has("werkdagen"));
    CHECK(columns->unknown() == std::vector<std::size_t>{1});
    CHECK(columns->names()[1] == "Opmerking");
}

TEST_CASE("a missing required column and a name that stands twice are told together") {
    const std::array<CsvColumns::Column, 2> known{{{"email", true}, {"naam", true}}};
    const auto columns = CsvColumns::map(CsvRecord{1, {"Naam", "naam"}}, known);
    REQUIRE_FALSE(columns.has_value());
    CHECK(columns.error().fields == std::vector<FieldError>{{"naam", "csv.fout.kolom_dubbel", {"naam"}},
                                                            {"email", "csv.fout.kolom_ontbreekt", {"email"}}});
}

TEST_CASE("what is written as CSV reads back the same") {
    rc::check([](const std::vector<std::string>& words) {
        std::vector<std::string> fields{"eerste"};
        for (std::string word : words) {
            std::erase_if(word, [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0x80; });
            fields.push_back(csv_field("|" + word + "|", ';'));
        }
        std::string text = "a;b\n";
        for (std::size_t i = 0; i < fields.size(); ++i) text += (i ? ";" : "") + fields[i];
        const Read read = read_all(text + "\n", {1'000'000, 10'000});
        RC_ASSERT(read.errors.empty());
        RC_ASSERT(read.records.back().size() == fields.size());
        for (std::size_t i = 1; i < fields.size(); ++i) RC_ASSERT(csv_field(read.records.back()[i], ';') == fields[i]);
    });
}

TEST_CASE("what a spreadsheet would take for a formula is written as words") {
    struct Row {
        const char *text, *field;
    };
    for (const Row& row : {Row{"Beuk", "Beuk"}, Row{"", ""}, Row{"=1+1", "'=1+1"}, Row{"+31", "'+31"}, Row{"-2", "'-2"}, Row{"@SUM(A1)", "'@SUM(A1)"}, Row{"\tx", "'\tx"}, Row{"  =1", "'  =1"}, Row{"a;b", "\"a;b\""}, Row{"=\"x\";y", "\"'=\"\"x\"\";y\""}})
        CHECK(csv_cell(row.text) == row.field);
    CHECK(csv_row({"", "a;b", "=1"}) == ";\"a;b\";'=1\r\n");
}

}  // namespace dichtbij::csv_test
