#include "zaaktype/invoer_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iterator>
#include <type_traits>

#include "base/text.h"

namespace dichtbij::zaaktype {
namespace {

constexpr std::size_t rij_limit = 60;  // rows that a form may hold; the rules allow fewer
constexpr std::string_view bedrag = "leges.bedrag_cent";
const std::string niets;

template <class T>
constexpr bool is_group = boost::describe::has_describe_members<T>::value;

std::string element(std::string_view lijst, std::size_t at) { return std::string(lijst) + "[" + std::to_string(at) + "]"; }
std::string onder(const std::string& pad, std::string_view naam) { return pad.empty() ? std::string(naam) : pad + "." + std::string(naam); }

std::string in_euros(int cent) {
    if (cent == 0) return "";
    if (cent % 100 == 0) return std::to_string(cent / 100);
    const std::string rest = std::to_string(cent % 100);
    return std::to_string(cent / 100) + "," + (rest.size() < 2 ? "0" : "") + rest;
}

std::optional<int> number_of(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// "120", "120,50", "120.50".
std::optional<int> cents_of(std::string_view text) {
    const auto point = text.find_first_of(",.");
    const auto euros = number_of(text.substr(0, point));
    if (!euros || *euros < 0 || *euros > 20'000'000) return std::nullopt;
    if (point == std::string_view::npos) return *euros * 100;
    const std::string_view rest = text.substr(point + 1);
    const auto cents = rest.size() == 2 && rest[0] >= '0' && rest[0] <= '9' ? number_of(rest) : std::nullopt;
    if (!cents) return std::nullopt;
    return *euros * 100 + *cents;
}

// Also the empty ones between: a line belongs to the same line in the other language.
std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        lines.push_back(cleaned(text.substr(begin, end - begin)));
        begin = end + 1;
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
}

// Writes a value into words, row by row.
class Schrijver {
  public:
    using Woorden = std::map<std::string, std::string, std::less<>>;
    using Rijen = std::map<std::string, std::size_t, std::less<>>;
    Schrijver(Woorden& woorden, Rijen& rijen) : woorden_(woorden), rijen_(rijen) {}

    template <class T>
    void zet(const T& value, const std::string& pad) {
        if constexpr (std::is_same_v<T, std::string>) woorden_[pad] = value;
        else if constexpr (std::is_same_v<T, bool>) woorden_[pad] = value ? "ja" : "";
        else if constexpr (std::is_same_v<T, int>) woorden_[pad] = pad == bedrag ? in_euros(value) : std::to_string(value);
        else if constexpr (std::is_enum_v<T>) woorden_[pad] = boost::describe::enum_to_string(value, "");
        else if constexpr (std::is_same_v<T, std::vector<Tweetalig>>) zet_keuzes(value, pad);
        else if constexpr (std::is_same_v<T, std::vector<Rolsoort>>) static_cast<void>(pad);
        else if constexpr (is_group<T>)
            boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
                [&](auto member) { zet(value.*member.pointer, onder(pad, member.name)); });
        else {
            rijen_[pad] = value.size();
            for (std::size_t i = 0; i < value.size(); ++i) zet(value[i], element(pad, i));
        }
    }

  private:
    void zet_keuzes(const std::vector<Tweetalig>& keuzes, const std::string& pad) {
        std::string nl, en;
        for (std::size_t i = 0; i < keuzes.size(); ++i) {
            nl.append(i == 0 ? "" : "\n").append(keuzes[i].nl);
            en.append(i == 0 ? "" : "\n").append(keuzes[i].en);
        }
        woorden_[pad + ".nl"] = nl;
        woorden_[pad + ".en"] = en;
    }

    Woorden& woorden_;
    Rijen& rijen_;
};

// Understands the words as a case type.
class Begrijper {
  public:
    explicit Begrijper(const Invoer& in) : in_(in) {}

    template <class T>
    void lees(T& value, const std::string& pad) {
        if constexpr (std::is_same_v<T, std::string>) value = in_.get(pad);
        else if constexpr (std::is_same_v<T, bool>) value = in_.get(pad) == "ja";
        else if constexpr (std::is_same_v<T, int>) lees_getal(value, pad);
        else if constexpr (std::is_enum_v<T>) {
            if (!boost::describe::enum_from_string(in_.get(pad).c_str(), value)) fouten_.push_back({pad, "zaaktype.scherm.fout.kies", {}});
        } else if constexpr (std::is_same_v<T, std::vector<Tweetalig>>) lees_keuzes(value, pad);
        else if constexpr (std::is_same_v<T, std::vector<Rolsoort>>) lees_rollen(value);
        else if constexpr (is_group<T>)
            boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
                [&](auto member) { lees(value.*member.pointer, onder(pad, member.name)); });
        else {
            value.resize(in_.rijen(pad));
            for (std::size_t i = 0; i < value.size(); ++i) lees(value[i], element(pad, i));
        }
    }
    std::vector<FieldError> fouten() { return std::move(fouten_); }

  private:
    void lees_getal(int& value, const std::string& pad) {
        const std::string text = cleaned(in_.get(pad));
        value = 0;
        if (text.empty()) return;
        const auto number = pad == bedrag ? cents_of(text) : number_of(text);
        if (number) value = *number;
        else fouten_.push_back({pad, pad == bedrag ? "zaaktype.scherm.fout.bedrag" : "zaaktype.scherm.fout.getal", {}});
    }

    void lees_keuzes(std::vector<Tweetalig>& value, const std::string& pad) {
        const auto nl = lines_of(in_.get(pad + ".nl")), en = lines_of(in_.get(pad + ".en"));
        value.resize(std::max(nl.size(), en.size()));
        for (std::size_t i = 0; i < value.size(); ++i) value[i] = {i < nl.size() ? nl[i] : "", i < en.size() ? en[i] : ""};
        std::erase(value, Tweetalig{});
    }

    void lees_rollen(std::vector<Rolsoort>& value) {
        for (const std::string& naam : in_.rollen()) {
            Rolsoort rol{};
            if (!boost::describe::enum_from_string(naam.c_str(), rol)) fouten_.push_back({"rollen", "zaaktype.scherm.fout.kies", {}});
            else if (std::find(value.begin(), value.end(), rol) == value.end()) value.push_back(rol);
        }
    }

    const Invoer& in_;
    std::vector<FieldError> fouten_;
};

}  // namespace

Invoer::Invoer(const Zaaktype& zaaktype) {
    Schrijver(woorden_, rijen_).zet(zaaktype, "");
    for (const Rolsoort rol : zaaktype.rollen) rollen_.emplace_back(boost::describe::enum_to_string(rol, ""));
}

Invoer::Invoer(const http::Params& form) {
    for (const auto& [naam, waarde] : form) {
        if (naam == "rollen") {
            if (rollen_.size() < rij_limit) rollen_.push_back(waarde);
            continue;
        }
        woorden_.insert_or_assign(naam, waarde);
        const auto open = naam.find('[');
        const auto close = naam.find(']');
        if (open == std::string::npos || close == std::string::npos || close < open) continue;
        const std::string lijst = naam.substr(0, open);
        const auto at = number_of(std::string_view(naam).substr(open + 1, close - open - 1));
        const bool is_row = std::find(std::begin(rijlijsten), std::end(rijlijsten), lijst) != std::end(rijlijsten);
        if (is_row && at && *at >= 0 && static_cast<std::size_t>(*at) < rij_limit)
            rijen_[lijst] = std::max(rijen_[lijst], static_cast<std::size_t>(*at) + 1);
    }
}

const std::string& Invoer::get(const std::string& pad) const {
    const auto found = woorden_.find(pad);
    return found == woorden_.end() ? niets : found->second;
}

std::size_t Invoer::rijen(std::string_view lijst) const {
    const auto found = rijen_.find(lijst);
    return found == rijen_.end() ? 0 : found->second;
}

void Invoer::add_row(std::string_view lijst) {
    if (rijen(lijst) >= rij_limit) return;
    const std::string pad = element(lijst, rijen_[std::string(lijst)]++);
    Schrijver schrijver(woorden_, rijen_);
    if (lijst == "statussen") schrijver.zet(Statustype{}, pad);
    if (lijst == "resultaten") schrijver.zet(Resultaattype{}, pad);
    if (lijst == "eigenschappen") schrijver.zet(Eigenschap{}, pad);
    if (lijst == "documenttypen") schrijver.zet(Documenttype{}, pad);
    if (lijst == "taken") schrijver.zet(Taaksjabloon{}, pad);
}

void Invoer::move_row(std::string_view lijst, std::size_t from, std::size_t to) {
    if (from >= rijen(lijst) || to >= rijen(lijst) || from == to) return;
    const std::string first = element(lijst, from) + ".", second = element(lijst, to) + ".";
    std::map<std::string, std::string, std::less<>> swapped;
    for (auto& [pad, waarde] : woorden_) {
        if (pad.starts_with(first)) swapped[second + pad.substr(first.size())] = std::move(waarde);
        else if (pad.starts_with(second)) swapped[first + pad.substr(second.size())] = std::move(waarde);
        else swapped[pad] = std::move(waarde);
    }
    woorden_ = std::move(swapped);
}

void Invoer::remove_row(std::string_view lijst, std::size_t at) {
    if (at >= rijen(lijst)) return;
    for (; at + 1 < rijen(lijst); ++at) move_row(lijst, at, at + 1);
    const std::string last = element(lijst, at) + ".";
    std::erase_if(woorden_, [&](const auto& one) { return one.first.starts_with(last); });
    --rijen_[std::string(lijst)];
}

Invoer::Gelezen Invoer::lees() const {
    Gelezen gelezen;
    Begrijper begrijper(*this);
    begrijper.lees(gelezen.zaaktype, "");
    gelezen.fouten = begrijper.fouten();
    return gelezen;
}

std::optional<Rijknop> rijknop_of(std::string_view waarde) {
    const auto point = waarde.rfind('.');
    if (point == std::string_view::npos) return std::nullopt;
    Rijknop knop;
    const std::string_view daad = waarde.substr(point + 1);
    if (daad == "erbij") knop.daad = Rijdaad::erbij;
    else if (daad == "weg") knop.daad = Rijdaad::weg;
    else if (daad == "omhoog") knop.daad = Rijdaad::omhoog;
    else if (daad == "omlaag") knop.daad = Rijdaad::omlaag;
    else return std::nullopt;
    std::string_view plek = waarde.substr(0, point);
    if (const auto open = plek.find('['); open != std::string_view::npos && plek.ends_with("]")) {
        const auto at = number_of(plek.substr(open + 1, plek.size() - open - 2));
        if (!at || *at < 0) return std::nullopt;
        knop.at = static_cast<std::size_t>(*at);
        plek = plek.substr(0, open);
    }
    if (std::find(std::begin(rijlijsten), std::end(rijlijsten), plek) == std::end(rijlijsten)) return std::nullopt;
    knop.lijst = plek;
    return knop;
}

std::size_t doe(Invoer& in, const Rijknop& knop) {
    const std::size_t rows = in.rijen(knop.lijst);
    std::size_t to = knop.at;
    switch (knop.daad) {
        case Rijdaad::erbij:
            in.add_row(knop.lijst);
            return in.rijen(knop.lijst) - 1;
        case Rijdaad::weg:
            in.remove_row(knop.lijst, knop.at);
            return std::min(knop.at, in.rijen(knop.lijst) - std::min<std::size_t>(in.rijen(knop.lijst), 1));
        case Rijdaad::omhoog: to = knop.at > 0 ? knop.at - 1 : 0; break;
        case Rijdaad::omlaag: to = knop.at + 1 < rows ? knop.at + 1 : knop.at; break;
    }
    in.move_row(knop.lijst, knop.at, to);
    return to;
}

std::string veld_van(std::string_view pad) {
    constexpr std::string_view keuzes = ".keuzes";
    const auto at = pad.find(keuzes);
    if (at == std::string_view::npos) return std::string(pad);
    const std::string list(pad.substr(0, at + keuzes.size()));
    return list + (pad.ends_with(".en") ? ".en" : ".nl");
}

}  // namespace dichtbij::zaaktype
