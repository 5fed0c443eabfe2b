#include <CLI/CLI.hpp>

#include "app/check.h"
#include "app/cli.h"
#include "app/installation.h"
#include "app/unfinished.h"
#include "store/backup.h"

namespace dichtbij::app {
namespace {

std::unique_ptr<store::Store> open_reading(const Place& place) {
    if (!place.database.empty()) return store::open_postgres({.url = place.database, .connections = 2});
    return store::open_sqlite({.path = place.dir().database().string(), .readers = 1});
}

int run(const Job& job, const Place& place, document::Grondigheid grondigheid) {
    require_installation(place);
    std::vector<CheckResult> results;
    if (place.database.empty()) {
        results.push_back({"the database file is whole", store::check_sqlite(place.dir().database())});
        if (std::filesystem::exists(place.dir().access_log()))
            results.push_back({"the access log is whole", store::check_sqlite(place.dir().access_log())});
    }
    const auto store = open_reading(place);
    refuse_unfinished(*store);
    const auto files = open_files(place, *store);
    const SystemClock clock;
    for (auto& result : check_store(*store, *files, clock, grondigheid)) results.push_back(std::move(result));
    std::size_t problems = 0;
    for (const auto& result : results) {
        job.output.out((result.problems.empty() ? "ok    " : "FAULT ") + result.what + "\n");
        for (const auto& problem : result.problems) job.output.out("      " + problem + "\n");
        problems += result.problems.size();
    }
    if (problems == 0) return exit_ok;
    throw CommandFailure{exit_failed, std::to_string(problems) + " faults found; see the lines above"};
}

}  // namespace

void add_check(CLI::App& parser, Chosen& chosen) {
    auto place = std::make_shared<Place>();
    auto reads_files = std::make_shared<bool>(false);
    auto* command = parser.add_subcommand("check", "Tell whether a store is whole, also while it runs");
    add_place(*command, *place);
    command->add_flag("--read-files", *reads_files, "Read every file of a document, and compare its hash");
    command->footer("Prints a line per rule, and below it what breaks the rule. Exit code 1 when anything does.\n\n"
                    "Example:\n  dichtbij check --data /var/lib/dichtbij");
    command->final_callback([&chosen, place, reads_files] {
        chosen.work = [place, reads_files](const Job& job) { return run(job, *place, *reads_files ? document::Grondigheid::inhoud : document::Grondigheid::snel); };
    });
}

}  // namespace dichtbij::app
