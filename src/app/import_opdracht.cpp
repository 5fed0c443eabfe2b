#include "app/import_opdracht.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <optional>

#include "app/import_afgekeurd.h"
#include "app/installation.h"
#include "html/catalogue.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app {
namespace {

using namespace contactimport;

constexpr int told_rows = 20;  // on the terminal; the reject file has all

// As the server that may do it must read it: that has another working folder.
std::vector<std::string> command_line(const Rijenopties& options, const std::string& naam) {
    std::vector<std::string> arguments{"import", naam, options.file, "--afgekeurd", options.rejects};
    if (!options.gemeente.empty()) arguments.insert(arguments.end(), {"--gemeente", options.gemeente});
    if (!options.place.data.empty()) arguments.insert(arguments.end(), {"--data", options.place.data});
    if (!options.place.database.empty()) arguments.insert(arguments.end(), {"--database", options.place.database});
    if (options.dry_run) arguments.emplace_back("--dry-run");
    return arguments;
}

std::ifstream open_file(const Rijenopties& options) {
    if (!std::filesystem::is_regular_file(options.file)) throw CommandFailure{exit_failed, "there is no file " + options.file};
    std::error_code absent;
    if (std::filesystem::equivalent(options.file, options.rejects, absent))
        throw CommandFailure{exit_failed, "the rejects would overwrite " + options.file + "; name another file with --afgekeurd"};
    std::ifstream file(options.file, std::ios::binary);
    if (!file) throw CommandFailure{exit_failed, "cannot read " + options.file};
    return file;
}

Id<Gemeente> gemeente_of(Installation& in, const std::string& code) {
    return in.store.read([&](store::Tx& tx) {
        if (const auto gemeente = organisatie::gemeente_by_code(tx, code)) return gemeente->id;
        std::string known;
        for (const auto& one : organisatie::gemeenten(tx)) known += (known.empty() ? "" : ", ") + one.code;
        throw CommandFailure{exit_failed, "there is no gemeente '" + code + "'" + (known.empty() ? "" : "; there is " + known)};
    });
}

// What the terminal and the reject file are told while rows go in.
class Verslag {
  public:
    Verslag(const Job& job, const Rijenopties& options)
        : job_(job), options_(options), catalogue_(share_dir() / "text"), bytes_(static_cast<std::int64_t>(std::filesystem::file_size(options.file))) {}

    void begin(const Rijenbestand& file) {
        try {
            rejects_.emplace(options_.rejects);
            rejects_->begin(file.kolommen().names(), file.separator());
        } catch (const std::system_error& error) {
            throw CommandFailure{exit_failed, std::string(error.what()) + "; name another file with --afgekeurd"};
        }
        std::string unknown;
        for (const auto& name : file.onbekende_kolommen()) unknown += (unknown.empty() ? "" : ", ") + name;
        if (!unknown.empty()) job_.output.out("onbekende kolommen, bewaard als notitie: " + unknown + "\n");
    }

    void refused(std::int64_t regel, const std::vector<Rijfout>& fouten, const std::vector<std::string>& velden) {
        const html::Texts& t = catalogue_.of(html::Taal::nl);
        Afgekeurd row{regel, {}, {}, velden};
        for (const Rijfout& fout : fouten) {
            if (!fout.kolom.empty()) row.kolom += (row.kolom.empty() ? "" : "; ") + fout.kolom;
            const std::string reden = t.fill(fout.key, fout.args);
            row.reden += (row.reden.empty() ? "" : "; ") + (fouten.size() > 1 && !fout.kolom.empty() ? fout.kolom + ": " + reden : reden);
        }
        rejects_->add(row);
        if (rejects_->rows() <= told_rows)
            job_.output.err("regel " + std::to_string(regel) + (fouten.size() == 1 && !row.kolom.empty() ? ", " + row.kolom : "") + ": " + row.reden);
    }

    Meldingen::Verder progress(const Telling& telling, std::int64_t bytes_read) {
        if (job_.output.should_stop()) {
            is_stopped_ = bytes_read < bytes_;
            return Meldingen::Verder::stop;
        }
        show(telling, bytes_read);
        return Meldingen::Verder::ja;
    }
    bool is_stopped() const { return is_stopped_; }

    std::string in_words(const Failure& failure) const {
        std::string words;
        for (const FieldError& error : failure.fields) words += (words.empty() ? "" : " ") + catalogue_.of(html::Taal::nl).fill(error.key, error.args);
        return words.empty() ? app::in_words(failure) : words;
    }

    void end(const Telling& telling, const std::string& open_rijen) {
        job_.output.progress("");
        if (options_.dry_run) job_.output.out("proef: er is niets bewaard\n");
        if (telling.open > 0) job_.output.out(open_rijen + ": " + std::to_string(telling.open) + "\n");
        if (rejects_->rows() > told_rows) job_.output.err("en nog " + std::to_string(rejects_->rows() - told_rows) + " regels");
        if (rejects_->rows() > 0) job_.output.out("afgekeurde regels staan in " + rejects_->path().string() + "\n");
        job_.output.out("gelezen " + std::to_string(telling.gelezen) + ", opgeslagen " + std::to_string(telling.opgeslagen) + ", al bekend " +
                        std::to_string(telling.bekend) + ", afgekeurd " + std::to_string(telling.afgekeurd) + "\n");
    }

  private:
    void show(const Telling& telling, std::int64_t bytes_read) {
        using namespace std::chrono;
        const auto now = steady_clock::now();
        if (now - shown_ < milliseconds(200)) return;
        shown_ = now;
        constexpr std::int64_t width = 30;
        const auto full = static_cast<std::size_t>(bytes_ > 0 ? std::min(width, bytes_read * width / bytes_) : width);
        const auto rate = telling.gelezen * 1000 / std::max<std::int64_t>(1, duration_cast<milliseconds>(now - began_).count());
        job_.output.progress("[" + std::string(full, '#') + std::string(width - full, '.') + "] " + std::to_string(telling.gelezen) + " gelezen, " +
                             std::to_string(telling.afgekeurd) + " afgekeurd, " + std::to_string(rate) + " per seconde");
    }

    const Job& job_;
    const Rijenopties& options_;
    const html::Catalogue catalogue_;
    const std::int64_t bytes_;
    const std::chrono::steady_clock::time_point began_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point shown_{};
    bool is_stopped_ = false;
    std::optional<Afkeurbestand> rejects_;
};

int import_rows(const Job& given, const Rijenopties& options, const Rijenopdracht& opdracht) {
    const Job job{given.output, given.running, command_line(options, opdracht.naam)};
    return with_installation(job, options.place, [&](Installation& in) {
        const Id<Gemeente> gemeente = options.gemeente.empty() ? Id<Gemeente>() : gemeente_of(in, options.gemeente);
        auto file = open_file(options);
        Verslag verslag(job, options);
        const auto telling = opdracht.doe(in, {gemeente, options.dry_run ? Modus::proef : Modus::bewaren},
                                          {[&](const Rijenbestand& opened) { verslag.begin(opened); },
                                           [&](std::int64_t regel, const auto& fouten, const auto& velden) { verslag.refused(regel, fouten, velden); },
                                           [&](const Telling& so_far, std::int64_t bytes) { return verslag.progress(so_far, bytes); }},
                                          file);
        if (!telling) throw CommandFailure{exit_failed, options.file + ": " + verslag.in_words(telling.error())};
        verslag.end(*telling, opdracht.open_rijen);
        if (verslag.is_stopped()) throw CommandFailure{exit_failed, "stopped before the end of the file; run the same command again to go on"};
        return telling->afgekeurd > 0 ? exit_failed : exit_ok;
    });
}

}  // namespace

void add_rijen_opties(CLI::App& command, Rijenopties& options, Rijengemeente gemeente) {
    if (gemeente == Rijengemeente::verplicht) command.add_option("--gemeente", options.gemeente, "Code of the gemeente, as 'init' and 'demo' print it")->required();
    command.add_option("--afgekeurd", options.rejects, "Where refused rows go, with line, column and reason (default: FILE.afgekeurd.csv)")->type_name("FILE");
    command.add_flag("--dry-run", options.dry_run, "Tell the same, store nothing");
    add_place(command, options.place);
}

void kies_rijen(Chosen& chosen, std::shared_ptr<Rijenopties> options, Rijenopdracht opdracht) {
    options->file = std::filesystem::absolute(options->file);
    options->rejects = options->rejects.empty() ? options->file + ".afgekeurd.csv" : std::filesystem::absolute(options->rejects).string();
    chosen.work = [options = std::move(options), opdracht = std::move(opdracht)](const Job& job) { return import_rows(job, *options, opdracht); };
}

}  // namespace dichtbij::app
