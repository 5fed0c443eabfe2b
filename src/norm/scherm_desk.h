#pragma once
// What the screens of norm share.

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "norm/norm_routes.h"

namespace dichtbij::norm {

using Schermen = std::shared_ptr<const NormSchermen>;

// The gemeente that a page is about.
struct Plek {
    Id<Gemeente> id;
    std::string naam;
    bool is_beheerder = false;
    std::vector<html::Choice> alle;  // of the caller, to change over to
};
// Not found when it is no gemeente of the caller.
Result<Plek> find_plek(const NormSchermen&, const access::Desk&, std::string_view id_text);

// The page of the only gemeente, or a list to choose from. `prefix` is "/beheer/kalender".
http::Response choose_plek(const NormSchermen&, const access::Desk&, std::string_view prefix, std::string_view title);
// One tab for each gemeente; nothing when there is one.
html::Html plek_tabs(const Plek&, std::string_view prefix);

// "?gedaan=KEY" of a page that a change went back to, in words.
html::Html done_alert(const html::Texts&, const http::Request&);

// Someone else was first: what stands there now, beside what was typed.
struct Verschil {
    std::string label;
    std::string nu;
    std::string getypt;
};
html::Html both_versions(const html::Texts&, const std::vector<Verschil>&);

std::int64_t versie_of(const http::Params& form);  // -1, which is never the newest, for what is no number

template <class E>
std::optional<E> read_enum(std::string_view text) {
    E value{};
    if (!boost::describe::enum_from_string(std::string(text).c_str(), value)) return std::nullopt;
    return value;
}
template <class E>
std::string word(E value) {
    return boost::describe::enum_to_string(value, "");
}
// A choice for each value, its label under "<prefix><value>"; the prefix ends in a point.
template <class E>
std::vector<html::Choice> enum_choices(const html::Texts& t, const std::string& prefix) {
    std::vector<html::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto one) { choices.push_back({one.name, t(prefix + one.name)}); });
    return choices;
}

}  // namespace dichtbij::norm
