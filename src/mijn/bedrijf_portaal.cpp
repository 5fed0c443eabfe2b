#include "base/text.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "mijn/bedrijf_service.h"
#include "mijn/mijn_portaal.h"
#include "portaal/kader_portaal.h"
#include "zaak/volgen_render.h"

#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Bedrijfszicht;
using portaal::Mijn;

constexpr std::string_view medewerkers = "/mijn/bedrijf/medewerkers/";

std::string woord(Bedrijfszicht zicht) { return boost::describe::enum_to_string(zicht, ""); }

Html sees(const Mijn& mijn, const Bedrijfsmens& one) {
    const Texts& t = mijn.t;
    if (one.zaken.empty()) return text(t("mijn.bedrijf.geen_zaken"));
    return ul(cls("list-plain"), each(one.zaken, [&](const Bedrijfszaak& zaak) {
                  const std::string until = zaak.tot ? t("mijn.bedrijf.tot", long_day(t, *zaak.tot - days(1), mijn.today())) : std::string();
                  return li(a(href("/mijn/zaken/" + zaak.zaak.text()), zaak::vertaald(t, zaak.soort), ", ", zaak.nummer), when(!until.empty(), [&] { return below(until); }));
              }));
}

std::string name_of(const Mijn& mijn, const portaal::Bedrijfsmedewerker& one) {
    return one.naam.empty() ? mijn.t("mijn.bedrijf.zonder_naam", short_day(mijn.t, day_of(one.eerst_op), mijn.today())) : one.naam;
}

// "Alles, en beheert", "Kapvergunning, Evenement en wat hij zelf vroeg".
std::string sight_of(const Mijn& mijn, const Bedrijfsbeeld& seen, const Bedrijfscollega& one) {
    const Texts& t = mijn.t;
    if (one.medewerker.geblokkeerd) return t("mijn.bedrijf.zicht.geblokkeerd");
    if (one.medewerker.beheert) return t("mijn.bedrijf.zicht.beheert");
    if (one.medewerker.zicht != Bedrijfszicht::zaaktypen) return t("mijn.bedrijf.zicht." + woord(one.medewerker.zicht));
    std::string names;
    for (const Bedrijfszaaktype& type : seen.zaaktypen)
        if (std::find(one.zaaktypen.begin(), one.zaaktypen.end(), type.id) != one.zaaktypen.end()) names += (names.empty() ? "" : ", ") + zaak::vertaald(t, type.naam);
    return t("mijn.bedrijf.zicht.zaaktypen", names);
}

Html colleagues(const Mijn& mijn, const Bedrijfsbeeld& seen) {
    const Texts& t = mijn.t;
    const std::vector<Column> columns{{t("mijn.bedrijf.wie")}, {t("mijn.bedrijf.ziet")}, {t("mijn.bedrijf.laatst")}, {t("mijn.bedrijf.doen")}};
    const Html rows = each(seen.collegas, [&](const Bedrijfscollega& one) {
        const std::string naam = name_of(mijn, one.medewerker);
        return row(cell(naam, when(one.ben_ik, [&] { return below(t("mijn.bedrijf.dat_bent_u")); })), cell(sight_of(mijn, seen, one)), cell(moment(t, one.medewerker.gezien_op, mijn.now)),
                   cell(a(href(std::string(medewerkers) + to_string(one.medewerker.id)), t("mijn.bedrijf.wijzig"), span(cls("sr"), " " + naam))));
    });
    return section(attr("aria-labelledby", "h-collegas"), h2(id("h-collegas"), t("mijn.bedrijf.collegas")), p(t("mijn.bedrijf.collegas_uitleg")),
                   stackable_table(t("mijn.bedrijf.collegas"), columns, rows));
}

Html own_name(const Mijn& mijn, const portaal::Bedrijfsmedewerker& ik, const Form& fields, std::string_view typed) {
    const Texts& t = mijn.t;
    return section(attr("aria-labelledby", "h-ik"), h2(id("h-ik"), t("mijn.bedrijf.ik")), p(t("mijn.bedrijf.ik_ziet." + std::string(ik.beheert ? "beheert" : woord(ik.zicht)))),
                   form(cls("form section"), attr("method", "post"), action("/mijn/bedrijf"), flag("novalidate"), csrf_field(mijn.csrf),
                        fields.input({.name = "naam", .label = t("mijn.bedrijf.naam"), .value = std::string(typed), .hint = t("mijn.bedrijf.naam_uitleg"),
                                      .attributes = {attr("maxlength", std::to_string(portaal::medewerkernaam_limit)), attr("autocomplete", "name")}}),
                        submit(t("mijn.bedrijf.bewaar_naam"))));
}

http::Response company_page(const Mijn& mijn, const Bedrijfsbeeld& seen, std::vector<FieldError> errors, std::string_view typed) {
    const Texts& t = mijn.t;
    const bool is_wrong = !errors.empty();
    const Form fields(t, std::move(errors));
    const std::string title_ = t("mijn.bedrijf.kop");
    const std::vector<Column> columns{{t("mijn.bedrijf.wie")}, {t("mijn.bedrijf.mag")}, {t("mijn.bedrijf.ziet")}};
    const Html rows = each(seen.mensen, [&](const Bedrijfsmens& one) {
        return row(cell(one.naam), cell(t(one.vertegenwoordigt ? "mijn.bedrijf.spreekt" : "mijn.bedrijf.alleen_zaken")), cell(sees(mijn, one)));
    });
    const Html done = when(mijn.request.query.get("gedaan") == "1", [&] { return div(cls("section"), attr("role", "status"), alert("circle-check", p(t("mijn.bedrijf.bewaard")), Tone::good)); });
    const Html content = join(fields.summary(), h1(title_), p(cls("soft"), seen.naam), done, div(cls("prose section"), p(t("mijn.bedrijf.uitleg")), p(t("mijn.bedrijf.wijzigen"))),
                              when(!seen.accountmanagers.empty(), [&] {
                                  return section(attr("aria-labelledby", "h-account"), h2(id("h-account"), t("mijn.bedrijf.accountmanager")),
                                                 ul(cls("list-plain"), each(seen.accountmanagers, [](const Accountcontact& one) {
                                                     return li(one.naam, when(!one.telefoon.empty(), [&] { return join(", ", portaal::telefoon_link(one.telefoon)); }));
                                                 })));
                              }),
                              when(seen.ik.has_value(), [&] { return own_name(mijn, *seen.ik, fields, typed); }), when(seen.mag_beheren, [&] { return colleagues(mijn, seen); }),
                              section(attr("aria-labelledby", "h-mensen"), h2(id("h-mensen"), t("mijn.bedrijf.mensen")),
                                      seen.mensen.empty() ? empty_state(t("mijn.bedrijf.leeg"), t("mijn.bedrijf.leeg_uitleg"), "users") : stackable_table(t("mijn.bedrijf.mensen"), columns, rows)));
    const auto kop = gegevens_kop(mijn, title_);
    return is_wrong ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

http::Response show(const MijnDelen& in, http::Request&, Mijn& mijn) {
    const auto seen = in.store.read([&](store::Tx& tx) { return in.bedrijven.get(tx, mijn.inwoner); });
    if (!seen) return geweigerd(mijn, "bedrijf", {});
    return company_page(mijn, *seen, {}, seen->ik ? seen->ik->naam : std::string());
}

http::Response choose_name(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const std::string typed(request.form.get("naam"));
    const auto done = in.store.write([&](store::Tx& tx) { return in.bedrijven.set_naam(tx, mijn.caller(), mijn.inwoner, typed); });
    if (done) return http::Response::redirect("/mijn/bedrijf?gedaan=1");
    if (done.error().reason != Reason::invalid) return geweigerd(mijn, "bedrijf", {});
    const auto seen = in.store.read([&](store::Tx& tx) { return in.bedrijven.get(tx, mijn.inwoner); });
    return seen ? company_page(mijn, *seen, done.error().fields, typed) : geweigerd(mijn, "bedrijf", {});
}

// ---- one employee, by who manages

struct Gekozen {
    Bedrijfsbeeld beeld;
    Bedrijfscollega collega;
};

Result<Gekozen> chosen(const MijnDelen& in, const http::Request& request, const Mijn& mijn) {
    const auto id_ = parse_uuid(request.param("id"));
    TRY(Bedrijfsbeeld seen, in.store.read([&](store::Tx& tx) { return in.bedrijven.get(tx, mijn.inwoner); }));
    const auto found = std::find_if(seen.collegas.begin(), seen.collegas.end(), [&](const Bedrijfscollega& one) { return id_ && one.medewerker.id == *id_; });
    if (found == seen.collegas.end()) return not_found("no employee whom he manages");
    Bedrijfscollega collega = *found;
    return Gekozen{std::move(seen), std::move(collega)};
}

Rechtwijziging typed_in(const http::Request& request, const Bedrijfscollega& one) {
    Rechtwijziging wanted;
    wanted.medewerker = one.medewerker.id;
    wanted.versie = std::strtoll(std::string(request.form.get("versie")).c_str(), nullptr, 10);
    boost::describe::enum_from_string(std::string(request.form.get("zicht")).c_str(), wanted.zicht);
    for (const std::string_view code : request.form.all("zaaktypen"))
        if (const auto id_ = Id<dichtbij::Zaaktype>::parse(code)) wanted.zaaktypen.push_back(*id_);
    wanted.beheert = request.form.get("beheert") == "1";
    wanted.geblokkeerd = request.form.get("geblokkeerd") == "1";
    return wanted;
}

http::Response rights_page(const Mijn& mijn, const Gekozen& over, const Rechtwijziging& now, const Failure* wrong) {
    const Texts& t = mijn.t;
    const Form fields(t, wrong ? wrong->fields : std::vector<FieldError>());
    const std::string title_ = name_of(mijn, over.collega.medewerker);
    std::vector<Choice> types;
    std::vector<std::string> checked;
    for (const Bedrijfszaaktype& one : over.beeld.zaaktypen) types.push_back({one.id.text(), zaak::vertaald(t, one.naam), ""});
    for (const auto& one : now.zaaktypen) checked.push_back(one.text());
    const std::string complaint = wrong && wrong->fields.empty() ? t(wrong->key) : std::string();
    std::vector<Choice> sights{{"alles", t("mijn.bedrijf.zicht.alles"), ""}, {"eigen", t("mijn.bedrijf.zicht.eigen"), ""}};
    if (!types.empty()) sights.insert(sights.begin() + 1, {"zaaktypen", t("mijn.bedrijf.zicht.soorten"), ""});
    const Html content = join(
        fields.summary(), h1(title_), when(!complaint.empty(), [&] { return div(cls("section"), attr("role", "alert"), alert("alert-triangle", p(complaint), Tone::late)); }),
        p(cls("lead"), t("mijn.bedrijf.recht_uitleg")),
        form(cls("form section"), attr("method", "post"), action(std::string(medewerkers) + to_string(over.collega.medewerker.id)), flag("novalidate"), csrf_field(mijn.csrf),
             hidden("versie", std::to_string(over.collega.medewerker.versie)),
             fields.radios({.name = "zicht", .label = t("mijn.bedrijf.wat_ziet"), .value = woord(now.zicht), .hint = t("mijn.bedrijf.eigen_altijd")}, sights),
             when(!types.empty(), [&] { return fields.checkboxes({.name = "zaaktypen", .label = t("mijn.bedrijf.welke_soorten"), .needed = Needed::no}, types, checked); }),
             fields.checkbox({.name = "beheert", .label = t("mijn.bedrijf.beheert"), .value = "1", .hint = t("mijn.bedrijf.beheert_uitleg")}, now.beheert),
             fields.checkbox({.name = "geblokkeerd", .label = t("mijn.bedrijf.blokkeer"), .value = "1", .hint = t("mijn.bedrijf.blokkeer_uitleg")}, now.geblokkeerd),
             div(cls("row"), submit(t("mijn.bedrijf.bewaar")), a(href("/mijn/bedrijf"), t("mijn.bedrijf.terug")))));
    auto kop = gegevens_kop(mijn, title_);
    kop.kruimels.push_back({"/mijn/bedrijf", t("mijn.bedrijf.kop")});
    kop.is_fout = wrong != nullptr;
    return mijn.page(kop, content, !wrong ? 200 : complaint.empty() ? 422 : 409);
}

http::Response show_rights(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto over = chosen(in, request, mijn);
    if (!over) return geweigerd(mijn, "bedrijf", {});
    const auto& m = over->collega.medewerker;
    return rights_page(mijn, *over, {m.id, m.versie, m.zicht, over->collega.zaaktypen, m.beheert, m.geblokkeerd}, nullptr);
}

http::Response set_rights(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto over = chosen(in, request, mijn);
    if (!over) return geweigerd(mijn, "bedrijf", {});
    const Rechtwijziging wanted = typed_in(request, over->collega);
    const auto done = in.store.write([&](store::Tx& tx) { return in.bedrijven.set_recht(tx, mijn.caller(), mijn.inwoner, wanted); });
    if (done) return http::Response::redirect("/mijn/bedrijf?gedaan=1");
    if (done.error().reason == Reason::invalid || done.error().reason == Reason::conflict) return rights_page(mijn, *over, wanted, &done.error());
    return geweigerd(mijn, "bedrijf", {});
}

// For who is blocked: why he sees nothing.
Html blocked_block(store::Tx& tx, const Mijn& mijn) {
    return when(portaal::is_geblokkeerd(tx, mijn.inwoner), [&] { return div(cls("section"), alert("lock", p(mijn.t("mijn.bedrijf.u_bent_geblokkeerd")), Tone::late)); });
}

}  // namespace

void add_bedrijf_portaal(portaal::Routes& routes, const MijnDelen& in) {
    using portaal::Eis;
    const auto page = [in](http::Response (*handler)(const MijnDelen&, http::Request&, Mijn&)) {
        return [in, handler](http::Request& request, Mijn& mijn) { return handler(in, request, mijn); };
    };
    routes.get("/mijn/bedrijf", Eis::ingelogd(), page(show));
    routes.post("/mijn/bedrijf", Eis::ingelogd(), page(choose_name));
    routes.get(std::string(medewerkers) + "{id}", Eis::ingelogd(), page(show_rights));
    routes.post(std::string(medewerkers) + "{id}", Eis::ingelogd(), page(set_rights));
    routes.add_blok([](store::Tx& tx, const Mijn& mijn) { return blocked_block(tx, mijn); });
}

}  // namespace dichtbij::mijn
