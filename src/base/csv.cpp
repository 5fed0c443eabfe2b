#include "base/csv.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "base/text.h"

namespace dichtbij {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::size_t chunk_bytes = 64 * 1024;

// Windows-1252 0x80 to 0x9f; 0 is not a character.
constexpr std::array<char16_t, 32> windows_1252{
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178};

void append_utf8(std::string& to, char16_t c) {
    if (c < 0x800) {
        to += static_cast<char>(0xc0 | c >> 6);
    } else {
        to += static_cast<char>(0xe0 | c >> 12);
        to += static_cast<char>(0x80 | (c >> 6 & 0x3f));
    }
    to += static_cast<char>(0x80 | (c & 0x3f));
}

std::optional<std::string> from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + 8);
    for (const char byte : bytes) {
        const auto c = static_cast<unsigned char>(byte);
        if (c < 0x80) {
            text += byte;
        } else {
            const char16_t decoded = c < 0xa0 ? windows_1252[c - 0x80u] : c;
            if (decoded == 0) return std::nullopt;
            append_utf8(text, decoded);
        }
    }
    return text;
}

bool is_ascii(std::string_view bytes) {
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// Half of a character would cut others in two; a quote has another meaning.
bool can_separate(char c) { return c == '\t' || (c >= ' ' && c <= '~' && c != '"'); }

struct Parsed {
    std::vector<std::string> fields;
    std::size_t bytes = 0;  // with the line end
    std::int64_t lines = 0;
    std::optional<CsvFout> fout;
};

// One record at the begin of `data`. `is_all`: nothing follows `data`.
class Parser {
  public:
    Parser(std::string_view data, bool is_all, char separator) : data_(data), is_all_(is_all), separator_(separator) {}

    Parsed record(std::size_t fields_limit) {
        while (!parsed_.fout) {
            if (parsed_.fields.size() >= fields_limit) {
                parsed_.fout = CsvFout::te_veel_velden;
                break;
            }
            field();
            if (parsed_.fout || at_ >= data_.size() || data_[at_] != separator_) break;
            ++at_;
        }
        if (!parsed_.fout) line_end();
        parsed_.bytes = at_;
        return std::move(parsed_);
    }

  private:
    void field() {
        const auto first = data_.find_first_not_of(separator_ == '\t' ? " " : " \t", at_);
        if (first != std::string_view::npos && data_[first] == '"') return quoted(first + 1);
        const auto end = std::min(data_.find_first_of(std::string_view(stops().data(), 3), at_), data_.size());
        if (end == data_.size() && !is_all_) parsed_.fout = CsvFout::te_lang;
        parsed_.fields.emplace_back(data_.substr(at_, end - at_));
        at_ = end;
    }

    void quoted(std::size_t from) {
        std::string text;
        for (;;) {
            const auto quote = data_.find('"', from);
            if (quote == std::string_view::npos) {
                parsed_.fields.push_back(std::move(text));
                parsed_.fout = is_all_ ? CsvFout::aanhalingsteken_open : CsvFout::te_lang;
                return;
            }
            text.append(data_.substr(from, quote - from));
            from = quote + 1;
            if (from >= data_.size() || data_[from] != '"') break;
            text += '"';
            ++from;
        }
        parsed_.lines += std::count(text.begin(), text.end(), '\n');
        parsed_.fields.push_back(std::move(text));
        at_ = std::min(data_.find_first_not_of(separator_ == '\t' ? " " : " \t", from), data_.size());
        const bool is_end = at_ >= data_.size() || data_[at_] == separator_ || data_[at_] == '\n' || data_[at_] == '\r';
        if (!is_end) parsed_.fout = CsvFout::tekst_na_aanhalingsteken;
    }

    void line_end() {
        if (at_ < data_.size() && data_[at_] == '\r') ++at_;
        if (at_ < data_.size() && data_[at_] == '\n') ++at_;
        ++parsed_.lines;
    }

    std::array<char, 3> stops() const { return {separator_, '\n', '\r'}; }

    std::string_view data_;
    bool is_all_;
    char separator_;
    std::size_t at_ = 0;
    Parsed parsed_;
};

char most_used_separator(std::string_view first_line) {
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char candidate : {',', ';', '\t'}) {
        bool in_quotes = false;
        const auto count = std::count_if(first_line.begin(), first_line.end(), [&](char c) {
            if (c == '"') in_quotes = !in_quotes;
            return c == candidate && !in_quotes;
        });
        if (count > most) {
            most = count;
            best = candidate;
        }
    }
    return best;
}

}  // namespace

std::string_view to_string(CsvFout fout) {
    switch (fout) {
        case CsvFout::te_lang: return "te_lang";
        case CsvFout::te_veel_velden: return "te_veel_velden";
        case CsvFout::aanhalingsteken_open: return "aanhalingsteken_open";
        case CsvFout::tekst_na_aanhalingsteken: return "tekst_na_aanhalingsteken";
        case CsvFout::codering: return "codering";
        case CsvFout::geen_tekst: return "geen_tekst";
    }
    return "";
}

CsvReader::CsvReader(std::istream& input, CsvLimits limits) : input_(input), limits_(limits) {}

std::optional<tl::expected<CsvRecord, CsvError>> CsvReader::next() {
    open();
    for (;;) {
        fill();
        const std::string_view data = ahead();
        if (data.empty()) return std::nullopt;
        const bool is_all = at_end_ && data.size() <= limits_.record_bytes;
        Parsed parsed = Parser(data.substr(0, limits_.record_bytes), is_all, separator_).record(limits_.fields);
        const std::int64_t line = line_;
        const auto raw = data.substr(0, parsed.bytes);
        if (!parsed.fout && raw.find('\0') != std::string_view::npos) parsed.fout = CsvFout::geen_tekst;
        if (!parsed.fout) parsed.fout = decode(parsed.fields, raw);
        if (parsed.fout) {
            const CsvError error{line, static_cast<int>(parsed.fields.size()), *parsed.fout};
            skip_line();
            return tl::make_unexpected(error);
        }
        advance(parsed.bytes);
        line_ += parsed.lines;
        const bool is_empty = parsed.fields.size() == 1 && trimmed(parsed.fields[0]).empty();
        if (!is_empty) return CsvRecord{line, std::move(parsed.fields)};
    }
}

void CsvReader::open() {
    if (is_open_) return;
    is_open_ = true;
    fill();
    if (ahead().starts_with(byte_order_mark)) {
        codering_ = CsvCodering::utf_8;
        advance(byte_order_mark.size());
    }
    const auto first_line = ahead().substr(0, ahead().find_first_of("\r\n"));
    if (first_line.size() == 5 && lower_ascii(first_line).starts_with("sep=") && can_separate(first_line[4])) {
        separator_ = first_line[4];
        advance(std::min(ahead().find('\n'), ahead().size() - 1) + 1);
        ++line_;
    } else {
        separator_ = most_used_separator(first_line);
    }
}

void CsvReader::fill() {
    if (buffer_.size() - at_ > limits_.record_bytes || at_end_) return;
    buffer_.erase(0, at_);
    at_ = 0;
    while (!at_end_ && buffer_.size() <= limits_.record_bytes * 2) {
        const auto size = buffer_.size();
        buffer_.resize(size + chunk_bytes);
        input_.read(buffer_.data() + size, chunk_bytes);
        buffer_.resize(size + static_cast<std::size_t>(input_.gcount()));
        at_end_ = !input_;
    }
}

void CsvReader::skip_line() {
    auto line_end = ahead().find('\n');
    while (line_end == std::string_view::npos && !ahead().empty()) {
        advance(ahead().size());
        fill();
        line_end = ahead().find('\n');
    }
    if (line_end != std::string_view::npos) advance(line_end + 1);
    ++line_;
}

void CsvReader::advance(std::size_t bytes) {
    at_ += bytes;
    consumed_ += static_cast<std::int64_t>(bytes);
}

std::optional<CsvFout> CsvReader::decode(std::vector<std::string>& fields, std::string_view raw) {
    if (is_ascii(raw)) return std::nullopt;
    if (codering_ == CsvCodering::onbeslist) codering_ = is_utf8(raw) ? CsvCodering::utf_8 : CsvCodering::windows_1252;
    if (codering_ == CsvCodering::utf_8) {
        if (is_utf8(raw)) return std::nullopt;
        return CsvFout::codering;
    }
    for (std::string& field : fields) {
        auto text = from_windows_1252(field);
        if (!text) return CsvFout::codering;
        field = std::move(*text);
    }
    return std::nullopt;
}

Result<CsvColumns> CsvColumns::map(const CsvRecord& header, std::span<const Column> known) {
    CsvColumns columns;
    std::vector<FieldError> errors;
    std::map<std::string, std::size_t, std::less<>> written;
    for (std::size_t i = 0; i < header.fields.size(); ++i) {
        columns.names_.emplace_back(trimmed(header.fields[i]));
        const std::string key = csv_column_key(header.fields[i]);
        if (!key.empty() && !written.emplace(key, i).second)
            errors.push_back({columns.names_.back(), "csv.fout.kolom_dubbel", {columns.names_.back()}});
    }
    std::vector<bool> is_known(header.fields.size(), false);
    for (const Column& column : known) {
        const auto found = written.find(csv_column_key(column.name));
        if (found != written.end()) {
            columns.places_.emplace(column.name, found->second);
            is_known[found->second] = true;
        } else if (column.required) {
            errors.push_back({std::string(column.name), "csv.fout.kolom_ontbreekt", {std::string(column.name)}});
        }
    }
    if (!errors.empty()) return invalid(std::move(errors));
    for (std::size_t i = 0; i < is_known.size(); ++i)
        if (!is_known[i] && !columns.names_[i].empty()) columns.unknown_.push_back(i);
    return columns;
}

std::string_view CsvColumns::get(const CsvRecord& record, std::string_view known_name) const {
    const auto place = places_.find(known_name);
    if (place == places_.end() || place->second >= record.fields.size()) return {};
    return trimmed(record.fields[place->second]);
}

std::string csv_column_key(std::string_view name) {
    std::string key;
    for (const char c : folded(name))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    return key;
}

std::string csv_field(std::string_view text, char separator) {
    if (text.find_first_of(std::string{separator, '"', '\n', '\r'}) == std::string_view::npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + "\"";
}

std::string csv_cell(std::string_view text) {
    const auto first = text.find_first_not_of(" \n");  // spaces before the sign do not help it
    const bool is_formula = first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
    return csv_field(is_formula ? "'" + std::string(text) : std::string(text), ';');
}

std::string csv_row(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line.append(i == 0 ? "" : ";").append(csv_cell(cells[i]));
    return line + "\r\n";
}

}  // namespace dichtbij
