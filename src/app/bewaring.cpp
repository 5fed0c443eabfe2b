#include "app/bewaring.h"

#include "aanmelding/bewaring.h"
#include "access/access_log.h"
#include "api/contactgegevens/bewaring.h"
#include "api/idempotentie_store.h"
#include "app/bewaring_store.h"
#include "balie/bewaring.h"
#include "bericht/bewaring.h"
#include "bezorging/bewaring.h"
#include "document/bewaring.h"
#include "formulier/bewaring.h"
#include "journal/journal_service.h"
#include "ketenpartner/bewaring.h"
#include "klantcontact/bewaring.h"
#include "norm/bewaring.h"
#include "notificatie/bewaring.h"
#include "opzoek/bewaring.h"
#include "organisatie/bewaring.h"
#include "overleg/bewaring.h"
#include "partij/bewaring.h"
#include "portaal/bewaring.h"
#include "postvak/bewaring.h"
#include "taak/bewaring.h"
#include "waardering/bewaring.h"
#include "toepassing/bewaring.h"
#include "werk/bewaring.h"
#include "zaak/bewaring.h"
#include "zaaktype/bewaring.h"

namespace dichtbij::app {

std::vector<access::BewaarRegel> alle_bewaar_regels(document::DocumentService& documenten, access::VernietigBuiten inzage, int inzage_dagen) {
    const auto mail_of_work = [&documenten](store::Tx& tx, Id<Werk> werk, Instant now) { return postvak::destroy_of_werk(documenten, tx, werk, now); };
    const auto form_of_work = [&documenten](store::Tx& tx, Id<Werk> werk, Instant now) { return formulier::destroy_of_werk(tx, documenten, werk, now); };
    const std::vector<werk::Meevernietiging> with_work{mail_of_work, form_of_work, waardering::destroy_of_werk, bezorging::destroy_of_werk, ketenpartner::destroy_of_werk, bericht::destroy_of_werk, taak::destroy_of_werk, klantcontact::destroy_of_werk};
    std::vector<access::BewaarRegel> all;
    for (auto& of_folder : {access::bewaar_regels(std::move(inzage), inzage_dagen), journal::bewaar_regels(), norm::bewaar_regels(),
                            organisatie::bewaar_regels(), aanmelding::bewaar_regels(), toepassing::bewaar_regels(), api::bewaar_regels(), contactgegevens::bewaar_regels(), notificatie::bewaar_regels(), opzoek::bewaar_regels(), portaal::bewaar_regels(), zaaktype::bewaar_regels(), balie::bewaar_regels(), overleg::bewaar_regels(), ketenpartner::bewaar_regels(), waardering::bewaar_regels(), bezorging::bewaar_regels(), postvak::bewaar_regels(), formulier::bewaar_regels(documenten), taak::bewaar_regels(), klantcontact::bewaar_regels(),
                            zaak::bewaar_regels(documenten, with_work), document::bewaar_regels("zaak"), werk::bewaar_regels(with_work), bericht::bewaar_regels(),
                            partij::bewaar_regels(ongebruikte_partijen, is_ongebruikt)})
        all.insert(all.end(), of_folder.begin(), of_folder.end());
    return all;
}

access::Bewaring make_bewaring(Installation& in) {
    access::Bewaring bewaring(in.store);
    bewaring.add(alle_bewaar_regels(in.documenten, [&in](Instant voor, int limit) { return in.access_log.destroy_before(voor, limit); },
                                    in.settings.retention_access_log_days));
    return bewaring;
}

std::vector<std::string> bewaar_problems(store::Store& store, std::span<const store::Migration> migrations) {
    const SystemClock clock;
    IdSource ids(clock);
    const auto files = document::open_database(store);
    document::DocumentService documenten(store, clock, ids, *files);
    access::Bewaring bewaring(store);
    bewaring.add(alle_bewaar_regels(documenten, {}, 1));
    std::vector<store::Migration> all(migrations.begin(), migrations.end());
    const auto log = access::access_log_migrations();
    all.insert(all.end(), log.begin(), log.end());
    return bewaring.problems(all);
}

}  // namespace dichtbij::app
