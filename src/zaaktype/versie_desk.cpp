#include <boost/describe/enum_to_string.hpp>

#include "zaaktype/regels.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaaktype {
namespace {

using access::Desk;
using http::Request;
using http::Response;
using namespace html;  // NOLINT: a screen is written in elements

template <class E>
std::string word(E value) {
    return boost::describe::enum_to_string(value, "");
}
template <class E>
std::string in_words(const Texts& t, std::string_view veld, E value) {
    return t("zaaktype.waarde." + std::string(veld) + "." + word(value));
}

std::string ja_nee(const Texts& t, bool value) { return t(value ? "zaaktype.scherm.ja" : "zaaktype.scherm.nee"); }

Html of_bevestigen(const Texts& t, const std::string& waarde, bool te_bevestigen) {
    if (waarde.empty()) return bevestig_tekst(t);
    return join(waarde, when(te_bevestigen, [&] { return join(" ", bevestig_tekst(t)); }));
}

// What is there in Dutch only, so that a screen reader says it as Dutch on a page in English.
Html dutch(const Texts& t, const std::string& words) { return t.taal() == Taal::nl ? text(words) : span(attr("lang", "nl"), words); }

// In the language of the reader when it is there.
Html of_gemeente(const Texts& t, const Tweetalig& tekst) { return t.taal() == Taal::en && !tekst.en.empty() ? text(tekst.en) : dutch(t, tekst.nl); }

Html beide(const Texts& t, const Tweetalig& tekst) {
    if (tekst == Tweetalig{}) return text(t("zaaktype.scherm.niets"));
    return join(dutch(t, tekst.nl), when(!tekst.en.empty(), [&] { return span(cls("sub"), attr("lang", "en"), tekst.en); }));
}

Html termijnen(const Texts& t, const Zaaktype& z) {
    const auto& wet = z.wettelijke_termijn;
    const Html termijn = text(wet.aantal > 0 ? termijn_in_woorden(t, wet.aantal, word(wet.eenheid)) : t("zaaktype.scherm.geen_termijn"));
    std::string langer = t("zaaktype.scherm.nee");
    if (z.verlengen.keren > 0) langer = t("zaaktype.scherm.verlengen", z.verlengen.keren, termijn_in_woorden(t, z.verlengen.aantal, word(z.verlengen.eenheid)));
    if (z.verlengen.met_instemming) langer += ". " + t("zaaktype.scherm.met_instemming");
    return definitions({{t("zaaktype.veld.wettelijke_termijn"), termijn},
                        {t("zaaktype.veld.grondslag"), of_bevestigen(t, wet.grondslag, wet.te_bevestigen)},
                        {t("zaaktype.veld.servicenorm"), text(termijn_in_woorden(t, z.servicenorm.aantal, "werkdagen"))},
                        {t("zaaktype.veld.opschorten"), text(ja_nee(t, z.opschorten))},
                        {t("zaaktype.veld.verlengen"), text(langer)},
                        {t("zaaktype.veld.dwangsom"), text(ja_nee(t, z.dwangsom))},
                        {t("zaaktype.deel.leges"), join(in_words(t, "soort", z.leges.soort), when(z.leges.bedrag_cent > 0, [&] {
                                                            return text(": " + waarde_in_woorden(t, "leges.bedrag_cent", std::to_string(z.leges.bedrag_cent)));
                                                        }))}});
}

// "5 jaar na het begin van het besluit"; which day that is, when the case type says so.
Html bewaring(const Texts& t, const Zaaktype& z, const Archief& archief) {
    const std::string how_long = archief.jaren > 0 ? ", " + termijn_in_woorden(t, archief.jaren, "jaren") : "";
    const bool is_kept = archief.nominatie == Nominatie::blijvend_bewaren && archief.jaren == 0;
    if (is_kept) return text(in_words(t, "nominatie", archief.nominatie));
    Html day = archief.datumkenmerk.empty() ? Html() : text(": " + archief.datumkenmerk);
    if (archief.afleiding == Afleiding::eigenschap)
        for (const Eigenschap& one : z.eigenschappen)
            if (one.code == archief.datumkenmerk) day = join(": ", of_gemeente(t, one.vraag));
    if (archief.afleiding == Afleiding::termijn && archief.procestermijn_jaren > 0) day = text(": " + termijn_in_woorden(t, archief.procestermijn_jaren, "jaren"));
    return join(in_words(t, "nominatie", archief.nominatie) + how_long,
                span(cls("sub"), t("zaaktype.veld.afleiding"), ": ", in_words(t, "afleiding", archief.afleiding), day));
}

Html resultaten(const Texts& t, const Zaaktype& z) {
    return stackable_table(t("zaaktype.deel.resultaten"),
                           {{.label = t("zaaktype.veld.naam")}, {.label = t("zaaktype.veld.archief")}, {.label = t("zaaktype.veld.selectielijst")}},
                           each(z.resultaten, [&](const Resultaattype& r) {
                               return row(cell(beide(t, r.naam)), cell(attr("data-l", t("zaaktype.veld.archief")), bewaring(t, z, r.archief)),
                                          cell(attr("data-l", t("zaaktype.veld.selectielijst")), of_bevestigen(t, r.archief.selectielijst, r.archief.te_bevestigen)));
                           }));
}

Html opsomming(const Texts& t, const Zaaktype& z) {
    const auto list = [&](std::string_view deel, const Html& items) {
        return items.empty() ? Html() : section_of({"h-" + std::string(deel), t("zaaktype.deel." + std::string(deel)), {}, {}}, ul(cls("list-plain stack-tight"), items));
    };
    return join(list("rollen", each(z.rollen, [&](Rolsoort rol) { return li(in_words(t, "rollen", rol)); })),
                list("eigenschappen", each(z.eigenschappen, [&](const Eigenschap& e) {
                         return li(beide(t, e.vraag), " ", span(cls("soft"), in_words(t, "soort", e.soort), when(e.verplicht, text(", " + t("zaaktype.veld.verplicht")))));
                     })),
                list("documenttypen", each(z.documenttypen, [&](const Documenttype& d) {
                         return li(beide(t, d.naam), " ", span(cls("soft"), in_words(t, "verplicht_bij", d.verplicht_bij)),
                                   when(d.vertrouwelijk, [&] { return join(" ", badge("lock", t("zaaktype.veld.vertrouwelijk"))); }));
                     })),
                list("taken", each(z.taken, [&](const Taaksjabloon& taak) {
                         return li(dutch(t, taak.naam), " ", span(cls("soft"), in_words(t, "soort", taak.soort), ", ", termijn_in_woorden(t, taak.werkdagen, "werkdagen")));
                     })));
}

Html statussen(const Texts& t, const Zaaktype& z) {
    return ol(cls("list-plain stack"), each(z.statussen, [&](const Statustype& status) {
        return li(strong(of_gemeente(t, status.naam)), p(of_gemeente(t, status.wij_doen)),
                  when(!status.u_doet.nl.empty(), [&] { return p(cls("soft"), t("zaaktype.veld.u_doet"), ": ", of_gemeente(t, status.u_doet)); }));
    }));
}

// What a resident reads, in one language. Its words come from the catalogue in that language.
Html in_een_taal(const Texts& t, const Zaaktype& z, const std::string& taal) {
    const auto say = [&](const Tweetalig& tekst) { return taal == "en" ? tekst.en : tekst.nl; };
    const std::string prefix = "zaaktype.voorbeeld." + taal + ".";
    const auto part = [&](std::string_view key, const std::string& words) {
        return when(!words.empty(), [&] { return p(strong(t(prefix + std::string(key))), br(), words); });
    };
    return section(cls("panel stack"), attr("lang", taal), attr("aria-labelledby", "h-" + taal), p(cls("soft"), t("zaaktype.taal." + taal)), h2(id("h-" + taal), say(z.naam)),
                   p(say(z.uitleg)),
                   h3(t(prefix + "stappen")), ol(cls("list-plain stack"), each(z.statussen, [&](const Statustype& s) {
                          return li(cls("stack"), h4(say(s.naam)), part("wij_doen", say(s.wij_doen)), part("u_doet", say(s.u_doet)));
                      })),
                   when(!z.eigenschappen.empty() || !z.documenttypen.empty(), [&] {
                       return join(h3(t(prefix + "nodig")), ul(cls("list-plain stack-tight below"), each(z.eigenschappen, [&](const Eigenschap& e) { return li(say(e.vraag)); }),
                                                                each(z.documenttypen, [&](const Documenttype& d) {
                                                                    return when(d.verplicht_bij == Verplichtbij::aanvraag, [&] { return li(say(d.naam)); });
                                                                })));
                   }),
                   part("kosten", say(z.leges.uitleg)),
                   h3(t(prefix + "uitkomst")), ul(cls("list-plain stack-tight"), each(z.resultaten, [&](const Resultaattype& r) { return li(say(r.naam)); })));
}

}  // namespace

Response versie_lezen(const Schermen&, Request& request, Desk& desk, const Versieblad& blad) {
    const Texts& t = desk.t;
    const Zaaktype& z = blad.inhoud;
    const auto& v = blad.versie;
    const std::string naam = in_taal(t, z.naam).empty() ? z.code : in_taal(t, z.naam);
    return desk.page(naam, join(back_link(url_van(v.zaaktype), naam),
                                page_head(naam, t("zaaktype.scherm.versie", v.nummer), button_link(url_van(v.id, "/voorbeeld"), t("zaaktype.voorbeeld.kop"), "eye")),
                                gedaan_melding(desk, request),
                                facts({{t("zaaktype.scherm.stand"), staat_badge(t, staat_van(v, desk.today()))}, {t("zaaktype.scherm.geldig"), text(dagen_van(desk, v))},
                                       {t("zaaktype.veld.afhandelniveau"), text(std::to_string(z.afhandelniveau))},
                                       {t("zaaktype.veld.vertrouwelijkheid"), text(in_words(t, "vertrouwelijkheid", z.vertrouwelijkheid))},
                                       {t("zaaktype.veld.aanleiding"), text(in_words(t, "aanleiding", z.aanleiding))},
                                       {t("zaaktype.veld.betrouwbaarheidsniveau"), text(in_words(t, "betrouwbaarheidsniveau", z.betrouwbaarheidsniveau))}}),
                                section_of({"h-algemeen", t("zaaktype.deel.algemeen"), {}, {}}, join(p(cls("prose"), dutch(t, z.doel)), p(cls("prose"), of_gemeente(t, z.uitleg)))),
                                section_of({"h-termijnen", t("zaaktype.deel.termijnen"), {}, {}}, termijnen(t, z)),
                                section_of({"h-statussen", t("zaaktype.deel.statussen"), {}, {}}, statussen(t, z)),
                                section_of({"h-resultaten", t("zaaktype.deel.resultaten"), {}, {}}, resultaten(t, z)), opsomming(t, z)));
}

Response voorbeeld(const Schermen& in, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto blad = in.zaaktypen.versie(desk.caller, id_in<dichtbij::ZaaktypeVersie>(request));
    if (!blad) return desk.fail(blad.error());
    const std::string naam = in_taal(t, blad->inhoud.naam).empty() ? blad->inhoud.code : in_taal(t, blad->inhoud.naam);
    return desk.page(t("zaaktype.voorbeeld.titel", naam),
                     join(back_link(url_van(blad->versie.id), naam), page_head(t("zaaktype.voorbeeld.kop"), t("zaaktype.scherm.versie", blad->versie.nummer)),
                          p(cls("prose"), t("zaaktype.voorbeeld.uitleg")),
                          div(cls("fields"), in_een_taal(t, blad->inhoud, "nl"), in_een_taal(t, blad->inhoud, "en"))));
}

Response vergelijk(const Schermen& in, Request& request, Desk& desk) {
    const Texts& t = desk.t;
    const auto blad = in.zaaktypen.zaaktype(desk.caller, id_in<dichtbij::Zaaktype>(request));
    if (!blad) return desk.fail(blad.error());
    const auto asked = [&](std::string_view veld) -> const Versie* {
        for (const Versie& versie : blad->versies)
            if (versie.id.text() == request.query.get(veld)) return &versie;
        return nullptr;
    };
    const Versie *oud = asked("oud"), *nieuw = asked("nieuw");
    if (!oud || !nieuw) return desk.fail({Reason::not_found, "no such version of the case type", "", {}});
    const auto found = in.zaaktypen.compare(desk.caller, oud->id, nieuw->id);
    if (!found) return desk.fail(found.error());
    const std::string naam = in_taal(t, blad->regel.naam).empty() ? blad->regel.code : in_taal(t, blad->regel.naam);
    std::vector<Choice> versies;
    for (const Versie& versie : blad->versies) versies.push_back({versie.id.text(), t("zaaktype.scherm.versie", versie.nummer)});
    const Form form(t);
    const std::string was = t("zaaktype.scherm.versie", oud->nummer), wordt = t("zaaktype.scherm.versie", nieuw->nummer);
    return desk.page(t("zaaktype.vergelijk.titel", naam),
                     join(back_link(url_van(blad->regel.id), naam), page_head(t("zaaktype.vergelijk.titel", naam), t("zaaktype.vergelijk.aantal", found->size())),
                          filters(t, url_van(blad->regel.id, "/vergelijken"),
                                  join(form.select({.name = "oud", .label = t("zaaktype.vergelijk.oud"), .value = oud->id.text()}, versies),
                                       form.select({.name = "nieuw", .label = t("zaaktype.vergelijk.nieuw"), .value = nieuw->id.text()}, versies))),
                          found->empty() ? empty_state(t("zaaktype.vergelijk.gelijk"), t("zaaktype.vergelijk.gelijk_uitleg"))
                                         : verschillentabel(t, t("zaaktype.vergelijk.titel", naam), *found, was, wordt)));
}

}  // namespace dichtbij::zaaktype
