#include "waardering/waardering_store.h"

namespace dichtbij::waardering {
namespace {

std::string select_where(std::string_view condition) { return "select " + store::columns<Waardering>() + " from waardering where " + std::string(condition); }

}  // namespace

std::optional<Waardering> find_waardering(store::Tx& tx, const Waarover& over) {
    return tx.row<Waardering>(select_where("object = ?1 and soort = ?2"), over.id, over.soort);
}

void insert_waardering(store::Tx& tx, const Waardering& one) { tx.insert("waardering", one); }

void save_waardering(store::Tx& tx, const Waardering& one) {
    tx.run("update waardering set door = ?2, cijfer = ?3, gewijzigd_op = ?4, journaal = ?5 where id = ?1", one.id, one.door, one.cijfer, one.gewijzigd_op, one.journaal);
}

std::vector<Waardering> waarderingen_door(store::Tx& tx, Id<Partij> partij) { return tx.rows<Waardering>(select_where("door = ?1"), partij); }

std::vector<Waardering> waarderingen_of_werk(store::Tx& tx, Id<Werk> werk) { return tx.rows<Waardering>(select_where("werk = ?1 order by gegeven_op, id"), werk); }

void delete_waardering(store::Tx& tx, Id<dichtbij::Waardering> id) { tx.run("delete from waardering where id = ?1", id); }

std::string woorden(store::Tx& tx, std::int64_t journaal) {
    return tx.row<std::string>("select coalesce(tekst, '') from toelichting where nummer = ?1", journaal).value_or("");
}

}  // namespace dichtbij::waardering
