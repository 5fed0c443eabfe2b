#pragma once
// The Desk with case types in force, and all that cases need.

#include "access/access.h"
#include "bericht/bericht_service.h"
#include "document/document_service.h"
#include "document/testing.h"
#include "support/desk.h"
#include "taak/taak_service.h"
#include "zaak/zaak_service.h"
#include "zaaktype/testing.h"

namespace dichtbij::testing {

struct Zaken : Desk {
    explicit Zaken(store::Store& opened, std::string_view now = "2026-11-23 10:00")
        : Desk(opened, now), typen(store, clock, ids), documenten(store, clock, ids, files), berichten(store, clock, ids, werk, log),
          taken(store, clock, ids, werk, contacten), zaken(store, clock, ids, {werk, partijen, contacten, taken, berichten, documenten, log}) {
        kap = published(kapvergunning(), v.oeverland, v.vergunningen);
    }

    // Eight weeks (Omgevingswet 16.64), six more by decision, further with consent; 20 working days promised.
    static zaaktype::Zaaktype kapvergunning() {
        zaaktype::Zaaktype type = zaaktype::testing::kapvergunning();
        type.wettelijke_termijn.grondslag = "Omgevingswet 16.64";
        type.verlengen = {1, 6, zaaktype::Termijneenheid::weken, true, "Omgevingswet 16.64"};
        return type;
    }
    // The same under another code, with another term by law.
    static zaaktype::Zaaktype with_term(std::string code, int aantal, zaaktype::Termijneenheid eenheid, std::string grondslag, zaaktype::Aanleiding aanleiding) {
        zaaktype::Zaaktype type = kapvergunning();
        type.code = std::move(code);
        type.aanleiding = aanleiding;
        type.wettelijke_termijn = {aantal, eenheid, std::move(grondslag), false};
        return type;
    }
    // A request for help of a confidential domain, of Heidedal.
    static zaaktype::Zaaktype jeugdhulp() {
        zaaktype::Zaaktype type = with_term("jeugdhulp", 8, zaaktype::Termijneenheid::weken, "Awb 4:13", zaaktype::Aanleiding::aanvraag);
        type.domein = "jeugd";
        return type;
    }

    Id<Zaaktype> published(const zaaktype::Zaaktype& type, Id<Gemeente> gemeente, Id<Team> team) {
        const Id<Medewerker> owner = gemeente == v.oeverland ? v.marleen : v.noor;
        const auto chef = organisatie::testing::caller(owner, {{access::Rol::beheerder, gemeente, {}}});
        const auto versie = typen.add(chef, gemeente, type).value();
        const auto blad = typen.versie(chef, versie).value();
        zaaktype::Inrichting inrichting;
        inrichting.zaaktype = blad.versie.zaaktype;
        inrichting.team = team;
        inrichting.proceseigenaar = owner;
        CHECK_THAT(typen.set_inrichting(chef, inrichting).has_value());
        CHECK_THAT(typen.publish(chef, versie, blad.versie.revisie).has_value());
        return inrichting.zaaktype;
    }

    zaak::NieuweZaak nieuw(Id<Zaaktype> type) const {
        zaak::NieuweZaak nieuw;
        nieuw.gemeente = v.oeverland;
        nieuw.zaaktype = type;
        nieuw.omschrijving = "Kappen van een beuk";
        nieuw.kanaal = "balie";
        nieuw.rollen = {{zaak::Rolsoort::initiator, fatima, {}, {}, {}, {}, {}}};
        return nieuw;
    }
    zaak::Gemaakt made(const zaak::NieuweZaak& nieuw) { return zaken.create(tom(), nieuw).value(); }
    zaak::Gemaakt made() { return made(nieuw(kap)); }
    zaak::Gemaakt received(Id<Zaaktype> type, Day on) {
        auto one = nieuw(type);
        one.startdatum = on;
        return made(one);
    }

    static zaak::Inwonerbericht words(std::string over = "uw aanvraag") { return {"Over " + over, "Beste mevrouw,\n\nWij schrijven u over " + over + ".", {}}; }
    zaak::Zaak stored(Id<Zaak> id) { return store.read([&](store::Tx& tx) { return zaken.stored(tx, id); }).value(); }
    zaak::Bij bij(Id<Zaak> id) { return {id, stored(id).versie}; }
    zaak::ZaakBeeld beeld(Id<Zaak> id) { return store.read([&](store::Tx& tx) { return zaken.get(tx, access::system_caller("proef"), id); }).value(); }
    std::vector<bericht::Bericht> berichten_over(Id<Zaak> id) {
        return store.read([&](store::Tx& tx) { return berichten.of_werk(tx, access::system_caller("proef"), stored_in(tx, id).werk, {}, 50); });
    }
    zaak::Zaak stored_in(store::Tx& tx, Id<Zaak> id) { return zaken.stored(tx, id).value(); }
    std::vector<journal::Line> events(Id<Zaak> id) {
        return store.read([&](store::Tx& tx) { return journal::timeline_of_object(tx, journal::Object::zaak, id.bytes, {}, 200); });
    }
    std::vector<werk::KlokBeeld> klokken(Id<Zaak> id) {
        return store.read([&](store::Tx& tx) { return werk.klokken(tx, *werk.stored(tx, stored_in(tx, id).werk)); }).value();
    }
    std::optional<werk::KlokBeeld> klok(Id<Zaak> id, std::string_view norm) {
        for (auto& one : klokken(id))
            if (one.klok.norm == norm) return one;
        return std::nullopt;
    }
    std::vector<std::string> zaak_faults() {
        auto found = faults();
        for (const auto& fault : contact_faults()) found.push_back(fault);
        for (const auto& fault : store.read([&](store::Tx& tx) { return taak::taak_check(tx, werk); })) found.push_back(fault);
        for (const auto& fault : store.read([&](store::Tx& tx) { return zaak::zaak_check(tx, werk, clock.now()); })) found.push_back(fault);
        return found;
    }

    zaaktype::ZaaktypeService typen;
    document::testing::MemoryFiles files;
    document::DocumentService documenten;
    bericht::BerichtService berichten;
    taak::TaakService taken;
    zaak::ZaakService zaken;
    Id<Zaaktype> kap;
};

inline std::vector<store::Migration> zaken_schema() {
    auto list = desk_schema();
    for (const auto& more : {access::migrations(), taak::migrations(), zaaktype::migrations(), document::migrations(), bericht::migrations(), zaak::migrations()})
        list.insert(list.end(), more.begin(), more.end());
    return list;
}

template <class F>
void in_each_zaken(F test, std::string_view now = "2026-11-23 10:00") {
    for (const auto& fresh : fresh_stores(zaken_schema())) {
        Zaken zaken(*fresh->store, now);
        test(zaken);
    }
}

}  // namespace dichtbij::testing
