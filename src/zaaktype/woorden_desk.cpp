#include "zaaktype/woorden_desk.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>
#include <charconv>

#include "html/dates.h"

namespace dichtbij::zaaktype {

using access::Desk;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

constexpr std::array<std::string_view, 8> ja_nee_velden{"zonder_inloggen", "opschorten", "dwangsom", "met_instemming",
                                                        "te_bevestigen", "eind", "verplicht", "vertrouwelijk"};

std::string_view last_of(std::string_view pad) {
    const auto point = pad.rfind('.');
    return point == std::string_view::npos ? pad : pad.substr(point + 1);
}

std::string one_value(const Texts& t, std::string_view veld, std::string_view waarde) {
    const std::string key = "zaaktype.waarde." + std::string(veld) + "." + std::string(waarde);
    return t.has(key) ? t(key) : std::string(waarde);
}

std::string each_value(const Texts& t, std::string_view veld, std::string_view waarden) {
    std::string text;
    while (!waarden.empty()) {
        const auto end = std::min(waarden.find(", "), waarden.size());
        text.append(text.empty() ? "" : ", ").append(one_value(t, veld, waarden.substr(0, end)));
        waarden.remove_prefix(std::min(end + 2, waarden.size()));
    }
    return text;
}

std::string money(const Texts& t, std::string_view cents) {
    std::int64_t amount = 0;
    std::from_chars(cents.data(), cents.data() + cents.size(), amount);
    const std::string rest = std::to_string(amount % 100);
    return t("zaaktype.scherm.euro", amount / 100, (rest.size() < 2 ? "0" : "") + rest);
}

}  // namespace

std::string url_van(Id<dichtbij::Zaaktype> id, std::string_view rest) { return std::string(lijst_url) + "/" + id.text() + std::string(rest); }
std::string url_van(Id<dichtbij::ZaaktypeVersie> id, std::string_view rest) { return "/beheer/zaaktypeversies/" + id.text() + std::string(rest); }

std::string pad_in_woorden(const Texts& t, std::string_view pad) {
    std::string words;
    while (!pad.empty()) {
        const auto end = std::min(pad.find_first_of(".["), pad.size());
        const std::string_view veld = pad.substr(0, end);
        if (veld == "nl" || veld == "en") words.append(" (").append(t("zaaktype.taal." + std::string(veld))).append(")");
        else words.append(words.empty() ? "" : ", ").append(t("zaaktype.veld." + std::string(veld)));
        pad.remove_prefix(end);
        if (pad.starts_with("[")) {
            const auto close = std::min(pad.find(']'), pad.size());
            const std::string_view code = pad.substr(1, close - 1);
            int number = 0;
            const auto [stop, error] = std::from_chars(code.data(), code.data() + code.size(), number);
            const bool is_place = error == std::errc{} && stop == code.data() + code.size();
            words.append(" ").append(is_place ? std::to_string(number + 1) : "‘" + std::string(code) + "’");
            pad.remove_prefix(std::min(close + 1, pad.size()));
        }
        if (pad.starts_with(".")) pad.remove_prefix(1);
    }
    return words;
}

std::string waarde_in_woorden(const Texts& t, std::string_view pad, std::string_view waarde) {
    if (waarde.empty()) return t("zaaktype.scherm.niets");
    const std::string_view veld = last_of(pad);
    if (std::find(ja_nee_velden.begin(), ja_nee_velden.end(), veld) != ja_nee_velden.end())
        return t(waarde == "true" ? "zaaktype.scherm.ja" : "zaaktype.scherm.nee");
    if (veld == "bedrag_cent") return money(t, waarde);
    if (veld == "rollen") return each_value(t, veld, waarde);
    return one_value(t, veld, waarde);
}

const std::string& in_taal(const Texts& t, const Tweetalig& tekst) { return t.taal() == Taal::en && !tekst.en.empty() ? tekst.en : tekst.nl; }

Html staat_badge(const Texts& t, Staat staat) {
    switch (staat) {
        case Staat::ontwerp: return badge("pencil", t("zaaktype.staat.ontwerp"), Tone::today);
        case Staat::gepubliceerd: return badge("circle-check", t("zaaktype.staat.gepubliceerd"), Tone::good);
        case Staat::beeindigd: break;
    }
    return badge("ban", t("zaaktype.staat.beeindigd"));
}

Html te_bevestigen_badge(const Texts& t, int aantal) {
    return when(aantal > 0, [&] { return badge("help-circle", t("zaaktype.scherm.te_bevestigen", aantal)); });
}

Html bevestig_tekst(const Texts& t) { return badge("help-circle", t("zaaktype.scherm.nog_bevestigen")); }

std::string termijn_in_woorden(const Texts& t, int aantal, std::string_view eenheid) {
    return t("zaaktype.termijn." + std::string(eenheid), aantal);
}

std::string dagen_van(const Desk& desk, const Versie& versie) {
    const Texts& t = desk.t;
    if (!versie.geldig_van) return "";
    const std::string van = full_date(t, *versie.geldig_van);
    return versie.geldig_tot ? t("zaaktype.scherm.van_tot", van, full_date(t, *versie.geldig_tot)) : t("zaaktype.scherm.sinds", van);
}

Html gedaan_melding(const Desk& desk, const http::Request& request) {
    constexpr std::array<std::string_view, 7> known{"bewaard", "ontwerp", "gepubliceerd", "weggegooid", "einde", "einde_weg", "ingelezen"};
    const std::string_view wat = request.query.get("gedaan");
    if (std::find(known.begin(), known.end(), wat) == known.end()) return {};
    return div(cls("section"), attr("role", "status"), alert("circle-check", p(desk.t("zaaktype.gedaan." + std::string(wat))), Tone::good));
}

http::Response gedaan(std::string url, std::string_view wat) {
    url.append(url.find('?') == std::string::npos ? "?" : "&").append("gedaan=").append(wat);
    return http::Response::redirect(std::move(url));
}

Html verschillentabel(const Texts& t, std::string_view titel, const std::vector<Verschil>& verschillen, const std::string& oud, const std::string& nieuw) {
    return stackable_table(titel, {{.label = t("zaaktype.scherm.veld")}, {.label = oud}, {.label = nieuw}},
                           each(verschillen, [&](const Verschil& one) {
                               return row(cell(strong(pad_in_woorden(t, one.pad))),
                                          cell(attr("data-l", oud), waarde_in_woorden(t, one.pad, one.oud)),
                                          cell(attr("data-l", nieuw), waarde_in_woorden(t, one.pad, one.nieuw)));
                           }));
}

}  // namespace dichtbij::zaaktype
