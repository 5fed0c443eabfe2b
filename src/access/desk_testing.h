#pragma once
// For tests of screens: a browser that keeps its cookies and talks to a router, without sockets.

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/desk_site.h"
#include "access/sign_in_desk.h"
#include "access/testing.h"

namespace dichtbij::access::testing {

inline const html::Catalogue& test_texts() {
    static const html::Catalogue texts("text");
    return texts;
}

class Browser {
  public:
    explicit Browser(const http::Router& router) : router_(router) {}

    http::Response get(std::string_view target) { return send(http::Method::get, target, {}); }
    // Fills in the form token of the page seen last.
    http::Response post(std::string_view target, std::vector<std::pair<std::string, std::string>> form) {
        if (!csrf_.empty()) form.emplace_back("_csrf", csrf_);
        return send(http::Method::post, target, std::move(form));
    }
    http::Response post_without_token(std::string_view target) { return send(http::Method::post, target, {}); }
    // E-mail and password, and whatever comes of it.
    http::Response sign_in(int n, std::string_view naar = "") {
        get("/inloggen");
        return post("/inloggen", {{"email", Desk::email(n)}, {"wachtwoord", good_password}, {"naar", std::string(naar)}});
    }

    bool is_htmx = false;
    std::string language = {};
    std::string address = desk.adres;
    const std::map<std::string, std::string>& cookies() const { return cookies_; }

  private:
    http::Response send(http::Method method, std::string_view target, std::vector<std::pair<std::string, std::string>> form) {
        http::Request request;
        request.method = method;
        request.target = std::string(target);
        CHECK_THAT(http::split_target(request));
        for (const auto& [name, value] : cookies_) request.headers.add("Cookie", name + "=" + value);
        request.headers.add("Host", "balie.example");
        request.headers.add("User-Agent", desk.user_agent);
        if (is_htmx) request.headers.add("HX-Request", "true");
        if (!language.empty()) request.headers.add("Accept-Language", language);
        CHECK_THAT(http::understand(request, {address, nullptr}, {}).has_value());
        for (auto& [name, value] : form) request.form.add(name, value);
        request.id = "r-1";
        http::Response response = router_.handle(request);
        for (const http::Cookie& cookie : response.cookies) {
            if (cookie.max_age == std::chrono::seconds(0)) cookies_.erase(cookie.name);
            else cookies_[cookie.name] = cookie.value;
        }
        keep_token(response.body);
        return response;
    }

    void keep_token(const std::string& page) {
        static constexpr std::string_view before = "name=\"_csrf\" value=\"";
        const auto at = page.find(before);
        if (at != std::string::npos) csrf_ = page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
    }

    const http::Router& router_;
    std::map<std::string, std::string> cookies_;
    std::string csrf_;
};

inline bool holds(const http::Response& response, std::string_view text) { return response.body.find(text) != std::string::npos; }
inline std::string location(const http::Response& response) { return std::string(response.headers.get("Location")); }

// A desk with screens, over accounts.
struct Site {
    Desk desk;
    http::Router router;
    DeskSite site;

    explicit Site(store::Store& store, Options options = cheap_options(), FrameFiller fill = {})
        : desk(store, std::move(options)),
          site({router, desk.accounts, test_texts(), [](std::string_view file) { return "/assets/" + std::string(file); }, std::move(fill), {}}) {
        add_sign_in_screens(site);
    }
};

}  // namespace dichtbij::access::testing
