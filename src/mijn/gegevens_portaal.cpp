#include "html/form.h"
#include "html/parts.h"
#include "base/text.h"
#include "mijn/mijn_portaal.h"

namespace dichtbij::mijn {
namespace {

using namespace html;
using portaal::Mijn;

std::string channel_words(const Texts& t, std::string_view kanaal) { return kanaal.empty() ? t("mijn.gegevens.kanaal.geen") : t("mijn.gegevens.kanaal." + std::string(kanaal)); }

// A preference that only the desk offers stays as it is named there.
std::string preferred(const Texts& t, const std::string& kanaal) {
    if (kanaal.empty() || t.has("mijn.gegevens.kanaal." + kanaal)) return channel_words(t, kanaal);
    return t.has("kanaal." + kanaal) ? t("kanaal." + kanaal) : kanaal;
}

std::string or_none(const Texts& t, const std::string& value_) { return value_.empty() ? t("mijn.gegevens.niet_bekend") : value_; }

Html contact_facts(const Texts& t, const Gegevensbeeld& seen) {
    const Contactgegevens& c = seen.contact;
    return definitions({{t("mijn.gegevens.telefoon"), text(or_none(t, c.telefoon))},
                        {t("mijn.gegevens.email"), text(or_none(t, c.email))},
                        {t("mijn.gegevens.taal"), text(t("mijn.gegevens.taal." + c.taal))},
                        {t("mijn.gegevens.kanaal"), text(preferred(t, c.kanaal))},
                        {t("mijn.gegevens.tijd"), text(c.tijd)}});
}

Html registered_facts(const Texts& t, const Gegevensbeeld& seen) {
    std::vector<Fact> facts_{{t("mijn.gegevens.naam"), text(seen.naam)}, {t("mijn.gegevens.adres"), text(or_none(t, seen.adres))}, {t("mijn.gegevens.postadres"), text(seen.postadres)}};
    for (const auto& [soort, nummer] : seen.nummers)
        if (const std::string key = "mijn.gegevens.nummer." + soort; t.has(key)) facts_.push_back({t(key), text(nummer)});
    return definitions(facts_);
}

Html section_with(std::string_view heading_id, const std::string& title_, const Html& content) {
    return section(attr("aria-labelledby", heading_id), h2(id(heading_id), title_), content);
}

http::Response nobody_known(const Mijn& mijn) {
    const std::string title_ = mijn.t("mijn.gegevens.kop");
    return mijn.page(mijn_kop(mijn, title_), join(h1(title_), div(cls("section"), empty_state(mijn.t("mijn.gegevens.niemand"), mijn.t("mijn.gegevens.niemand_uitleg"), "user"))));
}

http::Response show(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto seen = in.store.read([&](store::Tx& tx) { return in.gegevens.get(tx, mijn.inwoner); });
    if (!seen) return nobody_known(mijn);
    mijn.record("partij", seen->partij.bytes, true);
    const Texts& t = mijn.t;
    const std::string title_ = t("mijn.gegevens.kop");
    const Html done = when(request.query.get("gedaan") == "1", [&] { return div(cls("section"), attr("role", "status"), alert("circle-check", p(t("mijn.gegevens.gedaan")), Tone::good)); });
    const Html change = seen->mag_wijzigen ? p(cls("section"), a(cls("btn btn-primary"), href("/mijn/gegevens/wijzigen"), t("mijn.gegevens.wijzig"))) : p(cls("soft"), t("mijn.gegevens.alleen_zelf"));
    return mijn.page(mijn_kop(mijn, title_),
                     join(h1(title_), done, section_with("h-bereik", t("mijn.gegevens.bereik"), join(contact_facts(t, *seen), change)),
                          section_with("h-bekend", t("mijn.gegevens.bekend"), join(registered_facts(t, *seen), p(cls("section"), a(href(mijn.openbaar("/contact")), t("mijn.gegevens.klopt_niet"))))),
                          section_with("h-ook", t("zaakportaal.ook.kop"),
                                       ul(cls("list-plain"), li(a(href("/mijn/gegevens/inzage"), t("mijn.inzage.kop"))), li(a(href("/mijn/gegevens/download"), t("mijn.download.kop"))),
                                          when(seen->is_bedrijf, [&] { return li(a(href("/mijn/bedrijf"), t("mijn.bedrijf.kop"))); })))));
}

Html change_form(const Mijn& mijn, const Form& form_, const Contactgegevens& c, std::int64_t versie) {
    const Texts& t = mijn.t;
    std::vector<Choice> channels{{"", t("mijn.gegevens.kanaal.geen"), {}}};
    for (const auto kanaal : voorkeurskanalen) channels.push_back({std::string(kanaal), channel_words(t, kanaal), {}});
    const auto limit = [](std::size_t characters) { return attr("maxlength", std::to_string(characters)); };
    return form(cls("form section"), attr("method", "post"), action("/mijn/gegevens/wijzigen"), csrf_field(mijn.csrf), hidden("versie", std::to_string(versie)),
                form_.input({.name = "telefoon", .label = t("mijn.gegevens.telefoon"), .value = c.telefoon, .hint = t("mijn.gegevens.telefoon_uitleg"), .needed = Needed::no, .type = "tel",
                             .attributes = {attr("autocomplete", "tel"), limit(telefoon_limit)}}),
                form_.input({.name = "email", .label = t("mijn.gegevens.email"), .value = c.email, .needed = Needed::no, .type = "email",
                             .attributes = {attr("autocomplete", "email"), limit(email_limit)}}),
                form_.radios({.name = "kanaal", .label = t("mijn.gegevens.kanaal_vraag"), .value = c.kanaal}, channels),
                form_.radios({.name = "taal", .label = t("mijn.gegevens.taal_vraag"), .value = c.taal}, {{"nld", t("mijn.gegevens.taal.nld"), {}}, {"eng", t("mijn.gegevens.taal.eng"), {}}}),
                form_.input({.name = "tijd", .label = t("mijn.gegevens.tijd"), .value = c.tijd, .hint = t("mijn.gegevens.tijd_uitleg"), .needed = Needed::no, .attributes = {limit(tijd_limit)}}),
                div(cls("row"), submit(t("mijn.gegevens.bewaar")), a(href("/mijn/gegevens"), t("mijn.gegevens.terug"))));
}

http::Response change_page(const Mijn& mijn, const Form& form_, const Contactgegevens& c, std::int64_t versie, const Html& told = {}) {
    const std::string title_ = mijn.t("mijn.gegevens.wijzig_kop");
    const Html main_ = join(h1(title_), told, form_.summary(), change_form(mijn, form_, c, versie));
    const auto kop = gegevens_kop(mijn, title_);
    return form_.has_errors() || !told.empty() ? mijn.invalid_page(kop, main_) : mijn.page(kop, main_);
}

http::Response edit(const MijnDelen& in, http::Request&, Mijn& mijn) {
    const auto seen = in.store.read([&](store::Tx& tx) { return in.gegevens.get(tx, mijn.inwoner); });
    if (!seen) return nobody_known(mijn);
    if (!seen->mag_wijzigen) return http::Response::redirect("/mijn/gegevens");
    mijn.record("partij", seen->partij.bytes, true);
    return change_page(mijn, Form(mijn.t), seen->contact, seen->versie);
}

std::int64_t versie_in(const http::Request& request) {
    const auto typed = request.form.get("versie");
    return all_digits(typed) && !typed.empty() && typed.size() < 18 ? std::stoll(std::string(typed)) : -1;
}

http::Response save(const MijnDelen& in, http::Request& request, Mijn& mijn) {
    const auto field = [&](std::string_view name_) { return std::string(request.form.get(name_)); };
    const Contactgegevens typed{field("telefoon"), field("email"), field("taal"), field("kanaal"), field("tijd")};
    const Bevestiging told{mijn.t("mijn.gegevens.bevestiging.onderwerp"), mijn.t("mijn.gegevens.bevestiging.tekst", mijn.gemeente.naam, mijn.gemeente.telefoon)};
    const auto done = in.gegevens.change(mijn.caller(), mijn.inwoner, versie_in(request), typed, told);
    if (done) return http::Response::redirect("/mijn/gegevens?gedaan=1");
    if (done.error().reason == Reason::invalid) return change_page(mijn, Form(mijn.t, done.error().fields), typed, versie_in(request));
    if (done.error().reason != Reason::conflict) return geweigerd(mijn, "partij", {});
    // Somebody changed it meanwhile: what he typed stays, on the version of now.
    const auto seen = in.store.read([&](store::Tx& tx) { return in.gegevens.get(tx, mijn.inwoner); });
    if (!seen) return mijn.fail(done.error());
    return change_page(mijn, Form(mijn.t), typed, seen->versie, div(cls("section"), attr("role", "alert"), alert("alert-circle", p(mijn.t("mijn.gegevens.intussen")), Tone::late)));
}

Html block(const MijnDelen& in, store::Tx& tx, const Mijn& mijn) {
    const auto seen = in.gegevens.get(tx, mijn.inwoner);
    if (!seen) return {};
    const Texts& t = mijn.t;
    const Contactgegevens& c = seen->contact;
    const std::string reach = c.telefoon.empty() ? c.email : c.telefoon;
    return section(attr("aria-labelledby", "h-mij"), h2(id("h-mij"), t("mijn.gegevens.kop")),
                   definitions({{t("mijn.gegevens.bereik"), text(or_none(t, reach) + (c.tijd.empty() ? "" : ", " + c.tijd))},
                                {t("mijn.gegevens.berichten"), text(preferred(t, c.kanaal) + ", " + t("mijn.gegevens.taal." + c.taal))}}),
                   p(cls("section"), a(href("/mijn/gegevens"), t("mijn.gegevens.bekijk"))), p(a(href("/mijn/gegevens/inzage"), t("mijn.inzage.kop"))),
                   when(seen->is_bedrijf, [&] { return p(a(href("/mijn/bedrijf"), t("mijn.bedrijf.kop"))); }));
}

}  // namespace

void add_gegevens_portaal(portaal::Routes& routes, const MijnDelen& in) {
    using portaal::Eis;
    routes.get("/mijn/gegevens", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return show(in, request, mijn); });
    routes.get("/mijn/gegevens/wijzigen", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return edit(in, request, mijn); });
    routes.post("/mijn/gegevens/wijzigen", Eis::ingelogd(), [in](http::Request& request, Mijn& mijn) { return save(in, request, mijn); });
    routes.add_blok([in](store::Tx& tx, const Mijn& mijn) { return block(in, tx, mijn); });
}

}  // namespace dichtbij::mijn
