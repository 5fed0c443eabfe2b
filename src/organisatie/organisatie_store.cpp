#include "organisatie/organisatie_store.h"

#include "base/text.h"
#include "organisatie/rows_store.h"

namespace dichtbij::organisatie {
namespace {

store::Blob key_of(std::string_view naam) { return store::Blob{sort_key(naam)}; }

Derived derived_of(const Gemeente& row) { return {{"naam_sleutel", key_of(row.naam)}}; }
Derived derived_of(const Afdeling& row) { return {{"naam_sleutel", key_of(row.naam)}}; }
Derived derived_of(const Team& row) { return {{"naam_sleutel", key_of(row.naam)}, {"zoekwoorden", folded(row.naam)}}; }
Derived derived_of(const Medewerker& row) {
    return {{"naam_sleutel", key_of(row.naam)}, {"zoekwoorden", folded(row.naam + " " + row.functie)}};
}
Derived derived_of(const Product& row) { return {{"naam_sleutel", key_of(row.naam)}, {"zoekwoorden", folded(row.naam)}}; }
Derived derived_of(const Onderwerp& row) {
    return {{"naam_sleutel", key_of(row.naam)}, {"zoekwoorden", folded(row.naam + " " + row.trefwoorden)}};
}

}  // namespace

std::optional<Gemeente> OrganisatieStore::gemeente(Id<dichtbij::Gemeente> id) const {
    static const auto sql = select<Gemeente>("gemeente r where r.id = ?1");
    return tx_.row<Gemeente>(sql, id);
}

std::optional<Gemeente> OrganisatieStore::gemeente_by_code(std::string_view code) const {
    static const auto sql = select<Gemeente>("gemeente r where r.code = ?1");
    return tx_.row<Gemeente>(sql, code);
}

std::vector<Gemeente> OrganisatieStore::gemeenten() const {
    static const auto sql = select<Gemeente>("gemeente r order by r.naam_sleutel, r.id");
    return tx_.rows<Gemeente>(sql);
}

std::optional<Afdeling> OrganisatieStore::afdeling(Id<dichtbij::Afdeling> id) const {
    static const auto sql = select<Afdeling>("afdeling r where r.id = ?1");
    return tx_.row<Afdeling>(sql, id);
}

std::vector<Afdeling> OrganisatieStore::afdelingen() const {
    static const auto sql = select<Afdeling>("afdeling r order by r.naam_sleutel, r.id");
    return tx_.rows<Afdeling>(sql);
}

std::optional<Team> OrganisatieStore::team(Id<dichtbij::Team> id) const {
    static const auto sql = select<Team>("team r where r.id = ?1");
    return tx_.row<Team>(sql, id);
}

std::vector<Team> OrganisatieStore::teams_of_gemeente(Id<dichtbij::Gemeente> id) const {
    static const auto sql = select<Team>(
        "team r join team_gemeente g on g.team = r.id where g.gemeente = ?1 and r.actief = 1 order by r.naam_sleutel, r.id");
    return tx_.rows<Team>(sql, id);
}

std::vector<Team> OrganisatieStore::teams_of_medewerker(Id<dichtbij::Medewerker> id) const {
    static const auto sql = select<Team>(
        "team r join team_lid l on l.team = r.id where l.medewerker = ?1 and r.actief = 1 order by r.naam_sleutel, r.id");
    return tx_.rows<Team>(sql, id);
}

std::vector<Team> OrganisatieStore::teams_led_by(Id<dichtbij::Medewerker> id) const {
    static const auto sql = select<Team>("team r where r.leider = ?1 and r.actief = 1 order by r.naam_sleutel, r.id");
    return tx_.rows<Team>(sql, id);
}

std::vector<Id<dichtbij::Gemeente>> OrganisatieStore::gemeenten_of_team(Id<dichtbij::Team> id) const {
    return tx_.rows<Id<dichtbij::Gemeente>>(
        "select g.id from gemeente g join team_gemeente t on t.gemeente = g.id where t.team = ?1 order by g.naam_sleutel, g.id", id);
}

std::optional<Team> OrganisatieStore::kcc_of(Id<dichtbij::Gemeente> id) const {
    static const auto sql = select<Team>(
        "team r join team_gemeente g on g.team = r.id where g.gemeente = ?1 and r.actief = 1 "
        "order by r.is_kcc desc, r.naam_sleutel, r.id limit 1");
    return tx_.row<Team>(sql, id);
}

std::optional<Medewerker> OrganisatieStore::medewerker(Id<dichtbij::Medewerker> id) const {
    static const auto sql = select<Medewerker>("medewerker r where r.id = ?1");
    return tx_.row<Medewerker>(sql, id);
}

std::optional<Medewerker> OrganisatieStore::medewerker_by_email(std::string_view lower_case) const {
    static const auto sql = select<Medewerker>("medewerker r where r.email = ?1 and r.email <> ''");
    return tx_.row<Medewerker>(sql, lower_case);
}

std::vector<Medewerker> OrganisatieStore::members(Id<dichtbij::Team> team) const {
    static const auto sql =
        select<Medewerker>("medewerker r join team_lid l on l.medewerker = r.id where l.team = ?1 order by r.naam_sleutel, r.id");
    return tx_.rows<Medewerker>(sql, team);
}

std::vector<Medewerker> OrganisatieStore::members_with(Id<dichtbij::Team> team, std::string_view vaardigheid) const {
    static const auto sql = select<Medewerker>(
        "medewerker r join team_lid l on l.medewerker = r.id join medewerker_vaardigheid v on v.medewerker = r.id "
        "where l.team = ?1 and v.vaardigheid = ?2 order by r.naam_sleutel, r.id");
    return tx_.rows<Medewerker>(sql, team, vaardigheid);
}

std::vector<Id<dichtbij::Medewerker>> OrganisatieStore::managers(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.rows<Id<dichtbij::Medewerker>>(
        "select m.id from medewerker m join gemeente_manager g on g.medewerker = m.id where g.gemeente = ?1 "
        "order by m.naam_sleutel, m.id", gemeente);
}

std::optional<Afwezigheid> OrganisatieStore::absence_on(Id<dichtbij::Medewerker> medewerker, Day day) const {
    static const auto sql = select<Afwezigheid>(
        "afwezigheid r where r.medewerker = ?1 and r.van <= ?2 and r.tot > ?2 "
        "order by case when r.vervanger is null then 1 else 0 end, r.van desc, r.id limit 1");
    return tx_.row<Afwezigheid>(sql, medewerker, day);
}

std::optional<Vervanging> OrganisatieStore::substitution_on(Id<dichtbij::Medewerker> medewerker, Day day) const {
    static const auto sql = select<Vervanging>(
        "vervanging r where r.medewerker = ?1 and r.van <= ?2 and (r.tot is null or r.tot > ?2) order by r.van desc, r.id limit 1");
    return tx_.row<Vervanging>(sql, medewerker, day);
}

std::vector<Id<dichtbij::Medewerker>> OrganisatieStore::absent_on(Day day) const {
    return tx_.rows<Id<dichtbij::Medewerker>>(
        "select distinct medewerker from afwezigheid where van <= ?1 and tot > ?1 order by medewerker", day);
}

std::optional<Product> OrganisatieStore::product(Id<dichtbij::Product> id) const {
    static const auto sql = select<Product>("product r where r.id = ?1");
    return tx_.row<Product>(sql, id);
}

std::vector<Product> OrganisatieStore::products(Id<dichtbij::Gemeente> gemeente) const {
    static const auto sql = select<Product>("product r where r.gemeente = ?1 and r.actief = 1 order by r.naam_sleutel, r.id");
    return tx_.rows<Product>(sql, gemeente);
}

std::vector<Product> OrganisatieStore::all_products(Id<dichtbij::Gemeente> gemeente) const {
    static const auto sql = select<Product>("product r where r.gemeente = ?1 order by r.actief desc, r.naam_sleutel, r.id");
    return tx_.rows<Product>(sql, gemeente);
}

std::vector<Onderwerp> OrganisatieStore::all_onderwerpen(Id<dichtbij::Gemeente> gemeente) const {
    static const auto sql = select<Onderwerp>("onderwerp r where r.gemeente = ?1 order by r.actief desc, r.naam_sleutel, r.id");
    return tx_.rows<Onderwerp>(sql, gemeente);
}

std::optional<Onderwerp> OrganisatieStore::onderwerp(Id<dichtbij::Onderwerp> id) const {
    static const auto sql = select<Onderwerp>("onderwerp r where r.id = ?1");
    return tx_.row<Onderwerp>(sql, id);
}

std::vector<Onderwerp> OrganisatieStore::onderwerpen(Id<dichtbij::Gemeente> gemeente) const {
    static const auto sql = select<Onderwerp>("onderwerp r where r.gemeente = ?1 and r.actief = 1 order by r.naam_sleutel, r.id");
    return tx_.rows<Onderwerp>(sql, gemeente);
}

void OrganisatieStore::insert(const Gemeente& row) const { insert_row(tx_, "gemeente", row, derived_of(row)); }

void OrganisatieStore::insert(const Afdeling& row, Id<dichtbij::Gemeente> gemeente) const {
    Derived derived = derived_of(row);
    derived.emplace_back("gemeente", store::Column<Id<dichtbij::Gemeente>>::to(gemeente));
    insert_row(tx_, "afdeling", row, derived);
}

void OrganisatieStore::insert(const Team& row) const { insert_row(tx_, "team", row, derived_of(row)); }
void OrganisatieStore::insert(const Medewerker& row) const { insert_row(tx_, "medewerker", row, derived_of(row)); }
void OrganisatieStore::insert(const Product& row) const { insert_row(tx_, "product", row, derived_of(row)); }
void OrganisatieStore::insert(const Onderwerp& row) const { insert_row(tx_, "onderwerp", row, derived_of(row)); }
void OrganisatieStore::insert(const Afwezigheid& row) const { tx_.insert("afwezigheid", row); }
void OrganisatieStore::insert(const Vervanging& row) const { tx_.insert("vervanging", row); }

bool OrganisatieStore::update(const Gemeente& row) const { return update_row(tx_, "gemeente", row, derived_of(row)); }
bool OrganisatieStore::update(const Afdeling& row) const { return update_row(tx_, "afdeling", row, derived_of(row)); }
bool OrganisatieStore::update(const Team& row) const { return update_row(tx_, "team", row, derived_of(row)); }
bool OrganisatieStore::update(const Medewerker& row) const { return update_row(tx_, "medewerker", row, derived_of(row)); }
bool OrganisatieStore::update(const Product& row) const { return update_row(tx_, "product", row, derived_of(row)); }
bool OrganisatieStore::update(const Onderwerp& row) const { return update_row(tx_, "onderwerp", row, derived_of(row)); }

void OrganisatieStore::add_team_gemeente(Id<dichtbij::Team> team, Id<dichtbij::Gemeente> gemeente) const {
    tx_.run("insert into team_gemeente (team, gemeente) values (?1, ?2) on conflict do nothing", team, gemeente);
}

void OrganisatieStore::remove_team_gemeente(Id<dichtbij::Team> team, Id<dichtbij::Gemeente> gemeente) const {
    tx_.run("delete from team_gemeente where team = ?1 and gemeente = ?2", team, gemeente);
}

void OrganisatieStore::add_member(Id<dichtbij::Team> team, Id<dichtbij::Medewerker> medewerker) const {
    tx_.run("insert into team_lid (team, medewerker) values (?1, ?2) on conflict do nothing", team, medewerker);
}

void OrganisatieStore::remove_member(Id<dichtbij::Team> team, Id<dichtbij::Medewerker> medewerker) const {
    tx_.run("delete from team_lid where team = ?1 and medewerker = ?2", team, medewerker);
}

void OrganisatieStore::add_medewerker_gemeente(Id<dichtbij::Medewerker> medewerker, Id<dichtbij::Gemeente> gemeente) const {
    tx_.run("insert into medewerker_gemeente (medewerker, gemeente) values (?1, ?2) on conflict do nothing", medewerker, gemeente);
}

std::vector<Id<dichtbij::Gemeente>> OrganisatieStore::gemeenten_of_medewerker(Id<dichtbij::Medewerker> id) const {
    return tx_.rows<Id<dichtbij::Gemeente>>(
        "select g.id from gemeente g join medewerker_gemeente m on m.gemeente = g.id where m.medewerker = ?1 "
        "order by g.naam_sleutel, g.id", id);
}

std::optional<Id<dichtbij::Gemeente>> OrganisatieStore::keeper_of(Id<dichtbij::Afdeling> id) const {
    return tx_.row<Id<dichtbij::Gemeente>>("select gemeente from afdeling where id = ?1", id);
}

std::int64_t OrganisatieStore::count_active_at(Id<dichtbij::Team> team) const {
    return tx_.value<std::int64_t>("select (select count(*) from onderwerp where team = ?1 and actief = 1) + "
                                   "(select count(*) from product where team = ?1 and actief = 1)", team);
}

std::int64_t OrganisatieStore::count_active_of(Id<dichtbij::Medewerker> proceseigenaar) const {
    return tx_.value<std::int64_t>("select (select count(*) from onderwerp where proceseigenaar = ?1 and actief = 1) + "
                                   "(select count(*) from product where proceseigenaar = ?1 and actief = 1)", proceseigenaar);
}

void OrganisatieStore::add_skill(Id<dichtbij::Medewerker> medewerker, std::string_view vaardigheid) const {
    tx_.run("insert into medewerker_vaardigheid (medewerker, vaardigheid) values (?1, ?2) on conflict do nothing", medewerker,
            vaardigheid);
}

void OrganisatieStore::remove_skills(Id<dichtbij::Medewerker> medewerker) const {
    tx_.run("delete from medewerker_vaardigheid where medewerker = ?1", medewerker);
}

void OrganisatieStore::remove_managers(Id<dichtbij::Gemeente> gemeente) const {
    tx_.run("delete from gemeente_manager where gemeente = ?1", gemeente);
}

void OrganisatieStore::add_manager(Id<dichtbij::Gemeente> gemeente, Id<dichtbij::Medewerker> medewerker) const {
    tx_.run("insert into gemeente_manager (gemeente, medewerker) values (?1, ?2) on conflict do nothing", gemeente, medewerker);
}

}  // namespace dichtbij::organisatie
