#pragma once
// Mail servers deliver here; what they delivered is worked off.

#include <memory>

#include "app/installation.h"
#include "app/timers.h"
#include "mail/luisteraar.h"

namespace dichtbij::app {

class Postkamer {
  public:
    // Listens where the settings say, if anywhere. Throws CommandFailure when it cannot.
    explicit Postkamer(Installation&);

  private:
    Timers timers_;  // reading a mail may take long, and holds nothing else up
    std::unique_ptr<mail::Luisteraar> luisteraar_;
};

}  // namespace dichtbij::app
