#include "document/elders_service.h"
#include "postvak/bewaring.h"
#include "postvak/mail_store.h"

namespace dichtbij::postvak {
namespace {

constexpr int loose_mail_days = 30;
constexpr int lesson_days = 730;

void delete_all(store::Tx& tx, const RuweMailRij& row) {
    document::laat_bestand(tx, row.bestand);
    delete_mail(tx, row);
}

std::vector<access::Vernietigd> delete_loose(store::Tx& tx, Instant before, int limit) {
    std::int64_t gone = 0;
    for (const auto& row : loose_before(tx, before, limit)) {
        delete_all(tx, row);
        ++gone;
    }
    return access::counted("mail", gone);
}

std::vector<access::Vernietigd> delete_lessons(store::Tx& tx, Instant before, int limit) { return access::counted("mailles", delete_lessen_before(tx, before, limit)); }

}  // namespace

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"mail_geen_vraag", {"ruwe_mail", "ruwe_mail_postvak", "mailtekst"}, "own choice: thirty days, to see what was not handled; a mail that is a contact goes with its work",
             loose_mail_days, access::Vernietig(delete_loose)},
            {"mailles", {"mailles"}, "own choice: two years after the word was last used", lesson_days, access::Vernietig(delete_lessons)}};
}

std::vector<access::Vernietigd> destroy_of_werk(document::DocumentService& documenten, store::Tx& tx, Id<Werk> werk, Instant now) {
    std::vector<access::Vernietigd> destroyed;
    for (const auto& row : all_of_werk(tx, werk)) {
        if (row.klantcontact)
            for (auto& one : documenten.destroy_of_object(tx, {"klantcontact", row.klantcontact->bytes}, now)) destroyed.push_back(std::move(one));
        delete_all(tx, row);
        destroyed.push_back({"mail", row.id.bytes});
    }
    return destroyed;
}

void forget_partij(document::DocumentService& documenten, store::Tx& tx, Id<Partij> partij, Instant now) {
    for (const auto& row : all_of_partij(tx, partij)) {
        if (row.klantcontact) static_cast<void>(documenten.destroy_of_object(tx, {"klantcontact", row.klantcontact->bytes}, now));
        delete_all(tx, row);
    }
}

}  // namespace dichtbij::postvak
