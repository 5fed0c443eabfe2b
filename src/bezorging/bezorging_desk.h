#pragma once
// What became of a message, for employees: beside the message, above the list of all, and on the page of a person.

#include "access/desk.h"
#include "bezorging/bezorg_service.h"

namespace dichtbij::bezorging {

// All outlive the routes.
struct BezorgSchermen {
    store::Store& store;
    BezorgService& bezorgen;
};

// For who may see the message: bericht has asked that.
html::Html bij_bericht(const BezorgSchermen&, const access::Desk&, const bericht::Zending&);
// While the mail server is away; else nothing.
html::Html boven_berichten(const BezorgSchermen&, const access::Desk&);
// Addresses of a person that do not work, with the button to open one again; else nothing.
html::Html bij_persoon(const BezorgSchermen&, const access::Desk&, Id<Partij>);

}  // namespace dichtbij::bezorging
