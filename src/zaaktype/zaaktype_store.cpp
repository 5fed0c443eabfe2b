#include "zaaktype/zaaktype_store.h"

#include "zaaktype/regels.h"
#include "zaaktype/zaaktype_json.h"

namespace dichtbij::zaaktype {
namespace {

// The columns of Versie with those of Kenmerken, as one row.
struct Rij {
    Id<dichtbij::ZaaktypeVersie> id;
    Id<dichtbij::Zaaktype> zaaktype;
    int nummer = 1;
    Status status = Status::ontwerp;
    Bron bron = Bron::medewerker;
    Instant gemaakt_op;
    Instant gewijzigd_op;
    std::optional<Instant> gepubliceerd_op;
    std::optional<Day> geldig_van;
    std::optional<Day> geldig_tot;
    std::int64_t revisie = 0;
    std::string naam_nl;
    std::string naam_en;
    Aanleiding aanleiding = Aanleiding::aanvraag;
    std::string domein;
    int afhandelniveau = 3;
    int te_bevestigen = 0;
};
BOOST_DESCRIBE_STRUCT(Rij, (),
                      (id, zaaktype, nummer, status, bron, gemaakt_op, gewijzigd_op, gepubliceerd_op, geldig_van, geldig_tot, revisie,
                       naam_nl, naam_en, aanleiding, domein, afhandelniveau, te_bevestigen))

Versierij from_row(Rij&& row) {
    return {{row.id, row.zaaktype, row.nummer, row.status, row.bron, row.gemaakt_op, row.gewijzigd_op, row.gepubliceerd_op,
             row.geldig_van, row.geldig_tot, row.revisie},
            {std::move(row.naam_nl), std::move(row.naam_en), row.aanleiding, std::move(row.domein), row.afhandelniveau, row.te_bevestigen}};
}

std::int64_t confirmations(const Zaaktype& z) { return static_cast<std::int64_t>(te_bevestigen(z).size()); }

std::string select_zaaktype(std::string_view rest) { return "select " + store::columns<Zaaktyperij>() + " from zaaktype " + std::string(rest); }
std::string select_versie(std::string_view rest) { return "select " + store::columns<Rij>("v") + " from zaaktype_versie v " + std::string(rest); }

constexpr std::string_view living =
    " and exists (select 1 from zaaktype_versie v where v.zaaktype = z.id and"
    " (v.status = 'ontwerp' or v.geldig_tot is null or v.geldig_tot > ?2))";

}  // namespace

std::optional<Zaaktyperij> ZaaktypeStore::zaaktype(Id<dichtbij::Zaaktype> id) const {
    return tx_.row<Zaaktyperij>(select_zaaktype("where id = ?1"), id);
}

std::optional<Zaaktyperij> ZaaktypeStore::by_code(Id<dichtbij::Gemeente> gemeente, std::string_view code) const {
    return tx_.row<Zaaktyperij>(select_zaaktype("where gemeente = ?1 and code = ?2"), gemeente, code);
}

std::vector<Zaaktyperij> ZaaktypeStore::zaaktypen(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.rows<Zaaktyperij>(select_zaaktype("where gemeente = ?1 order by code"), gemeente);
}

std::int64_t ZaaktypeStore::count(Id<dichtbij::Gemeente> gemeente) const {
    return tx_.value<std::int64_t>("select count(*) from zaaktype where gemeente = ?1", gemeente);
}

std::vector<Id<dichtbij::Product>> ZaaktypeStore::producten(Id<dichtbij::Zaaktype> zaaktype) const {
    return tx_.rows<Id<dichtbij::Product>>("select product from zaaktype_product where zaaktype = ?1 order by product", zaaktype);
}

std::vector<Id<dichtbij::Onderwerp>> ZaaktypeStore::onderwerpen(Id<dichtbij::Zaaktype> zaaktype) const {
    return tx_.rows<Id<dichtbij::Onderwerp>>("select onderwerp from zaaktype_onderwerp where zaaktype = ?1 order by onderwerp", zaaktype);
}

std::vector<Id<dichtbij::Zaaktype>> ZaaktypeStore::of_product(Id<dichtbij::Product> product) const {
    return tx_.rows<Id<dichtbij::Zaaktype>>("select zaaktype from zaaktype_product where product = ?1 order by zaaktype", product);
}

std::vector<Id<dichtbij::Zaaktype>> ZaaktypeStore::of_onderwerp(Id<dichtbij::Onderwerp> onderwerp) const {
    return tx_.rows<Id<dichtbij::Zaaktype>>("select zaaktype from zaaktype_onderwerp where onderwerp = ?1 order by zaaktype", onderwerp);
}

std::optional<Versie> ZaaktypeStore::versie(Id<dichtbij::ZaaktypeVersie> id) const {
    auto row = tx_.row<Rij>(select_versie("where v.id = ?1"), id);
    if (!row) return std::nullopt;
    return from_row(std::move(*row)).versie;
}

std::vector<Versierij> ZaaktypeStore::versierijen(Id<dichtbij::Zaaktype> zaaktype) const {
    std::vector<Versierij> found;
    tx_.each<Rij>([&](Rij&& row) { found.push_back(from_row(std::move(row))); },
                  select_versie("where v.zaaktype = ?1 order by v.nummer desc"), zaaktype);
    return found;
}

std::vector<Versierij> ZaaktypeStore::versies(Id<dichtbij::Gemeente> gemeente) const {
    std::vector<Versierij> found;
    tx_.each<Rij>([&](Rij&& row) { found.push_back(from_row(std::move(row))); },
                  select_versie("join zaaktype z on z.id = v.zaaktype where z.gemeente = ?1 order by z.code, v.nummer desc"), gemeente);
    return found;
}

std::string ZaaktypeStore::inhoud(Id<dichtbij::ZaaktypeVersie> id) const {
    return tx_.value<std::string>("select inhoud from zaaktype_versie where id = ?1", id);
}

std::int64_t ZaaktypeStore::count_living_at(Id<dichtbij::Team> team, Day day) const {
    return tx_.value<std::int64_t>("select count(*) from zaaktype z where z.team = ?1" + std::string(living), team, day);
}

std::int64_t ZaaktypeStore::count_living_of(Id<dichtbij::Medewerker> proceseigenaar, Day day) const {
    return tx_.value<std::int64_t>("select count(*) from zaaktype z where z.proceseigenaar = ?1" + std::string(living), proceseigenaar, day);
}

void ZaaktypeStore::insert(const Zaaktyperij& row) const { tx_.insert("zaaktype", row); }

void ZaaktypeStore::insert(const Versie& v, const Zaaktype& z) const {
    tx_.run("insert into zaaktype_versie (id, zaaktype, nummer, status, bron, gemaakt_op, gewijzigd_op, gepubliceerd_op, geldig_van,"
            " geldig_tot, revisie, naam_nl, naam_en, aanleiding, domein, afhandelniveau, betrouwbaarheidsniveau, zonder_inloggen, te_bevestigen, inhoud)"
            " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20)",
            v.id, v.zaaktype, v.nummer, v.status, v.bron, v.gemaakt_op, v.gewijzigd_op, v.gepubliceerd_op, v.geldig_van, v.geldig_tot,
            v.revisie, z.naam.nl, z.naam.en, z.aanleiding, z.domein, z.afhandelniveau, z.betrouwbaarheidsniveau, z.zonder_inloggen,
            confirmations(z), schrijf_inhoud(z));
}

bool ZaaktypeStore::update(const Zaaktyperij& row) const {
    return tx_.run("update zaaktype set team = ?3, proceseigenaar = ?4, versie = versie + 1 where id = ?1 and versie = ?2", row.id,
                   row.versie, row.team, row.proceseigenaar) == 1;
}

void ZaaktypeStore::set_links(const Inrichting& inrichting) const {
    tx_.run("delete from zaaktype_product where zaaktype = ?1", inrichting.zaaktype);
    tx_.run("delete from zaaktype_onderwerp where zaaktype = ?1", inrichting.zaaktype);
    for (const auto& product : inrichting.producten)
        tx_.run("insert into zaaktype_product (zaaktype, product) values (?1, ?2)", inrichting.zaaktype, product);
    for (const auto& onderwerp : inrichting.onderwerpen)
        tx_.run("insert into zaaktype_onderwerp (zaaktype, onderwerp) values (?1, ?2)", inrichting.zaaktype, onderwerp);
}

bool ZaaktypeStore::update_ontwerp(const Versie& v, const Zaaktype& z) const {
    return tx_.run("update zaaktype_versie set bron = ?3, gewijzigd_op = ?4, naam_nl = ?5, naam_en = ?6, aanleiding = ?7, domein = ?8,"
                   " afhandelniveau = ?9, betrouwbaarheidsniveau = ?10, zonder_inloggen = ?11, inhoud = ?12, te_bevestigen = ?13, revisie = revisie + 1"
                   " where id = ?1 and revisie = ?2 and status = 'ontwerp'",
                   v.id, v.revisie, v.bron, v.gewijzigd_op, z.naam.nl, z.naam.en, z.aanleiding, z.domein, z.afhandelniveau,
                   z.betrouwbaarheidsniveau, z.zonder_inloggen, schrijf_inhoud(z), confirmations(z)) == 1;
}

bool ZaaktypeStore::publish(const Versie& v) const {
    return tx_.run("update zaaktype_versie set status = 'gepubliceerd', gepubliceerd_op = ?3, geldig_van = ?4"
                   " where id = ?1 and revisie = ?2 and status = 'ontwerp'",
                   v.id, v.revisie, v.gepubliceerd_op, v.geldig_van) == 1;
}

bool ZaaktypeStore::remove_ontwerp(Id<dichtbij::ZaaktypeVersie> id, std::int64_t revisie) const {
    return tx_.run("delete from zaaktype_versie where id = ?1 and revisie = ?2 and status = 'ontwerp'", id, revisie) == 1;
}

void ZaaktypeStore::set_geldig_tot(Id<dichtbij::ZaaktypeVersie> id, std::optional<Day> day) const {
    tx_.run("update zaaktype_versie set geldig_tot = ?2 where id = ?1 and status = 'gepubliceerd'", id, day);
}

void ZaaktypeStore::remove(Id<dichtbij::Zaaktype> id) const {
    tx_.run("delete from zaaktype_product where zaaktype = ?1", id);
    tx_.run("delete from zaaktype_onderwerp where zaaktype = ?1", id);
    tx_.run("delete from zaaktype where id = ?1", id);
}

}  // namespace dichtbij::zaaktype
