#pragma once
// What other systems deliver over the standard, on the services of the small world.

#include "klantcontact/aanlever_service.h"
#include "support/wereld.h"
#include "taak/aanlever_service.h"

namespace dichtbij::testing {

struct Aanlever {
    explicit Aanlever(Wereld& w) : contacten(w.clock, w.ids, w.werk, w.contacten, w.partijen), taken(w.clock, w.werk, w.ids, w.taken, w.contacten, contacten, w.actoren) {}

    klantcontact::AanleverService contacten;
    taak::AanleverService taken;
};

}  // namespace dichtbij::testing
