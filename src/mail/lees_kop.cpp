#include "mail/lees_kop.h"

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "mail/lees_tekenset.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t most_addresses = 200;
constexpr std::size_t address_bytes = 320;
constexpr std::size_t message_id_bytes = 998;
constexpr std::size_t name_characters_shown = 200;
constexpr std::size_t word_bytes = 4000;  // RFC 2047 allows 75

bool is_space_or_tab(char c) { return c == ' ' || c == '\t'; }

std::string_view skip_blanks(std::string_view text) {
    while (!text.empty() && is_space_or_tab(text.front())) text.remove_prefix(1);
    return text;
}

struct Word {  // =?charset?Q?text?=
    std::string_view charset;
    char coding = 'q';
    std::string_view text;
    std::size_t length = 0;
};

std::optional<Word> word_at(std::string_view text) {
    if (!text.starts_with("=?")) return std::nullopt;
    text = text.substr(0, word_bytes);
    const auto first = text.find('?', 2);
    if (first == std::string_view::npos || first == 2 || first > 60 || first + 2 >= text.size() || text[first + 2] != '?') return std::nullopt;
    Word word{text.substr(2, first - 2), lower_ascii(text.substr(first + 1, 1))[0], {}, 0};
    if (word.coding != 'q' && word.coding != 'b') return std::nullopt;
    const auto begin = first + 3;
    const auto end = text.find("?=", begin);
    if (end == std::string_view::npos) return std::nullopt;
    word.text = text.substr(begin, end - begin);
    word.length = end + 2;
    return word;
}

std::string bytes_of(const Word& word) { return word.coding == 'q' ? van_q(word.text) : van_base64(word.text).bytes; }

std::string as_one_line(std::string_view utf8, std::size_t characters) {
    std::string line = cleaned(utf8);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\t', ' ');
    return shortened(trimmed(line), characters);
}

// An address or a name that is being read.
struct Lopend {
    std::string phrase, comment, angle;
    bool has_angle = false;
    void clear() { *this = {}; }
};

class AddressReader {
  public:
    explicit AddressReader(std::string_view value) : rest_(value) {}

    Adressen read() {
        while (!rest_.empty() && found_.lijst.size() < most_addresses) step();
        finish();
        if (!rest_.empty() || !name_before_.empty()) found_.is_zeker = false;
        return std::move(found_);
    }

  private:
    void step() {
        const char c = take();
        if (c == '"') read_quoted(now_.phrase);
        else if (c == '(') read_comment();
        else if (c == '<') read_angle();
        else if (c == ',' || c == ';') finish();
        else if (c == ':' && now_.phrase.find('@') == std::string::npos && !now_.has_angle) now_.clear(), name_before_.clear();
        else if (c != '>') now_.phrase += c;
    }

    char take() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        return c;
    }

    // The quotes stay when an @ comes behind them: then it is the local part of an address.
    void read_quoted(std::string& into) {
        std::string text;
        while (!rest_.empty()) {
            char c = take();
            if (c == '"') break;
            if (c == '\\' && !rest_.empty()) c = take();
            text += c;
        }
        const bool is_local = rest_.starts_with("@");
        into += is_local ? '"' + text + '"' : text;
    }

    void read_comment() {
        for (int depth = 1; depth > 0 && !rest_.empty();) {
            char c = take();
            if (c == '\\' && !rest_.empty()) c = take();
            else if (c == '(') ++depth;
            else if (c == ')') --depth;
            if (depth > 0) now_.comment += c;
        }
    }

    void read_angle() {
        std::string text;
        while (!rest_.empty()) {
            const char c = take();
            if (c == '>') break;
            if (c == '"') read_quoted(text);
            else if (c != '<') text += c;
        }
        if (!now_.has_angle || now_.angle.find('@') == std::string::npos) now_.angle = text;
        now_.has_angle = true;
    }

    void finish() {
        if (!now_.has_angle && now_.phrase.find('@') == std::string::npos) {
            // "Vries, Jan de <jan@example.nl>": the comma was part of the name.
            if (!trimmed(now_.phrase).empty()) name_before_.append(name_before_.empty() ? "" : ",").append(now_.phrase);
            now_.clear();
            return;
        }
        std::string name = now_.has_angle ? now_.phrase : now_.comment;
        if (!name_before_.empty() && now_.has_angle) name = name_before_ + ',' + name;
        else if (!name_before_.empty()) found_.is_zeker = false;
        name_before_.clear();
        if (trimmed(name).empty()) name = now_.comment;
        add(name, now_.has_angle ? now_.angle : now_.phrase);
        now_.clear();
    }

    void add(const std::string& name, std::string_view raw) {
        std::string address = in_woorden(raw, address_bytes + 1);
        if (address.starts_with('@'))  // a route, as old systems wrote it
            if (const auto colon = address.find(':'); colon != std::string::npos) address.erase(0, colon + 1);
        if (lower_ascii(address.substr(0, 7)) == "mailto:") address.erase(0, 7);
        if (!address.starts_with('"')) std::erase_if(address, is_space_or_tab);
        while (address.ends_with('.')) address.pop_back();
        const auto at = address.rfind('@');
        if (at == std::string::npos || at == 0 || at + 1 == address.size() || address.size() > address_bytes) {
            found_.is_zeker = false;
            return;
        }
        Adres read{in_woorden(name, name_characters_shown), address.substr(0, at + 1) + lower_ascii(address.substr(at + 1))};
        if (read.naam.size() > 1 && read.naam.front() == '\'' && read.naam.back() == '\'') read.naam = read.naam.substr(1, read.naam.size() - 2);
        if (lower_ascii(read.naam) == lower_ascii(read.adres)) read.naam.clear();
        found_.lijst.push_back(std::move(read));
    }

    std::string_view rest_;
    Lopend now_;
    std::string name_before_;
    Adressen found_;
};

}  // namespace

void Kop::add(std::string_view naam, std::string_view waarde) {
    std::string value(waarde);
    std::erase_if(value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
    regels_.emplace_back(lower_ascii(trimmed(naam)), std::string(trimmed(value)));
}

std::string_view Kop::eerste(std::string_view naam) const {
    const std::string name = lower_ascii(naam);
    const auto row = std::find_if(regels_.begin(), regels_.end(), [&](const auto& line) { return line.first == name; });
    return row == regels_.end() ? std::string_view() : std::string_view(row->second);
}

bool Kop::has(std::string_view naam) const {
    const std::string name = lower_ascii(naam);
    return std::any_of(regels_.begin(), regels_.end(), [&](const auto& line) { return line.first == name; });
}

std::vector<std::string_view> Kop::alle(std::string_view naam) const {
    const std::string name = lower_ascii(naam);
    std::vector<std::string_view> found;
    for (const auto& [line, value] : regels_)
        if (line == name) found.push_back(value);
    return found;
}

std::string in_woorden(std::string_view waarde, std::size_t tekens) {
    std::string text, plain;
    const auto flush = [&] {
        text += ontcijferd(plain, "").tekst;
        plain.clear();
    };
    while (!waarde.empty()) {
        auto word = word_at(waarde);
        if (!word) {
            plain += waarde.front();
            waarde.remove_prefix(1);
            continue;
        }
        flush();
        // A character may be cut in two over words of one charset, so their bytes are joined first.
        const std::string charset(word->charset);
        std::string bytes;
        while (word && lower_ascii(word->charset) == lower_ascii(charset)) {
            bytes += bytes_of(*word);
            waarde.remove_prefix(word->length);
            const std::string_view next = skip_blanks(waarde);
            word = word_at(next);
            if (word) waarde = next;
        }
        text += ontcijferd(bytes, charset).tekst;
    }
    flush();
    return as_one_line(text, tekens);
}

Adressen lees_adressen(std::string_view waarde) { return AddressReader(waarde).read(); }

std::vector<std::string> lees_message_ids(std::string_view waarde) {
    std::vector<std::string> ids;
    const auto add = [&](std::string_view raw) {
        std::string id = ontcijferd(raw, "").tekst;
        std::erase_if(id, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7f; });
        if (!id.empty() && id.size() <= message_id_bytes) ids.push_back(std::move(id));
    };
    for (std::string_view rest = waarde; !rest.empty();) {
        const auto begin = rest.find('<');
        if (begin == std::string_view::npos) break;
        const auto end = rest.find('>', begin);
        if (end == std::string_view::npos) break;
        add(rest.substr(begin + 1, end - begin - 1));
        rest.remove_prefix(end + 1);
    }
    const std::string_view bare = trimmed(waarde);
    if (ids.empty() && !bare.empty() && bare.find_first_of(" \t<>") == std::string_view::npos) add(bare);
    return ids;
}

}  // namespace dichtbij::mail
