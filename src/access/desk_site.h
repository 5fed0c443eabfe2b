#pragma once
// The desk as a site: who may come in, in which language, with which frame. Adds its filter to a router:
// a route that is not open asks for a complete session, a form for its token.

#include <memory>

#include "access/account.h"
#include "access/desk.h"

namespace dichtbij::access {

struct SiteParts {
    http::Router& router;
    const Accounts& accounts;
    const html::Catalogue& texts;
    html::AssetUrl assets;
    FrameFiller fill = {};                    // without: an empty frame
    std::function<html::Brand()> brand = {};  // of pages without a signed-in employee
    // The page that comes before signing in: of an installation without a gemeente. Empty: none.
    std::function<std::string()> before_sign_in = {};
};

class DeskSite final : public DeskRoutes {
  public:
    // Everything in `parts` and the site itself outlive the router's last request.
    explicit DeskSite(SiteParts parts);

    void get(std::string_view pattern, DeskHandler handler) override;
    void post(std::string_view pattern, DeskHandler handler) override;
    // With options of its own: a form with files.
    void post(std::string_view pattern, DeskHandler handler, http::RouteOptions options);
    // Without a complete session; handlers ask session_of() themselves.
    void get_open(std::string_view pattern, http::Handler handler);
    void post_open(std::string_view pattern, http::Handler handler);

    const Accounts& accounts() const { return parts_.accounts; }
    std::string before_sign_in() const { return parts_.before_sign_in ? parts_.before_sign_in() : std::string(); }
    // Of the session, else of the cookie, else what the browser prefers.
    const html::Texts& texts_for(const http::Request& request) const;
    // The session that the cookie shows, complete or not; nullptr when there is none.
    std::shared_ptr<const Session> session_of(http::Request& request) const;
    // The form token for pages before there is a session; puts its secret in a cookie when needed.
    std::string open_csrf(http::Request& request, http::Response& response) const;

    // A page without the frame of the desk: signing in, first start.
    http::Response quiet_page(const http::Request& request, const html::PageHead& head, const html::Html& main,
                              int status = 200) const;
    // For Router::set_status_page.
    http::Response status_page(http::Request& request, int status) const;
    // For ServerOptions::on_error: 503 when the store is unavailable, else 500.
    http::Response error_page(const std::exception& error, http::Request& request) const;

    // Fills the frame and writes the page. For Desk.
    http::Response desk_page(const Desk& desk, const html::PageHead& head, const html::Html& main, int status) const;

  private:
    http::Response filter(http::Request& request, const http::Next& next) const;
    http::Response handle(http::Request& request, const DeskHandler& handler) const;
    http::Response not_signed_in(const http::Request& request, const Session* session) const;
    Desk desk_for(http::Request& request, const std::shared_ptr<const Session>& session) const;
    void fill(Desk& desk) const;

    SiteParts parts_;
};

// "__Host-sessie" over https, "sessie" without.
void set_session_cookie(const http::Request& request, http::Response& response, std::string_view token);
void remove_session_cookie(const http::Request& request, http::Response& response);
void set_language_cookie(http::Response& response, std::string_view taal);
// `typed` when it is a path on this site, else "/".
std::string safe_path(std::string_view typed);
// Where a person in this phase goes on.
std::string path_of(Fase fase, std::string_view naar);

}  // namespace dichtbij::access
