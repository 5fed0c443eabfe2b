#include "zaaktype/testing.h"

namespace dichtbij::zaaktype::testing {
namespace {

Statustype status(std::string code, Tweetalig naam, Tweetalig wij_doen, Tweetalig u_doet = {}) {
    return {std::move(code), std::move(naam), std::move(wij_doen), std::move(u_doet), false};
}

Resultaattype resultaat(std::string code, Tweetalig naam, int jaren) {
    return {std::move(code), std::move(naam), {Nominatie::vernietigen, jaren, Afleiding::afgehandeld, "", true}};
}

}  // namespace

Zaaktype kapvergunning() {
    Zaaktype z;
    z.code = "kapvergunning";
    z.naam = {"Kapvergunning", "Tree felling permit"};
    z.upl = "http://standaarden.overheid.nl/owms/terms/kapvergunning";
    z.doel = "Beslissen of een boom gekapt mag worden.";
    z.uitleg = {"U wilt een boom kappen. Wij kijken of dat mag.", "You want to fell a tree. We check whether that is allowed."};
    z.wettelijke_termijn = {8, Termijneenheid::weken, "Awb 4:13", true};
    z.servicenorm = {20, Normeenheid::werkdagen};
    z.verlengen = {1, 6, Termijneenheid::weken, false, ""};
    z.leges = {Legessoort::vast, 12050, {"U betaalt na de beslissing.", "You pay after the decision."}};
    z.statussen = {status("ontvangen", {"Ontvangen", "Received"}, {"Wij lezen uw aanvraag.", "We read your application."}),
                   status("in-behandeling", {"In behandeling", "Being handled"}, {"Wij bekijken de boom.", "We look at the tree."},
                          {"Laat ons bij de boom.", "Let us reach the tree."}),
                   status("afgehandeld", {"Afgehandeld", "Closed"}, {"Wij zijn klaar.", "We are done."})};
    z.statussen.back().eind = true;
    z.resultaten = {resultaat("verleend", {"Verleend", "Granted"}, 5), resultaat("geweigerd", {"Geweigerd", "Refused"}, 5)};
    z.rollen = {Rolsoort::initiator, Rolsoort::behandelaar, Rolsoort::adviseur};
    z.eigenschappen = {{"aantal-bomen", {"Hoeveel bomen wilt u kappen?", "How many trees do you want to fell?"}, Eigenschapsoort::getal, true, {}},
                       {"reden", {"Waarom?", "Why?"}, Eigenschapsoort::keuze, true, {{"Ziek", "Ill"}, {"Geen licht", "No light"}}}};
    z.documenttypen = {{"situatietekening", {"Tekening van de plek", "Drawing of the place"}, Verplichtbij::aanvraag, false}};
    z.taken = {{"Advies van de bomenadviseur", Taaksoort::intern_advies, "in-behandeling", 5}};
    return z;
}

Zaaktype klacht() {
    Zaaktype z;
    z.code = "klacht";
    z.naam = {"Klacht", "Complaint"};
    z.doel = "Een klacht behandelen.";
    z.uitleg = {"U bent niet tevreden. Wij zoeken het uit.", "You are not satisfied. We look into it."};
    z.aanleiding = Aanleiding::klacht;
    z.servicenorm = {10, Normeenheid::werkdagen};
    z.statussen = {status("klaar", {"Klaar", "Done"}, {"Wij zijn klaar.", "We are done."})};
    z.statussen.back().eind = true;
    z.resultaten = {resultaat("gegrond", {"Gegrond", "Upheld"}, 1)};
    z.rollen = {Rolsoort::initiator};
    return z;
}

}  // namespace dichtbij::zaaktype::testing
