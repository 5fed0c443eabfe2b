#include <CLI/CLI.hpp>

#include "app/cli.h"
#include "app/version.h"
#include "store/dialect.h"

namespace dichtbij::app {

void add_version(CLI::App& parser, Chosen& chosen) {
    auto* command = parser.add_subcommand("version", "Print the version of the program");
    command->footer("Example:\n  dichtbij version");
    command->final_callback([&chosen] {
        chosen.work = [](const Job& job) {
            job.output.out("dichtbij " + std::string(version) + " (schema release " + std::to_string(store::current_release) + ")\n");
            return exit_ok;
        };
    });
}

}  // namespace dichtbij::app
