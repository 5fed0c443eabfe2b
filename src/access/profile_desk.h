#pragma once
// A person's own account: language and keys, password, authenticator app, where he is signed in.

#include "access/desk_site.h"

namespace dichtbij::access {

void add_profile_screens(DeskSite& site);

}  // namespace dichtbij::access
