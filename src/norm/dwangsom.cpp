#include "norm/dwangsom.h"

#include <algorithm>

#include "norm/legal_rules.h"

namespace dichtbij::norm {
namespace {

constexpr Day date(int year, unsigned month, unsigned day) {
    return Day(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

constexpr std::array tarieven = {
    DwangsomTarief{date(2009, 10, 1), {20'00, 30'00, 40'00}},  // Stb. 2009, 383
    DwangsomTarief{date(2019, 1, 1), {23'00, 35'00, 45'00}},   // Stcrt. 2018, 65542
};

const DwangsomTarief& tarief_on(Day day) {
    const DwangsomTarief* valid = &tarieven.front();
    for (const DwangsomTarief& tarief : tarieven)
        if (tarief.van <= day) valid = &tarief;
    return *valid;
}

std::string_view exception_key(GeenDwangsom reason) {
    switch (reason) {
        case GeenDwangsom::onredelijk_laat: return "norm.uitleg.dwangsom.onredelijk_laat";
        case GeenDwangsom::geen_belanghebbende: return "norm.uitleg.dwangsom.geen_belanghebbende";
        case GeenDwangsom::kennelijk_ongegrond: return "norm.uitleg.dwangsom.kennelijk_ongegrond";
        case GeenDwangsom::woo: return "norm.uitleg.dwangsom.woo";
    }
    return {};
}

}  // namespace

std::span<const DwangsomTarief> dwangsom_tarieven() { return tarieven; }

Day dwangsom_tarieven_known_to() { return date(2025, 12, 31); }

std::int64_t dwangsom_cent(int count, Day first_day) {
    constexpr int step = 14;
    std::int64_t cent = 0;
    for (const std::int64_t per_day : tarief_on(first_day).cent_per_dag) {
        const int part = std::clamp(count, 0, step);
        cent += part * per_day;
        count -= part;
    }
    return cent;
}

Result<Dwangsom> dwangsom(const Ingebrekestelling& notice) {
    if (notice.ontvangen_datum <= notice.termijn_datum)
        return conflict("notice of default before the term has passed", "norm.fout.ingebrekestelling_te_vroeg");
    Dwangsom result;
    // Two weeks have passed at the end of the fourteenth day; the day after it is the first.
    result.eerste_datum = notice.ontvangen_datum + days(15);
    const Day longest = result.eerste_datum + days(dwangsom_longest_days - 1);
    result.laatste_datum = notice.besluit_datum ? std::min(longest, *notice.besluit_datum - days(1)) : longest;
    auto& steps = result.explanation;
    if (notice.uitzondering) {
        steps.push_back({exception_key(*notice.uitzondering), {}});
        result.laatste_datum = result.eerste_datum - days(1);
    } else {
        result.aantal_dagen = std::max(0, int((result.laatste_datum - result.eerste_datum).count()) + 1);
        result.bedrag_cent = dwangsom_cent(result.aantal_dagen, result.eerste_datum);
        steps.push_back({"norm.uitleg.dwangsom.begin", {Argument(notice.ontvangen_datum), Argument(result.eerste_datum)}});
        steps.push_back({"norm.uitleg.dwangsom.dagen",
                         {Argument(std::int64_t{result.aantal_dagen}), Argument(result.bedrag_cent / 100)}});
        if (result.eerste_datum > dwangsom_tarieven_known_to())
            steps.push_back({"norm.uitleg.dwangsom.bedragen_nakijken", {Argument(dwangsom_tarieven_known_to())}});
    }
    TRY(const Einde fix, last_day_of(WettelijkeTermijn::awb_4_18, result.laatste_datum));
    result.vaststellen_datum = fix.datum;
    return result;
}

}  // namespace dichtbij::norm
