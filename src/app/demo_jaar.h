#pragma once
// A year (or more) of two municipalities, lived through the real services on a simulated clock that ends at
// the real present: conversations, work, absence, promises kept and broken, timers and followers in step.
// The same seed and the same day give the same data.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/demo_diensten.h"

namespace dichtbij::app::demo {

inline constexpr int jaren_limit = 5;
inline constexpr int contacten_minimum = 500;          // a year
inline constexpr int contacten_limit = 2'000'000;      // a year

struct DemoOpties {
    int jaren = 1;
    std::uint64_t zaad = 7;
    int contacten_per_jaar = 60'000;  // questions, over all gemeenten together
    int gemeenten = 2;                // 1 or 2
    Instant tot;                      // the present
    std::string zaaktypen;            // the file that each gemeente begins with; empty: none
};

struct Voortgang {
    Day dag{};
    int dagen_klaar = 0;
    int dagen = 0;
    std::int64_t contacten = 0;
};

struct DemoAccount {
    std::string naam, email, wachtwoord, rol, gemeente;
};

struct DemoUitslag {
    std::vector<std::string> gemeenten;  // codes
    std::vector<DemoAccount> accounts;   // one or more of each role
    std::int64_t partijen = 0, gesprekken = 0, contacten = 0, taken = 0, zaken = 0;
    std::int64_t open = 0;               // of the taken, at the end
};

class DemoYear {
  public:
    // On an empty, migrated store. `progress` is called after each simulated day.
    DemoYear(Diensten diensten, DemoOpties opties, std::function<void(const Voortgang&)> progress = {});
    ~DemoYear();
    DemoYear(const DemoYear&) = delete;

    // invalid for options out of range; conflict when there is a gemeente already. Any other failure is a fault
    // of the demo itself, with what was refused in `detail`.
    Result<DemoUitslag> run();

  private:
    class Run;
    Diensten diensten_;
    DemoOpties opties_;
    std::function<void(const Voortgang&)> progress_;
};

}  // namespace dichtbij::app::demo
