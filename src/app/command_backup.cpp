#include <CLI/CLI.hpp>
#include <unistd.h>

#include "app/archive.h"
#include "app/cli.h"
#include "store/backup.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    std::string file;
};

void refuse_postgres(const Place& place) {
    if (!place.database.empty())
        throw CommandFailure{exit_usage, "a PostgreSQL database is backed up with pg_dump or its own tools; see docs/operations.md"};
}

// What a backup holds of the folder: both databases as one snapshot each, settings, and files.
int backup(const Job& job, const Options& options) {
    refuse_postgres(options.place);
    require_installation(options.place);
    const DataDir dir = options.place.dir();
    const std::filesystem::path folder = options.file + ".deel";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    const auto progress = [&](double part) { job.output.progress("backup " + std::to_string(static_cast<int>(part * 100)) + " %"); };
    // The access log first: a row in it never names work that the copy does not have.
    if (std::filesystem::exists(dir.access_log())) store::backup_sqlite(dir.access_log(), folder / "inzage.sqlite", {});
    store::backup_sqlite(dir.database(), folder / "dichtbij.sqlite", progress);
    for (const auto& extra : {dir.settings(), dir.files()})
        if (std::filesystem::exists(extra))
            std::filesystem::copy(extra, folder / extra.filename(), std::filesystem::copy_options::recursive);
    pack(folder, options.file);
    std::filesystem::remove_all(folder);
    job.output.progress("");
    job.output.out(options.file + "\n");
    return exit_ok;
}

int restore(const Job& job, const Options& options) {
    refuse_postgres(options.place);
    if (!std::filesystem::exists(options.file)) throw CommandFailure{exit_failed, "there is no file " + options.file};
    const DataDir dir = options.place.dir();
    if (dir.holds_installation()) throw CommandFailure{exit_failed, options.place.data + " holds an installation already; restore into an empty folder"};
    const auto lock = take_lock(options.place, "dichtbij restore");
    const std::filesystem::path folder = dir.root / ".terugzetten";
    std::filesystem::remove_all(folder);
    unpack(options.file, folder);
    for (const char* name : {"inzage.sqlite", "dichtbij.sqlite"}) {
        if (!std::filesystem::exists(folder / name)) continue;
        const auto problems = store::check_sqlite(folder / name);
        if (!problems.empty()) throw CommandFailure{exit_failed, std::string(name) + " in the backup is damaged: " + problems.front()};
    }
    if (!std::filesystem::exists(folder / "dichtbij.sqlite")) throw CommandFailure{exit_failed, options.file + " is not a backup of Dichtbij"};
    // The database last: until it is there, the folder holds no installation.
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().filename() != "dichtbij.sqlite") std::filesystem::rename(entry.path(), dir.root / entry.path().filename());
    std::filesystem::rename(folder / "dichtbij.sqlite", dir.database());
    std::filesystem::remove_all(folder);
    job.output.out("restored into " + options.place.data + "; the search index is made again at the first start\n");
    return exit_ok;
}

}  // namespace

void add_backup(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("backup", "Copy an installation to one file, also while it runs");
    add_place(*command, options->place);
    command->add_option("FILE", options->file, "File to make")->required();
    command->footer("Example:\n  dichtbij backup /backup/dichtbij-$(date +%F).tar.gz --data /var/lib/dichtbij");
    command->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return backup(job, *options); }; });
}

void add_restore(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("restore", "Put a backup back into an empty folder");
    add_place(*command, options->place);
    command->add_option("FILE", options->file, "File that 'dichtbij backup' made")->required();
    command->footer("Example:\n  dichtbij restore /backup/dichtbij-2026-11-22.tar.gz --data /var/lib/dichtbij");
    command->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return restore(job, *options); }; });
}

}  // namespace dichtbij::app
