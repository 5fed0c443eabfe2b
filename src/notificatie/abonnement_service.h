#pragma once
// Who hears of what: subscriptions that applications make over the Notificaties API, and signed webhooks that the
// administrator makes. An application sees and changes its own; the administrator sees all of his gemeenten, changes
// webhooks, and switches any of them off.

#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "notificatie/bestemming.h"
#include "notificatie/notificatie.h"
#include "notificatie/notificatie_schema_store.h"
#include "store/store.h"

namespace dichtbij::notificatie {

// Of the installation. Made from the settings.
struct Opties {
    std::string basis;           // what stands before paths of our own resources: api_url; empty: nothing can be told
    Bestemmingen bestemmingen;   // where subscribers may be
    std::string sleutel;         // that secrets are kept under (toepassing/zegel.h); empty: as they are
    struct Component {
        std::string url;         // of the API, without a slash at the end; empty: there is none
        std::string client_id;   // signs a JWT with `geheim`; or:
        std::string geheim;
        std::string token;       // "Token ..." or "Bearer ...", as it is sent
    } component = {};
};

struct Aanmelding {  // over the API
    std::string callback_url;
    std::string auth;
    std::vector<Kanaalkeuze> kanalen;
};

struct Webhook {  // what the administrator fills in
    std::string naam;
    std::string callback_url;
    std::vector<Kanaalkeuze> kanalen;
};

struct Abonnementregel {
    Abonnement abonnement;
    std::string van;            // name of the application; empty: none made it
    std::int64_t wachtend = 0;  // leveringen on their way
    std::int64_t dood = 0;      // given up
};

struct NieuweWebhook {
    Abonnement abonnement;
    std::string geheim;  // shown once
};

// With the header that it wants back: only for its owner.
struct EigenAbonnement {
    Abonnement abonnement;
    std::string auth;
};

class AbonnementService {
  public:
    AbonnementService(store::Store& store, const Clock& clock, IdSource& ids, const Opties& opties) : store_(store), clock_(clock), ids_(ids), opties_(opties) {}
    const Opties& opties() const { return opties_; }

    // An application, with the right to hear of changes. invalid: an address that is not on the list, a channel that is
    // not there or that it may not read. conflict: no basis was set.
    Result<std::vector<EigenAbonnement>> own(const access::Caller&, Id<Gemeente>);
    Result<EigenAbonnement> own_one(const access::Caller&, Id<dichtbij::Abonnement>);
    Result<EigenAbonnement> subscribe(const access::Caller&, Id<Gemeente>, const Aanmelding&);
    Result<EigenAbonnement> change_own(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie, const Aanmelding&);
    Result<Done> unsubscribe(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie);

    // A beheerder, in his own gemeenten.
    Result<std::vector<Abonnementregel>> list(const access::Caller&);
    Result<Abonnementregel> get(const access::Caller&, Id<dichtbij::Abonnement>);
    Result<NieuweWebhook> make_webhook(const access::Caller&, Id<Gemeente>, const Webhook&);
    Result<Abonnement> change_webhook(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie, const Webhook&);
    Result<NieuweWebhook> replace_geheim(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie);
    // Off: nothing is told any more, and what was on its way is dropped. On: it hears what happens from then on.
    Result<Abonnement> switch_off(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie);
    Result<Abonnement> switch_on(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie);
    // With all that was on its way. Not of the component: that is a setting.
    Result<Done> remove(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie);

    // At a start, and for a gemeente that was just made: the abonnement of the component, when one is set.
    void prepare_component(store::Tx&, Id<Gemeente>, Instant vanaf);
    void prepare_component();

  private:
    Result<Abonnement> owned(store::Tx&, const access::Caller&, Id<dichtbij::Abonnement>) const;
    Result<Abonnement> managed(store::Tx&, const access::Caller&, Id<dichtbij::Abonnement>) const;
    Abonnementregel regel_of(store::Tx&, Abonnement) const;
    EigenAbonnement with_auth(store::Tx&, Abonnement) const;
    std::vector<FieldError> faults(store::Tx&, const access::Caller&, Id<Gemeente>, const Aanmelding&) const;
    std::vector<FieldError> faults(store::Tx&, Id<Gemeente>, const Webhook&) const;
    Result<Done> room(store::Tx&, Id<Gemeente>) const;
    Result<Abonnement> set_off(const access::Caller&, Id<dichtbij::Abonnement>, std::int64_t versie, std::optional<Instant> uit_op);
    store::Blob sealed(std::string_view secret) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const Opties& opties_;
};

}  // namespace dichtbij::notificatie
