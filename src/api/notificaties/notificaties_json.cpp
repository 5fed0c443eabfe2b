#include "api/notificaties/notificaties_json.h"

namespace dichtbij::notificaties {
namespace {

using json::field;
using json::self_url;

namespace n = notificatie;

const json::Resource<FilterGroup> filter_group_json("FilterGroup", {
    field<&FilterGroup::naam>("naam").must().max(n::kanaal_limit).such_as(R"("klantcontacten")"),
    field<&FilterGroup::filters>("filters").min(1).max(n::kenmerk_limit).at_most(n::kenmerken_limit).described("notificatie.veld.filters"),
});

}  // namespace

const json::Resource<Abonnement> abonnement_json("Abonnement", {
    self_url<&Abonnement::id>("/abonnement"),
    field<&Abonnement::callback_url>("callbackUrl").must().max(n::url_limit).uri().described("notificatie.veld.callback_url").such_as(R"("https://ita.oeverland.example/haak")"),
    field<&Abonnement::auth>("auth").must().max(n::auth_limit).described("notificatie.veld.auth").such_as(R"("Bearer geheim")"),
    field<&Abonnement::kanalen>("kanalen", filter_group_json).must().at_most(n::abonnement_kanalen_limit),
});

const json::Resource<Kanaal> kanaal_json("Kanaal", {
    self_url<&Kanaal::id>("/kanaal"),
    field<&Kanaal::naam>("naam").must().max(n::kanaal_limit),
    field<&Kanaal::documentatie_link>("documentatieLink").or_blank().max(n::documentatie_limit),
    field<&Kanaal::filters>("filters").max(n::kenmerk_naam_limit).at_most(n::kenmerken_limit),
});

const json::Resource<Message> message_json("Message", {
    field<&Message::kanaal>("kanaal").must().max(n::kanaal_limit).such_as(R"("zaken")"),
    field<&Message::hoofd_object>("hoofdObject").must().max(n::url_limit).uri().such_as(R"("https://zaken.example/zaken/1")"),
    field<&Message::resource>("resource").must().max(n::resource_limit).such_as(R"("status")"),
    field<&Message::resource_url>("resourceUrl").must().max(n::url_limit).uri().such_as(R"("https://zaken.example/statussen/2")"),
    field<&Message::actie>("actie").must().max(n::actie_limit).such_as(R"("create")"),
    field<&Message::aanmaakdatum>("aanmaakdatum").must(),
    field<&Message::kenmerken>("kenmerken").min(1).max(n::kenmerk_limit).at_most(n::kenmerken_limit),
});

Abonnement to_standard(const n::EigenAbonnement& from) {
    Abonnement one{from.abonnement.id, from.abonnement.callback_url, from.auth, {}, from.abonnement.versie};
    for (const n::Kanaalkeuze& keuze : from.abonnement.kanalen) one.kanalen.push_back({keuze.naam, keuze.filters});
    return one;
}

n::Aanmelding to_value(const Abonnement& from) {
    n::Aanmelding one{from.callback_url, from.auth, {}};
    for (const FilterGroup& group : from.kanalen) one.kanalen.push_back({group.naam, group.filters});
    return one;
}

Kanaal to_standard(const n::Kanaal& from) { return {from.id, from.naam, from.documentatie_link, from.filters}; }

n::Kanaal to_value(const Kanaal& from) { return {from.id, {}, from.naam, from.documentatie_link, from.filters, false}; }

n::Notificatie to_value(const Message& from) {
    n::Notificatie one;
    one.kanaal = from.kanaal;
    one.hoofd_object = from.hoofd_object;
    one.resource = from.resource;
    one.resource_url = from.resource_url;
    one.actie = from.actie;
    one.op = from.aanmaakdatum;
    one.kenmerken = from.kenmerken;
    return one;
}

}  // namespace dichtbij::notificaties
