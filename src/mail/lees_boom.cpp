#include "mail/lees_boom.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>

#include "base/text.h"
#include "base/time.h"
#include "mail/lees_agenda.h"
#include "mail/lees_html.h"
#include "mail/lees_tekenset.h"
#include "mail/lees_tnef.h"

namespace dichtbij::mail {
namespace {

constexpr int most_headers = 2000;
constexpr std::size_t report_bytes = 256u << 10;
constexpr std::size_t file_name_characters = 200;

void start_gmime() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

template <class T>
struct Afstaan {
    void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Object = std::unique_ptr<T, Afstaan<T>>;

// Reads from memory that somebody else owns.
class Bron {
  public:
    explicit Bron(std::string_view bytes)
        : array_(g_byte_array_new_take(reinterpret_cast<guint8*>(const_cast<char*>(bytes.data())), bytes.size())), stream_(g_mime_stream_mem_new_with_byte_array(array_)) {
        g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream_.get()), FALSE);
    }
    ~Bron() {
        stream_.reset();
        g_byte_array_free(array_, FALSE);
    }
    Bron(const Bron&) = delete;
    GMimeStream* stream() { return stream_.get(); }

  private:
    GByteArray* array_;
    Object<GMimeStream> stream_;
};

template <class Write>
std::string written(const Write& write) {
    const Object<GMimeStream> stream(g_mime_stream_mem_new());
    write(stream.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return bytes && bytes->len != 0 ? std::string(reinterpret_cast<const char*>(bytes->data), bytes->len) : std::string();
}

std::string all_of(GMimeStream* stream) {
    g_mime_stream_reset(stream);
    return written([&](GMimeStream* into) { g_mime_stream_write_to_stream(stream, into); });
}

std::string_view text_or_empty(const char* text) { return text ? std::string_view(text) : std::string_view(); }

void read_headers(GMimeObject* object, Kop& kop) {
    GMimeHeaderList* list = g_mime_object_get_header_list(object);
    const int count = std::min(g_mime_header_list_get_count(list), most_headers);
    for (int i = 0; i < count; ++i) {
        GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
        kop.add(text_or_empty(g_mime_header_get_name(header)), text_or_empty(g_mime_header_get_raw_value(header)));
    }
}

std::string mime_of(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    // What is no type at all, as of old systems ("Content-Type: text"), is text (RFC 2045 5.2).
    const std::string_view told = trimmed(text_or_empty(g_mime_object_get_header(object, "Content-Type")));
    if (!told.empty() && told.substr(0, told.find(';')).find('/') == std::string_view::npos) return "text/plain";
    if (!type) return "application/octet-stream";
    const std::string mime = lower_ascii(std::string(text_or_empty(g_mime_content_type_get_media_type(type))) + "/" + std::string(text_or_empty(g_mime_content_type_get_media_subtype(type))));
    return in_woorden(mime, 100);
}

std::string parameter(GMimeObject* object, const char* name) {
    return g_mime_object_get_content_type(object) ? std::string(text_or_empty(g_mime_object_get_content_type_parameter(object, name))) : std::string();
}

// Without folders, whichever way they are written.
std::string file_name(std::string_view raw) {
    std::string name = in_woorden(raw, 1000);
    // gmime takes iso-8859-1 at its word; what then is a control character was meant as windows-1252.
    for (std::size_t at = 0; at + 1 < name.size(); ++at)
        if (name[at] == '\xc2' && static_cast<unsigned char>(name[at + 1]) < 0xa0) name.replace(at, 2, ontcijferd(name.substr(at + 1, 1), "windows-1252").tekst);
    if (const auto slash = name.find_last_of("/\\"); slash != std::string::npos) name.erase(0, slash + 1);
    return shortened(name, file_name_characters);
}

// <meta charset=...> in HTML that came without a charset.
std::string charset_in_html(std::string_view html) {
    const std::string head = lower_ascii(html.substr(0, 2048));
    const auto at = head.find("charset=");
    if (at == std::string::npos) return {};
    const auto begin = head.find_first_not_of("\"' ", at + 8);
    if (begin == std::string::npos) return {};
    return head.substr(begin, head.find_first_of("\"' />;", begin) - begin);
}

std::string html_of_plain(std::string_view text) {
    std::string html = "<pre>";
    for (const char c : text) {
        if (c == '&') html += "&amp;";
        else if (c == '<') html += "&lt;";
        else if (c == '>') html += "&gt;";
        else html += c;
    }
    return html + "</pre>";
}

struct Blok {  // a piece of text, perhaps in both forms
    std::string plain, html;
};

struct Plaats {
    int depth = 0;
    int message_depth = 0;   // 0: the mail itself
    Blok* block = nullptr;   // of the multipart/alternative it is in
    bool is_related = false;
    bool is_report = false;
};

class Loper {
  public:
    Loper(const Grenzen& limits, Boom& found) : limits_(limits), found_(found) {}

    void walk(GMimeObject* object, Plaats where) {
        if (!object || is_full_) return;
        if (where.depth >= limits_.diepte) return fault("diepte");
        ++where.depth;
        if (GMIME_IS_MULTIPART(object)) return walk_multipart(object, where);
        if (++parts_ > limits_.delen) {
            is_full_ = true;
            return fault("delen");
        }
        if (GMIME_IS_MESSAGE_PART(object)) return walk_message(object, where);
        if (GMIME_IS_PART(object)) read_part(object, where);
    }

    void finish() {
        std::vector<Blok>& blocks = has_words(own_) || inner_.empty() ? own_ : inner_;
        const bool has_html = std::any_of(blocks.begin(), blocks.end(), [](const Blok& block) { return !block.html.empty(); });
        for (Blok& block : blocks) {
            std::string plain = std::move(block.plain);
            if (has_html) found_.html += block.html.empty() ? html_of_plain(plain) : block.html;
            if (trimmed(plain).empty()) plain = tekst_van_html(block.html, limits_.tekst);
            if (plain.empty()) continue;
            if (!found_.tekst.empty()) found_.tekst += "\n\n";
            found_.tekst += plain;
        }
        if (knip(found_.tekst, limits_.tekst)) fault("tekst");
        if (knip(found_.html, 4 * limits_.tekst)) fault("tekst");
        find_pgp();
        for (Deel& part : found_.delen)
            if (!part.content_id.empty() && found_.html.find("cid:" + part.content_id) != std::string::npos) part.ingesloten = true;
    }

  private:
    static bool has_words(const std::vector<Blok>& blocks) {
        return std::any_of(blocks.begin(), blocks.end(), [](const Blok& block) { return !trimmed(block.plain).empty() || !trimmed(block.html).empty(); });
    }

    void fault(const char* code) {
        if (std::find(found_.gebreken.begin(), found_.gebreken.end(), code) == found_.gebreken.end()) found_.gebreken.emplace_back(code);
    }

    void walk_multipart(GMimeObject* object, Plaats where) {
        const std::string mime = mime_of(object);
        if (mime == "multipart/report" && where.message_depth == 0) {
            found_.sporen.rapportsoort = lower_ascii(in_woorden(parameter(object, "report-type"), 60));
            if (found_.sporen.rapportsoort.empty()) found_.sporen.rapportsoort = "?";
            where.is_report = true;
        }
        if (mime == "multipart/signed") found_.ondertekend = true;
        if (mime == "multipart/encrypted") found_.versleuteld = true;
        if (mime == "multipart/related") where.is_related = true;
        std::vector<Blok> alternative(1);
        const bool is_alternative = mime == "multipart/alternative" && !where.block;
        if (is_alternative) where.block = &alternative.front();
        auto* multipart = GMIME_MULTIPART(object);
        const int count = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < count && !is_full_; ++i) walk(g_mime_multipart_get_part(multipart, i), where);
        if (is_alternative) add_block(std::move(alternative.front()), where);
    }

    void add_block(Blok block, const Plaats& where) {
        if (block.plain.empty() && block.html.empty()) return;
        auto& blocks = where.message_depth == 0 ? own_ : inner_;
        const std::size_t size = block.plain.size() + block.html.size();
        if (text_bytes_ + size > 8 * limits_.tekst) return fault("tekst");
        text_bytes_ += size;
        blocks.push_back(std::move(block));
    }

    // A forwarded mail is kept whole, and what hangs in it can be opened as well. A returned mail only tells which it was.
    void walk_message(GMimeObject* object, Plaats where) {
        GMimeMessage* message = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
        if (!message) return;
        Kop kop;
        read_headers(GMIME_OBJECT(message), kop);
        if (where.message_depth == 0) {
            Deel part;
            part.mime = "message/rfc822";
            part.naam = file_name(in_woorden(kop.eerste("subject"), 100) + ".eml");
            part.inhoud = written([&](GMimeStream* into) { g_mime_object_write_to_stream(GMIME_OBJECT(message), nullptr, into); });
            found_.delen.push_back(std::move(part));
        }
        if (where.is_report) return note_returned(kop);
        std::string intro;
        for (const auto* name : {"From", "Date", "Subject"})
            if (kop.has(name)) intro += std::string(name) + ": " + in_woorden(kop.eerste(name), 300) + "\n";
        where.message_depth += 1;
        where.block = nullptr;
        add_block({intro, {}}, where);
        walk(g_mime_message_get_mime_part(message), where);
    }

    void note_returned(const Kop& kop) {
        if (const auto ids = lees_message_ids(kop.eerste("message-id")); !ids.empty()) found_.sporen.terug_message_id = ids.front();
        if (kop.has(kop_eigen)) found_.sporen.terug_bericht = in_woorden(kop.eerste(kop_eigen), 200);
    }

    std::string content_of(GMimePart* part) {
        GMimeDataWrapper* content = g_mime_part_get_content(part);
        if (!content) return {};
        if (g_mime_data_wrapper_get_encoding(content) != GMIME_CONTENT_ENCODING_BASE64) {
            check_encoding(part);
            return written([&](GMimeStream* into) { g_mime_data_wrapper_write_to_stream(content, into); });
        }
        Base64 read = van_base64(all_of(g_mime_data_wrapper_get_stream(content)));
        if (!read.is_zeker) fault("base64");
        return std::move(read.bytes);
    }

    void check_encoding(GMimePart* part) {
        const std::string told = lower_ascii(trimmed(text_or_empty(g_mime_object_get_header(GMIME_OBJECT(part), "Content-Transfer-Encoding"))));
        constexpr std::array<std::string_view, 12> known{"",    "7bit",     "8bit", "binary", "quoted-printable", "base64", "x-uuencode", "uuencode", "x-uue", "x-yencode",
                                                         "7-bit", "8-bit"};
        if (std::find(known.begin(), known.end(), told) == known.end()) fault("codering");
    }

    void read_part(GMimeObject* object, const Plaats& where) {
        auto* part = GMIME_PART(object);
        const std::string mime = mime_of(object);
        const std::string disposition = lower_ascii(text_or_empty(g_mime_object_get_disposition(object)));
        const std::string name = file_name(text_or_empty(g_mime_part_get_filename(part)));
        note_crypto(mime, object);
        std::string content = content_of(part);
        if (where.message_depth == 0 && note_report(mime, content)) return;
        const bool is_words = name.empty() && disposition != "attachment" && !where.is_report;
        if ((mime == "text/plain" || mime == "text/html") && (is_words || (where.is_report && disposition != "attachment")))
            return add_words(mime, content, parameter(object, "charset"), where);
        if (mime == "text/x-amp-html" || (mime == "text/watch-html" && name.empty())) return;  // the same words once more
        if (mime == "text/calendar") add_calendar(content, parameter(object, "charset"), where);
        const bool is_wrapped = mime == "application/ms-tnef" || mime == "application/vnd.ms-tnef" || lower_ascii(name) == "winmail.dat";
        if (is_wrapped && unwrap(content, where)) return;
        Deel found{name, mime, {}, false, std::move(content)};
        if (const auto ids = lees_message_ids(text_or_empty(g_mime_part_get_content_id(part))); !ids.empty()) found.content_id = ids.front();
        found.ingesloten = where.is_related && disposition == "inline" && !found.content_id.empty() && mime.starts_with("image/");
        found_.delen.push_back(std::move(found));
    }

    void note_crypto(const std::string& mime, GMimeObject* object) {
        if (mime != "application/pkcs7-mime" && mime != "application/x-pkcs7-mime") return;
        const bool is_signed = lower_ascii(parameter(object, "smime-type")).starts_with("signed");
        (is_signed ? found_.ondertekend : found_.versleuteld) = true;
    }

    // Inline PGP stands in the text itself.
    void find_pgp() {
        if (found_.tekst.find("-----BEGIN PGP MESSAGE-----") != std::string::npos) found_.versleuteld = true;
        if (found_.tekst.find("-----BEGIN PGP SIGNED MESSAGE-----") != std::string::npos) found_.ondertekend = true;
    }

    bool note_report(const std::string& mime, const std::string& content) {
        if (mime == "message/delivery-status" || mime == "message/global-delivery-status") {
            if (found_.sporen.bezorgstatus.empty()) found_.sporen.bezorgstatus = content.substr(0, report_bytes);
            return true;
        }
        if (mime == "message/disposition-notification" || mime == "message/global-disposition-notification") {
            found_.sporen.is_leesbevestiging = true;
            return true;
        }
        if (mime != "text/rfc822-headers" && mime != "message/rfc822-headers" && mime != "message/global-headers") return false;
        note_returned(kop_of(content));
        return true;
    }

    static Kop kop_of(std::string_view headers) {
        Kop kop;
        std::string line;
        headers = headers.substr(0, report_bytes);
        const auto add = [&] {
            if (const auto colon = line.find(':'); colon != std::string::npos) kop.add(line.substr(0, colon), line.substr(colon + 1));
        };
        while (!headers.empty()) {
            const auto end = std::min(headers.find('\n'), headers.size());
            const std::string_view raw = headers.substr(0, end);
            headers.remove_prefix(std::min(end + 1, headers.size()));
            if (raw.starts_with(' ') || raw.starts_with('\t')) {
                line.append(raw);
                continue;
            }
            add();
            line = raw;
        }
        add();
        return kop;
    }

    std::string decoded(std::string_view content, const std::string& charset) {
        if (content.size() > 4 * limits_.tekst) {
            content = content.substr(0, 4 * limits_.tekst);
            fault("tekst");
        }
        Ontcijferd read = ontcijferd(content, charset);
        if (!read.is_zeker) fault("charset");
        return std::move(read.tekst);
    }

    void add_words(const std::string& mime, const std::string& content, std::string charset, const Plaats& where) {
        const bool is_html = mime == "text/html";
        if (is_html && charset.empty()) charset = charset_in_html(content);
        std::string text = decoded(content, charset);
        text = cleaned(text);
        if (!where.block) return add_block(is_html ? Blok{{}, std::move(text)} : Blok{std::move(text), {}}, where);
        std::string& into = is_html ? where.block->html : where.block->plain;
        if (!into.empty() && !text.empty()) into += "\n\n";
        if (into.size() + text.size() > 8 * limits_.tekst) return fault("tekst");
        into += text;
    }

    void add_calendar(const std::string& content, const std::string& charset, const Plaats& where) {
        const std::string line = afspraak_in_een_regel(decoded(content.substr(0, report_bytes), charset.empty() ? "utf-8" : charset));
        if (!line.empty() && where.message_depth == 0) own_.insert(own_.begin(), Blok{line, {}});
    }

    // True when everything in it was taken out.
    bool unwrap(const std::string& content, const Plaats& where) {
        Tnefgrenzen limits;
        limits.delen = std::max(0, limits_.delen - parts_);
        limits.tekst = limits_.tekst;
        Tnef inside = lees_tnef(content, limits);
        parts_ += static_cast<int>(inside.delen.size());
        for (Deel& part : inside.delen) {
            part.naam = file_name(part.naam);
            found_.delen.push_back(std::move(part));
        }
        if (!has_words(own_) && where.message_depth == 0) add_block({std::move(inside.tekst), std::move(inside.html)}, where);
        if (!inside.is_heel) fault("tnef");
        return inside.is_heel;
    }

    const Grenzen& limits_;
    Boom& found_;
    std::vector<Blok> own_, inner_;
    std::size_t text_bytes_ = 0;
    int parts_ = 0;
    bool is_full_ = false;
};

}  // namespace

bool knip(std::string& utf8, std::size_t bytes) {
    if (utf8.size() <= bytes) return false;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xc0) == 0x80) --bytes;
    utf8.resize(bytes);
    return true;
}

void bereid_lezen_voor() {
    start_gmime();
    local_time(Instant{});  // the time zone
    // gmime converts names of files with modules of the C library, which are loaded when they are first asked for.
    for (const auto* charset : {"iso-8859-1", "windows-1252", "iso-8859-15", "iso-8859-2", "windows-1250", "koi8-r", "windows-1251", "iso-8859-9", "windows-1254",
                                "windows-1256", "gb18030", "big5", "euc-kr", "shift_jis", "iso-2022-jp", "utf-16"}) {
        // Never closed: the module stays as long as one converter of it is open.
        [[maybe_unused]] const iconv_t opened = g_mime_iconv_open("utf-8", charset);
    }
}

Boom lees_boom(std::string_view ruw, const Grenzen& grenzen) {
    start_gmime();
    Boom found;
    Bron source(ruw);
    const Object<GMimeParser> parser(g_mime_parser_new_with_stream(source.stream()));
    g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MESSAGE);
    GMimeParserOptions* options = g_mime_parser_options_new();
    const std::unique_ptr<GMimeParserOptions, decltype(&g_mime_parser_options_free)> owned(options, &g_mime_parser_options_free);
    g_mime_parser_options_set_parameter_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE);
    g_mime_parser_options_set_rfc2047_compliance_mode(options, GMIME_RFC_COMPLIANCE_LOOSE);
    std::array<const char*, 3> fallback{"utf-8", "windows-1252", nullptr};
    g_mime_parser_options_set_fallback_charsets(options, fallback.data());
    const Object<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), options));
    if (!message) return found;
    found.is_gelezen = true;
    read_headers(GMIME_OBJECT(message.get()), found.kop);
    GMimeObject* top = g_mime_message_get_mime_part(message.get());
    Loper walker(grenzen, found);
    walker.walk(top, {});
    walker.finish();
    return found;
}

}  // namespace dichtbij::mail
