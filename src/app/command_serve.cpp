#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <csignal>

#include "app/cli.h"
#include "app/web_server.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    std::string listen = "127.0.0.1:8080";
};

// Blocks SIGTERM and SIGINT in all threads made after it, and waits for one of them.
class Signals {
  public:
    Signals() {
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    int wait() {
        int signal = 0;
        sigwait(&set_, &signal);
        return signal;
    }

  private:
    sigset_t set_;
};

int run(const Job& job, const Options& options) {
    if (job.running) throw CommandFailure{exit_in_use, "this server is running already"};
    std::signal(SIGPIPE, SIG_IGN);
    Signals signals;
    const auto lock = take_lock(options.place, "dichtbij serve");
    const auto installation = open_installation(options.place, "");
    spdlog::set_level(spdlog::level::from_str(installation->settings.log_level));
    for (const std::string& line : installation->formulieren.ontbrekend()) spdlog::warn("{}", line);
    WebServer server(*installation, options.listen);
    std::unique_ptr<ControlServer> control;
    if (!options.place.data.empty())
        control = std::make_unique<ControlServer>(options.place.dir(), [&](const std::vector<std::string>& arguments, const Output& output) {
            return run_command_line(arguments, output, installation.get());
        });
    job.output.out("Dichtbij listens on " + server.address() + "\n");
    signals.wait();
    spdlog::info("stopping: answering what runs");
    control.reset();
    server.stop();
    return exit_ok;
}

std::string settings_help() {
    std::string text = "Settings, in DIR/dichtbij.conf as 'name = value' or in the environment as DICHTBIJ_NAME:\n";
    for (const auto& setting : setting_descriptions())
        text += "  " + std::string(setting.name) + " (" + std::string(setting.allowed) + "): " + std::string(setting.meaning) + "\n";
    return text;
}

}  // namespace

void add_serve(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("serve", "Serve the desk to browsers until SIGTERM");
    command->add_option("--data", options->place.data, "Folder of the installation")->type_name("DIR");
    command->add_option("--database", options->place.database, "PostgreSQL database instead of the embedded store")->type_name("URL");
    command->add_option("--listen", options->listen, "Address and port (port 0: a free one)")->type_name("ADDR:PORT")->capture_default_str();
    command->footer(settings_help() + "\nExample:\n  dichtbij serve --data /var/lib/dichtbij --listen 127.0.0.1:8080");
    command->final_callback([&chosen, options] {
        if (!options->place.is_given()) throw CLI::RequiredError("one of --data DIR and --database URL");
        chosen.work = [options](const Job& job) { return run(job, *options); };
    });
}

}  // namespace dichtbij::app
