#include "notificatie/bezorger.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>

#include "json/parse.h"
#include "json/writer.h"
#include "notificatie/ondertekening.h"
#include "toepassing/jwt.h"

namespace dichtbij::notificatie {
namespace {

using Hoe = Uitkomst::Hoe;
using client::Webvraag;

// The words of the client for what went wrong (curl_easy_strerror), as a reason to show.
Leverfout fault_of(std::string_view error) {
    const auto has = [&](std::string_view part) { return error.find(part) != std::string_view::npos; };
    if (has("Timeout")) return Leverfout::te_laat;
    if (has("resolve")) return Leverfout::naam_onbekend;
    if (has("SSL") || has("certificate")) return Leverfout::certificaat;
    if (has("writing received data") || has("Maximum file size")) return Leverfout::antwoord_te_groot;
    return Leverfout::geen_antwoord;
}

Uitkomst failed(const Uitgaand& one, Leverfout fout, int status = 0) { return {one.id, Hoe::mislukt, fout, status}; }

Webvraag posting(std::string url, std::string body) {
    Webvraag vraag;
    vraag.url = std::move(url);
    vraag.headers = {{"Content-Type", "application/json"}, {"Accept", "application/json"}};
    vraag.form = std::move(body);
    return vraag;
}

std::string kanaal_body(const EigenKanaal& kanaal) {
    std::string body;
    json::Writer w(body);
    w.begin_object().key("naam").text(kanaal.naam).key("filters").begin_array();
    for (const std::string& one : kanaal.filters) w.text(one);
    w.end_array().end_object();
    return body;
}

bool is_empty_list(const std::string& body) {
    const auto value = json::parse(body);
    return value && value->array() != nullptr && value->array()->empty();
}

bool is_good(int status) { return status >= 200 && status < 300; }

}  // namespace

client::Webgrenzen call_limits(const Bezorgopties& opties) {
    client::Webgrenzen limits;
    limits.connect_ms = 3'000;
    limits.total_ms = 10'000;
    limits.body_bytes = 64 * 1024;
    limits.at_once = opties.threads;
    return limits;
}

Bezorger::Bezorger(BezorgService& service, client::Web& web, const Clock& clock, Bezorgopties opties)
    : service_(service), web_(web), clock_(clock), opties_(opties) {
    CHECK_THAT(opties_.threads > 0 && opties_.ronde_time < BezorgService::in_hand);
}

void Bezorger::start() {
    CHECK_THAT(threads_.empty());
    stopping_ = false;
    for (int i = 0; i < opties_.threads; ++i) threads_.emplace_back([this] { work(); });
}

void Bezorger::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& one : threads_) one.join();
    threads_.clear();
}

void Bezorger::wake() {
    {
        const std::lock_guard lock(mutex_);
        woken_ = true;
    }
    changed_.notify_all();
}

// One thread looks for the next round at a time; who has one lets another look.
void Bezorger::work() {
    while (true) {
        try {
            const auto ronde = next();
            if (!ronde) return;
            const Busy busy(*this, *ronde);
            service_.report(*ronde, send_all(*ronde), clock_.now());
        } catch (const std::exception& failure) {
            // The store is gone, perhaps. What was taken is given again when its time has passed.
            spdlog::error("notificaties: {}", failure.what());
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, std::chrono::seconds(1), [this] { return stopping_; });
        }
    }
}

// nullopt: stop.
std::optional<Ronde> Bezorger::next() {
    while (true) {
        const Looking looking(*this);
        std::unique_lock lock(mutex_);
        if (stopping_) return std::nullopt;
        woken_ = false;
        const auto bezet = bezet_;
        const auto wachtrij = hinderlijk_ * 2 >= opties_.threads ? Wachtrij::gezonde : Wachtrij::alle;
        lock.unlock();
        auto ronde = service_.take(clock_.now(), bezet, wachtrij);
        lock.lock();
        if (ronde) {
            bezet_.push_back(ronde->abonnement.id);
            if (ronde->abonnement.storingen > 0) ++hinderlijk_;
            return ronde;
        }
        changed_.wait_for(lock, opties_.pause, [this] { return stopping_ || woken_; });
    }
}

Bezorger::Looking::Looking(Bezorger& of) : of_(of) {
    std::unique_lock lock(of_.mutex_);
    of_.changed_.wait(lock, [&] { return of_.stopping_ || !of_.is_looking_; });
    of_.is_looking_ = true;
}

Bezorger::Looking::~Looking() {
    {
        const std::lock_guard lock(of_.mutex_);
        of_.is_looking_ = false;
    }
    of_.changed_.notify_all();
}

Bezorger::Busy::~Busy() {
    const std::lock_guard lock(of_.mutex_);
    std::erase(of_.bezet_, ronde_.abonnement.id);
    if (ronde_.abonnement.storingen > 0) --of_.hinderlijk_;
}

int Bezorger::run_until_idle(Instant now) {
    int tried = 0;
    while (const auto ronde = service_.take(now, {})) {
        const auto uitkomsten = send_all(*ronde);
        tried += static_cast<int>(std::count_if(uitkomsten.begin(), uitkomsten.end(), [](const Uitkomst& one) { return one.hoe != Hoe::niet_geprobeerd; }));
        service_.report(*ronde, uitkomsten, now);
    }
    return tried;
}

// After the first that failed the others are given back: what is wrong is mostly wrong with the subscriber.
std::vector<Uitkomst> Bezorger::send_all(const Ronde& ronde) {
    const auto until = std::chrono::steady_clock::now() + opties_.ronde_time;
    std::vector<Uitkomst> uitkomsten;
    bool goes_on = true;
    for (const Uitgaand& one : ronde.uitgaand) {
        goes_on = goes_on && std::chrono::steady_clock::now() < until;
        uitkomsten.push_back(goes_on ? send(ronde, one) : Uitkomst{one.id, Hoe::niet_geprobeerd, Leverfout::geen, 0});
        goes_on = goes_on && uitkomsten.back().hoe == Hoe::bezorgd;
    }
    return uitkomsten;
}

Uitkomst Bezorger::send(const Ronde& ronde, const Uitgaand& one) {
    const Opties& in = service_.opties();
    if (!ronde.is_leesbaar) return failed(one, Leverfout::geheim_onleesbaar);
    if (in.basis.empty() && one.notificatie.resource_url.starts_with('/')) return failed(one, Leverfout::geen_basis);
    const std::string body = as_json(one.notificatie, in.basis);
    if (ronde.abonnement.soort == Abonnementsoort::component) {
        if (in.component.url.empty()) return failed(one, Leverfout::niet_ingesteld);
        if (auto wrong = register_kanalen(one)) return *wrong;
        Webvraag vraag = posting(in.component.url + "/notificaties", body);
        for (auto& header : component_headers()) vraag.headers.push_back(std::move(header));
        return call(one, std::move(vraag), false);
    }
    Webvraag vraag = posting(ronde.abonnement.callback_url, body);
    vraag.headers.emplace_back("webhook-id", one.id.text());
    if (ronde.abonnement.soort == Abonnementsoort::notificaties) vraag.headers.emplace_back("Authorization", ronde.auth);
    if (ronde.abonnement.soort == Abonnementsoort::webhook) {
        const Instant now = clock_.now();
        const auto signature = handtekening({one.id.text(), now, body}, ronde.geheim);
        if (!signature) return failed(one, Leverfout::geheim_onleesbaar);
        vraag.headers.emplace_back("webhook-timestamp", std::to_string(now.time_since_epoch().count()));
        vraag.headers.emplace_back("webhook-signature", *signature);
    }
    return call(one, std::move(vraag), true);
}

// guarded: where it goes was said by someone else, and is looked at before and while connecting.
Uitkomst Bezorger::call(const Uitgaand& one, Webvraag vraag, bool is_guarded) {
    bool was_refused = false;
    if (is_guarded) {
        const Bestemmingen& bestemmingen = service_.opties().bestemmingen;
        if (!bestemmingen.mag(vraag.url)) return failed(one, Leverfout::niet_toegestaan);
        vraag.mag_verbinden = [&was_refused, &bestemmingen, url = vraag.url](const std::string& ip) {
            const bool may = bestemmingen.mag_verbinden(url, ip);
            was_refused = was_refused || !may;
            return may;
        };
    }
    const auto answer = web_.send(vraag);
    if (!answer) return failed(one, was_refused ? Leverfout::adres_geweigerd : fault_of(answer.error()));
    if (!is_good(answer->status)) return failed(one, Leverfout::geweigerd, answer->status);
    return {one.id, Hoe::bezorgd, Leverfout::geen, answer->status};
}

std::vector<std::pair<std::string, std::string>> Bezorger::component_headers() const {
    const auto& component = service_.opties().component;
    std::string authorization = component.token;
    if (!component.client_id.empty()) authorization = "Bearer " + toepassing::sign_zgw_jwt(component.client_id, component.geheim, clock_.now());
    if (authorization.empty()) return {};
    return {{"Authorization", std::move(authorization)}};
}

// Once per process: a component takes only what is told in a channel that it knows.
std::optional<Uitkomst> Bezorger::register_kanalen(const Uitgaand& one) {
    {
        const std::lock_guard lock(mutex_);
        if (kanalen_bekend_) return std::nullopt;
    }
    const std::string& url = service_.opties().component.url;
    for (const EigenKanaal& kanaal : eigen_kanalen()) {
        Webvraag asking;
        asking.url = url + "/kanaal?naam=" + std::string(kanaal.naam);
        asking.headers = component_headers();
        asking.headers.emplace_back("Accept", "application/json");
        const auto found = web_.send(asking);
        if (!found) return failed(one, fault_of(found.error()));
        if (!is_good(found->status)) return failed(one, Leverfout::geweigerd, found->status);
        if (!is_empty_list(found->body)) continue;
        Webvraag making = posting(url + "/kanaal", kanaal_body(kanaal));
        for (auto& header : component_headers()) making.headers.push_back(std::move(header));
        if (const auto made = call(one, std::move(making), false); made.hoe != Hoe::bezorgd) return made;
    }
    const std::lock_guard lock(mutex_);
    kanalen_bekend_ = true;
    return std::nullopt;
}

}  // namespace dichtbij::notificatie
