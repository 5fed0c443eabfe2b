#pragma once
// One attempt to sign in, from the button to the session. State, nonce and PKCE verifier stand in the store,
// bound to the browser by a cookie; an attempt works once, within ten minutes.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portaal/oidc.h"
#include "portaal/sessie_service.h"

namespace dichtbij::portaal {

inline constexpr minutes aanmelding_geldig{10};

struct BeginAanmelding {
    Id<Gemeente> gemeente;
    std::string gemeente_code;
    std::string aanbieder;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    std::string naar;      // a path on this site
    std::string taal = "nl";
    std::string browser;   // the secret in the cookie
};

// What came back in the address.
struct Terugkomst {
    std::string aanbieder;
    std::string state;
    std::string code;
    std::string error;
    std::optional<std::string> iss;
    std::string browser;
    std::string user_agent;
};

// Where an attempt was going; unknown when the attempt is.
struct Bedoeling {
    std::optional<Id<Gemeente>> gemeente;
    std::string naar = "/mijn";
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
};

struct Aangemeld {
    std::string token;  // for the cookie
    Bedoeling bedoeling;
};
struct NietAangemeld {
    Aanmeldfout fout = Aanmeldfout::ongeldig;
    Bedoeling bedoeling;
};

class AanmeldService {
  public:
    AanmeldService(SessieService& sessies, std::vector<std::unique_ptr<OidcClient>> aanbieders)
        : sessies_(sessies), aanbieders_(std::move(aanbieders)) {}

    bool heeft_aanbieders() const { return !aanbieders_.empty(); }
    OidcClient* aanbieder(std::string_view code) const;  // nullptr: there is none
    std::vector<const Aanbieder*> voor(std::string_view gemeente_code) const;

    // The address at the provider. Calls outside; not in a transaction.
    tl::expected<std::string, Aanmeldfout> begin(const BeginAanmelding&);
    tl::expected<Aangemeld, NietAangemeld> finish(const Terugkomst&);

  private:
    SessieService& sessies_;
    const std::vector<std::unique_ptr<OidcClient>> aanbieders_;
};

}  // namespace dichtbij::portaal
