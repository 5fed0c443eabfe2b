#include "formulier/formulier_render.h"

#include "document/document_render.h"
#include "html/dates.h"
#include "html/parts.h"

namespace dichtbij::formulier {
namespace {

using namespace html;

struct Plaatsing {
    const Texts& t;
    const Form& form;
    const Concept& one;
    const document::Inhoudsgrenzen& grenzen;
    std::string taal() const { return std::string(to_string(t.taal())); }
    std::vector<std::string> typed(const std::string& key) const {
        const auto found = one.antwoorden.find(key);
        return found == one.antwoorden.end() ? std::vector<std::string>() : found->second;
    }
    std::string first(const std::string& key) const {
        const auto values = typed(key);
        return values.empty() ? std::string() : values.front();
    }
};

std::vector<html::Choice> choices_of(const Vraag& vraag, const std::string& taal) {
    std::vector<html::Choice> all;
    for (const Keuze& one : vraag.keuzes) all.push_back({one.waarde, one.tekst.in(taal), {}});
    return all;
}

const char* autocomplete_of(const Vraag& vraag) {
    switch (vraag.betekenis) {
        case Betekenis::voornaam: return "given-name";
        case Betekenis::achternaam: return "family-name";
        case Betekenis::naam: return "name";
        default: break;
    }
    if (vraag.soort == Vraagsoort::email) return "email";
    if (vraag.soort == Vraagsoort::telefoon) return "tel";
    return "";
}

// A group of small fields under one question.
Html parts_of(const Plaatsing& in, const Vraag& vraag, const std::string& name_, const Html& controls) {
    const Texts& t = in.t;
    const auto error = in.form.error_of(name_);
    const std::string hint = vraag.hulp.in(in.taal());
    std::string ids;
    if (!hint.empty()) ids = name_ + "-uitleg";
    if (error) ids += (ids.empty() ? "" : " ") + name_ + "-fout";
    return fieldset(cls(error ? "field field-error" : "field"), attr_if(!ids.empty(), "aria-describedby", ids),
                    legend(vraag.vraag.in(in.taal()), when(!vraag.verplicht, [&] { return span(cls("soft small"), " " + t("formulier.hoeft_niet")); })),
                    when(!hint.empty(), [&] { return span(cls("hint"), id(name_ + "-uitleg"), hint); }),
                    when(error.has_value(), [&] { return p(cls("error"), id(name_ + "-fout"), icon("alert-circle"), *error); }), controls);
}

Html day_fields(const Plaatsing& in, const Vraag& vraag, const std::string& key, const std::string& name_) {
    auto values = in.typed(key);
    if (values.size() == 1) {
        const auto day = parse_day(values.front());
        if (day) values = {std::to_string(static_cast<unsigned>(ymd(*day).day())), std::to_string(static_cast<unsigned>(ymd(*day).month())), std::to_string(static_cast<int>(ymd(*day).year()))};
    }
    values.resize(3);
    const bool is_wrong = in.form.error_of(name_).has_value();
    const auto one = [&](const char* part, const std::string& id_, const std::string& typed, const char* classes, const char* most) {
        return div(label(attr("for", id_), in.t(std::string("formulier.datum.") + part)),
                   input(cls(classes), type("text"), id(id_), name(name_ + "." + part), value(typed), attr("inputmode", "numeric"), attr("maxlength", most), attr("autocomplete", "off"),
                         attr_if(is_wrong, "aria-invalid", "true")));
    };
    return parts_of(in, vraag, name_, div(cls("input-row"), one("dag", name_, values[0], "input-day", "2"), one("maand", name_ + ".maand", values[1], "input-day", "2"),
                                          one("jaar", name_ + ".jaar", values[2], "input-year", "4")));
}

Html address_fields(const Plaatsing& in, const Vraag& vraag, const std::string& key, const std::string& name_) {
    auto values = in.typed(key);
    values.resize(5);
    const auto one = [&](const char* part, const std::string& typed, const char* complete, Needed needed, const char* most) {
        return in.form.input({.name = name_ + "." + part, .label = in.t(std::string("formulier.adres.") + part), .value = typed, .needed = vraag.verplicht ? needed : Needed::yes,
                              .attributes = {attr("maxlength", most), attr("autocomplete", complete)}});
    };
    return parts_of(in, vraag, name_, div(cls("stack-tight"), id(name_), one("postcode", values[0], "postal-code", Needed::yes, "10"), one("huisnummer", values[1], "off", Needed::yes, "5"),
                                          one("toevoeging", values[2], "off", Needed::no, "12"), one("straat", values[3], "off", Needed::no, "100"),
                                          one("plaats", values[4], "address-level2", Needed::no, "100")));
}

Html file_fields(const Plaatsing& in, const Vraag& vraag, const std::string& key, const std::string& name_) {
    const Texts& t = in.t;
    const auto chosen = in.typed(key);
    std::vector<Html> rows;
    for (const std::string& id_ : chosen)
        for (const auto& file : in.one.bestanden)
            if (file.document.id.text() == id_)
                rows.push_back(li(file.versie.bestandsnaam + " (" + document::size_in_words(t, file.versie.bytes) + ") ",
                                  button(cls("btn"), type("submit"), name("actie"), value("weg:" + key + ":" + id_), t("formulier.bestand.weg"), span(cls("sr"), " " + file.versie.bestandsnaam))));
    document::Uploadveld veld{name_, vraag.vraag.in(in.taal()), vraag.verplicht && chosen.empty() ? Needed::yes : Needed::no, true};
    return div(document::upload_field(t, in.form, veld, in.grenzen), when(!vraag.hulp.empty(), [&] { return p(cls("soft small"), vraag.hulp.in(in.taal())); }),
               when(!rows.empty(), [&] { return div(p(t("formulier.bestand.al")), ul(rows)); }));
}

Html words_of(const Plaatsing& in, const Vraag& vraag) {
    const std::string words = vraag.vraag.in(in.taal()), more = vraag.hulp.in(in.taal());
    const Html content = join(p(strong(words)), when(!more.empty(), [&] { return p(more); }));
    if (vraag.soort == Vraagsoort::stop) return div(attr("role", "status"), alert("alert-circle", content, Tone::late));
    return alert("info-circle", content, Tone::brand);
}

Html question(const Plaatsing& in, const Vraag& vraag, const std::string& key) {
    const std::string name_ = veldnaam(key), taal = in.taal();
    Field field{.name = name_, .label = vraag.vraag.in(taal), .value = in.first(key), .hint = vraag.hulp.in(taal), .needed = vraag.verplicht ? Needed::yes : Needed::no};
    const auto most = [&](std::size_t usual) { return attr("maxlength", std::to_string(vraag.maximum_tekens > 0 ? static_cast<std::size_t>(vraag.maximum_tekens) : usual)); };
    const std::string complete = autocomplete_of(vraag);
    if (!complete.empty()) field.attributes.push_back(attr("autocomplete", complete));
    switch (vraag.soort) {
        case Vraagsoort::informatie:
        case Vraagsoort::stop: return words_of(in, vraag);
        case Vraagsoort::tekst: field.attributes.push_back(most(tekst_limit)); return in.form.input(field);
        case Vraagsoort::tekstvak: field.attributes.push_back(most(tekstvak_limit)); return in.form.textarea(field, 6);
        case Vraagsoort::plek: {
            auto values = in.typed(key);
            values.resize(3);
            field.attributes.push_back(attr("maxlength", "300"));
            return div(in.form.textarea(field, 2), hidden(name_ + ".breedte", values[1]), hidden(name_ + ".lengte", values[2]));
        }
        case Vraagsoort::getal:
            field.attributes = {attr("inputmode", "decimal"), attr("maxlength", "12"), attr("autocomplete", "off"), cls("input-short")};
            return in.form.input(field);
        case Vraagsoort::tijd:
            field.attributes = {attr("maxlength", "5"), attr("autocomplete", "off"), cls("input-short")};
            return in.form.input(field);
        case Vraagsoort::email: field.type = "email"; field.attributes.push_back(attr("maxlength", "80")); return in.form.input(field);
        case Vraagsoort::telefoon: field.type = "tel"; field.attributes.push_back(attr("maxlength", "20")); return in.form.input(field);
        case Vraagsoort::iban: field.attributes = {attr("maxlength", "42"), attr("autocomplete", "off"), attr("autocapitalize", "characters")}; return in.form.input(field);
        case Vraagsoort::datum: return day_fields(in, vraag, key, name_);
        case Vraagsoort::adres: return address_fields(in, vraag, key, name_);
        case Vraagsoort::bestand: return file_fields(in, vraag, key, name_);
        case Vraagsoort::keuze: return in.form.radios(field, choices_of(vraag, taal));
        case Vraagsoort::keuzes: return in.form.checkboxes(field, choices_of(vraag, taal), in.typed(key));
        case Vraagsoort::ja_nee: return in.form.radios(field, {{"ja", in.t("formulier.ja"), {}}, {"nee", in.t("formulier.nee"), {}}});
        case Vraagsoort::akkoord: field.value = "ja"; return in.form.checkbox(field, in.first(key) == "ja");
        case Vraagsoort::bsn:
        case Vraagsoort::kvk: return div(cls("field"), p(strong(field.label)), p(cls("soft"), in.t(vraag.soort == Vraagsoort::bsn ? "formulier.bsn" : "formulier.kvk")));
        case Vraagsoort::berekend: {
            const auto found = in.one.zichtbaar.find(key);
            if (found == in.one.zichtbaar.end() || found->second.empty()) return {};
            return div(cls("field"), attr("role", "status"), p(field.label + " ", strong(found->second.front())), when(!field.hint.empty(), [&] { return p(cls("hint"), field.hint); }));
        }
    }
    return {};
}

Html group(const Plaatsing& in, const Groep& groep) {
    const std::string taal = in.taal(), title = groep.titel.in(taal);
    const auto questions = [&](std::size_t i) {
        std::vector<Html> all;
        for (const Vraag& vraag : groep.vragen)
            if (geldt(vraag.voorwaarde, in.one.zichtbaar)) all.push_back(question(in, vraag, sleutel(groep, i, vraag)));
        return all;
    };
    const Html uitleg = when(!groep.uitleg.empty(), [&] { return p(groep.uitleg.in(taal)); });
    if (!groep.herhaalt()) return join(when(!title.empty(), [&] { return h2(title); }), uitleg, join(questions(0)));
    const std::size_t count = aantal_van(groep, in.one.antwoorden);
    std::vector<Html> all{uitleg};
    for (std::size_t i = 0; i < count; ++i) all.push_back(section(attr("aria-labelledby", groep.code + "-" + std::to_string(i)), h2(id(groep.code + "-" + std::to_string(i)), title + " " + std::to_string(i + 1)), div(cls("stack"), questions(i))));
    std::vector<Html> buttons;
    if (count < static_cast<std::size_t>(groep.herhalingen)) buttons.push_back(button(cls("btn"), type("submit"), name("actie"), value("erbij:" + groep.code), in.t("formulier.erbij")));
    if (count > 1) buttons.push_back(button(cls("btn"), type("submit"), name("actie"), value("minder:" + groep.code), in.t("formulier.minder")));
    all.push_back(div(cls("row"), buttons));
    return join(all);
}

Html lines(const std::string& text) {
    std::vector<Html> all;
    std::size_t from = 0;
    while (from <= text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        if (!all.empty()) all.push_back(br());
        all.push_back(html::text(std::string_view(text).substr(from, end - from)));
        from = end + 1;
    }
    return join(all);
}

}  // namespace

std::vector<FieldError> in_taal(std::vector<FieldError> errors, std::string_view taal) {
    for (FieldError& error : errors)
        if (error.field.starts_with("v.") && error.args.size() == 2 && error.key != "formulier.fout.getal_tussen") error.args = {taal == "en" ? error.args[1] : error.args[0]};
    return errors;
}

Html vragen(const Texts& t, const Form& form, const Pagina& pagina, const Concept& one, const document::Inhoudsgrenzen& grenzen) {
    const Plaatsing in{t, form, one, grenzen};
    std::vector<Html> all;
    for (const Groep& groep : pagina.groepen)
        if (geldt(groep.voorwaarde, one.zichtbaar)) all.push_back(group(in, groep));
    return join(all);
}

std::string waarde_in_woorden(const Texts& t, const Antwoordregel& regel, Day today) {
    if (regel.soort == "datum")
        if (const auto day = parse_day(regel.waarde)) return full_date(t, *day);
    static_cast<void>(today);
    return regel.waarde;
}

Html antwoorden_lijst(const Texts& t, const std::vector<Antwoordregel>& all, Day today, int heading) {
    std::vector<Html> sections;
    for (std::size_t i = 0; i < all.size();) {
        std::vector<Fact> facts;
        const std::string& kop = all[i].kop;
        for (; i < all.size() && all[i].kop == kop; ++i) facts.push_back({all[i].vraag, lines(waarde_in_woorden(t, all[i], today))});
        sections.push_back(section(el(heading == 3 ? "h3" : "h2", kop), definitions(facts)));
    }
    return join(sections);
}

Html overzicht(const Texts& t, const Concept& one, const std::function<std::string(const std::string&)>& wijzig, Day today) {
    const std::string taal(to_string(t.taal()));
    const auto all = regels(*one.definitie, one.zichtbaar, taal);
    std::vector<Html> sections;
    for (const Pagina* pagina : paginas_voor(*one.definitie, one.zichtbaar)) {
        std::vector<Fact> facts;
        for (const Regel& regel : all) {
            if (regel.pagina != pagina->code) continue;
            Antwoordregel words{regel.kop, regel.vraag, regel.soort == Vraagsoort::datum ? "datum" : "", {}};
            for (std::string value : regel.waarden) {
                if (regel.soort == Vraagsoort::ja_nee || regel.soort == Vraagsoort::akkoord) value = t(value == "nee" ? "formulier.nee" : "formulier.ja");
                if (regel.soort == Vraagsoort::plek && !words.waarde.empty()) continue;
                for (const auto& file : one.bestanden)
                    if (regel.soort == Vraagsoort::bestand && file.document.id.text() == value) value = file.versie.bestandsnaam;
                if (!value.empty()) words.waarde.append(words.waarde.empty() ? "" : regel.soort == Vraagsoort::adres ? " " : "\n").append(value);
            }
            facts.push_back({words.vraag, lines(waarde_in_woorden(t, words, today))});
        }
        const std::string title = pagina->titel.in(taal);
        sections.push_back(section(attr("aria-labelledby", "p-" + pagina->code), h2(id("p-" + pagina->code), title), definitions(facts),
                                   p(a(href(wijzig(pagina->code)), t("formulier.wijzig"), span(cls("sr"), ": " + title)))));
    }
    return join(sections);
}

}  // namespace dichtbij::formulier
