#pragma once
// All retention rules of an installation.

#include <span>
#include <string>
#include <vector>

#include "access/bewaring.h"
#include "app/installation.h"

namespace dichtbij::app {

// `inzage` clears the access log, which stands outside the store. Partijen come last: work that went names
// nobody any more. The service outlives the rules.
std::vector<access::BewaarRegel> alle_bewaar_regels(document::DocumentService&, access::VernietigBuiten inzage, int inzage_dagen);
// Refers to the installation, which must outlive it.
access::Bewaring make_bewaring(Installation&);
// One sentence for each of these tables, and those of the access log, that the rules do not cover as they must.
std::vector<std::string> bewaar_problems(store::Store&, std::span<const store::Migration>);

}  // namespace dichtbij::app
