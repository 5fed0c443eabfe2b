#include "api/contactgegevens/contactgegevens_service.h"

#include "api/contactgegevens/contactgegevens_store.h"
#include "journal/journal.h"

namespace dichtbij::contactgegevens {
namespace {

using access::Actie;
using access::Caller;
using access::Groep;

Result<Done> may(const Caller& caller, Id<Gemeente> gemeente, Actie actie) { return access::require_recht(caller, gemeente, {Groep::contactgegevens, actie}); }

void append(store::Tx& tx, const Caller& caller, Instant now, std::string gebeurtenis, Id<Gemeente> gemeente, const Uuid& id) {
    journal::append(tx, journal::entry(caller, now, std::move(gebeurtenis), gemeente, journal::Object::contactgegevens, id));
}

Fail changed(const Uuid& id) { return conflict("contact data " + to_string(id) + " has changed", "fout.gewijzigd"); }

Result<Organisatie> visible(store::Tx& tx, const Caller& caller, Id<Organisatie> id, Actie actie) {
    auto found = find_organisatie(tx, id);
    if (!found) return not_found("organisatie " + id.text());
    TRY_DONE(may(caller, found->gemeente, actie));
    return std::move(*found);
}

Result<Persoon> visible(store::Tx& tx, const Caller& caller, Id<Persoon> id, Actie actie) {
    auto found = find_persoon(tx, id);
    if (!found) return not_found("persoon " + id.text());
    TRY_DONE(may(caller, found->gemeente, actie));
    return std::move(*found);
}

}  // namespace

Result<Lijst<Organisatie>> ContactgegevensService::list_organisaties(const Caller& caller, Id<Gemeente> gemeente, const Venster& venster) {
    TRY_DONE(may(caller, gemeente, Actie::lezen));
    return store_.read([&](store::Tx& tx) { return organisaties(tx, gemeente, venster); });
}

Result<Organisatie> ContactgegevensService::get_organisatie(const Caller& caller, Id<Organisatie> id) {
    return store_.read([&](store::Tx& tx) { return visible(tx, caller, id, Actie::lezen); });
}

Result<Organisatie> ContactgegevensService::stored_organisatie(const Caller& caller, Id<Organisatie> id) {
    return store_.read([&](store::Tx& tx) { return visible(tx, caller, id, Actie::schrijven); });
}

Result<Organisatie> ContactgegevensService::add_organisatie(const Caller& caller, Id<Gemeente> gemeente, Organisatie one) {
    TRY_DONE(may(caller, gemeente, Actie::schrijven));
    one.id = ids_.make<Organisatie>();
    one.gemeente = gemeente;
    one.versie = 1;
    const Instant now = clock_.now();
    store_.write([&](store::Tx& tx) {
        insert(tx, one, now);
        append(tx, caller, now, "contactgegevens.organisatie_gemaakt", gemeente, one.id.bytes);
    });
    return one;
}

Result<Organisatie> ContactgegevensService::change_organisatie(const Caller& caller, Organisatie one) {
    return store_.write([&](store::Tx& tx) -> Result<Organisatie> {
        TRY(const Organisatie before, visible(tx, caller, one.id, Actie::schrijven));
        if (before.versie != one.versie) return changed(one.id.bytes);
        Organisatie after = one;
        after.gemeente = before.gemeente;
        if (after == before) return before;
        ++after.versie;
        save(tx, after, clock_.now());
        append(tx, caller, clock_.now(), "contactgegevens.organisatie_gewijzigd", after.gemeente, after.id.bytes);
        return after;
    });
}

Result<Done> ContactgegevensService::remove_organisatie(const Caller& caller, Id<Organisatie> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Organisatie before, visible(tx, caller, id, Actie::schrijven));
        if (before.versie != versie) return changed(id.bytes);
        remove(tx, id);
        append(tx, caller, clock_.now(), "contactgegevens.organisatie_verwijderd", before.gemeente, id.bytes);
        return Done{};
    });
}

Result<Lijst<Persoon>> ContactgegevensService::list_personen(const Caller& caller, Id<Gemeente> gemeente, const Venster& venster) {
    TRY_DONE(may(caller, gemeente, Actie::lezen));
    return store_.read([&](store::Tx& tx) { return personen(tx, gemeente, venster); });
}

Result<Persoon> ContactgegevensService::get_persoon(const Caller& caller, Id<Persoon> id) {
    return store_.read([&](store::Tx& tx) { return visible(tx, caller, id, Actie::lezen); });
}

Result<Persoon> ContactgegevensService::stored_persoon(const Caller& caller, Id<Persoon> id) {
    return store_.read([&](store::Tx& tx) { return visible(tx, caller, id, Actie::schrijven); });
}

Result<Persoon> ContactgegevensService::add_persoon(const Caller& caller, Id<Gemeente> gemeente, Persoon one) {
    TRY_DONE(may(caller, gemeente, Actie::schrijven));
    one.id = ids_.make<Persoon>();
    one.gemeente = gemeente;
    one.versie = 1;
    const Instant now = clock_.now();
    store_.write([&](store::Tx& tx) {
        insert(tx, one, now);
        append(tx, caller, now, "contactgegevens.persoon_gemaakt", gemeente, one.id.bytes);
    });
    return one;
}

Result<Persoon> ContactgegevensService::change_persoon(const Caller& caller, Persoon one) {
    return store_.write([&](store::Tx& tx) -> Result<Persoon> {
        TRY(const Persoon before, visible(tx, caller, one.id, Actie::schrijven));
        if (before.versie != one.versie) return changed(one.id.bytes);
        Persoon after = one;
        after.gemeente = before.gemeente;
        if (after == before) return before;
        ++after.versie;
        save(tx, after, clock_.now());
        append(tx, caller, clock_.now(), "contactgegevens.persoon_gewijzigd", after.gemeente, after.id.bytes);
        return after;
    });
}

Result<Done> ContactgegevensService::remove_persoon(const Caller& caller, Id<Persoon> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Persoon before, visible(tx, caller, id, Actie::schrijven));
        if (before.versie != versie) return changed(id.bytes);
        remove(tx, id);
        append(tx, caller, clock_.now(), "contactgegevens.persoon_verwijderd", before.gemeente, id.bytes);
        return Done{};
    });
}

}  // namespace dichtbij::contactgegevens
