#include <CLI/CLI.hpp>
#include <fstream>

#include "app/cli.h"
#include "app/first_start.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    FirstStart start;
};

constexpr const char* settings_head =
    "# Settings of Dichtbij: name = value. What is not here has its default.\n"
    "# 'dichtbij serve --help' lists all names.\n";

void write_settings_file(const Place& place) {
    if (place.data.empty() || std::filesystem::exists(place.dir().settings())) return;
    std::ofstream(place.dir().settings()) << settings_head;
}

int run(const Job& job, const Options& options) {
    const auto lock = take_lock(options.place, "dichtbij init");
    const auto installation = open_installation(options.place, "");
    write_settings_file(options.place);
    if (options.start.gemeente.empty()) {
        if (!needs_first_start(*installation)) throw CommandFailure{exit_failed, "there is an installation already"};
        job.output.out("The store is ready. Start it with 'dichtbij serve' and open it in a browser:\n"
                       "the first page asks for the gemeente and the first beheerder.\n");
        return exit_ok;
    }
    const auto started = first_start(*installation, options.start);
    if (!started) throw CommandFailure{exit_failed, in_words(started.error())};
    job.output.out("gemeente " + started->code + "\nbeheerder " + options.start.email + "\n");
    if (!started->wachtwoord.empty())
        job.output.out("eenmalig wachtwoord " + started->wachtwoord + "\n");
    return exit_ok;
}

}  // namespace

void add_init(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("init", "Make a new installation: first gemeente, first beheerder, opening hours, defaults");
    add_place(*command, options->place);
    auto* gemeente = command->add_option("--gemeente", options->start.gemeente, "Name of the gemeente; without: the first page in the browser asks");
    command->add_option("--code", options->start.code, "Short name for commands (default: made from the name)");
    command->add_option("--telefoon", options->start.telefoon, "Number that residents call");
    auto* naam = command->add_option("--naam", options->start.naam, "Name of the first beheerder")->needs(gemeente);
    auto* email = command->add_option("--email", options->start.email, "E-mail address to sign in with")->needs(gemeente);
    gemeente->needs(naam)->needs(email);
    command->footer("Prints the code of the gemeente and a one-time password, to be changed at the first sign-in.\n\n"
                    "Example:\n  dichtbij init --data /var/lib/dichtbij --gemeente Oeverland --naam 'Els Bos' --email e.bos@oeverland.example");
    command->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return run(job, *options); }; });
}

}  // namespace dichtbij::app
