#include "mail/smtp.h"

#include <doctest/doctest.h>

#include "mail/schrijf.h"
#include "support/postfix.h"
#include "support/smtpproef.h"

namespace dichtbij::mail::smtp_test {
namespace {

using dichtbij::testing::Postfix;
using dichtbij::testing::Smtpproef;

constexpr const char* fatima = "fatima@voorbeeld.example";
const Envelop envelop{"post@oeverland.example", fatima};

std::string example(std::string tekst = "Beste Fatima,\n\nHet wordt vrijdag.\n.\n..punten\nFrom hier") {
    NieuweMail mail;
    mail.van = {"Gemeente Oeverland", "post@oeverland.example"};
    mail.aan = {"", fatima};
    mail.onderwerp = "Uw antwoord komt vrijdag";
    mail.tekst = std::move(tekst);
    mail.message_id = "a1@oeverland.example";
    return schrijf(mail).value();
}

Smtpantwoord sent(const Smtpproef& proef, const std::string& mail = example()) { return SmtpTransport(proef.server()).send(envelop, mail); }

}  // namespace

TEST_CASE("what an answer of a mail server means") {
    struct Row {
        Smtpfase fase;
        int code;
        const char* status;
        Afloop afloop;
    };
    for (const Row& row : {Row{Smtpfase::verbinden, 0, "", Afloop::geen_server}, {Smtpfase::verbinden, 554, "5.3.2", Afloop::geen_server}, {Smtpfase::aanmelden, 535, "5.7.8", Afloop::geen_server},
                           {Smtpfase::aanmelden, 454, "4.7.0", Afloop::geen_server}, {Smtpfase::afzender, 550, "5.7.1", Afloop::geen_server}, {Smtpfase::afzender, 552, "5.3.4", Afloop::nooit},
                           {Smtpfase::afzender, 452, "4.3.1", Afloop::geen_server}, {Smtpfase::ontvanger, 550, "5.1.1", Afloop::nooit}, {Smtpfase::ontvanger, 550, "", Afloop::nooit},
                           {Smtpfase::ontvanger, 554, "5.7.1", Afloop::later}, {Smtpfase::ontvanger, 451, "4.7.1", Afloop::later}, {Smtpfase::ontvanger, 421, "4.3.2", Afloop::geen_server},
                           {Smtpfase::ontvanger, 0, "", Afloop::later}, {Smtpfase::inhoud, 554, "5.7.1", Afloop::nooit}, {Smtpfase::inhoud, 451, "4.3.0", Afloop::later},
                           {Smtpfase::inhoud, 0, "", Afloop::later}})
        CHECK_MESSAGE(afloop_van(row.fase, row.code, row.status) == row.afloop, row.code << " " << row.status);
}

TEST_CASE("the status of an answer is read when there is one") {
    CHECK(status_in("550 5.1.1 <x@y>: unknown") == "5.1.1");
    CHECK(status_in("451 4.7.500 later") == "4.7.500");
    for (const char* none : {"", "550", "550 ", "550 unknown user", "550 5.1 short", "550 3.1.1 odd", "550 5.1.1.1 long", "550 10.1.1 odd", "550 5.1.1x odd"}) CHECK_MESSAGE(status_in(none) == "", none);
}

TEST_CASE("a mail arrives as it was written, and the connection is kept for the next") {
    Smtpproef proef;
    SmtpTransport transport(proef.server());
    const std::string mail = example();
    for (int i = 0; i < 3; ++i) {
        const auto answer = transport.send(envelop, mail);
        CHECK(answer.afloop == Afloop::aangenomen);
        CHECK(answer.code == 250);
        CHECK(answer.status == "2.0.0");
        CHECK(answer.regel == "250 2.0.0 Ok: queued");
    }
    CHECK(proef.mails() == std::vector<std::string>(3, mail));
    CHECK(proef.connections() == 1);
}

TEST_CASE("a connection that the server ended meanwhile is made again, and the mail goes once") {
    Smtpproef proef;
    proef.mails_per_connection = 1;
    SmtpTransport transport(proef.server());
    for (int i = 0; i < 3; ++i) CHECK(transport.send(envelop, example()).afloop == Afloop::aangenomen);
    CHECK(proef.mails().size() == 3);
}

TEST_CASE("a refusal says at what it was refused") {
    const auto refused = [](const char* verb, const char* line) { return sent(Smtpproef(Smtpproef::Antwoorden{{verb, line}})); };
    const auto recipient = refused("RCPT", "550 5.1.1 No such user here");
    CHECK(recipient.afloop == Afloop::nooit);
    CHECK(recipient.fase == Smtpfase::ontvanger);
    CHECK(recipient.status == "5.1.1");
    CHECK(recipient.regel == "550 5.1.1 No such user here");
    CHECK(refused("RCPT", "451 4.7.1 Greylisted").afloop == Afloop::later);
    CHECK(refused("DATA", "451 4.3.0 Later").afloop == Afloop::later);
    const auto content = refused(".", "554 5.6.0 Not like this");
    CHECK(content.afloop == Afloop::nooit);
    CHECK(content.fase == Smtpfase::inhoud);
    CHECK(refused(".", "451 4.3.0 Disk").afloop == Afloop::later);
    CHECK(refused("MAIL", "550 5.7.1 Not you").afloop == Afloop::geen_server);
    CHECK(refused("", "554 5.3.2 Closed").afloop == Afloop::geen_server);
    CHECK(refused("", "").afloop == Afloop::geen_server);
}

TEST_CASE("a connection that breaks at the end of a mail leaves open whether it was taken") {
    const auto answer = sent(Smtpproef(Smtpproef::Antwoorden{{".", ""}}));
    CHECK(answer.afloop == Afloop::later);
    CHECK(answer.code == 0);
    CHECK(answer.fase == Smtpfase::inhoud);
}

TEST_CASE("without STARTTLS nothing is sent when it is asked for, and nobody listens on a closed port") {
    Smtpproef proef;
    Smtpserver server = proef.server();
    server.beveiliging = Beveiliging::starttls;
    CHECK(SmtpTransport(server).send(envelop, example()).afloop == Afloop::geen_server);
    CHECK(proef.mails().empty());
    server.beveiliging = Beveiliging::starttls_als_kan;
    CHECK(SmtpTransport(server).send(envelop, example()).afloop == Afloop::aangenomen);
    server.poort = 1;
    const auto closed = SmtpTransport(server).send(envelop, example());
    CHECK(closed.afloop == Afloop::geen_server);
    CHECK(closed.fase == Smtpfase::verbinden);
    CHECK_FALSE(closed.regel.empty());
}

TEST_CASE("Postfix takes our mail over STARTTLS, delivers it whole, and refuses whom it does not know" * doctest::skip(!Postfix::is_here())) {
    Postfix postfix;
    SmtpTransport transport(postfix.server());
    CHECK(transport.send(envelop, example()).afloop == Afloop::aangenomen);
    const auto unknown = transport.send({envelop.van, "niemand@voorbeeld.example"}, example());
    CHECK(unknown.afloop == Afloop::nooit);
    CHECK(unknown.status == "5.1.1");
    CHECK(transport.send({envelop.van, "iemand@elders.example"}, example()).afloop == Afloop::later);  // relaying denied
    CHECK(transport.send(envelop, example(std::string(300'000, 'x'))).afloop == Afloop::aangenomen);
    const auto box = postfix.mailbox(2);
    REQUIRE(box.size() == 2);
    for (const std::string& one : box) CHECK(one.find("Message-ID: <a1@oeverland.example>") != std::string::npos);
    const std::string& small = box[0].size() < box[1].size() ? box[0] : box[1];
    CHECK(small.find("\n=2E\n=2E.punten\n=46rom hier") != std::string::npos);
    Smtpserver untrusted = postfix.server();
    untrusted.vertrouwd.clear();
    CHECK(SmtpTransport(untrusted).send(envelop, example()).afloop == Afloop::geen_server);
}

}  // namespace dichtbij::mail::smtp_test
