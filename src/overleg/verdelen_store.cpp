#include "overleg/verdelen_store.h"

namespace dichtbij::overleg {
namespace {

struct Aantalrij {
    Id<Medewerker> medewerker;
    int aantal = 0;
};
BOOST_DESCRIBE_STRUCT(Aantalrij, (), (medewerker, aantal))

std::map<Id<Medewerker>, int> by_person(const std::vector<Aantalrij>& rows) {
    std::map<Id<Medewerker>, int> all;
    for (const Aantalrij& row : rows) all.emplace(row.medewerker, row.aantal);
    return all;
}

using access::counted;

}  // namespace

std::map<Id<Medewerker>, int> capaciteiten(store::Tx& tx, Id<Team> team) {
    return by_person(tx.rows<Aantalrij>("select medewerker, zaken from capaciteit where team = ?1", team));
}

void save_capaciteit(store::Tx& tx, Id<Team> team, Id<Medewerker> medewerker, std::optional<int> zaken) {
    tx.run("delete from capaciteit where team = ?1 and medewerker = ?2", team, medewerker);
    if (zaken) tx.run("insert into capaciteit (team, medewerker, zaken) values (?1, ?2, ?3)", team, medewerker, *zaken);
}

std::map<Id<Medewerker>, int> belasting(store::Tx& tx, Id<Team> team) {
    return by_person(tx.rows<Aantalrij>("select coalesce(toegewezen_aan, eigenaar), count(*) from werk where team = ?1 and gesloten_op is null and soort = 'zaak' "
                                        "group by coalesce(toegewezen_aan, eigenaar)",
                                        team));
}

void insert_keuze(store::Tx& tx, const Lijstkeuze& keuze) { tx.insert("lijstkeuze", keuze); }

void save_keuze(store::Tx& tx, const Lijstkeuze& keuze) { tx.run("update lijstkeuze set vraag = ?2, team = ?3 where id = ?1", keuze.id, keuze.vraag, keuze.team); }

void delete_keuze(store::Tx& tx, Id<dichtbij::Lijstkeuze> id) { tx.run("delete from lijstkeuze where id = ?1", id); }

std::optional<Lijstkeuze> find_keuze(store::Tx& tx, Id<dichtbij::Lijstkeuze> id) {
    return tx.row<Lijstkeuze>("select " + store::columns<Lijstkeuze>() + " from lijstkeuze where id = ?1", id);
}

std::vector<Lijstkeuze> keuzes_of(store::Tx& tx, Id<Medewerker> medewerker, Lijstplek plek) {
    return tx.rows<Lijstkeuze>("select " + store::columns<Lijstkeuze>() + " from lijstkeuze where medewerker = ?1 and plek = ?2 order by naam, id", medewerker, plek);
}

std::vector<Lijstkeuze> keuzes_shared_with(store::Tx& tx, Id<Team> team, Lijstplek plek) {
    return tx.rows<Lijstkeuze>("select " + store::columns<Lijstkeuze>() + " from lijstkeuze where team = ?1 and plek = ?2 order by naam, id", team, plek);
}

std::string vorm_of(store::Tx& tx, Id<Medewerker> medewerker, Lijstplek plek) {
    return tx.row<std::string>("select vorm from lijstvorm where medewerker = ?1 and plek = ?2", medewerker, plek).value_or(std::string());
}

void save_vorm(store::Tx& tx, Id<Medewerker> medewerker, Lijstplek plek, std::string_view vorm) {
    tx.run("delete from lijstvorm where medewerker = ?1 and plek = ?2", medewerker, plek);
    tx.run("insert into lijstvorm (medewerker, plek, vorm) values (?1, ?2, ?3)", medewerker, plek, vorm);
}

std::vector<access::Vernietigd> delete_capaciteit_of_who_left(store::Tx& tx, Instant voor, int limit) {
    return counted("capaciteit", tx.run("delete from capaciteit where medewerker in (select c.medewerker from capaciteit c join medewerker m on m.id = c.medewerker "
                                        "where m.in_dienst_tot < ?1 order by c.medewerker limit ?2)",
                                        day_of(voor), limit));
}

std::vector<access::Vernietigd> delete_keuzes_of_who_left(store::Tx& tx, Instant voor, int limit) {
    return counted("lijstkeuze", tx.run("delete from lijstkeuze where id in (select k.id from lijstkeuze k join medewerker m on m.id = k.medewerker "
                                        "where k.team is null and m.in_dienst_tot < ?1 order by k.id limit ?2)",
                                        day_of(voor), limit));
}

std::vector<access::Vernietigd> delete_vormen_of_who_left(store::Tx& tx, Instant voor, int limit) {
    return counted("lijstvorm", tx.run("delete from lijstvorm where medewerker in (select k.medewerker from lijstvorm k join medewerker m on m.id = k.medewerker "
                                       "where m.in_dienst_tot < ?1 order by k.medewerker limit ?2)",
                                       day_of(voor), limit));
}

}  // namespace dichtbij::overleg
