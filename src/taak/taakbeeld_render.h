#pragma once
// The parts of the page of a taak.

#include <string>
#include <vector>

#include "html/form.h"
#include "html/parts.h"
#include "taak/schermen_desk.h"

namespace dichtbij::taak {

// All that the page shows, read in one snapshot.
struct Blad {
    TaakBeeld beeld;
    std::string voor;                          // the person; empty: unknown
    std::string eigenaar;
    std::string team;
    std::string onderwerp;
    std::string gemeente;
    std::vector<werk::Toezegging> toezeggingen;
    std::vector<werk::KlokBeeld> klokken;
    std::vector<html::Moment> verloop;
    std::vector<html::Choice> collegas;        // of the gemeente, by name
    std::vector<html::Choice> teams;
    bool mag = false;                          // the caller may act on it
    std::vector<std::string> bellers;          // names beside beeld.belpogingen
    std::vector<std::string> gevraagden;       // names beside beeld.collegavragen
};

Result<Blad> read_blad(const TaakSchermen& s, const access::Desk& desk, Id<dichtbij::Taak> id);

html::Html head_part(const access::Desk& desk, const Blad& blad);
html::Html promise_part(const access::Desk& desk, const Blad& blad);
html::Html calls_part(const access::Desk& desk, const Blad& blad);
html::Html colleagues_part(const access::Desk& desk, const Blad& blad);
html::Html course_part(const access::Desk& desk, const Blad& blad);

// The panel beside the work; `typed` and `errors` of the last attempt.
struct Paneel {
    std::string naam;
    const http::Params& typed;
    std::vector<FieldError> errors = {};
};
html::Html panel_part(const access::Desk& desk, const Blad& blad, const Paneel& paneel);

}  // namespace dichtbij::taak
