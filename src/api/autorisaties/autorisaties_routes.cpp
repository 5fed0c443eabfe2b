#include "api/autorisaties/autorisaties_routes.h"

#include "api/autorisaties/autorisaties_json.h"

namespace dichtbij::autorisaties {
namespace {

using access::Actie;
using access::Groep;
using api::Answer;
using api::Call;
using toepassing::Client;
using toepassing::ClientService;

// The scopes of the standard: autorisaties.lezen and autorisaties.bijwerken.
const toepassing::Eis lezen{{Groep::beheer, Actie::lezen}};
const toepassing::Eis bijwerken{{Groep::beheer, Actie::schrijven}};

api::Operation operation(std::string id, const toepassing::Eis& eis, const json::Definition* takes, const json::Definition* gives) {
    return {.id = std::move(id), .eis = eis, .takes = takes, .gives = gives, .tag = "applicaties"};
}

// The words of the standard for what is wrong.
template <class T>
api::Found<T> worded(Result<T> result) {
    if (result) return std::move(*result);
    api::Problem problem = api::with_names(api::Problem(result.error()), {{"naam", "label"}, {"rechten", json::non_field}});
    for (json::Invalid& one : problem.invalids) {
        if (one.key == "toepassing.fout.client_bestaat") one.code = "clientId-exists";
        if (one.key == "toepassing.fout.naam_bestaat") one.code = "unique";
    }
    return api::Refused(std::move(problem));
}

Answer answer(const Call& call, const Client& one) { return call.answer(applicatie_json, to_standard(one), one.applicatie.versie); }

Answer change(Call& call, ClientService& service) {
    call.logged_already();
    TRY(const auto id, call.id<dichtbij::Applicatie>());
    TRY(const Client stored, service.get(call.caller, id));
    TRY_DONE(call.check_if_match(stored.applicatie.versie));
    Applicatie wanted = to_standard(stored);
    TRY_DONE(call.read(applicatie_json, wanted));
    TRY(const auto gegevens, to_value(wanted, stored.applicatie));
    TRY(const Client changed, worded(service.change(call.caller, id, stored.applicatie.versie, gegevens, wanted.client_ids)));
    return answer(call, changed);
}

Answer consumer(Call& call, ClientService& service) {
    call.logged_already();
    const auto client_id = call.query.get("clientId");
    if (client_id.empty()) return api::invalid("clientId", "required", "json.fout.verplicht");
    TRY(const Client found, service.find(call.caller, call.gemeente(), client_id));
    std::string out;
    json::Writer w(out, call.base);
    w.begin_array();
    applicatie_json.write(w, to_standard(found));
    w.end_array();
    return call.json(std::move(out));
}

}  // namespace

std::unique_ptr<api::Api> make_api(api::Platform& platform, ClientService& service) {
    auto made = std::make_unique<api::Api>(platform, api::About{"autorisaties", "1.1.0", "/autorisaties/api/v1", "Autorisaties"});
    api::Operation list = operation("applicatie_list", lezen, nullptr, &applicatie_json);
    list.is_list = true;
    list.parameters = api::Parameters{{.name = "clientIds", .kind = api::ParameterKind::list}} + api::paging();
    made->get("/applicaties", std::move(list), [&service](Call& call) -> Answer {
        call.logged_already();  // nobody is in it
        TRY(const api::Page page, call.page());
        TRY(const auto all, service.list(call.caller, call.gemeente(), call.query.list("clientIds")));
        const auto from = std::min(static_cast<std::size_t>(page.offset()), all.size());
        const auto to = std::min(from + static_cast<std::size_t>(page.size), all.size());
        const std::vector<Client> rows(all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to));
        return call.list(page, static_cast<std::int64_t>(all.size()), rows, [](json::Writer& w, const Client& one) { applicatie_json.write(w, to_standard(one)); });
    });
    made->post("/applicaties", operation("applicatie_create", bijwerken, &applicatie_json, &applicatie_json), [&service](Call& call) -> Answer {
        call.logged_already();
        Applicatie wanted;
        TRY_DONE(call.read(applicatie_json, wanted));
        TRY(const auto gegevens, to_value(wanted, {}));
        TRY(const Client one, worded(service.make(call.caller, call.gemeente(), gegevens, wanted.client_ids)));
        return call.created(applicatie_json, to_standard(one), "/applicaties", one.applicatie.id.bytes, one.applicatie.versie);
    });
    api::Operation by_client = operation("applicatie_consumer", lezen, nullptr, &applicatie_json);
    by_client.is_list = true;
    by_client.statuses = {404};
    by_client.parameters = {{.name = "clientId", .max_characters = toepassing::client_id_limit}};
    made->get("/applicaties/consumer", std::move(by_client), [&service](Call& call) { return consumer(call, service); });
    made->get("/applicaties/{uuid}", operation("applicatie_read", lezen, nullptr, &applicatie_json), [&service](Call& call) -> Answer {
        call.logged_already();
        TRY(const auto id, call.id<dichtbij::Applicatie>());
        TRY(const Client one, service.get(call.caller, id));
        return answer(call, one);
    });
    made->put("/applicaties/{uuid}", operation("applicatie_update", bijwerken, &applicatie_json, &applicatie_json), [&service](Call& call) { return change(call, service); });
    made->patch("/applicaties/{uuid}", operation("applicatie_partial_update", bijwerken, &applicatie_json, &applicatie_json), [&service](Call& call) { return change(call, service); });
    made->del("/applicaties/{uuid}", operation("applicatie_delete", bijwerken, nullptr, nullptr), [&service](Call& call) -> Answer {
        TRY(const auto id, call.id<dichtbij::Applicatie>());
        TRY(const Client stored, service.get(call.caller, id));
        TRY_DONE(call.check_if_match(stored.applicatie.versie));
        TRY_DONE(worded(service.remove(call.caller, id, stored.applicatie.versie)));
        return call.deleted();
    });
    return made;
}

}  // namespace dichtbij::autorisaties
