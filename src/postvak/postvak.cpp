#include "postvak/postvak.h"

#include <algorithm>

#include "access/digest.h"
#include "base/text.h"
#include "partij/adres.h"

namespace dichtbij::postvak {
namespace {

std::string domein_van(std::string_view adres) {
    const auto at = adres.rfind('@');
    return at == std::string_view::npos ? std::string() : lower_ascii(adres.substr(at + 1));
}

// "oeverland.nl" stands for "mail.oeverland.nl" too, as DMARC has it in its relaxed form.
bool is_of(std::string_view domein, std::string_view organisatie) {
    if (domein.empty() || organisatie.find('.') == std::string_view::npos) return false;
    return domein == organisatie || (domein.size() > organisatie.size() && domein.ends_with(organisatie) && domein[domein.size() - organisatie.size() - 1] == '.');
}

// The value behind "header.from=" in one part of the line.
std::string value_of(std::string_view part, std::string_view name) {
    const auto at = part.find(name);
    if (at == std::string_view::npos) return {};
    std::string_view rest = part.substr(at + name.size());
    rest = rest.substr(0, rest.find_first_of(" \t\r\n;("));
    if (rest.starts_with('@')) rest.remove_prefix(1);
    return std::string(rest);
}

Echtheid judge(std::string_view line, std::string_view domein) {
    bool is_denied = false;
    while (!line.empty()) {
        const auto end = line.find(';');
        const std::string_view part = trimmed(line.substr(0, end));
        line = end == std::string_view::npos ? std::string_view() : line.substr(end + 1);
        if (part.starts_with("dmarc=pass") && is_of(domein, value_of(part, "header.from="))) return Echtheid::bevestigd;
        if (part.starts_with("dkim=pass") && is_of(domein, value_of(part, "header.d="))) return Echtheid::bevestigd;
        if (part.starts_with("dmarc=fail")) is_denied = true;
    }
    return is_denied ? Echtheid::weersproken : Echtheid::onbekend;
}

}  // namespace

Postvak normalised(Postvak one) {
    one.naam = cleaned(one.naam);
    std::vector<std::string> adressen;
    for (const std::string& given : one.adressen) {
        const std::string adres = lower_ascii(trimmed(given));
        if (!adres.empty() && std::find(adressen.begin(), adressen.end(), adres) == adressen.end()) adressen.push_back(adres);
    }
    one.adressen = std::move(adressen);
    return one;
}

std::vector<FieldError> problems(const Postvak& one) {
    std::vector<FieldError> errors;
    if (one.naam.empty()) errors.push_back({"naam", "fout.veld.verplicht", {}});
    if (length_in_characters(one.naam) > naam_limit) errors.push_back({"naam", "fout.veld.te_lang", {std::to_string(naam_limit)}});
    if (one.naam.find_first_of("\r\n<>\"") != std::string::npos) errors.push_back({"naam", "postvak.fout.naam", {}});
    if (one.adressen.empty()) errors.push_back({"adressen", "postvak.fout.geen_adres", {}});
    if (one.adressen.size() > adressen_limit) errors.push_back({"adressen", "postvak.fout.te_veel_adressen", {std::to_string(adressen_limit)}});
    for (const std::string& adres : one.adressen)
        if (adres.size() > adres_limit || !partij::is_email(adres) || adres.find('+') != std::string::npos) {
            errors.push_back({"adressen", "postvak.fout.adres", {shortened(adres, 60)}});
            break;
        }
    if (one.taal != "nld" && one.taal != "eng") errors.push_back({"taal", "fout.veld.verplicht", {}});
    return errors;
}

Echtheid echtheid_van(const mail::Mail& mail, std::string_view authserv_id) {
    if (authserv_id.empty() || !mail.van) return Echtheid::onbekend;
    const std::string domein = domein_van(mail.van->adres), ours = lower_ascii(authserv_id);
    for (const std::string& line : mail.authenticatie) {
        const std::string lower = lower_ascii(trimmed(line));
        const auto end = lower.find(';');
        std::string_view id = trimmed(std::string_view(lower).substr(0, end));
        id = id.substr(0, id.find(' '));  // a version may stand behind it
        if (id != ours) continue;
        return end == std::string::npos ? Echtheid::onbekend : judge(std::string_view(lower).substr(end + 1), domein);
    }
    return Echtheid::onbekend;
}

bool is_zonder_antwoord(const mail::Mail& mail) {
    if (mail.geen_antwoord || mail.soort != mail::Soort::mens || !mail.van) return true;
    static constexpr std::string_view machines[] = {"noreply", "no-reply", "no_reply", "donotreply", "do-not-reply", "geenantwoord", "geen-antwoord",
                                                    "mailer-daemon", "postmaster", "bounce", "bounces", "daemon"};
    const std::string lokaal = lower_ascii(std::string_view(mail.van->adres).substr(0, mail.van->adres.rfind('@')));
    return std::any_of(std::begin(machines), std::end(machines),
                       [&](std::string_view one) { return lokaal == one || (lokaal.starts_with(one) && std::string_view("-_.+=").find(lokaal[one.size()]) != std::string_view::npos); });
}

bool is_onleesbaar(const mail::Mail& mail) {
    return mail.tekst.empty() && mail.html.empty() && mail.delen.empty() && mail.onderwerp.empty() && mail.soort == mail::Soort::mens;
}

std::string inhoud_hash(const mail::Mail& mail) {
    // Lengths stand before the texts, so that no two different mails read the same.
    std::string all;
    const auto add = [&](std::string_view text) { all += std::to_string(text.size()) + ":" + std::string(text); };
    add(mail.van ? lower_ascii(mail.van->adres) : "");
    add(mail.onderwerp);
    add(mail.verzonden_op ? to_rfc3339(*mail.verzonden_op) : "");
    add(mail.tekst);
    add(mail.html);
    for (const mail::Deel& deel : mail.delen) {
        add(deel.naam);
        add(access::sha256(deel.inhoud));
    }
    return hex(access::sha256(all));
}

}  // namespace dichtbij::postvak
