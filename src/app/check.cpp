#include "app/check.h"

#include "app/bewaring.h"
#include "app/check_store.h"
#include "journal/chain.h"
#include "klantcontact/klantcontact_service.h"
#include "norm/norm_service.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"

namespace dichtbij::app {

std::vector<CheckResult> check_store(store::Store& store, std::span<const store::Migration> migrations, const Clock& clock) {
    IdSource ids(clock);
    norm::NormService norms(store, clock, ids);
    const werk::Normbron source{[&](store::Tx& tx, Id<Gemeente> gemeente) { return norms.kalender(tx, gemeente); },
                                [&](store::Tx& tx, const norm::Normvraag& vraag) { return norms.choose_all(tx, vraag); }};
    werk::WerkService werk(store, clock, ids, source);
    return store.read([&](store::Tx& tx) {
        return std::vector<CheckResult>{
            {"every open werk has an owner in service, every clock adds up, every promise has its history", werk::werk_check(tx, clock.now())},
            {"every contact has its conversation and its work", klantcontact::klantcontact_check(tx, werk)},
            {"every task has its work", taak::taak_check(tx, werk)},
            {"the journal is in order and its hash chain holds", journal::check_chain(tx)},
            {"what the journal names exists or has a record of destruction", missing_objects(tx)},
            {"every table with personal data has a retention rule", bewaar_problems(store, migrations)},
        };
    });
}

}  // namespace dichtbij::app
