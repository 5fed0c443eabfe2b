#pragma once
// Who looked at which person, when, with which role and purpose, on which screen: one row for a page or
// an API request. Written in batches by a thread of its own, within a second; after a crash at most that
// second is missing, and the next start writes a line that says so. On SQLite it has its own file.

#include <boost/describe/enum.hpp>

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "access/caller.h"
#include "base/time.h"
#include "store/dialect.h"

namespace dichtbij::access {

// onderbreking: the process before this one did not stop cleanly; up to a second may be missing.
enum class Inzagesoort { detail, zoekopdracht, onderbreking };
BOOST_DESCRIBE_ENUM(Inzagesoort, detail, zoekopdracht, onderbreking)

// What was looked at. A list of hits is one zoekopdracht without persons; opening one is a detail.
struct Inzage {
    Inzagesoort soort = Inzagesoort::detail;
    Id<Gemeente> gemeente;                  // nil: a search over several
    std::vector<Id<Partij>> partijen = {};  // shown in detail
    std::string zoek = {};                  // the search, normalised; at most 200 characters are kept
    std::string object_soort = {};          // "taak"; empty: none
    Uuid object = {};
};

struct InzageFilter {
    std::optional<Id<Medewerker>> medewerker;
    std::optional<Id<Partij>> partij;
    std::optional<Id<Gemeente>> gemeente;
    std::optional<Instant> van;  // [van, tot)
    std::optional<Instant> tot;
    std::optional<std::int64_t> voor;  // rows before this number: the next page
};

struct InzageRegel {  // as read back
    std::int64_t nummer = 0;
    Instant op;
    Inzagesoort soort = Inzagesoort::detail;
    std::optional<Id<Medewerker>> medewerker;  // none: onderbreking, a resident, or an application
    std::string rollen;                        // in that gemeente, then: "kcc_medewerker teamleider"
    std::string doel;
    std::string scherm;
    Id<Gemeente> gemeente;
    std::vector<Id<Partij>> partijen;
    std::string zoek;
    std::string object_soort;
    std::optional<Uuid> object;
    std::string verzoek;  // request id
    std::optional<Id<Applicatie>> applicatie = {};  // another system, by its token; then there is no employee
};

struct InzagePage {
    std::vector<InzageRegel> regels;   // newest first
    std::optional<std::int64_t> voor;  // for the next page; none: this is the last
};

struct InzageNieuw;  // as the table takes it

class AccessLog {
  public:
    // `node` names this process among others on the same store. Writes the line about an unclean stop.
    AccessLog(store::Store& store, const Clock& clock, std::string node = "");
    ~AccessLog();  // stops
    AccessLog(const AccessLog&) = delete;

    // Thread-safe, without waiting for the disk. The system itself leaves no rows. Throws
    // store::Unavailable when the log could not be written for so long that rows would be lost: nobody
    // reads without being logged.
    void record(const Caller& caller, const Inzage& inzage);
    // Returns when all that was recorded before is on disk; waits as long as the store refuses.
    void flush();
    // Flushes and notes a clean stop. After that nothing may be recorded.
    void stop();

    // For a beheerder: rows of his gemeenten, and searches over several. The look itself is logged.
    Result<InzagePage> zoek(const Caller& caller, const InzageFilter& filter);
    // For the person himself and for subject access: who looked at this partij. The service that asks has
    // checked its own right.
    InzagePage of_partij(Id<Partij> partij, std::optional<std::int64_t> voor);

    // Retention: destroys at most `limit` rows from before; returns how many.
    std::int64_t destroy_before(Instant before, int limit);

  private:
    struct Wachtend {
        Inzage inzage;
        Instant op;
        Id<Medewerker> medewerker;
        std::string rollen;
        std::string doel;
        std::string scherm;
        std::string verzoek;
        std::optional<Id<Applicatie>> applicatie;
    };

    void work();
    bool write_waiting();
    static InzageNieuw written_form(const Wachtend&);

    store::Store& store_;
    const Clock& clock_;
    const std::string node_;
    std::mutex mutex_;  // guards what follows
    std::condition_variable changed_;
    std::deque<Wachtend> waiting_;
    std::size_t in_hand_ = 0;  // taken by the thread, not yet on disk
    bool flush_asked_ = false;
    bool stopping_ = false;
    std::thread thread_;
};

std::span<const store::Migration> access_log_migrations();

}  // namespace dichtbij::access
