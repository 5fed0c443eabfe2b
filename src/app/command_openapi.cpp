#include <CLI/CLI.hpp>

#include <cstdlib>
#include <filesystem>

#include "app/apis.h"
#include "app/cli.h"
#include "app/installation.h"
#include "base/time.h"

namespace dichtbij::app {
namespace {

struct Options {
    std::string naam;
    std::string taal = "nl";
};

// Gone with everything in it at the end.
struct Folder {
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "dichtbij-openapi-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw CommandFailure{exit_failed, "no folder can be made in " + std::filesystem::temp_directory_path().string()};
        path = pattern;
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
    Folder(const Folder&) = delete;

    std::string path;
};

// An installation with nothing in it: descriptions follow from the program alone.
struct Empty {
    const Folder folder;
    const SystemClock clock;
    Installation installation{{.data = folder.path, .database = {}}, clock, {}};
    http::Router router;
    Apis apis{installation, router};
};

int run(const Job& job, const Options& options) {
    const Empty empty{};
    if (options.naam.empty()) {
        for (const auto& one : empty.apis.all()) job.output.out(one->about().naam + "\n");
        return exit_ok;
    }
    for (const auto& one : empty.apis.all()) {
        if (one->about().naam != options.naam) continue;
        job.output.out(one->description(html::taal_of(options.taal)) + "\n");
        return exit_ok;
    }
    throw CommandFailure{exit_usage, "there is no API '" + options.naam + "': 'dichtbij openapi' names them"};
}

}  // namespace

void add_openapi(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("openapi", "Print the OpenAPI description of an API; without a name: which there are");
    command->add_option("naam", options->naam, "Name of the API")->type_name("NAME");
    command->add_option("--taal", options->taal, "Language of the words in it: nl or en")->check(CLI::IsMember({"nl", "en"}));
    command->footer("A server gives the same at /NAME/api/v1/openapi.json.\n\n"
                    "Example:\n  dichtbij openapi klantinteracties");
    command->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return run(job, *options); }; });
}

}  // namespace dichtbij::app
