#include "partij/opzoek_desk.h"

#include "base/text.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::partij {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Request;
using http::Response;
using opzoek::Bron;
using opzoek::Herkomst;
using opzoek::Uitkomst;

namespace {

bool is_aan(const PartijSchermen& s, const Desk& desk, const Zoekplek& plek, Bron bron) {
    return s.opzoeken != nullptr && plek.gemeente && s.opzoeken->is_aan(desk.caller, *plek.gemeente, bron).value_or(false);
}

// "A-2" and "a 2" are letter A with addition 2; "bis" is an addition.
opzoek::MetAdres vraag_over(const Adres& adres) {
    opzoek::MetAdres vraag{adres.postcode, adres.huisnummer.value_or(0), {}, {}};
    std::string_view rest = trimmed(adres.huisnummertoevoeging);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (!rest.empty() && is_letter(rest[0]) && (rest.size() == 1 || !is_letter(rest[1]))) {
        vraag.huisletter = rest.substr(0, 1);
        rest.remove_prefix(1);
    }
    while (!rest.empty() && (rest.front() == '-' || rest.front() == ' ')) rest.remove_prefix(1);
    vraag.toevoeging = rest;
    return vraag;
}

std::vector<FieldError> named_in(const std::string& pad, std::vector<FieldError> fouten) {
    for (FieldError& one : fouten) one.field = pad + "." + (one.field == "toevoeging" ? "huisnummertoevoeging" : one.field);
    return fouten;
}

std::string found_words(const Texts& t, const opzoek::Antwoord<opzoek::Vondstadres>& antwoord) {
    const std::string bron = t(antwoord.herkomst == Herkomst::lokaal ? "opzoek.adres.lokaal" : "opzoek.adres.bron");
    if (antwoord.vondsten.size() == 1) return t("opzoek.adres.gevonden", bron);
    std::string nummers;
    for (const auto& one : antwoord.vondsten)
        nummers += (nummers.empty() ? "" : ", ") + std::to_string(one.huisnummer.value_or(0)) + (one.toevoeging.empty() ? "" : " " + one.toevoeging);
    return t("opzoek.adres.meer", nummers, bron);
}

}  // namespace

Html Zoekplek::verborgen() const {
    return join(when(gesprek.has_value(), [&] { return hidden("gesprek", gesprek->text()); }), when(!terug.empty(), [&] { return hidden("terug", terug); }));
}

Html Zoekplek::gemeente_veld(const Texts& t, const Form& form) const {
    const std::string chosen = gemeente ? gemeente->text() : "";
    return gemeenten.size() > 1 ? form.select({.name = "gemeente", .label = t("partij.scherm.gemeente"), .value = chosen}, gemeenten) : hidden("gemeente", chosen);
}

std::string Zoekplek::url_of(PartijId partij) const { return terug.empty() ? partij::url_of(partij, gesprek) : with_query(terug, "partij", partij.text()); }

std::string Zoekplek::with(std::string url) const {
    if (gemeente && gemeenten.size() > 1) url = with_query(url, "gemeente", gemeente->text());
    if (gesprek) url = with_query(url, "gesprek", gesprek->text());
    return terug.empty() ? url : with_query(url, "terug", terug);
}

Zoekplek zoekplek(const PartijSchermen& s, const Request& request, const Desk& desk) {
    Zoekplek plek;
    plek.gesprek = gesprek_in(request);
    plek.terug = terug_in(request);
    plek.gemeente = GemeenteId::parse(request.form.has("gemeente") ? request.form.get("gemeente") : request.query.get("gemeente"));
    s.store.read([&](store::Tx& tx) {
        for (const auto& id : access::scope_of(desk.caller).gemeenten)
            if (const auto found = organisatie::gemeente(tx, id)) plek.gemeenten.push_back({id.text(), found->naam, ""});
    });
    if (!plek.gemeente && !plek.gemeenten.empty()) plek.gemeente = GemeenteId::parse(plek.gemeenten.front().value);
    return plek;
}

Html uitkomst_melding(const Texts& t, Uitkomst uitkomst, Bron bron) {
    if (uitkomst == Uitkomst::gevonden) return {};
    const std::string woord = t("opzoek.bron." + opzoek::naam_of(bron));
    if (uitkomst == Uitkomst::onbekend) return empty_state(t("opzoek.niets"), t("opzoek.niets_uitleg"), "search");
    return alert("alert-triangle", p(attr("role", "status"), t("opzoek.uitkomst." + opzoek::naam_of(uitkomst), woord)), Tone::today);
}

Response naar_overgenomen(const Desk& desk, const Zoekplek& plek, const Result<PartijId>& taken, const std::vector<PartijId>& bekend) {
    if (taken) return Response::redirect(plek.terug.empty() ? with_query(plek.url_of(*taken), "melding", "partij.scherm.overgenomen") : plek.url_of(*taken));
    const Failure& failure = taken.error();
    const bool must_open = failure.key == "partij.eerst_openen" || failure.key == "partij.eerst_identificeren";
    return must_open && !bekend.empty() ? Response::redirect(partij::url_of(bekend.front(), plek.gesprek)) : desk.fail(failure);
}

Html register_links(const PartijSchermen& s, const Desk& desk, const Zoekplek& plek, std::string_view typed) {
    const auto link = [&](Bron bron, std::string_view url, std::string_view key, std::string_view icon_name) {
        if (!is_aan(s, desk, plek, bron)) return Html{};
        std::string to = plek.with(std::string(url));
        if (!typed.empty()) to = with_query(to, "q", typed);
        return button_link(to, desk.t(key), icon_name);
    };
    return join(link(Bron::brp, "/personen/brp", "opzoek.zoek_brp", "search"), link(Bron::kvk, "/personen/handelsregister", "opzoek.zoek_kvk", "search"));
}

bool zoekt_adressen(const PartijSchermen& s, const Desk& desk, GemeenteId gemeente) {
    return s.opzoeken != nullptr && s.opzoeken->is_aan(desk.caller, gemeente, Bron::adressen).value_or(false);
}

Adresmelding vul_adres_aan(const PartijSchermen& s, const Request& request, const Desk& desk, GemeenteId gemeente, Invoer& invoer) {
    Adresmelding melding{std::string(request.form.get("zoek_adres")), {}, {}};
    auto& gegevens = invoer.gegevens;
    if (s.opzoeken == nullptr || (melding.pad != "bezoekadres" && melding.pad != "correspondentieadres")) return {};
    auto& plek = melding.pad == "bezoekadres" ? gegevens.bezoekadres : gegevens.correspondentieadres;
    const auto antwoord = s.opzoeken->adressen(desk.caller, gemeente, vraag_over(plek.value_or(Adres{})));
    if (!antwoord) {
        melding.fouten = named_in(melding.pad, antwoord.error().fields);
        melding.tekst = desk.t("opzoek.adres.invullen");
        return melding;
    }
    if (antwoord->uitkomst != Uitkomst::gevonden) {
        melding.tekst = antwoord->uitkomst == Uitkomst::onbekend ? desk.t("opzoek.adres.onbekend")
                                                                 : desk.t("opzoek.uitkomst." + opzoek::naam_of(antwoord->uitkomst), desk.t("opzoek.bron.adressen"));
        return melding;
    }
    const auto& first = antwoord->vondsten.front();
    plek->straatnaam = first.straat;
    plek->stad = first.plaats;
    plek->postcode = first.postcode;
    if (antwoord->vondsten.size() == 1) plek->huisnummertoevoeging = first.toevoeging;
    melding.tekst = found_words(desk.t, *antwoord);
    return melding;
}

}  // namespace dichtbij::partij
