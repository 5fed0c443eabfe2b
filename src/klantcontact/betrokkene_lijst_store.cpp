// The lists of betrokkenen and of digital addresses.
#include <unordered_map>

#include "klantcontact/lijst_store.h"
#include "klantcontact/zicht.h"

namespace dichtbij::klantcontact {
namespace {

using partij::DigitaalAdresregel;
using store::columns;
using store::ListQuery;

struct Betrokkenerij {
    Uuid id{};
    KlantcontactId klantcontact;
    std::optional<Id<Partij>> partij;
    Rol rol = Rol::klant;
    bool initiator = true;
    std::string voorletters;
    std::string voornaam;
    std::string voorvoegsel_achternaam;
    std::string achternaam;
    std::string organisatienaam;
};
BOOST_DESCRIBE_STRUCT(Betrokkenerij, (), (id, klantcontact, partij, rol, initiator, voorletters, voornaam, voorvoegsel_achternaam, achternaam, organisatienaam))

struct Betrokkeneadresrij {
    Uuid betrokkene{};
    std::string soort;
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
BOOST_DESCRIBE_STRUCT(Betrokkeneadresrij, (), (betrokkene, soort, nummeraanduiding_id, straatnaam, huisnummer, huisnummertoevoeging, postcode, stad, adresregel1, adresregel2, adresregel3, land))

Betrokkeneregel regel_of(Betrokkenerij&& row) {
    Betrokkeneregel regel;
    regel.klantcontact = row.klantcontact;
    Betrokkene& one = regel.betrokkene;
    one.id = row.id;
    one.partij = row.partij;
    one.rol = row.rol;
    one.initiator = row.initiator;
    one.naam = {std::move(row.voorletters), std::move(row.voornaam), std::move(row.voorvoegsel_achternaam), std::move(row.achternaam)};
    one.organisatienaam = std::move(row.organisatienaam);
    return regel;
}

std::vector<Betrokkeneregel> regels_of(std::vector<Betrokkenerij>&& rows) {
    std::vector<Betrokkeneregel> regels;
    regels.reserve(rows.size());
    for (Betrokkenerij& row : rows) regels.push_back(regel_of(std::move(row)));
    return regels;
}

// As a search key may have been made of it: the index on it finds what is then compared exactly.
std::string exact_adres(ListQuery& query, const std::string& adres) {
    std::vector<std::string> forms{adres};
    for (const auto soort : {partij::SoortDigitaalAdres::email, partij::SoortDigitaalAdres::telefoonnummer, partij::SoortDigitaalAdres::overig})
        if (std::string form = partij::zoekvorm(soort, adres); !form.empty()) forms.push_back(std::move(form));
    return "zoekvorm in (" + query.list(forms) + ") and adres = " + query.mark(adres);
}

// That the betrokkene of the address belongs to a contact that is seen.
template <class P>
std::string of_visible_betrokkene(P& params, const Zicht& zicht) {
    if (zicht.adressen == Adressen::van_partijen) return "1 = 0";
    return "exists (select 1 from betrokkene y cross join klantcontact z where y.id = a.betrokkene and z.id = y.klantcontact and " + visible_once_found(params, zicht, "z") + ")";
}

// The betrokkene of a contact that is not seen is not named either.
std::string adres_columns(const std::string& of_visible) {
    return "a.id, a.partij, case when a.betrokkene is not null and " + of_visible +
           " then a.betrokkene end, a.soort, a.adres, a.is_standaard, a.omschrijving, a.referentie, a.verificatie_datum";
}

std::string is_seen(const Zicht& zicht, const std::string& of_visible) {
    const std::string own = zicht.adressen == Adressen::van_betrokkenen ? "a.partij is null and " : "";
    return own + "(a.betrokkene is null or a.partij is not null or " + of_visible + ")";
}

void filter_verificatie(ListQuery& query, const DigitaalAdresvraag& vraag) {
    const auto compare = [&](const char* how, const std::optional<Day>& day) {
        if (day) query.where("a.verificatie_datum " + std::string(how) + " " + query.mark(*day));
    };
    if (vraag.is_geverifieerd) query.where(*vraag.is_geverifieerd ? "a.verificatie_datum is not null" : "a.verificatie_datum is null");
    compare("=", vraag.verificatie_datum);
    compare(">", vraag.geverifieerd_na);
    compare(">=", vraag.geverifieerd_vanaf);
    compare("<", vraag.geverifieerd_voor);
    compare("<=", vraag.geverifieerd_tot_en_met);
}

void filter_eigenaar(ListQuery& query, const DigitaalAdresvraag& vraag) {
    if (vraag.betrokkene) query.among("a.id", "select id from digitaal_adres where betrokkene = " + query.mark(*vraag.betrokkene));
    if (vraag.partij) query.among("a.id", "select id from digitaal_adres where partij = " + query.mark(*vraag.partij));
    if (vraag.rol) query.where("exists (select 1 from betrokkene b where b.id = a.betrokkene and b.rol = " + query.mark(*vraag.rol) + ")");
    if (vraag.soort_partij) query.where("exists (select 1 from partij p where p.id = a.partij and p.soort = " + query.mark(*vraag.soort_partij) + ")");
    partij::each_part(vraag.identificator, [&](std::string_view column, const std::string& value) {
        const std::string asked = "i." + std::string(column) + " = " + query.mark(value);
        if (column == "object_id")
            query.among("a.id", "select x.id from partij_identificator i cross join digitaal_adres x where x.partij = i.partij and i.object_id <> '' and " + asked);
        else
            query.where("exists (select 1 from partij_identificator i where i.partij = a.partij and " + asked + ")");
    });
}

void filter_partij(ListQuery& query, const Betrokkenevraag& vraag, Id<Gemeente> gemeente) {
    if (vraag.partij) query.among("b.id", "select id from betrokkene where partij = " + query.mark(*vraag.partij));
    if (!vraag.partij_nummer.empty())
        query.among("b.id", "select x.id from partij p cross join betrokkene x where x.partij = p.id and p.gemeente = " + query.mark(gemeente) + " and p.nummer <> '' and p.nummer = " + query.mark(vraag.partij_nummer));
    partij::each_part(vraag.identificator, [&](std::string_view column, const std::string& value) {
        const std::string asked = "i." + std::string(column) + " = " + query.mark(value);
        if (column == "object_id")
            query.among("b.id", "select x.id from partij_identificator i cross join betrokkene x where x.partij = i.partij and i.object_id <> '' and " + asked);
        else
            query.where("exists (select 1 from partij_identificator i where i.partij = b.partij and " + asked + ")");
    });
}

}  // namespace

store::Listed<Betrokkeneregel> LijstStore::betrokkenen(const Betrokkenevraag& vraag, const store::Page& page) const {
    ListQuery query("betrokkene b");
    query.base("b.gemeente = " + query.mark(zicht_.gemeente) + " and " + belongs_to_visible(query, zicht_, "b.klantcontact"));
    if (vraag.klantcontact) query.among("b.id", "select id from betrokkene where klantcontact = " + query.mark(*vraag.klantcontact));
    const auto of_contact = [&](std::string_view column, const std::string& value) {
        if (value.empty()) return;
        query.among("b.id", "select x.id from klantcontact k cross join betrokkene x where x.klantcontact = k.id and k.gemeente = " + query.mark(zicht_.gemeente) + " and k." +
                                std::string(column) + " <> '' and k." + std::string(column) + " = " + query.mark(value));
    };
    of_contact("standaardnummer", vraag.klantcontact_nummer);
    of_contact("referentienummer", vraag.klantcontact_referentienummer);
    if (vraag.digitaal_adres) query.among("b.id", "select betrokkene as id from digitaal_adres where betrokkene is not null and id = " + query.mark(*vraag.digitaal_adres));
    if (!vraag.adres.empty()) query.among("b.id", "select betrokkene as id from digitaal_adres where betrokkene is not null and " + exact_adres(query, vraag.adres));
    filter_partij(query, vraag, zicht_.gemeente);
    const auto exact = [&](std::string_view column, const std::string& value) {
        if (!value.empty()) query.where("b." + std::string(column) + " = " + query.mark(value));
    };
    exact("voorletters", vraag.naam.voorletters);
    exact("voornaam", vraag.naam.voornaam);
    exact("voorvoegsel_achternaam", vraag.naam.voorvoegsel_achternaam);
    exact("achternaam", vraag.naam.achternaam);
    exact("organisatienaam", vraag.organisatienaam);
    auto found = query.run<Betrokkenerij>(tx_, columns<Betrokkenerij>("b"), "b.id desc", page);
    return {complete(regels_of(std::move(found.rows))), found.total};
}

std::vector<Betrokkeneregel> LijstStore::betrokkenen_by_id(const std::vector<Uuid>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<Betrokkenerij>("b") + " from betrokkene b where b.id in (" + marks_in_few_lengths(params, ids) + ") and " + belongs_to_visible(params, zicht_, "b.klantcontact");
    return complete(regels_of(tx_.rows_with<Betrokkenerij>(sql, params.values())));
}

std::vector<Betrokkeneregel> LijstStore::betrokkenen_of(const std::vector<KlantcontactId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<Betrokkenerij>() + " from betrokkene where klantcontact in (" + marks_in_few_lengths(params, ids) + ") order by id";
    return complete(regels_of(tx_.rows_with<Betrokkenerij>(sql, params.values())));
}

std::vector<Verwijzing> LijstStore::betrokkene_ids_of(const std::vector<KlantcontactId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select klantcontact, id from betrokkene where klantcontact in (" + marks_in_few_lengths(params, ids) + ") order by id";
    return tx_.rows_with<Verwijzing>(sql, params.values());
}

std::vector<Verwijzing> LijstStore::betrokkene_ids_of(const std::vector<Id<Partij>>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select b.partij, b.id from betrokkene b where b.partij in (" + marks_in_few_lengths(params, ids) + ") and " + belongs_to_visible(params, zicht_, "b.klantcontact") + " order by b.id";
    return tx_.rows_with<Verwijzing>(sql, params.values());
}

std::vector<Betrokkeneregel> LijstStore::complete(std::vector<Betrokkeneregel> regels) const {
    if (regels.empty()) return regels;
    std::vector<Uuid> ids;
    std::unordered_map<Id<void>, Betrokkene*> of;
    for (Betrokkeneregel& regel : regels) {
        ids.push_back(regel.betrokkene.id);
        of.emplace(Id<void>{regel.betrokkene.id}, &regel.betrokkene);
    }
    store::Params params;
    const std::string among = " in (" + marks_in_few_lengths(params, ids) + ")";
    for (Betrokkeneadresrij& row : tx_.rows_with<Betrokkeneadresrij>("select " + columns<Betrokkeneadresrij>() + " from betrokkene_adres where betrokkene" + among, params.values())) {
        Betrokkene& one = *of.at(Id<void>{row.betrokkene});
        auto& adres = row.soort == "bezoek" ? one.bezoekadres : one.correspondentieadres;
        adres = partij::Adres{std::move(row.nummeraanduiding_id), std::move(row.straatnaam), row.huisnummer, std::move(row.huisnummertoevoeging), std::move(row.postcode),
                              std::move(row.stad), std::move(row.adresregel1), std::move(row.adresregel2), std::move(row.adresregel3), std::move(row.land)};
    }
    const std::string digital = "select " + columns<DigitaalAdresregel>() + " from digitaal_adres where betrokkene" + among + " order by id";
    for (DigitaalAdresregel& row : tx_.rows_with<DigitaalAdresregel>(digital, params.values()))
        of.at(Id<void>{row.betrokkene.value()})->digitale_adressen.push_back({row.id, row.soort, std::move(row.adres), row.is_standaard, std::move(row.omschrijving), std::move(row.referentie), row.verificatie_datum});
    return regels;
}

store::Listed<DigitaalAdresregel> LijstStore::digitale_adressen(const DigitaalAdresvraag& vraag, const store::Page& page) const {
    ListQuery query("digitaal_adres a");
    const std::string of_visible = of_visible_betrokkene(query, zicht_);
    query.base("a.gemeente = " + query.mark(zicht_.gemeente) + " and " + is_seen(zicht_, of_visible));
    if (!vraag.adres.empty()) query.among("a.id", "select id from digitaal_adres where " + exact_adres(query, vraag.adres));
    if (!vraag.adres_bevat.empty()) query.contains("a.adres", vraag.adres_bevat);
    if (!vraag.omschrijving.empty()) query.contains("a.omschrijving", vraag.omschrijving);
    if (!vraag.referentie.empty()) query.where("a.referentie = " + query.mark(vraag.referentie));
    if (vraag.soort) query.where("a.soort = " + query.mark(*vraag.soort));
    if (vraag.is_standaard) query.where("a.is_standaard = " + query.mark(*vraag.is_standaard));
    filter_verificatie(query, vraag);
    filter_eigenaar(query, vraag);
    return query.run<DigitaalAdresregel>(tx_, adres_columns(of_visible), "a.id desc", page);
}

std::vector<DigitaalAdresregel> LijstStore::digitale_adressen_by_id(const std::vector<Uuid>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string of_visible = of_visible_betrokkene(params, zicht_);
    const std::string sql = "select " + adres_columns(of_visible) + " from digitaal_adres a where a.id in (" + marks_in_few_lengths(params, ids) + ") and " +
                            of_gemeente_once_found(params, zicht_.gemeente, "a.gemeente") + " and " + is_seen(zicht_, of_visible);
    return tx_.rows_with<DigitaalAdresregel>(sql, params.values());
}

std::vector<DigitaalAdresregel> LijstStore::digitale_adressen_of(const std::vector<Id<Partij>>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + adres_columns(of_visible_betrokkene(params, zicht_)) + " from digitaal_adres a where a.partij in (" + marks_in_few_lengths(params, ids) + ") order by a.volgorde, a.id";
    return tx_.rows_with<DigitaalAdresregel>(sql, params.values());
}

std::vector<DigitaalAdresregel> LijstStore::digitale_adressen_of_betrokkenen(const std::vector<Uuid>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<DigitaalAdresregel>() + " from digitaal_adres where betrokkene in (" + marks_in_few_lengths(params, ids) + ") order by id";
    return tx_.rows_with<DigitaalAdresregel>(sql, params.values());
}

}  // namespace dichtbij::klantcontact
