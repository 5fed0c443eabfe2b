#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_notificatie_test {

// The application that subscribed, with every right here for who has every role, and only another for who has one.
Caller applicatie(const Wereld& w, const Caller& who) {
    Caller caller = who;
    caller.medewerker = {};
    access::Rechten rechten;
    if (who.grants.size() > 1)
        for (const auto groep : {access::Groep::notificaties, access::Groep::partijen})
            for (const auto actie : access::alle_acties) rechten.add({groep, actie});
    else
        rechten.add({access::Groep::partijen, access::Actie::lezen});
    caller.applicatie = access::Applicatietoegang{w.v.applicatie.id, who.grants.front().gemeente, rechten, false};
    caller.grants.clear();
    return caller;
}

notificatie::Aanmelding aanmelding(const std::string& pad) { return {"https://ontvanger.example/" + pad, "Bearer geheim", {{"partijen", {}}}}; }
notificatie::Webhook webhook(const std::string& naam) { return {naam, "https://ontvanger.example/haak", {{"zaken", {}}}}; }

notificatie::Kanaal kanaal(const std::string& naam) { return {{}, {}, naam, "", {"bron"}, false}; }

notificatie::Notificatie notificatie() {
    notificatie::Notificatie one;
    one.kanaal = "zaken";
    one.hoofd_object = one.resource_url = "https://zaken.example/zaken/1";
    one.resource = "zaak";
    one.actie = "create";
    one.op = *parse_instant("2026-11-23 10:00");
    return one;
}

Operaties van_applicaties() {
    return {
        {"AbonnementService::own", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.own(applicatie(w, c), w.v.oeverland)); }},
        {"AbonnementService::own_one", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.own_one(applicatie(w, c), w.v.abonnement.id)); }},
        {"AbonnementService::subscribe", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.subscribe(applicatie(w, c), w.v.oeverland, aanmelding("nieuw"))); }},
        {"AbonnementService::change_own", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.change_own(applicatie(w, c), w.v.abonnement.id, w.v.abonnement.versie, aanmelding("anders"))); }},
        {"AbonnementService::unsubscribe", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.unsubscribe(applicatie(w, c), w.v.abonnement.id, w.v.abonnement.versie)); }},
        {"KanaalService::kanalen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.kanalen.kanalen(applicatie(w, c), w.v.oeverland)); }},
        {"KanaalService::kanaal", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.kanalen.kanaal(applicatie(w, c), w.v.oeverland, w.v.kanaal)); }},
        {"KanaalService::add_kanaal", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.kanalen.add_kanaal(applicatie(w, c), w.v.oeverland, kanaal("besluiten"))); }},
        {"KanaalService::publish", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.kanalen.publish(applicatie(w, c), w.v.oeverland, notificatie())); }},
    };
}

Operaties van_beheer() {
    return {
        {"AbonnementService::list", Zonder::kcc, Vreemd::leeg, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.list(c)); }},
        {"AbonnementService::get", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.get(c, w.v.webhook.id)); }},
        {"AbonnementService::make_webhook", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.make_webhook(c, w.v.oeverland, webhook("Nog een"))); }},
        {"AbonnementService::change_webhook", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.change_webhook(c, w.v.webhook.id, w.v.webhook.versie, webhook("Anders"))); }},
        {"AbonnementService::replace_geheim", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.replace_geheim(c, w.v.webhook.id, w.v.webhook.versie)); }},
        {"AbonnementService::switch_off", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.switch_off(c, w.v.webhook.id, w.v.webhook.versie)); }},
        {"AbonnementService::switch_on", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.switch_on(c, w.v.webhook.id, w.v.webhook.versie)); }},
        {"AbonnementService::remove", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.abonnementen.remove(c, w.v.webhook.id, w.v.webhook.versie)); }},
        {"BezorgService::dode of a gemeente", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.bezorgen.dode(c, w.v.oeverland)); }},
        {"BezorgService::dode of one", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.bezorgen.dode(c, w.v.webhook.id)); }},
        {"BezorgService::send_again", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.bezorgen.send_again(c, w.v.opgegeven)); }},
        {"BezorgService::send_all_again", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.bezorgen.send_all_again(c, w.v.webhook.id)); }},
    };
}

}  // namespace operaties_notificatie_test

Operaties operaties_van_notificatie() {
    using namespace operaties_notificatie_test;
    Operaties all = van_applicaties();
    const Operaties more = van_beheer();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

// A channel of another system, who hears it, and what never arrived.
void fill_notificaties(Wereld& w) {
    using namespace operaties_notificatie_test;
    const Caller sanne = w.alles();
    w.v.kanaal = w.kanalen.add_kanaal(applicatie(w, sanne), w.v.oeverland, kanaal("zaken"))->id;
    w.v.abonnement = w.abonnementen.subscribe(applicatie(w, sanne), w.v.oeverland, aanmelding("ita")).value().abonnement;
    w.v.webhook = w.abonnementen.make_webhook(sanne, w.v.oeverland, webhook("Zaaksysteem")).value().abonnement;
    CHECK_THAT(w.kanalen.publish(applicatie(w, sanne), w.v.oeverland, notificatie()).has_value());
    Instant now = w.clock.now();
    while (const auto ronde = w.bezorgen.take(now, {})) {
        w.v.opgegeven = ronde->uitgaand.at(0).id;
        w.bezorgen.report(*ronde, {{w.v.opgegeven, notificatie::Uitkomst::Hoe::mislukt, notificatie::Leverfout::geen_antwoord, 0}}, now);
        now += hours(25);
    }
}

}  // namespace dichtbij::testing
