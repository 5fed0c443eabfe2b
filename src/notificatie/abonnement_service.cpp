#include "notificatie/abonnement_service.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "base/text.h"
#include "notificatie/abonnement_store.h"
#include "notificatie/journaal_service.h"
#include "notificatie/kanaal_service.h"
#include "notificatie/levering_store.h"
#include "notificatie/ondertekening.h"
#include "organisatie/organisatie_service.h"
#include "toepassing/toepassing_service.h"
#include "toepassing/zegel.h"

namespace dichtbij::notificatie {
namespace {

using access::Actie;
using access::Caller;
using access::Groep;
using access::Rol;

constexpr access::Recht horen{Groep::notificaties, Actie::lezen};

Webhook tidied(Webhook given) {
    given.naam = cleaned(given.naam);
    given.callback_url = trimmed(given.callback_url);
    return given;
}

std::string soort_code(Abonnementsoort soort) { return boost::describe::enum_to_string(soort, ""); }

std::string host_in(const std::string& url) {
    const auto adres = adres_van(url);
    return adres ? adres->hostnaam.substr(0, 200) : std::string();
}

}  // namespace

store::Blob AbonnementService::sealed(std::string_view secret) const { return {toepassing::verzegel(secret, opties_.sleutel)}; }

Result<Abonnement> AbonnementService::owned(store::Tx& tx, const Caller& caller, Id<dichtbij::Abonnement> id) const {
    auto found = find_abonnement(tx, id);
    if (!found) return not_found("abonnement " + id.text());
    TRY_DONE(access::require_recht(caller, found->gemeente, horen));
    if (!caller.applicatie || found->applicatie != caller.applicatie->id) return not_found("abonnement of another application: " + id.text());
    return std::move(*found);
}

Result<Abonnement> AbonnementService::managed(store::Tx& tx, const Caller& caller, Id<dichtbij::Abonnement> id) const {
    auto found = find_abonnement(tx, id);
    if (!found) return not_found("abonnement " + id.text());
    TRY_DONE(access::require_role(caller, found->gemeente, {Rol::beheerder}));
    return std::move(*found);
}

EigenAbonnement AbonnementService::with_auth(store::Tx& tx, Abonnement one) const {
    auto auth = toepassing::open_zegel(geheimen_of(tx, one.id).auth.bytes, opties_.sleutel).value_or("");
    return {std::move(one), std::move(auth)};
}

Abonnementregel AbonnementService::regel_of(store::Tx& tx, Abonnement one) const {
    const Tellingen counted = tellingen_of(tx, one.id);
    std::string van = one.applicatie ? toepassing::naam_of(tx, *one.applicatie) : std::string();
    return {std::move(one), std::move(van), counted.wachtend, counted.dood};
}

std::vector<FieldError> AbonnementService::faults(store::Tx& tx, const Caller& caller, Id<Gemeente> gemeente, const Aanmelding& wens) const {
    std::vector<FieldError> errors;
    if (!adres_van(wens.callback_url)) errors.push_back({"callback_url", "notificatie.fout.adres", {}});
    else if (!opties_.bestemmingen.mag(wens.callback_url)) errors.push_back({"callback_url", "notificatie.fout.niet_toegestaan", {}});
    if (!is_kopwaarde(wens.auth)) errors.push_back({"auth", "notificatie.fout.auth", {}});
    if (wens.auth.size() > auth_limit) errors.push_back({"auth", "fout.veld.te_lang", {std::to_string(auth_limit)}});
    for (FieldError& one : problems(wens.kanalen, alle_kanalen(tx, gemeente))) errors.push_back(std::move(one));
    for (std::size_t i = 0; i < wens.kanalen.size(); ++i)
        if (const EigenKanaal* eigen = eigen_kanaal(wens.kanalen[i].naam); eigen && !access::require_recht(caller, gemeente, {eigen->groep, Actie::lezen}))
            errors.push_back({"kanalen." + std::to_string(i) + ".naam", "notificatie.fout.geen_recht", {}});
    return errors;
}

std::vector<FieldError> AbonnementService::faults(store::Tx& tx, Id<Gemeente> gemeente, const Webhook& webhook) const {
    std::vector<FieldError> errors;
    if (webhook.naam.empty()) errors.push_back({"naam", "notificatie.fout.naam", {}});
    if (length_in_characters(webhook.naam) > naam_limit) errors.push_back({"naam", "fout.veld.te_lang", {std::to_string(naam_limit)}});
    if (!adres_van(webhook.callback_url)) errors.push_back({"callback_url", "notificatie.fout.adres", {}});
    else if (!opties_.bestemmingen.mag(webhook.callback_url)) errors.push_back({"callback_url", "notificatie.fout.niet_toegestaan", {}});
    for (FieldError& one : problems(webhook.kanalen, alle_kanalen(tx, gemeente))) {
        one.field = "kanalen";
        if (std::find(errors.begin(), errors.end(), one) == errors.end()) errors.push_back(std::move(one));
    }
    return errors;
}

Result<Done> AbonnementService::room(store::Tx& tx, Id<Gemeente> gemeente) const {
    if (opties_.basis.empty()) return conflict("setting api_url is empty", "notificatie.fout.geen_basis");
    if (count_abonnementen(tx, gemeente) >= abonnementen_limit) return conflict("too many abonnementen", "notificatie.fout.te_veel");
    return Done{};
}

Result<std::vector<EigenAbonnement>> AbonnementService::own(const Caller& caller, Id<Gemeente> gemeente) {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<EigenAbonnement>> {
        TRY_DONE(access::require_recht(caller, gemeente, horen));
        std::vector<EigenAbonnement> all;
        if (caller.applicatie)
            for (Abonnement& one : abonnementen_of(tx, caller.applicatie->id)) all.push_back(with_auth(tx, std::move(one)));
        return all;
    });
}

Result<EigenAbonnement> AbonnementService::own_one(const Caller& caller, Id<dichtbij::Abonnement> id) {
    return store_.read([&](store::Tx& tx) -> Result<EigenAbonnement> {
        TRY(Abonnement one, owned(tx, caller, id));
        return with_auth(tx, std::move(one));
    });
}

Result<EigenAbonnement> AbonnementService::subscribe(const Caller& caller, Id<Gemeente> gemeente, const Aanmelding& wens) {
    return store_.write([&](store::Tx& tx) -> Result<EigenAbonnement> {
        TRY_DONE(access::require_recht(caller, gemeente, horen));
        if (!caller.applicatie) return forbidden("only an application subscribes");
        auto errors = faults(tx, caller, gemeente, wens);
        for (const Abonnement& other : abonnementen_of(tx, caller.applicatie->id))
            if (other.callback_url == wens.callback_url) errors.push_back({"callback_url", "notificatie.fout.bestaat_al", {}});
        if (!errors.empty()) return invalid(std::move(errors));
        TRY_DONE(room(tx, gemeente));
        const Instant now = clock_.now();
        Abonnement made;
        made.id = ids_.make<dichtbij::Abonnement>();
        made.gemeente = gemeente;
        made.applicatie = caller.applicatie->id;
        made.callback_url = wens.callback_url;
        made.kanalen = wens.kanalen;
        made.gemaakt_op = now;
        made.versie = 1;
        insert_abonnement(tx, made, {sealed(wens.auth), {}});
        append_abonnement(tx, caller, now, "abonnement.gemaakt", made, {{"soort", soort_code(made.soort)}, {"host", host_in(made.callback_url)}});
        return EigenAbonnement{std::move(made), wens.auth};
    });
}

Result<EigenAbonnement> AbonnementService::change_own(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie, const Aanmelding& wens) {
    return store_.write([&](store::Tx& tx) -> Result<EigenAbonnement> {
        TRY(Abonnement one, owned(tx, caller, id));
        if (one.versie != versie) return conflict("abonnement " + id.text() + " has changed", "fout.gewijzigd");
        auto errors = faults(tx, caller, one.gemeente, wens);
        for (const Abonnement& other : abonnementen_of(tx, caller.applicatie->id))
            if (other.id != id && other.callback_url == wens.callback_url) errors.push_back({"callback_url", "notificatie.fout.bestaat_al", {}});
        if (!errors.empty()) return invalid(std::move(errors));
        one.callback_url = wens.callback_url;
        one.kanalen = wens.kanalen;
        ++one.versie;
        save_abonnement(tx, one, sealed(wens.auth));
        append_abonnement(tx, caller, clock_.now(), "abonnement.gewijzigd", one, {{"host", host_in(one.callback_url)}});
        return EigenAbonnement{std::move(one), wens.auth};
    });
}

Result<Done> AbonnementService::unsubscribe(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Abonnement one, owned(tx, caller, id));
        if (one.versie != versie) return conflict("abonnement " + id.text() + " has changed", "fout.gewijzigd");
        delete_abonnement(tx, id);
        append_abonnement(tx, caller, clock_.now(), "abonnement.verwijderd", one);
        return Done{};
    });
}

Result<std::vector<Abonnementregel>> AbonnementService::list(const Caller& caller) {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Abonnementregel>> {
        std::vector<Abonnementregel> all;
        bool manages = false;
        for (const auto& gemeente : organisatie::gemeenten(tx)) {
            if (!access::has_role(caller, gemeente.id, {Rol::beheerder})) continue;
            manages = true;
            for (Abonnement& one : abonnementen_of(tx, gemeente.id)) all.push_back(regel_of(tx, std::move(one)));
        }
        if (!manages) return forbidden("no beheerder");
        return all;
    });
}

Result<Abonnementregel> AbonnementService::get(const Caller& caller, Id<dichtbij::Abonnement> id) {
    return store_.read([&](store::Tx& tx) -> Result<Abonnementregel> {
        TRY(Abonnement one, managed(tx, caller, id));
        return regel_of(tx, std::move(one));
    });
}

Result<NieuweWebhook> AbonnementService::make_webhook(const Caller& caller, Id<Gemeente> gemeente, const Webhook& given) {
    const Webhook webhook = tidied(given);
    const std::string geheim = nieuw_geheim();
    return store_.write([&](store::Tx& tx) -> Result<NieuweWebhook> {
        TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
        if (auto errors = faults(tx, gemeente, webhook); !errors.empty()) return invalid(std::move(errors));
        TRY_DONE(room(tx, gemeente));
        const Instant now = clock_.now();
        Abonnement made;
        made.id = ids_.make<dichtbij::Abonnement>();
        made.gemeente = gemeente;
        made.soort = Abonnementsoort::webhook;
        made.naam = webhook.naam;
        made.callback_url = webhook.callback_url;
        made.kanalen = webhook.kanalen;
        made.gemaakt_op = now;
        made.versie = 1;
        insert_abonnement(tx, made, {{}, sealed(geheim)});
        append_abonnement(tx, caller, now, "abonnement.gemaakt", made, {{"soort", soort_code(made.soort)}, {"host", host_in(made.callback_url)}});
        return NieuweWebhook{std::move(made), geheim};
    });
}

Result<Abonnement> AbonnementService::change_webhook(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie, const Webhook& given) {
    const Webhook webhook = tidied(given);
    return store_.write([&](store::Tx& tx) -> Result<Abonnement> {
        TRY(Abonnement one, managed(tx, caller, id));
        if (one.soort != Abonnementsoort::webhook) return conflict("not a webhook: " + id.text(), "notificatie.fout.geen_webhook");
        if (one.versie != versie) return conflict("abonnement " + id.text() + " has changed", "fout.gewijzigd");
        if (auto errors = faults(tx, one.gemeente, webhook); !errors.empty()) return invalid(std::move(errors));
        one.naam = webhook.naam;
        one.callback_url = webhook.callback_url;
        one.kanalen = webhook.kanalen;
        ++one.versie;
        save_abonnement(tx, one);
        append_abonnement(tx, caller, clock_.now(), "abonnement.gewijzigd", one, {{"host", host_in(one.callback_url)}});
        return one;
    });
}

Result<NieuweWebhook> AbonnementService::replace_geheim(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie) {
    const std::string geheim = nieuw_geheim();
    return store_.write([&](store::Tx& tx) -> Result<NieuweWebhook> {
        TRY(Abonnement one, managed(tx, caller, id));
        if (one.soort != Abonnementsoort::webhook) return conflict("not a webhook: " + id.text(), "notificatie.fout.geen_webhook");
        if (one.versie != versie) return conflict("abonnement " + id.text() + " has changed", "fout.gewijzigd");
        ++one.versie;
        save_abonnement(tx, one, {}, sealed(geheim));
        append_abonnement(tx, caller, clock_.now(), "abonnement.geheim_vervangen", one);
        return NieuweWebhook{std::move(one), geheim};
    });
}

Result<Abonnement> AbonnementService::switch_off(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie) {
    return set_off(caller, id, versie, clock_.now());
}
Result<Abonnement> AbonnementService::switch_on(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie) { return set_off(caller, id, versie, std::nullopt); }

Result<Abonnement> AbonnementService::set_off(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie, std::optional<Instant> uit_op) {
    return store_.write([&](store::Tx& tx) -> Result<Abonnement> {
        TRY(Abonnement one, managed(tx, caller, id));
        if (one.versie != versie) return conflict("abonnement " + id.text() + " has changed", "fout.gewijzigd");
        if (one.uit_op.has_value() == uit_op.has_value()) return one;
        one.uit_op = uit_op;
        ++one.versie;
        if (uit_op) drop_open(tx, id, Leverfout::geen, *uit_op);
        save_abonnement(tx, one);
        one.storingen = 0;
        one.rust_tot.reset();
        save_gang(tx, one);
        append_abonnement(tx, caller, clock_.now(), uit_op ? "abonnement.uitgezet" : "abonnement.aangezet", one);
        return one;
    });
}

Result<Done> AbonnementService::remove(const Caller& caller, Id<dichtbij::Abonnement> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Abonnement one, managed(tx, caller, id));
        if (one.soort == Abonnementsoort::component) return conflict("the component is a setting", "notificatie.fout.component");
        if (one.versie != versie) return conflict("abonnement " + id.text() + " has changed", "fout.gewijzigd");
        delete_abonnement(tx, id);
        append_abonnement(tx, caller, clock_.now(), "abonnement.verwijderd", one);
        return Done{};
    });
}

void AbonnementService::prepare_component(store::Tx& tx, Id<Gemeente> gemeente, Instant vanaf) {
    if (opties_.component.url.empty() || component_of(tx, gemeente)) return;
    Abonnement made;
    made.id = ids_.make<dichtbij::Abonnement>();
    made.gemeente = gemeente;
    made.soort = Abonnementsoort::component;
    made.gemaakt_op = vanaf;
    made.versie = 1;
    insert_abonnement(tx, made, {});
}

void AbonnementService::prepare_component() {
    if (opties_.component.url.empty()) return;
    store_.write([&](store::Tx& tx) {
        for (const auto& gemeente : organisatie::gemeenten(tx)) prepare_component(tx, gemeente.id, clock_.now());
    });
}

}  // namespace dichtbij::notificatie
