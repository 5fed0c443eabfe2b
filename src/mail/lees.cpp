#include <gmime/gmime-utils.h>

#include <algorithm>
#include <exception>

#include "base/text.h"
#include "mail/lees_boom.h"
#include "mail/lees_kop.h"
#include "mail/lees_soort.h"
#include "mail/lees_tekenset.h"
#include "mail/mail.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t most_references = 50;
constexpr std::size_t most_results = 20;
// Lines that may be borders of parts. Each becomes a part before it can be counted, so they are counted first.
constexpr std::size_t most_borders = 20'000;

// What is given to be read: the mail itself, or a copy where it had to be made harmless.
struct Invoer {
    std::string_view ruw;
    std::string kopie;
    std::vector<std::string> gebreken;
};

// Where the headers end: at the first empty line, before it. The size when there is none.
std::size_t end_of_headers(std::string_view raw) {
    for (std::size_t at = 0; at < raw.size();) {
        const auto end = std::min(raw.find('\n', at), raw.size());
        const std::string_view line = raw.substr(at, end - at);
        if (line.empty() || line == "\r") return at;
        at = end + 1;
    }
    return raw.size();
}

bool begins_with_header(std::string_view raw) {
    const auto colon = raw.substr(0, 1000).find(':');
    if (colon == std::string_view::npos || colon == 0) return false;
    std::string_view name = raw.substr(0, colon);
    while (name.ends_with(' ') || name.ends_with('\t')) name.remove_suffix(1);
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

// Up to the line at which there are more borders than any honest mail has.
std::string_view within_borders(std::string_view raw) {
    std::size_t count = raw.starts_with("--") ? 1 : 0;
    for (std::size_t at = raw.find("\n--"); at != std::string_view::npos; at = raw.find("\n--", at + 1))
        if (++count > most_borders) return raw.substr(0, at + 1);
    return raw;
}

Invoer prepare(std::string_view raw, const Grenzen& limits) {
    Invoer input;
    if (raw.size() > limits.bytes) {
        raw = raw.substr(0, limits.bytes);
        input.gebreken.emplace_back("bytes");
    }
    if (raw.starts_with("From "))  // the line between mails in an old mailbox file
        raw.remove_prefix(std::min(raw.find('\n'), raw.size() - 1) + 1);
    while (raw.starts_with("\n") || raw.starts_with("\r\n")) raw.remove_prefix(raw.front() == '\n' ? 1 : 2);
    if (const auto within = within_borders(raw); within.size() < raw.size()) {
        raw = within;
        input.gebreken.emplace_back("delen");
    }
    const std::size_t end = end_of_headers(raw);
    const bool is_long = end > limits.kopregels;
    input.ruw = raw;
    if (!is_long && raw.substr(0, end).find('\0') == std::string_view::npos) return input;
    std::string_view headers = raw.substr(0, end);
    if (is_long) {
        input.gebreken.emplace_back("kopregels");
        headers = headers.substr(0, headers.substr(0, limits.kopregels).rfind('\n') + 1);
    }
    input.kopie = headers;
    std::erase(input.kopie, '\0');
    input.kopie += raw.substr(end);
    input.ruw = input.kopie;
    return input;
}

std::optional<Instant> read_date(std::string_view value) {
    GDateTime* read = g_mime_utils_header_decode_date(std::string(value.substr(0, 200)).c_str());
    if (!read) return std::nullopt;
    const Instant instant{seconds(g_date_time_to_unix(read))};
    g_date_time_unref(read);
    constexpr Instant earliest{seconds(315'532'800)}, latest{seconds(7'258'118'400)};  // 1980 and 2200
    return instant < earliest || instant > latest ? std::nullopt : std::optional(instant);
}

class Vuller {  // puts what was found in the Mail
  public:
    explicit Vuller(Mail& mail) : mail_(mail) {}

    void fill(Boom& boom) {
        fill_ids(boom.kop);
        fill_addresses(boom.kop);
        mail_.onderwerp = in_woorden(boom.kop.eerste("subject"), 998);
        if (boom.kop.has("date")) {
            mail_.verzonden_op = read_date(boom.kop.eerste("date"));
            if (!mail_.verzonden_op) fault("datum");
        }
        for (const auto result : boom.kop.alle("authentication-results"))
            if (mail_.authenticatie.size() < most_results) mail_.authenticatie.push_back(in_woorden(result));
        mail_.tekst = std::move(boom.tekst);
        mail_.html = std::move(boom.html);
        mail_.delen = std::move(boom.delen);
        mail_.ondertekend = boom.ondertekend;
        mail_.versleuteld = boom.versleuteld;
        for (const auto& code : boom.gebreken) fault(code);
        bepaal_soort(boom.kop, boom.sporen, mail_);
    }

    void fault(const std::string& code) {
        if (std::find(mail_.gebreken.begin(), mail_.gebreken.end(), code) == mail_.gebreken.end()) mail_.gebreken.push_back(code);
    }

  private:
    void fill_ids(const Kop& kop) {
        if (auto ids = lees_message_ids(kop.eerste("message-id")); !ids.empty()) mail_.message_id = std::move(ids.front());
        if (auto ids = lees_message_ids(kop.eerste("in-reply-to")); !ids.empty()) mail_.antwoord_op = std::move(ids.front());
        auto ids = lees_message_ids(kop.eerste("references"));
        // The newest say most.
        if (ids.size() > most_references) ids.erase(ids.begin(), ids.end() - most_references);
        mail_.verwijzingen = std::move(ids);
    }

    std::vector<Adres> addresses(const Kop& kop, std::string_view name) {
        std::vector<Adres> all;
        for (const auto value : kop.alle(name)) {
            Adressen read = lees_adressen(value);
            if (!read.is_zeker) fault("adres");
            for (Adres& address : read.lijst)
                if (all.size() < 200) all.push_back(std::move(address));
        }
        return all;
    }

    void fill_addresses(const Kop& kop) {
        for (const auto* name : {"from", "sender"})
            if (!mail_.van)
                if (auto found = addresses(kop, name); !found.empty()) mail_.van = std::move(found.front());
        if (!mail_.van) fault("adres");
        mail_.antwoord_aan = addresses(kop, "reply-to");
        mail_.aan = addresses(kop, "to");
        mail_.cc = addresses(kop, "cc");
        if (auto found = lees_adressen(kop.eerste("return-path")).lijst; !found.empty()) mail_.envelop_van = std::move(found.front().adres);
        for (const auto* name : {"delivered-to", "x-original-to", "envelope-to"})
            for (const Adres& address : addresses(kop, name))
                if (std::find(mail_.bezorgd_aan.begin(), mail_.bezorgd_aan.end(), address.adres) == mail_.bezorgd_aan.end()) mail_.bezorgd_aan.push_back(address.adres);
    }

    Mail& mail_;
};

Mail read_all(std::string_view raw, const Grenzen& limits) {
    Mail mail;
    Invoer input = prepare(raw, limits);
    mail.gebreken = std::move(input.gebreken);
    Vuller filler(mail);
    if (trimmed(input.ruw.substr(0, 64u << 10)).empty()) {
        filler.fault("leeg");
        return mail;
    }
    Boom boom;
    if (begins_with_header(input.ruw)) boom = lees_boom(input.ruw, limits);
    if (!boom.is_gelezen) {  // somebody may have written it all the same
        filler.fault("geen_kop");
        mail.tekst = cleaned(ontcijferd(input.ruw.substr(0, limits.tekst), "").tekst);
        knip(mail.tekst, limits.tekst);
        mail.geen_antwoord = true;
        return mail;
    }
    // Where the mail was cut off, the last attachment is not what was sent.
    const bool is_cut = std::find(mail.gebreken.begin(), mail.gebreken.end(), "bytes") != mail.gebreken.end();
    if (is_cut && !boom.delen.empty()) boom.delen.pop_back();
    filler.fill(boom);
    return mail;
}

}  // namespace

Mail lees(std::string_view ruw, const Grenzen& grenzen) {
    try {
        return read_all(ruw, grenzen);
    } catch (const std::exception&) {  // no memory: the raw mail is kept, somebody reads it himself
        Mail mail;
        mail.gebreken = {"niet_gelezen"};
        mail.geen_antwoord = true;
        return mail;
    }
}

}  // namespace dichtbij::mail
