#include <CLI/CLI.hpp>
#include <cstdlib>

#include "app/cli.h"
#include "mail/lees_apart.h"

namespace dichtbij::app {

// Started by the server itself, for each mail that is read.
void add_mail_lezen(CLI::App& parser, Chosen& chosen) {
    auto* command = parser.add_subcommand(std::string(mail::lees_opdracht), "Read one mail from standard input (used by the server itself)");
    command->group("");
    // Ends at once: the leak checker of a sanitized build cannot run under the limits that reading has, and would fail.
    command->final_callback([&chosen] { chosen.work = [](const Job&) -> int { std::_Exit(mail::voer_lees_opdracht_uit()); }; });
}

}  // namespace dichtbij::app
