#include "app/import_contacten.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "app/import_wegwijzer.h"
#include "base/text.h"

namespace dichtbij::app::contactimport {
namespace {

// What the contact tells beside the partij: another name, an address that is not known there.
void keep_what_differs(klantcontact::Betrokkene& betrokkene, const partij::Gegevens& given, const partij::Gegevens& known) {
    if (folded(partij::volledige_naam(given)) != folded(partij::volledige_naam(known))) {
        if (const auto* naam = partij::contactnaam(given)) betrokkene.naam = *naam;
        else betrokkene.organisatienaam = partij::volledige_naam(given);
    }
    for (const auto& adres : given.digitale_adressen) {
        const std::string key = partij::zoekvorm(adres.soort, adres.adres);
        const bool has = std::any_of(known.digitale_adressen.begin(), known.digitale_adressen.end(),
                                     [&](const partij::DigitaalAdres& one) { return partij::zoekvorm(one.soort, one.adres) == key; });
        if (!has) betrokkene.digitale_adressen.push_back(adres);
    }
    if (given.bezoekadres && !known.bezoekadres) betrokkene.bezoekadres = given.bezoekadres;
}

}  // namespace

Contactimport::Contactimport(const Diensten& diensten, Opdracht opdracht, Meldingen meldingen)
    : diensten_(diensten), opdracht_(opdracht), rijen_(diensten.store, diensten.clock, opdracht, std::move(meldingen)) {}

Result<Telling> Contactimport::run(std::istream& input) {
    return rijen_.run(input, {kolommen(), [this](const CsvColumns& columns, const CsvRecord& record, Instant now) { return read(columns, record, now); }, "klantcontact.fout.bestaat_al"});
}

Beoordeeld Contactimport::read(const CsvColumns& columns, const CsvRecord& record, Instant now) {
    auto rij = read_contactrij(columns, record, now);
    if (!rij) return tl::make_unexpected(std::move(rij.error()));
    const auto kept = std::make_shared<const Contactrij>(std::move(*rij));
    return Klaarstaand{kept->extern_id, [this, kept](store::Tx& tx, const Wegwijzer& wegwijzer) { return store_row(tx, wegwijzer, *kept); },
                       [kept](const Failure& failure) { return fouten_of(failure, kept->wie); }};
}

Result<Lot> Contactimport::store_row(store::Tx& tx, const Wegwijzer& wegwijzer, const Contactrij& rij) {
    if (diensten_.contacten.by_extern_id(tx, opdracht_.gemeente, rij.extern_id)) return Lot::bekend;
    const bool is_open = rij.status == Status::open;
    const auto team = wegwijzer.team(rij.afdeling);
    const auto medewerker = wegwijzer.medewerker(rij.medewerker);
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = opdracht_.gemeente;
    nieuw.inhoud.kanaal = rij.kanaal;
    nieuw.inhoud.onderwerp = rij.onderwerp;
    nieuw.inhoud.inhoud = rij.vraag;
    nieuw.inhoud.reactie = rij.antwoord;
    nieuw.inhoud.plaatsgevonden_op = rij.tijdstip;
    nieuw.inhoud.verdere_actie_ondernomen = is_open;
    nieuw.inhoud.onderwerp_id = wegwijzer.onderwerp(rij.onderwerp);
    if (!nieuw.inhoud.onderwerp_id) nieuw.inhoud.product = wegwijzer.product(rij.onderwerp);
    nieuw.afloop = is_open ? klantcontact::Afloop::doorgezet : klantcontact::Afloop::beantwoord;
    if (team) nieuw.naar = werk::NaarTeam{*team};
    nieuw.import = klantcontact::Import{rij.extern_id, rij.afgehandeld_op, medewerker};
    if (rij.wie) {
        TRY(klantcontact::Betrokkene betrokkene, who(tx, *rij.wie));
        nieuw.betrokkenen.push_back(std::move(betrokkene));
    }
    TRY(const klantcontact::Geregistreerd made, diensten_.contacten.register_klantcontact(tx, caller_, nieuw));
    if (is_open) TRY_DONE(add_taak(tx, made.klantcontact, rij));
    // Whoever worked on an open question is not who owns it here.
    std::string notitie;
    if (!team) add_line(notitie, "afdeling", rij.afdeling);
    if (!medewerker || is_open) add_line(notitie, "medewerker", rij.medewerker);
    if (!rij.notitie.empty()) notitie.append(notitie.empty() ? "" : "\n").append(rij.notitie);
    for (const std::string& piece : pieces(notitie, werk::notitie_limit)) TRY_DONE(diensten_.werk.note(tx, caller_, made.werk.id, {piece, {}}));
    return is_open ? Lot::open : Lot::afgehandeld;
}

Result<klantcontact::Betrokkene> Contactimport::who(store::Tx& tx, const partij::Gegevens& given) {
    klantcontact::Betrokkene betrokkene;
    if (!is_herkenbaar(given)) {
        keep_what_differs(betrokkene, given, {});
        return betrokkene;
    }
    TRY(const auto known, diensten_.partijen.recognise(tx, caller_, opdracht_.gemeente, given));
    if (known) {
        betrokkene.partij = known->id;
        keep_what_differs(betrokkene, given, known->gegevens);
        return betrokkene;
    }
    TRY(betrokkene.partij, diensten_.partijen.create(tx, caller_, opdracht_.gemeente, given));
    return betrokkene;
}

Result<Done> Contactimport::add_taak(store::Tx& tx, const klantcontact::Klantcontact& contact, const Contactrij& rij) {
    taak::NieuweTaak taak;
    taak.klantcontact = contact.id;
    taak.gevraagde_handeling = "beantwoorden";
    taak.telefoonnummer = rij.telefoon;
    TRY_DONE(diensten_.taken.create(tx, caller_, taak));
    return Done{};
}

}  // namespace dichtbij::app::contactimport
