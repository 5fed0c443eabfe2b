#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_bericht_test {

constexpr const char* sjabloon = "ontvangen";  // with published words of Oeverland, and a draft

bericht::NieuwBericht woorden(const Wereld& w) {
    return {w.v.oeverland, w.v.fatima, w.v.open.id, "", "nld", "Uw antwoord komt op een andere dag", "Beste mevrouw,\n\nHet wordt vrijdag.", {}};
}

bericht::Inhoud inhoud() {
    return {"Dit kregen wij: {nummer}", "We received this: {nummer}", "Beste {naam},\n\nU hoort het uiterlijk {datum_belofte}.", "Dear {naam},\n\nYou will hear by {datum_belofte}."};
}

bericht::Berichtregel stil() { return {.gebeurtenis = "zaak.status_gezet", .zaaktype = "kapvergunning"}; }

bericht::Filter van_oeverland(const Wereld& w) {
    bericht::Filter filter;
    filter.gemeente = w.v.oeverland;
    return filter;
}

Operaties berichten_lezen() {
    return {
        {"BerichtService::list", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichten.list(c, van_oeverland(w))); }},
        {"BerichtService::get", Zonder::kcc, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.berichten.get(c, w.v.bericht.id)); }},
        {"BerichtService::of_werk", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.berichten.of_werk(tx, c, w.v.open.id, {}, 10); }); }},
        {"BerichtService::of_partijen", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.berichten.of_partijen(tx, c, {w.v.fatima}, {}, 10); }); }},
        {"BerichtService::may_change", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichten.may_change(c, w.v.bericht)); }},
        {"BerichtService::may_withdraw", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichten.may_withdraw(c, w.v.bericht)); }},
        {"BerichtService::may_see_outbox", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichten.may_see_outbox(c, w.v.oeverland)); }},
    };
}

Operaties berichten_schrijven() {
    return {
        {"BerichtService::write", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.berichten.write(tx, c, woorden(w)); }); }},
        {"BerichtService::write by a rule", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.berichten.write(tx, c, woorden(w), bericht::Herkomst{"zaak-ontvangen", 3}); });
         }},
        {"BerichtService::change", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(w.berichten.change(c, {w.v.bericht.id, w.v.bericht.versie, "Uw antwoord komt later", "Beste mevrouw,\n\nHet wordt maandag."}));
         }},
        {"BerichtService::withdraw", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichten.withdraw(c, {w.v.bericht.id, w.v.bericht.versie, "Niet meer nodig"})); }},
    };
}

Operaties sjablonen() {
    return {
        {"BeheerService::sjablonen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.sjablonen(c, w.v.oeverland)); }},
        {"BeheerService::sjabloon", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.sjabloon(c, w.v.oeverland, sjabloon)); }},
        {"BeheerService::save_ontwerp", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.save_ontwerp(c, {w.v.oeverland, sjabloon, inhoud(), w.v.sjabloonrevisie})); }},
        {"BeheerService::save_ontwerp of a first draft", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto shipped = w.berichtbeheer.standaard().sjabloon("status")->inhoud;
             return gaf(w.berichtbeheer.save_ontwerp(c, {w.v.oeverland, "status", shipped, 0}));
         }},
        {"BeheerService::withdraw_ontwerp", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.withdraw_ontwerp(c, w.v.oeverland, sjabloon, w.v.sjabloonrevisie)); }},
        {"BeheerService::publish", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.publish(c, w.v.oeverland, sjabloon, w.v.sjabloonrevisie)); }},
        {"BeheerService::restore", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.restore(c, w.v.oeverland, sjabloon)); }},
    };
}

Operaties regels() {
    return {
        {"BeheerService::regels", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.regels(c, w.v.oeverland)); }},
        {"BeheerService::probeer", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.probeer(c, w.v.oeverland, {"zaak.geopend", {}, "kapvergunning", "balie"})); }},
        {"BeheerService::set_actief", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.set_actief(c, w.v.oeverland, "zaak-ontvangen", false)); }},
        {"BeheerService::add_regel", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.add_regel(c, w.v.oeverland, stil())); }},
        {"BeheerService::remove_regel", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.berichtbeheer.remove_regel(c, w.v.oeverland, w.v.berichtregel)); }},
    };
}

Operaties verzenden() {
    return {
        {"BezorgService::adres_weer_open", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.postbezorging.adres_weer_open(c, w.v.fatima, "proef")); }},
        {"VerzendService::retry", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verzenden.retry(c, w.v.mislukt.id, w.v.mislukt.versie)); }},
        {"VerzendService::stilte", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verzenden.stilte(c, w.v.oeverland)); }},
        {"VerzendService::set_stilte", Zonder::manager, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.verzenden.set_stilte(c, w.v.oeverland, {9 * 60, 17 * 60, 0}, 0)); }},
    };
}

}  // namespace operaties_bericht_test

Operaties operaties_van_bericht() {
    using namespace operaties_bericht_test;
    Operaties all = berichten_lezen();
    for (const auto& some : {berichten_schrijven(), sjablonen(), regels(), verzenden()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace dichtbij::testing
