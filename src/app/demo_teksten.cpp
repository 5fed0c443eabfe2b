// Finds the texts of a subject, and which titles and answers go with what is asked.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string>

#include "app/demo_inhoud.h"
#include "base/result.h"
#include "base/text.h"

namespace dichtbij::app::demo {
namespace {

constexpr std::size_t stam = 5;  // letters of a word that are compared
constexpr std::array<std::string_view, 21> stopwoorden{"vraag", "vraagt", "heeft", "wordt", "worden", "graag", "kunnen", "moet", "moeten", "deze",
                                                       "voor", "naar", "niet", "geen", "maar", "gemeente", "beste", "goedemiddag", "goedemorgen", "straat", "naam"};

// The beginnings of the words that say what a text is about.
std::set<std::string> words_about(std::string_view text) {
    std::set<std::string> found;
    const std::string plain = folded(text);
    for (const std::string& word : words_of(plain))
        if (word.size() >= 4 && std::find(stopwoorden.begin(), stopwoorden.end(), word) == stopwoorden.end()) found.insert(word.substr(0, stam));
    return found;
}

// Those that share most words with the text; of a short one, words that it does not share count against it.
// None when nothing is shared, or when all fit alike.
std::vector<std::string_view> closest(std::string_view text, const std::vector<std::string_view>& candidates, int against) {
    const auto about = words_about(text);
    std::vector<std::string_view> best;
    int most = 0;
    for (const std::string_view candidate : candidates) {
        const auto words = words_about(candidate);
        const int shared = static_cast<int>(std::count_if(words.begin(), words.end(), [&](const std::string& word) { return about.contains(word); }));
        const int score = 4 * shared - against * (static_cast<int>(words.size()) - shared);
        if (shared == 0 || score < most) continue;
        if (score > most) best.clear();
        most = score;
        best.push_back(candidate);
    }
    return best.size() == candidates.size() ? std::vector<std::string_view>() : best;
}

// A title that is only one of many says less than the name of the subject.
std::vector<std::string_view> title_of(std::string_view text, const std::vector<std::string_view>& candidates) {
    constexpr std::size_t choice = 2;
    auto best = closest(text, candidates, 1);
    return best.size() > choice ? std::vector<std::string_view>() : best;
}

std::vector<Vraagtekst> matched(const std::vector<std::string_view>& texts, const Teksten& of) {
    std::vector<Vraagtekst> all;
    for (const std::string_view text : texts) {
        auto answers = closest(text, of.antwoorden, 0);
        all.push_back({text, title_of(text, of.titels), answers.empty() ? of.antwoorden : std::move(answers)});
    }
    return all;
}

struct Bundel {
    const Teksten* teksten = nullptr;
    Vraagteksten vraagteksten;
};

const Bundel& bundle(std::string_view onderwerp) {
    static const auto all = [] {
        std::map<std::string_view, Bundel> found;
        for (const auto* list : {&teksten_burgerzaken(), &teksten_wonen(), &teksten_belastingen(), &teksten_openbare_ruimte(), &teksten_samenleving(), &teksten_overig()})
            for (const Teksten& one : *list) found.emplace(one.onderwerp, Bundel{&one, {matched(one.vragen, one), matched(one.berichten, one)}});
        return found;
    }();
    const auto found = all.find(onderwerp);
    CHECK_THAT(found != all.end());
    return found->second;
}

}  // namespace

const Teksten& teksten(std::string_view onderwerp) { return *bundle(onderwerp).teksten; }

const Vraagteksten& vraagteksten(std::string_view onderwerp) { return bundle(onderwerp).vraagteksten; }

}  // namespace dichtbij::app::demo
