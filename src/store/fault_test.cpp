// What is left when the machine breaks in the middle of a unit of work.

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <latch>
#include <optional>
#include <thread>

#include "store/sqlite_writer.h"
#include "support/stores.h"

namespace dichtbij::store::fault_test {

namespace {

constexpr std::array schema{Migration{"proef.1", 1, "create table rij (nummer $int primary key, inhoud $blob) $strict;\n"}};

constexpr int group_size = 16;
using Answers = std::array<std::string, group_size + 1>;
using Numbers = std::vector<int>;

void add(Tx& tx, int number) { tx.run("insert into rij (nummer) values (?1)", number); }

Numbers stored(Store& store) {
    return store.read([](Tx& tx) { return tx.rows<int>("select nummer from rij order by nummer"); });
}

template <class Work>
std::string answer_of(SqliteWriter& writer, Work work) {
    try {
        writer.run([&](Tx& tx) {
            work(tx);
            return Outcome::keep;
        });
        return "saved";
    } catch (const Unavailable&) {
        return "unavailable";
    } catch (const std::exception& error) {
        return error.what();
    }
}

// A store file whose sixteen units, 1 to 16, run in one group in that order. Unit 0 stands in front
// of them in the same group and holds it open until all the others wait.
class Group {
  public:
    explicit Group(const std::string& directory, std::int64_t max_pages = 0)
        : options_{.path = directory + "/store.db", .group_time_ms = 60'000, .max_pages = max_pages} {
        migrate(*open_sqlite(options_), schema);
        writer_.emplace(options_);
    }

    template <class Work>
    Answers run(Work work) {
        Answers answers;
        std::latch held(1);
        std::latch all_wait(1);
        std::vector<std::thread> callers;
        const auto call = [&](int number) { answers.at(static_cast<std::size_t>(number)) = answer_of(*writer_, [&](Tx& tx) { work(tx, number); }); };
        callers.emplace_back([&] {
            answers[0] = answer_of(*writer_, [&](Tx& tx) {
                held.count_down();
                all_wait.wait();
                add(tx, 0);
            });
        });
        held.wait();
        for (int number = 1; number <= group_size; ++number) {
            callers.emplace_back(call, number);
            while (writer_->waiting() < static_cast<std::size_t>(number)) std::this_thread::yield();
        }
        all_wait.count_down();
        for (auto& caller : callers) caller.join();
        return answers;
    }

    Numbers numbers() const { return stored(*open_sqlite({.path = options_.path})); }
    SqliteWriter& writer() { return *writer_; }
    const SqliteOptions& options() const { return options_; }

  private:
    SqliteOptions options_;
    std::optional<SqliteWriter> writer_;
};

// Files of this process may not grow beyond `bytes` while it lives: writes then fail with EFBIG.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit lower{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &lower);
    }
    ~FileSizeLimit() {
        setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;

  private:
    void (*handler_)(int);
    rlimit before_{};
};

// A process of its own that runs `act(say)` and is killed as soon as it has said 'k'.
// Returns what it said before.
template <class Act>
std::string said_until_killed(Act act) {
    std::array<int, 2> ends{};
    REQUIRE(::pipe(ends.data()) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        try {
            act([&](char word) { (void)!::write(ends[1], &word, 1); });
        } catch (...) {
            _exit(1);
        }
        _exit(0);
    }
    ::close(ends[1]);
    std::string said;
    char word = 0;
    while (::read(ends[0], &word, 1) == 1 && word != 'k') said += word;
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::close(ends[0]);
    CHECK(WIFSIGNALED(status));
    return said;
}

}  // namespace

TEST_CASE("waiting units are committed together, and a throw in the middle undoes that unit alone") {
    const TempDir directory;
    Group group(directory.path());
    const Answers answers = group.run([&](Tx& tx, int number) {
        add(tx, number);
        if (number == 8) throw std::runtime_error("the eighth");
        if (number != group_size) return;
        CHECK(tx.value<int>("select count(*) from rij") == group_size);
        SqliteConnection neighbour(group.options(), SqliteAccess::read);
        neighbour.run("select count(*) from rij", {}, [](Row row) { CHECK(row[0] == Value(std::int64_t{0})); });
    });
    for (std::size_t number = 0; number <= group_size; ++number) {
        CAPTURE(number);
        CHECK(answers[number] == (number == 8 ? "the eighth" : "saved"));
    }
    CHECK(group.numbers() == Numbers{0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16});
}

TEST_CASE("a disk that is full in the middle of a group saves nothing of what ran, and answers nobody") {
    const TempDir directory;
    Group group(directory.path(), 40);
    const Answers answers = group.run([](Tx& tx, int number) {
        add(tx, number);
        if (number == 8) tx.run("insert into rij (nummer, inhoud) values (100, ?1)", Blob{std::string(1 << 20, 'x')});
    });
    for (std::size_t number = 0; number <= group_size; ++number) {
        CAPTURE(number);
        CHECK(answers[number] == (number <= 8 ? "unavailable" : "saved"));
    }
    CHECK(group.numbers() == Numbers{9, 10, 11, 12, 13, 14, 15, 16});
}

TEST_CASE("when SQLite undoes only the statement that found the disk full, only its unit is lost") {
    const TempDir directory;
    Group group(directory.path(), 40);
    const Answers answers = group.run([](Tx& tx, int number) {
        add(tx, number);
        if (number == 8)
            tx.run("insert into rij (nummer, inhoud) select nummer + 100, randomblob(50000) from rij");
    });
    for (std::size_t number = 0; number <= group_size; ++number) {
        CAPTURE(number);
        CHECK(answers[number] == (number == 8 ? "unavailable" : "saved"));
    }
    CHECK(group.numbers().size() == group_size);
}

TEST_CASE("a commit that cannot be written saves nothing of its group, and the store goes on when it can") {
    const TempDir directory;
    Group group(directory.path());
    {
        std::optional<FileSizeLimit> limit;
        const Answers answers = group.run([&](Tx& tx, int number) {
            add(tx, number);
            if (number == group_size) limit.emplace(4096);
        });
        limit.reset();
        for (const auto& answer : answers) CHECK(answer == "unavailable");
    }
    CHECK(group.numbers() == Numbers{});
    CHECK(answer_of(group.writer(), [](Tx& tx) { add(tx, 17); }) == "saved");
    CHECK(group.numbers() == Numbers{17});
}

TEST_CASE("while another process writes for too long, all who wait are told at once") {
    const TempDir directory;
    SqliteOptions options{.path = directory.path() + "/store.db", .busy_timeout_ms = 1};
    const auto store = open_sqlite(options);
    migrate(*store, schema);
    SqliteConnection neighbour(options, SqliteAccess::write);
    neighbour.control("begin immediate");
    CHECK_THROWS_AS(store->write([](Tx& tx) { add(tx, 1); }), Unavailable);
    neighbour.control("commit");
    store->write([](Tx& tx) { add(tx, 2); });
    CHECK(stored(*store) == Numbers{2});
}

TEST_CASE("kill -9 between the last write and the commit loses that unit and nothing that was confirmed") {
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        fresh->store.reset();  // a store does not survive a fork
        const std::string confirmed = said_until_killed([&](auto say) {
            const auto store = fresh->reopen();
            for (int number = 0; number < 50; ++number) {
                store->write([&](Tx& tx) { add(tx, number); });
                say('c');
            }
            store->write([&](Tx& tx) {
                add(tx, 1000);
                say('k');
                for (;;) ::pause();
            });
        });
        CHECK(confirmed == std::string(50, 'c'));
        const auto store = fresh->reopen();
        const Numbers found = stored(*store);
        CHECK(found.size() == 50);
        CHECK(found.back() == 49);
        store->write([&](Tx& tx) { add(tx, 1000); });
    }
}

TEST_CASE("kill -9 before the commit of a group loses the whole group, which nobody was told of") {
    const TempDir directory;
    const std::string said = said_until_killed([&](auto say) {
        Group group(directory.path());
        group.run([&](Tx& tx, int number) {
            add(tx, number);
            if (number != group_size) return;
            say('k');
            for (;;) ::pause();
        });
        say('c');
    });
    CHECK(said.empty());
    CHECK(stored(*open_sqlite({.path = directory.path() + "/store.db"})) == Numbers{});
}

TEST_CASE("a store that closes finishes the units that wait") {
    const TempDir directory;
    const std::string path = directory.path() + "/store.db";
    migrate(*open_sqlite({.path = path}), schema);
    std::optional<SqliteWriter> writer(SqliteOptions{.path = path});
    std::latch held(1);
    std::latch go_on(1);
    std::thread first([&] {
        writer->run([&](Tx& tx) {
            held.count_down();
            go_on.wait();
            add(tx, 1);
            return Outcome::keep;
        });
    });
    held.wait();
    std::thread second([&] { CHECK(answer_of(*writer, [](Tx& tx) { add(tx, 2); }) == "saved"); });
    while (writer->waiting() < 1) std::this_thread::yield();
    std::thread closing([&] { writer.reset(); });
    go_on.count_down();
    for (auto* thread : {&first, &second, &closing}) thread->join();
    CHECK(stored(*open_sqlite({.path = path})) == Numbers{1, 2});
}

}  // namespace dichtbij::store::fault_test
