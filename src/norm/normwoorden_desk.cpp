#include "norm/normwoorden_desk.h"

#include "html/dates.h"

namespace dichtbij::norm {
namespace {

using namespace html;

struct TermWords {
    const Texts& t;
    std::string in_minutes(minutes amount, std::string_view hours_key, std::string_view minutes_key) const {
        const auto count = std::int64_t{amount.count()};
        return count % 60 == 0 ? t(hours_key, count / 60) : t(minutes_key, count);
    }
    std::string operator()(const WorkingTime& term) const { return in_minutes(term.duur, "norm.scherm.term.werktijd.uren", "norm.scherm.term.werktijd.minuten"); }
    std::string operator()(const ClockTime& term) const { return in_minutes(term.duur, "norm.scherm.term.kloktijd.uren", "norm.scherm.term.kloktijd.minuten"); }
    std::string operator()(const WorkingDays& term) const { return t("norm.scherm.term.werkdagen", term.dagen); }
    std::string operator()(const CalendarDays& term) const { return t("norm.scherm.term.kalenderdagen", term.dagen); }
    std::string operator()(const LegalTerm& term) const { return t("norm.scherm.term.wettelijk." + word(term.duur.eenheid), term.duur.aantal); }
};

}  // namespace

std::string name_in(const std::vector<Choice>& choices, const std::string& id_text) {
    for (const Choice& one : choices)
        if (one.value == id_text) return one.label;
    return id_text;
}

std::string term_words(const Texts& t, const Term& term) { return std::visit(TermWords{t}, term); }

std::string kanaal_words(const Texts& t, const std::string& code) {
    const std::string key = "kanaal." + code;
    return t.has(key) ? t(key) : code;
}

std::string bron_words(const Texts& t, const std::string& bron) { return bron.starts_with("norm.bron.") && t.has(bron) ? t(bron) : bron; }

std::string bron_key(const Texts& t, const std::string& typed) {
    for (const Servicenorm& shipped : shipped_norms())
        if (bron_words(t, shipped.bron) == typed) return shipped.bron;
    return typed;
}

std::string geldig_words(const Texts& t, const Servicenorm& norm) {
    const std::string tot = norm.tot ? full_date(t, *norm.tot - days(1)) : "";
    if (norm.van <= altijd) return norm.tot ? t("norm.scherm.geldig.tot", tot) : t("norm.scherm.geldig.altijd");
    const std::string van = full_date(t, norm.van);
    return norm.tot ? t("norm.scherm.geldig.van_tot", van, tot) : t("norm.scherm.geldig.van", van);
}

std::string waarvoor_words(const Texts& t, const Servicenorm& norm, const Normnamen& namen) {
    std::string words;
    const auto add = [&](const std::string& one) { words += (words.empty() ? "" : " · ") + one; };
    if (norm.kanaal) add(kanaal_words(t, *norm.kanaal));
    if (norm.product) add(name_in(namen.producten, norm.product->text()));
    if (norm.onderwerp) add(name_in(namen.onderwerpen, norm.onderwerp->text()));
    return words.empty() ? t("norm.scherm.elke_vraag") : words;
}

std::vector<Verschil> differences(const Texts& t, const Normnamen& namen, const std::optional<Servicenorm>& nu, const Servicenorm& getypt) {
    const auto line = [&](const char* label_key, auto words) { return Verschil{t(label_key), nu ? words(*nu) : "", words(getypt)}; };
    return {line("norm.scherm.norm.code", [](const Servicenorm& n) { return n.code; }),
            line("norm.scherm.norm.aanleiding", [&](const Servicenorm& n) { return t("norm.aanleiding." + word(n.aanleiding)); }),
            line("norm.scherm.norm.meet", [&](const Servicenorm& n) { return t("norm.meet." + word(n.meet)); }),
            line("norm.scherm.norm.termijn", [&](const Servicenorm& n) { return term_words(t, n.term); }),
            line("norm.scherm.norm.waarvoor", [&](const Servicenorm& n) { return waarvoor_words(t, n, namen); }),
            line("norm.scherm.norm.geldig", [&](const Servicenorm& n) { return geldig_words(t, n); }),
            line("norm.scherm.norm.bron", [&](const Servicenorm& n) { return bron_words(t, n.bron); })};
}

}  // namespace dichtbij::norm
