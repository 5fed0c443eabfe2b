#pragma once
// The worklist: mine, my team's, for whom I substitute, all I may see.

#include "werk/schermen_desk.h"

namespace dichtbij::werk {

void add_lijst_routes(access::DeskRoutes&, const Schermen&);
void add_team_routes(access::DeskRoutes&, const Schermen&);
void add_attentie_routes(access::DeskRoutes&, const Schermen&);

// "?ongedaan=ID&gedaan=KEY" behind a path of ours: the next page offers to undo.
std::string with_undo(std::string_view path, const std::optional<Uuid>& ongedaan, std::string_view words_key);
// The bar for such a page; nothing without.
html::Html undo_bar_of(const http::Request&, const access::Desk&);
// The path of our own site in the field "terug", else `fallback`.
std::string back_to(const http::Request&, std::string_view fallback);

}  // namespace dichtbij::werk
