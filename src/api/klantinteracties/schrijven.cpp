#include "api/klantinteracties/schrijven.h"

namespace dichtbij::klantinteracties {
namespace {

template <class T>
api::Found<Done> must_be_there(const Result<T>& found, const std::string& name, std::string_view resource) {
    if (found) return Done{};
    return bestaat_niet(name, resource);
}

}  // namespace

api::Refused bestaat_niet(const std::string& name, std::string_view resource) {
    return api::invalid(name + ".uuid", "invalid", "api.fout.bestaat_niet", {std::string(resource)});
}

api::Found<Done> klantcontact_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().contacten.klantcontact(s.tx(), s.lezer.reading(), {id}), name, "Klantcontact");
}

api::Found<Done> betrokkene_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().contacten.betrokkene(s.tx(), s.lezer.reading(), id), name, "Betrokkene");
}

api::Found<Done> actor_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().contacten.actor(s.tx(), s.lezer.reading(), id), name, "Actor");
}

api::Found<Done> partij_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().partijen.partij(s.tx(), s.lezer.reading(), {id}), name, "Partij");
}

api::Found<Done> digitaal_adres_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().contacten.digitaal_adres(s.tx(), s.lezer.reading(), id), name, "DigitaalAdres");
}

api::Found<Done> rekeningnummer_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().partijen.rekeningnummer(s.tx(), s.lezer.reading(), id), name, "Rekeningnummer");
}

api::Found<Done> categorie_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().partijen.categorie(s.tx(), s.lezer.reading(), id), name, "Categorie");
}

api::Found<Done> partij_identificator_exists(const Schrijving& s, const std::string& name, const Uuid& id) {
    return must_be_there(s.lezer.bronnen().partijen.identificator(s.tx(), s.lezer.reading(), id), name, "PartijIdentificator");
}

access::Caller as_reader(const access::Caller& caller) {
    access::Caller reader = caller;
    if (reader.applicatie)
        for (const auto groep : access::alle_groepen) reader.applicatie->rechten.add({groep, access::Actie::lezen});
    return reader;
}

api::Answer answer_changed(api::Call& call, Beeld beeld) {
    call.shown(std::move(beeld.inzage));
    const std::int64_t tag = tag_of(beeld.body);
    return call.json(std::move(beeld.body), 200, tag);
}

api::Answer answer_created(api::Call& call, Beeld beeld, const char* path) {
    call.shown(std::move(beeld.inzage));
    const std::int64_t tag = tag_of(beeld.body);
    TRY(http::Response response, call.json(std::move(beeld.body), 201, tag));
    response.header("Location", std::string(call.base).append(path).append("/").append(to_string(beeld.id)));
    return response;
}

}  // namespace dichtbij::klantinteracties
