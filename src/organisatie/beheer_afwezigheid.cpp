#include <algorithm>
#include <array>

#include "organisatie/medewerker_store.h"
#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using MedewerkerId = Id<dichtbij::Medewerker>;

constexpr days afwezigheid_limit{732};  // two years
constexpr days terug_limit{366};        // how far back an absence may begin

Result<Toegang> to_plan(store::Tx& tx, const Caller& caller, MedewerkerId id) {
    TRY(const Toegang toegang, toegang_tot(tx, caller, id));
    TRY_DONE(require(toegang, Mag::plannen));
    return toegang;
}

// A substitute is someone else, in service when it begins and known to the caller.
void check_substitute(Toetsing& toetsing, store::Tx& tx, const Caller& caller, const Vervanging& v) {
    toetsing.eis(v.vervanger != v.medewerker, "vervanger", "organisatie.fout.vervanger_zelf");
    toetsing.eis(is_in_service(tx, v.vervanger, v.van) && toegang_tot(tx, caller, v.vervanger).has_value(), "vervanger",
                 "organisatie.fout.kies_medewerker");
}

Result<Done> check(store::Tx& tx, const Caller& caller, const Afwezigheid& a, Day today) {
    constexpr std::array<std::string_view, 3> redenen{"verlof", "ziekte", "anders"};
    Toetsing toetsing;
    toetsing.eis(std::find(redenen.begin(), redenen.end(), a.reden) != redenen.end(), "reden", "organisatie.fout.keuze");
    toetsing.eis(a.van < a.tot, "tot", "organisatie.fout.einde_voor_begin");
    toetsing.eis(a.tot - a.van <= afwezigheid_limit, "tot", "organisatie.fout.te_lang_afwezig");
    toetsing.eis(a.van >= today - terug_limit, "van", "organisatie.fout.te_lang_geleden");
    if (a.vervanger) check_substitute(toetsing, tx, caller, {a.id, a.medewerker, *a.vervanger, std::max(a.van, today), {}});
    if (toetsing.ok()) toetsing.eis(!MedewerkerStore(tx).overlaps(a), "van", "organisatie.fout.al_afwezig");
    return toetsing.uitkomst();
}

}  // namespace

Result<Done> OrganisatieService::set_presence(const Caller& caller, Staat staat) const {
    CHECK_THAT(caller.is_employee());
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        if (!is_in_service(tx, caller.medewerker, today())) return not_found("employee " + caller.medewerker.text());
        MedewerkerStore(tx).set_presence({caller.medewerker, staat, now()});
        return Done{};
    });
}

Result<Uuid> OrganisatieService::add_afwezigheid(const Caller& caller, Afwezigheid wanted) const {
    wanted.id = ids_.next();
    return store_.write([&](store::Tx& tx) -> Result<Uuid> {
        TRY(const Toegang toegang, to_plan(tx, caller, wanted.medewerker));
        TRY_DONE(check(tx, caller, wanted, today()));
        OrganisatieStore(tx).insert(wanted);
        note(tx, caller, now(), {"medewerker.afwezig", toegang.gemeente, journal::Object::medewerker, wanted.medewerker.bytes},
             {{"van", to_iso(wanted.van)}, {"tot", to_iso(wanted.tot)}});
        for (const auto& hook : hooks_.on_absence_changed) hook(tx, wanted.medewerker);
        return wanted.id;
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Afwezigheid wanted) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const MedewerkerStore people(tx);
        const auto before = people.afwezigheid(wanted.id);
        if (!before) return not_found("absence " + dichtbij::to_string(wanted.id));
        TRY(const Toegang toegang, to_plan(tx, caller, before->medewerker));
        wanted.medewerker = before->medewerker;
        TRY_DONE(check(tx, caller, wanted, today()));
        people.update(wanted);
        note(tx, caller, now(), {"medewerker.afwezig_gewijzigd", toegang.gemeente, journal::Object::medewerker, wanted.medewerker.bytes},
             {{"van", to_iso(wanted.van)}, {"tot", to_iso(wanted.tot)}});
        for (const auto& hook : hooks_.on_absence_changed) hook(tx, wanted.medewerker);
        return Done{};
    });
}

Result<Done> OrganisatieService::remove_afwezigheid(const Caller& caller, const Uuid& id) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const MedewerkerStore people(tx);
        auto absence = people.afwezigheid(id);
        if (!absence) return not_found("absence " + dichtbij::to_string(id));
        TRY(const Toegang toegang, to_plan(tx, caller, absence->medewerker));
        if (absence->tot <= today()) return conflict("this absence is over", "organisatie.fout.al_voorbij");
        if (absence->van < today()) {
            absence->tot = today();
            people.update(*absence);
        } else {
            people.remove_afwezigheid(id);
        }
        note(tx, caller, now(), {"medewerker.weer_aanwezig", toegang.gemeente, journal::Object::medewerker, absence->medewerker.bytes},
             {{"vanaf", to_iso(today())}});
        for (const auto& hook : hooks_.on_absence_changed) hook(tx, absence->medewerker);
        return Done{};
    });
}

Result<Uuid> OrganisatieService::add_vervanging(const Caller& caller, Vervanging wanted) const {
    wanted.id = ids_.next();
    return store_.write([&](store::Tx& tx) -> Result<Uuid> {
        TRY(const Toegang toegang, to_plan(tx, caller, wanted.medewerker));
        Toetsing toetsing;
        toetsing.eis(!wanted.tot || wanted.van < *wanted.tot, "tot", "organisatie.fout.einde_voor_begin");
        toetsing.eis(wanted.van >= today() - terug_limit, "van", "organisatie.fout.te_lang_geleden");
        check_substitute(toetsing, tx, caller, {wanted.id, wanted.medewerker, wanted.vervanger, std::max(wanted.van, today()), {}});
        if (toetsing.ok()) toetsing.eis(!MedewerkerStore(tx).overlaps(wanted), "van", "organisatie.fout.al_vervanger");
        TRY_DONE(toetsing.uitkomst());
        OrganisatieStore(tx).insert(wanted);
        note(tx, caller, now(), {"medewerker.vervanger", toegang.gemeente, journal::Object::medewerker, wanted.medewerker.bytes},
             {{"vervanger", wanted.vervanger.text()}, {"van", to_iso(wanted.van)}});
        for (const auto& hook : hooks_.on_absence_changed) hook(tx, wanted.medewerker);
        return wanted.id;
    });
}

Result<Done> OrganisatieService::remove_vervanging(const Caller& caller, const Uuid& id) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const MedewerkerStore people(tx);
        auto vervanging = people.vervanging(id);
        if (!vervanging) return not_found("substitution " + dichtbij::to_string(id));
        TRY(const Toegang toegang, to_plan(tx, caller, vervanging->medewerker));
        if (vervanging->van < today()) {
            vervanging->tot = today();
            people.update(*vervanging);
        } else {
            people.remove_vervanging(id);
        }
        note(tx, caller, now(), {"medewerker.vervanger_eraf", toegang.gemeente, journal::Object::medewerker, vervanging->medewerker.bytes},
             {{"vervanger", vervanging->vervanger.text()}});
        for (const auto& hook : hooks_.on_absence_changed) hook(tx, vervanging->medewerker);
        return Done{};
    });
}

}  // namespace dichtbij::organisatie
