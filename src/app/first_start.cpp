#include "app/first_start.h"

#include <spdlog/spdlog.h>

#include "access/account_beheer.h"
#include "access/password.h"
#include "app/catalogus.h"
#include "base/text.h"
#include "journal/journal.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app {
namespace {

constexpr std::size_t name_limit = 100;

bool looks_like_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find('.', at) != std::string_view::npos &&
           text.find_first_of(" \t\n<>\"") == std::string_view::npos && text.size() <= 254;
}

std::vector<FieldError> check(const FirstStart& start, const std::string& code) {
    std::vector<FieldError> errors;
    const auto name_field = [&](const char* field, std::string_view text, const char* missing) {
        if (text.empty()) errors.push_back({field, missing, {}});
        else if (length_in_characters(text) > name_limit) errors.push_back({field, "fout.te_lang", {std::to_string(name_limit)}});
    };
    name_field("gemeente", start.gemeente, "start.fout.gemeente");
    name_field("naam", start.naam, "start.fout.naam");
    if (!start.gemeente.empty() && code.empty()) errors.push_back({"gemeente", "start.fout.gemeente", {}});
    if (!looks_like_email(start.email)) errors.push_back({"email", "fout.email", {}});
    if (!start.wachtwoord.empty())
        if (const auto wrong = access::judge_password(start.wachtwoord, start.email, "wachtwoord")) errors.push_back(*wrong);
    return errors;
}

struct Made {
    organisatie::Gemeente gemeente;
    organisatie::Medewerker beheerder;
};

// The organisation that a gemeente starts with: one department with the contact centre, led by the
// beheerder until he appoints someone.
void build(store::Tx& tx, IdSource& ids, const Made& made) {
    const organisatie::Afdeling afdeling{ids.make<Afdeling>(), "Dienstverlening"};
    organisatie::add(tx, made.gemeente);
    organisatie::add(tx, afdeling, made.gemeente.id);
    organisatie::add(tx, made.beheerder, made.gemeente.id);
    organisatie::Team kcc;
    kcc.id = ids.make<Team>();
    kcc.afdeling = afdeling.id;
    kcc.naam = "Klantcontactcentrum";
    kcc.leider = made.beheerder.id;
    kcc.is_kcc = true;
    kcc.versie = 1;
    organisatie::add(tx, kcc, std::vector{made.gemeente.id});
    organisatie::add_manager(tx, made.gemeente.id, made.beheerder.id);
    for (const char* naam : {"Algemene vraag", "Afspraak maken", "Paspoort en identiteitskaart", "Verhuizing doorgeven", "Afval",
                             "Belastingen", "Bouwen en wonen", "Melding openbare ruimte"}) {
        organisatie::Onderwerp onderwerp;
        onderwerp.id = ids.make<Onderwerp>();
        onderwerp.gemeente = made.gemeente.id;
        onderwerp.naam = naam;
        onderwerp.team = kcc.id;
        onderwerp.proceseigenaar = made.beheerder.id;
        onderwerp.versie = 1;
        organisatie::add(tx, onderwerp);
    }
}

}  // namespace

bool needs_first_start(Installation& installation) {
    return installation.store.read([](store::Tx& tx) { return organisatie::gemeenten(tx).empty(); });
}

std::string slug_of(std::string_view naam) {
    std::string slug;
    for (const char c : folded(naam)) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (is_letter) slug += c;
        else if (c == ' ' && !slug.empty()) slug += '-';
    }
    return slug.substr(0, 40);
}

Result<Started> first_start(Installation& installation, const FirstStart& start) {
    const std::string code = start.code.empty() ? slug_of(start.gemeente) : slug_of(start.code);
    if (auto errors = check(start, code); !errors.empty()) return invalid(std::move(errors));
    const bool is_once = start.wachtwoord.empty();
    const std::string password = is_once ? base64url(random_bytes(12)) : start.wachtwoord;
    const access::HashedPassword hashed{installation.accounts.hasher().hash(password),
                                        is_once ? access::Geldigheid::eenmalig : access::Geldigheid::blijvend};
    const std::string catalogue = starter_catalogue();
    Id<Gemeente> gemeente;
    auto started = installation.store.write([&](store::Tx& tx) -> Result<Started> {
        if (!organisatie::gemeenten(tx).empty()) return conflict("started before", "start.fout.al_gestart");
        Made made;
        made.gemeente = {installation.ids.make<Gemeente>(), code, start.gemeente, start.telefoon, "", "", "", 1};
        made.beheerder.id = installation.ids.make<Medewerker>();
        made.beheerder.naam = start.naam;
        made.beheerder.functie = "Beheerder";
        made.beheerder.email = access::normalised_email(start.email);
        made.beheerder.taal = "nl";
        made.beheerder.versie = 1;
        build(tx, installation.ids, made);
        access::NewAccount account{made.beheerder.id, start.email, start.naam, "nl", {}, {}};
        for (const auto rol : {access::Rol::beheerder, access::Rol::teamleider, access::Rol::kcc_medewerker, access::Rol::manager})
            account.grants.push_back({rol, made.gemeente.id, std::nullopt});
        TRY_DONE(access::make_account(installation.accounts, tx, access::system_caller("eerste start"), account, hashed));
        journal::append(tx, journal::entry(access::system_caller("eerste start"), installation.clock.now(), "gemeente.gestart",
                                           made.gemeente.id, journal::Object::gemeente, made.gemeente.id.bytes));
        gemeente = made.gemeente.id;
        return Started{code, is_once ? password : ""};
    });
    // What was started stands, also when the shipped file has a fault: the beheerder can import it again.
    if (started)
        if (const auto added = add_catalogue(installation.zaaktypen, gemeente, catalogue); !added)
            spdlog::error("the starter catalogue was not taken in whole: {}", in_words(added.error()));
    return started;
}

}  // namespace dichtbij::app
