#include "bericht/bewaring.h"
#include "bericht/bewaring_store.h"

namespace dichtbij::bericht {
namespace {

constexpr int bericht_days = 730;

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {
        {"bericht", {"bericht"}, "as long as its work; own choice without work: two years, to answer what was said", bericht_days,
         access::Vernietig(delete_without_werk)},
        {"zending", {"zending"}, "own choice: two years, to answer when something was sent", bericht_days, access::Vernietig(delete_old_zendingen)},
    };
}

std::vector<access::Vernietigd> destroy_of_werk(store::Tx& tx, Id<Werk> werk, Instant) {
    std::vector<access::Vernietigd> destroyed;
    for (const Uuid& id : ids_of_werk(tx, werk)) destroyed.push_back({"bericht", id});
    delete_of_werk(tx, werk);
    return destroyed;
}

}  // namespace dichtbij::bericht
