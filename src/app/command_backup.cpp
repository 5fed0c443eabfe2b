#include <CLI/CLI.hpp>

#include "app/archive.h"
#include "app/cli.h"
#include "app/unfinished.h"
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

// A folder beside the file, for what goes in it; gone again at the end, also of an attempt that failed.
class Gathered {
  public:
    explicit Gathered(const std::string& file) : folder(file + ".deel") {
        const auto parent = std::filesystem::absolute(folder).parent_path();
        if (!std::filesystem::is_directory(parent)) throw CommandFailure{exit_failed, "there is no folder " + parent.string()};
        std::filesystem::remove_all(folder);
        std::filesystem::create_directory(folder);
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    }
    ~Gathered() {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    Gathered(const Gathered&) = delete;

    const std::filesystem::path folder;
};

// What a backup holds of the folder: both databases as one snapshot each, settings, and files.
int backup(const Job& job, const Options& options) {
    refuse_postgres(options.place);
    require_installation(options.place);
    const DataDir dir = options.place.dir();
    const Gathered gathered(options.file);
    const DataDir copy{gathered.folder};
    const auto progress = [&](double part) { job.output.progress("backup " + std::to_string(static_cast<int>(part * 100)) + " %"); };
    // The access log first: a row in it never names work that the copy does not have.
    if (std::filesystem::exists(dir.access_log())) store::backup_sqlite(dir.access_log(), copy.access_log(), {});
    store::backup_sqlite(dir.database(), copy.database(), progress);
    if (std::filesystem::exists(dir.settings())) std::filesystem::copy(dir.settings(), copy.settings());
    if (std::filesystem::exists(dir.files())) std::filesystem::copy(dir.files(), copy.files(), std::filesystem::copy_options::recursive);
    pack(copy.root, options.file);
    job.output.progress("");
    job.output.out(options.file + "\n");
    return exit_ok;
}

void require_whole(const DataDir& dir, const std::string& file) {
    if (!dir.holds_installation()) throw CommandFailure{exit_failed, file + " is not a backup of Dichtbij"};
    for (const auto& database : {dir.access_log(), dir.database()}) {
        if (!std::filesystem::exists(database)) continue;
        const auto problems = store::check_sqlite(database);
        if (!problems.empty()) throw CommandFailure{exit_failed, database.filename().string() + " in the backup is damaged: " + problems.front()};
    }
}

int restore(const Job& job, const Options& options) {
    refuse_postgres(options.place);
    if (!std::filesystem::is_regular_file(options.file)) throw CommandFailure{exit_failed, "there is no file " + options.file};
    NewInstallation restored(options.place, "dichtbij restore");
    const DataDir made = restored.place().dir();
    unpack(options.file, made.root);
    require_whole(made, options.file);
    restored.complete();
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
