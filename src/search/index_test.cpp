#include "search/index.h"

#include <doctest/doctest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "store/testing.h"

namespace dichtbij::search::index_test {
namespace {

Document person(std::string id, std::string naam, std::string gemeente = "oeverland") {
    Document document;
    document.id = std::move(id);
    document.kind = "partij";
    document.filters = {{"gemeente", std::move(gemeente)}, {"domein", ""}};
    document.names = {std::move(naam)};
    return document;
}

Query query(std::string text) {
    Query made;
    made.text = std::move(text);
    made.filters = {{"gemeente", {"oeverland"}}};
    return made;
}

std::vector<std::string> ids(const std::optional<Results>& results) {
    REQUIRE(results.has_value());
    std::vector<std::string> list;
    for (const Hit& hit : results->hits) list.push_back(hit.id);
    return list;
}

using Ids = std::vector<std::string>;

struct Fixture {
    store::testing::TempDir directory;
    std::string path = directory.path() + "/index";
    Index index{path};

    Fixture() {
        for (const auto& [id, naam] : std::initializer_list<std::pair<const char*, const char*>>{
                 {"jansen", "Piet Jansen"}, {"meijer", "Kees Meijer"}, {"yildiz", "Mehmet Yıldız"}, {"berg", "Anna van den Berg"},
                 {"idrissi", "Fatima El Idrissi"}, {"vries", "Jan de Vries"}, {"muller", "Jürgen Müller-Janský"}, {"loon", "Bakkerij Van Loon"},
                 {"wijngaarden", "Cornelis van Wijngaarden"}})
            index.put(person(id, naam));
        index.commit("1");
    }
    Ids found(const std::string& text) { return ids(index.search(query(text))); }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "a name is found by what people remember of it") {
    struct Row {
        const char* typed;
        const char* id;
    };
    const Row rows[] = {
        {"Jansen", "jansen"}, {"jansen piet", "jansen"}, {"p jansen", "jansen"}, {"jans", "jansen"}, {"pie jan", "jansen"},
        {"Janssen", "jansen"}, {"Janszen", "jansen"}, {"jasnen", "jansen"}, {"jnsen", "jansen"}, {"jansenn", "jansen"},
        {"Meyer", "meijer"}, {"meier", "meijer"}, {"mijer", "meijer"}, {"Yildiz", "yildiz"}, {"yildz", "yildiz"},
        {"van den berg", "berg"}, {"berg van den", "berg"}, {"vandenberg", "berg"}, {"v d berg", "berg"}, {"bergh", "berg"},
        {"El Idrissi", "idrissi"}, {"elidrissi", "idrissi"}, {"idrisi", "idrissi"}, {"f idrissi", "idrissi"},
        {"de vries", "vries"}, {"devries", "vries"}, {"fries", "vries"}, {"Muller", "muller"}, {"müller-jansky", "muller"},
        {"bakkerij van loon", "loon"}, {"wijngarden", "wijngaarden"}, {"weingaarden", "wijngaarden"}, {"wyngaarden", "wijngaarden"},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.typed));
        const auto hits = found(row.typed);
        REQUIRE_FALSE(hits.empty());
        CHECK(hits.front() == row.id);
    }
    for (const char* typed : {"", "  ", "pietersen", "xqzw", "van der"}) {
        CAPTURE(std::string(typed));
        CHECK(found(typed).empty());
    }
}

TEST_CASE_FIXTURE(Fixture, "who typed it right comes first, and a guess is said to be one") {
    for (int i = 0; i < 6; ++i) index.put(person("goed" + std::to_string(i), "Sanne Bakker"));
    index.put(person("bijna", "Sanne Bekker"));
    index.commit("2");
    CHECK_FALSE(index.search(query("sanne bakker"))->by_guess);
    const auto guess = index.search(query("sanne bekker"));
    CHECK(guess->by_guess);
    CHECK(guess->hits.front().id == "bijna");
    CHECK(guess->hits.size() == 7);
}

TEST_CASE_FIXTURE(Fixture, "a filter leaks no hit, no count and no guess") {
    index.put(person("elders", "Geheim Zwanenburg", "heidedal"));
    index.commit("2");
    CHECK(index.search(query("zwanenburg"))->hits.empty());
    CHECK(index.search(query("zwanenbrug"))->estimated == 0);
    CHECK(index.search(query("zwa"))->estimated == 0);
    Query nowhere = query("jansen");
    nowhere.filters[0].values.clear();
    CHECK(index.search(nowhere)->estimated == 0);
    Query both = query("zwanenburg");
    both.filters[0].values.push_back("heidedal");
    CHECK(index.search(both)->hits.size() == 1);
    both.filters.push_back({"domein", {"wmo"}});
    CHECK(index.search(both)->hits.empty());
    Query other_kind = query("jansen");
    other_kind.kinds = {"taak"};
    CHECK(index.search(other_kind)->hits.empty());
    other_kind.kinds = {"taak", "partij"};
    CHECK(index.search(other_kind)->hits.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "words of a text are found by their stem, keys exactly") {
    Document taak = person("taak", "");
    taak.kind = "taak";
    taak.names.clear();
    taak.text = "Mevrouw vraagt naar haar vergunningen voor de boom";
    taak.keys = {"nummer:T-2026-1"};
    index.put(taak);
    index.commit("2");
    CHECK(found("vergunning") == Ids{"taak"});
    CHECK(found("boom vergunningen") == Ids{"taak"});
    Query by_key;
    by_key.filters = {{"gemeente", {"oeverland"}}};
    by_key.keys = {"nummer:T-2026-1"};
    CHECK(ids(index.search(by_key)) == Ids{"taak"});
    by_key.text = "boom";
    CHECK(ids(index.search(by_key)) == Ids{"taak"});
    by_key.text = "jansen";
    CHECK(index.search(by_key)->hits.empty());
}

TEST_CASE_FIXTURE(Fixture, "of equally good hits the last added stands first, page by page") {
    for (int i = 0; i < 30; ++i) {
        index.put(person("dubbel" + std::to_string(i), "Truus Oosterhout"));
    }
    index.commit("2");
    Query page = query("oosterhout");
    page.limit = 10;
    const auto first = ids(index.search(page));
    page.offset = 10;
    const auto second = ids(index.search(page));
    CHECK(first.front() == "dubbel29");
    CHECK(second.front() == "dubbel19");
    CHECK(index.search(page)->estimated == 30);
}

TEST_CASE_FIXTURE(Fixture, "a changed or removed document takes its names with it") {
    index.put(person("jansen", "Piet Zwanenburg"));
    index.remove("meijer");
    index.remove("nooit geweest");
    index.commit("2");
    CHECK(found("jansen").empty());
    CHECK(found("meijer").empty());
    CHECK(found("meyer").empty());
    CHECK(found("zwanenberg") == Ids{"jansen"});
    CHECK(index.count() == 8);
}

TEST_CASE_FIXTURE(Fixture, "what was not committed is not there, and the cursor goes with the data") {
    index.put(person("nieuw", "Truus Oosterhout"));
    CHECK(found("oosterhout").empty());
    CHECK(index.cursor() == "1");
    index.commit("5 3");
    CHECK(found("oosterhout") == Ids{"nieuw"});
    CHECK(index.cursor() == "5 3");
    index.clear();
    CHECK(index.cursor().empty());
    CHECK(index.count() == 0);
    index.put(person("weer", "Truus Oosterhout"));
    index.commit("6");
    CHECK(found("oosterhout") == Ids{"weer"});
}

TEST_CASE("an index is opened again with what it had") {
    store::testing::TempDir directory;
    const std::string path = directory.path() + "/deep/index";
    {
        Index index(path);
        index.put(person("a", "Piet Jansen"));
        index.commit("7");
        index.put(person("b", "Kees Meijer"));
    }
    Index index(path);
    CHECK(index.cursor() == "7");
    CHECK(index.count() == 1);
}

TEST_CASE("a damaged index is thrown away and starts empty") {
    store::testing::TempDir directory;
    const std::string path = directory.path() + "/index";
    {
        Index index(path);
        index.put(person("a", "Piet Jansen"));
        index.commit("7");
    }
    for (const char* file : {"iamglass", "postlist.glass"}) {
        std::ofstream(path + "/" + file, std::ios::trunc) << "not an index";
        Index index(path);
        CHECK(index.cursor().empty());
        CHECK(index.count() == 0);
        index.put(person("a", "Piet Jansen"));
        index.commit("8");
        CHECK(ids(index.search(query("jansen"))) == Ids{"a"});
    }
}

TEST_CASE("nobody but its user reads an index, also one that was made anew") {
    store::testing::TempDir directory;
    Index index(directory.path() + "/index");
    CHECK(std::filesystem::status(directory.path() + "/index").permissions() == std::filesystem::perms::owner_all);
    index.clear();
    CHECK(std::filesystem::status(directory.path() + "/index").permissions() == std::filesystem::perms::owner_all);
}

TEST_CASE("an index that somebody else writes is refused, not thrown away") {
    store::testing::TempDir directory;
    Index index(directory.path() + "/index");
    index.put(person("a", "Piet Jansen"));
    index.commit("7");
    CHECK_THROWS_AS(Index(directory.path() + "/index"), Broken);
    CHECK(ids(index.search(query("jansen"))) == Ids{"a"});
}

TEST_CASE_FIXTURE(Fixture, "many search while one writes") {
    std::atomic<bool> stop = false;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 3; ++i)
        readers.emplace_back([&] {
            while (!stop) {
                const auto results = index.search(query("piet jansen"));
                if (!results || results->hits.empty() || results->hits.front().id != "jansen") ++wrong;
            }
        });
    for (int i = 0; i < 40; ++i) {
        for (int j = 0; j < 20; ++j) index.put(person(std::to_string(i * 20 + j), "Kees Nieuwenhuis"));
        index.commit(std::to_string(i));
    }
    stop = true;
    for (auto& reader : readers) reader.join();
    CHECK(wrong.load() == 0);
    CHECK(index.count() == 9 + 800);
}

}  // namespace dichtbij::search::index_test
