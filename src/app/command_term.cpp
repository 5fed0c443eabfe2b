#include <CLI/CLI.hpp>

#include "app/cli.h"
#include "app/installation.h"
#include "html/catalogue.h"
#include "norm/explanation_render.h"
#include "norm/legal_calendar.h"
#include "norm/legal_term.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app {
namespace {

struct Options {
    std::string van;
    int werkdagen = 0;
    std::string wettelijk;
    std::string gemeente;
    std::string taal = "nl";
    Place place;
};

struct Answer {
    Day day{};
    norm::Explanation reason;
};

Day read_day(const std::string& text) {
    const auto day = parse_day(text);
    if (!day) throw CommandFailure{exit_usage, "--van must be a date such as 2026-04-02, not '" + text + "'"};
    return *day;
}

template <class T>
T require(Result<T> result) {
    if (!result) throw CommandFailure{exit_failed, in_words(result.error())};
    return std::move(*result);
}

Answer legal(const Options& options) {
    const auto duur = norm::parse_duur(options.wettelijk);
    if (!duur)
        throw CommandFailure{exit_usage, "--wettelijk must be a number with w (weeks), d (days), m (months) or j (years), such as 8w, not '" +
                                             options.wettelijk + "'"};
    auto einde = require(norm::last_day(norm::LegalTerm{*duur}, read_day(options.van)));
    return {einde.datum, std::move(einde.explanation)};
}

// Without a gemeente: Monday to Friday, the days of the legal calendar free.
norm::ServiceCalendar plain_calendar(Day around) {
    const int year = int(ymd(around).year());
    return require(norm::ServiceCalendar::compile(norm::legal_working_week(), {year - 1, year + 20}));
}

Answer working_days(const Options& options, const norm::ServiceCalendar& calendar) {
    const Day van = read_day(options.van);
    // A day of receipt without a time is taken at its end: it does not count either way.
    auto due = require(norm::due(norm::Term(norm::WorkingDays{options.werkdagen}), start_of(van) + hours(12), calendar));
    return {day_of(due.op), std::move(due.explanation)};
}

int print(const Job& job, const Options& options, const Answer& answer) {
    const html::Catalogue catalogue(share_dir() / "text");
    std::string text = to_iso(answer.day) + "\n";
    for (const auto& sentence : norm::in_words(catalogue.of(html::taal_of(options.taal)), answer.reason)) text += sentence + "\n";
    job.output.out(text);
    return exit_ok;
}

int run(const Job& job, const Options& options) {
    if (!options.wettelijk.empty()) return print(job, options, legal(options));
    if (options.gemeente.empty()) return print(job, options, working_days(options, plain_calendar(read_day(options.van))));
    return with_installation(job, options.place, [&](Installation& installation) {
        const auto calendar = require(installation.store.read([&](store::Tx& tx) -> Result<norm::Kalender> {
            const auto gemeente = organisatie::gemeente_by_code(tx, options.gemeente);
            if (!gemeente) throw CommandFailure{exit_failed, "there is no gemeente '" + options.gemeente + "'"};
            return installation.norms.kalender(tx, gemeente->id);
        }));
        return print(job, options, working_days(options, *calendar));
    });
}

}  // namespace

void add_term(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* command = parser.add_subcommand("term", "Compute the last day of a term and say why");
    command->add_option("--van", options->van, "Day of receipt")->required()->type_name("DATE");
    auto* days_ = command->add_option("--werkdagen", options->werkdagen, "Working days; the day of receipt does not count")->check(CLI::Range(1, 2500));
    auto* legal_ = command->add_option("--wettelijk", options->wettelijk, "Legal term: 8w, 42d, 6m, 1j")->excludes(days_);
    auto* gemeente = command->add_option("--gemeente", options->gemeente, "Opening days of this gemeente (needs --data or --database)")->type_name("CODE");
    auto* data = command->add_option("--data", options->place.data, "Folder of the installation")->type_name("DIR");
    command->add_option("--database", options->place.database, "PostgreSQL database")->type_name("URL")->excludes(data);
    command->add_option("--taal", options->taal, "Language of the reason: nl or en")->check(CLI::IsMember({"nl", "en"}));
    command->footer("The last day stands on the first line, the reason below it. Without --gemeente: Monday to Friday,\n"
                    "the days of the legal calendar free.\n\n"
                    "Example:\n  dichtbij term --van 2026-04-02 --werkdagen 2\n  dichtbij term --van 2026-02-09 --wettelijk 8w");
    command->final_callback([&chosen, options, days_, legal_, gemeente] {
        if (days_->count() == 0 && legal_->count() == 0) throw CLI::RequiredError("one of --werkdagen N and --wettelijk TERM");
        if (gemeente->count() > 0 && !options->place.is_given()) throw CLI::RequiredError("--gemeente needs --data DIR or --database URL");
        chosen.work = [options](const Job& job) { return run(job, *options); };
    });
}

}  // namespace dichtbij::app
