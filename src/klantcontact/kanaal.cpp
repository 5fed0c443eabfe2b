#include "klantcontact/kanaal.h"

#include <algorithm>
#include <iterator>

namespace dichtbij::klantcontact {

bool is_spoken(std::string_view kanaal) {
    constexpr std::string_view spoken[] = {"telefoon", "balie", "video", "huisbezoek", "chat"};
    return std::find(std::begin(spoken), std::end(spoken), kanaal) != std::end(spoken);
}

norm::Aanleiding aanleiding_of(std::string_view kanaal) { return kanaal == "telefoon" || kanaal == "balie" ? norm::Aanleiding::terugbelverzoek : norm::Aanleiding::vraag; }

}  // namespace dichtbij::klantcontact
