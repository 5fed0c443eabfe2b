#include "app/demo_gesprek.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::app::demo {
namespace {

using klantcontact::Afloop;

// Of a hundred, who does not say his name.
int anonymous_percent(std::string_view kanaal) {
    if (kanaal == "telefoon") return 9;
    if (kanaal == "balie") return 4;
    if (kanaal == "chat") return 38;
    if (kanaal == "social_media") return 60;
    if (kanaal == "formulier") return 6;
    return 1;
}

// What can be said at once by telephone cannot always be written at once.
int direct_percent(const OnderwerpInhoud& onderwerp, std::string_view kanaal) {
    double share = 1;
    if (kanaal == "balie") share = 1.08;
    if (kanaal == "email") share = 0.78;
    if (kanaal == "formulier") share = 0.62;
    if (kanaal == "brief") share = 0.25;
    if (kanaal == "social_media") share = 0.8;
    return std::min(99, static_cast<int>(onderwerp.direct * share));
}

constexpr int verwezen_procent = 4;
constexpr int beeindigd_procent = 2;

std::string_view first_phone(const DemoPersoon& persoon) {
    for (const auto& adres : persoon.gegevens.digitale_adressen)
        if (adres.soort == partij::SoortDigitaalAdres::telefoonnummer) return adres.adres;
    return {};
}

}  // namespace

struct Gesprekken::Vraag {
    const Opname& opname;
    const Beller& beller;
    Id<Gesprek> gesprek;
    std::size_t onderwerp = 0;
    Afloop afloop = Afloop::beantwoord;
    Tekstplek plek;
    const Vraagtekst* tekst = nullptr;

    const Binnenkomst& in() const { return opname.binnenkomst; }
    const OnderwerpInhoud& over() const { return onderwerpen()[onderwerp]; }
};

Result<Opgenomen> Gesprekken::register_gesprek(store::Tx& tx, const Opname& opname) const {
    const Binnenkomst& in = opname.binnenkomst;
    diensten_.clock.set(opname.nu);
    Toeval toeval(in.zaad);
    Opgenomen done;
    TRY(const Beller beller, who(tx, opname, toeval, done));
    const access::Caller& caller = wereld_.organisatie.medewerkers[opname.medewerker].caller;
    TRY(const klantcontact::Gesprek gesprek,
        diensten_.klantcontacten.start_gesprek(tx, caller, wereld_.organisatie.gemeenten[in.gemeente].id, in.kanaal, in.op));
    for (const std::size_t onderwerp : in.onderwerpen) {
        Vraag vraag{opname, beller, gesprek.id, onderwerp, Afloop::beantwoord, {in.gemeente, beller.persoon, opname.nu}};
        const Vraagteksten& teksten = vraagteksten(onderwerpen()[onderwerp].code);
        vraag.tekst = &toeval.pick(is_gesproken(in.kanaal) ? teksten.vragen : teksten.berichten);
        vraag.afloop = outcome(vraag, toeval);
        TRY_DONE(register_vraag(tx, vraag, toeval, done));
        ++done.vragen;
    }
    return done;
}

// Who is known is linked; who is new is stored, or stays a name beside the contact.
Result<Gesprekken::Beller> Gesprekken::who(store::Tx& tx, const Opname& opname, Toeval& toeval, Opgenomen& done) const {
    const Binnenkomst& in = opname.binnenkomst;
    Beller beller;
    if (toeval.chance(anonymous_percent(in.kanaal))) return beller;
    const std::size_t persoon = bevolking_.draw(toeval, in.gemeente, onderwerpen()[in.onderwerpen.front()].vrager);
    const DemoPersoon& one = bevolking_[persoon];
    if (one.gegevens.indicaties.overleden) return beller;
    beller.is_onbekend = false;
    beller.persoon = persoon;
    const bool is_stored = toeval.chance(92);
    if (one.id) {
        beller.partij = one.id;
    } else if (is_stored) {
        const access::Caller& caller = wereld_.organisatie.medewerkers[opname.medewerker].caller;
        TRY(const Id<Partij> made, diensten_.partijen.create(tx, caller, wereld_.organisatie.gemeenten[in.gemeente].id, one.gegevens));
        done.nieuwe_partij.emplace(persoon, made);
        beller.partij = made;
    }
    beller.betrokkene.partij = beller.partij;
    if (beller.partij) return beller;
    if (const auto* naam = partij::contactnaam(one.gegevens)) beller.betrokkene.naam = *naam;
    else beller.betrokkene.organisatienaam = partij::volledige_naam(one.gegevens);
    beller.betrokkene.digitale_adressen = one.gegevens.digitale_adressen;
    return beller;
}

Afloop Gesprekken::outcome(const Vraag& vraag, Toeval& toeval) const {
    if (toeval.chance(direct_percent(vraag.over(), vraag.in().kanaal))) {
        const int soort = toeval.below(100);
        if (soort < verwezen_procent) return Afloop::doorverwezen;
        if (soort < verwezen_procent + beeindigd_procent) return Afloop::beeindigd;
        return Afloop::beantwoord;
    }
    // Nobody can be called back who left no name.
    return vraag.beller.is_onbekend && is_gesproken(vraag.in().kanaal) && toeval.chance(80) ? Afloop::beantwoord : Afloop::doorgezet;
}

klantcontact::NieuwKlantcontact Gesprekken::contact_of(const Vraag& vraag, Toeval& toeval) const {
    const bool is_written = !is_gesproken(vraag.in().kanaal);
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = wereld_.organisatie.gemeenten[vraag.in().gemeente].id;
    nieuw.gesprek = vraag.gesprek;
    nieuw.afloop = vraag.afloop;
    auto& inhoud = nieuw.inhoud;
    inhoud.kanaal = vraag.in().kanaal;
    if (!vraag.tekst->titels.empty()) inhoud.onderwerp = vuller_.fill(toeval.pick(vraag.tekst->titels), vraag.plek, toeval);
    inhoud.inhoud = vuller_.typed(vraag.tekst->tekst, vraag.plek, toeval);
    inhoud.plaatsgevonden_op = vraag.in().op;
    inhoud.onderwerp_id = wereld_.organisatie.gemeenten[vraag.in().gemeente].onderwerpen[vraag.onderwerp];
    if (vraag.beller.persoon) {
        const std::string& taal = bevolking_[*vraag.beller.persoon].gegevens.voorkeuren.taal;
        if (!taal.empty()) inhoud.taal = taal;
        if (taal == "eng" && is_written) inhoud.inhoud = vuller_.typed(toeval.pick(werkteksten().engelse_vragen), vraag.plek, toeval);
    }
    if (vraag.afloop == Afloop::beantwoord) inhoud.reactie = vuller_.fill(toeval.pick(vraag.tekst->antwoorden), vraag.plek, toeval);
    if (vraag.afloop == Afloop::doorverwezen) inhoud.verwezen_naar = vuller_.fill(toeval.pick(werkteksten().verwezen_naar), vraag.plek, toeval);
    inhoud.indicatie_contact_gelukt = vraag.afloop != Afloop::doorgezet && !is_written ? std::optional(vraag.afloop != Afloop::beeindigd) : std::nullopt;
    inhoud.verdere_actie_ondernomen = vraag.afloop == Afloop::doorgezet;
    if (!vraag.beller.is_onbekend) nieuw.betrokkenen.push_back(vraag.beller.betrokkene);
    return nieuw;
}

// Mostly routing decides; some of it the contact centre keeps, and some goes to a colleague by name.
void Gesprekken::address(const Vraag& vraag, Toeval& toeval, klantcontact::NieuwKlantcontact& nieuw) const {
    const auto& organisatie = wereld_.organisatie;
    if (is_gesproken(vraag.in().kanaal) && toeval.chance(85)) nieuw.aanleiding = norm::Aanleiding::terugbelverzoek;
    const std::size_t kcc = organisatie.team("kcc");
    if (vraag.over().domein.empty() && toeval.chance(13)) {
        nieuw.naar = werk::NaarTeam{organisatie.teams[kcc].id};
    } else if (toeval.chance(4)) {
        const DemoTeam& team = organisatie.teams[organisatie.team(vraag.over().team)];
        nieuw.naar = werk::NaarMedewerker{organisatie.medewerkers[toeval.pick(team.leden)].id, team.id};
    }
    const Day today = day_of(vraag.opname.nu);
    if (vraag.opname.beloof_op && toeval.chance(22)) {
        nieuw.belofte = werk::Belofte{start_of(*vraag.opname.beloof_op + days(1)) - seconds(1), werk::Nauwkeurigheid::dag, werk::Herkomst::medewerker};
    } else if (is_gesproken(vraag.in().kanaal) && toeval.chance(vraag.over().niveau >= 3 ? 24 : 7)) {
        const auto day = wereld_.kalenders[vraag.in().gemeente]->add_working_days(today, toeval.between(1, vraag.over().niveau >= 3 ? 12 : 5));
        if (day) nieuw.belofte = werk::Belofte{instant_of(LocalTime(*day) + hours(toeval.chance(50) ? 12 : 16)), werk::Nauwkeurigheid::tijdstip, werk::Herkomst::medewerker};
    }
}

Result<Done> Gesprekken::register_vraag(store::Tx& tx, const Vraag& vraag, Toeval& toeval, Opgenomen& done) const {
    const access::Caller& caller = wereld_.organisatie.medewerkers[vraag.opname.medewerker].caller;
    klantcontact::NieuwKlantcontact nieuw = contact_of(vraag, toeval);
    if (vraag.afloop == Afloop::doorgezet) address(vraag, toeval, nieuw);
    TRY(const klantcontact::Geregistreerd made, diensten_.klantcontacten.register_klantcontact(tx, caller, nieuw));
    if (vraag.afloop != Afloop::doorgezet) return Done{};
    return hand_on(tx, vraag, made, toeval, done);
}

Result<Done> Gesprekken::hand_on(store::Tx& tx, const Vraag& vraag, const klantcontact::Geregistreerd& made, Toeval& toeval, Opgenomen& done) const {
    const access::Caller& caller = wereld_.organisatie.medewerkers[vraag.opname.medewerker].caller;
    const bool is_call = is_gesproken(vraag.in().kanaal);
    taak::NieuweTaak nieuw;
    nieuw.klantcontact = made.klantcontact.id;
    nieuw.gevraagde_handeling = is_call ? "Terugbellen" : vraag.in().kanaal == "brief" ? "Brief beantwoorden" : "Bericht beantwoorden";
    nieuw.toelichting = made.klantcontact.inhoud.inhoud;
    if (vraag.beller.persoon) {
        const DemoPersoon& persoon = bevolking_[*vraag.beller.persoon];
        if (is_call) nieuw.telefoonnummer = first_phone(persoon);
        nieuw.voorkeursmoment = persoon.gegevens.voorkeuren.tijd;
        if (is_call && nieuw.voorkeursmoment.empty() && toeval.chance(18)) nieuw.voorkeursmoment = toeval.pick(werkteksten().voorkeurstijden);
    }
    TRY(const taak::Gemaakt taak, diensten_.taken.create(tx, caller, nieuw));
    TRY_DONE(acknowledge(tx, vraag, taak.werk, toeval));
    const std::string_view team = vraag.over().team;
    Taakvraag plan{vraag.opname.nu, taak.werk.beloofd_op.value_or(vraag.opname.nu), is_call && !nieuw.telefoonnummer.empty(),
                   team == "wonen" || team == "juridisch" || team == "bedrijven", 9};
    if (is_promised_today(vraag, taak.werk)) plan.te_laat_procent = 100;
    // The assessments and the summer take their toll.
    const auto maand = static_cast<unsigned>(ymd(day_of(vraag.opname.nu)).month());
    if (team == "belastingen" && maand == 3) plan.te_laat_procent = 19;
    if (maand == 7 || maand == 8) plan.te_laat_procent += 4;
    done.taken.push_back({taak.taak.id, taak.werk.id, vraag.in().gemeente, vraag.onderwerp, vraag.beller.persoon, vraag.tekst, toeval.next(),
                          plan_taak(toeval, plan, *wereld_.kalenders[vraag.in().gemeente]), 0, 0});
    return Done{};
}

// Promised on the day that the demo ends: still open then.
bool Gesprekken::is_promised_today(const Vraag& vraag, const werk::Werk& werk) {
    return vraag.opname.beloof_op && werk.beloofd_op && *werk.beloofd_op == start_of(*vraag.opname.beloof_op + days(1)) - seconds(1);
}

// The mailbox confirms by itself when a message arrives; who hands it on writes the resident that he did.
Result<Done> Gesprekken::acknowledge(store::Tx& tx, const Vraag& vraag, const werk::Werk& werk, Toeval& toeval) const {
    const std::string_view kanaal = vraag.in().kanaal;
    if (is_gesproken(kanaal)) return Done{};
    if (kanaal == "email" || kanaal == "formulier")
        TRY_DONE(diensten_.werk.meet(tx, werk.id, norm::Meetmoment::ontvangstbevestiging, vraag.in().op + minutes(1)));
    if (toeval.chance(88)) TRY_DONE(diensten_.werk.meet(tx, werk.id, norm::Meetmoment::eerste_reactie, vraag.opname.nu));
    return Done{};
}

}  // namespace dichtbij::app::demo
