#include "app/import_bestand.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace dichtbij::app::contactimport {
namespace {

std::string key_of(const CsvError& error) { return "csv.fout." + std::string(dichtbij::to_string(error.fout)); }

Result<Done> check_content(std::istream& input) {
    std::string begin(proefbytes, '\0');
    input.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    begin.resize(static_cast<std::size_t>(input.gcount()));
    input.clear();
    input.seekg(0);
    if (begin.empty()) return invalid("bestand", "csv.fout.leeg");
    // What an office program calls a spreadsheet is a ZIP.
    for (const std::string_view zip : {"PK\x03\x04", "PK\x05\x06", "PK\x07\x08"})
        if (begin.starts_with(zip)) return invalid("bestand", "import.fout.zip");
    if (begin.find('\0') != std::string::npos) return invalid("bestand", "csv.fout.geen_tekst");
    return Done{};
}

// What follows the known columns with nothing in it was put there by the office program.
std::optional<Rijfout> check_size(const CsvColumns& columns, const CsvRecord& record) {
    const auto is_empty = [](const std::string& field) { return trimmed(field).empty(); };
    const bool fits = record.fields.size() >= columns.count() &&
                      std::all_of(record.fields.begin() + static_cast<std::ptrdiff_t>(columns.count()), record.fields.end(), is_empty);
    if (fits) return std::nullopt;
    return Rijfout{"", "csv.fout.aantal_velden", {std::to_string(columns.count()), std::to_string(record.fields.size())}};
}

}  // namespace

Result<Rijenbestand> Rijenbestand::open(std::istream& input, std::span<const CsvColumns::Column> known) {
    TRY_DONE(check_content(input));
    Rijenbestand file(input);
    const auto header = file.reader_.next();
    if (!header) return invalid("bestand", "csv.fout.leeg");
    if (!*header) return invalid("bestand", key_of(header->error()));
    if ((*header)->fields.size() < 2) return invalid("bestand", "import.fout.een_kolom");
    TRY(file.columns_, CsvColumns::map(**header, known));
    return file;
}

std::optional<Bestandsrij> Rijenbestand::next() {
    auto record = reader_.next();
    if (!record) return std::nullopt;
    if (!*record) {
        const CsvError& error = record->error();
        const auto place = static_cast<std::size_t>(error.field) - 1;
        const std::string kolom = error.field > 0 && place < columns_.count() ? columns_.names()[place] : "";
        return Bestandsrij{error.line, {}, {{kolom, key_of(error), {}}}};
    }
    if (auto fout = check_size(columns_, **record)) return Bestandsrij{(*record)->line, std::move(**record), {std::move(*fout)}};
    const std::int64_t regel = (*record)->line;
    return Bestandsrij{regel, std::move(**record), {}};
}

std::vector<std::string> Rijenbestand::onbekende_kolommen() const {
    std::vector<std::string> names;
    for (const auto place : columns_.unknown()) names.push_back(columns_.names()[place]);
    return names;
}

}  // namespace dichtbij::app::contactimport
