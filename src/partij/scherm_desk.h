#pragma once
// What the screens of this folder share.

#include <optional>
#include <string>
#include <string_view>

#include "access/desk.h"
#include "partij/partij_service.h"
#include "store/store.h"

namespace dichtbij::opzoek {
class OpzoekService;
}

namespace dichtbij::partij {

class AccountmanagerService;
class OvernameService;

// What the screens use; all outlive the routes.
struct PartijSchermen {
    store::Store& store;
    PartijService& partijen;
    AccountmanagerService* accountmanagers = nullptr;  // without: companies have none
    opzoek::OpzoekService* opzoeken = nullptr;         // without: no other register is asked
    OvernameService* overnames = nullptr;              // goes with it
};

void add_formulier_routes(access::DeskRoutes&, const PartijSchermen&);
void add_identificatie_routes(access::DeskRoutes&, const PartijSchermen&);
void add_samenvoegen_routes(access::DeskRoutes&, const PartijSchermen&);
void add_wissen_routes(access::DeskRoutes&, const PartijSchermen&);
void add_accountmanager_routes(access::DeskRoutes&, const PartijSchermen&);
void add_controlevragen_routes(access::DeskRoutes&, const PartijSchermen&);
void add_brp_routes(access::DeskRoutes&, const PartijSchermen&);
void add_handelsregister_routes(access::DeskRoutes&, const PartijSchermen&);

// The partij of a route with {id}; not_found for what is no id.
Result<PartijId> partij_in(const http::Request&);
// Of the query, else of the form.
std::optional<Id<Gesprek>> gesprek_in(const http::Request&);
// "/personen/ID", with the gesprek when there is one.
std::string url_of(PartijId, std::optional<Id<Gesprek>> gesprek = std::nullopt);
std::string with_query(std::string url, std::string_view field, std::string_view typed);
// The path of our own site in "terug"; empty when there is none.
std::string terug_in(const http::Request&);

}  // namespace dichtbij::partij
