#include "klantcontact/lijst_store.h"

#include "klantcontact/klantcontact_rij_store.h"
#include "klantcontact/objecttype.h"
#include "klantcontact/telling_store.h"
#include "klantcontact/zicht.h"

namespace dichtbij::klantcontact {
namespace {

using store::columns;
using store::ListQuery;

void filter_betrokkenen(ListQuery& query, const Klantcontactvraag& vraag) {
    if (vraag.betrokkene) query.among("k.id", "select klantcontact as id from betrokkene where id = " + query.mark(*vraag.betrokkene));
    if (vraag.partij) query.among("k.id", "select klantcontact as id from betrokkene where partij = " + query.mark(*vraag.partij));
    partij::each_part(vraag.identificator, [&](std::string_view column, const std::string& value) {
        const std::string asked = "i." + std::string(column) + " = " + query.mark(value);
        if (column == "object_id")
            query.among("k.id", "select b.klantcontact as id from partij_identificator i cross join betrokkene b where b.partij = i.partij and i.object_id <> '' and " + asked);
        else
            query.where("exists (select 1 from betrokkene b cross join partij_identificator i where b.klantcontact = k.id and i.partij = b.partij and " + asked + ")");
    });
    const std::string known = "exists (select 1 from betrokkene b where b.klantcontact = k.id and b.partij is not null)";
    const std::string unknown = "(exists (select 1 from betrokkene b where b.klantcontact = k.id and b.partij is null) or "
                                "not exists (select 1 from betrokkene b where b.klantcontact = k.id))";
    if (vraag.betrokkene_is_partij) query.where(*vraag.betrokkene_is_partij ? known : unknown);
}

// Both names of a case are the same.
std::string object_is(ListQuery& query, std::string_view part, const std::string& value) {
    if (part == "code_objecttype" && is_zaak(value)) return "code_objecttype in (" + query.list(std::vector<std::string>(std::begin(objecttypes_zaak), std::end(objecttypes_zaak))) + ")";
    return std::string(part) + " = " + query.mark(value);
}

void filter_objecten(ListQuery& query, const std::string& column, const std::optional<Uuid>& id, const Objectidentificatie& identificatie) {
    const std::string from = "select " + column + " as id from klantcontact_object where soort = 'onderwerpobject' and ";
    if (id) query.among("k.id", from + "id = " + query.mark(*id));
    each_part(identificatie, [&](std::string_view part, const std::string& value) {
        const std::string asked = object_is(query, part, value);
        if (part == "object_id") query.among("k.id", from + "object_id <> '' and " + asked);
        else query.where("exists (select 1 from klantcontact_object o where o." + column + " = k.id and o.soort = 'onderwerpobject' and o." + asked + ")");
    });
}

void filter_moment(ListQuery& query, const Klantcontactvraag& vraag) {
    if (vraag.plaatsgevonden_op) query.where("k.plaatsgevonden_op = " + query.mark(*vraag.plaatsgevonden_op));
    if (vraag.van) query.where("k.plaatsgevonden_op >= " + query.mark(*vraag.van));
    if (vraag.tot) query.where("k.plaatsgevonden_op < " + query.mark(*vraag.tot));
}

void filter_inhoud(ListQuery& query, const Klantcontactvraag& vraag) {
    if (!vraag.nummer.empty()) query.among("k.id", "select id from klantcontact where standaardnummer = " + query.mark(vraag.nummer));
    if (!vraag.referentienummer.empty()) query.where("k.referentienummer <> '' and k.referentienummer = " + query.mark(vraag.referentienummer));
    if (!vraag.kanaal.empty()) query.where("k.kanaal = " + query.mark(vraag.kanaal));
    if (!vraag.onderwerp.empty()) query.contains("k.onderwerp", vraag.onderwerp);
    if (!vraag.inhoud.empty()) query.contains("k.inhoud", vraag.inhoud);
    if (!vraag.reactie.empty()) query.contains("k.reactie", vraag.reactie);
    for (const std::string& word : vraag.woorden)
        query.where("(" + query.contains_condition("k.onderwerp", word) + " or " + query.contains_condition("k.inhoud", word) + " or " + query.contains_condition("k.reactie", word) + ")");
    if (vraag.indicatie_contact_gelukt) query.where("k.indicatie_contact_gelukt = " + query.mark(*vraag.indicatie_contact_gelukt));
    if (vraag.vertrouwelijk) query.where("k.vertrouwelijk = " + query.mark(*vraag.vertrouwelijk));
    if (vraag.leidde_tot_taken) query.where(*vraag.leidde_tot_taken ? "k.aantal_taken > 0" : "k.aantal_taken = 0");
}

}  // namespace

store::Listed<Klantcontact> LijstStore::klantcontacten(const Klantcontactvraag& vraag, const store::Page& page) const {
    ListQuery query("klantcontact k");
    query.base(visible(query, zicht_, "k"));
    filter_inhoud(query, vraag);
    filter_betrokkenen(query, vraag);
    if (!vraag.adres_bevat.empty())
        query.among("k.id", "select b.klantcontact as id from digitaal_adres a cross join betrokkene b where b.id = a.betrokkene and a.gemeente = " +
                                query.mark(zicht_.gemeente) + " and " + query.contains_condition("a.adres", vraag.adres_bevat));
    filter_objecten(query, "klantcontact", vraag.onderwerpobject, vraag.over);
    filter_objecten(query, "was_klantcontact", vraag.was_onderwerpobject, vraag.was);
    filter_moment(query, vraag);
    const char* order = vraag.volgorde == Volgorde::nieuwste_eerst ? "k.plaatsgevonden_op desc, k.id desc" : "k.plaatsgevonden_op, k.id";
    std::optional<std::int64_t> total;
    if (!query.has_filters()) total = total_of(tx_, zicht_).contacten;
    auto found = query.run<KlantcontactRij>(tx_, columns<KlantcontactRij>("k"), order, page, total);
    return {from_rows(std::move(found.rows)), found.total};
}

std::vector<Klantcontact> LijstStore::klantcontacten_by_id(const std::vector<KlantcontactId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<KlantcontactRij>("k") + " from klantcontact k where k.id in (" + marks_in_few_lengths(params, ids) + ") and " + visible_once_found(params, zicht_, "k");
    return from_rows(tx_.rows_with<KlantcontactRij>(sql, params.values()));
}

store::Listed<Objectregel> LijstStore::objecten(Objectsoort soort, const Objectvraag& vraag, const store::Page& page) const {
    ListQuery query("klantcontact_object o");
    query.base("o.gemeente = " + query.mark(zicht_.gemeente) + " and o.soort = " + query.mark(soort) + " and (o.klantcontact is null or " + belongs_to_visible(query, zicht_, "o.klantcontact") + ")");
    if (vraag.klantcontact) query.among("o.id", "select id from klantcontact_object where klantcontact = " + query.mark(*vraag.klantcontact));
    if (vraag.was_klantcontact) query.among("o.id", "select id from klantcontact_object where was_klantcontact = " + query.mark(*vraag.was_klantcontact));
    each_part(vraag.identificatie, [&](std::string_view part, const std::string& value) {
        const std::string asked = object_is(query, part, value);
        if (part == "object_id") query.among("o.id", "select id from klantcontact_object where object_id <> '' and " + asked);
        else query.where("o." + asked);
    });
    return query.run<Objectregel>(tx_, columns<Objectregel>("o"), "o.id desc", page);
}

std::vector<Objectregel> LijstStore::objecten_by_id(const std::vector<Uuid>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<Objectregel>("o") + " from klantcontact_object o where o.id in (" + marks_in_few_lengths(params, ids) + ") and " +
                            of_gemeente_once_found(params, zicht_.gemeente, "o.gemeente") + " and (o.klantcontact is null or " + belongs_to_visible(params, zicht_, "o.klantcontact") + ")";
    return tx_.rows_with<Objectregel>(sql, params.values());
}

std::vector<Objectregel> LijstStore::objecten_of(const std::vector<KlantcontactId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<Objectregel>() + " from klantcontact_object where klantcontact in (" + marks_in_few_lengths(params, ids) + ") order by id";
    return tx_.rows_with<Objectregel>(sql, params.values());
}

store::Listed<ActorKlantcontact> LijstStore::actorklantcontacten(const ActorKlantcontactvraag& vraag, const store::Page& page) const {
    ListQuery query("klantcontact_actor l");
    query.base(belongs_to_visible(query, zicht_, "l.klantcontact"));
    if (vraag.actor) query.among("l.id", "select id from klantcontact_actor where actor = " + query.mark(*vraag.actor));
    if (vraag.klantcontact) query.among("l.id", "select id from klantcontact_actor where klantcontact = " + query.mark(*vraag.klantcontact));
    return query.run<ActorKlantcontact>(tx_, columns<ActorKlantcontact>("l"), "l.id desc", page);
}

std::vector<ActorKlantcontact> LijstStore::actorklantcontacten_by_id(const std::vector<Uuid>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<ActorKlantcontact>("l") + " from klantcontact_actor l where l.id in (" + marks_in_few_lengths(params, ids) + ") and " + belongs_to_visible(params, zicht_, "l.klantcontact");
    return tx_.rows_with<ActorKlantcontact>(sql, params.values());
}

std::vector<ActorKlantcontact> LijstStore::actorlinks_of(const std::vector<KlantcontactId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<ActorKlantcontact>() + " from klantcontact_actor where klantcontact in (" + marks_in_few_lengths(params, ids) + ") order by id";
    return tx_.rows_with<ActorKlantcontact>(sql, params.values());
}

store::Listed<Actor> LijstStore::actoren(const Actorvraag& vraag, const store::Page& page) const {
    ListQuery query("actor a");
    query.base("a.gemeente = " + query.mark(zicht_.gemeente));
    const auto exact = [&](std::string_view column, const std::string& value) {
        if (!value.empty()) query.where("a." + std::string(column) + " = " + query.mark(value));
    };
    if (!vraag.object_id.empty()) query.among("a.id", "select id from actor where object_id <> '' and object_id = " + query.mark(vraag.object_id));
    exact("code_objecttype", vraag.code_objecttype);
    exact("code_register", vraag.code_register);
    exact("code_soort_object_id", vraag.code_soort_object_id);
    if (!vraag.naam.empty()) query.contains("a.naam", vraag.naam);
    if (vraag.soort_actor) query.where("a.soort_actor = " + query.mark(*vraag.soort_actor));
    if (vraag.indicatie_actief) query.where("a.indicatie_actief = " + query.mark(*vraag.indicatie_actief));
    return query.run<Actor>(tx_, columns<Actor>("a"), "a.id desc", page);
}

std::vector<Actor> LijstStore::actoren_by_id(const std::vector<Uuid>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<Actor>() + " from actor where id in (" + marks_in_few_lengths(params, ids) + ") and " + of_gemeente_once_found(params, zicht_.gemeente, "gemeente");
    return tx_.rows_with<Actor>(sql, params.values());
}

std::vector<Metadataregel> LijstStore::metadata_of(const std::vector<KlantcontactId>& ids) const {
    if (ids.empty()) return {};
    store::Params params;
    const std::string sql = "select " + columns<Metadataregel>() + " from klantcontact_metadata where klantcontact in (" + marks_in_few_lengths(params, ids) + ") order by sleutel";
    return tx_.rows_with<Metadataregel>(sql, params.values());
}

}  // namespace dichtbij::klantcontact
