#pragma once
// The fields of one row, read and judged: what every import asks of them. Pure.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/import_moment.h"
#include "base/csv.h"
#include "base/time.h"
#include "partij/partij.h"

namespace dichtbij::app::contactimport {

struct Rijfout {
    std::string kolom;  // empty: the row as a whole
    std::string key;    // text of the catalogue
    std::vector<std::string> args;
    bool operator==(const Rijfout&) const = default;
};

class Veldlezer {
  public:
    Veldlezer(const CsvColumns& columns, const CsvRecord& record, Instant now) : columns_(columns), record_(record), now_(now) {}

    std::string_view get(std::string_view kolom) const { return columns_.get(record_, kolom); }
    std::string optional(std::string_view kolom, std::size_t limit);
    std::string required(std::string_view kolom, std::size_t limit);
    // Code of a channel by the names that other systems give it; "" when the field is empty or wrong.
    std::string kanaal();
    // Nothing when the field is empty; the moment of a wrong one does not matter, the row is refused.
    std::optional<Moment> moment(std::string_view kolom);           // not after now
    std::optional<Moment> moment_of_belofte(std::string_view kolom);  // may be to come
    // Who it is about, from naam, geboortedatum, postcode, huisnummer, telefoon, email, bsn and kvk; none: nothing is known.
    std::optional<partij::Gegevens> wie();
    const std::string& telefoon() const { return telefoon_; }       // to ring, for people; once `wie` was read
    std::string notitie() const;                                    // "column: text" of the columns that are not known, line by line

    void wrong(std::string kolom, std::string key, std::vector<std::string> args = {});
    std::size_t aantal_fouten() const { return fouten_.size(); }
    std::vector<Rijfout> take_fouten() { return std::move(fouten_); }

  private:
    void read_identificatoren(partij::Gegevens&);
    void read_adres(partij::Gegevens&);
    void read_huisnummer(partij::Adres&, std::string_view typed);
    void read_digitale_adressen(partij::Gegevens&);
    void tell_once(const FieldError&, const partij::Gegevens&);

    const CsvColumns& columns_;
    const CsvRecord& record_;
    Instant now_;
    std::string telefoon_;
    std::vector<Rijfout> fouten_;
};

// Whether the data are of someone who can be known again: a number, or a name with an address or a date of birth.
bool is_herkenbaar(const partij::Gegevens&);

// The column in which the field of a service stands ("contactnaam.achternaam": "naam"), as `wie` has it.
std::string kolom_of(std::string_view field, const partij::Gegevens& wie);

// A refusal of a service, by column.
std::vector<Rijfout> fouten_of(const Failure&, const std::optional<partij::Gegevens>& wie);

}  // namespace dichtbij::app::contactimport
