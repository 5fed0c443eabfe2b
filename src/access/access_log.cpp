#include "access/access_log.h"

#include <boost/describe/enum_to_string.hpp>
#include <spdlog/spdlog.h>

#include <array>
#include <chrono>

#include "access/access_log_store.h"
#include "access/rights.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr std::chrono::milliseconds batch_window{500};
constexpr std::chrono::milliseconds retry_after{250};
constexpr std::size_t batch_rows = 2'000;
constexpr std::size_t waiting_rows = 50'000;
constexpr std::size_t search_characters = 200;
constexpr int page_rows = 50;

// The system acts for a resident who looks himself, or for an organisation outside that was asked for advice: that
// is a reading too, by no employee.
bool is_for_resident(const Caller& caller) { return caller.is_system() && caller.doel.starts_with("inwoner"); }
bool is_for_partner(const Caller& caller) { return caller.is_system() && caller.doel == "ketenpartner"; }

std::string roles_in(const Caller& caller, Id<Gemeente> gemeente) {
    if (is_for_resident(caller)) return "inwoner";
    if (is_for_partner(caller)) return "ketenpartner";
    if (caller.applicatie) return "applicatie";
    std::string roles;
    for (const Grant& grant : caller.grants) {
        if (!gemeente.is_nil() && grant.gemeente != gemeente) continue;
        const std::string_view name = boost::describe::enum_to_string(grant.rol, "");
        if (roles.find(name) != std::string::npos) continue;
        if (!roles.empty()) roles += ' ';
        roles += name;
    }
    return roles;
}

InzageNieuw interruption(Instant now) {
    InzageNieuw row;
    row.rij.op = now;
    row.rij.soort = Inzagesoort::onderbreking;
    return row;
}

}  // namespace

AccessLog::AccessLog(store::Store& store, const Clock& clock, std::string node)
    : store_(store), clock_(clock), node_(std::move(node)) {
    const bool was_unclean = store_.write([&](store::Tx& tx) {
        const bool unclean = start_node(tx, node_);
        if (unclean) insert_inzage(tx, std::array{interruption(clock_.now())});
        return unclean;
    });
    if (was_unclean) spdlog::warn("access log: the last stop was not clean; up to one second of it may be missing");
    thread_ = std::thread([this] { work(); });
}

AccessLog::~AccessLog() { stop(); }

void AccessLog::record(const Caller& caller, const Inzage& inzage) {
    if (caller.is_system() && !is_for_resident(caller) && !is_for_partner(caller)) return;
    Wachtend row{inzage,      clock_.now(),  caller.medewerker, roles_in(caller, inzage.gemeente),
                 caller.doel, caller.scherm, caller.request_id, {}};
    if (caller.applicatie) row.applicatie = caller.applicatie->id;
    {
        const std::lock_guard lock(mutex_);
        CHECK_THAT(!stopping_);
        if (waiting_.size() >= waiting_rows) throw store::Unavailable("the access log cannot be written");
        waiting_.push_back(std::move(row));
        if (waiting_.size() > 1 && waiting_.size() < batch_rows) return;  // the thread waits for its window already
    }
    changed_.notify_all();
}

void AccessLog::flush() {
    std::unique_lock lock(mutex_);
    flush_asked_ = true;
    changed_.notify_all();
    changed_.wait(lock, [this] { return waiting_.empty() && in_hand_ == 0; });
}

void AccessLog::stop() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
    thread_ = {};
    if (!waiting_.empty()) {
        spdlog::error("access log: {} rows could not be written at the stop", waiting_.size());
        return;  // not a clean stop: the next start says so
    }
    try {
        store_.write([&](store::Tx& tx) { stop_node(tx, node_); });
    } catch (const std::exception& failure) {
        spdlog::error("access log: a clean stop could not be noted: {}", failure.what());
    }
}

void AccessLog::work() {
    while (true) {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
            changed_.wait_for(lock, batch_window, [this] { return stopping_ || flush_asked_ || waiting_.size() >= batch_rows; });
            if (waiting_.empty() && stopping_) return;
        }
        if (write_waiting()) continue;
        std::unique_lock lock(mutex_);
        if (stopping_) return;
        changed_.wait_for(lock, retry_after, [this] { return stopping_; });
    }
}

// False when the store refused: the rows wait for the next attempt.
bool AccessLog::write_waiting() {
    std::vector<Wachtend> batch;
    {
        const std::lock_guard lock(mutex_);
        const std::size_t count = std::min(waiting_.size(), batch_rows);
        batch.assign(std::make_move_iterator(waiting_.begin()),
                     std::make_move_iterator(waiting_.begin() + static_cast<std::ptrdiff_t>(count)));
        waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(count));
        in_hand_ = count;
    }
    std::vector<InzageNieuw> rows;
    for (const Wachtend& row : batch) rows.push_back(written_form(row));
    bool is_written = true;
    try {
        store_.write([&](store::Tx& tx) { insert_inzage(tx, rows); });
    } catch (const std::exception& failure) {
        spdlog::error("access log: {} rows wait, the store refuses them: {}", batch.size(), failure.what());
        is_written = false;
    }
    {
        const std::lock_guard lock(mutex_);
        in_hand_ = 0;
        if (!is_written)
            waiting_.insert(waiting_.begin(), std::make_move_iterator(batch.begin()), std::make_move_iterator(batch.end()));
        if (waiting_.empty()) flush_asked_ = false;
    }
    changed_.notify_all();
    return is_written;
}

InzageNieuw AccessLog::written_form(const Wachtend& row) {
    const Inzage& seen = row.inzage;
    InzageNieuw written;
    written.rij = {.op = row.op,
                   .soort = seen.soort,
                   .medewerker = row.medewerker.is_nil() ? std::nullopt : std::optional(row.medewerker),
                   .rollen = row.rollen,
                   .doel = row.doel,
                   .scherm = row.scherm,
                   .gemeente = seen.gemeente,
                   .partij = {},
                   .zoek = shortened(seen.zoek, search_characters),
                   .object_soort = seen.object_soort,
                   .object = {},
                   .verzoek = row.verzoek,
                   .applicatie = row.applicatie};
    if (!seen.object_soort.empty()) written.rij.object = seen.object;
    if (seen.partijen.empty()) return written;
    written.rij.partij = seen.partijen.front();
    written.overige.assign(seen.partijen.begin() + 1, seen.partijen.end());
    return written;
}

Result<InzagePage> AccessLog::zoek(const Caller& caller, const InzageFilter& filter) {
    TRY_DONE(require_beheerder(caller));
    if (filter.gemeente && !manages(caller, *filter.gemeente))
        return not_found("no beheerder in gemeente " + filter.gemeente->text());
    std::optional<std::vector<Id<Gemeente>>> visible;
    if (!caller.is_system()) visible = managed_gemeenten(caller);
    Inzage look{.soort = Inzagesoort::zoekopdracht, .gemeente = filter.gemeente.value_or(Id<Gemeente>{}), .zoek = "inzagelog"};
    if (filter.partij) look.partijen.push_back(*filter.partij);
    record(caller, look);
    return store_.read([&](store::Tx& tx) { return read_inzage(tx, filter, visible, page_rows); });
}

InzagePage AccessLog::of_partij(Id<Partij> partij, std::optional<std::int64_t> voor) {
    InzageFilter filter;
    filter.partij = partij;
    filter.voor = voor;
    return store_.read([&](store::Tx& tx) { return read_inzage(tx, filter, std::nullopt, page_rows); });
}

std::int64_t AccessLog::destroy_before(Instant before, int limit) {
    return store_.write([&](store::Tx& tx) { return delete_inzage(tx, before, limit); });
}

}  // namespace dichtbij::access
