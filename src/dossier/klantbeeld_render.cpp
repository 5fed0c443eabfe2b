#include "dossier/klantbeeld_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "partij/identificatie_render.h"
#include "partij/invoer_desk.h"
#include "partij/scherm_desk.h"
#include "partij/telefoon.h"

namespace dichtbij::dossier {
namespace {

using namespace html;
using access::Desk;
using partij::Gegevens;

constexpr std::size_t quote_characters = 400;

template <class E>
std::string word(E one) {
    return boost::describe::enum_to_string(one, "");
}

std::string birth(const Texts& t, const partij::Geboortedatum& born, Day today) {
    std::string words = partij::geboortedatum_getypt(born);
    if (born.is_whole()) words = full_date(t, make_day(born.jaar, static_cast<unsigned>(born.maand), static_cast<unsigned>(born.dag)));
    const auto age = partij::leeftijd(born, today);
    return age ? words + " (" + std::to_string(*age) + ")" : words;
}

Html digital(const Gegevens& gegevens, partij::SoortDigitaalAdres kind, bool is_masked) {
    Html list;
    for (const auto& adres : gegevens.digitale_adressen) {
        if (adres.soort != kind) continue;
        std::string words = adres.adres;
        if (kind == partij::SoortDigitaalAdres::telefoonnummer && !is_masked)
            if (const auto number = partij::e164(adres.adres)) words = partij::telefoon_leesbaar(*number);
        if (!adres.omschrijving.empty()) words += " (" + adres.omschrijving + ")";
        list += join(text(list.empty() ? "" : ", "), span(kind == partij::SoortDigitaalAdres::telefoonnummer ? cls("nowrap") : Attribute(), words));
    }
    return list;
}

// The number behind dots, with a button that shows it; showing is a reading of its own in the access log.
Html number(const Desk& desk, const Klantbeeld& beeld, std::string_view kind, Nummers nummers) {
    const auto* found = partij::find_identificator(beeld.gegevens(), kind);
    if (!found) return {};
    if (beeld.is_beperkt() || nummers == Nummers::getoond) return span(cls("nowrap"), found->object_id);
    return join(span(cls("nowrap"), partij::masked_object_id(found->object_id)), " ",
                form(cls("inline"), attr("method", "post"), action("/personen/" + beeld.beeld.partij.id.text() + "/toon"), csrf_field(desk.csrf),
                     when(beeld.gesprek.has_value(), [&] { return hidden("gesprek", beeld.gesprek->text()); }),
                     button(cls("btn-plain"), type("submit"), attr("aria-label", desk.t("dossier.toon_nummer", desk.t("partij.scherm." + std::string(kind)))),
                            desk.t("dossier.toon"))));
}

Html plain_number(const Gegevens& gegevens, std::string_view kind) {
    const auto* found = partij::find_identificator(gegevens, kind);
    return found ? span(cls("nowrap"), found->object_id) : Html();
}

std::string preferences(const Texts& t, const partij::Voorkeuren& v) {
    std::string words;
    const auto add = [&](const std::string& more) {
        if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
    };
    if (!v.kanaal.empty()) add(t.has("kanaal." + v.kanaal) ? t("kanaal." + v.kanaal) : v.kanaal);
    add(v.tijd);
    if (!v.taal.empty() && v.taal != "nld") add(t.has("partij.taal." + v.taal) ? t("partij.taal." + v.taal) : v.taal);
    return words;
}

Html address_of(const std::optional<partij::Adres>& adres) { return adres ? text(partij::adresregel(*adres)) : Html(); }

// Whom of us the company turns to, and where that is chosen.
Html account_manager(const Desk& desk, const Klantbeeld& beeld) {
    const auto& partij = beeld.beeld.partij;
    if (!std::holds_alternative<partij::Organisatie>(partij.gegevens.wie)) return {};
    const bool can_choose = !beeld.is_beperkt() && partij::mag_accountmanager_kiezen(desk.caller, partij.gemeente);
    const Html link = when(can_choose, [&] {
        return a(href("/personen/" + partij.id.text() + "/accountmanager"), desk.t(beeld.accountmanager ? "partij.accountmanager.wijzig" : "partij.accountmanager.kies"));
    });
    if (!beeld.accountmanager) return link;
    const auto& one = *beeld.accountmanager;
    return join(one.naam, when(!one.telefoon.empty(), [&] { return join(", ", span(cls("nowrap"), one.telefoon)); }), when(can_choose, [&] { return join(" ", link); }));
}

Html facts_of(const Desk& desk, const Klantbeeld& beeld, Nummers nummers) {
    const Texts& t = desk.t;
    const Gegevens& g = beeld.gegevens();
    const auto* persoon = std::get_if<partij::Persoon>(&g.wie);
    const auto& zelf = g.voorkeuren.zelfredzaamheid;
    using Kind = partij::SoortDigitaalAdres;
    return facts({{t("dossier.geboren"), persoon && persoon->geboortedatum ? text(birth(t, *persoon->geboortedatum, desk.today())) : Html()},
                  {t("dossier.adres"), address_of(g.bezoekadres)},
                  {t("dossier.postadres"), address_of(g.correspondentieadres)},
                  {t("partij.scherm.bsn"), number(desk, beeld, partij::soort_bsn, nummers)},
                  {t("partij.scherm.kvk_nummer"), plain_number(g, partij::soort_kvk_nummer)},
                  {t("partij.scherm.rsin"), number(desk, beeld, partij::soort_rsin, nummers)},
                  {t("partij.scherm.vestigingsnummer"), plain_number(g, partij::soort_vestigingsnummer)},
                  {t("dossier.telefoon"), digital(g, Kind::telefoonnummer, beeld.is_beperkt())},
                  {t("dossier.email"), digital(g, Kind::email, beeld.is_beperkt())},
                  {t("dossier.ook_via"), digital(g, Kind::overig, beeld.is_beperkt())},
                  {t("dossier.werkt_voor"), beeld.werkgever ? a(href(partij::url_of(beeld.werkgever->id)), beeld.werkgever->naam) : Html()},
                  {t("partij.accountmanager.kop"), account_manager(desk, beeld)},
                  {t("dossier.liefst"), text(preferences(t, g.voorkeuren))},
                  {t("dossier.zelfredzaam"), zelf == partij::Zelfredzaamheid::onbekend ? Html() : text(t("partij.zelfredzaamheid." + word(zelf)))},
                  {t("dossier.gemeente"), access::scope_of(desk.caller).gemeenten.size() > 1 ? text(beeld.gemeente) : Html()}});
}

Html identity_badge(const Texts& t, const Klantbeeld& beeld) {
    if (!beeld.gesprek) return {};
    return beeld.beeld.is_geidentificeerd ? badge("shield-check", t("dossier.gecontroleerd"), Tone::good)
                                          : badge("shield", t("dossier.niet_gecontroleerd"), Tone::today);
}

Html actions_of(const Desk& desk, const Klantbeeld& beeld) {
    const Texts& t = desk.t;
    const auto& id_ = beeld.beeld.partij.id;
    const std::string query = beeld.gesprek ? "?gesprek=" + beeld.gesprek->text() : "";
    const bool is_beheerder = access::has_role(desk.caller, beeld.beeld.partij.gemeente, {access::Rol::beheerder});
    const bool takes_contacts = access::has_role(desk.caller, beeld.beeld.partij.gemeente,
                                                 {access::Rol::kcc_medewerker, access::Rol::behandelaar, access::Rol::teamleider, access::Rol::manager});
    return div(cls("row toolbar"),
               when(beeld.gesprek.has_value(), [&] { return button_link("/contact/" + beeld.gesprek->text(), t("dossier.terug_naar_contact"), "arrow-left"); }),
               when(!beeld.gesprek && takes_contacts, [&] { return button_link("/contact/nieuw?partij=" + id_.text(), t("dossier.nieuw_contact"), "plus"); }),
               when(takes_contacts, [&] { return button_link("/zaken/nieuw?partij=" + id_.text() + "&gemeente=" + beeld.beeld.partij.gemeente.text(), t("zaaklijst.nieuw"), "folder-plus"); }),
               when(!beeld.is_beperkt(), [&] { return button_link("/personen/" + id_.text() + "/wijzig" + query, t("dossier.wijzig"), "pencil"); }),
               when(!beeld.is_beperkt() && std::holds_alternative<partij::Organisatie>(beeld.gegevens().wie), [&] {
                   return button_link("/personen/nieuw?soort=contactpersoon&organisatie=" + id_.text() + "&gemeente=" + beeld.beeld.partij.gemeente.text(),
                                      t("dossier.nieuwe_contactpersoon"), "user-plus");
               }),
               when(is_beheerder, [&] {
                   return join(button_link("/personen/" + id_.text() + "/inzage.json", t("dossier.inzage"), "download"),
                               button_link("/personen/" + id_.text() + "/wissen", t("dossier.wissen"), "eraser"));
               }));
}

Html agreements(const Desk& desk, const Klantbeeld& beeld) {
    const Texts& t = desk.t;
    return each(beeld.gegevens().afspraken, [&](const partij::Afspraak& one) {
        const std::string when_ = t("dossier.afgesproken", full_date(t, one.van), full_date(t, one.bekijk_datum));
        const bool is_old = one.bekijk_datum <= desk.today();
        return alert("hand-stop", p(strong(t("dossier.denk_hieraan")), " ", one.tekst, " ", span(cls("soft"), when_),
                                    when(is_old, [&] { return join(" ", badge("clock", t("dossier.kijk_opnieuw"), Tone::today)); })));
    });
}

Html identify_part(const Desk& desk, const Klantbeeld& beeld) {
    const Texts& t = desk.t;
    if (beeld.gesprek && !beeld.beeld.is_geidentificeerd)
        return details(cls("panel"), flag("open"), summary(t("dossier.wie_spreek_je")), p(t("dossier.eerst_vragen")),
                       partij::identificatie_form(t, desk.csrf, {beeld.beeld.partij.id, *beeld.gesprek, {}}, beeld.vragen));
    if (beeld.is_beperkt()) return alert("lock", p(t("dossier.beperkt")));
    return {};
}

// ---- Contacts

Html afloop_badge(const Texts& t, klantcontact::Afloop afloop) {
    using klantcontact::Afloop;
    const std::string words = t("dossier.afloop." + word(afloop));
    switch (afloop) {
        case Afloop::beantwoord: return badge("check", words, Tone::good);
        case Afloop::doorgezet: return badge("arrow-forward-up", words);
        case Afloop::doorverwezen: return badge("arrow-right", words);
        case Afloop::beeindigd: break;
    }
    return badge("x", words);
}

std::string channel_icon(std::string_view kanaal) {
    if (kanaal == "telefoon") return "phone";
    if (kanaal == "email" || kanaal == "brief") return "mail";
    if (kanaal == "balie") return "building-community";
    if (kanaal == "huisbezoek") return "home";
    if (kanaal == "formulier") return "device-laptop";
    if (kanaal == "video") return "video";
    return "message-circle";
}

std::string channel_name(const Texts& t, const std::string& kanaal) { return t.has("kanaal." + kanaal) ? t("kanaal." + kanaal) : kanaal; }

Moment moment_of(const Desk& desk, const Contactbeeld& one) {
    const Texts& t = desk.t;
    const auto& contact = one.regel.klantcontact;
    const auto& inhoud = contact.inhoud;
    Moment made{channel_icon(inhoud.kanaal), {}, moment(t, inhoud.plaatsgevonden_op, desk.now), {}};
    if (!one.door.empty()) made.when += " · " + one.door;
    const Html kanaal = strong(channel_name(t, inhoud.kanaal));
    if (one.regel.afgeschermd) {
        made.line = join(kanaal, " ", badge("lock", t("dossier.afgeschermd")));
        return made;
    }
    const std::string subject = inhoud.onderwerp.empty() ? contact.nummer : inhoud.onderwerp;
    made.line = join(kanaal, " ", t("dossier.over"), " ", a(href("/klantcontacten/" + contact.id.text()), subject), " ", afloop_badge(t, contact.afloop));
    made.quote = shortened(inhoud.inhoud, quote_characters);
    return made;
}

Html contact_list(const Desk& desk, const std::vector<Contactbeeld>& all) {
    std::vector<Moment> moments;
    for (const auto& one : all) moments.push_back(moment_of(desk, one));
    return timeline(moments);
}

std::string contacts_url(const Klantbeeld& beeld, const std::string& kanaal) {
    std::string url = partij::url_of(beeld.beeld.partij.id, beeld.gesprek);
    return kanaal.empty() ? url : partij::with_query(url, "kanaal", kanaal);
}

Html channel_tabs(const Texts& t, const Klantbeeld& beeld, const Klantvraag& vraag) {
    std::vector<Tab> all{{contacts_url(beeld, "") + "#h-contacten", t("dossier.alles"), static_cast<long>(beeld.contacten.totaal), vraag.kanaal.empty()}};
    for (const auto& tab : beeld.contacten.kanalen)
        all.push_back({contacts_url(beeld, tab.kanaal) + "#h-contacten", channel_name(t, tab.kanaal), tab.aantal, tab.kanaal == vraag.kanaal});
    return tabs(all);
}

Html hit_cells(const Desk& desk, const partij::Verwant& one) {
    const Texts& t = desk.t;
    const auto& born = one.partij.geboortedatum;
    return join(cell(a(cls("cover title"), href(partij::url_of(one.partij.id)), one.partij.naam),
                     when(born.has_value(), [&] { return span(cls("sub"), birth(t, *born, desk.today())); })),
                cell(attr("data-l", t("dossier.verband")), t("partij.verband." + word(one.verband))));
}

}  // namespace

std::string aanspreeknaam(const Texts& t, const Gegevens& gegevens) {
    const auto* naam = partij::contactnaam(gegevens);
    if (!naam || naam->achternaam.empty()) {
        const std::string known = partij::volledige_naam(gegevens);
        return known.empty() ? t("dossier.naamloos") : known;
    }
    const auto* persoon = std::get_if<partij::Persoon>(&gegevens.wie);
    const auto aanhef = persoon ? persoon->aanhef : std::get<partij::Contactpersoon>(gegevens.wie).aanhef;
    std::string words;
    const auto add = [&](const std::string& more) {
        if (!more.empty()) words += (words.empty() ? "" : " ") + more;
    };
    if (aanhef != partij::Aanhef::geen) add(t("partij.aanhef." + word(aanhef)));
    add(naam->voorletters);
    add(naam->voornaam.empty() || naam->voorletters.empty() ? naam->voornaam : "(" + naam->voornaam + ")");
    add(naam->voorvoegsel_achternaam);
    add(naam->achternaam);
    return words;
}

std::string warning_icon(partij::Waarschuwing one) {
    switch (one) {
        case partij::Waarschuwing::geheimhouding: return "lock";
        case partij::Waarschuwing::overleden: return "info-circle";
        case partij::Waarschuwing::collega: break;
    }
    return "users";
}

Html klantbeeld_head(const Desk& desk, const Klantbeeld& beeld, Nummers nummers) {
    const Texts& t = desk.t;
    const auto& note = beeld.gegevens().interne_notitie;
    return join(header(cls("section"),
                       div(cls("page-head"), h1(aanspreeknaam(t, beeld.gegevens())), identity_badge(t, beeld),
                           when(!beeld.gegevens().indicaties.actief, [&] { return badge("player-pause", t("dossier.niet_actief")); })),
                       facts_of(desk, beeld, nummers), actions_of(desk, beeld)),
                each(beeld.beeld.waarschuwingen, [&](partij::Waarschuwing one) {
                    return alert(warning_icon(one), p(strong(t("partij.waarschuwing." + word(one)))), Tone::late);
                }),
                agreements(desk, beeld), when(!note.empty(), [&] { return alert("note", p(strong(t("dossier.notitie")), " ", note)); }),
                identify_part(desk, beeld));
}

Html loopt_section(const Desk& desk, const Klantbeeld& beeld) {
    const Texts& t = desk.t;
    const auto row_for = [&](const werk::Regelbeeld& one) {
        const werk::Werk& w = one.regel.werk;
        const bool closed = one.regel.afgeschermd;
        const std::string step = t.has("stap." + w.laatste_stap) ? t("stap." + w.laatste_stap) : t("stap.anders");
        return row(attr_if(!closed, "data-row-url", werk::url_of(w)),
                   cell(closed ? join(w.soort == werk::Soort::zaak ? a(cls("title"), href(werk::url_of(w)), t("dossier.er_loopt_iets")) : span(cls("title"), t("dossier.er_loopt_iets")),
                                      span(cls("sub"), t("dossier.inhoud_niet")))
                               : cover(werk::url_of(w), w.titel, w.nummer + " · " + one.gemeente)),
                   cell(attr("data-l", t("lijst.eigenaar")), one.eigenaar,
                        when(!w.aanvaard_op, [&] { return span(cls("sub"), t("werk.niet_aanvaard")); })),
                   cell(attr("data-l", t("dossier.waar")), closed ? join(icon("lock"), " ", t("dossier.afgeschermd")) : text(step)),
                   cell(werk::due_of(t, one, desk.now)));
    };
    const Html content = beeld.loopt.empty() ? empty_state(t("dossier.niets_loopt"), t("dossier.niets_loopt_uitleg"))
                                             : stackable_table(t("dossier.loopt_bijschrift"),
                                                               {{t("dossier.wat")}, {t("lijst.eigenaar")}, {t("dossier.waar")}, {t("lijst.beloofd")}},
                                                               each(beeld.loopt, row_for));
    return section_of({"h-loopt", t("dossier.loopt"), std::to_string(beeld.loopt.size())}, content);
}

Html contacten_section(const Desk& desk, const Klantbeeld& beeld, const Klantvraag& vraag) {
    const Texts& t = desk.t;
    const auto& contacten = beeld.contacten;
    if (contacten.totaal == 0 && contacten.regels.empty())
        return section_of({"h-contacten", t("dossier.contacten")}, empty_state(t("dossier.geen_contacten"), t("dossier.geen_contacten_uitleg"), "message-circle"));
    const std::string next = contacten.volgende
                                 ? partij::with_query(contacts_url(beeld, vraag.kanaal), "voor", as_text(*contacten.volgende)) + "#h-contacten"
                                 : std::string();
    return section_of({"h-contacten", t("dossier.contacten"), std::to_string(contacten.totaal)},
                      join(channel_tabs(t, beeld, vraag),
                           contacten.regels.empty() ? p(cls("soft"), t("dossier.geen_van_dit_kanaal")) : contact_list(desk, contacten.regels),
                           when(vraag.voor.has_value(), [&] { return p(a(href(contacts_url(beeld, vraag.kanaal) + "#h-contacten"), t("dossier.nieuwste"))); }),
                           pager(t, next)));
}

Html elders_section(const Desk& desk, const Klantbeeld& beeld) {
    const Texts& t = desk.t;
    if (beeld.elders.empty()) return {};
    return section_of({"h-elders", t("dossier.elders"), t("dossier.elders_uitleg")},
                      div(cls("multiples"), each(beeld.elders, [&](const Elders& one) {
                              const auto& found = one.verwant.partij;
                              return article(cls("panel"), h3(a(href(partij::url_of(found.id)), found.naam)),
                                             p(cls("row"), badge("building-community", one.gemeente),
                                               badge(one.verwant.is_zeker() ? "shield-check" : "help", t("partij.verband." + word(one.verwant.verband)))),
                                             when(!one.verwant.is_zeker(), [&] { return p(cls("soft small"), t("dossier.suggestie")); }),
                                             when(!found.waarschuwingen.empty(), [&] { return p(icon("lock"), " ", t("dossier.afgeschermd")); }),
                                             when(one.lopend > 0, [&] { return p(t("dossier.lopend_daar", one.lopend)); }),
                                             contact_list(desk, one.contacten));
                          })));
}

Html dubbelen_section(const Desk& desk, const Klantbeeld& beeld) {
    const Texts& t = desk.t;
    const std::string url = "/personen/" + beeld.beeld.partij.id.text();
    const Html gesprek = when(beeld.gesprek.has_value(), [&] { return hidden("gesprek", beeld.gesprek->text()); });
    const Html possible = when(!beeld.mogelijk_dubbel.empty(), [&] {
        const auto row_for = [&](const partij::Verwant& one) {
            return row(hit_cells(desk, one), cell(form(cls("inline"), attr("method", "post"), action(url + "/samenvoegen"), csrf_field(desk.csrf), gesprek,
                                                       hidden("dubbel", one.partij.id.text()),
                                                       button(cls("btn btn-small"), type("submit"), icon("arrows-join"), t("dossier.voeg_samen")))));
        };
        return section_of({"h-dubbel", t("dossier.dubbel"), t("dossier.dubbel_uitleg")},
                          stackable_table(t("dossier.dubbel"), {{t("dossier.wie")}, {t("dossier.verband")}, {t("dossier.doen")}}, each(beeld.mogelijk_dubbel, row_for)));
    });
    const Html merged = when(!beeld.samengevoegd.empty(), [&] {
        return details(cls("section"), summary(t("dossier.samengevoegd_met", beeld.samengevoegd.size())), each(beeld.samengevoegd, [&](const Naamregel& one) {
                           const Form fields(t);
                           return form(cls("filters"), attr("method", "post"), action("/personen/" + one.id.text() + "/splits"), csrf_field(desk.csrf), gesprek,
                                       span(strong(one.naam)),
                                       fields.input({.name = "reden", .label = t("dossier.reden_splits"), .attributes = {attr("maxlength", "500"), flag("required")},
                                                     .id = "reden-" + one.id.text()}),
                                       button(cls("btn"), type("submit"), icon("arrows-split"), t("dossier.splits")));
                       }));
    });
    return join(possible, merged);
}

Html afgeschermd_page(const Desk& desk, const partij::Afgeschermd& closed, std::optional<Id<Gesprek>> gesprek, std::vector<FieldError> errors) {
    const Texts& t = desk.t;
    const Form fields(t, std::move(errors));
    return join(fields.summary(), page_head(closed.naam), each(closed.waarschuwingen, [&](partij::Waarschuwing one) {
                    return alert(warning_icon(one), p(strong(t("partij.waarschuwing." + word(one)))), Tone::late);
                }),
                form(cls("stack panel"), attr("method", "post"), action("/personen/" + closed.id.text() + "/openen"), flag("novalidate"), csrf_field(desk.csrf),
                     when(gesprek.has_value(), [&] { return hidden("gesprek", gesprek->text()); }), p(t("dossier.open_uitleg")),
                     fields.input({.name = "reden", .label = t("dossier.open_reden"), .hint = t("dossier.open_reden_uitleg"),
                                   .attributes = {attr("maxlength", std::to_string(partij::reden_max_characters))}}),
                     div(cls("row toolbar"), submit(t("dossier.open")), button_link("/", t("formulier.annuleer")))));
}

}  // namespace dichtbij::dossier
