#include "organisatie/medewerker_store.h"

#include "organisatie/rows_store.h"
#include "store/params.h"

namespace dichtbij::organisatie {
namespace {

using store::Params;
using MedewerkerId = Id<dichtbij::Medewerker>;

// A word that begins a word of the text; folded text holds letters, figures and single spaces only, so
// nothing in it is special to LIKE.
std::string begins_a_word(const std::string& expression, const std::string& mark) {
    return "(' ' || " + expression + ") like ('% ' || " + mark + " || '%')";
}

}  // namespace

std::vector<Medewerker> MedewerkerStore::search(const Gidszoek& zoek) const {
    Params params;
    std::string where = "exists (select 1 from medewerker_gemeente g where g.medewerker = r.id and g.gemeente in (" +
                        params.list(zoek.gemeenten) + "))";
    where += " and (r.in_dienst_tot is null or r.in_dienst_tot > " + params.mark(zoek.today) + ")";
    for (const std::string& woord : zoek.woorden) {
        const std::string mark = params.mark(woord);
        where += " and (" + begins_a_word("r.zoekwoorden", mark) +
                 " or exists (select 1 from medewerker_vaardigheid v where v.medewerker = r.id and " +
                 begins_a_word("v.vaardigheid", mark) +
                 ") or exists (select 1 from team_lid l join team t on t.id = l.team where l.medewerker = r.id and t.actief = 1 and " +
                 begins_a_word("t.zoekwoorden", mark) + "))";
    }
    if (zoek.team) where += " and exists (select 1 from team_lid l where l.medewerker = r.id and l.team = " + params.mark(*zoek.team) + ")";
    if (!zoek.vaardigheid.empty())
        where += " and exists (select 1 from medewerker_vaardigheid v where v.medewerker = r.id and v.vaardigheid = " +
                 params.mark(zoek.vaardigheid) + ")";
    if (zoek.after)
        where += " and (r.naam_sleutel, r.id) > (select naam_sleutel, id from medewerker where id = " + params.mark(*zoek.after) + ")";
    const std::string sql =
        select<Medewerker>("medewerker r where " + where + " order by r.naam_sleutel, r.id limit " + params.mark(zoek.limit));
    return tx_.rows_with<Medewerker>(sql, params.values());
}

std::vector<std::string> MedewerkerStore::skills_of(MedewerkerId id) const {
    return tx_.rows<std::string>("select vaardigheid from medewerker_vaardigheid where medewerker = ?1 order by vaardigheid", id);
}

std::vector<std::string> MedewerkerStore::skills_in(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.rows<std::string>(
        "select distinct v.vaardigheid from medewerker_vaardigheid v join medewerker_gemeente g on g.medewerker = v.medewerker "
        "where g.gemeente = ?1 order by v.vaardigheid", gemeente);
}

std::optional<Afwezigheid> MedewerkerStore::afwezigheid(const Uuid& id) const {
    static const auto sql = select<Afwezigheid>("afwezigheid r where r.id = ?1");
    return tx_.row<Afwezigheid>(sql, id);
}

std::vector<Afwezigheid> MedewerkerStore::absences_until(MedewerkerId id, Day from) const {
    static const auto sql = select<Afwezigheid>("afwezigheid r where r.medewerker = ?1 and r.tot > ?2 order by r.van, r.id");
    return tx_.rows<Afwezigheid>(sql, id, from);
}

bool MedewerkerStore::overlaps(const Afwezigheid& a) const {
    return tx_.value<std::int64_t>("select count(*) from afwezigheid where medewerker = ?1 and id <> ?2 and van < ?4 and tot > ?3",
                                   a.medewerker, a.id, a.van, a.tot) > 0;
}

void MedewerkerStore::update(const Afwezigheid& a) const {
    tx_.run("update afwezigheid set van = ?2, tot = ?3, reden = ?4, vervanger = ?5 where id = ?1", a.id, a.van, a.tot, a.reden,
            a.vervanger);
}

void MedewerkerStore::remove_afwezigheid(const Uuid& id) const { tx_.run("delete from afwezigheid where id = ?1", id); }

std::optional<Vervanging> MedewerkerStore::vervanging(const Uuid& id) const {
    static const auto sql = select<Vervanging>("vervanging r where r.id = ?1");
    return tx_.row<Vervanging>(sql, id);
}

std::vector<Vervanging> MedewerkerStore::substitutions_until(MedewerkerId id, Day from) const {
    static const auto sql =
        select<Vervanging>("vervanging r where r.medewerker = ?1 and (r.tot is null or r.tot > ?2) order by r.van, r.id");
    return tx_.rows<Vervanging>(sql, id, from);
}

bool MedewerkerStore::overlaps(const Vervanging& v) const {
    return tx_.value<std::int64_t>("select count(*) from vervanging where medewerker = ?1 and id <> ?2 and "
                                   "(cast(?4 as bigint) is null or van < cast(?4 as bigint)) and (tot is null or tot > ?3)",
                                   v.medewerker, v.id, v.van, v.tot) > 0;
}

void MedewerkerStore::update(const Vervanging& v) const {
    tx_.run("update vervanging set vervanger = ?2, van = ?3, tot = ?4 where id = ?1", v.id, v.vervanger, v.van, v.tot);
}

void MedewerkerStore::remove_vervanging(const Uuid& id) const { tx_.run("delete from vervanging where id = ?1", id); }

void MedewerkerStore::end_as_substitute(MedewerkerId id, Day day) const {
    tx_.run("delete from vervanging where vervanger = ?1 and van >= ?2", id, day);
    tx_.run("update vervanging set tot = ?2 where vervanger = ?1 and (tot is null or tot > ?2)", id, day);
    tx_.run("update afwezigheid set vervanger = null where vervanger = ?1 and tot > ?2", id, day);
}

std::optional<Aanwezigheid> MedewerkerStore::presence_of(MedewerkerId id) const {
    return tx_.row<Aanwezigheid>("select medewerker, staat, sinds from aanwezigheid where medewerker = ?1", id);
}

void MedewerkerStore::set_presence(const Aanwezigheid& a) const {
    tx_.run("insert into aanwezigheid (medewerker, staat, sinds) values (?1, ?2, ?3) "
            "on conflict (medewerker) do update set staat = excluded.staat, sinds = excluded.sinds",
            a.medewerker, a.staat, a.sinds);
}

std::int64_t MedewerkerStore::remove_presence_before(Instant before) const {
    return tx_.run("delete from aanwezigheid where sinds < ?1", before);
}

void MedewerkerStore::remove_memberships(MedewerkerId id) const {
    tx_.run("delete from team_lid where medewerker = ?1", id);
    tx_.run("delete from gemeente_manager where medewerker = ?1", id);
    tx_.run("delete from aanwezigheid where medewerker = ?1", id);
}

std::vector<Medewerker> MedewerkerStore::still_member_after_leaving(Day today) const {
    static const auto sql = select<Medewerker>(
        "medewerker r where r.in_dienst_tot <= ?1 and exists (select 1 from team_lid l where l.medewerker = r.id) "
        "order by r.naam_sleutel, r.id limit 100");
    return tx_.rows<Medewerker>(sql, today);
}

}  // namespace dichtbij::organisatie
