// Finding partijen by exact keys.
#include <algorithm>

#include "partij/partij_rij_store.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

using store::Value;

std::string in_list(std::string_view column, const std::vector<Value>& values, std::vector<Value>& params) {
    if (values.empty()) return "1 = 0";
    std::string sql = std::string(column) + " in (";
    for (std::size_t i = 0; i < values.size(); ++i) {
        params.push_back(values[i]);
        sql += (i ? ", ?" : "?") + std::to_string(params.size());
    }
    return sql + ")";
}

template <class T>
std::vector<Value> ids_as_values(const std::vector<Id<T>>& ids) {
    std::vector<Value> values;
    for (const auto& id : ids) values.push_back(store::Column<Id<T>>::to(id));
    return values;
}

// In a case, so that it does not choose the index: for the sake of the order SQLite would read all names of
// the gemeente instead of the few that have the key.
std::string gemeente_condition(const Gemeenten& gemeenten, std::vector<Value>& params) {
    if (!gemeenten) return "1 = 1";
    return "case when " + in_list("p.gemeente", ids_as_values(*gemeenten), params) + " then 1 else 0 end = 1";
}

// `join` is what stands between the table and the conditions, with its parameters ?1 .. in `params`. A cross
// join keeps SQLite from reading all of a gemeente in order of name to spare itself the sorting of a few rows.
std::vector<Partij> select(store::Tx& tx, std::string_view join, std::vector<Value> params, const Gemeenten& gemeenten, int limit) {
    std::string sql = "select distinct " + store::columns<PartijRij>("p") + " from " + std::string(join) + " and p.gewist_op is null and ";
    sql += gemeente_condition(gemeenten, params);
    params.push_back(std::int64_t{limit});
    sql += " order by p.naam_sleutel, p.id limit ?" + std::to_string(params.size());
    std::vector<Partij> found;
    for (auto& row : tx.rows_with<PartijRij>(sql, params)) found.push_back(partij_of(std::move(row)));
    return found;
}

struct Naamrij {
    SoortPartij soort = SoortPartij::persoon;
    std::string voorletters;
    std::string voornaam;
    std::string voorvoegsel_achternaam;
    std::string achternaam;
    std::string organisatienaam;
};
BOOST_DESCRIBE_STRUCT(Naamrij, (), (soort, voorletters, voornaam, voorvoegsel_achternaam, achternaam, organisatienaam))

struct Range {
    std::int64_t from;
    std::int64_t to;
};

Range numbers_of(const Geboortedatum& date) {
    const std::int64_t first = date.number();
    if (date.maand == 0) return {first, first + 9'999};
    if (date.dag == 0) return {first, first + 99};
    return {first, first};
}

}  // namespace

std::optional<Uuid> PartijStore::taken_identificator(GemeenteId gemeente, const Identificator& identificator) const {
    std::vector<Value> params{identificator.object_id, identificator.code_soort_object_id, identificator.code_register,
                              identificator.code_objecttype, store::Column<GemeenteId>::to(gemeente)};
    std::string sql = "select id from partij_identificator where object_id = ?1 and code_soort_object_id = ?2 and code_register = ?3 "
                      "and code_objecttype = ?4 and gemeente = ?5 and object_id <> '' and sub_identificator_van ";
    if (identificator.sub_identificator_van) {
        params.push_back(store::Column<Uuid>::to(*identificator.sub_identificator_van));
        sql += "= ?6";
    } else {
        sql += "is null";
    }
    const auto found = tx_.rows_with<Uuid>(sql, params);
    return found.empty() ? std::nullopt : std::optional(found.front());
}

bool PartijStore::has_children_elsewhere(const Uuid& identificator, PartijId partij) const {
    return tx_.value<std::int64_t>("select count(*) from partij_identificator where sub_identificator_van = ?1 and (partij is null or partij <> ?2)",
                                   identificator, partij) > 0;
}

bool PartijStore::has_categorie(GemeenteId gemeente, const Uuid& categorie) const {
    return tx_.value<std::int64_t>("select count(*) from categorie where id = ?1 and gemeente = ?2", categorie, gemeente) > 0;
}

// The indexes are partial: what they say of their rows is said here too, or every partij is read.
std::vector<Partij> PartijStore::by_identificator(const Gemeenten& gemeenten, std::string_view soort, std::string_view object_id, int limit) const {
    const std::string join = "partij_identificator i cross join partij p where p.id = i.partij and i.object_id = ?1 and i.code_soort_object_id = ?2 and i.object_id <> '' and ";
    const std::vector<Value> params{std::string(object_id), std::string(soort)};
    auto found = select(tx_, join + "i.sub_identificator_van is null", params, gemeenten, limit);
    for (Partij& one : select(tx_, join + "i.sub_identificator_van is not null", params, gemeenten, limit - static_cast<int>(found.size())))
        found.push_back(std::move(one));
    return found;
}

std::vector<Partij> PartijStore::by_digitaal_adres(const Gemeenten& gemeenten, SoortDigitaalAdres soort, std::string_view zoekvorm, int limit) const {
    return select(tx_, "digitaal_adres a cross join partij p where p.id = a.partij and a.zoekvorm = ?1 and a.soort = ?2",
                  {std::string(zoekvorm), store::Column<SoortDigitaalAdres>::to(soort)}, gemeenten, limit);
}

std::vector<Partij> PartijStore::by_postcode(const Gemeenten& gemeenten, std::string_view postcode, std::optional<int> huisnummer, int limit) const {
    std::string join = "partij_adres a cross join partij p where p.id = a.partij and a.postcode = ?1 and a.postcode <> ''";
    std::vector<Value> params{std::string(postcode)};
    if (huisnummer) {
        join += " and a.huisnummer = ?2";
        params.push_back(std::int64_t{*huisnummer});
    }
    return select(tx_, join, std::move(params), gemeenten, limit);
}

std::vector<Partij> PartijStore::by_geboortedatum(const Gemeenten& gemeenten, const Geboortedatum& date, int limit) const {
    const Range range = numbers_of(date);
    const std::int64_t year_only = date.jaar * 10'000;
    const std::int64_t month_only = year_only + date.maand * 100;
    return select(tx_, "partij b cross join partij p where p.id = b.id and (b.geboortedatum between ?1 and ?2 or b.geboortedatum = ?3 or b.geboortedatum = ?4)",
                  {range.from, range.to, year_only, month_only}, gemeenten, limit);
}

std::int64_t PartijStore::count_digitaal_adres(SoortDigitaalAdres soort, std::string_view zoekvorm, int limit) const {
    return tx_.value<std::int64_t>("select count(*) from (select 1 from digitaal_adres where zoekvorm = ?1 and soort = ?2 and partij is not null limit ?3) counted",
                                   std::string(zoekvorm), soort, limit);
}

std::int64_t PartijStore::count_postcode(std::string_view postcode, int huisnummer, int limit) const {
    return tx_.value<std::int64_t>("select count(*) from (select 1 from partij_adres where postcode = ?1 and postcode <> '' and huisnummer = ?2 limit ?3) counted",
                                   std::string(postcode), huisnummer, limit);
}

std::vector<Partij> PartijStore::by_id(const Gemeenten& gemeenten, const std::vector<PartijId>& ids) const {
    std::vector<Value> params;
    const std::string condition = in_list("b.id", ids_as_values(ids), params);
    auto found = select(tx_, "partij b cross join partij p where p.id = b.id and " + condition, std::move(params), gemeenten, static_cast<int>(ids.size()));
    const auto place = [&](const Partij& partij) { return std::find(ids.begin(), ids.end(), partij.id); };
    std::sort(found.begin(), found.end(), [&](const Partij& a, const Partij& b) { return place(a) < place(b); });
    return found;
}

std::string PartijStore::naam(PartijId id) const {
    static const std::string sql = "select " + store::columns<Naamrij>() + " from partij where id = ?1 and gewist_op is null";
    auto row = tx_.row<Naamrij>(sql, id);
    if (!row) return {};
    if (row->soort == SoortPartij::organisatie) return std::move(row->organisatienaam);
    return volledige_naam({std::move(row->voorletters), std::move(row->voornaam), std::move(row->voorvoegsel_achternaam), std::move(row->achternaam)});
}

std::vector<PartijId> PartijStore::page(std::optional<PartijId> after, int limit) const {
    return tx_.rows<PartijId>("select id from partij where id > ?1 order by id limit ?2", after.value_or(PartijId{}), limit);
}

std::optional<Samenvoeging> PartijStore::samenvoeging(PartijId dubbel) const {
    return tx_.row<Samenvoeging>("select " + store::columns<Samenvoeging>() + " from partij_samenvoeging where dubbel = ?1", dubbel);
}

void PartijStore::insert(const Samenvoeging& link) const { tx_.insert("partij_samenvoeging", link); }

bool PartijStore::remove_samenvoeging(PartijId dubbel) const {
    return tx_.run("delete from partij_samenvoeging where dubbel = ?1", dubbel) == 1;
}

std::vector<Samenvoeging> PartijStore::samenvoegingen_in(PartijId overlevend) const {
    return tx_.rows<Samenvoeging>("select " + store::columns<Samenvoeging>() + " from partij_samenvoeging where overlevend = ?1 order by op, dubbel",
                                  overlevend);
}

}  // namespace dichtbij::partij
