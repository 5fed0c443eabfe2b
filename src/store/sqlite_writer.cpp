#include "store/sqlite_writer.h"

namespace dichtbij::store {

namespace {

std::string text_of(const std::exception_ptr& error) {
    try {
        std::rethrow_exception(error);
    } catch (const std::exception& known) {
        return known.what();
    } catch (...) {
        return "unknown";
    }
}

}  // namespace

// Lives on the stack of the caller, who waits for `done`.
struct SqliteWriter::Job {
    const UnitOfWork& unit;
    AfterCommit after{};
    std::exception_ptr error{};
    std::mutex mutex{};
    std::condition_variable finished{};
    bool done = false;
};

SqliteWriter::SqliteWriter(const SqliteOptions& options)
    : group_limit_(static_cast<std::size_t>(std::max(1, options.group_limit))),
      group_time_(options.group_time_ms),
      connection_(options, SqliteAccess::write),
      thread_([this] { work(); }) {}

SqliteWriter::~SqliteWriter() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    arrived_.notify_one();
    thread_.join();
}

void SqliteWriter::run(const UnitOfWork& unit) {
    refuse_nested_unit();
    Job job{unit};
    {
        const std::lock_guard lock(mutex_);
        if (stopping_) throw Unavailable("the store is closing");
        waiting_.push_back(&job);
    }
    arrived_.notify_one();
    {
        std::unique_lock lock(job.mutex);
        job.finished.wait(lock, [&] { return job.done; });
    }
    if (job.error) std::rethrow_exception(job.error);
    run_after_commit(job.after);
}

void SqliteWriter::work() {
    while (Job* first = wait_for_job()) run_group(*first);
}

void SqliteWriter::run_group(Job& first) {
    Group group;
    std::exception_ptr lost;
    try {
        connection_.control("begin immediate");
        const auto started = std::chrono::steady_clock::now();
        for (Job* job = &first; job != nullptr; job = has_room(group, started) ? next_job() : nullptr) {
            group.push_back(job);
            run_unit(*job);
        }
        connection_.control("commit");
    } catch (...) {
        lost = std::current_exception();
    }
    if (group.empty()) {  // another process holds the file; waiting longer one by one helps nobody
        group = take_waiting();
        group.push_back(&first);
    }
    try {
        if (connection_.in_transaction()) connection_.control("rollback");
    } catch (...) {
        lost = std::current_exception();
    }
    finish(group, lost);
}

// Throws only when the transaction of the whole group is gone.
void SqliteWriter::run_unit(Job& job) {
    connection_.control("savepoint unit");
    connection_.start_unit();
    try {
        const InsideUnit inside;
        Tx tx(connection_, job.after);
        const Outcome outcome = job.unit(tx);
        connection_.end_unit();
        if (outcome == Outcome::keep) return connection_.control("release unit");
    } catch (...) {
        job.error = std::current_exception();
    }
    connection_.start_unit();
    job.after.clear();
    // A full disk, an I/O error or no memory make SQLite drop every savepoint, not only this one.
    if (!connection_.in_transaction()) std::rethrow_exception(job.error);
    connection_.control("rollback to unit");
    connection_.control("release unit");
}

// What a unit read may have been written by an earlier one of its group, so when the group is lost
// its refusals are worth nothing either.
void SqliteWriter::finish(const Group& group, const std::exception_ptr& lost) {
    const std::string why = lost ? "not saved: " + text_of(lost) : "";
    for (Job* job : group) {
        if (lost) job->error = std::make_exception_ptr(Unavailable(why));
        const std::lock_guard lock(job->mutex);
        job->done = true;
        job->finished.notify_one();
    }
}

bool SqliteWriter::has_room(const Group& group, std::chrono::steady_clock::time_point started) const {
    return group.size() < group_limit_ && std::chrono::steady_clock::now() - started < group_time_;
}

SqliteWriter::Job* SqliteWriter::wait_for_job() {
    std::unique_lock lock(mutex_);
    arrived_.wait(lock, [&] { return stopping_ || !waiting_.empty(); });
    if (waiting_.empty()) return nullptr;
    Job* job = waiting_.front();
    waiting_.pop_front();
    return job;
}

SqliteWriter::Job* SqliteWriter::next_job() {
    const std::lock_guard lock(mutex_);
    if (waiting_.empty()) return nullptr;
    Job* job = waiting_.front();
    waiting_.pop_front();
    return job;
}

std::size_t SqliteWriter::waiting() const {
    const std::lock_guard lock(mutex_);
    return waiting_.size();
}

SqliteWriter::Group SqliteWriter::take_waiting() {
    const std::lock_guard lock(mutex_);
    Group group(waiting_.begin(), waiting_.end());
    waiting_.clear();
    return group;
}

}  // namespace dichtbij::store
