#pragma once
// For tests of screens: whoever is set as the caller at his desk, signed in already, without sockets. A page that
// lacks one of its texts fails the test.

#include <doctest/doctest.h>

#include <algorithm>

#include "access/desk_testing.h"

namespace dichtbij::testing {

using access::testing::holds;
using access::testing::location;
using Formulier = std::vector<std::pair<std::string, std::string>>;

class Bureau : public access::DeskRoutes {
  public:
    Bureau(store::Store& store, const Clock& clock, access::Caller who)
        : caller(std::move(who)), clock_(clock), accounts_(store, clock, {}, {}), assets_([](std::string_view file) { return "/assets/" + std::string(file); }),
          site_({router_, accounts_, access::testing::test_texts(), assets_, {}, {}}) {}
    void get(std::string_view pattern, access::DeskHandler handler) override { screens_.get(pattern, wrapped(std::move(handler))); }
    void post(std::string_view pattern, access::DeskHandler handler) override { screens_.post(pattern, wrapped(std::move(handler))); }

    http::Response look(std::string_view target) { return ask(http::Method::get, target, {}); }
    http::Response send(std::string_view target, const Formulier& form) { return ask(http::Method::post, target, form); }

    access::Caller caller;
    html::Taal taal = html::Taal::nl;

  private:
    http::Handler wrapped(access::DeskHandler handler) {
        return [this, handler = std::move(handler)](http::Request& request) {
            access::Desk desk{.caller = caller, .t = access::testing::test_texts().of(taal), .csrf = "proef", .now = clock_.now(), .session = session_, .frame = {},
                              .assets = assets_, .site = site_, .request = request};
            return handler(request, desk);
        };
    }
    http::Response ask(http::Method method, std::string_view target, const Formulier& form) {
        http::Request request;
        request.method = method;
        request.target = std::string(target);
        REQUIRE(http::split_target(request));
        request.headers.add("Host", "balie.example");
        REQUIRE(http::understand(request, {"192.0.2.1", nullptr}, {}).has_value());
        for (const auto& [field, typed] : form) request.form.add(field, typed);
        http::Response response = screens_.handle(request);
        CAPTURE(target);
        const auto missing = response.body.find("«");
        CHECK_MESSAGE(missing == std::string::npos, "a text is missing: " << response.body.substr(std::min(missing, response.body.size()), 60));
        return response;
    }

    const Clock& clock_;
    access::Accounts accounts_;
    access::Session session_;
    html::AssetUrl assets_;
    http::Router router_;
    http::Router screens_;
    access::DeskSite site_;
};

}  // namespace dichtbij::testing
