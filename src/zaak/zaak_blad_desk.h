#pragma once
// All that the page of a case shows, read in one snapshot.

#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "html/form.h"
#include "html/parts.h"
#include "partij/accountmanager.h"
#include "zaak/zaak_schermen_desk.h"

namespace dichtbij::zaak {

struct Taakblad {
    ZaaktaakBeeld beeld;
    std::string eigenaar;
    std::string team;
    bool mag = false;                                   // the caller may act on it
    bool van_mij = false;
};

struct Zaakblad {
    ZaakBeeld beeld;
    Tabblad tab = Tabblad::overzicht;
    std::optional<Id<Partij>> aanvrager;
    std::optional<Id<Partij>> ontvanger;                // whom messages go to
    std::string casemanager;
    std::string telefoon;                               // of the casemanager
    std::optional<partij::Accountmanager> accountmanager;  // of the company that asked
    std::string team;
    std::string gemeente;
    std::map<Id<Partij>, std::string> partijen;         // names
    std::map<Id<Medewerker>, std::string> medewerkers;
    std::vector<werk::Toezegging> toezeggingen;
    std::vector<werk::KlokBeeld> klokken;
    std::vector<Taakblad> taken;
    // Of the tab that is open, and of the head.
    std::vector<document::Documentregel> documenten;
    std::vector<bericht::Bericht> berichten;
    std::vector<html::Moment> verloop;
    std::string volgende_verloop;                       // address of older lines; empty: no more
    std::vector<html::Choice> collegas;                 // of the gemeente, by name; only for who may act
    std::vector<html::Choice> teams;

    const Zaak& zaak() const { return beeld.zaak; }
    const werk::Werk& werk() const { return beeld.werk; }
    std::string naam_van(const std::optional<Id<Partij>>&) const;
    std::string naam_van(const std::optional<Id<Medewerker>>&) const;
    const Taakblad* taak(std::string_view id) const;    // nullptr: none of this case
    const BesluitBeeld* besluit(std::string_view id) const;
    // Required by the case type at one of these moments, and not there.
    std::vector<const zaaktype::Documenttype*> ontbrekend(std::initializer_list<zaaktype::Verplichtbij>) const;
    const zaaktype::Statustype* status() const;         // where it stands; nullptr before the first
    const zaaktype::Statustype* volgende() const;       // nullptr: there is none
};

struct Bladvraag {
    Id<dichtbij::Zaak> zaak;
    Tabblad tab = Tabblad::overzicht;
    std::optional<std::int64_t> verloop_voor;           // older lines of the timeline than this one
};

Result<Zaakblad> read_blad(const ZaakSchermen&, const access::Desk&, const Bladvraag&);

// Colleagues and teams of a gemeente, for choosing.
struct Bezetting {
    std::vector<html::Choice> collegas;
    std::vector<html::Choice> teams;
};
Bezetting bezetting(store::Tx&, Id<Gemeente>);

// Lines of the journal in the words of the reader.
std::vector<html::Moment> verloop_in_woorden(const access::Desk&, store::Tx&, const Zaakblad&, const std::vector<journal::Line>&);

}  // namespace dichtbij::zaak
