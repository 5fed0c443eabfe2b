#pragma once
// How every resource is written: read what is stored, check If-Match, take the body over it, let the services do it, and
// answer with what stands there now; all in one transaction, so that whatever is refused leaves nothing. Internal to
// klantinteracties.
//
//     add_writing<Bijlage>(with, {bijlagen_path, "bijlagen", Groep::klantcontacten}, bijlage_json,
//                          {.find = found_bijlage, .create = make_bijlage, .change = change_bijlage, .remove = remove_bijlage});

#include <functional>

#include "api/klantinteracties/lezen_routes.h"

namespace dichtbij::klantinteracties {

// One change by another system. `lezer` sees what belongs to its gemeente, domains and right to confidential contacts,
// whatever it may read: who may write a thing may name and get back what it is about.
struct Schrijving {
    api::Call& call;
    const Diensten& diensten;
    const Lezer& lezer;

    store::Tx& tx() const { return lezer.tx(); }
    const access::Caller& caller() const { return call.caller; }
    Id<Gemeente> gemeente() const { return call.gemeente(); }
};

// References in a body. To what is not there, or not for this application, 400 "Klantcontact object bestaat niet.";
// `name` is that of the field: "hadKlantcontact", "toegewezenAanActoren.0".
api::Found<Done> klantcontact_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> betrokkene_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> actor_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> partij_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> digitaal_adres_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> rekeningnummer_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> categorie_exists(const Schrijving&, const std::string& name, const Uuid&);
api::Found<Done> partij_identificator_exists(const Schrijving&, const std::string& name, const Uuid&);
// The same of what may be left out.
template <class Exists>
api::Found<Done> if_given(const Schrijving& s, Exists exists, const std::string& name, const std::optional<Uuid>& id) {
    if (!id) return Done{};
    return exists(s, name, *id);
}
api::Refused bestaat_niet(const std::string& name, std::string_view resource);

inline toepassing::Eis schrijven(access::Groep groep) { return {{groep, access::Actie::schrijven}}; }

template <class T>
struct Schrijfwijze {
    std::function<Result<T>(const Lezer&, const Uuid&)> find;
    std::function<api::Found<Uuid>(const Schrijving&, T given, const json::Given&)> create;
    std::function<api::Found<Done>(const Schrijving&, const T& before, T after, const json::Given&)> change;
    std::function<api::Found<Done>(const Schrijving&, const T& stored)> remove;
};

struct Schrijfplek {
    const char* path;
    std::string name;  // of the operations: "klantcontacten" for klantcontactenCreate
    access::Groep groep;
};

// ---- running

// Sees what the application sees, with every right to read.
access::Caller as_reader(const access::Caller&);

// `act(const Schrijving&)` gives a Found<X>, in one transaction that it undoes by refusing. It may run more than once.
template <class F>
auto in_one_transaction(api::Call& call, const Omgeving& with, F act) -> std::invoke_result_t<F&, const Schrijving&> {
    using Outcome = std::invoke_result_t<F&, const Schrijving&>;
    const access::Caller reader = as_reader(call.caller);
    std::optional<Outcome> outcome;
    (void)with.diensten.store.write([&](store::Tx& tx) -> Result<Done> {
        access::Raadpleging reading(reader, call.gemeente());
        const Lezer lezer(with.bronnen, tx, reading);
        outcome.emplace(act(Schrijving{call, with.diensten, lezer}));
        if (!*outcome) return conflict("refused", "");
        return Done{};
    });
    return std::move(*outcome);
}

// How one resource stands there now, and which persons it shows.
struct Beeld {
    Uuid id{};
    std::string body;
    access::Inzage inzage;
};
// Also when the change took it out of sight of who made it.
template <class T>
api::Found<Beeld> shown_now(const Schrijving& s, const json::Definition& resource, const Schrijfwijze<T>& how, const Uuid& id) {
    const access::Caller whole = access::system_caller(s.caller().scherm);
    access::Raadpleging reading(whole, s.gemeente());
    TRY(const T one, how.find(Lezer(s.lezer.bronnen(), s.tx(), reading), id));
    Beeld beeld{id, {}, seen_in_detail(reading, resource, id)};
    json::Writer writer(beeld.body, s.call.base);
    write(writer, one);
    return beeld;
}
api::Answer answer_changed(api::Call&, Beeld);                    // 200
api::Answer answer_created(api::Call&, Beeld, const char* path);  // 201 with Location

template <class T>
api::Found<Done> check_if_match(const Schrijving& s, const T& stored) {
    if (!s.call.request.headers.has("If-Match")) return Done{};
    std::string body;
    json::Writer writer(body, s.call.base);
    write(writer, stored);
    return s.call.check_if_match(tag_of(body));
}

template <class T>
void add_creating(Omgeving& with, const Schrijfplek& plek, const json::Resource<T>& resource, const Schrijfwijze<T>& how) {
    with.api.post(plek.path, {.id = plek.name + "Create", .eis = schrijven(plek.groep), .takes = &resource, .gives = &resource, .tag = plek.name},
                  [&with, &resource, how, path = plek.path](api::Call& call) -> api::Answer {
                      TRY(Beeld made, in_one_transaction(call, with, [&](const Schrijving& s) -> api::Found<Beeld> {
                              T one;
                              TRY(const json::Given given, call.read(resource, one));
                              TRY(const Uuid id, how.create(s, std::move(one), given));
                              return shown_now(s, resource, how, id);
                          }));
                      return answer_created(call, std::move(made), path);
                  });
}

template <class T>
void add_changing(Omgeving& with, const Schrijfplek& plek, const json::Resource<T>& resource, const Schrijfwijze<T>& how) {
    const auto change = [&with, &resource, how](api::Call& call) -> api::Answer {
        TRY(const Uuid id, call.uuid());
        TRY(Beeld changed, in_one_transaction(call, with, [&](const Schrijving& s) -> api::Found<Beeld> {
                TRY(const T before, how.find(s.lezer, id));
                TRY_DONE(check_if_match(s, before));
                T after = before;
                TRY(const json::Given given, call.read(resource, after));
                TRY_DONE(how.change(s, before, std::move(after), given));
                return shown_now(s, resource, how, id);
            }));
        return answer_changed(call, std::move(changed));
    };
    const std::string path = std::string(plek.path) + "/{uuid}";
    const auto operation = [&](const char* act) {
        return api::Operation{.id = plek.name + act, .eis = schrijven(plek.groep), .takes = &resource, .gives = &resource, .tag = plek.name};
    };
    with.api.put(path, operation("Update"), change);
    with.api.patch(path, operation("PartialUpdate"), change);
}

template <class T>
void add_removing(Omgeving& with, const Schrijfplek& plek, const Schrijfwijze<T>& how) {
    with.api.del(std::string(plek.path) + "/{uuid}", {.id = plek.name + "Destroy", .eis = schrijven(plek.groep), .tag = plek.name}, [&with, how](api::Call& call) -> api::Answer {
        TRY(const Uuid id, call.uuid());
        const auto removed = in_one_transaction(call, with, [&](const Schrijving& s) -> api::Found<Done> {
            TRY(const T stored, how.find(s.lezer, id));
            TRY_DONE(check_if_match(s, stored));
            return how.remove(s, stored);
        });
        TRY_DONE(removed);
        return call.deleted();
    });
}

// POST, PUT, PATCH and DELETE.
template <class T>
void add_writing(Omgeving& with, const Schrijfplek& plek, const json::Resource<T>& resource, const Schrijfwijze<T>& how) {
    add_creating(with, plek, resource, how);
    add_changing(with, plek, resource, how);
    add_removing(with, plek, how);
}

}  // namespace dichtbij::klantinteracties
