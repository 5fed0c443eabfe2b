// What a mail says by itself: who it is from, what it is about, in which language.

#include "postvak/postvak.h"

#include <doctest/doctest.h>

#include "base/time.h"
#include "postvak/voorstel.h"

namespace dichtbij::postvak::postvak_test {
namespace {

mail::Mail of(std::string adres, std::vector<std::string> authenticatie = {}) {
    mail::Mail one;
    one.van = mail::Adres{"", std::move(adres)};
    one.authenticatie = std::move(authenticatie);
    return one;
}

Id<Onderwerp> subject(std::uint8_t number) {
    Id<Onderwerp> id;
    id.bytes[15] = number;
    return id;
}

const std::vector<Kandidaat> subjects{{subject(1), "Paspoort of identiteitskaart aanvragen", "reisdocument id-kaart", "Reisdocumenten"},
                                      {subject(2), "Kapvergunning", "boom kappen vellen", "Kapvergunning"},
                                      {subject(3), "Afvalcontainer", "vuilnis restafval kliko", ""},
                                      {subject(4), "Verhuizing doorgeven", "adres nieuw", ""}};

}  // namespace

TEST_CASE("only what our own server says counts, and only its newest line") {
    struct Row {
        std::string from;
        std::vector<std::string> lines;
        Echtheid expected;
    };
    const Row rows[] = {
        {"jan@thuis.nl", {"mx.ons.nl; spf=pass smtp.mailfrom=thuis.nl; dkim=pass header.d=thuis.nl; dmarc=pass header.from=thuis.nl"}, Echtheid::bevestigd},
        {"jan@post.thuis.nl", {"MX.ons.nl 1; dkim=pass (2048-bit key) header.d=thuis.nl"}, Echtheid::bevestigd},
        {"jan@thuis.nl", {"mx.ons.nl; dkim=pass header.d=anders.nl"}, Echtheid::onbekend},
        {"jan@nietthuis.nl", {"mx.ons.nl; dkim=pass header.d=thuis.nl"}, Echtheid::onbekend},
        {"jan@thuis.nl", {"mx.ons.nl; dkim=pass header.d=nl"}, Echtheid::onbekend},
        {"jan@thuis.nl", {"mx.vreemd.nl; dmarc=pass header.from=thuis.nl"}, Echtheid::onbekend},
        {"jan@thuis.nl", {"mx.ons.nl; dmarc=fail header.from=thuis.nl", "mx.ons.nl; dmarc=pass header.from=thuis.nl"}, Echtheid::weersproken},
        {"jan@thuis.nl", {"mx.ons.nl"}, Echtheid::onbekend},
        {"jan@thuis.nl", {";;;=", ""}, Echtheid::onbekend},
        {"jan@thuis.nl", {}, Echtheid::onbekend},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from);
        CHECK(echtheid_van(of(row.from, row.lines), "mx.ons.nl") == row.expected);
        CHECK(echtheid_van(of(row.from, row.lines), "") == Echtheid::onbekend);
    }
    CHECK(echtheid_van({}, "mx.ons.nl") == Echtheid::onbekend);
}

TEST_CASE("nobody answers a machine") {
    for (const char* machine : {"noreply@x.nl", "No-Reply@x.nl", "no-reply-123@x.nl", "mailer-daemon@x.nl", "bounces+7@x.nl"}) CHECK(is_zonder_antwoord(of(machine)));
    for (const char* person : {"jan@x.nl", "noreplyjan@x.nl", "replay@x.nl", "daemonsen@x.nl"}) CHECK_FALSE(is_zonder_antwoord(of(person)));
    auto list = of("jan@x.nl");
    list.soort = mail::Soort::lijst;
    CHECK(is_zonder_antwoord(list));
    CHECK(is_zonder_antwoord({}));
}

TEST_CASE("a mailbox has a name and addresses that are no address with a token") {
    Postvak one;
    one.naam = " Gemeente Oeverland ";
    one.adressen = {" Post@Oeverland.nl", "", "post@oeverland.nl", "info@oeverland.nl"};
    one = normalised(one);
    CHECK(one.naam == "Gemeente Oeverland");
    CHECK(one.adressen == std::vector<std::string>{"post@oeverland.nl", "info@oeverland.nl"});
    CHECK(problems(one).empty());
    for (const char* bad : {"post", "post+x@oeverland.nl", "@oeverland.nl", "a b@c.nl"}) {
        Postvak other = one;
        other.adressen = {bad};
        REQUIRE(problems(other).size() == 1);
        CHECK(problems(other)[0].field == "adressen");
    }
    Postvak none;
    none.naam = "<x>";
    CHECK(problems(none).size() == 2);
}

TEST_CASE("the same words are the same mail, whatever servers added; other parts are another mail") {
    auto one = of("jan@x.nl");
    one.onderwerp = "Vraag";
    one.tekst = "Mag dat?";
    auto same = one;
    same.authenticatie = {"mx; x"};
    same.bezorgd_aan = {"post@oeverland.nl"};
    CHECK(inhoud_hash(one) == inhoud_hash(same));
    same.delen.push_back({"a.pdf", "application/pdf", "", false, "x"});
    CHECK(inhoud_hash(one) != inhoud_hash(same));
    auto shifted = one;
    shifted.onderwerp = "Vraa";
    shifted.tekst = "gMag dat?";
    CHECK(inhoud_hash(one) != inhoud_hash(shifted));
}

TEST_CASE("a subject is proposed from its words, and none when nothing stands out") {
    struct Row {
        std::string line, text;
        std::optional<Id<Onderwerp>> expected;
    };
    const Row rows[] = {
        {"Paspoort verlopen", "Mijn paspoort is verlopen, hoe vraag ik een nieuw aan?", subject(1)},
        {"Vraag", "Mag ik de boom in mijn tuin kappen?", subject(2)},
        {"Paspoorten kinderen", "Wij gaan op vakantie.", subject(1)},
        {"Klacht", "De kliko is al twee weken niet geleegd, het restafval stinkt.", subject(3)},
        {"Hallo", "Kunt u mij bellen?", std::nullopt},
        {"", "", std::nullopt},
        {"Vraag over paspoort en kapvergunning", "Twee vragen: mijn paspoort en de kapvergunning.", std::nullopt},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        const auto found = stel_onderwerp_voor(subjects, {}, row.line, row.text);
        CHECK((found ? std::optional(found->onderwerp) : std::nullopt) == row.expected);
        if (found) CHECK_FALSE(found->woorden.empty());
    }
    CHECK(stel_onderwerp_voor(subjects, {}, "Paspoort", "x")->woorden.front() == "paspoort");
}

TEST_CASE("what was corrected twice is learned; once is not, and words of all subjects say nothing") {
    const std::vector<Les> once{{"grofvuil", subject(3), 1}}, twice{{"grofvuil", subject(3), 4}},
        everywhere{{"grofvuil", subject(1), 4}, {"grofvuil", subject(2), 4}, {"grofvuil", subject(3), 4}};
    CHECK_FALSE(stel_onderwerp_voor(subjects, once, "Grofvuil", "Wanneer komt u?").has_value());
    CHECK(stel_onderwerp_voor(subjects, twice, "Grofvuil", "Wanneer komt u?")->onderwerp == subject(3));
    CHECK_FALSE(stel_onderwerp_voor(subjects, everywhere, "Grofvuil", "Wanneer komt u?").has_value());
    CHECK(leswoorden("Re: Paspoort", "Mijn BSN is 123456782, groeten van Jan") == std::vector<std::string>{"paspoort", "groeten"});
}

TEST_CASE("Dutch and English are told apart, and little text is neither") {
    CHECK(gok_taal("Ik wil graag weten hoe het met mijn aanvraag is.") == "nld");
    CHECK(gok_taal("I would like to know what the status of my application is.") == "eng");
    CHECK_FALSE(gok_taal("Paspoort").has_value());
    CHECK_FALSE(gok_taal("").has_value());
    CHECK_FALSE(gok_taal("Bonjour, je voudrais un passeport").has_value());
}

}  // namespace dichtbij::postvak::postvak_test
