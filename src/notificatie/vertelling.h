#pragma once
// Which events of the journal are told, in which channel and as which actie. One table; an event that is not in it is told
// to nobody, and a test asks of every event about these objects which of the two it is. Pure.

#include <span>
#include <string_view>

#include "journal/journal.h"

namespace dichtbij::notificatie {

inline constexpr std::string_view actie_create = "create";
inline constexpr std::string_view actie_update = "update";
inline constexpr std::string_view actie_destroy = "destroy";

// About which object. zelf: the object of the event itself. taak_van_werk: the internetaak whose work it was.
enum class Wie { zelf, taak_van_werk };

struct Vertelling {
    std::string_view gebeurtenis;
    std::string_view kanaal;
    std::string_view actie;
    Wie wie = Wie::zelf;
    // Only when the event has this kenmerk; empty: always.
    std::string_view kenmerk = {};
    std::string_view waarde = {};
};
std::span<const Vertelling> vertellingen();
// nullptr: told to nobody.
const Vertelling* vertelling_van(const journal::Line&);

// Events about the objects of our channels that change nothing another system can read there.
std::span<const std::string_view> verzwegen();

}  // namespace dichtbij::notificatie
