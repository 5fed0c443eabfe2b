// Writing digital addresses: of a partij, of a betrokkene, of both or of neither.
#include "api/klantinteracties/partij_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using klantcontact::Verstrekker;

partij::DigitaalAdresregel from_standard(const DigitaalAdres& one) {
    return {one.id, typed<dichtbij::Partij>(one.partij), one.betrokkene, one.soort, one.adres, one.is_standaard, one.omschrijving, one.referentie, one.verificatie_datum};
}

}  // namespace

void add_digitale_adressen_schrijven(Omgeving& with) {
    const Schrijfwijze<DigitaalAdres> how{
        .find = [](const Lezer& lezer, const Uuid& id) -> Result<DigitaalAdres> {
            TRY(auto found, lezer.bronnen().contacten.digitaal_adres(lezer.tx(), lezer.reading(), id));
            return to_standard(std::move(found));
        },
        .create = [](const Schrijving& s, DigitaalAdres one, const json::Given&) -> api::Found<Uuid> {
            return of_standard(s.diensten.betrokkenheid.create_adres(s.tx(), s.caller(), s.gemeente(), from_standard(one)));
        },
        .change = [](const Schrijving& s, const DigitaalAdres&, DigitaalAdres after, const json::Given& given) -> api::Found<Done> {
            // It cannot stay the standard address of a partij that lets it go.
            if (!after.partij && !given.has("isStandaardAdres")) after.is_standaard = false;
            const Verstrekker verstrekker = given.has("verstrektDoorBetrokkene") ? Verstrekker::gegeven : Verstrekker::blijft;
            return of_standard(s.diensten.betrokkenheid.change_adres(s.tx(), s.caller(), s.gemeente(), from_standard(after), verstrekker));
        },
        .remove = [](const Schrijving& s, const DigitaalAdres& stored) -> api::Found<Done> {
            return of_standard(s.diensten.betrokkenheid.remove_adres(s.tx(), s.caller(), s.gemeente(), stored.id));
        }};
    add_writing<DigitaalAdres>(with, {digitale_adressen_path, "digitaleadressen", access::Groep::partijen}, digitaal_adres_json, how);
}

}  // namespace dichtbij::klantinteracties
