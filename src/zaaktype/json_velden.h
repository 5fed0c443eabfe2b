#pragma once
// Between described values and JSON: members in order, enums by name. Internal to zaaktype.

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <string_view>
#include <type_traits>

namespace dichtbij::zaaktype {

// May be missing in a file: they came after the first files were written.
inline constexpr std::array<std::string_view, 3> later_velden{"vertrouwelijkheid", "datumkenmerk", "procestermijn_jaren"};

template <class T>
boost::json::value json_van(const T& value) {
    if constexpr (std::is_enum_v<T>) {
        return boost::json::value(boost::describe::enum_to_string(value, ""));
    } else if constexpr (std::is_arithmetic_v<T>) {
        return value;
    } else if constexpr (std::is_same_v<T, std::string>) {
        return boost::json::value(value);
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        boost::json::object made;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { made.emplace(member.name, json_van(value.*member.pointer)); });
        return made;
    } else {
        boost::json::array made;
        for (const auto& element : value) made.push_back(json_van(element));
        return made;
    }
}

}  // namespace dichtbij::zaaktype
