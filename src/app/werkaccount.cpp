#include "app/werkaccount.h"

#include <spdlog/spdlog.h>

#include "aanmelding/aanmelding_routes.h"
#include "app/timers.h"

namespace dichtbij::app {
namespace {

constexpr int askers = 4;            // threads that ask the provider
constexpr int sessions_at_once = 20; // that one of them takes
constexpr seconds ask_every{10};

client::Webgrenzen limits() {
    client::Webgrenzen limits;
    limits.at_once = askers + 4;
    return limits;
}

}  // namespace

struct Werkaccount::Parts {
    explicit Parts(Installation& in) : installation(in), beheer(in.accounts, in.ids, in.settings.employee_provider ? &*in.settings.employee_provider : nullptr) {
        if (!in.settings.employee_provider) return;
        const auto& provider = *in.settings.employee_provider;
        client = std::make_unique<oidc::OidcClient>(provider, provider.eigen_url + std::string(aanmelding::terug_pad), web, in.clock);
        service = std::make_unique<aanmelding::AanmeldService>(in.accounts, in.ids, provider, *client);
        if (!provider.alleen) return;
        access::allow_passwords(in.accounts, access::Wachtwoorden::noodtoegang);
        const auto emergency = access::noodtoegangen(in.accounts, access::system_caller("start"));
        if (!emergency || emergency->empty()) spdlog::warn("employee_provider.only is yes and there is no account for emergency access: dichtbij user emergency makes one");
    }

    Installation& installation;
    client::CurlWeb web{limits()};
    std::unique_ptr<oidc::OidcClient> client;
    std::unique_ptr<aanmelding::AanmeldService> service;
    aanmelding::AanmeldbeheerService beheer;
    std::vector<std::unique_ptr<Timers>> timers;  // the last: they stop before what they call is gone
};

Werkaccount::Werkaccount(Installation& installation) : parts_(std::make_unique<Parts>(installation)) {}
Werkaccount::~Werkaccount() = default;

std::optional<access::Werkaccount> Werkaccount::way_in() const {
    if (!parts_->service) return std::nullopt;
    return aanmelding::werkaccount(*parts_->service, parts_->service->aanbieder().eigen_url + "/inloggen");
}

void Werkaccount::add_routes(access::DeskSite& site, http::Router& router) {
    aanmelding::add_routes(site, parts_->beheer, parts_->installation.organisatie);
    if (parts_->service) aanmelding::add_sign_in_routes(site, router, *parts_->service);
}

void Werkaccount::start() {
    if (!parts_->service) return;
    for (int i = 0; i < askers; ++i) {
        auto& timer = parts_->timers.emplace_back(std::make_unique<Timers>(parts_->installation.clock));
        timer->add("werkaccounts", ask_every, [this](Instant now) {
            while (parts_->service->recheck(now, sessions_at_once) == sessions_at_once) {
            }
        });
        timer->start();
    }
}

}  // namespace dichtbij::app
