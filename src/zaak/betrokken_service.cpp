#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "zaak/eigenschap.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
// The role in `zaak` that its case type knows; partij and employee of the gemeente.
Result<Rol> ZaakService::store_rol(store::Tx& tx, const Zaak& zaak, const zaaktype::Zaaktype& type, const NieuweRol& nieuw, const std::string& prefix) {
    const Day today = day_of(clock_.now());
    if (auto errors = problems(nieuw, prefix); !errors.empty()) return invalid(std::move(errors));
    const auto possible = rollen_te_geven(type);
    if (std::find(possible.begin(), possible.end(), nieuw.soort) == possible.end())
        return invalid(prefix + "soort", "zaak.fout.rol_niet_in_zaaktype");
    for (const auto& partij : {nieuw.partij, nieuw.namens}) {
        if (!partij) continue;
        const auto gemeente = partijen_.gemeente_of(tx, *partij);
        if (!gemeente || *gemeente != zaak.gemeente) return invalid(prefix + "partij", "zaak.fout.partij_onbekend");
    }
    if (nieuw.medewerker && !organisatie::is_in_service(tx, *nieuw.medewerker, today)) return invalid(prefix + "medewerker", "werk.fout.medewerker_uit_dienst");
    const auto rollen = rollen_of(tx, zaak.id);
    if (rollen.size() >= rollen_limit) return conflict("too many roles", "zaak.fout.te_veel_rollen");
    Rol rol{ids_.next(), zaak.id, nieuw.soort, nieuw.partij, nieuw.medewerker, nieuw.namens, cleaned(nieuw.machtiging), nieuw.van.value_or(std::min(today, zaak.startdatum)), nieuw.tot};
    if (rol.partij) rol.partij = partijen_.survivor(tx, *rol.partij);
    for (const Rol& other : rollen) {
        const bool overlaps = (!other.tot || rol.van < *other.tot) && (!rol.tot || other.van < *rol.tot);
        if (!overlaps || other.soort != rol.soort) continue;
        if (rol.soort == Rolsoort::initiator) return invalid(prefix + "soort", "zaak.fout.rol_een_initiator");
        if (other.partij == rol.partij && other.medewerker == rol.medewerker) return invalid(prefix + "partij", "zaak.fout.rol_dubbel");
    }
    if (rol.soort == Rolsoort::gemachtigde && !rol.namens)
        for (const Rol& other : rollen)
            if (other.soort == Rolsoort::initiator) rol.namens = other.partij;
    if (rol.soort == Rolsoort::gemachtigde && (!rol.namens || rol.namens == rol.partij)) return invalid(prefix + "namens", "fout.veld.verplicht");
    insert_rol(tx, rol);
    return rol;
}

Result<Rol> ZaakService::add_rol(const access::Caller& caller, const Bij& bij, const NieuweRol& nieuw) {
    return store_.write([&](store::Tx& tx) { return add_rol(tx, caller, bij, nieuw); });
}

Result<Rol> ZaakService::add_rol(store::Tx& tx, const access::Caller& caller, const Bij& bij, const NieuweRol& nieuw) {
    TRY(Act act, begin_open(tx, caller, bij));
    NieuweRol asked = nieuw;
    if (!asked.van) asked.van = act.today;
    TRY(const Rol rol, store_rol(tx, act.zaak, act.type, asked, ""));
    if (rol.soort == Rolsoort::initiator && rol.geldt_op(act.today)) {
        act.werk.partij = rol.partij;
        TRY(act.werk, werk_.correct(tx, caller, act.werk));
    }
    TRY_DONE(finish(act, "zaak.rol_toegevoegd", {{"rol", to_string(rol.id)}, {"soort", code_of(rol.soort)}}));
    return rol;
}

Result<Rol> ZaakService::end_rol(const access::Caller& caller, const Bij& bij, const Uuid& id, std::optional<Day> tot) {
    return store_.write([&](store::Tx& tx) { return end_rol(tx, caller, bij, id, tot); });
}

Result<Rol> ZaakService::end_rol(store::Tx& tx, const access::Caller& caller, const Bij& bij, const Uuid& id, std::optional<Day> tot) {
    TRY(Act act, begin_open(tx, caller, bij));
    const auto rollen = rollen_of(tx, act.zaak.id);
    const auto found = std::find_if(rollen.begin(), rollen.end(), [&](const auto& one) { return one.id == id; });
    if (found == rollen.end()) return not_found("role " + to_string(id));
    Rol rol = *found;
    if (rol.tot && *rol.tot <= act.today) return conflict("ended already", "zaak.fout.rol_geeindigd");
    rol.tot = tot.value_or(act.today);
    if (*rol.tot < rol.van) return invalid("tot", "zaak.fout.tot_voor_van");
    save_rol_tot(tx, rol);
    if (rol.soort == Rolsoort::initiator && !rol.geldt_op(act.today) && act.werk.partij) {
        act.werk.partij.reset();
        TRY(act.werk, werk_.correct(tx, caller, act.werk));
    }
    TRY_DONE(finish(act, "zaak.rol_geeindigd", {{"rol", to_string(rol.id)}, {"soort", code_of(rol.soort)}, {"tot", to_iso(*rol.tot)}}));
    return rol;
}

Result<Zaak> ZaakService::set_eigenschappen(const access::Caller& caller, const Bij& bij, const std::vector<Eigenschapswaarde>& answers) {
    return store_.write([&](store::Tx& tx) { return set_eigenschappen(tx, caller, bij, answers); });
}

Result<Zaak> ZaakService::set_eigenschappen(store::Tx& tx, const access::Caller& caller, const Bij& bij, const std::vector<Eigenschapswaarde>& answers) {
    TRY(Act act, begin_open(tx, caller, bij));
    const auto before = eigenschappen_of(tx, act.zaak.id);
    TRY(const auto after, met_antwoorden(act.type, before, answers));
    if (before == after) return act.zaak;
    replace_eigenschappen(tx, act.zaak.id, after);
    std::string codes;
    for (const auto& one : answers) codes += (codes.empty() ? "" : ",") + one.code;
    return finish(act, "zaak.eigenschappen", {{"codes", codes}});
}

Result<Zaak> ZaakService::relate(const access::Caller& caller, const Bij& bij, Id<dichtbij::Zaak> andere, Aard aard) {
    return store_.write([&](store::Tx& tx) { return relate(tx, caller, bij, andere, aard); });
}

Result<Zaak> ZaakService::relate(store::Tx& tx, const access::Caller& caller, const Bij& bij, Id<dichtbij::Zaak> andere, Aard aard) {
    TRY(Act act, begin_open(tx, caller, bij));
    if (andere == act.zaak.id) return invalid("andere", "zaak.fout.zichzelf");
    TRY(const Zaak other, readable(tx, caller, andere));
    if (other.gemeente != act.zaak.gemeente) return not_found("zaak " + andere.text());
    const auto relaties = relaties_of(tx, act.zaak.id);
    if (relaties.size() >= relaties_limit) return conflict("too many relations", "zaak.fout.te_veel_relaties");
    if (std::any_of(relaties.begin(), relaties.end(), [&](const auto& one) { return one.andere == andere; })) return invalid("andere", "zaak.fout.relatie_bestaat");
    insert_relatie(tx, {act.zaak.id, andere, aard});
    return finish(act, "zaak.gerelateerd", {{"andere", andere.text()}, {"aard", code_of(aard)}});
}

Result<Zaak> ZaakService::unrelate(const access::Caller& caller, const Bij& bij, Id<dichtbij::Zaak> andere) {
    return store_.write([&](store::Tx& tx) { return unrelate(tx, caller, bij, andere); });
}

Result<Zaak> ZaakService::unrelate(store::Tx& tx, const access::Caller& caller, const Bij& bij, Id<dichtbij::Zaak> andere) {
    TRY(Act act, begin_open(tx, caller, bij));
    if (!delete_relatie(tx, act.zaak.id, andere)) return not_found("relation with zaak " + andere.text());
    return finish(act, "zaak.relatie_weg", {{"andere", andere.text()}});
}

// Of the gemeente, open, and no deelzaak itself.
Result<Done> ZaakService::check_hoofdzaak(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, std::optional<Id<dichtbij::Zaak>> hoofdzaak) const {
    if (!hoofdzaak) return Done{};
    TRY(const Zaak found, readable(tx, caller, *hoofdzaak));
    if (found.gemeente != gemeente) return not_found("zaak " + hoofdzaak->text());
    if (found.is_deelzaak()) return invalid("hoofdzaak", "zaak.fout.hoofdzaak_is_deelzaak");
    if (!found.is_open()) return invalid("hoofdzaak", "zaak.fout.hoofdzaak_gesloten");
    if (deelzaken_of(tx, found.id).size() >= deelzaken_limit) return invalid("hoofdzaak", "zaak.fout.te_veel_deelzaken");
    return Done{};
}

Result<Zaak> ZaakService::set_hoofdzaak(const access::Caller& caller, const Bij& bij, std::optional<Id<dichtbij::Zaak>> hoofdzaak) {
    return store_.write([&](store::Tx& tx) { return set_hoofdzaak(tx, caller, bij, hoofdzaak); });
}

Result<Zaak> ZaakService::set_hoofdzaak(store::Tx& tx, const access::Caller& caller, const Bij& bij, std::optional<Id<dichtbij::Zaak>> hoofdzaak) {
    TRY(Act act, begin_open(tx, caller, bij));
    if (hoofdzaak == act.zaak.id) return invalid("hoofdzaak", "zaak.fout.zichzelf");
    if (hoofdzaak == act.zaak.hoofdzaak) return act.zaak;
    TRY_DONE(check_hoofdzaak(tx, caller, act.zaak.gemeente, hoofdzaak));
    if (hoofdzaak && !deelzaken_of(tx, act.zaak.id).empty()) return invalid("hoofdzaak", "zaak.fout.heeft_deelzaken");
    act.zaak.hoofdzaak = hoofdzaak;
    return finish(act, "zaak.hoofdzaak", {{"hoofdzaak", hoofdzaak ? hoofdzaak->text() : ""}});
}

Result<Done> ZaakService::note(const access::Caller& caller, Id<dichtbij::Zaak> id, const werk::Notitie& notitie) {
    return store_.write([&](store::Tx& tx) { return note(tx, caller, id, notitie); });
}

Result<Done> ZaakService::note(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id, const werk::Notitie& notitie) {
    TRY(const Zaak zaak, readable(tx, caller, id));
    return werk_.note(tx, caller, zaak.werk, notitie);
}

}  // namespace dichtbij::zaak
