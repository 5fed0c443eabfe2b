#include "app/import_bestand.h"

#include <utility>

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

}  // namespace

Result<Contactbestand> Contactbestand::open(std::istream& input) {
    TRY_DONE(check_content(input));
    Contactbestand file(input);
    const auto header = file.reader_.next();
    if (!header) return invalid("bestand", "csv.fout.leeg");
    if (!*header) return invalid("bestand", key_of(header->error()));
    if ((*header)->fields.size() < 2) return invalid("bestand", "import.fout.een_kolom");
    TRY(file.columns_, CsvColumns::map(**header, contactimport::kolommen()));
    return file;
}

std::optional<Bestandsrij> Contactbestand::next(Instant now) {
    auto record = reader_.next();
    if (!record) return std::nullopt;
    if (!*record) {
        const CsvError& error = record->error();
        const auto place = static_cast<std::size_t>(error.field) - 1;
        const std::string kolom = error.field > 0 && place < columns_.count() ? columns_.names()[place] : "";
        return Bestandsrij{error.line, {}, tl::make_unexpected(std::vector<Rijfout>{{kolom, key_of(error), {}}})};
    }
    auto inhoud = read_contactrij(columns_, **record, now);
    return Bestandsrij{(*record)->line, std::move((*record)->fields), std::move(inhoud)};
}

std::vector<std::string> Contactbestand::onbekende_kolommen() const {
    std::vector<std::string> names;
    for (const auto place : columns_.unknown()) names.push_back(columns_.names()[place]);
    return names;
}

}  // namespace dichtbij::app::contactimport
