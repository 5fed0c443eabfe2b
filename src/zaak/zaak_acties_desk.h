#pragma once
// What every act on a case starts from and ends with, and the acts by file.

#include <string>

#include "zaak/zaak_paneel_render.h"

namespace dichtbij::zaak {

// The case and its work as they are stored, in the versions that the form was made with.
struct Aanzet {
    Zaak zaak;
    werk::Werk werk;
    Bij bij;
    werk::Keuze keuze;
    Tabblad blad = Tabblad::overzicht;
};
Result<Aanzet> read_aanzet(const ZaakSchermen&, const http::Request&);

struct Toon {
    Id<dichtbij::Zaak> zaak;
    Tabblad tab = Tabblad::overzicht;
    std::string paneel;
    std::vector<FieldError> errors = {};
    std::string bezwaar = {};
    std::vector<Anders> anders = {};
    int status = 200;
    const http::Params* getypt = nullptr;               // none: what the address says
};
// The page of the case with a panel.
http::Response toon(const ZaakSchermen&, const http::Request&, access::Desk&, const Toon&);

struct Uitslag {
    std::string paneel;                                 // whose form it was; "" for a button
    std::optional<Uuid> ongedaan = {};
    std::optional<Tabblad> naar = {};                   // where to go; none: where the reader was
};
// Back to the case with a word of what was done and a way to undo it.
http::Response gedaan(const Aanzet&, const Uitslag&);
// Wrong input, or someone else was first: the panel again. Other failures: their page.
http::Response niet_gedaan(const ZaakSchermen&, const http::Request&, access::Desk&, const Aanzet&, const std::string& paneel, const Failure&);

template <class T>
http::Response finish(const ZaakSchermen& s, const http::Request& request, access::Desk& desk, const Aanzet& aanzet, const Result<T>& done, const Uitslag& uitslag) {
    return done ? gedaan(aanzet, uitslag) : niet_gedaan(s, request, desk, aanzet, uitslag.paneel, done.error());
}

// zaak_bericht_desk.cpp
// Words to start from: what is known filled in, what the form asks for between braces.
std::optional<bericht::Voorstel> woorden_voorstel(const ZaakSchermen&, const Zaakblad&, const http::Request&, std::string_view paneel);
// The words as they go out: what stood between braces filled in from the form. invalid while a brace is left.
// None when the form had no words.
Result<std::optional<Inwonerbericht>> lees_bericht(const ZaakSchermen&, const http::Request&, const access::Desk&, const Aanzet&);

// A day of the form. invalid for what is no day; none when it is empty.
Result<std::optional<Day>> lees_dag(const http::Request&, std::string_view veld);

using Actie = http::Response (*)(const ZaakSchermen&, http::Request&, access::Desk&);

// zaak_leven_desk.cpp
http::Response aanvaard(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zet_status(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zet_terug(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response sluit(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response trek_in(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response heropen(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zet_archiefdatum(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response geef_door(const ZaakSchermen&, http::Request&, access::Desk&);

// zaak_termijn_desk.cpp
http::Response schort_op(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response hervat(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response verleng(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response stel_in_gebreke(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response verzet(const ZaakSchermen&, http::Request&, access::Desk&);

// zaak_besluit_desk.cpp
http::Response leg_besluit_vast(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response maak_bekend(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response trek_besluit_in(const ZaakSchermen&, http::Request&, access::Desk&);

// zaak_taak_desk.cpp
http::Response maak_taak(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response vraag_aanvrager(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response leg_antwoord_vast(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response rond_taak_af(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response geef_taak_door(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response open_taak(const ZaakSchermen&, http::Request&, access::Desk&);         // GET: to its case
http::Response aanvaard_taak(const ZaakSchermen&, http::Request&, access::Desk&);

// zaak_gegevens_desk.cpp
http::Response wijzig(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zet_eigenschappen(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response voeg_rol_toe(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response beeindig_rol(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response leg_verband(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response noteer(const ZaakSchermen&, http::Request&, access::Desk&);
std::vector<Gevonden> zoek_personen(const ZaakSchermen&, const access::Desk&, std::string_view typed);
std::vector<Eigenschapswaarde> lees_eigenschappen(const http::Request&, const zaaktype::Zaaktype&);

// zaak_documenten_desk.cpp
http::Response voeg_documenten_toe(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response document_blad(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response nieuwe_versie(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response wijzig_document(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response trek_document_in(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response geef_bestand(const ZaakSchermen&, http::Request&, access::Desk&);

// zaak_desk.cpp, zaak_nieuw_desk.cpp, zaak_lijst_desk.cpp
http::Response open_zaak(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zaak_deel(const ZaakSchermen&, http::Request&, access::Desk&);         // what live messages ask again
http::Response nieuwe_zaak(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response maak_zaak(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response nieuw_voorstel(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zaken_lijst(const ZaakSchermen&, http::Request&, access::Desk&);
http::Response zaken_export(const ZaakSchermen&, http::Request&, access::Desk&);

}  // namespace dichtbij::zaak
