#include "api/contactgegevens/contactgegevens_routes.h"

#include "api/contactgegevens/contactgegevens_json.h"

namespace dichtbij::contactgegevens {
namespace {

using access::Actie;
using access::Groep;
using api::Answer;
using api::Call;

const toepassing::Eis lezen{{Groep::contactgegevens, Actie::lezen}};
const toepassing::Eis schrijven{{Groep::contactgegevens, Actie::schrijven}};

Venster part(const api::Page& page) { return {page.offset(), page.size}; }

api::Operation operation(std::string id, const toepassing::Eis& eis, const json::Definition& resource) {
    api::Operation made{.id = std::move(id), .eis = eis, .gives = &resource, .tag = resource.name() == "Persoon" ? "personen" : "organisaties"};
    if (eis.recht.actie == Actie::schrijven) made.takes = &resource;
    return made;
}

api::Operation list(api::Operation made) {
    made.is_list = true;
    made.parameters = api::paging();
    return made;
}

api::Operation removal(api::Operation made) {
    made.takes = made.gives = nullptr;
    return made;
}

void add_organisatie(api::Api& to, ContactgegevensService& service) {
    to.get("/organisatie", list(operation("organisatieList", lezen, organisatie_json)), [&service](Call& call) -> Answer {
        TRY(const api::Page page, call.page());
        TRY(const auto found, service.list_organisaties(call.caller, call.gemeente(), part(page)));
        return call.list(page, found.count, found.rows, [](json::Writer& w, const Organisatie& one) { organisatie_json.write(w, one); });
    });
    to.post("/organisatie", operation("organisatieCreate", schrijven, organisatie_json), [&service](Call& call) -> Answer {
        Organisatie one;
        TRY_DONE(call.read(organisatie_json, one));
        TRY(const Organisatie made, service.add_organisatie(call.caller, call.gemeente(), one));
        return call.created(organisatie_json, made, "/organisatie", made.id.bytes, made.versie);
    });
    to.get("/organisatie/{uuid}", operation("organisatieRetrieve", lezen, organisatie_json), [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<Organisatie>());
        TRY(const Organisatie one, service.get_organisatie(call.caller, id));
        return call.answer(organisatie_json, one, one.versie);
    });
    const auto change = [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<Organisatie>());
        TRY(Organisatie one, service.stored_organisatie(call.caller, id));
        TRY_DONE(call.check_if_match(one.versie));
        TRY_DONE(call.read(organisatie_json, one));
        TRY(const Organisatie changed, service.change_organisatie(call.caller, one));
        return call.answer(organisatie_json, changed, changed.versie);
    };
    to.put("/organisatie/{uuid}", operation("organisatieUpdate", schrijven, organisatie_json), change);
    to.patch("/organisatie/{uuid}", operation("organisatiePartialUpdate", schrijven, organisatie_json), change);
    to.del("/organisatie/{uuid}", removal(operation("organisatieDestroy", schrijven, organisatie_json)), [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<Organisatie>());
        TRY(const Organisatie one, service.stored_organisatie(call.caller, id));
        TRY_DONE(call.check_if_match(one.versie));
        TRY_DONE(service.remove_organisatie(call.caller, id, one.versie));
        return call.deleted();
    });
}

void add_persoon(api::Api& to, ContactgegevensService& service) {
    to.get("/persoon", list(operation("persoonList", lezen, persoon_json)), [&service](Call& call) -> Answer {
        TRY(const api::Page page, call.page());
        TRY(const auto found, service.list_personen(call.caller, call.gemeente(), part(page)));
        return call.list(page, found.count, found.rows, [](json::Writer& w, const Persoon& one) { persoon_json.write(w, one); });
    });
    to.post("/persoon", operation("persoonCreate", schrijven, persoon_json), [&service](Call& call) -> Answer {
        Persoon one;
        TRY_DONE(call.read(persoon_json, one));
        TRY(const Persoon made, service.add_persoon(call.caller, call.gemeente(), one));
        return call.created(persoon_json, made, "/persoon", made.id.bytes, made.versie);
    });
    to.get("/persoon/{uuid}", operation("persoonRetrieve", lezen, persoon_json), [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<Persoon>());
        TRY(const Persoon one, service.get_persoon(call.caller, id));
        return call.answer(persoon_json, one, one.versie);
    });
    const auto change = [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<Persoon>());
        TRY(Persoon one, service.stored_persoon(call.caller, id));
        TRY_DONE(call.check_if_match(one.versie));
        TRY_DONE(call.read(persoon_json, one));
        TRY(const Persoon changed, service.change_persoon(call.caller, one));
        return call.answer(persoon_json, changed, changed.versie);
    };
    to.put("/persoon/{uuid}", operation("persoonUpdate", schrijven, persoon_json), change);
    to.patch("/persoon/{uuid}", operation("persoonPartialUpdate", schrijven, persoon_json), change);
    to.del("/persoon/{uuid}", removal(operation("persoonDestroy", schrijven, persoon_json)), [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<Persoon>());
        TRY(const Persoon one, service.stored_persoon(call.caller, id));
        TRY_DONE(call.check_if_match(one.versie));
        TRY_DONE(service.remove_persoon(call.caller, id, one.versie));
        return call.deleted();
    });
}

}  // namespace

std::unique_ptr<api::Api> make_api(api::Platform& platform, ContactgegevensService& service) {
    auto made = std::make_unique<api::Api>(platform, api::About{"contactgegevens", "1.1.1", "/contactgegevens/api/v1", "Contactgegevens"});
    add_organisatie(*made, service);
    add_persoon(*made, service);
    return made;
}

}  // namespace dichtbij::contactgegevens
