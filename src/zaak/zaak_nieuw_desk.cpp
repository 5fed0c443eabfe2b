// A case begins: from a question, a task, a person, another case, or nothing.

#include <algorithm>

#include "base/text.h"
#include "html/parts.h"
#include "organisatie/organisatie_service.h"
#include "werk/lijst_desk.h"
#include "zaak/zaak_nieuw_render.h"
#include "zaak/zaak_volgende_service.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using http::Params;
using http::Request;
using http::Response;

namespace {

// The question behind a contact or task; its words only for who may read them.
Result<Done> add_question(const ZaakSchermen& s, store::Tx& tx, const Desk& desk, const Params& asked, Nieuwbron& bron) {
    std::optional<Id<Werk>> werk;
    bron.klantcontact = Id<Klantcontact>::parse(asked.get("klantcontact"));
    bron.taak = Id<Taak>::parse(asked.get("taak"));
    if (bron.taak) {
        const auto taak = s.taken.stored(tx, *bron.taak);
        if (!taak) return not_found("taak " + bron.taak->text());
        werk = taak->werk;
    } else if (bron.klantcontact) {
        const auto contact = s.contacten.stored(tx, *bron.klantcontact);
        if (!contact) return not_found("klantcontact " + bron.klantcontact->text());
        werk = contact->werk;
    }
    if (!werk) return Done{};
    TRY(werk::Werk found, s.werk.get_masked(tx, desk.caller, *werk));
    bron.gemeente = found.gemeente;
    for (const auto& id_ : found.onderwerp ? zaaktype::zaaktypen_of(tx, *found.onderwerp) : std::vector<Id<dichtbij::Zaaktype>>()) bron.voorgesteld.insert(id_);
    for (const auto& id_ : found.product ? zaaktype::zaaktypen_of(tx, *found.product) : std::vector<Id<dichtbij::Zaaktype>>()) bron.voorgesteld.insert(id_);
    bron.werk = std::move(found);
    return Done{};
}

Result<Nieuwbron> read_bron(const ZaakSchermen& s, const Desk& desk, const Params& asked) {
    return s.store.read([&](store::Tx& tx) -> Result<Nieuwbron> {
        Nieuwbron bron;
        const auto own = access::scope_of(desk.caller).gemeenten;
        if (own.empty()) return forbidden("no gemeente");
        const auto gemeente = Id<Gemeente>::parse(asked.get("gemeente"));
        bron.gemeente = gemeente.value_or(own.front());
        if (const auto partij = Id<Partij>::parse(asked.get("partij")))
            if (const auto lives_in = s.partijen.gemeente_of(tx, *partij); lives_in && !gemeente) bron.gemeente = *lives_in;
        TRY_DONE(add_question(s, tx, desk, asked, bron));
        bron.hoofdzaak = Id<dichtbij::Zaak>::parse(asked.get("hoofdzaak"));
        if (bron.hoofdzaak) {
            TRY(const Zaakregel main_case, s.zaken.get_masked(tx, desk.caller, *bron.hoofdzaak));
            bron.gemeente = main_case.zaak.gemeente;
            bron.hoofdzaak_naam = main_case.zaak.nummer + " " + main_case.zaak.omschrijving;
            if (!main_case.afgeschermd) bron.hoofdzaak_aanvrager = main_case.werk.partij;
        }
        if (!access::is_active_in(desk.caller, bron.gemeente)) return not_found("gemeente");
        if (const auto found = organisatie::gemeente(tx, bron.gemeente)) bron.gemeente_naam = found->naam;
        for (const auto& id_ : own)
            if (const auto found = organisatie::gemeente(tx, id_)) bron.gemeenten.push_back({id_.text(), found->naam, ""});
        bron.typen = zaaktype::te_beginnen(tx, bron.gemeente, desk.today());
        return bron;
    });
}

std::optional<werk::Bestemming> read_naar(store::Tx& tx, std::string_view typed) {
    if (typed.starts_with("t:"))
        if (const auto team = Id<Team>::parse(typed.substr(2))) return werk::NaarTeam{*team};
    if (typed.starts_with("m:"))
        if (const auto medewerker = Id<Medewerker>::parse(typed.substr(2)))
            if (const auto teams = organisatie::teams_of_medewerker(tx, *medewerker); !teams.empty()) return werk::NaarMedewerker{*medewerker, teams.front().id};
    return std::nullopt;
}

// Team and owner: as chosen, else the team of the case type and who the routing names in it.
Result<Done> add_owner(const ZaakSchermen& s, store::Tx& tx, const Desk& desk, const Nieuwbron& bron, const zaaktype::Versieblad& type, const Params& typed,
                       Nieuwvoorstel& voorstel) {
    const auto naar = read_naar(tx, typed.get("naar"));
    TRY(const zaaktype::Inrichting inrichting, zaaktype::inrichting(tx, type.versie.zaaktype));
    organisatie::Vraag vraag;
    vraag.gemeente = bron.gemeente;
    vraag.kanaal = typed.get("kanaal").empty() && bron.werk ? bron.werk->kanaal : std::string(typed.get("kanaal"));
    vraag.op = desk.now;
    if (bron.werk) {
        vraag.taal = bron.werk->taal;
        vraag.onderwerp = bron.werk->onderwerp;
        vraag.product = bron.werk->product;
    }
    TRY(const organisatie::Route route, s.werk.preview_route(tx, vraag));
    Id<Team> team = inrichting.team.value_or(route.team);
    std::optional<Id<Medewerker>> person;
    if (naar) {
        if (const auto* to = std::get_if<werk::NaarMedewerker>(&*naar)) {
            team = to->team;
            person = to->medewerker;
        } else if (const auto* to_team = std::get_if<werk::NaarTeam>(&*naar)) {
            team = to_team->team;
        }
    } else if (route.team == team && route.is_persoon) {
        person = route.eigenaar;
        voorstel.regel = route.regel;
    }
    voorstel.is_persoon = person.has_value();
    voorstel.eigenaar = organisatie::naam_of(tx, person.value_or(organisatie::lead_of(tx, team, desk.today())));
    if (const auto found = organisatie::team(tx, team)) voorstel.team = found->naam;
    return Done{};
}

// None while the day is no day, or lies where the law cannot count from.
std::optional<Nieuwvoorstel> propose(const ZaakSchermen& s, const Desk& desk, const Nieuwbron& bron, const zaaktype::Versieblad& type, const Params& typed) {
    return s.store.read([&](store::Tx& tx) -> std::optional<Nieuwvoorstel> {
        Nieuwvoorstel voorstel;
        voorstel.met_besluit = vraagt_besluit(type.inhoud);
        const Day otherwise = bron.werk && bron.werk->is_open() ? day_of(bron.werk->geopend_op) : desk.today();
        const Day received = parse_day(typed.get("startdatum")).value_or(otherwise);
        const auto from = termijn_vanaf(type.inhoud, received, parse_day(typed.get("bestreden_besluit")));
        const auto kalender = s.werk.normbron().kalender(tx, bron.gemeente);
        if (!from || !kalender) return std::nullopt;
        const Termijn termijn{type.inhoud.wettelijke_termijn, *from, {}, {}};
        if (wettelijke_termijn(termijn)) {
            if (auto einde = laatste_dag(termijn)) {
                voorstel.laatste = einde->datum;
                voorstel.wet = std::move(einde->explanation);
            }
        }
        if (bron.werk && bron.werk->is_open() && bron.werk->beloofd_op && bron.werk->soort != werk::Soort::zaak) {
            voorstel.beloofd = day_of(*bron.werk->beloofd_op);
            voorstel.loopt_door = true;
        } else if (const auto belofte = s.zaken.first_promise(type.inhoud, received, *from, **kalender); belofte && *belofte) {
            voorstel.beloofd = day_of((*belofte)->beloofd_op);
        }
        if (!add_owner(s, tx, desk, bron, type, typed, voorstel)) return std::nullopt;
        return voorstel;
    });
}

Result<zaaktype::Versieblad> type_of(const ZaakSchermen& s, const Desk& desk, const Nieuwbron& bron, const Params& asked) {
    const auto id_ = Id<dichtbij::Zaaktype>::parse(asked.get("zaaktype"));
    if (!id_) return not_found("case type id");
    return s.store.read([&](store::Tx& tx) -> Result<zaaktype::Versieblad> {
        TRY(zaaktype::Versieblad blad, zaaktype::versie_op(tx, *id_, desk.today()));
        if (blad.gemeente != bron.gemeente) return not_found("case type of another gemeente");
        return blad;
    });
}

// The content of the version that the form was made for; it may have ended since.
std::optional<zaaktype::Zaaktype> form_type(const ZaakSchermen& s, const Nieuwbron& bron, const Params& typed) {
    const auto id_ = Id<dichtbij::ZaaktypeVersie>::parse(typed.get("typeversie"));
    if (!id_) return std::nullopt;
    auto blad = s.store.read([&](store::Tx& tx) { return zaaktype::versie(tx, *id_); });
    if (!blad || blad->gemeente != bron.gemeente) return std::nullopt;
    return std::move(blad->inhoud);
}

struct Getypt {
    std::string vraag, antwoord;
};

// Answers to questions that `next` does not ask; without it all answers.
std::vector<Getypt> answers_left_over(const Desk& desk, const zaaktype::Zaaktype& before, const zaaktype::Zaaktype* next, const Params& typed) {
    std::vector<Getypt> left;
    for (const auto& one : before.eigenschappen) {
        const std::string answer = cleaned(typed.get("eigenschappen." + one.code));
        const bool is_asked = next && std::any_of(next->eigenschappen.begin(), next->eigenschappen.end(), [&](const auto& other) { return other.code == one.code; });
        if (!answer.empty() && !is_asked) left.push_back({zaaktype::in_taal(desk.t, one.vraag), eigenschap_in_woorden(desk.t, one, answer)});
    }
    return left;
}

// What was typed for another (version of the) case type, with the answers that this one does not ask for in the explanation.
Params carried_over(const ZaakSchermen& s, const Desk& desk, const Nieuwbron& bron, const zaaktype::Zaaktype& next, const Params& typed) {
    std::string words = cleaned(typed.get("toelichting"));
    if (const auto before = form_type(s, bron, typed))
        for (const Getypt& one : answers_left_over(desk, *before, &next, typed)) words += (words.empty() ? "" : "\n") + one.vraag + " " + one.antwoord;
    Params carried;
    carried.add("toelichting", words);
    for (const auto& [naam, waarde] : typed)
        if (naam != "toelichting" && naam != "actie") carried.add(naam, waarde);
    return carried;
}

// A case type that ended while the form was open: what was typed stands there, and goes along to another.
Response another_type(const ZaakSchermen& s, Desk& desk, const Nieuwbron& bron, const Params& typed) {
    const Texts& t = desk.t;
    std::vector<Fact> shown;
    const auto add = [&](const std::string& label_, const std::string& words) {
        if (!words.empty()) shown.push_back({label_, text(words)});
    };
    add(t("zaakveld.zaaknaam"), cleaned(typed.get("omschrijving")));
    add(t("zaakveld.toelichting"), cleaned(typed.get("toelichting")));
    if (const auto before = form_type(s, bron, typed))
        for (const Getypt& one : answers_left_over(desk, *before, nullptr, typed)) add(one.vraag, one.antwoord);
    std::vector<Choice> types;
    for (const auto& one : bron.typen) types.push_back({one.id.text(), zaaktype::in_taal(t, one.naam), ""});
    std::sort(types.begin(), types.end(), [](const Choice& a_, const Choice& b_) { return a_.label < b_.label; });
    std::vector<Html> kept;
    for (const auto& [naam, waarde] : typed)
        if (naam != "_csrf" && naam != "zaaktype" && naam != "actie") kept.push_back(hidden(naam, waarde));
    return desk.page({t("zaaknieuw.titel"), true},
                     join(back_link("/zaken", t("zaaklijst.titel")), page_head(t("zaaknieuw.titel"), bron.gemeente_naam),
                          div(attr("role", "alert"), alert("alert-triangle", p(t("zaaknieuw.type_kan_niet_meer")), Tone::late)),
                          when(!shown.empty(), [&] { return section_of({"h-getypt", t("zaaknieuw.getypt"), {}, {}}, definitions(shown)); }),
                          form(cls("form"), attr("method", "post"), action("/zaken/nieuw"), csrf_field(desk.csrf), kept,
                               Form(t).select({.name = "zaaktype", .label = t("zaakblad.zaaktype")}, types, t("taak.kies")),
                               button(cls("btn btn-primary"), type("submit"), name("actie"), value("ander_type"), t("zaaknieuw.neem_mee")))),
                     409);
}

Response choose_type(Desk& desk, const Nieuwbron& bron, std::string_view bezwaar) {
    const Texts& t = desk.t;
    return desk.page({t("zaaknieuw.titel"), !bezwaar.empty()},
                     join(back_link("/zaken", t("zaaklijst.titel")), page_head(t("zaaknieuw.titel"), bron.gemeente_naam),
                          when(!bezwaar.empty(), [&] { return div(attr("role", "alert"), alert("alert-triangle", p(t(bezwaar)), Tone::late)); }),
                          type_kiezen(desk, bron, trimmed(desk.request.query.get("q")).substr(0, 100))),
                     bezwaar.empty() ? 200 : 409);
}

struct Wat {
    std::vector<FieldError> errors = {};
    std::string bezwaar = {};
    int status = 200;
};

Response show_form(const ZaakSchermen& s, Desk& desk, const Nieuwbron& bron, const zaaktype::Versieblad& type, const Params& typed, const Wat& wat) {
    const Texts& t = desk.t;
    Nieuwformulier f{bron, type, typed, wat.errors, wat.bezwaar, std::nullopt, "", {}, propose(s, desk, bron, type, typed), {}};
    const bool wants_other = typed.get("actie") == "andere" || typed.get("actie") == "zoek";
    f.partij = Id<Partij>::parse(typed.get("partij"));
    if (!f.partij && !typed.has("partij")) f.partij = bron.werk ? bron.werk->partij : bron.hoofdzaak_aanvrager;
    if (wants_other) f.partij.reset();
    if (typed.get("actie") == "zoek") f.gevonden = zoek_personen(s, desk, typed.get("wie"));
    s.store.read([&](store::Tx& tx) {
        f.bezetting = bezetting(tx, bron.gemeente);
        if (f.partij) f.partij_naam = s.partijen.naam_of(tx, *f.partij);
    });
    const std::string naam = zaaktype::in_taal(t, type.inhoud.naam);
    return desk.page(
        {t("zaaknieuw.titel_type", naam), wat.status != 200},
        join(back_link(nieuw_url(bron, f.partij), t("zaaknieuw.titel")), page_head(t("zaaknieuw.titel_type", naam), bron.gemeente_naam), nieuw_formulier(desk, f)),
        wat.status);
}

Result<NieuweZaak> read_new(const ZaakSchermen& s, const Request& request, const Nieuwbron& bron, const zaaktype::Versieblad& type) {
    NieuweZaak nieuw;
    nieuw.gemeente = bron.gemeente;
    nieuw.zaaktype = type.versie.zaaktype;
    nieuw.omschrijving = cleaned(request.form.get("omschrijving"));
    nieuw.toelichting = cleaned(request.form.get("toelichting"));
    TRY(nieuw.startdatum, lees_dag(request, "startdatum"));
    TRY(nieuw.bestreden_besluit, lees_dag(request, "bestreden_besluit"));
    nieuw.kanaal = request.form.get("kanaal");
    nieuw.taak = bron.taak;
    if (!nieuw.taak) nieuw.klantcontact = bron.klantcontact;
    nieuw.hoofdzaak = bron.hoofdzaak;
    if (const auto partij = Id<Partij>::parse(request.form.get("partij"))) nieuw.rollen.push_back({Rolsoort::initiator, partij, {}, {}, {}, {}, {}});
    nieuw.eigenschappen = lees_eigenschappen(request, type.inhoud);
    nieuw.naar = s.store.read([&](store::Tx& tx) { return read_naar(tx, request.form.get("naar")); });
    return nieuw;
}

}  // namespace

Response nieuwe_zaak(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto bron = read_bron(s, desk, request.query);
    if (!bron) return desk.fail(bron.error());
    if (!request.query.has("zaaktype")) return choose_type(desk, *bron, "");
    const auto type = type_of(s, desk, *bron, request.query);
    if (!type && type.error().reason == Reason::conflict) return choose_type(desk, *bron, "zaaknieuw.type_geldt_niet");
    if (!type) return desk.fail(type.error());
    return show_form(s, desk, *bron, *type, request.query, {});
}

Response maak_zaak(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto bron = read_bron(s, desk, request.form);
    if (!bron) return desk.fail(bron.error());
    const auto type = type_of(s, desk, *bron, request.form);
    if (!type && type.error().reason == Reason::conflict) return another_type(s, desk, *bron, request.form);
    if (!type) return desk.fail(type.error());
    if (request.form.get("actie") == "ander_type") return show_form(s, desk, *bron, *type, carried_over(s, desk, *bron, type->inhoud, request.form), {});
    if (request.form.has("actie")) return show_form(s, desk, *bron, *type, request.form, {});
    if (request.form.get("typeversie") != type->versie.id.text()) return show_form(s, desk, *bron, *type, carried_over(s, desk, *bron, type->inhoud, request.form), {{}, "zaaknieuw.type_gewijzigd", 409});
    const auto nieuw = read_new(s, request, *bron, *type);
    if (!nieuw) return show_form(s, desk, *bron, *type, request.form, {nieuw.error().fields, "", 422});
    const auto made = s.zaken.create(desk.caller, *nieuw);
    if (made) return Response::redirect(werk::with_undo(url_van(made->zaak.id), std::nullopt, "zaakgedaan.gemaakt"));
    if (made.error().reason == Reason::invalid) return show_form(s, desk, *bron, *type, request.form, {made.error().fields, "", 422});
    if (made.error().reason == Reason::conflict && !made.error().key.empty()) return show_form(s, desk, *bron, *type, request.form, {{}, made.error().key, 409});
    return desk.fail(made.error());
}

Response nieuw_voorstel(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto bron = read_bron(s, desk, request.form);
    if (!bron) return desk.fail(bron.error());
    const auto type = type_of(s, desk, *bron, request.form);
    if (!type) return desk.fail(type.error());
    const auto voorstel = propose(s, desk, *bron, *type, request.form);
    if (!voorstel) return desk.fragment(p(cls("small soft"), desk.t("zaaknieuw.geen_voorstel")));
    return desk.fragment(voorstel_part(desk, *voorstel));
}

}  // namespace dichtbij::zaak
