#include "taak/taak_service.h"

#include <algorithm>

#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "taak/aanlever_store.h"
#include "taak/taak_store.h"
#include "werk/nummer.h"
#include "werk/toegang_service.h"

namespace dichtbij::taak {
namespace {

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

journal::Entry entry_of(const access::Caller& caller, Instant now, std::string gebeurtenis, const Taak& taak, const werk::Werk& werk) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), taak.gemeente, journal::Object::taak, taak.id.bytes);
    entry.werk = werk.id;
    entry.partij = werk.partij;
    return entry;
}

// A team of his that serves the gemeente; the one of `preferred` when he works there too.
std::optional<Id<Team>> team_of(store::Tx& tx, Id<Medewerker> medewerker, Id<Gemeente> gemeente, Id<Team> preferred) {
    const auto serving = organisatie::teams_of_gemeente(tx, gemeente);
    std::optional<Id<Team>> found;
    for (const auto& team : organisatie::teams_of_medewerker(tx, medewerker)) {
        if (std::none_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team.id; })) continue;
        if (!found || team.id == preferred) found = team.id;
    }
    return found;
}

std::int64_t not_reached(const std::vector<Belpoging>& belpogingen) {
    return std::count_if(belpogingen.begin(), belpogingen.end(), [](const Belpoging& one) { return one.resultaat != Belresultaat::gesproken; });
}

}  // namespace

TaakService::TaakService(store::Store& store, const Clock& clock, IdSource& ids, werk::WerkService& werk, klantcontact::KlantcontactService& contacten)
    : store_(store), clock_(clock), ids_(ids), werk_(werk), contacten_(contacten) {}

// Done when its work is, or when a zaak took the work over.
Taak TaakService::seen(store::Tx& tx, Taak taak) const {
    const auto werk = werk_.stored(tx, taak.werk);
    CHECK_THAT(werk.has_value());
    const bool taken_over = werk->soort == werk::Soort::zaak;
    taak.status = werk->is_open() && !taken_over ? Taakstatus::te_verwerken : Taakstatus::verwerkt;
    taak.afgehandeld_op = taken_over ? std::optional(werk->laatste_op) : werk->gesloten_op;
    if (const auto melding = werk->is_open() || taken_over ? std::nullopt : melding_of(tx, taak.id); melding && melding->gesloten_op == werk->gesloten_op)
        taak.afgehandeld_op = melding->afgehandeld_op;
    if (taak.status == Taakstatus::te_verwerken) taak.inwoner_weet_het.reset();
    return taak;
}

// Draws its number for people, and the one of the standard unless that is given.
void TaakService::number(store::Tx& tx, Taak& taak, std::string_view given) {
    for (int attempt = 0; attempt < werk::nummer_attempts; ++attempt) {
        taak.nummer = werk::draw_nummer('T', clock_.now(), attempt, ids_);
        taak.standaardnummer = given.empty() ? werk::standaardnummer_for(taak.nummer, ids_) : std::string(given);
        if (!numbers_in_use(tx, taak.gemeente, taak.nummer, given.empty() ? taak.standaardnummer : "")) return;
    }
    CHECK_THAT(!"no number left");
}

Result<Gemaakt> TaakService::create(const access::Caller& caller, const NieuweTaak& nieuw) {
    return store_.write([&](store::Tx& tx) { return create(tx, caller, nieuw); });
}

Result<Gemaakt> TaakService::create(store::Tx& tx, const access::Caller& caller, const NieuweTaak& nieuw) {
    const auto klantcontact = contacten_.stored(tx, nieuw.klantcontact);
    if (!klantcontact) return not_found("klantcontact " + nieuw.klantcontact.text());
    TRY_DONE(werk::may_know(caller, klantcontact->gemeente));
    if (auto errors = problems(nieuw); !errors.empty()) return invalid(std::move(errors));
    if (!nieuw.referentienummer.empty() && referentienummer_in_use(tx, klantcontact->gemeente, nieuw.referentienummer))
        return conflict("number in use", "taak.fout.bestaat_al");
    if (!nieuw.standaardnummer.empty() && standaardnummer_in_use(tx, klantcontact->gemeente, nieuw.standaardnummer))
        return invalid("standaardnummer", "taak.fout.bestaat_al");
    const Instant now = clock_.now();
    Taak taak;
    taak.id = ids_.make<dichtbij::Taak>();
    taak.gemeente = klantcontact->gemeente;
    number(tx, taak, nieuw.standaardnummer);
    taak.referentienummer = nieuw.referentienummer;
    taak.klantcontact = klantcontact->id;
    taak.gevraagde_handeling = cleaned(nieuw.gevraagde_handeling);
    taak.toelichting = cleaned(nieuw.toelichting);
    taak.toegewezen_op = now;
    taak.telefoonnummer = cleaned(nieuw.telefoonnummer);
    taak.voorkeursmoment = cleaned(nieuw.voorkeursmoment);
    TRY(werk::Werk werk, take_over(tx, caller, nieuw, *klantcontact, taak));
    taak.werk = werk.id;
    insert_taak(tx, taak);
    klantcontact::note_taken(tx, klantcontact->id, 1);
    insert_actoren(tx, taak.id, nieuw.actoren);
    journal::Entry entry = entry_of(caller, now, "taak.gemaakt", taak, werk);
    entry.kenmerken = {{"klantcontact", klantcontact->id.text()}, {"actoren", std::to_string(nieuw.actoren.size())}};
    journal::append(tx, entry);
    return Gemaakt{seen(tx, taak), std::move(werk)};
}

// Who took a question hands it on, also into a domain that he may not read.
Result<werk::Werk> TaakService::handed_on(store::Tx& tx, const access::Caller& caller, const klantcontact::Klantcontact& klantcontact) {
    if (!caller.is_system() && klantcontact.door != caller.medewerker) return werk_.get(tx, caller, klantcontact.werk);
    auto werk = werk_.stored(tx, klantcontact.werk);
    CHECK_THAT(werk.has_value());
    return std::move(*werk);
}

// The question's own werk, opened again when it had ended; when another taak has it: work inside that, or, when that has
// ended too, work of its own.
Result<werk::Werk> TaakService::take_over(store::Tx& tx, const access::Caller& caller, const NieuweTaak& nieuw,
                                          const klantcontact::Klantcontact& klantcontact, const Taak& taak) {
    TRY(werk::Werk werk, handed_on(tx, caller, klantcontact));
    if (werk.soort != werk::Soort::klantcontact) {
        werk::Opening opening;
        opening.soort = werk::Soort::taak;
        opening.object = taak.id.bytes;
        opening.nummer = taak.nummer;
        opening.titel = taak.gevraagde_handeling;
        opening.gesprek = klantcontact.gesprek;
        opening.gemeente = werk.gemeente;
        opening.partij = werk.partij;
        opening.kanaal = werk.kanaal;
        opening.product = werk.product;
        opening.onderwerp = werk.onderwerp;
        opening.taal = werk.taal;
        opening.afhandelniveau = werk.afhandelniveau;
        opening.domein = werk.domein;
        opening.team = werk.team;
        if (werk.is_open()) opening.ouder = werk.id;
        opening.op = clock_.now();
        TRY(werk, werk_.open(tx, caller, opening));
    } else {
        if (!werk.is_open()) {
            TRY(werk, werk_.reopen(tx, caller, werk.id, werk.versie, taak.gevraagde_handeling));
        }
        TRY(werk, werk_.take_over(tx, caller, werk.id, {werk::Soort::taak, taak.id.bytes, taak.nummer, klantcontact.inhoud.onderwerp}));
    }
    if (!nieuw.naar) return werk;
    TRY(werk::Gedaan given, werk_.hand_on(tx, caller, {werk.id, werk.versie}, {*nieuw.naar, taak.gevraagde_handeling}));
    return std::move(given.werk);
}

Result<Taak> TaakService::change(const access::Caller& caller, const Wijziging& wijziging) {
    return store_.write([&](store::Tx& tx) { return change(tx, caller, wijziging); });
}

Result<Taak> TaakService::change(store::Tx& tx, const access::Caller& caller, const Wijziging& wijziging) {
    auto taak = find_taak(tx, wijziging.taak);
    if (!taak) return not_found("taak " + wijziging.taak.text());
    TRY(const werk::Werk werk, werk_.get(tx, caller, taak->werk));
    if (taak->versie != wijziging.versie) return conflict("taak " + taak->id.text() + " has changed", "fout.gewijzigd");
    if (auto errors = problems(wijziging); !errors.empty()) return invalid(std::move(errors));
    taak->gevraagde_handeling = cleaned(wijziging.gevraagde_handeling);
    taak->toelichting = cleaned(wijziging.toelichting);
    taak->telefoonnummer = cleaned(wijziging.telefoonnummer);
    taak->voorkeursmoment = cleaned(wijziging.voorkeursmoment);
    ++taak->versie;
    save_taak(tx, *taak);
    journal::append(tx, entry_of(caller, clock_.now(), "taak.gewijzigd", *taak, werk));
    return seen(tx, *taak);
}

Result<TaakBeeld> TaakService::get(const access::Caller& caller, Id<dichtbij::Taak> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, caller, id); });
}

Result<TaakBeeld> TaakService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Taak> id) {
    const auto taak = find_taak(tx, id);
    if (!taak) return not_found("taak " + id.text());
    TRY(werk::Werk werk, werk_.get(tx, caller, taak->werk));
    TaakBeeld beeld{seen(tx, *taak), std::move(werk), {}, belpogingen_of(tx, id), {}};
    if (taak->klantcontact) {
        // Writes the access log; a contact marked vertrouwelijk is not for everyone who works in the gemeente.
        if (auto contact = contacten_.get(tx, caller, *taak->klantcontact)) beeld.klantcontact = std::move(contact->klantcontact);
    }
    for (werk::Werk& child : werk_.children(tx, caller, beeld.werk.id))
        if (auto asked = find_taak_of_werk(tx, child.id)) beeld.collegavragen.push_back({seen(tx, *asked), std::move(child)});
    return beeld;
}

// The taak of open work that the caller may act on, as he saw it.
Result<Gemaakt> TaakService::acted_on(store::Tx& tx, const access::Caller& caller, werk::Keuze bij) {
    TRY(werk::Werk werk, werk_.get(tx, caller, bij.werk));
    auto taak = find_taak_of_werk(tx, bij.werk);
    if (!taak) return not_found("taak of werk " + bij.werk.text());
    if (werk.soort == werk::Soort::zaak) return conflict("a case took over werk " + bij.werk.text(), "taak.fout.is_zaak");
    if (!werk_.may_act(tx, caller, werk)) return forbidden("may not act on werk " + bij.werk.text());
    if (werk.versie != bij.versie) return conflict("werk " + bij.werk.text() + " has changed", "fout.gewijzigd");
    if (!werk.is_open()) return conflict("closed: werk " + bij.werk.text(), "werk.fout.gesloten");
    return Gemaakt{std::move(*taak), std::move(werk)};
}

Result<Gemaakt> TaakService::record_belpoging(const access::Caller& caller, const NieuweBelpoging& nieuw) {
    return store_.write([&](store::Tx& tx) { return record_belpoging(tx, caller, nieuw); });
}

Result<Gemaakt> TaakService::record_belpoging(store::Tx& tx, const access::Caller& caller, const NieuweBelpoging& nieuw) {
    if (!caller.is_employee()) return forbidden("only an employee calls back");
    TRY(Gemaakt found, acted_on(tx, caller, nieuw.bij));
    const Instant now = clock_.now();
    if (belpogingen_of(tx, found.taak.id).size() >= static_cast<std::size_t>(belpogingen_limit)) return conflict("too many attempts", "taak.fout.te_veel_pogingen");
    Belpoging poging{ids_.next(), found.taak.id, now, caller.medewerker, nieuw.resultaat, nieuw.volgende_op};
    if (nieuw.resultaat == Belresultaat::gesproken) {
        poging.volgende_op.reset();
        TRY_DONE(werk_.meet(tx, found.werk.id, norm::Meetmoment::eerste_reactie, now));
    } else if (!poging.volgende_op) {
        TRY(const norm::Kalender kalender, werk_.normbron().kalender(tx, found.taak.gemeente));
        TRY(const Instant later, kalender->add_working_time(now, volgende_poging_na));
        TRY(poging.volgende_op, kalender->next_opening(later));
    } else if (*poging.volgende_op <= now) {
        return invalid("volgende_op", "taak.fout.poging_voorbij");
    }
    insert_belpoging(tx, poging);
    found.werk.herinnering_op = poging.volgende_op;
    found.werk = werk_.touch(tx, caller, std::move(found.werk), "taak.belpoging." + code_of(poging.resultaat));
    journal::Entry entry = entry_of(caller, now, "taak.belpoging", found.taak, found.werk);
    entry.kenmerken = {{"resultaat", code_of(poging.resultaat)}};
    if (poging.volgende_op) entry.kenmerken.emplace_back("volgende_op", to_rfc3339(*poging.volgende_op));
    journal::append(tx, entry);
    found.taak = seen(tx, std::move(found.taak));
    return found;
}

Result<Gemaakt> TaakService::ask_colleague(const access::Caller& caller, const Collegavraag& vraag) {
    return store_.write([&](store::Tx& tx) { return ask_colleague(tx, caller, vraag); });
}

Result<Gemaakt> TaakService::ask_colleague(store::Tx& tx, const access::Caller& caller, const Collegavraag& vraag) {
    if (auto errors = problems(vraag); !errors.empty()) return invalid(std::move(errors));
    TRY(const Gemaakt found, acted_on(tx, caller, vraag.bij));
    const werk::Werk& ouder = found.werk;
    const Instant now = clock_.now();
    const auto team = team_of(tx, vraag.aan, ouder.gemeente, ouder.team);
    if (!team) return invalid("aan", "werk.fout.medewerker_niet_in_team");
    TRY_DONE(werk_.check_destination(tx, ouder.gemeente, *team, vraag.aan));
    Taak taak;
    taak.id = ids_.make<dichtbij::Taak>();
    taak.gemeente = ouder.gemeente;
    number(tx, taak, "");
    taak.gevraagde_handeling = shortened(cleaned(vraag.vraag), gevraagde_handeling_limit);
    taak.toelichting = cleaned(vraag.vraag);
    taak.toegewezen_op = now;
    werk::Opening opening;
    opening.soort = werk::Soort::taak;
    opening.object = taak.id.bytes;
    opening.nummer = taak.nummer;
    opening.titel = ouder.titel;
    opening.gemeente = ouder.gemeente;
    opening.partij = ouder.partij;
    opening.kanaal = ouder.kanaal;
    opening.product = ouder.product;
    opening.onderwerp = ouder.onderwerp;
    opening.taal = ouder.taal;
    opening.afhandelniveau = ouder.afhandelniveau;
    opening.domein = ouder.domein;
    opening.team = *team;
    opening.toegewezen_aan = vraag.aan;
    opening.ouder = ouder.id;
    opening.op = now;
    TRY(werk::Werk werk, werk_.open(tx, caller, opening));
    taak.werk = werk.id;
    insert_taak(tx, taak);
    (void)werk_.touch(tx, caller, ouder, "taak.collega_gevraagd");
    journal::Entry entry = entry_of(caller, now, "taak.collega_gevraagd", found.taak, ouder);
    entry.kenmerken = {{"aan", vraag.aan.text()}, {"taak", taak.id.text()}};
    entry.toelichting = taak.toelichting;
    journal::append(tx, entry);
    return Gemaakt{seen(tx, taak), std::move(werk)};
}

Result<werk::Gedaan> TaakService::close(const access::Caller& caller, const Afronding& afronding) {
    return store_.write([&](store::Tx& tx) { return close(tx, caller, afronding); });
}

Result<werk::Gedaan> TaakService::close(store::Tx& tx, const access::Caller& caller, const Afronding& afronding) {
    TRY(Gemaakt found, acted_on(tx, caller, afronding.bij));
    if (auto errors = problems(afronding, found.werk.is_intern() ? Doel::collega : Doel::inwoner); !errors.empty()) return invalid(std::move(errors));
    if (afronding.uitkomst == werk::Uitkomst::niet_bereikt && not_reached(belpogingen_of(tx, found.taak.id)) < belpogingen_minimum)
        return invalid("uitkomst", "taak.fout.te_weinig_pogingen", {std::to_string(belpogingen_minimum)});
    werk::Afsluiting afsluiting;
    afsluiting.uitkomst = afronding.uitkomst;
    if (afronding.inwoner_weet_het) afsluiting.kenmerken.emplace_back("inwoner_weet_het", *afronding.inwoner_weet_het ? "1" : "0");
    if (std::string antwoord = cleaned(afronding.antwoord); !antwoord.empty()) afsluiting.toelichting = std::move(antwoord);
    TRY(werk::Gedaan done, werk_.close(tx, caller, found.werk.id, found.werk.versie, afsluiting));
    found.taak.antwoord = cleaned(afronding.antwoord);
    found.taak.inwoner_weet_het = afronding.inwoner_weet_het;
    save_taak(tx, found.taak);
    tell_asker(tx, caller, done.werk, afronding);
    return done;
}

// The answer of a colleague stands in the thread of the question it was asked for.
void TaakService::tell_asker(store::Tx& tx, const access::Caller& caller, const werk::Werk& child, const Afronding& afronding) {
    if (!child.ouder) return;
    const auto ouder = werk_.stored(tx, *child.ouder);
    CHECK_THAT(ouder.has_value());
    if (!ouder->is_open()) return;
    werk_.notify(tx, *ouder, ouder->eigenaar, werk::Attentiesoort::antwoord_van_collega, caller);
    journal::Entry entry = journal::entry(caller, clock_.now(), "taak.collega_antwoordde", ouder->gemeente, journal::Object::werk, ouder->id.bytes);
    entry.partij = ouder->partij;
    entry.kenmerken = {{"uitkomst", code_of(afronding.uitkomst)}, {"werk", child.id.text()}};
    entry.toelichting = cleaned(afronding.antwoord);
    journal::append(tx, entry);
}

Result<Gemaakt> TaakService::reopen(const access::Caller& caller, werk::Keuze bij, std::string_view reden) {
    return store_.write([&](store::Tx& tx) { return reopen(tx, caller, bij, reden); });
}

Result<Gemaakt> TaakService::reopen(store::Tx& tx, const access::Caller& caller, werk::Keuze bij, std::string_view reden) {
    const auto taak = find_taak_of_werk(tx, bij.werk);
    if (!taak) return not_found("taak of werk " + bij.werk.text());
    if (const auto now = werk_.stored(tx, bij.werk); now && now->soort == werk::Soort::zaak)
        return conflict("a case took over werk " + bij.werk.text(), "taak.fout.is_zaak");
    TRY(werk::Werk werk, werk_.reopen(tx, caller, bij.werk, bij.versie, reden));
    return Gemaakt{seen(tx, *taak), std::move(werk)};
}

Result<werk::WerkService::Teruggenomen> TaakService::undo(const access::Caller& caller, const Uuid& handeling) {
    return werk_.undo(caller, handeling);
}

std::optional<Taak> TaakService::stored(store::Tx& tx, Id<dichtbij::Taak> id) {
    auto taak = find_taak(tx, id);
    return taak ? std::optional(seen(tx, std::move(*taak))) : std::nullopt;
}

std::optional<Taak> TaakService::of_werk(store::Tx& tx, Id<Werk> werk) {
    auto taak = find_taak_of_werk(tx, werk);
    return taak ? std::optional(seen(tx, std::move(*taak))) : std::nullopt;
}

std::vector<Taak> TaakService::of_klantcontact(store::Tx& tx, Id<Klantcontact> klantcontact) {
    auto taken = taken_of_klantcontact(tx, klantcontact);
    for (Taak& taak : taken) taak = seen(tx, std::move(taak));
    return taken;
}

std::vector<Uuid> TaakService::actoren(store::Tx& tx, Id<dichtbij::Taak> id) { return actoren_of(tx, id); }

std::vector<Taak> TaakService::after(store::Tx& tx, Id<dichtbij::Taak> last, int limit) {
    auto taken = taken_after(tx, last, limit);
    for (Taak& taak : taken) taak = seen(tx, std::move(taak));
    return taken;
}

void TaakService::forget_partij(store::Tx& tx, Id<Partij> partij, Instant now) {
    for (const auto& werk : werk_.ids_of_partij(tx, partij)) {
        if (const auto taak = find_taak_of_werk(tx, werk)) journal::destroy_toelichtingen(tx, journal::Object::taak, taak->id.bytes, now);
        wipe_words(tx, werk);
    }
}

std::vector<std::string> taak_check(store::Tx& tx, werk::WerkService& werken) {
    constexpr int batch = 1000;
    std::vector<std::string> faults;
    Id<dichtbij::Taak> after;
    for (auto rows = taken_after(tx, after, batch); !rows.empty(); rows = taken_after(tx, after, batch)) {
        for (const Taak& taak : rows) {
            const auto werk = werken.stored(tx, taak.werk);
            if (!werk) faults.push_back("taak " + taak.id.text() + " has no werk");
            if (werk && werk->soort == werk::Soort::klantcontact) faults.push_back("taak " + taak.id.text() + " did not take over its werk");
            if (werk && werk->object == taak.id.bytes && werk->nummer != taak.nummer) faults.push_back("taak " + taak.id.text() + " and its werk have different numbers");
        }
        after = rows.back().id;
    }
    return faults;
}

}  // namespace dichtbij::taak
