#pragma once
// The code of a described enum, for the key of a text: t("zaak.status." + woord(status)).

#include <boost/describe/enum_to_string.hpp>

#include <string>

namespace dichtbij::html {

template <class E>
std::string woord(E value) {
    return boost::describe::enum_to_string(value, "");
}

}  // namespace dichtbij::html
