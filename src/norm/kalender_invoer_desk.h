#pragma once
// The forms of the calendar: which there are, what each asks of the service, and what it looks like.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "norm/scherm_desk.h"

namespace dichtbij::norm {

// One form, posted to /beheer/kalender/{gemeente}/<pad>.
struct Kalenderdeel {
    std::string_view pad;
    Result<Kalenderwijziging> (*read)(const http::Params& form);
};
std::span<const Kalenderdeel> kalenderdelen();

// The date that a change is about; none for week and holidays.
std::optional<Day> date_of(const Kalenderwijziging&);

// Errors of the service under the names of the fields of the form.
std::vector<FieldError> as_form_errors(const std::vector<FieldError>& errors);

// What stands in the calendar beside what was asked.
std::vector<Verschil> differences(const html::Texts&, const OpeningHours& now, const Kalenderwijziging& asked);

// What a form shows: what was typed, else what is stored.
struct Kalendervorm {
    const html::Texts& t;
    const html::Form& form;
    const http::Params* typed;  // nullptr: nothing was
    std::string base_url;       // "/beheer/kalender/ID"
    std::string csrf;
    std::int64_t versie;
    int jaar;

    html::Html week(const WeekHours&) const;
    html::Html feestdagen(const HolidaySettings&) const;
    html::Html sluitingsdag() const;
    html::Html afwijkend() const;
    // One date without a form to fill in: "sluitingsdag-weg", or "sluitingsdag" with its reason.
    html::Html at_once(std::string_view pad, Day datum, std::string_view reden, std::string_view label, std::string_view icon_name) const;

  private:
    std::string value_of(const std::string& field, std::string stored) const;
    html::Html post(std::string_view pad, const html::Html& fields, std::string_view button) const;
};

}  // namespace dichtbij::norm
