#include "html/veilig.h"

#include <gumbo.h>
#include <unicode/utf8.h>

#include <array>
#include <csetjmp>
#include <cstring>
#include <memory>
#include <set>
#include <vector>

#include "base/text.h"
#include "html/veilig_lijst.h"
#include "html/writer.h"

namespace dichtbij::html {
namespace {

// How often what came out is read again before we give up on its form.
constexpr int most_passes = 4;

// Valid UTF-8 with line ends as \n, without other control characters, within the limits.
std::string orderly(std::string_view input, const Veiliggrenzen& grenzen, bool& ingekort) {
    std::string out;
    const std::size_t size = std::min(input.size(), grenzen.bytes);
    ingekort = size < input.size();
    out.reserve(size);
    std::size_t tags = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(input.data());
    for (std::size_t at = 0; at < size;) {
        const std::size_t begin = at;
        auto next = static_cast<std::int32_t>(at);
        UChar32 code = 0;
        U8_NEXT(bytes, next, static_cast<std::int32_t>(size), code);
        at = static_cast<std::size_t>(next);
        if (code < 0) {
            at = begin + 1;
            out += "\xEF\xBF\xBD";
            continue;
        }
        if (code == '\r') {
            if (at >= size || input[at] != '\n') out += '\n';
            continue;
        }
        if ((code < 0x20 && code != '\n' && code != '\t') || (code >= 0x7F && code < 0xA0)) continue;
        if (code == '<' && ++tags > grenzen.tags) {
            ingekort = true;
            break;
        }
        out.append(input.substr(begin, at - begin));
    }
    return out;
}

// Memory for one parse, given back at once. gumbo cannot be told "no", so that one who asks for too much is left by a
// jump; nothing between here and there has anything to clean up.
class Arena {
  public:
    explicit Arena(std::size_t most) : left_(most) {}
    std::jmp_buf& exit() { return exit_; }

    static void* give(void* self, std::size_t size) { return static_cast<Arena*>(self)->take(size); }
    static void drop(void*, void*) {}

  private:
    static constexpr std::size_t block_size = 256u << 10;

    void* take(std::size_t size) {
        size = (std::max<std::size_t>(size, 1) + 15) & ~std::size_t{15};
        if (size > left_) std::longjmp(exit_, 1);
        left_ -= size;
        if (size > room_) {
            room_ = std::max(size, block_size);
            blocks_.push_back(std::make_unique<std::byte[]>(room_));
            at_ = blocks_.back().get();
        }
        void* given = at_;
        at_ += size;
        room_ -= size;
        return given;
    }

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* at_ = nullptr;
    std::size_t room_ = 0;
    std::size_t left_;
    std::jmp_buf exit_;
};

const GumboNode* parse(Arena& arena, const std::string& html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = Arena::give;
    options.deallocator = Arena::drop;
    options.userdata = &arena;
    options.max_errors = 0;
    if (setjmp(arena.exit()) != 0) return nullptr;
    return gumbo_parse_with_options(&options, html.data(), html.size())->root;
}

std::string_view tag_of(const GumboElement& element) {
    return element.tag == GUMBO_TAG_UNKNOWN ? std::string_view() : std::string_view(gumbo_normalized_tagname(element.tag));
}

std::string_view value_of(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found ? std::string_view(found->value) : std::string_view();
}

bool is_element(const GumboNode* node) { return node->type == GUMBO_NODE_ELEMENT; }
bool is_blank(const GumboNode* node) { return node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_COMMENT; }
const GumboNode* child(const GumboElement& element, unsigned at) { return static_cast<const GumboNode*>(element.children.data[at]); }

// Where earlier messages begin. eigen: they stand in it; rest: it stands above them, and they follow.
enum class Geschiedenis { geen, eigen, rest };

Geschiedenis geschiedenis_van(const GumboElement& element) {
    if (element.tag == GUMBO_TAG_BLOCKQUOTE && lower_ascii(value_of(element, "type")) == "cite") return Geschiedenis::eigen;
    const std::string classes = " " + lower_ascii(value_of(element, "class")) + " ";
    for (const std::string_view name : {" gmail_quote ", " gmail_quote_container ", " yahoo_quoted ", " protonmail_quote "})
        if (classes.find(name) != std::string::npos) return Geschiedenis::eigen;
    // Outlook, on the web and at the desk: a line above "Van: ... Verzonden: ...".
    const std::string id_ = lower_ascii(value_of(element, "id"));
    if (id_ == "divrplyfwdmsg" || id_ == "x_divrplyfwdmsg" || id_ == "appendonsend" || id_ == "mail-editor-reference-message-container") return Geschiedenis::rest;
    std::string style = lower_ascii(value_of(element, "style"));
    std::erase(style, ' ');
    const bool is_line = style.find("border-top:solid#e1e1e11.0pt") != std::string::npos || style.find("border-top:solid#b5c4df1.0pt") != std::string::npos;
    return element.tag == GUMBO_TAG_DIV && is_line ? Geschiedenis::rest : Geschiedenis::geen;
}

// Of the element, or of the first thing in it: Outlook wraps its line once more.
Geschiedenis geschiedenis_in(const GumboNode* node) {
    for (int down = 0; down < 3; ++down) {
        const GumboElement& element = node->v.element;
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML) break;
        const Geschiedenis found = geschiedenis_van(element);
        if (found == Geschiedenis::rest || (found == Geschiedenis::eigen && down == 0)) return found;
        if (element.tag != GUMBO_TAG_DIV) break;
        unsigned first = 0;
        while (first < element.children.length && is_blank(child(element, first))) ++first;
        if (first == element.children.length || !is_element(child(element, first))) break;
        node = child(element, first);
    }
    return Geschiedenis::geen;
}

struct Eigen {
    std::set<std::string, std::less<>> adressen;
    bool is_bekend = false;  // they are what an earlier pass wrote
};

class Schrijver {
  public:
    // `eigen`: addresses with us that were given to images inside the mail, and in which pass we are.
    Schrijver(const Veiligopties& opties, Veilig& uit, Eigen& eigen) : opties_(opties), uit_(uit), eigen_(eigen) {}

    std::string run(const GumboNode* root) {
        if (is_element(root)) children(root->v.element, 0);
        return std::move(out_);
    }
    bool is_too_large() const { return out_.size() > opties_.grenzen.uitvoer; }

  private:
    void children(const GumboElement& element, std::size_t depth) {
        for (unsigned i = 0; i < element.children.length && !is_too_large(); ++i) {
            const GumboNode* one = child(element, i);
            const Geschiedenis history = may_fold_ && is_element(one) ? geschiedenis_in(one) : Geschiedenis::geen;
            if (history == Geschiedenis::geen) {
                node(one, depth);
                continue;
            }
            fold(element, i, history == Geschiedenis::rest ? element.children.length : i + 1, depth);
            if (history == Geschiedenis::rest) return;
        }
    }

    void fold(const GumboElement& parent, unsigned from, unsigned to, std::size_t depth) {
        may_fold_ = false;
        uit_.gevouwen = true;
        out_ += "<details><summary>" + escaped(opties_.vouwwoord) + "</summary>";
        for (unsigned i = from; i < to; ++i) node(child(parent, i), depth + 1);
        out_ += "</details>";
        may_fold_ = true;
    }

    void node(const GumboNode* one, std::size_t depth) {
        switch (one->type) {
            case GUMBO_NODE_TEXT:
            case GUMBO_NODE_CDATA:
            case GUMBO_NODE_WHITESPACE: return words(one->v.text.text);
            case GUMBO_NODE_ELEMENT: return element_of(one->v.element, depth);
            default: return;
        }
    }

    void words(std::string_view text) { append_escaped(out_, cleaned_text(text)); }

    // Numbered characters can still name what was taken out of the bytes.
    static std::string cleaned_text(std::string_view text) {
        std::string clean;
        clean.reserve(text.size());
        for (std::size_t i = 0; i < text.size(); ++i) {
            const auto byte = static_cast<unsigned char>(text[i]);
            if ((byte < 0x20 && text[i] != '\n' && text[i] != '\t') || byte == 0x7F) continue;
            if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
                ++i;
                continue;
            }
            clean += text[i];
        }
        return clean;
    }

    void element_of(const GumboElement& element, std::size_t depth) {
        if (element.tag_namespace != GUMBO_NAMESPACE_HTML) return;
        const std::string_view tag = tag_of(element);
        if (is_te_schrappen(tag)) return;
        if (tag == "img") return image(element);
        if (is_leeg_element(tag)) return open(tag, element);
        if (depth >= opties_.grenzen.diepte) {
            uit_.ingekort = true;
            return flat(element);
        }
        const bool folded_before = tag == "details" && may_fold_;
        if (folded_before) may_fold_ = false;
        const bool is_written = is_toegestaan(tag) && (tag != "a" || veilig_adres(value_of(element, "href")));
        if (is_written) open(tag, element);
        children(element, depth + 1);
        if (is_written) out_.append("</").append(tag).append(">");
        if (folded_before) may_fold_ = true;
    }

    // All the text below, without recursion.
    void flat(const GumboElement& top) {
        std::vector<std::pair<const GumboElement*, unsigned>> open_ones{{&top, 0}};
        while (!open_ones.empty() && !is_too_large()) {
            auto& [element, at] = open_ones.back();
            if (at == element->children.length) {
                open_ones.pop_back();
                continue;
            }
            const GumboNode* one = child(*element, at++);
            if (one->type == GUMBO_NODE_TEXT || one->type == GUMBO_NODE_WHITESPACE || one->type == GUMBO_NODE_CDATA) words(one->v.text.text);
            if (is_element(one) && one->v.element.tag_namespace == GUMBO_NAMESPACE_HTML && !is_te_schrappen(tag_of(one->v.element))) open_ones.emplace_back(&one->v.element, 0);
        }
    }

    void attribute(std::string_view name_, std::string_view value_) {
        out_.append(" ").append(name_).append("=\"");
        append_escaped(out_, cleaned_text(value_));
        out_ += '"';
    }

    void open(std::string_view tag, const GumboElement& element) {
        out_.append("<").append(tag);
        if (tag == "a") {
            attribute("href", *veilig_adres(value_of(element, "href")));
            out_ += R"( target="_blank" rel="noopener noreferrer nofollow")";
        }
        for (std::size_t i = 0; i < element.attributes.length; ++i) {
            const auto* one = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            if (one->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) continue;
            if (const auto worth = veilig_kenmerk(tag, one->name, one->value); worth && !worth->empty()) attribute(one->name, *worth);
        }
        if (const std::string style = veilige_stijl(value_of(element, "style")); !style.empty()) attribute("style", style);
        out_ += '>';
        // The parser takes the first line end after <pre> away.
        if (tag == "pre") out_ += '\n';
    }

    void image(const GumboElement& element) {
        const std::string_view source = value_of(element, "src");
        const std::string scheme = lower_ascii(trimmed(source).substr(0, 4));
        if (scheme == "cid:") {
            const auto own = opties_.ingesloten ? opties_.ingesloten(trimmed(source).substr(4)) : std::nullopt;
            if (!own || !own->starts_with("/") || own->starts_with("//")) return instead(element);
            eigen_.adressen.insert(*own);
            return image_at(element, *own);
        }
        if (eigen_.is_bekend && eigen_.adressen.contains(source)) return image_at(element, source);
        const auto address = veilig_adres(source);
        if (!address || scheme != "http") return instead(element);
        ++uit_.beelden_elders;
        // What is a point large shows nothing: it counts who reads.
        const bool is_counter = value_of(element, "width") == "1" || value_of(element, "height") == "1" || value_of(element, "width") == "0" || value_of(element, "height") == "0";
        if (is_counter) return;
        return opties_.beelden == Beelden::laden ? image_at(element, *address) : instead(element);
    }

    void image_at(const GumboElement& element, std::string_view address) {
        out_ += "<img";
        attribute("src", address);
        attribute("alt", value_of(element, "alt").size() > 500 ? std::string_view() : value_of(element, "alt"));
        for (const char* name_ : {"width", "height"})
            if (const auto worth = veilig_kenmerk("img", name_, value_of(element, name_))) attribute(name_, *worth);
        out_ += R"( referrerpolicy="no-referrer">)";
    }

    void instead(const GumboElement& element) {
        const std::string alt = std::string(trimmed(value_of(element, "alt")));
        out_ += "<em>[";
        append_escaped(out_, cleaned_text(opties_.beeldwoord));
        if (!alt.empty() && alt.size() <= 500) append_escaped(out_, ": " + cleaned_text(alt));
        out_ += "]</em>";
    }

    const Veiligopties& opties_;
    Veilig& uit_;
    Eigen& eigen_;
    std::string out_;
    bool may_fold_ = true;
};

// What stands between the tags, as it is.
std::string text_alone(std::string_view html, std::size_t most) {
    std::string text;
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t open = std::min(html.find('<', at), html.size());
        text.append(html.substr(at, open - at));
        if (open == html.size()) break;
        const std::size_t close = html.find('>', open);
        if (close == std::string_view::npos) break;
        text += ' ';
        at = close + 1;
    }
    if (text.size() > most / 8) {
        std::size_t end = most / 8;
        while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        text.resize(end);
    }
    return "<p>" + escaped(text) + "</p>";
}

// nullopt: over a limit.
std::optional<std::string> one_pass(const std::string& html, const Veiligopties& opties, Veilig& uit, Eigen& eigen) {
    Arena arena(opties.grenzen.geheugen);
    const GumboNode* root = parse(arena, html);
    if (!root) return std::nullopt;
    Schrijver schrijver(opties, uit, eigen);
    std::string written = schrijver.run(root);
    if (written.size() > opties.grenzen.uitvoer) return std::nullopt;
    return written;
}

}  // namespace

Veilig maak_veilig(std::string_view html, const Veiligopties& opties) {
    Veilig uit;
    const std::string input = orderly(html, opties.grenzen, uit.ingekort);
    Eigen eigen;
    std::optional<std::string> now = one_pass(input, opties, uit, eigen);
    eigen.is_bekend = true;
    for (int pass = 0; now && pass < most_passes; ++pass) {
        Veilig unused;
        std::optional<std::string> next = one_pass(*now, opties, unused, eigen);
        if (next == now) {
            uit.html = std::move(*now);
            return uit;
        }
        now = std::move(next);
    }
    uit.html = text_alone(input, opties.grenzen.uitvoer);
    uit.ingekort = uit.alleen_tekst = true;
    return uit;
}

Veiligblad veilig_blad(const Veilig& veilig, Beelden beelden, std::string_view titel, std::string_view taal) {
    static constexpr std::string_view style =
        "body{margin:0;padding:8px;font:16px/1.5 system-ui,sans-serif;color:#1a1a1a;background:#fff;overflow-wrap:anywhere}"
        "img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:0 0 0 4px;padding-left:12px;border-left:3px solid #bbb}"
        "summary{padding:8px 0;cursor:pointer}a{color:#0b4f94}pre{white-space:pre-wrap}";
    std::string page = "<!doctype html><html lang=\"" + escaped(taal) + "\"><head><meta charset=\"utf-8\"><meta name=\"referrer\" content=\"no-referrer\"><title>" + escaped(titel) +
                       "</title><style>" + std::string(style) + "</style></head><body>" + veilig.html + "</body></html>";
    std::string policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'";
    if (beelden == Beelden::laden) policy += " https: http:";
    policy += "; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox";
    return {std::move(page), std::move(policy)};
}

}  // namespace dichtbij::html
