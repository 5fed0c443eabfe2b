#pragma once
// The fields of a partij: who, where, numbers, preferences, agreements.

#include <string>
#include <vector>

#include "html/catalogue.h"
#include "html/form.h"
#include "html/writer.h"
#include "partij/invoer_desk.h"

namespace dichtbij::partij {

// From which a form chooses.
struct Keuzes {
    std::vector<html::Choice> collegas;      // who may be marked as a colleague
    std::vector<html::Choice> organisaties;  // for whom a contactpersoon works
    bool zoekt_adressen = false;             // the form has a button that fills in street and town
    std::string adres_pad = {};              // "bezoekadres": what that button found for it:
    std::string adres_gevonden = {};
};

html::Html fields_of(const html::Texts&, const html::Form&, const Invoer&, const Keuzes&);

// "Achternaam", "Telefoon en e-mail 2: adres": a field as people call it.
std::string veldnaam(const html::Texts&, const std::string& field);
// What a colleague saved and what was typed, field by field.
html::Html versions_table(const html::Texts&, const std::vector<Verschil>&);

}  // namespace dichtbij::partij
