#include "app/bewaring.h"

#include "access/access_log.h"
#include "app/bewaring_store.h"
#include "balie/bewaring.h"
#include "journal/journal_service.h"
#include "klantcontact/bewaring.h"
#include "norm/bewaring.h"
#include "organisatie/bewaring.h"
#include "partij/bewaring.h"
#include "portaal/bewaring.h"
#include "taak/bewaring.h"
#include "werk/bewaring.h"
#include "zaaktype/bewaring.h"

namespace dichtbij::app {

std::vector<access::BewaarRegel> alle_bewaar_regels(access::VernietigBuiten inzage, int inzage_dagen) {
    std::vector<access::BewaarRegel> all;
    for (auto& of_folder : {access::bewaar_regels(std::move(inzage), inzage_dagen), journal::bewaar_regels(), norm::bewaar_regels(),
                            organisatie::bewaar_regels(), portaal::bewaar_regels(), zaaktype::bewaar_regels(), balie::bewaar_regels(), taak::bewaar_regels(), klantcontact::bewaar_regels(),
                            werk::bewaar_regels({taak::destroy_of_werk, klantcontact::destroy_of_werk}),
                            partij::bewaar_regels(ongebruikte_partijen, is_ongebruikt)})
        all.insert(all.end(), of_folder.begin(), of_folder.end());
    return all;
}

access::Bewaring make_bewaring(Installation& in) {
    access::Bewaring bewaring(in.store);
    bewaring.add(alle_bewaar_regels([&in](Instant voor, int limit) { return in.access_log.destroy_before(voor, limit); },
                                    in.settings.retention_access_log_days));
    return bewaring;
}

std::vector<std::string> bewaar_problems(store::Store& store, std::span<const store::Migration> migrations) {
    access::Bewaring bewaring(store);
    bewaring.add(alle_bewaar_regels({}, 1));
    std::vector<store::Migration> all(migrations.begin(), migrations.end());
    const auto log = access::access_log_migrations();
    all.insert(all.end(), log.begin(), log.end());
    return bewaring.problems(all);
}

}  // namespace dichtbij::app
