#include "zaak/zaak.h"

#include <algorithm>

namespace dichtbij::zaak {

Vertrouwelijkheid vertrouwelijkheid_van(const zaaktype::Zaaktype& type) {
    using Gekozen = zaaktype::Zaaktypevertrouwelijkheid;
    // The same words in the same order, behind the one that chooses nothing.
    if (type.vertrouwelijkheid != Gekozen::volgens_domein) return static_cast<Vertrouwelijkheid>(static_cast<int>(type.vertrouwelijkheid) - static_cast<int>(Gekozen::openbaar));
    return type.domein.empty() ? Vertrouwelijkheid::zaakvertrouwelijk : Vertrouwelijkheid::vertrouwelijk;
}

std::vector<Rolsoort> rollen_te_geven(const zaaktype::Zaaktype& type) {
    // Anyone may be represented (Awb 2:1), and a company has someone to turn to, in whatever kind of case.
    std::vector<Rolsoort> all{Rolsoort::belanghebbende, Rolsoort::gemachtigde, Rolsoort::initiator, Rolsoort::klantcontacter};
    for (const Rolsoort one : type.rollen)
        if (one != Rolsoort::behandelaar && std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
    return all;
}

Zaak masked(const Zaak& zaak) {
    Zaak seen;
    seen.id = zaak.id;
    seen.gemeente = zaak.gemeente;
    seen.nummer = zaak.nummer;
    seen.startdatum = zaak.startdatum;
    seen.geregistreerd_op = zaak.geregistreerd_op;
    seen.vertrouwelijkheid = zaak.vertrouwelijkheid;
    seen.termijn_vanaf = zaak.termijn_vanaf;
    seen.gesloten_op = zaak.gesloten_op;
    seen.einddatum = zaak.einddatum;
    seen.werk = zaak.werk;
    seen.versie = zaak.versie;
    return seen;
}

}  // namespace dichtbij::zaak
