#include "app/check_store.h"

#include "base/id.h"

namespace dichtbij::app {
namespace {

struct Kind {
    std::string_view soort;  // journal::Object
    std::string_view table;
    std::string_view key;
};
constexpr Kind kinds[] = {
    {"gemeente", "gemeente", "id"}, {"afdeling", "afdeling", "id"},   {"team", "team", "id"},
    {"medewerker", "medewerker", "id"}, {"product", "product", "id"}, {"onderwerp", "onderwerp", "id"},
    {"partij", "partij", "id"},     {"gesprek", "gesprek", "id"},     {"klantcontact", "klantcontact", "id"},
    {"werk", "werk", "id"},         {"taak", "taak", "id"},           {"account", "account", "medewerker"},
    {"zaak", "zaak", "id"},         {"document", "document", "id"},
};
constexpr int shown = 20;

struct Missing {
    std::int64_t nummer = 0;
    Uuid object{};
};
BOOST_DESCRIBE_STRUCT(Missing, (), (nummer, object))

}  // namespace

std::vector<std::string> missing_objects(store::Tx& tx) {
    std::vector<std::string> problems;
    for (const Kind& kind : kinds) {
        const std::string sql = "select j.nummer, j.object from journaal j where j.object_soort = ?1 and not exists (select 1 from " +
                                std::string(kind.table) + " o where o." + std::string(kind.key) +
                                " = j.object) and not exists (select 1 from vernietiging v where v.object = j.object) order by j.nummer limit ?2";
        for (const auto& row : tx.rows<Missing>(sql, kind.soort, shown))
            problems.push_back("journal row " + std::to_string(row.nummer) + " names " + std::string(kind.soort) + " " +
                               to_string(row.object) + ", which is not there");
    }
    return problems;
}

}  // namespace dichtbij::app
