#pragma once
// A search index in a directory of its own: names with typing errors, words, and exact keys, over
// documents of several kinds. It knows nothing of what the documents mean. It is a projection: it can be
// thrown away and rebuilt, and keeps with its data how far it has come.
//
// One thread writes; any number of threads search. What was put is found after commit.

#include <cstdint>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace Xapian {
class Database;
}

namespace dichtbij::search {

// The directory cannot be written or read. Whoever feeds the index tries again later; nothing else stops.
class Broken : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

struct Filter {
    std::string name;   // "gemeente", "domein"
    std::string value;
    bool operator==(const Filter&) const = default;
};

// Documents of one kind with the same filters stand in one realm, and a search looks into the realms it may
// see and no other: keep the number of different combinations in the hundreds.
struct Document {
    std::string id;    // unique in the index, at most 100 bytes
    std::string kind;  // "partij", "taak"
    std::vector<Filter> filters;
    std::vector<std::string> names;  // found with typing errors, by sound and by beginning
    std::string text;                // found by word and word stem
    std::vector<std::string> keys;   // found exactly: "jaar:1984", "postcode:3999AB"
};

// At least one of the values; no value: nothing is found.
struct AnyOf {
    std::string name;
    std::vector<std::string> values;
};

struct Query {
    std::string text;               // words: a name, or beginnings of words
    std::vector<AnyOf> filters;     // all of them; no hit, count or guess from elsewhere
    std::vector<std::string> kinds; // empty: all
    std::vector<std::string> keys;  // all of them
    int limit = 20;                 // at most 100
    int offset = 0;                 // at most 1,000
};

struct Hit {
    std::string id;
    std::string kind;
    double score = 0;
    bool operator==(const Hit&) const = default;
};

// Best first; of equally good hits the one that was added last.
struct Results {
    std::vector<Hit> hits;
    int estimated = 0;      // of all hits; exact up to 100
    bool by_guess = false;  // too few hits as it was typed: these sound or look like it
};

class Index {
  public:
    // Opens or makes it. What is there but damaged, or made by another version of the program, is thrown
    // away first: cursor() is then empty. Throws Broken when the directory cannot be made or is in use.
    explicit Index(std::string directory);
    ~Index();
    Index(const Index&) = delete;

    // The writer's.
    void put(const Document& document);  // replaces the document with that id
    void remove(std::string_view id);    // harmless when it is not there
    // Makes everything since the last commit durable and visible, with `cursor`, both or neither.
    void commit(std::string_view cursor);
    std::string cursor() const;          // of the last commit; empty: nothing is in the index yet
    void clear();                        // throws everything away, the cursor too; committed at once

    // Thread-safe. nullopt: the index is out of order just now.
    std::optional<Results> search(const Query& query) const;
    std::uint64_t count() const;         // documents; 0 when out of order

  private:
    struct Writer;
    struct Readers;
    // Runs it on the writer, which is opened anew when something broke: what was not committed is gone.
    template <class F>
    auto on_writer(F&& act) -> decltype(act(std::declval<Writer&>()));
    template <class F>
    auto with_reader(F&& act) const -> std::optional<decltype(act(std::declval<Xapian::Database&>()))>;

    std::string directory_;
    std::unique_ptr<Writer> writer_;
    std::unique_ptr<Readers> readers_;
};

inline constexpr int results_limit_max = 100;
inline constexpr int results_offset_max = 1'000;
inline constexpr std::size_t query_words_max = 12;  // further words are not looked at

}  // namespace dichtbij::search
