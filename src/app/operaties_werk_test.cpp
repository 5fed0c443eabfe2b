#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_werk_test {

werk::Opening opening(Wereld& w) {
    werk::Opening asked;
    asked.object = w.ids.next();
    asked.nummer = "K-2026-999999";
    asked.titel = "Proef";
    asked.gemeente = w.v.oeverland;
    asked.kanaal = "telefoon";
    asked.team = w.v.vergunningen;
    asked.op = w.clock.now();
    return asked;
}

werk::Verzetting verzetting(const Wereld& w) {
    return {w.clock.now() + days(9), werk::Nauwkeurigheid::dag, "De boom wordt eerst bekeken", werk::PerBericht{"telefoon", "Het duurt wat langer"}};
}

Operaties lezen() {
    return {
        {"WerkService::get", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.get(c, w.v.open.id)); }},
        {"WerkService::get_masked", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.get_masked(tx, c, w.v.open.id); }); }},
        {"WerkService::of_partijen", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.of_partijen(tx, c, {w.v.fatima}, 10); }); }},
        {"WerkService::open_of_partijen", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.open_of_partijen(tx, c, {w.v.fatima}, 10); }); }},
        {"WerkService::by_nummer", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.by_nummer(tx, c, w.v.open.nummer); }); }},
        {"WerkService::children", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.children(tx, c, w.v.taak.werk.id); }); }},
        {"WerkService::timeline", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.timeline(tx, c, w.v.open.id, {}, 10); }); }},
        {"WerkService::may_act", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.may_act(tx, c, w.v.open); }); }},
        {"WerkService::ongedaan_te_maken", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return leest(w, [&](store::Tx& tx) { return w.werk.ongedaan_te_maken(tx, c, w.v.aanvaard.id); }); }},
    };
}

// What is opened and closed by others. touch, plan_reminder, notify and partij_opened are parts of an act
// whose rights were checked before.
Operaties leven() {
    return {
        {"WerkService::open", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.werk.open(tx, c, opening(w)); }); }},
        {"WerkService::record_closed", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.werk.record_closed(tx, c, opening(w), {werk::Uitkomst::beantwoord, w.v.tom, w.clock.now()}); });
         }},
        {"WerkService::take_over", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.werk.take_over(tx, c, w.v.open.id, {werk::Soort::zaak, w.ids.next(), "Z-2026-111111", "Kapvergunning"}); });
         }},
        {"WerkService::close", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.werk.close(tx, c, w.v.taak.werk.id, w.v.taak.werk.versie, {werk::Uitkomst::beantwoord, {}, "Mag"}); });
         }},
        {"WerkService::withdraw", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.werk.withdraw(tx, c, w.v.taak.werk.id, "niet meer nodig"); }); }},
        {"WerkService::reopen", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return schrijft(w, [&](store::Tx& tx) { return w.werk.reopen(tx, c, w.v.gesloten.id, w.v.gesloten.versie, "toch nog"); });
         }},
        {"WerkService::reopen with a promise", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const werk::Heropening opened{"toch nog", werk::Belofte{w.clock.now() + days(9)}};
             return schrijft(w, [&](store::Tx& tx) { return w.werk.reopen(tx, c, w.keuze(w.v.gesloten), opened); });
         }},
        {"WerkService::correct", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             auto corrected = w.v.open;
             corrected.titel = "Over de eik";
             return schrijft(w, [&](store::Tx& tx) { return w.werk.correct(tx, c, corrected); });
         }},
        {"WerkService::touch", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.werk.touch(tx, c, w.v.open, "proef"); }); }},
        {"WerkService::plan_reminder", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return schrijft(w, [&](store::Tx& tx) { return w.werk.plan_reminder(tx, c, w.v.open, w.clock.now() + days(1)); }); }},
        {"WerkService::notify", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.write([&](store::Tx& tx) { w.werk.notify(tx, w.v.open, w.v.tom, werk::Attentiesoort::genoemd, c); });
             return Antwoord{};
         }},
        {"WerkService::partij_opened", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.write([&](store::Tx& tx) { w.werk.partij_opened(tx, c, w.v.oeverland, w.v.geheim); });
             return Antwoord{};
         }},
    };
}

Operaties handelen() {
    return {
        {"WerkService::accept", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.accept(c, w.v.open.id, w.v.open.versie)); }},
        {"WerkService::assign", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.assign(c, w.keuze(w.v.open), w.v.ilse)); }},
        {"WerkService::assign_all", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const werk::Keuze chosen[] = {w.keuze(w.v.open), w.keuze(w.v.taak.werk)};
             return gaf(w.werk.assign_all(c, chosen, w.v.ilse, werk::Omvang::alles_of_niets));
         }},
        {"WerkService::hand_on", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.hand_on(c, w.keuze(w.v.open), {werk::NaarTeam{w.v.kcc}, "hoort daar"})); }},
        {"WerkService::hand_on_all", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const werk::Keuze chosen[] = {w.keuze(w.v.open), w.keuze(w.v.taak.werk)};
             return gaf(w.werk.hand_on_all(c, chosen, {werk::NaarRoutering{w.v.paspoort, {}}, "hoort daar"}, werk::Omvang::alles_of_niets));
         }},
        {"WerkService::note", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.note(c, w.v.open.id, {"Kijk jij even?", {w.v.ruben}})); }},
        {"WerkService::move_toezegging", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.move_toezegging(c, w.keuze(w.v.open), verzetting(w))); }},
        {"WerkService::pause", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.pause(c, w.keuze(w.v.open), werk::Wachtreden::inwoner, "Wacht op een foto")); }},
        {"WerkService::resume", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.resume(c, w.keuze(w.v.wachtend))); }},
        {"WerkService::undo", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werk.undo(c, w.v.ongedaan)); }},
    };
}

Operaties lijsten() {
    return {
        {"WerklijstService::page", Zonder::beheerder, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) {
             werk::WerklijstVraag vraag;
             vraag.wie = werk::Wie::team;
             vraag.team = w.v.vergunningen;
             return gaf(w.werklijsten.page(c, vraag));
         }},
        {"WerklijstService::counts", Zonder::beheerder, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) {
             werk::WerklijstVraag vraag;
             vraag.wie = werk::Wie::team;
             vraag.team = w.v.vergunningen;
             const auto counted = w.werklijsten.counts(c, vraag);
             return counted ? Antwoord{{}, counted->totaal == 0} : gaf(counted);
         }},
        {"WerklijstService::team_overview", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werklijsten.team_overview(c, w.v.vergunningen)); }},
        {"WerklijstService::views", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werklijsten.views(c)); }},
        {"WerklijstService::save_view", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werklijsten.save_view(c, "Vandaag", {}, w.v.kcc)); }},
        {"WerklijstService::delete_view", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.werklijsten.delete_view(c, w.v.weergave)); }},
        {"AttentieService::list", Zonder::niemand, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.attenties.list(c, {}, 10)); }},
        {"AttentieService::unread", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.attenties.unread(c)); }},
        {"AttentieService::read", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.attenties.read(c, w.v.attentie)); }},
        {"AttentieService::read_all", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.attenties.read_all(c);
             return Antwoord{};
         }},
        {"AttentieService::opened", Zonder::niemand, Vreemd::eigen, Leest::niets,
         [](Wereld& w, const Caller& c) {
             w.store.write([&](store::Tx& tx) { w.attenties.opened(tx, c, w.v.open.id); });
             return Antwoord{};
         }},
        {"AttentieService::ladder", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.attenties.ladder(c, w.v.oeverland)); }},
        {"AttentieService::set_ladder", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.attenties.set_ladder(c, w.v.oeverland, werk::default_ladder())); }},
    };
}

}  // namespace operaties_werk_test

Operaties operaties_van_werk() {
    using namespace operaties_werk_test;
    Operaties all;
    for (const auto& some : {lezen(), leven(), handelen(), lijsten()}) all.insert(all.end(), some.begin(), some.end());
    return all;
}

}  // namespace dichtbij::testing
