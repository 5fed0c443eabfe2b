#include "norm/legal_term.h"

#include <algorithm>

#include "base/text.h"
#include "norm/legal_calendar.h"

namespace dichtbij::norm {
namespace {

std::chrono::year_month_day clamped(std::chrono::year_month_day date) {
    return date.ok() ? date : std::chrono::year_month_day(date.year() / date.month() / std::chrono::last);
}

std::chrono::year_month_day plus(std::chrono::year_month_day date, const Duur& duur) {
    if (duur.eenheid == Termijneenheid::maanden) return date + std::chrono::months(duur.aantal);
    return date + std::chrono::years(duur.aantal);
}

// The last day of a term of which `from` is the day before the first.
Day added(Day from, const Duur& duur) {
    if (duur.eenheid == Termijneenheid::dagen) return from + days(duur.aantal);
    if (duur.eenheid == Termijneenheid::weken) return from + days(7 * duur.aantal);
    return Day(clamped(plus(ymd(from), duur)));
}

// The last day of a term of which `first` is the first: a month from 1 May is through 31 May.
Day added_including(Day first, const Duur& duur) {
    if (duur.eenheid == Termijneenheid::dagen || duur.eenheid == Termijneenheid::weken) return added(first, duur) - days(1);
    const auto date = plus(ymd(first), duur);
    return date.ok() ? Day(date) - days(1) : Day(clamped(date));
}

std::string_view duration_key(Termijneenheid unit) {
    switch (unit) {
        case Termijneenheid::uren: return "norm.uitleg.duur.uren";
        case Termijneenheid::dagen: return "norm.uitleg.duur.dagen";
        case Termijneenheid::weken: return "norm.uitleg.duur.weken";
        case Termijneenheid::maanden: return "norm.uitleg.duur.maanden";
        case Termijneenheid::jaren: return "norm.uitleg.duur.jaren";
    }
    return {};
}

std::string_view extension_key(Termijneenheid unit) {
    switch (unit) {
        case Termijneenheid::dagen: return "norm.uitleg.verdaagd.dagen";
        case Termijneenheid::weken: return "norm.uitleg.verdaagd.weken";
        case Termijneenheid::maanden: return "norm.uitleg.verdaagd.maanden";
        default: return "norm.uitleg.verdaagd.jaren";
    }
}

Result<Done> require_days(const Duur& duur) {
    if (duur.eenheid == Termijneenheid::uren) return invalid("eenheid", "norm.fout.termijn_in_uren");
    if (duur.aantal < 1 || duur.aantal > duur_limit(duur.eenheid))
        return invalid("aantal", "norm.fout.aantal", {"1", std::to_string(duur_limit(duur.eenheid))});
    return Done{};
}

// The term with its extension against the limits of art. 4, also when their units differ.
bool within_art_4(const Duur& duur, const std::optional<Duur>& extension) {
    if (!extension) return termijnenwet_applies(duur);
    int share = 0;  // of 180: 90 days, 12 weeks and 3 months are 180 each
    for (const Duur& part : {duur, *extension}) {
        if (!termijnenwet_applies(part)) return false;
        const bool in_days = part.eenheid == Termijneenheid::dagen;
        share += part.aantal * (in_days ? 2 : part.eenheid == Termijneenheid::weken ? 15 : 60);
    }
    return share <= 180;
}

// One computation of a term: the end so far, and the steps that led to it.
class Computation {
  public:
    // Adds to `steps` when given.
    Computation(const LegalTerm& term, bool moves, Explanation* steps) : term_(term), moves_(moves), steps_(steps) {}

    void begin(Day from) {
        const bool same_day = term_.telling == Telling::vanaf_de_dag_zelf;
        first_ = same_day ? from : from + days(1);
        end_ = same_day ? added_including(from, term_.duur) : added(from, term_.duur);
        say("norm.uitleg.begin", first_);
        say(duration_key(term_.duur.eenheid), std::int64_t{term_.duur.aantal}, end_);
        require_working_days();
    }

    void extend(const Duur& extension) {
        const Day from = end_;
        end_ = added(end_, extension);
        say(extension_key(extension.eenheid), std::int64_t{extension.aantal}, from, end_);
    }

    // `suspended` does not overlap and is sorted. Gives how many of them the term met.
    std::size_t suspend(const std::vector<Opschorting>& suspended, std::size_t at) {
        for (; at < suspended.size() && suspended[at].van <= moved(); ++at) {
            const Opschorting& part = suspended[at];
            const auto count = (part.tot - std::max(part.van, first_)).count();
            if (count <= 0) continue;
            end_ += days(count);
            say("norm.uitleg.opgeschort", std::int64_t{count}, part.van, part.tot - days(1), end_);
        }
        return at;
    }

    Day moved() const { return moves_ ? shift_end(end_) : end_; }

    Einde result() {
        const Day last = moved();
        if (!steps_) return {last, end_, {}};
        for (Day day = end_; day < last; day += days(1)) say("norm.uitleg.vrije_dag", day, Key{*free_reason(day)});
        if (last != end_) say(moved_key(), last);
        else if (is_free(end_) && term_.regime == Regime::termijnenwet) say("norm.uitleg.niet_verschoven_artikel_4", end_);
        if (int(ymd(last).year()) > equated_days_known_to()) say("norm.uitleg.gelijkgesteld_onbekend", std::int64_t{int(ymd(last).year())});
        return {last, end_, std::move(*steps_)};
    }

  private:
    // Termijnenwet art. 2: of three days or more, at least two are working days. Regulation 1182/71
    // art. 3(5) says so from two days on.
    void require_working_days() {
        const int from = term_.regime == Regime::verordening_1182_71 ? 2 : 3;
        if (!moves_ || term_.duur.eenheid != Termijneenheid::dagen || term_.duur.aantal < from) return;
        Day end = end_;
        while (working_days_in(first_, end + days(1)) < 2) end += days(1);
        if (end == end_) return;
        end_ = end;
        say(term_.regime == Regime::termijnenwet ? "norm.uitleg.artikel_2" : "norm.uitleg.verordening_3_5", end_);
    }

    std::string_view moved_key() const {
        return term_.regime == Regime::termijnenwet ? "norm.uitleg.verschoven" : "norm.uitleg.verschoven_1182_71";
    }

    template <class... A>
    void say(std::string_view key, A... args) {
        if (steps_) steps_->push_back({key, {Argument(args)...}});
    }

    const LegalTerm& term_;
    bool moves_;
    Day first_{};
    Day end_{};
    Explanation* steps_;
};

std::vector<Opschorting> merged(std::vector<Opschorting> parts) {
    std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.van < b.van; });
    std::vector<Opschorting> whole;
    for (const Opschorting& part : parts) {
        if (part.tot <= part.van) continue;
        if (!whole.empty() && part.van <= whole.back().tot) whole.back().tot = std::max(whole.back().tot, part.tot);
        else whole.push_back(part);
    }
    return whole;
}

}  // namespace

std::optional<Duur> parse_duur(std::string_view text) {
    if (text.size() < 2 || text.size() > 6 || !all_digits(text.substr(0, text.size() - 1))) return std::nullopt;
    Duur duur;
    duur.aantal = std::stoi(std::string(text.substr(0, text.size() - 1)));
    switch (text.back()) {
        case 'd': duur.eenheid = Termijneenheid::dagen; break;
        case 'w': duur.eenheid = Termijneenheid::weken; break;
        case 'm': duur.eenheid = Termijneenheid::maanden; break;
        case 'j':
        case 'y': duur.eenheid = Termijneenheid::jaren; break;
        default: return std::nullopt;
    }
    if (duur.aantal < 1 || duur.aantal > duur_limit(duur.eenheid)) return std::nullopt;
    return duur;
}

int duur_limit(Termijneenheid unit) {
    switch (unit) {
        case Termijneenheid::uren: return 876'000;
        case Termijneenheid::dagen: return 36'500;
        case Termijneenheid::weken: return 5'200;
        case Termijneenheid::maanden: return 1'200;
        case Termijneenheid::jaren: return 100;
    }
    return 0;
}

Opschorting opschorting_after_invitation(Day invited, Day completed_or_lapsed, Opschortingsgrond grond) {
    return {invited + days(1), std::max(invited + days(1), completed_or_lapsed), grond};
}

Result<Einde> last_day(const LegalTerm& term, Day from, const Verloop& verloop) {
    TRY_DONE(require_days(term.duur));
    std::optional<Verdaging> verdaging = verloop.verdaging;
    if (!verdaging && term.verdaagd) verdaging = Verdaging{*term.verdaagd, from};
    if (verdaging) TRY_DONE(require_days(verdaging->duur));
    const std::vector<Opschorting> suspended = merged(verloop.opschortingen);
    const auto moves = [&](const std::optional<Duur>& extension) {
        if (term.regime == Regime::termijnenwet) return within_art_4(term.duur, extension);
        return term.regime == Regime::verordening_1182_71;
    };
    if (verdaging) {
        Computation before(term, moves(std::nullopt), nullptr);
        before.begin(from);
        before.suspend(suspended, 0);
        if (verdaging->medegedeeld_datum > before.moved())
            return conflict("extension told after the last day", "norm.fout.verdaging_te_laat");
    }
    Explanation steps;
    Computation computation(term, moves(verdaging ? std::optional(verdaging->duur) : std::nullopt), &steps);
    computation.begin(from);
    const std::size_t met = computation.suspend(suspended, 0);
    if (verdaging) {
        computation.extend(verdaging->duur);
        computation.suspend(suspended, met);
    }
    return computation.result();
}

Result<Day> last_day_only(const LegalTerm& term, Day from) {
    if (term.verdaagd) return last_day(term, from).map([](const Einde& einde) { return einde.datum; });
    TRY_DONE(require_days(term.duur));
    const bool moves = term.regime == Regime::verordening_1182_71 ||
                       (term.regime == Regime::termijnenwet && termijnenwet_applies(term.duur));
    Computation computation(term, moves, nullptr);
    computation.begin(from);
    return computation.moved();
}

Result<Einde> counted_back(const Duur& duur, Day event) {
    TRY_DONE(require_days(duur));
    Duur back = duur;
    back.aantal = -back.aantal;
    const Day first = added(event, back);
    Einde einde{first, first, {}};
    einde.explanation.push_back({"norm.uitleg.teruggeteld", {Argument(event), Argument(first)}});
    if (is_free(first)) einde.explanation.push_back({"norm.uitleg.teruggeteld_schuift_niet", {Argument(first)}});
    return einde;
}

bool termijnenwet_applies(const Duur& duur) {
    switch (duur.eenheid) {
        case Termijneenheid::dagen: return duur.aantal <= 90;
        case Termijneenheid::weken: return duur.aantal <= 12;
        case Termijneenheid::maanden: return duur.aantal <= 3;
        case Termijneenheid::uren:
        case Termijneenheid::jaren: return false;
    }
    return false;
}

}  // namespace dichtbij::norm
