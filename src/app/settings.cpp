#include "app/settings.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>

#include "base/text.h"
#include "client/adres.h"
#include "notificatie/bestemming.h"
#include "notificatie/notificatie.h"

extern char** environ;

namespace dichtbij::app {
namespace {

using Set = std::function<bool(Settings&, std::string_view)>;

struct Known {
    SettingDescription description;
    Set set;
};

Set number(int Settings::*member, int least, int most) {
    return [=](Settings& settings, std::string_view text) {
        int value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc() || end != text.data() + text.size() || value < least || value > most) return false;
        settings.*member = value;
        return true;
    };
}

Set list(std::vector<std::string> Settings::*member) {
    return [=](Settings& settings, std::string_view text) {
        std::vector<std::string> values;
        while (!text.empty()) {
            const auto comma = std::min(text.find(','), text.size());
            const auto part = trimmed(text.substr(0, comma));
            if (part.empty() || part.find_first_not_of("0123456789abcdefABCDEF.:/") != std::string_view::npos) return false;
            values.emplace_back(part);
            text.remove_prefix(std::min(comma + 1, text.size()));
        }
        settings.*member = std::move(values);
        return true;
    };
}

bool set_log_level(Settings& settings, std::string_view text) {
    for (const char* level : {"debug", "info", "warn", "error"})
        if (text == level) {
            settings.log_level = text;
            return true;
        }
    return false;
}

// Where it is, document::open_clamd tells when it starts; here only its form.
bool set_virus_scanner(Settings& settings, std::string_view text) {
    const bool is_none = text == "none";
    const bool is_unix = text.starts_with("unix:/") && text.size() > 6;
    const auto colon = text.rfind(':');
    const bool is_tcp = text.starts_with("tcp:") && colon > 4 && all_digits(text.substr(colon + 1));
    if (!is_none && !is_unix && !is_tcp) return false;
    settings.virus_scanner = is_none ? std::string_view() : text;
    return true;
}

bool set_totp_roles(Settings& settings, std::string_view text) {
    static constexpr std::string_view roles[] = {"kcc_medewerker", "behandelaar", "teamleider", "manager", "beheerder"};
    if (text == "none") {
        settings.totp_roles.clear();
        return true;
    }
    for (std::string_view rest = text; !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        if (std::find(std::begin(roles), std::end(roles), rest.substr(0, comma)) == std::end(roles)) return false;
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    settings.totp_roles = text;
    return !text.empty();
}

// Without a path: redirects are compared letter by letter.
bool set_public_url(Settings& settings, std::string_view text) {
    while (text.ends_with('/')) text.remove_suffix(1);
    const auto parts = client::adresdelen(text);
    if (!parts || !parts->pad.empty() || (parts->scheme != "https" && !client::is_deze_machine(parts->hostnaam))) return false;
    settings.public_url = text;
    return true;
}

bool set_api_url(Settings& settings, std::string_view text) {
    while (text.ends_with('/')) text.remove_suffix(1);
    const auto parts = client::adresdelen(text);
    if (!parts || !parts->pad.empty()) return false;
    settings.api_url = text;
    return true;
}

bool set_secret_key(Settings& settings, std::string_view text) {
    constexpr std::size_t key_bytes = 32;
    const auto value_of = [](char c) { return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10; };
    if (text.size() != 2 * key_bytes || text.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) return false;
    settings.secret_key.clear();
    for (std::size_t i = 0; i < text.size(); i += 2) settings.secret_key += static_cast<char>(value_of(text[i]) << 4 | value_of(text[i + 1]));
    return true;
}

bool set_notification_hosts(Settings& settings, std::string_view text) {
    std::vector<std::string> hosts;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        hosts.emplace_back(trimmed(text.substr(0, comma)));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    settings.notification_hosts = std::move(hosts);
    return notificatie::Bestemmingen::parse(settings.notification_hosts).has_value();
}

bool set_notifications_url(Settings& settings, std::string_view text) {
    while (text.ends_with('/')) text.remove_suffix(1);
    settings.notifications_url = text;
    return notificatie::adres_van(text) && text.find('?') == std::string_view::npos;
}

// Of what is sent in a header.
Set header_text(std::string Settings::*member) {
    return [=](Settings& settings, std::string_view text) {
        settings.*member = text;
        return notificatie::is_kopwaarde(text);
    };
}

bool set_demo_sign_in(Settings& settings, std::string_view text) {
    settings.demo_sign_in = text == "yes";
    return text == "yes" || text == "no";
}

const std::vector<Known>& known() {
    static const std::vector<Known> table = {
        {{"worker_threads", "1 to 64", "threads that handle requests"}, number(&Settings::worker_threads, 1, 64)},
        {{"max_connections", "16 to 20000", "connections at the same time"}, number(&Settings::max_connections, 16, 20'000)},
        {{"max_body_kib", "64 to 65536", "largest request, in KiB"}, number(&Settings::max_body_kib, 64, 65'536)},
        {{"max_file_mib", "1 to 500", "largest file of a document, in MiB"}, number(&Settings::max_file_mib, 1, 500)},
        {{"max_upload_mib", "1 to 2000", "largest form with files, in MiB"}, number(&Settings::max_upload_mib, 1, 2000)},
        {{"virus_scanner", "unix:/PATH, tcp:HOST:PORT or none", "where clamd is; without, files are not scanned"}, set_virus_scanner},
        {{"virus_scanner_timeout_seconds", "1 to 300", "how long the virus scanner may be silent"},
         number(&Settings::virus_scanner_timeout_seconds, 1, 300)},
        {{"session_idle_minutes", "5 to 480", "a session ends after so many minutes without use"},
         number(&Settings::session_idle_minutes, 5, 480)},
        {{"session_absolute_hours", "1 to 24", "a session ends after so many hours in any case"},
         number(&Settings::session_absolute_hours, 1, 24)},
        {{"retention_access_log_days", "180 to 3650", "how long it is kept who looked at whom"},
         number(&Settings::retention_access_log_days, 180, 3650)},
        {{"login_attempts_per_minute", "1 to 100", "sign-in attempts per address and per account"},
         number(&Settings::login_attempts_per_minute, 1, 100)},
        {{"log_level", "debug, info, warn or error", "what is written to the log"}, set_log_level},
        {{"trusted_proxies", "addresses, separated by commas", "whose X-Forwarded-For is believed"},
         list(&Settings::trusted_proxies)},
        {{"trusted_networks", "networks such as 10.20.0.0/16, separated by commas", "where no second factor is asked"},
         list(&Settings::trusted_networks)},
        {{"mail_listen", "addresses such as 127.0.0.1:24, unix:/run/dichtbij/lmtp or smtp:127.0.0.1:25, separated by commas", "where mail servers deliver mail, by LMTP unless it says smtp; nothing: no mail comes in"},
         list(&Settings::mail_listen)},
        {{"mail_networks", "networks such as 10.20.0.0/16, separated by commas", "which mail servers may deliver there"}, list(&Settings::mail_networks)},
        {{"mail_authserv_id", "a name such as mx.oeverland.nl", "under which your own mail server writes whether a sender is who he says (Authentication-Results); it must take away what others wrote under it"},
         header_text(&Settings::mail_authserv_id)},
        {{"public_url", "an address such as https://mijn.oeverland.nl", "where residents reach this program; identity providers send them back to it"}, set_public_url},
        {{"resident_session_idle_minutes", "5 to 15", "a resident is signed out after so many minutes without use"},
         number(&Settings::resident_session_idle_minutes, 5, 15)},
        {{"demo_sign_in", "yes or no", "residents sign in by choosing who to be; for a demo only, never with an identity provider"}, set_demo_sign_in},
        {{"api_url", "an address such as https://kcc.oeverland.nl", "where other systems reach this program; without, addresses in answers are those of the request"}, set_api_url},
        {{"api_requests_per_minute", "60 to 10000000", "requests of one application"}, number(&Settings::api_requests_per_minute, 60, 10'000'000)},
        {{"secret_key", "64 hexadecimal characters", "secrets of other systems are kept under it; keep it apart from the database, and do not lose it"}, set_secret_key},
        {{"notification_hosts", "hosts such as ita.oeverland.nl or *.oeverland.nl, and networks such as 10.20.0.0/16, separated by commas",
          "where notifications may go; no other address is ever called for another system. Addresses that are not public need their network here"},
         set_notification_hosts},
        {{"notifications_url", "an address such as https://notificaties.oeverland.nl/api/v1", "the Notificaties component of the gemeente, to which everything is told; needs api_url"},
         set_notifications_url},
        {{"notifications_client_id", "a name", "of this program at that component; signs a JWT with notifications_secret"}, header_text(&Settings::notifications_client_id)},
        {{"notifications_secret", "text", "secret of notifications_client_id"}, header_text(&Settings::notifications_secret)},
        {{"notifications_token", "what stands in the header Authorization: Token abc", "instead of a client id with a secret"}, header_text(&Settings::notifications_token)},
        {{"totp_roles", "roles separated by commas, or none", "roles that need a second factor"}, set_totp_roles},
    };
    return table;
}

std::string variable_of(std::string name) {
    for (char& c : name)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    return "DICHTBIJ_" + name;
}

constexpr std::string_view provider_prefix = "identity_provider.";
constexpr std::string_view employee_prefix = "employee_provider.";

// What is said of the registers that are asked, until all of it is read.
struct Registers {
    std::map<std::string, std::string> values;
    std::map<std::string, std::string> where;
    void add(std::string_view name, std::string_view value, std::string from) {
        values[std::string(name)] = value;
        where[std::string(name)] = std::move(from);
    }
};

// What is said of providers and registers, until all of it is read.
struct Providers {
    struct Fields {
        std::map<std::string, std::string> values;
        std::map<std::string, std::string> where;
    };
    std::map<std::string, Fields> by_code;
    Fields employees;
    Registers registers;
    Registers mail;

    std::optional<SettingError> add(std::string_view name, std::string_view value, std::string where) {
        name.remove_prefix(provider_prefix.size());
        const auto point = name.find('.');
        if (point == std::string_view::npos) return SettingError{std::move(where), "expected 'identity_provider.NAME.FIELD = value'"};
        const std::string field(name.substr(point + 1));
        Fields& fields = by_code[std::string(name.substr(0, point))];
        fields.values[field] = value;
        fields.where[field] = std::move(where);
        return std::nullopt;
    }
};

std::optional<std::string> file_content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

std::optional<SettingError> read_employee_provider(Settings& settings, const Providers::Fields& fields) {
    if (fields.values.empty()) return std::nullopt;
    auto made = aanmelding::read_werkaanbieder(fields.values, file_content);
    if (!made) {
        const auto where = fields.where.find(made.error().veld);
        return SettingError{where == fields.where.end() ? "dichtbij.conf" : where->second, "'" + std::string(employee_prefix) + made.error().veld + "': " + made.error().wat};
    }
    settings.employee_provider = std::move(*made);
    return std::nullopt;
}

std::optional<SettingError> check_notifications(const Settings& settings) {
    const auto wrong = [](std::string problem) { return SettingError{"dichtbij.conf", std::move(problem)}; };
    if (settings.notifications_client_id.empty() != settings.notifications_secret.empty())
        return wrong("'notifications_client_id' and 'notifications_secret' are given together");
    if (!settings.notifications_token.empty() && !settings.notifications_client_id.empty())
        return wrong("'notifications_token' cannot be given beside 'notifications_client_id'");
    if (!settings.notifications_url.empty() && settings.api_url.empty()) return wrong("'api_url' is needed when there is a 'notifications_url'");
    return std::nullopt;
}

std::optional<SettingError> check_registers(Settings& settings, const Registers& registers) {
    auto made = opzoek::read_instellingen(registers.values, file_content);
    if (!made) {
        const auto where = registers.where.find(made.error().naam);
        return SettingError{where == registers.where.end() ? "dichtbij.conf" : where->second, "'" + made.error().naam + "' " + made.error().wat};
    }
    settings.opzoeken = std::move(*made);
    if (!settings.opzoeken.brp.bron.url.empty() && settings.secret_key.empty()) return SettingError{"dichtbij.conf", "'secret_key' is needed when there is a 'brp.url'"};
    return std::nullopt;
}

std::optional<SettingError> check_mail(Settings& settings, const Registers& given) {
    auto made = read_mail_settings(given.values, file_content);
    if (!made) {
        const auto where = given.where.find(made.error().naam);
        return SettingError{where == given.where.end() ? "dichtbij.conf" : where->second, "'" + made.error().naam + "' " + made.error().wat};
    }
    settings.post = std::move(*made);
    settings.post.opties.mijn_url = settings.public_url;
    return std::nullopt;
}

// What only shows when all settings are there.
std::optional<SettingError> finish(Settings& settings, const Providers& providers) {
    for (const auto& [code, fields] : providers.by_code) {
        auto made = portaal::read_aanbieder(code, fields.values, file_content);
        if (!made) {
            const auto where = fields.where.find(made.error().veld);
            const std::string name = std::string(provider_prefix) + code + "." + made.error().veld;
            return SettingError{where == fields.where.end() ? "dichtbij.conf" : where->second, "'" + name + "': " + made.error().wat};
        }
        settings.identity_providers.push_back(std::move(*made));
    }
    if (auto wrong = check_registers(settings, providers.registers)) return wrong;
    if (auto wrong = read_employee_provider(settings, providers.employees)) return wrong;
    if (auto wrong = check_mail(settings, providers.mail)) return wrong;
    if (auto wrong = check_notifications(settings)) return wrong;
    if (settings.identity_providers.empty()) return std::nullopt;
    if (settings.demo_sign_in) return SettingError{"dichtbij.conf", "'demo_sign_in' cannot be 'yes' when there is an identity provider"};
    if (settings.public_url.empty()) return SettingError{"dichtbij.conf", "'public_url' is needed when there is an identity provider"};
    return std::nullopt;
}

std::optional<SettingError> apply(Settings& settings, Providers& providers, std::string_view name, std::string_view value, std::string where) {
    if (name.starts_with(provider_prefix)) return providers.add(name, value, std::move(where));
    if (name.starts_with(employee_prefix)) {
        const std::string field(name.substr(employee_prefix.size()));
        providers.employees.values[field] = value;
        providers.employees.where[field] = std::move(where);
        return std::nullopt;
    }
    if (is_mail_setting(name)) {
        providers.mail.add(name, value, std::move(where));
        return std::nullopt;
    }
    if (opzoek::is_instelling(name)) {
        providers.registers.add(name, value, std::move(where));
        return std::nullopt;
    }
    const auto found = std::find_if(known().begin(), known().end(), [&](const Known& k) { return k.description.name == name; });
    if (found == known().end()) {
        std::string names;
        for (const Known& k : known()) names += (names.empty() ? "" : ", ") + std::string(k.description.name);
        return SettingError{std::move(where), "unknown setting '" + std::string(name) + "'; known are: " + names};
    }
    if (!found->set(settings, value))
        return SettingError{std::move(where), "'" + std::string(name) + "' cannot be '" + std::string(value) +
                                                  "'; allowed: " + std::string(found->description.allowed)};
    return std::nullopt;
}

}  // namespace

std::vector<SettingDescription> setting_descriptions() {
    std::vector<SettingDescription> descriptions;
    for (const Known& k : known()) descriptions.push_back(k.description);
    descriptions.push_back({"employee_provider.FIELD", "see docs/beheer/inloggen.md", "the provider through which employees sign in, with these fields:"});
    for (const auto& [field, meaning] : aanmelding::werkaanbieder_velden()) descriptions.push_back({field, "of the employee provider", meaning});
    descriptions.push_back({"identity_provider.NAME.FIELD", "NAME is yours: digid", "a provider through which residents sign in, with these fields:"});
    for (const auto& [field, meaning] : portaal::aanbieder_velden()) descriptions.push_back({field, "of an identity provider", meaning});
    for (const auto& one : mail_setting_descriptions()) descriptions.push_back({one.naam, one.mag, one.betekenis});
    for (const auto& one : opzoek::instellingen()) descriptions.push_back({one.naam, one.mag, one.betekenis});
    return descriptions;
}

tl::expected<Settings, SettingError> read_settings(std::string_view file_text,
                                                   const std::map<std::string, std::string>& environment) {
    Settings settings;
    Providers providers;
    int line_number = 0;
    while (!file_text.empty()) {
        const auto end = std::min(file_text.find('\n'), file_text.size());
        const auto line = trimmed(file_text.substr(0, end));
        file_text.remove_prefix(std::min(end + 1, file_text.size()));
        ++line_number;
        if (line.empty() || line.front() == '#') continue;
        const std::string where = "dichtbij.conf line " + std::to_string(line_number);
        const auto equals = line.find('=');
        if (equals == std::string_view::npos)
            return tl::make_unexpected(SettingError{where, "expected 'name = value'"});
        if (auto error = apply(settings, providers, trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)), where))
            return tl::make_unexpected(*error);
    }
    for (const auto& [name, value] : environment)
        if (auto error = apply(settings, providers, name, trimmed(value), "environment " + variable_of(name)))
            return tl::make_unexpected(*error);
    if (auto error = finish(settings, providers)) return tl::make_unexpected(*error);
    return settings;
}

std::map<std::string, std::string> settings_environment() {
    constexpr std::string_view prefix = "DICHTBIJ_";
    std::map<std::string, std::string> found;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text(*entry);
        const auto equals = text.find('=');
        if (!text.starts_with(prefix) || text.starts_with("DICHTBIJ_TEST_") || text.starts_with("DICHTBIJ_SHARE=") || equals == std::string_view::npos) continue;
        std::string name = lower_ascii(text.substr(prefix.size(), equals - prefix.size()));
        // A variable cannot hold points: DICHTBIJ_IDENTITY_PROVIDER__DIGID__ISSUER.
        for (std::size_t at = name.find("__"); at != std::string::npos; at = name.find("__", at)) name.replace(at, 2, ".");
        found[name] = text.substr(equals + 1);
    }
    return found;
}

}  // namespace dichtbij::app
