#include "app/catalogus.h"

#include <fstream>
#include <iterator>

namespace dichtbij::app {

std::string starter_catalogue() {
    const auto path = share_dir() / "catalogus" / "zaaktypen.json";
    std::ifstream file(path, std::ios::binary);
    if (!file) throw CommandFailure{exit_failed, path.string() + " is not there: copy the share folder of this program again"};
    return {std::istreambuf_iterator<char>(file), {}};
}

Result<Done> add_catalogue(zaaktype::ZaaktypeService& zaaktypen, Id<Gemeente> gemeente, std::string_view bytes) {
    TRY(const auto uitslag, zaaktypen.import_bestand(access::system_caller("eerste start"), gemeente, bytes, zaaktype::Importmodus::bewaren));
    if (uitslag.fouten.empty()) return Done{};
    return invalid(uitslag.fouten);
}

}  // namespace dichtbij::app
