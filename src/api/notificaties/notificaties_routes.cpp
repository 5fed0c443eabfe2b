#include "api/notificaties/notificaties_routes.h"

#include "api/notificaties/notificaties_json.h"

namespace dichtbij::notificaties {
namespace {

using access::Actie;
using access::Groep;
using api::Answer;
using api::Call;

// The scopes of the standard: notificaties.consumeren and notificaties.publiceren.
const toepassing::Eis consumeren{{Groep::notificaties, Actie::lezen}};
const toepassing::Eis publiceren{{Groep::notificaties, Actie::schrijven}};

constexpr std::size_t body_bytes = 256 * 1024;

api::Operation operation(std::string id, const toepassing::Eis& eis, const json::Definition* takes, const json::Definition* gives) {
    return {.id = std::move(id), .eis = eis, .takes = takes, .gives = gives, .tag = gives == &kanaal_json ? "kanaal" : gives == &message_json ? "notificaties" : "abonnement",
            .max_body_bytes = body_bytes};
}

api::Operation list(api::Operation made, api::Parameters parameters = {}) {
    made.is_list = true;
    made.parameters = std::move(parameters);
    return made;
}

// These lists have no pages.
template <class T, class Rows>
Answer whole_list(Call& call, const json::Resource<T>& resource, const Rows& rows) {
    call.logged_already();  // nobody is in it
    std::string out;
    json::Writer w(out, call.base);
    w.begin_array();
    for (const auto& one : rows) resource.write(w, to_standard(one));
    w.end_array();
    return call.json(std::move(out));
}

// The words of Open Notificaties for what is wrong with filters and channels.
template <class T>
api::Found<T> worded(Result<T> result) {
    if (result) return std::move(*result);
    api::Problem problem(result.error());
    for (json::Invalid& one : problem.invalids) {
        if (one.key == "notificatie.fout.filter_onbekend") one.code = "inconsistent-abonnement-filters";
        if (one.key == "notificatie.fout.kenmerk_onbekend") one.code = "kenmerken_inconsistent";
        if (one.key == "notificatie.fout.kanaal_onbekend") one.code = "does_not_exist";
        if (one.key == "notificatie.fout.kanaal_bestaat" || one.key == "notificatie.fout.bestaat_al") one.code = "unique";
        if (one.key == "notificatie.fout.niet_toegestaan") one.code = "callback-not-allowed";
        if (one.key == "notificatie.fout.geen_recht" || one.key == "notificatie.fout.eigen_kanaal") one.code = "permission_denied";
    }
    return api::Refused(std::move(problem));
}

void add_abonnementen(api::Api& to, notificatie::AbonnementService& service) {
    to.get("/abonnement", list(operation("abonnement_list", consumeren, nullptr, &abonnement_json)), [&service](Call& call) -> Answer {
        TRY(const auto found, service.own(call.caller, call.gemeente()));
        return whole_list(call, abonnement_json, found);
    });
    to.post("/abonnement", operation("abonnement_create", consumeren, &abonnement_json, &abonnement_json), [&service](Call& call) -> Answer {
        call.logged_already();
        Abonnement wanted;
        TRY_DONE(call.read(abonnement_json, wanted));
        TRY(const auto made, worded(service.subscribe(call.caller, call.gemeente(), to_value(wanted))));
        return call.created(abonnement_json, to_standard(made), "/abonnement", made.abonnement.id.bytes, made.abonnement.versie);
    });
    to.get("/abonnement/{uuid}", operation("abonnement_read", consumeren, nullptr, &abonnement_json), [&service](Call& call) -> Answer {
        call.logged_already();
        TRY(const auto id, call.id<dichtbij::Abonnement>());
        TRY(const auto one, service.own_one(call.caller, id));
        return call.answer(abonnement_json, to_standard(one), one.abonnement.versie);
    });
    const auto change = [&service](Call& call) -> Answer {
        call.logged_already();
        TRY(const auto id, call.id<dichtbij::Abonnement>());
        TRY(const auto stored, service.own_one(call.caller, id));
        TRY_DONE(call.check_if_match(stored.abonnement.versie));
        Abonnement wanted = to_standard(stored);
        TRY_DONE(call.read(abonnement_json, wanted));
        TRY(const auto changed, worded(service.change_own(call.caller, id, stored.abonnement.versie, to_value(wanted))));
        return call.answer(abonnement_json, to_standard(changed), changed.abonnement.versie);
    };
    to.put("/abonnement/{uuid}", operation("abonnement_update", consumeren, &abonnement_json, &abonnement_json), change);
    to.patch("/abonnement/{uuid}", operation("abonnement_partial_update", consumeren, &abonnement_json, &abonnement_json), change);
    to.del("/abonnement/{uuid}", operation("abonnement_delete", consumeren, nullptr, nullptr), [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<dichtbij::Abonnement>());
        TRY(const auto stored, service.own_one(call.caller, id));
        TRY_DONE(call.check_if_match(stored.abonnement.versie));
        TRY_DONE(service.unsubscribe(call.caller, id, stored.abonnement.versie));
        return call.deleted();
    });
}

void add_kanalen(api::Api& to, notificatie::KanaalService& service) {
    to.get("/kanaal", list(operation("kanaal_list", consumeren, nullptr, &kanaal_json), {{.name = "naam"}}), [&service](Call& call) -> Answer {
        TRY(const auto found, service.kanalen(call.caller, call.gemeente(), call.query.get("naam")));
        return whole_list(call, kanaal_json, found);
    });
    to.post("/kanaal", operation("kanaal_create", publiceren, &kanaal_json, &kanaal_json), [&service](Call& call) -> Answer {
        call.logged_already();
        Kanaal wanted;
        TRY_DONE(call.read(kanaal_json, wanted));
        TRY(const auto made, worded(service.add_kanaal(call.caller, call.gemeente(), to_value(wanted))));
        return call.created(kanaal_json, to_standard(made), "/kanaal", made.id.bytes);
    });
    to.get("/kanaal/{uuid}", operation("kanaal_read", consumeren, nullptr, &kanaal_json), [&service](Call& call) -> Answer {
        call.logged_already();
        TRY(const auto id, call.id<dichtbij::NotificatieKanaal>());
        TRY(const auto one, service.kanaal(call.caller, call.gemeente(), id));
        return call.answer(kanaal_json, to_standard(one));
    });
}

void add_notificaties(api::Api& to, notificatie::KanaalService& service) {
    api::Operation publish = operation("notificaties_create", publiceren, &message_json, &message_json);
    publish.summary = "api.doet.publiceer";
    publish.statuses = {200};
    to.post("/notificaties", std::move(publish), [&service](Call& call) -> Answer {
        call.logged_already();
        Message message;
        TRY_DONE(call.read(message_json, message));
        TRY_DONE(worded(service.publish(call.caller, call.gemeente(), to_value(message))));
        return call.answer(message_json, message);
    });
}

}  // namespace

std::unique_ptr<api::Api> make_api(api::Platform& platform, notificatie::AbonnementService& abonnementen, notificatie::KanaalService& kanalen) {
    auto made = std::make_unique<api::Api>(platform, api::About{"notificaties", "1.0.1", "/notificaties/api/v1", "Notificaties"});
    add_abonnementen(*made, abonnementen);
    add_kanalen(*made, kanalen);
    add_notificaties(*made, kanalen);
    return made;
}

}  // namespace dichtbij::notificaties
