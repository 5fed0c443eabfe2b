#pragma once
// The virus scanner of the installation: clamd, spoken to over its socket (INSTREAM).

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "document/bytes.h"

namespace dichtbij::document {

enum class Scanuitslag { schoon, besmet, niet_gelukt };

struct Scan {
    Scanuitslag uitslag = Scanuitslag::niet_gelukt;
    std::string toelichting;  // the name of what was found, or why it failed (for the log)
    bool operator==(const Scan&) const = default;
};

// Thread-safe. Does not throw when the scanner fails: that is niet_gelukt.
class Virusscanner {
  public:
    virtual ~Virusscanner() = default;
    virtual Scan scan(Bytes&) = 0;
};

struct ClamdOptions {
    std::string adres;                           // "unix:/run/clamav/clamd.ctl" or "tcp:127.0.0.1:3310"
    std::chrono::milliseconds wachttijd{30'000}; // for each step: connecting, a piece, the answer
};
// invalid (detail says why) when the address is none of both.
Result<std::unique_ptr<Virusscanner>> open_clamd(const ClamdOptions&);

}  // namespace dichtbij::document
