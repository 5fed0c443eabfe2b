#include "app/demo_organisatie.h"

#include <algorithm>
#include <map>

#include "access/access.h"
#include "access/account_beheer.h"
#include "base/text.h"
#include "norm/legal_calendar.h"
#include "organisatie/organisatie_opbouw.h"

namespace dichtbij::app::demo {
namespace {

using access::Rol;

class Builder {
  public:
    Builder(store::Tx& tx, IdSource& ids, int gemeenten) : tx_(tx), ids_(ids) {
        for (int i = 0; i < gemeenten; ++i) made_.gemeenten.push_back({ids.make<Gemeente>(), &demo::gemeenten()[static_cast<std::size_t>(i)], {}});
    }

    DemoOrganisatie build() {
        for (const DemoGemeente& gemeente : made_.gemeenten) {
            const GemeenteInhoud& over = *gemeente.inhoud;
            organisatie::add(tx_, organisatie::Gemeente{gemeente.id, std::string(over.code), std::string(over.naam), std::string(over.telefoon),
                                                        std::string(over.email), std::string(over.adres), std::string(over.website), 1});
        }
        add_medewerkers();
        add_teams();
        for (DemoGemeente& gemeente : made_.gemeenten) add_onderwerpen(gemeente);
        return std::move(made_);
    }

  private:
    std::vector<Id<Gemeente>> gemeente_ids() const {
        std::vector<Id<Gemeente>> all;
        for (const DemoGemeente& gemeente : made_.gemeenten) all.push_back(gemeente.id);
        return all;
    }

    void add_medewerkers() {
        int toestel = 3000;
        for (const MedewerkerInhoud& over : demo::medewerkers()) {
            organisatie::Medewerker row;
            row.id = ids_.make<Medewerker>();
            row.naam = over.naam;
            row.functie = over.functie;
            row.email = mail_name(over.naam) + "@" + std::string(mail_domain());
            const std::string last = std::to_string(++toestel);
            row.telefoon = "0399 12 " + last.substr(0, 2) + " " + last.substr(2);
            row.taal = "nl";
            row.werkdagen = over.werkdagen;
            row.versie = 1;
            organisatie::add(tx_, row, made_.gemeenten.front().id);
            add_skills(row.id, over.vaardigheden);
            made_.medewerkers.push_back({row.id, &over, row.email, {}, {}, {}});
        }
        for (DemoMedewerker& one : made_.medewerkers) {
            if (!one.inhoud->vervanger.empty()) one.vervanger = made_.medewerker(one.inhoud->vervanger);
            if (one.inhoud->rol != Functierol::manager) continue;
            for (const DemoGemeente& gemeente : made_.gemeenten) organisatie::add_manager(tx_, gemeente.id, one.id);
        }
    }

    void add_skills(Id<Medewerker> medewerker, std::string_view list) {
        while (!list.empty()) {
            const auto end = std::min(list.find(','), list.size());
            organisatie::add_skill(tx_, medewerker, list.substr(0, end));
            list.remove_prefix(std::min(end + 1, list.size()));
        }
    }

    void add_teams() {
        std::map<std::string_view, Id<Afdeling>> by_name;
        for (const std::string_view naam : demo::afdelingen()) {
            const organisatie::Afdeling row{ids_.make<Afdeling>(), std::string(naam), 1};
            organisatie::add(tx_, row, made_.gemeenten.front().id);
            by_name.emplace(naam, row.id);
        }
        for (const TeamInhoud& over : demo::teams()) {
            DemoTeam team{ids_.make<Team>(), &over, {}, made_.medewerker(over.leider)};
            organisatie::add(tx_, organisatie::Team{team.id, by_name.at(over.afdeling), std::string(over.naam), made_.medewerkers[team.leider].id,
                                                    std::string(over.domein), over.is_kcc, true, 1}, gemeente_ids());
            for (std::size_t i = 0; i < made_.medewerkers.size(); ++i) {
                if (made_.medewerkers[i].inhoud->team != over.code) continue;
                organisatie::add_member(tx_, team.id, made_.medewerkers[i].id);
                made_.medewerkers[i].team = made_.teams.size();
                team.leden.push_back(i);
            }
            made_.teams.push_back(std::move(team));
        }
    }

    void add_onderwerpen(DemoGemeente& gemeente) {
        std::map<std::string_view, Id<Product>> products;
        for (const OnderwerpInhoud& over : demo::onderwerpen()) {
            const DemoTeam& team = made_.teams[made_.team(over.team)];
            const Id<Medewerker> eigenaar = made_.medewerkers[team.leider].id;
            organisatie::Onderwerp row;
            row.id = ids_.make<Onderwerp>();
            row.gemeente = gemeente.id;
            row.naam = over.naam;
            if (!over.product.empty()) {
                const auto [at, is_new] = products.try_emplace(over.product);
                if (is_new) {
                    at->second = ids_.make<Product>();
                    const std::string uri = over.upl.empty() ? "" : "http://standaarden.overheid.nl/owms/terms/" + std::string(over.upl);
                    organisatie::add(tx_, organisatie::Product{at->second, gemeente.id, std::string(over.product), uri, eigenaar, team.id, true, 1});
                }
                row.product = at->second;
            }
            row.team = team.id;
            row.proceseigenaar = eigenaar;
            row.afhandelniveau = over.niveau;
            row.domein = over.domein;
            row.trefwoorden = over.trefwoorden;
            row.versie = 1;
            organisatie::add(tx_, row);
            gemeente.onderwerpen.push_back(row.id);
        }
    }

    store::Tx& tx_;
    IdSource& ids_;
    DemoOrganisatie made_;
};

std::vector<access::Grant> grants_of(const DemoOrganisatie& all, const DemoMedewerker& one) {
    std::vector<access::Grant> grants;
    for (const DemoGemeente& gemeente : all.gemeenten) {
        if (one.inhoud->rol == Functierol::manager) grants.push_back({Rol::manager, gemeente.id, {}});
        if (one.inhoud->rol == Functierol::beheerder) grants.push_back({Rol::beheerder, gemeente.id, {}});
        if (!one.team) continue;
        const DemoTeam& team = all.teams[*one.team];
        if (team.inhoud->is_kcc) grants.push_back({Rol::kcc_medewerker, gemeente.id, {}});
        else grants.push_back({Rol::behandelaar, gemeente.id, team.id});
        if (one.inhoud->rol == Functierol::teamleider) grants.push_back({Rol::teamleider, gemeente.id, team.id});
    }
    return grants;
}

std::vector<std::string> domains_of(const DemoOrganisatie& all, const DemoMedewerker& one) {
    if (one.inhoud->rol == Functierol::manager) return {"wmo", "jeugd", "inkomen"};
    if (!one.team || all.teams[*one.team].inhoud->domein.empty()) return {};
    return {std::string(all.teams[*one.team].inhoud->domein)};
}

Result<Done> add_accounts(const OpbouwDiensten& diensten, store::Tx& tx, DemoOrganisatie& all, const access::HashedPassword& password) {
    for (DemoMedewerker& one : all.medewerkers) {
        const access::NewAccount account{one.id, one.email, std::string(one.inhoud->naam), "nl", grants_of(all, one), domains_of(all, one)};
        TRY_DONE(access::make_account(diensten.accounts, tx, access::system_caller("demo"), account, password));
    }
    for (DemoMedewerker& one : all.medewerkers) {
        TRY(one.caller, access::caller_of(tx, one.id));
        one.caller.scherm = "taak";
        one.caller.doel = "dienstverlening";
    }
    return Done{};
}

norm::WeekHours week_of(std::string_view gemeente) {
    norm::WeekHours week = norm::working_week({8 * 60 + 30, 17 * 60});
    if (gemeente == "oeverland") week[3] = {{8 * 60 + 30, 19 * 60 + 30}};      // late on Thursday
    if (gemeente == "heidedal") {
        week[1] = {{8 * 60 + 30, 12 * 60 + 30}, {13 * 60, 19 * 60}};  // late on Tuesday
        week[4] = {{8 * 60 + 30, 16 * 60}};
    }
    return week;
}

// Closed the Friday after Ascension Day; half days before Christmas and New Year.
std::vector<norm::Kalenderwijziging> closing_days(int year) {
    std::vector<norm::Kalenderwijziging> list;
    list.push_back(norm::ClosingDay{norm::easter(year) + days(40), "Dag na Hemelvaart"});
    for (const Day day : {make_day(year, 12, 24), make_day(year, 12, 31)})
        if (weekday_of(day) != std::chrono::Saturday && weekday_of(day) != std::chrono::Sunday)
            list.push_back(norm::ExceptionalHours{day, {{8 * 60 + 30, 12 * 60 + 30}}, "Eerder dicht voor de feestdagen"});
    return list;
}

Result<Done> set_calendar(const OpbouwDiensten& diensten, const access::Caller& beheerder, const DemoGemeente& gemeente, Day van, Day tot) {
    TRY(norm::Openingstijden now, diensten.norms.opening_hours(beheerder, gemeente.id));
    TRY(std::int64_t versie, diensten.norms.change_calendar(beheerder, gemeente.id, now.versie, week_of(gemeente.inhoud->code)));
    for (int year = static_cast<int>(ymd(van).year()); year <= static_cast<int>(ymd(tot).year()) + 1; ++year)
        for (const norm::Kalenderwijziging& wijziging : closing_days(year)) {
            TRY(versie, diensten.norms.change_calendar(beheerder, gemeente.id, versie, wijziging));
        }
    return Done{};
}

// What this organisation promises beside the shipped norms.
Result<Done> set_norms(const OpbouwDiensten& diensten, const access::Caller& beheerder, const DemoGemeente& gemeente, Day van) {
    struct Own {
        std::string_view code, onderwerp;
        norm::Term term;
        std::string_view bron;
    };
    const Own own[] = {
        {"klacht.antwoord", "klacht", norm::LegalTerm{{6, norm::Termijneenheid::weken}}, "Awb 9:11, eerste lid"},
        {"bezwaar.antwoord", "bezwaar", norm::WorkingDays{10}, "Servicenormen van het college"},
        {"wmo.antwoord", "huishoudelijke_hulp", norm::WorkingDays{10}, "Servicenormen van het college"},
        {"gladheid.antwoord", "gladheid", norm::WorkingTime{minutes(240)}, "Uitvoeringsplan gladheid"},
    };
    TRY(const norm::Normenlijst now, diensten.norms.servicenormen(beheerder, gemeente.id));
    std::int64_t versie = now.versie;
    for (const Own& one : own) {
        const auto at = std::find_if(onderwerpen().begin(), onderwerpen().end(), [&](const auto& each) { return each.code == one.onderwerp; });
        CHECK_THAT(at != onderwerpen().end());
        norm::Servicenorm norm;
        norm.code = one.code;
        norm.term = one.term;
        norm.onderwerp = gemeente.onderwerpen[static_cast<std::size_t>(at - onderwerpen().begin())];
        norm.van = van;
        norm.bron = one.bron;
        TRY(versie, diensten.norms.change_norms(beheerder, gemeente.id, versie, norm::NieuweNorm{norm}));
    }
    return Done{};
}

Result<Done> set_routing(const OpbouwDiensten& diensten, const access::Caller& beheerder, const DemoOrganisatie& all, const DemoGemeente& gemeente) {
    for (const RegelInhoud& over : regels()) {
        organisatie::Routeringsregel regel;
        regel.gemeente = gemeente.id;
        regel.naam = over.naam;
        regel.kanaal = over.kanaal;
        regel.taal = over.taal;
        regel.vaardigheid = over.vaardigheid;
        for (std::size_t i = 0; i < onderwerpen().size(); ++i)
            if (onderwerpen()[i].code == over.onderwerp) regel.onderwerp = gemeente.onderwerpen[i];
        if (over.medewerker.empty()) regel.doel_team = all.teams[all.team(over.team)].id;
        else regel.doel_medewerker = all.medewerkers[all.medewerker(over.medewerker)].id;
        regel.doel_vaardigheid = over.doel_vaardigheid;
        TRY_DONE(diensten.organisatie.add(beheerder, regel));
    }
    return Done{};
}

Result<Done> set_substitutes(const OpbouwDiensten& diensten, const DemoOrganisatie& all, Day van) {
    for (const DemoMedewerker& one : all.medewerkers) {
        if (!one.vervanger) continue;
        TRY_DONE(diensten.organisatie.add_vervanging(one.caller, {{}, one.id, all.medewerkers[*one.vervanger].id, van, {}}));
    }
    return Done{};
}

}  // namespace

std::size_t DemoOrganisatie::team(std::string_view code) const {
    const auto at = std::find_if(demo::teams().begin(), demo::teams().end(), [&](const TeamInhoud& one) { return one.code == code; });
    CHECK_THAT(at != demo::teams().end());
    return static_cast<std::size_t>(at - demo::teams().begin());
}

std::size_t DemoOrganisatie::medewerker(std::string_view mailnaam) const {
    const auto all = demo::medewerkers();
    const auto at = std::find_if(all.begin(), all.end(), [&](const MedewerkerInhoud& one) { return mail_name(one.naam) == mailnaam; });
    CHECK_THAT(at != all.end());
    return static_cast<std::size_t>(at - all.begin());
}

std::size_t DemoOrganisatie::medewerker(Id<Medewerker> id) const {
    const auto at = std::find_if(medewerkers.begin(), medewerkers.end(), [&](const DemoMedewerker& one) { return one.id == id; });
    CHECK_THAT(at != medewerkers.end());
    return static_cast<std::size_t>(at - medewerkers.begin());
}

std::string mail_name(std::string_view naam) {
    std::string name = folded(naam);
    std::replace(name.begin(), name.end(), ' ', '.');
    return name;
}

Result<DemoOrganisatie> build_organisatie(const OpbouwDiensten& diensten, int gemeenten, Day tot) {
    const access::HashedPassword password{diensten.accounts.hasher().hash(demo_wachtwoord), access::Geldigheid::blijvend};
    const Day van = day_of(diensten.clock.now());
    DemoOrganisatie all;
    TRY_DONE(diensten.store.write([&](store::Tx& tx) -> Result<Done> {
        all = Builder(tx, diensten.ids, gemeenten).build();
        return add_accounts(diensten, tx, all, password);
    }));
    const access::Caller beheerder = all.medewerkers[all.medewerker("inge.roelofs")].caller;
    for (const DemoGemeente& gemeente : all.gemeenten) {
        TRY_DONE(set_calendar(diensten, beheerder, gemeente, van, tot));
        TRY_DONE(set_norms(diensten, beheerder, gemeente, van));
        TRY_DONE(set_routing(diensten, beheerder, all, gemeente));
    }
    TRY_DONE(set_substitutes(diensten, all, van));
    return all;
}

}  // namespace dichtbij::app::demo
