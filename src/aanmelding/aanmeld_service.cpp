#include "aanmelding/aanmeld_service.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "access/access.h"
#include "access/digest.h"
#include "base/text.h"
#include "journal/journal.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_service.h"
#include "toepassing/zegel.h"

namespace dichtbij::aanmelding {
namespace {

namespace json = boost::json;

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t code_bytes_limit = 4096;
constexpr std::size_t groups_shown = 4000;  // characters, of who was refused
constexpr std::size_t helpers_shown = 3;
constexpr std::string_view system_name = "aanmelden";

std::string secret() { return base64url(random_bytes(secret_bytes)); }
store::Blob hash_of(std::string_view text) { return store::Blob{access::sha256(text)}; }

// RFC 6749 4.1.2.1.
Aanmeldfout fout_of(const std::string& error) {
    for (const std::string_view stopped : {"access_denied", "user_cancelled", "interaction_required", "login_required"})
        if (error == stopped) return Aanmeldfout::geannuleerd;
    return Aanmeldfout::buiten_dienst;
}

Aanmeldfout fout_of(oidc::Antwoordfout fout) {
    return fout == oidc::Antwoordfout::buiten_dienst ? Aanmeldfout::buiten_dienst : fout == oidc::Antwoordfout::geweigerd ? Aanmeldfout::verlopen : Aanmeldfout::ongeldig;
}

bool is_email(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < text.size() && text.find('@', at + 1) == std::string_view::npos && text.find_first_of(" \t,;<>\"") == std::string_view::npos;
}

// Where a new employee belongs: where his groups give him something, else as the settings say, else the only one there is.
std::optional<Id<Gemeente>> home_of(store::Tx& tx, const Gaven& gaven, const std::string& code) {
    if (!gaven.rollen.empty()) return gaven.rollen.front().gemeente;
    for (const auto& team : gaven.teams)
        if (const auto served = organisatie::gemeenten_of_team(tx, team); !served.empty()) return served.front();
    if (const auto named = organisatie::gemeente_by_code(tx, code)) return named->id;
    const auto all = organisatie::gemeenten(tx);
    return all.size() == 1 ? std::optional(all.front().id) : std::nullopt;
}

void note_team(store::Tx& tx, Instant now, std::string what, Id<Team> team, Id<Medewerker> medewerker) {
    const auto served = organisatie::gemeenten_of_team(tx, team);
    auto entry = journal::entry(access::system_caller(system_name), now, std::move(what), served.empty() ? Id<Gemeente>{} : served.front(), journal::Object::team, team.bytes);
    entry.kenmerken = {{"medewerker", medewerker.text()}};
    journal::append(tx, entry);
}

}  // namespace

AanmeldService::AanmeldService(const access::Accounts& accounts, IdSource& ids, const Werkaanbieder& aanbieder, oidc::OidcClient& client)
    : accounts_(accounts), ids_(ids), aanbieder_(aanbieder), client_(client), sleutel_(bewaarsleutel(aanbieder)) {}

std::optional<std::string> AanmeldService::begin(std::string_view naar, std::string_view taal, std::string_view browser) {
    const oidc::Uitnodiging wens{secret(), secret(), secret(), std::string(taal), {}};
    auto url = client_.authorization_url(wens);
    if (!url) return url;
    accounts_.store().write([&](store::Tx& tx) {
        AanmeldingStore(tx).insert(PogingRij{hash_of(wens.state), hash_of(browser), wens.nonce, wens.verifier, std::string(naar), now()});
    });
    return url;
}

tl::expected<Binnen, Buiten> AanmeldService::finish(const Terugkomst& terug) {
    const auto failed = [](Buiten why) { return tl::make_unexpected(std::move(why)); };
    const auto row = accounts_.store().write([&](store::Tx& tx) { return AanmeldingStore(tx).take_poging(hash_of(terug.state).bytes); });
    const bool is_ours = row && now() - row->begonnen_op < poging_geldig && access::equal_in_constant_time(row->browser_hash.bytes, access::sha256(terug.browser));
    if (!is_ours) {
        spdlog::warn("sign-in of an employee: the answer belongs to no attempt of this browser");
        return failed(Aanmeldfout::verlopen);
    }
    if (!client_.is_goede_uitgever(terug.iss ? &*terug.iss : nullptr)) {
        spdlog::warn("sign-in of an employee: the answer comes from another issuer");
        return failed(Aanmeldfout::ongeldig);
    }
    if (!terug.error.empty()) {
        spdlog::info("sign-in of an employee ended with {}", shortened(terug.error, 60));
        return failed(fout_of(terug.error));
    }
    if (terug.code.empty() || terug.code.size() > code_bytes_limit) return failed(Aanmeldfout::ongeldig);
    const Instant asked = now();
    const auto tokens = client_.redeem(terug.code, row->verifier, row->nonce);
    if (!tokens) return failed(fout_of(tokens.error()));
    json::object more;
    if (is_onvolledig(aanbieder_, tokens->id)) {
        auto answer = client_.userinfo(tokens->access_token, oidc::claim_of(tokens->id, {"sub"}));
        if (!answer) return failed(fout_of(answer.error()));
        more = std::move(*answer);
    }
    const auto said = verklaring_van(aanbieder_, tokens->id, more);
    if (!said) {
        spdlog::warn("sign-in of an employee: the token does not say who it is (subject_claim)");
        return failed(Aanmeldfout::ongeldig);
    }
    auto session = let_in(*said, tokens->refresh_token, asked, terug.origin);
    if (!session) return failed(session.error());
    return Binnen{std::move(*session), row->naar};
}

tl::expected<access::SignedIn, Afwijzing> AanmeldService::let_in(const Verklaring& said, std::string_view refresh, Instant asked, const access::Origin& origin) {
    std::optional<Geweigerd> refused;
    const auto refuse = [&](const Geweigerd& why) {  // a failure, so that nothing half done stays
        refused = why;
        return conflict("refused", "fout.gewijzigd");
    };
    const Uuid session = ids_.next();
    const auto sealed = refresh.empty() ? std::nullopt : std::optional(store::Blob{toepassing::verzegel(refresh, sleutel_)});
    auto open = accounts_.store().write([&](store::Tx& tx) -> Result<access::SignedIn> {
        const Gaven gaven = gaven_van(AanmeldingStore(tx).toewijzingen(), said.groepen);
        if (gaven.empty()) return refuse({said.groepen_elders ? Afwijzing::groepen_elders : Afwijzing::geen_groep, std::nullopt});
        const Wie wie = who(tx, said, gaven);
        if (!wie) return refuse(wie.error());
        bring_up_to_date(tx, *wie, gaven);
        const AanmeldingStore rows(tx);
        rows.remove_afgewezen(said.onderwerp);
        rows.insert(SessieRij{session, *wie, said.onderwerp, said.sub, said.sid, sealed, asked, asked, asked + aanbieder_.controle_na, std::nullopt});
        return access::open_external(accounts_, tx, *wie, {session, asked + vertrouwd_na}, said.factoren, origin);
    });
    if (open) return std::move(*open);
    CHECK_THAT(refused.has_value());
    accounts_.store().write([&](store::Tx& tx) {
        note_refusal(tx, said, *refused);
        // Who comes in no more keeps nothing that groups gave him.
        if (refused->reden == Afwijzing::geen_groep)
            if (const auto linked = AanmeldingStore(tx).koppeling(said.onderwerp)) bring_up_to_date(tx, *linked, {});
    });
    return tl::make_unexpected(refused->reden);
}

AanmeldService::Wie AanmeldService::who(store::Tx& tx, const Verklaring& said, const Gaven& gaven) const {
    const auto linked = AanmeldingStore(tx).koppeling(said.onderwerp);
    if (!linked || !access::toegang_of(tx, *linked)) return who_by_email(tx, said, gaven);
    if (!access::caller_of(tx, *linked) || !organisatie::is_in_service(tx, *linked, day_of(now()))) return tl::make_unexpected(Geweigerd{Afwijzing::uitgezet, std::nullopt});
    return *linked;
}

// Nobody becomes someone who is here already on an address that the provider does not vouch for, and nobody silently a beheerder.
AanmeldService::Wie AanmeldService::who_by_email(store::Tx& tx, const Verklaring& said, const Gaven& gaven) const {
    const auto refused = [](Afwijzing why, std::optional<Id<Medewerker>> candidate = std::nullopt) { return tl::make_unexpected(Geweigerd{why, candidate}); };
    if (!is_email(said.email)) return refused(Afwijzing::geen_email);
    const auto known = organisatie::medewerker_by_email(tx, said.email);
    if (!known) return make(tx, said, gaven);
    if (!organisatie::is_in_service(tx, known->id, day_of(now()))) return refused(Afwijzing::uitgezet);
    const auto toegang = access::toegang_of(tx, known->id);
    // Linked to someone else at the provider: an address that was given out again.
    if (toegang == access::Toegang::noodtoegang) return refused(Afwijzing::te_koppelen);
    if (!said.email_bevestigd || toegang == access::Toegang::aanbieder) return refused(Afwijzing::te_koppelen, known->id);
    if (toegang) {
        const auto account = access::caller_of(tx, known->id);
        if (!account) return refused(Afwijzing::uitgezet);
        const bool is_beheerder = std::any_of(account->grants.begin(), account->grants.end(), [](const access::Grant& one) { return one.rol == access::Rol::beheerder; });
        if (is_beheerder) return refused(Afwijzing::te_koppelen, known->id);
        if (!access::link_external(accounts_, tx, access::system_caller(system_name), known->id)) return refused(Afwijzing::te_koppelen);
    } else if (!access::make_external_account(accounts_, tx, access::system_caller(system_name), {.medewerker = known->id, .email = said.email, .naam = known->naam, .taal = known->taal})) {
        return refused(Afwijzing::te_koppelen);
    }
    AanmeldingStore(tx).koppel(said.onderwerp, known->id, now());
    return known->id;
}

AanmeldService::Wie AanmeldService::make(store::Tx& tx, const Verklaring& said, const Gaven& gaven) const {
    const auto home = home_of(tx, gaven, aanbieder_.gemeente);
    if (!home) {
        spdlog::error("sign-in of an employee: no gemeente follows from his groups; set employee_provider.gemeente");
        return tl::make_unexpected(Geweigerd{Afwijzing::geen_groep, std::nullopt});
    }
    const auto system = access::system_caller(system_name);
    organisatie::Medewerker fresh;
    fresh.id = ids_.make<Medewerker>();
    fresh.naam = said.naam.empty() ? said.email.substr(0, said.email.find('@')) : said.naam;
    fresh.email = said.email;
    fresh.taal = "nl";
    organisatie::add(tx, fresh, *home);
    journal::append(tx, journal::entry(system, now(), "medewerker.gemaakt", *home, journal::Object::medewerker, fresh.id.bytes));
    // The address is that of an account whose employee has another one.
    if (!access::make_external_account(accounts_, tx, system, {.medewerker = fresh.id, .email = said.email, .naam = fresh.naam}))
        return tl::make_unexpected(Geweigerd{Afwijzing::te_koppelen, std::nullopt});
    AanmeldingStore(tx).koppel(said.onderwerp, fresh.id, now());
    return fresh.id;
}

void AanmeldService::bring_up_to_date(store::Tx& tx, Id<Medewerker> medewerker, const Gaven& wanted) const {
    const auto account = access::caller_of(tx, medewerker);
    if (!account) return;
    const AanmeldingStore rows(tx);
    Gaven has{account->grants, {}, account->domeinen};
    for (const auto& team : organisatie::teams_of_medewerker(tx, medewerker)) has.teams.push_back(team.id);
    Gaven given = rows.gegeven(medewerker);
    const Verschil change = verschil(has, given, wanted);
    access::change_rights(accounts_, tx, access::system_caller(system_name), medewerker,
                          {change.erbij.rollen, change.eraf.rollen, change.erbij.domeinen, change.eraf.domeinen});
    for (const auto& rol : change.eraf.rollen) std::erase(given.rollen, rol);
    for (const auto& domein : change.eraf.domeinen) std::erase(given.domeinen, domein);
    given.rollen.insert(given.rollen.end(), change.erbij.rollen.begin(), change.erbij.rollen.end());
    given.domeinen.insert(given.domeinen.end(), change.erbij.domeinen.begin(), change.erbij.domeinen.end());
    for (const auto& id : change.eraf.teams) {
        const auto team = organisatie::team(tx, id);
        if (team && team->leider == medewerker) continue;  // until another one leads
        organisatie::remove_member(tx, id, medewerker);
        std::erase(given.teams, id);
        note_team(tx, now(), "team.lid_eraf", id, medewerker);
    }
    for (const auto& id : change.erbij.teams) {
        const auto team = organisatie::team(tx, id);
        if (!team || !team->actief) continue;
        organisatie::add_member(tx, id, medewerker);
        given.teams.push_back(id);
        note_team(tx, now(), "team.lid_erbij", id, medewerker);
    }
    rows.set_gegeven(medewerker, given);
}

std::vector<std::string> AanmeldService::helpers() const {
    return accounts_.store().read([&](store::Tx& tx) {
        std::vector<std::string> names;
        for (const auto& gemeente : organisatie::gemeenten(tx))
            for (const auto& id : access::with_role(tx, access::Rol::beheerder, gemeente.id)) {
                std::string name = organisatie::naam_of(tx, id);
                if (names.size() < helpers_shown && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
            }
        return names;
    });
}

void AanmeldService::note_refusal(store::Tx& tx, const Verklaring& said, const Geweigerd& refused) const {
    std::string groups;
    for (const std::string& groep : said.groepen)
        if (groups.size() + groep.size() < groups_shown) groups += (groups.empty() ? "" : "\n") + groep;
    AanmeldingStore(tx).put({said.onderwerp, said.naam, shortened(said.email, 254), groups, refused.reden, refused.medewerker, now()});
}

}  // namespace dichtbij::aanmelding
