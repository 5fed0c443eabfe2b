#pragma once
// OpenID Connect with one provider: authorization code with PKCE, as OIDC-NLGOV asks. Who is sent there and
// what comes of it is decided elsewhere; nothing here touches the store. Calls outside: never in a transaction.

#include <boost/json/object.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/time.h"
#include "client/web.h"
#include "oidc/provider.h"

namespace dichtbij::oidc {

inline constexpr seconds sleutels_geldig = hours(1);   // then the keys are asked again
inline constexpr seconds sleutels_rust{30};            // an unknown kid asks for them again at most this often
inline constexpr seconds metadata_geldig = hours(6);
inline constexpr seconds storing_rust{10};             // after a failure nothing is asked for so long

enum class Antwoordfout {
    buiten_dienst,  // the provider does not answer, or says that it cannot: nothing is known
    geweigerd,      // it says no: the code or the token does not count (any more)
    ongeldig,       // the answer is not to be trusted; the log says why
};

// What goes along to the provider's page.
struct Uitnodiging {
    std::string state;
    std::string nonce;
    std::string verifier;  // of PKCE
    std::string taal = "nl";
    std::string acr_values;  // empty: not asked
};

// What came for a code or a refresh token, verified.
struct Tokens {
    boost::json::object id;  // claims of the id token; of a refresh perhaps empty
    std::string access_token;
    std::string refresh_token;  // empty: the provider gave none
};

struct Afmelding {  // from a logout token
    std::string sid;
    std::string onderwerp;
};

// Thread-safe. Remembers the provider's addresses and keys.
class OidcClient {
  public:
    // `provider` outlives it.
    OidcClient(const Provider& provider, std::string redirect_uri, client::Web& web, const Clock& clock)
        : provider_(provider), redirect_uri_(std::move(redirect_uri)), web_(web), clock_(clock) {}

    // Where the browser goes; nothing: the provider does not answer.
    std::optional<std::string> authorization_url(const Uitnodiging&);
    // `iss` as it came with the code; nullptr: it did not.
    bool is_goede_uitgever(const std::string* iss);
    tl::expected<Tokens, Antwoordfout> redeem(std::string_view code, std::string_view verifier, const std::string& nonce);
    // geweigerd only when the provider says so (invalid_grant), so that a fault of its own is no withdrawal.
    tl::expected<Tokens, Antwoordfout> refresh(std::string_view refresh_token);
    // Claims about `sub`; an empty object when the provider has no such address.
    tl::expected<boost::json::object, Antwoordfout> userinfo(std::string_view access_token, std::string_view sub);
    // A token verified by key and content; also refetches keys, seldom, when it does not know the key.
    tl::expected<boost::json::object, Tokenfout> verify(std::string_view token, const std::optional<std::string>& nonce);
    // OpenID Connect Back-Channel Logout 1.0.
    std::optional<Afmelding> read_logout_token(std::string_view token);
    // Where the browser goes to sign out there too; nothing: the provider has no such page. Without a token in
    // the address: it may hold a BSN.
    std::optional<std::string> end_session_url(std::string_view terug);

  private:
    struct Metadata {
        std::string authorization_endpoint, token_endpoint, userinfo_endpoint, end_session_endpoint, jwks_uri;
        bool noemt_uitgever = false;
    };
    template <class T>
    struct Onthouden {
        std::shared_ptr<const T> waarde;
        Instant op;                       // read then
        std::optional<Instant> mislukt_op;
    };
    using Sleutels = std::vector<Sleutel>;

    std::shared_ptr<const Metadata> metadata();
    std::optional<Metadata> read_metadata();
    std::shared_ptr<const Sleutels> sleutels(bool opnieuw);
    std::optional<Sleutels> read_sleutels();
    const Sleutel* find(const Sleutels&, const Jwt&) const;
    tl::expected<boost::json::object, Tokenfout> authentic(std::string_view token);
    std::optional<Tokenfout> check(const boost::json::object& inhoud, const std::optional<std::string>& nonce) const;
    tl::expected<boost::json::object, Antwoordfout> ask_tokens(std::string form);
    client::Webvraag token_vraag(const Metadata&, std::string form) const;
    Antwoordfout refused(Tokenfout);
    void log(std::string_view what) const;

    const Provider& provider_;
    const std::string redirect_uri_;
    client::Web& web_;
    const Clock& clock_;
    std::mutex mutex_;  // guards what follows; never held while something is asked
    Onthouden<Metadata> metadata_;
    Onthouden<Sleutels> sleutels_;
};

}  // namespace dichtbij::oidc
