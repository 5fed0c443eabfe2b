#pragma once
// For tests of looking things up: registers that listen on this machine and answer in the shapes that are published, and
// the service on a fresh store.

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>

#include "access/access.h"
#include "http/server.h"
#include "opzoek/opzoek_schema_store.h"
#include "opzoek/opzoek_service.h"
#include "organisatie/testing.h"
#include "store/testing.h"

namespace dichtbij::opzoek::testing {

// What a register was asked.
struct Gevraagd {
    std::string pad;    // with the query
    std::string body;
    http::Headers headers;
    std::string kop(std::string_view name) const { return std::string(headers.get(name)); }
};

// Listens on this machine. Answers are given one by one; the last one stays.
class Register {
  public:
    using Antwoorder = std::function<http::Response(const Gevraagd&)>;
    explicit Register(Antwoorder antwoorder) : antwoorder_(std::move(antwoorder)) {
        const http::RouteOptions open{.access = http::Access::open, .csrf = http::Csrf::exempt, .max_body_bytes = {}};
        const auto take = [this](http::Request& request) { return answer(request); };
        for (const char* pad : {"/personen", "/token"}) router_.post(pad, take, open);
        for (const char* pad : {"/v2/zoeken", "/v1/basisprofielen/{nummer}", "/free", "/adressen"}) router_.get(pad, take, open);
        http::ServerOptions options;
        options.limits.drain_time = std::chrono::milliseconds(100);
        server_ = std::make_unique<http::Server>(options, router_);
    }
    explicit Register(std::string json, int status = 200) : Register([json, status](const Gevraagd&) { return http::Response::json(json, status); }) {}
    ~Register() { let_go(); }

    std::string url() const { return "http://127.0.0.1:" + std::to_string(server_->port()); }
    std::vector<Gevraagd> gevraagd() const {
        const std::lock_guard lock(mutex_);
        return gevraagd_;
    }
    std::size_t aantal() const { return gevraagd().size(); }
    void antwoord(std::string json, int status = 200) {
        const std::lock_guard lock(mutex_);
        antwoorder_ = [json = std::move(json), status](const Gevraagd&) { return http::Response::json(json, status); };
    }
    // From now on no question is answered until let_go.
    void hold() {
        const std::lock_guard lock(mutex_);
        is_held_ = true;
    }
    void let_go() {
        {
            const std::lock_guard lock(mutex_);
            is_held_ = false;
        }
        changed_.notify_all();
    }
    void wait_for(std::size_t aantal) {
        std::unique_lock lock(mutex_);
        CHECK_THAT(changed_.wait_for(lock, std::chrono::seconds(20), [&] { return gevraagd_.size() >= aantal; }));
    }

  private:
    http::Response answer(http::Request& request) {
        std::unique_lock lock(mutex_);
        gevraagd_.push_back({request.target, request.body, request.headers});
        if (gevraagd_.back().body.empty())
            for (const auto& [name, value] : request.form) gevraagd_.back().body += name + "=" + value + "&";
        changed_.notify_all();
        changed_.wait_for(lock, std::chrono::seconds(20), [&] { return !is_held_; });
        return antwoorder_(gevraagd_.back());
    }

    Antwoorder antwoorder_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Gevraagd> gevraagd_;
    bool is_held_ = false;
    http::Router router_;
    std::unique_ptr<http::Server> server_;
};

inline const std::string bsn_fatima = "999990019";
inline const std::string bsn_jan = "999990020";

inline std::string fatima_json(std::string_view extra = "") {
    return R"({"burgerservicenummer":"999990019","naam":{"voorletters":"F.","voornamen":"Fatima","geslachtsnaam":"El Idrissi","volledigeNaam":"Fatima El Idrissi"},)"
           R"("geboorte":{"datum":{"type":"Datum","datum":"1984-03-14","langFormaat":"14 maart 1984"}},)"
           R"("verblijfplaats":{"type":"Adres","nummeraanduidingIdentificatie":"0399200000012345","verblijfadres":{"officieleStraatnaam":"Kastanjelaan","huisnummer":18,)"
           R"("huisletter":"A","postcode":"3999AB","woonplaats":"Oeverdorp"}},"adressering":{"adresregel1":"Kastanjelaan 18 A","adresregel2":"3999 AB  OEVERDORP"})" +
           std::string(extra) + "}";
}
inline std::string jan_json(std::string_view extra = "") {
    return R"({"burgerservicenummer":"999990020","naam":{"volledigeNaam":"Jan de Boer"},"geboorte":{"datum":{"type":"JaarDatum","jaar":1950}},)"
           R"("adressering":{"adresregel1":"Kerkpad 2","adresregel2":"3999 AD  OEVERDORP"})" +
           std::string(extra) + "}";
}
inline std::string brp_json(std::initializer_list<std::string> personen, std::string_view type = "RaadpleegMetBurgerservicenummer") {
    std::string list;
    for (const auto& one : personen) list += (list.empty() ? "" : ",") + one;
    return R"({"type":")" + std::string(type) + R"(","personen":[)" + list + "]}";
}

inline const std::string kvk_lijst_json =
    R"({"pagina":1,"resultatenPerPagina":20,"totaal":3,"resultaten":[)"
    R"({"kvkNummer":"90001234","naam":"Bakkerij Oever B.V.","type":"rechtspersoon","actief":"Ja","links":[]},)"
    R"({"kvkNummer":"90001234","vestigingsnummer":"000090001234","naam":"Bakkerij Oever","type":"hoofdvestiging","actief":"Ja",)"
    R"("adres":{"binnenlandsAdres":{"type":"bezoekadres","straatnaam":"Dorpsstraat","huisnummer":5,"huisletter":"B","postcode":"3999AC","plaats":"Oeverdorp"}}},)"
    R"({"kvkNummer":"90001234","vestigingsnummer":"000090005678","naam":"Bakkerij Oever Rietwijk","type":"nevenvestiging","actief":"Nee",)"
    R"("adres":{"binnenlandsAdres":{"type":"bezoekadres","straatnaam":"Rietdreef","huisnummer":7,"postcode":"3998GA","plaats":"Rietwijk"}}}]})";
inline const std::string kvk_profiel_json =
    R"({"kvkNummer":"90001234","naam":"Bakkerij Oever","indNonMailing":"Nee","formeleRegistratiedatum":"20100115","statutaireNaam":"Bakkerij Oever B.V.",)"
    R"("_embedded":{"hoofdvestiging":{"vestigingsnummer":"000090001234","eersteHandelsnaam":"Bakkerij Oever","adressen":[)"
    R"({"type":"bezoekadres","indAfgeschermd":"Nee","volledigAdres":"Dorpsstraat 5B 3999AC Oeverdorp","straatnaam":"Dorpsstraat","huisnummer":5,"huisletter":"B","postcode":"3999AC",)"
    R"("plaats":"Oeverdorp","land":"Nederland"},{"type":"correspondentieadres","indAfgeschermd":"Nee","volledigAdres":"Postbus 12 3999ZZ Oeverdorp","postbusnummer":12,)"
    R"("postcode":"3999ZZ","plaats":"Oeverdorp","land":"Nederland"}]},"eigenaar":{"rsin":"900012346","rechtsvorm":"BeslotenVennootschap"}}})";

inline const std::string locatieserver_json =
    R"({"response":{"numFound":2,"start":0,"maxScore":9.1,"numFoundExact":true,"docs":[)"
    R"({"nummeraanduiding_id":"0399200000012346","straatnaam":"Kastanjelaan","huisnummer":18,"huisletter":"A","postcode":"3999AB","woonplaatsnaam":"Oeverdorp"},)"
    R"({"nummeraanduiding_id":"0399200000012345","straatnaam":"Kastanjelaan","huisnummer":18,"postcode":"3999AB","woonplaatsnaam":"Oeverdorp"}]}})";
inline const std::string bag_json =
    R"({"_embedded":{"adressen":[{"openbareRuimteNaam":"Kastanjelaan","korteNaam":"Kastanjeln","huisnummer":18,"postcode":"3999AB","woonplaatsNaam":"Oeverdorp",)"
    R"("nummeraanduidingIdentificatie":"0399200000012345"}]},"_links":{"self":{"href":"https://x"}}})";

// Settings of a source on this machine: fast to give up, and nothing of another test.
inline Broninstelling bron_op(const std::string& url, seconds bewaar = seconds(0)) {
    Broninstelling bron;
    bron.url = url;
    bron.api_key = "sleutel-van-ons";
    bron.timeout_ms = 500;
    bron.grens = {3, seconds(60)};
    bron.bewaar = bewaar;
    return bron;
}
inline Opties opties_met(const std::string& brp, const std::string& kvk, const std::string& adressen) {
    Opties opties;
    opties.sleutel = std::string(32, 'z');
    opties.instellingen.brp.bron = bron_op(brp, seconds(120));
    opties.instellingen.brp.doelen = {{"BZ", "Burgerzaken", ""}, {"JEUGD", "Jeugdhulp", "jeugd"}};
    opties.instellingen.kvk.bron = bron_op(kvk, minutes(60));
    opties.instellingen.adressen.bron = bron_op(adressen, hours(1));
    opties.instellingen.adressen.dienst = Adresdienst::locatieserver;
    return opties;
}

inline std::vector<store::Migration> schema() {
    auto all = organisatie::testing::schema();
    for (const auto list : {access::migrations(), access::access_log_migrations(), migrations()}) all.insert(all.end(), list.begin(), list.end());
    return all;
}

// The service on a fresh store, with one register that plays them all.
struct Zoekkamer {
    Zoekkamer(store::Store& opened, Register& bron, std::optional<Opties> opties = {})
        : store(opened), registers(bron), log(store, clock),
          web({.connect_ms = 500, .total_ms = 500, .body_bytes = 256 * 1024, .at_once = 8}),
          service(store, clock, ids, log, {web, web, web}, opties.value_or(opties_met(bron.url(), bron.url(), bron.url()))) {
        store.write([&](store::Tx& tx) { v = organisatie::testing::build(tx, ids); });
    }
    access::Caller tom() const { return organisatie::testing::caller(v.tom, {{access::Rol::kcc_medewerker, v.oeverland, {}}}); }
    access::Caller priya() const { return organisatie::testing::caller(v.priya, {{access::Rol::kcc_medewerker, v.oeverland, {}}}); }
    access::Caller beheerder() const { return organisatie::testing::caller(v.sanne, {{access::Rol::beheerder, v.oeverland, {}}}); }
    access::Caller elders() const { return organisatie::testing::caller(v.noor, {{access::Rol::kcc_medewerker, v.heidedal, {}}}); }

    SimulatedClock clock{*parse_instant("2026-11-23 10:00")};
    IdSource ids{clock, 7};
    store::Store& store;
    Register& registers;
    access::AccessLog log;
    client::CurlWeb web;
    OpzoekService service;
    organisatie::testing::Voorbeeld v;
};

}  // namespace dichtbij::opzoek::testing
