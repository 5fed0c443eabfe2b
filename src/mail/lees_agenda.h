#pragma once
// One readable line of a calendar invitation (RFC 5545). Pure. Words of a language do not stand in it.

#include <string>
#include <string_view>

namespace dichtbij::mail {

// "Overleg dakkapel · 2026-11-25 10:00 – 11:00 · Stadskantoor"; civil time of Amsterdam where the zone is UTC, else as
// it stands. "CANCEL · " before it when the appointment is withdrawn. "" when there is no appointment in it.
std::string afspraak_in_een_regel(std::string_view utf8);

}  // namespace dichtbij::mail
