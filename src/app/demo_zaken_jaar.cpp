#include "app/demo_zaken_jaar.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>

#include "app/demo_drukte.h"

namespace dichtbij::app::demo {
namespace {

constexpr std::pair<std::size_t, std::string_view> zaak_van_bekende[] = {{0, "kapvergunning"}, {1, "evenementenvergunning"}};

// The hours are those of a calm morning at the office.
std::vector<GeplandeZet> open_question(Day vandaag, Day begin, const norm::ServiceCalendar& kalender) {
    const auto on = [&](int working_days, int minute) {
        const auto day = kalender.add_working_days(begin, working_days);
        return kalender.opening_of(day ? *day : begin + days(working_days)) + minutes(minute);
    };
    const auto due = kalender.next_working_day(vandaag + days(9));
    const auto asked = kalender.next_working_day(vandaag - days(5));
    const Instant vraag = kalender.opening_of(asked ? *asked : vandaag - days(4)) + minutes(70);
    return {{on(0, 100) , Zet::stuk_in, {}}, {on(1, 45), Zet::aanvaarden, {}},  {on(1, 60), Zet::notitie, {}}, {on(2, 80), Zet::stuk_in, {}},
            {on(3, 95), Zet::status, {}},    {on(9, 120), Zet::notitie, {}},    {on(16, 90), Zet::verzetten, vandaag + days(17)}, {on(18, 60), Zet::taken, {}},
            {vraag, Zet::vraag, due ? *due : vandaag + days(10)}};
}

}  // namespace

Zaakjaar::Zaakjaar(const Diensten& diensten, const Wereld& wereld, const Bevolking& bevolking, const Rooster& rooster, std::vector<Zaaktypelijst> soorten,
                   const Zaakjaarplan& plan)
    : diensten_(diensten), wereld_(wereld), bevolking_(bevolking), soorten_(std::move(soorten)), drukte_(plan.drukte, wereld.organisatie, soorten_, wereld.kalenders),
      begin_(diensten, wereld, bevolking, soorten_), behandeling_(diensten, wereld, bevolking, rooster, soorten_) {
    add_known(plan.vandaag);
}

void Zaakjaar::add_known(Day vandaag) {
    for (std::size_t i = 0; i < std::size(bekende_met_zaak); ++i) {
        const auto& [gemeente, code] = zaak_van_bekende[i];
        if (gemeente >= soorten_.size()) continue;
        const auto soort = std::find_if(soorten_[gemeente].begin(), soorten_[gemeente].end(), [&](const auto& one) { return one.inhoud.code == code; });
        if (soort == soorten_[gemeente].end()) continue;
        const auto& kalender = *wereld_.kalenders[gemeente];
        const auto day = kalender.next_working_day(vandaag - days(39));
        const Day begin = day ? *day : vandaag - days(38);
        Aanvraag made;
        made.op = kalender.opening_of(begin) + minutes(95);
        made.gemeente = gemeente;
        made.soort = static_cast<std::size_t>(soort - soorten_[gemeente].begin());
        made.kanaal = "formulier";
        made.zaad = 0xb0b0 + i;
        for (std::size_t wie = 0; wie < 40; ++wie) {
            const auto* persoon = std::get_if<partij::Persoon>(&bevolking_[wie].gegevens.wie);
            if (!made.persoon && persoon && partij::volledige_naam(bevolking_[wie].gegevens).find(bekende_met_zaak[i]) != std::string::npos) made.persoon = wie;
        }
        made.zetten = open_question(vandaag, begin, kalender);
        if (made.persoon) bekende_.push_back(std::move(made));
    }
}

std::vector<Zaakjaar::Moment> Zaakjaar::expect(Day day) {
    std::vector<Aanvraag> coming = drukte_.of_day(day);
    for (const Aanvraag& one : bekende_)
        if (day_of(one.op) == day) coming.push_back(one);
    std::vector<Moment> moments;
    for (Aanvraag& one : coming) {
        Toeval toeval = Toeval::voor(one.zaad, 0xe4d);
        Instant nu = one.op + minutes(one.kanaal == "formulier" ? 0 : toeval.between(3, 9));
        if (one.kanaal == "email" || one.kanaal == "brief") {
            const auto read = wereld_.kalenders[one.gemeente]->add_working_time(one.op, minutes(toeval.between(6, 180)));
            nu = read ? *read : one.op + days(1);
        }
        aanvragen_.push_back(std::move(one));
        moments.push_back({nu, aanvragen_.size() - 1});
    }
    return moments;
}

Result<std::optional<document::Ontvangen>> Zaakjaar::receive_for(std::size_t at) const {
    const LopendeZaak& zaak = zaken_[at];
    const auto stuk = behandeling_.stuk_van(zaak);
    if (!stuk) return std::optional<document::Ontvangen>();
    document::MemoryBytes bytes(stuk->bytes);
    TRY(document::Ontvangen received, diensten_.documenten.receive(stuk->bestandsnaam, bytes));
    return std::optional(std::move(received));
}

Result<Zaakverslag> Zaakjaar::begin(store::Tx& tx, std::size_t aanvraag, std::size_t medewerker, Instant nu) const {
    TRY(Zaakbegin::Aangelegd begonnen, begin_.register_aanvraag(tx, aanvragen_[aanvraag], medewerker, nu));
    return Zaakverslag{aanvraag, std::move(begonnen), {}};
}

Result<Zaakverslag> Zaakjaar::go_on(store::Tx& tx, std::size_t at, const document::Ontvangen* stuk, Instant nu) const {
    TRY(Zaakstap stap, behandeling_.step(tx, {zaken_[at], zaken_, stuk, nu}));
    return Zaakverslag{at, {}, std::move(stap)};
}

Zaakjaar::Moment Zaakjaar::add(LopendeZaak zaak) {
    zaken_.push_back(std::move(zaak));
    return {zaken_.back().zetten.front().op, zaken_.size() - 1};
}

std::vector<Zaakjaar::Moment> Zaakjaar::remember(Zaakverslag verslag, Instant nu) {
    std::vector<Moment> moments;
    if (verslag.begonnen) {
        aanvragen_[verslag.at].zetten = {};
        if (verslag.begonnen->zaak) moments.push_back(add(std::move(*verslag.begonnen->zaak)));
        return moments;
    }
    if (verslag.stap->deelzaak) moments.push_back(add(std::move(*verslag.stap->deelzaak)));
    LopendeZaak& zaak = zaken_[verslag.at];
    if (const auto* later = std::get_if<Uitgesteld>(&verslag.stap->uitslag)) {
        ++zaak.uitgesteld;
        moments.push_back({later->tot, verslag.at});
        return moments;
    }
    zaak.uitgesteld = 0;
    if (const auto* first = std::get_if<EerstAanvaard>(&verslag.stap->uitslag)) {
        moments.push_back({first->verder_op, verslag.at});
        return moments;
    }
    ++zaak.volgende;
    if (std::get<Gezet>(verslag.stap->uitslag).is_klaar || zaak.volgende >= zaak.zetten.size()) zaak.zetten = {};
    else moments.push_back({std::max(zaak.zetten[zaak.volgende].op, nu + minutes(2)), verslag.at});
    return moments;
}

std::string_view Zaakjaar::next_of(std::size_t at) const {
    const LopendeZaak& zaak = zaken_[at];
    return zaak.volgende < zaak.zetten.size() ? boost::describe::enum_to_string(zaak.zetten[zaak.volgende].zet, "") : "";
}

}  // namespace dichtbij::app::demo
