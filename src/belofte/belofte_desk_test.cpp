#include <doctest/doctest.h>

#include "access/account.h"
#include "access/desk_site.h"
#include "belofte/belofte_routes.h"
#include "support/zaken.h"

namespace dichtbij::belofte {
namespace {

using http::Request;
using http::Response;
using testing::Zaken;

const html::Catalogue& texts() {
    static const html::Catalogue all("text");
    return all;
}

// The screen over cases of a test, for whoever is set as the caller.
class Bureau final : public access::DeskRoutes {
  public:
    Bureau(Zaken& z, BelofteService& beloften)
        : z_(z), caller(z.ruben()), accounts_(z.store, z.clock, {}, {}), assets_([](std::string_view file) { return "/assets/" + std::string(file); }),
          site_({router_, accounts_, texts(), assets_, {}, {}}) {
        add_routes(*this, {z.store, beloften});
    }
    void get(std::string_view pattern, access::DeskHandler handler) override { screens_.get(pattern, wrapped(std::move(handler))); }
    void post(std::string_view pattern, access::DeskHandler handler) override { screens_.post(pattern, wrapped(std::move(handler))); }

    Response look(std::string_view target) {
        Request request;
        request.method = http::Method::get;
        request.target = std::string(target);
        REQUIRE(http::split_target(request));
        request.headers.add("Host", "balie.example");
        REQUIRE(http::understand(request, {"192.0.2.1", nullptr}, {}).has_value());
        Response response = screens_.handle(request);
        CAPTURE(target);
        CHECK_MESSAGE(response.body.find("«") == std::string::npos, "a text is missing");
        return response;
    }

  private:
    http::Handler wrapped(access::DeskHandler handler) {
        return [this, handler = std::move(handler)](Request& request) {
            access::Desk desk{.caller = caller, .t = texts().of(taal), .csrf = "proef", .now = z_.clock.now(), .session = session_, .frame = {},
                              .assets = assets_, .site = site_, .request = request};
            return handler(request, desk);
        };
    }
    Zaken& z_;

  public:
    access::Caller caller;
    html::Taal taal = html::Taal::nl;

  private:
    access::Accounts accounts_;
    access::Session session_;
    html::AssetUrl assets_;
    http::Router router_;
    http::Router screens_;
    access::DeskSite site_;
};

bool holds(const Response& response, std::string_view words) { return response.body.find(words) != std::string::npos; }

template <class F>
void at_the_desk(F test) {
    auto schema = testing::zaken_schema();
    schema.insert(schema.end(), migrations().begin(), migrations().end());
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Zaken zaken(*fresh->store, "2026-10-19 09:00");
        BelofteService beloften(zaken.store, zaken.clock, zaken.zaken, zaken.werk);
        Bureau bureau(zaken, beloften);
        test(zaken, beloften, bureau);
    }
}

// A case of Ruben on the day its promise has passed.
zaak::Gemaakt overdue(Zaken& z, BelofteService& beloften) {
    const auto one = z.made();
    CHECK_THAT(z.werk.accept(z.ruben(), one.werk.id, one.werk.versie).has_value());
    z.set("2026-11-17 06:00");
    CHECK_THAT(beloften.check_promises(z.clock.now(), 100).in_gevaar == 1);
    return one;
}

}  // namespace

TEST_CASE("without a promise in danger the screen says that all goes as promised, in both languages") {
    at_the_desk([](Zaken&, BelofteService&, Bureau& bureau) {
        CHECK(holds(bureau.look("/beloften"), "Jouw zaken lopen zoals beloofd."));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beloften"), "Your cases are going as promised."));
    });
}

TEST_CASE("a promise in danger stands there with the reason and the way to another date") {
    at_the_desk([](Zaken& z, BelofteService& beloften, Bureau& bureau) {
        const auto one = overdue(z, beloften);
        const Response page = bureau.look("/beloften");
        CHECK(page.status == 200);
        CHECK(holds(page, "Kappen van een beuk"));
        CHECK(holds(page, "De beloofde dag is voorbij."));
        CHECK(holds(page, "Inwoner weet het nog niet"));
        CHECK(holds(page, "/zaken/" + one.zaak.id.text() + "?paneel=verzet#h-paneel"));
        CHECK_FALSE(holds(page, "lijst=team"));
        bureau.caller = z.ilse();
        CHECK(holds(bureau.look("/beloften"), "Geen beloften in gevaar."));
        bureau.caller = organisatie::testing::caller(z.v.sanne, {{access::Rol::manager, z.v.oeverland, {}}});
        CHECK(holds(bureau.look("/beloften"), "Kappen van een beuk"));  // everyone's, without choosing
        CHECK(holds(bureau.look("/beloften?na=1.zomaar"), "Kappen van een beuk"));
        bureau.taal = html::Taal::en;
        CHECK(holds(bureau.look("/beloften?lijst=alles"), "The promised day has passed."));
    });
}

TEST_CASE("who leads no team is refused the list of a team") {
    at_the_desk([](Zaken&, BelofteService&, Bureau& bureau) {
        CHECK(bureau.look("/beloften?lijst=team").status == 403);
        CHECK(bureau.look("/beloften?lijst=alles").status == 403);
    });
}

}  // namespace dichtbij::belofte
