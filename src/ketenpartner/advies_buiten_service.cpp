// What someone outside does with his link.

#include <algorithm>

#include "access/digest.h"
#include "base/text.h"
#include "journal/journal.h"
#include "ketenpartner/advies_open_service.h"
#include "ketenpartner/advies_store.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::ketenpartner {
namespace {

access::Caller outsider(std::string_view request_id) {
    access::Caller caller = access::system_caller("portaal/advies");
    caller.doel = "ketenpartner";
    caller.request_id = request_id;
    return caller;
}

Fail te_vaak(seconds wait) {
    const std::string minutes_left = std::to_string(std::max<std::int64_t>(1, (wait.count() + 59) / 60));
    Failure failure{Reason::conflict, "too many attempts from one address", "advies.te_vaak", {}};
    failure.fields.push_back({"code", "advies.te_vaak", {minutes_left}});
    return tl::make_unexpected(std::move(failure));
}

std::string digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

Fail gesloten() { return conflict("the question ended", "advies.fout.klaar"); }

}  // namespace

Result<Done> AdviesService::take_turn(const Bezoeker& wie) {
    const auto turn = per_adres_.take(wie.adres, in_.clock.now());
    if (!turn.allowed) return te_vaak(turn.retry_after);
    return Done{};
}

// Also a link that nobody has: who guesses leaves a trace.
void AdviesService::record(const Bezoeker& wie, const std::optional<Open>& open, std::string_view wat) const {
    access::Inzage inzage{.soort = access::Inzagesoort::zoekopdracht, .gemeente = wie.gemeente};
    inzage.zoek = "advies: " + std::string(wat);
    if (open) {
        inzage.object_soort = "zaak";
        inzage.object = open->zaak.id.bytes;
    }
    in_.log.record(outsider(wie.request_id), inzage);
}

Result<Poort> AdviesService::poort(const Bezoeker& wie, std::string_view link) {
    TRY_DONE(take_turn(wie));
    const auto open = in_.store.read([&](store::Tx& tx) -> std::optional<Open> {
        auto vraag = find_by_link(tx, link_hash_of(link).bytes);
        return vraag && vraag->gemeente == wie.gemeente ? opened(tx, std::move(*vraag)) : std::nullopt;
    });
    record(wie, open, open ? "link geopend" : "onbekende link");
    if (!open) return not_found("no such link");
    return Poort{open->stand, open->vraag.organisatie, open->vraag.codeweg, pogingen_limit - open->vraag.pogingen};
}

// The owner reads why in a note that names him.
void AdviesService::close_after_guesses(store::Tx& tx, const access::Caller& caller, Open& open, std::string_view woorden) {
    open.vraag.slot = Adviesslot::te_veel_pogingen;
    open.vraag.slot_op = in_.clock.now();
    open.stand = Adviesstand::te_veel_pogingen;
    tell(tx, caller, "zaak.advies_link_gesloten", open, open.vraag.organisatie);
    werk::Notitie note{std::string(woorden), {}};
    const auto werk = in_.werk.stored(tx, open.zaak.werk);
    CHECK_THAT(werk.has_value());
    for (const auto& owner : {werk->eigenaar, open.taak.werk.eigenaar})
        if (organisatie::is_in_service(tx, owner, day_of(in_.clock.now())) && std::find(note.genoemd.begin(), note.genoemd.end(), owner) == note.genoemd.end())
            note.genoemd.push_back(owner);
    CHECK_THAT(in_.zaken.note(tx, caller, open.zaak.id, note).has_value());
}

Result<std::string> AdviesService::enter(const Bezoeker& wie, std::string_view link, std::string_view typed, std::string_view woorden) {
    TRY_DONE(take_turn(wie));
    const access::Caller caller = outsider(wie.request_id);
    const std::string code = digits_of(typed);
    const std::string bezoek = draw_secret();
    enum class Wat { onbekend, klaar, fout, goed };
    struct Poging {
        Wat wat = Wat::onbekend;
        std::optional<Open> open;
    };
    // A wrong code is no failure of the transaction: it has to be counted.
    const Poging poging = in_.store.write([&](store::Tx& tx) -> Poging {
        auto vraag = find_by_link(tx, link_hash_of(link).bytes);
        auto open = vraag && vraag->gemeente == wie.gemeente ? opened(tx, std::move(*vraag)) : std::nullopt;
        if (!open) return {};
        if (!kan_antwoorden(open->stand)) return {Wat::klaar, std::move(open)};
        if (!access::equal_in_constant_time(open->vraag.code_hash.bytes, code_hash_of(link, code).bytes)) {
            ++open->vraag.pogingen;
            tell(tx, caller, "zaak.advies_foute_code", *open, open->vraag.organisatie);
            if (open->vraag.pogingen >= pogingen_limit) close_after_guesses(tx, caller, *open, woorden);
            save_adviesvraag(tx, open->vraag);
            return {Wat::fout, std::move(open)};
        }
        if (!open->vraag.geopend_op) {
            open->vraag.geopend_op = in_.clock.now();
            save_adviesvraag(tx, open->vraag);
        }
        insert_adviesbezoek(tx, {bezoek_hash_of(bezoek), open->vraag.id, in_.clock.now() + bezoek_duur});
        tell(tx, caller, "zaak.advies_geopend", *open, open->vraag.organisatie);
        return {Wat::goed, std::move(open)};
    });
    static constexpr std::string_view words[] = {"onbekende link", "gesloten link", "foute code", "goede code"};
    record(wie, poging.open, words[static_cast<std::size_t>(poging.wat)]);
    switch (poging.wat) {
        case Wat::onbekend: return not_found("no such link");
        case Wat::klaar: return gesloten();
        case Wat::fout: break;
        case Wat::goed: return bezoek;
    }
    if (poging.open->vraag.slot) return gesloten();
    return invalid("code", "advies.fout.code", {std::to_string(pogingen_limit - poging.open->vraag.pogingen)});
}

Result<Done> AdviesService::new_code(const Bezoeker& wie, std::string_view link, const std::function<Brief(const std::string& code)>& brief) {
    if (!post_) return conflict("nothing can be sent", "advies.uit");
    TRY_DONE(take_turn(wie));
    const store::Blob hash = link_hash_of(link);
    if (const auto turn = per_vraag_.take(hash.bytes, in_.clock.now()); !turn.allowed) return te_vaak(turn.retry_after);
    const std::string code = draw_code();
    TRY(const Open open, in_.store.write([&](store::Tx& tx) -> Result<Open> {
        auto vraag = find_by_link(tx, hash.bytes);
        auto found = vraag && vraag->gemeente == wie.gemeente ? opened(tx, std::move(*vraag)) : std::nullopt;
        if (!found) return not_found("no such link");
        if (!kan_antwoorden(found->stand)) return gesloten();
        found->vraag.code_hash = code_hash_of(link, code);
        save_adviesvraag(tx, found->vraag);
        tell(tx, outsider(wie.request_id), "zaak.advies_code_gestuurd", *found, found->vraag.organisatie);
        return std::move(*found);
    }));
    record(wie, open, "nieuwe code");
    const Brief letter = brief(code);
    post_->send(open.vraag.code_naar, letter.onderwerp, letter.tekst);
    return Done{};
}

std::optional<AdviesService::Open> AdviesService::visited(store::Tx& tx, Id<Gemeente> gemeente, std::string_view bezoek) const {
    if (bezoek.empty()) return std::nullopt;
    const auto row = find_adviesbezoek(tx, bezoek_hash_of(bezoek).bytes);
    if (!row || row->einde_op <= in_.clock.now()) return std::nullopt;
    auto vraag = find_adviesvraag(tx, row->adviesvraag);
    return vraag && vraag->gemeente == gemeente ? opened(tx, std::move(*vraag)) : std::nullopt;
}

// What became confidential or was withdrawn since it was chosen is left out.
std::vector<document::Documentregel> AdviesService::documenten_of(store::Tx& tx, const Open& open) const {
    std::vector<document::Documentregel> seen;
    const access::Caller system = access::system_caller("advies");
    for (const Adviesdocument& chosen : adviesdocumenten_of(tx, open.vraag.id)) {
        const auto found = in_.documenten.version(tx, system, chosen.versie);
        if (found && found->document.bij == zaak::documentobject(open.zaak.id) && mag_naar_buiten(found->document, found->versie, open.type))
            seen.push_back({found->document, found->versie});
    }
    return seen;
}

Behandelaar AdviesService::behandelaar_of(store::Tx& tx, const zaak::Zaak& zaak) const {
    Behandelaar who;
    const auto werk = in_.werk.stored(tx, zaak.werk);
    CHECK_THAT(werk.has_value());
    if (const auto found = organisatie::medewerker(tx, werk->eigenaar)) who = {found->naam, found->functie, found->telefoon, found->email};
    if (const auto gemeente = organisatie::gemeente(tx, zaak.gemeente)) {
        if (who.telefoon.empty()) who.telefoon = gemeente->telefoon;
        if (who.email.empty()) who.email = gemeente->email;
    }
    return who;
}

std::optional<Buitenbeeld> AdviesService::look(const Bezoeker& wie, std::string_view bezoek) {
    struct Gezien {
        Open open;
        Buitenbeeld beeld;
    };
    auto seen = in_.store.read([&](store::Tx& tx) -> std::optional<Gezien> {
        auto open = visited(tx, wie.gemeente, bezoek);
        if (!open) return std::nullopt;
        Buitenbeeld beeld;
        beeld.stand = open->stand;
        beeld.organisatie = open->vraag.organisatie;
        beeld.contactpersoon = open->vraag.contactpersoon;
        beeld.zaaknummer = open->zaak.nummer;
        beeld.laatste_datum = open->vraag.laatste_datum;
        beeld.behandelaar = behandelaar_of(tx, open->zaak);
        if (kan_antwoorden(open->stand)) {
            beeld.vraag = open->vraag.vraag;
            beeld.documenten = documenten_of(tx, *open);
        }
        if (open->stand == Adviesstand::beantwoord) {
            beeld.antwoord = open->taak.taak.antwoord;
            beeld.beantwoord_op = open->vraag.slot_op;
        }
        return Gezien{std::move(*open), std::move(beeld)};
    });
    if (!seen) return std::nullopt;
    access::Inzage inzage{.gemeente = wie.gemeente, .partijen = seen->open.betrokkenen, .object_soort = "zaak", .object = seen->open.zaak.id.bytes};
    in_.log.record(outsider(wie.request_id), inzage);
    return std::move(seen->beeld);
}

Result<document::Versie> AdviesService::document(const Bezoeker& wie, std::string_view bezoek, Id<dichtbij::DocumentVersie> id) {
    const access::Caller caller = outsider(wie.request_id);
    struct Gehaald {
        document::Versie versie;
        std::vector<Id<Partij>> betrokkenen;
    };
    auto got = in_.store.write([&](store::Tx& tx) -> Result<Gehaald> {
        const auto open = visited(tx, wie.gemeente, bezoek);
        if (!open) return not_found("no visit");
        if (!kan_antwoorden(open->stand)) return gesloten();
        for (const document::Documentregel& one : documenten_of(tx, *open)) {
            if (one.versie.id != id) continue;
            tell(tx, caller, "zaak.advies_document_gehaald", *open, open->vraag.organisatie + ": " + one.document.kenmerken.titel, &one.document.id.bytes);
            return Gehaald{one.versie, open->betrokkenen};
        }
        return not_found("no document of this question: " + id.text());
    });
    if (!got) {
        record(wie, std::nullopt, "document geweigerd");
        return tl::make_unexpected(std::move(got.error()));
    }
    access::Inzage inzage{.gemeente = wie.gemeente, .partijen = got->betrokkenen, .object_soort = "document", .object = got->versie.document.bytes};
    in_.log.record(caller, inzage);
    return std::move(got->versie);
}

Result<Done> AdviesService::answer(const Bezoeker& wie, std::string_view bezoek, std::string_view typed, const std::vector<document::Ontvangen>& bestanden) {
    const access::Caller caller = outsider(wie.request_id);
    const std::string antwoord = cleaned(typed);
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        auto open = visited(tx, wie.gemeente, bezoek);
        if (!open) return not_found("no visit");
        if (!kan_antwoorden(open->stand)) return gesloten();
        std::vector<FieldError> errors;
        if (auto wrong = werk::check_required("antwoord", antwoord, antwoord_limit)) errors.push_back(std::move(*wrong));
        if (bestanden.size() > bestanden_limit) errors.push_back({"bestand", "advies.fout.te_veel_bestanden", {std::to_string(bestanden_limit)}});
        if (!errors.empty()) return invalid(std::move(errors));
        const Day today = day_of(in_.clock.now());
        for (const document::Ontvangen& bestand : bestanden) {
            document::NieuwDocument nieuw;
            nieuw.kenmerken.auteur = shortened(open->vraag.organisatie, document::auteur_limit);
            nieuw.kenmerken.creatiedatum = today;
            nieuw.kenmerken.ontvangstdatum = today;
            nieuw.kenmerken.richting = document::Richting::inkomend;
            TRY_DONE(in_.zaken.add_document(tx, caller, open->zaak.id, nieuw, bestand));
        }
        TRY_DONE(in_.zaken.finish_taak(tx, caller, {open->vraag.taak, zaak::Taakuitkomst::gedaan, antwoord}));
        // The casemanager is told by the end of the task; who owned the task, here.
        const auto werk = in_.werk.stored(tx, open->zaak.werk);
        CHECK_THAT(werk.has_value());
        if (open->taak.werk.eigenaar != werk->eigenaar) in_.werk.notify(tx, *werk, open->taak.werk.eigenaar, werk::Attentiesoort::antwoord_van_collega, caller);
        open->vraag.slot = Adviesslot::beantwoord;
        open->vraag.slot_op = in_.clock.now();
        save_adviesvraag(tx, open->vraag);
        tell(tx, caller, "zaak.advies_beantwoord", *open, open->vraag.organisatie);
        return Done{};
    });
}

}  // namespace dichtbij::ketenpartner
