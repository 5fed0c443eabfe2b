#pragma once
// Which status may follow which: a table of data. Pure.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string_view>

#include "base/result.h"
#include "zaak/zaak.h"

namespace dichtbij::zaak {

// How one status of a case type stands to another.
enum class Stap { blijven, verder, overslaan, terug, eind, onbekend };
BOOST_DESCRIBE_ENUM(Stap, blijven, verder, overslaan, terug, eind, onbekend)

enum class Wanneer { altijd, met_reden, nooit };

struct Overgang {
    Stap stap;
    Wanneer wanneer;
    std::string_view fout;  // catalogue key of why not
};

Stap stap_van(const zaaktype::Zaaktype&, std::string_view van, std::string_view naar);
const Overgang& overgang(Stap);
// What is wrong with this change, on the fields "status" and "toelichting".
std::optional<FieldError> check_overgang(const zaaktype::Zaaktype&, std::string_view van, std::string_view naar, std::string_view toelichting);

const zaaktype::Statustype* statustype(const zaaktype::Zaaktype&, std::string_view code);  // nullptr: there is none
std::string eerste_status(const zaaktype::Zaaktype&);    // "" when only the end has one
std::string eindstatus(const zaaktype::Zaaktype&);
std::string laatste_status(const zaaktype::Zaaktype&);   // before the end; "" when only the end has one

const zaaktype::Resultaattype* resultaattype(const zaaktype::Zaaktype&, std::string_view code);

}  // namespace dichtbij::zaak
