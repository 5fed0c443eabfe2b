#pragma once
// The rows of gesprekken, klantcontacten and what hangs on them. Reads return what is there, hidden or
// not; what a caller may see is the service's to say.

#include <optional>
#include <string_view>
#include <vector>

#include "klantcontact/klantcontact.h"
#include "klantcontact/lijst.h"
#include "store/store.h"

namespace dichtbij::klantcontact {

void insert_gesprek(store::Tx&, const Gesprek&);
std::optional<Gesprek> find_gesprek(store::Tx&, Id<dichtbij::Gesprek>);

void insert_klantcontact(store::Tx&, const Klantcontact&);
void save_inhoud(store::Tx&, const Klantcontact&);  // content, domain, hidden, version
std::optional<Klantcontact> find_klantcontact(store::Tx&, Id<dichtbij::Klantcontact>);
std::optional<Klantcontact> find_by_extern_id(store::Tx&, Id<Gemeente>, std::string_view extern_id);
std::optional<Klantcontact> find_by_referentienummer(store::Tx&, Id<Gemeente>, std::string_view nummer);
std::optional<Klantcontact> find_by_werk(store::Tx&, Id<Werk>);  // the question the work came from
std::vector<Klantcontact> find_by_nummer(store::Tx&, std::string_view nummer);
bool numbers_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer, std::string_view standaardnummer);  // either of them
bool standaardnummer_in_use(store::Tx&, Id<Gemeente>, std::string_view nummer);
std::vector<Klantcontact> klantcontacten_of_gesprek(store::Tx&, Id<dichtbij::Gesprek>);  // not hidden, oldest first
// By id, for rebuilding a search index.
std::vector<Klantcontact> klantcontacten_after(store::Tx&, Id<dichtbij::Klantcontact> after, int limit);

struct Tijdplaats {  // where a list from new to old goes on
    Instant op;
    Id<dichtbij::Klantcontact> id;
    bool operator==(const Tijdplaats&) const = default;
};
// Newest first, not hidden, older than `before`. Each contact once.
std::vector<Klantcontact> klantcontacten_of_partij(store::Tx&, Id<Partij>, const std::optional<Tijdplaats>& before, int limit);
std::vector<Klantcontact> klantcontacten_of_gemeente(store::Tx&, Id<Gemeente>, const std::optional<Tijdplaats>& before, int limit);
// With this phone number or e-mail address (zoekvorm) given by a betrokkene. Newest first.
std::vector<Klantcontact> klantcontacten_with_adres(store::Tx&, std::string_view zoekvorm, int limit);
std::int64_t count_of_partij(store::Tx&, Id<Partij>);

struct Oude_versie {
    Id<dichtbij::Klantcontact> klantcontact;
    std::int64_t versie = 1;
    Instant vervangen_op;
    std::optional<Id<Medewerker>> door;
    std::string reden;
    Inhoud inhoud;
};
void insert_versie(store::Tx&, const Oude_versie&);
std::vector<Oude_versie> versies_of(store::Tx&, Id<dichtbij::Klantcontact>);  // newest first

void replace_metadata(store::Tx&, Id<dichtbij::Klantcontact>, const Metadata&);
Metadata metadata_of(store::Tx&, Id<dichtbij::Klantcontact>);

void insert_object(store::Tx&, Id<Gemeente>, std::optional<Id<dichtbij::Klantcontact>>, Objectsoort, const Objectverwijzing&);
struct Objecten {
    std::vector<Objectverwijzing> onderwerpobjecten;
    std::vector<Objectverwijzing> bijlagen;
    const std::vector<Objectverwijzing>& of(Objectsoort soort) const { return soort == Objectsoort::bijlage ? bijlagen : onderwerpobjecten; }
};
Objecten objects_of(store::Tx&, Id<dichtbij::Klantcontact>);
bool delete_object(store::Tx&, Id<dichtbij::Klantcontact>, const Uuid& id);

// Words of the contacts in which this partij was involved, and who it was.
std::vector<Id<dichtbij::Klantcontact>> ids_of_partij(store::Tx&, Id<Partij>);
void wipe_words(store::Tx&, Id<dichtbij::Klantcontact>);

}  // namespace dichtbij::klantcontact
