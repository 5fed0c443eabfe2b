#include "formulier/formulier_store.h"

namespace dichtbij::formulier {
namespace {

template <class T>
std::string select_from(std::string_view table, std::string_view condition) {
    return "select " + store::columns<T>() + " from " + std::string(table) + " where " + std::string(condition);
}

struct Antwoordrij {
    Id<dichtbij::Inzending> inzending;
    std::int64_t volgnummer = 0;
    std::string kop, vraag, soort, waarde;
};
BOOST_DESCRIBE_STRUCT(Antwoordrij, (), (inzending, volgnummer, kop, vraag, soort, waarde))

}  // namespace

std::optional<VersieRij> find_versie(store::Tx& tx, Id<FormulierVersie> id) { return tx.row<VersieRij>(select_from<VersieRij>("formulier_versie", "id = ?1"), id); }

std::optional<VersieRij> last_versie(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    return tx.row<VersieRij>(select_from<VersieRij>("formulier_versie", "gemeente = ?1 and code = ?2 order by nummer desc limit 1"), gemeente, code);
}

void insert_versie(store::Tx& tx, const VersieRij& row) { tx.insert("formulier_versie", row); }

bool is_aan(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    return tx.row<std::int64_t>("select aan from formulier_stand where gemeente = ?1 and code = ?2", gemeente, code).value_or(1) != 0;
}

void set_aan(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code, bool aan) {
    const std::int64_t value = aan ? 1 : 0;
    if (tx.run("update formulier_stand set aan = ?3 where gemeente = ?1 and code = ?2", gemeente, code, value) == 0)
        tx.run("insert into formulier_stand (gemeente, code, aan) values (?1, ?2, ?3)", gemeente, code, value);
}

void insert_concept(store::Tx& tx, const ConceptRij& row) { tx.insert("formulier_concept", row); }

std::optional<ConceptRij> find_concept(store::Tx& tx, Id<FormulierConcept> id) { return tx.row<ConceptRij>(select_from<ConceptRij>("formulier_concept", "id = ?1"), id); }

std::optional<ConceptRij> find_concept_by_sleutel(store::Tx& tx, std::string_view hash) {
    return tx.row<ConceptRij>(select_from<ConceptRij>("formulier_concept", "sleutel_hash = ?1"), store::Blob{std::string(hash)});
}

void save_concept(store::Tx& tx, const ConceptRij& row) {
    tx.run("update formulier_concept set browser_hash = ?2, taal = ?3, antwoorden = ?4, email = ?5, bevestigd = ?6, sleutel_hash = ?7, code_hash = ?8, code_op = ?9, pogingen = ?10, "
           "pagina = ?11, gewijzigd_op = ?12, verloopt_op = ?13, revisie = ?14, inzending = ?15, partij = ?16 where id = ?1",
           row.id, row.browser_hash, row.taal, row.antwoorden, row.email, row.bevestigd, row.sleutel_hash, row.code_hash, row.code_op, row.pogingen, row.pagina, row.gewijzigd_op,
           row.verloopt_op, row.revisie, row.inzending, row.partij);
}

void delete_concept(store::Tx& tx, Id<FormulierConcept> id) { tx.run("delete from formulier_concept where id = ?1", id); }

std::vector<ConceptRij> concepten_verlopen(store::Tx& tx, Instant voor, int limit) {
    return tx.rows<ConceptRij>(select_from<ConceptRij>("formulier_concept", "verloopt_op < ?1 order by verloopt_op limit ?2"), voor, limit);
}

std::vector<ConceptRij> concepten_van(store::Tx& tx, Id<Partij> partij) { return tx.rows<ConceptRij>(select_from<ConceptRij>("formulier_concept", "partij = ?1"), partij); }

std::int64_t open_concepten(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    return tx.value<std::int64_t>("select count(*) from formulier_concept where gemeente = ?1 and code = ?2 and inzending is null", gemeente, code);
}

void insert_inzending(store::Tx& tx, const Inzending& one, const std::vector<Antwoordregel>& answers) {
    tx.insert("formulier_inzending", one);
    std::int64_t number = 0;
    for (const Antwoordregel& answer : answers) tx.insert("formulier_antwoord", Antwoordrij{one.id, ++number, answer.kop, answer.vraag, answer.soort, answer.waarde});
}

std::optional<Ingezonden> find_inzending(store::Tx& tx, Id<dichtbij::Inzending> id) {
    auto one = tx.row<Inzending>(select_from<Inzending>("formulier_inzending", "id = ?1"), id);
    if (!one) return std::nullopt;
    Ingezonden found{std::move(*one), {}};
    for (Antwoordrij& row : tx.rows<Antwoordrij>(select_from<Antwoordrij>("formulier_antwoord", "inzending = ?1 order by volgnummer"), id))
        found.antwoorden.push_back({std::move(row.kop), std::move(row.vraag), std::move(row.soort), std::move(row.waarde)});
    return found;
}

std::vector<Inzending> inzendingen_van_werk(store::Tx& tx, Id<Werk> werk) {
    return tx.rows<Inzending>(select_from<Inzending>("formulier_inzending", "werk = ?1 order by ontvangen_op, id"), werk);
}

std::vector<Inzending> inzendingen_van(store::Tx& tx, Id<Partij> partij) {
    return tx.rows<Inzending>(select_from<Inzending>("formulier_inzending", "partij = ?1 order by ontvangen_op, id"), partij);
}

void delete_inzending(store::Tx& tx, Id<dichtbij::Inzending> id) {
    tx.run("delete from formulier_antwoord where inzending = ?1", id);
    tx.run("delete from formulier_inzending where id = ?1", id);
}

void clear_inzending(store::Tx& tx, Id<dichtbij::Inzending> id) {
    tx.run("delete from formulier_antwoord where inzending = ?1", id);
    tx.run("update formulier_inzending set partij = null where id = ?1", id);
}

void tel(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code, std::string_view soort, std::string_view sleutel, std::int64_t som) {
    if (tx.run("update formulier_telling set aantal = aantal + 1, som = som + ?5 where gemeente = ?1 and code = ?2 and soort = ?3 and sleutel = ?4", gemeente, code, soort, sleutel, som) == 0)
        tx.run("insert into formulier_telling (gemeente, code, soort, sleutel, aantal, som) values (?1, ?2, ?3, ?4, 1, ?5)", gemeente, code, soort, sleutel, som);
}

std::vector<Telling> tellingen(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) {
    return tx.rows<Telling>("select soort, sleutel, aantal, som from formulier_telling where gemeente = ?1 and code = ?2 order by soort, sleutel", gemeente, code);
}

}  // namespace dichtbij::formulier
