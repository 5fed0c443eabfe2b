#include "app/demo_overleg.h"

#include <algorithm>

namespace dichtbij::app::demo {
namespace {

using overleg::Afloop;

constexpr int zaken_per_keer = 6;
constexpr int nagekomen_procent = 85;
constexpr int behandeld_procent = 60;  // the rest waits: who knows the case is not there

struct Afspraak {
    std::string_view wat, besluit;
};
constexpr Afspraak stappen[] = {
    {"Advies van een collega vragen", "{collega} kijkt deze week mee. Daarna besluiten, ook als nog niet alles binnen is."},
    {"Ter plaatse kijken", "[Samen|Met {collega}] ter plaatse kijken, dan weten we genoeg om te besluiten."},
    {"Ontbrekende gegevens opzoeken", "Niet langer wachten: wat ontbreekt halen we zelf uit [de basisregistratie|het archief]."},
    {"Concept van het besluit schrijven", "Er is genoeg bekend. Eerst het concept, dan leest {collega} mee."},
    {"Overleg met de afdeling juridische zaken", "Eén uur met juridische zaken, en dan de knoop doorhakken."},
};
constexpr std::string_view notities[] = {"De aanvrager bellen en vertellen hoe het ervoor staat.", "Navragen bij {collega} wat er nog nodig is.", "Nalopen welke stukken er al zijn."};
constexpr std::string_view bij_notitie[] = {"Eerst contact met de aanvrager, dan gaat de zaak verder zoals gepland.", "Kleine stap, wel deze week."};
constexpr std::string_view redenen[] = {"Past beter bij wie dit eerder deed.", "Bleef liggen door drukte. Een collega heeft ruimte.", "Al te vaak doorgegeven: één vaste casemanager tot het eind."};
constexpr std::string_view bij_andere_eigenaar[] = {"Nieuwe casemanager, die deze week met de aanvrager belt.", "Overgedragen. Wat al is uitgezocht, staat in de notities."};
constexpr std::string_view weer_op_gang[] = {"Het advies kwam gisteren binnen. Kan door.", "De casemanager is terug en pakt het deze week op."};
constexpr std::string_view niets_nodig[] = {"Wacht terecht op een ander. Niets extra nodig.", "Stond hier omdat de notities elders staan. Is bijgewerkt."};

constexpr std::string_view gedaan[] = {"Gedaan. De zaak kan verder.", "Gelukt, zie de notitie van {dag_terug}.", "Afgehandeld zoals afgesproken."};

bool is_agreed(std::string_view naam) {
    return std::any_of(std::begin(stappen), std::end(stappen), [&](const Afspraak& one) { return one.wat == naam; });
}

}  // namespace

// One case on the table. Each act raises versions: they are read again before the next.
struct Overlegtafel::Geval {
    Id<dichtbij::Zaak> zaak;
    Id<Werk> werk;
    std::size_t gemeente = 0;
    const DemoMedewerker& voorzitter;
    Instant nu;
    Tekstplek plek() const { return {gemeente, {}, nu}; }
};

std::optional<Instant> Overlegtafel::expect(Day day, std::size_t gemeente) const {
    const norm::ServiceCalendar& kalender = *wereld_.kalenders[gemeente];
    const auto weekday = weekday_of(day);
    const auto works = kalender.is_working_day(day);
    if (!works || !*works || (weekday != std::chrono::Tuesday && weekday != std::chrono::Thursday)) return std::nullopt;
    return kalender.opening_of(day) + minutes(60);
}

Result<std::vector<Overlegtafel::Afgesproken>> Overlegtafel::meet(store::Tx& tx, std::size_t gemeente, Instant nu) const {
    diensten_.clock.set(nu);
    const Id<Gemeente> id = wereld_.organisatie.gemeenten[gemeente].id;
    Toeval toeval = Toeval::voor(zaad_, 0x07e1e6 + gemeente, static_cast<std::uint64_t>(nu.time_since_epoch().count()));
    std::vector<const DemoMedewerker*> leiders;
    for (std::size_t i = 0; i < wereld_.organisatie.medewerkers.size(); ++i)
        if (rooster_.works(i, day_of(nu)) && access::has_role(wereld_.organisatie.medewerkers[i].caller, id, {access::Rol::teamleider})) leiders.push_back(&wereld_.organisatie.medewerkers[i]);
    std::vector<Afgesproken> made;
    if (leiders.empty()) return made;
    const DemoMedewerker& voorzitter = *toeval.pick(leiders);
    overleg::Lijstvraag vraag;
    vraag.limit = overleg::lijst_limit;
    TRY(const overleg::Lijstblad blad, diensten_.overleg.list(tx, voorzitter.caller, vraag));
    int left = zaken_per_keer;
    for (const overleg::Lijstregel& regel : blad.regels) {
        const bool is_here = regel.vastloper.gemeente == id && !regel.zaak.afgeschermd;
        if (!is_here || !toeval.chance(behandeld_procent)) continue;
        TRY(const auto op, treat(tx, {regel.vastloper.zaak, regel.vastloper.werk, gemeente, voorzitter, nu}, toeval));
        if (op) made.push_back({regel.vastloper.zaak, *op});
        if (--left == 0) break;
    }
    return made;
}

Result<std::optional<Instant>> Overlegtafel::treat(store::Tx& tx, const Geval& geval, Toeval& toeval) const {
    const int hoe = toeval.below(100);
    if (hoe < 55) return agree(tx, geval, toeval);
    if (hoe < 80) return give_away(tx, geval, toeval);
    const bool moves = hoe < 93;
    const std::string besluit = vuller_.fill(moves ? toeval.pick(weer_op_gang) : toeval.pick(niets_nodig), geval.plek(), toeval);
    TRY_DONE(settle(tx, geval, {moves ? Afloop::loopt_weer : Afloop::niet_nodig, besluit}));
    return std::optional<Instant>();
}

// The next step, mostly as a task of the casemanager.
Result<std::optional<Instant>> Overlegtafel::agree(store::Tx& tx, const Geval& geval, Toeval& toeval) const {
    TRY(const overleg::Bij bij, now(tx, geval));
    if (toeval.chance(25)) {
        TRY_DONE(diensten_.overleg.fix_step(tx, geval.voorzitter.caller, bij, overleg::Notitiestap{vuller_.fill(toeval.pick(notities), geval.plek(), toeval), {}}));
        TRY_DONE(settle(tx, geval, {Afloop::stap_afgesproken, vuller_.fill(toeval.pick(bij_notitie), geval.plek(), toeval)}));
        return std::optional<Instant>();
    }
    const Afspraak& afspraak = toeval.pick(stappen);
    TRY(const Day uiterlijk, wereld_.kalenders[geval.gemeente]->add_working_days(day_of(geval.nu), toeval.between(3, 8)));
    TRY_DONE(diensten_.overleg.fix_step(tx, geval.voorzitter.caller, bij, overleg::Taakstap{std::string(afspraak.wat), zaak::Taaksoort::intern_advies, {}, uiterlijk}));
    TRY_DONE(settle(tx, geval, {Afloop::stap_afgesproken, vuller_.fill(afspraak.besluit, geval.plek(), toeval)}));
    if (!toeval.chance(nagekomen_procent)) return std::optional<Instant>();
    return std::optional(wereld_.kalenders[geval.gemeente]->opening_of(uiterlijk) + minutes(toeval.between(20, 200)));
}

// To who is there in the same team; alone there is nobody to give it to.
Result<std::optional<Instant>> Overlegtafel::give_away(store::Tx& tx, const Geval& geval, Toeval& toeval) const {
    const auto werk = diensten_.werk.stored(tx, geval.werk);
    CHECK_THAT(werk.has_value());
    const auto& teams = wereld_.organisatie.teams;
    const auto team = std::find_if(teams.begin(), teams.end(), [&](const DemoTeam& one) { return one.id == werk->team; });
    CHECK_THAT(team != teams.end());
    // Given on inside a confidential team, a case is of its domain from then on: the table would not see it again.
    if (!access::may_read_domein(geval.voorzitter.caller, team->inhoud->domein)) return agree(tx, geval, toeval);
    auto there = rooster_.working(static_cast<std::size_t>(team - teams.begin()), day_of(geval.nu));
    std::erase_if(there, [&](std::size_t one) { return wereld_.organisatie.medewerkers[one].id == werk->eigenaar; });
    if (there.empty()) return agree(tx, geval, toeval);
    TRY(const overleg::Bij bij, now(tx, geval));
    const werk::Bestemming naar = werk::NaarMedewerker{wereld_.organisatie.medewerkers[toeval.pick(there)].id, werk->team};
    TRY_DONE(diensten_.overleg.reassign(tx, geval.voorzitter.caller, bij, {naar, vuller_.fill(toeval.pick(redenen), geval.plek(), toeval)}));
    TRY_DONE(settle(tx, geval, {Afloop::andere_eigenaar, vuller_.fill(toeval.pick(bij_andere_eigenaar), geval.plek(), toeval)}));
    return std::optional<Instant>();
}

Result<Done> Overlegtafel::keep(store::Tx& tx, Id<dichtbij::Zaak> id, Instant nu) const {
    diensten_.clock.set(nu);
    const auto zaak = diensten_.zaken.stored(tx, id);
    if (!zaak || !zaak->is_open()) return Done{};
    Toeval toeval = Toeval::voor(zaad_, 0x9eda, static_cast<std::uint64_t>(nu.time_since_epoch().count()));
    for (const werk::Werk& one : diensten_.werk.children(tx, access::system_caller("demo"), zaak->werk)) {
        const auto taak = one.is_open() && one.soort == werk::Soort::zaaktaak ? diensten_.zaken.taak_of_werk(tx, one.id) : std::nullopt;
        const std::size_t owner = wereld_.organisatie.medewerker(one.eigenaar);
        if (!taak || !is_agreed(taak->naam) || !rooster_.works(owner, day_of(nu))) continue;
        const zaak::Taakafronding done{taak->id, zaak::Taakuitkomst::positief, vuller_.fill(toeval.pick(gedaan), {0, {}, nu}, toeval)};
        TRY_DONE(diensten_.zaken.finish_taak(tx, wereld_.organisatie.medewerkers[owner].caller, done));
    }
    return Done{};
}

Result<Done> Overlegtafel::settle(store::Tx& tx, const Geval& geval, const overleg::Behandeling& behandeling) const {
    TRY(const overleg::Bij bij, now(tx, geval));
    return diensten_.overleg.settle(tx, geval.voorzitter.caller, bij, behandeling);
}

Result<overleg::Bij> Overlegtafel::now(store::Tx& tx, const Geval& geval) const {
    const auto vastloper = diensten_.overleg.of_zaak(tx, geval.zaak);
    const auto werk = diensten_.werk.stored(tx, geval.werk);
    if (!vastloper || !werk) return not_found("stuck case " + geval.zaak.text());
    return overleg::Bij{vastloper->id, vastloper->versie, werk->versie};
}

}  // namespace dichtbij::app::demo
