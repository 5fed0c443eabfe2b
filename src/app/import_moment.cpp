#include "app/import_moment.h"

#include <algorithm>
#include <string>

#include "base/text.h"

namespace dichtbij::app::contactimport {
namespace {

std::string padded(std::string_view digits, std::size_t size) {
    return digits.size() < size ? std::string(size - digits.size(), '0') + std::string(digits) : std::string(digits);
}

// As 2026-11-22; empty when it is not a date with hyphens.
std::string iso_of(std::string_view date) {
    const auto first = date.find('-');
    const auto second = first == std::string_view::npos ? first : date.find('-', first + 1);
    if (second == std::string_view::npos) return {};
    const auto a = date.substr(0, first), b = date.substr(first + 1, second - first - 1), c = date.substr(second + 1);
    const bool is_dutch = a.size() <= 2 && c.size() == 4;
    const bool is_iso = a.size() == 4 && b.size() == 2 && c.size() == 2;
    if (!all_digits(a) || !all_digits(b) || !all_digits(c) || b.size() > 2 || (!is_dutch && !is_iso)) return {};
    return is_iso ? std::string(date) : std::string(c) + "-" + padded(b, 2) + "-" + padded(a, 2);
}

}  // namespace

std::optional<Moment> read_moment(std::string_view text) {
    text = trimmed(text);
    const auto end = std::min(text.find_first_of("T "), text.size());
    const std::string date = iso_of(text.substr(0, end));
    if (date.empty()) return std::nullopt;
    auto time = trimmed(text.substr(std::min(end + 1, text.size())));
    if (end == text.size() || time.empty()) {
        const auto day = parse_day(date);
        if (!day) return std::nullopt;
        return Moment{start_of(*day), Moment::Soort::dag};
    }
    const auto colon = time.find(':');
    const std::string hour = colon == 1 ? "0" : "";
    const auto op = parse_instant(date + "T" + hour + std::string(time));
    if (!op) return std::nullopt;
    return Moment{*op, Moment::Soort::tijdstip};
}

}  // namespace dichtbij::app::contactimport
