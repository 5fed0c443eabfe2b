#pragma once
// A file of an old system, record by record: refused as a whole when it is not what it says.

#include <cstdint>
#include <istream>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/import_velden.h"

namespace dichtbij::app::contactimport {

inline constexpr std::size_t proefbytes = 64 * 1024;  // in which a file must show that it is text

struct Bestandsrij {
    std::int64_t regel = 0;
    CsvRecord record;              // empty when it could not be read
    std::vector<Rijfout> fouten;   // why; empty: it could
};

class Rijenbestand {
  public:
    // Invalid when the content is no CSV (NUL bytes, a ZIP, one column, nothing) or lacks a required
    // column. The stream can go back to its begin, and must outlive the file.
    static Result<Rijenbestand> open(std::istream&, std::span<const CsvColumns::Column>);

    // Nothing at the end.
    std::optional<Bestandsrij> next();

    const CsvColumns& kolommen() const { return columns_; }
    std::vector<std::string> onbekende_kolommen() const;
    char separator() const { return reader_.separator(); }
    std::int64_t bytes_read() const { return reader_.bytes_read(); }

  private:
    explicit Rijenbestand(std::istream& input) : reader_(input) {}
    CsvReader reader_;
    CsvColumns columns_;
};

}  // namespace dichtbij::app::contactimport
