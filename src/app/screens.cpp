#include "app/screens.h"

#include "balie/balie_routes.h"
#include "taak/taak_routes.h"
#include "werk/werk_routes.h"

namespace dichtbij::app {
void Screens::add_routes(access::DeskSite& site, http::Router&) {
    werk::add_routes(site, {in_.store, in_.werk, in_.werklijsten, in_.attenties, in_.partijen, in_.organisatie});
    taak::add_routes(site, {in_.store, in_.taken, in_.werk, in_.attenties, in_.contacten, in_.partijen});
    balie::add_routes(site, {in_.store, in_.balie, in_.werk, in_.contacten, in_.taken, in_.partijen, in_.organisatie});
}

void Screens::forget_old_drafts(Instant now) {
    in_.balie.forget_old(now);
}

}  // namespace dichtbij::app
