#include "app/demo_afhandeling.h"

#include <algorithm>

namespace dichtbij::app::demo {
namespace {

// Those whose accounts the demo prints get more to do, so that their lists hold something.
constexpr std::string_view in_beeld[] = {"Sanne de Wit", "Priya Ramdin", "Tom Baars", "Ruben Tjon-A-Fat", "Ilse van den Brink"};
constexpr int in_beeld_gewicht = 10;
constexpr int geduld = 6;  // mornings that a step waits for its owner before the lead takes it

int weight_of(const DemoMedewerker& one) {
    const bool is_shown = std::find(std::begin(in_beeld), std::end(in_beeld), one.inhoud->naam) != std::end(in_beeld);
    return is_shown ? in_beeld_gewicht : one.inhoud->rol == Functierol::teamleider ? 1 : 2;
}

}  // namespace

struct Afhandeling::Zet {
    const Lopend& lopend;
    const GeplandeStap& stap;
    const werk::Werk& werk;
    std::size_t wie;
    const access::Caller& caller;
    Tekstplek plek;
    werk::Keuze keuze() const { return {werk.id, werk.versie}; }
};

Result<Stapuitslag> Afhandeling::step(store::Tx& tx, const Lopend& lopend, Instant nu) const {
    diensten_.clock.set(nu);
    const GeplandeStap& stap = lopend.stappen[lopend.volgende];
    Toeval toeval = Toeval::voor(lopend.zaad, lopend.volgende + 1, static_cast<std::uint64_t>(lopend.uitgesteld));
    const auto werk = diensten_.werk.stored(tx, lopend.werk);
    CHECK_THAT(werk.has_value());
    const Day today = day_of(nu);
    if (werk->is_open() == (stap.stap == Stap::heropenen)) return Stapuitslag{Gezet{{}, {}, true}};
    const auto wie = actor(tx, lopend, *werk, today, toeval);
    if (!wie) return Stapuitslag{next_morning(lopend, nu, toeval)};
    const Zet zet{lopend, stap, *werk, *wie, wereld_.organisatie.medewerkers[*wie].caller, {lopend.gemeente, lopend.persoon, nu}};
    if (!werk->aanvaard_op && werk->is_open() && stap.stap != Stap::aanvaarden && stap.stap != Stap::toewijzen) {
        TRY_DONE(diensten_.werk.accept(tx, zet.caller, werk->id, werk->versie));
        return Stapuitslag{EerstAanvaard{nu + minutes(toeval.between(3, 25))}};
    }
    TRY(Gezet done, take(tx, zet, toeval));
    done.is_klaar = done.is_klaar || lopend.volgende + 1 == lopend.stappen.size();
    return Stapuitslag{done};
}

// The owner when he works today; who acts for him when he is absent. A day off that returns every week is
// waited for, until the lead has had enough.
std::optional<std::size_t> Afhandeling::actor(store::Tx& tx, const Lopend& lopend, const werk::Werk& werk, Day today, Toeval& toeval) const {
    if (!werk.aanvaard_op && werk.is_open()) {
        if (lopend.stappen[lopend.volgende].stap != Stap::toewijzen) return acceptor(werk, today, toeval);
        const std::size_t lead = team_of(werk).leider;
        return rooster_.works(lead, today) ? std::optional(lead) : std::nullopt;
    }
    const std::size_t owner = wereld_.organisatie.medewerker(werk.eigenaar);
    if (rooster_.works(owner, today)) return owner;
    const std::size_t acting = wereld_.organisatie.medewerker(organisatie::acting_for(tx, werk.eigenaar, today));
    if (acting != owner && rooster_.works(acting, today) && toeval.chance(75)) return acting;
    if (lopend.uitgesteld < geduld) return std::nullopt;
    const std::size_t lead = wereld_.organisatie.medewerker(organisatie::lead_of(tx, werk.team, today));
    return rooster_.works(lead, today) ? std::optional(lead) : std::nullopt;
}

const DemoTeam& Afhandeling::team_of(const werk::Werk& werk) const {
    const auto& teams = wereld_.organisatie.teams;
    const auto team = std::find_if(teams.begin(), teams.end(), [&](const DemoTeam& one) { return one.id == werk.team; });
    CHECK_THAT(team != teams.end());
    return *team;
}

// Who was named, or someone of the team who is there.
std::optional<std::size_t> Afhandeling::acceptor(const werk::Werk& werk, Day today, Toeval& toeval) const {
    if (werk.toegewezen_aan) {
        const std::size_t named = wereld_.organisatie.medewerker(werk.eigenaar);
        if (rooster_.works(named, today)) return named;
        if (toeval.chance(50)) return std::nullopt;
    }
    const auto there = rooster_.working(static_cast<std::size_t>(&team_of(werk) - wereld_.organisatie.teams.data()), today);
    if (there.empty()) return std::nullopt;
    std::vector<int> gewichten;
    for (const std::size_t lid : there) gewichten.push_back(weight_of(wereld_.organisatie.medewerkers[lid]));
    return there[toeval.weighted(gewichten)];
}

Uitgesteld Afhandeling::next_morning(const Lopend& lopend, Instant nu, Toeval& toeval) const {
    const auto& kalender = *wereld_.kalenders[lopend.gemeente];
    const auto day = kalender.next_working_day(kalender.day_of(nu));
    if (!day) return {nu + days(1)};
    return {kalender.opening_of(*day) + minutes(toeval.between(5, 150))};
}

Result<Gezet> Afhandeling::take(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    switch (zet.stap.stap) {
        case Stap::aanvaarden:
            if (!zet.werk.aanvaard_op) TRY_DONE(diensten_.werk.accept(tx, zet.caller, zet.werk.id, zet.werk.versie));
            return Gezet{};
        case Stap::toewijzen: return assign(tx, zet, toeval);
        case Stap::notitie: return note(tx, zet, toeval);
        case Stap::vraag_collega: return ask(tx, zet, toeval);
        case Stap::doorgeven: return hand_on(tx, zet, toeval);
        case Stap::belpoging: return call(tx, zet);
        case Stap::verzetten: return move(tx, zet, toeval);
        case Stap::wachten:
            if (!zet.werk.wacht)
                TRY_DONE(diensten_.werk.pause(tx, zet.caller, zet.keuze(), toeval.chance(70) ? werk::Wachtreden::inwoner : werk::Wachtreden::andere_partij,
                                              vuller_.fill(toeval.pick(werkteksten().wachten), zet.plek, toeval)));
            return Gezet{};
        case Stap::hervatten:
            if (zet.werk.wacht) TRY_DONE(diensten_.werk.resume(tx, zet.caller, zet.keuze()));
            return Gezet{};
        case Stap::afronden: return finish(tx, zet, toeval);
        case Stap::heropenen:
            TRY_DONE(diensten_.taken.reopen(tx, zet.caller, zet.keuze(), vuller_.fill(toeval.pick(werkteksten().heropend), zet.plek, toeval)));
            return Gezet{};
    }
    fail_check("stap", __FILE__, __LINE__);
}

Result<Gezet> Afhandeling::assign(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    if (zet.werk.aanvaard_op) return Gezet{};
    const auto there = rooster_.working(*wereld_.organisatie.medewerkers[zet.wie].team, day_of(zet.plek.nu));
    const auto& to = wereld_.organisatie.medewerkers[there.empty() ? zet.wie : toeval.pick(there)];
    TRY_DONE(diensten_.werk.assign(tx, zet.caller, zet.keuze(), to.id));
    return Gezet{};
}

Result<Gezet> Afhandeling::note(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    werk::Notitie notitie{vuller_.typed(toeval.pick(werkteksten().notities), zet.plek, toeval), {}};
    if (toeval.chance(22)) {
        const auto& leden = wereld_.organisatie.teams[*wereld_.organisatie.medewerkers[zet.wie].team].leden;
        if (const std::size_t ander = toeval.pick(leden); ander != zet.wie) {
            const DemoMedewerker& colleague = wereld_.organisatie.medewerkers[ander];
            notitie.tekst = "@" + std::string(colleague.inhoud->naam) + " " + notitie.tekst;
            notitie.genoemd.push_back(colleague.id);
        }
    }
    TRY_DONE(diensten_.werk.note(tx, zet.caller, zet.werk.id, notitie));
    return Gezet{};
}

// Someone of the own team: only he may read what is confidential.
Result<Gezet> Afhandeling::ask(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    auto there = rooster_.working(*wereld_.organisatie.medewerkers[zet.wie].team, day_of(zet.plek.nu));
    std::erase(there, zet.wie);
    if (there.empty()) return Gezet{};
    const DemoMedewerker& colleague = wereld_.organisatie.medewerkers[toeval.pick(there)];
    TRY(const taak::Gemaakt asked, diensten_.taken.ask_colleague(tx, zet.caller,
                                                                 {zet.keuze(), colleague.id, vuller_.fill(toeval.pick(werkteksten().vragen_collega), zet.plek, toeval)}));
    const auto at = wereld_.kalenders[zet.lopend.gemeente]->add_working_time(zet.plek.nu, minutes(toeval.between(20, 420)));
    return Gezet{at ? *at : zet.plek.nu + hours(2), asked.werk.id, false};
}

Result<Gezet> Afhandeling::hand_on(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    const auto& organisatie = wereld_.organisatie;
    const std::size_t own_team = *organisatie.medewerkers[zet.wie].team;
    const std::size_t subject_team = organisatie.team(onderwerpen()[zet.lopend.onderwerp].team);
    werk::Bestemming naar = werk::NaarTeam{organisatie.teams[subject_team].id};
    auto there = rooster_.working(own_team, day_of(zet.plek.nu));
    std::erase(there, zet.wie);
    if (own_team == subject_team || !zet.werk.domein.empty()) {
        if (there.empty()) return Gezet{};
        naar = werk::NaarMedewerker{organisatie.medewerkers[toeval.pick(there)].id, organisatie.teams[own_team].id};
    }
    TRY_DONE(diensten_.werk.hand_on(tx, zet.caller, zet.keuze(), {naar, vuller_.fill(toeval.pick(werkteksten().redenen_doorgeven), zet.plek, toeval)}));
    return Gezet{};
}

Result<Gezet> Afhandeling::call(store::Tx& tx, const Zet& zet) const {
    TRY_DONE(diensten_.taken.record_belpoging(tx, zet.caller, {zet.keuze(), zet.stap.gehoor, {}}));
    return Gezet{};
}

Result<Gezet> Afhandeling::move(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    if (zet.stap.nieuw_op <= zet.plek.nu || zet.stap.nieuw_op <= zet.werk.beloofd_op.value_or(zet.plek.nu)) return Gezet{};
    werk::Verzetting verzetting;
    verzetting.beloofd_op = zet.stap.nieuw_op;
    verzetting.reden = vuller_.fill(toeval.pick(werkteksten().redenen_verzetten), zet.plek, toeval);
    const int hoe = toeval.below(100);
    if (hoe < 70) verzetting.verteld = werk::PerBericht{"email", vuller_.fill(toeval.pick(werkteksten().berichten_verzetten), zet.plek, toeval)};
    else if (hoe < 88) verzetting.verteld = werk::OpVerzoek{};
    else verzetting.verteld = werk::NietTeBereiken{"Gebeld om " + vuller_.fill("{tijd}", zet.plek, toeval) + ", geen gehoor, geen e-mailadres bekend."};
    TRY_DONE(diensten_.werk.move_toezegging(tx, zet.caller, zet.keuze(), verzetting));
    return Gezet{};
}

Result<Gezet> Afhandeling::finish(store::Tx& tx, const Zet& zet, Toeval& toeval) const {
    taak::Afronding afronding;
    afronding.bij = zet.keuze();
    afronding.uitkomst = zet.stap.uitkomst;
    afronding.inwoner_weet_het = true;
    const Werkteksten& woorden = werkteksten();
    switch (zet.stap.uitkomst) {
        case werk::Uitkomst::niet_bereikt:
            afronding.antwoord = vuller_.fill(toeval.pick(woorden.niet_bereikt), zet.plek, toeval);
            afronding.inwoner_weet_het = false;
            break;
        case werk::Uitkomst::ingetrokken: afronding.antwoord = vuller_.fill(toeval.pick(woorden.ingetrokken), zet.plek, toeval); break;
        case werk::Uitkomst::doorverwezen: afronding.antwoord = "Verwezen naar " + std::string(toeval.pick(woorden.verwezen_naar)) + ", nummer gegeven."; break;
        case werk::Uitkomst::wordt_zaak: afronding.antwoord = "Verder als aanvraag; de ontvangstbevestiging met het nummer volgt per e-mail."; break;
        case werk::Uitkomst::beantwoord:
        case werk::Uitkomst::beeindigd:
            afronding.antwoord = vuller_.typed(toeval.pick(zet.lopend.tekst->antwoorden), zet.plek, toeval);
    }
    TRY_DONE(diensten_.taken.close(tx, zet.caller, afronding));
    return Gezet{};
}

Result<std::optional<Uitgesteld>> Afhandeling::answer(store::Tx& tx, const Lopend& lopend, Id<Werk> vraag, Instant nu) const {
    diensten_.clock.set(nu);
    Toeval toeval = Toeval::voor(lopend.zaad, 0xa47, static_cast<std::uint64_t>(nu.time_since_epoch().count()));
    const auto werk = diensten_.werk.stored(tx, vraag);
    CHECK_THAT(werk.has_value());
    if (!werk->is_open()) return std::optional<Uitgesteld>();
    const std::size_t wie = wereld_.organisatie.medewerker(werk->eigenaar);
    if (!rooster_.works(wie, day_of(nu))) return std::optional(next_morning(lopend, nu, toeval));
    const access::Caller& caller = wereld_.organisatie.medewerkers[wie].caller;
    taak::Afronding afronding;
    afronding.bij = {werk->id, werk->versie};
    afronding.antwoord = vuller_.fill(toeval.pick(werkteksten().antwoorden_collega), {lopend.gemeente, lopend.persoon, nu}, toeval);
    TRY_DONE(diensten_.taken.close(tx, caller, afronding));
    return std::optional<Uitgesteld>();
}

}  // namespace dichtbij::app::demo
