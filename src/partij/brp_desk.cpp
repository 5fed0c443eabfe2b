// Looking someone up in the BRP: why, by what, who was found, and taking one over.
#include "base/text.h"
#include "html/parts.h"
#include "partij/opzoek_desk.h"
#include "partij/zoek.h"

namespace dichtbij::partij {
namespace {

using namespace html;
using access::Desk;
using http::Request;
using http::Response;
using opzoek::BrpPersoon;
using opzoek::Uitkomst;

constexpr std::string_view brp_url = "/personen/brp";

struct Brpvelden {
    std::string doel, bsn, geslachtsnaam, voorvoegsel, geboortedatum, postcode, huisnummer, toevoeging;
};

Brpvelden getypt(const Request& request) {
    const auto field = [&](std::string_view name) { return cleaned(request.form.get(name)); };
    return {field("doel"), field("bsn"), field("geslachtsnaam"), field("voorvoegsel"), field("geboortedatum"), field("postcode"), field("huisnummer"), field("toevoeging")};
}

// From what was typed in a search box before.
Brpvelden brp_velden_from(std::string_view typed, Day today) {
    Brpvelden out;
    const Zoekvraag vraag = parse_zoekvraag(typed, today);
    for (const Sleutel& sleutel : vraag.sleutels)
        if (sleutel.soort == SoortSleutel::bsn) out.bsn = sleutel.waarde;
    if (vraag.geboortedatum && !vraag.geboortedatum_is_gok) out.geboortedatum = geboortedatum_getypt(*vraag.geboortedatum);
    if (vraag.postcode) out.postcode = postcode_leesbaar(*vraag.postcode);
    if (vraag.huisnummer) out.huisnummer = std::to_string(*vraag.huisnummer);
    const Invoer invoer = invoer_from_zoekvraag(typed, SoortPartij::persoon, today);
    const auto& naam = std::get<Persoon>(invoer.gegevens.wie).naam;
    out.geslachtsnaam = naam.achternaam;
    out.voorvoegsel = naam.voorvoegsel_achternaam;
    return out;
}

// The first of the three ways that something was filled in for.
Result<opzoek::Persoonsvraag> brp_vraag_of(const Brpvelden& in, Day today) {
    if (!in.bsn.empty()) return opzoek::MetBsn{in.bsn};
    if (!in.geslachtsnaam.empty() || !in.geboortedatum.empty()) {
        const auto born = parse_geboortedatum(in.geboortedatum, today);
        if (!born || !born->is_whole()) return invalid("geboortedatum", "opzoek.fout.geboortedatum");
        return opzoek::MetNaam{in.geslachtsnaam, in.voorvoegsel, make_day(born->jaar, static_cast<unsigned>(born->maand), static_cast<unsigned>(born->dag))};
    }
    if (in.postcode.empty() && in.huisnummer.empty()) return invalid("bsn", "opzoek.fout.leeg");
    const std::string& nummer = in.huisnummer;
    opzoek::MetAdres vraag{in.postcode, all_digits(nummer) && !nummer.empty() && nummer.size() < 6 ? std::stoi(nummer) : 0, {}, {}};
    (in.toevoeging.size() == 1 && !all_digits(in.toevoeging) ? vraag.huisletter : vraag.toevoeging) = in.toevoeging;
    return vraag;
}

struct Brpblad {
    Zoekplek plek;
    std::vector<Choice> doelen;
    Brpvelden getypt;
    std::vector<FieldError> fouten = {};
    std::optional<opzoek::Antwoord<BrpPersoon>> antwoord = {};
};

Html brp_zoekvelden(const Texts& t, const Form& form_, const Brpvelden& in) {
    const auto field = [&](std::string_view name, std::string_view key, const std::string& value, int longest) {
        return form_.input({.name = std::string(name), .label = t(key), .value = value, .needed = Needed::no,
                            .attributes = {attr("maxlength", std::to_string(longest)), attr("autocomplete", "off")}});
    };
    return join(fieldset(cls("question"), legend(t("opzoek.met_bsn")), field("bsn", "partij.scherm.bsn", in.bsn, 12)),
                fieldset(cls("question"), legend(t("opzoek.met_naam")),
                         div(cls("filters"), field("voorvoegsel", "partij.scherm.voorvoegsel", in.voorvoegsel, 10), field("geslachtsnaam", "partij.scherm.achternaam", in.geslachtsnaam, 200),
                             field("geboortedatum", "partij.scherm.geboortedatum", in.geboortedatum, 30))),
                fieldset(cls("question"), legend(t("opzoek.met_adres")),
                         div(cls("filters"), field("postcode", "partij.scherm.postcode", in.postcode, 10), field("huisnummer", "partij.scherm.huisnummer", in.huisnummer, 5),
                             field("toevoeging", "partij.scherm.toevoeging", in.toevoeging, 10))));
}

Html brp_badges(const Texts& t, const BrpPersoon& one) {
    return join(when(one.geheim, [&] { return join(" ", badge("shield", t("opzoek.geheim"), Tone::late)); }),
                when(one.overleden, [&] { return join(" ", badge("alert-triangle", t("opzoek.overleden"), Tone::late)); }));
}

Html brp_row(const PartijSchermen& s, const Desk& desk, const Brpblad& blad, const BrpPersoon& one) {
    const Texts& t = desk.t;
    const auto bekend = s.store.read([&](store::Tx& tx) { return s.overnames->bekend(tx, *blad.plek.gemeente, soort_bsn, one.bsn); });
    return row(cell(strong(one.naam), brp_badges(t, one), span(cls("sub"), masked_object_id(one.bsn))),
               cell(attr("data-l", t("opzoek.geboren")), one.geboorte ? geboren_leesbaar(*one.geboorte) : ""),
               cell(attr("data-l", t("opzoek.adres_kop")), one.geheim ? t("opzoek.adres_geheim") : opzoek::adresregel(one.adres)),
               cell(form(attr("method", "post"), action(std::string(brp_url) + "/overnemen"), csrf_field(desk.csrf), blad.plek.verborgen(), hidden("gemeente", blad.plek.gemeente->text()),
                         hidden("doel", blad.getypt.doel), hidden("bsn", one.bsn),
                         button(cls("btn btn-small"), type("submit"), t(bekend.empty() ? "opzoek.neem_over" : "opzoek.vul_aan"), span(cls("sr"), " " + one.naam))),
                    when(!bekend.empty(), [&] { return p(cls("small"), a(href(url_of(bekend.front(), blad.plek.gesprek)), t("opzoek.staat_hier"), span(cls("sr"), " " + one.naam))); })));
}

Html gevonden_personen(const PartijSchermen& s, const Desk& desk, const Brpblad& blad) {
    const Texts& t = desk.t;
    if (!blad.antwoord) return {};
    const auto& vondsten = blad.antwoord->vondsten;
    if (vondsten.empty()) return div(cls("section"), uitkomst_melding(t, blad.antwoord->uitkomst, opzoek::Bron::brp));
    return section_of({"h-gevonden", t("opzoek.gevonden"), std::to_string(vondsten.size())},
                      join(p(cls("soft"), t("opzoek.brp_bewaart_niets")),
                           stackable_table(t("opzoek.gevonden"), {{t("opzoek.naam")}, {t("opzoek.geboren")}, {t("opzoek.adres_kop")}, {t("opzoek.kies")}},
                                           each(vondsten, [&](const BrpPersoon& one) { return brp_row(s, desk, blad, one); }))));
}

Response brp_page(const PartijSchermen& s, const Desk& desk, const Brpblad& blad) {
    const Texts& t = desk.t;
    const Form fields(t, blad.fouten);
    const std::string back = blad.plek.with("/personen/nieuw");
    const Html main =
        blad.doelen.empty()
            ? empty_state(t("opzoek.geen_doel"), t("opzoek.geen_doel_uitleg"), "shield")
            : join(alert("shield", p(t("opzoek.brp_uitleg"))), gevonden_personen(s, desk, blad),
                   form(cls("stack"), attr("method", "post"), action(brp_url), flag("novalidate"), csrf_field(desk.csrf), blad.plek.verborgen(), blad.plek.gemeente_veld(t, fields),
                        fields.select({.name = "doel", .label = t("opzoek.doel"), .value = blad.getypt.doel, .hint = t("opzoek.doel_uitleg")}, blad.doelen, t("opzoek.kies_doel")),
                        p(cls("soft"), t("opzoek.een_van_drie")), brp_zoekvelden(t, fields, blad.getypt),
                        div(cls("row toolbar"), submit(t("opzoek.zoek")), button_link(back, t("formulier.annuleer")))));
    return desk.page({t("opzoek.zoek_brp"), fields.has_errors()},
                     join(fields.summary(), back_link(back, t("partij.scherm.nieuw.persoon")), page_head(t("opzoek.zoek_brp")), main), fields.has_errors() ? 422 : 200);
}

Result<Brpblad> brp_blad(const PartijSchermen& s, const Request& request, const Desk& desk, Brpvelden in) {
    Brpblad blad{zoekplek(s, request, desk), {}, std::move(in)};
    if (!blad.plek.gemeente) return forbidden("no gemeente");
    TRY(const auto doelen, s.opzoeken->doelen(desk.caller, *blad.plek.gemeente));
    for (const auto& one : doelen) blad.doelen.push_back({one.code, one.naam, ""});
    return blad;
}

Response show_brp(const PartijSchermen& s, Request& request, Desk& desk) {
    const auto blad = brp_blad(s, request, desk, brp_velden_from(request.query.get("q"), desk.today()));
    return blad ? brp_page(s, desk, *blad) : desk.fail(blad.error());
}

Response look_in_brp(const PartijSchermen& s, Request& request, Desk& desk) {
    auto blad = brp_blad(s, request, desk, getypt(request));
    if (!blad) return desk.fail(blad.error());
    const auto vraag = brp_vraag_of(blad->getypt, desk.today());
    if (!vraag) {
        blad->fouten = vraag.error().fields;
        return brp_page(s, desk, *blad);
    }
    auto antwoord = s.opzoeken->personen(desk.caller, *blad->plek.gemeente, *vraag, blad->getypt.doel);
    if (antwoord) blad->antwoord = std::move(*antwoord);
    else if (antwoord.error().reason == Reason::invalid) blad->fouten = antwoord.error().fields;
    else return desk.fail(antwoord.error());
    return brp_page(s, desk, *blad);
}

Response take_from_brp(const PartijSchermen& s, Request& request, Desk& desk) {
    auto blad = brp_blad(s, request, desk, getypt(request));
    if (!blad) return desk.fail(blad.error());
    auto antwoord = s.opzoeken->personen(desk.caller, *blad->plek.gemeente, opzoek::MetBsn{blad->getypt.bsn}, blad->getypt.doel);
    if (!antwoord) return desk.fail(antwoord.error());
    if (antwoord->uitkomst != Uitkomst::gevonden) {
        blad->antwoord = std::move(*antwoord);
        return brp_page(s, desk, *blad);
    }
    const auto bekend = s.store.read([&](store::Tx& tx) { return s.overnames->bekend(tx, *blad->plek.gemeente, soort_bsn, blad->getypt.bsn); });
    const auto taken = s.overnames->take_persoon(desk.caller, *blad->plek.gemeente, antwoord->vondsten.front(), blad->plek.gesprek);
    if (taken && bekend.empty())
        if (const auto noted = s.opzoeken->note_taken(desk.caller, *blad->plek.gemeente, blad->getypt.doel, *taken); !noted) return desk.fail(noted.error());
    return naar_overgenomen(desk, blad->plek, taken, bekend);
}

}  // namespace

void add_brp_routes(access::DeskRoutes& routes, const PartijSchermen& s) {
    routes.get(brp_url, [s](Request& request, Desk& desk) { return show_brp(s, request, desk); });
    routes.post(brp_url, [s](Request& request, Desk& desk) { return look_in_brp(s, request, desk); });
    routes.post(std::string(brp_url) + "/overnemen", [s](Request& request, Desk& desk) { return take_from_brp(s, request, desk); });
}

}  // namespace dichtbij::partij
