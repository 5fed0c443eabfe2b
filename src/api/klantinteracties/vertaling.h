#pragma once
// From what the capabilities give to what the standard says.

#include "api/klantinteracties/klantinteracties.h"
#include "klantcontact/lijst.h"
#include "partij/lijst.h"
#include "taak/lijst.h"

namespace dichtbij::klantinteracties {

Actor to_standard(const klantcontact::Actor&);
ActorKlantcontact to_standard(const klantcontact::ActorKlantcontact&);
Onderwerpobject onderwerpobject_of(const klantcontact::Objectregel&);
Bijlage bijlage_of(const klantcontact::Objectregel&);
Betrokkene to_standard(klantcontact::Betrokkeneregel);
DigitaalAdres to_standard(partij::DigitaalAdresregel);
InterneTaak to_standard(taak::Taakregel);
// Without what hangs on it: that is read for several at once.
Klantcontact to_standard(klantcontact::Klantcontact);

Categorie to_standard(const partij::Categorie&);
CategorieRelatie to_standard(const partij::CategorieRelatieregel&);
Rekeningnummer to_standard(const partij::Rekeningnummerregel&);
Vertegenwoordiging to_standard(const partij::Vertegenwoordiging&);
PartijIdentificator to_standard(const partij::PartijIdentificatorregel&);
// Without betrokkenen.
Partij to_standard(const partij::Partijregel&);

}  // namespace dichtbij::klantinteracties
