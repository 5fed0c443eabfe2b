#pragma once
// What another system may do, as the administrator gave it: per group of resources, read and write.

#include <boost/describe/enum.hpp>

#include <cstdint>

namespace dichtbij::access {

// beheer: managing applications over the Autorisaties API. notificaties: reading is hearing of changes, writing is telling
// others of one's own. A new group goes at the end: the numbers are stored.
enum class Groep { partijen, klantcontacten, taken, actoren, contactgegevens, beheer, notificaties };
BOOST_DESCRIBE_ENUM(Groep, partijen, klantcontacten, taken, actoren, contactgegevens, beheer, notificaties)
inline constexpr Groep alle_groepen[] = {Groep::partijen,        Groep::klantcontacten, Groep::taken, Groep::actoren,
                                         Groep::contactgegevens, Groep::beheer,         Groep::notificaties};

// Nothing is implied: who writes and also reads has both.
enum class Actie { lezen, schrijven };
BOOST_DESCRIBE_ENUM(Actie, lezen, schrijven)
inline constexpr Actie alle_acties[] = {Actie::lezen, Actie::schrijven};

struct Recht {
    Groep groep = Groep::partijen;
    Actie actie = Actie::lezen;
    bool operator==(const Recht&) const = default;
};

class Rechten {
  public:
    constexpr Rechten() = default;
    constexpr explicit Rechten(std::int64_t stored) : bits_(stored) {}

    constexpr bool has(Recht recht) const { return (bits_ & bit(recht)) != 0; }
    constexpr Rechten& add(Recht recht) {
        bits_ |= bit(recht);
        return *this;
    }
    constexpr bool empty() const { return bits_ == 0; }
    constexpr std::int64_t stored() const { return bits_; }
    bool operator==(const Rechten&) const = default;

  private:
    static constexpr std::int64_t bit(Recht recht) { return std::int64_t{1} << (static_cast<int>(recht.groep) * 2 + static_cast<int>(recht.actie)); }
    std::int64_t bits_ = 0;
};

}  // namespace dichtbij::access
