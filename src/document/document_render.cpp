#include "document/document_render.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include "html/dates.h"
#include "html/parts.h"

namespace dichtbij::document {
namespace {

using namespace html;

template <class Enum>
std::vector<Choice> choices(const Texts& t, const std::string& prefix) {
    std::vector<Choice> all;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto one) { all.push_back({one.name, t(prefix + one.name), {}}); });
    return all;
}

std::string accepted_extensions() {
    std::string list;
    for (const Soortgegevens& soort : alle_soorten())
        for (const std::string_view extension : soort.extensies) list.append(list.empty() ? "." : ",.").append(extension);
    return list;
}

std::string day_words(const Texts& t, Instant op, Instant now) { return near_day(t, day_of(op), day_of(now)); }

// "PDF, 84 kB, versie 2, 5 oktober, Ilse van den Brink": what is empty is left out.
std::string in_a_line(const std::vector<std::string>& parts) {
    std::string line;
    for (const std::string& part : parts)
        if (!part.empty()) line += (line.empty() ? "" : ", ") + part;
    return line;
}

std::string call(const std::function<std::string(const Versie&)>& use, const Versie& versie) { return use ? use(versie) : std::string(); }
std::string call(const std::function<std::string(const Documentregel&)>& use, const Documentregel& regel) { return use ? use(regel) : std::string(); }

// Says which file it saves to who cannot see what stands beside it.
Html save_link(const Texts& t, std::string_view url, std::string_view name) {
    return a(href(url), attr("download", ""), attr("aria-label", t("document.bewaar_wat", name)), icon("download"), " ", t("document.bewaar"));
}

Html list_item(const Texts& t, const Documentregel& regel, const Lijstweergave& weergave, Instant now) {
    const auto& [document, versie] = regel;
    const bool can_open = versie.is_leesbaar();
    const std::string url = weergave.blad ? call(weergave.blad, regel) : can_open ? call(weergave.openen, regel) : std::string();
    const std::string save_url = can_open ? call(weergave.downloaden, regel) : std::string();
    const bool shows_version = weergave.lezer == Lezer::medewerker && document.versies > 1;
    const std::string& auteur = document.kenmerken.auteur;
    const bool shows_author = weergave.lezer == Lezer::medewerker && !auteur.empty() && auteur != call(weergave.wie, versie);
    const std::string author = shows_author ? t("document.auteur", auteur) : std::string();
    const std::string below = in_a_line({std::string(gegevens(versie.soort).naam), size_in_words(t, versie.bytes),
                                         shows_version ? t("document.versie_nummer", document.versies) : std::string(), day_words(t, versie.op, now), call(weergave.wie, versie), author,
                                         weergave.documenttype && !document.kenmerken.documenttype.empty() ? weergave.documenttype(document.kenmerken.documenttype) : std::string()});
    return li(icon(gegevens(versie.soort).icoon),
              span(url.empty() ? text(document.kenmerken.titel) : a(href(url), document.kenmerken.titel), br(), span(cls("soft small"), below),
                   document_badges(t, document, versie, weergave.lezer),
                   when(!save_url.empty(), [&] { return join(br(), span(cls("small"), save_link(t, save_url, document.kenmerken.titel))); })));
}

Html spaced(const Html& badge_) { return join(text(" "), badge_); }

}  // namespace

std::string size_in_words(const Texts& t, std::int64_t bytes) {
    constexpr std::int64_t kibibyte = 1024;
    if (bytes < mebibyte) return t("document.kb", (bytes + kibibyte - 1) / kibibyte);
    const std::int64_t tenths = (bytes * 10 + mebibyte / 2) / mebibyte;
    if (tenths % 10 == 0) return t("document.mb", std::to_string(tenths / 10));
    return t("document.mb", std::to_string(tenths / 10) + (t.taal() == Taal::nl ? "," : ".") + std::to_string(tenths % 10));
}

Html document_badges(const Texts& t, const Document& document, const Versie& versie, Lezer lezer) {
    Html all;
    const auto add = [&](const char* icon_name, const std::string& words, Tone tone) { all += spaced(badge(icon_name, words, tone)); };
    if (versie.controle == Controle::wacht) add("hourglass", t("document.badge.wacht"), Tone::today);
    if (versie.controle == Controle::besmet) add("virus", t("document.badge.besmet"), Tone::late);
    if (lezer == Lezer::inwoner) return all;
    if (document.ingetrokken) add("file-off", t("document.badge.ingetrokken"), Tone::late);
    if (document.kenmerken.status == Documentstatus::in_bewerking) add("pencil", t("document.status.in_bewerking"), Tone::plain);
    if (document.kenmerken.vertrouwelijkheid >= Vertrouwelijkheid::vertrouwelijk)
        add("lock", t(std::string("document.vertrouwelijkheid.") + boost::describe::enum_to_string(document.kenmerken.vertrouwelijkheid, "")), Tone::brand);
    if (mag_inwoner_zien(document)) add("eye", t("document.badge.inwoner"), Tone::plain);
    return all;
}

Html document_list(const Texts& t, const std::vector<Documentregel>& regels, const Lijstweergave& weergave, Instant now) {
    if (regels.empty()) return p(cls("soft"), weergave.leeg.empty() ? t("document.geen") : weergave.leeg);
    return ul(cls("files"), attr_if(!weergave.kop.empty(), "aria-label", weergave.kop), each(regels, [&](const Documentregel& regel) { return list_item(t, regel, weergave, now); }));
}

Html version_list(const Texts& t, const std::vector<Versie>& versies, const Versieweergave& weergave, Instant now) {
    return ul(cls("files"), each(versies, [&](const Versie& versie) {
                  const bool can_open = versie.is_leesbaar();
                  const std::string url = can_open ? call(weergave.openen, versie) : std::string();
                  const std::string save_url = can_open ? call(weergave.downloaden, versie) : std::string();
                  const std::string title_ = t("document.versie_kop", versie.nummer);
                  const std::string below = in_a_line({versie.bestandsnaam, size_in_words(t, versie.bytes), short_moment(t, versie.op, now), call(weergave.wie, versie)});
                  return li(icon(gegevens(versie.soort).icoon),
                            span(url.empty() ? text(title_) : a(href(url), title_), when(!versie.reden.empty(), [&] { return span(": ", versie.reden); }), br(),
                                 span(cls("soft small"), below), document_badges(t, Document{}, versie, Lezer::inwoner),
                                 when(!save_url.empty(), [&] { return join(br(), span(cls("small"), save_link(t, save_url, versie.bestandsnaam))); })));
              }));
}

Html preview(const Texts& t, const Documentregel& regel, std::string_view adres, std::string_view download_adres) {
    const Versie& versie = regel.versie;
    if (versie.controle == Controle::wacht) return alert("hourglass", p(t("document.fout.nog_niet_gecontroleerd")), Tone::today);
    if (versie.controle == Controle::besmet) return alert("virus", p(t("document.fout.besmet")), Tone::late);
    const Html save = p(save_link(t, download_adres, regel.document.kenmerken.titel));
    switch (gegevens(versie.soort).voorbeeld) {
        case Voorbeeld::afbeelding:
            return join(p(img(cls("document-beeld"), src(adres), attr("alt", t("document.beeld", regel.document.kenmerken.titel)), attr("loading", "lazy"))), save);
        case Voorbeeld::pdf:
            // On a phone browsers show no PDF in a frame: the style leaves it out there, and the link stays.
            return join(el("iframe", cls("document-frame"), src(adres), attr("title", t("document.frame", regel.document.kenmerken.titel)), attr("loading", "lazy")),
                        p(a(href(adres), attr("aria-label", t("document.open_wat", regel.document.kenmerken.titel)), icon("external-link"), " ", t("document.open"))), save);
        case Voorbeeld::geen: break;
    }
    return join(p(cls("soft"), t("document.geen_voorbeeld")), save);
}

Html upload_field(const Texts& t, const html::Form& form, const Uploadveld& veld, const Inhoudsgrenzen& grenzen) {
    Field field{veld.name, veld.label.empty() ? t("document.bestand") : veld.label};
    field.type = "file";
    field.needed = veld.needed;
    field.hint = t("document.uitleg_soorten", grenzen.bestand_bytes / mebibyte);
    field.attributes = {attr("accept", accepted_extensions()), flag("multiple", veld.is_multiple), flag("required", veld.needed == Needed::yes)};
    return form.input(field);
}

Attribute upload_enctype() { return attr("enctype", "multipart/form-data"); }

std::vector<Choice> vertrouwelijkheid_choices(const Texts& t) { return choices<Vertrouwelijkheid>(t, "document.vertrouwelijkheid."); }
std::vector<Choice> richting_choices(const Texts& t) { return choices<Richting>(t, "document.richting."); }
std::vector<Choice> status_choices(const Texts& t) { return choices<Documentstatus>(t, "document.status."); }

}  // namespace dichtbij::document
