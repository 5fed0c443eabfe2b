#include "search/xapian_query.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "search/klank.h"

namespace dichtbij::search {
namespace {

using XQuery = Xapian::Query;

constexpr Xapian::termcount long_beginning_words = 64;  // that a beginning longer than an edge stands for
constexpr Xapian::doccount near_candidates = 60;
constexpr std::size_t meant_words = 24;
constexpr Xapian::doccount trigram_budget = 4'000;  // words read for one word that was typed

constexpr double edge_fit = 0.4;
constexpr double stem_fit = 0.5;
constexpr double sound_fit = 0.6;
constexpr double one_error_fit = 0.5;
constexpr double two_errors_fit = 0.25;

using Words = std::vector<std::string>;
using Parts = std::vector<XQuery>;

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

XQuery scaled(const XQuery& query, double fit) { return XQuery(XQuery::OP_SCALE_WEIGHT, query, fit); }
XQuery all_of(const Parts& parts) { return XQuery(XQuery::OP_AND, parts.begin(), parts.end()); }
XQuery one_of(const Parts& parts) { return XQuery(XQuery::OP_OR, parts.begin(), parts.end()); }

XQuery one_of(const std::vector<std::string>& terms) {
    Parts parts;
    for (const auto& term : terms) parts.emplace_back(term);
    return one_of(parts);
}

// The query for one realm. What it needs of the vocabulary is looked up once, for all realms.
class RealmQuery {
  public:
    RealmQuery(std::string_view realm, const std::map<std::string, std::vector<Meant>>* meant) : realm_(realm), meant_(meant) {}

    XQuery words(const Words& words) const {
        Parts asked;
        for (std::size_t i = 0; i < words.size(); ++i) asked.push_back(word(words[i], i + 1 == words.size()));
        return all_of(asked);
    }

  private:
    XQuery word(const std::string& word, bool is_last) const {
        if (word.size() == 1) return XQuery(initial_term(realm_, word));
        Parts parts{XQuery(name_term(realm_, word)), scaled(XQuery(stem_term(realm_, stemmed(word))), stem_fit)};
        if (is_last || meant_) parts.push_back(scaled(beginning(word), edge_fit));
        if (meant_)
            for (const Meant& one : meant_->at(word)) parts.push_back(scaled(XQuery(name_term(realm_, one.word)), one.fit));
        return one_of(parts);
    }
    XQuery beginning(const std::string& word) const {
        if (word.size() <= edge_max_letters) return XQuery(edge_term(realm_, word));
        return XQuery(XQuery::OP_WILDCARD, name_term(realm_, word), long_beginning_words, XQuery::WILDCARD_LIMIT_FIRST, XQuery::OP_OR);
    }

    std::string realm_;
    const std::map<std::string, std::vector<Meant>>* meant_;
};

// Particles are welcome, but not asked for when something else was typed: "berg van den".
struct Asked {
    Words words;
    Words welcome;
};

Asked asked_of(std::string_view text) {
    Words all = words_of(folded(text));
    if (all.size() > query_words_max) all.resize(query_words_max);
    Asked asked;
    for (auto& word : all) (is_particle(word) ? asked.welcome : asked.words).push_back(word);
    if (asked.words.empty()) return {std::move(all), {}};
    return asked;
}

bool allows(const Query& query, const Realm& realm) {
    const auto holds = [](const std::vector<std::string>& list, const std::string& value) {
        return std::find(list.begin(), list.end(), value) != list.end();
    };
    if (!query.kinds.empty() && !holds(query.kinds, realm.kind)) return false;
    return std::all_of(query.filters.begin(), query.filters.end(), [&](const AnyOf& filter) {
        return std::any_of(realm.filters.begin(), realm.filters.end(), [&](const auto& own) { return own.first == filter.name && holds(filter.values, own.second); });
    });
}

// Trigrams of many words say little and cost much: the rarest, as far as the budget goes.
std::vector<std::string> rare_trigrams(const Xapian::Database& database, std::string_view word) {
    std::vector<std::pair<Xapian::doccount, std::string>> known;
    for (auto& term : trigram_terms(word))
        if (const auto count = database.get_termfreq(term); count > 0) known.emplace_back(count, std::move(term));
    std::sort(known.begin(), known.end());
    std::vector<std::string> rare;
    Xapian::doccount read = 0;
    for (auto& [count, term] : known) {
        read += count;
        if (read > trigram_budget && !rare.empty()) break;
        rare.push_back(std::move(term));
    }
    return rare;
}

double fit_of(std::string_view typed, std::string_view word) {
    const int distance = edit_distance(typed, word, errors_allowed(typed.size()));
    const double by_letters = distance > errors_allowed(typed.size()) ? 0 : distance <= 1 ? one_error_fit : two_errors_fit;
    const double by_sound = klank(typed) == klank(word) ? sound_fit : 0;
    return std::max(by_letters, by_sound);
}

}  // namespace

std::string stemmed(std::string_view folded_word) {
    thread_local const Xapian::Stem stem("dutch");
    return stem(std::string(folded_word.substr(0, word_max_bytes)));
}

std::vector<Realm> read_realms(const Xapian::Database& database) {
    std::vector<Realm> realms;
    const std::string all = database.get_metadata(realms_key);
    for (std::size_t begin = 0; begin < all.size();) {
        const std::size_t end = std::min(all.find(realm_end, begin), all.size());
        realms.push_back(decoded_realm(std::string_view(all).substr(begin, end - begin), std::to_string(realms.size() + 1)));
        begin = end + 1;
    }
    return realms;
}

std::string with_realm(std::string all, std::string_view encoded_realm) { return std::move(all.append(encoded_realm) += realm_end); }

std::vector<Meant> words_meant(const Xapian::Database& database, std::string_view word) {
    if (has_digit(word) || errors_allowed(word.size()) == 0) return {};
    auto terms = near_terms(word);
    if (const auto sound = sound_term(word); !sound.empty()) terms.push_back(sound);
    for (auto& trigram : rare_trigrams(database, word)) terms.push_back(std::move(trigram));
    Xapian::Enquire enquire(database);
    enquire.set_weighting_scheme(Xapian::CoordWeight());
    enquire.set_query(one_of(terms));
    std::vector<Meant> found;
    const Xapian::MSet candidates = enquire.get_mset(0, near_candidates);
    for (auto one = candidates.begin(); one != candidates.end(); ++one) {
        std::string candidate = one.get_document().get_data();
        const double fit = candidate == word ? 0 : fit_of(word, candidate);
        if (fit > 0) found.push_back({std::move(candidate), fit});
    }
    std::stable_sort(found.begin(), found.end(), [](const Meant& a, const Meant& b) { return a.fit > b.fit; });
    if (found.size() > meant_words) found.resize(meant_words);
    return found;
}

XQuery build_query(const Xapian::Database& database, const Query& query, Reading reading) {
    const Asked asked = asked_of(query.text);
    if (asked.words.empty() && query.keys.empty()) return XQuery();
    std::map<std::string, std::vector<Meant>> meant;
    if (reading == Reading::by_guess)
        for (const auto& word : asked.words)
            if (!meant.contains(word)) meant[word] = words_meant(database, word);
    Parts realms;
    Parts welcome;
    for (const Realm& realm : read_realms(database)) {
        if (!allows(query, realm)) continue;
        Parts keys;
        for (const auto& key : query.keys) keys.emplace_back(key_term(realm.code, key));
        if (asked.words.empty()) {
            realms.push_back(scaled(all_of(keys), 0));
            continue;
        }
        const XQuery what = RealmQuery(realm.code, reading == Reading::by_guess ? &meant : nullptr).words(asked.words);
        realms.push_back(keys.empty() ? what : XQuery(XQuery::OP_FILTER, what, all_of(keys)));
        for (const auto& word : asked.welcome)
            if (const auto term = name_term(realm.code, word); database.term_exists(term)) welcome.emplace_back(term);
    }
    if (realms.empty() || welcome.empty()) return one_of(realms);
    return XQuery(XQuery::OP_AND_MAYBE, one_of(realms), one_of(welcome));
}

}  // namespace dichtbij::search
