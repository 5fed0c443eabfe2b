#include "base/text.h"
#include "zaak/besluit_store.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_act_service.h"

namespace dichtbij::zaak {
namespace {

Result<BesluitBeeld> beeld_of(Besluit besluit) {
    BesluitBeeld beeld{std::move(besluit), {}};
    if (!beeld.besluit.reactie_datum) return beeld;
    TRY(norm::Einde einde, reactietermijn(*beeld.besluit.verzonden_datum));
    beeld.bezwaartermijn = std::move(einde.explanation);
    return beeld;
}

Result<Done> send(Besluit& besluit, Day day) {
    besluit.verzonden_datum = day;
    if (besluit.rechtsmiddel == Rechtsmiddel::geen) return Done{};
    TRY(const norm::Einde einde, reactietermijn(day));
    besluit.reactie_datum = einde.datum;
    return Done{};
}

werk::Kenmerken kenmerken_of(const Besluit& besluit) {
    werk::Kenmerken kenmerken{{"besluit", besluit.id.text()}, {"rechtsmiddel", code_of(besluit.rechtsmiddel)}};
    if (besluit.verzonden_datum) kenmerken.emplace_back("verzonden_datum", to_iso(*besluit.verzonden_datum));
    if (besluit.reactie_datum) kenmerken.emplace_back("reactie_datum", to_iso(*besluit.reactie_datum));
    return kenmerken;
}

// What is missing is there, or someone says why it need not be.
Result<Done> explained(const std::vector<FieldError>& lacking, std::string_view why) {
    if (auto error = werk::check_text("ontbreekt_omdat", why, reden_limit)) return invalid({*error});
    if (!lacking.empty() && trimmed(why).empty()) return invalid(lacking);
    return Done{};
}

werk::Kenmerken with_lacking(werk::Kenmerken kenmerken, const std::vector<FieldError>& lacking) {
    if (!lacking.empty()) kenmerken.emplace_back("ontbreekt", std::to_string(lacking.size()));
    return kenmerken;
}

std::string with_reason(const std::string& words, const std::vector<FieldError>& lacking, std::string_view why) {
    return lacking.empty() ? words : words + (words.empty() ? "" : "\n") + cleaned(why);
}

}  // namespace

Result<BesluitBeeld> ZaakService::add_besluit(const access::Caller& caller, const NieuwBesluit& nieuw) {
    return store_.write([&](store::Tx& tx) { return add_besluit(tx, caller, nieuw); });
}

Result<BesluitBeeld> ZaakService::add_besluit(store::Tx& tx, const access::Caller& caller, const NieuwBesluit& nieuw) {
    TRY(Act act, begin_open(tx, caller, nieuw.bij));
    if (auto errors = problems(nieuw, act.today); !errors.empty()) return invalid(std::move(errors));
    const Day datum = nieuw.datum.value_or(act.today);
    if (datum < act.zaak.startdatum) return invalid("datum", "zaak.fout.voor_ontvangst");
    auto lacking = missing(act, {zaaktype::Verplichtbij::aanvraag});
    if (nieuw.verzonden_datum)
        for (FieldError& one : missing(act, {zaaktype::Verplichtbij::besluit})) lacking.push_back(std::move(one));
    TRY_DONE(explained(lacking, nieuw.ontbreekt_omdat));
    if (besluiten_of(tx, act.zaak.id).size() >= besluiten_limit) return conflict("too many decisions", "zaak.fout.te_veel_besluiten");
    Besluit besluit;
    besluit.id = ids_.make<dichtbij::Besluit>();
    besluit.zaak = act.zaak.id;
    besluit.omschrijving = cleaned(nieuw.omschrijving);
    besluit.toelichting = cleaned(nieuw.toelichting);
    besluit.datum = datum;
    besluit.ingang_datum = nieuw.ingang_datum;
    besluit.verval_datum = nieuw.verval_datum;
    besluit.rechtsmiddel = nieuw.rechtsmiddel.value_or(rechtsmiddel_van(act.type));
    besluit.door = act.door();
    besluit.vastgelegd_op = act.now;
    if (nieuw.verzonden_datum) {
        TRY_DONE(send(besluit, *nieuw.verzonden_datum));
        TRY_DONE(tell(act, "besluit", nieuw.bericht, Woorden::verplicht));
        TRY_DONE(end_suspensions(act, *nieuw.verzonden_datum));
    }
    insert_besluit(tx, besluit);
    TRY_DONE(keep_term(act));
    TRY_DONE(finish(act, besluit.verzonden_datum ? "zaak.besluit" : "zaak.besluit_vastgelegd", with_lacking(kenmerken_of(besluit), lacking),
                    with_reason(besluit.toelichting, lacking, nieuw.ontbreekt_omdat)));
    return beeld_of(std::move(besluit));
}

Result<BesluitBeeld> ZaakService::publish_besluit(const access::Caller& caller, const Verzending& asked) {
    return store_.write([&](store::Tx& tx) { return publish_besluit(tx, caller, asked); });
}

Result<BesluitBeeld> ZaakService::publish_besluit(store::Tx& tx, const access::Caller& caller, const Verzending& asked) {
    TRY(Act act, begin_open(tx, caller, asked.bij));
    auto besluit = find_besluit(tx, asked.besluit);
    if (!besluit || besluit->zaak != act.zaak.id) return not_found("besluit " + asked.besluit.text());
    if (!besluit->geldt()) return conflict("withdrawn: besluit " + asked.besluit.text(), "zaak.fout.besluit_ingetrokken");
    if (besluit->verzonden_datum) return conflict("sent already: besluit " + asked.besluit.text(), "zaak.fout.besluit_verzonden");
    const Day sent = asked.verzonden_datum.value_or(act.today);
    if (sent > act.today) return invalid("verzonden_datum", "zaak.fout.datum_toekomst");
    if (sent < besluit->datum) return invalid("verzonden_datum", "zaak.fout.verzonden_voor_besluit");
    const auto lacking = missing(act, {zaaktype::Verplichtbij::besluit});
    TRY_DONE(explained(lacking, asked.ontbreekt_omdat));
    TRY_DONE(send(*besluit, sent));
    TRY_DONE(tell(act, "besluit", asked.bericht, Woorden::verplicht));
    TRY_DONE(end_suspensions(act, sent));
    save_besluit(tx, *besluit);
    TRY_DONE(keep_term(act));
    TRY_DONE(finish(act, "zaak.besluit", with_lacking(kenmerken_of(*besluit), lacking), with_reason("", lacking, asked.ontbreekt_omdat)));
    return beeld_of(std::move(*besluit));
}

Result<BesluitBeeld> ZaakService::withdraw_besluit(const access::Caller& caller, const Intrekking& asked) {
    return store_.write([&](store::Tx& tx) { return withdraw_besluit(tx, caller, asked); });
}

// Also after the case has ended: what was decided can be taken back later.
Result<BesluitBeeld> ZaakService::withdraw_besluit(store::Tx& tx, const access::Caller& caller, const Intrekking& asked) {
    TRY(Act act, begin(tx, caller, asked.bij));
    if (auto error = werk::check_required("reden", asked.reden, reden_limit)) return invalid({*error});
    auto besluit = find_besluit(tx, asked.besluit);
    if (!besluit || besluit->zaak != act.zaak.id) return not_found("besluit " + asked.besluit.text());
    if (!besluit->geldt()) return conflict("withdrawn already: besluit " + asked.besluit.text(), "zaak.fout.besluit_ingetrokken");
    besluit->ingetrokken_datum = act.today;
    besluit->intrekkingsreden = cleaned(asked.reden);
    TRY_DONE(tell(act, "", asked.bericht, besluit->verzonden_datum ? Woorden::verplicht : Woorden::mag));
    save_besluit(tx, *besluit);
    if (act.zaak.is_open()) TRY_DONE(keep_term(act));
    else derive_archive(tx, act.zaak, act.type);
    TRY_DONE(finish(act, "zaak.besluit_ingetrokken", {{"besluit", besluit->id.text()}}, asked.reden));
    return beeld_of(std::move(*besluit));
}

}  // namespace dichtbij::zaak
