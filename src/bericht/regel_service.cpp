#include "base/text.h"
#include "bericht/beheer_service.h"
#include "bericht/beheer_store.h"
#include "journal/journal.h"

#include <algorithm>

namespace dichtbij::bericht {
namespace {

using access::Rol;

const Berichtregel* find_regel(const std::vector<Berichtregel>& list, std::string_view code) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Berichtregel& one) { return one.code == code; });
    return found == list.end() ? nullptr : &*found;
}

bool is_same(const Berichtregel& a, const Berichtregel& b) {
    return a.gebeurtenis == b.gebeurtenis && a.kenmerk == b.kenmerk && a.waarde == b.waarde && a.zaaktype == b.zaaktype && a.kanaal == b.kanaal;
}

std::vector<FieldError> problems(const Standaard& standaard, const Berichtregel& regel) {
    std::vector<FieldError> errors;
    const auto event = std::find_if(standaard.gebeurtenissen.begin(), standaard.gebeurtenissen.end(), [&](const Gebeurtenis& one) { return one.code == regel.gebeurtenis; });
    if (event == standaard.gebeurtenissen.end()) errors.push_back({"gebeurtenis", "bericht.fout.gebeurtenis", {}});
    else if (!regel.kenmerk.empty() && std::find(event->kenmerken.begin(), event->kenmerken.end(), regel.kenmerk) == event->kenmerken.end())
        errors.push_back({"kenmerk", "bericht.fout.kenmerk", {}});
    if (regel.kenmerk.empty() != regel.waarde.empty()) errors.push_back({"waarde", "bericht.fout.waarde", {}});
    if (!regel.sjabloon.empty() && !standaard.sjabloon(regel.sjabloon)) errors.push_back({"sjabloon", "bericht.fout.sjabloon", {}});
    const std::pair<const char*, const std::string*> texts[] = {{"waarde", &regel.waarde}, {"zaaktype", &regel.zaaktype}, {"kanaal", &regel.kanaal}};
    for (const auto& [field, words] : texts)
        if (length_in_characters(*words) > voorwaarde_limit) errors.push_back({field, "bericht.fout.te_lang", {std::to_string(voorwaarde_limit)}});
    return errors;
}

}  // namespace

std::vector<Berichtregel> BeheerService::regels(store::Tx& tx, Id<Gemeente> gemeente) const {
    const auto changed = eigen_regels(tx, gemeente);
    std::vector<Berichtregel> list;
    for (Berichtregel one : standaard_.regels) {
        if (const Berichtregel* switched = find_regel(changed, one.code)) one.actief = switched->actief;
        list.push_back(std::move(one));
    }
    for (const Berichtregel& one : changed)
        if (one.eigen) list.push_back(one);
    return list;
}

Result<std::vector<Berichtregel>> BeheerService::regels(const access::Caller& caller, Id<Gemeente> gemeente) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::teamleider, Rol::manager, Rol::beheerder}));
    return store_.read([&](store::Tx& tx) { return regels(tx, gemeente); });
}

Result<Done> BeheerService::set_actief(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code, bool actief) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto list = regels(tx, gemeente);
        const Berichtregel* found = find_regel(list, code);
        if (!found) return not_found("rule " + std::string(code));
        if (found->actief == actief) return Done{};
        Berichtregel changed = *found;
        changed.actief = actief;
        put_regel(tx, gemeente, changed);
        append(tx, caller, actief ? "berichtregel.aangezet" : "berichtregel.uitgezet", gemeente, code);
        return Done{};
    });
}

Result<std::string> BeheerService::add_regel(const access::Caller& caller, Id<Gemeente> gemeente, Berichtregel regel) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    for (std::string* words : {&regel.waarde, &regel.zaaktype, &regel.kanaal}) *words = cleaned(*words);
    if (auto errors = problems(standaard_, regel); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<std::string> {
        const auto list = regels(tx, gemeente);
        const auto own = std::count_if(list.begin(), list.end(), [](const Berichtregel& one) { return one.eigen; });
        if (static_cast<std::size_t>(own) >= regels_limit) return invalid("gebeurtenis", "bericht.fout.te_veel_regels", {std::to_string(regels_limit)});
        if (std::any_of(list.begin(), list.end(), [&](const Berichtregel& one) { return one.eigen && is_same(one, regel); }))
            return invalid("gebeurtenis", "bericht.fout.regel_bestaat");
        regel.code = "eigen-" + to_string(ids_.next());
        regel.eigen = true;
        regel.actief = true;
        put_regel(tx, gemeente, regel);
        append(tx, caller, "berichtregel.gemaakt", gemeente, regel.code);
        return regel.code;
    });
}

Result<Done> BeheerService::remove_regel(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto list = regels(tx, gemeente);
        const Berichtregel* found = find_regel(list, code);
        if (!found) return not_found("rule " + std::string(code));
        if (!found->eigen) return conflict("shipped rules are switched off, not removed", "bericht.fout.meegeleverd");
        delete_regel(tx, gemeente, code);
        append(tx, caller, "berichtregel.verwijderd", gemeente, code);
        return Done{};
    });
}

Result<Proefuitslag> BeheerService::probeer(const access::Caller& caller, Id<Gemeente> gemeente, const Voorval& voorval) const {
    TRY(const auto all, regels(caller, gemeente));
    Proefuitslag uitslag;
    for (const Berichtregel& one : all)
        if (geldt_voor(one, voorval)) uitslag.regels.push_back(one);
    if (const Berichtregel* best = beslissend(uitslag.regels, voorval)) uitslag.regel = *best;
    return uitslag;
}

}  // namespace dichtbij::bericht
