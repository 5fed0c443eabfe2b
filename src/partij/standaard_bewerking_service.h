#pragma once
// One change of a partij over the standard: read, changed, saved as a new version with its line in the journal; and rows
// that move between partijen, or stand alone. Internal to StandaardService, which asks the rights.

#include <algorithm>

#include "access/caller.h"
#include "journal/journal.h"
#include "partij/partij_store.h"
#include "partij/standaard.h"
#include "partij/standaard_store.h"

namespace dichtbij::partij {

struct Werkplek {
    store::Tx& tx;
    const access::Caller& caller;
    GemeenteId gemeente;
    Instant now;
    StandaardStore store() const { return {tx, gemeente}; }
};

struct Bewerking {
    Partij partij;  // its gegevens are what they become
    Gegevens before;
};

// not_found: of another gemeente, or erased.
Result<Bewerking> begin_bewerking(const Werkplek&, PartijId);
// Of a reference in a body: what is not there is a refused field.
Result<Bewerking> begin_bewerking(const Werkplek&, PartijId, const std::string& field);
Result<Done> save(const Werkplek&, Bewerking);
journal::Entry entry(const Werkplek&, std::string gebeurtenis, PartijId);
FieldError bestaat_niet(std::string field, std::string resource);

template <class T>
struct Rijsoort;
template <>
struct Rijsoort<DigitaalAdres> {
    static constexpr Deel deel = Deel::digitaal_adres;
    static std::vector<DigitaalAdres>& of(Gegevens& gegevens) { return gegevens.digitale_adressen; }
};
template <>
struct Rijsoort<Identificator> {
    static constexpr Deel deel = Deel::partij_identificator;
    static std::vector<Identificator>& of(Gegevens& gegevens) { return gegevens.identificatoren; }
};
template <>
struct Rijsoort<Rekeningnummer> {
    static constexpr Deel deel = Deel::rekeningnummer;
    static std::vector<Rekeningnummer>& of(Gegevens& gegevens) { return gegevens.rekeningnummers; }
};
template <>
struct Rijsoort<CategorieRelatie> {
    static constexpr Deel deel = Deel::categorie_relatie;
    static std::vector<CategorieRelatie>& of(Gegevens& gegevens) { return gegevens.categorie_relaties; }
};

// Of a line the value that a partij holds.
inline DigitaalAdres value_of(const DigitaalAdresregel& row) { return {row.id, row.soort, row.adres, row.is_standaard, row.omschrijving, row.referentie, row.verificatie_datum}; }
inline Identificator value_of(const PartijIdentificatorregel& row) {
    return {row.id, row.code_objecttype, row.code_register, row.code_soort_object_id, row.object_id, row.andere_partij_identificator, row.sub_identificator_van};
}
inline Rekeningnummer value_of(const Rekeningnummerregel& row) { return {row.id, row.iban, row.bic}; }
inline CategorieRelatie value_of(const CategorieRelatieregel& row) { return {row.id, row.categorie, row.begin_datum, row.eind_datum}; }

// In its place, or at the end.
template <class T>
void put(std::vector<T>& list, const T& row) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const T& one) { return one.id == row.id; });
    if (found == list.end()) list.push_back(row);
    else *found = row;
}
// A standard address takes that place from the others of its kind.
inline void put_row(std::vector<DigitaalAdres>& list, const DigitaalAdres& row) {
    if (row.is_standaard)
        for (DigitaalAdres& one : list)
            if (one.soort == row.soort) one.is_standaard = false;
    put(list, row);
}
// What stands under another identifier stands behind it: rows are removed from the back.
inline void parents_first(std::vector<Identificator>& list) {
    std::stable_partition(list.begin(), list.end(), [](const Identificator& one) { return !one.sub_identificator_van; });
}
inline void put_row(std::vector<Identificator>& list, const Identificator& row) {
    put(list, row);
    parents_first(list);
}
template <class T>
void put_row(std::vector<T>& list, const T& row) {
    put(list, row);
}

template <class T>
Result<Done> detach(const Werkplek& at, PartijId from, const Uuid& row) {
    TRY(Bewerking edit, begin_bewerking(at, from));
    at.store().link(Rijsoort<T>::deel, row, std::nullopt);
    std::erase_if(Rijsoort<T>::of(edit.partij.gegevens), [&](const T& one) { return one.id == row; });
    return save(at, std::move(edit));
}

// A row that stands alone.
template <class T>
Result<Done> attach(const Werkplek& at, PartijId to, const T& row, const std::string& field) {
    TRY(Bewerking edit, begin_bewerking(at, to, field));
    at.store().link(Rijsoort<T>::deel, row.id, to);
    put_row(Rijsoort<T>::of(edit.partij.gegevens), row);
    return save(at, std::move(edit));
}

// A stored row gets these values and this partij.
template <class T>
Result<Done> place(const Werkplek& at, const std::optional<PartijId>& from, const std::optional<PartijId>& to, const T& row, const std::string& field) {
    if (from && from == to) {
        TRY(Bewerking edit, begin_bewerking(at, *from));
        put_row(Rijsoort<T>::of(edit.partij.gegevens), row);
        return save(at, std::move(edit));
    }
    if (from) TRY_DONE(detach<T>(at, *from, row.id));
    at.store().update(row);
    if (to) return attach(at, *to, row, field);
    return Done{};
}

template <class T>
Result<Done> remove_row(const Werkplek& at, const std::optional<PartijId>& from, const Uuid& row) {
    if (from) TRY_DONE(detach<T>(at, *from, row));
    at.store().remove(Rijsoort<T>::deel, row);
    return Done{};
}

}  // namespace dichtbij::partij
