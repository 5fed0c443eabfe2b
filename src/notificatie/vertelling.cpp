#include "notificatie/vertelling.h"

#include <algorithm>
#include <unordered_map>

namespace dichtbij::notificatie {
namespace {

constexpr std::string_view partijen = "partijen";
constexpr std::string_view klantcontacten = "klantcontacten";
constexpr std::string_view internetaken = "internetaken";

constexpr Vertelling table[] = {
    {"partij.gemaakt", partijen, actie_create},
    {"partij.gewijzigd", partijen, actie_update},
    {"partij.samengevoegd", partijen, actie_update},
    {"partij.opgegaan", partijen, actie_update},
    {"partij.gescheiden", partijen, actie_update},
    {"partij.gewist", partijen, actie_destroy},
    {"klantcontact.geregistreerd", klantcontacten, actie_create},
    {"klantcontact.gecorrigeerd", klantcontacten, actie_update},
    {"klantcontact.nummer_gewijzigd", klantcontacten, actie_update},
    {"klantcontact.metadata_gewijzigd", klantcontacten, actie_update},
    {"klantcontact.partij_gekoppeld", klantcontacten, actie_update},
    {"klantcontact.betrokkene_toegevoegd", klantcontacten, actie_update},
    {"klantcontact.betrokkene_gewijzigd", klantcontacten, actie_update},
    {"klantcontact.betrokkene_verwijderd", klantcontacten, actie_update},
    {"klantcontact.onderwerpobject_toegevoegd", klantcontacten, actie_update},
    {"klantcontact.bijlage_toegevoegd", klantcontacten, actie_update},
    {"klantcontact.object_gewijzigd", klantcontacten, actie_update},
    {"klantcontact.object_verwijderd", klantcontacten, actie_update},
    {"klantcontact.actor_gekoppeld", klantcontacten, actie_update},
    {"klantcontact.actor_losgemaakt", klantcontacten, actie_update},
    {"klantcontact.verborgen", klantcontacten, actie_destroy},
    {"taak.gemaakt", internetaken, actie_create},
    {"taak.gewijzigd", internetaken, actie_update},
    {"taak.actoren_gewijzigd", internetaken, actie_update},
    {"taak.verplaatst", internetaken, actie_update},
    {"taak.ingetrokken", internetaken, actie_destroy},
    {"werk.gesloten", internetaken, actie_update, Wie::taak_van_werk},
    {"werk.heropend", internetaken, actie_update, Wie::taak_van_werk},
    {"werk.ongedaan", internetaken, actie_update, Wie::taak_van_werk},
    // A case takes the question over: the taak is done.
    {"werk.overgenomen", internetaken, actie_update, Wie::taak_van_werk, "naar", "zaak"},
};

constexpr std::string_view silent[] = {
    "partij.geopend",
    "partij.geidentificeerd",
    "partij.identificatie_mislukt",
    "partij.vertegenwoordiging_gemaakt",
    "partij.vertegenwoordiging_beeindigd",
    "partij.accountmanager",
    // Objects of no klantcontact.
    "klantcontact.los_object_gemaakt",
    "klantcontact.los_object_gewijzigd",
    "klantcontact.los_object_verwijderd",
    "taak.belpoging",
    "taak.afgerond",
    "taak.collega_gevraagd",
    "taak.collega_antwoordde",
};

}  // namespace

std::span<const Vertelling> vertellingen() { return table; }
std::span<const std::string_view> verzwegen() { return silent; }

const Vertelling* vertelling_van(const journal::Line& line) {
    static const std::unordered_map<std::string_view, const Vertelling*> by_name = [] {
        std::unordered_map<std::string_view, const Vertelling*> made;
        for (const Vertelling& one : table) made.emplace(one.gebeurtenis, &one);
        return made;
    }();
    const auto found = by_name.find(line.gebeurtenis);
    if (found == by_name.end()) return nullptr;
    const Vertelling& one = *found->second;
    return one.kenmerk.empty() || line.kenmerk(one.kenmerk) == one.waarde ? &one : nullptr;
}

}  // namespace dichtbij::notificatie
