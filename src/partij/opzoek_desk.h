#pragma once
// What the screens share that ask other registers.

#include <optional>
#include <string>
#include <vector>

#include "html/form.h"
#include "opzoek/opzoek_service.h"
#include "partij/invoer_desk.h"
#include "partij/overname_service.h"
#include "partij/scherm_desk.h"

namespace dichtbij::partij {

// Where someone came from, and for which gemeente he looks.
struct Zoekplek {
    std::optional<GemeenteId> gemeente;  // none: he has no role anywhere
    std::vector<html::Choice> gemeenten;
    std::optional<Id<Gesprek>> gesprek;
    std::string terug;
    html::Html verborgen() const;  // goes along in every form
    html::Html gemeente_veld(const html::Texts&, const html::Form&) const;
    std::string url_of(PartijId) const;
    std::string with(std::string url) const;
};
Zoekplek zoekplek(const PartijSchermen&, const http::Request&, const access::Desk&);

// Why there is nothing to show; of gevonden nothing.
html::Html uitkomst_melding(const html::Texts&, opzoek::Uitkomst, opzoek::Bron);
// To the one it became; to his page when he must be opened or identified there first.
http::Response naar_overgenomen(const access::Desk&, const Zoekplek&, const Result<PartijId>&, const std::vector<PartijId>& bekend);
// Links to the registers that may be asked there; nothing when there are none.
html::Html register_links(const PartijSchermen&, const access::Desk&, const Zoekplek&, std::string_view typed);

// What the button "Straat en plaats opzoeken" found: filled in, and told beside the address.
struct Adresmelding {
    std::string pad;  // "bezoekadres"; empty: the button was not pressed
    std::string tekst;
    std::vector<FieldError> fouten;
};
Adresmelding vul_adres_aan(const PartijSchermen&, const http::Request&, const access::Desk&, GemeenteId, Invoer&);
bool zoekt_adressen(const PartijSchermen&, const access::Desk&, GemeenteId);

}  // namespace dichtbij::partij
