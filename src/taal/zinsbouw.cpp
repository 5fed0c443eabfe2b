#include "taal/zinsbouw.h"

#include <algorithm>

namespace dichtbij::taal {
namespace {

template <std::size_t N>
bool in(const std::string_view (&list)[N], std::string_view word) {
    return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view worden[] = {"word", "wordt", "worden", "werd", "werden"};
constexpr std::string_view zijn[] = {"is", "zijn", "was", "waren"};
constexpr std::string_view voegwoorden[] = {"dat", "die", "als", "omdat", "want", "maar", "terwijl", "zodat", "tenzij", "wanneer", "hoewel", "nadat", "voordat", "of", "indien", "waarin", "waarbij", "waarvoor"};

// With "zijn" these say what someone did or how something is: no passive.
constexpr std::string_view geen_lijden[] = {
    "aangekomen", "begonnen",  "bekend",     "bereid",     "beperkt",    "bevoegd",   "bevriend",  "gebeurd",   "gebleken",   "gebleven",   "geboren",   "gedaald",  "gegaan",    "gegroeid",
    "gehuwd",     "gekomen",   "gelegen",    "gelukt",     "geneigd", "genoodzaakt", "geschikt", "geslaagd", "gescheiden", "gestegen",  "gestopt",  "gestorven", "getrouwd",
    "gevallen",   "geweest",   "gewend",     "geworden",   "geïnteresseerd", "gevestigd", "herkenbaar", "ontstaan", "opgehouden", "overleden", "teruggekomen", "veranderd", "verdwenen", "verhuisd",
    "verkouden",  "verlopen",  "verplicht",  "verschenen", "vertrokken", "verstreken", "verzekerd", "tevreden",  "vergeten",   "bezet",      "gerust",    "gesloten", "verschuldigd", "gelijkgesteld",
    "ingegaan",   "doorgegaan", "toegenomen", "afgenomen", "meegevallen", "tegengevallen", "uitgekomen", "binnengekomen",
};

// Look like a participle and are none.
constexpr std::string_view geen_deelwoord[] = {
    "gebied",    "geluid",    "gezicht",  "gewicht",  "gerecht",  "geduld",    "gelaat",   "geest",     "gebit",    "gemeenten", "gezinnen", "gebouwen",  "gebieden",
    "gesprekken", "gevoelens", "geheimen", "getallen", "geluiden", "gerechten", "gezichten", "gebruiken", "geloven",  "genieten",  "genezen",  "gebeuren", "geven",     "gelden",   "gedragen",
    "getuigen",  "geschieden", "gewoonten", "gebreken", "gedeelten", "gehelen", "gezamen",  "gelegenheden", "gemiddeld", "geheid",  "goed",     "bericht",  "besluit",   "beleid",   "bestand",
    "bezit",     "beurt",     "beeld",    "behoud",   "bewind",   "bezoekt",   "bevoegdheid", "verstand", "verdriet", "verband",  "verbod",   "verkeerd", "vereist",   "ontbijt",  "herfst",
    "bekend",    "bereid",    "besteld",  "betreft",  "bestaat",  "behoort",   "bevat",    "begint",    "blijft",   "heet",    "eerst",    "erft",      "beheert",  "betekent",
    "gebeurt",   "geldt",     "gelooft",  "geeft",    "gemeente", "gehandicapt", "beschikt", "geacht",   "geachte",  "gezond",    "gewoond",  "verder",   "herhaaldelijk",
};

constexpr std::string_view sterke[] = {
    "aanbevolen", "aanvaard",  "achterhaald", "bedongen",  "begrepen",   "begroten",  "behouden",  "beschreven", "besloten",   "besproken",  "betrokken", "bevolen",    "bewezen",   "bezien",      "gedaan",
    "herroepen",  "herzien",   "onderbroken", "ondernomen", "ondersteund", "ondertekend", "onderhouden", "onderzocht", "onthouden", "ontnomen", "ontslagen", "ontvangen",  "ontworpen", "overlegd",    "overwogen",
    "toebedeeld", "verbonden", "verboden",    "vergeleken", "verkozen",   "verkregen", "vernomen",  "verschoven", "verstreken", "vervangen",  "verworpen", "verwezen",   "verzonden", "voltooid",    "voldaan",
    "voorbereid", "voorkomen",  "voorzien",  "voortgezet",  "volbracht", "weerlegd",   "gehouden",  "gesteld",   "gezet",      "gezien",     "gedaan",     "ontheven",  "bekeken",    "verholpen",
};

constexpr std::string_view scheidbaar[] = {"aaneen", "aan", "achter", "af", "beet", "bekend", "bij", "binnen", "bloot", "bijeen", "buiten", "dicht", "door", "gelijk", "goed", "in", "kapot", "klaar", "los", "mede", "mee", "na", "neer", "om", "onder", "open", "op", "over", "plaats", "rond", "samen", "stop", "tegemoet", "tegen", "terecht", "terug", "thuis", "toe", "uiteen", "uit", "vast", "vol", "voort", "voor", "vrij", "weer", "weg"};
constexpr std::string_view onscheidbaar[] = {"be", "ver", "ont", "her", "er"};

bool ends_as_participle(std::string_view word) { return word.ends_with("t") || word.ends_with("d"); }

bool begins_with_ge(std::string_view word) { return word.starts_with("ge") && (ends_as_participle(word) || word.ends_with("en")) && word.size() >= 5; }

bool weak_of_own_prefix(std::string_view word) {
    if (word.size() < 7 || !ends_as_participle(word)) return false;
    // "bestaand", "betreffend": what is doing, not what was done.
    if (word.ends_with("and") || (word.ends_with("end") && !word.ends_with("eend") && !word.ends_with("kend") && !word.ends_with("pend"))) return false;
    return std::any_of(std::begin(onscheidbaar), std::end(onscheidbaar), [&](std::string_view prefix) { return word.starts_with(prefix); }) && !word.ends_with("heid") && !word.ends_with("schrift");
}

// What each word of a sentence can be, looked up once.
struct Rol {
    bool ends_clause = false;
    bool is_participle = false;
};

std::vector<Rol> rollen(const Tekst& tekst, const Zin& zin) {
    std::vector<Rol> all;
    for (std::size_t i = zin.van; i < zin.tot; ++i) {
        const Deel& one = tekst.delen[i];
        const bool is_mark = one.soort == Deelsoort::teken && one.klein != "\"" && one.klein != "'" && one.klein != "-";
        all.push_back({is_mark || in(voegwoorden, one.klein), one.soort == Deelsoort::woord && is_voltooid_deelwoord(one.klein)});
    }
    return all;
}

// The clause around `at`: up to a comma, a bracket or a conjunction, and no more than thirty words away.
Stuk clause(const std::vector<Rol>& rollen, std::size_t at) {
    Stuk stuk{at, at + 1};
    while (stuk.van > 0 && !rollen[stuk.van - 1].ends_clause && at - stuk.van < 30) --stuk.van;
    while (stuk.tot < rollen.size() && !rollen[stuk.tot].ends_clause && stuk.tot - at < 30) ++stuk.tot;
    return stuk;
}

std::vector<Stuk> passives_nl(const Tekst& tekst, const Zin& zin) {
    std::vector<Stuk> found;
    const auto word = [&](std::size_t i) -> const std::string& { return tekst.delen[zin.van + i].klein; };
    std::vector<Rol> roles;
    for (std::size_t at = 0; at < zin.tot - zin.van; ++at) {
        const bool is_worden = in(worden, word(at));
        if (!is_worden && !in(zijn, word(at))) continue;
        if (roles.empty()) roles = rollen(tekst, zin);
        const Stuk stuk = clause(roles, at);
        for (std::size_t i = stuk.van; i < stuk.tot; ++i) {
            if (i == at || !roles[i].is_participle) continue;
            if (!is_worden && (in(geen_lijden, word(i)) || (i < at && i + 1 != at))) continue;
            found.push_back({zin.van + std::min(at, i), zin.van + std::max(at, i) + 1});
            break;
        }
    }
    return found;
}

constexpr std::string_view be[] = {"am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't"};
constexpr std::string_view between[] = {"not", "also", "being", "been", "now", "then", "already", "still", "always", "never", "often", "soon", "only", "not", "be"};
constexpr std::string_view irregular_participles[] = {"given", "taken", "made", "sent", "done", "written", "known", "seen", "found", "held", "kept", "paid", "told", "shown", "built", "brought", "bought", "caught", "chosen", "cut", "dealt", "drawn", "driven", "felt", "forgotten", "heard", "hidden", "hit", "hurt", "laid", "led", "left", "lent", "lost", "met", "put", "read", "said", "sold", "set", "shut", "spent", "spoken", "stolen", "taught", "thought", "thrown", "understood", "withdrawn", "worn", "won"};
constexpr std::string_view adjectives_en[] = {"interested", "tired", "pleased", "worried", "married", "limited", "supposed", "need", "indeed", "red", "bed", "united", "excited", "used", "related", "retired", "divorced", "advanced", "hundred", "speed", "feed", "seed", "exceed", "proceed", "concerned", "delighted", "satisfied", "located", "entitled"};

std::vector<Stuk> passives_en(const Tekst& tekst, const Zin& zin) {
    std::vector<Stuk> found;
    for (std::size_t at = zin.van; at < zin.tot; ++at) {
        if (!in(be, tekst.delen[at].klein)) continue;
        for (std::size_t i = at + 1; i < zin.tot && i <= at + 4; ++i) {
            const std::string& word = tekst.delen[i].klein;
            if (is_past_participle(word)) {
                found.push_back({at, i + 1});
                at = i;
                break;
            }
            if (!in(between, word) && !(word.ends_with("ly") && word.size() > 3)) break;
        }
    }
    return found;
}

constexpr std::string_view nee_nl[] = {"niet", "geen", "nooit", "niemand", "niets", "nergens", "zonder", "nimmer", "geenszins", "evenmin"};
constexpr std::string_view on_nl[] = {"onmogelijk", "onwaarschijnlijk", "onduidelijk", "ongebruikelijk", "onterecht", "onbelangrijk", "onbekend", "ongewoon", "onredelijk", "onverstandig", "ontoelaatbaar", "onaannemelijk", "ongegrond", "onbegrijpelijk", "onterechte", "ongeoorloofd", "onvoldoende", "onverkort", "onrechtmatig", "oneens", "oneerlijk", "onwenselijk", "ongunstig", "onbevoegd", "ontkennen", "ontkend"};
constexpr std::string_view nee_en[] = {"not", "no", "never", "nobody", "nothing", "nowhere", "without", "don't", "doesn't", "didn't", "can't", "cannot", "won't", "isn't", "aren't", "wasn't", "neither", "none"};
constexpr std::string_view on_en[] = {"unlikely", "impossible", "unable", "unclear", "uncommon", "unusual", "unreasonable", "unknown", "unfair", "unnecessary", "insufficient", "invalid", "irregular", "incorrect", "unless", "dissimilar", "illegal"};


constexpr std::string_view voorzetsels[] = {"tot", "voor", "bij", "na", "door", "met", "ter", "wegens", "over"};

bool is_nominal_nl(const Tekst& tekst, std::size_t at, const Zin& zin, std::size_t& end) {
    const auto word = [&](std::size_t i) -> std::string_view { return i < zin.tot ? std::string_view(tekst.delen[i].klein) : std::string_view(); };
    // "het uitvoeren van"
    if (word(at) == "het" && word(at + 2) == "van" && word(at + 1).ends_with("en") && word(at + 1).size() >= 6 && tekst.delen[at + 1].soort == Deelsoort::woord) {
        end = at + 3;
        return true;
    }
    // "tot betaling van", "door de uitvoering van"
    if (!in(voorzetsels, word(at))) return false;
    const std::size_t noun = word(at + 1) == "de" ? at + 2 : at + 1;
    if (!word(noun).ends_with("ing") || word(noun).size() < 8 || word(noun + 1) != "van") return false;
    end = noun + 2;
    return true;
}

bool is_nominal_en(const Tekst& tekst, std::size_t at, const Zin& zin, std::size_t& end) {
    if (at + 2 >= zin.tot || tekst.delen[at].klein != "the" || tekst.delen[at + 2].klein != "of") return false;
    const std::string& noun = tekst.delen[at + 1].klein;
    if (noun.size() < 8 || !(noun.ends_with("tion") || noun.ends_with("ment") || noun.ends_with("sion") || noun.ends_with("ance")) || noun == "department" || noun == "government") return false;
    end = at + 3;
    return true;
}

}  // namespace

bool is_voltooid_deelwoord(std::string_view klein) {
    if (in(geen_deelwoord, klein)) return false;
    if (in(sterke, klein)) return true;
    if (begins_with_ge(klein)) return true;
    if (klein.ends_with("geven") && !klein.ends_with("gegeven")) return false;  // "aangeven"
    if (weak_of_own_prefix(klein)) return true;
    return std::any_of(std::begin(scheidbaar), std::end(scheidbaar), [&](std::string_view prefix) {
        if (!klein.starts_with(prefix) || klein.size() <= prefix.size() + 4) return false;
        const std::string_view rest = klein.substr(prefix.size());
        if (in(geen_deelwoord, rest)) return false;
        return begins_with_ge(rest) || weak_of_own_prefix(rest);
    });
}

bool is_past_participle(std::string_view klein) {
    if (in(irregular_participles, klein)) return true;
    return klein.size() > 4 && klein.ends_with("ed") && !in(adjectives_en, klein);
}

std::vector<Stuk> lijdende_vormen(const Tekst& tekst, const Zin& zin, Taal taal) { return taal == Taal::nl ? passives_nl(tekst, zin) : passives_en(tekst, zin); }

std::vector<Stuk> dubbele_ontkenningen(const Tekst& tekst, const Zin& zin, Taal taal) {
    std::vector<Stuk> found;
    const auto is_no = [&](std::string_view word) { return taal == Taal::nl ? in(nee_nl, word) : in(nee_en, word); };
    const auto is_un = [&](std::string_view word) { return taal == Taal::nl ? in(on_nl, word) || (word.ends_with("e") && in(on_nl, word.substr(0, word.size() - 1))) : in(on_en, word); };
    for (std::size_t at = zin.van; at < zin.tot; ++at) {
        if (!is_no(tekst.delen[at].klein)) continue;
        for (std::size_t i = at + 1; i < zin.tot && i <= at + 5; ++i) {
            const Deel& one = tekst.delen[i];
            if (one.soort == Deelsoort::teken || one.klein == "en" || one.klein == "of" || one.klein == "and" || one.klein == "or") break;
            if (!is_no(one.klein) && !is_un(one.klein)) continue;
            found.push_back({at, i + 1});
            at = i;
            break;
        }
    }
    return found;
}

std::vector<Stuk> naamwoordstijl(const Tekst& tekst, const Zin& zin, Taal taal) {
    std::vector<Stuk> found;
    for (std::size_t at = zin.van; at < zin.tot; ++at) {
        std::size_t end = at;
        if (taal == Taal::nl ? is_nominal_nl(tekst, at, zin, end) : is_nominal_en(tekst, at, zin, end)) found.push_back({at, end});
    }
    return found;
}

std::vector<Stuk> hoofdletters(const Tekst& tekst, const Zin& zin) {
    std::vector<Stuk> found;
    for (std::size_t at = zin.van; at < zin.tot;) {
        std::size_t end = at;
        int longest = 0;
        while (end < zin.tot && tekst.delen[end].soort == Deelsoort::woord && tekst.delen[end].letters >= 3 && tekst.delen[end].hoofdletters == tekst.delen[end].letters) {
            longest = std::max(longest, tekst.delen[end].letters);
            ++end;
        }
        if (end - at >= 2 ? longest >= 4 : longest >= 6) found.push_back({at, end});
        at = std::max(end, at + 1);
    }
    return found;
}

}  // namespace dichtbij::taal
