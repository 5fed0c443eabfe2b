// AVG art. 15: everything that is kept about a person, as a file a beheerder hands over.
#include "dossier/dossier_desk.h"
#include "organisatie/organisatie_service.h"
#include "partij/scherm_desk.h"
#include "toepassing/toepassing_service.h"

#include <boost/describe/enum_to_string.hpp>
#include <boost/json.hpp>

namespace dichtbij::dossier {
namespace {

using access::Desk;
using http::Request;
using http::Response;
namespace json = boost::json;

constexpr int werk_max = 10'000;

template <class E>
std::string word(E one) {
    return boost::describe::enum_to_string(one, "");
}

json::array parts_of(const partij::Inzagedossier& dossier) {
    json::array list;
    for (const auto& deel : dossier.partijen) {
        json::object fields;
        for (const auto& [field, value] : deel.gegevens) fields[field] = value;
        list.push_back({{"id", deel.partij.text()}, {"gegevens", std::move(fields)}});
    }
    return list;
}

json::array events_of(store::Tx& tx, const partij::Inzagedossier& dossier) {
    json::array list;
    for (const auto& line : dossier.gebeurtenissen) {
        json::object one{{"op", to_rfc3339(line.op)}, {"gebeurtenis", line.gebeurtenis}};
        if (const std::string who = toepassing::wie_deed(tx, line); !who.empty()) one["door"] = who;
        for (const auto& [key, value] : line.kenmerken) one[key] = value;
        if (line.toelichting) one["toelichting"] = *line.toelichting;
        list.push_back(std::move(one));
    }
    return list;
}

json::array contacts_of(const DossierSchermen& s, store::Tx& tx, const access::Caller& caller, const std::vector<Id<Partij>>& familie) {
    json::array list;
    std::optional<klantcontact::Plaats> before;
    do {
        auto pagina = s.klantcontacten.of_partijen(tx, caller, familie, before, klantcontact::contacten_limit);
        for (const auto& regel : pagina.regels) {
            const auto& k = regel.klantcontact;
            json::object one{{"nummer", k.nummer}, {"kanaal", k.inhoud.kanaal}, {"plaatsgevonden_op", to_rfc3339(k.inhoud.plaatsgevonden_op)},
                             {"afloop", word(k.afloop)}};
            // What the beheerder may not read himself is named, for whoever may to add.
            if (regel.afgeschermd) one["afgeschermd"] = true;
            else one.insert({{"onderwerp", k.inhoud.onderwerp}, {"vraag", k.inhoud.inhoud}, {"reactie", k.inhoud.reactie}});
            list.push_back(std::move(one));
        }
        before = pagina.volgende;
    } while (before);
    return list;
}

json::array work_of(const DossierSchermen& s, store::Tx& tx, const access::Caller& caller, const std::vector<Id<Partij>>& familie) {
    json::array list;
    for (const auto& w : s.werk.of_partijen(tx, caller, familie, werk_max)) {
        json::object one{{"nummer", w.nummer}, {"soort", word(w.soort)}, {"geopend_op", to_rfc3339(w.geopend_op)}};
        if (w.titel.empty()) one["afgeschermd"] = true;
        else one["titel"] = w.titel;
        if (w.beloofd_op) one["beloofd_op"] = to_rfc3339(*w.beloofd_op);
        if (w.gesloten_op) one["gesloten_op"] = to_rfc3339(*w.gesloten_op);
        list.push_back(std::move(one));
    }
    return list;
}

json::array identifications_of(const partij::Inzagedossier& dossier) {
    json::array list;
    for (const auto& one : dossier.identificaties)
        list.push_back({{"op", to_rfc3339(one.op)}, {"methode", word(one.methode)}, {"geslaagd", one.geslaagd}});
    return list;
}

json::array openings_of(store::Tx& tx, const partij::Inzagedossier& dossier) {
    json::array list;
    for (const auto& one : dossier.openingen)
        list.push_back({{"op", to_rfc3339(one.op)}, {"door", organisatie::naam_of(tx, one.medewerker)}, {"reden", one.reden}});
    return list;
}

// Who looked.
json::array looks_of(store::Tx& tx, const partij::Inzagedossier& dossier) {
    json::array list;
    for (const auto& one : dossier.ingezien) {
        json::object look{{"op", to_rfc3339(one.op)}, {"rollen", one.rollen}, {"doel", one.doel}, {"scherm", one.scherm}};
        if (one.medewerker) look["door"] = organisatie::naam_of(tx, *one.medewerker);
        if (one.applicatie) look["door"] = toepassing::naam_of(tx, *one.applicatie);
        list.push_back(std::move(look));
    }
    return list;
}

Response download(const DossierSchermen& s, Request& request, Desk& desk) {
    const auto id = partij::partij_in(request);
    if (!id) return desk.fail(id.error());
    desk.caller.doel = "beheer";
    const auto dossier = s.partijen.collect(desk.caller, *id);
    if (!dossier) return desk.fail(dossier.error());
    const json::object file = s.store.read([&](store::Tx& tx) {
        const auto familie = s.partijen.familie(tx, *id);
        return json::object{{"gemaakt_op", to_rfc3339(desk.now)},
                            {"partijen", parts_of(*dossier)},
                            {"contacten", contacts_of(s, tx, desk.caller, familie)},
                            {"werk", work_of(s, tx, desk.caller, familie)},
                            {"identificaties", identifications_of(*dossier)},
                            {"openingen", openings_of(tx, *dossier)},
                            {"ingezien", looks_of(tx, *dossier)},
                            {"gebeurtenissen", events_of(tx, *dossier)}};
    });
    auto body = std::make_shared<std::string>(json::serialize(file));
    return Response::download("inzage.json", "application/json", [body](std::string& chunk) {
        chunk = std::exchange(*body, "");
        return false;
    });
}

}  // namespace

void add_inzage_routes(access::DeskRoutes& routes, const DossierSchermen& s) {
    routes.get("/personen/{id}/inzage.json", [s](Request& request, Desk& desk) { return download(s, request, desk); });
}

}  // namespace dichtbij::dossier
