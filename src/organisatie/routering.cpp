#include "organisatie/routering.h"

#include <array>

#include "base/result.h"
#include "base/text.h"

namespace dichtbij::organisatie {
namespace {

struct Toets {
    bool given;
    bool holds;
    Verschil verschil;
};

// Most specific first.
std::array<Toets, 7> toetsen(const Routeringsregel& regel, const Vraag& vraag, const Moment& moment) {
    const bool day_holds = (regel.weekdagen >> moment.weekdag & 1) != 0;
    const bool wants_open = regel.openingstijd == Openingstijd::binnen;
    return {{
        {regel.onderwerp.has_value(), regel.onderwerp == vraag.onderwerp, Verschil::onderwerp},
        {regel.product.has_value(), regel.product == vraag.product, Verschil::product},
        {!regel.vaardigheid.empty(), regel.vaardigheid == folded(vraag.vaardigheid), Verschil::vaardigheid},
        {!regel.taal.empty(), regel.taal == vraag.taal, Verschil::taal},
        {!regel.kanaal.empty(), regel.kanaal == vraag.kanaal, Verschil::kanaal},
        {regel.openingstijd != Openingstijd::altijd, moment.is_open.value_or(wants_open) == wants_open, Verschil::openingstijd},
        {regel.weekdagen != 0, day_holds, Verschil::weekdag},
    }};
}

}  // namespace

int weight_of(const Routeringsregel& regel) {
    int weight = 0;
    for (const Toets& toets : toetsen(regel, Vraag{}, Moment{})) weight = weight * 2 + (toets.given ? 1 : 0);
    return weight;
}

std::vector<Oorzaak> oorzaken_of(const Routeringsregel& regel, const Stand& stand, const Moment& moment) {
    std::vector<Oorzaak> oorzaken;
    const auto note = [&](bool wrong, Oorzaak oorzaak) {
        if (wrong) oorzaken.push_back(oorzaak);
    };
    note(regel.onderwerp && !stand.onderwerp_known, Oorzaak::onderwerp_weg);
    note(regel.product && !stand.product_known, Oorzaak::product_weg);
    note(regel.openingstijd != Openingstijd::altijd && !moment.is_open, Oorzaak::kalender_ontbreekt);
    note(!regel.doel_team && !regel.doel_medewerker, Oorzaak::geen_doel);
    if (regel.doel_team) {
        note(!stand.team_active, Oorzaak::team_weg);
        note(stand.team_active && !stand.team_serves_gemeente, Oorzaak::team_elders);
        note(stand.team_active && !regel.doel_vaardigheid.empty() && !stand.skill_in_team, Oorzaak::niemand_met_vaardigheid);
    }
    if (regel.doel_medewerker) {
        note(!stand.medewerker_in_service, Oorzaak::medewerker_uit_dienst);
        note(stand.medewerker_in_service && !regel.doel_team && !stand.medewerker_in_team, Oorzaak::medewerker_zonder_team);
    }
    return oorzaken;
}

Oordeel judge(const Routeringsregel& regel, const Vraag& vraag, const Moment& moment, const Stand& stand) {
    Oordeel oordeel;
    if (!regel.actief) {
        oordeel.uitkomst = Uitkomst::uit;
        return oordeel;
    }
    for (const Toets& toets : toetsen(regel, vraag, moment))
        if (toets.given && !toets.holds) oordeel.verschillen.push_back(toets.verschil);
    oordeel.oorzaken = oorzaken_of(regel, stand, moment);
    if (!oordeel.oorzaken.empty()) {
        oordeel.uitkomst = Uitkomst::storing;
        oordeel.could_match = oordeel.verschillen.empty();
    } else {
        oordeel.uitkomst = oordeel.verschillen.empty() ? Uitkomst::past : Uitkomst::past_niet;
    }
    return oordeel;
}

std::optional<std::size_t> winner(const std::vector<Routeringsregel>& regels, const std::vector<Oordeel>& oordelen) {
    CHECK_THAT(regels.size() == oordelen.size());
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < regels.size(); ++i) {
        if (oordelen[i].uitkomst != Uitkomst::past) continue;
        if (best) {
            const int here = weight_of(regels[i]);
            const int there = weight_of(regels[*best]);
            if (here < there || (here == there && regels[i].volgorde >= regels[*best].volgorde)) continue;
        }
        best = i;
    }
    return best;
}

}  // namespace dichtbij::organisatie
