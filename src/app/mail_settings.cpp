#include "app/mail_settings.h"

#include <algorithm>
#include <charconv>

#include "base/result.h"
#include "base/text.h"
#include "mail/schrijf.h"

namespace dichtbij::app {
namespace {

using Wrong = tl::unexpected<MailSettingError>;

constexpr std::string_view own_from = "mail_from.";
constexpr std::size_t secret_octets = 500;

Wrong wrong(std::string_view naam, std::string wat) { return tl::make_unexpected(MailSettingError{std::string(naam), std::move(wat)}); }

std::optional<int> number_in(std::string_view text, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return std::nullopt;
    return value;
}

bool is_host(std::string_view text) {
    return !text.empty() && text.size() <= 253 && text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-:[]") == std::string_view::npos;
}

bool is_secret(std::string_view text) {
    return !text.empty() && text.size() <= secret_octets && std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x20 && c != 0x7f; });
}

class Reading {
  public:
    using Files = std::function<std::optional<std::string>(const std::string&)>;
    Reading(const std::map<std::string, std::string>& values, const Files& files) : values_(values), files_(files) {}

    bool has(std::string_view naam) const { return values_.contains(std::string(naam)); }
    std::string text(std::string_view naam, std::string otherwise = {}) const {
        const auto found = values_.find(std::string(naam));
        return found == values_.end() ? otherwise : found->second;
    }
    tl::expected<std::string, MailSettingError> file(std::string_view naam) const {
        auto content = files_(text(naam));
        if (!content) return wrong(naam, "must be a file that can be read");
        return std::move(*content);
    }

  private:
    const std::map<std::string, std::string>& values_;
    const Files& files_;
};

tl::expected<mail::Smtpserver, MailSettingError> server_of(const Reading& in) {
    mail::Smtpserver server;
    server.host = in.text("smtp.host");
    if (!is_host(server.host)) return wrong("smtp.host", "must be a name or an address such as mail.oeverland.nl");
    const std::string security = in.text("smtp.security", "starttls");
    if (security == "tls") server.beveiliging = mail::Beveiliging::tls;
    else if (security == "starttls") server.beveiliging = mail::Beveiliging::starttls;
    else if (security == "opportunistic") server.beveiliging = mail::Beveiliging::starttls_als_kan;
    else if (security == "none") server.beveiliging = mail::Beveiliging::geen;
    else return wrong("smtp.security", "must be tls, starttls, opportunistic or none");
    const auto port = number_in(in.text("smtp.port", security == "tls" ? "465" : "587"), 1, 65'535);
    if (!port) return wrong("smtp.port", "must be 1 to 65535");
    server.poort = *port;
    server.groet = in.text("smtp.greeting");
    if (!server.groet.empty() && !is_host(server.groet)) return wrong("smtp.greeting", "must be the name of this machine as the mail server knows it");
    server.gebruiker = in.text("smtp.user");
    if (in.has("smtp.password") && in.has("smtp.password_file")) return wrong("smtp.password", "cannot be given beside 'smtp.password_file'");
    server.wachtwoord = in.text("smtp.password");
    if (in.has("smtp.password_file")) {
        auto secret = in.file("smtp.password_file");
        if (!secret) return tl::make_unexpected(secret.error());
        server.wachtwoord = std::string(trimmed(*secret));
    }
    if (server.gebruiker.empty() != server.wachtwoord.empty()) return wrong("smtp.user", "is given together with 'smtp.password_file'");
    if (!server.gebruiker.empty() && (!is_secret(server.gebruiker) || !is_secret(server.wachtwoord))) return wrong("smtp.user", "and its password must be one line of at most 500 octets");
    const bool is_safe = server.beveiliging == mail::Beveiliging::tls || server.beveiliging == mail::Beveiliging::starttls;
    if (!server.gebruiker.empty() && !is_safe) return wrong("smtp.security", "must be tls or starttls when there is a 'smtp.user': the password would be read by others");
    server.vertrouwd = in.text("smtp.ca_file");
    if (!server.vertrouwd.empty())
        if (auto content = in.file("smtp.ca_file"); !content) return tl::make_unexpected(content.error());
    return server;
}

tl::expected<bezorging::Mailopties, MailSettingError> options_of(const Reading& in, const std::map<std::string, std::string>& values) {
    bezorging::Mailopties opties;
    const auto sender = [](std::string_view naam, const std::string& text) -> tl::expected<bezorging::Afzender, MailSettingError> {
        auto found = bezorging::afzender_van(text);
        if (!found) return wrong(naam, "must be an address such as 'Gemeente Oeverland <post@oeverland.nl>'");
        return std::move(*found);
    };
    if (in.has("mail_from")) {
        auto from = sender("mail_from", in.text("mail_from"));
        if (!from) return tl::make_unexpected(from.error());
        opties.afzender = std::move(*from);
    }
    for (const auto& [naam, value] : values) {
        if (!naam.starts_with(own_from)) continue;
        auto from = sender(naam, value);
        if (!from) return tl::make_unexpected(from.error());
        opties.per_gemeente[naam.substr(own_from.size())] = std::move(*from);
    }
    const std::string plus = in.text("mail_plus_addresses", "no");
    if (plus != "yes" && plus != "no") return wrong("mail_plus_addresses", "must be yes or no");
    opties.plusadressen = plus == "yes";
    const auto rate = number_in(in.text("mail_per_minute", "120"), 1, 100'000);
    if (!rate) return wrong("mail_per_minute", "must be 1 to 100000");
    opties.per_minuut = *rate;
    return opties;
}

tl::expected<std::optional<Dkimsetting>, MailSettingError> dkim_of(const Reading& in) {
    const int given = in.has("dkim.domain") + in.has("dkim.selector") + in.has("dkim.key_file");
    if (given == 0) return std::nullopt;
    if (given != 3) return wrong("dkim.key_file", "is given together with 'dkim.domain' and 'dkim.selector'");
    auto pem = in.file("dkim.key_file");
    if (!pem) return tl::make_unexpected(pem.error());
    Dkimsetting dkim{in.text("dkim.domain"), in.text("dkim.selector"), std::move(*pem)};
    if (const auto opened = mail::Dkim::open(dkim.domein, dkim.selector, dkim.pem); !opened) return wrong("dkim.key_file", "cannot be used: " + opened.error());
    return dkim;
}

}  // namespace

std::shared_ptr<const mail::Dkim> signer_of(const MailSettings& settings) {
    if (!settings.dkim) return nullptr;
    auto opened = mail::Dkim::open(settings.dkim->domein, settings.dkim->selector, settings.dkim->pem);
    CHECK_THAT(opened.has_value());
    return std::make_shared<const mail::Dkim>(std::move(*opened));
}

std::vector<MailSettingDescription> mail_setting_descriptions() {
    return {{"smtp.host", "a name or an address", "the mail server that takes our mail; without, messages stand in Mijn Dichtbij only"},
            {"smtp.port", "1 to 65535", "its port; without: 587, with smtp.security = tls 465"},
            {"smtp.security", "tls, starttls, opportunistic or none", "starttls: or nothing is sent; opportunistic and none are for a server in the own network"},
            {"smtp.user", "text", "who we are for the mail server"},
            {"smtp.password_file", "a path", "the file with the password alone"},
            {"smtp.password", "text", "the password itself, for the environment"},
            {"smtp.ca_file", "a path", "authorities in PEM to trust in the place of those of the system"},
            {"smtp.greeting", "a name", "how we call ourselves; without: the name of this machine"},
            {"mail_from", "an address such as 'Gemeente Oeverland <post@oeverland.nl>'", "whom our mail is from; needed when there is a smtp.host"},
            {"mail_from.CODE", "CODE is the code of a gemeente", "the same for one gemeente"},
            {"mail_plus_addresses", "yes or no", "answers go to post+TOKEN@oeverland.nl, and find their matter by it; the mail server must know such addresses"},
            {"mail_per_minute", "1 to 100000", "mails that are sent in a minute, of all processes together"},
            {"dkim.domain", "a domain", "mail is signed for this domain"},
            {"dkim.selector", "a name", "under which the public key stands in the DNS"},
            {"dkim.key_file", "a path", "private key in PEM, RSA of 2048 bits or more or Ed25519"}};
}

bool is_mail_setting(std::string_view naam) {
    if (naam.starts_with(own_from)) return naam.size() > own_from.size();
    const auto all = mail_setting_descriptions();
    return std::any_of(all.begin(), all.end(), [&](const MailSettingDescription& one) { return one.naam == naam && !naam.ends_with("CODE"); });
}

tl::expected<MailSettings, MailSettingError> read_mail_settings(const std::map<std::string, std::string>& values,
                                                                const std::function<std::optional<std::string>(const std::string&)>& file_content) {
    const Reading in(values, file_content);
    MailSettings settings;
    auto opties = options_of(in, values);
    if (!opties) return tl::make_unexpected(opties.error());
    settings.opties = std::move(*opties);
    auto dkim = dkim_of(in);
    if (!dkim) return tl::make_unexpected(dkim.error());
    settings.dkim = std::move(*dkim);
    if (!in.has("smtp.host")) return settings;
    auto server = server_of(in);
    if (!server) return tl::make_unexpected(server.error());
    settings.server = std::move(*server);
    if (settings.opties.afzender.adres.empty()) return wrong("mail_from", "is needed when there is a 'smtp.host'");
    return settings;
}

}  // namespace dichtbij::app
