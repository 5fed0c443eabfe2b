#pragma once
// Giving a mail to a mail server over SMTP (RFC 5321, 3207, 4954, 8314), and what it said. An interface at the outside
// world: tests put their own in its place.

#include <boost/describe/enum.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace dichtbij::mail {

// tls: from the first octet (port 465). starttls: or nothing is sent. starttls_als_kan: when the server offers it, with any
// certificate, else without: for a server in the own network only. geen: never.
enum class Beveiliging { tls, starttls, starttls_als_kan, geen };
BOOST_DESCRIBE_ENUM(Beveiliging, tls, starttls, starttls_als_kan, geen)

struct Smtpserver {
    std::string host;                 // name or address
    int poort = 587;
    Beveiliging beveiliging = Beveiliging::starttls;
    std::string gebruiker;            // "": no sign-in. Never sent without TLS
    std::string wachtwoord;
    std::string vertrouwd;            // PEM file of authorities to trust in the place of the system's list; ""
    std::string groet;                // how we call ourselves (EHLO); "": the name of this machine
    long verbind_ms = 10'000;
    long totaal_ms = 110'000;         // of one mail
};

// How far it came.
enum class Smtpfase { verbinden, aanmelden, afzender, ontvanger, inhoud };
BOOST_DESCRIBE_ENUM(Smtpfase, verbinden, aanmelden, afzender, ontvanger, inhoud)

// aangenomen: it is the server's now. later: this mail may be taken when it is tried again. nooit: it will not be.
// geen_server: it says nothing about this mail; the server is away, busy, or does not let us in.
enum class Afloop { aangenomen, later, nooit, geen_server };
BOOST_DESCRIBE_ENUM(Afloop, aangenomen, later, nooit, geen_server)

struct Smtpantwoord {
    Afloop afloop = Afloop::geen_server;
    Smtpfase fase = Smtpfase::verbinden;
    int code = 0;             // 250, 451, 550; 0: there was no answer
    std::string status;       // RFC 3463: "5.1.1"; "" when it gave none
    std::string regel;        // the answer as it stands, or what went wrong; one line of at most 300 octets
};

struct Envelop {
    std::string van;          // bare addresses that is_verzendbaar() accepts
    std::string aan;
};

class Mailtransport {
  public:
    virtual ~Mailtransport() = default;
    // Blocks, with a limit on time. Never inside a transaction. One thread at a time.
    virtual Smtpantwoord send(const Envelop&, std::string_view bericht) = 0;
};

// Over libcurl. Keeps its connection for the next mail, and makes a new one when that is gone.
class SmtpTransport final : public Mailtransport {
  public:
    explicit SmtpTransport(Smtpserver);
    ~SmtpTransport() override;
    Smtpantwoord send(const Envelop&, std::string_view bericht) override;

  private:
    struct Gesprek;
    Smtpantwoord attempt(const Envelop&, std::string_view bericht, bool& was_reused);

    const Smtpserver server_;
    std::unique_ptr<Gesprek> gesprek_;
};

// What an answer means. `code` 0: none. Of a refusal of the recipient for reasons of policy (5.7.x) the mail is tried again:
// it mostly says that our server or address is not allowed yet, and would cost every mail of that hour.
Afloop afloop_van(Smtpfase, int code, std::string_view status);
// "5.1.1" at the beginning of what stands behind the code; "".
std::string status_in(std::string_view regel);

}  // namespace dichtbij::mail
