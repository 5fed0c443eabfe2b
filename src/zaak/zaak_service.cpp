#include "zaak/zaak_service.h"

#include "base/text.h"
#include "partij/aanschrijving_service.h"
#include "werk/nummer.h"
#include "werk/toegang_service.h"
#include "zaak/besluit_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {

ZaakService::ZaakService(store::Store& store, const Clock& clock, IdSource& ids, const Buren& buren)
    : store_(store), clock_(clock), ids_(ids), werk_(buren.werk), partijen_(buren.partijen), contacten_(buren.contacten), taken_(buren.taken),
      berichten_(buren.berichten), documenten_(buren.documenten), log_(buren.log) {}

journal::Entry zaak_entry(const access::Caller& caller, Instant now, std::string gebeurtenis, const Zaak& zaak, const werk::Werk& werk) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), zaak.gemeente, journal::Object::zaak, zaak.id.bytes);
    entry.werk = werk.id;
    entry.partij = werk.partij;
    return entry;
}

Result<ZaakService::Act> ZaakService::begin(store::Tx& tx, const access::Caller& caller, const Bij& bij) const {
    auto zaak = find_zaak(tx, bij.zaak);
    if (!zaak) return not_found("zaak " + bij.zaak.text());
    TRY(werk::Werk werk, werk_.get(tx, caller, zaak->werk));
    if (!werk_.may_act(tx, caller, werk)) return forbidden("not the casemanager's, nor of the team: zaak " + bij.zaak.text());
    if (zaak->versie != bij.versie) return conflict("zaak " + bij.zaak.text() + " has changed", "fout.gewijzigd");
    TRY(zaaktype::Versieblad blad, zaaktype::versie(tx, zaak->zaaktype_versie));
    TRY(norm::Kalender kalender, werk_.normbron().kalender(tx, zaak->gemeente));
    const Instant now = clock_.now();
    zaak->domein = werk.domein;
    return Act{tx, caller, now, day_of(now), *zaak, *zaak, std::move(werk), std::move(blad.inhoud), std::move(kalender)};
}

Result<ZaakService::Act> ZaakService::begin_open(store::Tx& tx, const access::Caller& caller, const Bij& bij) const {
    TRY(Act act, begin(tx, caller, bij));
    if (!act.zaak.is_open()) return conflict("closed: zaak " + bij.zaak.text(), "zaak.fout.gesloten");
    return act;
}

Result<Zaak> ZaakService::finish(Act& act, std::string gebeurtenis, werk::Kenmerken kenmerken, std::optional<std::string> toelichting) {
    ++act.zaak.versie;
    CHECK_THAT(save_zaak(act.tx, act.zaak));
    act.werk = werk_.touch(act.tx, act.caller, std::move(act.werk), gebeurtenis);
    act.zaak.domein = act.werk.domein;
    journal::Entry entry = zaak_entry(act.caller, act.now, std::move(gebeurtenis), act.zaak, act.werk);
    entry.kenmerken = std::move(kenmerken);
    if (act.zaak.is_deelzaak()) entry.kenmerken.emplace_back("deelzaak", "1");
    if (toelichting) {
        std::string words = cleaned(*toelichting);
        if (!words.empty()) entry.toelichting = std::move(words);
    }
    journal::append(act.tx, entry);
    return act.zaak;
}

Zaak ZaakService::seen(store::Tx& tx, Zaak zaak) const {
    const auto werk = werk_.stored(tx, zaak.werk);
    CHECK_THAT(werk.has_value());
    zaak.domein = werk->domein;
    return zaak;
}

std::string ZaakService::new_nummer(store::Tx& tx, Id<Gemeente> gemeente, char reeks, Instant now) const {
    for (int attempt = 0; attempt < werk::nummer_attempts; ++attempt) {
        std::string nummer = werk::draw_nummer(reeks, now, attempt, ids_);
        if (!zaak_nummer_in_use(tx, gemeente, nummer) && !zaaktaak_nummer_in_use(tx, gemeente, nummer)) return nummer;
    }
    CHECK_THAT(!"no number left");
    return {};
}

std::optional<Id<Partij>> ZaakService::ontvanger(store::Tx& tx, const Zaak& zaak, Day day) const {
    if (zaak.is_deelzaak()) return std::nullopt;
    std::optional<Id<Partij>> found;
    for (const Rol& rol : rollen_of(tx, zaak.id)) {
        if (!rol.partij || !rol.geldt_op(day) || (rol.soort != Rolsoort::gemachtigde && rol.soort != Rolsoort::initiator)) continue;
        const auto address = partij::aanschrijving(tx, *rol.partij);
        if (!address || address->overleden || address->gewist) continue;
        if (rol.soort == Rolsoort::gemachtigde) return address->partij;  // Awb 2:1
        found = address->partij;
    }
    return found;
}

Result<Done> ZaakService::tell(Act& act, std::string_view sjabloon, const std::optional<Inwonerbericht>& bericht, Woorden woorden) {
    const bool has_words = bericht && trimmed(bericht->niet_omdat).empty();
    const auto to = ontvanger(act.tx, act.zaak, act.today);
    if (!to) {
        if (!has_words) return Done{};
        return invalid("bericht.tekst", act.zaak.is_deelzaak() ? "zaak.fout.deelzaak_bericht" : "zaak.fout.geen_ontvanger");
    }
    if (!bericht) return woorden == Woorden::mag ? Result<Done>(Done{}) : invalid("bericht.tekst", "fout.veld.verplicht");
    if (auto errors = problems(*bericht); !errors.empty()) return invalid(std::move(errors));
    if (!has_words) {
        journal::Entry entry = zaak_entry(act.caller, act.now, "zaak.niet_bericht", act.zaak, act.werk);
        entry.kenmerken = {{"sjabloon", std::string(sjabloon)}};
        entry.toelichting = cleaned(bericht->niet_omdat);
        journal::append(act.tx, entry);
        return Done{};
    }
    bericht::NieuwBericht nieuw;
    nieuw.gemeente = act.zaak.gemeente;
    nieuw.partij = *to;
    nieuw.werk = act.werk.id;
    nieuw.sjabloon = sjabloon;
    nieuw.taal = bericht::normal_taal(act.werk.taal);
    nieuw.onderwerp = cleaned(bericht->onderwerp);
    nieuw.tekst = cleaned(bericht->tekst);
    auto written = berichten_.write(act.tx, act.caller, nieuw);
    if (written) return Done{};
    Failure failure = std::move(written).error();
    for (FieldError& error : failure.fields) error.field = "bericht." + error.field;
    return Fail(std::move(failure));
}

// Another promise goes with the words that tell of it.
Result<Done> ZaakService::promise(Act& act, std::optional<Day> day, std::string_view reden, const std::optional<Inwonerbericht>& bericht) {
    if (!day) return Done{};
    if (!bericht || !ontvanger(act.tx, act.zaak, act.today)) return invalid("beloofd_datum", "zaak.fout.belofte_zonder_bericht");
    werk::Verzetting verzetting;
    verzetting.beloofd_op = act.kalender->end_of(*day);
    verzetting.reden = reden;
    if (trimmed(bericht->niet_omdat).empty())
        verzetting.verteld = werk::PerBericht{std::string(bericht::mijn_dichtbij), shortened(cleaned(bericht->tekst), werk::bericht_limit)};
    else verzetting.verteld = werk::NietTeBereiken{bericht->niet_omdat};
    auto moved = werk_.move_toezegging(act.tx, act.caller, {act.werk.id, act.werk.versie}, verzetting);
    if (!moved && moved.error().reason == Reason::invalid) return invalid("beloofd_datum", moved.error().fields.empty() ? "zaak.fout.datum_voorbij" : moved.error().fields[0].key);
    TRY(act.werk, std::move(moved));
    return Done{};
}

}  // namespace dichtbij::zaak
