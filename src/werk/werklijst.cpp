#include "werk/werklijst.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <charconv>

#include "base/text.h"

namespace dichtbij::werk {
namespace {

template <class E>
void write(std::string& text, std::string_view name, E value) {
    text.append(name).append("=").append(boost::describe::enum_to_string(value, "")).append("\n");
}

template <class T>
void write(std::string& text, std::string_view name, const std::optional<Id<T>>& value) {
    if (value) text.append(name).append("=").append(value->text()).append("\n");
}

void write_words(std::string& text, std::string_view name, std::string_view value) {
    if (!value.empty()) text.append(name).append("=").append(value).append("\n");
}

template <class E>
void read(E& value, std::string_view text) {
    E found{};
    if (boost::describe::enum_from_string(std::string(text).c_str(), found)) value = found;
}

void read_field(WerklijstVraag& vraag, std::string_view name, std::string_view value) {
    if (name == "wie") read(vraag.wie, value);
    else if (name == "team") vraag.team = Id<Team>::parse(value);
    else if (name == "bak") read(vraag.bak, value);
    else if (name == "eigenaar") vraag.eigenaar = Id<Medewerker>::parse(value);
    else if (name == "onderwerp") vraag.onderwerp = Id<Onderwerp>::parse(value);
    else if (name == "kanaal") vraag.kanaal = value;
    else if (name == "gemeente") vraag.gemeente = Id<Gemeente>::parse(value);
    else if (name == "soort") read(vraag.soort.emplace(), value);
    else if (name == "aanvaarding") read(vraag.aanvaarding, value);
    else if (name == "tekst") vraag.tekst = value;
}

}  // namespace

std::string Bladwijzer::text() const { return std::to_string(orde_op.time_since_epoch().count()) + "." + id.text(); }

std::optional<Bladwijzer> Bladwijzer::parse(std::string_view text) {
    const std::size_t point = text.find('.');
    if (point == text.npos) return std::nullopt;
    std::int64_t moment = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + point, moment);
    const auto id = Id<dichtbij::Werk>::parse(text.substr(point + 1));
    if (error != std::errc() || end != text.data() + point || !id) return std::nullopt;
    return Bladwijzer{Instant(seconds(moment)), *id};
}

std::string as_text(const WerklijstVraag& vraag) {
    std::string text;
    write(text, "wie", vraag.wie);
    write(text, "team", vraag.team);
    write(text, "bak", vraag.bak);
    write(text, "eigenaar", vraag.eigenaar);
    write(text, "onderwerp", vraag.onderwerp);
    write_words(text, "kanaal", vraag.kanaal);
    write(text, "gemeente", vraag.gemeente);
    if (vraag.soort) write(text, "soort", *vraag.soort);
    write(text, "aanvaarding", vraag.aanvaarding);
    write_words(text, "tekst", folded(vraag.tekst));
    return text;
}

WerklijstVraag vraag_from(std::string_view text) {
    WerklijstVraag vraag;
    while (!text.empty()) {
        const std::string_view line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(line.size() + 1, text.size()));
        const std::size_t is = line.find('=');
        if (is != line.npos) read_field(vraag, line.substr(0, is), line.substr(is + 1));
    }
    return vraag;
}

Bakgrenzen bakgrenzen(Instant now) {
    const Day today = day_of(now);
    const int since_monday = static_cast<int>((weekday_of(today) - std::chrono::Monday).count());
    return {now, start_of(today + days(1)), start_of(today + days(7 - since_monday))};
}

Bak bak_of(const Werk& werk, const Bakgrenzen& grenzen) {
    if (werk.orde_op < grenzen.nu) return Bak::te_laat;
    if (werk.wacht) return Bak::wacht;
    if (werk.orde_op < grenzen.morgen) return Bak::vandaag;
    return werk.orde_op < grenzen.volgende_week ? Bak::deze_week : Bak::later;
}

std::int64_t Tellingen::of(Bak bak) const {
    switch (bak) {
        case Bak::alles: return totaal;
        case Bak::te_laat: return te_laat;
        case Bak::vandaag: return vandaag;
        case Bak::deze_week: return deze_week;
        case Bak::later: return later;
        case Bak::wacht: return wacht;
    }
    return 0;
}

void add(Tellingen& sum, const Tellingen& more) {
    sum.totaal += more.totaal;
    sum.te_laat += more.te_laat;
    sum.vandaag += more.vandaag;
    sum.deze_week += more.deze_week;
    sum.later += more.later;
    sum.wacht += more.wacht;
}

void count(Tellingen& tellingen, Bak bak) {
    ++tellingen.totaal;
    switch (bak) {
        case Bak::alles: break;
        case Bak::te_laat: ++tellingen.te_laat; break;
        case Bak::vandaag: ++tellingen.vandaag; break;
        case Bak::deze_week: ++tellingen.deze_week; break;
        case Bak::later: ++tellingen.later; break;
        case Bak::wacht: ++tellingen.wacht; break;
    }
}

}  // namespace dichtbij::werk
