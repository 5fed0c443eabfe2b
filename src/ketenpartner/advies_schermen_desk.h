#pragma once
// What the screens of this folder work with.

#include <string>

#include "access/desk.h"
#include "html/catalogue.h"
#include "ketenpartner/advies_service.h"

namespace dichtbij::ketenpartner {

// All outlive the routes.
struct AdviesSchermen {
    store::Store& store;
    AdviesService& advies;
    const html::Catalogue& texts;  // for words in the language of who is asked
    std::string public_url;        // of the residents' side; empty: the address at which the employee works
};

void add_advies_desk(access::DeskRoutes&, const AdviesSchermen&);

}  // namespace dichtbij::ketenpartner
