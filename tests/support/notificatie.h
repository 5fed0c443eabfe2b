#pragma once
// Contacts, tasks and persons whose changes are told, a subscriber that really listens, and one that answers from memory.

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <set>

#include "access/access.h"
#include "base/text.h"
#include "http/server.h"
#include "json/parse.h"
#include "notificatie/bezorger.h"
#include "notificatie/kanaal_service.h"
#include "notificatie/notificatie_follow.h"
#include "support/desk.h"
#include "taak/taak_service.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::testing {

// What a subscriber was sent.
struct Ontvangen {
    std::string url;
    std::vector<std::pair<std::string, std::string>> headers;
    std::string body;
    std::string kop(std::string_view name) const {
        for (const auto& [one, value] : headers)
            if (lower_ascii(one) == lower_ascii(name)) return value;
        return {};
    }
    std::string veld(std::string_view name) const {
        const auto value = json::parse(body);
        const auto* found = value ? value->find(name) : nullptr;
        return found && found->text() ? *found->text() : std::string();
    }
    // "update 0193..."
    std::string kort() const { return veld("actie") + " " + veld("resourceUrl").substr(veld("resourceUrl").rfind('/') + 1); }
};

// Answers without a network. Statuses are given one by one; after the last 204.
struct Nepweb final : client::Web {
    std::vector<Ontvangen> ontvangen;
    std::deque<int> statussen;  // 0: no answer
    std::function<int(const Ontvangen&)> kiest;
    std::string body;
    std::vector<std::string> gekeurd;  // "ja 203.0.113.9"

    tl::expected<client::Webantwoord, std::string> send(const client::Webvraag& vraag) override {
        if (vraag.mag_verbinden && !vraag.mag_verbinden("127.0.0.1")) return tl::make_unexpected(std::string("Couldn't connect to server"));
        ontvangen.push_back({vraag.url, vraag.headers, vraag.form});
        int status = kiest ? kiest(ontvangen.back()) : 204;
        if (!statussen.empty()) {
            status = statussen.front();
            statussen.pop_front();
        }
        if (status == 0) return tl::make_unexpected(std::string("Timeout was reached"));
        return client::Webantwoord{status, "application/json", body};
    }
    std::vector<std::string> kort() const {
        std::vector<std::string> all;
        for (const Ontvangen& one : ontvangen) all.push_back(one.kort());
        return all;
    }
};

// A server on this machine that keeps what it gets.
class Luisteraar {
  public:
    using Antwoord = std::function<http::Response(const Ontvangen&, int nummer)>;  // from 1
    explicit Luisteraar(Antwoord antwoord = {}) : antwoord_(std::move(antwoord)) {
        const http::RouteOptions open{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};
        router_.post("/haak", [this](http::Request& request) { return take(request); }, open);
        router_.post("/omleiding", [this](http::Request& request) { return take(request); }, open);
        http::ServerOptions options;
        options.limits.drain_time = std::chrono::milliseconds(100);
        server_ = std::make_unique<http::Server>(options, router_);
    }
    std::string url(std::string_view pad = "/haak") const { return "http://127.0.0.1:" + std::to_string(server_->port()) + std::string(pad); }
    std::vector<Ontvangen> ontvangen() const {
        const std::lock_guard lock(mutex_);
        return ontvangen_;
    }
    std::size_t aantal() const { return ontvangen().size(); }
    // True when so many came in time.
    bool wacht_op(std::size_t aantal) const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(20), [&] { return ontvangen_.size() >= aantal; });
    }

  private:
    http::Response take(http::Request& request) {
        Ontvangen one{std::string(request.path), {}, request.body};
        for (const char* name : {"Authorization", "Content-Type", "webhook-id", "webhook-timestamp", "webhook-signature"})
            if (request.headers.has(name)) one.headers.emplace_back(name, std::string(request.headers.get(name)));
        int nummer = 0;
        {
            const std::lock_guard lock(mutex_);
            ontvangen_.push_back(one);
            nummer = static_cast<int>(ontvangen_.size());
        }
        changed_.notify_all();
        return antwoord_ ? antwoord_(one, nummer) : http::Response::empty();
    }

    const Antwoord antwoord_;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    std::vector<Ontvangen> ontvangen_;
    http::Router router_;
    std::unique_ptr<http::Server> server_;
};

inline std::vector<store::Migration> verteller_schema() {
    auto list = desk_schema();
    for (const auto more : {access::migrations(), taak::migrations(), toepassing::migrations(), notificatie::migrations()}) list.insert(list.end(), more.begin(), more.end());
    return list;
}

struct Verteller : Desk {
    explicit Verteller(store::Store& opened)
        : Desk(opened), taken(store, clock, ids, werk, contacten), toepassingen(store, clock, ids), abonnementen(store, clock, ids, opties), kanalen(store, clock, ids),
          bezorgen(store, clock, ids, opties), notificeerder(clock, ids, abonnementen, {contacten, taken, werk}),
          volger(notificatie::notificatie_follower(store, "proef", notificeerder)), bezorger(bezorgen, web, clock) {
        follow();  // what the example brought is told to nobody
    }

    static access::Rechten rechten(std::initializer_list<access::Recht> list) {
        access::Rechten all;
        for (const auto& one : list) all.add(one);
        return all;
    }
    static access::Rechten alle_rechten() {
        access::Rechten all;
        for (const auto groep : access::alle_groepen)
            for (const auto actie : access::alle_acties) all.add({groep, actie});
        return all;
    }
    toepassing::Applicatie applicatie(access::Rechten rechten, bool vertrouwelijk = false, std::vector<std::string> domeinen = {}) {
        return toepassingen.make(beheerder(), v.oeverland, {"Applicatie " + std::to_string(++applicaties_), "", rechten, vertrouwelijk, std::move(domeinen), {}}).value();
    }
    access::Caller als(const toepassing::Applicatie& one, std::optional<access::Rechten> rechten = {}) const {
        access::Caller caller;
        caller.applicatie = access::Applicatietoegang{one.id, one.gemeente, rechten.value_or(one.rechten), one.vertrouwelijk};
        caller.naam = one.naam;
        return caller;
    }
    notificatie::Abonnement abonneer(const toepassing::Applicatie& one, const std::string& url, std::vector<notificatie::Kanaalkeuze> keuze) {
        return abonnementen.subscribe(als(one), one.gemeente, {url, "Bearer geheim", std::move(keuze)}).value().abonnement;
    }
    notificatie::Abonnement abonneer(const std::string& url, std::vector<notificatie::Kanaalkeuze> keuze) { return abonneer(applicatie(alle_rechten()), url, std::move(keuze)); }
    notificatie::NieuweWebhook webhook(const std::string& url, std::vector<notificatie::Kanaalkeuze> keuze = {{"partijen", {}}}) {
        return abonnementen.make_webhook(beheerder(), v.oeverland, {"Haak " + std::to_string(++applicaties_), url, std::move(keuze)}).value();
    }
    void follow() {
        while (volger->run_once(clock.now(), 500) > 0) {
        }
    }
    // Told and sent, as far as may be now.
    int tell() {
        follow();
        return bezorger.run_until_idle(clock.now());
    }
    void rename(Id<Partij> who, const std::string& voornaam) {
        const auto read = partijen.read(access::system_caller("proef"), who).value();
        const auto& beeld = std::get<partij::PartijBeeld>(read);
        auto gegevens = beeld.partij.gegevens;
        std::get<partij::Persoon>(gegevens.wie).naam.voornaam = voornaam;
        CHECK_THAT(partijen.change(access::system_caller("proef"), {who, beeld.partij.versie, gegevens, {}}).has_value());
    }
    notificatie::Abonnementregel regel(const notificatie::Abonnement& one) { return abonnementen.get(beheerder(), one.id).value(); }
    std::vector<notificatie::Leveringregel> dode() { return bezorgen.dode(beheerder(), v.oeverland).value().regels; }
    std::vector<std::string> told_faults() {
        return store.read([](store::Tx& tx) { return notificatie::notificatie_check(tx); });
    }
    std::int64_t rows(const std::string& table) {
        return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + table); });
    }

    taak::TaakService taken;
    toepassing::ToepassingService toepassingen;
    notificatie::Opties opties{"https://kcc.example", notificatie::Bestemmingen::parse({"a.example", "b.example", "127.0.0.0/8"}).value(), {}, {}};
    notificatie::AbonnementService abonnementen;
    notificatie::KanaalService kanalen;
    notificatie::BezorgService bezorgen;
    notificatie::Notificeerder notificeerder;
    std::unique_ptr<journal::SharedFollower> volger;
    Nepweb web;
    notificatie::Bezorger bezorger;

  private:
    int applicaties_ = 0;
};

template <class F>
void in_each_verteller(F test) {
    for (const auto& fresh : fresh_stores(verteller_schema())) {
        Verteller verteller(*fresh->store);
        test(verteller);
    }
}

}  // namespace dichtbij::testing
