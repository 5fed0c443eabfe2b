#include "base/text.h"
#include "bericht/beheer_service.h"
#include "bericht/beheer_store.h"
#include "journal/journal.h"

#include <algorithm>

namespace dichtbij::bericht {
namespace {

using access::Rol;

Result<Done> may_read(const access::Caller& caller, Id<Gemeente> gemeente) {
    return access::require_role(caller, gemeente, {Rol::teamleider, Rol::manager, Rol::beheerder});
}

Inhoud tidy(const Inhoud& inhoud) {
    return {cleaned(inhoud.onderwerp_nl), cleaned(inhoud.onderwerp_en), cleaned(inhoud.tekst_nl), cleaned(inhoud.tekst_en)};
}

Geldend of_version(const Sjabloonversie& versie) { return {versie.inhoud(), "eigen." + std::to_string(versie.nummer), true}; }
Geldend as_shipped(const Sjabloon& sjabloon) { return {sjabloon.inhoud, "standaard." + std::to_string(sjabloon.versie), false}; }

}  // namespace

void BeheerService::append(store::Tx& tx, const access::Caller& caller, std::string gebeurtenis, Id<Gemeente> gemeente, std::string_view code, int nummer) const {
    journal::Entry entry = journal::entry(caller, clock_.now(), std::move(gebeurtenis), gemeente, journal::Object::gemeente, gemeente.bytes);
    entry.kenmerken = {{"code", std::string(code)}};
    if (nummer > 0) entry.kenmerken.emplace_back("versie", std::to_string(nummer));
    journal::append(tx, entry);
}

std::optional<Geldend> BeheerService::geldend(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) const {
    const Sjabloon* sjabloon = standaard_.sjabloon(code);
    if (!sjabloon) return std::nullopt;
    const auto eigen = versie_met(tx, gemeente, code, Versiestatus::gepubliceerd);
    return eigen ? of_version(*eigen) : as_shipped(*sjabloon);
}

Result<std::vector<Sjabloonregel>> BeheerService::sjablonen(const access::Caller& caller, Id<Gemeente> gemeente) const {
    TRY_DONE(may_read(caller, gemeente));
    const auto levend = store_.read([&](store::Tx& tx) { return levende_versies(tx, gemeente); });
    std::vector<Sjabloonregel> list;
    for (const Sjabloon& one : standaard_.sjablonen) {
        Sjabloonregel regel{&one, as_shipped(one).versie, false, false};
        for (const Sjabloonversie& versie : levend) {
            if (versie.code != one.code) continue;
            if (versie.status == Versiestatus::ontwerp) regel.heeft_ontwerp = true;
            else regel = {&one, of_version(versie).versie, true, regel.heeft_ontwerp};
        }
        list.push_back(regel);
    }
    return list;
}

Result<Sjabloonblad> BeheerService::sjabloon(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code) const {
    TRY_DONE(may_read(caller, gemeente));
    const Sjabloon* sjabloon = standaard_.sjabloon(code);
    if (!sjabloon) return not_found("template " + std::string(code));
    return store_.read([&](store::Tx& tx) -> Result<Sjabloonblad> {
        return Sjabloonblad{sjabloon, *geldend(tx, gemeente, code), versie_met(tx, gemeente, code, Versiestatus::ontwerp), versies_of(tx, gemeente, code)};
    });
}

// The draft as it was seen; a new one when there was none.
Result<Sjabloonversie> BeheerService::ontwerp_of(store::Tx& tx, const Opslag& opslag) const {
    auto ontwerp = versie_met(tx, opslag.gemeente, opslag.code, Versiestatus::ontwerp);
    if ((ontwerp ? ontwerp->revisie : 0) != opslag.revisie) return conflict("the draft has another revision", "fout.gewijzigd");
    if (ontwerp) return std::move(*ontwerp);
    Sjabloonversie fresh;
    fresh.gemeente = opslag.gemeente;
    fresh.code = opslag.code;
    fresh.nummer = laatste_nummer(tx, opslag.gemeente, opslag.code) + 1;
    fresh.gewijzigd_op = clock_.now();
    fresh.revisie = 0;
    insert_versie(tx, fresh);
    return fresh;
}

Result<std::int64_t> BeheerService::save_ontwerp(const access::Caller& caller, const Opslag& opslag) const {
    TRY_DONE(access::require_role(caller, opslag.gemeente, {Rol::beheerder}));
    const Sjabloon* sjabloon = standaard_.sjabloon(opslag.code);
    if (!sjabloon) return not_found("template " + opslag.code);
    const Inhoud inhoud = tidy(opslag.inhoud);
    if (auto errors = problems(*sjabloon, standaard_.variabelen, inhoud); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<std::int64_t> {
        TRY(Sjabloonversie ontwerp, ontwerp_of(tx, opslag));
        if (ontwerp.revisie > 0 && ontwerp.inhoud() == inhoud) return ontwerp.revisie;
        ontwerp.set(inhoud);
        ontwerp.gewijzigd_op = clock_.now();
        ++ontwerp.revisie;
        save_versie(tx, ontwerp);
        append(tx, caller, "sjabloon.ontwerp_bewaard", opslag.gemeente, opslag.code, ontwerp.nummer);
        return ontwerp.revisie;
    });
}

Result<Done> BeheerService::withdraw_ontwerp(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code, std::int64_t revisie) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto ontwerp = versie_met(tx, gemeente, code, Versiestatus::ontwerp);
        if (!ontwerp) return not_found("no draft of " + std::string(code));
        if (ontwerp->revisie != revisie) return conflict("the draft has another revision", "fout.gewijzigd");
        delete_versie(tx, *ontwerp);
        append(tx, caller, "sjabloon.ontwerp_ingetrokken", gemeente, code, ontwerp->nummer);
        return Done{};
    });
}

Result<Done> BeheerService::publish(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code, std::int64_t revisie) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const Sjabloon* sjabloon = standaard_.sjabloon(code);
    if (!sjabloon) return not_found("template " + std::string(code));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        auto ontwerp = versie_met(tx, gemeente, code, Versiestatus::ontwerp);
        if (!ontwerp) return not_found("no draft of " + std::string(code));
        if (ontwerp->revisie != revisie) return conflict("the draft has another revision", "fout.gewijzigd");
        // Again: a release may have changed which variables there are since it was saved.
        if (auto errors = problems(*sjabloon, standaard_.variabelen, ontwerp->inhoud()); !errors.empty()) return invalid(std::move(errors));
        if (auto oud = versie_met(tx, gemeente, code, Versiestatus::gepubliceerd)) {
            oud->status = Versiestatus::vervallen;
            oud->vervallen_op = clock_.now();
            save_versie(tx, *oud);
        }
        ontwerp->status = Versiestatus::gepubliceerd;
        ontwerp->gepubliceerd_op = clock_.now();
        save_versie(tx, *ontwerp);
        append(tx, caller, "sjabloon.gepubliceerd", gemeente, code, ontwerp->nummer);
        return Done{};
    });
}

Result<Done> BeheerService::restore(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        auto eigen = versie_met(tx, gemeente, code, Versiestatus::gepubliceerd);
        if (!eigen) return not_found("no published words of " + std::string(code));
        eigen->status = Versiestatus::vervallen;
        eigen->vervallen_op = clock_.now();
        save_versie(tx, *eigen);
        append(tx, caller, "sjabloon.teruggezet", gemeente, code, eigen->nummer);
        return Done{};
    });
}

}  // namespace dichtbij::bericht
