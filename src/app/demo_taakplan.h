#pragma once
// How the work on one question will go, planned when it is handed on: who accepts when, how often the phone
// is not answered, whether the promise is kept. Pure. What happens (absence, a colleague who acts first) may
// still shift it.

#include <boost/describe/enum.hpp>

#include <vector>

#include "app/demo_toeval.h"
#include "norm/service_calendar.h"
#include "taak/taak.h"

namespace dichtbij::app::demo {

enum class Stap { aanvaarden, toewijzen, notitie, vraag_collega, doorgeven, belpoging, verzetten, wachten, hervatten, afronden, heropenen };
BOOST_DESCRIBE_ENUM(Stap, aanvaarden, toewijzen, notitie, vraag_collega, doorgeven, belpoging, verzetten, wachten, hervatten, afronden, heropenen)

struct GeplandeStap {
    Instant op;
    Stap stap = Stap::aanvaarden;
    taak::Belresultaat gehoor = taak::Belresultaat::gesproken;   // of a belpoging
    werk::Uitkomst uitkomst = werk::Uitkomst::beantwoord;        // of afronden
    Instant nieuw_op{};                                          // of verzetten: the new date
};

struct Taakvraag {
    Instant op;             // when it was handed on
    Instant beloofd_op;
    bool is_terugbellen = false;
    bool soms_een_zaak = false;  // of a subject that ends in a decision
    int te_laat_procent = 9;
};

// In order of time; ends with afronden. A moment that the calendar does not cover ends the plan earlier: the
// work then stays open.
std::vector<GeplandeStap> plan_taak(Toeval&, const Taakvraag&, const norm::ServiceCalendar&);

}  // namespace dichtbij::app::demo
