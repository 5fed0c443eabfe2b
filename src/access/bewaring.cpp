#include "access/bewaring.h"

#include <algorithm>
#include <map>

#include "access/access_log.h"
#include "access/bewaring_store.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr int batch_rows = 200;
constexpr int batches_per_run = 5'000;  // then the next run goes on
constexpr int found_rows = 20'000;
constexpr std::size_t together = 10;
constexpr int session_days = 1;
constexpr int attempt_days = 1;
constexpr int account_days = 365;

std::int64_t record_all(store::Tx& tx, const std::vector<Vernietigd>& destroyed, const BewaarRegel& regel, Instant now) {
    std::int64_t count = 0;
    for (const Vernietigd& one : destroyed) {
        insert_destruction(tx, one, regel.code, now);
        count += one.aantal;
    }
    return count;
}

}  // namespace

void Bewaring::add(BewaarRegel regel) {
    for (const BewaarRegel& other : regels_) CHECK_THAT(other.code != regel.code);
    CHECK_THAT(!regel.code.empty() && !regel.tabellen.empty() && !regel.grondslag.empty() && regel.dagen >= 0);
    regels_.push_back(std::move(regel));
}

void Bewaring::add(std::vector<BewaarRegel> regels) {
    for (BewaarRegel& regel : regels) add(std::move(regel));
}

std::vector<BewaarUitkomst> Bewaring::run(Instant now) {
    std::vector<BewaarUitkomst> outcome;
    for (const BewaarRegel& regel : regels_) {
        const Termijn termijn{start_of(day_of(now) - days(regel.dagen)), now};
        if (const auto aantal = run_rule(regel, termijn); aantal > 0) outcome.push_back({regel.code, aantal});
    }
    return outcome;
}

std::int64_t Bewaring::run_rule(const BewaarRegel& regel, const Termijn& termijn) {
    std::int64_t total = 0;
    for (int batch = 0; batch < batches_per_run; ++batch) {
        const std::int64_t done = run_batch(regel, termijn);
        if (done == 0) break;
        total += done;
    }
    return total;
}

std::int64_t Bewaring::run_batch(const BewaarRegel& regel, const Termijn& termijn) {
    if (const auto* found = std::get_if<VernietigGezocht>(&regel.hoe)) return run_found(regel, *found, termijn);
    if (const auto* inside = std::get_if<Vernietig>(&regel.hoe))
        return store_.write([&](store::Tx& tx) { return record_all(tx, (*inside)(tx, termijn.voor, batch_rows), regel, termijn.now); });
    const auto* outside = std::get_if<VernietigBuiten>(&regel.hoe);
    if (!outside) return 0;
    const std::int64_t done = (*outside)(termijn.voor, batch_rows);
    if (done > 0)
        store_.write([&](store::Tx& tx) { insert_destruction(tx, {regel.code, std::nullopt, done}, regel.code, termijn.now); });
    return done;
}

std::int64_t Bewaring::run_found(const BewaarRegel& regel, const VernietigGezocht& hoe, const Termijn& termijn) {
    const std::vector<Uuid> found = store_.read([&](store::Tx& tx) { return hoe.zoek(tx, termijn.voor, found_rows); });
    std::int64_t total = 0;
    for (std::size_t at = 0; at < found.size(); at += together) {
        const auto some = std::span(found).subspan(at, std::min(together, found.size() - at));
        total += store_.write([&](store::Tx& tx) {
            std::int64_t count = 0;
            for (const Uuid& id : some) count += record_all(tx, hoe.vernietig(tx, id, termijn), regel, termijn.now);
            return count;
        });
    }
    return total;
}

std::vector<std::string> Bewaring::problems(std::span<const store::Migration> migrations) const {
    std::vector<std::string> problems;
    std::map<std::string, bool> is_personal;
    for (const Verklaring& table : declared_tables(migrations)) {
        if (!table.is_verklaard) problems.push_back("table " + table.tabel + " does not say whether it holds personal data");
        is_personal[table.tabel] = table.is_persoonlijk;
    }
    std::map<std::string, bool> is_cleared;
    for (const BewaarRegel& regel : regels_)
        for (const std::string& tabel : regel.tabellen) {
            is_cleared[tabel] = true;
            if (!is_personal.contains(tabel))
                problems.push_back("retention rule " + regel.code + " names table " + tabel + ", which is not there");
        }
    for (const auto& [tabel, personal] : is_personal)
        if (personal && !is_cleared.contains(tabel))
            problems.push_back("table " + tabel + " holds personal data and has no retention rule");
    return problems;
}

void record_destruction(store::Tx& tx, const Vernietigd& destroyed, std::string_view regel, Instant now) {
    insert_destruction(tx, destroyed, regel, now);
}

bool was_destroyed(store::Tx& tx, const Uuid& object) { return has_destruction(tx, object); }

Uuid eerste_id_van(Instant op) {
    Uuid id{};
    std::int64_t ms = op.time_since_epoch().count() * 1000;
    for (std::size_t i = 6; i-- > 0; ms >>= 8) id[i] = static_cast<std::uint8_t>(ms & 0xff);
    return id;
}

std::vector<BewaarRegel> bewaar_regels(AccessLog& log, int inzage_dagen) {
    return bewaar_regels([&log](Instant voor, int limit) { return log.destroy_before(voor, limit); }, inzage_dagen);
}

std::vector<BewaarRegel> bewaar_regels(VernietigBuiten inzage, int inzage_dagen) {
    return {
        {"sessie",
         {"sessie"},
         "own choice: a day after its end, for questions about who was signed in",
         session_days,
         Vernietig(delete_old_sessions)},
        {"login_poging",
         {"login_poging"},
         "own choice: longer than the longest wait",
         attempt_days,
         Vernietig(delete_old_attempts)},
        {"account",
         {"account", "account_rol", "account_domein", "herstelcode"},
         "own choice: a year after it was switched off",
         account_days,
         Vernietig(delete_old_accounts)},
        {"inzage",
         {"inzage", "inzage_partij"},
         "BIO 12.4: long enough to answer who looked; setting retention_access_log_days",
         inzage_dagen,
         std::move(inzage)},
    };
}

}  // namespace dichtbij::access
