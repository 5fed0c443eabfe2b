#pragma once
// Lists as the standards ask for them: a page by its number, and how many rows there are on all pages. Lists that
// people see are paged by key instead.

#include <algorithm>
#include <bit>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/params.h"

namespace dichtbij::store {

struct Page {
    int number = 1;
    int size = 100;
};

template <class T>
struct Listed {
    std::vector<T> rows;
    std::int64_t total = 0;
};

// "?4, ?5, ?6": the values, the last one repeated up to a power of two, so that lists of many lengths share a few
// prepared statements. Not for an empty list.
template <class T>
std::string marks_in_few_lengths(Params& params, const std::vector<T>& all) {
    CHECK_THAT(!all.empty());
    std::string marks = params.list(all);
    for (std::size_t more = std::bit_ceil(all.size()) - all.size(); more > 0; --more) marks += ", " + params.mark(all.back());
    return marks;
}

// One select, put together from the filters that were given.
class ListQuery {
  public:
    explicit ListQuery(std::string_view table) : table_(table) {}  // "klantcontact k"

    template <class T>
    std::string mark(const T& value) {
        return params_.mark(value);
    }
    template <class T>
    std::string list(const std::vector<T>& all) {
        return params_.list(all);
    }
    // What holds for every line of the list, before any filter.
    void base(std::string condition) {
        where(std::move(condition));
        base_ = conditions_.size();
    }
    bool has_filters() const { return !lead_.empty() || conditions_.size() != base_; }
    void where(std::string condition) { conditions_ += (conditions_.empty() ? "" : " and ") + std::move(condition); }
    // Only rows whose `column` ("k.id") is among what `select` gives, as its one column named id. For filters that
    // few rows pass: the first is read before the table itself, which no planner is left to doubt.
    void among(std::string_view column, std::string select);
    // That the column contains these words, in any case.
    std::string contains_condition(std::string_view column, std::string_view wanted);
    void contains(std::string_view column, std::string_view wanted) { where(contains_condition(column, wanted)); }

    // `order` without "order by". `known_total` when it need not be counted. A page that is not full tells the total.
    template <class T>
    Listed<T> run(Tx& tx, std::string_view columns, std::string_view order, const Page& page, std::optional<std::int64_t> known_total = {}) {
        const std::string from = " from " + source();
        const std::int64_t offset = std::int64_t{page.number - 1} * page.size;
        auto values = params_.values();
        values.push_back(std::int64_t{page.size});
        values.push_back(offset);
        const auto limit = std::to_string(values.size() - 1);
        Listed<T> listed;
        listed.rows = tx.rows_with<T>("select " + std::string(columns) + from + " order by " + std::string(order) + " limit ?" + limit + " offset ?" + std::to_string(values.size()), values);
        const auto found = static_cast<std::int64_t>(listed.rows.size());
        const bool is_last = found < page.size && (found > 0 || page.number == 1);
        if (is_last) listed.total = offset + found;
        else listed.total = known_total ? *known_total : tx.rows_with<std::int64_t>("select count(*)" + from, params_.values()).at(0);
        return listed;
    }

  private:
    std::string source() const;

    std::string table_;
    std::string lead_;         // the select that is read first
    std::string lead_column_;
    std::string conditions_;
    std::size_t base_ = 0;     // length of the conditions that are no filters
    Params params_;
};

}  // namespace dichtbij::store
