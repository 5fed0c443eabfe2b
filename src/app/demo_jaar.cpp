#include "app/demo_jaar.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <cmath>
#include <future>
#include <map>
#include <queue>

#include "app/demo_afhandeling.h"
#include "app/demo_overleg.h"
#include "app/demo_zaaktypen.h"
#include "app/demo_zaken_jaar.h"

namespace dichtbij::app::demo {
namespace {

constexpr seconds kwartier = minutes(15);
constexpr hours dag_begint{6};           // when absences are entered
constexpr int partij_groep = 200;        // stored in one transaction
constexpr int timer_limit = 100'000;
constexpr double zaken_per_contact = 0.05;
constexpr int zaak_timer_limit = 1000;
constexpr int vooraf_bekend_procent = 85;

enum class Wat { binnenkomst, stap, antwoord, aanvraag, zaakzet, overleg, afspraak };

struct Gebeurtenis {
    Instant op;
    std::int64_t nummer = 0;  // of equal moments, the earlier made goes first
    Wat wat = Wat::binnenkomst;
    std::size_t at = 0;
    Id<Werk> vraag;
};
struct Later {
    bool operator()(const Gebeurtenis& a, const Gebeurtenis& b) const { return std::pair(a.op, a.nummer) > std::pair(b.op, b.nummer); }
};

// What one quarter of an hour did, kept apart until it is durable.
struct Kwartier {
    std::vector<std::pair<std::size_t, Id<Partij>>> partijen;
    std::vector<Lopend> nieuw;
    struct Gedaan {
        std::size_t taak = 0;
        Stapuitslag uitslag;
    };
    std::vector<Gedaan> stappen;
    struct Uitgestelde {
        Gebeurtenis wat;
        Instant tot;
    };
    std::vector<Uitgestelde> uitgesteld;
    std::vector<Zaakverslag> zaken;
    std::vector<Overlegtafel::Afgesproken> afspraken;
    std::int64_t gesprekken = 0, vragen = 0;
};

int population(const DemoOpties& opties) { return std::max(300, static_cast<int>(std::lround(opties.contacten_per_jaar / 5.0))); }

std::vector<norm::Kalender> calendars(const Diensten& diensten, const DemoOrganisatie& organisatie) {
    return diensten.store.read([&](store::Tx& tx) {
        std::vector<norm::Kalender> all;
        for (const DemoGemeente& gemeente : organisatie.gemeenten) {
            auto kalender = diensten.norms.kalender(tx, gemeente.id);
            CHECK_THAT(kalender.has_value());
            all.push_back(std::move(*kalender));
        }
        return all;
    });
}

}  // namespace

class DemoYear::Run {
  public:
    Run(const Diensten& diensten, const DemoOpties& opties, DemoOrganisatie organisatie, std::vector<Zaaktypelijst> zaaktypen)
        : diensten_(diensten),
          opties_(opties),
          organisatie_(std::move(organisatie)),
          van_(day_of(diensten.clock.now())),
          vandaag_(day_of(opties.tot)),
          wereld_{organisatie_, calendars(diensten, organisatie_)},
          bevolking_(opties.zaad, organisatie_, population(opties), vandaag_),
          rooster_(opties.zaad, organisatie_, van_, vandaag_),
          drukte_({opties.zaad, van_, vandaag_, static_cast<double>(opties.contacten_per_jaar)}, organisatie_, wereld_.kalenders),
          gesprekken_(diensten_, wereld_, bevolking_),
          afhandeling_(diensten_, wereld_, bevolking_, rooster_),
          overleg_(opties.zaad, diensten_, wereld_, bevolking_, rooster_),
          zaken_(diensten_, wereld_, bevolking_, rooster_, std::move(zaaktypen), {{opties.zaad, opties.contacten_per_jaar * zaken_per_contact}, vandaag_}) {
        laatste_open_ = vandaag_;
        while (laatste_open_ > van_ && !is_open_day(laatste_open_)) laatste_open_ -= days(1);
    }

    Result<DemoUitslag> live(const std::function<void(const Voortgang&)>& progress) {
        TRY_DONE(store_residents());
        const int dagen = static_cast<int>((vandaag_ - van_).count()) + 1;
        for (Day day = van_; day <= vandaag_; day += days(1)) {
            TRY_DONE(live_day(day));
            if (progress) progress({day, static_cast<int>((day - van_).count()) + 1, dagen, uitslag_.contacten});
        }
        TRY_DONE(sit_down());
        if (followed_.valid()) followed_.get();
        if (diensten_.followers) diensten_.followers(opties_.tot);
        return outcome();
    }

  private:
    using Stukken = std::map<std::size_t, document::Ontvangen>;  // by case

    bool is_open_day(Day day) const {
        const auto open = wereld_.kalenders.front()->is_working_day(day);
        return open && *open;
    }

    // Most people were known before the year began.
    Result<Done> store_residents() {
        Toeval toeval = Toeval::voor(opties_.zaad, 0xbeef);
        std::vector<std::size_t> known;
        auto& personen = bevolking_.personen();
        for (std::size_t i = 0; i < personen.size(); ++i)
            if (personen[i].drukte > 6 || toeval.chance(vooraf_bekend_procent)) known.push_back(i);
        const access::Caller system = access::system_caller("demo");
        for (std::size_t begin = 0; begin < known.size(); begin += partij_groep) {
            const std::size_t end = std::min(known.size(), begin + partij_groep);
            TRY(const auto made, diensten_.store.write([&](store::Tx& tx) -> Result<std::vector<Id<Partij>>> {
                std::vector<Id<Partij>> ids;
                for (std::size_t i = begin; i < end; ++i) {
                    const DemoPersoon& one = personen[known[i]];
                    TRY(const Id<Partij> id, diensten_.partijen.create(tx, system, organisatie_.gemeenten[one.gemeente].id, one.gegevens));
                    ids.push_back(id);
                }
                return ids;
            }));
            for (std::size_t i = begin; i < end; ++i) personen[known[i]].id = made[i - begin];
            uitslag_.partijen += static_cast<std::int64_t>(made.size());
        }
        return Done{};
    }

    // Who was at work looked at his notices before he went home. Those of the last day are still new.
    void read_notices(Day day) {
        diensten_.store.write([&](store::Tx& tx) {
            for (std::size_t i = 0; i < organisatie_.medewerkers.size(); ++i)
                if (rooster_.works(i, day)) diensten_.attenties.read_all(tx, organisatie_.medewerkers[i].caller);
        });
    }

    Result<Done> live_day(Day day) {
        const Instant begin = start_of(day);
        const Instant end = std::min(start_of(day + days(1)), opties_.tot);
        if (begin + dag_begint <= opties_.tot) {
            diensten_.clock.set(std::max(begin + dag_begint, diensten_.clock.now()));
            TRY_DONE(enter_absences(day));
        }
        for (Binnenkomst& in : drukte_.of_day(day)) expect(std::move(in));
        for (const auto& [op, at] : zaken_.expect(day)) schedule(op, Wat::aanvraag, at);
        for (std::size_t i = 0; i < organisatie_.gemeenten.size(); ++i)
            if (const auto op = overleg_.expect(day, i)) schedule(*op, Wat::overleg, i);
        if (begin + dag_begint <= opties_.tot) watch_terms();
        for (Instant now = begin; now < end;) {
            const Instant next = std::min(now + kwartier, end);
            TRY_DONE(live_quarter(next));
            // At night nothing comes due that cannot wait an hour.
            const auto minute = (next - begin) / minutes(1);
            if (next == end || (minute >= 6 * 60 && minute <= 20 * 60) || minute % 60 == 0) {
                diensten_.clock.set(next);
                diensten_.werktimer.due_work(next, timer_limit);
                if (minute % 60 == 0 || next == end) send(next);
            }
            now = next;
        }
        if (day < laatste_open_) read_notices(day);
        keep_up(end);
        return Done{};
    }

    // What rules say goes out with what people wrote.
    void send(Instant now) {
        if (diensten_.berichtregels) diensten_.berichtregels(now);
        while (diensten_.verzenden.release(now, timer_limit).meer) {
        }
    }

    // As timers do it in the morning.
    void watch_terms() {
        const Instant now = diensten_.clock.now();
        diensten_.zaken.end_lapsed_suspensions(now, zaak_timer_limit);
        diensten_.zaken.remind_applicants(now, zaak_timer_limit);
        diensten_.beloften.check_promises(now, timer_limit);
        diensten_.overleg.find_stuck(now, timer_limit);
    }

    // Followers take in one day while the next is lived: they read what is settled and are never more than a
    // day behind.
    void keep_up(Instant now) {
        if (!diensten_.followers) return;
        if (followed_.valid()) followed_.get();
        followed_ = std::async(std::launch::async, diensten_.followers, now);
    }

    Result<Done> enter_absences(Day day) {
        for (const Afwezig& one : rooster_.gemeld_op(day)) {
            const DemoMedewerker& who = organisatie_.medewerkers[one.medewerker];
            TRY_DONE(diensten_.organisatie.add_afwezigheid(who.caller, {{}, who.id, one.van, one.tot, one.reden, {}}));
        }
        return Done{};
    }

    // A conversation is registered when it ends, a message when the contact centre reads it.
    void expect(Binnenkomst in) {
        Toeval toeval = Toeval::voor(in.zaad, 0xe4d);
        Instant nu = in.op + minutes(toeval.between(2, 9));
        if (!is_gesproken(in.kanaal)) {
            const auto read = wereld_.kalenders[in.gemeente]->add_working_time(in.op, minutes(toeval.between(6, in.kanaal == "social_media" ? 50 : 110)));
            nu = read ? *read : in.op + days(1);
        }
        binnenkomsten_.push_back(std::move(in));
        schedule(nu, Wat::binnenkomst, binnenkomsten_.size() - 1);
    }

    void schedule(Instant op, Wat wat, std::size_t at, Id<Werk> vraag = {}) { agenda_.push({op, ++nummer_, wat, at, vraag}); }

    Result<Done> live_quarter(Instant until) {
        std::vector<Gebeurtenis> now;
        while (!agenda_.empty() && agenda_.top().op < until) {
            now.push_back(agenda_.top());
            agenda_.pop();
        }
        if (now.empty()) return Done{};
        Stukken stukken;
        for (const Gebeurtenis& een : now) {
            if (een.wat != Wat::zaakzet) continue;
            TRY(auto stuk, zaken_.receive_for(een.at));
            if (stuk) stukken.emplace(een.at, std::move(*stuk));
        }
        TRY(Kwartier done, diensten_.store.write([&](store::Tx& tx) -> Result<Kwartier> {
            Kwartier made;
            for (const Gebeurtenis& een : now)
                if (auto done = happen(tx, een, stukken, made); !done) return refused(een, std::move(done).error());
            return made;
        }));
        remember(std::move(done));
        return Done{};
    }

    // What was being done when a service said no.
    Fail refused(const Gebeurtenis& een, Failure failure) const {
        std::string what = "registering";
        if (een.wat == Wat::antwoord) what = "answering a colleague";
        if (een.wat == Wat::afspraak) what = "what was agreed about a stuck case";
        if (een.wat == Wat::overleg) what = "the meeting about stuck cases";
        if (een.wat == Wat::aanvraag) what = "a case that begins";
        if (een.wat == Wat::zaakzet) what = "case step " + std::string(zaken_.next_of(een.at));
        if (een.wat == Wat::stap) what = "step " + std::string(boost::describe::enum_to_string(taken_[een.at].stappen[taken_[een.at].volgende].stap, ""));
        failure.detail = what + " at " + to_rfc3339(een.op) + ": " + failure.detail;
        for (const FieldError& field : failure.fields) failure.detail += " " + field.field + ": " + field.key;
        return Fail(std::move(failure));
    }

    Result<Done> happen(store::Tx& tx, const Gebeurtenis& een, const Stukken& stukken, Kwartier& made) const {
        if (een.wat == Wat::binnenkomst) return take_conversation(tx, een, made);
        if (een.wat == Wat::aanvraag || een.wat == Wat::zaakzet) return go_on_with_case(tx, een, stukken, made);
        if (een.wat == Wat::afspraak) return overleg_.keep(tx, afspraken_[een.at].zaak, een.op);
        if (een.wat == Wat::overleg) {
            TRY(const auto agreed, overleg_.meet(tx, een.at, een.op));
            made.afspraken.insert(made.afspraken.end(), agreed.begin(), agreed.end());
            return Done{};
        }
        const Lopend& lopend = taken_[een.at];
        if (een.wat == Wat::antwoord) {
            TRY(const auto later, afhandeling_.answer(tx, lopend, een.vraag, een.op));
            if (later) made.uitgesteld.push_back({een, later->tot});
            return Done{};
        }
        TRY(Stapuitslag uitslag, afhandeling_.step(tx, lopend, een.op));
        made.stappen.push_back({een.at, std::move(uitslag)});
        return Done{};
    }

    Result<Done> go_on_with_case(store::Tx& tx, const Gebeurtenis& een, const Stukken& stukken, Kwartier& made) const {
        if (een.wat == Wat::zaakzet) {
            const auto stuk = stukken.find(een.at);
            TRY(Zaakverslag verslag, zaken_.go_on(tx, een.at, stuk == stukken.end() ? nullptr : &stuk->second, een.op));
            made.zaken.push_back(std::move(verslag));
            return Done{};
        }
        Toeval toeval = Toeval::voor(een.at, 0x5ea8);
        const std::size_t desk = desk_employee(zaken_.kanaal_of(een.at), day_of(een.op), toeval);
        TRY(Zaakverslag verslag, zaken_.begin(tx, een.at, desk, een.op));
        made.gesprekken += verslag.begonnen->contacten;
        made.vragen += verslag.begonnen->contacten;
        if (verslag.begonnen->nieuwe_partij) made.partijen.push_back(*verslag.begonnen->nieuwe_partij);
        made.zaken.push_back(std::move(verslag));
        return Done{};
    }

    Result<Done> take_conversation(store::Tx& tx, const Gebeurtenis& een, Kwartier& made) const {
        const Binnenkomst& in = binnenkomsten_[een.at];
        const Day day = day_of(een.op);
        Toeval toeval = Toeval::voor(in.zaad, 0x5ea7);
        Opname opname{in, desk_employee(in.kanaal, day, toeval), een.op, {}};
        if (day == laatste_open_) opname.beloof_op = vandaag_;
        TRY(Opgenomen taken, gesprekken_.register_gesprek(tx, opname));
        if (taken.nieuwe_partij) made.partijen.push_back(*taken.nieuwe_partij);
        for (Lopend& one : taken.taken) made.nieuw.push_back(std::move(one));
        ++made.gesprekken;
        made.vragen += taken.vragen;
        return Done{};
    }

    std::size_t desk_employee(std::string_view kanaal, Day day, Toeval& toeval) const {
        const std::size_t kcc = organisatie_.team("kcc");
        const auto there = rooster_.working(kcc, day);
        if (there.empty()) return organisatie_.teams[kcc].leider;
        std::vector<int> gewichten;
        for (const std::size_t lid : there) {
            const auto skills = organisatie_.medewerkers[lid].inhoud->vaardigheden;
            const bool at_counter = skills.find("balie") != std::string_view::npos;
            gewichten.push_back(kanaal == "balie" ? (at_counter ? 9 : 1) : (at_counter ? 1 : 6));
        }
        return there[toeval.weighted(gewichten)];
    }

    void remember(Kwartier done) {
        uitslag_.gesprekken += done.gesprekken;
        uitslag_.contacten += done.vragen;
        uitslag_.partijen += static_cast<std::int64_t>(done.partijen.size());
        for (const auto& [persoon, id] : done.partijen) bevolking_.personen()[persoon].id = id;
        for (Lopend& one : done.nieuw) {
            ++uitslag_.taken;
            ++uitslag_.open;
            taken_.push_back(std::move(one));
            if (!taken_.back().stappen.empty()) schedule(taken_.back().stappen.front().op, Wat::stap, taken_.size() - 1);
        }
        for (const auto& [een, tot] : done.uitgesteld) schedule(tot, een.wat, een.at, een.vraag);
        for (const auto& [taak, uitslag] : done.stappen) go_on(taak, uitslag);
        for (Zaakverslag& verslag : done.zaken)
            for (const auto& [op, at] : zaken_.remember(std::move(verslag), diensten_.clock.now())) schedule(op, Wat::zaakzet, at);
        for (const auto& one : done.afspraken) {
            afspraken_.push_back(one);
            schedule(one.op, Wat::afspraak, afspraken_.size() - 1);
        }
        uitslag_.zaken = zaken_.begonnen();
    }

    void go_on(std::size_t at, const Stapuitslag& uitslag) {
        Lopend& lopend = taken_[at];
        const Instant now = diensten_.clock.now();
        if (const auto* later = std::get_if<Uitgesteld>(&uitslag)) {
            ++lopend.uitgesteld;
            return schedule(later->tot, Wat::stap, at);
        }
        lopend.uitgesteld = 0;
        if (const auto* first = std::get_if<EerstAanvaard>(&uitslag)) return schedule(first->verder_op, Wat::stap, at);
        const auto& gezet = std::get<Gezet>(uitslag);
        if (gezet.vraag) schedule(*gezet.antwoord_op, Wat::antwoord, at, *gezet.vraag);
        const Stap stap = lopend.stappen[lopend.volgende].stap;
        if (stap == Stap::afronden) --uitslag_.open;
        if (stap == Stap::heropenen && !gezet.is_klaar) ++uitslag_.open;
        ++lopend.volgende;
        if (gezet.is_klaar || lopend.volgende >= lopend.stappen.size()) {
            lopend.stappen = {};
            return;
        }
        schedule(std::max(lopend.stappen[lopend.volgende].op, now + minutes(2)), Wat::stap, at);
    }

    // Who is at work when the demo opens says so.
    Result<Done> sit_down() {
        diensten_.clock.set(opties_.tot);
        const auto open = wereld_.kalenders.front()->is_open(opties_.tot);
        if (!open || !*open) return Done{};
        Toeval toeval = Toeval::voor(opties_.zaad, 0x517);
        for (std::size_t i = 0; i < organisatie_.medewerkers.size(); ++i) {
            if (!rooster_.works(i, vandaag_)) continue;
            const int staat = toeval.below(100);
            TRY_DONE(diensten_.organisatie.set_presence(organisatie_.medewerkers[i].caller, staat < 22   ? organisatie::Staat::in_gesprek
                                                                                            : staat < 28 ? organisatie::Staat::pauze
                                                                                                         : organisatie::Staat::aanwezig));
        }
        return Done{};
    }

    DemoUitslag outcome() {
        for (const DemoGemeente& gemeente : organisatie_.gemeenten) uitslag_.gemeenten.emplace_back(gemeente.inhoud->code);
        constexpr std::pair<std::string_view, std::string_view> shown[] = {
            {"sanne.de.wit", "kcc_medewerker"},      {"priya.ramdin", "kcc_medewerker"}, {"ilse.van.den.brink", "behandelaar"}, {"fenna.de.groot", "behandelaar"},
            {"esther.dijkgraaf", "teamleider"},      {"marleen.koster", "teamleider"},   {"karin.veenstra", "manager"},         {"inge.roelofs", "beheerder"}};
        for (const auto& [wie, rol] : shown) {
            const DemoMedewerker& one = organisatie_.medewerkers[organisatie_.medewerker(wie)];
            uitslag_.accounts.push_back({std::string(one.inhoud->naam), one.email, std::string(demo_wachtwoord), std::string(rol), uitslag_.gemeenten.front()});
        }
        return uitslag_;
    }

    const Diensten& diensten_;
    const DemoOpties& opties_;
    const DemoOrganisatie organisatie_;
    const Day van_;
    const Day vandaag_;
    const Wereld wereld_;
    Bevolking bevolking_;
    const Rooster rooster_;
    const Drukte drukte_;
    const Gesprekken gesprekken_;
    const Afhandeling afhandeling_;
    const Overlegtafel overleg_;
    Zaakjaar zaken_;
    Day laatste_open_{};
    std::priority_queue<Gebeurtenis, std::vector<Gebeurtenis>, Later> agenda_;
    std::int64_t nummer_ = 0;
    std::vector<Binnenkomst> binnenkomsten_;
    std::vector<Lopend> taken_;
    std::vector<Overlegtafel::Afgesproken> afspraken_;
    DemoUitslag uitslag_;
    std::future<void> followed_;  // waits for its end when destroyed
};

DemoYear::DemoYear(Diensten diensten, DemoOpties opties, std::function<void(const Voortgang&)> progress)
    : diensten_(std::move(diensten)), opties_(std::move(opties)), progress_(std::move(progress)) {}

DemoYear::~DemoYear() = default;

Result<DemoUitslag> DemoYear::run() {
    if (opties_.jaren < 1 || opties_.jaren > jaren_limit) return invalid("years", "demo.fout.jaren", {std::to_string(jaren_limit)});
    if (opties_.contacten_per_jaar < contacten_minimum || opties_.contacten_per_jaar > contacten_limit)
        return invalid("contacts-per-year", "demo.fout.contacten", {std::to_string(contacten_minimum), std::to_string(contacten_limit)});
    if (opties_.gemeenten < 1 || opties_.gemeenten > static_cast<int>(gemeenten().size())) return invalid("gemeenten", "demo.fout.gemeenten");
    const bool is_used = diensten_.store.read([](store::Tx& tx) { return !organisatie::gemeenten(tx).empty(); });
    if (is_used) return conflict("there is a gemeente already", "demo.fout.niet_leeg");

    const auto today = ymd(day_of(opties_.tot));
    auto begin = std::chrono::year_month_day(today.year() - std::chrono::years(opties_.jaren), today.month(), today.day());
    if (!begin.ok()) begin = begin.year() / begin.month() / std::chrono::last;
    const Day van{std::chrono::local_days(begin)};
    diensten_.clock.set(start_of(van));
    TRY(DemoOrganisatie organisatie, build_organisatie({diensten_.store, diensten_.clock, diensten_.ids, diensten_.accounts, diensten_.organisatie, diensten_.norms},
                                                       opties_.gemeenten, day_of(opties_.tot)));
    if (!opties_.zaaktypen.empty()) TRY_DONE(set_zaaktypen(diensten_, organisatie, opties_.zaaktypen));
    TRY(std::vector<Zaaktypelijst> zaaktypen, published_zaaktypen(diensten_, organisatie));
    return Run(diensten_, opties_, std::move(organisatie), std::move(zaaktypen)).live(progress_);
}

}  // namespace dichtbij::app::demo
