#include "taal/tekst.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>

namespace dichtbij::taal {
namespace {

struct Teken {
    char32_t code = 0;
    std::size_t begin = 0, einde = 0;    // bytes
    std::size_t utf16 = 0;               // where it begins
};

// A byte that is no UTF-8 is one character of its own, so that places stay right.
std::vector<Teken> tekens_van(std::string_view tekst) {
    std::vector<Teken> all;
    all.reserve(tekst.size() + 1);
    std::size_t utf16 = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(tekst.data());
    for (std::size_t at = 0; at < tekst.size();) {
        const std::size_t begin = at;
        auto next = static_cast<std::int32_t>(at);
        UChar32 code = 0;
        U8_NEXT(bytes, next, static_cast<std::int32_t>(tekst.size()), code);
        at = static_cast<std::size_t>(next);
        if (code < 0) {
            code = 0xFFFD;
            at = begin + 1;
        }
        all.push_back({static_cast<char32_t>(code), begin, at, utf16});
        utf16 += code > 0xFFFF ? 2 : 1;
    }
    all.push_back({0, tekst.size(), tekst.size(), utf16});
    return all;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) || (c >= 0x300 && c < 0x370); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool is_bullet(char32_t c) { return c == '-' || c == '*' || c == 0x2022 || c == 0x2013 || c == 0x25E6; }

void append_utf8(std::string& to, char32_t code) {
    std::array<std::uint8_t, 4> bytes{};
    std::int32_t size = 0;
    UBool failed = false;
    U8_APPEND(bytes.data(), size, static_cast<std::int32_t>(bytes.size()), static_cast<UChar32>(code), failed);
    if (!failed) to.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
}

// After these a full stop does not end the sentence; "enz." and its like do when a capital follows.
bool is_afkorting(std::string_view klein, Taal taal) {
    static constexpr std::string_view nl[] = {"dhr", "mevr", "mw", "dr", "drs", "mr", "ir", "ing", "prof", "art", "nr", "nrs", "blz", "pag", "ca", "evt", "incl", "excl", "max", "min",
                                              "tel", "jl", "jr", "sr", "st", "bijv", "bv", "resp", "ong", "ref", "par", "vgl", "alg", "afd", "gem", "mln", "mld", "wnd", "zgn", "geb", "plv", "secr", "inz"};
    static constexpr std::string_view en[] = {"mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "vs", "approx", "incl", "excl", "tel", "ext", "dept", "art", "sec", "p", "pp", "ref", "jr", "sr"};
    return taal == Taal::nl ? std::find(std::begin(nl), std::end(nl), klein) != std::end(nl) : std::find(std::begin(en), std::end(en), klein) != std::end(en);
}

class Ontleder {
  public:
    Ontleder(std::string_view tekst, Taal taal) : tekst_(tekst), taal_(taal), tekens_(tekens_van(tekst)) {}

    Tekst run() {
        while (at_ + 1 < tekens_.size()) step();
        end_sentence();
        return std::move(uit_);
    }

  private:
    char32_t code(std::size_t at) const { return at + 1 < tekens_.size() ? tekens_[at].code : 0; }

    void step() {
        const char32_t c = code(at_);
        if (c == '\n') return new_line();
        if (is_space(c)) {
            ++at_;
            return;
        }
        if (is_letter(c) || is_digit(c)) return word();
        if (c == '{' && placeholder()) return;
        if (is_apostrophe(c) && is_letter(code(at_ + 1)) && !is_letter(code(at_ + 2))) return word();  // 's morgens
        mark();
    }

    void add(Deelsoort soort, std::size_t end) {
        Deel deel;
        deel.soort = soort;
        deel.plek = {tekens_[at_].begin, tekens_[end].begin, tekens_[at_].utf16, tekens_[end].utf16};
        for (std::size_t i = at_; i < end; ++i) {
            const char32_t c = tekens_[i].code;
            if (is_letter(c)) {
                const bool is_upper = u_isupper(static_cast<UChar32>(c));
                if (deel.letters == 0) deel.begint_groot = is_upper;
                ++deel.letters;
                deel.hoofdletters += is_upper;
            }
            append_utf8(deel.klein, is_apostrophe(c) ? U'\'' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
        }
        uit_.delen.push_back(std::move(deel));
        at_ = end;
    }

    // Where the run without white space ends that begins here; looked up once for each run.
    std::size_t run_end() {
        if (at_ < run_end_) return run_end_;
        for (run_end_ = at_; run_end_ + 1 < tekens_.size() && !is_space(tekens_[run_end_].code); ++run_end_)
            if (tekens_[run_end_].code == '@' && run_end_ > at_) run_at_ = run_end_;
        return run_end_;
    }

    bool address() {
        std::size_t end = run_end();
        const std::string_view rest = tekst_.substr(tekens_[at_].begin, 8);
        const bool is_web = rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.");
        if (!is_web && !(run_at_ > at_ && run_at_ < end)) return false;
        while (end > at_ + 1 && !is_letter(tekens_[end - 1].code) && !is_digit(tekens_[end - 1].code) && tekens_[end - 1].code != '/') --end;
        if (!is_web && end <= run_at_) return false;
        add(Deelsoort::adres, end);
        return true;
    }

    void word() {
        if (address()) return;
        std::size_t end = at_ + 1;
        bool has_letter = is_letter(code(at_)) || is_apostrophe(code(at_));
        for (;; ++end) {
            const char32_t c = code(end);
            const char32_t next = code(end + 1);
            if (is_letter(c)) has_letter = true;
            if (is_letter(c) || is_digit(c)) continue;
            const bool inside = is_letter(next) || is_digit(next);
            if (inside && (c == '-' || is_apostrophe(c) || c == 0xAD)) continue;
            // 1.250,00 · 12:30 · 23/11 · o.a. · t/m
            if (inside && is_digit(code(end - 1)) && is_digit(next) && (c == '.' || c == ',' || c == ':' || c == '/')) continue;
            if (inside && c == '.' && is_letter(next) && short_part(end)) continue;
            if (inside && c == '/' && end == at_ + 1) continue;
            break;
        }
        add(has_letter ? Deelsoort::woord : Deelsoort::getal, end);
    }

    // One or two letters between full stops: "o.a", "d.w.z".
    bool short_part(std::size_t dot) const {
        std::size_t letters = 0;
        for (std::size_t i = dot; i > at_ && is_letter(tekens_[i - 1].code) && letters < 3; --i) ++letters;
        return letters <= 2;
    }

    bool placeholder() {
        std::size_t end = at_ + 1;
        while (end - at_ < 60 && (is_letter(code(end)) || is_digit(code(end)) || code(end) == '_' || code(end) == '.')) ++end;
        if (code(end) != '}' || end == at_ + 1) return false;
        add(Deelsoort::plaats, end + 1);
        return true;
    }

    void mark() {
        const char32_t c = code(at_);
        const bool may_end = (c == '.' && full_stop_ends()) || c == '!' || c == '?' || c == 0x2026;
        add(Deelsoort::teken, at_ + 1);
        if (!may_end) return;
        while (code(at_) == '.' || code(at_) == '!' || code(at_) == '?' || code(at_) == ')' || code(at_) == '"' || code(at_) == 0x201D || code(at_) == 0x2019) add(Deelsoort::teken, at_ + 1);
        const char32_t next = code(at_);
        if (next == 0 || is_space(next)) end_sentence();
    }

    bool full_stop_ends() const {
        if (code(at_ + 1) != 0 && !is_space(code(at_ + 1)) && !closes(code(at_ + 1))) return false;
        if (uit_.delen.empty() || uit_.delen.size() == begin_) return false;
        const Deel& before = uit_.delen.back();
        if (before.plek.einde != tekens_[at_].begin) return true;
        std::size_t next = at_ + 1;
        while (next + 1 < tekens_.size() && is_space(code(next)) && code(next) != '\n') ++next;
        const char32_t following = code(next);
        const bool capital = u_isupper(static_cast<UChar32>(following));
        const bool at_end = following == 0 || following == '\n';
        if (before.soort == Deelsoort::getal) return at_end || !(begins_line(before) || u_islower(static_cast<UChar32>(following)));
        if (before.soort != Deelsoort::woord) return true;
        if (before.klein.find('.') != std::string::npos || before.klein == "enz" || before.klein == "etc" || before.klein == "ed") return at_end || capital;
        if (before.letters == 1 && before.begint_groot && before.klein != "u" && before.klein != "i") return at_end;  // J. de Vries
        return at_end || !is_afkorting(before.klein, taal_);
    }

    static bool closes(char32_t c) { return c == ')' || c == '"' || c == '.' || c == '!' || c == '?' || c == 0x201D || c == 0x2019; }

    bool begins_line(const Deel& deel) const { return deel.plek.begin == line_begin_; }

    // A blank line ends the paragraph; a line that begins with a capital, a number or a bullet begins a sentence.
    void new_line() {
        int lines = 0;
        while (at_ + 1 < tekens_.size() && is_space(code(at_))) {
            lines += code(at_) == '\n';
            ++at_;
        }
        line_begin_ = tekens_[at_].begin;
        const bool bullet = (is_bullet(code(at_)) && is_space(code(at_ + 1))) || number_point();
        if (lines > 1 || bullet || in_point_ || !u_islower(static_cast<UChar32>(code(at_)))) end_sentence();
        if (lines > 1) ++alinea_;
        in_point_ = bullet;
    }

    // "1. " or "a) " at the beginning of a line.
    bool number_point() const {
        std::size_t i = at_;
        while (is_digit(code(i)) && i - at_ < 3) ++i;
        if (i == at_ && is_letter(code(i))) ++i;
        return i > at_ && (code(i) == ')' || (code(i) == '.' && is_digit(code(at_)))) && is_space(code(i + 1));
    }

    void end_sentence() {
        Zin zin{begin_, uit_.delen.size(), 0, alinea_, in_point_};
        begin_ = uit_.delen.size();
        for (std::size_t i = zin.van; i < zin.tot; ++i) zin.woorden += uit_.delen[i].telt();
        if (zin.woorden == 0) return;
        if (uit_.zinnen.empty() || uit_.zinnen.back().alinea != alinea_) ++uit_.alineas;
        uit_.zinnen.push_back(zin);
    }

    std::string_view tekst_;
    Taal taal_;
    std::vector<Teken> tekens_;
    Tekst uit_;
    std::size_t at_ = 0;
    std::size_t begin_ = 0;              // first part of the sentence
    std::size_t line_begin_ = 0;         // byte
    std::size_t run_end_ = 0, run_at_ = 0;
    int alinea_ = 0;
    bool in_point_ = false;
};

}  // namespace

Tekst ontleed(std::string_view tekst, Taal taal) { return Ontleder(tekst, taal).run(); }

std::string_view begin_van(std::string_view tekst, std::size_t bytes) {
    if (tekst.size() <= bytes) return tekst;
    while (bytes > 0 && (static_cast<unsigned char>(tekst[bytes]) & 0xC0) == 0x80) --bytes;
    return tekst.substr(0, bytes);
}

}  // namespace dichtbij::taal
