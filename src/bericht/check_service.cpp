#include "bericht/bericht_service.h"
#include "bericht/bericht_store.h"

namespace dichtbij::bericht {
namespace {

constexpr int batch = 500;
constexpr seconds timer_late{24 * 3600};

void look_at(std::vector<std::string>& faults, const Bericht& one, Instant now) {
    const auto tell = [&](const std::string& what) { faults.push_back("bericht " + one.id.text() + " " + what); };
    const bool went_out = is_zichtbaar(one.staat);
    if (went_out != one.bundel.has_value()) tell(went_out ? "went out without a departure" : "has a departure and did not go out");
    if (one.staat == Staat::verzonden && !one.verzonden_op) tell("is sent at no moment");
    if ((one.staat == Staat::gelezen) != one.gelezen_op.has_value()) tell("is read in state or moment only");
    if ((one.staat == Staat::ingetrokken) != one.ingetrokken_op.has_value()) tell("is withdrawn in state or moment only");
    if (one.verzonden_op && *one.verzonden_op < one.niet_voor_op) tell("was sent before it might");
    if (one.staat == Staat::wacht && one.gepland_op + timer_late < now) tell("waits a day longer than planned: does the timer run?");
    if (one.gepland_op < one.niet_voor_op) tell("is planned before it may go");
    if (one.oorzaak.has_value() != !one.regel.empty()) tell("has a rule without a cause, or a cause without a rule");
}

}  // namespace

std::vector<std::string> bericht_check(store::Tx& tx, Instant now) {
    std::vector<std::string> faults;
    Id<dichtbij::Bericht> after;
    for (auto page = berichten_after(tx, after, batch); !page.empty(); page = berichten_after(tx, after, batch)) {
        for (const Bericht& one : page) look_at(faults, one, now);
        after = page.back().id;
    }
    return faults;
}

}  // namespace dichtbij::bericht
