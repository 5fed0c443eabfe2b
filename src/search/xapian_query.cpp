#include "search/xapian_query.h"

#include <algorithm>

#include "base/text.h"
#include "search/klank.h"
#include "search/terms.h"

namespace dichtbij::search {
namespace {

using XQuery = Xapian::Query;

constexpr std::size_t prefix_min_letters = 2;
constexpr Xapian::termcount prefix_words = 48;   // most frequent words that a beginning stands for
constexpr Xapian::doccount near_candidates = 60;
constexpr std::size_t meant_words = 24;

constexpr double prefix_fit = 0.4;
constexpr double stem_fit = 0.5;
constexpr double sound_fit = 0.6;
constexpr double one_error_fit = 0.5;
constexpr double two_errors_fit = 0.25;

bool has_digit(std::string_view word) { return word.find_first_of("0123456789") != std::string_view::npos; }

XQuery weighed(const std::string& term, double fit) { return XQuery(XQuery::OP_SCALE_WEIGHT, XQuery(term), fit); }

XQuery beginning(std::string_view word) {
    const XQuery expanded(XQuery::OP_WILDCARD, name_term(word), prefix_words, XQuery::WILDCARD_LIMIT_MOST_FREQUENT, XQuery::OP_SYNONYM);
    return XQuery(XQuery::OP_SCALE_WEIGHT, expanded, prefix_fit);
}

XQuery any_of(std::vector<XQuery> parts) { return XQuery(XQuery::OP_MAX, parts.begin(), parts.end()); }

enum class Position { last, other };

XQuery word_as_typed(std::string_view word, Position position) {
    if (word.size() == 1) return XQuery(initial_term(word));
    std::vector<XQuery> parts{XQuery(name_term(word)), weighed(stem_term(word), stem_fit)};
    if (position == Position::last && word.size() >= prefix_min_letters) parts.push_back(beginning(word));
    return any_of(std::move(parts));
}

XQuery word_by_guess(const Xapian::Database& database, std::string_view word) {
    if (word.size() == 1) return XQuery(initial_term(word));
    std::vector<XQuery> parts{XQuery(name_term(word)), weighed(stem_term(word), stem_fit)};
    if (word.size() >= prefix_min_letters) parts.push_back(beginning(word));
    for (const Meant& meant : words_meant(database, word)) parts.push_back(weighed(name_term(meant.word), meant.fit));
    return any_of(std::move(parts));
}

// Particles count, but are not asked for when something else was typed: "berg van den" finds Van den Berg.
XQuery words_query(const Xapian::Database& database, std::vector<std::string> words, Reading reading) {
    if (words.size() > query_words_max) words.resize(query_words_max);
    const bool only_particles = std::all_of(words.begin(), words.end(), [](const std::string& word) { return is_particle(word); });
    std::vector<XQuery> asked;
    std::vector<XQuery> welcome;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool last = i + 1 == words.size();
        if (!only_particles && is_particle(words[i])) welcome.push_back(XQuery(name_term(words[i])));
        else if (reading == Reading::by_guess) asked.push_back(word_by_guess(database, words[i]));
        else asked.push_back(word_as_typed(words[i], last ? Position::last : Position::other));
    }
    const XQuery all(XQuery::OP_AND, asked.begin(), asked.end());
    if (welcome.empty()) return all;
    return XQuery(XQuery::OP_AND_MAYBE, all, XQuery(XQuery::OP_OR, welcome.begin(), welcome.end()));
}

XQuery one_of(const std::vector<std::string>& terms) {
    std::vector<XQuery> parts;
    for (const auto& term : terms) parts.emplace_back(term);
    return XQuery(XQuery::OP_OR, parts.begin(), parts.end());
}

XQuery conditions(const Query& query) {
    std::vector<XQuery> all;
    for (const AnyOf& filter : query.filters) {
        std::vector<std::string> terms;
        for (const auto& value : filter.values) terms.push_back(filter_term(filter.name, value));
        all.push_back(one_of(terms));
    }
    std::vector<std::string> kinds;
    for (const auto& kind : query.kinds) kinds.push_back(kind_term(kind));
    if (!kinds.empty()) all.push_back(one_of(kinds));
    for (const auto& key : query.keys) all.emplace_back(key_term(key));
    return XQuery(XQuery::OP_AND, all.begin(), all.end());
}

bool looks_nowhere(const Query& query) {
    return std::any_of(query.filters.begin(), query.filters.end(), [](const AnyOf& filter) { return filter.values.empty(); });
}

double fit_of(std::string_view typed, std::string_view word) {
    const int distance = edit_distance(typed, word, errors_allowed(typed.size()));
    const double by_letters = distance > errors_allowed(typed.size()) ? 0 : distance <= 1 ? one_error_fit : two_errors_fit;
    const double by_sound = klank(typed) == klank(word) ? sound_fit : 0;
    return std::max(by_letters, by_sound);
}

}  // namespace

std::string stem_term(std::string_view folded_word) {
    thread_local const Xapian::Stem stem("dutch");
    return "Z" + stem(std::string(folded_word.substr(0, word_max_bytes)));
}

std::vector<Meant> words_meant(const Xapian::Database& database, std::string_view word) {
    if (has_digit(word) || errors_allowed(word.size()) == 0) return {};
    auto terms = near_terms(word);
    if (const auto sound = sound_term(word); !sound.empty()) terms.push_back(sound);
    for (auto& trigram : trigram_terms(word)) terms.push_back(std::move(trigram));
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
    const auto words = words_of(folded(query.text));
    if (looks_nowhere(query) || (words.empty() && query.keys.empty())) return XQuery();
    const XQuery where = conditions(query);
    if (words.empty()) return XQuery(XQuery::OP_SCALE_WEIGHT, where, 0);
    const XQuery what = words_query(database, words, reading);
    return where.empty() ? what : XQuery(XQuery::OP_FILTER, what, where);
}

}  // namespace dichtbij::search
