#include "toepassing/toegang.h"

namespace dichtbij::toepassing {

using access::Actie;
using access::Groep;
using access::Rol;

std::vector<Rol> rollen_bij(access::Recht recht) {
    const bool writes = recht.actie == Actie::schrijven;
    switch (recht.groep) {
        case Groep::partijen:
        case Groep::klantcontacten:
        case Groep::actoren: return {Rol::kcc_medewerker, Rol::behandelaar};
        // Who writes tasks gives them to others and ends them.
        case Groep::taken: return writes ? std::vector{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider} : std::vector{Rol::kcc_medewerker, Rol::behandelaar};
        case Groep::contactgegevens:
        case Groep::notificaties: return {};
        case Groep::beheer: return {Rol::beheerder};
    }
    return {};
}

Result<access::Caller> caller_of(const Applicatie& applicatie, const Eis& eis, std::string_view scherm, std::string_view request_id) {
    if (!applicatie.rechten.has(eis.recht)) return forbidden("application " + applicatie.id.text() + " has no such right");
    access::Caller caller;
    caller.applicatie = access::Applicatietoegang{applicatie.id, applicatie.gemeente, applicatie.rechten, applicatie.vertrouwelijk};
    caller.naam = applicatie.naam;
    for (const Rol rol : eis.rollen.empty() ? rollen_bij(eis.recht) : eis.rollen) caller.grants.push_back({rol, applicatie.gemeente, std::nullopt});
    caller.domeinen = applicatie.domeinen;
    caller.request_id = request_id;
    caller.scherm = scherm;
    caller.doel = eis.recht.groep == Groep::beheer ? "beheer" : "dienstverlening";
    return caller;
}

}  // namespace dichtbij::toepassing
