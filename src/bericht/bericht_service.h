#pragma once
// Messages: writing, reading, taking back. Sending stands in bezorging_service.h, templates and rules in
// theirs.
//
// Who may see the outbox of a gemeente: manager, beheerder and teamleider; who wrote a message sees that
// one. In a confidential domain the caller may not read, messages come back masked.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "access/caller.h"
#include "bericht/bericht.h"
#include "bericht/bericht_schema_store.h"
#include "bericht/standaard.h"
#include "journal/journal.h"
#include "store/store.h"
#include "werk/werk_service.h"

namespace dichtbij::bericht {

inline constexpr int lijst_limit = 100;

enum class Wie { alle, van_mij };

struct Filter {
    Wie wie = Wie::alle;
    std::optional<Id<Gemeente>> gemeente;
    std::optional<Staat> staat;
    std::string nummer;                                // of the werk, as typed
    std::optional<Id<dichtbij::Bericht>> voor = {};    // the last one of the page before
    int limit = 50;
};

struct Wijziging {
    Id<dichtbij::Bericht> bericht;
    std::int64_t versie = 0;   // that was seen; another one now is a conflict "fout.gewijzigd"
    std::string onderwerp;
    std::string tekst;
};

struct Intrekking {
    Id<dichtbij::Bericht> bericht;
    std::int64_t versie = 0;
    std::string reden;
};

// Where a message by rule comes from.
struct Herkomst {
    std::string regel;
    std::int64_t oorzaak = 0;      // row of the journal
};

class BerichtService {
  public:
    // Without `standaard` no template is known: for tests of those who write free words.
    BerichtService(store::Store& store, const Clock& clock, IdSource& ids, werk::WerkService& werk, access::AccessLog& log,
                   const Standaard* standaard = nullptr)
        : store_(store), clock_(clock), ids_(ids), werk_(werk), log_(log), standaard_(standaard) {}

    // What a person wrote, in the transaction of the act. The caller has a role in the gemeente; whether he
    // may act on the werk is asked by the act. Refused (conflict) for whom may not be written to:
    // "bericht.fout.overleden", "bericht.fout.gewist".
    Result<Id<dichtbij::Bericht>> write(store::Tx&, const access::Caller&, const NieuwBericht&);
    // What a rule says; by the follower only.
    Result<Id<dichtbij::Bericht>> write(store::Tx&, const access::Caller&, const NieuwBericht&, const Herkomst&);
    // Takes back what waits for the minute of an act; returns how many. For the undo of that act.
    int withdraw_of(store::Tx&, const Uuid& handeling);

    // The same for what rules wrote about a werk since `vanaf`: a follower sees that the act was taken back.
    int withdraw_by_rule(store::Tx&, Id<Werk>, Instant vanaf);

    // For employees. forbidden for who has no outbox, unless he asks for his own.
    Result<std::vector<Bericht>> list(const access::Caller&, const Filter&);
    Result<Bericht> get(const access::Caller&, Id<dichtbij::Bericht>);
    Result<Bericht> get(store::Tx&, const access::Caller&, Id<dichtbij::Bericht>);
    // Of a case or a person, newest first, older than `voor`; for who may read these.
    std::vector<Bericht> of_werk(store::Tx&, const access::Caller&, Id<Werk>, std::optional<Id<dichtbij::Bericht>> voor, int limit);
    std::vector<Bericht> of_partijen(store::Tx&, const access::Caller&, const std::vector<Id<Partij>>&, std::optional<Id<dichtbij::Bericht>> voor, int limit);
    // While it waits: by who wrote it; a message by rule by who sees the outbox.
    Result<Bericht> change(const access::Caller&, const Wijziging&);
    // While it waits, or when sending failed: by who wrote it, and by who sees the outbox.
    Result<Bericht> withdraw(const access::Caller&, const Intrekking&);
    bool may_change(const access::Caller&, const Bericht&) const;
    bool may_withdraw(const access::Caller&, const Bericht&) const;

    // For residents; who he is and what is his is known to the portal, which gives the partijen (familie).
    // Only what went out, newest first.
    std::vector<Bericht> of_partij(store::Tx&, const std::vector<Id<Partij>>&, std::optional<Id<dichtbij::Bericht>> voor, int limit);
    std::vector<Bericht> of_werk(store::Tx&, const std::vector<Id<Partij>>&, Id<Werk>, std::optional<Id<dichtbij::Bericht>> voor, int limit);
    std::int64_t ongelezen(store::Tx&, const std::vector<Id<Partij>>&);
    // Opens it: from now on it is read. not_found when it is not theirs or did not go out.
    Result<Bericht> read(store::Tx&, const std::vector<Id<Partij>>&, Id<dichtbij::Bericht>);

    // For other services: no rights checked.
    std::optional<Bericht> stored(store::Tx&, Id<dichtbij::Bericht>);
    bool is_geschreven(store::Tx&, Id<Werk>, Instant op);  // a person wrote about it at that very moment
    // Nothing that says who or what; waiting messages do not go. For PartijService::on_wissen.
    void forget_partij(store::Tx&, Id<Partij>);

    Instant now() const { return clock_.now(); }
    bool may_see_outbox(const access::Caller&, Id<Gemeente>) const;

  private:
    Result<Bericht> made(store::Tx&, const access::Caller&, const NieuwBericht&);
    Result<Id<dichtbij::Bericht>> keep(store::Tx&, const access::Caller&, Bericht, std::string gebeurtenis);
    Bericht seen(store::Tx&, const access::Caller&, Bericht);
    std::vector<Bericht> seen(store::Tx&, const access::Caller&, std::vector<Bericht>);
    std::vector<Bericht> found(store::Tx&, const access::Caller&, const Filter&, std::span<const Id<Gemeente>> outbox);
    Result<Bericht> waiting(store::Tx&, const access::Caller&, Id<dichtbij::Bericht>, std::int64_t versie);
    void take_back(store::Tx&, Bericht, std::string_view reden);
    void append(store::Tx&, const access::Caller&, std::string gebeurtenis, const Bericht&, std::string_view reden = {});

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    access::AccessLog& log_;
    const Standaard* standaard_;
};

// One English sentence per fault.
std::vector<std::string> bericht_check(store::Tx&, Instant now);

}  // namespace dichtbij::bericht
