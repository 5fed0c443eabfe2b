#pragma once
// The conversation of LMTP (RFC 2033) and SMTP (RFC 5321) from the receiving side, without sockets or time.

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dichtbij::mail {

enum class Protocol { lmtp, smtp };

struct Aflevering {
    std::string van;                // "" for <>, of reports and machines
    std::vector<std::string> aan;   // only those that were accepted, in order, as given; local@domain or postmaster
    std::string afkomst;            // IP address that delivered it; "" over a unix socket
    std::string genoemd;            // what it calls itself in LHLO, EHLO or HELO
    Protocol protocol = Protocol::lmtp;
    bool smtputf8 = false;
};

enum class Ontvanger { ja, onbekend, later };           // 250, 550, 451
// 250: it is stored durably and now ours. 451: try again later. 452: no room. 552: too large for this box. 554: refused.
enum class Uitkomst { aangenomen, later, vol, te_groot, geweigerd };

// Called by several threads at once. What they throw is answered as `later`.
struct Ontvangst {
    std::function<Ontvanger(std::string_view adres)> kent;
    // `ruw` begins with the line "Return-Path: <...>" (RFC 5321 4.4), then the mail as it came. One outcome for each in
    // `aan`; a missing one is taken as `later`. With SMTP, which has one answer, one `later` or `vol` makes all of them so:
    // the same mail then comes again.
    std::function<std::vector<Uitkomst>(const Aflevering&, std::string_view ruw)> neem_aan;
};

struct Sessiegrenzen {
    std::size_t bericht_bytes = 64u << 20;
    std::size_t regel_bytes = 2048;   // of a command, with its end
    std::size_t ontvangers = 100;
    int fouten = 20;                  // wrong or refused commands, then it is over
    int opdrachten = 1000;            // in a row without a mail that was taken in, then it is over
};

// What follows a command: go on, take the mail, or close.
enum class Vervolg { verder, bericht, sluiten };
struct Antwoord {
    std::string tekst;                // whole lines with CRLF
    Vervolg vervolg = Vervolg::verder;
};

class Sessie {
  public:
    Sessie(Protocol, std::string eigen_naam, const Ontvangst&, const Sessiegrenzen&, std::string afkomst);

    std::string groet() const;
    // One line without its CRLF.
    Antwoord opdracht(std::string_view regel);
    Antwoord te_lang();               // a line was longer than regel_bytes, or ended in a bare LF
    // After Vervolg::bericht: what goes before the mail, and the answers to it.
    std::string return_path() const;
    std::string einde_bericht(std::string_view ruw);
    std::string bericht_te_groot();
    std::string geen_ruimte();        // no memory for it now

  private:
    Antwoord hallo(std::string_view verb, std::string_view naam);
    Antwoord mail_van(std::string_view rest);
    Antwoord rcpt_aan(std::string_view rest);
    Antwoord data();
    Antwoord fout(std::string tekst);
    std::string voor_elk(std::string_view tekst);
    void begin_opnieuw();

    const Protocol protocol_;
    const std::string eigen_naam_;
    const Ontvangst& ontvangst_;
    const Sessiegrenzen grenzen_;
    Aflevering aflevering_;
    bool has_hallo_ = false, has_van_ = false;
    int fouten_ = 0, opdrachten_ = 0;
};

// Takes the dots away that the sender put before lines, and finds the end: only CRLF.CRLF ends a mail.
class Dataontvangst {
  public:
    // Appends to `into` while it is not full; gives how many bytes of `in` were used. Look at is_klaar() after it.
    std::size_t neem(std::string_view in, std::string& into, std::size_t most);
    bool is_klaar() const { return stand_ == Stand::klaar; }
    bool is_te_groot() const { return te_groot_; }

  private:
    enum class Stand { regelbegin, punt, punt_cr, in_regel, cr, klaar };
    Stand stand_ = Stand::regelbegin;
    bool te_groot_ = false;
};

}  // namespace dichtbij::mail
