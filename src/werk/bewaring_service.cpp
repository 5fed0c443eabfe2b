#include "journal/journal.h"
#include "werk/bewaring.h"
#include "werk/bewaring_store.h"

namespace dichtbij::werk {
namespace {

constexpr int werk_days = 5 * 365 + 1;  // a leap day in it
constexpr int read_days = 90;
constexpr int unread_days = 365;
constexpr int contact_days = 90;

}  // namespace

std::vector<access::Vernietigd> destroy_familie(store::Tx& tx, Id<dichtbij::Werk> id, const access::Termijn& termijn,
                                                const std::vector<Meevernietiging>& mee) {
    const auto familie = familie_closed_before(tx, id, termijn.voor);
    std::vector<access::Vernietigd> destroyed;
    for (const Meevernietiging& act : mee)
        for (const auto& one : familie)
            for (access::Vernietigd& gone : act(tx, one, termijn.now)) destroyed.push_back(std::move(gone));
    for (const auto& one : familie) {
        journal::destroy_toelichtingen(tx, journal::Object::werk, one.bytes, termijn.now);
        delete_werk(tx, one);
        destroyed.push_back({"werk", one.bytes});
    }
    return destroyed;
}

std::vector<access::BewaarRegel> bewaar_regels(std::vector<Meevernietiging> mee) {
    return {
        {"werk", {"werk", "toezegging"},
         "own choice within the Selectielijst gemeenten 2020, which leaves the term to the kind of process: five years after closing, "
         "as long as a claim for damages can be made (BW 3:310)",
         werk_days,
         access::VernietigGezocht{werk_closed_before,
                                  [mee = std::move(mee)](store::Tx& tx, const Uuid& id, const access::Termijn& termijn) {
                                      return destroy_familie(tx, Id<dichtbij::Werk>{id}, termijn, mee);
                                  }}},
        {"attentie", {"attentie"}, "own choice: three months after it was read", read_days, access::Vernietig(delete_old_attenties)},
        {"attentie_ongelezen", {"attentie"}, "own choice: who did not look in a year will not", unread_days,
         access::Vernietig(delete_unread_attenties)},
        {"weergave", {"weergave"}, "own choice: three months after leaving; a shared one is its team's", contact_days,
         access::Vernietig(delete_weergaven_of_who_left)},
    };
}

}  // namespace dichtbij::werk
