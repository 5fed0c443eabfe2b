#include "app/demo_zaaktypen.h"

#include <algorithm>

#include "organisatie/organisatie_service.h"

namespace dichtbij::app::demo {
namespace {

enum class Stand { gepubliceerd, ontwerp };

struct ZaaktypeInhoud {
    std::string_view code;
    std::string_view team;
    Stand stand = Stand::gepubliceerd;
};

// What is still a draft is what these gemeenten have not agreed on yet.
constexpr ZaaktypeInhoud alle_zaaktypen[] = {
    {"adresonderzoek", "burgerzaken"},
    {"alcoholvergunning", "bedrijven"},
    {"avg-inzageverzoek", "juridisch"},
    {"bezwaar-woz", "belastingen"},
    {"bezwaarschrift", "juridisch"},
    {"bijstandsuitkering", "inkomen"},
    {"bijzondere-bijstand", "inkomen"},
    {"briefadres", "burgerzaken"},
    {"evenementenvergunning", "bedrijven"},
    {"exploitatievergunning-horeca", "bedrijven"},
    {"gehandicaptenparkeerkaart", "zorg"},
    {"gehandicaptenparkeerplaats", "wonen"},
    {"grafrechten", "openbare_ruimte"},
    {"huwelijk", "burgerzaken"},
    {"inrit-uitweg", "wonen"},
    {"jeugdhulp", "jeugd"},
    {"kapvergunning", "wonen"},
    {"klacht", "juridisch"},
    {"kwijtschelding", "belastingen"},
    {"leerlingenvervoer", "jeugd"},
    {"melding-openbare-ruimte", "openbare_ruimte"},
    {"naamgebruik", "burgerzaken"},
    {"naturalisatie", "burgerzaken"},
    {"omgevingsvergunning-bouwen", "wonen"},
    {"parkeervergunning-bewoners", "wonen"},
    {"schadeclaim", "juridisch"},
    {"schuldhulp", "inkomen"},
    {"standplaatsvergunning", "bedrijven", Stand::ontwerp},
    {"subsidie", "bedrijven", Stand::ontwerp},
    {"terrasvergunning", "bedrijven"},
    {"uittreksel-brp", "burgerzaken"},
    {"verhuizing", "burgerzaken"},
    {"verkeersmaatregel", "openbare_ruimte", Stand::ontwerp},
    {"wmo-huishoudelijke-hulp", "zorg"},
    {"wmo-hulpmiddel-woningaanpassing", "zorg"},
    {"woo-verzoek", "juridisch"},
};

// The products with the term of the case type in the Uniforme Productnamenlijst, and the subjects about them.
void link(zaaktype::Inrichting& inrichting, const std::string& upl, const std::vector<organisatie::Product>& products,
          const std::vector<organisatie::Onderwerp>& onderwerpen) {
    for (const auto& product : products) {
        if (upl.empty() || product.upl_uri != upl) continue;
        inrichting.producten.push_back(product.id);
        for (const auto& onderwerp : onderwerpen)
            if (onderwerp.product == product.id) inrichting.onderwerpen.push_back(onderwerp.id);
    }
}

Result<Done> set_up(const Diensten& diensten, const DemoOrganisatie& all, const DemoGemeente& gemeente, const access::Caller& beheerder) {
    TRY(const auto regels, diensten.zaaktypen.zaaktypen(beheerder, gemeente.id));
    TRY(const auto products, diensten.organisatie.products(beheerder, gemeente.id));
    TRY(const auto onderwerpen, diensten.organisatie.onderwerpen(beheerder, gemeente.id));
    for (const auto& regel : regels) {
        const auto over = std::find_if(std::begin(alle_zaaktypen), std::end(alle_zaaktypen), [&](const auto& one) { return one.code == regel.code; });
        if (over == std::end(alle_zaaktypen)) return conflict("the demo does not know case type " + regel.code, "");
        const DemoTeam& team = all.teams[all.team(over->team)];
        TRY(const auto versie, diensten.zaaktypen.versie(beheerder, regel.versie));
        TRY(const auto blad, diensten.zaaktypen.zaaktype(beheerder, regel.id));
        zaaktype::Inrichting inrichting = blad.inrichting;
        inrichting.team = team.id;
        inrichting.proceseigenaar = all.medewerkers[team.leider].id;
        link(inrichting, versie.inhoud.upl, products, onderwerpen);
        TRY_DONE(diensten.zaaktypen.set_inrichting(beheerder, inrichting));
        if (over->stand == Stand::gepubliceerd) TRY_DONE(diensten.zaaktypen.publish(beheerder, versie.versie.id, versie.versie.revisie));
    }
    return Done{};
}

}  // namespace

Result<Done> set_zaaktypen(const Diensten& diensten, const DemoOrganisatie& organisatie, std::string_view bytes) {
    const access::Caller& beheerder = organisatie.medewerkers[organisatie.medewerker("inge.roelofs")].caller;
    for (const DemoGemeente& gemeente : organisatie.gemeenten) {
        TRY(const auto uitslag, diensten.zaaktypen.import_bestand(beheerder, gemeente.id, bytes, zaaktype::Importmodus::bewaren));
        if (!uitslag.fouten.empty()) return invalid(uitslag.fouten);
        TRY_DONE(set_up(diensten, organisatie, gemeente, beheerder));
    }
    return Done{};
}

}  // namespace dichtbij::app::demo
