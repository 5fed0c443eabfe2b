#include <algorithm>

#include "organisatie/medewerker_store.h"
#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using access::Rol;

Result<Routeringsregel> to_manage(store::Tx& tx, const Caller& caller, Id<Routeringsregel> id) {
    auto regel = RouteringStore(tx).regel(id);
    if (!regel || !access::is_active_in(caller, regel->gemeente)) return not_found("routing row " + id.text());
    TRY_DONE(access::require_role(caller, regel->gemeente, {Rol::beheerder}));
    return std::move(*regel);
}

void check_texts(Toetsing& toetsing, Routeringsregel& regel) {
    toetsing.regel("naam", regel.naam, naam_limit);
    toetsing.regel("kanaal", regel.kanaal, code_limit, Nodig::nee);
    toetsing.regel("taal", regel.taal, 3, Nodig::nee);
    toetsing.regel("vaardigheid", regel.vaardigheid, vaardigheid_limit, Nodig::nee);
    toetsing.regel("doel_vaardigheid", regel.doel_vaardigheid, vaardigheid_limit, Nodig::nee);
    regel.vaardigheid = skill_key(regel.vaardigheid);
    regel.doel_vaardigheid = skill_key(regel.doel_vaardigheid);
    toetsing.eis(regel.weekdagen >= 0 && regel.weekdagen <= 0x7f, "weekdagen", "organisatie.fout.keuze");
}

// Which field is wrong when a row that is being saved could not be followed.
void check_oorzaak(Toetsing& toetsing, Oorzaak oorzaak) {
    switch (oorzaak) {
        case Oorzaak::onderwerp_weg: return toetsing.eis(false, "onderwerp", "organisatie.fout.keuze");
        case Oorzaak::product_weg: return toetsing.eis(false, "product", "organisatie.fout.keuze");
        case Oorzaak::kalender_ontbreekt: return toetsing.eis(false, "openingstijd", "organisatie.fout.geen_kalender");
        case Oorzaak::geen_doel: return toetsing.eis(false, "doel_team", "organisatie.fout.geen_doel");
        case Oorzaak::team_weg:
        case Oorzaak::team_elders: return toetsing.eis(false, "doel_team", "organisatie.fout.kies_team");
        case Oorzaak::medewerker_uit_dienst: return toetsing.eis(false, "doel_medewerker", "organisatie.fout.kies_medewerker");
        case Oorzaak::medewerker_zonder_team: return toetsing.eis(false, "doel_medewerker", "organisatie.fout.zonder_team");
        case Oorzaak::niemand_met_vaardigheid: return toetsing.eis(false, "doel_vaardigheid", "organisatie.fout.niemand_met_vaardigheid");
    }
}

// A row that is saved can be followed now. What breaks it later is a storing.
Result<Done> check(store::Tx& tx, Routeringsregel& regel, Instant now, const Omgeving& omgeving) {
    Toetsing toetsing;
    check_texts(toetsing, regel);
    toetsing.eis(regel.doel_vaardigheid.empty() || (regel.doel_team && !regel.doel_medewerker), "doel_vaardigheid",
                 "organisatie.fout.vaardigheid_zonder_team");
    for (const Oorzaak oorzaak : oorzaken_now(tx, regel, now, omgeving)) check_oorzaak(toetsing, oorzaak);
    return toetsing.uitkomst();
}

}  // namespace

Result<std::vector<Routeringsregel>> OrganisatieService::regels(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder, Rol::teamleider, Rol::manager}));
    return store_.read([&](store::Tx& tx) { return RouteringStore(tx).regels(gemeente); });
}

Result<Routeringsregel> OrganisatieService::regel(const Caller& caller, Id<Routeringsregel> id) const {
    return store_.read([&](store::Tx& tx) { return to_manage(tx, caller, id); });
}

Result<Id<Routeringsregel>> OrganisatieService::add(const Caller& caller, Routeringsregel wanted) const {
    TRY_DONE(access::require_role(caller, wanted.gemeente, {Rol::beheerder}));
    wanted.id = ids_.make<Routeringsregel>();
    wanted.versie = 0;
    return store_.write([&](store::Tx& tx) -> Result<Id<Routeringsregel>> {
        const RouteringStore rows(tx);
        if (rows.regels(wanted.gemeente).size() >= regels_limit)
            return invalid("naam", "organisatie.fout.te_veel", {std::to_string(regels_limit)});
        TRY_DONE(check(tx, wanted, now(), hooks_.routering));
        wanted.volgorde = rows.next_order(wanted.gemeente);
        rows.insert(wanted);
        note(tx, caller, now(), {"routering.gemaakt", wanted.gemeente, journal::Object::routering, wanted.id.bytes});
        return wanted.id;
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Routeringsregel wanted) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Routeringsregel before, to_manage(tx, caller, wanted.id));
        wanted.gemeente = before.gemeente;
        wanted.volgorde = before.volgorde;
        TRY_DONE(check(tx, wanted, now(), hooks_.routering));
        if (!RouteringStore(tx).update(wanted)) return changed_meanwhile(wanted.id.bytes);
        note(tx, caller, now(), {"routering.gewijzigd", wanted.gemeente, journal::Object::routering, wanted.id.bytes},
             wijziging_tussen(before, wanted));
        note_storingen(tx, wanted.gemeente, now(), hooks_.routering);
        return Done{};
    });
}

Result<Done> OrganisatieService::remove(const Caller& caller, Id<Routeringsregel> id, std::int64_t versie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Routeringsregel before, to_manage(tx, caller, id));
        if (!RouteringStore(tx).remove(id, versie)) return changed_meanwhile(id.bytes);
        note(tx, caller, now(), {"routering.verwijderd", before.gemeente, journal::Object::routering, id.bytes});
        return Done{};
    });
}

Result<Done> OrganisatieService::move(const Caller& caller, Id<Routeringsregel> id, Richting richting) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Routeringsregel regel, to_manage(tx, caller, id));
        const RouteringStore rows(tx);
        auto list = rows.regels(regel.gemeente);
        const auto at = std::find_if(list.begin(), list.end(), [&](const Routeringsregel& r) { return r.id == id; });
        if (richting == Richting::omhoog && at != list.begin()) std::iter_swap(at, at - 1);
        if (richting == Richting::omlaag && at + 1 != list.end()) std::iter_swap(at, at + 1);
        for (std::size_t i = 0; i < list.size(); ++i) rows.set_order(list[i].id, static_cast<int>(i) + 1);
        note(tx, caller, now(), {"routering.volgorde", regel.gemeente, journal::Object::routering, id.bytes});
        return Done{};
    });
}

Result<Done> OrganisatieService::reorder(const Caller& caller, Id<dichtbij::Gemeente> gemeente, std::vector<Id<Routeringsregel>> wanted) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const RouteringStore rows(tx);
        std::vector<Id<Routeringsregel>> there;
        for (const Routeringsregel& regel : rows.regels(gemeente)) there.push_back(regel.id);
        if (!std::is_permutation(there.begin(), there.end(), wanted.begin(), wanted.end())) return changed_meanwhile(gemeente.bytes);
        for (std::size_t i = 0; i < wanted.size(); ++i) rows.set_order(wanted[i], static_cast<int>(i) + 1);
        note(tx, caller, now(), {"routering.volgorde", gemeente, journal::Object::gemeente, gemeente.bytes});
        return Done{};
    });
}

Result<std::vector<Storing>> OrganisatieService::storingen(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) {
        note_storingen(tx, gemeente, now(), hooks_.routering);
        return RouteringStore(tx).storingen(gemeente);
    });
}

Result<Proef> OrganisatieService::probeer(const Caller& caller, Vraag vraag) const {
    TRY_DONE(access::require_role(caller, vraag.gemeente, {Rol::beheerder, Rol::teamleider}));
    if (vraag.op == Instant{}) vraag.op = now();
    return store_.read([&](store::Tx& tx) -> Result<Proef> {
        TRY(Afweging afweging, weigh(tx, vraag, hooks_.routering));
        return Proef{std::move(afweging), RouteringStore(tx).storingen(vraag.gemeente)};
    });
}

}  // namespace dichtbij::organisatie
