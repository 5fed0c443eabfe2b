#include "search/index.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <unordered_set>

#include "base/result.h"
#include "base/text.h"
#include "search/terms.h"
#include "search/xapian_query.h"

namespace dichtbij::search {
namespace {

namespace fs = std::filesystem;

// Of terms and their meaning: an index made by another one is rebuilt.
constexpr const char* scheme = "3";
constexpr const char* scheme_key = "scheme";
constexpr const char* cursor_key = "cursor";
constexpr std::size_t known_words_max = 200'000;  // remembered by the writer, 10 MB
constexpr std::size_t vocabulary_min_letters = 3;
constexpr Xapian::doccount few_hits = 5;
constexpr Xapian::doccount counted_exactly = 100;
// Two commits during one search ask for another attempt. After these, the writer waits for the search.
constexpr int free_attempts = 4;
constexpr int search_attempts = 8;

bool is_for_vocabulary(std::string_view word) {
    return word.size() >= vocabulary_min_letters && word.find_first_of("0123456789") == std::string_view::npos;
}

void add_terms(Xapian::Document& made, const std::vector<std::string>& terms) {
    for (const auto& term : terms) made.add_boolean_term(term);
}

Xapian::Document vocabulary_document(const std::string& word) {
    Xapian::Document made;
    made.set_data(word);
    made.add_boolean_term(vocabulary_term(word));
    add_terms(made, near_terms(word));
    add_terms(made, trigram_terms(word));
    if (const auto sound = sound_term(word); !sound.empty()) made.add_boolean_term(sound);
    return made;
}

std::vector<std::string> words_of_names(const Document& document) {
    std::vector<std::string> all;
    for (const auto& name : document.names)
        for (auto& word : name_words(name)) all.push_back(std::move(word));
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

Xapian::Document made_from(const Document& document, std::string_view realm, const std::vector<std::string>& name_words) {
    Xapian::Document made;
    made.set_data(document.kind + '\n' + document.id);
    made.add_boolean_term(document_term(document.id));
    made.add_boolean_term(every_document);
    made.add_boolean_term(every_term(realm));
    for (const auto& key : document.keys) made.add_boolean_term(key_term(realm, key));
    for (const auto& word : name_words) {
        made.add_term(name_term(realm, word));
        made.add_term(initial_term(realm, word));
        for (const auto& edge : edges(word)) made.add_term(edge_term(realm, edge));
    }
    for (const auto& word : words_of(folded(document.text)))
        if (word.size() > 1) made.add_term(stem_term(realm, stemmed(word)));
    return made;
}

Xapian::WritableDatabase opened(const std::string& directory) {
    Xapian::WritableDatabase database(directory, Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS);
    fs::permissions(directory, fs::perms::owner_all);  // it holds names of people
    if (database.get_metadata(scheme_key) == scheme) return database;
    if (database.get_doccount() > 0) throw Xapian::DatabaseVersionError("made by another version");
    database.set_metadata(scheme_key, scheme);
    database.commit();
    return database;
}

Xapian::WritableDatabase made_anew(const std::string& directory) {
    fs::remove_all(directory);
    fs::create_directories(fs::path(directory).parent_path());
    return opened(directory);
}

Xapian::WritableDatabase opened_or_made(const std::string& directory) {
    try {
        fs::create_directories(fs::path(directory).parent_path());
        return opened(directory);
    } catch (const Xapian::DatabaseLockError& error) {
        throw Broken("the search index is in use: " + error.get_description());
    } catch (const Xapian::DatabaseError&) {
        return made_anew(directory);
    }
}

Results results_of(const Xapian::MSet& matches) {
    Results results;
    results.estimated = static_cast<int>(std::min<Xapian::doccount>(matches.get_matches_estimated(), 1'000'000'000));
    for (auto one = matches.begin(); one != matches.end(); ++one) {
        const std::string data = one.get_document().get_data();
        const auto end = data.find('\n');
        results.hits.push_back({data.substr(end + 1), data.substr(0, end), one.get_weight()});
    }
    return results;
}

// Too few as it was typed: then also what sounds or looks like it. The same for every page of one query.
Results run(const Xapian::Database& database, const Query& query) {
    const auto limit = static_cast<Xapian::doccount>(std::clamp(query.limit, 1, results_limit_max));
    const auto offset = static_cast<Xapian::doccount>(std::clamp(query.offset, 0, results_offset_max));
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::BM25Weight(1, 0, 1, 0, 0.5));  // without the length of documents, which costs a read each
    enquire.set_docid_order(Xapian::Enquire::DESCENDING);
    for (const Reading reading : {Reading::as_typed, Reading::by_guess}) {
        const auto built = build_query(database, query, reading);
        if (built.empty()) return {};
        enquire.set_query(built);
        const auto matches = enquire.get_mset(offset, limit, counted_exactly);
        const bool enough = reading == Reading::by_guess || query.text.empty() || matches.get_matches_lower_bound() >= few_hits;
        if (!enough) continue;
        Results results = results_of(matches);
        results.by_guess = reading == Reading::by_guess;
        return results;
    }
    return {};
}

}  // namespace

struct Index::Writer {
    explicit Writer(const std::string& where) : directory(where), database(opened_or_made(where)) {}

    void begin() {
        if (is_open) return;
        database.begin_transaction();
        is_open = true;
    }

    // The code of the realm, made when it is new.
    const std::string& realm_of(const Document& document) {
        Realm realm{{}, document.kind, {}};
        for (const Filter& filter : document.filters) realm.filters.emplace_back(filter.name, filter.value);
        std::sort(realm.filters.begin(), realm.filters.end());
        const std::string text = encoded(realm);
        const auto found = realms.find(text);
        if (found != realms.end()) return found->second;
        for (const Realm& stored : read_realms(database)) realms.emplace(encoded(stored), stored.code);
        const std::string code = std::to_string(realms.size() + 1);
        const auto [place, is_new] = realms.emplace(text, code);
        if (is_new) database.set_metadata(realms_key, with_realm(database.get_metadata(realms_key), text));
        return place->second;
    }

    void learn(const std::string& word) {
        if (!is_for_vocabulary(word) || known.contains(word)) return;
        if (!database.term_exists(vocabulary_term(word))) database.add_document(vocabulary_document(word));
        if (known.size() >= known_words_max) known.clear();
        known.insert(word);
    }

    // A name that nobody has any more goes: the index keeps no names of people who were erased.
    void forget(const std::vector<std::string>& words) {
        for (const auto& word : words) {
            if (is_used(word)) continue;
            database.delete_document(vocabulary_term(word));
            known.erase(word);
        }
    }

    bool is_used(const std::string& word) {
        const auto all = read_realms(database);
        return std::any_of(all.begin(), all.end(), [&](const Realm& realm) { return database.get_termfreq(name_term(realm.code, word)) > 0; });
    }

    std::vector<std::string> stored_words(std::string_view id) {
        std::vector<std::string> words;
        const std::string term = document_term(id);
        const auto found = database.postlist_begin(term);
        if (found == database.postlist_end(term)) return words;
        auto at = database.termlist_begin(*found);
        for (at.skip_to("W"); at != database.termlist_end(*found) && (*at).starts_with("W"); ++at) words.push_back((*at).substr((*at).find(':') + 1));
        return words;
    }

    std::string directory;
    Xapian::WritableDatabase database;
    std::unordered_set<std::string> known;
    std::map<std::string, std::string> realms;  // codes by encoded realm
    bool is_open = false;  // a transaction
};

struct Index::Readers {
    std::unique_ptr<Xapian::Database> take(const std::string& directory) {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                auto one = std::move(idle.back());
                idle.pop_back();
                return one;
            }
        }
        return std::make_unique<Xapian::Database>(directory);
    }
    void give_back(std::unique_ptr<Xapian::Database> one) {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(one));
    }

    std::shared_mutex commits;  // held alone while the writer commits
    std::mutex mutex;           // guards idle
    std::vector<std::unique_ptr<Xapian::Database>> idle;
    std::atomic<bool> saw_damage = false;
};

template <class F>
auto Index::on_writer(F&& act) -> decltype(act(std::declval<Writer&>())) {
    try {
        if (readers_->saw_damage.exchange(false)) {
            writer_.reset();
            made_anew(directory_).close();
            throw Broken("the search index was damaged and is made anew");
        }
        if (!writer_) writer_ = std::make_unique<Writer>(directory_);
        return act(*writer_);
    } catch (const Xapian::DatabaseCorruptError& error) {
        readers_->saw_damage = true;
        throw Broken(error.get_description());
    } catch (const Xapian::Error& error) {
        writer_.reset();
        throw Broken(error.get_description());
    } catch (const fs::filesystem_error& error) {
        writer_.reset();
        throw Broken(error.what());
    }
}

Index::Index(std::string directory) : directory_(std::move(directory)), readers_(std::make_unique<Readers>()) {
    on_writer([](Writer&) {});
}

Index::~Index() = default;

void Index::put(const Document& document) {
    on_writer([&](Writer& writer) {
        writer.begin();
        const auto words = words_of_names(document);
        std::vector<std::string> gone;
        for (auto& old : writer.stored_words(document.id))
            if (!std::binary_search(words.begin(), words.end(), old)) gone.push_back(std::move(old));
        writer.database.replace_document(document_term(document.id), made_from(document, writer.realm_of(document), words));
        for (const auto& word : words) writer.learn(word);
        writer.forget(gone);
    });
}

void Index::remove(std::string_view id) {
    on_writer([&](Writer& writer) {
        writer.begin();
        const auto words = writer.stored_words(id);
        writer.database.delete_document(document_term(id));
        writer.forget(words);
    });
}

void Index::commit(std::string_view cursor) {
    on_writer([&](Writer& writer) {
        writer.begin();
        writer.database.set_metadata(cursor_key, std::string(cursor));
        writer.is_open = false;
        const std::unique_lock turn(readers_->commits);
        writer.database.commit_transaction();
    });
}

std::string Index::cursor() const {
    if (readers_->saw_damage) return {};
    const auto read = with_reader([](Xapian::Database& database) { return database.get_metadata(cursor_key); });
    return read.value_or("");
}

void Index::clear() {
    readers_->saw_damage = false;
    writer_.reset();
    try {
        made_anew(directory_).close();
    } catch (const Xapian::Error& error) {
        throw Broken(error.get_description());
    } catch (const fs::filesystem_error& error) {
        throw Broken(error.what());
    }
    on_writer([](Writer&) {});
}

template <class F>
auto Index::with_reader(F&& act) const -> std::optional<decltype(act(std::declval<Xapian::Database&>()))> {
    std::unique_ptr<Xapian::Database> reader;
    for (int attempt = 0; attempt < search_attempts; ++attempt) {
        std::shared_lock turn(readers_->commits, std::defer_lock);
        if (attempt >= free_attempts) turn.lock();
        try {
            if (!reader) reader = readers_->take(directory_);
            reader->reopen();
            auto answer = act(*reader);
            readers_->give_back(std::move(reader));
            return answer;
        } catch (const Xapian::DatabaseModifiedError&) {
            continue;
        } catch (const Xapian::DatabaseCorruptError&) {
            // Beside a commit a block may be read half old, half new: damage is believed only without one.
            reader.reset();
            if (!turn.owns_lock()) continue;
            readers_->saw_damage = true;
            return std::nullopt;
        } catch (const Xapian::DatabaseError&) {
            reader.reset();  // thrown away or made anew just now: the next one opens what is there
        }
    }
    return std::nullopt;
}

std::optional<Results> Index::search(const Query& query) const {
    return with_reader([&](Xapian::Database& database) { return run(database, query); });
}

std::uint64_t Index::count() const {
    return with_reader([](Xapian::Database& database) { return std::uint64_t{database.get_termfreq(every_document)}; }).value_or(0);
}

}  // namespace dichtbij::search
