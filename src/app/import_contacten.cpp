#include "app/import_contacten.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/import_wegwijzer.h"
#include "base/text.h"

namespace dichtbij::app::contactimport {
namespace {

constexpr std::size_t groep_rijen_min = 10;
constexpr std::size_t groep_rijen_max = 200;
constexpr std::chrono::milliseconds groep_duur{40};  // others who write wait no longer than this

bool is_known_already(const Failure& failure) { return failure.key == "klantcontact.fout.bestaat_al"; }

std::vector<Rijfout> fouten_of(const Failure& failure, const Contactrij& rij) {
    std::vector<Rijfout> fouten;
    for (const FieldError& field : failure.fields) fouten.push_back({kolom_of(field.field, rij.wie.value_or(partij::Gegevens{})), field.key, field.args});
    if (fouten.empty()) fouten.push_back({"", failure.key.empty() ? "import.fout.geweigerd" : failure.key, {}});
    return fouten;
}

void add_line(std::string& text, std::string_view name, std::string_view value) {
    if (!value.empty()) text.append(text.empty() ? "" : "\n").append(name).append(": ").append(value);
}

// Pieces of at most `limit` characters.
std::vector<std::string> pieces(std::string_view text, std::size_t limit) {
    std::vector<std::string> list;
    std::size_t characters = 0, from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
        if (begins && characters++ == limit) {
            list.emplace_back(text.substr(from, at - from));
            from = at;
            characters = 1;
        }
    }
    if (from < text.size()) list.emplace_back(text.substr(from));
    return list;
}

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
    : diensten_(diensten), opdracht_(opdracht), meldingen_(std::move(meldingen)) {}

Result<Telling> Contactimport::run(std::istream& input) {
    TRY(Contactbestand file, Contactbestand::open(input));
    meldingen_.begin(file);
    std::size_t size = groep_rijen_min;
    for (bool is_end = false; !is_end;) {
        Groep groep;
        while (groep.size() < size && !is_end) {
            auto rij = file.next(diensten_.clock.now());
            is_end = !rij;
            if (!rij) break;
            ++telling_.gelezen;
            if (rij->inhoud) groep.push_back(std::move(*rij));
            else refuse(*rij, rij->inhoud.error());
        }
        const bool is_full = groep.size() == size;
        const auto begin = std::chrono::steady_clock::now();
        for (std::size_t from = 0; from < groep.size();) from = take_rows(groep, from);
        const bool is_slow = std::chrono::steady_clock::now() - begin > groep_duur;
        if (is_slow) size = std::max(groep_rijen_min, size * 3 / 4);
        else if (is_full) size = std::min(groep_rijen_max, size * 5 / 4);
        if (meldingen_.voortgang(telling_, file.bytes_read()) == Meldingen::Verder::stop) break;
    }
    return telling_;
}

// Stores what can be stored from row `from` on, and says where to go on: a row that a service refuses
// undoes its group, so the rows before it are stored again without it.
std::size_t Contactimport::take_rows(const Groep& groep, std::size_t from) {
    std::size_t to = groep.size();
    std::vector<Lot> lots;
    Result<Done> done = store_rows(std::span(groep).subspan(from), lots);
    if (!done) {
        const Failure failure = done.error();
        const Bestandsrij& refused = groep[from + lots.size()];
        to = from + lots.size();
        // Nothing was kept of the rows before it; a proef keeps nothing anyway.
        if (opdracht_.modus == Modus::bewaren && to > from) {
            done = store_rows(std::span(groep).subspan(from, to - from), lots);
            if (!done) return from;  // another one wrote meanwhile: begin again
        }
        if (is_known_already(failure)) ++telling_.bekend;
        else refuse(refused, fouten_of(failure, *refused.inhoud));
    }
    for (std::size_t i = from; i < to; ++i) count(*groep[i].inhoud, lots[i - from]);
    return done && to == groep.size() ? to : to + 1;
}

// In one transaction. When a row is refused `lots` holds those before it.
Result<Done> Contactimport::store_rows(std::span<const Bestandsrij> rijen, std::vector<Lot>& lots) {
    const bool is_proef = opdracht_.modus == Modus::proef;
    const auto done = diensten_.store.write([&](store::Tx& tx) -> Result<Done> {
        lots.clear();
        const Wegwijzer wegwijzer(tx, opdracht_.gemeente);
        for (const Bestandsrij& rij : rijen) {
            TRY(const Lot lot, store_row(tx, wegwijzer, *rij.inhoud));
            lots.push_back(lot);
        }
        if (is_proef) return conflict("undone: only tried", "");
        return Done{};
    });
    return is_proef && lots.size() == rijen.size() ? Result<Done>(Done{}) : done;
}

Result<Contactimport::Lot> Contactimport::store_row(store::Tx& tx, const Wegwijzer& wegwijzer, const Contactrij& rij) {
    if (is_told(rij) || diensten_.contacten.by_extern_id(tx, opdracht_.gemeente, rij.extern_id)) return Lot::bekend;
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
    TRY_DONE(add_notities(tx, made.werk.id, notitie));
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

Result<Done> Contactimport::add_notities(store::Tx& tx, Id<Werk> werk, std::string_view text) {
    for (const std::string& piece : pieces(text, werk::notitie_limit)) TRY_DONE(diensten_.werk.note(tx, caller_, werk, {piece, {}}));
    return Done{};
}

// Of a proef: an earlier row of this file has the same id, and would be there by now.
bool Contactimport::is_told(const Contactrij& rij) const {
    return opdracht_.modus == Modus::proef && gezien_.contains(std::hash<std::string>()(rij.extern_id));
}

void Contactimport::count(const Contactrij& rij, Lot lot) {
    if (lot == Lot::bekend) {
        ++telling_.bekend;
        return;
    }
    ++telling_.opgeslagen;
    if (lot == Lot::open) ++telling_.open;
    if (opdracht_.modus == Modus::proef) gezien_.insert(std::hash<std::string>()(rij.extern_id));
}

void Contactimport::refuse(const Bestandsrij& rij, const std::vector<Rijfout>& fouten) {
    ++telling_.afgekeurd;
    meldingen_.afgekeurd(rij.regel, fouten, rij.velden);
}

}  // namespace dichtbij::app::contactimport
