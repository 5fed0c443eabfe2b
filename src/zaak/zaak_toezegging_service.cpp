#include "zaak/zaak_toezegging_service.h"

#include "base/text.h"

namespace dichtbij::zaak {

std::optional<Id<Partij>> ontvanger_van(const std::vector<Rol>& rollen, Day day) {
    std::optional<Id<Partij>> initiator;
    for (const Rol& rol : rollen) {
        if (!rol.partij || !rol.geldt_op(day)) continue;
        if (rol.soort == Rolsoort::gemachtigde) return rol.partij;
        if (rol.soort == Rolsoort::initiator && !initiator) initiator = rol.partij;
    }
    return initiator;
}

Result<werk::Werk> verzet_belofte(store::Tx& tx, const Belofteburen& in, const access::Caller& caller, const Belofteverzetting& act) {
    const auto zaak = in.zaken.stored(tx, act.zaak);
    if (!zaak || zaak->werk != act.keuze.werk) return not_found("zaak " + act.zaak.text());
    if (act.bericht)
        if (auto errors = problems(*act.bericht); !errors.empty()) return invalid(std::move(errors));
    werk::Verzetting move{start_of(act.datum + days(1)) - seconds(1), werk::Nauwkeurigheid::dag, act.reden, act.verteld};
    if (act.bericht) move.verteld = werk::PerBericht{std::string(bericht::mijn_dichtbij), shortened(act.bericht->tekst, werk::bericht_limit)};
    TRY(werk::Werk moved, in.werk.move_toezegging(tx, caller, act.keuze, move));
    if (!act.bericht) return moved;
    const auto naar = zaak->is_deelzaak() ? std::nullopt : ontvanger_van(in.zaken.rollen(tx, act.zaak), day_of(in.werk.now()));
    if (!naar) return invalid("bericht", "zaakbericht.fout.niemand");
    bericht::NieuwBericht nieuw;
    nieuw.gemeente = zaak->gemeente;
    nieuw.partij = *naar;
    nieuw.werk = moved.id;
    nieuw.sjabloon = "belofte_verzet";
    nieuw.taal = moved.taal;
    nieuw.onderwerp = act.bericht->onderwerp;
    nieuw.tekst = act.bericht->tekst;
    TRY_DONE(in.berichten.write(tx, caller, nieuw));
    return moved;
}

Result<werk::Werk> verzet_belofte(const Belofteburen& in, const access::Caller& caller, const Belofteverzetting& act) {
    return in.store.write([&](store::Tx& tx) { return verzet_belofte(tx, in, caller, act); });
}

}  // namespace dichtbij::zaak
