// Writing partij-identificatoren one by one.
#include "api/klantinteracties/partij_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {

partij::PartijIdentificatorregel from_standard(const PartijIdentificator& one) {
    const Identificator& codes = one.identificator;
    return {one.id, typed<dichtbij::Partij>(one.partij), codes.code_objecttype, codes.code_register, codes.code_soort_object_id, codes.object_id, one.andere_partij_identificator, one.sub_identificator_van};
}

void add_partij_identificatoren_schrijven(Omgeving& with) {
    const Schrijfwijze<PartijIdentificator> how{
        .find = [](const Lezer& lezer, const Uuid& id) -> Result<PartijIdentificator> {
            TRY(const auto found, lezer.bronnen().partijen.identificator(lezer.tx(), lezer.reading(), id));
            return to_standard(found);
        },
        .create = [](const Schrijving& s, PartijIdentificator one, const json::Given&) -> api::Found<Uuid> {
            return of_standard(s.diensten.partijen.create_identificator(s.tx(), s.caller(), s.gemeente(), from_standard(one)));
        },
        .change = [](const Schrijving& s, const PartijIdentificator& before, PartijIdentificator after, const json::Given&) -> api::Found<Done> {
            after.id = before.id;
            return of_standard(s.diensten.partijen.change_identificator(s.tx(), s.caller(), s.gemeente(), from_standard(after)));
        },
        .remove = [](const Schrijving& s, const PartijIdentificator& stored) -> api::Found<Done> {
            return of_standard(s.diensten.partijen.remove_identificator(s.tx(), s.caller(), s.gemeente(), stored.id));
        }};
    add_writing<PartijIdentificator>(with, {partij_identificatoren_path, "partijIdentificatoren", access::Groep::partijen}, partij_identificator_json, how);
}

}  // namespace dichtbij::klantinteracties
