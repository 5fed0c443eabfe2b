#include "zaak/zaak_blad_desk.h"

#include <algorithm>
#include <set>

#include "organisatie/organisatie_service.h"
#include "partij/accountmanager_service.h"

namespace dichtbij::zaak {
namespace {

using access::Desk;

constexpr int verloop_kort = 8;
constexpr int verloop_lang = 50;
constexpr int berichten_lijst = 50;

void add_names(const ZaakSchermen& s, store::Tx& tx, Zaakblad& blad) {
    const auto partij = [&](const std::optional<Id<Partij>>& id) {
        if (id && !blad.partijen.contains(*id)) blad.partijen.emplace(*id, s.partijen.naam_of(tx, *id));
    };
    const auto medewerker = [&](const std::optional<Id<Medewerker>>& id) {
        if (id && !blad.medewerkers.contains(*id)) blad.medewerkers.emplace(*id, organisatie::naam_of(tx, *id));
    };
    partij(blad.werk().partij);
    for (const Rol& rol : blad.beeld.rollen) {
        partij(rol.partij);
        partij(rol.namens);
        medewerker(rol.medewerker);
    }
    for (const auto& status : blad.beeld.statussen) medewerker(status.door);
    for (const auto& besluit : blad.beeld.besluiten) medewerker(besluit.besluit.door);
    for (const auto& taak : blad.beeld.taken) medewerker(taak.taak.afgerond_door);
    for (const auto& document : blad.documenten) {
        medewerker(document.versie.door);
        partij(document.versie.door_partij);
    }
    if (!blad.beeld.termijn) return;
    for (const auto& one : blad.beeld.termijn->opschortingen) medewerker(one.door);
    for (const auto& one : blad.beeld.termijn->verlengingen) medewerker(one.door);
}

// Whom a message goes to: the gemachtigde of today, else who asked.
void add_parties(const Desk& desk, Zaakblad& blad) {
    for (const Rol& rol : blad.beeld.rollen) {
        if (!rol.partij || !rol.geldt_op(desk.today())) continue;
        if (rol.soort == Rolsoort::initiator && !blad.aanvrager) blad.aanvrager = rol.partij;
        if (rol.soort == Rolsoort::gemachtigde && !blad.ontvanger) blad.ontvanger = rol.partij;
    }
    if (!blad.ontvanger) blad.ontvanger = blad.aanvrager;
}

void add_owner(store::Tx& tx, Zaakblad& blad) {
    const werk::Werk& w = blad.werk();
    if (const auto medewerker = organisatie::medewerker(tx, w.eigenaar)) {
        blad.casemanager = medewerker->naam;
        blad.telefoon = medewerker->telefoon;
    }
    if (const auto team = organisatie::team(tx, w.team)) blad.team = team->naam;
    if (const auto gemeente = organisatie::gemeente(tx, w.gemeente)) blad.gemeente = gemeente->naam;
}

void add_tasks(const ZaakSchermen& s, store::Tx& tx, const Desk& desk, Zaakblad& blad) {
    for (const ZaaktaakBeeld& beeld : blad.beeld.taken) {
        Taakblad taak{beeld, organisatie::naam_of(tx, beeld.werk.eigenaar), "", false, false};
        if (const auto team = organisatie::team(tx, beeld.werk.team)) taak.team = team->naam;
        taak.mag = beeld.taak.is_open() && s.werk.may_act(tx, desk.caller, beeld.werk);
        taak.van_mij = beeld.taak.is_open() && beeld.werk.eigenaar == desk.caller.medewerker;
        blad.taken.push_back(std::move(taak));
    }
}

Result<Done> add_tab(const ZaakSchermen& s, store::Tx& tx, const Desk& desk, const Bladvraag& vraag, Zaakblad& blad) {
    if (blad.tab == Tabblad::berichten) blad.berichten = s.berichten.of_werk(tx, desk.caller, blad.werk().id, std::nullopt, berichten_lijst);
    if (blad.tab != Tabblad::overzicht && blad.tab != Tabblad::verloop) return Done{};
    const int limit = blad.tab == Tabblad::verloop ? verloop_lang : verloop_kort;
    TRY(const std::vector<journal::Line> lines, s.zaken.timeline(tx, desk.caller, vraag.zaak, vraag.verloop_voor, limit));
    blad.verloop = verloop_in_woorden(desk, tx, blad, lines);
    if (static_cast<int>(lines.size()) == limit)
        blad.volgende_verloop = url_van(vraag.zaak, "?blad=verloop" + (blad.tab == Tabblad::verloop ? "&voor=" + std::to_string(lines.back().nummer) : ""));
    return Done{};
}

}  // namespace

std::string Zaakblad::naam_van(const std::optional<Id<Partij>>& id) const {
    const auto found = id ? partijen.find(*id) : partijen.end();
    return found == partijen.end() ? "" : found->second;
}

std::string Zaakblad::naam_van(const std::optional<Id<Medewerker>>& id) const {
    const auto found = id ? medewerkers.find(*id) : medewerkers.end();
    return found == medewerkers.end() ? "" : found->second;
}

const Taakblad* Zaakblad::taak(std::string_view id) const {
    const auto found = std::find_if(taken.begin(), taken.end(), [&](const Taakblad& one) { return one.beeld.taak.id.text() == id; });
    return found == taken.end() ? nullptr : &*found;
}

const BesluitBeeld* Zaakblad::besluit(std::string_view id) const {
    const auto found = std::find_if(beeld.besluiten.begin(), beeld.besluiten.end(), [&](const BesluitBeeld& one) { return one.besluit.id.text() == id; });
    return found == beeld.besluiten.end() ? nullptr : &*found;
}

std::vector<const zaaktype::Documenttype*> Zaakblad::ontbrekend(std::initializer_list<zaaktype::Verplichtbij> moments) const {
    std::vector<const zaaktype::Documenttype*> missing;
    for (const auto& one : beeld.zaaktype.documenttypen) {
        const bool is_there = std::any_of(documenten.begin(), documenten.end(), [&](const document::Documentregel& regel) {
            return regel.document.kenmerken.documenttype == one.code && !regel.document.ingetrokken;
        });
        if (!is_there && std::find(moments.begin(), moments.end(), one.verplicht_bij) != moments.end()) missing.push_back(&one);
    }
    return missing;
}

const zaaktype::Statustype* Zaakblad::status() const {
    for (const auto& one : beeld.zaaktype.statussen)
        if (one.code == beeld.zaak.status) return &one;
    return nullptr;
}

const zaaktype::Statustype* Zaakblad::volgende() const {
    const auto& all = beeld.zaaktype.statussen;
    const auto* now = status();
    if (!now) return all.empty() ? nullptr : &all.front();
    return now == &all.back() ? nullptr : now + 1;
}

Bezetting bezetting(store::Tx& tx, Id<Gemeente> gemeente) {
    Bezetting all;
    std::set<Id<Medewerker>> seen;
    for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente)) {
        all.teams.push_back({team.id.text(), team.naam, ""});
        for (const auto& lid : organisatie::members(tx, team.id))
            if (seen.insert(lid.id).second) all.collegas.push_back({lid.id.text(), lid.naam + " (" + team.naam + ")", ""});
    }
    std::sort(all.collegas.begin(), all.collegas.end(), [](const html::Choice& a, const html::Choice& b) { return a.label < b.label; });
    return all;
}

Result<Zaakblad> read_blad(const ZaakSchermen& s, const Desk& desk, const Bladvraag& vraag) {
    return s.store.read([&](store::Tx& tx) -> Result<Zaakblad> {
        Zaakblad blad;
        blad.tab = vraag.tab;
        TRY(blad.beeld, s.zaken.get(tx, desk.caller, vraag.zaak));
        add_parties(desk, blad);
        add_owner(tx, blad);
        if (blad.aanvrager) blad.accountmanager = partij::accountmanager_van(tx, s.partijen, *blad.aanvrager, desk.today());
        add_tasks(s, tx, desk, blad);
        TRY(blad.documenten, s.zaken.documenten(tx, desk.caller, vraag.zaak));
        add_names(s, tx, blad);
        blad.toezeggingen = s.werk.toezeggingen(tx, blad.werk().id);
        TRY(blad.klokken, s.werk.klokken(tx, blad.werk()));
        TRY_DONE(add_tab(s, tx, desk, vraag, blad));
        const bool mag_iets = blad.beeld.mag_handelen || std::any_of(blad.taken.begin(), blad.taken.end(), [](const Taakblad& one) { return one.mag; });
        if (mag_iets) {
            Bezetting all = bezetting(tx, blad.zaak().gemeente);
            blad.collegas = std::move(all.collegas);
            blad.teams = std::move(all.teams);
        }
        return blad;
    });
}

}  // namespace dichtbij::zaak
