#include <doctest/doctest.h>

#include "html/catalogue.h"
#include "html/form.h"
#include "html/frame.h"
#include "html/parts.h"

namespace dichtbij::html::html_test {
namespace {

const Catalogue& catalogue() {
    static const Catalogue texts("text");
    return texts;
}

}  // namespace

TEST_CASE("a promise in a list says late, today or the day") {
    const Texts& t = catalogue().of(Taal::nl);
    const Instant now = *parse_instant("2026-11-24T10:00:00+01:00");
    Due what{*parse_instant("2026-11-24T17:00:00+01:00")};
    CHECK(due(t, what, now).markup().find("vandaag, vóór 17.00 uur") != std::string::npos);
    what.is_late = true;
    what.working_days_late = 2;
    CHECK(due(t, what, now).markup().find("2 dagen te laat") != std::string::npos);
    what.is_paused = true;
    CHECK(due(t, what, now).markup().find("stil tot antwoord") != std::string::npos);
}

TEST_CASE("an error stands beside its field and in the summary, in the same words, and what was typed stays") {
    const Form form(catalogue().of(Taal::nl), {{"naam", "thema.geen_kleur", {}}});
    const std::string field = form.input({.name = "naam", .label = "Naam", .value = "<x>", .hint = "Uw naam"}).markup();
    CHECK(field.find("aria-describedby=\"naam-uitleg naam-fout\"") != std::string::npos);
    CHECK(field.find("aria-invalid=\"true\"") != std::string::npos);
    CHECK(field.find("value=\"&lt;x&gt;\"") != std::string::npos);
    CHECK(field.find("Vul een kleur in als # en 6 tekens, bijvoorbeeld #17506b.") != std::string::npos);
    CHECK(form.summary().markup().find("<a href=\"#naam\">Vul een kleur in als # en 6 tekens, bijvoorbeeld #17506b.</a>") != std::string::npos);
    CHECK(form.input({.name = "anders", .label = "Anders"}).markup().find("aria-invalid") == std::string::npos);
}

TEST_CASE("initials are taken from the first and the last name") {
    CHECK(initials("Sanne de Wit") == "SW");
    CHECK(initials("Édith") == "É");
    CHECK(initials("") == "");
}

TEST_CASE("a page says its title, its language and its error") {
    const auto page = quiet_page(catalogue().of(Taal::en), [](std::string_view file) { return "/assets/" + std::string(file); },
                                 Brand{"Oeverland", "", ""}, PageHead{"Sign in", true}, h1("Sign in"));
    CHECK(page.find("<title>Error: Sign in – Dichtbij Oeverland</title>") != std::string::npos);
    CHECK(page.find("<html lang=\"en\">") != std::string::npos);
}

}  // namespace dichtbij::html::html_test
