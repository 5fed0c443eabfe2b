#include <CLI/CLI.hpp>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "app/cli.h"
#include "app/installation.h"
#include "base/text.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app {
namespace {

struct Options {
    Place place;
    std::string naam;
    std::string contact;
    std::string gemeente;
    std::vector<std::string> rechten{"lezen"};
    std::vector<std::string> domeinen;
    bool vertrouwelijk = false;
    bool zgw = false;
    std::string client_id;
    int dagen = 0;          // that it lasts; 0: no end
    std::string token;      // id
    int oude_uren = 24;
};

access::Caller administrator() {
    access::Caller caller = access::system_caller("opdrachtregel");
    caller.doel = "beheer";
    return caller;
}

template <class T>
T require(Result<T> result) {
    if (!result) throw CommandFailure{exit_failed, in_words(result.error())};
    return std::move(*result);
}

organisatie::Gemeente gemeente_of(Installation& installation, const std::string& code) {
    return installation.store.read([&](store::Tx& tx) {
        const auto all = organisatie::gemeenten(tx);
        if (all.empty()) throw CommandFailure{exit_failed, "there is no gemeente yet"};
        // The first: of UUIDv7 the least was made first.
        if (code.empty()) return *std::min_element(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
        auto found = organisatie::gemeente_by_code(tx, code);
        if (!found) throw CommandFailure{exit_failed, "there is no gemeente '" + code + "'"};
        return *found;
    });
}

// "lezen" is reading of every group; "partijen.schrijven" of one. beheer is only given by its name.
access::Rechten rechten_of(const std::vector<std::string>& names) {
    access::Rechten rechten;
    for (const std::string& name : names) {
        const auto dot = name.find('.');
        const std::string action = dot == std::string::npos ? name : name.substr(dot + 1);
        const std::string group = dot == std::string::npos ? "" : name.substr(0, dot);
        access::Actie actie{};
        access::Groep groep{};
        if (!boost::describe::enum_from_string(action.c_str(), actie) || (!group.empty() && !boost::describe::enum_from_string(group.c_str(), groep)))
            throw CommandFailure{exit_usage, "unknown right '" + name + "': lezen, schrijven, or GROUP.lezen and GROUP.schrijven"};
        if (!group.empty()) rechten.add({groep, actie});
        else
            for (const auto one : access::alle_groepen)
                if (one != access::Groep::beheer) rechten.add({one, actie});
    }
    return rechten;
}

std::optional<Instant> end_after(Installation& installation, int dagen) {
    return dagen > 0 ? std::optional(installation.clock.now() + days(dagen)) : std::nullopt;
}

Id<Token> token_of(const std::string& text) {
    const auto id = Id<Token>::parse(text);
    if (!id) throw CommandFailure{exit_usage, "'" + text + "' is no id of a token: 'dichtbij token list' shows them"};
    return *id;
}

// The secret alone on the first line, for scripts.
void print(const Job& job, const toepassing::NieuwToken& made) {
    job.output.out(made.geheim + "\n");
    if (!made.client_id.empty()) job.output.out("client-id " + made.client_id + "\n");
    job.output.out("token " + made.id.text() + "\n");
}

int add(const Job& job, const Options& options) {
    return with_installation(job, options.place, [&](Installation& in) {
        const auto gemeente = gemeente_of(in, options.gemeente);
        const auto rechten = rechten_of(options.rechten);
        auto& service = in.toepassingen;
        // A second token of the same name is one more of the same application.
        std::optional<toepassing::Applicatie> applicatie;
        for (auto& one : require(service.list(administrator())))
            if (one.applicatie.gemeente == gemeente.id && one.applicatie.naam == options.naam) applicatie = std::move(one.applicatie);
        if (applicatie && applicatie->rechten != rechten)
            throw CommandFailure{exit_failed, "there is an application '" + options.naam + "' with other rights: change them on the page Koppelingen, or choose another name"};
        if (!applicatie)
            applicatie = require(service.make(administrator(), gemeente.id, {options.naam, options.contact, rechten, options.vertrouwelijk, options.domeinen, std::nullopt}));
        print(job, require(service.add_token(administrator(), applicatie->id,
                                             {options.zgw ? toepassing::Tokensoort::zgw : toepassing::Tokensoort::token, options.client_id, end_after(in, options.dagen)})));
        return exit_ok;
    });
}

std::string state_of(const toepassing::Token& token, const toepassing::Applicatie& of, Instant now) {
    if (token.ingetrokken_op) return "revoked";
    if (of.uit_op) return "application is off";
    if (!token.is_geldig(now) || !of.is_actief(now)) return "expired";
    return token.verloopt_op ? "until " + to_iso(day_of(*token.verloopt_op)) : "valid";
}

int list(const Job& job, const Options& options) {
    return with_installation(job, options.place, [&](Installation& in) {
        for (const auto& regel : require(in.toepassingen.list(administrator())))
            for (const auto& token : require(in.toepassingen.get(administrator(), regel.applicatie.id)).tokens)
                job.output.out(token.id.text() + "\t" + regel.applicatie.naam + "\t" + std::string(boost::describe::enum_to_string(token.soort, "")) + "\t..." + token.kenmerk + "\t" +
                               state_of(token, regel.applicatie, in.clock.now()) + "\t" +
                               (token.gebruikt_op ? "last used " + to_rfc3339(*token.gebruikt_op) : "never used") + "\n");
        return exit_ok;
    });
}

int revoke(const Job& job, const Options& options) {
    const auto id = token_of(options.token);
    return with_installation(job, options.place, [&](Installation& in) {
        require(in.toepassingen.revoke(administrator(), id));
        job.output.out("revoked " + id.text() + "\n");
        return exit_ok;
    });
}

int rotate(const Job& job, const Options& options) {
    const auto id = token_of(options.token);
    return with_installation(job, options.place, [&](Installation& in) {
        print(job, require(in.toepassingen.rotate(administrator(), id, in.clock.now() + hours(options.oude_uren))));
        return exit_ok;
    });
}

CLI::App* subcommand(CLI::App& token, const char* name, const char* what, const std::shared_ptr<Options>& options) {
    auto* command = token.add_subcommand(name, what);
    add_place(*command, options->place);
    return command;
}

}  // namespace

void add_token(CLI::App& parser, Chosen& chosen) {
    auto options = std::make_shared<Options>();
    auto* token = parser.add_subcommand("token", "Let another system in: make, list, replace and revoke its tokens");
    token->require_subcommand(1);
    token->footer("Example:\n  dichtbij token add --data /var/lib/dichtbij --naam KISS --rechten lezen,schrijven\n"
                  "  dichtbij token rotate --data /var/lib/dichtbij --token ID --oude-uren 48\n\n"
                  "The system sends it as 'Authorization: Token THE_TOKEN'. It is shown once; the store keeps a hash.");
    auto* made = subcommand(*token, "add", "Make an application with a token; prints the token alone on the first line", options);
    made->add_option("--naam", options->naam, "Name of the application; of one that is there it becomes one more token")->required();
    made->add_option("--rechten", options->rechten, "lezen, schrijven (all but beheer), or per group: partijen.lezen, klantcontacten.schrijven, taken, actoren, contactgegevens, notificaties, beheer")
        ->delimiter(',')->capture_default_str();
    made->add_option("--gemeente", options->gemeente, "Code of the gemeente it serves; without: the first")->type_name("CODE");
    made->add_option("--contact", options->contact, "Who answers for it");
    made->add_option("--domeinen", options->domeinen, "Confidential domains that it reads: wmo, jeugd, inkomen")->delimiter(',');
    made->add_flag("--vertrouwelijk", options->vertrouwelijk, "It reads contacts that are marked confidential");
    made->add_flag("--zgw", options->zgw, "A client id and secret, to sign a JWT for each request (HS256), in the place of a token");
    made->add_option("--client-id", options->client_id, "With --zgw: the client id; without, one is made");
    made->add_option("--dagen", options->dagen, "It ends after so many days; without: it does not end")->check(CLI::Range(1, 3660));
    made->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return add(job, *options); }; });
    auto* shown = subcommand(*token, "list", "All tokens: id, application, kind, last characters, state, last use", options);
    shown->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return list(job, *options); }; });
    auto* gone = subcommand(*token, "revoke", "Take a token no more, from now on", options);
    gone->add_option("--token", options->token, "Id of the token")->required()->type_name("ID");
    gone->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return revoke(job, *options); }; });
    auto* again = subcommand(*token, "rotate", "Make a new token beside the old one; prints it alone on the first line", options);
    again->add_option("--token", options->token, "Id of the old token")->required()->type_name("ID");
    again->add_option("--oude-uren", options->oude_uren, "Hours that the old one still works; 0: not any more")->check(CLI::Range(0, 24 * 90))->capture_default_str();
    again->final_callback([&chosen, options] { chosen.work = [options](const Job& job) { return rotate(job, *options); }; });
}

}  // namespace dichtbij::app
