#pragma once
// How every resource is read: a list or one, in one snapshot, with what it showed of whom for the access log. Internal to
// klantinteracties.

#include "api/klantinteracties/klantinteracties_json.h"
#include "api/klantinteracties/klantinteracties_routes.h"

namespace dichtbij::klantinteracties {

using api::Parameter;
using api::ParameterKind;
using api::Parameters;

struct Omgeving {
    api::Api& api;
    const Diensten& diensten;
    Bronnen bronnen;
};

void add_klantcontacten(Omgeving&);
void add_betrokkenen(Omgeving&);
void add_objecten(Omgeving&);
void add_actoren(Omgeving&);
void add_digitale_adressen(Omgeving&);
void add_interne_taken(Omgeving&);
void add_partijen(Omgeving&);
void add_bij_partijen(Omgeving&);
void add_schrijven_van_partijen(Omgeving&);
void add_schrijven_van_contacten(Omgeving&);

inline toepassing::Eis lezen(access::Groep groep) { return {{groep, access::Actie::lezen}}; }

// Declarations of parameters. `exact` and `contains` are the same to the reader of a request.
inline Parameter text(std::string name) { return {.name = std::move(name)}; }
inline Parameter boolean(std::string name) { return {.name = std::move(name), .kind = ParameterKind::boolean}; }
inline Parameter date(std::string name) { return {.name = std::move(name), .kind = ParameterKind::date}; }
inline Parameter moment(std::string name) { return {.name = std::move(name), .kind = ParameterKind::date_time}; }
inline Parameter uuid(std::string name) { return {.name = std::move(name), .kind = ParameterKind::uuid}; }
inline Parameter url(std::string name) { return {.name = std::move(name), .kind = ParameterKind::reference_url}; }
inline Parameter choice(std::string name, std::vector<std::string> choices) { return {.name = std::move(name), .kind = ParameterKind::choice, .choices = std::move(choices)}; }
inline Parameter expand(std::vector<std::string> choices) { return {.name = "expand", .kind = ParameterKind::list, .choices = std::move(choices)}; }
// Four filters on an object in another register: "<name>CodeObjecttype", ...
Parameters objectidentificator(const std::string& name);
// Four filters on an identifier of a partij: "<name>__codeObjecttype", ...
Parameters partij_identificator(const std::string& name);
partij::Identificatorvraag identificatorvraag(const api::Query&, const std::string& name);
// Words of `zoek`, at most a dozen.
std::vector<std::string> woorden(const api::Query&);

// What two filters on the same thing ask together ("klantcontact__uuid" and "klantcontact__url"): when they differ, what
// nothing has.
template <class T>
std::optional<Id<T>> both(const std::optional<Id<T>>& a, const std::optional<Id<T>>& b) {
    if (a && b && *a != *b) return Id<T>{};
    return a ? a : b;
}
std::optional<Uuid> either(const api::Query&, const char* uuid, const char* url);
template <class T>
std::optional<Id<T>> either_id(const api::Query& query, const char* uuid, const char* url) {
    const auto found = either(query, uuid, url);
    return found ? std::optional(Id<T>{*found}) : std::nullopt;
}

inline std::string given(const api::Query& query, std::string_view name) { return std::string(query.get(name)); }
template <class E>
std::optional<E> chosen(const api::Query& query, std::string_view name) {
    E value{};
    const auto found = query.text(name);
    if (!found || !boost::describe::enum_from_string(found->c_str(), value)) return std::nullopt;
    return value;
}

// ---- running

store::Page page_of(const api::Page&);
// A number for a text, for ETags: the representation itself says when it changed, also by what hangs on it.
std::int64_t tag_of(std::string_view body);
access::Inzage seen_in_list(const api::Call&, const access::Raadpleging&, const json::Definition&);
access::Inzage seen_in_detail(const access::Raadpleging&, const json::Definition&, const Uuid&);

// `read(lezer, page)` gives Result<Listed<T>>, T one of the resources.
template <class Read>
api::Answer answer_list(api::Call& call, const Omgeving& with, const json::Definition& resource, Read read) {
    TRY(const api::Page page, call.page());
    access::Inzage seen;
    auto found = with.diensten.store.read([&](store::Tx& tx) {
        access::Raadpleging reading(call.caller, call.gemeente());
        auto listed = read(Lezer(with.bronnen, tx, reading), page_of(page));
        seen = seen_in_list(call, reading, resource);
        return listed;
    });
    TRY(const auto listed, std::move(found));
    call.shown(std::move(seen));
    return call.list(page, listed.total, listed.rows, [](json::Writer& w, const auto& one) { write(w, one); });
}

// `read(lezer, id)` gives Result<T>. With `expand` there is no ETag: it would be that of something else.
template <class Read>
api::Answer answer_one(api::Call& call, const Omgeving& with, const json::Definition& resource, Read read) {
    TRY(const Uuid id, call.uuid());
    access::Inzage seen;
    auto found = with.diensten.store.read([&](store::Tx& tx) {
        access::Raadpleging reading(call.caller, call.gemeente());
        auto one = read(Lezer(with.bronnen, tx, reading), id);
        seen = seen_in_detail(reading, resource, id);
        return one;
    });
    TRY(const auto one, std::move(found));
    call.shown(std::move(seen));
    std::string body;
    json::Writer writer(body, call.base);
    write(writer, one);
    const std::int64_t tag = tag_of(body);
    return call.json(std::move(body), 200, call.query.has("expand") ? std::nullopt : std::optional(tag));
}

// The only one of what was read for several.
template <class T>
Result<T> only(Result<std::vector<T>> all) {
    TRY(auto found, std::move(all));
    return std::move(found.at(0));
}

inline Expand expand_of(const api::Call& call) { return Expand(call.query.list("expand")); }

struct Resource {
    const char* path;
    std::string name;  // of the operations: "klantcontacten" for klantcontactenList
    const json::Definition& definition;
    access::Groep groep;
    Parameters filters;
    Parameters of_one = {};
};

// GET of the list and of one.
template <class List, class One>
void add_reading(Omgeving& with, const Resource& resource, List list, One one) {
    const json::Definition& definition = resource.definition;
    with.api.get(resource.path,
                 {.id = resource.name + "List", .eis = lezen(resource.groep), .parameters = api::paging() + resource.filters, .gives = &definition, .is_list = true, .tag = resource.name},
                 [&with, &definition, list](api::Call& call) { return answer_list(call, with, definition, [&](const Lezer& lezer, const store::Page& page) { return list(call, lezer, page); }); });
    with.api.get(std::string(resource.path) + "/{uuid}",
                 {.id = resource.name + "Retrieve", .eis = lezen(resource.groep), .parameters = resource.of_one, .gives = &definition, .tag = resource.name},
                 [&with, &definition, one](api::Call& call) { return answer_one(call, with, definition, [&](const Lezer& lezer, const Uuid& id) { return one(call, lezer, id); }); });
}

}  // namespace dichtbij::klantinteracties
