#include "norm/servicenorm.h"

#include <doctest/doctest.h>

#include <set>

#include "norm/norm_test_calendars.h"

namespace dichtbij::norm::servicenorm_test {
namespace {

using namespace testing;

template <class T>
Id<T> id(std::uint8_t last) {
    Id<T> made;
    made.bytes[15] = last;
    return made;
}

Normvraag question(std::string kanaal) {
    return {Aanleiding::vraag, std::move(kanaal), id<Product>(1), id<Onderwerp>(2), id<Gemeente>(3), day("2026-06-03")};
}

Servicenorm norm(std::string code, int count) {
    return {{}, std::move(code), Aanleiding::vraag, Meetmoment::volledig_antwoord, WorkingDays{count}, {}, {}, {}, {},
            day("2020-01-01"), {}, "besluit college"};
}

std::string winner(const std::vector<Servicenorm>& norms, const Normvraag& vraag = question("email")) {
    const auto chosen = choose(norms, vraag, Meetmoment::volledig_antwoord);
    return chosen ? chosen->norm.code : "";
}

}  // namespace

TEST_CASE("the shipped norms are those of the sources, each with its source") {
    struct Row {
        const char* code;
        const char* kanaal;
        Aanleiding aanleiding;
        Meetmoment meet;
        Term term;
    };
    const auto shipped = shipped_norms();
    for (const Row& row : {
             Row{"email.bevestiging", "email", Aanleiding::vraag, Meetmoment::ontvangstbevestiging, ClockTime{minutes(5)}},
             Row{"email.antwoord", "email", Aanleiding::vraag, Meetmoment::volledig_antwoord, WorkingDays{5}},
             Row{"formulier.bevestiging", "formulier", Aanleiding::vraag, Meetmoment::ontvangstbevestiging, ClockTime{minutes(5)}},
             Row{"formulier.antwoord", "formulier", Aanleiding::vraag, Meetmoment::volledig_antwoord, WorkingDays{5}},
             Row{"social_media.reactie", "social_media", Aanleiding::vraag, Meetmoment::eerste_reactie, WorkingTime{minutes(120)}},
             Row{"social_media.antwoord", "social_media", Aanleiding::vraag, Meetmoment::volledig_antwoord, WorkingDays{1}},
             Row{"chat.reactie", "chat", Aanleiding::vraag, Meetmoment::eerste_reactie, WorkingTime{minutes(1)}},
             Row{"brief.reactie", "brief", Aanleiding::vraag, Meetmoment::eerste_reactie, WorkingDays{2}},
             Row{"brief.antwoord", "brief", Aanleiding::vraag, Meetmoment::volledig_antwoord, WorkingDays{10}},
             Row{"reactie", "telefoon", Aanleiding::vraag, Meetmoment::eerste_reactie, WorkingDays{2}},
             Row{"terugbellen", "telefoon", Aanleiding::terugbelverzoek, Meetmoment::eerste_reactie, WorkingDays{2}},
             Row{"acceptatie", "balie", Aanleiding::toewijzing, Meetmoment::acceptatie, WorkingDays{1}},
         }) {
        CAPTURE(row.code);
        Normvraag vraag = question(row.kanaal);
        vraag.aanleiding = row.aanleiding;
        const auto chosen = choose(shipped, vraag, row.meet);
        REQUIRE(chosen);
        CHECK(chosen->norm.code == row.code);
        CHECK(chosen->norm.term == row.term);
        CHECK(chosen->norm.bron.starts_with("norm.bron."));
        CHECK(validate(chosen->norm));
    }
    std::set<std::string> codes;
    for (const Servicenorm& one : shipped) codes.insert(one.code);
    CHECK(codes.size() == 12);
    CHECK(shipped.size() == 12);
}

TEST_CASE("a question takes one norm for each moment that is measured") {
    const auto chosen = choose_all(shipped_norms(), question("email"));
    REQUIRE(chosen.size() == 3);
    CHECK(chosen[0].norm.code == "email.bevestiging");
    CHECK(chosen[1].norm.code == "reactie");
    CHECK(chosen[2].norm.code == "email.antwoord");
}

TEST_CASE("the most specific norm wins: subject, product, channel, gemeente") {
    Servicenorm any = norm("algemeen", 9), gemeente = norm("gemeente", 8), kanaal = norm("kanaal", 7), product = norm("product", 6),
                onderwerp = norm("onderwerp", 5), both = norm("kanaal_en_gemeente", 4);
    gemeente.gemeente = id<Gemeente>(3);
    kanaal.kanaal = "email";
    product.product = id<Product>(1);
    onderwerp.onderwerp = id<Onderwerp>(2);
    both.kanaal = "email";
    both.gemeente = id<Gemeente>(3);
    CHECK(winner({any}) == "algemeen");
    CHECK(winner({any, gemeente}) == "gemeente");
    CHECK(winner({any, gemeente, kanaal}) == "kanaal");
    CHECK(winner({kanaal, both, gemeente}) == "kanaal_en_gemeente");
    CHECK(winner({any, both, product}) == "product");
    CHECK(winner({onderwerp, product, both}) == "onderwerp");
    CHECK(winner({onderwerp, product, kanaal, any}, question("brief")) == "onderwerp");
    CHECK(winner({kanaal, any}, question("brief")) == "algemeen");

    const auto chosen = choose(std::vector{any, both, kanaal}, question("email"), Meetmoment::volledig_antwoord).value();
    CHECK(chosen.verloren == std::vector<std::string>{"kanaal", "algemeen"});
    std::string why;
    for (const Step& step : chosen.waarom) why += plain(step) + "\n";
    CHECK(why ==
          "norm.waarom.norm|kanaal_en_gemeente\n"
          "norm.waarom.kanaal|email\n"
          "norm.waarom.gemeente\n"
          "norm.waarom.specifieker|2\n");
}

TEST_CASE("a norm of another channel, product, subject, gemeente, cause or time does not apply") {
    for (int i = 0; i < 6; ++i) {
        CAPTURE(i);
        Servicenorm other = norm("ander", 1);
        if (i == 0) other.kanaal = "brief";
        if (i == 1) other.product = id<Product>(9);
        if (i == 2) other.onderwerp = id<Onderwerp>(9);
        if (i == 3) other.gemeente = id<Gemeente>(9);
        if (i == 4) other.aanleiding = Aanleiding::terugbelverzoek;
        if (i == 5) other.van = day("2026-06-04");
        CHECK(winner({other}) == "");
    }
    Servicenorm ended = norm("oud", 1);
    ended.tot = day("2026-06-03");
    CHECK(winner({ended}) == "");
    ended.tot = day("2026-06-04");
    CHECK(winner({ended}) == "oud");
}

TEST_CASE("of two equally specific norms the later one wins, whatever the order of the list") {
    Servicenorm before = norm("b", 5), later = norm("z", 3), twin = norm("a", 4);
    later.van = day("2026-06-01");
    CHECK(winner({before, later}) == "z");
    CHECK(winner({later, before}) == "z");
    CHECK(winner({before, twin}) == "a");
    CHECK(winner({twin, before}) == "a");
}

TEST_CASE("a norm without a code or source, with a bad term or that ends before it begins is refused") {
    Servicenorm bad = norm("", 0);
    bad.bron = std::string(301, 'x');
    bad.kanaal = " ";
    bad.tot = bad.van;
    const auto refused = validate(bad);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().fields.size() == 5);
    for (const char* code : {"E-mail", "e mail", "é", "a/b"}) {
        CAPTURE(code);
        CHECK(validate(norm(code, 2)).error().fields[0].key == "norm.fout.code_vorm");
    }
}

}  // namespace dichtbij::norm::servicenorm_test
