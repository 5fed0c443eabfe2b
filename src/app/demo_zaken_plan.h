#pragma once
// How a case will go, planned when it comes in: how fast, what is asked, whether the promise is kept, whether it gets
// stuck. Pure. What happens (absence, a colleague who acts first) may still shift it.

#include <boost/describe/enum.hpp>

#include <vector>

#include "app/demo_toeval.h"
#include "app/demo_zaken_inhoud.h"
#include "norm/service_calendar.h"
#include "zaaktype/zaaktype.h"

namespace dichtbij::app::demo {

enum class Zet { aanvaarden, gemachtigde, stuk_in, deelzaak, gerelateerd, status, taken, vraag, beantwoord, niet_beantwoord, opschorten, hervatten, verlengen,
                 verzetten, notitie, doorgeven, ingebrekestelling, stuk_uit, besluit, sluiten, intrekken, heropenen };
BOOST_DESCRIBE_ENUM(Zet, aanvaarden, gemachtigde, stuk_in, deelzaak, gerelateerd, status, taken, vraag, beantwoord, niet_beantwoord, opschorten, hervatten, verlengen,
                    verzetten, notitie, doorgeven, ingebrekestelling, stuk_uit, besluit, sluiten, intrekken, heropenen)

struct GeplandeZet {
    Instant op;
    Zet zet = Zet::aanvaarden;
    Day tot{};  // opschorten: until; vraag: answer due; verlengen and verzetten: the new promise
};

enum class Zaaksoort { gewoon, deelzaak };

struct Zaakplanvraag {
    Instant op;  // when it came in
    const zaaktype::Zaaktype& type;
    const Zaakinhoud& inhoud;
    Zaaksoort soort = Zaaksoort::gewoon;
};

// In order of time.
std::vector<GeplandeZet> plan_zaak(Toeval&, const Zaakplanvraag&, const norm::ServiceCalendar&);

}  // namespace dichtbij::app::demo
