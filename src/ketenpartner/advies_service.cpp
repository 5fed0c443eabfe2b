#include "ketenpartner/advies_service.h"

#include <algorithm>

#include "access/digest.h"
#include "base/text.h"
#include "journal/journal.h"
#include "ketenpartner/advies_open_service.h"
#include "ketenpartner/advies_store.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::ketenpartner {
namespace {

constexpr http::RateLimit adres_limiet{.burst = 30, .refill_per_minute = 6};
constexpr http::RateLimit vraag_limiet{.burst = 3, .refill_per_minute = 0.05};  // codes sent anew

constexpr std::uint32_t codes = 100'000'000;

Fail gesloten() { return conflict("the question ended", "advies.fout.klaar"); }

}  // namespace

std::string draw_secret() { return base64url(random_bytes(32)); }

// What lies beyond the last whole hundred million is drawn again.
std::string draw_code() {
    constexpr std::uint32_t fair = std::uint32_t{0xffffffff} - std::uint32_t{0xffffffff} % codes;
    for (;;) {
        std::uint32_t value = 0;
        for (const char c : random_bytes(4)) value = value << 8 | static_cast<unsigned char>(c);
        if (value >= fair) continue;
        const std::string digits = std::to_string(value % codes);
        return std::string(code_cijfers - digits.size(), '0') + digits;
    }
}

store::Blob link_hash_of(std::string_view link) { return store::Blob{access::sha256("advieslink " + std::string(link))}; }
store::Blob code_hash_of(std::string_view link, std::string_view code) { return store::Blob{access::sha256("adviescode " + std::string(link) + " " + std::string(code))}; }
store::Blob bezoek_hash_of(std::string_view bezoek) { return store::Blob{access::sha256("adviesbezoek " + std::string(bezoek))}; }

AdviesService::AdviesService(const Adviesburen& buren, portaal::Codepost* post) : in_(buren), post_(post), per_adres_(adres_limiet), per_vraag_(vraag_limiet) {}

// Nothing: its case is gone.
std::optional<AdviesService::Open> AdviesService::opened(store::Tx& tx, Adviesvraag vraag) const {
    const access::Caller system = access::system_caller("advies");
    auto zaak = in_.zaken.stored(tx, vraag.zaak);
    auto taak = in_.zaken.taak(tx, system, vraag.taak);
    if (!zaak || !taak) return std::nullopt;
    auto blad = zaaktype::versie(tx, zaak->zaaktype_versie);
    if (!blad) return std::nullopt;
    Open open{std::move(vraag), std::move(*zaak), std::move(blad->inhoud), std::move(*taak), {}, {}};
    for (const zaak::Rol& rol : in_.zaken.rollen(tx, open.zaak.id))
        if (rol.partij && std::find(open.betrokkenen.begin(), open.betrokkenen.end(), *rol.partij) == open.betrokkenen.end()) open.betrokkenen.push_back(*rol.partij);
    const bool is_nodig = open.zaak.is_open() && open.taak.taak.is_open() && mag_naar_buiten(open.zaak, open.type);
    open.stand = stand_van(open.vraag, is_nodig ? Nodig::ja : Nodig::nee, day_of(in_.clock.now()));
    return open;
}

bool AdviesService::may_act(store::Tx& tx, const access::Caller& caller, const zaak::Zaak& zaak) const {
    const auto werk = in_.werk.stored(tx, zaak.werk);
    return werk && in_.werk.may_act(tx, caller, *werk);
}

void AdviesService::tell(store::Tx& tx, const access::Caller& caller, std::string gebeurtenis, const Open& open, std::string woorden, const Uuid* document) const {
    auto entry = journal::entry(caller, in_.clock.now(), std::move(gebeurtenis), open.zaak.gemeente, journal::Object::zaak, open.zaak.id.bytes);
    entry.werk = open.zaak.werk;
    entry.kenmerken = {{"advies", open.vraag.id.text()}, {"taak", open.vraag.taak.text()}};
    if (document) entry.kenmerken.emplace_back("document", to_string(*document));
    entry.toelichting = std::move(woorden);
    journal::append(tx, entry);
}

// The task that was named, or a new one that the casemanager owns.
Result<zaak::Zaaktaak> AdviesService::task_for(store::Tx& tx, const access::Caller& caller, const NieuweAdviesvraag& nieuw) {
    if (!nieuw.taak) {
        zaak::NieuweZaaktaak taak;
        taak.bij = nieuw.bij;
        taak.naam = shortened(nieuw.organisatie + ": " + nieuw.vraag, zaak::taaknaam_limit);
        taak.soort = zaak::Taaksoort::extern_advies;
        taak.toelichting = nieuw.vraag;
        taak.uiterlijk_datum = nieuw.laatste_datum;
        TRY(zaak::ZaaktaakBeeld made, in_.zaken.add_taak(tx, caller, taak));
        return std::move(made.taak);
    }
    TRY(const zaak::ZaaktaakBeeld found, in_.zaken.taak(tx, caller, *nieuw.taak));
    if (found.taak.zaak != nieuw.bij.zaak || found.taak.soort != zaak::Taaksoort::extern_advies) return not_found("external advice " + nieuw.taak->text());
    const auto zaak = in_.zaken.stored(tx, found.taak.zaak);
    CHECK_THAT(zaak.has_value());
    if (!in_.werk.may_act(tx, caller, found.werk) && !may_act(tx, caller, *zaak)) return forbidden("may not act on task " + nieuw.taak->text());
    if (!zaak->is_open()) return conflict("closed: zaak " + zaak->id.text(), "zaak.fout.gesloten");
    if (!found.taak.is_open()) return conflict("done already: task " + nieuw.taak->text(), "zaak.fout.taak_klaar");
    if (has_open_adviesvraag(tx, *nieuw.taak)) return conflict("asked already: task " + nieuw.taak->text(), "advies.fout.al_gevraagd");
    return found.taak;
}

Result<Done> AdviesService::check_documenten(store::Tx& tx, const access::Caller& caller, const NieuweAdviesvraag& nieuw, const zaaktype::Zaaktype& type) {
    for (const auto& id : nieuw.documenten) {
        const auto chosen = in_.documenten.version(tx, caller, id);
        const bool is_ours = chosen && chosen->document.bij == zaak::documentobject(nieuw.bij.zaak);
        if (!is_ours || !mag_naar_buiten(chosen->document, chosen->versie, type)) return invalid("documenten", "advies.fout.document");
    }
    return Done{};
}

Result<Adviesvraag> AdviesService::ask(const access::Caller& caller, const NieuweAdviesvraag& typed, const Adviesbrieven& brieven) {
    if (!post_) return conflict("nothing can be sent", "advies.uit");
    const NieuweAdviesvraag nieuw = normal(typed);
    const std::string link = draw_secret();
    const std::string code = draw_code();
    TRY(Adviesvraag made, in_.store.write([&](store::Tx& tx) -> Result<Adviesvraag> {
        const Instant now = in_.clock.now();
        TRY(const zaak::ZaakBeeld beeld, in_.zaken.get(tx, caller, nieuw.bij.zaak));
        if (!mag_naar_buiten(beeld.zaak, beeld.zaaktype)) return conflict("confidential: zaak " + beeld.zaak.id.text(), "advies.fout.vertrouwelijk");
        if (auto errors = problems(nieuw, day_of(now)); !errors.empty()) return invalid(std::move(errors));
        TRY_DONE(check_documenten(tx, caller, nieuw, beeld.zaaktype));
        if (adviesvragen_of_zaak(tx, nieuw.bij.zaak).size() >= vragen_limit) return conflict("too many questions", "advies.fout.te_veel");
        TRY(const zaak::Zaaktaak taak, task_for(tx, caller, nieuw));
        Adviesvraag vraag{.id = in_.ids.make<dichtbij::Adviesvraag>(), .gemeente = beeld.zaak.gemeente, .zaak = beeld.zaak.id, .taak = taak.id, .werk = taak.werk,
                          .organisatie = nieuw.organisatie, .contactpersoon = nieuw.contactpersoon, .email = nieuw.email, .codeweg = nieuw.codeweg, .code_naar = nieuw.code_naar,
                          .vraag = nieuw.vraag, .taal = nieuw.taal, .laatste_datum = nieuw.laatste_datum, .link_hash = link_hash_of(link), .code_hash = code_hash_of(link, code),
                          .gesteld_op = now, .gesteld_door = caller.medewerker, .geopend_op = {}, .slot = {}, .slot_op = {}};
        insert_adviesvraag(tx, vraag);
        for (const auto& versie : nieuw.documenten) {
            TRY(const auto chosen, in_.documenten.version(tx, caller, versie));
            insert_adviesdocument(tx, {vraag.id, chosen.document.id, versie});
        }
        const auto open = opened(tx, vraag);
        CHECK_THAT(open.has_value());
        tell(tx, caller, "zaak.advies_gevraagd", *open, vraag.organisatie + "\n" + vraag.vraag);
        return vraag;
    }));
    const Brief with_link = brieven.link(link);
    const Brief with_code = brieven.code(code);
    post_->send(made.email, with_link.onderwerp, with_link.tekst);
    post_->send(made.code_naar, with_code.onderwerp, with_code.tekst);
    return made;
}

// An open question in the revision that was seen, by who may act.
Result<Adviesvraag> AdviesService::editable(store::Tx& tx, const access::Caller& caller, const Bij& bij) {
    TRY_DONE(in_.zaken.get(tx, caller, bij.zaak));
    const auto vraag = find_adviesvraag(tx, bij.vraag);
    if (!vraag || vraag->zaak != bij.zaak) return not_found("adviesvraag " + bij.vraag.text());
    const auto open = opened(tx, *vraag);
    if (!open) return not_found("adviesvraag " + bij.vraag.text());
    if (!may_act(tx, caller, open->zaak) && !in_.werk.may_act(tx, caller, open->taak.werk)) return forbidden("may not act on adviesvraag " + bij.vraag.text());
    if (vraag->slot || open->stand == Adviesstand::niet_nodig) return gesloten();
    if (vraag->revisie != bij.revisie) return conflict("changed: adviesvraag " + bij.vraag.text(), "fout.gewijzigd");
    return *vraag;
}

Result<Adviesvraag> AdviesService::withdraw(const access::Caller& caller, const Bij& bij, const Brief& brief) {
    TRY(Adviesvraag done, in_.store.write([&](store::Tx& tx) -> Result<Adviesvraag> {
        TRY(Adviesvraag vraag, editable(tx, caller, bij));
        vraag.slot = Adviesslot::ingetrokken;
        vraag.slot_op = in_.clock.now();
        save_adviesvraag(tx, vraag);
        tell(tx, caller, "zaak.advies_ingetrokken", *opened(tx, vraag), vraag.organisatie);
        return vraag;
    }));
    if (post_) post_->send(done.email, brief.onderwerp, brief.tekst);
    return done;
}

Result<Adviesvraag> AdviesService::extend(const access::Caller& caller, const Bij& bij, Day laatste_datum, const Brief& brief) {
    TRY(Adviesvraag done, in_.store.write([&](store::Tx& tx) -> Result<Adviesvraag> {
        TRY(Adviesvraag vraag, editable(tx, caller, bij));
        if (auto wrong = problem_of_laatste_datum(laatste_datum, day_of(in_.clock.now()))) return invalid({std::move(*wrong)});
        vraag.laatste_datum = laatste_datum;
        save_adviesvraag(tx, vraag);
        tell(tx, caller, "zaak.advies_verlengd", *opened(tx, vraag), vraag.organisatie + ": " + to_iso(laatste_datum));
        return vraag;
    }));
    if (post_) post_->send(done.email, brief.onderwerp, brief.tekst);
    return done;
}

Result<Adviespagina> AdviesService::of_zaak(const access::Caller& caller, Id<dichtbij::Zaak> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<Adviespagina> {
        TRY(const zaak::ZaakBeeld beeld, in_.zaken.get(tx, caller, id));
        Adviespagina page{beeld.zaak, beeld.mag_handelen, mag_naar_buiten(beeld.zaak, beeld.zaaktype), {}};
        for (const Adviesvraag& vraag : adviesvragen_of_zaak(tx, id)) {
            const auto open = opened(tx, vraag);
            if (!open) continue;
            Adviesbeeld one{vraag, open->stand, open->taak.taak.nummer, {}, {}, organisatie::naam_of(tx, vraag.gesteld_door)};
            if (vraag.slot == Adviesslot::beantwoord) one.antwoord = open->taak.taak.antwoord;
            for (const Adviesdocument& chosen : adviesdocumenten_of(tx, vraag.id))
                if (const auto document = in_.documenten.stored(tx, chosen.document)) one.documenten.push_back(document->kenmerken.titel);
            page.vragen.push_back(std::move(one));
        }
        return page;
    });
}

Result<Advieskeuze> AdviesService::keuze(const access::Caller& caller, Id<dichtbij::Zaak> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<Advieskeuze> {
        TRY(const zaak::ZaakBeeld beeld, in_.zaken.get(tx, caller, id));
        Advieskeuze keuze{beeld.zaak, beeld.mag_handelen && beeld.zaak.is_open(), mag_naar_buiten(beeld.zaak, beeld.zaaktype), {}, {}};
        if (!keuze.mag_naar_buiten) return keuze;
        TRY(auto all, in_.zaken.documenten(tx, caller, id));
        for (document::Documentregel& one : all)
            if (mag_naar_buiten(one.document, one.versie, beeld.zaaktype)) keuze.documenten.push_back(std::move(one));
        for (const zaak::ZaaktaakBeeld& one : beeld.taken)
            if (one.taak.soort == zaak::Taaksoort::extern_advies && one.taak.is_open() && (keuze.mag || in_.werk.may_act(tx, caller, one.werk)) && !has_open_adviesvraag(tx, one.taak.id))
                keuze.taken.push_back(one.taak);
        return keuze;
    });
}

}  // namespace dichtbij::ketenpartner
