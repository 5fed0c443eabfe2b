#pragma once
// What every screen of the desk gets and gives. A screen registers its routes here, so that signing in,
// the form token, the language and the frame around the page are the same everywhere.
//
//     routes.get("/taken/{id}", [this](http::Request& request, Desk& desk) { return show(request, desk); });

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "access/session.h"
#include "http/request.h"
#include "http/response.h"
#include "http/router.h"
#include "html/catalogue.h"
#include "html/frame.h"
#include "html/writer.h"

namespace dichtbij::access {

class DeskSite;

// One request of a signed-in employee.
struct Desk {
    // With request_id; `scherm` is the literal part of the route's pattern ("taken", "beheer/accounts"),
    // `doel` is "beheer" for what begins with /beheer and "dienstverlening" for the rest.
    Caller caller;
    const html::Texts& t;
    std::string csrf;  // for every form
    Instant now;
    const Session& session;
    html::DeskFrame frame;  // filled by the frame filler; a screen may add live_topics, search, ...
    const html::AssetUrl& assets;

    const DeskSite& site;
    const http::Request& request;
    bool is_frame_filled = false;  // of answers to forms and to htmx the frame is filled when a page needs it

    html::Taal taal() const { return t.taal(); }
    Day today() const { return day_of(now); }

    // The whole page.
    http::Response page(const html::PageHead& head, const html::Html& main, int status = 200) const;
    http::Response page(std::string_view title, const html::Html& main) const;
    // The form again, after wrong input: status 422, "Fout:" before the title.
    http::Response invalid_page(std::string_view title, const html::Html& main) const;
    // A part of a page, for htmx and live screens.
    http::Response fragment(const html::Html& part, int status = 200) const;
    // The page of a failure: 404, 403 ("something runs, not what"), 409, or 400; for htmx a fragment. For
    // Reason::invalid a screen shows its form again instead, with invalid_page.
    http::Response fail(const Failure& failure) const;
};

using DeskHandler = std::function<http::Response(http::Request&, Desk&)>;

// Fills counts, navigation and open conversations of the frame; given in the wiring. It leaves alone what
// a screen may have set: live_topics and search.
using FrameFiller = std::function<void(const http::Request&, Desk&)>;

class DeskRoutes {
  public:
    virtual ~DeskRoutes() = default;
    virtual void get(std::string_view pattern, DeskHandler handler) = 0;
    virtual void post(std::string_view pattern, DeskHandler handler) = 0;
};

}  // namespace dichtbij::access
