#include <algorithm>
#include <map>

#include "zaak/besluit_store.h"
#include "zaak/overgang.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

constexpr int batch = 1000;

using Faults = std::vector<std::string>;
using Types = std::map<Id<dichtbij::ZaaktypeVersie>, zaaktype::Zaaktype>;

const zaaktype::Zaaktype* type_of(store::Tx& tx, Types& types, Id<dichtbij::ZaaktypeVersie> id) {
    if (const auto found = types.find(id); found != types.end()) return &found->second;
    auto blad = zaaktype::versie(tx, id);
    return blad ? &types.emplace(id, std::move(blad->inhoud)).first->second : nullptr;
}

void check_werk(const Zaak& zaak, const std::optional<werk::Werk>& werk, const std::string& name, Faults& faults) {
    if (!werk) {
        faults.push_back(name + " has no work");
        return;
    }
    if (werk->soort != werk::Soort::zaak || werk->object != zaak.id.bytes) faults.push_back(name + ": its work says it is of something else");
    if (werk->nummer != zaak.nummer) faults.push_back(name + " and its work have different numbers");
    if (werk->is_open() != zaak.is_open()) faults.push_back(name + (zaak.is_open() ? " is open and its work is closed" : " is closed and its work is open"));
    if (zaak.is_open() && (werk->eigenaar.is_nil() || !werk->beloofd_op)) faults.push_back(name + " is open without an owner or a promise");
}

void check_status(store::Tx& tx, const Zaak& zaak, const zaaktype::Zaaktype& type, const std::string& name, Faults& faults) {
    const auto history = statussen_of(tx, zaak.id);
    const bool has_first = !eerste_status(type).empty();
    if ((has_first || !zaak.is_open()) && (history.empty() || history.back().status != zaak.status)) faults.push_back(name + ": its history ends in another status");
    for (const Statusregel& one : history)
        if (!one.status.empty() && statustype(type, one.status) == nullptr) faults.push_back(name + ": status " + one.status + " is not of its case type");
    const auto* now = statustype(type, zaak.status);
    if (zaak.is_open() && now != nullptr && now->eind) faults.push_back(name + " is open in the status that ends it");
    if (!zaak.is_open() && zaak.status != eindstatus(type)) faults.push_back(name + " is closed in a status that does not end it");
}

void check_end(const Zaak& zaak, const zaaktype::Zaaktype& type, const std::string& name, Faults& faults) {
    if (zaak.is_open() && (zaak.archiefnominatie || zaak.archiefactiedatum || zaak.zonder_archiefdatum)) faults.push_back(name + " is open and has a day of archiving");
    if (zaak.is_open()) return;
    if (resultaattype(type, zaak.resultaat) == nullptr) faults.push_back(name + " is closed without a result of its case type");
    if (!zaak.archiefnominatie || zaak.archiefactiedatum.has_value() == zaak.zonder_archiefdatum.has_value())
        faults.push_back(name + " is closed without a day of archiving or the reason for its absence");
}

void check_term(store::Tx& tx, werk::WerkService& werken, const Zaak& zaak, const werk::Werk& werk, const zaaktype::Zaaktype& type, const std::string& name, Faults& faults) {
    const Termijn termijn{type.wettelijke_termijn, zaak.termijn_vanaf, opschortingen_of(tx, zaak.id), verlengingen_of(tx, zaak.id)};
    const bool suspended = std::any_of(termijn.opschortingen.begin(), termijn.opschortingen.end(), [](const auto& one) { return one.loopt(); });
    if (suspended != zaak.opgeschort) faults.push_back(name + " says otherwise whether it is suspended");
    if (suspended && !zaak.is_open()) faults.push_back(name + " is closed in a suspension");
    const auto klokken = werken.klokken(tx, werk);
    const norm::Klok* legal = nullptr;
    if (klokken)
        for (const auto& one : *klokken)
            if (one.klok.norm == klok_wettelijk) legal = &one.klok;
    if (!wettelijke_termijn(termijn)) {
        if (zaak.laatste_datum || legal != nullptr) faults.push_back(name + " has a last day by a law that sets none");
        return;
    }
    const auto einde = laatste_dag(termijn);
    if (!einde || zaak.laatste_datum != einde->datum) faults.push_back(name + ": its last day does not follow from what happened");
    if (legal == nullptr) faults.push_back(name + " has no clock of its legal term");
    else if (einde && day_of(legal->uiterlijk_op) != einde->datum) faults.push_back(name + ": the clock of its legal term says another day");
    if (legal != nullptr && zaak.is_open() && !legal->afloop) {
        const auto besluiten = besluiten_of(tx, zaak.id);
        if (std::any_of(besluiten.begin(), besluiten.end(), [](const auto& one) { return one.geldt() && one.verzonden_datum; }))
            faults.push_back(name + " is decided and the clock of its legal term runs");
    }
}

void check_tasks(store::Tx& tx, werk::WerkService& werken, const Zaak& zaak, const std::string& name, Faults& faults) {
    for (const Zaaktaak& taak : zaaktaken_of(tx, zaak.id)) {
        const auto werk = werken.stored(tx, taak.werk);
        if (!werk || werk->ouder != zaak.werk) faults.push_back(name + ": task " + taak.id.text() + " has no work in the case");
        else if (werk->is_open() != taak.is_open()) faults.push_back(name + ": task " + taak.id.text() + " and its work do not agree that it is open");
        if (taak.is_open() && !zaak.is_open()) faults.push_back(name + " is closed with an open task");
    }
}

void check_hoofdzaak(store::Tx& tx, const Zaak& zaak, const std::string& name, Faults& faults) {
    if (!zaak.hoofdzaak) return;
    const auto hoofdzaak = find_zaak(tx, *zaak.hoofdzaak);
    if (!hoofdzaak || hoofdzaak->is_deelzaak() || hoofdzaak->gemeente != zaak.gemeente) faults.push_back(name + " is part of what cannot be a main case");
    else if (zaak.is_open() && !hoofdzaak->is_open()) faults.push_back(name + " is open and its main case is closed");
}

}  // namespace

std::vector<std::string> zaak_check(store::Tx& tx, werk::WerkService& werken, Instant) {
    Faults faults;
    Types types;
    Id<dichtbij::Zaak> after;
    for (auto rows = zaken_after(tx, after, batch); !rows.empty(); rows = zaken_after(tx, after, batch)) {
        for (const Zaak& zaak : rows) {
            const std::string name = "zaak " + zaak.id.text();
            const auto werk = werken.stored(tx, zaak.werk);
            check_werk(zaak, werk, name, faults);
            const zaaktype::Zaaktype* type = type_of(tx, types, zaak.zaaktype_versie);
            if (type == nullptr) faults.push_back(name + " has no version of a case type");
            if (type == nullptr || !werk) continue;
            check_status(tx, zaak, *type, name, faults);
            check_end(zaak, *type, name, faults);
            check_term(tx, werken, zaak, *werk, *type, name, faults);
            check_tasks(tx, werken, zaak, name, faults);
            check_hoofdzaak(tx, zaak, name, faults);
        }
        after = rows.back().id;
    }
    return faults;
}

}  // namespace dichtbij::zaak
