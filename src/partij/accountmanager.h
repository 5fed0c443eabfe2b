#pragma once
// The employee whom a company turns to, whatever it is about. Of one case it is the role klantcontacter (zaak).

#include <boost/describe/class.hpp>

#include <string>

#include "base/id.h"

namespace dichtbij::partij {

struct Accountmanager {
    Id<dichtbij::Medewerker> medewerker;
    std::string naam;
    std::string telefoon;  // that of the employee; may be empty
    bool operator==(const Accountmanager&) const = default;
};

}  // namespace dichtbij::partij
