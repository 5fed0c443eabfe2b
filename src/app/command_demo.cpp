#include <CLI/CLI.hpp>
#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <fstream>

#include "app/catalogus.h"
#include "app/cli.h"
#include "app/demo_adressen.h"
#include "app/demo_jaar.h"
#include "app/demo_post.h"
#include "app/first_start.h"
#include "app/installation.h"
#include "app/unfinished.h"
#include "app/unfinished_store.h"

namespace dichtbij::app {
namespace {

constexpr int rows_at_once = 1000;

struct Options {
    Place place;
    int years = 1;
    std::uint64_t seed = 7;
    int contacts_per_year = 60'000;
    int gemeenten = 2;
};

// On the machine itself no second factor is asked, so that anyone can look around.
constexpr const char* demo_settings =
    "# Settings of a demo. Do not use them for a real gemeente.\n"
    "trusted_networks = 127.0.0.0/8, ::1/128\n"
    "demo_sign_in = yes\n";

std::string bar(const demo::Voortgang& progress) {
    constexpr int width = 30;
    const int full = progress.dagen > 0 ? progress.dagen_klaar * width / progress.dagen : 0;
    return "[" + std::string(static_cast<std::size_t>(full), '#') + std::string(static_cast<std::size_t>(width - full), '.') + "] " +
           to_iso(progress.dag) + ", " + std::to_string(progress.contacten) + " contacts";
}

void write_accounts(const Place& place, const demo::DemoUitslag& result) {
    boost::json::array accounts;
    for (const auto& account : result.accounts)
        accounts.push_back({{"naam", account.naam}, {"email", account.email}, {"wachtwoord", account.wachtwoord}, {"rol", account.rol}, {"gemeente", account.gemeente}});
    std::ofstream(place.dir().root / "demo-accounts.json") << boost::json::serialize(accounts) << "\n";
}

// The services live no longer than this, so that the store is closed when it is moved into place.
demo::DemoUitslag make_year(const Job& job, const Options& options, const Place& place) {
    const Instant present = SystemClock().now();
    SimulatedClock clock(present - days(366 * options.years));
    InstallationOptions made;
    made.seed = options.seed;
    made.bestanden = document::Duurzaam::later;
    Installation in(place, clock, made);
    refuse_unfinished(in.base());
    if (!needs_first_start(in)) throw CommandFailure{exit_failed, "this database holds an installation already; choose an empty one"};
    mark_unfinished(in.base());
    in.open_search_index();
    const auto rules = bericht::bericht_follower(in.base(), "demo", in.berichtmaker);
    demo::Diensten services{in.base(), clock, in.ids, in.accounts, in.organisatie, in.zaaktypen, in.norms, in.partijen, in.werk, in.werktimer, in.attenties, in.contacten, in.taken,
                            in.zaken, in.beloften, in.overleg, in.documenten, in.berichten, in.voorstellen, in.verzenden,
                            [&rules](Instant now) {
                                while (rules->run_once(now, rows_at_once) > 0) {
                                }
                            },
                            [&in](Instant now) { in.followers.run_until_idle(now); }};
    demo::DemoYear year(services, {options.years, options.seed, options.contacts_per_year, options.gemeenten, present, starter_catalogue()},
                        [&](const demo::Voortgang& progress) { job.output.progress(bar(progress)); });
    auto result = year.run();
    job.output.progress("");
    if (!result) throw CommandFailure{exit_failed, "the demo stopped: " + result.error().detail + " " + in_words(result.error())};
    demo::maak_adressen(in.base());
    demo::maak_post(in);
    mark_finished(in.base());
    return std::move(*result);
}

demo::DemoUitslag make(const Job& job, const Options& options) {
    if (!options.place.database.empty()) return make_year(job, options, options.place);
    NewInstallation demo(options.place, "dichtbij demo");
    const Place place = demo.place();
    std::ofstream(place.dir().settings()) << demo_settings;
    auto result = make_year(job, options, place);
    write_accounts(place, result);
    demo.complete();
    return result;
}

int run(const Job& job, const Options& options) {
    if (job.running) throw CommandFailure{exit_in_use, "a server runs on this folder; stop it first"};
    const auto result = make(job, options);
    for (const auto& code : result.gemeenten) job.output.out("gemeente " + code + "\n");
    for (const auto& account : result.accounts)
        job.output.out(account.rol + ": " + account.naam + ", " + account.email + ", wachtwoord " + account.wachtwoord + "\n");
    job.output.out(std::to_string(result.contacten) + " contacten, " + std::to_string(result.taken) + " taken, waarvan " + std::to_string(result.open) + " open, " +
                   std::to_string(result.zaken) + " zaken\n");
    return exit_ok;
}

}  // namespace

void add_demo(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("demo", "Make a year of two fictional gemeenten, to look around in");
    add_place(*command, options->place);
    command->add_option("--years", options->years, "Years to live through")->check(CLI::Range(1, demo::jaren_limit))->capture_default_str();
    command->add_option("--seed", options->seed, "The same seed on the same day gives the same data")->capture_default_str();
    command->add_option("--contacts-per-year", options->contacts_per_year, "Contacts a year, over all gemeenten together")
        ->check(CLI::Range(demo::contacten_minimum, demo::contacten_limit))->capture_default_str();
    command->add_option("--gemeenten", options->gemeenten, "One or two gemeenten")->check(CLI::Range(1, 2))->capture_default_str();
    command->footer("Everything is made by the real services on a simulated clock that ends now. No message is sent.\n"
                    "Prints the codes of the gemeenten and the accounts; the second factor is not asked on this machine.\n\n"
                    "Example:\n  dichtbij demo --data demo --contacts-per-year 5000");
    command->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return run(job, *options); }; });
}

}  // namespace dichtbij::app
