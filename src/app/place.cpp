#include "app/cli.h"
#include "app/installation.h"
#include "base/time.h"
#include "html/catalogue.h"

#include <fstream>
#include <sstream>

namespace dichtbij::app {
namespace {

const SystemClock system_clock;

Settings settings_of(const Place& place) {
    std::ostringstream text;
    if (!place.data.empty()) {
        const std::ifstream file(place.dir().settings());
        if (file) text << file.rdbuf();
    }
    auto settings = read_settings(text.str(), settings_environment());
    if (!settings) throw CommandFailure{exit_failed, settings.error().where + ": " + settings.error().problem};
    return *settings;
}

}  // namespace

std::unique_ptr<Installation> open_installation(const Place& place, const std::string& node) {
    return std::make_unique<Installation>(place, system_clock, InstallationOptions{settings_of(place), std::nullopt, node});
}

void require_installation(const Place& place) {
    if (place.database.empty() && !place.dir().holds_installation())
        throw CommandFailure{exit_failed, "there is no installation in " + place.data + "; make one with 'dichtbij init' or 'dichtbij demo'"};
}

std::unique_ptr<Lock> take_lock(const Place& place, const std::string& command) {
    if (!place.database.empty()) return nullptr;
    std::filesystem::create_directories(place.data);
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
