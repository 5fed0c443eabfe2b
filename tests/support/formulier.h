#pragma once
// For tests of src/formulier: a site with forms, a code that is sent, and a browser.

#include <doctest/doctest.h>

#include "document/testing.h"
#include "formulier/bewaring.h"
#include "formulier/formulier_json.h"
#include "formulier/formulier_portaal.h"
#include "support/mijn.h"

namespace dichtbij::formulier::testing {

struct Post final : portaal::Codepost {
    struct Brief {
        std::string naar, tekst;
    };
    std::vector<Brief> brieven;
    void send(const std::string& naar, const std::string&, const std::string& tekst) override { brieven.push_back({naar, tekst}); }
    std::string code() const { return brieven.back().tekst.substr(brieven.back().tekst.find_first_of("0123456789"), 6); }
};

// A question to the municipality: conditions, a stop, a group that repeats, a sum, a file, a confirmed address.
inline constexpr const char* proef_json = R"({
 "code":"proef","versie":1,"titel":{"nl":"Proefvraag","en":"Trial question"},"inleiding":{"nl":"Stel uw vraag.","en":"Ask."},
 "vervolg":{"nl":"Wij lezen uw vraag.","en":"We read your question."},"akkoord":{"nl":"Ik ga akkoord.","en":"I agree."},
 "bestemming":{"wordt":"taak","handeling":{"nl":"Beantwoord dit","en":"Answer this"}},
 "paginas":[
  {"code":"een","titel":{"nl":"Eerste","en":"First"},"groepen":[{"code":"g1","vragen":[
    {"code":"onderwerp","soort":"tekst","vraag":{"nl":"Waarover?","en":"About what?"},"betekenis":"onderwerp","maximumTekens":40},
    {"code":"soort","soort":"keuze","vraag":{"nl":"Welke soort?","en":"Which kind?"},"keuzes":[{"waarde":"boom","tekst":{"nl":"Een boom","en":"A tree"}},{"waarde":"weg","tekst":{"nl":"Een weg","en":"A road"}},{"waarde":"besluit","tekst":{"nl":"Een besluit","en":"A decision"}}]},
    {"code":"halt","soort":"stop","vraag":{"nl":"Maak bezwaar.","en":"Object to it."},"voorwaarde":{"condities":[{"vraag":"soort","hoe":"is","waarde":"besluit"}]}},
    {"code":"dag","soort":"datum","verplicht":false,"richting":"verleden","vraag":{"nl":"Wanneer?","en":"When?"},"voorwaarde":{"condities":[{"vraag":"soort","hoe":"is","waarde":"weg"}]}}]}]},
  {"code":"bomen","titel":{"nl":"De bomen","en":"The trees"},"voorwaarde":{"condities":[{"vraag":"soort","hoe":"is","waarde":"boom"}]},"groepen":[
    {"code":"boom","titel":{"nl":"Boom","en":"Tree"},"herhalingen":3,"vragen":[{"code":"aantal","soort":"getal","minimum":1,"maximum":50,"vraag":{"nl":"Hoeveel?","en":"How many?"}}]},
    {"code":"g2","vragen":[{"code":"totaal","soort":"berekend","rekenwijze":"som","met":["aantal"],"vraag":{"nl":"Samen","en":"Together"}},
      {"code":"foto","soort":"bestand","verplicht":false,"vraag":{"nl":"Foto","en":"Photo"}}]}]},
  {"code":"wie","titel":{"nl":"Uw gegevens","en":"Your details"},"groepen":[{"code":"g3","vragen":[
    {"code":"voornaam","soort":"tekst","betekenis":"voornaam","vraag":{"nl":"Voornaam","en":"First name"}},
    {"code":"achternaam","soort":"tekst","betekenis":"achternaam","vraag":{"nl":"Achternaam","en":"Surname"}},
    {"code":"email","soort":"email","betekenis":"email","bevestigen":true,"vraag":{"nl":"E-mailadres","en":"Email address"}},
    {"code":"telefoon","soort":"telefoon","betekenis":"telefoon","verplicht":false,"vraag":{"nl":"Telefoon","en":"Phone"}}]}]}]})";

inline constexpr const char* zaak_json = R"({
 "code":"kap","versie":1,"titel":{"nl":"Kapvergunning","en":"Felling permit"},"inleiding":{"nl":"Vraag aan.","en":"Apply."},
 "vervolg":{"nl":"Wij bekijken uw aanvraag.","en":"We look at it."},"inloggen":"moet","niveau":"substantieel",
 "bestemming":{"wordt":"zaak","zaaktype":"kapvergunning"},
 "paginas":[{"code":"een","titel":{"nl":"De boom","en":"The tree"},"groepen":[{"code":"g1","vragen":[
   {"code":"aantal","soort":"getal","minimum":1,"maximum":50,"eigenschap":"aantal-bomen","vraag":{"nl":"Hoeveel bomen?","en":"How many trees?"}},
   {"code":"foto","soort":"bestand","verplicht":false,"vraag":{"nl":"Foto","en":"Photo"}}]}]}]})";

inline constexpr const char* ontbreekt_json = R"({
 "code":"ontbreekt","versie":1,"titel":{"nl":"Ontbreekt","en":"Missing"},"inleiding":{"nl":"A","en":"A"},"vervolg":{"nl":"B","en":"B"},
 "bestemming":{"wordt":"zaak","zaaktype":"is-er-niet"},
 "paginas":[{"code":"een","titel":{"nl":"Een","en":"One"},"groepen":[{"code":"g1","vragen":[{"code":"a","soort":"tekst","vraag":{"nl":"A","en":"A"}}]}]}]})";

inline std::vector<Definitie> proeven() { return {read_definitie(proef_json).value(), read_definitie(zaak_json).value(), read_definitie(ontbreekt_json).value()}; }

// A resident's browser that keeps its cookies; streamed files come as they are in memory.
class Inwonersbrowser {
  public:
    explicit Inwonersbrowser(const http::Router& router, std::string sessie = {}) : router_(router) {
        if (!sessie.empty()) cookies_["mijn"] = std::move(sessie);
    }
    using Velden = std::vector<std::pair<std::string, std::string>>;
    http::Response get(std::string_view target) { return send(http::Method::get, target, {}, {}); }
    http::Response post(std::string_view target, Velden form, std::vector<http::Upload> files = {}) {
        form.emplace_back("_csrf", csrf_);
        return send(http::Method::post, target, std::move(form), std::move(files));
    }
    // Posts, and gives where it leads.
    std::string next(std::string_view target, Velden form, std::vector<http::Upload> files = {}) {
        const auto answer = post(target, std::move(form), std::move(files));
        CHECK_MESSAGE(answer.status == 303, target << " answered " << answer.status);
        return std::string(answer.headers.get("Location"));
    }

  private:
    http::Response send(http::Method method, std::string_view target, Velden form, std::vector<http::Upload> files) {
        http::Request request;
        request.method = method;
        request.target = target;
        CHECK_THAT(http::split_target(request));
        std::string cookies;
        for (const auto& [name, value] : cookies_) cookies += (cookies.empty() ? "" : "; ") + name + "=" + value;
        if (!cookies.empty()) request.headers.add("Cookie", cookies);
        request.headers.add("Host", "mijn.example");
        request.headers.add("User-Agent", access::testing::desk.user_agent);
        CHECK_THAT(http::understand(request, {access::testing::desk.adres, nullptr}, {}).has_value());
        for (auto& [name, value] : form) request.form.add(name, value);
        request.files = std::move(files);
        request.id = "r-1";
        http::Response response = router_.handle(request);
        for (const auto& cookie : response.cookies) cookies_[cookie.name] = cookie.value;
        static constexpr std::string_view before = "name=\"_csrf\" value=\"";
        if (const auto at = response.body.find(before); at != std::string::npos)
            csrf_ = response.body.substr(at + before.size(), response.body.find('"', at + before.size()) - at - before.size());
        return response;
    }

    const http::Router& router_;
    std::map<std::string, std::string> cookies_;
    std::string csrf_;
};

struct Formulierwereld : dichtbij::testing::MijnWereld {
    explicit Formulierwereld(store::Store& opened, std::vector<Definitie> forms = proeven())
        : MijnWereld(opened), formulieren(store, clock, ids, std::move(forms)),
          invullen({store, clock, ids, formulieren, partijen, contacten, taken, zaken, werk, berichten, documenten, log, access::testing::test_texts(), &post}),
          delen{store, invullen, documenten} {
        add_formulier_portaal(site, delen);
    }

    Inwonersbrowser anybody() { return Inwonersbrowser(router); }
    Inwonersbrowser signed_in(Id<Partij> partij, std::string taal = "nl") {
        portaal::NieuweSessie sessie{.gemeente = v.oeverland, .wijze = portaal::Aanmeldwijze::demo, .partij = partij, .taal = std::move(taal)};
        sessie.user_agent = access::testing::desk.user_agent;
        return Inwonersbrowser(router, sessies.begin(sessie));
    }
    void later(seconds time) { clock.set(clock.now() + time); }

    Post post;
    FormulierService formulieren;
    InvulService invullen;
    FormulierPortaal delen;
};

template <class World = Formulierwereld, class F>
void in_each(F test) {
    dichtbij::testing::in_each_with<World>(migrations(), test);
}

}  // namespace dichtbij::formulier::testing
