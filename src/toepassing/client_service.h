#pragma once
// Applications as the Autorisaties API knows them: with their client ids, made and changed as one whole. An application
// that is switched off is not there.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "toepassing/toepassing_service.h"

namespace dichtbij::toepassing {

struct Client {
    Applicatie applicatie;
    std::vector<std::string> client_ids;  // that can be used, by name
    bool operator==(const Client&) const = default;
};

// A client id that comes in here has a secret that nobody was told: the administrator replaces it on the page of
// applications, and then knows it. Failures name the fields of Gegevens and "client_ids".
class ClientService {
  public:
    ClientService(store::Store& store, const Clock& clock, ToepassingService& toepassingen) : store_(store), clock_(clock), toepassingen_(toepassingen) {}

    // By name; of these client ids only, when there are any.
    Result<std::vector<Client>> list(const access::Caller&, Id<Gemeente>, const std::vector<std::string>& client_ids);
    Result<Client> get(const access::Caller&, Id<dichtbij::Applicatie>);
    Result<Client> find(const access::Caller&, Id<Gemeente>, std::string_view client_id);
    Result<Client> make(const access::Caller&, Id<Gemeente>, const Gegevens&, const std::vector<std::string>& client_ids);
    // A client id that is not named any more is revoked.
    Result<Client> change(const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie, const Gegevens&, const std::vector<std::string>& client_ids);
    // Switched off, and its client ids revoked.
    Result<Done> remove(const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie);

  private:
    Client client_of(Applicatie&&, const std::vector<Token>&) const;
    Result<Client> managed(store::Tx&, const access::Caller&, Id<dichtbij::Applicatie>) const;
    Result<Done> set_client_ids(store::Tx&, const access::Caller&, const Applicatie&, const std::vector<std::string>& wanted);

    store::Store& store_;
    const Clock& clock_;
    ToepassingService& toepassingen_;
};

}  // namespace dichtbij::toepassing
