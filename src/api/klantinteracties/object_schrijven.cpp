// Writing onderwerpobjecten and bijlagen.
#include "api/klantinteracties/contact_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

// What stays of a removal with cascade.
struct Behouden {
    std::vector<std::string> behouden;
};

const json::Resource<Behouden> behouden_json("OnderwerpobjectDeleteResponse", {
    json::field<&Behouden::behouden>("behouden").uri().only_read(),
});

using access::Groep;
using klantcontact::Aangeleverd_object;
using klantcontact::Objectsoort;

const Schrijfplek onderwerpobjecten_plek{onderwerpobjecten_path, "onderwerpobjecten", Groep::klantcontacten};
const Schrijfplek bijlagen_plek{bijlagen_path, "bijlagen", Groep::klantcontacten};

std::optional<Id<dichtbij::Klantcontact>> contact_id(const std::optional<Uuid>& id) { return id ? std::optional(Id<dichtbij::Klantcontact>{*id}) : std::nullopt; }

Aangeleverd_object delivered(const Onderwerpobject& one) { return {Objectsoort::onderwerpobject, contact_id(one.klantcontact), object_from(one.id, one.identificator, one.was_klantcontact)}; }
Aangeleverd_object delivered(const Bijlage& one) { return {Objectsoort::bijlage, contact_id(one.klantcontact), object_from(one.id, one.identificator, {})}; }

api::Found<Done> check_contacts(const Schrijving& s, const Onderwerpobject& one) {
    TRY_DONE(if_given(s, klantcontact_exists, "klantcontact", one.klantcontact));
    return if_given(s, klantcontact_exists, "wasKlantcontact", one.was_klantcontact);
}
api::Found<Done> check_contacts(const Schrijving& s, const Bijlage& one) { return if_given(s, klantcontact_exists, "wasBijlageVanKlantcontact", one.klantcontact); }

template <class T>
api::Found<Uuid> create_object(const Schrijving& s, const T& one, const json::Given&) {
    TRY_DONE(check_contacts(s, one));
    return as_contacts_say(s.diensten.aangeleverd.add_object(s.tx(), s.caller(), s.gemeente(), delivered(one)));
}

template <class T>
api::Found<Done> change_object(const Schrijving& s, const T&, const T& after, const json::Given&) {
    TRY_DONE(check_contacts(s, after));
    return as_contacts_say(s.diensten.aangeleverd.change_object(s.tx(), s.caller(), delivered(after)));
}

template <class T>
api::Found<Done> remove_object(const Schrijving& s, const T& stored) {
    TRY_DONE(s.diensten.aangeleverd.remove_object(s.tx(), s.caller(), stored.id));
    return Done{};
}

// With the contacts that it was about and that it was, unless another onderwerpobject is about them too. Gives the
// addresses of those that stay.
api::Found<std::vector<std::string>> remove_with_contacts(const Schrijving& s, const Onderwerpobject& stored) {
    std::vector<std::string> behouden;
    std::vector<Id<dichtbij::Klantcontact>> gone;
    for (const auto& id : {contact_id(stored.klantcontact), contact_id(stored.was_klantcontact)}) {
        // What the application does not see it neither removes nor names.
        if (!id || !s.lezer.bronnen().contacten.klantcontact(s.tx(), s.lezer.reading(), *id)) continue;
        if (klantcontact::is_used_elsewhere(s.tx(), *id, stored.id)) behouden.push_back(std::string(s.call.base).append(klantcontacten_path).append("/").append(id->text()));
        else if (gone.empty() || gone.front() != *id) gone.push_back(*id);
    }
    TRY_DONE(remove_object(s, stored));
    for (const auto& id : gone) TRY_DONE(remove_contact(s, id));
    return behouden;
}

api::Answer answer_kept(const api::Call& call, const std::vector<std::string>& behouden) {
    return call.answer(behouden_json, Behouden{behouden});
}

void add_removing_onderwerpobject(Omgeving& with) {
    api::Operation operation{.id = "onderwerpobjectenDestroy", .eis = schrijven(Groep::klantcontacten), .parameters = {boolean("cascade")}, .gives = &behouden_json,
                             .tag = "onderwerpobjecten", .statuses = {200, 204}};
    with.api.del(std::string(onderwerpobjecten_path) + "/{uuid}", std::move(operation), [&with](api::Call& call) -> api::Answer {
        TRY(const Uuid id, call.uuid());
        const bool cascades = call.query.boolean("cascade").value_or(false);
        TRY(const auto behouden, in_one_transaction(call, with, [&](const Schrijving& s) -> api::Found<std::vector<std::string>> {
                TRY(const Onderwerpobject stored, find_onderwerpobject(s.lezer, id));
                TRY_DONE(check_if_match(s, stored));
                if (cascades) return remove_with_contacts(s, stored);
                TRY_DONE(remove_object(s, stored));
                return std::vector<std::string>();
            }));
        return cascades ? answer_kept(call, behouden) : call.deleted();
    });
}

}  // namespace

klantcontact::Objectverwijzing object_from(const Uuid& id, const std::optional<Identificator>& given, const std::optional<Uuid>& was_klantcontact) {
    const Identificator of = given.value_or(Identificator{});
    return {id, of.object_id, of.code_objecttype, of.code_register, of.code_soort_object_id, contact_id(was_klantcontact)};
}

Result<Onderwerpobject> find_onderwerpobject(const Lezer& lezer, const Uuid& id) {
    TRY(const auto found, lezer.bronnen().contacten.object(lezer.tx(), lezer.reading(), Objectsoort::onderwerpobject, id));
    return onderwerpobject_of(found);
}

Result<Bijlage> find_bijlage(const Lezer& lezer, const Uuid& id) {
    TRY(const auto found, lezer.bronnen().contacten.object(lezer.tx(), lezer.reading(), Objectsoort::bijlage, id));
    return bijlage_of(found);
}

void add_objecten_schrijven(Omgeving& with) {
    const Schrijfwijze<Onderwerpobject> how{find_onderwerpobject, create_object<Onderwerpobject>, change_object<Onderwerpobject>, remove_object<Onderwerpobject>};
    add_creating(with, onderwerpobjecten_plek, onderwerpobject_json, how);
    add_changing(with, onderwerpobjecten_plek, onderwerpobject_json, how);
    add_removing_onderwerpobject(with);
    add_writing<Bijlage>(with, bijlagen_plek, bijlage_json, {find_bijlage, create_object<Bijlage>, change_object<Bijlage>, remove_object<Bijlage>});
}

}  // namespace dichtbij::klantinteracties
