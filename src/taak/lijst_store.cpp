#include "taak/lijst_store.h"

#include <unordered_map>

#include "klantcontact/zicht.h"
#include "werk/werk.h"

namespace dichtbij::taak {
namespace {

using store::ListQuery;

// A taak with what its werk says of it.
struct Lijstrij {
    Id<dichtbij::Taak> id;
    Id<Gemeente> gemeente;
    std::string nummer;
    std::string standaardnummer;
    std::string referentienummer;
    std::optional<Id<Klantcontact>> klantcontact;
    std::string gevraagde_handeling;
    std::string toelichting;
    Instant toegewezen_op;
    std::string telefoonnummer;
    std::string voorkeursmoment;
    std::string antwoord;
    std::optional<bool> inwoner_weet_het;
    Id<Werk> werk;
    std::int64_t versie = 1;
    std::optional<Instant> gemeld_op;
    std::optional<Instant> gemeld_bij;
    werk::Soort soort = werk::Soort::taak;
    std::optional<Instant> gesloten_op;
    Instant laatste_op;
    std::optional<Id<Partij>> partij;
};
BOOST_DESCRIBE_STRUCT(Lijstrij, (),
                      (id, gemeente, nummer, standaardnummer, referentienummer, klantcontact, gevraagde_handeling, toelichting, toegewezen_op,
                       telefoonnummer, voorkeursmoment, antwoord, inwoner_weet_het, werk, versie, gemeld_op, gemeld_bij, soort, gesloten_op, laatste_op, partij))

constexpr const char* lijst_columns =
    "t.id, t.gemeente, t.nummer, t.standaardnummer, t.referentienummer, t.klantcontact, t.gevraagde_handeling, t.toelichting, t.toegewezen_op, "
    "t.telefoonnummer, t.voorkeursmoment, t.antwoord, t.inwoner_weet_het, t.werk, t.versie, t.gemeld_op, t.gemeld_bij, w.soort, w.gesloten_op, w.laatste_op, w.partij";

// The same rule as TaakService: done when its work is, or when a zaak took the work over.
Taakregel regel_of(Lijstrij&& row) {
    Taakregel regel;
    Taak& taak = regel.taak;
    const bool taken_over = row.soort == werk::Soort::zaak;
    taak.id = row.id;
    taak.gemeente = row.gemeente;
    taak.nummer = std::move(row.nummer);
    taak.standaardnummer = std::move(row.standaardnummer);
    taak.referentienummer = std::move(row.referentienummer);
    taak.klantcontact = row.klantcontact;
    taak.gevraagde_handeling = std::move(row.gevraagde_handeling);
    taak.toelichting = std::move(row.toelichting);
    taak.status = row.gesloten_op || taken_over ? Taakstatus::verwerkt : Taakstatus::te_verwerken;
    taak.toegewezen_op = row.toegewezen_op;
    taak.afgehandeld_op = taken_over ? std::optional(row.laatste_op) : row.gesloten_op;
    if (!taken_over && row.gemeld_op && row.gemeld_bij == row.gesloten_op) taak.afgehandeld_op = row.gemeld_op;
    taak.telefoonnummer = std::move(row.telefoonnummer);
    taak.voorkeursmoment = std::move(row.voorkeursmoment);
    taak.antwoord = std::move(row.antwoord);
    if (taak.status == Taakstatus::verwerkt) taak.inwoner_weet_het = row.inwoner_weet_het;
    taak.werk = row.werk;
    taak.versie = row.versie;
    regel.partij = row.partij;
    return regel;
}

std::vector<Taakregel> regels_of(std::vector<Lijstrij>&& rows) {
    std::vector<Taakregel> regels;
    regels.reserve(rows.size());
    for (Lijstrij& row : rows) regels.push_back(regel_of(std::move(row)));
    return regels;
}

void filter_klantcontact(ListQuery& query, const Taakvraag& vraag, Id<Gemeente> gemeente) {
    for (const auto& id : vraag.klantcontacten) query.among("t.id", "select id from taak where klantcontact = " + query.mark(id));
    const auto of_contact = [&](const std::string& column, const std::string& value) {
        if (value.empty()) return;
        query.among("t.id", "select x.id from klantcontact k cross join taak x where x.klantcontact = k.id and k.gemeente = " + query.mark(gemeente) + " and k." + column +
                                " <> '' and k." + column + " = " + query.mark(value));
    };
    of_contact("standaardnummer", vraag.klantcontact_nummer);
    of_contact("referentienummer", vraag.klantcontact_referentienummer);
}

void filter_status(ListQuery& query, Taakstatus status, Id<Gemeente> gemeente) {
    if (status == Taakstatus::verwerkt) return query.where("(w.gesloten_op is not null or w.soort = 'zaak')");
    // There is little open work beside all that was ever done.
    query.among("t.id", "select x.id from werk o cross join taak x where x.werk = o.id and o.gemeente = " + query.mark(gemeente) + " and o.gesloten_op is null and o.soort <> 'zaak'");
}

const char* order_of(Volgorde volgorde) {
    switch (volgorde) {
        case Volgorde::laatst_toegewezen_eerst: return "t.toegewezen_op desc, t.id desc";
        case Volgorde::eerst_toegewezen_eerst: return "t.toegewezen_op, t.id";
        case Volgorde::nieuwste_eerst: break;
    }
    return "t.id desc";
}

}  // namespace

template <class P>
std::string LijstStore::seen(P& params) const {
    return "w.id = t.werk and t.verborgen_op is null and " + klantcontact::of_domains(params, zicht_, "w.domein") + " and " + klantcontact::belongs_to_visible(params, zicht_, "t.klantcontact");
}

store::Listed<Taakregel> LijstStore::taken(const Taakvraag& vraag, const store::Page& page, std::int64_t (*all)(store::Tx&, const klantcontact::Zicht&)) const {
    ListQuery query("taak t cross join werk w");
    query.base("t.gemeente = " + query.mark(zicht_.gemeente) + " and " + seen(query));
    if (!vraag.nummer.empty()) query.among("t.id", "select id from taak where standaardnummer = " + query.mark(vraag.nummer));
    if (!vraag.referentienummer.empty()) query.among("t.id", "select id from taak where gemeente = " + query.mark(zicht_.gemeente) + " and referentienummer <> '' and referentienummer = " + query.mark(vraag.referentienummer));
    filter_klantcontact(query, vraag, zicht_.gemeente);
    if (vraag.actor) query.among("t.id", "select taak as id from taak_actor where actor = " + query.mark(*vraag.actor));
    if (!vraag.actor_naam.empty())
        query.among("t.id", "select x.taak as id from actor a cross join taak_actor x where x.actor = a.id and a.gemeente = " + query.mark(zicht_.gemeente) + " and a.naam = " + query.mark(vraag.actor_naam));
    for (const std::string& word : vraag.woorden)
        query.where("(" + query.contains_condition("t.gevraagde_handeling", word) + " or " + query.contains_condition("t.toelichting", word) + ")");
    if (vraag.status) filter_status(query, *vraag.status, zicht_.gemeente);
    if (vraag.toegewezen_op) query.where("t.toegewezen_op = " + query.mark(*vraag.toegewezen_op));
    if (vraag.van) query.where("t.toegewezen_op >= " + query.mark(*vraag.van));
    if (vraag.tot) query.where("t.toegewezen_op < " + query.mark(*vraag.tot));
    std::optional<std::int64_t> total;
    if (!query.has_filters()) total = all(tx_, zicht_) - in_other_domains();
    auto found = query.run<Lijstrij>(tx_, lijst_columns, order_of(vraag.volgorde), page, total);
    return {with_actoren(regels_of(std::move(found.rows))), found.total};
}

// Work that was handed to a team of a confidential domain, of a contact that is not in it.
std::int64_t LijstStore::in_other_domains() const {
    if (zicht_.domeinen.empty()) return 0;
    store::Params params;
    const std::string sql = "select count(*) from werk w cross join taak t where t.werk = w.id and t.verborgen_op is null and w.gemeente = " + params.mark(zicht_.gemeente) +
                            " and w.domein <> '' and w.domein not in (" + params.list(zicht_.domeinen) + ") and " + klantcontact::belongs_to_visible(params, zicht_, "t.klantcontact");
    return tx_.rows_with<std::int64_t>(sql, params.values()).at(0);
}

std::vector<Taakregel> LijstStore::taken_by_id(const std::vector<Id<dichtbij::Taak>>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = std::string("select ") + lijst_columns + " from taak t cross join werk w where t.id in (" + marks_in_few_lengths(params, ids) + ") and " + seen(params);
    return with_actoren(regels_of(tx_.rows_with<Lijstrij>(sql, params.values())));
}

std::vector<Taakregel> LijstStore::taken_of(const std::vector<Id<Klantcontact>>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = std::string("select ") + lijst_columns + " from taak t cross join werk w where t.klantcontact in (" + marks_in_few_lengths(params, ids) +
                            ") and w.id = t.werk and t.verborgen_op is null and " + klantcontact::of_domains(params, zicht_, "w.domein") + " order by t.id";
    return with_actoren(regels_of(tx_.rows_with<Lijstrij>(sql, params.values())));
}

std::vector<partij::Verwijzing> LijstStore::taak_ids_of(const std::vector<Id<Klantcontact>>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select t.klantcontact, t.id from taak t cross join werk w where t.klantcontact in (" + marks_in_few_lengths(params, ids) +
                            ") and w.id = t.werk and t.verborgen_op is null and " + klantcontact::of_domains(params, zicht_, "w.domein") + " order by t.id";
    return tx_.rows_with<partij::Verwijzing>(sql, params.values());
}

std::vector<Taakregel> LijstStore::with_actoren(std::vector<Taakregel> regels) const {
    if (regels.empty()) return regels;
    std::vector<Id<dichtbij::Taak>> ids;
    std::unordered_map<Id<dichtbij::Taak>, Taakregel*> of;
    for (Taakregel& regel : regels) {
        ids.push_back(regel.taak.id);
        of.emplace(regel.taak.id, &regel);
    }
    store::Params params;
    const std::string sql = "select taak, actor from taak_actor where taak in (" + marks_in_few_lengths(params, ids) + ") order by taak, volgnummer";
    for (const partij::Verwijzing& row : tx_.rows_with<partij::Verwijzing>(sql, params.values())) of.at(Id<dichtbij::Taak>{row.van})->actoren.push_back(row.id);
    return regels;
}

}  // namespace dichtbij::taak
