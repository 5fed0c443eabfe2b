#include "journal/follower.h"

#include <doctest/doctest.h>

#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "journal/followers.h"
#include "journal/testing.h"
#include "support/stores.h"

namespace dichtbij::journal::follower_test {
namespace {

using testing::an_entry;
using testing::moment;

// Opens once; many may wait for it.
class Gate {
  public:
    void open() {
        {
            const std::lock_guard lock(mutex_);
            open_ = true;
        }
        opened_.notify_all();
    }
    void wait() {
        std::unique_lock lock(mutex_);
        opened_.wait(lock, [this] { return open_; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable opened_;
    bool open_ = false;
};

class Remembering final : public LocalProjection {
  public:
    Cursor cursor() override {
        const std::lock_guard lock(mutex_);
        return cursor_;
    }
    void apply(std::span<const Line> lines, const Cursor& end) override {
        const std::lock_guard lock(mutex_);
        for (const Line& line : lines) numbers_.push_back(line.nummer);
        cursor_ = end;
        arrived_.notify_all();
    }
    std::vector<std::int64_t> numbers() {
        const std::lock_guard lock(mutex_);
        return numbers_;
    }
    void wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        arrived_.wait(lock, [&] { return numbers_.size() >= count; });
    }

  private:
    std::mutex mutex_;
    std::condition_variable arrived_;
    Cursor cursor_;
    std::vector<std::int64_t> numbers_;
};

std::int64_t add_row(store::Store& store, int object) {
    return store.write([&](store::Tx& tx) { return append(tx, an_entry("taak.gemaakt", object)); });
}

void follow_to_the_end(Follower& follower) {
    while (follower.run_once(moment, 100) > 0) {
    }
}

constexpr store::Migration counted_table[] = {
    {"test.1", 1, "-- geen persoonsgegevens\ncreate table geteld (nummer $int primary key) $strict;\n"}};

std::vector<store::Migration> with_counted() {
    std::vector<store::Migration> all(migrations().begin(), migrations().end());
    all.push_back(counted_table[0]);
    return all;
}

void count_rows(store::Tx& tx, std::span<const Line> lines) {
    for (const Line& line : lines) tx.run("insert into geteld (nummer) values (?1)", line.nummer);
}

std::int64_t counted(store::Store& store) {
    return store.read([](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from geteld"); });
}

}  // namespace

TEST_CASE("a follower loses nothing of a transaction that stays open while 1,000 others commit") {
    // SQLite numbers in commit order and has one writer: an open transaction keeps the others waiting.
    const auto fresh = fresh_postgres(migrations());
    if (!fresh) return;
    Gate appended;
    Gate go_on;
    std::int64_t late_number = 0;
    std::thread slow([&] {
        fresh->store->write([&](store::Tx& tx) {
            late_number = append(tx, an_entry("taak.laat", 1));
            appended.open();
            go_on.wait();
        });
    });
    appended.wait();
    Remembering seen;
    LocalFollower follower(*fresh->store, "proef", seen);
    std::vector<std::thread> writers;
    for (int writer = 0; writer < 4; ++writer)
        writers.emplace_back([&] {
            for (int i = 0; i < 250; ++i) add_row(*fresh->store, i);
        });
    for (std::thread& writer : writers) writer.join();
    follow_to_the_end(follower);
    CHECK(seen.numbers().empty());  // all of them are newer than the open transaction
    go_on.open();
    slow.join();
    follow_to_the_end(follower);
    const auto numbers = seen.numbers();
    CHECK(numbers.size() == 1001);
    const std::set<std::int64_t> once(numbers.begin(), numbers.end());
    CHECK(once.size() == 1001);
    CHECK(once.count(late_number) == 1);
}

TEST_CASE("a follower that reads while others write sees each row once") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        Remembering seen;
        LocalFollower follower(*fresh->store, "proef", seen);
        std::vector<std::thread> writers;
        for (int writer = 0; writer < 3; ++writer)
            writers.emplace_back([&] {
                for (int i = 0; i < 100; ++i) add_row(*fresh->store, i);
            });
        while (seen.numbers().size() < 300) follower.run_once(moment, 17);
        for (std::thread& writer : writers) writer.join();
        const auto numbers = seen.numbers();
        CHECK(std::set<std::int64_t>(numbers.begin(), numbers.end()).size() == 300);
        if (fresh->name == "sqlite") CHECK(std::is_sorted(numbers.begin(), numbers.end()));
        CHECK(follower.run_once(moment, 17) == 0);
    }
}

TEST_CASE("the cursor of a shared follower survives a restart and moves only with what it wrote") {
    const auto schema = with_counted();
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        for (int i = 0; i < 5; ++i) add_row(*fresh->store, i);
        SharedFollower follower(*fresh->store, "teller", "a", count_rows);
        CHECK(follower.run_once(moment, 3) == 3);

        SharedFollower broken(*fresh->store, "teller", "a", [](store::Tx& tx, std::span<const Line> lines) {
            count_rows(tx, lines);
            throw std::runtime_error("halfway");
        });
        CHECK_THROWS(broken.run_once(moment, 3));
        CHECK(counted(*fresh->store) == 3);

        const auto again = fresh->reopen();
        SharedFollower next(*again, "teller", "a", count_rows);
        CHECK(next.run_once(moment, 100) == 2);
        CHECK(next.run_once(moment, 100) == 0);
        CHECK(counted(*again) == 5);
    }
}

TEST_CASE("a write through the waking store reaches the followers of a running process") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        const SimulatedClock clock(moment);
        Remembering seen;
        Followers followers(*fresh->store, clock);
        followers.add(std::make_unique<LocalFollower>(*fresh->store, "scherm", seen));
        WakingStore store(*fresh->store, [&] { followers.wake(); });
        followers.start();
        add_row(store, 1);
        seen.wait_for(1);
        add_row(store, 2);
        seen.wait_for(2);
        followers.stop();
        CHECK(seen.numbers().size() == 2);
    }
}

TEST_CASE("the waking store undoes what failed and does not wake for it") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        int woken = 0;
        WakingStore store(*fresh->store, [&] { ++woken; });
        const auto refused = store.write([](store::Tx& tx) -> Result<Done> {
            append(tx, an_entry("taak.gemaakt", 1));
            return not_found("gone");
        });
        REQUIRE_FALSE(refused);
        CHECK(refused.error().detail == "gone");
        CHECK(woken == 0);
        CHECK(store.write([](store::Tx& tx) { return append(tx, an_entry("taak.gemaakt", 1)); }) > 0);
        CHECK(woken == 1);
        CHECK(store.read([](store::Tx& tx) { return timeline_of_object(tx, Object::taak, testing::uuid(1), {}, 10).size(); }) ==
              1);
    }
}

TEST_CASE("the lag of a follower tells how many rows wait and how old the oldest is") {
    const auto schema = with_counted();
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        SimulatedClock clock(moment);
        Followers followers(*fresh->store, clock);
        followers.add(std::make_unique<SharedFollower>(*fresh->store, "teller", "a", count_rows));
        add_row(*fresh->store, 1);
        add_row(*fresh->store, 2);
        clock.advance(seconds(40));
        REQUIRE(followers.lags().size() == 1);
        CHECK(followers.lags()[0].rows == 2);
        CHECK(followers.lags()[0].age == seconds(40));
        followers.run_until_idle(clock.now());
        CHECK(followers.lags()[0].rows == 0);
        CHECK(followers.lags()[0].age == seconds(0));
    }
}

TEST_CASE("a projection that starts from now begins behind the last row") {
    for (const auto& fresh : fresh_stores(migrations())) {
        CAPTURE(fresh->name);
        CHECK(fresh->store->read([](store::Tx& tx) { return settled_end(tx); }) == Cursor{});
        const auto nummer = add_row(*fresh->store, 1);
        CHECK(fresh->store->read([](store::Tx& tx) { return settled_end(tx); }).nummer == nummer);
    }
}

}  // namespace dichtbij::journal::follower_test
