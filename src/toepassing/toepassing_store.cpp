#include "toepassing/toepassing_store.h"

#include <array>

#include "base/text.h"
#include "store/params.h"
#include "toepassing/bewaring.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::toepassing {
namespace {

constexpr std::string_view schema = R"(
-- persoonsgegevens: contactpersoon, vijf jaar nadat de applicatie is uitgezet
create table applicatie (
    id $id primary key,
    gemeente $id not null,
    naam $text not null,
    contact $text not null,
    rechten $int not null,
    vertrouwelijk $int not null,
    domeinen $text not null,
    verloopt_op $int,
    uit_op $int,
    gemaakt_op $int not null,
    versie $int not null,
    naam_sleutel $blob not null
) $strict;
create unique index applicatie_naam on applicatie (gemeente, naam_sleutel);

-- geen persoonsgegevens
create table applicatie_token (
    id $id primary key,
    applicatie $id not null references applicatie (id),
    soort $text not null,
    kenmerk $text not null,
    sleutel $blob not null,
    geheim $blob not null,
    gemaakt_op $int not null,
    verloopt_op $int,
    ingetrokken_op $int,
    gebruikt_op $int
) $strict;
create index applicatie_token_sleutel on applicatie_token (sleutel);
create index applicatie_token_applicatie on applicatie_token (applicatie, id);
)";

std::string joined(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& one : words) all += (all.empty() ? "" : " ") + one;
    return all;
}

Applicatie applicatie_of(ApplicatieRij&& row) {
    return {row.id, row.gemeente, std::move(row.naam), std::move(row.contact), access::Rechten(row.rechten), row.vertrouwelijk, words_of(row.domeinen), row.verloopt_op,
            row.uit_op, row.gemaakt_op, row.versie};
}

// "Kiss" and "KISS" are one name.
store::Blob name_key(std::string_view naam) { return {sort_key(folded(naam))}; }

std::vector<access::Vernietigd> delete_old(store::Tx& tx, Instant before, int limit) {
    std::vector<access::Vernietigd> gone;
    for (const auto& id : tx.rows<Id<dichtbij::Applicatie>>("select id from applicatie where uit_op < ?1 order by id limit ?2", before, limit)) {
        tx.run("delete from applicatie_token where applicatie = ?1", id);
        tx.run("delete from applicatie where id = ?1", id);
        gone.push_back({"applicatie", id.bytes});
    }
    return gone;
}

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"toepassing.1", 1, schema}}};
    return list;
}

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"applicatie", {"applicatie", "applicatie_token"}, "own choice: five years after it was switched off", 1826, access::Vernietig(delete_old)}};
}

std::optional<Applicatie> find_applicatie(store::Tx& tx, Id<dichtbij::Applicatie> id) {
    auto row = tx.row<ApplicatieRij>("select " + store::columns<ApplicatieRij>() + " from applicatie where id = ?1", id);
    return row ? std::optional(applicatie_of(std::move(*row))) : std::nullopt;
}

std::vector<Applicatie> applicaties_of(store::Tx& tx, const std::vector<Id<Gemeente>>& gemeenten) {
    if (gemeenten.empty()) return {};
    store::Params params;
    const std::string marks = params.list(gemeenten);
    std::vector<Applicatie> found;
    for (ApplicatieRij& row : tx.rows_with<ApplicatieRij>(
             "select " + store::columns<ApplicatieRij>() + " from applicatie where gemeente in (" + marks + ") order by naam_sleutel, id", params.values()))
        found.push_back(applicatie_of(std::move(row)));
    return found;
}

bool is_naam_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view naam, Id<dichtbij::Applicatie> besides) {
    return tx.value<std::int64_t>("select count(*) from applicatie where gemeente = ?1 and naam_sleutel = ?2 and id <> ?3", gemeente, name_key(naam), besides) > 0;
}

void insert_applicatie(store::Tx& tx, const Applicatie& one) {
    tx.run("insert into applicatie (id, gemeente, naam, contact, rechten, vertrouwelijk, domeinen, verloopt_op, uit_op, gemaakt_op, versie, naam_sleutel) "
           "values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)",
           one.id, one.gemeente, one.naam, one.contact, one.rechten.stored(), one.vertrouwelijk, joined(one.domeinen), one.verloopt_op, one.uit_op, one.gemaakt_op,
           one.versie, name_key(one.naam));
}

void save_applicatie(store::Tx& tx, const Applicatie& one) {
    tx.run("update applicatie set naam = ?2, contact = ?3, rechten = ?4, vertrouwelijk = ?5, domeinen = ?6, verloopt_op = ?7, uit_op = ?8, versie = ?9, "
           "naam_sleutel = ?10 where id = ?1",
           one.id, one.naam, one.contact, one.rechten.stored(), one.vertrouwelijk, joined(one.domeinen), one.verloopt_op, one.uit_op, one.versie, name_key(one.naam));
}

std::int64_t count_applicaties(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.value<std::int64_t>("select count(*) from applicatie where gemeente = ?1", gemeente);
}

std::optional<TokenRij> find_token(store::Tx& tx, Id<dichtbij::Token> id) {
    return tx.row<TokenRij>("select " + store::columns<TokenRij>() + " from applicatie_token where id = ?1", id);
}

std::vector<TokenRij> tokens_by_key(store::Tx& tx, const store::Blob& sleutel) {
    static const std::string sql = "select " + store::columns<TokenRij>() + " from applicatie_token where sleutel = ?1 order by id desc";
    return tx.rows<TokenRij>(sql, sleutel);
}

std::vector<Token> tokens_of(store::Tx& tx, Id<dichtbij::Applicatie> applicatie) {
    return tx.rows<Token>("select " + store::columns<Token>() + " from applicatie_token where applicatie = ?1 order by id desc", applicatie);
}

std::unordered_map<Id<dichtbij::Applicatie>, std::vector<Token>> tokens_of_all(store::Tx& tx, const std::vector<Applicatie>& all) {
    std::unordered_map<Id<dichtbij::Applicatie>, std::vector<Token>> found;
    if (all.empty()) return found;
    std::vector<Id<dichtbij::Applicatie>> ids;
    for (const Applicatie& one : all) ids.push_back(one.id);
    store::Params params;
    const std::string marks = params.list(ids);
    for (Token& token : tx.rows_with<Token>("select " + store::columns<Token>() + " from applicatie_token where applicatie in (" + marks + ") order by id desc", params.values()))
        found[token.applicatie].push_back(std::move(token));
    return found;
}

void insert_token(store::Tx& tx, const TokenRij& row) { tx.insert("applicatie_token", row); }

void save_end(store::Tx& tx, Id<dichtbij::Token> id, std::optional<Instant> verloopt_op, std::optional<Instant> ingetrokken_op) {
    tx.run("update applicatie_token set verloopt_op = ?2, ingetrokken_op = ?3 where id = ?1", id, verloopt_op, ingetrokken_op);
}

void save_use(store::Tx& tx, Id<dichtbij::Token> id, Instant op) {
    tx.run("update applicatie_token set gebruikt_op = ?2 where id = ?1 and (gebruikt_op is null or gebruikt_op < ?2)", id, op);
}

}  // namespace dichtbij::toepassing
