#include "access/raadpleging.h"

#include <algorithm>

namespace dichtbij::access {

Inzage Raadpleging::inzage(Inzage what) const {
    what.gemeente = gemeente_;
    what.partijen = shown_;
    std::sort(what.partijen.begin(), what.partijen.end());
    what.partijen.erase(std::unique(what.partijen.begin(), what.partijen.end()), what.partijen.end());
    return what;
}

}  // namespace dichtbij::access
