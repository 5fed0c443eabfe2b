#include "mail/schrijf.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t line_limit = 76;
constexpr std::size_t word_octets = 42;  // of text in one encoded-word: 56 in base64, 68 with its frame
constexpr std::size_t name_characters = 60;
constexpr std::string_view crlf = "\r\n";

bool is_atom_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("!#$%&'*+-/=?^_`{|}~").find(c) != std::string_view::npos;
}

bool is_dot_atom(std::string_view text) {
    if (text.empty() || text.front() == '.' || text.back() == '.' || text.find("..") != std::string_view::npos) return false;
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '.' || is_atom_character(c); });
}

bool is_domain(std::string_view text) {
    if (text.empty() || text.size() > 253 || text.front() == '.' || text.back() == '.') return false;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('.', at), text.size());
        const std::string_view label = text.substr(at, end - at);
        if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
        if (!std::all_of(label.begin(), label.end(), [](char c) { return c == '-' || (is_atom_character(c) && std::string_view("!#$%&'*+/=?^_`{|}~").find(c) == std::string_view::npos); }))
            return false;
        at = end + 1;
    }
    return true;
}

// One line without control characters, valid UTF-8.
std::string one_line(std::string_view text, std::size_t octets) {
    std::string line;
    for (const char c : text) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    line = std::string(trimmed(line));
    if (line.size() > octets) {
        std::size_t end = octets;
        while (end > 0 && (static_cast<unsigned char>(line[end]) & 0xc0) == 0x80) --end;
        line.resize(end);
    }
    if (is_utf8(line)) return line;
    for (char& c : line)
        if (static_cast<unsigned char>(c) >= 0x80) c = '?';
    return line;
}

std::string base64(std::string_view bytes) {
    static constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const auto at = [&](std::size_t k) { return i + k < bytes.size() ? static_cast<unsigned>(static_cast<unsigned char>(bytes[i + k])) : 0u; };
        const unsigned three = at(0) << 16 | at(1) << 8 | at(2);
        out += letters[three >> 18 & 63];
        out += letters[three >> 12 & 63];
        out += i + 1 < bytes.size() ? letters[three >> 6 & 63] : '=';
        out += i + 2 < bytes.size() ? letters[three & 63] : '=';
    }
    return out;
}

std::string base64_lines(std::string_view bytes) {
    const std::string all = base64(bytes);
    std::string out;
    out.reserve(all.size() + all.size() / line_limit * 2 + 2);
    for (std::size_t at = 0; at < all.size(); at += line_limit) out.append(all, at, line_limit).append(crlf);
    return out;
}

bool is_plain(std::string_view text) {
    return text.find("=?") == std::string_view::npos && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c < 0x7f; });
}

// RFC 2047, each word whole characters, one on a line.
std::string encoded_words(std::string_view utf8) {
    std::string out;
    while (!utf8.empty()) {
        std::size_t end = std::min(word_octets, utf8.size());
        while (end < utf8.size() && end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xc0) == 0x80) --end;
        out.append(out.empty() ? "" : "\r\n ").append("=?UTF-8?B?").append(base64(utf8.substr(0, end))).append("?=");
        utf8.remove_prefix(end);
    }
    return out;
}

// Plain words, broken between them; nullopt when a word alone is too long for a line.
std::optional<std::string> folded_line(std::string_view text, std::size_t column) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = text.find(' ', at + 1);  // a word with the space before it
        end = std::min(end, text.size());
        const std::string_view word = text.substr(at, end - at);
        if (word.size() > line_limit) return std::nullopt;
        const bool breaks = column + word.size() > line_limit && word.front() == ' ' && word.size() > 1;
        if (breaks) {
            out.append(crlf);
            column = 0;
        }
        out.append(word);
        column += word.size();
        at = end;
    }
    return out;
}

std::string phrase(std::string_view naam) {
    if (!is_plain(naam)) return encoded_words(naam);
    if (std::all_of(naam.begin(), naam.end(), [](char c) { return c == ' ' || is_atom_character(c); })) return std::string(naam);
    std::string quoted = "\"";
    for (const char c : naam) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

std::string address_header(std::string_view header, const Adres& adres) {
    const std::string naam = shortened(one_line(adres.naam, 240), name_characters);
    std::string out = std::string(header) + ": ";
    if (naam.empty()) return out + adres.adres + std::string(crlf);
    const std::string words = phrase(naam);
    const std::size_t last_line = words.rfind('\n') == std::string::npos ? out.size() + words.size() : words.size() - words.rfind('\n');
    const bool breaks = last_line + adres.adres.size() + 3 > line_limit;
    return out + words + (breaks ? "\r\n <" : " <") + adres.adres + ">" + std::string(crlf);
}

std::string date_of(Instant op) {
    static constexpr std::array dagen{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    static constexpr std::array maanden{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(op);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(op - day);
    const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::string(dagen[std::chrono::weekday(day).iso_encoding() - 1]) + ", " + two(static_cast<unsigned>(date.day())) + " " + maanden[static_cast<unsigned>(date.month()) - 1] +
           " " + std::to_string(static_cast<int>(date.year())) + " " + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" + two(time.seconds().count()) + " +0000";
}

std::string references(const std::vector<std::string>& all) {
    std::vector<std::string_view> good;
    for (const std::string& one : all)
        if (is_message_id(one)) good.push_back(one);
    // The first mail of a conversation holds a thread together in many readers, so it stays.
    if (good.size() > verwijzingen_limit) good.erase(good.begin() + 1, good.end() - static_cast<std::ptrdiff_t>(verwijzingen_limit - 1));
    std::string out;
    for (const auto one : good) out.append(out.empty() ? "References: <" : "\r\n <").append(one).append(">");
    return out.empty() ? out : out.append(crlf);
}

bool is_token(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < 0x7f && std::string_view("()<>@,;:\\\"/[]?=").find(c) == std::string_view::npos; });
}

std::string media_type_of(std::string_view mime) {
    const auto slash = mime.find('/');
    const bool is_type = slash != std::string_view::npos && mime.size() <= 100 && is_token(mime.substr(0, slash)) && is_token(mime.substr(slash + 1));
    return is_type ? lower_ascii(mime) : "application/octet-stream";
}

// RFC 2231 for who reads it, letters that everyone reads beside it.
std::string disposition(std::string_view naam) {
    std::string clean = one_line(naam, 1000);
    for (char& c : clean)
        if (c == '/' || c == '\\') c = '_';
    if (clean.empty()) clean = "bijlage";
    // The end says what kind of file it is, so it stays.
    if (length_in_characters(clean) > name_characters) {
        const auto dot = clean.rfind('.');
        const std::string end = dot != std::string::npos && clean.size() - dot <= 12 ? clean.substr(dot) : "";
        clean = shortened(clean, name_characters - end.size()) + end;
    }
    std::string ascii;
    std::string encoded;
    for (const char c : clean) {
        const bool is_safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        if (is_safe) encoded += c;
        else encoded += "%" + hex(std::string_view(&c, 1));
        if (static_cast<unsigned char>(c) < 0x80) ascii += c == '"' || c == '%' ? '_' : c;
        else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80) ascii += '_';
    }
    std::string out = "Content-Disposition: attachment;\r\n filename=\"" + ascii + "\"";
    if (ascii != clean) out += ";\r\n filename*=UTF-8''" + encoded;
    return out + std::string(crlf);
}

std::string text_part(std::string_view kind, std::string_view words) {
    return "Content-Type: text/" + std::string(kind) + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quoted_printable(words);
}

// "=_" cannot stand in quoted-printable or base64, so no boundary can occur inside a part.
std::string boundary(char which) { return std::string("=_dichtbij_") + which; }

std::string words_part(const NieuweMail& mail) {
    if (mail.html.empty()) return text_part("plain", mail.tekst);
    const std::string edge = boundary('a');
    return "Content-Type: multipart/alternative; boundary=\"" + edge + "\"\r\n\r\n--" + edge + "\r\n" + text_part("plain", mail.tekst) + "\r\n--" + edge + "\r\n" +
           text_part("html", mail.html) + "\r\n--" + edge + "--\r\n";
}

std::string body_of(const NieuweMail& mail) {
    if (mail.bijlagen.empty()) return words_part(mail);
    const std::string edge = boundary('m');
    std::string out = "Content-Type: multipart/mixed; boundary=\"" + edge + "\"\r\n\r\n--" + edge + "\r\n" + words_part(mail);
    for (const Bijlage& one : mail.bijlagen)
        out += "\r\n--" + edge + "\r\nContent-Type: " + media_type_of(one.mime) + "\r\nContent-Transfer-Encoding: base64\r\n" + disposition(one.naam) + "\r\n" + base64_lines(one.inhoud);
    return out + "\r\n--" + edge + "--\r\n";
}

std::string automatic_headers(Automatisch how) {
    if (how == Automatisch::nee) return "";
    return std::string("Auto-Submitted: ") + (how == Automatisch::antwoord ? "auto-replied" : "auto-generated") + "\r\nX-Auto-Response-Suppress: DR, RN, NRN, OOF, AutoReply\r\n";
}

}  // namespace

bool is_verzendbaar(std::string_view adres) {
    const auto at = adres.rfind('@');
    if (adres.size() > 254 || at == std::string_view::npos || at > 64) return false;
    const std::string_view domain = adres.substr(at + 1);
    return is_dot_atom(adres.substr(0, at)) && is_domain(domain) && (domain == "localhost" || domain.find('.') != std::string_view::npos);
}

bool is_message_id(std::string_view id) {
    const auto at = id.rfind('@');
    if (id.size() > 250 || at == std::string_view::npos || at == 0 || at + 1 == id.size()) return false;
    return std::all_of(id.begin(), id.end(), [](char c) { return c > ' ' && c < 0x7f && c != '<' && c != '>'; });
}

std::string gecodeerd_onderwerp(std::string_view utf8, std::size_t koplengte) {
    const std::string line = one_line(utf8, onderwerp_octets);
    if (is_plain(line))
        if (auto folded_ = folded_line(line, koplengte)) return std::move(*folded_);
    return encoded_words(line);
}

std::string quoted_printable(std::string_view utf8) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string out;
    out.reserve(utf8.size() + utf8.size() / 8 + 16);
    std::size_t column = 0;
    const auto put = [&](std::string_view piece) {
        if (column + piece.size() > line_limit - 1) {  // the last column is for the soft break
            out.append("=\r\n");
            column = 0;
        }
        out.append(piece);
        column += piece.size();
    };
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const char c = utf8[i];
        if (c == '\r' && i + 1 < utf8.size() && utf8[i + 1] == '\n') continue;
        if (c == '\n') {
            out.append(crlf);
            column = 0;
            continue;
        }
        const bool ends_line = i + 1 == utf8.size() || utf8[i + 1] == '\n' || utf8[i + 1] == '\r';
        const bool is_space = (c == ' ' || c == '\t') && !ends_line;
        // A line that begins with "From " is changed by some servers, and one with a point by bad ones.
        const bool is_touchy = column == 0 && (c == '.' || utf8.substr(i, 5) == "From ");
        if (is_space || (c > ' ' && c < 0x7f && c != '=' && !is_touchy)) {
            put(std::string_view(&c, 1));
            continue;
        }
        const auto octet = static_cast<unsigned char>(c);
        const char three[] = {'=', digits[octet >> 4], digits[octet & 15]};
        put(std::string_view(three, 3));
    }
    if (column > 0) out.append(crlf);
    return out;
}

tl::expected<std::string, Schrijffout> schrijf(const NieuweMail& mail) {
    if (!is_verzendbaar(mail.van.adres)) return tl::make_unexpected(Schrijffout::van);
    if (!is_verzendbaar(mail.aan.adres)) return tl::make_unexpected(Schrijffout::aan);
    if (mail.antwoord_aan && !is_verzendbaar(mail.antwoord_aan->adres)) return tl::make_unexpected(Schrijffout::antwoord_aan);
    if (!is_message_id(mail.message_id)) return tl::make_unexpected(Schrijffout::message_id);
    std::size_t size = mail.tekst.size() * 3 + mail.html.size() * 3;
    for (const Bijlage& one : mail.bijlagen) size += one.inhoud.size() / 3 * 4 + 4096;
    if (size > mail_limit) return tl::make_unexpected(Schrijffout::te_groot);
    std::string out = "Date: " + date_of(mail.op) + "\r\n";
    out += address_header("From", mail.van);
    if (mail.antwoord_aan) out += address_header("Reply-To", *mail.antwoord_aan);
    out += address_header("To", mail.aan);
    out += "Subject: " + gecodeerd_onderwerp(mail.onderwerp, 9) + "\r\nMessage-ID: <" + mail.message_id + ">\r\n";
    if (is_message_id(mail.antwoord_op)) out += "In-Reply-To: <" + mail.antwoord_op + ">\r\n";
    out += references(mail.verwijzingen);
    out += automatic_headers(mail.automatisch);
    if (is_token(mail.merk) && mail.merk.size() <= 200) out += "X-Dichtbij-Bericht: " + mail.merk + "\r\n";
    if (is_token(mail.taal) && mail.taal.size() <= 20) out += "Content-Language: " + mail.taal + "\r\n";
    return out + "MIME-Version: 1.0\r\n" + body_of(mail);
}

}  // namespace dichtbij::mail
