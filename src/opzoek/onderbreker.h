#pragma once
// A circuit breaker: a source that fails again and again is left alone for a while, so that nobody waits for it in vain.
// After the pause one question is let through; its answer closes the breaker, its failure opens it again. Thread-safe.

#include <mutex>
#include <optional>

#include "base/time.h"

namespace dichtbij::opzoek {

struct Onderbreekgrens {
    int fouten = 5;      // in a row
    seconds pauze{60};
};

enum class Onderbreekstand { dicht, open, proef };  // dicht: questions go; proef: one is let through to see

class Onderbreker {
  public:
    explicit Onderbreker(Onderbreekgrens grens = {}) : grens_(grens) {}

    // Whether a question may go now. Whoever was told yes tells how it went: goed, fout, or laat_gaan.
    bool mag(Instant now);
    void goed();
    void fout(Instant now);
    // It did not come to asking: nothing was learnt.
    void laat_gaan();

    Onderbreekstand stand(Instant now) const;
    int fouten_op_rij() const;
    std::optional<Instant> open_tot() const;

  private:
    const Onderbreekgrens grens_;
    mutable std::mutex mutex_;  // guards what follows
    int fouten_ = 0;
    bool proef_loopt_ = false;
    std::optional<Instant> open_tot_;
};

}  // namespace dichtbij::opzoek
