#include "norm/jaar_desk.h"

#include <algorithm>
#include <span>

#include "html/dates.h"
#include "html/parts.h"
#include "norm/legal_calendar.h"
#include "norm/uren_desk.h"

namespace dichtbij::norm {
namespace {

using namespace html;

enum class Teken { geen, dicht, feestdag, sluiting, afwijkend };

struct Tekenwijze {
    std::string_view classes;
    std::string_view word_key;
    std::string_view letter_key;
    std::string_view icon_name;
};
const Tekenwijze& wijze_of(Teken teken) {
    static constexpr Tekenwijze all[] = {{"", "", "", ""},
                                         {"closed", "norm.scherm.jaar.dicht", "", ""},
                                         {"holiday", "norm.scherm.jaar.feestdag", "norm.scherm.jaar.feestdag.letter", "flag"},
                                         {"special", "norm.scherm.jaar.sluiting", "norm.scherm.jaar.sluiting.letter", "calendar-off"},
                                         {"special", "norm.scherm.jaar.afwijkend", "norm.scherm.jaar.afwijkend.letter", "clock-edit"}};
    return all[static_cast<std::size_t>(teken)];
}
std::string letter_of(const Texts& t, Teken teken) { return t(wijze_of(teken).letter_key); }
std::string sign_word(const Texts& t, Teken teken) { return t(wijze_of(teken).word_key); }

Teken teken_of(const Kalenderdag& dag, const Bijzonder* bijzonder) {
    if (bijzonder && bijzonder->afwijkend) return Teken::afwijkend;
    if (bijzonder && bijzonder->sluiting) return Teken::sluiting;
    if (bijzonder && bijzonder->feestdag && bijzonder->feestdag->keuze == Feestdagkeuze::vrij) return Teken::feestdag;
    return dag.open.empty() ? Teken::dicht : Teken::geen;
}

const Bijzonder* find(const Bijzonderheden& bijzonder, Day day) {
    const auto at = bijzonder.find(day);
    return at == bijzonder.end() ? nullptr : &at->second;
}

std::string with(std::string_view base, std::string_view more) {
    return base.empty() ? std::string(more) : std::string(base) + " " + std::string(more);
}

// An ordinary closed day is crossed out; the others carry a letter. A screen reader hears the words.
Html day_cell(const Texts& t, const Kalenderdag& dag, const Bijzonder* bijzonder, Day today) {
    const Teken teken = teken_of(dag, bijzonder);
    const unsigned number = unsigned(ymd(dag.datum).day());
    std::string classes(wijze_of(teken).classes);
    std::string words;
    if (teken != Teken::geen) words = teken == Teken::dicht ? sign_word(t, teken) : naam_of(t, *bijzonder) + ", " + open_words(t, dag);
    if (dag.datum == today) {
        classes = with(classes, "today");
        words = t("datum.vandaag") + (words.empty() ? "" : ", " + words);
    }
    return td(attr_if(!classes.empty(), "class", classes), teken == Teken::dicht ? el("s", number) : text(std::to_string(number)),
              when(teken > Teken::dicht, [&] { return el("sup", attr("aria-hidden", "true"), letter_of(t, teken)); }),
              when(!words.empty(), [&] { return span(cls("sr"), " " + words); }));
}

Html month_table(const Texts& t, std::span<const Kalenderdag> month, const Bijzonderheden& bijzonder, Day today) {
    std::vector<Html> weeks;
    std::vector<Html> week(weekday_of(month.front().datum).iso_encoding() - 1, td());
    const auto finish_week = [&] {
        while (week.size() < 7) week.push_back(td());
        weeks.push_back(tr(week));
        week.clear();
    };
    for (const Kalenderdag& dag : month) {
        week.push_back(day_cell(t, dag, find(bijzonder, dag.datum), today));
        if (week.size() == 7) finish_week();
    }
    if (!week.empty()) finish_week();
    std::vector<Html> heads;
    for (const char* n : {"1", "2", "3", "4", "5", "6", "7"})
        heads.push_back(th(attr("scope", "col"), span(attr("aria-hidden", "true"), t(std::string("datum.dag_kort.") + n)),
                           span(cls("sr"), t(std::string("datum.dag.") + n))));
    return table(caption(t("datum.maand." + std::to_string(unsigned(ymd(month.front().datum).month())))), thead(tr(heads)), tbody(weeks));
}

// "Feestdag", "Sluitingsdag", "Andere tijden": each thing that stands there.
Html badges(const Texts& t, const Bijzonder& one) {
    const auto sign = [&](Teken teken, Tone tone) { return join(" ", badge(wijze_of(teken).icon_name, sign_word(t, teken), tone)); };
    return join(when(one.feestdag.has_value(), [&] { return sign(Teken::feestdag, Tone::brand); }),
                when(one.sluiting.has_value(), [&] { return sign(Teken::sluiting, Tone::today); }),
                when(one.afwijkend.has_value(), [&] { return sign(Teken::afwijkend, Tone::today); }));
}

bool is_in(Day day, int year) { return int(ymd(day).year()) == year; }

}  // namespace

Bijzonderheden bijzonderheden(int year, const OpeningHours& hours) {
    Bijzonderheden found;
    for (const HolidaySuggestion& one : holiday_suggestions(year, hours.feestdagen)) {
        auto& there = found[one.datum].feestdag;
        // Two holidays on one date (Koningsdag on Easter Monday): closed when one of them says so.
        if (!there || there->keuze == Feestdagkeuze::open) there = one;
    }
    for (const ClosingDay& one : hours.sluitingsdagen)
        if (is_in(one.datum, year)) found[one.datum].sluiting = one;
    for (const ExceptionalHours& one : hours.afwijkend)
        if (is_in(one.datum, year)) found[one.datum].afwijkend = one;
    return found;
}

std::string naam_of(const Texts& t, const Bijzonder& one) {
    if (one.afwijkend && !one.afwijkend->reden.empty()) return one.afwijkend->reden;
    if (one.sluiting && !one.sluiting->reden.empty()) return one.sluiting->reden;
    if (one.feestdag) return t(one.feestdag->key);
    return sign_word(t, one.afwijkend ? Teken::afwijkend : Teken::sluiting);
}

std::string open_words(const Texts& t, const Kalenderdag& dag) {
    return dag.open.empty() ? t("norm.scherm.dicht") : t("norm.scherm.open_van", hours_text(dag.open, dag.datum));
}

Html year_grid(const Texts& t, const std::vector<Kalenderdag>& dates, const Bijzonderheden& bijzonder, Day today) {
    std::vector<Html> months;
    for (std::size_t begin = 0; begin < dates.size();) {
        std::size_t end = begin;
        while (end < dates.size() && ymd(dates[end].datum).month() == ymd(dates[begin].datum).month()) ++end;
        months.push_back(month_table(t, std::span(dates).subspan(begin, end - begin), bijzonder, today));
        begin = end;
    }
    return div(cls("year"), months);
}

Html year_legend(const Texts& t) {
    std::vector<Html> signs;
    for (const Teken teken : {Teken::dicht, Teken::feestdag, Teken::sluiting, Teken::afwijkend})
        signs.push_back(li(span(cls(with("year-sign", wijze_of(teken).classes)), attr("aria-hidden", "true"), teken == Teken::dicht ? el("s", "1") : text("1"),
                                when(teken != Teken::dicht, [&] { return el("sup", letter_of(t, teken)); })),
                           " " + sign_word(t, teken)));
    return ul(cls("year-legend list-plain row small below"), signs);
}

Html special_days(const Texts& t, const std::vector<Kalenderdag>& dates, const Bijzonderheden& bijzonder,
                  const std::function<Html(Day, const Bijzonder&)>& extra) {
    std::vector<Html> items;
    for (const Kalenderdag& dag : dates) {
        const Bijzonder* one = find(bijzonder, dag.datum);
        if (!one) continue;
        items.push_back(li(strong(short_day(t, dag.datum, dag.datum)), badges(t, *one),
                           p(cls("small"), naam_of(t, *one) + " · " + open_words(t, dag)), extra(dag.datum, *one)));
    }
    return ul(cls("year-list list-plain"), items);
}

Html legal_calendar_part(const Texts& t, int year) {
    std::vector<FreeDay> free = feestdagen(year);
    for (const Day day : equated_days())
        if (is_in(day, year)) free.push_back({day, "norm.dag.gelijkgesteld"});
    std::stable_sort(free.begin(), free.end(), [](const FreeDay& a, const FreeDay& b) { return a.datum < b.datum; });
    const std::vector<Column> columns{{t("norm.scherm.dag"), ""}, {t("norm.scherm.wet.waarom"), ""}};
    return section(cls("section"), attr("aria-labelledby", "h-wet"),
                   div(cls("section-head"), h2(id("h-wet"), t("norm.scherm.wet.kop", year)), badge("lock", t("norm.scherm.alleen_lezen"))),
                   p(cls("prose"), t("norm.scherm.wet.uitleg")),
                   when(year > equated_days_known_to(),
                        [&] { return p(cls("below"), t("norm.scherm.wet.onbekend", equated_days_known_to())); }),
                   div(cls("below form-wide"), stackable_table(t("norm.scherm.wet.kop", year), columns, each(free, [&](const FreeDay& one) {
                           return row(cell(long_day(t, one.datum, one.datum)), cell(t(one.key)));
                       }))));
}

}  // namespace dichtbij::norm
