#include "notificatie/abonnement_store.h"

#include "base/text.h"
#include "json/parse.h"
#include "json/writer.h"

namespace dichtbij::notificatie {
namespace {

struct AbonnementRij {
    Id<dichtbij::Abonnement> id;
    Id<Gemeente> gemeente;
    Abonnementsoort soort = Abonnementsoort::notificaties;
    std::optional<Id<Applicatie>> applicatie;
    std::string naam;
    std::string callback_url;
    std::string kanalen;
    std::optional<Instant> uit_op;
    int storingen = 0;
    std::optional<Instant> rust_tot;
    std::optional<Instant> gelukt_op;
    std::optional<Instant> mislukt_op;
    Instant gemaakt_op;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(AbonnementRij, (), (id, gemeente, soort, applicatie, naam, callback_url, kanalen, uit_op, storingen, rust_tot, gelukt_op, mislukt_op, gemaakt_op, versie))

struct KanaalRij {
    Id<dichtbij::NotificatieKanaal> id;
    Id<Gemeente> gemeente;
    std::string naam;
    std::string documentatie_link;
    std::string filters;
};
BOOST_DESCRIBE_STRUCT(KanaalRij, (), (id, gemeente, naam, documentatie_link, filters))

struct GeheimenRij {
    store::Blob auth;
    store::Blob geheim;
};
BOOST_DESCRIBE_STRUCT(GeheimenRij, (), (auth, geheim))

std::string select_abonnement() { return "select " + store::columns<AbonnementRij>() + " from abonnement "; }

Abonnement abonnement_of(AbonnementRij&& row) {
    return {row.id, row.gemeente, row.soort, row.applicatie, std::move(row.naam), std::move(row.callback_url), kanalen_from(row.kanalen), row.uit_op, row.storingen,
            row.rust_tot, row.gelukt_op, row.mislukt_op, row.gemaakt_op, row.versie};
}

std::vector<Abonnement> abonnementen_from(std::vector<AbonnementRij>&& rows) {
    std::vector<Abonnement> all;
    for (AbonnementRij& row : rows) all.push_back(abonnement_of(std::move(row)));
    return all;
}

std::string text_of(const std::vector<std::string>& names) {
    std::string out;
    json::Writer w(out);
    w.begin_array();
    for (const std::string& one : names) w.text(one);
    w.end_array();
    return out;
}

std::vector<std::string> names_from(std::string_view text) {
    std::vector<std::string> names;
    const auto value = json::parse(text);
    if (value && value->array() != nullptr)
        for (const json::Value& one : *value->array())
            if (one.text() != nullptr) names.push_back(*one.text());
    return names;
}

}  // namespace

std::optional<Abonnement> find_abonnement(store::Tx& tx, Id<dichtbij::Abonnement> id) {
    auto row = tx.row<AbonnementRij>(select_abonnement() + "where id = ?1", id);
    return row ? std::optional(abonnement_of(std::move(*row))) : std::nullopt;
}

std::vector<Abonnement> abonnementen_of(store::Tx& tx, Id<Gemeente> gemeente) { return abonnementen_from(tx.rows<AbonnementRij>(select_abonnement() + "where gemeente = ?1 order by id", gemeente)); }

std::vector<Abonnement> abonnementen_of(store::Tx& tx, Id<Applicatie> applicatie) {
    return abonnementen_from(tx.rows<AbonnementRij>(select_abonnement() + "where applicatie = ?1 order by id", applicatie));
}

std::optional<Abonnement> component_of(store::Tx& tx, Id<Gemeente> gemeente) {
    auto row = tx.row<AbonnementRij>(select_abonnement() + "where gemeente = ?1 and soort = 'component'", gemeente);
    return row ? std::optional(abonnement_of(std::move(*row))) : std::nullopt;
}

std::int64_t count_abonnementen(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.value<std::int64_t>("select count(*) from abonnement where gemeente = ?1", gemeente);
}

void insert_abonnement(store::Tx& tx, const Abonnement& one, const Geheimen& geheimen) {
    tx.run("insert into abonnement (id, gemeente, soort, applicatie, naam, callback_url, auth, geheim, kanalen, uit_op, storingen, rust_tot, gelukt_op, mislukt_op, "
           "beurt_op, gemaakt_op, versie) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, 0, ?15, ?16)",
           one.id, one.gemeente, one.soort, one.applicatie, one.naam, one.callback_url, geheimen.auth, geheimen.geheim, as_text(one.kanalen), one.uit_op, one.storingen,
           one.rust_tot, one.gelukt_op, one.mislukt_op, one.gemaakt_op, one.versie);
}

void save_abonnement(store::Tx& tx, const Abonnement& one, const std::optional<store::Blob>& auth, const std::optional<store::Blob>& geheim) {
    tx.run("update abonnement set naam = ?2, callback_url = ?3, kanalen = ?4, uit_op = ?5, versie = ?6 where id = ?1", one.id, one.naam, one.callback_url,
           as_text(one.kanalen), one.uit_op, one.versie);
    if (auth) tx.run("update abonnement set auth = ?2 where id = ?1", one.id, *auth);
    if (geheim) tx.run("update abonnement set geheim = ?2 where id = ?1", one.id, *geheim);
}

void save_gang(store::Tx& tx, const Abonnement& one) {
    tx.run("update abonnement set storingen = ?2, rust_tot = ?3, gelukt_op = ?4, mislukt_op = ?5 where id = ?1", one.id, one.storingen, one.rust_tot, one.gelukt_op,
           one.mislukt_op);
}

void delete_abonnement(store::Tx& tx, Id<dichtbij::Abonnement> id) {
    tx.run("delete from levering where abonnement = ?1", id);
    tx.run("delete from abonnement where id = ?1", id);
}

Geheimen geheimen_of(store::Tx& tx, Id<dichtbij::Abonnement> id) {
    auto row = tx.row<GeheimenRij>("select auth, geheim from abonnement where id = ?1", id);
    return row ? Geheimen{std::move(row->auth), std::move(row->geheim)} : Geheimen{};
}

std::vector<Id<dichtbij::Abonnement>> abonnementen_due(store::Tx& tx, Instant now, int limit) {
    return tx.rows<Id<dichtbij::Abonnement>>(
        "select a.id from abonnement a where a.uit_op is null and (a.rust_tot is null or a.rust_tot <= ?1) and exists (select 1 from levering l where "
        "l.abonnement = a.id and l.staat = 'klaar' and l.volgende_op <= ?1) order by a.beurt_op, a.id limit ?2",
        now, limit);
}

void note_beurt(store::Tx& tx, Id<dichtbij::Abonnement> id, Instant now) { tx.run("update abonnement set beurt_op = ?2 where id = ?1", id, now); }

std::vector<Kanaal> kanalen_of(store::Tx& tx, Id<Gemeente> gemeente) {
    std::vector<Kanaal> all;
    for (KanaalRij& row : tx.rows<KanaalRij>("select " + store::columns<KanaalRij>() + " from notificatie_kanaal where gemeente = ?1 order by naam", gemeente))
        all.push_back({row.id, row.gemeente, std::move(row.naam), std::move(row.documentatie_link), names_from(row.filters), false});
    return all;
}

void insert_kanaal(store::Tx& tx, const Kanaal& one, std::optional<Id<Applicatie>> door, Instant now) {
    tx.run("insert into notificatie_kanaal (id, gemeente, naam, documentatie_link, filters, applicatie, gemaakt_op) values (?1, ?2, ?3, ?4, ?5, ?6, ?7)", one.id,
           one.gemeente, one.naam, one.documentatie_link, text_of(one.filters), door, now);
}

}  // namespace dichtbij::notificatie
