#pragma once
// The fields of a case type as one form in sections. Names and ids of fields are the paths of regels.h.

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <string>
#include <string_view>
#include <vector>

#include "html/form.h"
#include "zaaktype/invoer_desk.h"

namespace dichtbij::zaaktype {

// What a page shows: what was typed, with what is wrong with it.
struct Veldstand {
    const html::Texts& t;
    const html::Form& form;
    const Invoer& invoer;
    std::string focus = {};  // the row or list that takes it: "statussen[1]"
};

html::Html inhoudsopgave(const html::Texts&);  // links to the sections
html::Html alle_velden(const Veldstand&);

// rijen_desk.cpp: the lists
html::Html rijen_deel(const Veldstand&, const std::string& lijst);

// One field, with its label and explanation from the catalogue: "zaaktype.veld.NAME", "zaaktype.uitleg.PATH".
class Velden {
  public:
    explicit Velden(const Veldstand& stand) : s_(stand) {}
    enum class Moet { ja, nee };

    html::Html regel(const std::string& pad, std::size_t limit, Moet moet = Moet::ja) const;
    html::Html getal(const std::string& pad) const;
    html::Html keuze(const std::string& pad, const std::vector<html::Choice>&) const;
    html::Html vink(const std::string& pad) const;
    html::Html lang(const std::string& pad, std::size_t limit, int rows) const;
    // Dutch and English beside each other.
    html::Html regels(const std::string& pad, std::size_t limit, Moet moet = Moet::ja) const;
    html::Html langen(const std::string& pad, std::size_t limit, int rows, Moet moet = Moet::ja) const;
    // Under an article or a number that is not there yet.
    html::Html nog_bevestigen(const std::string& pad) const;

    template <class E>
    html::Html keuze(const std::string& pad) const {
        return keuze(pad, waarden<E>(pad));
    }
    template <class E>
    std::vector<html::Choice> waarden(std::string_view pad) const {
        const std::string prefix = "zaaktype.waarde." + std::string(pad.substr(pad.rfind('.') + 1)) + ".";
        std::vector<html::Choice> choices;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto one) { choices.push_back({one.name, s_.t(prefix + one.name)}); });
        return choices;
    }

  private:
    html::Field field(const std::string& pad, Moet moet) const;

    const Veldstand& s_;
};

}  // namespace dichtbij::zaaktype
