#pragma once
// Checks of what people type, collected so that a form shows all that is wrong at once. Pure.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace dichtbij::organisatie {

inline constexpr std::size_t naam_limit = 100;      // characters, as all below
inline constexpr std::size_t code_limit = 40;
inline constexpr std::size_t telefoon_limit = 30;
inline constexpr std::size_t email_limit = 254;
inline constexpr std::size_t adres_limit = 200;
inline constexpr std::size_t website_limit = 300;
inline constexpr std::size_t trefwoorden_limit = 500;
inline constexpr std::size_t vaardigheid_limit = 60;
inline constexpr std::size_t vaardigheden_limit = 30;  // per employee
inline constexpr std::size_t regels_limit = 300;       // routing rows per gemeente

enum class Nodig { ja, nee };

class Toetsing {
  public:
    // Cleans the text in place: trimmed, line ends as spaces for one-line fields. When it must be there and
    // is not: "organisatie.fout.verplicht.<field>".
    void regel(std::string_view field, std::string& text, std::size_t limit, Nodig = Nodig::ja);
    void email(std::string_view field, std::string& text, Nodig = Nodig::ja);
    void telefoon(std::string_view field, std::string& text, Nodig = Nodig::nee);
    void website(std::string_view field, std::string& text);
    void eis(bool holds, std::string_view field, std::string_view key, std::vector<std::string> args = {});

    bool ok() const { return errors_.empty(); }
    Result<Done> uitkomst() const;

  private:
    std::vector<FieldError> errors_;
};

bool is_email(std::string_view);
bool is_domein(std::string_view);  // "", "wmo", "jeugd", "inkomen"

}  // namespace dichtbij::organisatie
