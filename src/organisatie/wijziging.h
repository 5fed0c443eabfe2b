#pragma once
// What a change changed, for the journal: names of fields as a code, old words as a toelichting.

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <string>
#include <string_view>
#include <type_traits>

namespace dichtbij::organisatie {

struct Wijziging {
    std::string velden;      // "naam,leider"
    std::string oude_tekst;  // one line "naam: KCC" for each text that changed
    bool empty() const { return velden.empty(); }
};

// Of two described rows. `id` and `versie` do not count.
template <class Row>
Wijziging wijziging_tussen(const Row& before, const Row& after) {
    Wijziging w;
    boost::mp11::mp_for_each<boost::describe::describe_members<Row, boost::describe::mod_public>>([&](auto member) {
        const std::string_view field = member.name;
        const auto& old_value = before.*member.pointer;
        if (field == "id" || field == "versie" || old_value == after.*member.pointer) return;
        w.velden.append(w.velden.empty() ? "" : ",").append(field);
        if constexpr (std::is_same_v<std::decay_t<decltype(old_value)>, std::string>)
            w.oude_tekst.append(w.oude_tekst.empty() ? "" : "\n").append(field).append(": ").append(old_value);
    });
    return w;
}

}  // namespace dichtbij::organisatie
