#include <algorithm>

#include "zaaktype/rechten_service.h"
#include "zaaktype/regels.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaaktype {
namespace {

using access::Caller;

// The version in force or to come, else the last published, else the draft; `versies` is newest first.
const Versierij& shown(const std::vector<Versierij>& versies, Day today) {
    const auto find = [&](Staat staat) {
        return std::find_if(versies.begin(), versies.end(), [&](const Versierij& v) { return staat_van(v.versie, today) == staat; });
    };
    for (const Staat staat : {Staat::gepubliceerd, Staat::beeindigd})
        if (const auto found = find(staat); found != versies.end()) return *found;
    CHECK_THAT(!versies.empty());
    return versies.front();
}

Zaaktyperegel line(const Zaaktyperij& row, const std::vector<Versierij>& versies, Day today) {
    const auto& [versie, kenmerken] = shown(versies, today);
    Zaaktyperegel regel;
    regel.id = row.id;
    regel.code = row.code;
    regel.naam = {kenmerken.naam_nl, kenmerken.naam_en};
    regel.domein = kenmerken.domein;
    regel.aanleiding = kenmerken.aanleiding;
    regel.afhandelniveau = kenmerken.afhandelniveau;
    regel.te_bevestigen = kenmerken.te_bevestigen;
    regel.staat = staat_van(versie, today);
    regel.nummer = versie.nummer;
    regel.geldig_tot = versie.geldig_tot;
    regel.versie = versie.id;
    for (const Versierij& v : versies)
        if (v.versie.status == Status::ontwerp) regel.ontwerp = v.versie.id;
    regel.team = row.team;
    regel.proceseigenaar = row.proceseigenaar;
    return regel;
}

struct Met {  // a case type with all its versions
    Zaaktyperij zaaktype;
    std::vector<Versierij> versies;
};

// By code. Two queries, whatever the number.
std::vector<Met> all_of(store::Tx& tx, Id<dichtbij::Gemeente> gemeente) {
    const ZaaktypeStore rows(tx);
    std::vector<Met> list;
    for (Zaaktyperij& row : rows.zaaktypen(gemeente)) list.push_back({std::move(row), {}});
    auto at = list.begin();
    for (Versierij& versie : rows.versies(gemeente)) {
        while (at != list.end() && at->zaaktype.id != versie.versie.zaaktype) ++at;
        CHECK_THAT(at != list.end());
        at->versies.push_back(std::move(versie));
    }
    return list;
}

Inrichting inrichting_of(store::Tx& tx, const Zaaktyperij& row) {
    const ZaaktypeStore rows(tx);
    return {row.id, row.team, row.proceseigenaar, rows.producten(row.id), rows.onderwerpen(row.id), row.versie};
}

Versieblad page(store::Tx& tx, const Zaaktyperij& row, const Versie& versie) {
    return {versie, row.gemeente, lees_inhoud(ZaaktypeStore(tx).inhoud(versie.id)), false};
}

}  // namespace

Result<std::vector<Zaaktyperegel>> ZaaktypeService::zaaktypen(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    if (!access::is_active_in(caller, gemeente)) return not_found("gemeente " + gemeente.text());
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Zaaktyperegel>> {
        std::vector<Zaaktyperegel> list;
        for (const auto& [row, versies] : all_of(tx, gemeente)) {
            list.push_back(line(row, versies, today()));
            list.back().mag_wijzigen = may_change(caller, row);
        }
        return list;
    });
}

Result<Zaaktypeblad> ZaaktypeService::zaaktype(const Caller& caller, Id<dichtbij::Zaaktype> id) const {
    return store_.read([&](store::Tx& tx) -> Result<Zaaktypeblad> {
        TRY(const Zaaktyperij row, visible(tx, caller, id));
        Zaaktypeblad blad;
        blad.gemeente = row.gemeente;
        blad.inrichting = inrichting_of(tx, row);
        std::vector<Versierij> versies = ZaaktypeStore(tx).versierijen(id);
        blad.regel = line(row, versies, today());
        blad.regel.mag_wijzigen = may_change(caller, row);
        for (Versierij& versie : versies) blad.versies.push_back(std::move(versie.versie));
        return blad;
    });
}

Result<Versieblad> ZaaktypeService::versie(const Caller& caller, Id<dichtbij::ZaaktypeVersie> id) const {
    return store_.read([&](store::Tx& tx) -> Result<Versieblad> {
        TRY(const Plek plek, visible(tx, caller, id));
        Versieblad blad = page(tx, plek.zaaktype, plek.versie);
        blad.mag_wijzigen = may_change(caller, plek.zaaktype);
        return blad;
    });
}

Result<std::vector<Verschil>> ZaaktypeService::compare(const Caller& caller, Id<dichtbij::ZaaktypeVersie> oud,
                                                       Id<dichtbij::ZaaktypeVersie> nieuw) const {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Verschil>> {
        TRY_DONE(visible(tx, caller, oud));
        TRY_DONE(visible(tx, caller, nieuw));
        const ZaaktypeStore rows(tx);
        return verschillen(lees_inhoud(rows.inhoud(oud)), lees_inhoud(rows.inhoud(nieuw)));
    });
}

Result<std::vector<FieldError>> ZaaktypeService::ontbrekend(const Caller& caller, Id<dichtbij::ZaaktypeVersie> id) const {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<FieldError>> {
        TRY(const Plek plek, visible(tx, caller, id));
        const Zaaktype inhoud = lees_inhoud(ZaaktypeStore(tx).inhoud(id));
        auto fouten = zaaktype::ontbrekend(inhoud);
        for (FieldError& fout : check_keuzes(tx, plek.zaaktype, inhoud, today())) fouten.push_back(std::move(fout));
        return fouten;
    });
}

Result<std::string> ZaaktypeService::export_bestand(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    if (!access::is_active_in(caller, gemeente)) return not_found("gemeente " + gemeente.text());
    return store_.read([&](store::Tx& tx) -> Result<std::string> {
        std::vector<Zaaktype> list;
        for (const Zaaktyperegel& regel : te_beginnen(tx, gemeente, today())) list.push_back(lees_inhoud(ZaaktypeStore(tx).inhoud(regel.versie)));
        std::string bytes = schrijf_bestand(list);
        if (bytes.size() > bestand_limit_bytes) return conflict("export of " + std::to_string(bytes.size()) + " bytes", "zaaktype.fout.export_te_groot");
        return bytes;
    });
}

Result<Versieblad> versie(store::Tx& tx, Id<dichtbij::ZaaktypeVersie> id) {
    const ZaaktypeStore rows(tx);
    const auto found = rows.versie(id);
    if (!found) return not_found("version of a case type " + id.text());
    const auto row = rows.zaaktype(found->zaaktype);
    CHECK_THAT(row.has_value());
    return page(tx, *row, *found);
}

Result<Inrichting> inrichting(store::Tx& tx, Id<dichtbij::Zaaktype> id) {
    const auto row = ZaaktypeStore(tx).zaaktype(id);
    if (!row) return not_found("case type " + id.text());
    return inrichting_of(tx, *row);
}

Result<Versieblad> versie_op(store::Tx& tx, Id<dichtbij::Zaaktype> id, Day day) {
    const ZaaktypeStore rows(tx);
    const auto row = rows.zaaktype(id);
    if (!row) return not_found("case type " + id.text());
    for (const Versierij& found : rows.versierijen(id))
        if (geldt_op(found.versie, day)) return page(tx, *row, found.versie);
    return conflict("case type " + id.text() + " is not in force on " + to_iso(day), "zaaktype.fout.geldt_niet");
}

std::vector<Zaaktyperegel> te_beginnen(store::Tx& tx, Id<dichtbij::Gemeente> gemeente, Day day) {
    std::vector<Zaaktyperegel> list;
    for (const auto& [row, versies] : all_of(tx, gemeente)) {
        const bool is_in_force = std::any_of(versies.begin(), versies.end(), [&](const Versierij& v) { return geldt_op(v.versie, day); });
        if (is_in_force) list.push_back(line(row, versies, day));
    }
    return list;
}

std::vector<Zaaktyperegel> ooit_begonnen(store::Tx& tx, Id<dichtbij::Gemeente> gemeente, Day day) {
    std::vector<Zaaktyperegel> list;
    for (const auto& [row, versies] : all_of(tx, gemeente))
        if (std::any_of(versies.begin(), versies.end(), [](const Versierij& v) { return v.versie.status == Status::gepubliceerd; })) list.push_back(line(row, versies, day));
    return list;
}

std::vector<Id<dichtbij::ZaaktypeVersie>> gepubliceerde_versies(store::Tx& tx, Id<dichtbij::Zaaktype> id) {
    std::vector<Id<dichtbij::ZaaktypeVersie>> found;
    for (const Versierij& one : ZaaktypeStore(tx).versierijen(id))
        if (one.versie.status == Status::gepubliceerd) found.push_back(one.versie.id);
    return found;
}

std::vector<Id<dichtbij::Zaaktype>> zaaktypen_of(store::Tx& tx, Id<dichtbij::Onderwerp> onderwerp) { return ZaaktypeStore(tx).of_onderwerp(onderwerp); }

std::vector<Id<dichtbij::Zaaktype>> zaaktypen_of(store::Tx& tx, Id<dichtbij::Product> product) { return ZaaktypeStore(tx).of_product(product); }

Result<Done> may_lift(store::Tx& tx, Id<dichtbij::Team> team, Day day) {
    if (ZaaktypeStore(tx).count_living_at(team, day) == 0) return Done{};
    return conflict("team " + team.text() + " has case types", "zaaktype.fout.team_in_gebruik");
}

Result<Done> may_leave(store::Tx& tx, Id<dichtbij::Medewerker> medewerker, Day day) {
    if (ZaaktypeStore(tx).count_living_of(medewerker, day) == 0) return Done{};
    return conflict("employee " + medewerker.text() + " owns case types", "zaaktype.fout.medewerker_in_gebruik");
}

}  // namespace dichtbij::zaaktype
