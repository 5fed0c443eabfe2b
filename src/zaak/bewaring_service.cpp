#include "journal/journal.h"
#include "zaak/bewaring.h"
#include "zaak/bewaring_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

// The case first: its tasks name the work that goes after it.
std::vector<access::Vernietigd> destroy(store::Tx& tx, document::DocumentService& documenten, Id<dichtbij::Zaak> id, const access::Termijn& termijn,
                                        const std::vector<werk::Meevernietiging>& mee) {
    const auto werk = werk_of_destroyable(tx, id, termijn.voor);
    const auto zaak = werk ? find_zaak(tx, id) : std::nullopt;
    if (!zaak) return {};
    std::vector<access::Vernietigd> destroyed = documenten.destroy_of_object(tx, documentobject(id), termijn.now);
    journal::destroy_toelichtingen(tx, journal::Object::zaak, id.bytes, termijn.now);
    delete_zaak(tx, id);
    // For who keeps words of it elsewhere: the search index.
    journal::append(tx, journal::entry(access::system_caller("bewaring"), termijn.now, "zaak.vernietigd", zaak->gemeente, journal::Object::zaak, id.bytes));
    destroyed.push_back({"zaak", id.bytes});
    for (access::Vernietigd& gone : werk::destroy_familie(tx, *werk, {termijn.now, termijn.now}, mee)) destroyed.push_back(std::move(gone));
    return destroyed;
}

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels(document::DocumentService& documenten, std::vector<werk::Meevernietiging> mee) {
    return {{"zaak",
             {"zaak", "zaak_status", "zaak_rol", "zaak_eigenschap", "zaak_opschorting", "zaak_verlenging", "zaak_ingebrekestelling", "zaak_besluit", "zaaktaak", "zaak_overname"},
             "Archiefwet: until the day of archiving that the result of the case gives (Selectielijst gemeenten 2020)", 0,
             access::VernietigGezocht{zaken_to_destroy, [&documenten, mee = std::move(mee)](store::Tx& tx, const Uuid& id, const access::Termijn& termijn) {
                                          return destroy(tx, documenten, Id<dichtbij::Zaak>{id}, termijn, mee);
                                      }}}};
}

void ZaakService::forget_partij(store::Tx& tx, Id<Partij> partij, Instant now) {
    for (const auto& id : zaken_about(tx, partij)) {
        const auto zaak = find_zaak(tx, id);
        const auto werk = zaak ? werk_.stored(tx, zaak->werk) : std::nullopt;
        // Words about others in whose case he had a part stay theirs.
        const bool is_own = werk && werk->partij == partij;
        if (!is_own) continue;
        journal::destroy_toelichtingen(tx, journal::Object::zaak, id.bytes, now);
        wipe_words(tx, id);
        journal::Entry entry = journal::entry(access::system_caller("wissen"), now, "zaak.woorden_gewist", zaak->gemeente, journal::Object::zaak, id.bytes);
        entry.werk = zaak->werk;
        journal::append(tx, entry);
    }
    delete_rollen_of(tx, partij);
}

}  // namespace dichtbij::zaak
