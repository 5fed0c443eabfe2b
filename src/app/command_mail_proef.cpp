#include <CLI/CLI.hpp>

#include "app/cli.h"
#include "app/installation.h"
#include "mail/schrijf.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    std::string naar;
};

std::string meaning_of(const mail::Smtpantwoord& answer, const mail::Smtpserver& server) {
    using mail::Afloop;
    using mail::Smtpfase;
    switch (answer.afloop) {
        case Afloop::aangenomen: return "The server took the mail. Look in the mailbox, also in its folder for spam.";
        case Afloop::later: return "The server does not take this mail now. Dichtbij would try it again later.";
        case Afloop::nooit: return "The server will not take this mail, now or later.";
        case Afloop::geen_server: break;
    }
    const std::string where = server.host + " port " + std::to_string(server.poort);
    if (answer.fase == Smtpfase::verbinden) return "There was no conversation with " + where + ": is it the right machine and port, is it reachable from here, and does smtp.security fit it?";
    if (answer.fase == Smtpfase::aanmelden) return "The server " + where + " does not let us in: look at smtp.security, smtp.user, the password, and its certificate.";
    return "The server " + where + " does not take mail from this sender: look at mail_from and at what the server allows us.";
}

int run(const Job& job, const Options& options) {
    if (!mail::is_verzendbaar(options.naar)) throw CommandFailure{exit_usage, "'" + options.naar + "' is no address that mail can be sent to"};
    return with_installation(job, options.place, [&](Installation& in) {
        const auto& settings = in.settings.post;
        if (!settings.server) throw CommandFailure{exit_failed, "there is no 'smtp.host' in the settings: see docs/beheer/mail.md"};
        const auto& from = settings.opties.afzender;
        mail::NieuweMail mail;
        mail.van = {from.naam, from.adres};
        mail.aan = {"", options.naar};
        mail.onderwerp = "Proef van Dichtbij";
        mail.tekst = "Deze mail is een proef. Dichtbij kan mail versturen.\n\nThis mail is a test. Dichtbij can send mail.\n";
        mail.message_id = "proef." + to_string(in.ids.next()) + "@" + from.adres.substr(from.adres.rfind('@') + 1);
        mail.op = in.clock.now();
        auto text = mail::schrijf(mail);
        if (!text) throw CommandFailure{exit_failed, "the mail could not be written"};
        if (const auto dkim = signer_of(settings)) {
            text->insert(0, dkim->handtekening(*text, mail.op));
            job.output.out("signed; the DNS must say at " + dkim->dns_naam() + ":\n  " + dkim->dns_waarde() + "\n");
        }
        mail::SmtpTransport transport(*settings.server);
        const mail::Smtpantwoord answer = transport.send({from.adres, options.naar}, *text);
        job.output.out("server " + settings.server->host + ":" + std::to_string(settings.server->poort) + "\nsaid   " + (answer.regel.empty() ? "nothing" : answer.regel) + "\n" +
                       meaning_of(answer, *settings.server) + "\n");
        return answer.afloop == mail::Afloop::aangenomen ? exit_ok : exit_failed;
    });
}

}  // namespace

void add_mail_proef(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("mail-proef", "Send a test mail over the mail server of the settings, and say what it answered");
    add_place(*command, options->place);
    command->add_option("--naar", options->naar, "Address of the mailbox to send it to")->required()->type_name("ADDRESS");
    command->footer("Example:\n  dichtbij mail-proef --data /var/lib/dichtbij --naar beheer@oeverland.nl");
    command->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return run(job, *options); }; });
}

}  // namespace dichtbij::app
