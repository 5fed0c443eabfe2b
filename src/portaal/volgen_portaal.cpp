// Following one reference without signing in.
#include "base/text.h"
#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"
#include "portaal/kader_portaal.h"
#include "portaal/loopt_portaal.h"
#include "portaal/portaal_routes.h"

namespace dichtbij::portaal {
namespace {

using namespace html;
using http::Request;
using http::Response;

Volgvraag vraag_of(const Request& request, const Mijn& mijn) {
    Volgvraag vraag;
    vraag.gemeente = mijn.gemeente.id;
    vraag.nummer = cleaned(request.form.get("nummer"));
    vraag.postcode = cleaned(request.form.get("postcode"));
    vraag.huisnummer = cleaned(request.form.get("huisnummer"));
    vraag.adres = request.remote_address;
    vraag.request_id = request.id;
    return vraag;
}

Html call_us(const Mijn& mijn) {
    return when(!mijn.gemeente.telefoon.empty(), [&] { return p(mijn.t.rich("portaal.inloggen.bel", telefoon_link(mijn.gemeente.telefoon))); });
}

Html address_form(const Mijn& mijn, const Volgvraag& typed, const Form& fields) {
    const Texts& t = mijn.t;
    return form(cls("form"), attr("method", "post"), action(mijn.openbaar("/volgen")), flag("novalidate"), csrf_field(mijn.csrf),
                fields.input({.name = "nummer", .label = t("portaal.volgen.nummer"), .value = typed.nummer, .hint = t("portaal.volgen.nummer_uitleg"),
                              .attributes = {attr("maxlength", "40"), attr("autocomplete", "off"), attr("autocapitalize", "characters")}}),
                fields.input({.name = "postcode", .label = t("portaal.volgen.postcode"), .value = typed.postcode, .hint = t("portaal.volgen.postcode_uitleg"),
                              .attributes = {attr("maxlength", "10"), attr("autocomplete", "postal-code")}}),
                fields.input({.name = "huisnummer", .label = t("portaal.volgen.huisnummer"), .value = typed.huisnummer, .hint = t("portaal.volgen.huisnummer_uitleg"),
                              .attributes = {attr("maxlength", "12"), attr("autocomplete", "off")}}),
                submit(t("portaal.volgen.knop")));
}

// The other way: a code to the address we know; or what to do when no codes are sent.
Html code_section(const Mijn& mijn, const Form& fields, const std::string& nummer) {
    const Texts& t = mijn.t;
    if (!mijn.site.delen().volgen.kan_code())
        return section(h2(t("portaal.volgen.anders_kop")), p(t("portaal.volgen.anders")), p(a(href(mijn.openbaar("/inloggen")), t("portaal.inloggen.kop"))), call_us(mijn));
    return section(h2(t("portaal.volgen.code_kop")), p(t("portaal.volgen.code_uitleg")),
                   form(cls("form section"), attr("method", "post"), action(mijn.openbaar("/volgen/code")), flag("novalidate"), csrf_field(mijn.csrf),
                        fields.input({.name = "code_nummer", .label = t("portaal.volgen.nummer"), .value = nummer, .hint = t("portaal.volgen.nummer_uitleg"),
                                      .attributes = {attr("maxlength", "40"), attr("autocomplete", "off"), attr("autocapitalize", "characters")}}),
                        button(cls("btn"), type("submit"), t("portaal.volgen.code_knop"))));
}

Response follow_page(const Mijn& mijn, const Volgvraag& typed, std::vector<FieldError> errors, const std::string& code_nummer = {}) {
    const Texts& t = mijn.t;
    const bool is_wrong = !errors.empty();
    const Form fields(t, std::move(errors));
    const Html content = join(fields.summary(), h1(t("portaal.volgen.kop")), p(cls("lead"), t("portaal.volgen.uitleg")),
                              section(h2(t("portaal.volgen.adres_kop")), p(t("portaal.volgen.adres_uitleg")), div(cls("section"), address_form(mijn, typed, fields))),
                              code_section(mijn, fields, code_nummer),
                              p(cls("section soft"), t("portaal.volgen.vertrouwelijk")));
    const Paginakop kop{.titel = t("portaal.volgen.kop"), .huidig = "volgen"};
    return is_wrong ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response begin(const Mijn& mijn, Aanmeldwijze wijze, const Volgobject& object) {
    if (mijn.sessie) mijn.site.delen().sessies.end(*mijn.sessie);
    NieuweSessie nieuw{.gemeente = mijn.gemeente.id, .wijze = wijze};
    nieuw.volgt = object;
    nieuw.taal = mijn.inwoner.taal;
    nieuw.user_agent = mijn.request.headers.get("User-Agent");
    Response answer = Response::redirect("/mijn/volgt");
    answer.cookies.push_back(sessie_cookie(mijn.request, mijn.site.delen().sessies.begin(nieuw)));
    return answer;
}

// Having to wait is told as such; everything else that does not fit gets one and the same answer.
std::vector<FieldError> errors_of(const Failure& failure, const std::string& field, const char* otherwise) {
    if (!failure.fields.empty()) return {{field, failure.fields.front().key, failure.fields.front().args}};
    return {{field, otherwise, {}}};
}

Response by_address(Request& request, Mijn& mijn) {
    const Volgvraag vraag = vraag_of(request, mijn);
    std::vector<FieldError> missing;
    if (vraag.nummer.empty()) missing.push_back({"nummer", "portaal.volgen.fout_nummer", {}});
    if (!partij::normal_postcode(vraag.postcode)) missing.push_back({"postcode", "portaal.volgen.fout_postcode", {}});
    if (vraag.huisnummer.empty()) missing.push_back({"huisnummer", "portaal.volgen.fout_huisnummer", {}});
    if (!missing.empty()) return follow_page(mijn, vraag, std::move(missing));
    const auto found = mijn.site.delen().volgen.by_adres(vraag, mijn.t);
    if (!found) return follow_page(mijn, vraag, errors_of(found.error(), "nummer", "portaal.volgen.niet_gevonden"));
    return begin(mijn, Aanmeldwijze::postcode, *found);
}

Response ask_code(Request& request, Mijn& mijn) {
    const Texts& t = mijn.t;
    Volgvraag vraag = vraag_of(request, mijn);
    vraag.nummer = cleaned(request.form.get("code_nummer"));
    if (vraag.nummer.empty()) return follow_page(mijn, {}, {{"code_nummer", "portaal.volgen.fout_nummer", {}}});
    const Codewoorden words{t("portaal.volgen.mail_onderwerp"), [&](const std::string& code) { return t("portaal.volgen.mail_tekst", code, mijn.gemeente.naam); }};
    const auto sent = mijn.site.delen().volgen.send_code(vraag, browser_secret(mijn), t, words);
    if (!sent) return follow_page(mijn, {}, errors_of(sent.error(), "code_nummer", "portaal.volgen.dicht"), vraag.nummer);
    return Response::redirect(mijn.openbaar("/volgen/code"));
}

Response code_page(const Mijn& mijn, std::vector<FieldError> errors) {
    const Texts& t = mijn.t;
    const bool is_wrong = !errors.empty();
    const Form fields(t, std::move(errors));
    const Html content = join(fields.summary(), h1(t("portaal.volgen.code_vul")), p(cls("lead"), t("portaal.volgen.code_verstuurd")),
                              form(cls("form section"), attr("method", "post"), action(mijn.openbaar("/volgen/code/controle")), flag("novalidate"), csrf_field(mijn.csrf),
                                   fields.input({.name = "code", .label = t("portaal.volgen.code"), .hint = t("portaal.volgen.code_hint"),
                                                 .attributes = {attr("maxlength", "12"), attr("inputmode", "numeric"), attr("autocomplete", "one-time-code")}}),
                                   submit(t("portaal.volgen.code_verder"))),
                              p(cls("section"), a(href(mijn.openbaar("/volgen")), t("portaal.volgen.code_opnieuw"))), call_us(mijn));
    const Paginakop kop{.titel = t("portaal.volgen.code_vul"), .kruimels = {{mijn.openbaar("/volgen"), t("portaal.volgen.kop")}}, .huidig = "volgen"};
    return is_wrong ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response check_code(Request& request, Mijn& mijn) {
    const std::string code = cleaned(request.form.get("code"));
    if (code.empty()) return code_page(mijn, {{"code", "portaal.volgen.fout_code", {}}});
    const auto found = mijn.site.delen().volgen.by_code(vraag_of(request, mijn), browser_secret_of(request), code);
    if (!found) return code_page(mijn, errors_of(found.error(), "code", "portaal.volgen.code_onjuist"));
    return begin(mijn, Aanmeldwijze::code, *found);
}

// ---- what is followed

std::optional<Volgbaar> current(const Mijn& mijn) {
    const auto& delen = mijn.site.delen();
    if (!mijn.inwoner.volgt) return std::nullopt;
    return delen.sessies.store().read([&](store::Tx& tx) { return delen.volgen.current(tx, mijn.gemeente.id, *mijn.inwoner.volgt, mijn.t); });
}

Html who_does_it(const Mijn& mijn, const Volgbaar& found) {
    const Texts& t = mijn.t;
    const std::string& name_ = found.loopt.behandelaar;
    const std::string& phone = found.telefoon_behandelaar.empty() ? mijn.gemeente.telefoon : found.telefoon_behandelaar;
    return section(cls("aside-box"), attr("aria-labelledby", "h-wie"), h2(id("h-wie"), t("portaal.volgt.wie")), p(name_.empty() ? t("portaal.volgt.nog_niemand") : name_),
                   when(!phone.empty(), [&] { return p(icon("phone"), " ", telefoon_link(phone)); }), when(found.mag_schrijven, [&] { return p(a(href("#tekst"), t("portaal.volgt.schrijf"))); }));
}

Html message_form(const Mijn& mijn, const Volgbaar& found, const Form& fields, std::string_view typed) {
    const Texts& t = mijn.t;
    const std::string& name_ = found.loopt.behandelaar;
    return section(attr("aria-labelledby", "h-bericht"), h2(id("h-bericht"), t("portaal.volgt.schrijf")),
                   form(cls("form section"), attr("method", "post"), action("/mijn/volgt"), flag("novalidate"), csrf_field(mijn.csrf),
                        fields.textarea({.name = "tekst", .label = name_.empty() ? t("portaal.volgt.bericht_ons") : t("portaal.volgt.bericht", name_), .value = std::string(typed),
                                         .hint = t("portaal.volgt.bericht_uitleg"), .attributes = {attr("maxlength", std::to_string(volgbericht_limit))}},
                                        4),
                        submit(t("portaal.volgt.verstuur"))));
}

// What he just sent, after the browser was sent on. Only a day comes along in the address.
Html sent_words(const Mijn& mijn) {
    if (mijn.request.query.get("gedaan") != "bericht") return {};
    const auto by = parse_day(mijn.request.query.get("voor"));
    const std::string words = by ? mijn.t("portaal.volgt.gedaan_op", by_day(mijn.t, *by, mijn.today())) : mijn.t("portaal.volgt.gedaan");
    return div(cls("section"), attr("role", "status"), alert("circle-check", p(words), Tone::good));
}

// Status, who does it and the promised date; nothing else of it.
Response followed_page(const Mijn& mijn, const Volgbaar& found, std::vector<FieldError> errors, std::string_view typed) {
    const Texts& t = mijn.t;
    const bool is_wrong = !errors.empty();
    const Form fields(t, std::move(errors));
    const Loopt& one = found.loopt;
    const Html when_done = one.is_open ? section(attr("aria-labelledby", "h-wanneer"), h2(id("h-wanneer"), t("portaal.volgt.wanneer")),
                                                 one.beloofd ? belofte(t, one, mijn.now) : p(t("portaal.volgt.geen_datum")))
                                       : Html();
    const Html state = section(attr("aria-labelledby", "h-nu"), h2(id("h-nu"), t("portaal.volgt.nu")), p(one.nu), when(!one.daarna.empty(), [&] { return p(t("portaal.loopt.daarna", one.daarna)); }),
                               when(one.klaar.has_value(), [&] { return p(t("portaal.loopt.klaar", long_day(t, *one.klaar, mijn.today()))); }));
    const Html more = section(cls("aside-box"), attr("aria-labelledby", "h-meer"), h2(id("h-meer"), t("portaal.volgt.meer_kop")), p(t("portaal.volgt.meer")),
                              p(a(href(Site::inloggen_url(mijn, one.url, Betrouwbaarheidsniveau::laag)), t("portaal.inloggen.kop"))));
    const Html content = join(fields.summary(), h1(titeltaal(one), one.titel),
                              p(cls("soft"), t("portaal.loopt.gevraagd", long_day(t, one.sinds, mijn.today())), ", ", t.rich("portaal.loopt.nummer", span(cls("nowrap"), one.nummer))), sent_words(mijn),
                              div(cls("portal-split section"), div(state, when_done, when(found.mag_schrijven, [&] { return message_form(mijn, found, fields, typed); })),
                                  el("aside", attr("aria-label", t("portaal.volgt.hulp")), who_does_it(mijn, found), more)));
    const Paginakop kop{.titel = one.titel};
    return is_wrong ? mijn.invalid_page(kop, content) : mijn.page(kop, content);
}

Response followed(Request&, Mijn& mijn) {
    if (!mijn.inwoner.volgt) return Response::redirect("/mijn");
    const auto found = current(mijn);
    mijn.record(mijn.inwoner.volgt->soort, mijn.inwoner.volgt->id, found.has_value());
    if (!found) return mijn.fail(Failure{Reason::not_found, "what was followed is gone", {}, {}});
    return followed_page(mijn, *found, {}, {});
}

Response write_to(Request& request, Mijn& mijn) {
    const auto found = current(mijn);
    if (!found || !found->mag_schrijven) return mijn.fail(Failure{Reason::not_found, "nothing to write about", {}, {}});
    const std::string typed(request.form.get("tekst"));
    const auto& dutch = mijn.site.delen().texts.of(Taal::nl);
    const Volgbericht bericht{cleaned(typed), dutch("portaal.volgt.bericht_onderwerp", found->nummer), std::string(to_string(mijn.t.taal()))};
    const auto sent = mijn.site.delen().volgen.schrijf(mijn.inwoner, bericht, mijn.request.id);
    if (!sent && !sent.error().fields.empty()) return followed_page(mijn, *found, sent.error().fields, typed);
    if (!sent) return mijn.fail(sent.error());
    return Response::redirect("/mijn/volgt?gedaan=bericht" + (sent->beloofd_op ? "&voor=" + to_iso(day_of(*sent->beloofd_op)) : std::string()));
}

}  // namespace

void add_volg_routes(Site& site) {
    site.get_open("/volgen", [](Request&, Mijn& mijn) { return Response::redirect(mijn.openbaar("/volgen")); });
    site.get("/volgen", Eis::openbaar(), [](Request&, Mijn& mijn) { return follow_page(mijn, {}, {}); });
    site.post("/volgen", Eis::openbaar(), by_address);
    site.get("/volgen/code", Eis::openbaar(), [](Request&, Mijn& mijn) {
        return mijn.site.delen().volgen.kan_code() ? code_page(mijn, {}) : Response::redirect(mijn.openbaar("/volgen"));
    });
    site.post("/volgen/code", Eis::openbaar(), ask_code);
    site.post("/volgen/code/controle", Eis::openbaar(), check_code);
    site.get("/volgen/code/controle", Eis::openbaar(), [](Request&, Mijn& mijn) { return Response::redirect(mijn.openbaar("/volgen/code")); });
    site.get("/mijn/volgt", Eis::volgend(), followed);
    site.post("/mijn/volgt", Eis::volgend(), write_to);
}

}  // namespace dichtbij::portaal
