// Reading, writing and describing resources.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <boost/describe/enum.hpp>

#include "base/text.h"
#include "json/parse.h"
#include "json/resource.h"
#include "json/example.h"
#include "json/schema.h"

namespace dichtbij::json::json_test {
namespace {

enum class Kleur { rood, groen };
BOOST_DESCRIBE_ENUM(Kleur, rood, groen)

struct Blad {
    std::string vorm;
    int nerven = 0;
    bool operator==(const Blad&) const = default;
};
struct Boom {
    Id<Boom> id;
    std::string naam;
    std::string bij_naam;
    int hoogte = 0;
    bool is_inheems = false;
    std::optional<Day> geplant;
    Instant gezien{};
    std::optional<Kleur> kleur;
    std::optional<Id<Gemeente>> gemeente;
    std::vector<Id<Gemeente>> gemeenten;
    std::optional<Blad> blad;
    std::vector<Blad> bladeren;
    std::map<std::string, std::string> extra;
    bool operator==(const Boom&) const = default;
};

const Resource<Blad> blad_json("Blad", {field<&Blad::vorm>("vorm").must().max(10), field<&Blad::nerven>("nerven").between(0, 99)});
const Resource<Boom> boom_json("Boom", {
    self<&Boom::id>(),
    self_url<&Boom::id>("/bomen"),
    field<&Boom::naam>("naam").must().max(20),
    field<&Boom::bij_naam>("bijNaam").or_blank().max(20),
    field<&Boom::hoogte>("hoogte").between(1, 150),
    field<&Boom::is_inheems>("isInheems"),
    field<&Boom::geplant>("geplant"),
    field<&Boom::gezien>("gezien"),
    field<&Boom::kleur>("kleur").or_blank(),
    reference<&Boom::gemeente>("gemeente", "/gemeenten"),
    reference<&Boom::gemeenten>("gemeenten", "/gemeenten"),
    field<&Boom::blad>("blad", blad_json),
    field<&Boom::bladeren>("bladeren", blad_json).at_most(50),
    field<&Boom::extra>("extra").max(255),
});

// "name code" of what was refused, by line.
std::string refused(std::string_view body, Mode mode = Mode::create) {
    const auto value = parse(body);
    Boom boom;
    const auto given = value ? boom_json.read(*value, boom, mode) : tl::make_unexpected(value.error());
    std::string lines;
    if (!given)
        for (const Invalid& one : given.error()) lines += one.name + " " + one.code + "\n";
    return lines;
}

std::string written(const Boom& boom) {
    std::string out;
    Writer writer(out, "https://x.nl/api/v1");
    boom_json.write(writer, boom);
    return out;
}

template <class T>
Id<T> id_of(int n) {
    Id<T> id;
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}

std::string deep(int levels) { return std::string(static_cast<std::size_t>(levels), '[') + std::string(static_cast<std::size_t>(levels), ']'); }

}  // namespace

TEST_CASE("a resource is written compactly, in the order of its table, with its addresses") {
    Boom boom;
    boom.id = id_of<Boom>(1);
    boom.naam = "Beuk \"de\nOude\" \\ é";
    boom.hoogte = 30;
    boom.geplant = make_day(1850, 3, 9);
    boom.gezien = *parse_instant("2026-11-22T09:30:05Z");
    boom.gemeente = id_of<Gemeente>(2);
    boom.blad = Blad{"rond", 7};
    CHECK(written(boom) ==
          R"({"uuid":"00000000-0000-0000-0000-000000000001","url":"https://x.nl/api/v1/bomen/00000000-0000-0000-0000-000000000001",)"
          R"("naam":"Beuk \"de\nOude\" \\ é","bijNaam":"","hoogte":30,"isInheems":false,"geplant":"1850-03-09","gezien":"2026-11-22T09:30:05Z",)"
          R"("kleur":"","gemeente":{"uuid":"00000000-0000-0000-0000-000000000002","url":"https://x.nl/api/v1/gemeenten/00000000-0000-0000-0000-000000000002"},)"
          R"("gemeenten":[],"blad":{"vorm":"rond","nerven":7},"bladeren":[],"extra":{}})");
}

TEST_CASE("what is wrong in a body is told by field, with the code of the standards") {
    struct Row {
        const char* body;
        const char* lines;
    };
    const std::vector<Row> rows = {
        {R"({"naam":"Beuk"})", ""},
        {R"({})", "naam required\n"},
        {R"([])", "nonFieldErrors invalid\n"},
        {R"("tekst")", "nonFieldErrors invalid\n"},
        {R"({"naam":null})", "naam null\n"},
        {R"({"naam":""})", "naam blank\n"},
        {R"({"naam":"   "})", "naam blank\n"},
        {R"({"naam":12})", ""},
        {R"({"naam":true})", "naam invalid\n"},
        {R"({"naam":["x"]})", "naam invalid\n"},
        {R"({"naam":"12345678901234567890"})", ""},
        {R"({"naam":"123456789012345678901"})", "naam max_length\n"},
        {R"({"naam":"éééééééééééééééééééé"})", ""},
        {R"({"naam":"x\u0000y"})", "naam null_characters_not_allowed\n"},
        {R"({"naam":"x","bij_naam":"y"})", ""},
        {R"({"naam":"x","bij_naam":"y","bijNaam":"z"})", "bijNaam duplicate-key\n"},
        {R"({"naam":"x","bijNaam":null})", "bijNaam null\n"},
        {R"({"naam":"x","uuid":"onzin","url":7,"zomaar":{"diep":[1]}})", ""},
        {R"({"naam":"x","hoogte":0})", "hoogte min_value\n"},
        {R"({"naam":"x","hoogte":151})", "hoogte max_value\n"},
        {R"({"naam":"x","hoogte":"12"})", ""},
        {R"({"naam":"x","hoogte":12.0})", ""},
        {R"({"naam":"x","hoogte":12.5})", "hoogte invalid\n"},
        {R"({"naam":"x","hoogte":"12x"})", "hoogte invalid\n"},
        {R"({"naam":"x","hoogte":1e400})", "nonFieldErrors parse_error\n"},
        {R"({"naam":"x","hoogte":99999999999999999999})", "hoogte invalid\n"},
        {R"({"naam":"x","isInheems":"true"})", ""},
        {R"({"naam":"x","isInheems":"misschien"})", "isInheems invalid\n"},
        {R"({"naam":"x","isInheems":null})", "isInheems null\n"},
        {R"({"naam":"x","geplant":null})", ""},
        {R"({"naam":"x","geplant":"2026-02-30"})", "geplant invalid\n"},
        {R"({"naam":"x","geplant":20260201})", "geplant invalid\n"},
        {R"({"naam":"x","gezien":"2026-02-03T10:00:00+01:00"})", ""},
        {R"({"naam":"x","gezien":"gisteren"})", "gezien invalid\n"},
        {R"({"naam":"x","kleur":"rood"})", ""},
        {R"({"naam":"x","kleur":""})", ""},
        {R"({"naam":"x","kleur":"blauw"})", "kleur invalid_choice\n"},
        {R"({"naam":"x","kleur":1})", "kleur invalid_choice\n"},
        {R"({"naam":"x","gemeente":null})", ""},
        {R"({"naam":"x","gemeente":{"uuid":"00000000-0000-0000-0000-000000000002","url":"x"}})", ""},
        {R"({"naam":"x","gemeente":{}})", "gemeente.uuid required\n"},
        {R"({"naam":"x","gemeente":{"uuid":null}})", "gemeente.uuid null\n"},
        {R"({"naam":"x","gemeente":{"uuid":"2"}})", "gemeente.uuid invalid\n"},
        {R"({"naam":"x","gemeente":"2"})", "gemeente.nonFieldErrors invalid\n"},
        {R"({"naam":"x","gemeenten":[{"uuid":"2"},null,{"uuid":"00000000-0000-0000-0000-000000000002"}]})", "gemeenten.0.uuid invalid\ngemeenten.1 null\n"},
        {R"({"naam":"x","gemeenten":{}})", "gemeenten not_a_list\n"},
        {R"({"naam":"x","gemeenten":null})", "gemeenten null\n"},
        {R"({"naam":"x","blad":null})", ""},
        {R"({"naam":"x","blad":{}})", "blad.vorm required\n"},
        {R"({"naam":"x","blad":3})", "blad.nonFieldErrors invalid\n"},
        {R"({"naam":"x","bladeren":[{"vorm":"rond"},{"vorm":"een te lange vorm"}]})", "bladeren.1.vorm max_length\n"},
        {R"({"hoogte":0,"kleur":"paars"})", "hoogte min_value\nkleur invalid_choice\nnaam required\n"},
        {R"({"naam":"x","extra":{"a":"b","c":3,"d":true}})", ""},
        {R"({"naam":"x","extra":{"a":null}})", "extra.a null\n"},
        {R"({"naam":"x","extra":[]})", "extra not_a_dict\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body);
        CHECK(refused(row.body) == row.lines);
    }
}

TEST_CASE("bytes that are no JSON, too deep, too large or twice named are refused before they are read") {
    struct Row {
        std::string body;
        const char* lines;
    };
    const std::vector<Row> rows = {
        {"", "nonFieldErrors parse_error\n"},
        {"{", "nonFieldErrors parse_error\n"},
        {R"({"naam":"x"} en meer)", "nonFieldErrors parse_error\n"},
        {R"({"naam":"x",})", "nonFieldErrors parse_error\n"},
        {"{\"naam\":\"half \xc3\"}", "nonFieldErrors parse_error\n"},
        {"{\"naam\":\"\xff\"}", "nonFieldErrors parse_error\n"},
        {R"({"naam":"\ud800"})", "nonFieldErrors parse_error\n"},
        {R"({"naam":NaN})", "nonFieldErrors parse_error\n"},
        {R"({"naam":"x","naam":"y"})", "naam duplicate-key\n"},
        {R"({"naam":"x","blad":{"vorm":"a","vorm":"b"}})", "blad.vorm duplicate-key\n"},
        {R"({"bladeren":[{},{"de_vorm":1,"de_vorm":2}]})", "bladeren.1.deVorm duplicate-key\n"},
        {deep(32), "nonFieldErrors invalid\n"},
        {deep(33), "nonFieldErrors too-deep\n"},
        {deep(10'000), "nonFieldErrors too-deep\n"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.body.substr(0, 60));
        CHECK(refused(row.body) == row.lines);
    }
    CHECK(parse(std::string(100, ' ') + "1", {.bytes = 100}).error().front().code == "too-large");
    CHECK(parse("[1,2,3,4]", {.values = 4}).error().front().code == "too-large");
    CHECK(parse("[1,2,3]", {.values = 4}).has_value());
}

TEST_CASE("only what is given changes, and a patch asks no required fields") {
    Boom boom;
    boom.naam = "Beuk";
    boom.hoogte = 30;
    boom.blad = Blad{"rond", 7};
    const auto given = boom_json.read(parse(R"({"hoogte":31,"blad":{"vorm":"ovaal"},"uuid":"x"})").value(), boom, Mode::patch);
    REQUIRE(given.has_value());
    CHECK(given->has("hoogte"));
    CHECK(given->has("blad"));
    CHECK_FALSE(given->has("naam"));
    CHECK_FALSE(given->has("uuid"));
    CHECK(boom.naam == "Beuk");
    CHECK(boom.hoogte == 31);
    CHECK(boom.blad == Blad{"ovaal", 0});
    CHECK(refused("{}", Mode::patch).empty());
    CHECK(refused("{}", Mode::replace) == "naam required\n");
}

TEST_CASE("texts are trimmed") {
    Boom boom;
    REQUIRE(boom_json.read(parse(R"({"naam":"  Beuk\n"})").value(), boom, Mode::create).has_value());
    CHECK(boom.naam == "Beuk");
}

TEST_CASE("names go from one spelling to the other") {
    CHECK(camel_case("was_partij") == "wasPartij");
    CHECK(camel_case("wasPartij") == "wasPartij");
    CHECK(camel_case("adresregel_1") == "adresregel_1");
    CHECK(snake_case("wasPartij") == "was_partij");
    CHECK(snake_case("was_partij") == "was_partij");
}

TEST_CASE("the description says what the reader asks") {
    std::string out;
    Writer writer(out);
    write_schema(writer, boom_json, Variant::full, [](std::string_view) { return std::string(); });
    const Value described = parse(out).value();
    const Value& naam = *described.find("properties")->find("naam");
    CHECK(*naam.find("maxLength")->integer() == 20);
    CHECK(described.find("properties")->find("uuid")->find("readOnly")->boolean() != nullptr);
    CHECK(*described.find("properties")->find("kleur")->find("enum") == Value(Array{"rood", "groen", ""}));
    CHECK(*described.find("properties")->find("geplant")->find("nullable")->boolean());
    CHECK(*described.find("properties")->find("bladeren")->find("type")->text() == "array");
    CHECK(*described.find("required") == Value(Array{"uuid", "url", "naam"}));
    std::string patched;
    Writer other(patched);
    write_schema(other, boom_json, Variant::patched);
    CHECK(parse(patched).value().find("required") == nullptr);
    CHECK(all_inside(boom_json) == std::vector<const Definition*>{&blad_json, &boom_json});
}

namespace {

struct Kaart {
    std::string code;
    std::string site;
    std::string vrij;
};
const json::Resource<Kaart> kaart_json("Kaart", {
    field<&Kaart::code>("code").must().or_blank().min(2).max(8).like({"^[a-z]+$", nullptr}),
    field<&Kaart::site>("site").or_blank().uri().deprecated(),
    field<&Kaart::vrij>("vrij").must().max(5),
});

Value schema_of(const Definition& definition) {
    std::string out;
    Writer writer(out);
    write_schema(writer, definition, Variant::full);
    return parse(out).value();
}

}  // namespace

TEST_CASE("a text that may be empty is described as one that may") {
    const Value described = schema_of(kaart_json);
    const Value& code = *described.find("properties")->find("code");
    CHECK(*code.find("pattern")->text() == "^$|(?=^[\\s\\S]{2,}$)(?:^[a-z]+$)");
    CHECK(code.find("minLength") == nullptr);
    const Value& site = *described.find("properties")->find("site");
    CHECK(site.find("format") == nullptr);
    CHECK(*site.find("pattern")->text() == "^$|(?:^https?://)");
    CHECK(*site.find("deprecated")->boolean());
}

TEST_CASE("an example is taken by the table that it was made of, and leaves out what is only read or superseded") {
    std::string out;
    Writer writer(out, "https://kcc.example/api/v1");
    write_example(writer, boom_json, Side::sent);
    Boom boom;
    CHECK(boom_json.read(parse(out).value(), boom, Mode::create).has_value());
    CHECK(parse(out).value().find("uuid") == nullptr);
    std::string answered;
    Writer other(answered, "https://kcc.example/api/v1");
    write_example(other, boom_json, Side::answered);
    CHECK(parse(answered).value().find("uuid") != nullptr);
    std::string card;
    Writer third(card);
    write_example(third, kaart_json, Side::sent);
    CHECK(card == R"({"code":"","vrij":"voorb"})");
}

TEST_CASE("what was written is read again as it was, whatever it holds") {
    rc::check([] {
        Boom boom;
        const auto text = [](std::size_t characters) {
            return shortened(cleaned(*rc::gen::map(rc::gen::container<std::u32string>(rc::gen::inRange<char32_t>(0x20, 0x2fff)), [](const std::u32string& points) {
                std::string utf8;
                for (const char32_t c : points) {
                    if (c < 0x80) utf8 += static_cast<char>(c);
                    else if (c < 0x800) utf8.append({static_cast<char>(0xc0 | c >> 6), static_cast<char>(0x80 | (c & 0x3f))});
                    else utf8.append({static_cast<char>(0xe0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3f)), static_cast<char>(0x80 | (c & 0x3f))});
                }
                return utf8;
            })), characters);
        };
        boom.naam = "x" + text(18);
        boom.naam = std::string(trimmed(boom.naam));
        boom.bij_naam = std::string(trimmed(text(20)));
        boom.hoogte = *rc::gen::inRange(1, 151);
        boom.is_inheems = *rc::gen::arbitrary<bool>();
        boom.geplant = make_day(1800, 1, 1) + days(*rc::gen::inRange(0, 140'000));
        boom.gezien = Instant(seconds(*rc::gen::inRange<std::int64_t>(-5'000'000'000, 7'000'000'000)));
        if (*rc::gen::arbitrary<bool>()) boom.kleur = *rc::gen::element(Kleur::rood, Kleur::groen);
        if (*rc::gen::arbitrary<bool>()) boom.gemeente = id_of<Gemeente>(*rc::gen::inRange(1, 200));
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) boom.gemeenten.push_back(id_of<Gemeente>(i));
        if (*rc::gen::arbitrary<bool>()) boom.blad = Blad{"rond", *rc::gen::inRange(0, 100)};
        for (int i = *rc::gen::inRange(0, 5); i > 0; --i) boom.bladeren.push_back({"v" + std::to_string(i), i});
        boom.extra["sleutel \"met\" aanhaling"] = text(50);
        Boom again;
        const auto value = parse(written(boom));
        RC_ASSERT(value.has_value());
        RC_ASSERT(boom_json.read(*value, again, Mode::create).has_value());
        RC_ASSERT(again == boom);
        std::string rewritten;
        Writer(rewritten).value(*value);
        RC_ASSERT(parse(rewritten).value() == *value);
    });
}

}  // namespace dichtbij::json::json_test
