#pragma once
// What a person reads, by key, in Dutch and English: text/nl.json and text/nl.d/*.json, and the same for
// en. A text may hold {0}, {1}, ...; a key with two forms has "key.one" and "key.other" and is chosen by
// its first argument.

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <vector>

#include "html/writer.h"

namespace dichtbij::html {

enum class Taal { nl, en };
std::string_view to_string(Taal);       // "nl"
Taal taal_of(std::string_view code);    // anything but "en" is Dutch

class Texts {
  public:
    Texts(Taal taal, const std::map<std::string, std::string, std::less<>>& texts) : taal_(taal), texts_(texts.begin(), texts.end()) {}
    Taal taal() const { return taal_; }
    bool has(std::string_view key) const;
    // The text with its arguments filled in (strings and whole numbers). A key that is missing comes
    // back as itself between angle quotes, so that it is seen; tools/check_texts.py finds it earlier.
    template <class... A>
    std::string operator()(std::string_view key, const A&... args) const {
        return fill(key, {as_text(args)...});
    }
    std::string fill(std::string_view key, const std::vector<std::string>& args) const;
    // A sentence with markup in it, a link or a bold name: the text is escaped, the arguments are not.
    //     t.rich("balie.met", a(href(url), naam))
    Html rich(std::string_view key, const std::vector<Html>& args) const;
    template <class... A>
        requires(std::is_same_v<A, Html> && ...)
    Html rich(std::string_view key, const A&... args) const {
        return rich(key, std::vector<Html>{args...});
    }
    // As it stands in the catalogue, for scripts that fill it in themselves.
    std::string_view pattern(std::string_view key) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view key) const { return std::hash<std::string_view>{}(key); }
    };
    const std::string* find(std::string_view key, std::string_view first_arg) const;

    static std::string as_text(std::string_view text) { return std::string(text); }
    static std::string as_text(const std::string& text) { return text; }
    static std::string as_text(const char* text) { return text; }
    template <class N>
        requires(std::is_integral_v<N> && !std::is_same_v<N, bool> && !std::is_same_v<N, char>)
    static std::string as_text(N number) {
        return std::to_string(number);
    }
    Taal taal_;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> texts_;
};

// Both languages, loaded at start, then read only.
class Catalogue {
  public:
    // Throws std::runtime_error that names the file and what is wrong with it.
    explicit Catalogue(const std::filesystem::path& text_folder);
    const Texts& of(Taal taal) const { return taal == Taal::en ? *english_ : *dutch_; }

  private:
    std::unique_ptr<Texts> dutch_;
    std::unique_ptr<Texts> english_;
};

}  // namespace dichtbij::html
