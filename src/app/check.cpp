#include "app/check.h"

#include "app/check_store.h"
#include "base/text.h"
#include "journal/chain.h"
#include "klantcontact/klantcontact_service.h"
#include "norm/norm_service.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"

namespace dichtbij::app {

std::vector<std::string> tables_without_rule(std::span<const store::Migration> migrations) {
    std::vector<std::string> problems;
    for (const auto& migration : migrations) {
        std::string_view rest = migration.sql;
        std::string_view said;  // the comment that stands right before
        while (!rest.empty()) {
            const auto end = std::min(rest.find('\n'), rest.size());
            const auto line = trimmed(rest.substr(0, end));
            rest.remove_prefix(std::min(end + 1, rest.size()));
            if (line.starts_with("-- persoonsgegevens: ") || line.starts_with("-- geen persoonsgegevens")) said = line;
            if (!line.starts_with("create table")) continue;
            if (said.empty()) problems.push_back(std::string(migration.name) + ": '" + std::string(line) + "' does not say what happens to personal data");
            said = {};
        }
    }
    return problems;
}

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
            {"every table with personal data has a retention rule", tables_without_rule(migrations)},
        };
    });
}

}  // namespace dichtbij::app
