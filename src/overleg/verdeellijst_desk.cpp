#include "overleg/verdeellijst_desk.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <memory>

#include "base/csv.h"
#include "html/woord.h"
#include "http/form.h"
#include "organisatie/organisatie_service.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::overleg {

using access::Desk;
using html::Texts;
using html::woord;
using http::Request;
using http::Response;

namespace {

constexpr int pagina = 50;

std::vector<Kolom> read_kolommen(const http::Params& given) {
    std::vector<Kolom> chosen;
    for (const auto words : given.all("kolom")) {
        Kolom kolom{};
        if (boost::describe::enum_from_string(std::string(words).c_str(), kolom) && std::find(chosen.begin(), chosen.end(), kolom) == chosen.end()) chosen.push_back(kolom);
    }
    std::sort(chosen.begin(), chosen.end());
    return chosen;
}

// Columns and order: of the address, else as he last had them.
void read_vorm(const VerdeelSchermen& s, const http::Params& given, const Desk& desk, Verdeelvraag& v) {
    v.kolommen = read_kolommen(given);
    const bool has_orde = boost::describe::enum_from_string(std::string(given.get("op")).c_str(), v.orde);
    if (!v.kolommen.empty() && has_orde) return;
    if (const auto kept = http::parse_urlencoded(s.store.read([&](store::Tx& tx) { return s.verdelen.vorm(tx, desk.caller, Lijstplek::verdelen); }), {})) {
        if (!has_orde) boost::describe::enum_from_string(std::string(kept->get("op")).c_str(), v.orde);
        if (v.kolommen.empty()) v.kolommen = read_kolommen(*kept);
    }
    if (v.kolommen.empty()) v.kolommen = {Kolom::beloofd, Kolom::stand, Kolom::casemanager};  // what fits beside the panel
}

std::string in_file(Kolom kolom, const Lijstrij& rij) {
    const auto day = [](const std::optional<Day>& one) { return one ? to_iso(*one) : std::string(); };
    const zaak::Zaak& zaak = rij.zaak.zaak;
    switch (kolom) {
        case Kolom::beloofd: return rij.zaak.werk.beloofd_op ? to_iso(day_of(*rij.zaak.werk.beloofd_op)) : std::string();
        case Kolom::aanvrager: return rij.woorden.aanvrager;
        case Kolom::zaaktype: return rij.woorden.zaaktype;
        case Kolom::stand: return rij.woorden.stand;
        case Kolom::wet: return day(zaak.laatste_datum);
        case Kolom::ontvangen: return to_iso(zaak.startdatum);
        case Kolom::casemanager: return rij.woorden.casemanager;
    }
    return {};
}

}  // namespace

bool Verdeelvraag::toont(Kolom kolom) const { return std::find(kolommen.begin(), kolommen.end(), kolom) != kolommen.end(); }

std::string query_of(const Verdeelvraag& v) {
    std::string text = "gemeente=" + v.vraag.gemeente.text();
    if (v.vraag.team) text += "&team=" + v.vraag.team->text();
    if (v.vraag.eigenaar) text += "&eigenaar=" + v.vraag.eigenaar->text();
    if (v.vraag.zaaktype) text += "&zaaktype=" + v.vraag.zaaktype->text();
    return text + "&" + vorm_of(v);
}

std::string vorm_of(const Verdeelvraag& v) {
    std::string text = "op=" + woord(v.orde);
    for (const Kolom one : v.kolommen) text += "&kolom=" + woord(one);
    return text;
}

Regelwoorden Namen::of(const zaak::Zaakregel& regel) {
    Regelwoorden w;
    const auto [owner, is_new] = medewerkers_.try_emplace(regel.werk.eigenaar);
    if (is_new) owner->second = organisatie::naam_of(tx_, regel.werk.eigenaar);
    w.casemanager = owner->second;
    w.is_aanvaard = regel.werk.aanvaard_op.has_value();
    if (regel.afgeschermd) return w;
    const auto [type, is_new_type] = types_.try_emplace(regel.zaak.zaaktype_versie);
    if (is_new_type)
        if (auto found = zaaktype::versie(tx_, regel.zaak.zaaktype_versie)) type->second = std::move(found->inhoud);
    w.zaaktype = zaaktype::in_taal(t_, type->second.naam);
    w.stand = zaak::status_naam(t_, type->second, regel.zaak.status);
    if (regel.werk.partij) w.aanvrager = s_.partijen.naam_of(tx_, *regel.werk.partij);
    return w;
}

std::optional<Verdeelvraag> read_vraag(const VerdeelSchermen& s, const http::Params& given, const Desk& desk) {
    Verdeelvraag v;
    const auto asked_team = Id<Team>::parse(given.get("team"));
    const auto asked = Id<Gemeente>::parse(given.get("gemeente"));
    const bool found = s.store.read([&](store::Tx& tx) {
        for (const auto& gemeente : access::scope_of(desk.caller).gemeenten) {
            if (asked && *asked != gemeente) continue;
            const auto teams = s.verdelen.teams(tx, desk.caller, gemeente);
            if (teams.empty()) continue;
            const bool leads = asked_team && std::find(teams.begin(), teams.end(), *asked_team) != teams.end();
            if (asked_team && !leads) continue;
            v.vraag.gemeente = gemeente;
            v.vraag.team = leads ? *asked_team : teams.front();
            return true;
        }
        return false;
    });
    if (!found) return std::nullopt;
    v.vraag.eigenaar = Id<Medewerker>::parse(given.get("eigenaar"));
    v.vraag.zaaktype = Id<dichtbij::Zaaktype>::parse(given.get("zaaktype"));
    read_vorm(s, given, desk, v);
    v.vraag.orde = v.orde == Orde::wet ? zaak::Zakenorde::wet : zaak::Zakenorde::belofte;
    v.vraag.na = zaak::Plaats::parse(given.get("na"));
    v.vraag.limit = pagina;
    return v;
}

std::string kolom_kop(const Texts& t, Kolom kolom) {
    switch (kolom) {
        case Kolom::beloofd: return t("lijst.beloofd");
        case Kolom::aanvrager: return t("zaakblad.aanvrager");
        case Kolom::zaaktype: return t("zaakblad.zaaktype");
        case Kolom::stand: return t("zaakblad.stand");
        case Kolom::wet: return t("zaaklijst.wet");
        case Kolom::ontvangen: return t("zaakblad.ontvangen");
        case Kolom::casemanager: return t("zaakblad.casemanager");
    }
    return {};
}

Response export_lijst(const VerdeelSchermen& s, Request& request, Desk& desk) {
    struct State {
        Verdeelvraag gevraagd;
        access::Caller caller;
        std::string first;
        int left = export_limit;
        bool is_done = false;
    };
    const auto v = read_vraag(s, request.query, desk);
    if (!v) return desk.fail({Reason::forbidden, "leads no team", {}, {}});
    const Texts& t = desk.t;
    std::vector<std::string> heads{t("lijst.nummer"), t("zaakblad.zaak")};
    for (const Kolom one : v->kolommen) heads.push_back(kolom_kop(t, one));
    s.verdelen.record_export(desk.caller, v->vraag.gemeente, query_of(*v));
    auto state = std::make_shared<State>(State{*v, desk.caller, csv_row(heads)});
    state->gevraagd.vraag.na.reset();
    return Response::download("verdelen.csv", "text/csv; charset=utf-8", [s, &t, state](std::string& chunk) {
        chunk = std::exchange(state->first, "");
        if (state->is_done) return false;
        state->gevraagd.vraag.limit = std::min(zaak::zaken_limit, state->left);
        s.store.read([&](store::Tx& tx) {
            const auto page = s.zaken.list(tx, state->caller, state->gevraagd.vraag);
            state->is_done = !page || !page->volgende;
            if (!page) return;
            state->gevraagd.vraag.na = page->volgende;
            state->left -= static_cast<int>(page->regels.size());
            if (state->left <= 0) state->is_done = true;
            Namen namen(s, tx, t);
            for (const auto& regel : page->regels) {
                const Lijstrij rij{regel, namen.of(regel)};
                std::vector<std::string> fields{regel.zaak.nummer, regel.afgeschermd ? t("zaakblad.er_loopt_een_zaak") : regel.zaak.omschrijving};
                for (const Kolom one : state->gevraagd.kolommen) fields.push_back(in_file(one, rij));
                chunk += csv_row(fields);
            }
        });
        return !state->is_done;
    });
}

}  // namespace dichtbij::overleg
