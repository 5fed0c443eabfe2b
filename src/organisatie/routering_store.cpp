#include "organisatie/routering_store.h"

namespace dichtbij::organisatie {

std::vector<Routeringsregel> RouteringStore::regels(Id<dichtbij::Gemeente> gemeente) const {
    static const std::string sql =
        "select " + store::columns<Routeringsregel>() + " from routeringsregel where gemeente = ?1 order by volgorde, id";
    return tx_.rows<Routeringsregel>(sql, gemeente);
}

std::vector<Routeringsregel> RouteringStore::regels_for(Id<dichtbij::Gemeente> gemeente, const std::optional<Id<dichtbij::Onderwerp>>& onderwerp) const {
    static const std::string sql = "select " + store::columns<Routeringsregel>() +
                                   " from routeringsregel where gemeente = ?1 and (onderwerp is null or onderwerp = ?2) order by volgorde, id";
    return tx_.rows<Routeringsregel>(sql, gemeente, onderwerp);
}

std::optional<Routeringsregel> RouteringStore::regel(Id<Routeringsregel> id) const {
    static const std::string sql = "select " + store::columns<Routeringsregel>() + " from routeringsregel where id = ?1";
    return tx_.row<Routeringsregel>(sql, id);
}

void RouteringStore::insert(const Routeringsregel& regel) const { tx_.insert("routeringsregel", regel); }

bool RouteringStore::update(const Routeringsregel& r) const {
    return tx_.run("update routeringsregel set naam = ?1, onderwerp = ?2, product = ?3, kanaal = ?4, taal = ?5, vaardigheid = ?6, "
                   "weekdagen = ?7, openingstijd = ?8, doel_team = ?9, doel_medewerker = ?10, doel_vaardigheid = ?11, "
                   "actief = ?12, versie = versie + 1 where id = ?13 and versie = ?14",
                   r.naam, r.onderwerp, r.product, r.kanaal, r.taal, r.vaardigheid, r.weekdagen, r.openingstijd, r.doel_team,
                   r.doel_medewerker, r.doel_vaardigheid, r.actief, r.id, r.versie) == 1;
}

void RouteringStore::set_order(Id<Routeringsregel> id, int volgorde) const {
    tx_.run("update routeringsregel set volgorde = ?2 where id = ?1 and volgorde <> ?2", id, volgorde);
}

bool RouteringStore::remove(Id<Routeringsregel> id, std::int64_t versie) const {
    if (const auto row = regel(id); !row || row->versie != versie) return false;
    tx_.run("delete from routering_storing where regel = ?1", id);
    return tx_.run("delete from routeringsregel where id = ?1", id) == 1;
}

int RouteringStore::next_order(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.value<int>("select coalesce(max(volgorde), 0) + 1 from routeringsregel where gemeente = ?1", gemeente);
}

std::vector<Storing> RouteringStore::storingen(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.rows<Storing>(
        "select regel, oorzaak, gemeente, sinds from routering_storing where gemeente = ?1 order by sinds, regel, oorzaak", gemeente);
}

bool RouteringStore::note(const Storing& storing) const {
    const bool known = tx_.value<std::int64_t>("select count(*) from routering_storing where regel = ?1 and oorzaak = ?2",
                                               storing.regel, storing.oorzaak) > 0;
    if (!known) tx_.insert("routering_storing", storing);
    return !known;
}

void RouteringStore::forget(const Storing& storing) const {
    tx_.run("delete from routering_storing where regel = ?1 and oorzaak = ?2", storing.regel, storing.oorzaak);
}

std::vector<Id<dichtbij::Gemeente>> RouteringStore::gemeenten_pointing_at(Id<dichtbij::Team> team) const {
    return tx_.rows<Id<dichtbij::Gemeente>>("select distinct gemeente from routeringsregel where doel_team = ?1 order by gemeente", team);
}

std::vector<Id<dichtbij::Gemeente>> RouteringStore::gemeenten_pointing_at(Id<dichtbij::Medewerker> medewerker) const {
    return tx_.rows<Id<dichtbij::Gemeente>>(
        "select distinct gemeente from routeringsregel where doel_medewerker = ?1 order by gemeente", medewerker);
}

}  // namespace dichtbij::organisatie
