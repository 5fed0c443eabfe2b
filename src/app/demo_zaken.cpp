#include "app/demo_zaken.h"

#include <algorithm>
#include <array>

#include "app/demo_drukte.h"

namespace dichtbij::app::demo {
namespace {

constexpr double op_dichte_dag = 0.45;  // of a usual day: forms are filled in at home
constexpr std::array<double, 7> per_weekdag{1.3, 1.15, 1.05, 1.05, 0.85, 0.45, 0.4};
constexpr std::array<std::string_view, 5> kanalen{"formulier", "balie", "telefoon", "email", "brief"};

std::uint64_t number_of(Day day) { return static_cast<std::uint64_t>(day.time_since_epoch().count()); }

// "90-1450", also below zero: "-40--8".
int number_between(std::string_view range, Toeval& toeval) {
    const std::size_t dash = range.find('-', 1);
    const int low = std::stoi(std::string(range.substr(0, dash)));
    const int high = std::stoi(std::string(range.substr(dash + 1)));
    const int value = toeval.between(low, high);
    return value >= 1000 ? value / 50 * 50 : value;
}

std::string_view template_of(const Zaakinhoud& over, std::string_view code) {
    for (const auto& [known, text] : over.antwoorden)
        if (known == code) return text;
    return {};
}

std::string answer_of(const zaaktype::Eigenschap& vraag, std::string_view text, Day today, Toeval& toeval) {
    switch (vraag.soort) {
        case zaaktype::Eigenschapsoort::ja_nee: return toeval.chance(35) ? "ja" : "nee";
        case zaaktype::Eigenschapsoort::keuze: return toeval.pick(vraag.keuzes).nl;
        case zaaktype::Eigenschapsoort::getal: return text.empty() ? "" : std::to_string(number_between(text, toeval));
        case zaaktype::Eigenschapsoort::datum: return text.empty() ? "" : to_iso(today + days(number_between(text, toeval)));
        default: return std::string(text);
    }
}

}  // namespace

Result<std::vector<Zaaktypelijst>> published_zaaktypen(const Diensten& diensten, const DemoOrganisatie& organisatie) {
    const access::Caller& beheerder = organisatie.medewerkers[organisatie.medewerker("inge.roelofs")].caller;
    std::vector<Zaaktypelijst> all;
    for (const DemoGemeente& gemeente : organisatie.gemeenten) {
        TRY(const auto regels, diensten.zaaktypen.zaaktypen(beheerder, gemeente.id));
        Zaaktypelijst list;
        for (const Zaakinhoud& over : zaakinhouden()) {
            const auto regel = std::find_if(regels.begin(), regels.end(), [&](const auto& one) { return one.code == over.zaaktype; });
            if (regel == regels.end()) continue;
            TRY(const auto versie, diensten.zaaktypen.versie(beheerder, regel->versie));
            TRY(const auto blad, diensten.zaaktypen.zaaktype(beheerder, regel->id));
            if (versie.versie.status != zaaktype::Status::gepubliceerd) continue;
            const auto team = std::find_if(organisatie.teams.begin(), organisatie.teams.end(), [&](const DemoTeam& one) { return blad.inrichting.team == one.id; });
            CHECK_THAT(team != organisatie.teams.end());
            const auto& onderwerpen = blad.inrichting.onderwerpen;
            list.push_back({regel->id, versie.inhoud, &over, static_cast<std::size_t>(team - organisatie.teams.begin()),
                            onderwerpen.empty() ? std::nullopt : std::optional(onderwerpen.front())});
        }
        all.push_back(std::move(list));
    }
    return all;
}

Zaakdrukte::Zaakdrukte(const Plan& plan, const DemoOrganisatie& organisatie, const std::vector<Zaaktypelijst>& soorten, const std::vector<norm::Kalender>& kalenders)
    : plan_(plan), organisatie_(organisatie), soorten_(soorten), kalenders_(kalenders) {}

std::vector<Aanvraag> Zaakdrukte::of_day(Day day) const {
    const auto open = kalenders_.front()->is_working_day(day);
    const double factor = per_weekdag[weekday_of(day).iso_encoding() - 1] * (open && *open ? 1.0 : op_dichte_dag);
    int inwoners = 0, gewichten = 0;
    for (const DemoGemeente& gemeente : organisatie_.gemeenten) inwoners += gemeente.inhoud->inwoners;
    for (const Zaakinhoud& over : zaakinhouden()) gewichten += over.gewicht;
    std::vector<Aanvraag> all;
    for (std::size_t g = 0; g < soorten_.size(); ++g) {
        Toeval toeval = Toeval::voor(plan_.zaad, 0x2aa4 + g, number_of(day));
        const double deel = plan_.zaken_per_jaar / 365.25 * organisatie_.gemeenten[g].inhoud->inwoners / inwoners / gewichten * factor * 1.12;
        for (std::size_t soort = 0; soort < soorten_[g].size(); ++soort) {
            const Zaakinhoud& over = *soorten_[g][soort].over;
            const int aantal = toeval.count(deel * over.gewicht * season_of(over.seizoen, day));
            for (int i = 0; i < aantal; ++i) all.push_back(draw(toeval, day, g, soort));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Aanvraag& a, const Aanvraag& b) { return a.op < b.op; });
    return all;
}

Aanvraag Zaakdrukte::draw(Toeval& toeval, Day day, std::size_t gemeente, std::size_t soort) const {
    const Zaakkanalen& gewicht = soorten_[gemeente][soort].over->kanalen;
    const auto open = kalenders_[gemeente]->is_working_day(day);
    const int staffed = open && *open ? 1 : 0;
    const std::array<int, 5> kansen{gewicht.formulier + (staffed == 0 ? 1 : 0), gewicht.balie * staffed, gewicht.telefoon * staffed, gewicht.email, gewicht.brief * staffed};
    Aanvraag made;
    made.gemeente = gemeente;
    made.soort = soort;
    made.zaad = toeval.next();
    made.kanaal = kanalen[toeval.weighted(kansen)];
    const bool is_staffed = made.kanaal != "formulier" && made.kanaal != "email";
    const Instant opening = staffed != 0 ? kalenders_[gemeente]->opening_of(day) : start_of(day) + hours(9);
    made.op = is_staffed ? opening + minutes(toeval.between(10, 420)) : instant_of(LocalTime(day) + hours(toeval.between(7, 22)) + minutes(toeval.below(60)));
    return made;
}

std::vector<zaak::Eigenschapswaarde> plausible_answers(const DemoZaaktype& soort, const Tekstvuller& vuller, const Tekstplek& plek, Toeval& toeval) {
    std::vector<zaak::Eigenschapswaarde> all;
    for (const zaaktype::Eigenschap& vraag : soort.inhoud.eigenschappen) {
        if (!vraag.verplicht && toeval.chance(30)) continue;
        const bool is_address = vraag.soort == zaaktype::Eigenschapsoort::adres;
        const std::string_view text = is_address ? std::string_view("{adres}, {plaats}") : template_of(*soort.over, vraag.code);
        std::string value = answer_of(vraag, text, day_of(plek.nu), toeval);
        const bool is_text = is_address || vraag.soort == zaaktype::Eigenschapsoort::tekst;
        if (is_text) value = vuller.fill(value, plek, toeval);
        if (!value.empty()) all.push_back({vraag.code, std::move(value)});
    }
    return all;
}

Result<Zaakbegin::Aangelegd> Zaakbegin::register_aanvraag(store::Tx& tx, const Aanvraag& in, std::size_t medewerker, Instant nu) const {
    diensten_.clock.set(nu);
    Toeval toeval(in.zaad);
    const DemoZaaktype& soort = soorten_[in.gemeente][in.soort];
    const std::size_t persoon = in.persoon ? *in.persoon : bevolking_.draw(toeval, in.gemeente, soort.over->vrager);
    const DemoPersoon& wie = bevolking_[persoon];
    Aangelegd done;
    if (wie.gegevens.indicaties.overleden) return done;
    const bool is_form = in.kanaal == "formulier";
    const access::Caller caller = is_form ? access::system_caller("webformulier") : wereld_.organisatie.medewerkers[medewerker].caller;
    Id<Partij> partij;
    if (wie.id) {
        partij = *wie.id;
    } else {
        TRY(partij, diensten_.partijen.create(tx, caller, wereld_.organisatie.gemeenten[in.gemeente].id, wie.gegevens));
        done.nieuwe_partij.emplace(persoon, partij);
    }
    const Tekstplek plek{in.gemeente, persoon, nu};
    zaak::NieuweZaak nieuw;
    nieuw.gemeente = wereld_.organisatie.gemeenten[in.gemeente].id;
    nieuw.zaaktype = soort.id;
    nieuw.omschrijving = vuller_.fill(toeval.pick(soort.over->titels), plek, toeval);
    nieuw.toelichting = vuller_.typed(toeval.pick(soort.over->toelichtingen), plek, toeval);
    nieuw.kanaal = in.kanaal;
    nieuw.taal = wie.gegevens.voorkeuren.taal;
    nieuw.rollen.push_back({zaak::Rolsoort::initiator, partij, {}, {}, {}, {}, {}});
    nieuw.eigenschappen = plausible_answers(soort, vuller_, plek, toeval);
    if (soort.inhoud.aanleiding == zaaktype::Aanleiding::bezwaar) nieuw.bestreden_besluit = day_of(nu) - days(toeval.between(5, 38));
    nieuw.onderwerp = soort.onderwerp;
    if (!is_form && in.kanaal != "brief") {
        TRY(nieuw.klantcontact, contact(tx, in, medewerker, nieuw));
        ++done.contacten;
    }
    TRY(const zaak::Gemaakt made, diensten_.zaken.create(tx, caller, nieuw));
    LopendeZaak lopend{made.zaak.id, in.gemeente, in.soort, persoon, toeval.next(), in.zetten, 0, 0, false};
    if (lopend.zetten.empty()) lopend.zetten = plan_zaak(toeval, {nu, soort.inhoud, *soort.over}, *wereld_.kalenders[in.gemeente]);
    done.zaak = std::move(lopend);
    return done;
}

// The question that the case takes over.
Result<Id<Klantcontact>> Zaakbegin::contact(store::Tx& tx, const Aanvraag& in, std::size_t medewerker, const zaak::NieuweZaak& zaak) const {
    const access::Caller& caller = wereld_.organisatie.medewerkers[medewerker].caller;
    TRY(const klantcontact::Gesprek gesprek, diensten_.klantcontacten.start_gesprek(tx, caller, zaak.gemeente, in.kanaal, in.op));
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = zaak.gemeente;
    nieuw.gesprek = gesprek.id;
    nieuw.afloop = klantcontact::Afloop::doorgezet;
    nieuw.inhoud.kanaal = in.kanaal;
    nieuw.inhoud.onderwerp = zaak.omschrijving;
    nieuw.inhoud.inhoud = zaak.toelichting.empty() ? zaak.omschrijving : zaak.toelichting;
    nieuw.inhoud.plaatsgevonden_op = in.op;
    nieuw.inhoud.onderwerp_id = zaak.onderwerp;
    nieuw.inhoud.verdere_actie_ondernomen = true;
    if (!zaak.taal.empty()) nieuw.inhoud.taal = zaak.taal;
    klantcontact::Betrokkene betrokkene;
    betrokkene.partij = zaak.rollen.front().partij;
    nieuw.betrokkenen = {betrokkene};
    TRY(const klantcontact::Geregistreerd made, diensten_.klantcontacten.register_klantcontact(tx, caller, nieuw));
    return made.klantcontact.id;
}

}  // namespace dichtbij::app::demo
