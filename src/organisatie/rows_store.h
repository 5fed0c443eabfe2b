#pragma once
// Reading and writing described rows that carry columns which follow from them (order, search words).

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "store/store.h"

namespace dichtbij::organisatie {

using Derived = std::vector<std::pair<std::string, store::Value>>;

// "select r.a, r.b from <rest>", where the table is called r.
template <class Row>
std::string select(std::string_view rest) {
    return "select " + store::columns<Row>("r") + " from " + std::string(rest);
}

template <class Row>
Derived columns_and_values(const Row& row) {
    Derived all;
    boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>([&](auto member) {
        all.emplace_back(member.name, store::Column<std::decay_t<decltype(row.*member.pointer)>>::to(row.*member.pointer));
    });
    return all;
}

template <class Row>
void insert_row(store::Tx& tx, std::string_view table, const Row& row, const Derived& derived) {
    Derived all = columns_and_values(row);
    all.insert(all.end(), derived.begin(), derived.end());
    std::string names;
    std::string marks;
    std::vector<store::Value> params;
    for (auto& [name, value] : all) {
        params.push_back(std::move(value));
        names.append(names.empty() ? "" : ", ").append(name);
        marks.append(marks.empty() ? "?" : ", ?").append(std::to_string(params.size()));
    }
    tx.run_with("insert into " + std::string(table) + " (" + names + ") values (" + marks + ")", params);
}

// Writes all columns where id and versie are still those of `row`; versie becomes one higher. False: the
// row is gone or someone else changed it.
template <class Row>
bool update_row(store::Tx& tx, std::string_view table, const Row& row, const Derived& derived) {
    Derived all = columns_and_values(row);
    all.insert(all.end(), derived.begin(), derived.end());
    std::string sets = "versie = versie + 1";
    std::string where;
    std::vector<store::Value> params;
    for (auto& [name, value] : all) {
        params.push_back(std::move(value));
        const std::string mark = " = ?" + std::to_string(params.size());
        if (name == "id" || name == "versie") where.append(where.empty() ? "" : " and ").append(name).append(mark);
        else sets.append(", ").append(name).append(mark);
    }
    return tx.run_with("update " + std::string(table) + " set " + sets + " where " + where, params) == 1;
}

}  // namespace dichtbij::organisatie
