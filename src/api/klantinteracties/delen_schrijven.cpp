// Writing bank accounts, categories, relations to them, and who represents whom.
#include "api/klantinteracties/partij_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using access::Groep;
using PartijId = partij::PartijId;

partij::Rekeningnummerregel from_standard(const Rekeningnummer& one) { return {one.id, typed<dichtbij::Partij>(one.partij), one.iban, one.bic}; }

partij::CategorieRelatieregel from_standard(const CategorieRelatie& one) {
    const CategorieVerwijzing categorie = one.categorie.value_or(CategorieVerwijzing{});
    return {one.id, typed<dichtbij::Partij>(one.partij), categorie.id, categorie.naam, one.begin_datum, one.eind_datum};
}

partij::Categorie from_standard(Id<Gemeente> gemeente, const Categorie& one) { return {one.id, gemeente, one.naam}; }

partij::Vertegenwoordiging from_standard(Id<Gemeente> gemeente, const Vertegenwoordiging& one) {
    return {one.id, gemeente, PartijId{one.vertegenwoordigende_partij}, PartijId{one.vertegenwoordigde_partij}};
}

void add_rekeningnummers(Omgeving& with) {
    const Schrijfwijze<Rekeningnummer> how{
        .find = [](const Lezer& lezer, const Uuid& id) -> Result<Rekeningnummer> {
            TRY(const auto found, lezer.bronnen().partijen.rekeningnummer(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        },
        .create = [](const Schrijving& s, Rekeningnummer one, const json::Given&) -> api::Found<Uuid> {
            return of_standard(s.diensten.partijen.create_rekeningnummer(s.tx(), s.caller(), s.gemeente(), from_standard(one)));
        },
        .change = [](const Schrijving& s, const Rekeningnummer&, Rekeningnummer after, const json::Given&) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.change_rekeningnummer(s.tx(), s.caller(), s.gemeente(), from_standard(after)));
        },
        .remove = [](const Schrijving& s, const Rekeningnummer& stored) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.remove_rekeningnummer(s.tx(), s.caller(), s.gemeente(), stored.id));
        }};
    add_writing<Rekeningnummer>(with, {rekeningnummers_path, "rekeningnummers", Groep::partijen}, rekeningnummer_json, how);
}

void add_categorie_relaties(Omgeving& with) {
    const Schrijfwijze<CategorieRelatie> how{
        .find = [](const Lezer& lezer, const Uuid& id) -> Result<CategorieRelatie> {
            TRY(const auto found, lezer.bronnen().partijen.categorie_relatie(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        },
        .create = [](const Schrijving& s, CategorieRelatie one, const json::Given&) -> api::Found<Uuid> {
            return of_standard(s.diensten.partijen.create_relatie(s.tx(), s.caller(), s.gemeente(), from_standard(one)));
        },
        .change = [](const Schrijving& s, const CategorieRelatie&, CategorieRelatie after, const json::Given&) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.change_relatie(s.tx(), s.caller(), s.gemeente(), from_standard(after)));
        },
        .remove = [](const Schrijving& s, const CategorieRelatie& stored) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.remove_relatie(s.tx(), s.caller(), s.gemeente(), stored.id));
        }};
    add_writing<CategorieRelatie>(with, {categorie_relaties_path, "categorieRelaties", Groep::partijen}, categorie_relatie_json, how);
}

// Its own field is called naam.
template <class T>
api::Found<T> of_categorie(Result<T> result) {
    return api::renamed(std::move(result), {});
}

void add_categorieen(Omgeving& with) {
    const Schrijfwijze<Categorie> how{
        .find = [](const Lezer& lezer, const Uuid& id) -> Result<Categorie> {
            TRY(const auto found, lezer.bronnen().partijen.categorie(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        },
        .create = [](const Schrijving& s, Categorie one, const json::Given&) -> api::Found<Uuid> {
            return of_categorie(s.diensten.partijen.create_categorie(s.tx(), s.caller(), from_standard(s.gemeente(), one)));
        },
        .change = [](const Schrijving& s, const Categorie&, Categorie after, const json::Given&) -> api::Found<Done> {
            return of_categorie(s.diensten.partijen.change_categorie(s.tx(), s.caller(), from_standard(s.gemeente(), after)));
        },
        .remove = [](const Schrijving& s, const Categorie& stored) -> api::Found<Done> {
            return of_categorie(s.diensten.partijen.remove_categorie(s.tx(), s.caller(), s.gemeente(), stored.id));
        }};
    add_writing<Categorie>(with, {categorieen_path, "categorieen", Groep::partijen}, categorie_json, how);
}

void add_vertegenwoordigingen(Omgeving& with) {
    const Schrijfwijze<Vertegenwoordiging> how{
        .find = [](const Lezer& lezer, const Uuid& id) -> Result<Vertegenwoordiging> {
            TRY(const auto found, lezer.bronnen().partijen.vertegenwoordiging(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        },
        .create = [](const Schrijving& s, Vertegenwoordiging one, const json::Given&) -> api::Found<Uuid> {
            return of_standard(s.diensten.partijen.create_vertegenwoordiging(s.tx(), s.caller(), from_standard(s.gemeente(), one)));
        },
        .change = [](const Schrijving& s, const Vertegenwoordiging&, Vertegenwoordiging after, const json::Given&) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.change_vertegenwoordiging(s.tx(), s.caller(), from_standard(s.gemeente(), after)));
        },
        .remove = [](const Schrijving& s, const Vertegenwoordiging& stored) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.remove_vertegenwoordiging(s.tx(), s.caller(), s.gemeente(), stored.id));
        }};
    add_writing<Vertegenwoordiging>(with, {vertegenwoordigingen_path, "vertegenwoordigingen", Groep::partijen}, vertegenwoordiging_json, how);
}

}  // namespace

void add_bij_partijen_schrijven(Omgeving& with) {
    add_rekeningnummers(with);
    add_categorieen(with);
    add_categorie_relaties(with);
    add_vertegenwoordigingen(with);
}

}  // namespace dichtbij::klantinteracties
