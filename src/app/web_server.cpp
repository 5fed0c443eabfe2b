#include "app/web_server.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include "access/desk_site.h"
#include "access/profile_desk.h"
#include "access/sign_in_desk.h"
#include "api/koppelvlakken_portaal.h"
#include "app/apis.h"
#include "app/bewaring.h"
#include "app/first_start.h"
#include "app/frame_filler.h"
#include "app/live_follower.h"
#include "app/portaal.h"
#include "app/postkamer.h"
#include "app/screens.h"
#include "app/start_desk.h"
#include "app/timers.h"
#include "app/version.h"
#include "app/werkaccount.h"
#include "bezorging/postbode.h"
#include "http/assets.h"
#include "html/parts.h"
#include "http/server.h"
#include "notificatie/bezorger.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::app {
namespace {

http::TrustedProxies proxies_of(const Settings& settings) {
    auto parsed = http::TrustedProxies::parse(settings.trusted_proxies);
    if (!parsed) throw CommandFailure{exit_failed, "setting 'trusted_proxies': " + parsed.error().detail};
    return std::move(*parsed);
}

std::string health_text(Installation& in) {
    std::string followers;
    bool is_well = true;
    for (const auto& lag : in.followers.lags()) {
        followers += fmt::format("{}\"{}\":{{\"rows\":{},\"seconds\":{}}}", followers.empty() ? "" : ",", lag.name, lag.rows, lag.age.count());
        is_well = is_well && lag.error.empty();
    }
    in.store.read([](store::Tx& tx) { organisatie::gemeenten(tx); });  // the store answers
    return fmt::format("{{\"status\":\"{}\",\"version\":\"{}\",\"followers\":{{{}}}}}\n", is_well ? "ok" : "degraded", version, followers);
}

constexpr int beloften_per_keer = 250'000;
constexpr int zaken_per_keer = 200;  // in one transaction
constexpr int leveringen_per_keer = 500;

// What a browser may listen to: lists of work in general, and work, cases or persons that its own pages name.
std::optional<http::Subscription> subscription_of(const access::DeskSite& site, http::Request& request) {
    const auto session = site.session_of(request);
    if (!session || session->fase != access::Fase::volledig) return std::nullopt;
    http::Subscription subscription;
    subscription.label = session->caller.naam;
    subscription.key = session->hash;
    subscription.may_follow = [](std::string_view topic) {
        return topic == "werk" || topic.starts_with("werk:") || topic.starts_with("zaak:") || topic.starts_with("partij:");
    };
    // Over server-sent events a browser names its topics in the address.
    for (const auto topic : request.query.all("topic"))
        if (subscription.may_follow(topic)) subscription.topics.emplace_back(topic);
    return subscription;
}

}  // namespace

struct WebServer::Parts {
    Parts(Installation& in, const std::string& listen)
        : installation(in),
          texts(in.texts),
          assets({.directory = share_dir() / "web"}),
          site({.router = router, .accounts = in.accounts, .texts = texts,
                .assets = [this](std::string_view file) { return assets.url(file); }, .fill = frame_filler(in),
                .before_sign_in = [&in] { return needs_first_start(in) ? std::string("/start") : std::string(); }}),
          timers(in.clock),
          night(in.clock),
          bezorger(in.bezorgen, web, in.clock) {
        in.open_search_index();
        in.follow_with_messages();
        in.follow_with_notifications();
        add_routes();
        add_timers();
        tell_presence(hub);
        live = std::make_unique<LiveProjection>(in.base(), hub);
        in.followers.add(std::make_unique<journal::LocalFollower>(in.base(), "schermen", *live));
        add_metrics();
        server = std::make_unique<http::Server>(options(listen), router);
        in.followers.start();
        timers.start();
        night.start();
        bezorger.start();
        start_postbode();
        werkaccount->start();
        postkamer = std::make_unique<Postkamer>(in);
    }

    void add_routes();
    void add_timers();
    void add_metrics();
    void start_postbode();
    http::ServerOptions options(const std::string& listen);

    Installation& installation;
    const html::Catalogue& texts;
    const http::Assets assets;
    http::Router router;
    http::Metrics metrics;
    http::LiveHub hub;
    access::DeskSite site;
    std::unique_ptr<LiveProjection> live;
    Timers timers;
    Timers night;  // what may take long: nothing that comes due waits for it
    client::CurlWeb web{notificatie::call_limits()};
    notificatie::Bezorger bezorger;
    std::shared_ptr<const mail::Dkim> dkim;
    std::unique_ptr<bezorging::Postbode> postbode;  // nullptr: there is no mail server in the settings
    std::unique_ptr<Werkaccount> werkaccount;
    std::unique_ptr<Screens> screens;
    std::unique_ptr<Portaal> portaal;
    std::unique_ptr<Apis> apis;
    std::unique_ptr<http::Server> server;
    std::unique_ptr<Postkamer> postkamer;
};

void WebServer::Parts::add_routes() {
    assets.add_routes(router);
    html::use_icon_sprite(assets.url("icons.svg"));
    const http::RouteOptions open{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};
    router.get("/healthz", [this](http::Request&) { return http::Response::json(health_text(installation)); }, open);
    router.get("/metrics", [this](http::Request&) {
        return http::Response::text(metrics.text()).header("Content-Type", std::string(http::Metrics::content_type));
    }, open);
    router.set_status_page([this](http::Request& request, int status) {
        if (const api::Api* one = apis->of(request.path)) return one->status_page(request, status);
        return portaal::Site::is_of_portaal(request.path) ? portaal->site().status_page(request, status) : site.status_page(request, status);
    });
    werkaccount = std::make_unique<Werkaccount>(installation);
    access::add_sign_in_screens(site, werkaccount->way_in());
    werkaccount->add_routes(site, router);
    access::add_profile_screens(site);
    add_start_screens(site, installation);
    screens = std::make_unique<Screens>(installation);
    screens->add_routes(site, router);
    portaal = std::make_unique<Portaal>(installation, router, texts, [this](std::string_view file) { return assets.url(file); });
    portaal->add_desk_routes(site);
    apis = std::make_unique<Apis>(installation, router);
    api::add_koppelvlakken(portaal->site(), apis->all());
}

void WebServer::Parts::add_timers() {
    timers.add("werk", seconds(10), [this](Instant now) {
        while (installation.werktimer.due_work(now, 500).meer) {
        }
    });
    timers.add("berichten", seconds(20), [this](Instant now) {
        while (installation.verzenden.release(now, 500).meer) {
        }
    });
    timers.add("virusscanner", minutes(1), [this](Instant now) {
        while (installation.documenten.scan_waiting(now) > 0) {
        }
    });
    timers.add("opzoeken", seconds(30), [this](Instant) { installation.opzoeken.forget_old(); });
    timers.add("opschortingen", hours(1), [this](Instant now) {
        while (installation.zaken.end_lapsed_suspensions(now, zaken_per_keer) == zaken_per_keer) {
        }
        while (installation.zaken.remind_applicants(now, zaken_per_keer) == zaken_per_keer) {
        }
    });
    night.add("beloften", minutes(5), [this](Instant now) {
        while (installation.beloften.check_promises(now, beloften_per_keer).meer) {
        }
    });
    night.add("vastgelopen", minutes(5), [this](Instant now) {
        while (installation.overleg.find_stuck(now, beloften_per_keer).meer) {
        }
    });
    timers.add("notificaties", minutes(1), [this](Instant now) {
        while (installation.bezorgen.expire(now, leveringen_per_keer) == leveringen_per_keer) {
        }
    });
    timers.add("portaalpost", seconds(1), [this](Instant) { portaal->bring_post(); });
    timers.add("organisatie", minutes(10), [this](Instant) { installation.organisatie.process_departures(); });
    night.add("bestanden", hours(24), [this](Instant now) {
        if (const auto gone = installation.documenten.sweep(now); gone > 0) spdlog::info("files that no document names: {} removed", gone);
    });
    night.add("bewaring", hours(24), [this](Instant now) {
        for (const auto& gone : make_bewaring(installation).run(now)) spdlog::info("retention: {} destroyed {} rows", gone.code, gone.aantal);
    });
}

void WebServer::Parts::add_metrics() {
    for (const char* follower : {"keten", "berichten", "notificaties", "schermen", "zoek"})
        metrics.gauge("dichtbij_follower_lag_rows", "Journal rows that a follower has not handled yet",
                      [this, name = std::string(follower)] {
                          for (const auto& lag : installation.followers.lags())
                              if (lag.name == name) return static_cast<double>(lag.rows);
                          return 0.0;
                      },
                      {{"follower", follower}});
}

void WebServer::Parts::start_postbode() {
    const MailSettings& post = installation.settings.post;
    if (!post.server) return;
    dkim = signer_of(post);
    postbode = std::make_unique<bezorging::Postbode>(
        installation.postbezorging, texts, installation.clock, [server = *post.server] { return std::make_unique<mail::SmtpTransport>(server); },
        [this](Id<Gemeente> gemeente) { return installation.organisatie.stijl(gemeente).stijl; }, dkim.get());
    postbode->start();
}

http::ServerOptions WebServer::Parts::options(const std::string& listen) {
    http::ServerOptions options;
    options.listen = listen;
    options.workers = static_cast<std::size_t>(installation.settings.worker_threads);
    options.limits.connections = static_cast<std::size_t>(installation.settings.max_connections);
    options.limits.body_bytes = static_cast<std::size_t>(installation.settings.max_body_kib) * 1024;
    options.trusted_proxies = proxies_of(installation.settings);
    options.on_error = [this](const std::exception& error, http::Request& request) {
        if (const api::Api* one = apis->of(request.path)) return one->error_page(error, request);
        return portaal::Site::is_of_portaal(request.path) ? portaal->site().error_page(error, request) : site.error_page(error, request);
    };
    options.metrics = &metrics;
    options.live = &hub;
    if (!installation.place.data.empty()) options.upload_folder = installation.place.dir().unfinished_files();
    options.live_endpoints.push_back({"/live", "/live/events", [this](http::Request& request) { return subscription_of(site, request); }});
    return options;
}

WebServer::WebServer(Installation& installation, const std::string& listen) : parts_(std::make_unique<Parts>(installation, listen)) {}

WebServer::~WebServer() { stop(); }

std::string WebServer::address() const { return "http://127.0.0.1:" + std::to_string(parts_->server->port()); }

void WebServer::stop() {
    parts_->postkamer.reset();
    parts_->server->stop();
    parts_->bezorger.stop();
    if (parts_->postbode) parts_->postbode->stop();
    parts_->timers.stop();
    parts_->night.stop();
    parts_->installation.followers.stop();
}

}  // namespace dichtbij::app
