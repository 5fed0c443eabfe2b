#include "norm/normvorm_desk.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "html/parts.h"

namespace dichtbij::norm {
namespace {

using namespace html;
using http::Params;

class Reader {
  public:
    Reader(const Params& form, const Normnamen& namen) : form_(form), namen_(namen) {}

    Result<Servicenorm> read() {
        Servicenorm norm;
        norm.code = cleaned(form_.get("code"));
        norm.aanleiding = chosen("aanleiding", Aanleiding::vraag);
        norm.meet = chosen("meet", Meetmoment::volledig_antwoord);
        norm.term = term();
        if (const auto kanaal = trimmed(form_.get("kanaal")); !kanaal.empty()) norm.kanaal = std::string(kanaal);
        norm.product = chosen_id<Product>("product", namen_.producten);
        norm.onderwerp = chosen_id<Onderwerp>("onderwerp", namen_.onderwerpen);
        norm.van = date("van").value_or(altijd);
        norm.tot = date("tot");
        norm.bron = cleaned(form_.get("bron"));
        if (const auto sound = validate(norm); !sound)
            for (const FieldError& error : sound.error().fields) add(error.field, error.key, error.args);
        if (!errors_.empty()) return invalid(std::move(errors_));
        return norm;
    }

  private:
    // The first thing that is wrong with a field is the one to say.
    void add(const std::string& field, const std::string& key, std::vector<std::string> args = {}) {
        const bool is_known = std::any_of(errors_.begin(), errors_.end(), [&](const FieldError& e) { return e.field == field; });
        if (!is_known) errors_.push_back({field, key, std::move(args)});
    }

    template <class E>
    E chosen(const std::string& field, E otherwise) {
        const auto value = read_enum<E>(form_.get(field));
        if (!value) add(field, "norm.scherm.fout.kies");
        return value.value_or(otherwise);
    }

    template <class T>
    std::optional<Id<T>> chosen_id(const std::string& field, const std::vector<Choice>& choices) {
        const std::string_view text = form_.get(field);
        if (text.empty()) return std::nullopt;
        const bool is_known = std::any_of(choices.begin(), choices.end(), [&](const Choice& c) { return c.value == text; });
        if (!is_known) add(field, "norm.scherm.fout.kies");
        return Id<T>::parse(text);
    }

    std::optional<Day> date(const std::string& field) {
        const std::string_view text = trimmed(form_.get(field));
        if (text.empty()) return std::nullopt;
        const auto day = parse_day(text);
        if (!day) add(field, "norm.scherm.fout.datum");
        return day;
    }

    Term term() {
        const Termijnsoort soort = chosen("soort", Termijnsoort::werkdagen);
        const Invoereenheid eenheid = chosen("eenheid", Invoereenheid::dagen);
        const std::string_view text = trimmed(form_.get("aantal"));
        int count = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), count);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || count > 1'000'000) {
            add("aantal", "norm.scherm.fout.aantal");
            count = 1;
        }
        return term_of(soort, eenheid, count);
    }

    Term term_of(Termijnsoort soort, Invoereenheid eenheid, int count) {
        const bool is_time = eenheid == Invoereenheid::minuten || eenheid == Invoereenheid::uren;
        const minutes length(eenheid == Invoereenheid::uren ? 60 * count : count);
        if (soort == Termijnsoort::werktijd || soort == Termijnsoort::kloktijd) {
            if (!is_time) add("eenheid", "norm.scherm.fout.eenheid_tijd");
            if (soort == Termijnsoort::werktijd) return WorkingTime{length};
            return ClockTime{length};
        }
        if (soort == Termijnsoort::wettelijk) {
            if (is_time) add("eenheid", "norm.fout.termijn_in_uren");
            const auto legal = read_enum<Termijneenheid>(word(is_time ? Invoereenheid::dagen : eenheid));
            return LegalTerm{{count, *legal}, chosen("telling", Telling::vanaf_de_dag_erna), chosen("regime", Regime::termijnenwet)};
        }
        if (eenheid != Invoereenheid::dagen) add("eenheid", "norm.scherm.fout.eenheid_dagen");
        if (soort == Termijnsoort::kalenderdagen) return CalendarDays{count};
        return WorkingDays{count};
    }

    const Params& form_;
    const Normnamen& namen_;
    std::vector<FieldError> errors_;
};

struct Amount {
    std::int64_t aantal;
    std::string eenheid;
};

struct AmountOf {
    Amount in_minutes(minutes length) const {
        if (length.count() % 60 == 0) return {length.count() / 60, word(Invoereenheid::uren)};
        return {length.count(), word(Invoereenheid::minuten)};
    }
    Amount operator()(const WorkingTime& term) const { return in_minutes(term.duur); }
    Amount operator()(const ClockTime& term) const { return in_minutes(term.duur); }
    Amount operator()(const WorkingDays& term) const { return {term.dagen, word(Invoereenheid::dagen)}; }
    Amount operator()(const CalendarDays& term) const { return {term.dagen, word(Invoereenheid::dagen)}; }
    Amount operator()(const LegalTerm& term) const { return {term.duur.aantal, word(term.duur.eenheid)}; }
};

Html legal_fields(const Texts& t, const Form& form, const Params& values) {
    const auto value_or = [&](const char* field, const char* otherwise) {
        const std::string* found = values.find(field);
        return found && !found->empty() ? *found : std::string(otherwise);
    };
    return div(cls("fields"),
               form.select({.name = "telling", .label = t("norm.scherm.norm.telling"), .value = value_or("telling", "vanaf_de_dag_erna"),
                            .hint = t("norm.scherm.norm.alleen_wettelijk")},
                           enum_choices<Telling>(t, "norm.scherm.telling.")),
               form.select({.name = "regime", .label = t("norm.scherm.norm.regime"), .value = value_or("regime", "termijnenwet"),
                            .hint = t("norm.scherm.norm.alleen_wettelijk")},
                           enum_choices<Regime>(t, "norm.scherm.regime.")));
}

Attribute limit(std::size_t characters) { return attr("maxlength", std::to_string(characters)); }

}  // namespace

Result<Servicenorm> read_norm(const Params& form, const Normnamen& namen) { return Reader(form, namen).read(); }

Params as_params(const Texts& t, const Servicenorm& norm) {
    Params values;
    const Amount amount = std::visit(AmountOf{}, norm.term);
    values.add("code", norm.code);
    values.add("aanleiding", word(norm.aanleiding));
    values.add("meet", word(norm.meet));
    values.add("soort", word(soort_of(norm.term)));
    values.add("aantal", amount.aantal == 0 ? "" : std::to_string(amount.aantal));
    values.add("eenheid", amount.eenheid);
    if (const auto* legal = std::get_if<LegalTerm>(&norm.term)) {
        values.add("telling", word(legal->telling));
        values.add("regime", word(legal->regime));
    }
    values.add("kanaal", norm.kanaal.value_or(""));
    values.add("product", norm.product ? norm.product->text() : "");
    values.add("onderwerp", norm.onderwerp ? norm.onderwerp->text() : "");
    values.add("van", norm.van <= altijd ? "" : to_iso(norm.van));
    values.add("tot", norm.tot ? to_iso(*norm.tot) : "");
    values.add("bron", bron_words(t, norm.bron));
    return values;
}

Html norm_fields(const Texts& t, const Form& form, const Params& values, const Normnamen& namen, const std::vector<Choice>& kanalen) {
    const auto value_ = [&](const char* field) { return std::string(values.get(field)); };
    return join(
        form.input({.name = "code", .label = t("norm.scherm.norm.code"), .value = value_("code"), .hint = t("norm.scherm.norm.code_uitleg"),
                    .attributes = {limit(code_limit_characters), attr("autocomplete", "off")}}),
        div(cls("fields"),
            form.select({.name = "aanleiding", .label = t("norm.scherm.norm.aanleiding"), .value = value_("aanleiding")}, enum_choices<Aanleiding>(t, "norm.aanleiding.")),
            form.select({.name = "meet", .label = t("norm.scherm.norm.meet"), .value = value_("meet")}, enum_choices<Meetmoment>(t, "norm.meet."))),
        div(cls("fields"),
            form.input({.name = "aantal", .label = t("norm.scherm.norm.aantal"), .value = value_("aantal"), .attributes = {attr("inputmode", "numeric"), limit(7)}}),
            form.select({.name = "eenheid", .label = t("norm.scherm.norm.eenheid"), .value = value_("eenheid")}, enum_choices<Invoereenheid>(t, "norm.eenheid.")),
            form.select({.name = "soort", .label = t("norm.scherm.norm.soort"), .value = value_("soort")}, enum_choices<Termijnsoort>(t, "norm.soort."))),
        legal_fields(t, form, values),
        div(cls("fields"),
            form.select({.name = "kanaal", .label = t("norm.scherm.norm.kanaal"), .value = value_("kanaal"), .needed = Needed::no}, kanalen, t("norm.scherm.elk_kanaal")),
            form.select({.name = "product", .label = t("norm.scherm.norm.product"), .value = value_("product"), .needed = Needed::no}, namen.producten, t("norm.scherm.elk_product")),
            form.select({.name = "onderwerp", .label = t("norm.scherm.norm.onderwerp"), .value = value_("onderwerp"), .needed = Needed::no}, namen.onderwerpen,
                        t("norm.scherm.elk_onderwerp"))),
        div(cls("fields"),
            form.input({.name = "van", .label = t("norm.scherm.norm.van"), .value = value_("van"), .hint = t("norm.scherm.norm.van_uitleg"), .needed = Needed::no, .type = "date"}),
            form.input({.name = "tot", .label = t("norm.scherm.norm.tot"), .value = value_("tot"), .hint = t("norm.scherm.norm.tot_uitleg"), .needed = Needed::no, .type = "date"})),
        form.input({.name = "bron", .label = t("norm.scherm.norm.bron"), .value = value_("bron"), .hint = t("norm.scherm.norm.bron_uitleg"), .attributes = {limit(bron_limit_characters)}}));
}

}  // namespace dichtbij::norm
