#pragma once
// Settings of an installation: from DIR/dichtbij.conf ("name = value" lines, # comment), overruled by
// the environment (DICHTBIJ_NAME). Checked at start: an unknown or impossible one stops the start.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aanmelding/werkaanbieder.h"
#include "app/mail_settings.h"
#include "base/result.h"
#include "opzoek/instellingen.h"
#include "portaal/aanbieder.h"

namespace dichtbij::app {

struct Settings {
    int worker_threads = 4;
    int max_connections = 512;
    int max_body_kib = 2048;
    int session_idle_minutes = 30;
    int session_absolute_hours = 12;
    int retention_access_log_days = 730;
    int login_attempts_per_minute = 10;        // per address, and per account
    int max_file_mib = 50;                     // of one document
    int max_upload_mib = 100;                  // all files of one form
    std::string virus_scanner;                 // clamd: "unix:/PATH" or "tcp:HOST:PORT"; empty: none
    int virus_scanner_timeout_seconds = 30;
    std::string log_level = "info";
    std::vector<std::string> trusted_proxies;  // addresses whose X-Forwarded-For is believed
    std::vector<std::string> trusted_networks; // where TOTP is not asked: "10.20.0.0/16"
    std::string totp_roles = "beheerder,teamleider";
    std::string public_url;                    // of the residents' side: "https://mijn.oeverland.nl"; no slash at the end
    int resident_session_idle_minutes = 15;
    bool demo_sign_in = false;                 // residents are chosen from a list; for a demo only
    std::string api_url;                       // of the interfaces for other systems; empty: as the request names it
    int api_requests_per_minute = 60'000;      // of one application
    std::string secret_key;                    // 32 bytes that secrets of other systems are kept under; empty: none
    std::vector<std::string> notification_hosts;  // where subscribers and webhooks may be
    std::string notifications_url;             // of an outside Notificaties component; no slash at the end; empty: none
    std::string notifications_client_id;       // signs a ZGW JWT with:
    std::string notifications_secret;
    std::string notifications_token;           // or is sent as it is: "Token ..."
    std::vector<portaal::Aanbieder> identity_providers;
    std::optional<aanmelding::Werkaanbieder> employee_provider;
    std::vector<std::string> mail_listen;      // where mail servers deliver: "127.0.0.1:24", "unix:/run/dichtbij/lmtp", "smtp:127.0.0.1:25"
    std::vector<std::string> mail_networks{"127.0.0.0/8", "::1"};  // who may deliver there
    std::string mail_authserv_id;              // under which our own mail server writes Authentication-Results; empty: not believed
    opzoek::Instellingen opzoeken;             // brp.*, kvk.*, adressen.*
    MailSettings post;                         // smtp.*, dkim.*, mail_*
};

struct SettingError {
    std::string where;    // "dichtbij.conf line 3" or "DICHTBIJ_LOG_LEVEL"
    std::string problem;  // one sentence: the name and what is allowed
};

// What a name means (a provider's fields stand under "identity_provider.NAME.FIELD"), for `dichtbij serve --help` and docs/operations.
struct SettingDescription {
    std::string_view name;
    std::string_view allowed;
    std::string_view meaning;
};
std::vector<SettingDescription> setting_descriptions();

// `environment` holds the variables that start with DICHTBIJ_, without that prefix, in lower case.
tl::expected<Settings, SettingError> read_settings(std::string_view file_text,
                                                   const std::map<std::string, std::string>& environment);
std::map<std::string, std::string> settings_environment();

}  // namespace dichtbij::app
