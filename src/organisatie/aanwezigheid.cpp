#include "organisatie/aanwezigheid.h"

namespace dichtbij::organisatie {

std::optional<Staat> staat_now(const std::optional<Aanwezigheid>& said, Instant now) {
    if (!said || day_of(said->sinds) != day_of(now)) return std::nullopt;
    const auto age = now - said->sinds;
    if (said->staat == Staat::in_gesprek && age > in_gesprek_limit) return Staat::aanwezig;
    if (said->staat == Staat::pauze && age > pauze_limit) return Staat::aanwezig;
    return said->staat;
}

}  // namespace dichtbij::organisatie
