#include "bezorging/bezorging_desk.h"

#include "html/dates.h"
#include "html/form.h"
#include "html/parts.h"

namespace dichtbij::bezorging {
namespace {

using namespace html;
using access::Desk;
using bericht::Zendstaat;

std::string reason_of(const Texts& t, const std::string& fout) {
    const std::string key = "bericht.zendfout." + fout;
    return t.has(key) ? t(key) : fout;
}

std::string waiting_words(const Desk& desk, const bericht::Zending& zending) {
    const Texts& t = desk.t;
    const std::string when_ = moment(t, zending.volgende_op, desk.now);
    if (zending.laatste_fout == "server_weg") return t("bezorging.wacht_op_server", when_);
    if (zending.pogingen == 0) return t("bezorging.wacht");
    if (zending.laatste_fout.empty()) return t("bezorging.bezig", zending.pogingen);
    return t("bezorging.opnieuw", zending.pogingen, reason_of(t, zending.laatste_fout), when_);
}

Html server_said(const Texts& t, const std::optional<Mailbezorging>& mail) {
    if (!mail || mail->uitleg.empty()) return {};
    return details(summary(t("bezorging.server_zei")), p(cls("small"), attr("lang", "en"), mail->uitleg));
}

}  // namespace

Html bij_bericht(const BezorgSchermen& s, const Desk& desk, const bericht::Zending& zending) {
    const Texts& t = desk.t;
    if (zending.kanaal != kanaal_email) return {};
    const auto mail = s.store.read([&](store::Tx& tx) { return s.bezorgen.of_zending(tx, zending.id); });
    switch (zending.staat) {
        case Zendstaat::klaar: return div(cls("section"), alert("send", p(waiting_words(desk, zending)), zending.laatste_fout.empty() ? Tone::brand : Tone::today), server_said(t, mail));
        case Zendstaat::mislukt:
            return div(cls("section"), alert("alert-triangle", p(t("bezorging.niet_aangekomen", reason_of(t, zending.laatste_fout))), Tone::late), server_said(t, mail));
        case Zendstaat::verzonden: break;
    }
    const bool is_slow = mail && mail->vertraagd_op.has_value();
    return div(cls("section"), alert("check", p(t("bezorging.aangenomen", moment(t, zending.verzonden_op.value_or(zending.volgende_op), desk.now))), Tone::good),
               when(is_slow, [&] { return alert("clock", p(t("bezorging.vertraagd", moment(t, *mail->vertraagd_op, desk.now))), Tone::today); }), server_said(t, mail));
}

Html boven_berichten(const BezorgSchermen& s, const Desk& desk) {
    const Serverstand stand = s.store.read([&](store::Tx& tx) { return s.bezorgen.stand(tx); });
    if (!stand.storing_sinds) return {};
    const Texts& t = desk.t;
    return div(cls("section"), attr("role", "status"),
               alert("alert-triangle", p(t("bezorging.storing", moment(t, *stand.storing_sinds, desk.now), moment(t, stand.volgende_op, desk.now))), Tone::late));
}

Html bij_persoon(const BezorgSchermen& s, const Desk& desk, Id<Partij> partij) {
    const auto dicht = s.store.read([&](store::Tx& tx) { return s.bezorgen.dichte_adressen(tx, partij); });
    if (dicht.empty()) return {};
    const Texts& t = desk.t;
    return div(cls("section"), each(dicht, [&](const Dichtadres& one) {
                   return alert("alert-triangle",
                                div(p(t("bezorging.adres_dicht", one.adres, moment(t, one.sinds, desk.now), reason_of(t, one.reden))),
                                    form(cls("inline"), attr("method", "post"), action("/personen/" + partij.text() + "/mailadres"), csrf_field(desk.csrf), hidden("adres", one.sleutel),
                                         button(cls("btn"), type("submit"), icon("refresh"), t("bezorging.adres_weer_open")))),
                                Tone::today);
               }));
}

}  // namespace dichtbij::bezorging
