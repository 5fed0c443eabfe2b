#include "zaak/termijn.h"

#include <algorithm>

#include <boost/describe/enum_to_string.hpp>

#include "norm/legal_rules.h"

namespace dichtbij::zaak {
namespace {

norm::Duur duur_of(int aantal, zaaktype::Termijneenheid eenheid) {
    switch (eenheid) {
        case zaaktype::Termijneenheid::weken: return {aantal, norm::Termijneenheid::weken};
        case zaaktype::Termijneenheid::dagen: return {aantal, norm::Termijneenheid::dagen};
        case zaaktype::Termijneenheid::maanden: return {aantal, norm::Termijneenheid::maanden};
    }
    return {aantal, norm::Termijneenheid::weken};
}

// All of one unit: that of the case type.
std::optional<norm::Duur> verdaagd(const std::vector<Verlenging>& verlengingen) {
    if (verlengingen.empty()) return std::nullopt;
    int aantal = 0;
    for (const Verlenging& one : verlengingen) aantal += one.aantal;
    return duur_of(aantal, verlengingen.front().eenheid);
}

// Reading of the article: European terms follow Regulation 1182/71, all others the Termijnenwet.
norm::Regime regime_of(std::string_view grondslag) {
    return grondslag.starts_with("AVG") ? norm::Regime::verordening_1182_71 : norm::Regime::termijnenwet;
}

bool overlaps_running(const Opschorting& one, std::optional<Day> running) { return running && *one.tot >= *running; }

// The first day of what stands still now, with all that overlaps with it.
std::optional<Day> running_since(const std::vector<Opschorting>& all) {
    std::optional<Day> since;
    for (const Opschorting& one : all)
        if (one.loopt() && (!since || one.van < *since)) since = one.van;
    for (bool moved = since.has_value(); moved;) {
        moved = false;
        for (const Opschorting& one : all)
            if (one.tot && *one.tot > one.van && overlaps_running(one, since) && one.van < *since) {
                since = one.van;
                moved = true;
            }
    }
    return since;
}

}  // namespace

Result<Day> termijn_vanaf(const zaaktype::Zaaktype& type, Day startdatum, std::optional<Day> bestreden_besluit) {
    if (type.aanleiding != zaaktype::Aanleiding::bezwaar || !bestreden_besluit) return startdatum;
    TRY(const norm::Einde objecting, norm::last_day_of(norm::WettelijkeTermijn::awb_6_7, *bestreden_besluit));
    // An objection that came too late is decided on from its receipt.
    return std::max(objecting.datum, startdatum);
}

std::optional<norm::LegalTerm> wettelijke_termijn(const Termijn& termijn) {
    if (termijn.wet.aantal <= 0) return std::nullopt;
    return norm::LegalTerm{duur_of(termijn.wet.aantal, termijn.wet.eenheid), norm::Telling::vanaf_de_dag_erna, regime_of(termijn.wet.grondslag),
                           verdaagd(termijn.verlengingen)};
}

norm::Verloop verloop_van(const std::vector<Opschorting>& opschortingen) {
    norm::Verloop verloop;
    const auto running = running_since(opschortingen);
    for (const Opschorting& one : opschortingen)
        if (one.tot && !overlaps_running(one, running)) verloop.opschortingen.push_back({one.van, *one.tot, one.grond});
    return verloop;
}

Result<norm::Einde> laatste_dag(const Termijn& termijn) {
    const auto term = wettelijke_termijn(termijn);
    CHECK_THAT(term.has_value());
    return norm::last_day(*term, termijn.vanaf, verloop_van(termijn.opschortingen));
}

Result<norm::Einde> laatste_dag_als_hervat(const Termijn& termijn, Day hervat) {
    Termijn ended = termijn;
    for (Opschorting& one : ended.opschortingen)
        if (one.loopt()) one.tot = std::max(one.van, one.tot_uiterlijk.value_or(hervat));
    return laatste_dag(ended);
}

// Whole days: a pause begins with the last second of the day it was told on, so that one which begins on the
// day another ended is not taken for the same.
std::vector<norm::Pauze> pauzes_van(const std::vector<Opschorting>& opschortingen, Instant gestart_op) {
    std::vector<norm::Pauze> pauzes;
    for (const Opschorting& one : opschortingen) {
        norm::Pauze pauze{"opgeschort_" + std::string(boost::describe::enum_to_string(one.grond, "")),
                          std::max(start_of(one.van) - seconds(1), gestart_op), {}};
        if (one.tot) pauze.tot_op = std::max(start_of(*one.tot), pauze.van_op);
        pauzes.push_back(std::move(pauze));
    }
    std::stable_sort(pauzes.begin(), pauzes.end(), [](const auto& a, const auto& b) { return a.van_op < b.van_op; });
    return pauzes;
}

Instant moment_op(Day day, Instant now) {
    return day == day_of(now) ? now : instant_of(LocalTime(day) + hours(12));
}

Result<norm::Dwangsom> dwangsom(const Ingebrekestelling& notice, std::optional<Day> besluit_datum) {
    return norm::dwangsom({notice.termijn_datum, notice.ontvangen_datum, besluit_datum, {}});
}

std::optional<FieldError> check_grond(const zaaktype::Zaaktype& type, Opschortingsgrond grond) {
    const bool is_bezwaar = type.aanleiding == zaaktype::Aanleiding::bezwaar;
    const bool is_woo = type.wettelijke_termijn.grondslag.starts_with("Woo");
    const bool fits = grond == Opschortingsgrond::herstel_verzuim ? is_bezwaar : grond != Opschortingsgrond::zienswijze_derden || is_woo;
    if (fits) return std::nullopt;
    return FieldError{"grond", "zaak.fout.grond", {}};
}

}  // namespace dichtbij::zaak
