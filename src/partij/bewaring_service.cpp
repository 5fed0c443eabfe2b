#include "journal/journal.h"
#include "partij/accountmanager_store.h"
#include "partij/bewaring.h"
#include "partij/bewaring_store.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr int partij_days = 5 * 365 + 1;  // a leap day in it
constexpr int identificatie_days = 365;
constexpr int accountmanager_days = 92;
constexpr int opening_days = 730;
constexpr int afspraak_days = 365;
constexpr int loose_days = 365;

// The empty row stays: links between partijen, and the journal, go on naming it.
std::vector<access::Vernietigd> destroy(store::Tx& tx, Id<dichtbij::Partij> id, Instant now) {
    const PartijStore store(tx);
    const auto partij = store.find(id);
    if (!partij || partij->gewist_op) return {};
    store.erase(id, now);
    journal::destroy_toelichtingen(tx, journal::Object::partij, id.bytes, now);
    auto line = journal::entry(access::system_caller("bewaring"), now, "partij.gewist", partij->gemeente, journal::Object::partij, id.bytes);
    line.partij = id;
    line.kenmerken = {{"grond", "bewaartermijn"}};
    journal::append(tx, line);
    return {{"partij", id.bytes}};
}

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels(Zoek_ongebruikt zoek, Is_ongebruikt is_ongebruikt) {
    return {
        {"partij",
         {"partij", "partij_adres", "digitaal_adres", "partij_identificator", "rekeningnummer", "categorie_relatie", "vertegenwoordiging",
          "partij_samenvoeging"},
         "own choice: five years after the last change, and as long as work, a contact or another person names him (BW 3:310)", partij_days,
         access::VernietigGezocht{std::move(zoek),
                                  [is_ongebruikt = std::move(is_ongebruikt)](store::Tx& tx, const Uuid& id, const access::Termijn& termijn) {
                                      const Id<dichtbij::Partij> partij{id};
                                      if (!is_ongebruikt(tx, partij, termijn.voor)) return std::vector<access::Vernietigd>();
                                      return destroy(tx, partij, termijn.now);
                                  }}},
        {"identificatie", {"identificatie", "identificatie_antwoord"}, "own choice: a year, for questions about who was let in",
         identificatie_days, access::Vernietig(delete_old_identificaties)},
        {"partij_accountmanager", {"partij_accountmanager"}, "own choice: three months after the employee left", accountmanager_days,
         access::Vernietig(delete_old_accountmanagers)},
        {"partij_opening", {"partij_opening"}, "BIO 12.4: two years, to answer who opened a shielded person and why", opening_days,
         access::Vernietig(delete_old_openingen)},
        {"partij_afspraak", {"partij_afspraak"}, "own choice: a year after the day on which it was to be looked at again", afspraak_days,
         access::Vernietig(delete_old_afspraken)},
        {"los_gegeven", {"digitaal_adres", "partij_identificator", "rekeningnummer", "categorie_relatie"},
         "own choice: a year after it was noted, when it belongs to nobody", loose_days, access::Vernietig(delete_loose)},
    };
}

}  // namespace dichtbij::partij
