#include "notificatie/kanaal_service.h"

#include <algorithm>

#include "base/text.h"
#include "journal/journal.h"
#include "notificatie/abonnement_store.h"
#include "notificatie/uitreiken_service.h"

namespace dichtbij::notificatie {
namespace {

using access::Actie;
using access::Caller;
using access::Groep;

constexpr access::Recht vertellen{Groep::notificaties, Actie::schrijven};

Result<Done> may_see(const Caller& caller, Id<Gemeente> gemeente) {
    if (caller.is_employee()) return access::require_role(caller, gemeente, {access::Rol::beheerder});
    if (access::require_recht(caller, gemeente, vertellen)) return Done{};
    return access::require_recht(caller, gemeente, {Groep::notificaties, Actie::lezen});
}

const Kanaal* kanaal_named(const std::vector<Kanaal>& all, std::string_view naam) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Kanaal& one) { return one.naam == naam; });
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

std::vector<Kanaal> alle_kanalen(store::Tx& tx, Id<Gemeente> gemeente) {
    std::vector<Kanaal> all = kanalen_of(tx, gemeente);
    for (const EigenKanaal& one : eigen_kanalen()) all.push_back(kanaal_of(one, gemeente));
    std::sort(all.begin(), all.end(), [](const Kanaal& a, const Kanaal& b) { return a.naam < b.naam; });
    return all;
}

Result<std::vector<Kanaal>> KanaalService::kanalen(const Caller& caller, Id<Gemeente> gemeente, std::string_view naam) const {
    TRY_DONE(may_see(caller, gemeente));
    auto all = store_.read([&](store::Tx& tx) { return alle_kanalen(tx, gemeente); });
    if (!naam.empty()) std::erase_if(all, [&](const Kanaal& one) { return one.naam != naam; });
    return all;
}

Result<Kanaal> KanaalService::kanaal(const Caller& caller, Id<Gemeente> gemeente, Id<dichtbij::NotificatieKanaal> id) const {
    TRY(const auto all, kanalen(caller, gemeente));
    for (const Kanaal& one : all)
        if (one.id == id) return one;
    return not_found("kanaal " + id.text());
}

Result<Kanaal> KanaalService::add_kanaal(const Caller& caller, Id<Gemeente> gemeente, Kanaal kanaal) {
    kanaal.naam = trimmed(kanaal.naam);
    return store_.write([&](store::Tx& tx) -> Result<Kanaal> {
        TRY_DONE(access::require_recht(caller, gemeente, vertellen));
        auto errors = problems(kanaal);
        const auto all = alle_kanalen(tx, gemeente);
        if (kanaal_named(all, kanaal.naam)) errors.push_back({"naam", "notificatie.fout.kanaal_bestaat", {}});
        if (!errors.empty()) return invalid(std::move(errors));
        if (all.size() >= eigen_kanalen().size() + kanalen_limit) return conflict("too many channels", "notificatie.fout.te_veel_kanalen_gemeente");
        Kanaal made = kanaal;
        made.id = ids_.make<dichtbij::NotificatieKanaal>();
        made.gemeente = gemeente;
        made.is_eigen = false;
        const Instant now = clock_.now();
        insert_kanaal(tx, made, caller.applicatie ? std::optional(caller.applicatie->id) : std::nullopt, now);
        journal::append(tx, journal::entry(caller, now, "kanaal.gemaakt", gemeente, journal::Object::systeem, made.id.bytes));
        return made;
    });
}

Result<Notificatie> KanaalService::publish(const Caller& caller, Id<Gemeente> gemeente, Notificatie notificatie) {
    notificatie.gemeente = gemeente;
    notificatie.object = object_of(notificatie.hoofd_object);
    return store_.write([&](store::Tx& tx) -> Result<Notificatie> {
        TRY_DONE(access::require_recht(caller, gemeente, vertellen));
        if (eigen_kanaal(notificatie.kanaal)) return invalid("kanaal", "notificatie.fout.eigen_kanaal");
        const auto all = kanalen_of(tx, gemeente);
        const Kanaal* kanaal = kanaal_named(all, notificatie.kanaal);
        if (!kanaal) return invalid("kanaal", "notificatie.fout.kanaal_onbekend");
        if (auto errors = problems(notificatie, *kanaal); !errors.empty()) return invalid(std::move(errors));
        Uitreiker(tx, ids_, clock_.now()).hand_out(notificatie, std::nullopt);
        return notificatie;
    });
}

}  // namespace dichtbij::notificatie
