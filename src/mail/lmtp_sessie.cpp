#include "mail/lmtp_sessie.h"

#include <algorithm>
#include <exception>
#include <optional>

#include "base/text.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t longest_address = 320;
constexpr std::size_t longest_name = 255;

std::string with_end(std::string_view text) { return std::string(text) + "\r\n"; }

// "<a@b>" and what stands behind it. nullopt when it is no path.
struct Pad {
    std::string adres;
    std::string_view rest;
};
std::optional<Pad> read_path(std::string_view text) {
    text = trimmed(text);
    if (!text.starts_with('<')) return std::nullopt;
    bool is_quoted = false;
    std::size_t end = 1;
    for (; end < text.size() && (is_quoted || text[end] != '>'); ++end) {
        if (text[end] == '\\' && is_quoted) ++end;
        else if (text[end] == '"') is_quoted = !is_quoted;
    }
    if (end >= text.size()) return std::nullopt;
    std::string_view address = text.substr(1, end - 1);
    if (address.starts_with('@')) {  // a route; RFC 5321 says to ignore it
        const auto colon = address.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        address.remove_prefix(colon + 1);
    }
    const std::string_view rest = text.substr(end + 1);
    if (!rest.empty() && rest.front() != ' ') return std::nullopt;
    return Pad{std::string(address), trimmed(rest)};
}

bool is_address(std::string_view address, bool may_be_utf8) {
    if (address.empty() || address.size() > longest_address) return false;
    const bool is_plain = std::all_of(address.begin(), address.end(), [](char c) { return c >= ' ' && c < 0x7f; });
    const bool has_control = std::any_of(address.begin(), address.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; });
    if (has_control || (!is_plain && !(may_be_utf8 && is_utf8(address)))) return false;
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) return lower_ascii(address) == "postmaster";
    const std::string_view local = address.substr(0, at), domain = address.substr(at + 1);
    if (local.empty() || domain.empty() || domain.find_first_of(" \"<>(),;\\") != std::string_view::npos) return false;
    return local.starts_with('"') || local.find_first_of(" <>(),;:\"\\") == std::string_view::npos;
}

std::string_view next_word(std::string_view& rest) {
    rest = trimmed(rest);
    const auto end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(end);
    return word;
}

std::string answer_to(Uitkomst outcome) {
    switch (outcome) {
        case Uitkomst::aangenomen: return "250 2.0.0 Stored";
        case Uitkomst::later: break;
        case Uitkomst::vol: return "452 4.3.1 No room now, try again later";
        case Uitkomst::te_groot: return "552 5.3.4 Message too large";
        case Uitkomst::geweigerd: return "554 5.7.1 Refused";
    }
    return "451 4.3.0 Not stored, try again later";
}

// SMTP answers once for all: what asks for another try goes first, then what was taken in.
Uitkomst together(const std::vector<Uitkomst>& outcomes) {
    for (const Uitkomst first : {Uitkomst::later, Uitkomst::vol, Uitkomst::aangenomen, Uitkomst::te_groot})
        if (std::find(outcomes.begin(), outcomes.end(), first) != outcomes.end()) return first;
    return outcomes.empty() ? Uitkomst::later : outcomes.front();
}

}  // namespace

Sessie::Sessie(Protocol protocol, std::string eigen_naam, const Ontvangst& ontvangst, const Sessiegrenzen& grenzen, std::string afkomst)
    : protocol_(protocol), eigen_naam_(std::move(eigen_naam)), ontvangst_(ontvangst), grenzen_(grenzen) {
    aflevering_.protocol = protocol;
    aflevering_.afkomst = std::move(afkomst);
}

std::string Sessie::groet() const { return with_end("220 " + eigen_naam_ + (protocol_ == Protocol::lmtp ? " LMTP" : " ESMTP") + " Dichtbij"); }

Antwoord Sessie::fout(std::string tekst) {
    if (++fouten_ < grenzen_.fouten) return {with_end(tekst), Vervolg::verder};
    return {with_end(tekst) + with_end("421 4.7.0 Too many errors"), Vervolg::sluiten};
}

Antwoord Sessie::te_lang() { return fout("500 5.5.2 Line too long or not ended by CRLF"); }

void Sessie::begin_opnieuw() {
    has_van_ = false;
    aflevering_.van.clear();
    aflevering_.aan.clear();
    aflevering_.smtputf8 = false;
}

Antwoord Sessie::opdracht(std::string_view regel) {
    if (++opdrachten_ > grenzen_.opdrachten) return {with_end("421 4.7.0 Too many commands"), Vervolg::sluiten};
    std::string_view rest = regel;
    const std::string verb = lower_ascii(next_word(rest).substr(0, 12));
    rest = trimmed(rest);
    if (verb == "lhlo" || verb == "ehlo" || verb == "helo") return hallo(verb, rest);
    if (verb == "mail") return mail_van(rest);
    if (verb == "rcpt") return rcpt_aan(rest);
    if (verb == "data") return data();
    if (verb == "rset") {
        begin_opnieuw();
        return {with_end("250 2.0.0 Ok"), Vervolg::verder};
    }
    if (verb == "noop") return {with_end("250 2.0.0 Ok"), Vervolg::verder};
    if (verb == "quit") return {with_end("221 2.0.0 Bye"), Vervolg::sluiten};
    if (verb == "vrfy" || verb == "expn") return fout("502 5.5.1 Not told here");
    return fout("500 5.5.1 Command not known");
}

Antwoord Sessie::hallo(std::string_view verb, std::string_view naam) {
    if ((verb == "lhlo") != (protocol_ == Protocol::lmtp)) return fout(protocol_ == Protocol::lmtp ? "500 5.5.1 This is LMTP: LHLO" : "500 5.5.1 This is SMTP: EHLO");
    if (naam.empty() || naam.size() > longest_name || !is_utf8(naam) || std::any_of(naam.begin(), naam.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; }))
        return fout("501 5.5.4 Name needed");
    begin_opnieuw();
    has_hallo_ = true;
    aflevering_.genoemd = naam;
    if (verb == "helo") return {with_end("250 " + eigen_naam_), Vervolg::verder};
    return {with_end("250-" + eigen_naam_) + with_end("250-PIPELINING") + with_end("250-SIZE " + std::to_string(grenzen_.bericht_bytes)) + with_end("250-8BITMIME") +
                with_end("250-SMTPUTF8") + with_end("250 ENHANCEDSTATUSCODES"),
            Vervolg::verder};
}

Antwoord Sessie::mail_van(std::string_view rest) {
    if (!has_hallo_) return fout("503 5.5.1 Say hello first");
    if (has_van_) return fout("503 5.5.1 MAIL was given already");
    if (lower_ascii(rest.substr(0, 5)) != "from:") return fout("501 5.5.4 MAIL FROM:<address>");
    const auto path = read_path(rest.substr(5));
    if (!path) return fout("501 5.1.7 MAIL FROM:<address>");
    bool may_be_utf8 = false;
    for (std::string_view parameters = path->rest; !trimmed(parameters).empty();) {
        const std::string word = lower_ascii(next_word(parameters));
        if (word == "smtputf8") {
            may_be_utf8 = true;
        } else if (word.starts_with("size=")) {
            const std::string_view size = std::string_view(word).substr(5);
            if (size.empty() || size.size() > 20 || !all_digits(size)) return fout("501 5.5.4 SIZE is not a number");
            if (size.size() > 15 || std::stoull(std::string(size)) > grenzen_.bericht_bytes) return fout("552 5.3.4 Message too large");
        } else if (word != "body=7bit" && word != "body=8bitmime") {
            return fout("555 5.5.4 Parameter not known");
        }
    }
    if (!path->adres.empty() && !is_address(path->adres, may_be_utf8)) return fout("501 5.1.7 Address not understood");
    has_van_ = true;
    aflevering_.van = path->adres;
    aflevering_.smtputf8 = may_be_utf8;
    return {with_end("250 2.1.0 Ok"), Vervolg::verder};
}

Antwoord Sessie::rcpt_aan(std::string_view rest) {
    if (!has_van_) return fout("503 5.5.1 MAIL first");
    if (lower_ascii(rest.substr(0, 3)) != "to:") return fout("501 5.5.4 RCPT TO:<address>");
    const auto path = read_path(rest.substr(3));
    if (!path || !is_address(path->adres, aflevering_.smtputf8)) return fout("501 5.1.3 Address not understood");
    if (!path->rest.empty()) return fout("555 5.5.4 Parameter not known");
    if (aflevering_.aan.size() >= grenzen_.ontvangers) return {with_end("452 4.5.3 Too many recipients"), Vervolg::verder};
    Ontvanger known = Ontvanger::later;
    try {
        known = ontvangst_.kent(path->adres);
    } catch (const std::exception&) {  // the store does not work: the sender keeps it
        known = Ontvanger::later;
    }
    if (known == Ontvanger::onbekend) return fout("550 5.1.1 No such address here");
    if (known == Ontvanger::later) return {with_end("451 4.3.0 Try again later"), Vervolg::verder};
    aflevering_.aan.push_back(path->adres);
    return {with_end("250 2.1.5 Ok"), Vervolg::verder};
}

Antwoord Sessie::data() {
    if (!has_van_) return fout("503 5.5.1 MAIL first");
    if (aflevering_.aan.empty()) return fout(protocol_ == Protocol::lmtp ? "503 5.5.1 No valid recipients" : "554 5.5.1 No valid recipients");
    return {with_end("354 End with CRLF.CRLF"), Vervolg::bericht};
}

std::string Sessie::return_path() const { return "Return-Path: <" + aflevering_.van + ">\r\n"; }

std::string Sessie::voor_elk(std::string_view tekst) {
    std::string all;
    const std::size_t count = protocol_ == Protocol::lmtp ? aflevering_.aan.size() : 1;
    for (std::size_t i = 0; i < count; ++i) all += with_end(tekst);
    begin_opnieuw();
    return all;
}

std::string Sessie::bericht_te_groot() { return voor_elk("552 5.3.4 Message too large"); }
std::string Sessie::geen_ruimte() { return voor_elk("452 4.3.1 No room now, try again later"); }

std::string Sessie::einde_bericht(std::string_view ruw) {
    std::vector<Uitkomst> outcomes;
    try {
        outcomes = ontvangst_.neem_aan(aflevering_, ruw);
    } catch (const std::exception&) {  // not stored: the sender keeps it
        outcomes.clear();
    }
    outcomes.resize(aflevering_.aan.size(), Uitkomst::later);
    if (std::find(outcomes.begin(), outcomes.end(), Uitkomst::aangenomen) != outcomes.end()) opdrachten_ = 0;
    if (protocol_ == Protocol::smtp) return voor_elk(answer_to(together(outcomes)));
    std::string all;
    for (const Uitkomst outcome : outcomes) all += with_end(answer_to(outcome));
    begin_opnieuw();
    return all;
}

std::size_t Dataontvangst::neem(std::string_view in, std::string& into, std::size_t most) {
    const auto put = [&](std::string_view bytes) {
        if (te_groot_ || into.size() + bytes.size() > most) te_groot_ = true;
        else into += bytes;
    };
    std::size_t at = 0;
    while (at < in.size() && stand_ != Stand::klaar) {
        const char c = in[at];
        switch (stand_) {
            case Stand::regelbegin:
                if (c == '.') stand_ = Stand::punt, ++at;
                else stand_ = Stand::in_regel;
                break;
            case Stand::punt:
                if (c == '\r') stand_ = Stand::punt_cr, ++at;
                else stand_ = Stand::in_regel;  // the dot before it was the sender's
                break;
            case Stand::punt_cr:
                if (c == '\n') stand_ = Stand::klaar, ++at;
                else put("\r"), stand_ = c == '\r' ? Stand::cr : Stand::in_regel, at += c == '\r' ? 1 : 0;
                break;
            case Stand::in_regel: {
                const auto end = std::min(in.find('\r', at), in.size());
                put(in.substr(at, end - at));
                at = end;
                if (at < in.size()) stand_ = Stand::cr, ++at;
                break;
            }
            case Stand::cr:
                put("\r");
                if (c == '\n') put("\n"), stand_ = Stand::regelbegin, ++at;
                else if (c == '\r') ++at;
                else stand_ = Stand::in_regel;
                break;
            case Stand::klaar: break;
        }
    }
    return at;
}

}  // namespace dichtbij::mail
