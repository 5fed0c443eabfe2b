#include "ketenpartner/advies_store.h"

namespace dichtbij::ketenpartner {
namespace {

store::Blob blob(std::string_view bytes) { return store::Blob{std::string(bytes)}; }

std::string selected() { return "select " + store::columns<Adviesvraag>() + " from adviesvraag "; }

}  // namespace

void insert_adviesvraag(store::Tx& tx, const Adviesvraag& vraag) { tx.insert("adviesvraag", vraag); }

void save_adviesvraag(store::Tx& tx, Adviesvraag& vraag) {
    ++vraag.revisie;
    tx.run("update adviesvraag set laatste_datum = ?2, code_hash = ?3, pogingen = ?4, geopend_op = ?5, slot = ?6, slot_op = ?7, revisie = ?8 where id = ?1", vraag.id,
           vraag.laatste_datum, vraag.code_hash, vraag.pogingen, vraag.geopend_op, vraag.slot, vraag.slot_op, vraag.revisie);
}

std::optional<Adviesvraag> find_adviesvraag(store::Tx& tx, Id<dichtbij::Adviesvraag> id) { return tx.row<Adviesvraag>(selected() + "where id = ?1", id); }

std::optional<Adviesvraag> find_by_link(store::Tx& tx, std::string_view link_hash) { return tx.row<Adviesvraag>(selected() + "where link_hash = ?1", blob(link_hash)); }

std::vector<Adviesvraag> adviesvragen_of_zaak(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    return tx.rows<Adviesvraag>(selected() + "where zaak = ?1 order by id desc limit ?2", zaak, static_cast<std::int64_t>(vragen_limit));
}

bool has_open_adviesvraag(store::Tx& tx, Id<dichtbij::Zaaktaak> taak) {
    return tx.value<std::int64_t>("select count(*) from adviesvraag where taak = ?1 and slot is null", taak) > 0;
}

void insert_adviesdocument(store::Tx& tx, const Adviesdocument& document) { tx.insert("adviesdocument", document); }

std::vector<Adviesdocument> adviesdocumenten_of(store::Tx& tx, Id<dichtbij::Adviesvraag> vraag) {
    return tx.rows<Adviesdocument>("select " + store::columns<Adviesdocument>() + " from adviesdocument where adviesvraag = ?1 order by versie", vraag);
}

void insert_adviesbezoek(store::Tx& tx, const Adviesbezoek& bezoek) { tx.insert("adviesbezoek", bezoek); }

std::optional<Adviesbezoek> find_adviesbezoek(store::Tx& tx, std::string_view hash) {
    return tx.row<Adviesbezoek>("select " + store::columns<Adviesbezoek>() + " from adviesbezoek where hash = ?1", blob(hash));
}

std::vector<Uuid> adviesvragen_of_werk(store::Tx& tx, Id<Werk> werk) { return tx.rows<Uuid>("select id from adviesvraag where werk = ?1 order by id", werk); }

void delete_adviesvraag(store::Tx& tx, const Uuid& id) {
    for (const char* sql : {"delete from adviesbezoek where adviesvraag = ?1", "delete from adviesdocument where adviesvraag = ?1", "delete from adviesvraag where id = ?1"})
        tx.run(sql, id);
}

std::vector<access::Vernietigd> delete_old_adviesbezoeken(store::Tx& tx, Instant voor, int limit) {
    const auto gone = tx.run("delete from adviesbezoek where hash in (select hash from adviesbezoek where einde_op < ?1 order by einde_op limit ?2)", voor, limit);
    if (gone == 0) return {};
    return {{"adviesbezoek", std::nullopt, gone}};
}

}  // namespace dichtbij::ketenpartner
