#include "taal/woordenlijst.h"

#include <algorithm>
#include <map>

#include "base/result.h"
#include "base/text.h"

namespace dichtbij::taal {
namespace {

std::vector<std::string> split(std::string_view text, char at) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(at, begin), text.size());
        parts.emplace_back(trimmed(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    return parts;
}

using Vormen = std::map<std::string, std::vector<std::string>, std::less<>>;

Vormen irregular(std::string_view rows) {
    Vormen all;
    for (const auto& line : split(rows, '\n')) {
        if (line.empty()) continue;
        auto forms = split(line, '/');
        CHECK_THAT(forms.size() == 6);
        all.emplace(forms[0], std::move(forms));
    }
    return all;
}

std::vector<std::string> forms_of(const Vormen& irregular_ones, const std::string& verb) {
    const auto found = irregular_ones.find(verb);
    if (found != irregular_ones.end()) return found->second;
    // "ongedaan maken": the last word is the verb, and only the infinitive keeps its place.
    if (verb.find(' ') != std::string::npos) return {verb, "-", "-", "-", "-", "-"};
    return vervoeg(verb);
}

bool is_klinker(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The stem as it stands alone: "gebruik", "leer", "zeg", "schrijf".
std::string stem_of(std::string_view infinitief) {
    std::string stem(infinitief.substr(0, infinitief.size() - 2));
    const std::size_t n = stem.size();
    if (n >= 2 && stem[n - 1] == stem[n - 2] && !is_klinker(stem[n - 1])) {
        stem.pop_back();
        return stem;
    }
    const bool open = n >= 3 && !is_klinker(stem[n - 1]) && is_klinker(stem[n - 2]) && (!is_klinker(stem[n - 3]) || stem.ends_with("uer"));  // "evalueren"
    // "handelen", "tekenen": the last vowel is mute.
    const bool mute = open && n > 4 && stem[n - 2] == 'e' && (stem[n - 1] == 'l' || stem[n - 1] == 'n');
    if (open && !mute) stem.insert(n - 1, 1, stem[n - 2]);
    if (stem.back() == 'v') stem.back() = 'f';
    if (stem.back() == 'z') stem.back() = 's';
    return stem;
}

bool has_own_prefix(std::string_view verb) {
    for (const std::string_view prefix : {"be", "ver", "ont", "her", "ge", "er"})
        if (verb.starts_with(prefix) && verb.size() > prefix.size() + 4) return true;
    return false;
}

// A trema where two vowels would be read as one: "geëvalueerd", but "geuit".
std::string with_ge(const std::string& stem) {
    if (stem[0] == 'e') return "geë" + stem.substr(1);
    if (stem[0] == 'i') return "geï" + stem.substr(1);
    return "ge" + stem;
}

}  // namespace

std::vector<std::string> vervoeg(std::string_view infinitief) {
    const std::string stem = stem_of(infinitief);
    const char sound = infinitief[infinitief.size() - 3];
    const bool hard = std::string_view("tkfschpx").find(sound) != std::string_view::npos;
    const std::string t = stem.ends_with("t") ? "" : "t";
    std::string past = stem + (hard ? "te" : "de");
    const std::string ending = hard ? (stem.ends_with("t") ? "" : "t") : (stem.ends_with("d") ? "" : "d");
    return {std::string(infinitief), stem, stem + t, past, past + "n", (has_own_prefix(infinitief) ? stem : with_ge(stem)) + ending};
}

Woordenlijst::Woordenlijst(std::string_view rijen, std::string_view werkwoorden) {
    const Vormen verbs = irregular(werkwoorden);
    for (const auto& line : split(rijen, '\n')) {
        if (line.empty()) continue;
        const auto sides = split(line, '=');
        CHECK_THAT(sides.size() == 2 && !sides[0].empty() && !sides[1].empty());
        const bool is_verb = sides[0].starts_with("w ");
        const auto forms = [&](const std::string& word) { return is_verb ? forms_of(verbs, word) : split(word, '/'); };
        std::vector<std::vector<std::string>> simple;
        const bool is_idea = sides[1].starts_with('~');
        for (const auto& one : split(std::string_view(sides[1]).substr(is_idea), ',')) simple.push_back(is_idea ? split(one, '/') : forms(one));
        add(forms(is_verb ? sides[0].substr(2) : sides[0]), simple, is_idea ? Geeft::idee : Geeft::woorden);
        ++rijen_;
    }
    for (auto& [first, entries] : op_eerste_)
        std::stable_sort(entries.begin(), entries.end(), [&](std::size_t x, std::size_t y) { return alle_[x].moeilijk.size() > alle_[y].moeilijk.size(); });
}

void Woordenlijst::add(const std::vector<std::string>& moeilijk, const std::vector<std::vector<std::string>>& beter, Geeft geeft) {
    for (std::size_t form = 0; form < moeilijk.size(); ++form) {
        if (moeilijk[form] == "-") continue;
        // Forms that look the same are one: "laat" of ik and of hij.
        if (std::find(moeilijk.begin(), moeilijk.begin() + static_cast<std::ptrdiff_t>(form), moeilijk[form]) != moeilijk.begin() + static_cast<std::ptrdiff_t>(form)) continue;
        Vervanging one;
        one.moeilijk = split(moeilijk[form], ' ');
        for (const auto& simple : beter)
            if (geeft == Geeft::woorden && form < simple.size() && simple[form] != "-") one.beter.push_back(simple[form]);
        if (one.beter.empty())
            for (const auto& simple : beter) one.idee += (one.idee.empty() ? "" : ", ") + simple[0];
        op_eerste_[one.moeilijk[0]].push_back(alle_.size());
        alle_.push_back(std::move(one));
    }
}

const Woordenlijst& Woordenlijst::van(Taal taal) {
    static const Woordenlijst nl(woorden_nl(), werkwoorden_nl());
    static const Woordenlijst en(woorden_en(), {});
    return taal == Taal::nl ? nl : en;
}

const Vervanging* Woordenlijst::zoek(const std::vector<Deel>& delen, std::size_t at, std::size_t tot) const {
    const auto found = op_eerste_.find(delen[at].klein);
    if (found == op_eerste_.end()) return nullptr;
    for (const std::size_t index : found->second) {
        const auto& words = alle_[index].moeilijk;
        if (at + words.size() > tot) continue;
        bool same = true;
        for (std::size_t i = 1; i < words.size() && same; ++i) same = delen[at + i].klein == words[i];
        if (same) return &alle_[index];
    }
    return nullptr;
}

}  // namespace dichtbij::taal
