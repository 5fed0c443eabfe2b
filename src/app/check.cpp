#include "app/check.h"

#include "access/access_log.h"
#include "app/bewaring.h"
#include "app/check_store.h"
#include "app/installation.h"
#include "journal/chain.h"
#include "klantcontact/klantcontact_service.h"
#include "norm/norm_service.h"
#include "notificatie/bezorg_service.h"
#include "postvak/inname_service.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::app {

std::vector<CheckResult> check_store(store::Store& store, document::FileStore& files, const Clock& clock, document::Grondigheid grondigheid) {
    IdSource ids(clock);
    norm::NormService norms(store, clock, ids);
    const werk::Normbron source{[&](store::Tx& tx, Id<Gemeente> gemeente) { return norms.kalender(tx, gemeente); },
                                [&](store::Tx& tx, const norm::Normvraag& vraag) { return norms.choose_all(tx, vraag); }};
    werk::WerkService werk(store, clock, ids, source);
    document::DocumentService documenten(store, clock, ids, files);
    auto results = store.read([&](store::Tx& tx) {
        return std::vector<CheckResult>{
            {"every open werk has an owner in service, every clock adds up, every promise has its history", werk::werk_check(tx, clock.now())},
            {"every contact has its conversation and its work", klantcontact::klantcontact_check(tx, werk)},
            {"every task has its work", taak::taak_check(tx, werk)},
            {"every case has its work, a last day that follows from what happened, and an end with result and archiving", zaak::zaak_check(tx, werk, clock.now())},
            {"every message is as far as its moments say", bericht::bericht_check(tx, clock.now())},
            {"every mail that came in is handled, and is a contact when it says so", postvak::postvak_check(tx, clock.now())},
            {"every notification that is on its way has its turn", notificatie::notificatie_check(tx)},
            {"the journal is in order and its hash chain holds", journal::check_chain(tx)},
            {"what the journal names exists or has a record of destruction", missing_objects(tx)},
            {"every table with personal data has a retention rule", bewaar_problems(store, all_migrations())},
        };
    });
    results.push_back({"every document has its files, and every file its document", documenten.check(grondigheid)});
    return results;
}

}  // namespace dichtbij::app
