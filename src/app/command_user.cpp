#include <CLI/CLI.hpp>
#include <boost/describe/enum_from_string.hpp>

#include "access/account_beheer.h"
#include "access/extern.h"
#include "app/cli.h"
#include "app/installation.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    std::string naam;
    std::string email;
    std::string gemeente;
    std::vector<std::string> rollen{"kcc_medewerker"};
};

access::Caller administrator() {
    access::Caller caller = access::system_caller("opdrachtregel");
    caller.doel = "beheer";
    return caller;
}

access::AccountInfo require_account(Installation& installation, const std::string& email) {
    auto found = access::account_by_email(installation.accounts, email);
    if (!found) throw CommandFailure{exit_failed, "there is no account with e-mail " + email};
    return *found;
}

organisatie::Gemeente require_gemeente(Installation& installation, const std::string& code) {
    auto found = installation.store.read([&](store::Tx& tx) { return organisatie::gemeente_by_code(tx, code); });
    if (!found) throw CommandFailure{exit_failed, "there is no gemeente '" + code + "'"};
    return *found;
}

template <class T>
T require(Result<T> result) {
    if (!result) throw CommandFailure{exit_failed, in_words(result.error())};
    return std::move(*result);
}

int add(const Job& job, const Options& options) {
    return with_installation(job, options.place, [&](Installation& installation) {
        const auto gemeente = require_gemeente(installation, options.gemeente);
        std::vector<access::Grant> grants;
        for (const auto& name : options.rollen) {
            access::Rol rol{};
            if (!boost::describe::enum_from_string(name.c_str(), rol)) throw CommandFailure{exit_usage, "unknown role '" + name + "'"};
            grants.push_back({rol, gemeente.id, std::nullopt});
        }
        const auto id = require(installation.organisatie.add_medewerker(
            administrator(), gemeente.id,
            organisatie::Medewerker{.id = {}, .naam = options.naam, .functie = "", .email = options.email, .telefoon = "", .taal = "nl", .werkdagen = 0x1f, .in_dienst_tot = std::nullopt}));
        const auto password = require(access::make_account(installation.accounts, administrator(),
                                                           {id, options.email, options.naam, "nl", grants, {}}));
        job.output.out("eenmalig wachtwoord " + password + "\n");
        return exit_ok;
    });
}

int reset(const Job& job, const Options& options) {
    return with_installation(job, options.place, [&](Installation& installation) {
        const auto account = require_account(installation, options.email);
        const auto password = require(access::reset_password(installation.accounts, administrator(), account.medewerker));
        if (account.heeft_totp) require(access::reset_totp(installation.accounts, administrator(), account.medewerker));
        job.output.out("eenmalig wachtwoord " + password + "\n");
        return exit_ok;
    });
}

int emergency(const Job& job, const Options& options) {
    return with_installation(job, options.place, [&](Installation& installation) {
        const auto account = require_account(installation, options.email);
        const auto password = require(access::give_noodtoegang(installation.accounts, administrator(), account.medewerker));
        job.output.out("eenmalig wachtwoord " + password + "\n");
        return exit_ok;
    });
}

int disable(const Job& job, const Options& options) {
    return with_installation(job, options.place, [&](Installation& installation) {
        const auto account = require_account(installation, options.email);
        require(access::disable_account(installation.accounts, administrator(), account.medewerker));
        job.output.out("uitgezet " + account.email + "\n");
        return exit_ok;
    });
}

CLI::App* subcommand(CLI::App& user, const char* name, const char* what, const std::shared_ptr<Options>& options) {
    auto* command = user.add_subcommand(name, what);
    add_place(*command, options->place);
    command->add_option("--email", options->email, "E-mail address of the account")->required();
    return command;
}

}  // namespace

void add_user(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* user = parser.add_subcommand("user", "Make an employee's account, reset it, or disable it");
    user->require_subcommand(1);
    user->footer("Example:\n  dichtbij user add --data /var/lib/dichtbij --gemeente oeverland --naam 'Sanne de Wit' --email s.dewit@oeverland.example --rol kcc_medewerker\n"
                 "  dichtbij user reset --data /var/lib/dichtbij --email s.dewit@oeverland.example");
    auto* made = subcommand(*user, "add", "Make an employee with an account; prints a one-time password", options);
    made->add_option("--naam", options->naam, "Name")->required();
    made->add_option("--gemeente", options->gemeente, "Code of the gemeente")->required()->type_name("CODE");
    made->add_option("--rol", options->rollen, "kcc_medewerker, behandelaar, teamleider, manager or beheerder; may be repeated");
    made->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return add(job, *options); }; });
    auto* again = subcommand(*user, "reset", "Give a new one-time password and let a new authenticator app be enrolled", options);
    again->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return reset(job, *options); }; });
    auto* spare = subcommand(*user, "emergency", "Let a local account sign in with a password also when the provider fails; prints a one-time password", options);
    spare->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return emergency(job, *options); }; });
    auto* off = subcommand(*user, "disable", "Disable an account; refused while the employee has open work", options);
    off->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return disable(job, *options); }; });
}

}  // namespace dichtbij::app
