#include "api/idempotentie_store.h"

#include <array>

namespace dichtbij::api {
namespace {

constexpr std::string_view schema = R"(
-- persoonsgegevens: betrokkene (antwoord), een dag
create table api_sleutel (
    applicatie $id not null,
    sleutel $blob not null,
    vingerafdruk $blob not null,
    status $int not null,
    koppen $text not null,
    antwoord $text not null,
    op $int not null,
    primary key (applicatie, sleutel)
) $strict;
create index api_sleutel_op on api_sleutel (op);
)";

std::vector<access::Vernietigd> delete_old(store::Tx& tx, Instant before, int limit) {
    const auto gone = tx.run("delete from api_sleutel where (applicatie, sleutel) in (select applicatie, sleutel from api_sleutel where op < ?1 order by op limit ?2)",
                             before, limit);
    if (gone == 0) return {};
    return {{"api_sleutel", std::nullopt, gone}};
}

}  // namespace

std::optional<Sleutelrij> find_sleutel(store::Tx& tx, Id<Applicatie> applicatie, const store::Blob& sleutel, Instant now) {
    return tx.row<Sleutelrij>("select " + store::columns<Sleutelrij>() + " from api_sleutel where applicatie = ?1 and sleutel = ?2 and op > ?3", applicatie, sleutel,
                              now - idempotentie_duur);
}

void insert_sleutel(store::Tx& tx, const Sleutelrij& rij) {
    delete_sleutel(tx, rij.applicatie, rij.sleutel);
    tx.insert("api_sleutel", rij);
}

void save_antwoord(store::Tx& tx, const Sleutelrij& rij) {
    tx.run("update api_sleutel set status = ?3, koppen = ?4, antwoord = ?5 where applicatie = ?1 and sleutel = ?2", rij.applicatie, rij.sleutel, rij.status,
           rij.koppen, rij.antwoord);
}

void delete_sleutel(store::Tx& tx, Id<Applicatie> applicatie, const store::Blob& sleutel) {
    tx.run("delete from api_sleutel where applicatie = ?1 and sleutel = ?2", applicatie, sleutel);
}

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"api.1", 1, schema}}};
    return list;
}

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"api_sleutel", {"api_sleutel"}, "own choice: an answer can be asked again for a day", 1, access::Vernietig(delete_old)}};
}

}  // namespace dichtbij::api
