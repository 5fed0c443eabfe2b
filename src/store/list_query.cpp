#include "store/list_query.h"

namespace dichtbij::store {

namespace {

enum class Letters { small, large, of_a_name };  // of_a_name: large where a word begins

// "%tree%" for: lower(column) like ... escape '\'. Both stores fold a to z only, so that of the accented letters of
// Latin-1 the pattern has one form or another.
std::string contains_pattern(std::string_view wanted, Letters accented) {
    std::string pattern = "%";
    unsigned char before = 0;
    bool begins = true;  // a word
    for (const char c : wanted) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        const bool is_accented = before == 0xC3 && (byte & 0x1F) != 0x17 && (byte & 0x1F) != 0x1F;
        if (c >= 'A' && c <= 'Z') pattern += static_cast<char>(c - 'A' + 'a');
        else if (is_accented) pattern += static_cast<char>(accented == Letters::large || (accented == Letters::of_a_name && begins) ? byte & ~0x20 : byte | 0x20);
        else pattern += c;
        if (byte != 0xC3) begins = c == ' ' || c == '-' || c == '\'';
        before = byte;
    }
    return pattern + "%";
}

}  // namespace

void ListQuery::among(std::string_view column, std::string select) {
    if (!lead_.empty()) {
        where(std::string(column) + " in (" + std::move(select) + ")");
        return;
    }
    lead_ = std::move(select);
    lead_column_ = column;
}

std::string ListQuery::contains_condition(std::string_view column, std::string_view wanted) {
    std::vector<std::string> patterns;
    std::string condition;
    for (const auto letters : {Letters::small, Letters::large, Letters::of_a_name}) {
        std::string pattern = contains_pattern(wanted, letters);
        if (std::find(patterns.begin(), patterns.end(), pattern) != patterns.end()) continue;
        condition.append(condition.empty() ? "" : " or ").append("lower(").append(column).append(") like ").append(mark(pattern)).append(" escape '\\'");
        patterns.push_back(std::move(pattern));
    }
    return patterns.size() == 1 ? condition : "(" + condition + ")";
}

// A cross join keeps SQLite from reading a whole table in order to spare itself the sorting of a few rows.
std::string ListQuery::source() const {
    std::string sql = lead_.empty() ? table_ + " where " : "(select distinct id from (" + lead_ + ") found) chosen cross join " + table_ + " where " + lead_column_ + " = chosen.id";
    if (lead_.empty()) return sql + (conditions_.empty() ? "1 = 1" : conditions_);
    return conditions_.empty() ? sql : sql + " and " + conditions_;
}

}  // namespace dichtbij::store
