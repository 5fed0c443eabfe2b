#include "document/bewaring.h"

namespace dichtbij::document {

std::vector<access::BewaarRegel> bewaar_regels(std::string waarmee) {
    return {{"document", {"document", "document_versie", "bestand", "bestand_deel"}, "as long as the object it belongs to", 0, access::Volgt{std::move(waarmee)}}};
}

}  // namespace dichtbij::document
