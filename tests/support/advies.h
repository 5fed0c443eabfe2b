#pragma once
// A world with questions to organisations outside: what would have been sent, and a browser outside without sockets.

#include <map>
#include <string>
#include <vector>

#include "access/desk_testing.h"
#include "ketenpartner/advies_brieven_render.h"
#include "ketenpartner/advies_routes.h"
#include "ketenpartner/advies_schema_store.h"
#include "support/mijn.h"

namespace dichtbij::ketenpartner::testing {

struct Post final : portaal::Codepost {
    struct Gestuurd {
        std::string naar, onderwerp, tekst;
    };
    std::vector<Gestuurd> brieven;
    void send(const std::string& naar, const std::string& onderwerp, const std::string& tekst) override { brieven.push_back({naar, onderwerp, tekst}); }
    // The address below the site in the last link.
    std::string link() const {
        for (auto it = brieven.rbegin(); it != brieven.rend(); ++it)
            if (const auto at = it->tekst.find("/g/"); at != std::string::npos) return it->tekst.substr(at, it->tekst.find('\n', at) - at);
        return {};
    }
    std::string secret() const { return link().substr(link().rfind('=') + 1); }
    // "12345678" of the last code.
    std::string code() const {
        for (auto it = brieven.rbegin(); it != brieven.rend(); ++it) {
            if (it->tekst.find("/g/") != std::string::npos) continue;
            const auto at = it->tekst.find_first_of("0123456789");
            if (at != std::string::npos) return it->tekst.substr(at, 4) + it->tekst.substr(at + 5, 4);
        }
        return {};
    }
    std::string wrong_code() const { return code() == "00000000" ? "11111111" : "00000000"; }
};

// Keeps its cookies and the form token of the page seen last.
class Buiten {
  public:
    Buiten(const http::Router& router, std::string address) : router_(router), address_(std::move(address)) {}
    http::Response get(std::string_view target) { return send(http::Method::get, target, {}, {}); }
    http::Response post(std::string_view target, std::vector<std::pair<std::string, std::string>> form, std::vector<http::Upload> files = {}) {
        form.emplace_back("_csrf", csrf_);
        return send(http::Method::post, target, std::move(form), std::move(files));
    }
    std::string language = "nl";

  private:
    http::Response send(http::Method method, std::string_view target, std::vector<std::pair<std::string, std::string>> form, std::vector<http::Upload> files) {
        http::Request request;
        request.method = method;
        request.target = target;
        CHECK_THAT(http::split_target(request));
        for (const auto& [name, value] : cookies_) request.headers.add("Cookie", name + "=" + value);
        request.headers.add("Host", "mijn.example");
        request.headers.add("User-Agent", access::testing::desk.user_agent);
        request.headers.add("Accept-Language", language);
        CHECK_THAT(http::understand(request, {address_, nullptr}, {}).has_value());
        for (auto& [name, value] : form) request.form.add(name, value);
        request.files = std::move(files);
        request.id = "r-1";
        http::Response response = router_.handle(request);
        for (const http::Cookie& cookie : response.cookies) cookies_[cookie.name] = cookie.value;
        static constexpr std::string_view before = "name=\"_csrf\" value=\"";
        if (const auto at = response.body.find(before); at != std::string::npos)
            csrf_ = response.body.substr(at + before.size(), response.body.find('"', at + before.size()) - at - before.size());
        return response;
    }

    const http::Router& router_;
    const std::string address_;
    std::map<std::string, std::string> cookies_;
    std::string csrf_;
};

inline http::Upload upload(std::string name, std::string content) {
    http::Upload one;
    one.field = "bestand";
    one.filename = std::move(name);
    one.content = std::move(content);
    return one;
}

struct Wereld : dichtbij::testing::MijnWereld {
    explicit Wereld(store::Store& opened) : MijnWereld(opened), advies({store, clock, ids, zaken, werk, documenten, log}, &post) {
        add_routes(site, AdviesPortaal{advies, documenten, access::testing::test_texts()});
    }
    Buiten outside(std::string address = "192.0.2.50") const { return {router, std::move(address)}; }

    // A document of the case; its version.
    document::Documentregel add_document(Id<dichtbij::Zaak> zaak, std::string titel, zaak::Vertrouwelijkheid hoe = zaak::Vertrouwelijkheid::zaakvertrouwelijk) {
        const std::string content = document::testing::pdf();
        document::MemoryBytes bytes(content);
        document::NieuwDocument nieuw;
        nieuw.kenmerken.titel = std::move(titel);
        nieuw.kenmerken.creatiedatum = day_of(clock.now());
        nieuw.kenmerken.vertrouwelijkheid = hoe;
        const auto made = zaken.add_document(ruben(), zaak, nieuw, documenten.receive("tekening.pdf", bytes).value()).value();
        const auto all = zaken.documenten(ruben(), zaak).value();
        return *std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.document.id == made.id; });
    }
    NieuweAdviesvraag question(Id<dichtbij::Zaak> zaak) {
        NieuweAdviesvraag vraag;
        vraag.bij = bij(zaak);
        vraag.organisatie = "Veiligheidsregio";
        vraag.contactpersoon = "Anouk Brand";
        vraag.email = "Anouk@regio.example";
        vraag.codeweg = Codeweg::sms;
        vraag.code_naar = "06 1234 5678";
        vraag.vraag = "Is de vluchtweg breed genoeg?";
        vraag.laatste_datum = day_of(clock.now()) + days(geldig_dagen);
        return vraag;
    }
    Adviesbrieven letters(const NieuweAdviesvraag& vraag) {
        const auto& t = access::testing::test_texts().of(html::taal_of(vraag.taal));
        const auto gemeente = store.read([&](store::Tx& tx) { return organisatie::gemeente(tx, v.oeverland); }).value();
        const Afzender van{gemeente, stored(vraag.bij.zaak).nummer, "Ruben Tjon-A-Fat", "https://mijn.example"};
        return {[&t, van, vraag](const std::string& link) { return linkbrief(t, van, vraag, link); }, [&t, van](const std::string& code) { return codebrief(t, van.gemeente.naam, code); }};
    }
    Result<Adviesvraag> try_ask(const access::Caller& caller, const NieuweAdviesvraag& vraag) { return advies.ask(caller, vraag, letters(vraag)); }
    Adviesvraag ask(const NieuweAdviesvraag& vraag) { return try_ask(ruben(), vraag).value(); }
    Adviesvraag ask(Id<dichtbij::Zaak> zaak) { return ask(question(zaak)); }
    Adviesbeeld beeld_van(const Adviesvraag& vraag) {
        const auto page = advies.of_zaak(ruben(), vraag.zaak).value();
        return *std::find_if(page.vragen.begin(), page.vragen.end(), [&](const auto& one) { return one.vraag.id == vraag.id; });
    }
    ketenpartner::Bij now(const Adviesvraag& vraag) { return {vraag.zaak, vraag.id, beeld_van(vraag).vraag.revisie}; }
    // With the right code, in.
    http::Response enter(Buiten& browser) {
        browser.get(post.link());
        return browser.post(post.link(), {{"code", post.code()}});
    }
    zaak::Zaaktaak task(const Adviesvraag& vraag) {
        return store.read([&](store::Tx& tx) { return zaken.taak(tx, access::system_caller("proef"), vraag.taak); }).value().taak;
    }
    int lines(Id<dichtbij::Zaak> zaak, std::string_view gebeurtenis) {
        int found = 0;
        for (const auto& line : timeline(stored(zaak).werk)) found += line.gebeurtenis == gebeurtenis ? 1 : 0;
        return found;
    }
    // Rows of the access log by someone outside, with these words or about such an object.
    int logged(std::string_view what) {
        log.flush();
        int found = 0;
        const auto page = log.zoek(beheerder(), {}).value();
        for (const auto& row : page.regels) found += row.doel == "ketenpartner" && (row.zoek == what || (row.zoek.empty() && row.object_soort == what)) ? 1 : 0;
        return found;
    }

    Post post;
    AdviesService advies;
};

inline std::vector<store::Migration> advies_schema() {
    auto list = dichtbij::testing::mijn_schema();
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

template <class F>
void in_each(F test) {
    for (const auto& fresh : fresh_stores(advies_schema())) {
        Wereld wereld(*fresh->store);
        test(wereld);
    }
}

}  // namespace dichtbij::ketenpartner::testing
