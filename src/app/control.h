#pragma once
// Commands that write while a server holds the store are done by that server: the command line goes over
// a Unix socket in the data folder (mode 0600), what it prints comes back line by line.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/data_dir.h"

namespace dichtbij::app {

// Where a command writes. `err` takes whole lines; `progress` may overwrite the last line. A long command
// asks `should_stop` between its transactions: the server that does it wants to end.
struct Output {
    std::function<void(const std::string& text)> out;
    std::function<void(const std::string& line)> err;
    std::function<void(const std::string& line)> progress;
    std::function<bool()> should_stop = [] { return false; };
};

Output terminal_output();

// Runs a command line (without the program name) and returns its exit code.
using RunCommand = std::function<int(const std::vector<std::string>& arguments, const Output&)>;

class ControlServer {
  public:
    // Listens until destroyed. One command at a time.
    ControlServer(const DataDir&, RunCommand);
    ~ControlServer();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Has the server of this folder run the command. Nothing when no server listens.
std::optional<int> run_through_server(const DataDir&, const std::vector<std::string>& arguments, const Output&);

}  // namespace dichtbij::app
