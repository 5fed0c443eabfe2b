#include <algorithm>

#include "base/text.h"
#include "organisatie/medewerker_store.h"
#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using access::Rol;
using MedewerkerId = Id<dichtbij::Medewerker>;

Result<Done> check_texts(Medewerker& medewerker) {
    Toetsing toetsing;
    toetsing.regel("naam", medewerker.naam, naam_limit);
    toetsing.regel("functie", medewerker.functie, naam_limit, Nodig::nee);
    toetsing.email("email", medewerker.email);
    toetsing.telefoon("telefoon", medewerker.telefoon);
    if (medewerker.taal.empty()) medewerker.taal = "nl";
    toetsing.eis(medewerker.taal == "nl" || medewerker.taal == "en", "taal", "organisatie.fout.keuze");
    toetsing.eis(medewerker.werkdagen > 0 && medewerker.werkdagen <= 0x7f, "werkdagen", "organisatie.fout.werkdagen");
    return toetsing.uitkomst();
}

Result<Done> check_email_free(store::Tx& tx, const Medewerker& medewerker) {
    const auto other = OrganisatieStore(tx).medewerker_by_email(medewerker.email);
    if (other && other->id != medewerker.id) return invalid("email", "organisatie.fout.email_bezet");
    return Done{};
}

// The employee as the caller may manage him, and the gemeente through which.
Result<Toegang> to_manage(store::Tx& tx, const Caller& caller, MedewerkerId id) {
    TRY(const Toegang toegang, toegang_tot(tx, caller, id));
    TRY_DONE(require(toegang, Mag::beheren));
    return toegang;
}

Result<Done> check_may_leave(store::Tx& tx, MedewerkerId id) {
    const OrganisatieStore rows(tx);
    if (!rows.teams_led_by(id).empty()) return conflict("leads a team", "organisatie.fout.leidt_team");
    if (rows.count_active_of(id) > 0) return conflict("owns products or subjects", "organisatie.fout.is_proceseigenaar");
    return Done{};
}

}  // namespace

Result<MedewerkerId> OrganisatieService::add_medewerker(const Caller& caller, Id<dichtbij::Gemeente> gemeente, Medewerker wanted) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    TRY_DONE(check_texts(wanted));
    wanted.id = ids_.make<dichtbij::Medewerker>();
    wanted.in_dienst_tot.reset();
    wanted.versie = 0;
    return store_.write([&](store::Tx& tx) -> Result<MedewerkerId> {
        TRY_DONE(check_email_free(tx, wanted));
        organisatie::add(tx, wanted, gemeente);
        note(tx, caller, now(), {"medewerker.gemaakt", gemeente, journal::Object::medewerker, wanted.id.bytes});
        return wanted.id;
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Medewerker wanted) const {
    const auto checked = check_texts(wanted);
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Toegang toegang, to_manage(tx, caller, wanted.id));
        TRY_DONE(checked);
        TRY(const Medewerker before, organisatie::medewerker(tx, wanted.id));
        TRY_DONE(check_email_free(tx, wanted));
        wanted.in_dienst_tot = before.in_dienst_tot;
        if (!OrganisatieStore(tx).update(wanted)) return changed_meanwhile(wanted.id.bytes);
        for (const auto& hook : hooks_.on_medewerker_changed) TRY_DONE(hook(tx, wanted));
        note(tx, caller, now(), {"medewerker.gewijzigd", toegang.gemeente, journal::Object::medewerker, wanted.id.bytes},
             wijziging_tussen(before, wanted));
        return Done{};
    });
}

Result<Done> OrganisatieService::set_vaardigheden(const Caller& caller, MedewerkerId id, std::vector<std::string> wanted) const {
    Toetsing toetsing;
    for (std::string& vaardigheid : wanted) toetsing.regel("vaardigheden", vaardigheid, vaardigheid_limit, Nodig::nee);
    std::erase_if(wanted, [](const std::string& v) { return skill_key(v).empty(); });
    toetsing.eis(wanted.size() <= vaardigheden_limit, "vaardigheden", "organisatie.fout.te_veel", {std::to_string(vaardigheden_limit)});
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Toegang toegang, to_manage(tx, caller, id));
        TRY_DONE(toetsing.uitkomst());
        const auto before = MedewerkerStore(tx).skills_of(id);
        OrganisatieStore(tx).remove_skills(id);
        for (const std::string& vaardigheid : wanted) organisatie::add_skill(tx, id, vaardigheid);
        if (MedewerkerStore(tx).skills_of(id) == before) return Done{};
        note(tx, caller, now(), {"medewerker.vaardigheden", toegang.gemeente, journal::Object::medewerker, id.bytes});
        for (const auto& gemeente : OrganisatieStore(tx).gemeenten_of_medewerker(id)) note_storingen(tx, gemeente, now(), hooks_.routering);
        return Done{};
    });
}

std::vector<Naam> OrganisatieService::managers(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    return store_.read([&](store::Tx& tx) {
        std::vector<Naam> list;
        if (!access::is_active_in(caller, gemeente)) return list;
        for (const auto& id : OrganisatieStore(tx).managers(gemeente)) list.push_back({id, naam_of(tx, id)});
        return list;
    });
}

Result<Done> OrganisatieService::set_managers(const Caller& caller, Id<dichtbij::Gemeente> gemeente, std::vector<MedewerkerId> wanted) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        for (const auto& id : wanted)
            if (!is_in_service(tx, id, today()) || !toegang_tot(tx, caller, id)) return invalid("managers", "organisatie.fout.kies_medewerker");
        const OrganisatieStore rows(tx);
        rows.remove_managers(gemeente);
        for (const auto& id : wanted) rows.add_manager(gemeente, id);
        note(tx, caller, now(), {"gemeente.managers", gemeente, journal::Object::gemeente, gemeente.bytes},
             {{"aantal", std::to_string(wanted.size())}});
        return Done{};
    });
}

Result<Done> OrganisatieService::leave_service(const Caller& caller, MedewerkerId id, Day first_day_out, std::int64_t versie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Toegang toegang, to_manage(tx, caller, id));
        if (first_day_out < today()) return invalid("in_dienst_tot", "organisatie.fout.dag_voorbij");
        TRY_DONE(check_may_leave(tx, id));
        const bool leaves_now = first_day_out <= today();
        if (leaves_now)
            for (const auto& may_leave : hooks_.may_leave) TRY_DONE(may_leave(tx, id));
        TRY(Medewerker medewerker, organisatie::medewerker(tx, id));
        medewerker.in_dienst_tot = first_day_out;
        medewerker.versie = versie;
        if (!OrganisatieStore(tx).update(medewerker)) return changed_meanwhile(id.bytes);
        const MedewerkerStore people(tx);
        people.end_as_substitute(id, first_day_out);
        if (leaves_now) people.remove_memberships(id);
        note(tx, caller, now(), {"medewerker.uit_dienst", toegang.gemeente, journal::Object::medewerker, id.bytes},
             {{"vanaf", to_iso(first_day_out)}});
        for (const auto& gemeente : RouteringStore(tx).gemeenten_pointing_at(id)) note_storingen(tx, gemeente, now(), hooks_.routering);
        return Done{};
    });
}

Result<Done> OrganisatieService::stay_in_service(const Caller& caller, MedewerkerId id, std::int64_t versie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Toegang toegang, to_manage(tx, caller, id));
        TRY(Medewerker medewerker, organisatie::medewerker(tx, id));
        medewerker.in_dienst_tot.reset();
        medewerker.versie = versie;
        if (!OrganisatieStore(tx).update(medewerker)) return changed_meanwhile(id.bytes);
        note(tx, caller, now(), {"medewerker.in_dienst", toegang.gemeente, journal::Object::medewerker, id.bytes});
        for (const auto& gemeente : RouteringStore(tx).gemeenten_pointing_at(id)) note_storingen(tx, gemeente, now(), hooks_.routering);
        return Done{};
    });
}

void OrganisatieService::process_departures() const {
    const Caller system = access::system_caller("uit_dienst");
    const auto leaving = store_.read([&](store::Tx& tx) { return MedewerkerStore(tx).still_member_after_leaving(today()); });
    for (const Medewerker& medewerker : leaving)
        store_.write([&](store::Tx& tx) {
            const auto known_in = OrganisatieStore(tx).gemeenten_of_medewerker(medewerker.id);
            const auto gemeente = known_in.empty() ? Id<dichtbij::Gemeente>{} : known_in.front();
            bool may_leave = check_may_leave(tx, medewerker.id).has_value();
            for (const auto& asked : hooks_.may_leave) may_leave = may_leave && asked(tx, medewerker.id).has_value();
            if (may_leave) {
                MedewerkerStore(tx).remove_memberships(medewerker.id);
            } else {
                Medewerker later = medewerker;
                later.in_dienst_tot = today() + days(1);
                if (!OrganisatieStore(tx).update(later)) return;
                note(tx, system, now(), {"medewerker.uit_dienst_later", gemeente, journal::Object::medewerker, medewerker.id.bytes},
                     {{"vanaf", to_iso(*later.in_dienst_tot)}});
            }
        });
    store_.write([&](store::Tx& tx) {
        MedewerkerStore(tx).remove_presence_before(start_of(today()));
        for (const Gemeente& gemeente : OrganisatieStore(tx).gemeenten()) note_storingen(tx, gemeente.id, now(), hooks_.routering);
    });
}

}  // namespace dichtbij::organisatie
