#include "app/unfinished_store.h"

namespace dichtbij::app {
namespace {

constexpr const char* mark = "onvoltooid";  // a row of schema_migratie, which every store has

}  // namespace

void mark_unfinished(store::Store& store) {
    store.write([](store::Tx& tx) { tx.run("insert into schema_migratie (naam, release) values (?1, 0)", mark); });
}

void mark_finished(store::Store& store) {
    store.write([](store::Tx& tx) { tx.run("delete from schema_migratie where naam = ?1", mark); });
}

bool is_marked_unfinished(store::Store& store) {
    return store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from schema_migratie where naam = ?1", mark) > 0; });
}

}  // namespace dichtbij::app
