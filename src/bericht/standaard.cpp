#include "bericht/standaard.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/json/parse.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>

namespace dichtbij::bericht {
namespace {

namespace json = boost::json;

constexpr std::string_view formaat = "dichtbij-berichten-1";

// Reads one value of a group and says where it was when it does not fit.
class Groep {
  public:
    Groep(const json::value& value, std::string place) : place_(std::move(place)) {
        object_ = value.if_object();
        if (!object_) fail("is no group");
    }

    std::string text(const char* name) const {
        const auto* words = at(name).if_string();
        if (!words) fail(std::string(name) + " is no text");
        return std::string(words->c_str(), words->size());
    }
    bool yes(const char* name) const {
        const auto* answer = at(name).if_bool();
        if (!answer) fail(std::string(name) + " is neither true nor false");
        return *answer;
    }
    int number(const char* name) const {
        const auto* number = at(name).if_int64();
        if (!number || *number < 1 || *number > 1'000'000) fail(std::string(name) + " is no number");
        return static_cast<int>(*number);
    }
    std::vector<std::string> words(const char* name) const {
        std::vector<std::string> list;
        for (const json::value& one : array(name)) {
            if (!one.is_string()) fail(std::string(name) + " holds what is no text");
            list.emplace_back(one.get_string().c_str());
        }
        return list;
    }
    const json::array& array(const char* name) const {
        const auto* list = at(name).if_array();
        if (!list) fail(std::string(name) + " is no list");
        return *list;
    }
    Groep group(const char* name) const { return {at(name), place_ + "." + name}; }
    Tweetalig both(const char* name) const {
        const Groep found = group(name);
        return {found.text("nl"), found.text("en")};
    }
    const std::string& place() const { return place_; }
    [[noreturn]] void fail(const std::string& what) const { throw std::runtime_error(place_ + ": " + what); }

  private:
    const json::value& at(const char* name) const {
        const auto* found = object_->if_contains(name);
        if (!found) fail(std::string(name) + " is missing");
        return *found;
    }

    const json::object* object_ = nullptr;
    std::string place_;
};

Variabele lees_variabele(const Groep& groep) {
    Variabele variabele{.code = groep.text("code"), .persoonlijk = groep.yes("persoonlijk"), .mag_leeg = groep.yes("mag_leeg"),
                        .uitleg = groep.both("uitleg"), .voorbeeld = groep.both("voorbeeld")};
    if (!boost::describe::enum_from_string(groep.text("soort").c_str(), variabele.soort)) groep.fail("unknown soort " + groep.text("soort"));
    return variabele;
}

std::string joined(const std::vector<std::string>& list) {
    std::string tekst;
    for (const std::string& one : list) tekst.append(tekst.empty() ? "" : "\n\n").append(one);
    return tekst;
}

Sjabloon lees_sjabloon(const Groep& groep) {
    Sjabloon sjabloon{.code = groep.text("code"), .naam = groep.both("naam"), .wanneer = groep.both("wanneer"), .versie = groep.number("versie"),
                      .spoed = groep.yes("spoed"), .mag = groep.words("mag"), .moet = groep.words("moet"), .inhoud = {}};
    const Tweetalig onderwerp = groep.both("onderwerp");
    const Groep tekst = groep.group("tekst");
    sjabloon.inhoud = {onderwerp.nl, onderwerp.en, joined(tekst.words("nl")), joined(tekst.words("en"))};
    return sjabloon;
}

Gebeurtenis lees_gebeurtenis(const Groep& groep) { return {groep.text("code"), groep.both("naam"), groep.words("kenmerken")}; }

Berichtregel lees_regel(const Groep& groep) {
    return {.code = groep.text("code"), .gebeurtenis = groep.text("gebeurtenis"), .kenmerk = groep.text("kenmerk"), .waarde = groep.text("waarde"),
            .zaaktype = groep.text("zaaktype"), .kanaal = groep.text("kanaal"), .sjabloon = groep.text("sjabloon"), .actief = groep.yes("actief")};
}

template <class T, class Read>
std::vector<T> read_list(const Groep& file, const char* name, Read read) {
    std::vector<T> list;
    std::set<std::string> codes;
    for (const json::value& one : file.array(name)) {
        const Groep groep(one, file.place() + ": " + name + " " + std::to_string(list.size() + 1));
        list.push_back(read(groep));
        if (!codes.insert(list.back().code).second) groep.fail("code " + list.back().code + " is there twice");
    }
    return list;
}

void check(const Standaard& standaard, std::string_view naam) {
    for (const Sjabloon& sjabloon : standaard.sjablonen)
        for (const FieldError& error : problems(sjabloon, standaard.variabelen, sjabloon.inhoud))
            throw std::runtime_error(std::string(naam) + ": template " + sjabloon.code + ", " + error.field + ": " + error.key +
                                     (error.args.empty() ? "" : " " + error.args.front()));
    for (const Berichtregel& regel : standaard.regels) {
        const bool is_event = std::any_of(standaard.gebeurtenissen.begin(), standaard.gebeurtenissen.end(),
                                          [&](const Gebeurtenis& one) { return one.code == regel.gebeurtenis; });
        if (!is_event || !standaard.sjabloon(regel.sjabloon)) throw std::runtime_error(std::string(naam) + ": rule " + regel.code + " names an event or template that is not there");
    }
}

}  // namespace

const Sjabloon* Standaard::sjabloon(std::string_view code) const {
    const auto found = std::find_if(sjablonen.begin(), sjablonen.end(), [&](const Sjabloon& one) { return one.code == code; });
    return found == sjablonen.end() ? nullptr : &*found;
}

std::vector<Variabele> Standaard::variabelen_van(const Sjabloon& sjabloon) const {
    const auto has = [](const std::vector<std::string>& list, const std::string& code) { return std::find(list.begin(), list.end(), code) != list.end(); };
    std::vector<Variabele> found;
    for (const Variabele& one : variabelen)
        if (has(sjabloon.mag, one.code) || has(sjabloon.moet, one.code)) found.push_back(one);
    return found;
}

Standaard lees_standaard(std::string_view bytes, std::string_view naam) {
    boost::system::error_code error;
    const json::value value = json::parse(bytes, error);
    if (error) throw std::runtime_error(std::string(naam) + " is no JSON: " + error.message());
    const Groep file(value, std::string(naam));
    if (file.text("formaat") != formaat) file.fail("formaat is not " + std::string(formaat));
    Standaard standaard{read_list<Variabele>(file, "variabelen", lees_variabele), read_list<Sjabloon>(file, "sjablonen", lees_sjabloon),
                        read_list<Gebeurtenis>(file, "gebeurtenissen", lees_gebeurtenis), read_list<Berichtregel>(file, "regels", lees_regel)};
    check(standaard, naam);
    return standaard;
}

Standaard lees_standaard(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(path.string() + " is not there: copy the share folder of this program again");
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return lees_standaard(bytes, path.string());
}

}  // namespace dichtbij::bericht
