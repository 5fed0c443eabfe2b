#include "bezorging/codepost.h"

#include <doctest/doctest.h>

#include "support/smtpproef.h"

namespace dichtbij::bezorging::codepost_test {

using dichtbij::testing::Smtpproef;

std::unique_ptr<mail::Mailtransport> to(const Smtpproef& server) { return std::make_unique<mail::SmtpTransport>(server.server()); }

TEST_CASE("a code goes by mail to who asked for it, with our own mark") {
    Smtpproef server;
    const SimulatedClock clock(Instant(seconds(1'795'000'000)));
    IdSource ids(clock, 7);
    Mailcodepost post(clock, ids, {"Oeverland", "post@oeverland.example"}, to(server));
    post.send("fatima@voorbeeld.example", "Uw code", "Uw code is 123456.");
    REQUIRE(server.wait_for_mails(1));
    const std::string mail = server.mails().front();
    CHECK(mail.find("Uw code is 123456.") != std::string::npos);
    CHECK(mail.find("X-Dichtbij-Bericht: code.") != std::string::npos);
    CHECK(mail.find("@oeverland.example>") != std::string::npos);
}

TEST_CASE("a code that may go later is tried again, and given up after its last try") {
    Smtpproef server(Smtpproef::Antwoorden{{"RCPT", "451 4.3.0 later"}});
    const SimulatedClock clock(Instant(seconds(1'795'000'000)));
    IdSource ids(clock, 7);
    Mailcodepost post(clock, ids, {"Oeverland", "post@oeverland.example"}, to(server), {}, {10, {seconds(0), seconds(0)}});
    post.send("fatima@voorbeeld.example", "Uw code", "Uw code is 123456.");
    REQUIRE(server.wait_for_commands("RCPT", 3));
    CHECK(server.mails().empty());
}

TEST_CASE("an address that no mail can go to is passed over") {
    Smtpproef server;
    const SimulatedClock clock(Instant(seconds(1'795'000'000)));
    IdSource ids(clock, 7);
    Mailcodepost post(clock, ids, {"Oeverland", "post@oeverland.example"}, to(server));
    post.send("fatima@voorbeeld.example\r\nBcc: elders@voorbeeld.example", "Uw code", "Uw code is 123456.");
    post.send("fatima@voorbeeld.example", "Uw code", "Uw code is 654321.");
    REQUIRE(server.wait_for_mails(1));
    CHECK(server.mails().front().find("654321") != std::string::npos);
    CHECK(server.mails().front().find("Bcc") == std::string::npos);
}

}  // namespace dichtbij::bezorging::codepost_test
