#include "norm/kalender_invoer_desk.h"

#include <array>

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "norm/uren_desk.h"

namespace dichtbij::norm {
namespace {

using namespace html;
using http::Params;

std::string week_field(std::size_t i) { return "week_" + std::to_string(i); }
std::string weekday_key(std::size_t i) { return "datum.dag." + std::to_string(i + 1); }

void add_errors(std::vector<FieldError>& errors, const Failure& failure) {
    errors.insert(errors.end(), failure.fields.begin(), failure.fields.end());
}

Result<Kalenderwijziging> read_week(const Params& form) {
    WeekHours week;
    std::vector<FieldError> errors;
    for (std::size_t i = 0; i < week.size(); ++i) {
        auto ranges = parse_hours(form.get(week_field(i)), week_field(i));
        if (ranges) week[i] = std::move(*ranges);
        else add_errors(errors, ranges.error());
    }
    if (!errors.empty()) return invalid(std::move(errors));
    return week;
}

Result<Kalenderwijziging> read_holidays(const Params& form) {
    const auto goede_vrijdag = read_enum<Feestdagkeuze>(form.get("goede_vrijdag"));
    const auto bevrijdingsdag = read_enum<Bevrijdingsdag>(form.get("bevrijdingsdag"));
    const auto gelijkgesteld = read_enum<Feestdagkeuze>(form.get("gelijkgestelde_dagen"));
    const auto weekend = read_enum<Weekend>(form.get("weekend"));
    std::vector<FieldError> errors;
    const auto needed = [&](bool is_there, const char* field) {
        if (!is_there) errors.push_back({field, "norm.scherm.fout.kies", {}});
    };
    needed(goede_vrijdag.has_value(), "goede_vrijdag");
    needed(bevrijdingsdag.has_value(), "bevrijdingsdag");
    needed(gelijkgesteld.has_value(), "gelijkgestelde_dagen");
    needed(weekend.has_value(), "weekend");
    if (!errors.empty()) return invalid(std::move(errors));
    return HolidaySettings{*goede_vrijdag, *bevrijdingsdag, *gelijkgesteld, *weekend};
}

// Date and reason of a form whose fields begin with `prefix`.
Result<ClosingDay> read_dated(const Params& form, const std::string& prefix, std::vector<FieldError> errors) {
    const auto datum = parse_day(trimmed(form.get(prefix + "_datum")));
    if (!datum) errors.insert(errors.begin(), {prefix + "_datum", "norm.scherm.fout.datum", {}});
    const std::string reden = cleaned(form.get(prefix + "_reden"));
    if (reden.empty()) errors.push_back({prefix + "_reden", "norm.scherm.fout.reden", {}});
    else if (length_in_characters(reden) > std::size_t{reason_limit_characters})
        errors.push_back({prefix + "_reden", "norm.fout.reden_te_lang", {std::to_string(reason_limit_characters)}});
    if (!errors.empty()) return invalid(std::move(errors));
    return ClosingDay{*datum, reden};
}

Result<Kalenderwijziging> read_closing(const Params& form) {
    TRY(ClosingDay day, read_dated(form, "sluiting", {}));
    return day;
}

Result<Kalenderwijziging> read_exceptional(const Params& form) {
    auto open = parse_hours(form.get("afwijkend_tijden"), "afwijkend_tijden");
    TRY(ClosingDay day, read_dated(form, "afwijkend", open ? std::vector<FieldError>{} : open.error().fields));
    return ExceptionalHours{day.datum, std::move(*open), std::move(day.reden)};
}

template <class Taken>
Result<Kalenderwijziging> read_taken(const Params& form) {
    const auto datum = parse_day(form.get("datum"));
    if (!datum) return not_found("no date");
    return Taken{*datum};
}

constexpr std::array delen = {
    Kalenderdeel{"week", read_week},
    Kalenderdeel{"feestdagen", read_holidays},
    Kalenderdeel{"sluitingsdag", read_closing},
    Kalenderdeel{"sluitingsdag-weg", read_taken<GeenSluitingsdag>},
    Kalenderdeel{"afwijkend", read_exceptional},
    Kalenderdeel{"afwijkend-weg", read_taken<NietAfwijkend>},
};

std::string hours_words(const Texts& t, const std::vector<TimeRange>& ranges) {
    return ranges.empty() ? t("norm.scherm.dicht") : hours_text(ranges);
}

template <class T>
const T* of_date(const std::vector<T>& dates, Day datum) {
    for (const T& one : dates)
        if (one.datum == datum) return &one;
    return nullptr;
}

struct Differences {
    const Texts& t;
    const OpeningHours& now;

    std::string words(const ClosingDay* day) const { return day ? t("norm.scherm.dicht_om", day->reden) : ""; }
    std::string words(const ExceptionalHours* day) const { return day ? hours_words(t, day->open) + ", " + day->reden : ""; }
    std::string date(Day day) const { return long_day(t, day, Day{}); }

    std::vector<Verschil> operator()(const WeekHours& week) const {
        std::vector<Verschil> rows;
        for (std::size_t i = 0; i < week.size(); ++i) rows.push_back({t(weekday_key(i)), hours_words(t, now.week[i]), hours_words(t, week[i])});
        return rows;
    }
    std::vector<Verschil> operator()(const HolidaySettings& asked) const {
        const HolidaySettings& had = now.feestdagen;
        const auto line = [&](const char* label_key, const std::string& prefix, auto was, auto is) {
            return Verschil{t(label_key), t(prefix + word(was)), t(prefix + word(is))};
        };
        return {line("norm.dag.goede_vrijdag", "norm.feestdag.", had.goede_vrijdag, asked.goede_vrijdag),
                line("norm.dag.bevrijdingsdag", "norm.bevrijdingsdag.", had.bevrijdingsdag, asked.bevrijdingsdag),
                line("norm.scherm.gelijkgesteld", "norm.feestdag.", had.gelijkgestelde_dagen, asked.gelijkgestelde_dagen),
                line("norm.scherm.weekend", "norm.weekend.", had.weekend, asked.weekend)};
    }
    std::vector<Verschil> operator()(const ClosingDay& day) const { return {{date(day.datum), words(of_date(now.sluitingsdagen, day.datum)), words(&day)}}; }
    std::vector<Verschil> operator()(const GeenSluitingsdag& day) const { return {{date(day.datum), words(of_date(now.sluitingsdagen, day.datum)), ""}}; }
    std::vector<Verschil> operator()(const ExceptionalHours& day) const { return {{date(day.datum), words(of_date(now.afwijkend, day.datum)), words(&day)}}; }
    std::vector<Verschil> operator()(const NietAfwijkend& day) const { return {{date(day.datum), words(of_date(now.afwijkend, day.datum)), ""}}; }
};

struct DateOf {
    std::optional<Day> operator()(const WeekHours&) const { return std::nullopt; }
    std::optional<Day> operator()(const HolidaySettings&) const { return std::nullopt; }
    template <class Dated>
    std::optional<Day> operator()(const Dated& one) const {
        return one.datum;
    }
};

}  // namespace

std::span<const Kalenderdeel> kalenderdelen() { return delen; }

std::optional<Day> date_of(const Kalenderwijziging& wijziging) { return std::visit(DateOf{}, wijziging); }

std::vector<FieldError> as_form_errors(const std::vector<FieldError>& errors) {
    std::vector<FieldError> mapped = errors;
    for (FieldError& error : mapped) {
        if (error.field.starts_with("week.")) error.field[4] = '_';
        if (error.field.starts_with("sluitingsdagen")) error.field = error.field.ends_with(".reden") ? "sluiting_reden" : "sluiting_datum";
        if (error.field == "afwijkend") error.field = "afwijkend_datum";
        if (error.field.starts_with("afwijkend."))
            error.field = error.field.ends_with(".reden") ? "afwijkend_reden" : error.field.ends_with(".datum") ? "afwijkend_datum" : "afwijkend_tijden";
    }
    return mapped;
}

std::vector<Verschil> differences(const Texts& t, const OpeningHours& now, const Kalenderwijziging& asked) {
    return std::visit(Differences{t, now}, asked);
}

std::string Kalendervorm::value_of(const std::string& field, std::string stored) const {
    const std::string* value_ = typed ? typed->find(field) : nullptr;
    return value_ ? *value_ : stored;
}

Html Kalendervorm::post(std::string_view pad, const Html& fields, std::string_view button_) const {
    return html::form(cls("form-wide"), attr("method", "post"), action(base_url + "/" + std::string(pad)), csrf_field(csrf),
                      hidden("versie", std::to_string(versie)), hidden("jaar", std::to_string(jaar)), fields,
                      div(cls("row"), button(cls("btn"), type("submit"), button_)));
}

Html Kalendervorm::week(const WeekHours& week) const {
    std::vector<Html> days_;
    for (std::size_t i = 0; i < week.size(); ++i)
        days_.push_back(form.input({.name = week_field(i), .label = t(weekday_key(i)), .value = value_of(week_field(i), hours_text(week[i])),
                                    .attributes = {attr("maxlength", std::to_string(hours_limit_characters)), attr("autocomplete", "off"),
                                                   attr("placeholder", t("norm.scherm.dicht"))}}));
    const auto error = form.error_of("week");
    return post("week", fieldset(id("week"), legend(t("norm.scherm.week.legenda")), span(cls("hint"), t("norm.scherm.week.uitleg")),
                                 when(error.has_value(), [&] { return p(cls("error"), icon("alert-circle"), *error); }), div(cls("fields"), days_)),
                t("norm.scherm.week.bewaar"));
}

Html Kalendervorm::feestdagen(const HolidaySettings& keuze) const {
    const auto choice = [&](const char* field, const std::string& label_, const std::string& stored, const std::vector<Choice>& choices) {
        return form.select({.name = field, .label = label_, .value = value_of(field, stored)}, choices);
    };
    const auto free = enum_choices<Feestdagkeuze>(t, "norm.feestdag.");
    return post("feestdagen",
                join(div(cls("fields"), choice("goede_vrijdag", t("norm.dag.goede_vrijdag"), word(keuze.goede_vrijdag), free),
                    choice("bevrijdingsdag", t("norm.dag.bevrijdingsdag"), word(keuze.bevrijdingsdag), enum_choices<Bevrijdingsdag>(t, "norm.bevrijdingsdag.")),
                    choice("gelijkgestelde_dagen", t("norm.scherm.gelijkgesteld"), word(keuze.gelijkgestelde_dagen), free)),
                div(cls("form"), choice("weekend", t("norm.scherm.weekend"), word(keuze.weekend), enum_choices<Weekend>(t, "norm.weekend.")))),
                t("norm.scherm.feestdagen.bewaar"));
}

Html Kalendervorm::sluitingsdag() const {
    return post("sluitingsdag",
                div(cls("fields"), form.input({.name = "sluiting_datum", .label = t("norm.scherm.dag"), .value = value_of("sluiting_datum", ""), .type = "date"}),
                    form.input({.name = "sluiting_reden", .label = t("norm.scherm.reden"), .value = value_of("sluiting_reden", ""),
                                .hint = t("norm.scherm.reden_uitleg"), .attributes = {attr("maxlength", std::to_string(reason_limit_characters))}})),
                t("norm.scherm.sluiting.bewaar"));
}

Html Kalendervorm::afwijkend() const {
    return post("afwijkend",
                div(cls("fields"), form.input({.name = "afwijkend_datum", .label = t("norm.scherm.dag"), .value = value_of("afwijkend_datum", ""), .type = "date"}),
                    form.input({.name = "afwijkend_tijden", .label = t("norm.scherm.tijden"), .value = value_of("afwijkend_tijden", ""),
                                .hint = t("norm.scherm.tijden_uitleg"), .attributes = {attr("maxlength", std::to_string(hours_limit_characters))}}),
                    form.input({.name = "afwijkend_reden", .label = t("norm.scherm.reden"), .value = value_of("afwijkend_reden", ""),
                                .hint = t("norm.scherm.reden_uitleg"), .attributes = {attr("maxlength", std::to_string(reason_limit_characters))}})),
                t("norm.scherm.afwijkend.bewaar"));
}

Html Kalendervorm::at_once(std::string_view pad, Day datum, std::string_view reden, std::string_view label_, std::string_view icon_name) const {
    return html::form(cls("inline"), attr("method", "post"), action(base_url + "/" + std::string(pad)), csrf_field(csrf),
                      hidden("versie", std::to_string(versie)), hidden("jaar", std::to_string(jaar)),
                      reden.empty() ? hidden("datum", to_iso(datum)) : join(hidden("sluiting_datum", to_iso(datum)), hidden("sluiting_reden", reden)),
                      button(cls("btn btn-small"), type("submit"), icon(icon_name), label_,
                             span(cls("sr"), " " + long_day(t, datum, datum))));
}

}  // namespace dichtbij::norm
