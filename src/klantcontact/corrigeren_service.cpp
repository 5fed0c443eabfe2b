#include <algorithm>

#include "base/text.h"
#include "klantcontact/betrokkene_store.h"
#include "klantcontact/klantcontact_service.h"
#include "klantcontact/klantcontact_store.h"
#include "klantcontact/telling_store.h"
#include "organisatie/organisatie_service.h"
#include "werk/toegang_service.h"

namespace dichtbij::klantcontact {
namespace {

journal::Entry entry_of(const access::Caller& caller, Instant now, std::string gebeurtenis, const Klantcontact& one) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), one.gemeente, journal::Object::klantcontact, one.id.bytes);
    entry.werk = one.werk;
    return entry;
}

// Who took it, and who answers for a team.
bool may_change(const access::Caller& caller, const Klantcontact& one) {
    return one.door == caller.medewerker || access::has_role(caller, one.gemeente, {access::Rol::kcc_medewerker, access::Rol::teamleider, access::Rol::manager});
}

}  // namespace

Result<Klantcontact> KlantcontactService::correct(const access::Caller& caller, const Correctie& correctie) {
    return store_.write([&](store::Tx& tx) { return correct(tx, caller, correctie); });
}

Result<Klantcontact> KlantcontactService::correct(store::Tx& tx, const access::Caller& caller, const Correctie& correctie) {
    TRY(Klantcontact one, readable(tx, caller, correctie.klantcontact));
    if (!may_change(caller, one)) return forbidden("may not correct klantcontact " + one.id.text());
    if (one.versie != correctie.versie) return conflict("klantcontact " + one.id.text() + " has changed", "fout.gewijzigd");
    const Instant now = clock_.now();
    const Inhoud inhoud = normalised(correctie.inhoud);
    auto errors = problems(inhoud, now);
    if (auto error = werk::check_required("reden", correctie.reden, reden_limit)) errors.push_back(*error);
    if (!errors.empty()) return invalid(std::move(errors));
    const auto changed = changed_fields(one.inhoud, inhoud);
    if (changed.empty()) return one;
    if (inhoud.onderwerp_id && inhoud.onderwerp_id != one.inhoud.onderwerp_id) {
        TRY(const organisatie::Onderwerp onderwerp, organisatie::onderwerp(tx, *inhoud.onderwerp_id));
        if (onderwerp.gemeente != one.gemeente) return not_found("subject of another gemeente");
        // A contact never becomes less confidential by a correction.
        if (!onderwerp.domein.empty()) one.domein = onderwerp.domein;
    }
    insert_versie(tx, {one.id, one.versie, now, caller.employee(), cleaned(correctie.reden), one.inhoud});
    one.inhoud = inhoud;
    ++one.versie;
    save_inhoud(tx, one);
    if (auto werk = werk_.of_object(tx, one.id.bytes)) {
        werk->titel = inhoud.onderwerp;
        werk->onderwerp = inhoud.onderwerp_id;
        werk->product = inhoud.product;
        werk->domein = one.domein;
        TRY_DONE(werk_.correct(tx, access::system_caller(caller.scherm), *werk));
    }
    journal::Entry entry = entry_of(caller, now, "klantcontact.gecorrigeerd", one);
    for (const std::string& field : changed) entry.kenmerken.emplace_back("veld", field);
    entry.toelichting = cleaned(correctie.reden);
    journal::append(tx, entry);
    return one;
}

Result<Done> KlantcontactService::replace_metadata(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, const Metadata& metadata) {
    TRY(const Klantcontact one, readable(tx, caller, id));
    NieuwKlantcontact checked;
    checked.inhoud = one.inhoud;
    checked.metadata = metadata;
    if (auto errors = problems(checked, clock_.now()); !errors.empty()) return invalid(std::move(errors));
    klantcontact::replace_metadata(tx, id, metadata);
    journal::append(tx, entry_of(caller, clock_.now(), "klantcontact.metadata_gewijzigd", one));
    return Done{};
}

Result<Done> KlantcontactService::hide(const access::Caller& caller, Id<dichtbij::Klantcontact> id, std::string_view reden) {
    return store_.write([&](store::Tx& tx) { return hide(tx, caller, id, reden); });
}

Result<Done> KlantcontactService::hide(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, std::string_view reden) {
    if (auto error = werk::check_required("reden", reden, reden_limit)) return invalid({*error});
    TRY(Klantcontact one, readable(tx, caller, id));
    if (!may_change(caller, one)) return forbidden("may not hide klantcontact " + id.text());
    const Instant now = clock_.now();
    TRY_DONE(werk_.withdraw(tx, access::system_caller(caller.scherm), one.werk, reden));
    one.verborgen_op = now;
    ++one.versie;
    save_inhoud(tx, one);
    journal::Entry entry = entry_of(caller, now, "klantcontact.verborgen", one);
    entry.toelichting = cleaned(reden);
    journal::append(tx, entry);
    return Done{};
}

Result<Done> KlantcontactService::link_partij(const access::Caller& caller, Id<dichtbij::Gesprek> gesprek, Id<Partij> partij) {
    return store_.write([&](store::Tx& tx) { return link_partij(tx, caller, gesprek, partij); });
}

Result<Done> KlantcontactService::link_partij(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Gesprek> id, Id<Partij> partij) {
    const auto gesprek = find_gesprek(tx, id);
    if (!gesprek) return not_found("gesprek " + id.text());
    TRY_DONE(werk::may_know(caller, gesprek->gemeente));
    TRY_DONE(check_partij(tx, gesprek->gemeente, partij));
    const Instant now = clock_.now();
    for (const Klantcontact& one : klantcontacten_of_gesprek(tx, id)) {
        if (partij_of(betrokkenen_of(tx, one.id))) continue;
        if (betrokkenen_of(tx, one.id).empty()) {
            Betrokkene asked;
            asked.id = ids_.next();
            insert_betrokkene(tx, ids_, {one.id, one.gemeente, one.inhoud.plaatsgevonden_op}, asked);
        }
        TRY(werk::Werk werk, werk_.get_masked(tx, access::system_caller(caller.scherm), one.werk));
        werk.partij = partij;
        TRY_DONE(werk_.correct(tx, access::system_caller(caller.scherm), werk));
        journal::Entry entry = entry_of(caller, now, "klantcontact.partij_gekoppeld", one);
        entry.partij = partij;
        journal::append(tx, entry);
    }
    link_initiators(tx, id, partij);
    return Done{};
}

Result<Uuid> KlantcontactService::add_betrokkene(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, Betrokkene betrokkene) {
    TRY(const Klantcontact one, readable(tx, caller, id));
    if (auto errors = problems(betrokkene, ""); !errors.empty()) return invalid(std::move(errors));
    TRY_DONE(check_partij(tx, one.gemeente, betrokkene.partij));
    if (betrokkenen_of(tx, id).size() >= betrokkenen_limit) return conflict("too many betrokkenen", "klantcontact.fout.te_veel_betrokkenen");
    betrokkene.id = ids_.next();
    insert_betrokkene(tx, ids_, {one.id, one.gemeente, one.inhoud.plaatsgevonden_op}, betrokkene);
    journal::Entry entry = entry_of(caller, clock_.now(), "klantcontact.betrokkene_toegevoegd", one);
    entry.partij = betrokkene.partij;
    entry.kenmerken = {{"betrokkene", to_string(betrokkene.id)}};
    journal::append(tx, entry);
    return betrokkene.id;
}

Result<Done> KlantcontactService::change_betrokkene(store::Tx& tx, const access::Caller& caller, const Betrokkene& betrokkene) {
    const auto id = klantcontact_of_betrokkene(tx, betrokkene.id);
    if (!id) return not_found("betrokkene " + to_string(betrokkene.id));
    TRY(const Klantcontact one, readable(tx, caller, *id));
    if (auto errors = problems(betrokkene, ""); !errors.empty()) return invalid(std::move(errors));
    TRY_DONE(check_partij(tx, one.gemeente, betrokkene.partij));
    delete_betrokkene(tx, betrokkene.id);
    insert_betrokkene(tx, ids_, {one.id, one.gemeente, one.inhoud.plaatsgevonden_op}, betrokkene);
    journal::Entry entry = entry_of(caller, clock_.now(), "klantcontact.betrokkene_gewijzigd", one);
    entry.partij = betrokkene.partij;
    entry.kenmerken = {{"betrokkene", to_string(betrokkene.id)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> KlantcontactService::remove_betrokkene(store::Tx& tx, const access::Caller& caller, const Uuid& betrokkene) {
    const auto id = klantcontact_of_betrokkene(tx, betrokkene);
    if (!id) return not_found("betrokkene " + to_string(betrokkene));
    TRY(const Klantcontact one, readable(tx, caller, *id));
    delete_betrokkene(tx, betrokkene);
    journal::Entry entry = entry_of(caller, clock_.now(), "klantcontact.betrokkene_verwijderd", one);
    entry.kenmerken = {{"betrokkene", to_string(betrokkene)}};
    journal::append(tx, entry);
    return Done{};
}

Result<Uuid> KlantcontactService::add_onderwerpobject(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, Objectverwijzing object) {
    return add_object(tx, caller, id, std::move(object), "onderwerpobject");
}

Result<Uuid> KlantcontactService::add_bijlage(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, Objectverwijzing object) {
    return add_object(tx, caller, id, std::move(object), "bijlage");
}

Result<Uuid> KlantcontactService::add_object(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, Objectverwijzing object, std::string soort) {
    TRY(const Klantcontact one, readable(tx, caller, id));
    if (auto errors = problems(object, ""); !errors.empty()) return invalid(std::move(errors));
    const Objectsoort kind = soort == "bijlage" ? Objectsoort::bijlage : Objectsoort::onderwerpobject;
    if (objects_of(tx, id).of(kind).size() >= objecten_limit) return conflict("too many objects", "klantcontact.fout.te_veel_objecten");
    object.id = ids_.next();
    insert_object(tx, one.gemeente, one.id, kind, object);
    journal::Entry entry = entry_of(caller, clock_.now(), "klantcontact." + soort + "_toegevoegd", one);
    entry.kenmerken = {{"object", to_string(object.id)}};
    journal::append(tx, entry);
    return object.id;
}

Result<Done> KlantcontactService::remove_object(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id, const Uuid& object) {
    TRY(const Klantcontact one, readable(tx, caller, id));
    if (!delete_object(tx, id, object)) return not_found("object " + to_string(object));
    journal::Entry entry = entry_of(caller, clock_.now(), "klantcontact.object_verwijderd", one);
    entry.kenmerken = {{"object", to_string(object)}};
    journal::append(tx, entry);
    return Done{};
}

void KlantcontactService::forget_partij(store::Tx& tx, Id<Partij> partij, Instant now) {
    for (const auto& id : ids_of_partij(tx, partij)) {
        wipe_words(tx, id);
        journal::destroy_toelichtingen(tx, journal::Object::klantcontact, id.bytes, now);
    }
    wipe_betrokkenen(tx, partij);
}

std::vector<std::string> klantcontact_check(store::Tx& tx, werk::WerkService& werken) {
    constexpr int batch = 1000;
    std::vector<std::string> faults;
    Id<dichtbij::Klantcontact> after;
    for (auto rows = klantcontacten_after(tx, after, batch); !rows.empty(); rows = klantcontacten_after(tx, after, batch)) {
        for (const Klantcontact& one : rows) {
            if (!find_gesprek(tx, one.gesprek)) faults.push_back("klantcontact " + one.id.text() + " has no gesprek");
            const auto werk = werken.stored(tx, one.werk);
            if (!werk) faults.push_back("klantcontact " + one.id.text() + " has no werk");
            if (werk && one.verborgen_op && werk->is_open() && werk->soort != werk::Soort::zaak) faults.push_back("klantcontact " + one.id.text() + " is hidden while its werk is open");
        }
        after = rows.back().id;
    }
    for (const auto& gemeente : wrongly_counted(tx)) faults.push_back("the klantcontacten of gemeente " + gemeente.text() + " are wrongly counted");
    return faults;
}

}  // namespace dichtbij::klantcontact
