#include "notificatie/uitreiken_service.h"

#include <algorithm>

#include "notificatie/abonnement_store.h"
#include "notificatie/levering_store.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::notificatie {

const std::vector<Abonnement>& Uitreiker::abonnementen(Id<Gemeente> gemeente) {
    const auto found = abonnementen_.find(gemeente);
    if (found != abonnementen_.end()) return found->second;
    auto all = abonnementen_of(tx_, gemeente);
    std::erase_if(all, [](const Abonnement& one) { return one.uit_op.has_value(); });
    return abonnementen_.emplace(gemeente, std::move(all)).first->second;
}

bool Uitreiker::has_hearers(Id<Gemeente> gemeente, Instant op) {
    const auto& all = abonnementen(gemeente);
    return std::any_of(all.begin(), all.end(), [&](const Abonnement& one) { return one.gemaakt_op <= op; });
}

// What an application may not read, it does not hear of either. Without an application: what is not confidential.
bool Uitreiker::may_hear(const Abonnement& one, const std::optional<Zicht>& zicht) {
    if (!one.applicatie) return !zicht || (!zicht->vertrouwelijk && zicht->domein.empty());
    auto found = applicaties_.find(*one.applicatie);
    if (found == applicaties_.end()) found = applicaties_.emplace(*one.applicatie, toepassing::applicatie_of(tx_, *one.applicatie)).first;
    const auto& applicatie = found->second;
    if (!applicatie || !applicatie->is_actief(now_) || !applicatie->rechten.has({access::Groep::notificaties, access::Actie::lezen})) return false;
    if (!zicht) return true;
    if (!applicatie->rechten.has({zicht->groep, access::Actie::lezen})) return false;
    if (zicht->vertrouwelijk && !applicatie->vertrouwelijk) return false;
    const auto& domeinen = applicatie->domeinen;
    return zicht->domein.empty() || std::find(domeinen.begin(), domeinen.end(), zicht->domein) != domeinen.end();
}

int Uitreiker::hand_out(Notificatie notificatie, const std::optional<Zicht>& zicht) {
    // What others tell is told now, whatever their clock says.
    const Instant since = zicht ? notificatie.op : now_;
    int hearers = 0;
    for (const Abonnement& one : abonnementen(notificatie.gemeente)) {
        if (since < one.gemaakt_op || !past(one, notificatie) || !may_hear(one, zicht)) continue;
        if (hearers++ == 0) {
            if (notificatie.oorzaak && is_verteld(tx_, *notificatie.oorzaak)) return 0;
            notificatie.id = ids_.make<dichtbij::Notificatie>();
            insert_notificatie(tx_, notificatie);
        }
        Levering levering;
        levering.id = ids_.make<dichtbij::Levering>();
        levering.abonnement = one.id;
        levering.notificatie = notificatie.id;
        levering.gemeente = one.gemeente;
        levering.object = notificatie.object;
        levering.staat = has_open(tx_, one.id, notificatie.object) ? Leveringstaat::wacht : Leveringstaat::klaar;
        levering.sinds = now_;
        levering.volgende_op = now_;
        insert_levering(tx_, levering);
    }
    return hearers;
}

}  // namespace dichtbij::notificatie
