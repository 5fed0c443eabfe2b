#pragma once
// Which columns a worklist shows beside the question itself: each employee chooses.

#include <boost/describe/enum.hpp>

#include <string>
#include <vector>

#include "html/form.h"
#include "http/params.h"
#include "werk/regels_render.h"

namespace dichtbij::werk {

enum class Werkkolom { beloofd, voor_wie, eigenaar, laatste, onderwerp, kanaal, ontvangen };
BOOST_DESCRIBE_ENUM(Werkkolom, beloofd, voor_wie, eigenaar, laatste, onderwerp, kanaal, ontvangen)

using Werkkolommen = std::vector<Werkkolom>;  // in the order of the table, each once

const Werkkolommen& eerste_werkkolommen();               // as long as nobody chose
Werkkolommen werkkolommen_in(const http::Params&);       // as an address names them; empty: it names none
std::string in_adres(const Werkkolommen&);               // "kolom=beloofd&kolom=eigenaar"

// For the form of the list: what to show.
html::Html kolomkeuze(const html::Texts&, const html::Form&, const Werkkolommen&);
std::vector<html::Column> columns_of(const html::Texts&, Kiezen, const Werkkolommen&);
html::Html row_of(const html::Texts&, const Regelbeeld&, Instant now, Kiezen, const Werkkolommen&);

}  // namespace dichtbij::werk
