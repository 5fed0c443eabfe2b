#pragma once
// What the screens of messages share.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "access/desk.h"
#include "bericht/bericht_render.h"
#include "bericht/verzend_service.h"
#include "bericht/voorstel_service.h"
#include "html/form.h"
#include "partij/partij_service.h"

namespace dichtbij::bericht {

// All outlive the routes.
struct BerichtSchermen {
    store::Store& store;
    BerichtService& berichten;
    VerzendService& verzenden;
    const BeheerService& beheer;
    partij::PartijService& partijen;
    const html::Catalogue& texts;   // for previews in the other language
    // Case types of a gemeente to choose from: code and name. Empty: typed as a code.
    std::function<std::vector<html::Choice>(const access::Caller&, Id<Gemeente>)> zaaktypen = {};
    // Channels over which a question can come in: code.
    std::vector<std::string> kanalen = {"telefoon", "balie", "email", "formulier", "brief", "chat", "social_media"};
};

using Schermen = std::shared_ptr<const BerichtSchermen>;

void add_berichten_routes(access::DeskRoutes&, const Schermen&);
void add_sjablonen_routes(access::DeskRoutes&, const Schermen&);
void add_regels_routes(access::DeskRoutes&, const Schermen&);

// The gemeente that a page is about.
struct Plek {
    Id<Gemeente> id;
    std::string naam;
    bool is_beheerder = false;
    std::vector<html::Choice> alle;  // of the caller, to change over to
};
// Where the caller may see templates and rules; not_found for another.
Result<Plek> find_plek(const BerichtSchermen&, const access::Desk&, std::string_view id_text);
// The page of the only gemeente, or a list to choose from.
http::Response choose_plek(const BerichtSchermen&, const access::Desk&, std::string_view prefix, std::string_view title);
html::Html plek_tabs(const Plek&, std::string_view prefix);
std::vector<html::Choice> gemeenten_of(const BerichtSchermen&, const access::Caller&);  // where he sees the outbox

// "?gedaan=KEY" of a page that an act went back to, in words.
html::Html done_alert(const html::Texts&, const http::Request&);
std::int64_t number_in(const http::Params& form, std::string_view name);  // -1 for what is no number
// A small form with one button.
html::Html act_button(const access::Desk&, std::string_view url, const std::vector<std::pair<std::string, std::string>>& fields, std::string_view label, std::string_view icon_name);

}  // namespace dichtbij::bericht
