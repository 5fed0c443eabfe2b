#pragma once
// A case type as a form sends it: words by path, rows by index. What was typed stays as it was typed, also when
// it is no number, and rows move, come and go without being understood.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "http/params.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij::zaaktype {

// The lists that a form shows as rows.
inline constexpr std::string_view rijlijsten[] = {"statussen", "resultaten", "eigenschappen", "documenttypen", "taken"};

class Invoer {
  public:
    explicit Invoer(const Zaaktype&);
    explicit Invoer(const http::Params& form);

    // By path as regels.h names it. "" when there is none; a yes is "ja". The fee is in euros ("120,50"), the
    // choices of a question are "eigenschappen[0].keuzes.nl" with one on each line.
    const std::string& get(const std::string& pad) const;
    std::size_t rijen(std::string_view lijst) const;
    const std::vector<std::string>& rollen() const { return rollen_; }

    void add_row(std::string_view lijst);
    void remove_row(std::string_view lijst, std::size_t at);
    void move_row(std::string_view lijst, std::size_t from, std::size_t to);

    struct Gelezen {
        Zaaktype zaaktype;
        std::vector<FieldError> fouten;  // what cannot be read: no number, no choice
    };
    Gelezen lees() const;

  private:
    std::map<std::string, std::string, std::less<>> woorden_;
    std::map<std::string, std::size_t, std::less<>> rijen_;
    std::vector<std::string> rollen_;
};

// A press of a button among the rows: "statussen[1].omhoog", "statussen.erbij".
enum class Rijdaad { erbij, weg, omhoog, omlaag };
struct Rijknop {
    std::string lijst;
    std::size_t at = 0;
    Rijdaad daad = Rijdaad::erbij;
};
// nullopt: it is no such button.
std::optional<Rijknop> rijknop_of(std::string_view waarde);
// Where the row stands afterwards; of a removed one, its neighbour. Nothing changes when it cannot be done.
std::size_t doe(Invoer&, const Rijknop&);

// A fault in a choice of a question is shown at its lines: "eigenschappen[0].keuzes.nl".
std::string veld_van(std::string_view pad);

}  // namespace dichtbij::zaaktype
