#include "norm/norm_service.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "base/text.h"
#include "journal/journal.h"
#include "norm/norm_store.h"

namespace dichtbij::norm {
namespace {

using access::Rol;

Fail changed_meanwhile() { return conflict("an older version was edited", "norm.fout.intussen_gewijzigd"); }

Result<Done> may_read(const access::Caller& caller, Id<Gemeente> gemeente) {
    if (caller.is_system() || access::is_active_in(caller, gemeente)) return Done{};
    return not_found("no role in the gemeente");
}

OpeningHours hours_of(const NormStore& rows, Id<Gemeente> gemeente, const Versiestand& stand) {
    return stand == Versiestand{} ? default_opening_hours() : rows.opening_hours(gemeente);
}

std::vector<Servicenorm> norms_of(const NormStore& rows, Id<Gemeente> gemeente, const Versiestand& stand) {
    return stand == Versiestand{} ? shipped_norms() : rows.norms(gemeente);
}

// Language-free, for the journal: "1 510-720 750-1020; 2 510-1020".
std::string week_text(const WeekHours& week) {
    std::string text;
    for (std::size_t i = 0; i < week.size(); ++i) {
        if (week[i].empty()) continue;
        text += (text.empty() ? "" : "; ") + std::to_string(i + 1);
        for (const TimeRange& range : week[i]) text += " " + std::to_string(range.van) + "-" + std::to_string(range.tot);
    }
    return text;
}

template <class T>
void put(std::vector<T>& dates, const T& value) {
    const auto same = std::find_if(dates.begin(), dates.end(), [&](const T& one) { return one.datum == value.datum; });
    if (same == dates.end()) dates.push_back(value);
    else *same = value;
}

template <class T>
Result<std::string> take(std::vector<T>& dates, Day datum) {
    const auto found = std::find_if(dates.begin(), dates.end(), [&](const T& one) { return one.datum == datum; });
    if (found == dates.end()) return not_found("no such date in the calendar");
    std::string reden = found->reden;
    dates.erase(found);
    return reden;
}

// What the journal says of a change, and the words beside it: what was before, or the reason.
struct Verandering {
    std::string_view onderdeel;
    std::optional<Day> datum;
    std::string woorden;
};

struct Change {
    OpeningHours& hours;

    Result<Verandering> operator()(const WeekHours& week) const {
        std::string before = week_text(hours.week);
        hours.week = week;
        if (week_text(week).empty()) return invalid("week", "norm.fout.nooit_open");
        return Verandering{"week", {}, std::move(before)};
    }
    Result<Verandering> operator()(const HolidaySettings& keuze) const {
        hours.feestdagen = keuze;
        return Verandering{"feestdagen", {}, {}};
    }
    Result<Verandering> operator()(ClosingDay day) const {
        day.reden = cleaned(day.reden);
        put(hours.sluitingsdagen, day);
        return Verandering{"sluitingsdag", day.datum, day.reden};
    }
    Result<Verandering> operator()(const GeenSluitingsdag& day) const {
        TRY(std::string reden, take(hours.sluitingsdagen, day.datum));
        return Verandering{"sluitingsdag_weg", day.datum, std::move(reden)};
    }
    Result<Verandering> operator()(ExceptionalHours day) const {
        day.reden = cleaned(day.reden);
        put(hours.afwijkend, day);
        return Verandering{"afwijkend", day.datum, day.reden};
    }
    Result<Verandering> operator()(const NietAfwijkend& day) const {
        TRY(std::string reden, take(hours.afwijkend, day.datum));
        return Verandering{"afwijkend_weg", day.datum, std::move(reden)};
    }
};

struct ChangedNorm {
    std::string_view gebeurtenis;
    Servicenorm norm;
};

struct NormChange {
    const NormStore& rows;
    Id<Gemeente> gemeente;
    IdSource& ids;

    Result<ChangedNorm> operator()(const NieuweNorm& added) const {
        Servicenorm norm = of_gemeente(added.norm);
        norm.id = ids.make<Norm>();
        TRY_DONE(sound(norm));
        rows.insert(norm);
        return ChangedNorm{"norm.toegevoegd", std::move(norm)};
    }
    Result<ChangedNorm> operator()(const GewijzigdeNorm& changed) const {
        if (!rows.norm(gemeente, changed.norm.id)) return not_found("no such norm");
        Servicenorm norm = of_gemeente(changed.norm);
        TRY_DONE(sound(norm));
        rows.update(norm);
        return ChangedNorm{"norm.gewijzigd", std::move(norm)};
    }
    Result<ChangedNorm> operator()(const BeeindigdeNorm& ended) const {
        auto norm = rows.norm(gemeente, ended.id);
        if (!norm) return not_found("no such norm");
        norm->tot = ended.tot;
        TRY_DONE(validate(*norm));
        rows.update(*norm);
        return ChangedNorm{"norm.beeindigd", std::move(*norm)};
    }

  private:
    Servicenorm of_gemeente(Servicenorm norm) const {
        norm.gemeente = gemeente;
        norm.bron = cleaned(norm.bron);
        if (norm.kanaal) norm.kanaal = cleaned(*norm.kanaal);
        return norm;
    }
    Result<Done> sound(const Servicenorm& norm) const {
        TRY_DONE(validate(norm));
        if (rows.is_taken(norm)) return invalid("code", "norm.fout.code_bestaat");
        return Done{};
    }
};

// A gemeente's first change begins with what is shipped as rows of its own.
void install_shipped(const NormStore& rows, Id<Gemeente> gemeente) {
    for (Servicenorm norm : shipped_norms()) {
        norm.gemeente = gemeente;
        rows.insert(norm);
    }
}

}  // namespace

Result<Kalender> NormService::kalender(store::Tx& tx, Id<Gemeente> gemeente) {
    const NormStore rows(tx);
    const Versiestand stand = rows.stand(gemeente, Lijst::kalender);
    const int last_year = int(ymd(day_of(clock_.now())).year()) + calendar_years_ahead;
    const Cached known = cached(gemeente);
    if (known.kalender_stand == stand.stand && known.last_year == last_year) return known.kalender;
    TRY(ServiceCalendar calendar,
        ServiceCalendar::compile(hours_of(rows, gemeente, stand), {first_calendar_year, last_year}));
    auto kalender = std::make_shared<const ServiceCalendar>(std::move(calendar));
    const std::lock_guard lock(mutex_);
    Cached& kept = cache_[gemeente];
    kept.kalender_stand = stand.stand;
    kept.last_year = last_year;
    kept.kalender = kalender;
    return kalender;
}

std::vector<Gekozen> NormService::choose_all(store::Tx& tx, const Normvraag& vraag) {
    return norm::choose_all(*norms(tx, vraag.gemeente), vraag);
}

NormService::Normen NormService::norms(store::Tx& tx, Id<Gemeente> gemeente) {
    const NormStore rows(tx);
    const Versiestand stand = rows.stand(gemeente, Lijst::normen);
    const Cached known = cached(gemeente);
    if (known.normen_stand == stand.stand) return known.normen;
    auto normen = std::make_shared<const std::vector<Servicenorm>>(norms_of(rows, gemeente, stand));
    const std::lock_guard lock(mutex_);
    Cached& kept = cache_[gemeente];
    kept.normen_stand = stand.stand;
    kept.normen = normen;
    return normen;
}

NormService::Cached NormService::cached(Id<Gemeente> gemeente) {
    const std::lock_guard lock(mutex_);
    const auto known = cache_.find(gemeente);
    return known == cache_.end() ? Cached{} : known->second;
}

Result<Openingstijden> NormService::opening_hours(const access::Caller& caller, Id<Gemeente> gemeente) {
    return store_.read([&](store::Tx& tx) { return opening_hours(tx, caller, gemeente); });
}

Result<Openingstijden> NormService::opening_hours(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(may_read(caller, gemeente));
    const NormStore rows(tx);
    const Versiestand stand = rows.stand(gemeente, Lijst::kalender);
    return Openingstijden{hours_of(rows, gemeente, stand), stand.versie};
}

Result<std::vector<Kalenderdag>> NormService::year(const access::Caller& caller, Id<Gemeente> gemeente, int year) {
    return store_.read([&](store::Tx& tx) { return this->year(tx, caller, gemeente, year); });
}

Result<std::vector<Kalenderdag>> NormService::year(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, int year) {
    TRY_DONE(may_read(caller, gemeente));
    if (year < first_calendar_year || year > 2190) return invalid("jaar", "norm.fout.jaren");
    TRY(const Kalender calendar, kalender(tx, gemeente));
    std::vector<Kalenderdag> dates;
    for (Day day = make_day(year, 1, 1); day < make_day(year + 1, 1, 1); day += days(1)) {
        TRY(const bool is_werkdag, calendar->is_working_day(day));
        dates.push_back({day, calendar->intervals_of(day), calendar->why_closed(day), is_werkdag});
    }
    return dates;
}

Result<std::int64_t> NormService::change_calendar(const access::Caller& caller, Id<Gemeente> gemeente, std::int64_t versie,
                                                  const Kalenderwijziging& wijziging) {
    return store_.write([&](store::Tx& tx) { return change_calendar(tx, caller, gemeente, versie, wijziging); });
}

Result<std::int64_t> NormService::change_calendar(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente,
                                                  std::int64_t versie, const Kalenderwijziging& wijziging) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const NormStore rows(tx);
    const Versiestand before = rows.stand(gemeente, Lijst::kalender);
    if (before.versie != versie) return changed_meanwhile();
    OpeningHours hours = hours_of(rows, gemeente, before);
    TRY(const Verandering what, std::visit(Change{hours}, wijziging));
    TRY_DONE(validate(hours));
    rows.save(gemeente, hours);
    rows.set_stand(gemeente, Lijst::kalender, {ids_.next(), versie + 1});

    auto entry = journal::entry(caller, clock_.now(), "kalender.gewijzigd", gemeente, journal::Object::kalender, gemeente.bytes);
    entry.kenmerken = {{"onderdeel", std::string(what.onderdeel)}, {"versie", std::to_string(versie + 1)}};
    if (what.datum) entry.kenmerken.emplace_back("datum", to_iso(*what.datum));
    if (!what.woorden.empty()) entry.toelichting = what.woorden;
    journal::append(tx, entry);
    for (const auto& on_kalender : on_kalender_) TRY_DONE(on_kalender(tx, gemeente));
    return versie + 1;
}

Result<Normenlijst> NormService::servicenormen(const access::Caller& caller, Id<Gemeente> gemeente) {
    return store_.read([&](store::Tx& tx) { return servicenormen(tx, caller, gemeente); });
}

Result<Normenlijst> NormService::servicenormen(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(may_read(caller, gemeente));
    const NormStore rows(tx);
    const Versiestand stand = rows.stand(gemeente, Lijst::normen);
    return Normenlijst{norms_of(rows, gemeente, stand), stand.versie};
}

Result<std::vector<Gekozen>> NormService::try_norms(const access::Caller& caller, const Normvraag& vraag) {
    return store_.read([&](store::Tx& tx) { return try_norms(tx, caller, vraag); });
}

Result<std::vector<Gekozen>> NormService::try_norms(store::Tx& tx, const access::Caller& caller, const Normvraag& vraag) {
    TRY_DONE(may_read(caller, vraag.gemeente));
    return choose_all(tx, vraag);
}

Result<std::int64_t> NormService::change_norms(const access::Caller& caller, Id<Gemeente> gemeente, std::int64_t versie,
                                               const Normwijziging& wijziging) {
    return store_.write([&](store::Tx& tx) { return change_norms(tx, caller, gemeente, versie, wijziging); });
}

Result<std::int64_t> NormService::change_norms(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente,
                                               std::int64_t versie, const Normwijziging& wijziging) {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const NormStore rows(tx);
    const Versiestand before = rows.stand(gemeente, Lijst::normen);
    if (before.versie != versie) return changed_meanwhile();
    if (before == Versiestand{}) install_shipped(rows, gemeente);
    TRY(const ChangedNorm changed, std::visit(NormChange{rows, gemeente, ids_}, wijziging));
    rows.set_stand(gemeente, Lijst::normen, {ids_.next(), versie + 1});

    auto entry = journal::entry(caller, clock_.now(), std::string(changed.gebeurtenis), gemeente, journal::Object::norm,
                                changed.norm.id.bytes);
    entry.kenmerken = {{"code", changed.norm.code}, {"versie", std::to_string(versie + 1)}, {"van", to_iso(changed.norm.van)}};
    if (changed.norm.tot) entry.kenmerken.emplace_back("tot", to_iso(*changed.norm.tot));
    journal::append(tx, entry);
    return versie + 1;
}

}  // namespace dichtbij::norm
