#pragma once
// Tables of what stands inside the resources, and the limits they share.

#include <vector>

#include "api/klantinteracties/klantinteracties.h"
#include "json/resource.h"

namespace dichtbij::klantinteracties {

inline constexpr std::size_t nummer_max = 10;         // digits
inline constexpr std::size_t objectveld_max = 200;
inline constexpr std::size_t organisatienaam_max = 200;

std::vector<json::Field> adres_fields();
std::vector<json::Field> contactnaam_fields();
std::vector<json::Field> identificator_fields();

bool is_nummer(std::string_view text);  // digits only
bool is_telefoonnummer(std::string_view text);
json::Pattern nummer_pattern();
json::Pattern telefoonnummer_pattern();
json::Pattern referentie_pattern();
json::Pattern iban_pattern();
json::Pattern bic_pattern();

}  // namespace dichtbij::klantinteracties
