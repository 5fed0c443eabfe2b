#pragma once
// What writing partijen and what belongs to them shares. Internal to klantinteracties.

#include "api/klantinteracties/schrijven.h"
#include "klantcontact/betrokkenheid_service.h"
#include "partij/standaard_service.h"

namespace dichtbij::klantinteracties {

void add_partijen_schrijven(Omgeving&);
void add_digitale_adressen_schrijven(Omgeving&);
void add_partij_identificatoren_schrijven(Omgeving&);
void add_bij_partijen_schrijven(Omgeving&);

// In the names and codes of the standard: "__all__" for a value as a whole.
api::Problem in_words_of_standard(api::Problem);
template <class T>
api::Found<T> of_standard(Result<T> result) {
    if (result) return std::move(*result);
    return api::Refused(in_words_of_standard(api::Problem(result.error())));
}

partij::PartijIdentificatorregel from_standard(const PartijIdentificator&);

template <class T>
std::optional<Id<T>> typed(const std::optional<Uuid>& id) {
    return id ? std::optional(Id<T>{*id}) : std::nullopt;
}

}  // namespace dichtbij::klantinteracties
