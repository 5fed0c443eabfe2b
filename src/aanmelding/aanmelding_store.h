#pragma once
// All SQL of signing in through the provider.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aanmelding/aanmelding.h"
#include "access/bewaring.h"
#include "oidc/oidc_client.h"
#include "store/store.h"

namespace dichtbij::aanmelding {

struct PogingRij {  // one way to the provider and back
    store::Blob state_hash;
    store::Blob browser_hash;
    std::string nonce;
    std::string verifier;
    std::string naar;
    Instant begonnen_op;
};
BOOST_DESCRIBE_STRUCT(PogingRij, (), (state_hash, browser_hash, nonce, verifier, naar, begonnen_op))

struct SessieRij {
    Uuid id{};                       // extern_id of the session in access
    Id<Medewerker> medewerker;
    std::string onderwerp;
    std::string sub;
    std::string sid;
    std::optional<store::Blob> refresh;  // sealed; none: the provider gave none, and the session cannot be vouched for again
    Instant begonnen_op;
    Instant gecontroleerd_op;        // the provider said yes
    Instant controle_op;             // it is asked again
    std::optional<Instant> bezig_tot;  // someone asks it now
};
BOOST_DESCRIBE_STRUCT(SessieRij, (), (id, medewerker, onderwerp, sub, sid, refresh, begonnen_op, gecontroleerd_op, controle_op, bezig_tot))

struct AfgewezenRij {
    std::string onderwerp;
    std::string naam;
    std::string email;
    std::string groepen;             // one a line
    Afwijzing reden = Afwijzing::geen_groep;
    std::optional<Id<Medewerker>> medewerker;  // whom a beheerder may link
    Instant op;
};
BOOST_DESCRIBE_STRUCT(AfgewezenRij, (), (onderwerp, naam, email, groepen, reden, medewerker, op))

class AanmeldingStore {
  public:
    explicit AanmeldingStore(store::Tx& tx) : tx_(tx) {}

    void insert(const PogingRij&) const;
    std::optional<PogingRij> take_poging(std::string_view state_hash) const;  // works once

    std::vector<Toewijzing> toewijzingen() const;  // by group, then in the order they were made
    std::optional<Toewijzing> toewijzing(Id<Toewijzing>) const;
    void insert(const Toewijzing&) const;
    bool remove(Id<Toewijzing>) const;

    std::optional<Id<Medewerker>> koppeling(std::string_view onderwerp) const;
    void koppel(std::string_view onderwerp, Id<Medewerker>, Instant op) const;  // instead of an earlier one of him
    Gaven gegeven(Id<Medewerker>) const;
    void set_gegeven(Id<Medewerker>, const Gaven&) const;

    void insert(const SessieRij&) const;
    std::optional<SessieRij> sessie(const Uuid& id) const;
    std::vector<SessieRij> due(Instant now, int limit) const;  // the longest due first
    std::vector<SessieRij> sessies_van(const oidc::Afmelding&) const;
    void update(const SessieRij&) const;
    void hurry(Id<Medewerker>, Instant now) const;
    void remove_sessie(const Uuid& id) const;
    std::int64_t zonder_refresh(Instant since) const;

    void put(const AfgewezenRij&) const;
    std::optional<AfgewezenRij> afgewezen(std::string_view onderwerp) const;
    std::vector<AfgewezenRij> afgewezenen(int limit) const;  // the newest first
    void remove_afgewezen(std::string_view onderwerp) const;

  private:
    store::Tx& tx_;
};

std::vector<access::Vernietigd> delete_old_pogingen(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_sessies(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_afgewezenen(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_lost_koppelingen(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::aanmelding
