#pragma once
// Reads resources with all that stands in them and with what `expand` asks, for a whole page at once: as many statements
// for a hundred lines as for one.

#include <string>
#include <string_view>
#include <vector>

#include "api/klantinteracties/klantinteracties.h"
#include "klantcontact/lijst_service.h"
#include "partij/lijst_service.h"
#include "taak/lijst_service.h"

namespace dichtbij::klantinteracties {

// "hadBetrokkenen,hadBetrokkenen.wasPartij". What lies deeper brings what lies above it along.
class Expand {
  public:
    Expand() = default;
    explicit Expand(std::vector<std::string> paths) : paths_(std::move(paths)) {}
    bool empty() const { return paths_.empty(); }
    bool has(std::string_view name) const;
    Expand within(std::string_view name) const;  // of what is expanded itself

  private:
    std::vector<std::string> paths_;
};

// What the capabilities give to read. Without state.
struct Bronnen {
    klantcontact::LijstService contacten;
    taak::LijstService taken;
    partij::LijstService partijen;
};

// One request, in one snapshot. What is expanded is read by the rights of the reader: without them it is refused.
class Lezer {
  public:
    Lezer(const Bronnen& bronnen, store::Tx& tx, access::Raadpleging& reading) : bronnen_(bronnen), tx_(tx), reading_(reading) {}

    const Bronnen& bronnen() const { return bronnen_; }
    store::Tx& tx() const { return tx_; }
    access::Raadpleging& reading() const { return reading_; }

    Result<std::vector<Klantcontact>> klantcontacten(std::vector<klantcontact::Klantcontact>, const Expand&) const;
    Result<std::vector<Betrokkene>> betrokkenen(std::vector<klantcontact::Betrokkeneregel>, const Expand&) const;
    Result<std::vector<DigitaalAdres>> digitale_adressen(std::vector<partij::DigitaalAdresregel>, const Expand&) const;
    Result<std::vector<Partij>> partijen(std::vector<partij::Partijregel>, const Expand&) const;

  private:
    Result<Done> expand(std::vector<Klantcontact>&, const std::vector<klantcontact::KlantcontactId>&, const Expand&) const;

    const Bronnen& bronnen_;
    store::Tx& tx_;
    access::Raadpleging& reading_;
};

}  // namespace dichtbij::klantinteracties
