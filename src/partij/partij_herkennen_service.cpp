// Recognising whose data another system gave.
#include <algorithm>

#include "base/text.h"
#include "partij/partij_service.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr int gedeeld_max = 50;  // what more than so many share tells nothing about who it is

std::string surname(const Contactnaam& naam) { return folded(naam.voorvoegsel_achternaam + " " + naam.achternaam); }

// "J.P." and "Jan" both begin with j.
std::string initial(const Contactnaam& naam) {
    const std::string given = folded(naam.voorletters.empty() ? naam.voornaam : naam.voorletters);
    return given.substr(0, std::min(given.size(), std::size_t{1}));
}

enum class Naamgelijkenis { anders, past, gelijk };

// "J. de Vries" fits Jan de Vries; a last name alone fits nobody of a family.
Naamgelijkenis compare_names(const Gegevens& a, const Gegevens& b) {
    const std::string one = folded(volledige_naam(a));
    if (one.empty()) return Naamgelijkenis::anders;
    if (one == folded(volledige_naam(b))) return Naamgelijkenis::gelijk;
    const Contactnaam* first = contactnaam(a);
    const Contactnaam* second = contactnaam(b);
    if (!first || !second || surname(*first) != surname(*second)) return Naamgelijkenis::anders;
    if (!first->voornaam.empty() && !second->voornaam.empty()) return Naamgelijkenis::anders;
    return !initial(*first).empty() && initial(*first) == initial(*second) ? Naamgelijkenis::past : Naamgelijkenis::anders;
}

std::optional<Geboortedatum> whole_date_of_birth(const Gegevens& gegevens) {
    const auto* persoon = std::get_if<Persoon>(&gegevens.wie);
    return persoon && persoon->geboortedatum && persoon->geboortedatum->is_whole() ? persoon->geboortedatum : std::nullopt;
}

bool contradicts(const Gegevens& known, const Gegevens& given) {
    const auto born = whole_date_of_birth(known), said = whole_date_of_birth(given);
    if (born && said && *born != *said) return true;
    const auto* has = find_identificator(known, soort_bsn);
    const auto* says = find_identificator(given, soort_bsn);
    return has && says && has->object_id != says->object_id;
}

// The one whose name is the same, else the one whose name fits; nobody when there are two of those.
std::optional<Partij> named_as(std::vector<Partij> candidates, const Gegevens& given) {
    for (const auto wanted : {Naamgelijkenis::gelijk, Naamgelijkenis::past}) {
        const auto is_wanted = [&](const Partij& one) { return compare_names(one.gegevens, given) == wanted; };
        const auto count = std::count_if(candidates.begin(), candidates.end(), is_wanted);
        if (count == 1) return std::move(*std::find_if(candidates.begin(), candidates.end(), is_wanted));
        if (count > 1) return std::nullopt;
    }
    return std::nullopt;
}

// Those whose name can be it and who are not somebody else; a double stands for its survivor.
std::vector<Partij> possible(const PartijService& service, store::Tx& tx, const std::vector<Partij>& rows, const Gegevens& given) {
    std::vector<Partij> list;
    for (const Partij& one : rows) {
        if (compare_names(one.gegevens, given) == Naamgelijkenis::anders) continue;
        const PartijId id = service.survivor(tx, one.id);
        if (std::any_of(list.begin(), list.end(), [&](const Partij& had) { return had.id == id; })) continue;
        auto partij = PartijStore(tx).find(id);
        if (partij && !partij->gewist_op && !contradicts(partij->gegevens, given)) list.push_back(std::move(*partij));
    }
    return list;
}

std::vector<Partij> at_home(const PartijStore& store, const Gemeenten& here, const Gegevens& given) {
    const auto born = whole_date_of_birth(given);
    if (!born || !given.bezoekadres || given.bezoekadres->postcode.empty() || !given.bezoekadres->huisnummer) return {};
    const Adres& adres = *given.bezoekadres;
    if (store.count_postcode(adres.postcode, *adres.huisnummer, gedeeld_max + 1) > gedeeld_max) return {};
    auto there = store.by_postcode(here, adres.postcode, adres.huisnummer, gedeeld_max);
    std::erase_if(there, [&](const Partij& one) { return whole_date_of_birth(one.gegevens) != born; });
    return there;
}

}  // namespace

Result<std::optional<Partij>> PartijService::recognise(store::Tx& tx, const access::Caller& caller, GemeenteId gemeente, const Gegevens& gegevens) const {
    if (!caller.is_system()) return forbidden("recognising is for the system");
    const Gegevens given = normalised(gegevens, day_of(clock_.now()));
    const PartijStore store(tx);
    const Gemeenten here = std::vector{gemeente};
    for (const auto soort : {soort_bsn, soort_kvk_nummer}) {
        const auto* number = find_identificator(given, soort);
        if (!number) continue;
        const auto rows = store.by_identificator(here, soort, number->object_id, 1);
        if (rows.empty()) continue;
        auto found = store.find(survivor(tx, rows.front().id));
        // The company of one person is not that of another.
        if (soort == soort_bsn || (found && !contradicts(found->gegevens, given))) return found;
    }
    for (const DigitaalAdres& adres : given.digitale_adressen) {
        const std::string key = zoekvorm(adres.soort, adres.adres);
        if (key.empty() || store.count_digitaal_adres(adres.soort, key, gedeeld_max + 1) > gedeeld_max) continue;
        auto found = possible(*this, tx, store.by_digitaal_adres(here, adres.soort, key, gedeeld_max), given);
        if (auto one = named_as(std::move(found), given)) return one;
    }
    return named_as(possible(*this, tx, at_home(store, here, given), given), given);
}

}  // namespace dichtbij::partij
