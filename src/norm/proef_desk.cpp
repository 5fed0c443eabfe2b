#include "norm/proef_desk.h"

#include "base/text.h"
#include "html/dates.h"
#include "html/parts.h"
#include "norm/explanation_render.h"
#include "norm/uren_desk.h"

namespace dichtbij::norm {
namespace {

using namespace html;
using http::Params;

std::string civil_time(Instant at) {
    const auto minute = (local_time(at) - LocalTime(day_of(at))).count() / 60;
    const std::string hour = std::to_string(minute / 60), rest = std::to_string(minute % 60);
    return (hour.size() < 2 ? "0" : "") + hour + ":" + (rest.size() < 2 ? "0" : "") + rest;
}

Params defaults(Instant now) {
    Params values;
    values.add("aanleiding", word(Aanleiding::vraag));
    values.add("kanaal", std::string(kanaal_email));
    values.add("dag", to_iso(day_of(now)));
    values.add("tijd", civil_time(now));
    return values;
}

struct Vraagmoment {
    Normvraag vraag;
    Instant op;
};

Result<Vraagmoment> read_vraag(const Params& query, Id<Gemeente> gemeente) {
    std::vector<FieldError> errors;
    const auto aanleiding = read_enum<Aanleiding>(query.get("aanleiding"));
    if (!aanleiding) errors.push_back({"aanleiding", "norm.scherm.fout.kies", {}});
    const auto dag = parse_day(trimmed(query.get("dag")));
    if (!dag) errors.push_back({"dag", "norm.scherm.fout.datum", {}});
    const auto minute = parse_time(trimmed(query.get("tijd")));
    if (!minute || *minute >= 24 * 60) errors.push_back({"tijd", "norm.scherm.fout.moment", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    Normvraag vraag{*aanleiding, std::string(query.get("kanaal").substr(0, kanaal_limit_characters)), Id<Product>::parse(query.get("product")),
                    Id<Onderwerp>::parse(query.get("onderwerp")), gemeente, *dag};
    return Vraagmoment{std::move(vraag), instant_of(LocalTime(*dag) + minutes(*minute))};
}

// A sentence may begin with a day.
std::string capitalised(std::string line) {
    if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') line[0] = static_cast<char>(line[0] - 'a' + 'A');
    return line;
}

Html sentences(const std::vector<std::string>& lines) {
    return ul(cls("reasons"), each(lines, [](const std::string& line) { return li(capitalised(line)); }));
}

Html losers(const Texts& t, const Proefnorm& one, const std::vector<Servicenorm>& normen, Day datum, const Normnamen& namen) {
    if (one.gekozen.verloren.empty()) return {};
    std::vector<Html> lines;
    for (const std::string& code : one.gekozen.verloren) {
        std::string words = code;
        for (const Servicenorm& norm : normen)
            if (norm.code == code && norm.van <= datum && (!norm.tot || datum < *norm.tot))
                words = code + ": " + term_words(t, norm.term) + " (" + waarvoor_words(t, norm, namen) + ")";
        lines.push_back(li(words));
    }
    return join(h4(t("norm.scherm.proef.verloren")), ul(cls("reasons"), lines));
}

Html outcome(const Texts& t, const Proefnorm& one, const std::vector<Servicenorm>& normen, Day datum, const Normnamen& namen) {
    const Servicenorm& norm = one.gekozen.norm;
    return article(
        cls("section stack"), h3(t("norm.meet." + word(norm.meet))),
        one.due ? promise(t, day_of(one.due->op),
                          text(t("norm.scherm.proef.uiterlijk", long_day(t, day_of(one.due->op), datum), time_of_day(t, one.due->op))))
                : alert("alert-circle", p(t(one.due.error().key.empty() ? "norm.scherm.proef.geen_datum" : one.due.error().key)), Tone::today),
        p(badge("check", t("norm.scherm.proef.geldt"), Tone::good), " ", strong(norm.code), ": " + term_words(t, norm.term)),
        div(cls("fields"), div(h4(t("norm.scherm.proef.waarom")), sentences(in_words(t, one.gekozen.waarom)), losers(t, one, normen, datum, namen)),
            when(one.due.has_value(), [&] { return div(h4(t("norm.scherm.proef.berekening")), sentences(in_words(t, one.due->explanation))); })));
}

Html fields_part(const Texts& t, const Form& form, const Params& values, const Normnamen& namen, const std::vector<Choice>& kanalen) {
    const auto value_ = [&](const char* field) { return std::string(values.get(field)); };
    return div(cls("fields"),
               form.select({.name = "aanleiding", .label = t("norm.scherm.norm.aanleiding"), .value = value_("aanleiding")}, enum_choices<Aanleiding>(t, "norm.aanleiding.")),
               form.select({.name = "kanaal", .label = t("norm.scherm.norm.kanaal"), .value = value_("kanaal")}, kanalen),
               form.select({.name = "onderwerp", .label = t("norm.scherm.norm.onderwerp"), .value = value_("onderwerp"), .needed = Needed::no}, namen.onderwerpen,
                           t("norm.scherm.geen_onderwerp")),
               form.select({.name = "product", .label = t("norm.scherm.norm.product"), .value = value_("product"), .needed = Needed::no}, namen.producten,
                           t("norm.scherm.geen_product")),
               form.input({.name = "dag", .label = t("norm.scherm.dag"), .value = value_("dag"), .type = "date"}),
               form.input({.name = "tijd", .label = t("norm.scherm.proef.tijd"), .value = value_("tijd"), .type = "time"}));
}

}  // namespace

Result<Proef> read_proef(const NormSchermen& s, const access::Desk& desk, Id<Gemeente> gemeente, const Params& query) {
    if (!query.has("dag")) return Proef{.values = defaults(desk.now)};
    Proef proef{.values = query};
    const auto asked = read_vraag(query, gemeente);
    if (!asked) {
        proef.errors = asked.error().fields;
        return proef;
    }
    return s.store.read([&](store::Tx& tx) -> Result<Proef> {
        TRY(auto chosen, s.normen.try_norms(tx, desk.caller, asked->vraag));
        TRY(const Kalender calendar, s.normen.kalender(tx, gemeente));
        proef.uitkomst.emplace();
        for (Gekozen& one : chosen) {
            auto moment = due(one.norm.term, asked->op, *calendar);
            proef.uitkomst->push_back({std::move(one), std::move(moment)});
        }
        return proef;
    });
}

Html proef_part(const Texts& t, const Proef& proef, const Plek& plek, const Normnamen& namen, const std::vector<Choice>& kanalen,
                const std::vector<Servicenorm>& normen) {
    const Form form(t, proef.errors);
    const Day datum = parse_day(trimmed(proef.values.get("dag"))).value_or(Day{});
    return section(
        cls("section"), id("proef"), attr("aria-labelledby", "h-proef"),
        div(cls("section-head"), h2(id("h-proef"), t("norm.scherm.proef.kop")), span(cls("soft"), t("norm.scherm.proef.uitleg"))),
        html::form(cls("form-wide"), action("/beheer/normen/" + plek.id.text() + "#proef"), fields_part(t, form, proef.values, namen, kanalen),
                   div(cls("row"), button(cls("btn"), type("submit"), icon("search"), t("norm.scherm.proef.knop")))),
        when(proef.uitkomst && proef.uitkomst->empty(),
             [&] { return div(cls("below"), empty_state(t("norm.scherm.proef.geen"), t("norm.scherm.proef.geen_uitleg"), "info-circle")); }),
        when(proef.uitkomst.has_value(), [&] {
            return div(cls("form-wide below"), each(*proef.uitkomst, [&](const Proefnorm& one) { return outcome(t, one, normen, datum, namen); }));
        }));
}

}  // namespace dichtbij::norm
