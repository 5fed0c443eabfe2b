#pragma once
// CSV as offices export it: comma or semicolon, quoted fields with newlines, UTF-8 or Windows-1252.
// Streamed: memory stays at a few times the record limit, however long the file.

#include <cstddef>
#include <istream>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dichtbij {

struct CsvLimits {
    std::size_t record_bytes = 256 * 1024;
    std::size_t fields = 250;
};

// What is wrong with a record. Catalogue: "csv.fout.<name>".
enum class CsvFout {
    te_lang,                   // more bytes than the limit
    te_veel_velden,            // more fields than the limit
    aanhalingsteken_open,      // a quote that is never closed
    tekst_na_aanhalingsteken,  // "abc"def
    codering,                  // neither UTF-8 nor what the file began as
    geen_tekst,                // NUL bytes: a spreadsheet, a picture, UTF-16
};
std::string_view to_string(CsvFout);

struct CsvError {
    std::int64_t line = 0;  // 1 is the first of the file: where the record begins
    int field = 0;          // 1 is the first of the record
    CsvFout fout = CsvFout::te_lang;
    bool operator==(const CsvError&) const = default;
};

struct CsvRecord {
    std::int64_t line = 0;               // where it begins
    std::vector<std::string> fields;     // UTF-8, as written between the quotes
    bool operator==(const CsvRecord&) const = default;
};

enum class CsvCodering { onbeslist, utf_8, windows_1252 };  // onbeslist: only ASCII so far

class CsvReader {
  public:
    // The stream must outlive the reader.
    explicit CsvReader(std::istream& input, CsvLimits limits = {});

    // The next record; nothing at the end. Empty lines are left out. After an error reading goes on at
    // the line behind the one where the bad record began, so that one stray quote costs one record.
    std::optional<tl::expected<CsvRecord, CsvError>> next();

    // Known after the first record: what stands most in it, of , ; and tab. A first line "sep=;" is obeyed.
    char separator() const { return separator_; }
    // Decided by the first record that is not plain ASCII, or by a byte order mark.
    CsvCodering codering() const { return codering_; }
    // How far the reader is in the stream, for a progress bar.
    std::int64_t bytes_read() const { return consumed_; }

  private:
    void fill();
    std::string_view ahead() const { return std::string_view(buffer_).substr(at_); }
    void advance(std::size_t bytes);
    void skip_line();
    void open();
    std::optional<CsvFout> decode(std::vector<std::string>& fields, std::string_view raw);

    std::istream& input_;
    CsvLimits limits_;
    std::string buffer_;
    std::size_t at_ = 0;
    bool is_open_ = false;
    bool at_end_ = false;
    char separator_ = 0;
    CsvCodering codering_ = CsvCodering::onbeslist;
    std::int64_t line_ = 1;
    std::int64_t consumed_ = 0;
};

// Which column stands where. Names are compared without case, accents, spaces and signs, so
// "Vervanger e-mail" is vervanger_email.
class CsvColumns {
  public:
    struct Column {
        std::string_view name;
        bool required = false;
    };
    // `header` is the first record. Invalid: a required column is missing, or a name stands twice; the
    // fields name the columns (keys csv.fout.kolom_ontbreekt, csv.fout.kolom_dubbel).
    static Result<CsvColumns> map(const CsvRecord& header, std::span<const Column> known);

    std::size_t count() const { return names_.size(); }
    const std::vector<std::string>& names() const { return names_; }          // as written
    const std::vector<std::size_t>& unknown() const { return unknown_; }      // places of columns not asked for
    bool has(std::string_view known_name) const { return places_.contains(known_name); }
    // The trimmed field of a known column; empty when the file has no such column.
    std::string_view get(const CsvRecord& record, std::string_view known_name) const;

  private:
    std::vector<std::string> names_;
    std::vector<std::size_t> unknown_;
    std::map<std::string, std::size_t, std::less<>> places_;
};

// How a column name is compared: letters and figures only, in lower case.
std::string csv_column_key(std::string_view name);

// A field as it must be written: quoted when it holds a separator, a quote or a line end.
std::string csv_field(std::string_view text, char separator);

// A field of a file for a spreadsheet, separated by ';': never taken for a formula (a quote in front, as OWASP advises).
std::string csv_cell(std::string_view text);
// With line end.
std::string csv_row(const std::vector<std::string>& cells);

}  // namespace dichtbij
