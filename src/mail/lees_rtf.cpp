#include <array>
#include <cstdint>
#include <vector>

#include "base/text.h"
#include "mail/lees_tekenset.h"
#include "mail/lees_tnef.h"

namespace dichtbij::mail {
namespace {

// MS-OXRTFCP 2.1.2.1: what the dictionary holds before the first byte.
constexpr std::string_view dictionary_start =
    "{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArial"
    "Times New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx";

std::uint32_t rtf_number(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Groups that hold no words of the writer.
constexpr std::array<std::string_view, 16> silent_groups{"fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "header", "footer",
                                                         "listtable", "listoverridetable", "generator", "xmlnstbl", "themedata", "rsidtbl",
                                                         "latentstyles", "datastore"};

struct Groep {
    bool is_silent = false;
    int skip_after_unicode = 1;
};

class Rtflezer {
  public:
    Rtflezer(std::string_view rtf, std::size_t limit) : rest_(rtf), limit_(limit) {}

    std::string read() {
        while (!rest_.empty() && text_.size() < limit_) step();
        flush();
        return cleaned(text_);
    }

  private:
    void step() {
        const char c = rest_.front();
        rest_.remove_prefix(1);
        if (c == '{') {
            if (groups_.size() < 1000) groups_.push_back(groups_.back());
            is_group_start_ = true;
            return;
        }
        if (c == '}') {
            if (groups_.size() > 1) groups_.pop_back();
        } else if (c == '\\') {
            control();
        } else if (c != '\r' && c != '\n') {
            put(c);
        }
        if (c != '\\') is_group_start_ = false;
    }

    void control() {
        if (rest_.empty()) return;
        const char c = rest_.front();
        if (c == '\'' && rest_.size() >= 3) {
            const std::string byte = van_q("=" + std::string(rest_.substr(1, 2)));
            rest_.remove_prefix(3);
            if (byte.size() == 1) put(byte[0]);
        } else if (c == '*') {
            rest_.remove_prefix(1);
            groups_.back().is_silent = true;
        } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            word();
        } else {
            rest_.remove_prefix(1);
            put(c == '~' ? ' ' : c == '_' ? '-' : c == '\r' || c == '\n' ? '\n' : c);
        }
    }

    void word() {
        std::size_t at = 0;
        while (at < rest_.size() && at < 32 && ((rest_[at] | 0x20) >= 'a' && (rest_[at] | 0x20) <= 'z')) ++at;
        const std::string name(rest_.substr(0, at));
        const bool is_negative = at < rest_.size() && rest_[at] == '-';
        if (is_negative) ++at;
        int value = 0;
        for (int digits = 0; at < rest_.size() && digits < 8 && rest_[at] >= '0' && rest_[at] <= '9'; ++at, ++digits) value = value * 10 + (rest_[at] - '0');
        if (at < rest_.size() && rest_[at] == ' ') ++at;
        rest_.remove_prefix(at);
        obey(name, is_negative ? -value : value);
        is_group_start_ = false;
    }

    void obey(const std::string& name, int value) {
        if (is_group_start_)
            for (const auto silent : silent_groups)
                if (name == silent) groups_.back().is_silent = true;
        if (name == "par" || name == "line" || name == "row") put('\n');
        else if (name == "tab" || name == "cell") put(' ');
        else if (name == "uc") groups_.back().skip_after_unicode = value < 0 || value > 10 ? 1 : value;
        else if (name == "u") unicode(value);
        else if (name == "ansicpg" && value > 0 && value < 100'000) codepage_ = "windows-" + std::to_string(value);
        else if (name == "bin" && value > 0) rest_.remove_prefix(std::min<std::size_t>(static_cast<std::size_t>(value), rest_.size()));
    }

    void unicode(int value) {
        flush();
        const auto unit = static_cast<std::uint16_t>(value < 0 ? value + 65536 : value);
        if (!groups_.back().is_silent) {
            wide_ += static_cast<char>(unit & 0xff);
            wide_ += static_cast<char>(unit >> 8);
        }
        to_skip_ = groups_.back().skip_after_unicode;
    }

    void put(char c) {
        if (to_skip_ > 0) {  // what readers without Unicode show instead
            --to_skip_;
            return;
        }
        if (groups_.back().is_silent) return;
        flush_wide();
        bytes_ += c;
    }

    void flush_wide() {
        if (!wide_.empty()) text_ += ontcijferd(wide_, "utf-16le").tekst;
        wide_.clear();
    }
    void flush() {
        if (!bytes_.empty()) {
            flush_wide();
            text_ += ontcijferd(bytes_, codepage_).tekst;
            bytes_.clear();
        }
        if (rest_.empty()) flush_wide();
    }

    std::string_view rest_;
    const std::size_t limit_;
    std::vector<Groep> groups_ = std::vector<Groep>(1);
    std::string text_, bytes_, wide_, codepage_ = "windows-1252";
    int to_skip_ = 0;
    bool is_group_start_ = false;
};

}  // namespace

std::string pak_rtf_uit(std::string_view ingepakt, std::size_t bytes) {
    constexpr std::size_t header = 16;
    constexpr std::uint32_t packed = 0x75465a4c, plain = 0x414c454d;
    if (ingepakt.size() < header) return {};
    const std::size_t size = std::min<std::size_t>(rtf_number(ingepakt, 4), bytes);
    const std::uint32_t kind = rtf_number(ingepakt, 8);
    std::string_view in = ingepakt.substr(header);
    if (kind == plain) return std::string(in.substr(0, size));
    if (kind != packed) return {};
    std::array<char, 4096> window{};
    std::copy(dictionary_start.begin(), dictionary_start.end(), window.begin());
    std::size_t write = dictionary_start.size();
    std::string out;
    const auto put = [&](char c) {
        out += c;
        window[write] = c;
        write = (write + 1) % window.size();
    };
    while (!in.empty() && out.size() < size) {
        const auto control = static_cast<unsigned char>(in.front());
        in.remove_prefix(1);
        for (int bit = 0; bit < 8 && !in.empty() && out.size() < size; ++bit) {
            if ((control >> bit & 1) == 0) {
                put(in.front());
                in.remove_prefix(1);
                continue;
            }
            if (in.size() < 2) return out;
            const unsigned reference = static_cast<unsigned char>(in[0]) << 8u | static_cast<unsigned char>(in[1]);
            in.remove_prefix(2);
            std::size_t from = reference >> 4;
            if (from == write) return out;  // the mark of the end
            for (unsigned left = (reference & 15) + 2; left > 0 && out.size() < size; --left, from = (from + 1) % window.size()) put(window[from]);
        }
    }
    return out;
}

std::string tekst_van_rtf(std::string_view rtf, std::size_t bytes) { return Rtflezer(rtf, bytes).read(); }

}  // namespace dichtbij::mail
