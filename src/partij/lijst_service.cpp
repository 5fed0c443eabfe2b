#include "partij/lijst_service.h"

#include "partij/lijst_store.h"

namespace dichtbij::partij {
namespace {

using access::Groep;
using access::Raadpleging;

void show(Raadpleging& reading, const Partijregel& regel) { reading.shows(regel.partij.id); }
void show(Raadpleging&, const Categorie&) {}
void show(Raadpleging& reading, const Vertegenwoordiging& one) {
    reading.shows(one.vertegenwoordigende_partij);
    reading.shows(one.vertegenwoordigde_partij);
}
template <class T>
void show(Raadpleging& reading, const T& regel) {
    if (regel.partij) reading.shows(*regel.partij);
}

// What `look` finds in the gemeente, once the right is there; with its persons noted.
template <class F>
auto list(store::Tx& tx, Raadpleging& reading, F look) -> Result<decltype(look(std::declval<const LijstStore&>()))> {
    TRY_DONE(reading.may_read(Groep::partijen));
    auto found = look(LijstStore(tx, reading.gemeente()));
    for (const auto& one : found.rows) show(reading, one);
    return found;
}

template <class F>
auto one(store::Tx& tx, Raadpleging& reading, const Uuid& id, F look) -> Result<typename decltype(look(std::declval<const LijstStore&>()))::value_type> {
    TRY_DONE(reading.may_read(Groep::partijen));
    auto found = look(LijstStore(tx, reading.gemeente()));
    if (!found) return not_found("nothing of gemeente " + reading.gemeente().text() + " with id " + to_string(id));
    show(reading, *found);
    return std::move(*found);
}

}  // namespace

Result<store::Listed<Partijregel>> LijstService::partijen(store::Tx& tx, Raadpleging& reading, const Partijvraag& vraag, const store::Page& page) const {
    return list(tx, reading, [&](const LijstStore& store) { return store.partijen(vraag, page); });
}

Result<store::Listed<PartijIdentificatorregel>> LijstService::identificatoren(store::Tx& tx, Raadpleging& reading, const PartijIdentificatorvraag& vraag, const store::Page& page) const {
    return list(tx, reading, [&](const LijstStore& store) { return store.identificatoren(vraag, page); });
}

Result<store::Listed<Rekeningnummerregel>> LijstService::rekeningnummers(store::Tx& tx, Raadpleging& reading, const Rekeningnummervraag& vraag, const store::Page& page) const {
    return list(tx, reading, [&](const LijstStore& store) { return store.rekeningnummers(vraag, page); });
}

Result<store::Listed<Categorie>> LijstService::categorieen(store::Tx& tx, Raadpleging& reading, const store::Page& page) const {
    return list(tx, reading, [&](const LijstStore& store) { return store.categorieen(page); });
}

Result<store::Listed<CategorieRelatieregel>> LijstService::categorie_relaties(store::Tx& tx, Raadpleging& reading, const CategorieRelatievraag& vraag, const store::Page& page) const {
    return list(tx, reading, [&](const LijstStore& store) { return store.categorie_relaties(vraag, page); });
}

Result<store::Listed<Vertegenwoordiging>> LijstService::vertegenwoordigingen(store::Tx& tx, Raadpleging& reading, const Vertegenwoordigingvraag& vraag, const store::Page& page) const {
    return list(tx, reading, [&](const LijstStore& store) { return store.vertegenwoordigingen(vraag, page); });
}

Result<Partijregel> LijstService::partij(store::Tx& tx, Raadpleging& reading, PartijId id) const {
    return one(tx, reading, id.bytes, [&](const LijstStore& store) {
        auto found = store.partijen_by_id({id});
        return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
    });
}

Result<PartijIdentificatorregel> LijstService::identificator(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    return one(tx, reading, id, [&](const LijstStore& store) { return store.identificator(id); });
}

Result<Rekeningnummerregel> LijstService::rekeningnummer(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    return one(tx, reading, id, [&](const LijstStore& store) { return store.rekeningnummer(id); });
}

Result<Categorie> LijstService::categorie(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    return one(tx, reading, id, [&](const LijstStore& store) { return store.categorie(id); });
}

Result<CategorieRelatieregel> LijstService::categorie_relatie(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    return one(tx, reading, id, [&](const LijstStore& store) { return store.categorie_relatie(id); });
}

Result<Vertegenwoordiging> LijstService::vertegenwoordiging(store::Tx& tx, Raadpleging& reading, const Uuid& id) const {
    return one(tx, reading, id, [&](const LijstStore& store) { return store.vertegenwoordiging(id); });
}

Result<std::vector<Partijregel>> LijstService::partijen_by_id(store::Tx& tx, Raadpleging& reading, const std::vector<PartijId>& ids) const {
    TRY_DONE(reading.may_read(Groep::partijen));
    auto found = LijstStore(tx, reading.gemeente()).partijen_by_id(ids);
    for (const Partijregel& regel : found) show(reading, regel);
    return found;
}

}  // namespace dichtbij::partij
