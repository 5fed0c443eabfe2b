#include "app/settings.h"

#include <doctest/doctest.h>

namespace dichtbij::app::settings_test {

TEST_CASE("the key for secrets is 32 bytes, and the address of the interfaces has no path") {
    const std::string key(64, 'a');
    CHECK(read_settings("secret_key = " + key, {})->secret_key == std::string(32, '\xaa'));
    CHECK(read_settings("", {{"secret_key", "0Ff0" + key.substr(4)}})->secret_key.substr(0, 2) == "\x0f\xf0");
    for (const std::string& bad : {std::string("abc"), key + "a", key.substr(1) + "g"}) CHECK_FALSE(read_settings("secret_key = " + bad, {}));
    CHECK(read_settings("api_url = https://kcc.oeverland.example/", {})->api_url == "https://kcc.oeverland.example");
    for (const char* bad : {"kcc.oeverland.example", "https://kcc.oeverland.example/api", "ftp://x"}) CHECK_FALSE(read_settings(std::string("api_url = ") + bad, {}));
    CHECK(read_settings("api_requests_per_minute = 600", {})->api_requests_per_minute == 600);
    CHECK_FALSE(read_settings("api_requests_per_minute = 59", {}));
}

TEST_CASE("where notifications go is named by host or network, and a component needs our own address") {
    CHECK(read_settings("notification_hosts = ita.oeverland.nl, *.oeverland.nl,10.20.0.0/16", {})->notification_hosts.size() == 3);
    for (const char* bad : {"*", "*.nl", "https://x.nl", "10.20.0.0/40", "a b", "x.nl,,y.nl"}) CHECK_FALSE(read_settings(std::string("notification_hosts = ") + bad, {}));
    const std::string own = "api_url = https://kcc.oeverland.example\n";
    const std::string url = "notifications_url = https://nrc.oeverland.example/api/v1/\n";
    CHECK(read_settings(own + url, {})->notifications_url == "https://nrc.oeverland.example/api/v1");
    CHECK_FALSE(read_settings(url, {}));
    CHECK_FALSE(read_settings(own + "notifications_url = nrc.oeverland.example", {}));
    CHECK(read_settings(own + url + "notifications_client_id = dichtbij\nnotifications_secret = geheim", {}));
    CHECK_FALSE(read_settings(own + url + "notifications_client_id = dichtbij", {}));
    CHECK_FALSE(read_settings(own + url + "notifications_token = Token x\nnotifications_client_id = dichtbij\nnotifications_secret = geheim", {}));
}

TEST_CASE("registers that are asked are set up by source, and the BRP needs a key for its log") {
    const std::string brp = "brp.url = https://brp.example/api\nbrp.purposes = BZ: Burgerzaken\n";
    const auto settings = read_settings("secret_key = " + std::string(64, 'a') + "\n" + brp, {{"brp.api_key", "sleutel"}, {"kvk.enabled", "no"}});
    REQUIRE(settings);
    CHECK(settings->opzoeken.brp.bron.is_ingesteld());
    CHECK(settings->opzoeken.brp.bron.api_key == "sleutel");
    CHECK(read_settings(brp, {}).error().problem.find("secret_key") != std::string::npos);
    const auto wrong = read_settings("\nbrp.kleur = rood", {});
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().where == "dichtbij.conf line 2");
    CHECK(wrong.error().problem.find("brp.kleur") != std::string::npos);
    CHECK_FALSE(read_settings("adressen.source = locatieserver", {}));
}

TEST_CASE("settings come from the file and the environment overrules them") {
    const auto settings = read_settings("# balie\nworker_threads = 8\nlog_level=warn\n\n", {{"log_level", "debug"}});
    REQUIRE(settings);
    CHECK(settings->worker_threads == 8);
    CHECK(settings->log_level == "debug");
}

TEST_CASE("the virus scanner is a socket, an address, or none") {
    CHECK(read_settings("virus_scanner = unix:/run/clamav/clamd.ctl", {})->virus_scanner == "unix:/run/clamav/clamd.ctl");
    CHECK(read_settings("virus_scanner = tcp:127.0.0.1:3310", {})->virus_scanner == "tcp:127.0.0.1:3310");
    CHECK(read_settings("virus_scanner = tcp:127.0.0.1:3310", {{"virus_scanner", "none"}})->virus_scanner.empty());
    CHECK(read_settings("", {})->virus_scanner.empty());
}

TEST_CASE("an unknown or impossible setting is refused with its place, its name and what is allowed") {
    struct Row {
        const char* text;
        const char* where;
        const char* word;
    };
    for (const Row& row : {Row{"a = 1", "dichtbij.conf line 1", "unknown setting 'a'"},
                           Row{"\nworker_threads = 0", "dichtbij.conf line 2", "allowed: 1 to 64"},
                           Row{"worker_threads = 4x", "dichtbij.conf line 1", "cannot be '4x'"},
                           Row{"log_level", "dichtbij.conf line 1", "name = value"},
                           Row{"trusted_networks = overal", "dichtbij.conf line 1", "networks such as"},
                           Row{"totp_roles = baas", "dichtbij.conf line 1", "roles"},
                           Row{"max_file_mib = 0", "dichtbij.conf line 1", "1 to 500"},
                           Row{"virus_scanner = tcp:3310", "dichtbij.conf line 1", "unix:/PATH"},
                           Row{"virus_scanner = /run/clamd", "dichtbij.conf line 1", "unix:/PATH"},
                           Row{"trusted_proxies = my proxy", "dichtbij.conf line 1", "addresses"}}) {
        CAPTURE(row.text);
        const auto settings = read_settings(row.text, {});
        REQUIRE_FALSE(settings);
        CHECK(settings.error().where == row.where);
        CHECK(settings.error().problem.find(row.word) != std::string::npos);
    }
    CHECK(read_settings("", {{"no_such", "1"}}).error().where == "environment DICHTBIJ_NO_SUCH");
}

TEST_CASE("the provider of employees is read from its fields, and one that cannot work stops the start") {
    const std::string provider = "employee_provider.issuer = https://sso.example\nemployee_provider.client_id = dichtbij\nemployee_provider.url = https://kcc.oeverland.example/\n";
    const std::map<std::string, std::string> secret{{"employee_provider.client_secret", "geheim"}};
    CHECK_FALSE(read_settings("", {})->employee_provider);
    const auto settings = read_settings(provider + "employee_provider.only = yes", secret);
    REQUIRE(settings);
    CHECK(settings->employee_provider->eigen_url == "https://kcc.oeverland.example");
    CHECK(settings->employee_provider->alleen);
    CHECK(read_settings(provider, {}).error().problem.find("client secret") != std::string::npos);
    CHECK(read_settings(provider + "employee_provider.colour = red", secret).error().where == "dichtbij.conf line 4");
}

TEST_CASE("an identity provider is read from its fields, and needs an address to send people back to") {
    const std::string provider =
        "identity_provider.digid.kind = digid\nidentity_provider.digid.issuer = https://broker.example\n"
        "identity_provider.digid.client_id = dichtbij\n";
    const std::map<std::string, std::string> secret{{"identity_provider.digid.client_secret", "geheim"}};
    const auto settings = read_settings("public_url = https://mijn.oeverland.example/\n" + provider, secret);
    REQUIRE(settings);
    CHECK(settings->public_url == "https://mijn.oeverland.example");
    REQUIRE(settings->identity_providers.size() == 1);
    CHECK(settings->identity_providers.front().client_secret == "geheim");
    CHECK(read_settings(provider, secret).error().problem.find("public_url") != std::string::npos);
    CHECK(read_settings(provider, {}).error().problem.find("client secret") != std::string::npos);
    CHECK(read_settings(provider + "identity_provider.digid.colour = red", secret).error().where == "dichtbij.conf line 4");
    CHECK(read_settings("demo_sign_in = yes\npublic_url = https://mijn.oeverland.example\n" + provider, secret).error().problem.find("demo_sign_in") != std::string::npos);
    CHECK(read_settings("demo_sign_in = yes", {})->demo_sign_in);
    CHECK_FALSE(read_settings("public_url = http://mijn.oeverland.example", {}));
    CHECK_FALSE(read_settings("resident_session_idle_minutes = 30", {}));
}

TEST_CASE("mail goes out over a server that fits together, and not with a password that others could read") {
    const std::string server = "smtp.host = mail.oeverland.example\nmail_from = Gemeente Oeverland <post@oeverland.example>\n";
    CHECK_FALSE(read_settings("", {})->post.server.has_value());
    const std::map<std::string, std::string> secret{{"smtp.password", "geheim"}};
    const auto settings = read_settings("public_url = https://mijn.oeverland.example\n" + server + "mail_from.heidedal = post@heidedal.example\nsmtp.user = dichtbij\n", secret);
    REQUIRE(settings);
    CHECK(settings->post.server->poort == 587);
    CHECK(settings->post.server->beveiliging == mail::Beveiliging::starttls);
    CHECK(settings->post.server->wachtwoord == "geheim");
    CHECK(settings->post.opties.afzender.naam == "Gemeente Oeverland");
    CHECK(settings->post.opties.per_gemeente.at("heidedal").adres == "post@heidedal.example");
    CHECK(settings->post.opties.mijn_url == "https://mijn.oeverland.example");
    CHECK(read_settings(server + "smtp.security = tls", {})->post.server->poort == 465);
    for (const char* wrong : {"smtp.security = ssl", "smtp.port = 0", "smtp.user = dichtbij", "smtp.ca_file = /bestaat/niet", "smtp.greeting = a b", "mail_per_minute = 0",
                              "mail_plus_addresses = ja", "mail_from.heidedal = niemand", "dkim.domain = oeverland.example", "smtp.colour = red", "mail_from. = a@b.example"})
        CHECK_MESSAGE(!read_settings(server + wrong, {}), wrong);
    CHECK_FALSE(read_settings(server, secret));
    CHECK_FALSE(read_settings(server + "smtp.user = dichtbij\nsmtp.security = opportunistic", secret));
    CHECK(read_settings("smtp.host = mail.oeverland.example", {}).error().problem.find("mail_from") != std::string::npos);
    CHECK(read_settings(server + "smtp.port = 0", {}).error().where == "dichtbij.conf line 3");
}

}  // namespace dichtbij::app::settings_test
