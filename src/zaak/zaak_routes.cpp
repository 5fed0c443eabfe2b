#include "zaak/zaak_routes.h"

#include "document/bestand_desk.h"
#include "zaak/zaak_acties_desk.h"

namespace dichtbij::zaak {

using access::Desk;
using http::Request;

void add_routes(access::DeskSite& routes, const ZaakSchermen& s) {
    const auto screen = [&s](Actie act) { return [s, act](Request& request, Desk& desk) { return act(s, request, desk); }; };
    routes.get("/zaken", screen(zaken_lijst));
    routes.get("/zaken/export.csv", screen(zaken_export));
    routes.get("/zaken/nieuw", screen(nieuwe_zaak));
    routes.post("/zaken/nieuw", screen(maak_zaak));
    routes.post("/zaken/nieuw/voorstel", screen(nieuw_voorstel));
    routes.get("/zaken/{id}", screen(open_zaak));
    routes.get("/zaken/{id}/deel", screen(zaak_deel));
    const std::pair<const char*, Actie> acts[] = {
        {"aanvaard", aanvaard},         {"status", zet_status},         {"terug", zet_terug},           {"sluiten", sluit},
        {"ingetrokken", trek_in},       {"heropenen", heropen},         {"archiefdatum", zet_archiefdatum}, {"geef_door", geef_door},
        {"opschorten", schort_op},      {"hervatten", hervat},          {"verlengen", verleng},         {"ingebreke", stel_in_gebreke},
        {"verzet", verzet},             {"besluit", leg_besluit_vast},  {"bekendmaken", maak_bekend},   {"besluit_intrekken", trek_besluit_in},
        {"taak", maak_taak},            {"vraag", vraag_aanvrager},     {"antwoord", leg_antwoord_vast}, {"taak_af", rond_taak_af},
        {"taak_door", geef_taak_door},  {"wijzig", wijzig},             {"eigenschappen", zet_eigenschappen}, {"rol", voeg_rol_toe},
        {"rol_einde", beeindig_rol},    {"verband", leg_verband},       {"notitie", noteer}};
    for (const auto& [naam, act] : acts) routes.post("/zaken/{id}/" + std::string(naam), screen(act));
    const auto files = document::upload_options(s.documenten.grenzen());
    routes.post("/zaken/{id}/document", screen(voeg_documenten_toe), files);
    routes.get("/zaken/{id}/documenten/{document}", screen(document_blad));
    routes.post("/zaken/{id}/documenten/{document}/versie", screen(nieuwe_versie), files);
    routes.post("/zaken/{id}/documenten/{document}/wijzig", screen(wijzig_document));
    routes.post("/zaken/{id}/documenten/{document}/intrekken", screen(trek_document_in));
    routes.get("/zaken/{id}/bestanden/{versie}", screen(geef_bestand));
    routes.get("/zaaktaken/{id}", screen(open_taak));
    routes.post("/zaaktaken/{id}/aanvaard", screen(aanvaard_taak));
}

}  // namespace dichtbij::zaak
