#pragma once
// Signing in of residents through one provider: what it says of someone becomes a Bewering, by the claims and levels of
// the settings. The protocol stands in oidc/oidc_client.h. Nothing here touches the store.

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "oidc/oidc_client.h"
#include "portaal/aanbieder.h"

namespace dichtbij::portaal {

using oidc::Afmelding;

// Why someone could not sign in; each has its page.
enum class Aanmeldfout {
    geannuleerd,    // he stopped at the provider
    buiten_dienst,  // the provider does not answer, or says that it cannot
    ongeldig,       // the answer is not to be trusted; the log says why
    verlopen,       // the attempt is unknown here: too old, used before, or begun in another browser
    te_laag,        // signed in at a lower level than the page asks
    geen_nummer,    // the provider did not say who it is
};
BOOST_DESCRIBE_ENUM(Aanmeldfout, geannuleerd, buiten_dienst, ongeldig, verlopen, te_laag, geen_nummer)

// What the provider says of who signed in.
struct Bewering {
    std::string onderwerp;   // sub: opaque
    std::string sid;         // of the session there; may be empty
    std::string bsn;         // in normal form, or empty
    std::string kvk_nummer;
    std::string vestiging;
    std::string pseudoniem;
    std::string vertegenwoordigde_bsn;
    std::string vertegenwoordigde_kvk_nummer;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    bool operator==(const Bewering&) const = default;
};

// Secrets of one attempt.
struct Poging {
    std::string state;
    std::string nonce;
    std::string verifier;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    std::string taal = "nl";
};

// Thread-safe.
class OidcClient {
  public:
    OidcClient(Aanbieder aanbieder, std::string redirect_uri, client::Web& web, const Clock& clock)
        : aanbieder_(std::move(aanbieder)), client_(aanbieder_, std::move(redirect_uri), web, clock) {}

    const Aanbieder& aanbieder() const { return aanbieder_; }
    // Where the browser goes.
    tl::expected<std::string, Aanmeldfout> authorization_url(const Poging&);
    bool is_goede_uitgever(const std::string* iss) { return client_.is_goede_uitgever(iss); }
    // The code for what the provider says, verified.
    tl::expected<Bewering, Aanmeldfout> redeem(std::string_view code, const Poging&);
    std::optional<Afmelding> read_logout_token(std::string_view token) { return client_.read_logout_token(token); }
    std::optional<std::string> end_session_url(std::string_view terug) { return client_.end_session_url(terug); }

  private:
    tl::expected<Bewering, Aanmeldfout> bewering(const boost::json::object& id, const boost::json::object& meer) const;
    bool noemt_nummer(const boost::json::object&) const;
    void log(std::string_view what) const;

    const Aanbieder aanbieder_;
    oidc::OidcClient client_;
};

}  // namespace dichtbij::portaal
