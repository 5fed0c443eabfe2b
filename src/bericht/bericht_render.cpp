#include "bericht/bericht_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "bericht/taalhulp_render.h"
#include "html/dates.h"

namespace dichtbij::bericht {

using namespace html;

namespace {

struct Teken {
    std::string_view icon;
    Tone tone;
};

Teken teken_of(Staat staat) {
    switch (staat) {
        case Staat::wacht: return {"clock", Tone::plain};
        case Staat::klaar: return {"send", Tone::brand};
        case Staat::verzonden: return {"check", Tone::good};
        case Staat::gelezen: return {"checks", Tone::good};
        case Staat::ingetrokken: return {"x", Tone::plain};
        case Staat::mislukt: break;
    }
    return {"alert-triangle", Tone::late};
}

std::string_view lang_of(std::string_view taal) { return taal == "eng" ? "en" : "nl"; }

std::string when_words(const Texts& t, const Bericht& one, Instant now) {
    if (one.staat == Staat::wacht) return t("bericht.scherm.gaat", short_moment(t, one.gepland_op, now));
    return short_moment(t, one.verzonden_op.value_or(one.ontstaan_op), now);
}

}  // namespace

Html staat_badge(const Texts& t, Staat staat) {
    const Teken teken = teken_of(staat);
    return badge(teken.icon, t("bericht.staat." + std::string(boost::describe::enum_to_string(staat, ""))), teken.tone);
}

Html leesbeeld(const Texts&, std::string_view onderwerp, std::string_view tekst, std::string_view taal) {
    return article(cls("panel prose stack"), attr("lang", lang_of(taal)), when(!onderwerp.empty(), [&] { return h3(onderwerp); }), each(paragraphs(tekst), [](const std::string& paragraph) {
                       std::vector<Html> lines;
                       for (std::size_t at = 0; at <= paragraph.size();) {
                           const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
                           if (at > 0) lines.push_back(br());
                           lines.push_back(text(paragraph.substr(at, end - at)));
                           at = end + 1;
                       }
                       return p(lines);
                   }));
}

Html berichten_deel(const Texts& t, const std::vector<Bericht>& berichten, const std::map<Id<Medewerker>, std::string>& namen, Instant now) {
    const auto name_of = [&](const Bericht& one) {
        if (!one.door) return t("bericht.scherm.regel");
        const auto found = namen.find(*one.door);
        return found == namen.end() ? std::string() : found->second;
    };
    const auto subject = [&](const Bericht& one) {
        if (one.onderwerp.empty()) return text(t("bericht.scherm.vertrouwelijk"));
        return a(href("/berichten/" + one.id.text()), attr("lang", lang_of(one.taal)), one.onderwerp);
    };
    return section(cls("section"), attr("aria-labelledby", "h-berichten"), div(cls("section-head"), h2(id("h-berichten"), t("bericht.scherm.deel"))),
                   berichten.empty() ? p(cls("soft"), t("bericht.scherm.deel_leeg"))
                                     : ul(cls("list-plain stack"), each(berichten, [&](const Bericht& one) {
                                              return li(subject(one), " ", staat_badge(t, one.staat),
                                                        span(cls("sub"), when_words(t, one, now), " · ", name_of(one)));
                                          })));
}

Html inwoner_berichten(const Texts& t, const std::vector<Bericht>& berichten, Instant now, const std::function<std::string(const Bericht&)>& url) {
    if (berichten.empty()) return empty_state(t("bericht.scherm.inwoner.leeg"), t("bericht.scherm.inwoner.leeg_uitleg"), "mail");
    return ul(cls("list-plain stack"), each(berichten, [&](const Bericht& one) {
                  const Instant op = one.verzonden_op.value_or(one.gepland_op);
                  return li(a(href(url(one)), attr("lang", lang_of(one.taal)), one.onderwerp),
                            when(one.staat != Staat::gelezen, [&] { return join(" ", badge("mail", t("bericht.scherm.inwoner.nieuw"), Tone::brand)); }),
                            span(cls("sub"), moment(t, op, now), when(!one.nummer.empty(), [&] { return text(" · " + one.nummer); })));
              }));
}

Html inwoner_bericht(const Texts& t, const Bericht& bericht, std::string_view gemeente, Instant now) {
    return join(p(cls("soft"), moment(t, bericht.verzonden_op.value_or(bericht.gepland_op), now), " · ", t("bericht.scherm.van_gemeente", gemeente)),
                leesbeeld(t, bericht.onderwerp, bericht.tekst, bericht.taal));
}

Html woorden_velden(const Texts& t, const Form& form, const Woordenveld& veld) {
    return fieldset(
        cls("stack"), legend(t("bericht.scherm.woorden")), p(cls("soft"), t("bericht.scherm.woorden_uitleg")), hidden("bericht_taal", veld.taal),
        form.input({.name = "bericht_onderwerp", .label = t("bericht.scherm.onderwerp"), .value = veld.onderwerp,
                    .attributes = {attr("maxlength", std::to_string(onderwerp_limit)), attr("lang", lang_of(veld.taal))}}),
        schrijfveld(t, form, {{.name = "bericht_tekst", .label = t("bericht.scherm.tekst"), .value = veld.tekst,
                               .hint = t("bericht.taal." + std::string(veld.taal == "eng" ? "eng" : "nld")),
                               .attributes = {attr("maxlength", std::to_string(tekst_limit)), attr("lang", lang_of(veld.taal))}},
                              12, veld.taal}),
        details(summary(t("bericht.scherm.zo_leest")),
                div(id("bericht-voorbeeld"), attr("aria-live", "polite"), attr("hx-post", "/berichten/voorbeeld"), attr("hx-trigger", "input delay:400ms from:closest form"),
                    attr("hx-include", "closest form"), attr("hx-swap", "innerHTML"), leesbeeld(t, veld.onderwerp, veld.tekst, veld.taal))));
}

std::vector<FieldError> woorden_fouten(std::vector<FieldError> errors) {
    for (FieldError& one : errors)
        if (one.field == "onderwerp" || one.field == "tekst") one.field.insert(0, "bericht_");
    return errors;
}

Woordenveld woorden_uit(const http::Params& form) {
    return {cleaned(form.get("bericht_onderwerp")), cleaned(form.get("bericht_tekst")), normal_taal(form.get("bericht_taal")), ""};
}

}  // namespace dichtbij::bericht
