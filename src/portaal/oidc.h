#pragma once
// OpenID Connect with one provider: authorization code with PKCE, as OIDC-NLGOV asks. Who is sent there and
// what comes of it is decided in aanmelden_service.h; nothing here touches the store.

#include <boost/json/object.hpp>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "portaal/aanbieder.h"
#include "portaal/jose.h"
#include "client/web.h"

namespace dichtbij::portaal {

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

enum class Tokenfout { onleesbaar, sleutel_onbekend, handtekening, uitgever, bestemming, verlopen, nog_niet_geldig, nonce, onvolledig };
BOOST_DESCRIBE_ENUM(Tokenfout, onleesbaar, sleutel_onbekend, handtekening, uitgever, bestemming, verlopen, nog_niet_geldig, nonce, onvolledig)

inline constexpr seconds klokverschil{60};          // between the provider's clock and ours
inline constexpr seconds sleutels_geldig = hours(1);   // then the keys are asked again
inline constexpr seconds sleutels_rust{30};         // an unknown kid asks for them again at most this often
inline constexpr seconds metadata_geldig = hours(6);
inline constexpr seconds storing_rust{10};          // after a failure nothing is asked for so long

// What a signed token must say.
struct Verwachting {
    std::string uitgever;
    std::string client_id;
    std::optional<std::string> nonce;  // none: there may be none (a logout token)
    Instant now;
};
// Nothing: all is as expected. Signature and key are another matter.
std::optional<Tokenfout> check_inhoud(const boost::json::object& inhoud, const Verwachting&);

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

struct Afmelding {  // from a logout token
    std::string sid;
    std::string onderwerp;
};

// Thread-safe. Remembers the provider's addresses and keys.
class OidcClient {
  public:
    OidcClient(Aanbieder aanbieder, std::string redirect_uri, client::Web& web, const Clock& clock)
        : aanbieder_(std::move(aanbieder)), redirect_uri_(std::move(redirect_uri)), web_(web), clock_(clock) {}

    const Aanbieder& aanbieder() const { return aanbieder_; }
    // Where the browser goes.
    tl::expected<std::string, Aanmeldfout> authorization_url(const Poging&);
    // `iss` as it came with the code; nullptr: it did not.
    bool is_goede_uitgever(const std::string* iss);
    // The code for what the provider says, verified.
    tl::expected<Bewering, Aanmeldfout> redeem(std::string_view code, const Poging&);
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
    tl::expected<boost::json::object, Aanmeldfout> tokens(std::string_view code, const Poging&);
    tl::expected<boost::json::object, Aanmeldfout> userinfo(const boost::json::object& tokens, const boost::json::object& id);
    tl::expected<Bewering, Aanmeldfout> bewering(const boost::json::object& id, const boost::json::object& meer) const;
    client::Webvraag token_vraag(const Metadata&, std::string form) const;
    bool noemt_nummer(const boost::json::object&) const;
    void log(std::string_view what) const;

    const Aanbieder aanbieder_;
    const std::string redirect_uri_;
    client::Web& web_;
    const Clock& clock_;
    std::mutex mutex_;  // guards what follows; never held while something is asked
    Onthouden<Metadata> metadata_;
    Onthouden<Sleutels> sleutels_;
};

// The claim at a path, as text; numbers too. Empty: it is not there.
std::string claim_of(const boost::json::object&, const Claimpad&);

}  // namespace dichtbij::portaal
