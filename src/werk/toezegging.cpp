#include "werk/toezegging.h"

#include <algorithm>

#include "base/text.h"
#include "werk/werk.h"

namespace dichtbij::werk {
namespace {

void add(std::vector<FieldError>& errors, std::optional<FieldError> error) {
    if (error) errors.push_back(std::move(*error));
}

struct CheckVerteld {
    std::vector<FieldError>& errors;
    void operator()(const PerBericht& bericht) const {
        add(errors, check_required("kanaal", bericht.kanaal, kanaal_limit));
        add(errors, check_required("bericht", bericht.tekst, bericht_limit));
    }
    void operator()(const OpVerzoek&) const {}
    void operator()(const NietTeBereiken& geen) const { add(errors, check_required("poging", geen.poging, reden_limit)); }
};

struct WriteVerteld {
    Toezegging& toezegging;
    void operator()(const PerBericht& bericht) const {
        toezegging.hoe_verteld = Hoe_verteld::bericht;
        toezegging.verteld_kanaal = bericht.kanaal;
        toezegging.verteld_tekst = cleaned(bericht.tekst);
    }
    void operator()(const OpVerzoek&) const { toezegging.hoe_verteld = Hoe_verteld::op_verzoek; }
    void operator()(const NietTeBereiken& geen) const {
        toezegging.hoe_verteld = Hoe_verteld::niet_te_bereiken;
        toezegging.verteld_tekst = cleaned(geen.poging);
    }
};

// A date that passed while the promise ran is missed, whatever happens later.
Toezegging stopped(const Toezegging& running, Instant now, Stand when_in_time) {
    CHECK_THAT(running.stand == Stand::lopend);
    Toezegging stopped = running;
    stopped.beeindigd_op = now;
    const bool missed = running.gemist_op || now > running.beloofd_op;
    if (missed && !stopped.gemist_op) stopped.gemist_op = running.beloofd_op;
    stopped.stand = missed ? Stand::gemist : when_in_time;
    return stopped;
}

}  // namespace

Result<Done> check(const Verzetting& verzetting, Instant now) {
    std::vector<FieldError> errors;
    add(errors, check_required("reden", verzetting.reden, reden_limit));
    if (verzetting.beloofd_op <= now) errors.push_back({"beloofd_op", "werk.fout.belofte_voorbij", {}});
    std::visit(CheckVerteld{errors}, verzetting.verteld);
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

Verzet move(const Toezegging& running, const Verzetting& verzetting, Instant now) {
    Verzet moved{.oude = stopped(running, now, Stand::verzet), .nieuwe = {}};
    Toezegging& nieuwe = moved.nieuwe;
    nieuwe.werk = running.werk;
    nieuwe.gemeente = running.gemeente;
    nieuwe.volgnummer = running.volgnummer + 1;
    nieuwe.beloofd_op = verzetting.beloofd_op;
    nieuwe.nauwkeurigheid = verzetting.nauwkeurigheid;
    nieuwe.herkomst = Herkomst::medewerker;
    nieuwe.gedaan_op = now;
    nieuwe.reden = cleaned(verzetting.reden);
    nieuwe.te_laat_verteld = now > running.tijdig_tot_op;
    std::visit(WriteVerteld{nieuwe}, verzetting.verteld);
    return moved;
}

Toezegging ended(const Toezegging& running, Instant now) { return stopped(running, now, Stand::gehaald); }

Toezegging lapsed(const Toezegging& running, Instant now) { return stopped(running, now, Stand::vervallen); }

}  // namespace dichtbij::werk
