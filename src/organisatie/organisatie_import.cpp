#include "organisatie/organisatie_import.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "organisatie/import_rijen.h"
#include "organisatie/medewerker_store.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using access::Rol;
using GemeenteId = Id<dichtbij::Gemeente>;
using MedewerkerId = Id<dichtbij::Medewerker>;
using TeamId = Id<dichtbij::Team>;

constexpr std::size_t rows_per_transaction = 100;

std::string sleutel_of(const OrganisatieStore& rows, const Team& team) {
    Importrij key;
    const auto afdeling = rows.afdeling(team.afdeling);
    key.afdeling = afdeling ? afdeling->naam : std::string();
    key.team = team.naam;
    return key.team_sleutel();
}

// Of the teams that the caller may manage.
std::optional<Team> find_team(store::Tx& tx, const Caller& caller, const std::string& sleutel) {
    const OrganisatieStore rows(tx);
    for (const Gemeente& gemeente : rows.gemeenten()) {
        if (!access::has_role(caller, gemeente.id, {Rol::beheerder})) continue;
        for (Team& team : rows.teams_of_gemeente(gemeente.id))
            if (sleutel_of(rows, team) == sleutel) return std::move(team);
    }
    return std::nullopt;
}

// What is known before: looked up once, then without the store.
class Kennis {
  public:
    Kennis(store::Store& store, const Caller& caller, Day today) {
        store.read([&](store::Tx& tx) {
            const OrganisatieStore rows(tx);
            for (const Gemeente& gemeente : rows.gemeenten())
                if (access::has_role(caller, gemeente.id, {Rol::beheerder})) {
                    gemeenten_.emplace(csv_column_key(gemeente.code), gemeente.id);
                    gemeenten_.emplace(csv_column_key(gemeente.naam), gemeente.id);
                }
            for (const Gemeente& gemeente : rows.gemeenten())
                if (access::has_role(caller, gemeente.id, {Rol::beheerder}))
                    for (const Team& team : rows.teams_of_gemeente(gemeente.id)) teams_.insert(sleutel_of(rows, team));
        });
        kennis_.gemeente = [this](std::string_view name) -> std::optional<GemeenteId> {
            const auto found = gemeenten_.find(csv_column_key(name));
            return found == gemeenten_.end() ? std::nullopt : std::optional(found->second);
        };
        kennis_.team_exists = [this](const std::string& key) { return teams_.contains(key); };
        kennis_.bezwaar = [&store, &caller, today](std::string_view email) -> std::string {
            return store.read([&](store::Tx& tx) -> std::string {
                const auto known = OrganisatieStore(tx).medewerker_by_email(email);
                if (!known) return "";
                const auto toegang = toegang_tot(tx, caller, known->id);
                if (!toegang || toegang->mag != Mag::beheren) return "organisatie.fout.email_bezet";
                return organisatie::is_in_service(tx, known->id, today) ? "" : "organisatie.fout.uit_dienst";
            });
        };
        kennis_.is_in_service = [&store, today](std::string_view email) {
            return store.read([&](store::Tx& tx) {
                const auto known = OrganisatieStore(tx).medewerker_by_email(email);
                return known && organisatie::is_in_service(tx, known->id, today);
            });
        };
    }
    const Importkennis& get() const { return kennis_; }

  private:
    std::map<std::string, GemeenteId, std::less<>> gemeenten_;
    std::set<std::string, std::less<>> teams_;
    Importkennis kennis_;
};

class Schrijver {
  public:
    Schrijver(OrganisatieService& service, const Caller& caller, const Importbestand& bestand)
        : service_(service), caller_(caller), bestand_(bestand), now_(service.clock().now()) {}

    Result<Done> write() {
        TRY_DONE(in_groups([&](store::Tx& tx, const Importrij& rij) { return put_medewerker(tx, rij); }));
        TRY_DONE(put_teams());
        return in_groups([&](store::Tx& tx, const Importrij& rij) { return put_links(tx, rij); });
    }

    void count(Importuitslag& uitslag) const {
        for (const Importrij& rij : bestand_.rijen) {
            if (nieuw_.contains(rij.regel)) ++uitslag.nieuw;
            else if (gewijzigd_.contains(rij.regel)) ++uitslag.gewijzigd;
            else ++uitslag.ongewijzigd;
        }
        uitslag.rollen = rollen_;
    }

  private:
    // A group may run more than once: what it notes outside the store it notes in sets.
    Result<Done> in_groups(const std::function<Result<Done>(store::Tx&, const Importrij&)>& put) {
        for (std::size_t at = 0; at < bestand_.rijen.size(); at += rows_per_transaction) {
            const auto end = std::min(at + rows_per_transaction, bestand_.rijen.size());
            const auto put_group = [&](store::Tx& tx) -> Result<Done> {
                for (std::size_t i = at; i < end; ++i) TRY_DONE(put(tx, bestand_.rijen[i]));
                return Done{};
            };
            TRY_DONE(service_.store().write(put_group));
        }
        return Done{};
    }

    void journal(store::Tx& tx, std::string gebeurtenis, GemeenteId gemeente, journal::Object soort, const Uuid& object) const {
        const std::vector<std::pair<std::string, std::string>> kenmerken{{"bron", "import"}};
        note(tx, caller_, now_, {std::move(gebeurtenis), gemeente, soort, object}, kenmerken);
    }

    Result<Done> put_medewerker(store::Tx& tx, const Importrij& rij) {
        const OrganisatieStore rows(tx);
        if (auto known = rows.medewerker_by_email(rij.email)) {
            Medewerker wanted = *known;
            wanted.naam = rij.naam;
            if (bestand_.has_werkdagen) wanted.werkdagen = rij.werkdagen;
            if (wanted == *known) return Done{};
            if (!rows.update(wanted)) return changed_meanwhile(known->id.bytes);
            for (const auto& hook : service_.hooks().on_medewerker_changed) TRY_DONE(hook(tx, wanted));
            note(tx, caller_, now_, {"medewerker.gewijzigd", rij.gemeenten.front(), journal::Object::medewerker, known->id.bytes},
                 wijziging_tussen(*known, wanted));
            gewijzigd_.insert(rij.regel);
            return Done{};
        }
        Medewerker made;
        made.id = service_.ids().make<dichtbij::Medewerker>();
        made.naam = rij.naam;
        made.email = rij.email;
        made.taal = "nl";
        made.werkdagen = rij.werkdagen;
        organisatie::add(tx, made, rij.gemeenten.front());
        journal(tx, "medewerker.gemaakt", rij.gemeenten.front(), journal::Object::medewerker, made.id.bytes);
        nieuw_.insert(rij.regel);
        return Done{};
    }

    // One transaction for each team of the file.
    Result<Done> put_teams() {
        std::map<std::string, Teamwens> wensen;
        for (const Importrij& rij : bestand_.rijen) {
            Teamwens& wens = wensen[rij.team_sleutel()];
            if (wens.rij == nullptr) wens.rij = &rij;
            if (rij.is_leider) wens.leider_email = rij.email;
            wens.is_kcc = wens.is_kcc || std::find(rij.rollen.begin(), rij.rollen.end(), Rol::kcc_medewerker) != rij.rollen.end();
            wens.gemeenten.insert(rij.gemeenten.begin(), rij.gemeenten.end());
        }
        for (const auto& [sleutel, wens] : wensen) {
            TRY(const TeamId id, service_.store().write([&](store::Tx& tx) { return put_team(tx, wens); }));
            teams_.emplace(sleutel, id);
        }
        return Done{};
    }

    struct Teamwens {  // what the rows of a team say together
        const Importrij* rij = nullptr;  // the first
        std::string leider_email;
        bool is_kcc = false;
        std::set<GemeenteId> gemeenten;
    };

    Id<dichtbij::Afdeling> put_afdeling(store::Tx& tx, const Importrij& rij) const {
        const OrganisatieStore rows(tx);
        for (const Afdeling& afdeling : rows.afdelingen())
            if (folded(afdeling.naam) == folded(rij.afdeling) && access::has_role(caller_, *rows.keeper_of(afdeling.id), {Rol::beheerder}))
                return afdeling.id;
        const Afdeling made{service_.ids().make<dichtbij::Afdeling>(), rij.afdeling, 0};
        organisatie::add(tx, made, rij.gemeenten.front());
        journal(tx, "afdeling.gemaakt", rij.gemeenten.front(), journal::Object::afdeling, made.id.bytes);
        return made.id;
    }

    Result<TeamId> put_team(store::Tx& tx, const Teamwens& wens) {
        const OrganisatieStore rows(tx);
        const GemeenteId gemeente = wens.rij->gemeenten.front();
        const auto leider = rows.medewerker_by_email(wens.leider_email);
        auto team = find_team(tx, caller_, wens.rij->team_sleutel());
        if (!team) {
            CHECK_THAT(leider.has_value());
            Team made;
            made.id = service_.ids().make<dichtbij::Team>();
            made.afdeling = put_afdeling(tx, *wens.rij);
            made.naam = wens.rij->team;
            made.leider = leider->id;
            made.is_kcc = wens.is_kcc;
            organisatie::add(tx, made, std::vector<GemeenteId>(wens.gemeenten.begin(), wens.gemeenten.end()));
            journal(tx, "team.gemaakt", gemeente, journal::Object::team, made.id.bytes);
            return made.id;
        }
        if (leider && team->leider != leider->id) {
            team->leider = leider->id;
            if (!rows.update(*team)) return changed_meanwhile(team->id.bytes);
            organisatie::add_member(tx, team->id, leider->id);
            journal(tx, "team.leider_gewijzigd", gemeente, journal::Object::team, team->id.bytes);
            for (const auto& hook : service_.hooks().on_lead_changed) hook(tx, team->id);
        }
        const auto served = rows.gemeenten_of_team(team->id);
        for (const GemeenteId& wanted : wens.gemeenten) {
            if (std::find(served.begin(), served.end(), wanted) != served.end()) continue;
            rows.add_team_gemeente(team->id, wanted);
            journal(tx, "team.gewijzigd", wanted, journal::Object::team, team->id.bytes);
        }
        return team->id;
    }

    Result<Done> put_links(store::Tx& tx, const Importrij& rij) {
        const OrganisatieStore rows(tx);
        const auto medewerker = rows.medewerker_by_email(rij.email);
        CHECK_THAT(medewerker.has_value());
        const TeamId team = teams_.at(rij.team_sleutel());
        const auto teams_before = rows.teams_of_medewerker(medewerker->id);
        organisatie::add_member(tx, team, medewerker->id);
        if (std::none_of(teams_before.begin(), teams_before.end(), [&](const Team& t) { return t.id == team; })) {
            journal(tx, "team.lid_erbij", rij.gemeenten.front(), journal::Object::team, team.bytes);
            gewijzigd_.insert(rij.regel);
        }
        put_vaardigheden(tx, rij, medewerker->id);
        put_vervanger(tx, rij, medewerker->id);
        for (const Rol rol : rij.rollen)
            for (const GemeenteId& gemeente : rij.gemeenten) {
                if (rol == Rol::manager) organisatie::add_manager(tx, gemeente, medewerker->id);
                const Importrol wanted{medewerker->id, medewerker->naam, medewerker->email, rol, gemeente, team};
                if (std::find(rollen_.begin(), rollen_.end(), wanted) == rollen_.end()) rollen_.push_back(wanted);
            }
        return Done{};
    }

    void put_vaardigheden(store::Tx& tx, const Importrij& rij, MedewerkerId id) {
        const auto before = MedewerkerStore(tx).skills_of(id);
        for (const std::string& vaardigheid : rij.vaardigheden) organisatie::add_skill(tx, id, vaardigheid);
        if (MedewerkerStore(tx).skills_of(id) != before) gewijzigd_.insert(rij.regel);
    }

    // The standing substitute becomes the one of the file from today on.
    void put_vervanger(store::Tx& tx, const Importrij& rij, MedewerkerId id) {
        if (rij.vervanger_email.empty()) return;
        const OrganisatieStore rows(tx);
        const MedewerkerStore people(tx);
        const MedewerkerId vervanger = rows.medewerker_by_email(rij.vervanger_email)->id;
        const Day today = day_of(now_);
        if (const auto standing = rows.substitution_on(id, today); standing && standing->vervanger == vervanger) return;
        for (Vervanging old : people.substitutions_until(id, today)) {
            if (old.van >= today) people.remove_vervanging(old.id);
            else {
                old.tot = today;
                people.update(old);
            }
        }
        rows.insert(Vervanging{service_.ids().next(), id, vervanger, today, std::nullopt});
        journal(tx, "medewerker.vervanger", rij.gemeenten.front(), journal::Object::medewerker, id.bytes);
        for (const auto& hook : service_.hooks().on_absence_changed) hook(tx, id);
        gewijzigd_.insert(rij.regel);
    }

    OrganisatieService& service_;
    const Caller& caller_;
    const Importbestand& bestand_;
    const Instant now_;
    std::set<std::int64_t> nieuw_, gewijzigd_;  // lines
    std::map<std::string, TeamId, std::less<>> teams_;
    std::vector<Importrol> rollen_;
};

}  // namespace

Result<Importuitslag> import_organisatie(OrganisatieService& service, const Caller& caller, std::istream& input, Importmodus modus) {
    const Kennis kennis(service.store(), caller, day_of(service.clock().now()));
    TRY(const Importbestand bestand, read_importbestand(input, kennis.get()));
    Importuitslag uitslag;
    uitslag.gelezen = bestand.gelezen;
    uitslag.afgekeurd = bestand.afgekeurd;
    uitslag.fouten = bestand.fouten;
    uitslag.onbekende_kolommen = bestand.onbekende_kolommen;
    if (modus == Importmodus::proef) return uitslag;
    Schrijver schrijver(service, caller, bestand);
    TRY_DONE(schrijver.write());
    schrijver.count(uitslag);
    return uitslag;
}

}  // namespace dichtbij::organisatie
