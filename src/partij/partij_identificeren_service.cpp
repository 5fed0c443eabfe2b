// Making sure who is on the line, and the questions for it.
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "partij/identificatie_store.h"
#include "partij/partij_service.h"

namespace dichtbij::partij {
namespace {

using access::Caller;
using access::Rol;

constexpr std::initializer_list<Rol> bellers{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider};

// Answers to questions that the gemeente asks; others are not looked at.
std::vector<BeoordeeldAntwoord> judged(const Controlevragen& chosen, const Gegevens& gegevens, const std::vector<Antwoord>& antwoorden, Day today) {
    std::vector<BeoordeeldAntwoord> list;
    for (const Controlevraag& vraag : chosen.vragen) {
        const auto found = std::find_if(antwoorden.begin(), antwoorden.end(), [&](const Antwoord& one) { return one.vraag == vraag.code; });
        list.push_back({vraag.code, found == antwoorden.end() ? Oordeel::overgeslagen : beoordeel(gegevens, *found, today)});
    }
    return list;
}

}  // namespace

Result<Controlevragen> PartijService::controlevragen(const Caller& caller, GemeenteId gemeente) {
    if (!access::is_active_in(caller, gemeente)) return not_found("no role in gemeente " + gemeente.text());
    return store_.read([&](store::Tx& tx) -> Result<Controlevragen> { return IdentificatieStore(tx).controlevragen(gemeente); });
}

Result<Done> PartijService::choose_controlevragen(const Caller& caller, GemeenteId gemeente, Controlevragen chosen) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    if (auto wrong = problems(chosen); !wrong.empty()) return invalid(std::move(wrong));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        if (!IdentificatieStore(tx).replace(gemeente, chosen)) return conflict("other control questions by now", "fout.gewijzigd");
        journal::append(tx, journal::entry(caller, clock_.now(), "controlevragen.gekozen", gemeente, journal::Object::gemeente, gemeente.bytes));
        return Done{};
    });
}

Result<bool> PartijService::identify(const Caller& caller, const Identificeren& wens) {
    return store_.write([&](store::Tx& tx) -> Result<bool> {
        TRY(const Partij partij, visible(tx, caller, wens.partij));
        TRY_DONE(access::require_role(caller, partij.gemeente, bellers));
        if (!is_open_to(tx, caller, partij)) return conflict("a warned partij is opened first", "partij.eerst_openen");
        const IdentificatieStore store(tx);
        if (store.failed_attempts(wens.gesprek, partij.id) >= identificatie_max_pogingen)
            return conflict("too many failed attempts", "partij.identificatie.te_vaak");
        const Controlevragen chosen = store.controlevragen(partij.gemeente);
        std::vector<BeoordeeldAntwoord> answers;
        if (wens.methode == Methode::controlevragen) answers = judged(chosen, partij.gegevens, wens.antwoorden, day_of(clock_.now()));
        Identificatie made{ids_.next(), partij.gemeente, wens.gesprek, partij.id, std::nullopt, wens.methode, true, clock_.now()};
        made.medewerker = caller.employee();
        if (wens.methode == Methode::controlevragen) made.geslaagd = is_geslaagd(answers, chosen.aantal_goed);
        store.insert(made, answers);
        auto line = entry(caller, made.geslaagd ? "partij.geidentificeerd" : "partij.identificatie_mislukt", partij.gemeente, partij.id);
        line.kenmerken = {{"gesprek", wens.gesprek.text()}, {"methode", boost::describe::enum_to_string(wens.methode, "")}};
        for (const auto& [vraag, oordeel] : answers) line.kenmerken.emplace_back("vraag." + vraag, boost::describe::enum_to_string(oordeel, ""));
        journal::append(tx, line);
        return made.geslaagd;
    });
}

bool PartijService::is_geidentificeerd(store::Tx& tx, Id<Gesprek> gesprek, PartijId partij) const {
    return IdentificatieStore(tx).is_geidentificeerd(gesprek, survivor(tx, partij));
}

}  // namespace dichtbij::partij
