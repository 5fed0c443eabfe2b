// Signing in and out: the page to choose how, the way to the provider and back, staying signed in.
#include <array>

#include "html/form.h"
#include "html/parts.h"
#include "portaal/kader_portaal.h"
#include "portaal/portaal_routes.h"

namespace dichtbij::portaal {
namespace {

using namespace html;
using http::Request;
using http::Response;
using Niveau = Betrouwbaarheidsniveau;

Niveau niveau_of(std::string_view text) {
    return text == "hoog" ? Niveau::hoog : text == "substantieel" ? Niveau::substantieel : Niveau::laag;
}

std::string query_of(std::string_view naar, Niveau niveau) {
    std::string query = "?naar=" + http::percent_encoded(naar);
    if (niveau != Niveau::laag) query += "&niveau=" + std::string(boost::describe::enum_to_string(niveau, ""));
    return query;
}

Response too_often(const Mijn& mijn) {
    return mijn.page({.titel = mijn.t("portaal.inloggen.te_vaak"), .is_fout = true},
                     join(h1(mijn.t("portaal.inloggen.te_vaak")), p(mijn.t("portaal.inloggen.te_vaak_uitleg"))), 429);
}

// A way in for each provider that reaches the level asked.
Html ways_in(const Mijn& mijn, std::string_view naar, Niveau niveau) {
    const auto all = mijn.site.delen().aanmelden.voor(mijn.gemeente.code);
    return each(all, [&](const Aanbieder* one) {
        if (!one->kan(niveau) && !one->niveau_zonder_claim) return Html();
        const bool is_digid = one->soort == Aanbiedersoort::digid;
        return li(div(h2(mijn.t(is_digid ? "portaal.inloggen.voor_uzelf" : "portaal.inloggen.voor_bedrijf")),
                      p(mijn.t(is_digid ? "portaal.inloggen.digid_uitleg" : "portaal.inloggen.eherkenning_uitleg"))),
                  hoofdknop(mijn.openbaar("/inloggen/" + one->code) + query_of(naar, niveau), mijn.t("portaal.inloggen.met", one->naam(mijn.inwoner.taal))));
    });
}

Response choose(Request& request, Mijn& mijn) {
    const Texts& t = mijn.t;
    const std::string naar = veilig_pad(request.query.get("naar"));
    const Niveau niveau = niveau_of(request.query.get("niveau"));
    const auto& delen = mijn.site.delen();
    const bool is_expired = request.query.get("verlopen") == "1";
    Html ways = ways_in(mijn, naar, niveau);
    if (delen.demo)
        ways += li(div(h2(t("portaal.demo.kop")), p(t("portaal.demo.uitleg"))),
                   hoofdknop(mijn.openbaar("/demo") + query_of(naar, niveau), t("portaal.demo.knop")));
    const Html none = when(ways.empty(), [&] { return p(cls("section"), t("portaal.inloggen.geen")); });
    return mijn.page({.titel = t("portaal.inloggen.kop"), .huidig = "inloggen"},
                     join(h1(t("portaal.inloggen.kop")),
                          when(is_expired, [&] { return div(cls("section prose"), alert("clock", p(t("portaal.sessie.verlopen")), Tone::today)); }),
                          when(niveau != Niveau::laag, [&] { return p(cls("lead"), t("portaal.te_laag." + std::string(boost::describe::enum_to_string(niveau, "")))); }),
                          none, when(!ways.empty(), [&] { return ul(cls("ways"), ways); }),
                          section(h2(t("portaal.inloggen.zonder_kop")), p(t("portaal.inloggen.zonder")), p(a(href(mijn.openbaar("/volgen")), t("portaal.volgen.kop")))),
                          section(h2(t("portaal.inloggen.hulp_kop")), p(t("portaal.inloggen.hulp")),
                                  when(!mijn.gemeente.telefoon.empty(), [&] { return p(t.rich("portaal.inloggen.bel", telefoon_link(mijn.gemeente.telefoon))); }))));
}

struct Foutwoorden {
    Aanmeldfout fout;
    std::string_view naam;
    int status;
};
constexpr std::array foutwoorden{Foutwoorden{Aanmeldfout::geannuleerd, "geannuleerd", 200}, Foutwoorden{Aanmeldfout::buiten_dienst, "buiten_dienst", 503},
                                 Foutwoorden{Aanmeldfout::ongeldig, "ongeldig", 403},       Foutwoorden{Aanmeldfout::verlopen, "verlopen", 403},
                                 Foutwoorden{Aanmeldfout::te_laag, "te_laag", 403},         Foutwoorden{Aanmeldfout::geen_nummer, "geen_nummer", 403}};

// One page for everything that can go wrong, in words that say what to do.
Response failed(const Mijn& mijn, const Aanbieder* aanbieder, Aanmeldfout fout, const Bedoeling& bedoeling) {
    const Texts& t = mijn.t;
    const auto& words = *std::find_if(foutwoorden.begin(), foutwoorden.end(), [&](const Foutwoorden& one) { return one.fout == fout; });
    const std::string key = "portaal.aanmeldfout." + std::string(words.naam);
    const std::string name_ = aanbieder ? aanbieder->naam(mijn.inwoner.taal) : std::string();
    const std::string again = aanbieder ? mijn.openbaar("/inloggen/" + aanbieder->code) + query_of(bedoeling.naar, bedoeling.niveau)
                                        : Site::inloggen_url(mijn, bedoeling.naar, bedoeling.niveau);
    const bool is_higher = fout == Aanmeldfout::te_laag && bedoeling.niveau != Niveau::laag;
    const Html more = is_higher ? p(t("portaal.te_laag." + std::string(boost::describe::enum_to_string(bedoeling.niveau, "")))) : Html();
    return mijn.page({.titel = t(key + ".kop"), .is_fout = fout != Aanmeldfout::geannuleerd},
                     join(h1(t(key + ".kop")),
                          div(cls("prose section"), p(t(key + ".uitleg", name_)), more,
                              p(cls("section row"), hoofdknop(again, t(is_higher ? "portaal.te_laag.knop" : "portaal.opnieuw")),
                                a(href(mijn.openbaar("/inloggen")), t("portaal.inloggen.anders"))),
                              when(!mijn.gemeente.telefoon.empty(), [&] { return p(cls("section"), t.rich("portaal.inloggen.bel", telefoon_link(mijn.gemeente.telefoon))); }))),
                     words.status);
}

Response go(Request& request, Mijn& mijn) {
    auto& aanmelden = mijn.site.delen().aanmelden;
    const OidcClient* client = aanmelden.aanbieder(request.param("aanbieder"));
    if (!client || !client->aanbieder().geldt_voor(mijn.gemeente.code)) return mijn.site.status_page(request, 404);
    if (!mijn.site.may_try(request)) return too_often(mijn);
    const Bedoeling bedoeling{mijn.gemeente.id, veilig_pad(request.query.get("naar")), niveau_of(request.query.get("niveau"))};
    const auto url = aanmelden.begin({mijn.gemeente.id, mijn.gemeente.code, client->aanbieder().code, bedoeling.niveau, bedoeling.naar, mijn.inwoner.taal, browser_secret(mijn)});
    if (!url) return failed(mijn, &client->aanbieder(), url.error(), bedoeling);
    return Response::redirect(*url);
}

Response back(Request& request, Mijn& mijn) {
    auto& aanmelden = mijn.site.delen().aanmelden;
    const OidcClient* client = aanmelden.aanbieder(request.param("aanbieder"));
    if (!client) return mijn.site.status_page(request, 404);
    Terugkomst terug;
    terug.aanbieder = request.param("aanbieder");
    terug.state = request.query.get("state");
    terug.code = request.query.get("code");
    terug.error = request.query.get("error");
    if (const std::string* iss = request.query.find("iss")) terug.iss = *iss;
    terug.browser = browser_secret_of(request);
    terug.user_agent = request.headers.get("User-Agent");
    const auto done = aanmelden.finish(terug);
    if (!done) return failed(mijn, &client->aanbieder(), done.error().fout, done.error().bedoeling);
    if (mijn.sessie) mijn.site.delen().sessies.end(*mijn.sessie);
    Response answer = Response::redirect(done->bedoeling.naar);
    answer.cookies.push_back(sessie_cookie(request, done->token));
    return answer;
}

Response sign_out(Request& request, Mijn& mijn) {
    const auto& delen = mijn.site.delen();
    delen.sessies.end(*mijn.sessie);
    OidcClient* client = delen.aanmelden.aanbieder(mijn.inwoner.aanbieder);
    const auto url = client ? client->end_session_url(delen.public_url + "/mijn/uitgelogd") : std::nullopt;
    Response answer = Response::redirect("/mijn/uitgelogd");
    if (url) {
        // By a page of ours: the policy that forms stay on this site forbids going on at once.
        const std::string name_ = client->aanbieder().naam(mijn.inwoner.taal);
        Mijn outside = mijn;
        outside.sessie = nullptr;
        outside.csrf.clear();
        answer = outside.page({.titel = mijn.t("portaal.uitgelogd.kop")},
                              join(h1(mijn.t("portaal.uitgelogd.kop")), p(cls("lead"), mijn.t("portaal.uitgelogd.ook_daar", name_)),
                                   p(cls("section"), a(href(*url), mijn.t("portaal.uitgelogd.verder", name_)))));
        answer.header("Refresh", "0; url=" + *url);
    }
    answer.cookies.push_back(geen_sessie_cookie(request));
    return answer;
}

Response signed_out(Request& request, Mijn& mijn) {
    const Texts& t = mijn.t;
    if (mijn.sessie) return Response::redirect("/mijn");
    const bool is_expired = request.query.get("verlopen") == "1";
    return mijn.page({.titel = t("portaal.uitgelogd.kop")},
                     join(h1(t("portaal.uitgelogd.kop")), p(cls("lead"), t(is_expired ? "portaal.sessie.verlopen" : "portaal.uitgelogd.uitleg")),
                          p(cls("section"), a(href(mijn.openbaar("/inloggen")), t("portaal.inloggen.kop")))));
}

// From the dialog, by script or as a plain form.
Response stay(Request& request, Mijn& mijn) {
    const auto left = (mijn.sessie->tot() - mijn.now).count();
    if (request.headers.get("Accept") == "application/json") return Response::json("{\"seconden\":" + std::to_string(left) + "}");
    return Response::redirect(veilig_pad(request.form.get("naar")));
}

// For the script of another tab: how long, without counting as use.
Response how_long(const Site& site, Request& request) {
    const auto sessie = find_sessie(site.delen(), request, Gebruik::telt_niet);
    const auto left = sessie ? (sessie->tot() - site.delen().sessies.now()).count() : 0;
    return Response::json("{\"seconden\":" + std::to_string(left) + "}");
}

// Called by the provider's page in a frame: this browser's cookies do not come along, so by the session's id there.
Response front_channel(const Site& site, Request& request) {
    OidcClient* client = site.delen().aanmelden.aanbieder(request.param("aanbieder"));
    const std::string* iss = request.query.find("iss");
    const auto sid = request.query.get("sid");
    if (client && iss && *iss == client->aanbieder().issuer && !sid.empty()) site.delen().sessies.end_at_provider(client->aanbieder().code, {std::string(sid), {}});
    return Response::text("");
}

Response back_channel(const Site& site, Request& request) {
    OidcClient* client = site.delen().aanmelden.aanbieder(request.param("aanbieder"));
    const auto told = client ? client->read_logout_token(request.form.get("logout_token")) : std::nullopt;
    if (!told) return Response::text("", 400);
    site.delen().sessies.end_at_provider(client->aanbieder().code, *told);
    return Response::text("");
}

}  // namespace

void add_aanmeld_routes(Site& site) {
    site.get("/inloggen", Eis::openbaar(), choose);
    site.get("/inloggen/{aanbieder}", Eis::openbaar(), go);
    site.get_open("/oidc/{aanbieder}/terug", back);
    site.get_machine("/oidc/{aanbieder}/afmelden", [&site](Request& request) { return front_channel(site, request); });
    site.post_machine("/oidc/{aanbieder}/afmelden", [&site](Request& request) { return back_channel(site, request); });
    site.post("/mijn/uitloggen", Eis::volgend(), sign_out);
    site.get_open("/mijn/uitgelogd", signed_out);
    site.post("/mijn/blijf", Eis::ingelogd(), stay);
    site.get_machine("/mijn/sessie", [&site](Request& request) { return how_long(site, request); });
}

}  // namespace dichtbij::portaal
