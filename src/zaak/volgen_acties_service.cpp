#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "portaal/bedrijfsrecht_service.h"
#include "zaak/volgen_eigen_service.h"
#include "zaak/zaak_volgende_service.h"

namespace dichtbij::zaak {
namespace {

constexpr std::string_view ingetrokken = "ingetrokken";
constexpr std::string_view te_beantwoorden = "beantwoorden";  // gevraagde handeling, as at the desk

std::optional<Failure> problem(std::string_view field, const Inzending& what, std::string_view empty_key) {
    std::vector<FieldError> errors;
    if (trimmed(what.tekst).empty() && !empty_key.empty()) errors.push_back({std::string(field), std::string(empty_key), {}});
    if (length_in_characters(what.tekst) > inwonerbericht_limit)
        errors.push_back({std::string(field), "fout.veld.te_lang", {std::to_string(inwonerbericht_limit)}});
    if (what.bestanden.size() > inwonerbestanden_limit)
        errors.push_back({"bestand", "zaakportaal.fout.te_veel_bestanden", {std::to_string(inwonerbestanden_limit)}});
    if (errors.empty()) return std::nullopt;
    return Failure{Reason::invalid, "", "", std::move(errors)};
}

bool has_resultaat_ingetrokken(const zaaktype::Zaaktype& type) {
    return std::any_of(type.resultaten.begin(), type.resultaten.end(), [](const auto& one) { return one.code == ingetrokken; });
}

bool has_open_deelzaak(const ZaakBeeld& beeld) {
    return std::any_of(beeld.deelzaken.begin(), beeld.deelzaken.end(), [](const Zaakregel& one) { return one.zaak.is_open(); });
}

}  // namespace

// His documents stand with the case; the resident sees back what he sent.
Result<Done> ZaakVolgService::keep(store::Tx& tx, const access::Caller& caller, const portaal::Inwoner& inwoner, const Eigen& eigen,
                                   const std::vector<document::Ontvangen>& bestanden) {
    const Day today = day_of(clock_.now());
    for (const document::Ontvangen& bestand : bestanden) {
        document::NieuwDocument nieuw;
        nieuw.kenmerken.auteur = shortened(inwoner.naam, document::auteur_limit);
        nieuw.kenmerken.creatiedatum = today;
        nieuw.kenmerken.ontvangstdatum = today;
        nieuw.kenmerken.richting = document::Richting::inkomend;
        nieuw.kenmerken.vertrouwelijkheid = eigen.beeld.zaak.vertrouwelijkheid;
        nieuw.kenmerken.inwoner_mag_zien = true;
        nieuw.door_partij = inwoner.partij ? inwoner.partij : inwoner.voor();
        TRY_DONE(in_.zaken.add_document(tx, caller, eigen.beeld.zaak.id, nieuw, bestand));
    }
    return Done{};
}

Result<NaarBehandelaar> ZaakVolgService::ask(store::Tx& tx, const access::Caller& caller, const portaal::Inwoner& inwoner, const Eigen& eigen,
                                             const Inzending& what) {
    return ask(tx, caller, {eigen.beeld, what, inwoner.voor(), inwoner.taal, &inwoner});
}

// A question of its own, with the casemanager as owner, or with the team when he does not work there any more.
Result<NaarBehandelaar> ZaakVolgService::ask(store::Tx& tx, const access::Caller& caller, const Gevraagd& asked) {
    const Zaak& zaak = asked.zaak.zaak;
    const werk::Werk& werk = asked.zaak.werk;
    const Inzending& what = asked.wat;
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = zaak.gemeente;
    nieuw.inhoud.kanaal = bericht::mijn_dichtbij;
    nieuw.inhoud.onderwerp = shortened(what.onderwerp.empty() ? zaak.omschrijving : what.onderwerp, klantcontact::onderwerp_limit);
    nieuw.inhoud.inhoud = what.tekst;
    nieuw.inhoud.taal = asked.taal == "en" ? "eng" : "nld";
    nieuw.inhoud.plaatsgevonden_op = clock_.now();
    nieuw.inhoud.onderwerp_id = werk.onderwerp;
    nieuw.inhoud.product = werk.product;
    nieuw.inhoud.vertrouwelijk = !werk.domein.empty();
    nieuw.afloop = klantcontact::Afloop::doorgezet;
    if (asked.van) {
        klantcontact::Betrokkene who;
        who.partij = asked.van;
        nieuw.betrokkenen = {who};
    }
    klantcontact::Objectverwijzing about;
    about.object_id = zaak.id.text();
    about.code_objecttype = objecttype_zaak;
    nieuw.onderwerpobjecten = {about};
    nieuw.naar = werk::NaarTeam{werk.team};
    if (in_.werk.check_destination(tx, zaak.gemeente, werk.team, werk.eigenaar)) nieuw.naar = werk::NaarMedewerker{werk.eigenaar, werk.team};
    TRY(const klantcontact::Geregistreerd registered, in_.contacten.register_klantcontact(tx, caller, nieuw));
    if (asked.inwoner) portaal::note_eigen(tx, *asked.inwoner, "klantcontact", registered.klantcontact.id.bytes);
    taak::NieuweTaak taak;
    taak.klantcontact = registered.klantcontact.id;
    taak.gevraagde_handeling = te_beantwoorden;
    taak.toelichting = what.tekst;
    TRY(const taak::Gemaakt made, in_.taken.create(tx, caller, taak));
    const std::string who = asked.van ? std::string() : what.onderwerp + "\n";
    TRY_DONE(in_.zaken.note(tx, caller, zaak.id, {made.werk.nummer + "\n" + who + what.tekst, {}}));
    return NaarBehandelaar{made.werk.nummer, made.werk.beloofd_op};
}

Result<NaarBehandelaar> ZaakVolgService::send_van_volger(const access::Caller& caller, Id<Gemeente> gemeente, Id<dichtbij::Zaak> id, const Inzending& what) {
    return store_.write([&](store::Tx& tx) -> Result<NaarBehandelaar> {
        const auto zaak = in_.zaken.stored(tx, id);
        if (!zaak || zaak->gemeente != gemeente || zaak->is_deelzaak() || !zaak->domein.empty()) return not_found("not followed: zaak " + id.text());
        if (auto wrong = problem("tekst", what, "portaal.volgt.fout_leeg")) return tl::make_unexpected(std::move(*wrong));
        TRY(const ZaakBeeld beeld, in_.zaken.get(tx, access::system_caller("portaal"), id));
        const Inzending words{cleaned(what.tekst), {}, what.onderwerp};
        return ask(tx, caller, {beeld, words, {}, what.taal, nullptr});
    });
}

Result<Done> ZaakVolgService::answer(const access::Caller& caller, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id, Id<dichtbij::Zaaktaak> taak,
                                     const Inzending& what) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Eigen eigen, own(tx, inwoner, id, Volgzicht::volledig));
        const auto asked = std::find_if(eigen.beeld.taken.begin(), eigen.beeld.taken.end(), [&](const auto& one) { return one.taak.id == taak; });
        if (asked == eigen.beeld.taken.end() || asked->taak.soort != Taaksoort::vraag_aan_aanvrager || !asked->taak.gesteld_op)
            return not_found("no question to him: " + taak.text());
        if (!asked->taak.is_open()) return conflict("answered already: " + taak.text(), "zaakportaal.fout.al_beantwoord");
        if (auto wrong = problem("antwoord", what, "zaakportaal.fout.antwoord_leeg")) return tl::make_unexpected(std::move(*wrong));
        TRY_DONE(keep(tx, caller, inwoner, eigen, what.bestanden));
        TRY_DONE(in_.zaken.record_antwoord(tx, caller, {taak, Taakuitkomst::beantwoord, cleaned(what.tekst), {}, {}}));
        return Done{};
    });
}

Result<Volguitkomst> ZaakVolgService::send(const access::Caller& caller, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id, const Inzending& what) {
    return store_.write([&](store::Tx& tx) -> Result<Volguitkomst> {
        TRY(const Eigen eigen, own(tx, inwoner, id, Volgzicht::volledig));
        if (auto wrong = problem("tekst", what, what.bestanden.empty() ? "zaakportaal.fout.bericht_leeg" : "")) return tl::make_unexpected(std::move(*wrong));
        TRY_DONE(keep(tx, caller, inwoner, eigen, what.bestanden));
        const std::string tekst = cleaned(what.tekst);
        if (!tekst.empty()) {
            TRY(NaarBehandelaar asked, ask(tx, caller, inwoner, eigen, {tekst, {}, what.onderwerp}));
            return Volguitkomst(std::move(asked));
        }
        werk::Notitie note;
        for (const auto& bestand : what.bestanden) note.tekst += (note.tekst.empty() ? "" : "\n") + bestand.bestandsnaam;
        const auto owner = eigen.beeld.werk.eigenaar;
        if (organisatie::is_in_service(tx, owner, day_of(clock_.now()))) note.genoemd = {owner};
        TRY_DONE(in_.zaken.note(tx, caller, id, note));
        return Volguitkomst(BijZaak{});
    });
}

Result<Intrekuitkomst> ZaakVolgService::withdraw(const access::Caller& caller, const portaal::Inwoner& inwoner, Id<dichtbij::Zaak> id, const Intrekwens& wat) {
    return store_.write([&](store::Tx& tx) -> Result<Intrekuitkomst> {
        TRY(const Eigen eigen, own(tx, inwoner, id, Volgzicht::volledig));
        const Zaak& zaak = eigen.beeld.zaak;
        if (!zaak.is_open()) return conflict("closed: zaak " + id.text(), "zaakportaal.fout.al_klaar");
        if (is_decided(eigen.beeld)) return conflict("decided: zaak " + id.text(), "zaakportaal.fout.al_besloten");
        if (zaak.versie != wat.versie) return conflict("an old page: zaak " + id.text(), "zaakportaal.fout.gewijzigd");
        if (length_in_characters(wat.reden) > reden_limit) return invalid("reden", "fout.veld.te_lang", {std::to_string(reden_limit)});
        const std::string why = cleaned(wat.reden);
        if (has_resultaat_ingetrokken(eigen.beeld.zaaktype) && !has_open_deelzaak(eigen.beeld)) {
            TRY_DONE(in_.zaken.withdraw(tx, caller, {{id, zaak.versie}, std::string(ingetrokken), why, {}}));
            return Intrekuitkomst(Ingetrokken{});
        }
        TRY(NaarBehandelaar asked, ask(tx, caller, inwoner, eigen, {wat.anders + (why.empty() ? "" : "\n\n" + why), {}, {}}));
        return Intrekuitkomst(std::move(asked));
    });
}

}  // namespace dichtbij::zaak
