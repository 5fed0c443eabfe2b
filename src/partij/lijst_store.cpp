#include "partij/lijst_store.h"

#include <algorithm>
#include <unordered_map>

#include "partij/partij_rij_store.h"

namespace dichtbij::partij {
namespace {

using store::columns;
using store::ListQuery;

struct Adresrij {
    PartijId partij;
    std::string adressoort;
    std::string nummeraanduiding_id;
    std::string straatnaam;
    std::optional<int> huisnummer;
    std::string huisnummertoevoeging;
    std::string postcode;
    std::string stad;
    std::string adresregel1;
    std::string adresregel2;
    std::string adresregel3;
    std::string land;
};
BOOST_DESCRIBE_STRUCT(Adresrij, (), (partij, adressoort, nummeraanduiding_id, straatnaam, huisnummer, huisnummertoevoeging, postcode, stad, adresregel1, adresregel2, adresregel3, land))

const std::string& categorie_relatie_columns() {
    static const std::string list = "r.id, r.partij, r.categorie, c.naam, r.begin_datum, r.eind_datum";
    return list;
}

void filter_identificator(ListQuery& query, const Identificatorvraag& vraag) {
    each_part(vraag, [&](std::string_view column, const std::string& value) {
        const std::string asked = "i." + std::string(column) + " = " + query.mark(value);
        if (column == "object_id") query.among("p.id", "select i.partij as id from partij_identificator i where i.object_id <> '' and " + asked);
        else query.where("exists (select 1 from partij_identificator i where i.partij = p.id and " + asked + ")");
    });
}

void filter_parent(ListQuery& query, const Identificatorvraag& vraag) {
    each_part(vraag, [&](std::string_view column, const std::string& value) {
        const std::string asked = "o." + std::string(column) + " = " + query.mark(value);
        if (column == "object_id")
            query.among("p.id", "select i.partij as id from partij_identificator o cross join partij_identificator i where i.sub_identificator_van = o.id and o.object_id <> '' and " + asked);
        else
            query.where("exists (select 1 from partij_identificator i cross join partij_identificator o where i.partij = p.id and o.id = i.sub_identificator_van and " + asked + ")");
    });
}

void filter_adres(ListQuery& query, std::string_view soort, const Adresvraag& vraag) {
    if (!vraag.nummeraanduiding_id.empty())
        query.among("p.id", "select partij as id from partij_adres where nummeraanduiding_id <> '' and nummeraanduiding_id = " + query.mark(vraag.nummeraanduiding_id) + " and soort = " + query.mark(soort));
    const auto exact = [&](std::string_view column, const std::string& value) {
        if (value.empty()) return;
        query.where("exists (select 1 from partij_adres a where a.partij = p.id and a.soort = " + query.mark(soort) + " and a." + std::string(column) + " = " + query.mark(value) + ")");
    };
    exact("adresregel1", vraag.adresregel1);
    exact("adresregel2", vraag.adresregel2);
    exact("adresregel3", vraag.adresregel3);
    exact("land", vraag.land);
}

ListQuery query_of(GemeenteId gemeente, const Partijvraag& vraag) {
    ListQuery query("partij p");
    query.base("p.gemeente = " + query.mark(gemeente) + " and p.gewist_op is null");
    if (!vraag.nummer.empty()) query.among("p.id", "select id from partij where gemeente = " + query.mark(gemeente) + " and nummer <> '' and nummer = " + query.mark(vraag.nummer));
    filter_identificator(query, vraag.identificator);
    filter_parent(query, vraag.sub_identificator_van);
    if (vraag.vertegenwoordiger) query.among("p.id", "select vertegenwoordigde_partij as id from vertegenwoordiging where vertegenwoordigende_partij = " + query.mark(*vraag.vertegenwoordiger));
    if (vraag.gevonden) query.among("p.id", "select id from partij where id in (" + (vraag.gevonden->empty() ? "null" : query.list(*vraag.gevonden)) + ")");
    filter_adres(query, "bezoekadres", vraag.bezoekadres);
    filter_adres(query, "correspondentieadres", vraag.correspondentieadres);
    if (vraag.soort) query.where("p.soort = " + query.mark(*vraag.soort));
    if (vraag.indicatie_actief) query.where("p.indicatie_actief = " + query.mark(*vraag.indicatie_actief));
    if (vraag.indicatie_geheimhouding) query.where("p.indicatie_geheimhouding = " + query.mark(*vraag.indicatie_geheimhouding));
    if (!vraag.categorieen.empty())
        query.where("exists (select 1 from categorie_relatie r join categorie c on c.id = r.categorie where r.partij = p.id and c.naam in (" + query.list(vraag.categorieen) + "))");
    return query;
}

// The lines that hang on each partij: `take(regel, line)`.
template <class Line, class Take>
void hand_out(const std::unordered_map<PartijId, Partijregel*>& of, std::vector<Line>&& lines, Take take) {
    for (Line& line : lines)
        if (const auto found = of.find(line.partij.value()); found != of.end()) take(*found->second, std::move(line));
}

}  // namespace

store::Listed<Partijregel> LijstStore::partijen(const Partijvraag& vraag, const store::Page& page) const {
    auto found = query_of(gemeente_, vraag).run<PartijRij>(tx_, columns<PartijRij>("p"), "p.id desc", page);
    std::vector<Partij> partijen;
    for (PartijRij& row : found.rows) partijen.push_back(partij_of(std::move(row)));
    return {complete(std::move(partijen)), found.total};
}

std::vector<Partijregel> LijstStore::partijen_by_id(const std::vector<PartijId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    // In a case, so that SQLite does not read all of a gemeente to find a few partijen.
    const std::string sql = "select " + columns<PartijRij>() + " from partij where gewist_op is null and case when gemeente = " + params.mark(gemeente_) +
                            " then 1 else 0 end = 1 and id in (" + marks_in_few_lengths(params, ids) + ") order by id desc";
    std::vector<Partij> partijen;
    for (PartijRij& row : tx_.rows_with<PartijRij>(sql, params.values())) partijen.push_back(partij_of(std::move(row)));
    return complete(std::move(partijen));
}

std::vector<Partijregel> LijstStore::complete(std::vector<Partij> partijen) const {
    std::vector<Partijregel> regels;
    if (partijen.empty()) return regels;
    std::vector<PartijId> ids;
    for (Partij& partij : partijen) {
        ids.push_back(partij.id);
        regels.push_back({std::move(partij), {}, {}});
    }
    std::unordered_map<PartijId, Partijregel*> of;
    for (Partijregel& regel : regels) of.emplace(regel.partij.id, &regel);
    store::Params params;
    const std::string among = " in (" + marks_in_few_lengths(params, ids) + ")";
    const auto& values = params.values();

    for (Adresrij& row : tx_.rows_with<Adresrij>("select partij, soort, " + columns<Adres>() + " from partij_adres where partij" + among, values)) {
        Gegevens& gegevens = of.at(row.partij)->partij.gegevens;
        auto& adres = row.adressoort == "bezoekadres" ? gegevens.bezoekadres : gegevens.correspondentieadres;
        adres = Adres{std::move(row.nummeraanduiding_id), std::move(row.straatnaam), row.huisnummer, std::move(row.huisnummertoevoeging), std::move(row.postcode),
                      std::move(row.stad), std::move(row.adresregel1), std::move(row.adresregel2), std::move(row.adresregel3), std::move(row.land)};
    }
    hand_out(of, tx_.rows_with<DigitaalAdresregel>("select " + columns<DigitaalAdresregel>() + " from digitaal_adres where partij" + among + " order by volgorde, id", values),
             [](Partijregel& regel, DigitaalAdresregel&& line) {
                 regel.partij.gegevens.digitale_adressen.push_back({line.id, line.soort, std::move(line.adres), line.is_standaard, std::move(line.omschrijving), std::move(line.referentie), line.verificatie_datum});
             });
    hand_out(of, tx_.rows_with<PartijIdentificatorregel>("select " + columns<PartijIdentificatorregel>() + " from partij_identificator where partij" + among + " order by volgorde, id", values),
             [](Partijregel& regel, PartijIdentificatorregel&& line) {
                 regel.partij.gegevens.identificatoren.push_back({line.id, std::move(line.code_objecttype), std::move(line.code_register), std::move(line.code_soort_object_id),
                                                                  std::move(line.object_id), std::move(line.andere_partij_identificator), line.sub_identificator_van});
             });
    hand_out(of, tx_.rows_with<Rekeningnummerregel>("select " + columns<Rekeningnummerregel>() + " from rekeningnummer where partij" + among + " order by volgorde, id", values),
             [](Partijregel& regel, Rekeningnummerregel&& line) { regel.partij.gegevens.rekeningnummers.push_back({line.id, std::move(line.iban), std::move(line.bic)}); });
    hand_out(of, tx_.rows_with<CategorieRelatieregel>("select " + categorie_relatie_columns() + " from categorie_relatie r join categorie c on c.id = r.categorie where r.partij" + among + " order by r.volgorde, r.id", values),
             [](Partijregel& regel, CategorieRelatieregel&& line) { regel.categorie_relaties.push_back(std::move(line)); });
    for (const Verwijzing& row : tx_.rows_with<Verwijzing>("select vertegenwoordigende_partij, vertegenwoordigde_partij from vertegenwoordiging where vertegenwoordigende_partij" + among + " order by id", values))
        of.at(PartijId{row.van})->vertegenwoordigden.push_back(PartijId{row.id});
    return regels;
}

store::Listed<PartijIdentificatorregel> LijstStore::identificatoren(const PartijIdentificatorvraag& vraag, const store::Page& page) const {
    ListQuery query("partij_identificator i");
    query.where("i.gemeente = " + query.mark(gemeente_));
    each_part(vraag.identificator, [&](std::string_view column, const std::string& value) {
        const std::string asked = std::string(column) + " = " + query.mark(value);
        if (column == "object_id") query.among("i.id", "select id from partij_identificator where object_id <> '' and " + asked);
        else query.where("i." + asked);
    });
    if (!vraag.andere_partij_identificator.empty()) query.where("i.andere_partij_identificator = " + query.mark(vraag.andere_partij_identificator));
    return query.run<PartijIdentificatorregel>(tx_, columns<PartijIdentificatorregel>("i"), "i.id desc", page);
}

store::Listed<Rekeningnummerregel> LijstStore::rekeningnummers(const Rekeningnummervraag& vraag, const store::Page& page) const {
    ListQuery query("rekeningnummer r");
    query.where("r.gemeente = " + query.mark(gemeente_));
    if (vraag.id) query.among("r.id", "select id from rekeningnummer where id = " + query.mark(*vraag.id));
    if (!vraag.iban.empty()) query.among("r.id", "select id from rekeningnummer where iban = " + query.mark(vraag.iban));
    if (!vraag.bic.empty()) query.where("r.bic = " + query.mark(vraag.bic));
    return query.run<Rekeningnummerregel>(tx_, columns<Rekeningnummerregel>("r"), "r.id desc", page);
}

store::Listed<Categorie> LijstStore::categorieen(const store::Page& page) const {
    ListQuery query("categorie c");
    query.where("c.gemeente = " + query.mark(gemeente_));
    return query.run<Categorie>(tx_, columns<Categorie>("c"), "c.id desc", page);
}

store::Listed<CategorieRelatieregel> LijstStore::categorie_relaties(const CategorieRelatievraag& vraag, const store::Page& page) const {
    ListQuery query("categorie_relatie r join categorie c on c.id = r.categorie");
    query.where("r.gemeente = " + query.mark(gemeente_));
    if (vraag.partij) query.among("r.id", "select id from categorie_relatie where partij = " + query.mark(*vraag.partij));
    if (!vraag.partij_nummer.empty())
        query.among("r.id", "select x.id from partij p cross join categorie_relatie x where x.partij = p.id and p.gemeente = " + query.mark(gemeente_) + " and p.nummer <> '' and p.nummer = " + query.mark(vraag.partij_nummer));
    if (vraag.categorie) query.where("r.categorie = " + query.mark(*vraag.categorie));
    if (!vraag.categorie_naam.empty()) query.where("c.naam = " + query.mark(vraag.categorie_naam));
    if (vraag.begin_datum) query.where("r.begin_datum = " + query.mark(*vraag.begin_datum));
    if (vraag.eind_datum) query.where("r.eind_datum = " + query.mark(*vraag.eind_datum));
    return query.run<CategorieRelatieregel>(tx_, categorie_relatie_columns(), "r.id desc", page);
}

store::Listed<Vertegenwoordiging> LijstStore::vertegenwoordigingen(const Vertegenwoordigingvraag& vraag, const store::Page& page) const {
    ListQuery query("vertegenwoordiging v");
    query.where("v.gemeente = " + query.mark(gemeente_));
    if (vraag.vertegenwoordigende) query.among("v.id", "select id from vertegenwoordiging where vertegenwoordigende_partij = " + query.mark(*vraag.vertegenwoordigende));
    if (vraag.vertegenwoordigde) query.among("v.id", "select id from vertegenwoordiging where vertegenwoordigde_partij = " + query.mark(*vraag.vertegenwoordigde));
    return query.run<Vertegenwoordiging>(tx_, columns<Vertegenwoordiging>("v"), "v.id desc", page);
}

std::optional<PartijIdentificatorregel> LijstStore::identificator(const Uuid& id) const {
    return tx_.row<PartijIdentificatorregel>("select " + columns<PartijIdentificatorregel>() + " from partij_identificator where id = ?1 and gemeente = ?2", id, gemeente_);
}

std::optional<Rekeningnummerregel> LijstStore::rekeningnummer(const Uuid& id) const {
    return tx_.row<Rekeningnummerregel>("select " + columns<Rekeningnummerregel>() + " from rekeningnummer where id = ?1 and gemeente = ?2", id, gemeente_);
}

std::optional<Categorie> LijstStore::categorie(const Uuid& id) const {
    return tx_.row<Categorie>("select " + columns<Categorie>() + " from categorie where id = ?1 and gemeente = ?2", id, gemeente_);
}

std::optional<CategorieRelatieregel> LijstStore::categorie_relatie(const Uuid& id) const {
    return tx_.row<CategorieRelatieregel>("select " + categorie_relatie_columns() + " from categorie_relatie r join categorie c on c.id = r.categorie where r.id = ?1 and r.gemeente = ?2", id, gemeente_);
}

std::optional<Vertegenwoordiging> LijstStore::vertegenwoordiging(const Uuid& id) const {
    return tx_.row<Vertegenwoordiging>("select " + columns<Vertegenwoordiging>() + " from vertegenwoordiging where id = ?1 and gemeente = ?2", id, gemeente_);
}

}  // namespace dichtbij::partij
