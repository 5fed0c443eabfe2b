#pragma once
// The field tables of Klantinteracties: reading, writing and description share them. The write functions add what was
// asked by `expand`, behind the fields.

#include "api/klantinteracties/klantinteracties.h"
#include "json/resource.h"

namespace dichtbij::klantinteracties {

extern const json::Resource<Actor> actor_json;
extern const json::Resource<ActorKlantcontact> actorklantcontact_json;
extern const json::Resource<Betrokkene> betrokkene_json;
extern const json::Resource<Bijlage> bijlage_json;
extern const json::Resource<Categorie> categorie_json;
extern const json::Resource<CategorieRelatie> categorie_relatie_json;
extern const json::Resource<DigitaalAdres> digitaal_adres_json;
extern const json::Resource<InterneTaak> interne_taak_json;
extern const json::Resource<Klantcontact> klantcontact_json;
extern const json::Resource<Onderwerpobject> onderwerpobject_json;
extern const json::Resource<Partij> partij_json;
extern const json::Resource<PartijIdentificator> partij_identificator_json;
extern const json::Resource<Rekeningnummer> rekeningnummer_json;
extern const json::Resource<Vertegenwoordiging> vertegenwoordiging_json;

// The tables of actorIdentificatie and partijIdentificatie, by kind.
const json::Resource<Actoridentificatie>& identificatie_json(klantcontact::SoortActor);
const json::Resource<Partijidentificatie>& identificatie_json(partij::SoortPartij);

inline constexpr const char* actoren_path = "/actoren";
inline constexpr const char* actorklantcontacten_path = "/actorklantcontacten";
inline constexpr const char* betrokkenen_path = "/betrokkenen";
inline constexpr const char* bijlagen_path = "/bijlagen";
inline constexpr const char* categorie_relaties_path = "/categorie-relaties";
inline constexpr const char* categorieen_path = "/categorieen";
inline constexpr const char* digitale_adressen_path = "/digitaleadressen";
inline constexpr const char* interne_taken_path = "/internetaken";
inline constexpr const char* klantcontacten_path = "/klantcontacten";
inline constexpr const char* onderwerpobjecten_path = "/onderwerpobjecten";
inline constexpr const char* partij_identificatoren_path = "/partij-identificatoren";
inline constexpr const char* partijen_path = "/partijen";
inline constexpr const char* rekeningnummers_path = "/rekeningnummers";
inline constexpr const char* vertegenwoordigingen_path = "/vertegenwoordigingen";

void write(json::Writer&, const Betrokkene&);
void write(json::Writer&, const DigitaalAdres&);
void write(json::Writer&, const Klantcontact&);
void write(json::Writer&, const Partij&);
inline void write(json::Writer& w, const Actor& one) { actor_json.write(w, one); }
inline void write(json::Writer& w, const ActorKlantcontact& one) { actorklantcontact_json.write(w, one); }
inline void write(json::Writer& w, const Bijlage& one) { bijlage_json.write(w, one); }
inline void write(json::Writer& w, const Categorie& one) { categorie_json.write(w, one); }
inline void write(json::Writer& w, const CategorieRelatie& one) { categorie_relatie_json.write(w, one); }
inline void write(json::Writer& w, const InterneTaak& one) { interne_taak_json.write(w, one); }
inline void write(json::Writer& w, const Onderwerpobject& one) { onderwerpobject_json.write(w, one); }
inline void write(json::Writer& w, const PartijIdentificator& one) { partij_identificator_json.write(w, one); }
inline void write(json::Writer& w, const Rekeningnummer& one) { rekeningnummer_json.write(w, one); }
inline void write(json::Writer& w, const Vertegenwoordiging& one) { vertegenwoordiging_json.write(w, one); }

}  // namespace dichtbij::klantinteracties
