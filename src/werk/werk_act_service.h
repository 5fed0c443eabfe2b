#pragma once
// Used by the files of WerkService: one act on one werk, from reading it to writing it back.

#include <boost/describe/enum_to_string.hpp>

#include "werk/ongedaan_store.h"
#include "werk/werk_service.h"

namespace dichtbij::werk {

struct WerkService::Act {
    store::Tx& tx;
    const access::Caller& caller;
    Instant now;
    Day today;
    Werk before;
    Werk werk;
    Uuid handeling{};  // of all that is taken back together
    Kalender kalender;
};

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

journal::Entry werk_entry(const access::Caller&, Instant now, std::string gebeurtenis, const Werk&);

}  // namespace dichtbij::werk
