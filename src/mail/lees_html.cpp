#include "mail/lees_html.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"
#include "mail/lees_tekenset.h"

namespace dichtbij::mail {
namespace {

constexpr int deepest_quote = 10;

struct Entiteit {
    std::string_view naam, teken;
};
constexpr std::array entiteiten{
    Entiteit{"nbsp", " "},     Entiteit{"amp", "&"},      Entiteit{"lt", "<"},       Entiteit{"gt", ">"},
    Entiteit{"quot", "\""},    Entiteit{"apos", "'"},     Entiteit{"euro", "€"},     Entiteit{"eacute", "é"},
    Entiteit{"egrave", "è"},   Entiteit{"euml", "ë"},     Entiteit{"ecirc", "ê"},    Entiteit{"aacute", "á"},
    Entiteit{"agrave", "à"},   Entiteit{"auml", "ä"},     Entiteit{"acirc", "â"},    Entiteit{"iacute", "í"},
    Entiteit{"iuml", "ï"},     Entiteit{"icirc", "î"},    Entiteit{"oacute", "ó"},   Entiteit{"ograve", "ò"},
    Entiteit{"ouml", "ö"},     Entiteit{"ocirc", "ô"},    Entiteit{"uacute", "ú"},   Entiteit{"uuml", "ü"},
    Entiteit{"ucirc", "û"},    Entiteit{"ccedil", "ç"},   Entiteit{"ntilde", "ñ"},   Entiteit{"szlig", "ß"},
    Entiteit{"Eacute", "É"},   Entiteit{"Euml", "Ë"},     Entiteit{"Ouml", "Ö"},     Entiteit{"Uuml", "Ü"},
    Entiteit{"Auml", "Ä"},     Entiteit{"lsquo", "‘"},    Entiteit{"rsquo", "’"},    Entiteit{"ldquo", "“"},
    Entiteit{"rdquo", "”"},    Entiteit{"bdquo", "„"},    Entiteit{"ndash", "–"},    Entiteit{"mdash", "—"},
    Entiteit{"hellip", "…"},   Entiteit{"bull", "•"},     Entiteit{"middot", "·"},   Entiteit{"copy", "©"},
    Entiteit{"reg", "®"},      Entiteit{"trade", "™"},    Entiteit{"deg", "°"},      Entiteit{"laquo", "«"},
    Entiteit{"raquo", "»"},    Entiteit{"sect", "§"},     Entiteit{"frac12", "½"},   Entiteit{"sup2", "²"},
    Entiteit{"zwnj", ""},      Entiteit{"zwj", ""},       Entiteit{"shy", ""},       Entiteit{"ensp", " "},
    Entiteit{"emsp", " "},     Entiteit{"thinsp", " "},   Entiteit{"rarr", "→"},     Entiteit{"times", "×"},
};

std::string utf8_of(std::uint32_t code) {
    // Windows characters that people wrote as if they were Unicode.
    if (code >= 0x80 && code < 0xa0) return ontcijferd(std::string(1, static_cast<char>(code)), "windows-1252").tekst;
    if (code == 0xa0) return " ";
    if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return "\xef\xbf\xbd";
    if (code < 0x80) return std::string(1, static_cast<char>(code));
    std::string text;
    const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (code >> shift & 0x3f)); };
    if (code < 0x800) return text += static_cast<char>(0xc0 | code >> 6), tail(0), text;
    if (code < 0x10000) return text += static_cast<char>(0xe0 | code >> 12), tail(6), tail(0), text;
    return text += static_cast<char>(0xf0 | code >> 18), tail(12), tail(6), tail(0), text;
}

// At "&": gives the text and how many bytes it was.
struct Ontknoopt {
    std::string text;
    std::size_t length = 1;
};
Ontknoopt entity_at(std::string_view html) {
    const std::string_view near = html.substr(0, 12);
    std::size_t end = near.find(';');
    if (near.size() > 2 && near[1] == '#') {
        const bool is_hex = near[2] == 'x' || near[2] == 'X';
        std::uint32_t code = 0;
        std::size_t at = is_hex ? 3 : 2;
        const std::size_t digits = at;
        for (; at < near.size(); ++at) {
            const char c = lower_ascii(near.substr(at, 1))[0];
            const int digit = c >= '0' && c <= '9' ? c - '0' : is_hex && c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
            if (digit < 0) break;
            code = std::min<std::uint32_t>(code * (is_hex ? 16u : 10u) + static_cast<std::uint32_t>(digit), 0x110000);
        }
        if (at == digits) return {"&", 1};
        return {utf8_of(code), at < near.size() && near[at] == ';' ? at + 1 : at};
    }
    if (end == std::string_view::npos) return {"&", 1};
    const auto* row = std::find_if(entiteiten.begin(), entiteiten.end(), [&](const Entiteit& known) { return known.naam == near.substr(1, end - 1); });
    if (row == entiteiten.end()) return {"&", 1};
    return {std::string(row->teken), end + 1};
}

std::string without_entities(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const auto at = std::min(text.find('&'), text.size());
        plain += text.substr(0, at);
        text.remove_prefix(at);
        if (text.empty()) break;
        const Ontknoopt found = entity_at(text);
        plain += found.text;
        text.remove_prefix(found.length);
    }
    return plain;
}

struct Etiket {  // of an element
    std::string name;
    std::string_view attributes;
    bool is_end = false;
    bool is_closed = false;  // <br/>
};

// The value of an attribute as it stands, "" when it is not there.
std::string_view attribute(std::string_view attributes, std::string_view wanted) {
    std::size_t at = 0;
    while (at < attributes.size()) {
        at = attributes.find_first_not_of(" \t\r\n/", at);
        if (at == std::string_view::npos) break;
        const auto name_end = std::min(attributes.find_first_of("= \t\r\n/", at), attributes.size());
        const std::string_view name = attributes.substr(at, name_end - at);
        at = std::min(attributes.find_first_not_of(" \t\r\n", name_end), attributes.size());
        std::string_view value;
        if (at < attributes.size() && attributes[at] == '=') {
            at = std::min(attributes.find_first_not_of(" \t\r\n", at + 1), attributes.size());
            const bool is_quoted = at < attributes.size() && (attributes[at] == '"' || attributes[at] == '\'');
            const std::size_t begin = is_quoted ? at + 1 : at;
            const std::size_t end = std::min(is_quoted ? attributes.find(attributes[at], begin) : attributes.find_first_of(" \t\r\n", begin), attributes.size());
            value = attributes.substr(std::min(begin, end), end - std::min(begin, end));
            at = std::min(end + (is_quoted ? 1 : 0), attributes.size());
        }
        if (name_end == at && name.empty()) ++at;
        if (lower_ascii(name) == wanted) return value;
    }
    return {};
}

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 7> unseen{"script", "style", "head", "title", "template", "noscript", "svg"};
constexpr std::array<std::string_view, 16> paragraph_elements{"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr", "dl", "form", "section"};
constexpr std::array<std::string_view, 13> line_elements{"div", "tr", "li", "article", "header", "footer", "address", "dt", "dd", "center", "body", "caption", "nav"};
constexpr std::array<std::string_view, 7> without_end{"br", "img", "hr", "meta", "link", "input", "col"};

class Maker {
  public:
    Maker(std::string_view html, std::size_t limit) : rest_(html), limit_(limit) {}

    std::string make() {
        while (!rest_.empty() && text_.size() < limit_) {
            if (rest_.front() == '<' && take_markup()) continue;
            take_text();
        }
        return cleaned(text_);
    }

  private:
    // False when this < is only a character.
    bool take_markup() {
        if (rest_.starts_with("<!--")) return skip_past("-->");
        if (rest_.size() < 2) return false;
        const char next = lower_ascii(rest_.substr(1, 1))[0];
        if (next == '!' || next == '?') return skip_past(">");
        if (next != '/' && (next < 'a' || next > 'z')) return false;
        const std::size_t end = end_of_tag();
        Etiket tag;
        std::string_view inside = rest_.substr(1, std::min(end, rest_.size()) - 1);
        tag.is_end = inside.starts_with('/');
        if (tag.is_end) inside.remove_prefix(1);
        const auto name_end = std::min(inside.find_first_of(" \t\r\n/>"), inside.size());
        tag.name = lower_ascii(inside.substr(0, std::min<std::size_t>(name_end, 30)));
        tag.attributes = inside.substr(name_end);
        tag.is_closed = tag.attributes.ends_with('/') || is_one_of(tag.name, without_end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        apply(tag);
        return true;
    }

    // The > that ends it, not one inside quotes; a tag that never ends swallows at most a few thousand bytes.
    std::size_t end_of_tag() const {
        char quote = 0;
        const std::size_t last = std::min<std::size_t>(rest_.size(), 20'000);
        for (std::size_t at = 1; at < last; ++at) {
            const char c = rest_[at];
            if (quote != 0) quote = c == quote ? '\0' : quote;
            else if ((c == '"' || c == '\'') && rest_[at - 1] == '=') quote = c;
            else if (c == '>') return at;
        }
        return std::min(rest_.find('>'), last);
    }

    bool skip_past(std::string_view end) {
        const auto at = rest_.find(end);
        rest_.remove_prefix(at == std::string_view::npos ? rest_.size() : at + end.size());
        return true;
    }

    void apply(const Etiket& tag) {
        if (!hidden_in_.empty()) {
            if (tag.name != hidden_in_ || tag.is_closed) return;
            hidden_depth_ += tag.is_end ? -1 : 1;
            if (hidden_depth_ == 0) hidden_in_.clear();
            return;
        }
        if (!tag.is_end && !tag.is_closed && is_hidden(tag)) {
            hidden_in_ = tag.name;
            hidden_depth_ = 1;
            return;
        }
        if (tag.name == "br") return end_line();
        if (tag.name == "blockquote") {
            new_line(2);
            quote_depth_ = std::clamp(quote_depth_ + (tag.is_end ? -1 : 1), 0, deepest_quote);
        } else if (is_one_of(tag.name, paragraph_elements)) {
            new_line(tag.name == "ul" || tag.name == "ol" ? 1 : 2);
            if (tag.name == "pre") is_pre_ = !tag.is_end;
        } else if (is_one_of(tag.name, line_elements)) {
            new_line(1);
            if (tag.name == "li" && !tag.is_end) put("- ");
        } else if (tag.name == "td" || tag.name == "th") {
            has_space_ = true;
        } else if (tag.name == "a") {
            link(tag);
        } else if (tag.name == "img") {
            put(cleaned(without_entities(attribute(tag.attributes, "alt").substr(0, 200))));
        }
    }

    static bool is_hidden(const Etiket& tag) {
        if (is_one_of(tag.name, unseen)) return true;
        std::string style = lower_ascii(attribute(tag.attributes, "style").substr(0, 1000));
        std::erase(style, ' ');
        return style.find("display:none") != std::string::npos;
    }

    void link(const Etiket& tag) {
        if (!tag.is_end) {
            link_ = cleaned(without_entities(attribute(tag.attributes, "href").substr(0, 1000)));
            link_begin_ = text_.size();
            return;
        }
        const std::string_view shown = link_begin_ <= text_.size() ? trimmed(std::string_view(text_).substr(link_begin_)) : std::string_view();
        const bool is_web = link_.starts_with("http://") || link_.starts_with("https://");
        if (is_web && !shown.empty() && link_.find(shown) == std::string::npos && link_.find_first_of(" \n") == std::string::npos) put(" <" + link_ + ">");
        link_.clear();
    }

    void take_text() {
        const std::size_t end = rest_.find('<', 1);
        std::size_t size = std::min(end, std::min<std::size_t>(rest_.size(), limit_ + 4));
        while (size > 1 && size < rest_.size() && (static_cast<unsigned char>(rest_[size]) & 0xc0) == 0x80) --size;
        const std::string_view raw = rest_.substr(0, size);
        rest_.remove_prefix(raw.size());
        if (!hidden_in_.empty()) return;
        const std::string plain = without_entities(raw);
        if (is_pre_) return put_pre(plain);
        std::string word;
        for (const char c : plain) {
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
                word += c;
                continue;
            }
            put(word);
            word.clear();
            has_space_ = true;
        }
        put(word);
    }

    void put_pre(std::string_view plain) {
        for (const char c : plain) {
            if (c == '\n') new_line(1, true);
            else if (c != '\r') put(std::string(1, c == '\t' ? ' ' : c), true);
        }
    }

    void put(std::string_view word, bool keeps_space = false) {
        if (word.empty()) return;
        const bool is_begin = text_.empty() || text_.back() == '\n';
        if (is_begin) {
            for (int i = 0; i < quote_depth_; ++i) text_ += "> ";
        } else if (has_space_ && !keeps_space && text_.back() != ' ') {
            text_ += ' ';
        }
        has_space_ = false;
        text_ += word;
    }

    // Two of them make an empty line, more do not make more.
    void end_line() {
        if (!text_.ends_with("\n\n")) new_line(1, true);
    }

    // Ends the line, with `count` line ends at least; more only when asked for, by <br> or in <pre>.
    void new_line(std::size_t count, bool is_pre = false) {
        has_space_ = false;
        if (text_.empty()) return;
        while (text_.ends_with(' ')) text_.pop_back();
        std::size_t there = 0;
        while (there < text_.size() && there < 3 && text_[text_.size() - 1 - there] == '\n') ++there;
        if (is_pre || (count == 1 && there == 0)) text_ += '\n';
        else if (count == 2 && there < 2) text_.append(2 - there, '\n');
    }

    std::string_view rest_;
    const std::size_t limit_;
    std::string text_, hidden_in_, link_;
    std::size_t link_begin_ = 0;
    int hidden_depth_ = 0, quote_depth_ = 0;
    bool has_space_ = false, is_pre_ = false;
};

}  // namespace

std::string tekst_van_html(std::string_view utf8, std::size_t bytes) { return Maker(utf8, bytes).make(); }

}  // namespace dichtbij::mail
