#pragma once
// The site itself: what it is made of, and the frame around its pages. For the wiring and the screens of this
// folder; other capabilities register on portaal::Routes (site.h).

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "access/access_log.h"
#include "norm/norm_service.h"
#include "portaal/aanmelden_service.h"
#include "portaal/site.h"
#include "portaal/volgen_service.h"

namespace dichtbij::portaal {

// Someone whom the demo lets in by choosing.
struct Demobewoner {
    Id<Partij> partij;
    std::string naam;
    std::string toelichting;
};
using Demobewoners = std::function<std::vector<Demobewoner>(store::Tx&, Id<Gemeente>)>;

struct SiteDelen {
    http::Router& router;
    SessieService& sessies;
    AanmeldService& aanmelden;
    VolgService& volgen;
    partij::PartijService& partijen;
    norm::NormService& normen;
    access::AccessLog& log;
    const html::Catalogue& texts;
    html::AssetUrl assets;
    std::string public_url = {};     // "https://mijn.oeverland.nl"; empty without identity providers
    Demobewoners demo = {};          // without: no sign-in by choosing
    std::function<bool(store::Tx&, Id<Gemeente>)> heeft_logo = {};
    http::RateLimit aanmeld_limiet = {.burst = 20, .refill_per_minute = 10};  // per address
};

class Site final : public Routes {
  public:
    // All in `delen` and the site itself outlive the router's last request. Adds no routes.
    explicit Site(SiteDelen delen);

    void get(std::string_view pattern, Eis eis, Handler handler) override;
    void post(std::string_view pattern, Eis eis, Handler handler) override;
    void add(const Onderdeel& onderdeel) override { delen_.volgen.add(onderdeel); }
    void add_blok(Blok blok) override { blokken_.push_back(std::move(blok)); }
    void add_link(std::string_view path, std::string_view text_key) override { links_.emplace_back(path, text_key); }

    // Routes that belong to no gemeente yet, or answer machines: the gemeente is the one of the session, else
    // the one visited last, else the only one. Without any: the page to choose.
    void get_open(std::string_view pattern, Handler handler);
    // For machines: without gemeente and form token.
    void get_machine(std::string_view pattern, http::Handler handler);
    void post_machine(std::string_view pattern, http::Handler handler);

    const SiteDelen& delen() const { return delen_; }
    const std::vector<Blok>& blokken() const { return blokken_; }
    const std::vector<std::pair<std::string, std::string>>& links() const { return links_; }
    // A page of this site for a status that the platform decides; for paths that is_of_portaal.
    http::Response status_page(http::Request& request, int status) const;
    http::Response error_page(const std::exception& error, http::Request& request) const;
    // The page to choose a gemeente.
    http::Response choose_gemeente(http::Request& request) const;
    static bool is_of_portaal(std::string_view path);

    http::Response whole_page(const Mijn& mijn, const Paginakop& kop, const html::Html& main, int status) const;
    // Where someone signs in to come back to `naar`.
    static std::string inloggen_url(const Mijn& mijn, std::string_view naar, Betrouwbaarheidsniveau niveau);
    // Whether one more attempt to sign in or to follow is allowed from this address.
    bool may_try(const http::Request& request) const;

  private:
    void add(http::Method method, std::string_view pattern, Eis eis, Handler handler);
    http::Response handle(http::Request& request, const Eis& eis, const Handler& handler) const;
    http::Response let_in(Mijn& mijn, const Eis& eis, const Handler& handler) const;
    Mijn mijn_for(http::Request& request, std::shared_ptr<const Sessie> sessie, organisatie::Gemeente gemeente) const;
    std::optional<organisatie::Gemeente> gemeente_of(http::Request& request, const Sessie* sessie) const;
    const html::Texts& texts_for(const http::Request& request, const Sessie* sessie) const;
    bool needs_token(const Mijn& mijn) const;

    SiteDelen delen_;
    std::vector<Blok> blokken_;
    std::set<std::string, std::less<>> formulieren_;  // patterns with a POST
    mutable http::RateLimiter pogingen_;
    std::vector<std::pair<std::string, std::string>> links_;
};

// The session that the cookie shows; nullptr when there is none.
std::shared_ptr<const Sessie> find_sessie(const SiteDelen&, http::Request&, Gebruik);
http::Cookie sessie_cookie(const http::Request&, std::string_view token);
http::Cookie geen_sessie_cookie(const http::Request&);
// The secret that binds an attempt to this browser; made and put in `mijn.cookies` when there is none.
std::string browser_secret(Mijn& mijn);
std::string browser_secret_of(const http::Request& request);
// `typed` when it is a path on this site below /mijn or /g, else "/mijn".
std::string veilig_pad(std::string_view typed);

}  // namespace dichtbij::portaal
