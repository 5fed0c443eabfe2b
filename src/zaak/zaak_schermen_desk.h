#pragma once
// What the screens of cases work with, and the addresses they share.

#include <boost/describe/enum.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "access/desk.h"
#include "bericht/voorstel_service.h"
#include "html/catalogue.h"
#include "html/woord.h"
#include "search/index.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

// Columns and order of the list as an employee last had them, as in the address; kept by a folder above this one.
struct Lijstvorm {
    std::function<std::string(const access::Desk&)> gegeven = {};
    std::function<void(const access::Caller&, const std::string& vorm)> onthoud = {};
};

// What the screens use; all outlive the routes.
struct ZaakSchermen {
    store::Store& store;
    ZaakService& zaken;
    werk::WerkService& werk;
    partij::PartijService& partijen;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    bericht::BerichtService& berichten;
    const bericht::VoorstelService& voorstellen;
    document::DocumentService& documenten;
    const html::Catalogue& texts;  // for words in the language of the resident
    const search::Index* index;    // nullptr: names are not searched
    // What folders above this one put there; empty: nothing.
    std::function<html::Html(const access::Desk&, const Zaak&)> naast_zaak = {};                          // below what can be done
    std::function<html::Html(const access::Desk&, const std::string& vraag)> boven_lijst = {};            // the question of the address
    std::function<void(const access::Caller&, Id<Gemeente>, std::string_view vraag)> bij_export = {};    // a list leaves as a file
    Lijstvorm vorm = {};
};

// The part of the case that is shown below its head.
enum class Tabblad { overzicht, taken, documenten, besluiten, berichten, betrokkenen, verloop };
BOOST_DESCRIBE_ENUM(Tabblad, overzicht, taken, documenten, besluiten, berichten, betrokkenen, verloop)
Tabblad tabblad_van(std::string_view);                 // anything else: overzicht

std::string url_van(Id<dichtbij::Zaak>, std::string_view rest = {});
std::string url_van(Id<dichtbij::Zaak>, Tabblad);
// The panel beside the work; `over`: "taak=...", what it is about.
std::string paneel_url(Id<dichtbij::Zaak>, Tabblad, std::string_view paneel, std::string_view over = {});

using html::woord;

}  // namespace dichtbij::zaak
