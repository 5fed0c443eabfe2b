// Reading partijen and what belongs to them.
#include "api/klantinteracties/lezen_routes.h"
#include "api/klantinteracties/vertaling.h"
#include "partij/partij_follow.h"

namespace dichtbij::klantinteracties {
namespace {

using access::Groep;
using partij::Partijvraag;

const std::vector<std::string> partij_expand{"betrokkenen", "betrokkenen.hadKlantcontact", "categorieRelaties", "digitaleAdressen"};

Parameters adres_filters(const std::string& name) {
    return {text(name + "NummeraanduidingId"), text(name + "Adresregel1"), text(name + "Adresregel2"), text(name + "Adresregel3"), text(name + "Land")};
}

partij::Adresvraag adresvraag(const api::Query& query, const std::string& name) {
    return {given(query, name + "NummeraanduidingId"), given(query, name + "Adresregel1"), given(query, name + "Adresregel2"), given(query, name + "Adresregel3"), given(query, name + "Land")};
}

Parameters partij_filters() {
    return Parameters{text("nummer"), choice("soortPartij", {"persoon", "organisatie", "contactpersoon"}), boolean("indicatieActief"), boolean("indicatieGeheimhouding"),
                      {.name = "categorierelatie__categorie__naam", .kind = ParameterKind::list}, uuid("vertegenwoordigdePartij__uuid"), url("vertegenwoordigdePartij__url"),
                      text("zoek"), expand(partij_expand)} +
           partij_identificator("partijIdentificator") + partij_identificator("subIdentificatorVan") + adres_filters("bezoekadres") + adres_filters("correspondentieadres");
}

// By name, with typing errors. The index is of this node: in its own time it knows what was just written.
std::optional<std::vector<partij::PartijId>> found_by_words(const api::Call& call, const Diensten& diensten) {
    if (!call.query.has("zoek")) return std::nullopt;
    const search::Index* index = diensten.index();
    const auto vraag = partij::parse_zoekvraag(call.query.get("zoek"), day_of(call.now));
    const auto results = index ? index->search(partij::index_query(call.caller, vraag, search::results_limit_max)) : std::nullopt;
    return results ? partij::ids_of(*results) : std::vector<partij::PartijId>();
}

Partijvraag partijvraag(const api::Call& call, const Diensten& diensten) {
    const api::Query& query = call.query;
    Partijvraag vraag;
    vraag.nummer = given(query, "nummer");
    vraag.soort = chosen<partij::SoortPartij>(query, "soortPartij");
    vraag.indicatie_actief = query.boolean("indicatieActief");
    vraag.indicatie_geheimhouding = query.boolean("indicatieGeheimhouding");
    vraag.identificator = identificatorvraag(query, "partijIdentificator");
    vraag.sub_identificator_van = identificatorvraag(query, "subIdentificatorVan");
    vraag.bezoekadres = adresvraag(query, "bezoekadres");
    vraag.correspondentieadres = adresvraag(query, "correspondentieadres");
    vraag.categorieen = query.list("categorierelatie__categorie__naam");
    vraag.vertegenwoordiger = either_id<dichtbij::Partij>(query, "vertegenwoordigdePartij__uuid", "vertegenwoordigdePartij__url");
    vraag.gevonden = found_by_words(call, diensten);
    return vraag;
}

// A list and one of what needs no further reading: `list` and `one` are functions of partij::LijstService.
template <class To, class Vraag, class From>
struct Eenvoudig {
    Result<store::Listed<From>> (partij::LijstService::*list)(store::Tx&, access::Raadpleging&, const Vraag&, const store::Page&) const;
    Result<From> (partij::LijstService::*one)(store::Tx&, access::Raadpleging&, const Uuid&) const;
    Vraag (*vraag)(const api::Query&);
};

template <class To, class Vraag, class From>
void add_simple(Omgeving& with, const Resource& resource, const Eenvoudig<To, Vraag, From>& how) {
    add_reading(
        with, resource,
        [how](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<To>> {
            TRY(const auto found, (lezer.bronnen().partijen.*how.list)(lezer.tx(), lezer.reading(), how.vraag(call.query), page));
            store::Listed<To> listed;
            listed.total = found.total;
            for (const From& row : found.rows) listed.rows.push_back(to_standard(row));
            return listed;
        },
        [how](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<To> {
            TRY(const From found, (lezer.bronnen().partijen.*how.one)(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        });
}

partij::PartijIdentificatorvraag identifier_question(const api::Query& query) {
    return {{given(query, "partijIdentificatorCodeObjecttype"), given(query, "partijIdentificatorCodeRegister"), given(query, "partijIdentificatorCodeSoortObjectId"),
             given(query, "partijIdentificatorObjectId")},
            given(query, "anderePartijIdentificator")};
}

partij::Rekeningnummervraag account_question(const api::Query& query) { return {query.uuid("uuid"), given(query, "iban"), given(query, "bic")}; }

partij::CategorieRelatievraag relation_question(const api::Query& query) {
    return {either_id<dichtbij::Partij>(query, "partij__uuid", "partij__url"), given(query, "partij__nummer"), either(query, "categorie__uuid", "categorie__url"),
            given(query, "categorie__naam"), query.date("beginDatum"), query.date("eindDatum")};
}

partij::Vertegenwoordigingvraag representation_question(const api::Query& query) {
    return {either_id<dichtbij::Partij>(query, "vertegenwoordigendePartij__uuid", "vertegenwoordigendePartij__url"),
            either_id<dichtbij::Partij>(query, "vertegenwoordigdePartij__uuid", "vertegenwoordigdePartij__url")};
}

void add_categorieen(Omgeving& with) {
    add_reading(
        with, {categorieen_path, "categorieen", categorie_json, Groep::partijen, {}},
        [](const api::Call&, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Categorie>> {
            TRY(const auto found, lezer.bronnen().partijen.categorieen(lezer.tx(), lezer.reading(), page));
            store::Listed<Categorie> listed;
            listed.total = found.total;
            for (const auto& row : found.rows) listed.rows.push_back(to_standard(row));
            return listed;
        },
        [](const api::Call&, const Lezer& lezer, const Uuid& id) -> Result<Categorie> {
            TRY(const auto found, lezer.bronnen().partijen.categorie(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        });
}

}  // namespace

void add_partijen(Omgeving& with) {
    add_reading(
        with, {partijen_path, "partijen", partij_json, Groep::partijen, partij_filters(), {expand(partij_expand)}},
        [&with](const api::Call& call, const Lezer& lezer, const store::Page& page) -> Result<store::Listed<Partij>> {
            TRY(auto found, lezer.bronnen().partijen.partijen(lezer.tx(), lezer.reading(), partijvraag(call, with.diensten), page));
            TRY(auto rows, lezer.partijen(std::move(found.rows), expand_of(call)));
            return store::Listed<Partij>{std::move(rows), found.total};
        },
        [](const api::Call& call, const Lezer& lezer, const Uuid& id) -> Result<Partij> {
            TRY(auto found, lezer.bronnen().partijen.partij(lezer.tx(), lezer.reading(), {id}));
            return only(lezer.partijen({std::move(found)}, expand_of(call)));
        });
}

void add_bij_partijen(Omgeving& with) {
    using partij::LijstService;
    add_simple<PartijIdentificator, partij::PartijIdentificatorvraag, partij::PartijIdentificatorregel>(
        with,
        {partij_identificatoren_path, "partijIdentificatoren", partij_identificator_json, Groep::partijen,
         {choice("partijIdentificatorCodeObjecttype", {"natuurlijk_persoon", "niet_natuurlijk_persoon", "vestiging"}), choice("partijIdentificatorCodeRegister", {"brp", "hr"}),
          choice("partijIdentificatorCodeSoortObjectId", {"bsn", "vestigingsnummer", "kvk_nummer", "rsin"}), text("partijIdentificatorObjectId"), text("anderePartijIdentificator")}},
        {&LijstService::identificatoren, &LijstService::identificator, identifier_question});
    add_simple<Rekeningnummer, partij::Rekeningnummervraag, partij::Rekeningnummerregel>(
        with, {rekeningnummers_path, "rekeningnummers", rekeningnummer_json, Groep::partijen, {uuid("uuid"), text("iban"), text("bic")}},
        {&LijstService::rekeningnummers, &LijstService::rekeningnummer, account_question});
    add_simple<CategorieRelatie, partij::CategorieRelatievraag, partij::CategorieRelatieregel>(
        with,
        {categorie_relaties_path, "categorieRelaties", categorie_relatie_json, Groep::partijen,
         {uuid("partij__uuid"), url("partij__url"), text("partij__nummer"), uuid("categorie__uuid"), url("categorie__url"), text("categorie__naam"), date("beginDatum"), date("eindDatum")}},
        {&LijstService::categorie_relaties, &LijstService::categorie_relatie, relation_question});
    add_simple<Vertegenwoordiging, partij::Vertegenwoordigingvraag, partij::Vertegenwoordiging>(
        with,
        {vertegenwoordigingen_path, "vertegenwoordigingen", vertegenwoordiging_json, Groep::partijen,
         {uuid("vertegenwoordigendePartij__uuid"), url("vertegenwoordigendePartij__url"), uuid("vertegenwoordigdePartij__uuid"), url("vertegenwoordigdePartij__url")}},
        {&LijstService::vertegenwoordigingen, &LijstService::vertegenwoordiging, representation_question});
    add_categorieen(with);
}

}  // namespace dichtbij::klantinteracties
