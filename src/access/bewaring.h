#pragma once
// Retention: which tables hold personal data, how long, and how it is destroyed. Each capability supplies
// its rules; what was destroyed by which rule leaves a record (table vernietiging), so that `check` can
// tell a destroyed row from a lost one.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "access/account.h"
#include "base/id.h"
#include "base/time.h"
#include "store/dialect.h"

namespace dichtbij::access {

class AccessLog;

struct Vernietigd {
    std::string soort;             // "account"
    std::optional<Uuid> object;    // none: a number of rows that nothing names
    std::int64_t aantal = 1;
    bool operator==(const Vernietigd&) const = default;
};

// Of rows that nothing names; none when there were none.
inline std::vector<Vernietigd> counted(std::string soort, std::int64_t aantal) {
    if (aantal == 0) return {};
    return {{std::move(soort), std::nullopt, aantal}};
}

// Destroys at most `limit` things from before the moment, in the transaction; none: nothing is left to
// destroy.
using Vernietig = std::function<std::vector<Vernietigd>(store::Tx&, Instant voor, int limit)>;
// The same for what stands outside the store: how many.
using VernietigBuiten = std::function<std::int64_t(Instant voor, int limit)>;
// What takes long to find, or hangs together with much: looked for on a snapshot that holds nobody up, and
// destroyed one by one, a few per transaction. `vernietig` looks again, and gives nothing when it must stay.
struct Termijn {
    Instant voor;
    Instant now;
};
struct VernietigGezocht {
    std::function<std::vector<Uuid>(store::Tx&, Instant voor, int limit)> zoek;
    std::function<std::vector<Vernietigd>(store::Tx&, const Uuid&, const Termijn&)> vernietig;
};
// No term of its own: goes with something else.
struct Volgt {
    std::string waarmee;  // "partij"
};

struct BewaarRegel {
    std::string code;                   // "sessie"; in the record of destruction
    std::vector<std::string> tabellen;  // all that the rule clears
    std::string grondslag;              // why so long: a law, a selection list, an own choice
    int dagen = 0;                      // whole days that are kept
    std::variant<Volgt, Vernietig, VernietigBuiten, VernietigGezocht> hoe;
};

struct BewaarUitkomst {
    std::string code;
    std::int64_t aantal = 0;
};

class Bewaring {
  public:
    explicit Bewaring(store::Store& store) : store_(store) {}
    // CHECKs that the code is new.
    void add(BewaarRegel regel);
    void add(std::vector<BewaarRegel> regels);
    const std::vector<BewaarRegel>& regels() const { return regels_; }

    // Applies all rules, a few rows per transaction so that others get their turn. To be called once a
    // day; harmless more often, and going on the next time when it was broken off.
    std::vector<BewaarUitkomst> run(Instant now);

    // One sentence for each table that does not say whether it holds personal data ("-- persoonsgegevens:
    // why so long" or "-- geen persoonsgegevens" above its create table), and for each with personal data
    // that no rule clears, and for each rule about a table that is not there.
    std::vector<std::string> problems(std::span<const store::Migration> migrations) const;

  private:
    std::int64_t run_rule(const BewaarRegel& regel, const Termijn& termijn);
    std::int64_t run_batch(const BewaarRegel& regel, const Termijn& termijn);
    std::int64_t run_found(const BewaarRegel& regel, const VernietigGezocht& hoe, const Termijn& termijn);

    store::Store& store_;
    std::vector<BewaarRegel> regels_;
};

// For destruction that no rule does: on request of the person himself ("avg_verzoek").
void record_destruction(store::Tx&, const Vernietigd&, std::string_view regel, Instant now);
bool was_destroyed(store::Tx&, const Uuid& object);

// Ids hold the moment they were made (UUIDv7): the least id of a moment, for tables that do not keep when.
Uuid eerste_id_van(Instant op);

// The rules of access itself. `log` outlives them.
std::vector<BewaarRegel> bewaar_regels(AccessLog& log, int inzage_dagen = 730);
std::vector<BewaarRegel> bewaar_regels(VernietigBuiten inzage, int inzage_dagen);

}  // namespace dichtbij::access
