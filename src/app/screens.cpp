#include "app/screens.h"

#include "balie/concept_store.h"
#include "werk/werk_routes.h"

namespace dichtbij::app {
namespace {

constexpr days draft_life{7};

}  // namespace

void Screens::add_routes(access::DeskSite& site, http::Router&) {
    werk::add_routes(site, {in_.store, in_.werk, in_.werklijsten, in_.attenties, in_.partijen, in_.organisatie});
}

void Screens::forget_old_drafts(Instant now) {
    in_.store.write([&](store::Tx& tx) { balie::delete_concepten_before(tx, now - draft_life); });
}

}  // namespace dichtbij::app
