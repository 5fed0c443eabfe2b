#include "app/cli.h"
#include "app/installation.h"
#include "app/unfinished.h"
#include "base/time.h"
#include "html/catalogue.h"
#include "http/proxy.h"

#include <fstream>
#include <sstream>

namespace dichtbij::app {
namespace {

const SystemClock system_clock;

void require_networks(const std::string& name, const std::vector<std::string>& networks) {
    if (const auto parsed = http::TrustedProxies::parse(networks); !parsed)
        throw CommandFailure{exit_failed, "'" + name + "': " + parsed.error().detail + "; allowed: addresses, and networks such as 10.20.0.0/16"};
}

Settings settings_of(const Place& place) {
    std::ostringstream text;
    if (!place.data.empty()) {
        const std::ifstream file(place.dir().settings());
        if (file) text << file.rdbuf();
    }
    auto settings = read_settings(text.str(), settings_environment());
    if (!settings) throw CommandFailure{exit_failed, settings.error().where + ": " + settings.error().problem};
    require_networks("trusted_proxies", settings->trusted_proxies);
    require_networks("trusted_networks", settings->trusted_networks);
    return *settings;
}

}  // namespace

std::unique_ptr<Installation> open_installation(const Place& place, const std::string& node) {
    const Settings settings = settings_of(place);
    if (place.database.empty()) refuse_unfinished(place.dir());
    auto installation = std::make_unique<Installation>(place, system_clock, InstallationOptions{settings, std::nullopt, node});
    refuse_unfinished(installation->base());
    return installation;
}

void require_installation(const Place& place) {
    if (!place.database.empty()) return;
    refuse_unfinished(place.dir());
    if (!place.dir().holds_installation())
        throw CommandFailure{exit_failed, "there is no installation in " + place.data + "; make one with 'dichtbij init' or 'dichtbij demo'"};
}

std::unique_ptr<Lock> take_lock(const Place& place, const std::string& command) {
    if (!place.database.empty()) return nullptr;
    if (std::filesystem::create_directories(place.data)) std::filesystem::permissions(place.data, std::filesystem::perms::owner_all);
    auto lock = Lock::take(place.dir());
    if (!lock)
        throw CommandFailure{exit_in_use, place.data + " is in use by " + Lock::holder(place.dir()).value_or("another process")};
    lock->sign(command);
    return lock;
}

int with_installation(const Job& job, const Place& place, const std::function<int(Installation&)>& write) {
    if (job.running) return write(*job.running);
    require_installation(place);
    if (place.database.empty() && Lock::holder(place.dir()))
        if (const auto code = run_through_server(place.dir(), job.arguments, job.output)) return *code;
    const auto lock = take_lock(place, "dichtbij " + (job.arguments.empty() ? "" : job.arguments.front()));
    const auto installation = open_installation(place, "");
    return write(*installation);
}

std::string in_words(const Failure& failure) {
    const html::Catalogue catalogue(share_dir() / "text");
    const html::Texts& t = catalogue.of(html::Taal::nl);
    std::string words;
    for (const FieldError& error : failure.fields)
        words += (words.empty() ? "" : "; ") + error.field + ": " + t.fill(error.key, error.args);
    if (words.empty() && !failure.key.empty()) words = t(failure.key);
    return words.empty() ? failure.detail : words;
}

}  // namespace dichtbij::app
