#include "werk/attentie_store.h"

namespace dichtbij::werk {
namespace {

struct StapRij {
    Id<Gemeente> gemeente;
    int stap = 1;
    Ontvanger ontvanger = Ontvanger::eigenaar;
    Anker anker = Anker::waarschuwing;
    int werkdagen = 0;
};
BOOST_DESCRIBE_STRUCT(StapRij, (), (gemeente, stap, ontvanger, anker, werkdagen))

}  // namespace

void insert_attentie(store::Tx& tx, const Attentie& attentie) { tx.insert("attentie", attentie); }

std::optional<Attentie> find_attentie(store::Tx& tx, const Uuid& id) {
    static const std::string sql = "select " + store::columns<Attentie>() + " from attentie where id = ?1";
    return tx.row<Attentie>(sql, id);
}

std::vector<Attentie> attenties_of(store::Tx& tx, Id<Medewerker> medewerker, std::optional<Uuid> before, int limit) {
    static const std::string from = "select " + store::columns<Attentie>() + " from attentie where medewerker = ?1";
    static const std::string first = from + " order by id desc limit ?2";
    static const std::string further = from + " and id < ?3 order by id desc limit ?2";
    if (!before) return tx.rows<Attentie>(first, medewerker, limit);
    return tx.rows<Attentie>(further, medewerker, limit, *before);
}

std::int64_t unread_attenties(store::Tx& tx, Id<Medewerker> medewerker) {
    return tx.value<std::int64_t>("select count(*) from attentie where medewerker = ?1 and gelezen_op is null", medewerker);
}

void mark_read(store::Tx& tx, const Uuid& id, Instant now) {
    tx.run("update attentie set gelezen_op = ?2 where id = ?1 and gelezen_op is null", id, now);
}

void mark_all_read(store::Tx& tx, Id<Medewerker> medewerker, Instant now) {
    tx.run("update attentie set gelezen_op = ?2 where medewerker = ?1 and gelezen_op is null", medewerker, now);
}

void mark_read_of_werk(store::Tx& tx, Id<Medewerker> medewerker, Id<dichtbij::Werk> werk, Instant now) {
    tx.run("update attentie set gelezen_op = ?3 where werk = ?2 and medewerker = ?1 and gelezen_op is null", medewerker, werk, now);
}

void delete_attenties_of_act(store::Tx& tx, Id<dichtbij::Werk> werk, const Uuid& handeling) {
    tx.run("delete from attentie where werk = ?1 and handeling = ?2", werk, handeling);
}

Ladder ladder_of(store::Tx& tx, Id<Gemeente> gemeente) {
    static const std::string sql = "select " + store::columns<Escalatiestap>() + " from escalatiestap where gemeente = ?1 order by stap";
    return tx.rows<Escalatiestap>(sql, gemeente);
}

void replace_ladder(store::Tx& tx, Id<Gemeente> gemeente, const Ladder& ladder) {
    tx.run("delete from escalatiestap where gemeente = ?1", gemeente);
    for (const Escalatiestap& stap : ladder)
        tx.insert("escalatiestap", StapRij{gemeente, stap.stap, stap.ontvanger, stap.anker, stap.werkdagen});
}

}  // namespace dichtbij::werk
