#include "opzoek/instellingen.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "base/text.h"
#include "client/adres.h"

namespace dichtbij::opzoek {
namespace {

using Zet = std::function<std::string(Instellingen&, const std::string&, Leesbestand)>;  // "": well

struct Bekend {
    Instelling uitleg;
    Zet zet;
};

std::optional<int> number_of(std::string_view text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

// Printable ASCII on one line: it goes into a header.
bool is_header_text(std::string_view text) {
    return !text.empty() && text.size() <= 4096 && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string set_text(std::string& to, const std::string& value) {
    to = value;
    return is_header_text(value) ? "" : "is plain text on one line";
}

std::string set_secret_file(std::string& to, const std::string& value, Leesbestand lees) {
    const auto content = lees(value);
    if (!content || trimmed(*content).empty()) return "names a file that cannot be read";
    return set_text(to, std::string(trimmed(*content)));
}

std::string set_existing_file(std::string& to, const std::string& value, Leesbestand lees) {
    to = value;
    return lees(value) ? "" : "names a file that cannot be read";
}

std::string set_url(std::string& to, std::string value) {
    while (value.ends_with('/')) value.pop_back();
    const auto parts = client::adresdelen(value);
    to = value;
    if (!parts || value.find_first_of("?# ") != std::string::npos) return "is an address such as https://api.example.nl/pad";
    if (parts->scheme != "https" && !(parts->scheme == "http" && client::is_deze_machine(parts->hostnaam))) return "begins with https";
    return {};
}

std::string set_ja_nee(bool& to, const std::string& value) {
    to = value == "yes";
    return value == "yes" || value == "no" ? "" : "is yes or no";
}

template <class T>
Zet number(T member_of, int least, int most) {
    return [=](Instellingen& in, const std::string& value, Leesbestand) -> std::string {
        const auto given = number_of(value);
        if (!given || *given < least || *given > most) return "is " + std::to_string(least) + " to " + std::to_string(most);
        member_of(in, *given);
        return {};
    };
}

std::string set_dienst(Instellingen& in, const std::string& value, Leesbestand) {
    static constexpr std::pair<std::string_view, Adresdienst> known[] = {{"none", Adresdienst::geen}, {"locatieserver", Adresdienst::locatieserver}, {"bag", Adresdienst::bag}};
    for (const auto& [name, dienst] : known)
        if (value == name) {
            in.adressen.dienst = dienst;
            return {};
        }
    return "is locatieserver, bag or none";
}

std::string_view next_part(std::string_view& rest, char separator) {
    const auto at = std::min(rest.find(separator), rest.size());
    const auto part = trimmed(rest.substr(0, at));
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return part;
}

// "BRP-BZ: Burgerzaken, BRP-JEUGD: Jeugdhulp (jeugd)"
std::string set_doelen(std::vector<Doelbinding>& to, std::string_view value) {
    static constexpr std::string_view form = "is a list such as 'BRP-BZ: Burgerzaken, BRP-JEUGD: Jeugdhulp (jeugd)'";
    to.clear();
    while (!value.empty()) {
        std::string_view one = next_part(value, ',');
        Doelbinding doel{std::string(next_part(one, ':')), {}, {}};
        one = trimmed(one);
        if (const auto open = one.rfind('('); open != std::string_view::npos && one.ends_with(')')) {
            doel.domein = trimmed(one.substr(open + 1, one.size() - open - 2));
            one = trimmed(one.substr(0, open));
        }
        doel.naam = one;
        const bool is_double = std::any_of(to.begin(), to.end(), [&](const Doelbinding& had) { return had.code == doel.code; });
        if (!is_header_text(doel.code) || doel.naam.empty() || doel.naam.size() > 100 || is_double) return std::string(form);
        to.push_back(std::move(doel));
    }
    return to.empty() ? std::string(form) : "";
}

template <Broninstelling& (*of)(Instellingen&)>
void add_common(std::vector<Bekend>& table, const std::vector<std::string_view>& n) {
    const auto bron = [](Instellingen& in) -> Broninstelling& { return of(in); };
    table.push_back({{n[0], "yes or no", "no: never asked"}, [=](Instellingen& in, const std::string& v, Leesbestand) { return set_ja_nee(bron(in).aan, v); }});
    table.push_back({{n[1], "an address that begins with https", "where the source is; left out: there is none"},
                     [=](Instellingen& in, const std::string& v, Leesbestand) { return set_url(bron(in).url, v); }});
    table.push_back({{n[2], "text", "key that the source gave us"}, [=](Instellingen& in, const std::string& v, Leesbestand) { return set_text(bron(in).api_key, v); }});
    table.push_back({{n[3], "a path", "file that holds the key"},
                     [=](Instellingen& in, const std::string& v, Leesbestand lees) { return set_secret_file(bron(in).api_key, v, lees); }});
    table.push_back({{n[4], "a path", "file in PEM with who to trust beside the system's list"},
                     [=](Instellingen& in, const std::string& v, Leesbestand lees) { return set_existing_file(bron(in).identiteit.vertrouwd, v, lees); }});
    table.push_back({{n[5], "500 to 20000", "how long an answer may take; 4000 when left out"}, number([=](Instellingen& in, int v) { bron(in).timeout_ms = v; }, 500, 20'000)});
    table.push_back({{n[6], "1 to 16", "questions on their way at the same time; 2 when left out"}, number([=](Instellingen& in, int v) { bron(in).tegelijk = v; }, 1, 16)});
    table.push_back({{n[7], "1 to 100", "failures in a row after which the source is left alone; 5 when left out"},
                     number([=](Instellingen& in, int v) { bron(in).grens.fouten = v; }, 1, 100)});
    table.push_back({{n[8], "5 to 3600", "for how long; 60 when left out"}, number([=](Instellingen& in, int v) { bron(in).grens.pauze = seconds(v); }, 5, 3600)});
}

Broninstelling& brp_of(Instellingen& in) { return in.brp.bron; }
Broninstelling& kvk_of(Instellingen& in) { return in.kvk.bron; }
Broninstelling& adressen_of(Instellingen& in) { return in.adressen.bron; }

using Tekst = std::string& (*)(Instellingen&);
Zet text(Tekst where) {
    return [where](Instellingen& in, const std::string& v, Leesbestand) { return set_text(where(in), v); };
}
Zet existing_file(Tekst where) {
    return [where](Instellingen& in, const std::string& v, Leesbestand lees) { return set_existing_file(where(in), v, lees); };
}

void add_brp(std::vector<Bekend>& table) {
    add_common<brp_of>(table, {"brp.enabled", "brp.url", "brp.api_key", "brp.api_key_file", "brp.ca_file", "brp.timeout_ms", "brp.at_once", "brp.failures", "brp.pause_seconds"});
    const std::vector<Bekend> more = {
        {{"brp.api_key_header", "name of a header", "in which the key goes; X-API-KEY when left out"}, text([](Instellingen& in) -> std::string& { return in.brp.api_key_kop; })},
        {{"brp.certificate_file", "a path", "certificate in PEM with which we show who we are"},
         existing_file([](Instellingen& in) -> std::string& { return in.brp.bron.identiteit.certificaat; })},
        {{"brp.private_key_file", "a path", "key of that certificate"}, existing_file([](Instellingen& in) -> std::string& { return in.brp.bron.identiteit.sleutel; })},
        {{"brp.token_url", "an address that begins with https", "where an access token is asked (client credentials)"},
         [](Instellingen& in, const std::string& v, Leesbestand) { return set_url(in.brp.token.url, v); }},
        {{"brp.client_id", "text", "who asks that token"}, text([](Instellingen& in) -> std::string& { return in.brp.token.client_id; })},
        {{"brp.client_secret", "text", "its secret, or:"}, text([](Instellingen& in) -> std::string& { return in.brp.token.client_secret; })},
        {{"brp.client_secret_file", "a path", "file that holds the secret"},
         [](Instellingen& in, const std::string& v, Leesbestand lees) { return set_secret_file(in.brp.token.client_secret, v, lees); }},
        {{"brp.scope", "text", "scope of that token"}, text([](Instellingen& in) -> std::string& { return in.brp.token.scope; })},
        {{"brp.purpose_header", "name of a header", "in which the code of the purpose goes; X-DOELBINDING when left out"},
         text([](Instellingen& in) -> std::string& { return in.brp.doel_kop; })},
        {{"brp.user_header", "name of a header", "in which the number of the employee goes; left out: it is not told"},
         text([](Instellingen& in) -> std::string& { return in.brp.gebruiker_kop; })},
        {{"brp.oin", "20 digits", "of the gemeente, goes in X-ORIGIN-OIN"}, text([](Instellingen& in) -> std::string& { return in.brp.oin; })},
        {{"brp.cache_seconds", "0 to 300", "how long an answer is kept in memory, for the same employee and purpose; 120 when left out"},
         number([](Instellingen& in, int v) { in.brp.bron.bewaar = seconds(v); }, 0, 300)},
        {{"brp.purposes", "CODE: name, CODE: name (domain)", "why persons may be looked up; nothing is asked without one. brp.purposes.GEMEENTE: of one gemeente, by its code"},
         [](Instellingen& in, const std::string& v, Leesbestand) { return set_doelen(in.brp.doelen, v); }},
    };
    table.insert(table.end(), more.begin(), more.end());
}

const std::vector<Bekend>& bekend() {
    static const std::vector<Bekend> table = [] {
        std::vector<Bekend> all;
        add_brp(all);
        add_common<kvk_of>(all, {"kvk.enabled", "kvk.url", "kvk.api_key", "kvk.api_key_file", "kvk.ca_file", "kvk.timeout_ms", "kvk.at_once", "kvk.failures", "kvk.pause_seconds"});
        all.push_back({{"kvk.cache_minutes", "0 to 1440", "how long an answer is kept in memory; 60 when left out"},
                       number([](Instellingen& in, int v) { in.kvk.bron.bewaar = minutes(v); }, 0, 1440)});
        add_common<adressen_of>(all, {"adressen.enabled", "adressen.url", "adressen.api_key", "adressen.api_key_file", "adressen.ca_file", "adressen.timeout_ms", "adressen.at_once",
                                      "adressen.failures", "adressen.pause_seconds"});
        all.push_back({{"adressen.source", "locatieserver, bag or none", "what adressen.url is; none: only our own table of addresses"}, set_dienst});
        all.push_back({{"adressen.cache_minutes", "0 to 10080", "how long an answer is kept in memory; 1440 when left out"},
                       number([](Instellingen& in, int v) { in.adressen.bron.bewaar = minutes(v); }, 0, 10'080)});
        return all;
    }();
    return table;
}

constexpr std::string_view doelen_van = "brp.purposes.";

std::string zet(Instellingen& in, const std::string& naam, const std::string& waarde, Leesbestand lees) {
    if (naam.starts_with(doelen_van) && naam.size() > doelen_van.size()) return set_doelen(in.brp.doelen_van[naam.substr(doelen_van.size())], waarde);
    const auto found = std::find_if(bekend().begin(), bekend().end(), [&](const Bekend& one) { return one.uitleg.naam == naam; });
    return found == bekend().end() ? "is no setting of this source" : found->zet(in, waarde, lees);
}

// What only shows when all settings are there.
std::optional<Instelfout> finish(Instellingen& in) {
    const auto& brp = in.brp;
    if (!brp.bron.url.empty() && brp.doelen.empty() && brp.doelen_van.empty()) return Instelfout{"brp.purposes", "is needed when there is a brp.url"};
    if (!brp.token.url.empty() && (brp.token.client_id.empty() || brp.token.client_secret.empty())) return Instelfout{"brp.client_id", "and brp.client_secret are needed when there is a brp.token_url"};
    if (brp.bron.identiteit.certificaat.empty() != brp.bron.identiteit.sleutel.empty()) return Instelfout{"brp.certificate_file", "and brp.private_key_file are given together"};
    if (!in.kvk.bron.url.empty() && in.kvk.bron.api_key.empty()) return Instelfout{"kvk.api_key", "is needed when there is a kvk.url"};
    auto& adressen = in.adressen;
    if (adressen.dienst == Adresdienst::bag && adressen.bron.api_key.empty()) return Instelfout{"adressen.api_key", "is needed when adressen.source is bag"};
    if (adressen.dienst == Adresdienst::geen) adressen.bron.url.clear();
    if (adressen.dienst != Adresdienst::geen && adressen.bron.url.empty()) return Instelfout{"adressen.url", "is needed when there is an adressen.source"};
    return std::nullopt;
}

}  // namespace

const std::vector<Doelbinding>& BrpInstelling::doelen_in(const std::string& gemeentecode) const {
    const auto own = doelen_van.find(gemeentecode);
    return own == doelen_van.end() ? doelen : own->second;
}

bool is_instelling(std::string_view naam) { return naam.starts_with("brp.") || naam.starts_with("kvk.") || naam.starts_with("adressen."); }

tl::expected<Instellingen, Instelfout> read_instellingen(const std::map<std::string, std::string>& by_name, Leesbestand lees) {
    Instellingen in;
    for (const auto& [naam, waarde] : by_name)
        if (auto wrong = zet(in, naam, waarde, lees); !wrong.empty()) return tl::make_unexpected(Instelfout{naam, std::move(wrong)});
    if (auto wrong = finish(in)) return tl::make_unexpected(std::move(*wrong));
    return in;
}

std::vector<Instelling> instellingen() {
    std::vector<Instelling> all;
    for (const Bekend& one : bekend()) all.push_back(one.uitleg);
    return all;
}

}  // namespace dichtbij::opzoek
