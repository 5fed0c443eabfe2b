// How many working days a case may stand still, for the gemeente and for each case type.

#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "overleg/overleg_schermen_desk.h"
#include "werk/lijst_desk.h"
#include "zaaktype/woorden_desk.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::overleg {

using namespace html;  // NOLINT: a screen is written in elements
using access::Desk;
using access::Rol;
using http::Request;
using http::Response;

namespace {

struct Beeld {
    Id<Gemeente> gemeente;
    Grenzen grenzen;
    std::vector<Choice> gemeenten, zaaktypen;
    bool mag_wijzigen = false;
};

std::optional<Id<Gemeente>> gemeente_of(const http::Params& given, const access::Caller& caller) {
    const auto may = [](const access::Grant& one) { return one.rol == Rol::teamleider || one.rol == Rol::manager || one.rol == Rol::beheerder; };
    if (const auto asked = Id<Gemeente>::parse(given.get("gemeente"))) return asked;
    const auto found = std::find_if(caller.grants.begin(), caller.grants.end(), may);
    return found == caller.grants.end() ? std::nullopt : std::optional(found->gemeente);
}

Result<Beeld> look(const OverlegSchermen& s, const Desk& desk, Id<Gemeente> gemeente) {
    return s.store.read([&](store::Tx& tx) -> Result<Beeld> {
        Beeld beeld;
        beeld.gemeente = gemeente;
        TRY(beeld.grenzen, s.overleg.grenzen(tx, desk.caller, gemeente));
        beeld.mag_wijzigen = access::has_role(desk.caller, gemeente, {Rol::manager, Rol::beheerder});
        for (const auto& id_ : access::scope_of(desk.caller).gemeenten)
            if (const auto found = organisatie::gemeente(tx, id_); found && access::has_role(desk.caller, id_, {Rol::teamleider, Rol::manager, Rol::beheerder})) beeld.gemeenten.push_back({id_.text(), found->naam, ""});
        for (const auto& one : zaaktype::te_beginnen(tx, gemeente, desk.today())) beeld.zaaktypen.push_back({one.id.text(), zaaktype::in_taal(desk.t, one.naam), ""});
        std::sort(beeld.zaaktypen.begin(), beeld.zaaktypen.end(), [](const Choice& a_, const Choice& b_) { return a_.label < b_.label; });
        return beeld;
    });
}

Html number(const Form& velden, const Field& field) {
    Field one = field;
    one.type = "number";
    one.attributes = {attr("min", "1"), attr("max", std::to_string(stilstand_hoogste)), attr("inputmode", "numeric")};
    return velden.input(one);
}

Response show(const OverlegSchermen& s, const Request& request, Desk& desk, const Failure& failure) {
    const Texts& t = desk.t;
    const auto* typed = failure.fields.empty() ? nullptr : &request.form;
    const auto gemeente = gemeente_of(typed ? request.form : request.query, desk.caller);
    if (!gemeente) return desk.fail({Reason::forbidden, "not of the team", {}, {}});
    const auto beeld = look(s, desk, *gemeente);
    if (!beeld) return desk.fail(beeld.error());
    const Form velden(t, failure.fields);
    const auto shown = [&](const std::string& naam, const std::string& stored) { return typed ? std::string(typed->get(naam)) : stored; };
    const Html types = each(beeld->zaaktypen, [&](const Choice& one) {
        const auto type_ = Id<dichtbij::Zaaktype>::parse(one.value).value_or(Id<dichtbij::Zaaktype>{});
        const auto own = beeld->grenzen.van_type.find(type_);
        return number(velden, {.name = "type." + one.value, .label = one.label, .value = shown("type." + one.value, own == beeld->grenzen.van_type.end() ? "" : std::to_string(own->second)), .needed = Needed::no});
    });
    const Html choose = when(beeld->gemeenten.size() > 1, [&] {
        return form(cls("filters"), action("/vastgelopen/instellingen"), Form(t).select({.name = "gemeente", .label = t("lijst.gemeente"), .value = gemeente->text()}, beeld->gemeenten), button(cls("btn"), type("submit"), t("lijst.toon")));
    });
    const Html fields = fieldset(cls("stack"), flag("disabled", !beeld->mag_wijzigen), number(velden, {.name = "standaard", .label = t("vastgelopen.veld.standaard"), .value = shown("standaard", std::to_string(beeld->grenzen.standaard))}),
                                 h2(t("vastgelopen.per_type")), p(cls("soft"), t("vastgelopen.per_type_uitleg")), types);
    const Html main_ = join(werk::undo_bar_of(request, desk), back_link("/vastgelopen", t("vastgelopen.titel")), page_head(t("vastgelopen.grenzen")), p(t("vastgelopen.grenzen_uitleg")), choose, velden.summary(),
                            form(cls("stack panel"), attr("method", "post"), action("/vastgelopen/instellingen"), csrf_field(desk.csrf), hidden("gemeente", gemeente->text()), fields,
                                 when(beeld->mag_wijzigen, [&] { return div(cls("row"), submit(t("formulier.bewaar"))); })));
    return typed ? desk.invalid_page(t("vastgelopen.grenzen"), main_) : desk.page(t("vastgelopen.grenzen"), main_);
}

Result<int> read_number(const Request& request, const std::string& naam) {
    const auto words = trimmed(request.form.get(naam));
    if (words.empty() || words.size() > 4 || !all_digits(words)) return invalid(naam, "vastgelopen.fout.werkdagen", {std::to_string(stilstand_hoogste)});
    return static_cast<int>(std::strtol(std::string(words).c_str(), nullptr, 10));
}

Result<Grenzen> read_grenzen(const Request& request) {
    Grenzen grenzen;
    TRY(grenzen.standaard, read_number(request, "standaard"));
    for (const auto& [naam, waarde] : request.form) {
        if (!naam.starts_with("type.") || trimmed(waarde).empty()) continue;
        const auto type_ = Id<dichtbij::Zaaktype>::parse(std::string_view(naam).substr(5));
        if (!type_) return not_found("zaaktype " + naam);
        TRY(grenzen.van_type[*type_], read_number(request, naam));
    }
    return grenzen;
}

Response save(const OverlegSchermen& s, Request& request, Desk& desk) {
    const auto gemeente = Id<Gemeente>::parse(request.form.get("gemeente"));
    if (!gemeente) return desk.fail({Reason::not_found, "gemeente id", {}, {}});
    const auto grenzen = read_grenzen(request);
    const auto saved = grenzen ? s.overleg.set_grenzen(desk.caller, *gemeente, *grenzen) : Result<Done>(Fail(grenzen.error()));
    if (saved) return Response::redirect(werk::with_undo("/vastgelopen/instellingen?gemeente=" + gemeente->text(), std::nullopt, "vastgelopen.gedaan.grenzen"));
    return saved.error().reason == Reason::invalid ? show(s, request, desk, saved.error()) : desk.fail(saved.error());
}

}  // namespace

void add_grenzen_routes(access::DeskRoutes& routes, const OverlegSchermen& s) {
    routes.get("/vastgelopen/instellingen", [s](Request& request, Desk& desk) { return show(s, request, desk, {}); });
    routes.post("/vastgelopen/instellingen", [s](Request& request, Desk& desk) { return save(s, request, desk); });
}

}  // namespace dichtbij::overleg
