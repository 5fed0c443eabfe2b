#include <CLI/CLI.hpp>
#include <fstream>
#include <map>

#include "access/account_beheer.h"
#include "app/cli.h"
#include "app/installation.h"
#include "html/catalogue.h"
#include "organisatie/organisatie_import.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    std::string file;
    bool dry_run = false;
};

std::ifstream open_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw CommandFailure{exit_failed, "cannot read " + path};
    return file;
}

access::Caller administrator() {
    access::Caller caller = access::system_caller("opdrachtregel");
    caller.doel = "beheer";
    return caller;
}

std::string in_words(const organisatie::Importfout& fault, const html::Texts& t) {
    return "line " + std::to_string(fault.regel) + (fault.kolom.empty() ? "" : ", " + fault.kolom) + ": " + t.fill(fault.key, fault.args);
}

// One account per employee that has a role in the file and none yet; the passwords are shown once.
int make_accounts(const Job& job, Installation& installation, const std::vector<organisatie::Importrol>& roles) {
    std::map<std::string, access::NewAccount> accounts;
    for (const auto& role : roles) {
        auto& account = accounts[role.email];
        account.medewerker = role.medewerker;
        account.email = role.email;
        account.naam = role.naam;
        account.grants.push_back({role.rol, role.gemeente, role.rol == access::Rol::beheerder || role.rol == access::Rol::manager ? std::nullopt : std::optional(role.team)});
    }
    int made = 0;
    for (const auto& [email, account] : accounts) {
        if (access::account_by_email(installation.accounts, email)) continue;
        const auto password = access::make_account(installation.accounts, administrator(), account);
        if (!password) throw CommandFailure{exit_failed, email + ": " + app::in_words(password.error())};
        job.output.out("account " + email + " eenmalig wachtwoord " + *password + "\n");
        ++made;
    }
    return made;
}

// As the server that may do it must read it: that has another working folder.
std::vector<std::string> command_line(const Options& options) {
    std::vector<std::string> arguments{"import", "organisatie", options.file};
    if (!options.place.data.empty()) arguments.insert(arguments.end(), {"--data", options.place.data});
    if (!options.place.database.empty()) arguments.insert(arguments.end(), {"--database", options.place.database});
    if (options.dry_run) arguments.emplace_back("--dry-run");
    return arguments;
}

int import_organisation(const Job& given, const Options& options) {
    const Job job{given.output, given.running, command_line(options)};
    return with_installation(job, options.place, [&](Installation& installation) {
        auto file = open_file(options.file);
        const auto done = organisatie::import_organisatie(installation.organisatie, administrator(), file,
                                                          options.dry_run ? organisatie::Importmodus::proef : organisatie::Importmodus::bewaren);
        if (!done) throw CommandFailure{exit_failed, app::in_words(done.error())};
        const html::Catalogue catalogue(share_dir() / "text");
        for (const auto& fault : done->fouten) job.output.err(in_words(fault, catalogue.of(html::Taal::nl)));
        const int accounts = options.dry_run ? 0 : make_accounts(job, installation, done->rollen);
        job.output.out("gelezen " + std::to_string(done->gelezen) + ", nieuw " + std::to_string(done->nieuw) + ", gewijzigd " + std::to_string(done->gewijzigd) +
                       ", al bekend " + std::to_string(done->ongewijzigd) + ", afgekeurd " + std::to_string(done->afgekeurd) + ", accounts " + std::to_string(accounts) + "\n");
        return done->afgekeurd > 0 ? exit_failed : exit_ok;
    });
}

}  // namespace

void add_import(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* import = parser.add_subcommand("import", "Read an organisation, contacts or cases of an old system, or addresses, from a CSV file");
    import->require_subcommand(1);
    import->footer("Example:\n  dichtbij import organisatie teams.csv --data /var/lib/dichtbij --dry-run\n"
                   "  dichtbij import klantcontacten contacten.csv --data /var/lib/dichtbij --gemeente oeverland --dry-run\n"
                   "  dichtbij import zaken zaken.csv --data /var/lib/dichtbij --gemeente oeverland --dry-run\n"
                   "  dichtbij import adressen adressen.csv --data /var/lib/dichtbij");
    add_import_klantcontacten(*import, chosen);
    add_import_zaken(*import, chosen);
    add_import_adressen(*import, chosen);
    auto* organisation = import->add_subcommand("organisatie", "Departments, teams, employees, roles and substitutes");
    organisation->add_option("FILE", options->file, "CSV with the columns gemeente, afdeling, team, naam, email, rol, teamleider, vervanger_email, vaardigheden, werkdagen")->required();
    organisation->add_flag("--dry-run", options->dry_run, "Check everything, write nothing");
    add_place(*organisation, options->place);
    organisation->footer("Repeatable: what is there already is left as it is. Prints a one-time password for each new account.\n\n"
                         "Example:\n  dichtbij import organisatie teams.csv --data /var/lib/dichtbij");
    organisation->final_callback([&chosen, options] {
        options->file = std::filesystem::absolute(options->file);
        chosen.work = [options](const Job& job) { return import_organisation(job, *options); };
    });
}

}  // namespace dichtbij::app
