#include "zaak/zaak.h"

namespace dichtbij::zaak {

Vertrouwelijkheid vertrouwelijkheid_van(const zaaktype::Zaaktype& type) {
    return type.domein.empty() ? Vertrouwelijkheid::zaakvertrouwelijk : Vertrouwelijkheid::vertrouwelijk;
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
