#pragma once
// The penalty for not deciding in time on an application: Awb 4:17 and 4:18.

#include <array>
#include <cstdint>
#include <optional>
#include <span>

#include "norm/legal_term.h"

namespace dichtbij::norm {

struct DwangsomTarief {
    Day van{};  // for a dwangsom whose first day is on or after this day
    std::array<std::int64_t, 3> cent_per_dag{};  // of the days 1-14, 15-28 and 29-42
};

std::span<const DwangsomTarief> dwangsom_tarieven();
// The text of the law was read as it stood until this day; a later indexing is one more row.
Day dwangsom_tarieven_known_to();

inline constexpr int dwangsom_longest_days = 42;

// The amount over the first `count` days (0 or more; what exceeds 42 adds nothing) of a dwangsom that
// began on `first_day`.
std::int64_t dwangsom_cent(int count, Day first_day);

enum class GeenDwangsom {
    onredelijk_laat,        // Awb 4:17 lid 6 a: notice of default unreasonably late
    geen_belanghebbende,    // lid 6 b
    kennelijk_ongegrond,    // lid 6 c
    woo,                    // Woo 8.2 (not read in the source: verify before citing)
};

struct Dwangsom {
    Day eerste_datum{};       // 4:17 lid 3
    Day laatste_datum{};      // the 42nd day, or the day before the decision
    int aantal_dagen = 0;
    std::int64_t bedrag_cent = 0;
    Day vaststellen_datum{};  // last day to fix the amount (4:18)
    Explanation explanation;
};

struct Ingebrekestelling {
    Day termijn_datum{};    // last day of the term for deciding
    Day ontvangen_datum{};  // of the written notice of default
    std::optional<Day> besluit_datum;  // none: not decided yet, the whole 42 days are counted
    std::optional<GeenDwangsom> uitzondering;
};

// The two weeks after the notice are not moved by the Termijnenwet, and the day of the decision no
// longer counts: both follow case-law habit, not the text. A notice before the term has passed is
// refused as premature.
Result<Dwangsom> dwangsom(const Ingebrekestelling& notice);

}  // namespace dichtbij::norm
