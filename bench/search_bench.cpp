// How quick the search index is among many names: build, then exact, beginning, two words and typing errors.
// Usage: search_bench [documents=1000000] [directory=build/bench-data/search]
#include <algorithm>
#include <cctype>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "search/index.h"

namespace {

using namespace dichtbij;
using Clock = std::chrono::steady_clock;

constexpr std::size_t surnames_count = 120'000;  // the Netherlands have some 300,000, most of them rare
constexpr int queries = 2'000;
constexpr int commit_every = 5'000;

// Of this thread: what a search costs also when others use the machine.
double cpu_ms() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double ms_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

class Names {
  public:
    explicit Names(unsigned seed) : random_(seed) {
        while (surnames_.size() < surnames_count) surnames_.push_back(made_surname());
    }

    // Few names are borne by many: rank drawn so that the first has about 0.5 percent.
    std::string surname() {
        const double u = std::uniform_real_distribution(0.0, 1.0)(random_);
        const auto rank = static_cast<std::size_t>(std::pow(static_cast<double>(surnames_count), u)) - 1;
        return surnames_[std::min(rank, surnames_.size() - 1)];
    }
    std::string first_name() {
        static const char* const stems[] = {"Jan", "Piet", "Kees", "Fatima", "Mehmet", "Anna", "Sanne", "Tom", "Priya", "Marleen", "Ruben", "Ilse", "Noor", "Willem", "Sophie", "Daan", "Emma", "Lucas", "Julia", "Thijs", "Lotte", "Bram", "Eva", "Sem", "Tess", "Milan", "Sara", "Youssef", "Amira", "Joost"};
        static const char* const tails[] = {"", "", "", "", "je", "a", "us", "ien", "ke", "ijn"};
        return std::string(pick(stems)) + pick(tails);
    }
    std::string prefix() {
        static const char* const prefixes[] = {"", "", "", "", "", "van ", "de ", "van der ", "van den ", "El "};
        return pick(prefixes);
    }
    std::string with_error(std::string word) {
        if (word.size() < 4) return word + "e";
        const auto at = 1 + random_() % (word.size() - 2);
        switch (random_() % 4) {
            case 0: word.erase(at, 1); break;
            case 1: std::swap(word[at], word[at + 1]); break;
            case 2: word.insert(at, 1, static_cast<char>('a' + random_() % 26)); break;
            default: word[at] = static_cast<char>('a' + random_() % 26);
        }
        return word;
    }
    struct Person {
        std::string first;
        std::string prefix;
        std::string last;
        unsigned year = 0;
    };
    // The same ones in the same order for the same seed.
    Person person() {
        Person made;
        made.first = first_name();
        made.prefix = prefix();
        made.last = surname();
        made.year = 1930 + number(90);
        return made;
    }
    unsigned number(unsigned below) { return static_cast<unsigned>(random_() % below); }

  private:
    template <std::size_t N>
    const char* pick(const char* const (&list)[N]) {
        return list[random_() % N];
    }
    std::string made_surname() {
        static const char* const starts[] = {"Jan", "Bak", "Vis", "Meij", "Mul", "Hoek", "Dijk", "Berg", "Broek", "Zwan", "Kuij", "Smit", "Ver", "Wijn", "Schou", "Wester", "Noord", "Groen", "Klaas", "Hendr", "Willem", "Pieter", "Bos", "Kok", "Post", "Prins", "Konings", "Lam", "Vos", "Haan"};
        static const char* const middles[] = {"", "en", "er", "el", "ster", "ing", "ens", "aar", "in", "ink", "ema", "stra", "huis", "kamp", "veld", "brink", "hof", "meul", "graaf", "ouw"};
        static const char* const ends[] = {"", "s", "sen", "ma", "sma", "huizen", "berg", "dijk", "man", "mans", "aar", "er", "burg", "horst", "laan", "meer", "wijk", "beek", "hout", "zoon"};
        static const char* const more[] = {"", "", "e", "je", "t", "a", "o", "k", "n", "r"};
        return std::string(pick(starts)) + pick(middles) + pick(more) + pick(ends) + pick(more);
    }

    std::mt19937 random_;
    std::vector<std::string> surnames_;
};

bool is_in_oeverland(int document) { return document % 5 < 3; }
bool is_open(int document) { return document % 20 != 0; }

void build(search::Index& index, Names& names, int documents) {
    const auto start = Clock::now();
    for (int i = 0; i < documents; ++i) {
        search::Document document;
        document.id = "partij-" + std::to_string(i);
        document.kind = i % 3 == 0 ? "klantcontact" : "partij";
        document.filters = {{"gemeente", is_in_oeverland(i) ? "oeverland" : "heidedal"}, {"domein", is_open(i) ? "" : "wmo"}};
        const auto person = names.person();
        document.names = {person.first + " " + person.prefix + person.last};
        document.keys = {"jaar:" + std::to_string(person.year)};
        index.put(document);
        if ((i + 1) % commit_every == 0) index.commit(std::to_string(i + 1));
        if ((i + 1) % 100'000 == 0) std::printf("  %d documents, %.0f s\n", i + 1, ms_since(start) / 1000), std::fflush(stdout);
    }
    index.commit(std::to_string(documents));
    std::printf("built: %.0f documents/s\n", documents / ms_since(start) * 1000);
}

template <class F>
void measure(const search::Index& index, const char* what, F&& text) {
    std::vector<double> times;
    std::vector<double> costs;
    int guesses = 0;
    int found = 0;
    for (int i = 0; i < queries; ++i) {
        search::Query query;
        query.text = text();
        query.filters = {{"gemeente", {"oeverland"}}, {"domein", {""}}};
        query.limit = 20;
        const auto start = Clock::now();
        const double cpu_start = cpu_ms();
        const auto results = index.search(query);
        costs.push_back(cpu_ms() - cpu_start);
        times.push_back(ms_since(start));
        guesses += results && results->by_guess;
        found += results && !results->hits.empty();
    }
    std::printf("%-34s", what);
    for (auto* list : {&times, &costs}) {
        std::sort(list->begin(), list->end());
        const auto at = [&](double share) { return (*list)[static_cast<std::size_t>(share * (queries - 1))]; };
        std::printf(" %s p50 %5.2f p95 %5.2f p99 %5.2f ms ", list == &times ? "" : "| CPU", at(0.5), at(0.95), at(0.99));
    }
    std::printf("| found %3.0f%%, guessed %3.0f%%\n", 100.0 * found / queries, 100.0 * guesses / queries);
}

void print_memory() {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with("RssAnon")) std::printf("%s\n", line.c_str());
}

std::string lower(std::string text) {
    for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return text;
}

}  // namespace

int main(int argc, char** argv) {
    const int documents = argc > 1 ? std::atoi(argv[1]) : 1'000'000;
    const std::string directory = argc > 2 ? argv[2] : "build/bench-data/search";
    const auto start = Clock::now();
    search::Index index(directory);
    std::printf("opened in %.1f ms\n", ms_since(start));
    Names names(7);
    if (index.cursor() != std::to_string(documents)) {
        index.clear();
        build(index, names, documents);
    }
    std::uintmax_t bytes = 0;
    for (const auto& file : std::filesystem::directory_iterator(directory)) bytes += file.file_size();
    std::printf("%llu documents, %.0f MB\n", static_cast<unsigned long long>(index.count()), static_cast<double>(bytes) / 1e6);

    Names same(7);
    std::vector<Names::Person> people;  // who can be found
    for (int i = 0; i < documents && people.size() < 50'000; ++i) {
        auto person = same.person();
        if (is_in_oeverland(i) && is_open(i)) people.push_back(std::move(person));
    }
    Names dice(11);
    const auto one = [&] { return people[dice.number(static_cast<unsigned>(people.size()))]; };
    const auto full = [](const Names::Person& person) { return person.first + " " + person.prefix + person.last; };
    measure(index, "last name", [&] { return one().last; });
    measure(index, "first and last name", [&] { return full(one()); });
    measure(index, "beginning, three letters", [&] { return one().last.substr(0, 3); });
    measure(index, "beginning, five letters", [&] { return one().last.substr(0, 5); });
    measure(index, "beginning, one letter missing", [&] { const auto last = one().last; return last.substr(0, last.size() - 1); });
    measure(index, "initial and last name", [&] { const auto who = one(); return who.first.substr(0, 1) + " " + who.prefix + who.last; });
    measure(index, "first name only", [&] { return one().first; });
    measure(index, "last name with an error", [&] { return dice.with_error(lower(one().last)); });
    measure(index, "first and last name with an error", [&] { const auto who = one(); return who.first + " " + who.prefix + dice.with_error(lower(who.last)); });
    print_memory();
}
