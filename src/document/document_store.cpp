#include "document/document_store.h"

#include <algorithm>

#include "document/elders_store.h"

namespace dichtbij::document {
namespace {

struct Rij {
    Id<dichtbij::Document> id;
    Id<Gemeente> gemeente;
    std::string object_soort;
    Uuid object{};
    std::optional<Id<Werk>> werk;
    std::string titel;
    std::string documenttype;
    std::string auteur;
    Day creatiedatum{};
    std::optional<Day> ontvangstdatum;
    std::optional<Day> verzenddatum;
    Richting richting = Richting::intern;
    Vertrouwelijkheid vertrouwelijkheid = Vertrouwelijkheid::zaakvertrouwelijk;
    bool inwoner_mag_zien = false;
    Documentstatus status = Documentstatus::definitief;
    std::string taal;
    std::optional<Instant> ingetrokken_op;
    std::optional<Id<Medewerker>> ingetrokken_door;
    std::string ingetrokken_reden;
    int versies = 1;
    std::int64_t revisie = 1;
};
BOOST_DESCRIBE_STRUCT(Rij, (),
                      (id, gemeente, object_soort, object, werk, titel, documenttype, auteur, creatiedatum, ontvangstdatum, verzenddatum, richting,
                       vertrouwelijkheid, inwoner_mag_zien, status, taal, ingetrokken_op, ingetrokken_door, ingetrokken_reden, versies, revisie))

struct Versierij {
    Id<dichtbij::DocumentVersie> id;
    Id<dichtbij::Document> document;
    int nummer = 1;
    std::string bestandsnaam;
    Bestandssoort soort = Bestandssoort::txt;
    std::int64_t bytes = 0;
    std::string sha256;
    Id<Bestand> bestand;
    Instant op;
    std::optional<Id<Medewerker>> door;
    std::optional<Id<Partij>> door_partij;
    std::string reden;
    Controle controle = Controle::geen;
    std::string vondst;
};
BOOST_DESCRIBE_STRUCT(Versierij, (), (id, document, nummer, bestandsnaam, soort, bytes, sha256, bestand, op, door, door_partij, reden, controle, vondst))

Rij to_row(const Document& d) {
    const Kenmerken& k = d.kenmerken;
    Rij row{d.id, d.gemeente, d.bij.soort, d.bij.id, d.werk, k.titel, k.documenttype, k.auteur, k.creatiedatum, k.ontvangstdatum, k.verzenddatum, k.richting,
            k.vertrouwelijkheid, k.inwoner_mag_zien, k.status, k.taal, {}, {}, {}, d.versies, d.revisie};
    if (d.ingetrokken) {
        row.ingetrokken_op = d.ingetrokken->op;
        row.ingetrokken_door = d.ingetrokken->door;
        row.ingetrokken_reden = d.ingetrokken->reden;
    }
    return row;
}

Document from_row(Rij&& row) {
    Document d;
    d.id = row.id;
    d.gemeente = row.gemeente;
    d.bij = {std::move(row.object_soort), row.object};
    d.werk = row.werk;
    d.kenmerken = {std::move(row.titel), std::move(row.documenttype), std::move(row.auteur), row.creatiedatum, row.ontvangstdatum, row.verzenddatum, row.richting,
                   row.vertrouwelijkheid, row.inwoner_mag_zien, row.status, std::move(row.taal)};
    if (row.ingetrokken_op) d.ingetrokken = Intrekking{*row.ingetrokken_op, row.ingetrokken_door, std::move(row.ingetrokken_reden)};
    d.versies = row.versies;
    d.revisie = row.revisie;
    return d;
}

Versie from_row(Versierij&& row) {
    return {row.id, row.document, row.nummer, std::move(row.bestandsnaam), row.soort, row.bytes, std::move(row.sha256), row.bestand, row.op, row.door, row.door_partij,
            std::move(row.reden), row.controle, std::move(row.vondst)};
}

std::vector<Versie> from_rows(std::vector<Versierij>&& rows) {
    std::vector<Versie> found;
    for (Versierij& row : rows) found.push_back(from_row(std::move(row)));
    return found;
}

std::string select_document(std::string_view rest) { return "select " + store::columns<Rij>("d") + " from document d " + std::string(rest); }
std::string select_versie(std::string_view rest) { return "select " + store::columns<Versierij>("v") + " from document_versie v " + std::string(rest); }

// Conditions on `d`, with their arguments: the names of an enum stand in the order of the enum.
std::string condition(const Documentvraag& vraag, std::vector<store::Value>& params) {
    params = {store::Column<Uuid>::to(vraag.bij.id), store::Column<std::string>::to(vraag.bij.soort)};
    std::string sql = "d.object = ?1 and d.object_soort = ?2";
    if (vraag.tot != Vertrouwelijkheid::zeer_geheim) {
        std::string names;
        for (int level = 0; level <= static_cast<int>(vraag.tot); ++level) {
            params.push_back(store::Column<Vertrouwelijkheid>::to(static_cast<Vertrouwelijkheid>(level)));
            names += (names.empty() ? "?" : ", ?") + std::to_string(params.size());
        }
        sql += " and d.vertrouwelijkheid in (" + names + ")";
    }
    // As mag_inwoner_zien.
    if (vraag.lezer == Lezer::inwoner) sql += " and d.inwoner_mag_zien = 1 and d.ingetrokken_op is null and d.status in ('definitief', 'gearchiveerd')";
    return sql;
}

}  // namespace

void insert_document(store::Tx& tx, const Document& document) { tx.insert("document", to_row(document)); }

bool save_document(store::Tx& tx, Document& document) {
    const Rij r = to_row(document);
    const bool is_saved =
        tx.run("update document set object_soort = ?3, object = ?4, werk = ?5, titel = ?6, documenttype = ?7, auteur = ?8, creatiedatum = ?9, ontvangstdatum = ?10, "
               "verzenddatum = ?11, richting = ?12, vertrouwelijkheid = ?13, inwoner_mag_zien = ?14, status = ?15, taal = ?16, ingetrokken_op = ?17, "
               "ingetrokken_door = ?18, ingetrokken_reden = ?19, versies = ?20, revisie = revisie + 1 where id = ?1 and revisie = ?2",
               r.id, r.revisie, r.object_soort, r.object, r.werk, r.titel, r.documenttype, r.auteur, r.creatiedatum, r.ontvangstdatum, r.verzenddatum, r.richting,
               r.vertrouwelijkheid, r.inwoner_mag_zien, r.status, r.taal, r.ingetrokken_op, r.ingetrokken_door, r.ingetrokken_reden, r.versies) == 1;
    if (is_saved) ++document.revisie;
    return is_saved;
}

std::optional<Document> find_document(store::Tx& tx, Id<dichtbij::Document> id) {
    static const std::string sql = select_document("where d.id = ?1");
    auto row = tx.row<Rij>(sql, id);
    if (!row) return std::nullopt;
    return from_row(std::move(*row));
}

// Two reads with the same condition and order, on one snapshot: a row of each belongs together.
std::vector<Documentregel> documenten_of(store::Tx& tx, const Documentvraag& vraag) {
    std::vector<store::Value> params;
    std::string rest = condition(vraag, params);
    if (vraag.na) {
        params.push_back(store::Column<Id<dichtbij::Document>>::to(*vraag.na));
        rest += " and d.id < ?" + std::to_string(params.size());
    }
    params.push_back(std::int64_t{std::clamp(vraag.aantal, 1, 200)});
    rest += " order by d.id desc limit ?" + std::to_string(params.size());
    auto documenten = tx.rows_with<Rij>(select_document("where " + rest), params);
    auto versies = tx.rows_with<Versierij>(select_versie("join document d on d.id = v.document and d.versies = v.nummer where " + rest), params);
    CHECK_THAT(documenten.size() == versies.size());
    std::vector<Documentregel> found;
    for (std::size_t i = 0; i < documenten.size(); ++i) found.push_back({from_row(std::move(documenten[i])), from_row(std::move(versies[i]))});
    return found;
}

std::int64_t count_documenten(store::Tx& tx, const Documentvraag& vraag) {
    std::vector<store::Value> params;
    const std::string sql = "select count(*) from document d where " + condition(vraag, params);
    return tx.rows_with<std::int64_t>(sql, params).at(0);
}

std::vector<Id<dichtbij::Document>> ids_of(store::Tx& tx, const Documentobject& bij) {
    return tx.rows<Id<dichtbij::Document>>("select id from document where object = ?1 and object_soort = ?2 order by id", bij.id, bij.soort);
}

void delete_document(store::Tx& tx, Id<dichtbij::Document> id) {
    tx.run("delete from document_versie where document = ?1", id);
    tx.run("delete from document where id = ?1", id);
}

void insert_versie(store::Tx& tx, const Versie& v) {
    tx.insert("document_versie", Versierij{v.id, v.document, v.nummer, v.bestandsnaam, v.soort, v.bytes, v.sha256, v.bestand, v.op, v.door, v.door_partij, v.reden, v.controle, v.vondst});
}

std::optional<Versie> find_versie(store::Tx& tx, Id<dichtbij::DocumentVersie> id) {
    static const std::string sql = select_versie("where v.id = ?1");
    auto row = tx.row<Versierij>(sql, id);
    if (!row) return std::nullopt;
    return from_row(std::move(*row));
}

std::optional<Versie> laatste_versie(store::Tx& tx, const Document& document) {
    static const std::string sql = select_versie("where v.document = ?1 and v.nummer = ?2");
    auto row = tx.row<Versierij>(sql, document.id, document.versies);
    if (!row) return std::nullopt;
    return from_row(std::move(*row));
}

std::vector<Versie> versies_of(store::Tx& tx, Id<dichtbij::Document> id) {
    static const std::string sql = select_versie("where v.document = ?1 order by v.nummer desc");
    return from_rows(tx.rows<Versierij>(sql, id));
}

std::vector<Versie> versies_after(store::Tx& tx, Id<dichtbij::DocumentVersie> after, int limit) {
    static const std::string sql = select_versie("where v.id > ?1 order by v.id limit ?2");
    return from_rows(tx.rows<Versierij>(sql, after, limit));
}

std::vector<Versie> waiting_versies(store::Tx& tx, Id<dichtbij::DocumentVersie> after, int limit) {
    static const std::string sql = select_versie("where v.controle = 'wacht' and v.id > ?1 order by v.id limit ?2");
    return from_rows(tx.rows<Versierij>(sql, after, limit));
}

bool save_controle(store::Tx& tx, Id<dichtbij::DocumentVersie> id, Controle controle, const std::string& vondst) {
    return tx.run("update document_versie set controle = ?2, vondst = ?3 where id = ?1 and controle = 'wacht'", id, controle, vondst) == 1;
}

bool is_named(store::Tx& tx, Id<Bestand> id) {
    return tx.row<std::int64_t>("select 1 from document_versie where bestand = ?1", id).has_value() || is_elders(tx, id);
}

bool is_wanted(store::Tx& tx, Id<Bestand> id) {
    return tx.row<std::int64_t>("select 1 from document_versie where bestand = ?1 and controle <> 'besmet'", id).has_value() || is_elders(tx, id);
}

void forget_indiener(store::Tx& tx, Id<Partij> partij) {
    tx.run("update document set auteur = '', revisie = revisie + 1 where id in (select document from document_versie where door_partij = ?1)", partij);
    tx.run("update document_versie set door_partij = null where door_partij = ?1", partij);
}

}  // namespace dichtbij::document
