#include "zaaktype/rechten_service.h"

#include <algorithm>

#include "journal/journal.h"
#include "journal/kenmerk.h"
#include "organisatie/organisatie_service.h"
#include "organisatie/organisatie_store.h"
#include "zaaktype/verschil.h"

namespace dichtbij::zaaktype {

using access::Caller;
using access::Rol;

Result<Zaaktyperij> visible(store::Tx& tx, const Caller& caller, Id<dichtbij::Zaaktype> id) {
    auto row = ZaaktypeStore(tx).zaaktype(id);
    if (!row || !access::is_active_in(caller, row->gemeente)) return not_found("case type " + id.text());
    return std::move(*row);
}

Result<Plek> visible(store::Tx& tx, const Caller& caller, Id<dichtbij::ZaaktypeVersie> id) {
    const auto found = ZaaktypeStore(tx).versie(id);
    if (!found) return not_found("version of a case type " + id.text());
    TRY(Zaaktyperij zaaktype, visible(tx, caller, found->zaaktype));
    return Plek{std::move(zaaktype), *found};
}

bool may_change(const Caller& caller, const Zaaktyperij& row) {
    if (access::has_role(caller, row.gemeente, {Rol::beheerder})) return true;
    return row.proceseigenaar == caller.medewerker && access::is_active_in(caller, row.gemeente);
}

Result<Zaaktyperij> changeable(store::Tx& tx, const Caller& caller, Id<dichtbij::Zaaktype> id) {
    TRY(Zaaktyperij row, visible(tx, caller, id));
    if (!may_change(caller, row)) return forbidden("neither beheerder nor process owner of case type " + id.text());
    return row;
}

Result<Plek> ontwerp(store::Tx& tx, const Caller& caller, Id<dichtbij::ZaaktypeVersie> id) {
    TRY(Plek plek, visible(tx, caller, id));
    TRY_DONE(changeable(tx, caller, plek.zaaktype.id));
    if (plek.versie.status != Status::ontwerp) return conflict("version " + id.text() + " is published", "zaaktype.fout.geen_ontwerp");
    return plek;
}

void note(store::Tx& tx, const Caller& caller, Instant now, std::string gebeurtenis, const Zaaktyperij& row, Kenmerkenlijst kenmerken) {
    auto entry = journal::entry(caller, now, std::move(gebeurtenis), row.gemeente, journal::Object::zaaktype, row.id.bytes);
    entry.kenmerken = std::move(kenmerken);
    journal::append(tx, entry);
}

std::string velden_van(const Zaaktype& oud, const Zaaktype& nieuw) {
    std::vector<std::string> names;
    for (const Verschil& verschil : verschillen(oud, nieuw)) {
        const std::string name = verschil.pad.substr(0, verschil.pad.find_first_of(".["));
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ",") + name;
    return journal::names_that_fit(std::move(list));
}

Fail changed_meanwhile(const Zaaktype& nu, const Zaaktype& getypt) {
    Failure failure{Reason::conflict, "case type " + nu.code + " was changed meanwhile", "fout.gewijzigd", {}};
    for (const Verschil& verschil : verschillen(nu, getypt))
        failure.fields.push_back({verschil.pad, "zaaktype.verschil", {verschil.oud, verschil.nieuw}});
    return Fail(std::move(failure));
}

Versie nieuwe_versie(IdSource& ids, Instant now, Id<dichtbij::Zaaktype> zaaktype, int nummer) {
    Versie versie;
    versie.id = ids.make<dichtbij::ZaaktypeVersie>();
    versie.zaaktype = zaaktype;
    versie.nummer = nummer;
    versie.gemaakt_op = now;
    versie.gewijzigd_op = now;
    return versie;
}

std::vector<FieldError> check_keuzes(store::Tx& tx, const Zaaktyperij& row, const Zaaktype& inhoud, Day today) {
    const organisatie::OrganisatieStore rows(tx);
    const auto is_there = [&](const std::vector<Id<dichtbij::Gemeente>>& list) { return std::find(list.begin(), list.end(), row.gemeente) != list.end(); };
    std::vector<FieldError> fouten;
    const auto team = row.team ? rows.team(*row.team) : std::nullopt;
    if (!row.team) fouten.push_back({"team", "zaaktype.fout.kies_team", {}});
    else if (!team || !team->actief || !is_there(rows.gemeenten_of_team(*row.team))) fouten.push_back({"team", "zaaktype.fout.team_weg", {}});
    else if (!inhoud.domein.empty() && team->domein != inhoud.domein) fouten.push_back({"team", "zaaktype.fout.team_domein", {inhoud.domein}});
    if (!row.proceseigenaar) fouten.push_back({"proceseigenaar", "zaaktype.fout.kies_proceseigenaar", {}});
    else if (!organisatie::is_in_service(tx, *row.proceseigenaar, today) || !is_there(rows.gemeenten_of_medewerker(*row.proceseigenaar)))
        fouten.push_back({"proceseigenaar", "zaaktype.fout.proceseigenaar_weg", {}});
    return fouten;
}

}  // namespace dichtbij::zaaktype
