#include "norm/uren_desk.h"

#include <array>
#include <cstdio>

#include "base/text.h"

namespace dichtbij::norm {
namespace {

constexpr std::size_t shown_characters = 40;
constexpr int last_hour = 47;  // of the next day

std::string replaced(std::string text, std::string_view what, std::string_view by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) text.replace(at, what.size(), by);
    return text;
}

// What people write between two times, as one sign; and without the word that follows a time.
std::string normalised(std::string_view typed) {
    std::string text = lower_ascii(cleaned(typed));
    for (const std::string_view dash : {"–", "—", " tot ", " t/m ", " to "}) text = replaced(std::move(text), dash, "-");
    for (const std::string_view separator : {";", "\n", " en ", " and "}) text = replaced(std::move(text), separator, ",");
    return replaced(std::move(text), "uur", "");
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> pieces;
    for (std::size_t end = 0; end != std::string_view::npos;) {
        end = text.find(separator);
        pieces.push_back(trimmed(text.substr(0, end)));
        if (end != std::string_view::npos) text.remove_prefix(end + 1);
    }
    return pieces;
}

std::optional<int> parse_number(std::string_view digits, int limit) {
    if (digits.empty() || digits.size() > 2 || !all_digits(digits)) return std::nullopt;
    int number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number <= limit ? std::optional(number) : std::nullopt;
}

std::optional<TimeRange> parse_range(std::string_view text) {
    const auto ends = split(text, '-');
    if (ends.size() != 2) return std::nullopt;
    const auto van = parse_time(ends[0]), tot = parse_time(ends[1]);
    if (!van || !tot) return std::nullopt;
    return TimeRange{*van, *tot};
}

std::string time_text(int minute) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%d.%02d", minute / 60, minute % 60);
    return text.data();
}

}  // namespace

std::optional<int> parse_time(std::string_view text) {
    const auto mark = text.find_first_of(".:");
    const auto hour = parse_number(text.substr(0, mark), last_hour);
    if (!hour) return std::nullopt;
    if (mark == std::string_view::npos) return *hour * 60;
    const std::string_view rest = text.substr(mark + 1);
    const auto minute = rest.size() == 2 ? parse_number(rest, 59) : std::nullopt;
    return minute ? std::optional(*hour * 60 + *minute) : std::nullopt;
}

Result<std::vector<TimeRange>> parse_hours(std::string_view typed, const std::string& field) {
    if (length_in_characters(typed) > hours_limit_characters)
        return invalid(field, "norm.fout.te_lang", {std::to_string(hours_limit_characters)});
    const std::string text = normalised(typed);
    std::vector<TimeRange> ranges;
    for (const std::string_view closed : {"", "-", "dicht", "gesloten", "closed"})
        if (trimmed(text) == closed) return ranges;
    const auto pieces = split(text, ',');
    for (const std::string_view piece : pieces) {
        const auto range = parse_range(piece);
        const std::string_view shown = pieces.size() == 1 ? trimmed(typed) : piece.empty() ? "," : piece;
        if (!range) return invalid(field, "norm.scherm.fout.tijd", {shortened(shown, shown_characters)});
        ranges.push_back(*range);
    }
    if (auto errors = range_errors(ranges, field); !errors.empty()) return invalid(std::move(errors));
    return ranges;
}

std::string hours_text(const std::vector<TimeRange>& ranges) {
    std::string text;
    for (const TimeRange& range : ranges) text += (text.empty() ? "" : ", ") + time_text(range.van) + "-" + time_text(range.tot);
    return text;
}

std::string hours_text(const std::vector<OpenInterval>& open, Day day) {
    const auto minute_of = [&](Instant at) { return static_cast<int>((local_time(at) - LocalTime(day)).count() / 60); };
    std::vector<TimeRange> ranges;
    for (const OpenInterval& interval : open) ranges.push_back({minute_of(interval.van_op), minute_of(interval.tot_op)});
    return hours_text(ranges);
}

}  // namespace dichtbij::norm
