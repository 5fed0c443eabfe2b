#include "bericht/werkbron_service.h"

#include "bericht/bericht.h"
#include "organisatie/organisatie_service.h"
#include "partij/aanschrijving_service.h"

namespace dichtbij::bericht {
namespace {

std::optional<Zwijgreden> silence(const werk::Werk& werk, const std::optional<partij::Aanschrijving>& naar) {
    if (werk.is_intern()) return Zwijgreden::intern;
    if (!naar) return Zwijgreden::geen_partij;
    if (naar->gewist) return Zwijgreden::gewist;
    if (naar->overleden) return Zwijgreden::overleden;
    if (naar->geheim) return Zwijgreden::geheim_adres;
    return std::nullopt;
}

}  // namespace

bool is_melden_waard(Zwijgreden reden) { return reden == Zwijgreden::overleden || reden == Zwijgreden::geheim_adres; }

std::optional<Geadresseerde> WerkBron::bij_werk(store::Tx& tx, Id<Werk> werk) const { return read(tx, werk, nullptr); }

std::optional<Geadresseerde> WerkBron::bij_gebeurtenis(store::Tx& tx, const journal::Line& line) const {
    if (!line.werk) return std::nullopt;
    auto found = read(tx, *line.werk, &line);
    if (!found || !line.door) return found;
    access::Caller who;
    who.medewerker = *line.door;
    if (!found->handeling) found->handeling = werk_.ongedaan_te_maken(tx, who, *line.werk);
    return found;
}

std::optional<Geadresseerde> WerkBron::read(store::Tx& tx, Id<Werk> id, const journal::Line* line) const {
    const auto werk = werk_.stored(tx, id);
    if (!werk) return std::nullopt;
    const auto naar = werk->partij ? partij::aanschrijving(tx, *werk->partij) : std::nullopt;
    Geadresseerde found;
    found.gemeente = werk->gemeente;
    found.werk = werk->id;
    if (naar) found.partij = naar->partij;
    // The language of the question says more than a preference that nobody looked at.
    found.taal = normal_taal(werk->taal != "nld" || !naar ? werk->taal : naar->taal);
    found.kanaal = werk->kanaal;
    found.vertrouwelijk = !werk->domein.empty();
    found.zwijg = silence(*werk, naar);
    const auto gemeente = organisatie::gemeente(tx, werk->gemeente);
    const std::string resident_nl = texts_.of(html::Taal::nl)("bericht.inwoner");
    const std::string resident_en = texts_.of(html::Taal::en)("bericht.inwoner");
    Waarden& waarden = found.waarden;
    if (naar && !naar->naam.empty()) waarden["naam"] = naar->naam;
    else waarden["naam"] = Tweetalig{resident_nl, resident_en};
    waarden["gemeente"] = gemeente ? gemeente->naam : std::string();
    waarden["telefoon"] = gemeente ? gemeente->telefoon : std::string();
    waarden["nummer"] = werk->nummer;
    const auto onderwerp = werk->onderwerp && !found.vertrouwelijk ? organisatie::onderwerp(tx, *werk->onderwerp) : Result<organisatie::Onderwerp>(not_found("none"));
    if (onderwerp) waarden["zaaktype"] = onderwerp->naam;
    else waarden["zaaktype"] = Tweetalig{texts_.of(html::Taal::nl)("bericht.uw_vraag"), texts_.of(html::Taal::en)("bericht.uw_vraag")};
    waarden["casemanager"] = organisatie::naam_of(tx, werk->eigenaar);
    waarden["datum_ontvangst"] = day_of(werk->geopend_op);
    if (werk->beloofd_op) waarden["datum_belofte"] = day_of(*werk->beloofd_op);
    for (const Aanvulling& add_to : aanvullingen_) add_to(tx, line, found);
    return found;
}

}  // namespace dichtbij::bericht
