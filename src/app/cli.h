#pragma once
// The command line: one function per command, declared here, in the file command_NAME.cpp.

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "app/control.h"
#include "app/data_dir.h"
#include "base/result.h"

namespace CLI {
class App;
}

namespace dichtbij::app {

class Installation;

// Exit codes, the same for all commands.
inline constexpr int exit_ok = 0;
inline constexpr int exit_failed = 1;   // tried, did not succeed; standard error says why
inline constexpr int exit_usage = 2;    // the command line is wrong
inline constexpr int exit_in_use = 3;   // another process holds the data folder

// Which store a command works on.
struct Place {
    std::string data;      // --data DIR
    std::string database;  // --database postgresql://...
    bool is_given() const { return !data.empty() || !database.empty(); }
    DataDir dir() const { return DataDir{data}; }
};

// What a command gets to do its work.
struct Job {
    const Output& output;
    Installation* running = nullptr;      // of the server that was asked to do it; nullptr: open it yourself
    std::vector<std::string> arguments;   // the command line itself, to hand it to a running server
};

// A fault that ends a command with one line on standard error.
struct CommandFailure : std::runtime_error {
    CommandFailure(int exit_code, const std::string& line) : std::runtime_error(line), code(exit_code) {}
    int code;
};

using Work = std::function<int(const Job&)>;
struct Chosen {
    Work work;
};

// Each adds a subcommand to the parser; when it is the one asked for, it sets `chosen.work`.
void add_init(CLI::App&, Chosen&);
void add_serve(CLI::App&, Chosen&);
void add_demo(CLI::App&, Chosen&);
void add_import(CLI::App&, Chosen&);
void add_import_klantcontacten(CLI::App& import, Chosen&);
void add_import_zaken(CLI::App& import, Chosen&);
void add_import_adressen(CLI::App& import, Chosen&);
void add_user(CLI::App&, Chosen&);
void add_token(CLI::App&, Chosen&);
void add_openapi(CLI::App&, Chosen&);
void add_mail_proef(CLI::App&, Chosen&);
void add_check(CLI::App&, Chosen&);
void add_term(CLI::App&, Chosen&);
void add_backup(CLI::App&, Chosen&);
void add_restore(CLI::App&, Chosen&);
void add_version(CLI::App&, Chosen&);
void add_mail_lezen(CLI::App&, Chosen&);

// Adds --data and --database to a command; one of the two is required.
void add_place(CLI::App& command, Place& place);

// Runs `write` on the store of a place: on the running server's installation when there is one, else on
// one opened here under the lock. Throws CommandFailure when another process holds it.
int with_installation(const Job&, const Place&, const std::function<int(Installation&)>& write);

// Opened under the lock that the caller holds; settings from its file and the environment.
std::unique_ptr<Installation> open_installation(const Place&, const std::string& node);
// Throws CommandFailure when the folder holds no installation.
void require_installation(const Place&);
// Throws CommandFailure (exit_in_use) when another process holds the folder; nullptr on PostgreSQL.
std::unique_ptr<Lock> take_lock(const Place&, const std::string& command);

// "email: dit adres bestaat al" lines for a failure, in the language of the terminal.
std::string in_words(const Failure&);

// Where the texts and web assets are: $DICHTBIJ_SHARE, else beside the program. Throws CommandFailure.
std::filesystem::path share_dir();

// Parses and runs a command line without the program name. `running`: see Job.
int run_command_line(const std::vector<std::string>& arguments, const Output&, Installation* running = nullptr);

}  // namespace dichtbij::app
