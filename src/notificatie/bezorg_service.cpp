#include "notificatie/bezorg_service.h"

#include <algorithm>

#include "notificatie/abonnement_store.h"
#include "notificatie/journaal_service.h"
#include "notificatie/levering_store.h"
#include "toepassing/toepassing_service.h"
#include "toepassing/zegel.h"

namespace dichtbij::notificatie {
namespace {

using access::Caller;
using access::Rol;

constexpr int candidates = 200;

bool is_busy(const std::vector<Id<dichtbij::Abonnement>>& bezet, Id<dichtbij::Abonnement> id) { return std::find(bezet.begin(), bezet.end(), id) != bezet.end(); }

// To the minute: a row that is written for each arrival would cost more than the arrival.
bool is_new_minute(const std::optional<Instant>& last, Instant now) { return !last || *last + minutes(1) <= now; }

}  // namespace

std::optional<Ronde> BezorgService::take(Instant now, const std::vector<Id<dichtbij::Abonnement>>& bezet, Wachtrij wachtrij) {
    const auto due = store_.read([&](store::Tx& tx) { return abonnementen_due(tx, now, candidates); });
    for (const auto& id : due) {
        if (is_busy(bezet, id)) continue;
        if (auto ronde = store_.write([&](store::Tx& tx) { return taken(tx, id, now, wachtrij); })) return ronde;
    }
    return std::nullopt;
}

std::optional<Ronde> BezorgService::taken(store::Tx& tx, Id<dichtbij::Abonnement> id, Instant now, Wachtrij wachtrij) {
    auto abonnement = find_abonnement(tx, id);
    if (!abonnement || abonnement->uit_op || (abonnement->rust_tot && now < *abonnement->rust_tot)) return std::nullopt;
    if (wachtrij == Wachtrij::gezonde && abonnement->storingen > 0) return std::nullopt;
    if (abonnement->applicatie) {
        const auto applicatie = toepassing::applicatie_of(tx, *abonnement->applicatie);
        if (!applicatie || !applicatie->is_actief(now)) {
            drop_open(tx, id, Leverfout::applicatie_uit, now);
            return std::nullopt;
        }
    }
    // One attempt tells enough about who failed before.
    const int limit = abonnement->storingen > 0 ? 1 : ronde_limit;
    Ronde ronde;
    for (Levering& one : leveringen_due(tx, id, now, limit)) {
        auto notificatie = find_notificatie(tx, one.notificatie);
        CHECK_THAT(notificatie.has_value());
        ++one.pogingen;
        one.volgende_op = now + in_hand;
        save_levering(tx, one);
        ronde.uitgaand.push_back({one.id, std::move(*notificatie)});
    }
    if (ronde.uitgaand.empty()) return std::nullopt;
    const Geheimen sealed = geheimen_of(tx, id);
    const auto opened = [&](const store::Blob& box) {
        if (box.bytes.empty()) return std::string();
        auto open = toepassing::open_zegel(box.bytes, opties_.sleutel);
        ronde.is_leesbaar = ronde.is_leesbaar && open.has_value();
        return open.value_or("");
    };
    ronde.auth = opened(sealed.auth);
    ronde.geheim = opened(sealed.geheim);
    ronde.abonnement = std::move(*abonnement);
    note_beurt(tx, id, now);
    return ronde;
}

void BezorgService::report(const Ronde& ronde, const std::vector<Uitkomst>& uitkomsten, Instant now) {
    store_.write([&](store::Tx& tx) {
        auto abonnement = find_abonnement(tx, ronde.abonnement.id);
        if (!abonnement) return;
        const Abonnement before = *abonnement;
        for (const Uitkomst& one : uitkomsten) note(tx, *abonnement, one, now);
        if (*abonnement != before) save_gang(tx, *abonnement);
    });
}

void BezorgService::note(store::Tx& tx, Abonnement& abonnement, const Uitkomst& uitkomst, Instant now) {
    auto levering = find_levering(tx, uitkomst.id);
    if (!levering || levering->klaar_op) return;  // reported before, or dropped meanwhile
    switch (uitkomst.hoe) {
        case Uitkomst::Hoe::niet_geprobeerd:
            --levering->pogingen;
            levering->volgende_op = now;
            return save_levering(tx, *levering);
        case Uitkomst::Hoe::bezorgd:
            abonnement.storingen = 0;
            abonnement.rust_tot.reset();
            if (is_new_minute(abonnement.gelukt_op, now)) abonnement.gelukt_op = now;
            levering->status = uitkomst.status;
            levering->fout = Leverfout::geen;
            return finish(tx, std::move(*levering), Leveringstaat::bezorgd, now);
        case Uitkomst::Hoe::mislukt: break;
    }
    ++abonnement.storingen;
    abonnement.mislukt_op = now;
    if (const seconds rest = rust_na(abonnement.storingen); rest > seconds(0)) abonnement.rust_tot = now + rest;
    levering->fout = uitkomst.fout;
    levering->status = uitkomst.status;
    if (!levering->fout_sinds) levering->fout_sinds = now;
    const auto wait = wacht_na(levering->pogingen);
    if (!wait) return finish(tx, std::move(*levering), Leveringstaat::dood, now);
    levering->volgende_op = now + *wait;
    save_levering(tx, *levering);
}

void BezorgService::finish(store::Tx& tx, Levering levering, Leveringstaat staat, Instant now) {
    levering.staat = staat;
    levering.klaar_op = now;
    save_levering(tx, levering);
    promote_next(tx, levering.abonnement, levering.object, now);
}

int BezorgService::expire(Instant now, int limit) {
    if (store_.read([&](store::Tx& tx) { return open_before(tx, now - te_oud_termijn, 1).empty(); })) return 0;
    return store_.write([&](store::Tx& tx) {
        int given_up = 0;
        for (Levering& one : open_before(tx, now - te_oud_termijn, limit)) {
            if (one.fout == Leverfout::geen) one.fout = Leverfout::te_oud;
            if (!one.fout_sinds) one.fout_sinds = now;
            finish(tx, std::move(one), Leveringstaat::dood, now);
            ++given_up;
        }
        return given_up;
    });
}

Leveringpagina BezorgService::page(store::Tx& tx, std::vector<Plaats> places) const {
    Leveringpagina made;
    if (places.size() > static_cast<std::size_t>(pagina_limit)) {
        places.pop_back();
        made.volgende = places.back().nummer;
    }
    for (const Plaats& place : places) {
        Leveringregel regel{find_levering(tx, place.id).value(), {}, {}, {}, place.nummer};
        regel.notificatie = find_notificatie(tx, regel.levering.notificatie).value();
        if (const auto abonnement = find_abonnement(tx, regel.levering.abonnement)) {
            regel.naar = abonnement->applicatie ? toepassing::naam_of(tx, *abonnement->applicatie) : abonnement->naam;
            const auto adres = adres_van(abonnement->soort == Abonnementsoort::component ? opties_.component.url : abonnement->callback_url);
            if (adres) regel.host = adres->hostnaam;
        }
        made.regels.push_back(std::move(regel));
    }
    return made;
}

Result<Leveringpagina> BezorgService::dode(const Caller& caller, Id<Gemeente> gemeente, std::optional<std::int64_t> voor) const {
    return store_.read([&](store::Tx& tx) -> Result<Leveringpagina> {
        TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
        return page(tx, dode_of(tx, gemeente, voor, pagina_limit + 1));
    });
}

Result<Leveringpagina> BezorgService::dode(const Caller& caller, Id<dichtbij::Abonnement> id, std::optional<std::int64_t> voor) const {
    return store_.read([&](store::Tx& tx) -> Result<Leveringpagina> {
        const auto abonnement = find_abonnement(tx, id);
        if (!abonnement) return not_found("abonnement " + id.text());
        TRY_DONE(access::require_role(caller, abonnement->gemeente, {Rol::beheerder}));
        return page(tx, dode_of(tx, id, voor, pagina_limit + 1));
    });
}

void BezorgService::requeue(store::Tx& tx, Levering levering, Instant now) {
    levering.staat = has_open(tx, levering.abonnement, levering.object) ? Leveringstaat::wacht : Leveringstaat::klaar;
    levering.pogingen = 0;
    levering.sinds = now;
    levering.volgende_op = now;
    levering.klaar_op.reset();
    requeue_levering(tx, levering);
}

Result<Done> BezorgService::send_again(const Caller& caller, Id<dichtbij::Levering> id) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        auto levering = find_levering(tx, id);
        if (!levering) return not_found("levering " + id.text());
        TRY_DONE(access::require_role(caller, levering->gemeente, {Rol::beheerder}));
        if (levering->staat != Leveringstaat::dood) return conflict("not given up: levering " + id.text(), "notificatie.fout.niet_opgegeven");
        auto abonnement = find_abonnement(tx, levering->abonnement);
        CHECK_THAT(abonnement.has_value());
        if (abonnement->uit_op) return conflict("switched off", "notificatie.fout.staat_uit");
        const Instant now = clock_.now();
        requeue(tx, std::move(*levering), now);
        abonnement->rust_tot.reset();
        save_gang(tx, *abonnement);
        append_abonnement(tx, caller, now, "abonnement.opnieuw", *abonnement, {{"levering", id.text()}});
        return Done{};
    });
}

Result<int> BezorgService::send_all_again(const Caller& caller, Id<dichtbij::Abonnement> id) {
    return store_.write([&](store::Tx& tx) -> Result<int> {
        auto abonnement = find_abonnement(tx, id);
        if (!abonnement) return not_found("abonnement " + id.text());
        TRY_DONE(access::require_role(caller, abonnement->gemeente, {Rol::beheerder}));
        if (abonnement->uit_op) return conflict("switched off", "notificatie.fout.staat_uit");
        auto dead = dode_of(tx, id, std::nullopt, again_limit);
        std::reverse(dead.begin(), dead.end());
        const Instant now = clock_.now();
        for (const Plaats& one : dead) requeue(tx, find_levering(tx, one.id).value(), now);
        abonnement->rust_tot.reset();
        save_gang(tx, *abonnement);
        append_abonnement(tx, caller, now, "abonnement.opnieuw", *abonnement, {{"aantal", std::to_string(dead.size())}});
        return static_cast<int>(dead.size());
    });
}

std::vector<std::string> notificatie_check(store::Tx& tx) {
    constexpr int shown = 20;
    std::vector<std::string> faults;
    for (const auto& id : stuck_leveringen(tx, shown)) faults.push_back("levering " + id.text() + " waits for nothing, or may go before an older one about the same object");
    return faults;
}

}  // namespace dichtbij::notificatie
