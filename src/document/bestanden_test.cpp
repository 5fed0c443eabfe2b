#include "document/bestanden.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <fstream>
#include <set>

#include "document/document_schema_store.h"
#include "store/testing.h"
#include "support/stores.h"

namespace dichtbij::document::bestanden_test {
namespace {

namespace fs = std::filesystem;

std::string varied(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(i * 31 + i / 251);
    return text;
}

std::string read_all(Bytes& bytes) { return bytes.piece(0, static_cast<std::size_t>(bytes.size())); }

std::set<Id<Bestand>> ids_in(FileStore& files) {
    std::set<Id<Bestand>> ids;
    files.each([&](Id<Bestand> id) { ids.insert(id); });
    return ids;
}

// Breaks while it is read.
class Broken final : public Bytes {
  public:
    std::int64_t size() const override { return 2'000'000; }
    std::size_t read(std::int64_t at, std::span<char> into) override {
        if (at > 600'000) throw std::runtime_error("de bron is weg");
        std::fill(into.begin(), into.end(), 'x');
        return into.size();
    }
};

template <class F>
void in_each_store(F test) {
    const store::testing::TempDir folder;
    SUBCASE("folder") {
        const auto files = open_folder(folder.path() + "/bestanden", folder.path() + "/tijdelijk");
        test(*files);
    }
    SUBCASE("database") {
        for (const auto& fresh : fresh_stores(migrations())) {
            CAPTURE(fresh->name);
            const auto files = open_database(*fresh->store);
            test(*files);
        }
    }
}

}  // namespace

TEST_CASE("a file comes back as it was put, whole and in pieces, until it is removed") {
    in_each_store([](FileStore& files) {
        SimulatedClock clock(*parse_instant("2026-11-23T09:00:00Z"));
        IdSource ids(clock, 7);
        for (const std::size_t size : {1ul, 1000ul, 262'144ul, 262'145ul, 1'000'000ul}) {
            const std::string content = varied(size);
            const auto id = ids.make<Bestand>();
            MemoryBytes bytes(content);
            const auto stored = files.put(id, bytes);
            CHECK(stored.bytes == static_cast<std::int64_t>(size));
            CHECK(stored.sha256.size() == 64);
            const auto opened = files.open(id);
            REQUIRE(opened);
            CHECK(opened->size() == stored.bytes);
            CHECK(read_all(*opened) == content);
            const std::size_t middle = size / 2;
            CHECK(opened->piece(static_cast<std::int64_t>(middle), 300'000) == content.substr(middle, 300'000));
            CHECK(opened->piece(stored.bytes, 5).empty());
            CHECK(ids_in(files) == std::set<Id<Bestand>>{id});
            files.remove(id);
            CHECK(files.open(id) == nullptr);
            files.remove(id);
            CHECK(ids_in(files).empty());
        }
    });
}

TEST_CASE("the hash is that of the content") {
    in_each_store([](FileStore& files) {
        MemoryBytes bytes("abc");
        CHECK(files.put(Id<Bestand>{{1}}, bytes).sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    });
}

TEST_CASE("a copy that breaks off is no file, and what it left is swept later") {
    in_each_store([](FileStore& files) {
        SimulatedClock clock(*parse_instant("2026-11-23T09:00:00Z"));
        IdSource ids(clock, 7);
        Broken broken;
        const auto id = ids.make<Bestand>();
        CHECK_THROWS(files.put(id, broken));
        CHECK(files.open(id) == nullptr);
        CHECK(ids_in(files).empty());
        CHECK(files.remove_unfinished(clock.now()) == 0);
        files.remove_unfinished(clock.now() + hours(1));
        CHECK(files.remove_unfinished(clock.now() + hours(1)) == 0);
    });
}

TEST_CASE("a crash between writing and renaming leaves an unfinished file that is swept") {
    const store::testing::TempDir folder;
    const auto files = open_folder(folder.path() + "/bestanden", folder.path() + "/tijdelijk");
    SimulatedClock clock(*parse_instant("2026-11-23T09:00:00Z"));
    IdSource ids(clock, 7);
    const std::string part = folder.path() + "/tijdelijk/" + ids.make<Bestand>().text() + ".deel";
    std::ofstream(part) << "half";
    std::ofstream(folder.path() + "/tijdelijk/vreemd.txt") << "van een ander";
    CHECK(files->remove_unfinished(clock.now()) == 0);
    CHECK(fs::exists(part));
    CHECK(files->remove_unfinished(clock.now() + seconds(1)) == 1);
    CHECK_FALSE(fs::exists(part));
    CHECK(fs::exists(folder.path() + "/tijdelijk/vreemd.txt"));
}

TEST_CASE("files are for this user only, spread over sub folders") {
    const store::testing::TempDir folder;
    const auto files = open_folder(folder.path() + "/bestanden", folder.path() + "/tijdelijk");
    MemoryBytes bytes("geheim");
    const auto id = *Id<Bestand>::parse("0192f0c0-0000-7000-8000-0000000000ab");
    files->put(id, bytes);
    const std::string path = folder.path() + "/bestanden/ab/" + id.text();
    struct stat found {};
    REQUIRE(::stat(path.c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);
    REQUIRE(::stat((folder.path() + "/bestanden/ab").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0700);
    CHECK(fs::is_empty(folder.path() + "/tijdelijk"));
}

}  // namespace dichtbij::document::bestanden_test
