#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <stdexcept>

#include "app/cli.h"
#include "store/store.h"

namespace dichtbij::app {
namespace {

constexpr const char* about =
    "Dichtbij: every question gets an owner, a promised moment, a visible course and a measured end.";

void add_commands(CLI::App& parser, Chosen& chosen) {
    add_init(parser, chosen);
    add_serve(parser, chosen);
    add_demo(parser, chosen);
    add_import(parser, chosen);
    add_user(parser, chosen);
    add_token(parser, chosen);
    add_openapi(parser, chosen);
    add_mail_proef(parser, chosen);
    add_check(parser, chosen);
    add_term(parser, chosen);
    add_backup(parser, chosen);
    add_restore(parser, chosen);
    add_version(parser, chosen);
    add_mail_lezen(parser, chosen);
}

// One line, whatever the parser or the system put in its message.
std::string one_line(std::string text) {
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text;
}

int run_work(const Work& work, const Job& job) {
    const auto say = [&](const std::string& line) { job.output.err("dichtbij: " + one_line(line)); };
    try {
        return work(job);
    } catch (const CommandFailure& failure) {
        say(failure.what());
        return failure.code;
    } catch (const store::Unavailable& broken) {
        say(std::string("the store does not work: ") + broken.what());
    } catch (const std::exception& error) {
        say(error.what());
    }
    return exit_failed;
}

}  // namespace

int run_command_line(const std::vector<std::string>& arguments, const Output& output, Installation* running) {
    CLI::App parser(about, "dichtbij");
    parser.require_subcommand(1);
    parser.set_help_all_flag("--help-all", "Help of all commands");
    parser.footer("Example:\n  dichtbij demo --data demo && dichtbij serve --data demo --listen 127.0.0.1:8080\n\n"
                  "Exit codes: 0 done, 1 failed, 2 wrong command line, 3 the data folder is in use.\n"
                  "'dichtbij COMMAND --help' explains a command and gives an example.");
    Chosen chosen;
    add_commands(parser, chosen);
    try {
        parser.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& help) {
        std::ostringstream out, err;
        parser.exit(help, out, err);
        output.out(out.str());
        return exit_ok;
    } catch (const CLI::ParseError& wrong) {
        output.err("dichtbij: " + one_line(wrong.what()) + " (see --help)");
        return exit_usage;
    }
    return run_work(chosen.work, Job{output, running, arguments});
}

void add_place(CLI::App& command, Place& place) {
    auto* data = command.add_option("--data", place.data, "Folder of an installation on the embedded store")->type_name("DIR");
    auto* database = command.add_option("--database", place.database, "PostgreSQL database: postgresql://user@host/name")
                         ->type_name("URL");
    command.parse_complete_callback([data, database] {
        if (data->count() == 0 && database->count() == 0)
            throw CLI::RequiredError("one of --data DIR and --database URL");
    });
}

std::filesystem::path share_dir() {
    if (const char* named = std::getenv("DICHTBIJ_SHARE")) return named;
    const auto program = std::filesystem::read_symlink("/proc/self/exe").parent_path();
    for (const auto& candidate : {program / ".." / "share" / "dichtbij", program / ".." / "share"})
        if (std::filesystem::exists(candidate / "text" / "nl.json")) return std::filesystem::canonical(candidate);
    throw CommandFailure{exit_failed, "the folder with texts and web assets is not beside the program; "
                                      "name it in DICHTBIJ_SHARE"};
}

}  // namespace dichtbij::app
