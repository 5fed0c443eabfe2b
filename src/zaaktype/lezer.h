#pragma once
// Reads described values from JSON and tells by path what does not fit. Internal to zaaktype.

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/json/value.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/text.h"
#include "zaaktype/json_velden.h"

namespace dichtbij::zaaktype {

class Lezer {
  public:
    template <class T>
    T lees(const boost::json::value& json, const std::string& pad) {
        if constexpr (std::is_same_v<T, std::string>) return tekst(json, pad);
        else if constexpr (std::is_same_v<T, bool>) return ja_nee(json, pad);
        else if constexpr (std::is_same_v<T, int>) return getal(json, pad);
        else if constexpr (std::is_enum_v<T>) return keuze<T>(json, pad);
        else if constexpr (boost::describe::has_describe_members<T>::value) return groep<T>(json, pad);
        else return lijst<T>(json, pad);
    }

    void fout(std::string pad, std::string key, std::vector<std::string> args = {}) {
        fouten_.push_back({std::move(pad), std::move(key), std::move(args)});
    }
    const std::vector<FieldError>& fouten() const { return fouten_; }
    std::vector<FieldError> neem_fouten() { return std::exchange(fouten_, {}); }

    // Tells each key of `object` that is not among the names.
    template <class Names>
    void onbekende_velden(const boost::json::object& object, const std::string& pad, const Names& is_known) {
        for (const auto& field : object) {
            const std::string_view name(field.key().data(), field.key().size());
            if (!is_known(name)) fout(onder(pad, shortened(cleaned(name), naam_getoond)), "zaaktype.fout.onbekend_veld");
        }
    }
    static std::string onder(const std::string& pad, std::string_view name) {
        return pad.empty() ? std::string(name) : pad + "." + std::string(name);
    }

  private:
    // More than any list of a case type may hold; the rules say how many are allowed.
    static constexpr std::size_t lijst_limit = 100;
    static constexpr std::size_t naam_getoond = 60;  // characters of an unknown key

    std::string tekst(const boost::json::value& json, const std::string& pad);
    bool ja_nee(const boost::json::value& json, const std::string& pad);
    int getal(const boost::json::value& json, const std::string& pad);

    template <class T>
    T keuze(const boost::json::value& json, const std::string& pad) {
        T value{};
        const boost::json::string* name = json.if_string();
        const bool is_word = name && name->find('\0') == boost::json::string::npos;  // a name ends at a NUL
        if (is_word && boost::describe::enum_from_string(name->c_str(), value)) return value;
        std::string names;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<T>>(
            [&](auto one) { names.append(names.empty() ? "" : ", ").append(one.name); });
        fout(pad, "zaaktype.fout.keuze", {names});
        return value;
    }

    template <class T>
    T groep(const boost::json::value& json, const std::string& pad) {
        T value{};
        if (!json.is_object()) {
            fout(pad, "zaaktype.fout.geen_groep");
            return value;
        }
        using Members = boost::describe::describe_members<T, boost::describe::mod_public>;
        const boost::json::object& object = json.get_object();
        boost::mp11::mp_for_each<Members>([&](auto member) {
            using Member = std::decay_t<decltype(value.*member.pointer)>;
            const std::string here = onder(pad, member.name);
            if (const auto* found = object.if_contains(member.name)) value.*member.pointer = lees<Member>(*found, here);
            else if (std::find(later_velden.begin(), later_velden.end(), std::string_view(member.name)) == later_velden.end()) fout(here, "zaaktype.fout.veld_ontbreekt");
        });
        onbekende_velden(object, pad, [](std::string_view name) {
            bool is_known = false;
            boost::mp11::mp_for_each<Members>([&](auto member) { is_known = is_known || name == member.name; });
            return is_known;
        });
        return value;
    }

    template <class T>
    T lijst(const boost::json::value& json, const std::string& pad) {
        T value;
        if (!json.is_array()) {
            fout(pad, "zaaktype.fout.geen_lijst");
            return value;
        }
        const boost::json::array& array = json.get_array();
        if (array.size() > lijst_limit) {
            fout(pad, "fout.veld.te_veel", {std::to_string(lijst_limit)});
            return value;
        }
        for (std::size_t i = 0; i < array.size(); ++i)
            value.push_back(lees<typename T::value_type>(array[i], pad + "[" + std::to_string(i) + "]"));
        return value;
    }

    std::vector<FieldError> fouten_;
};

}  // namespace dichtbij::zaaktype
