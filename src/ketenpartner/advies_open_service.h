#pragma once
// Used by the files of AdviesService.

#include "ketenpartner/advies_service.h"

namespace dichtbij::ketenpartner {

// A question with its case and task, as they stand now.
struct AdviesService::Open {
    Adviesvraag vraag;
    zaak::Zaak zaak;
    zaaktype::Zaaktype type;
    zaak::ZaaktaakBeeld taak;
    std::vector<Id<Partij>> betrokkenen;
    Adviesstand stand = Adviesstand::wacht;
};

// Secrets: 256 random bits for an address or a cookie; a code of eight digits, each as likely.
std::string draw_secret();
std::string draw_code();
store::Blob link_hash_of(std::string_view link);
store::Blob code_hash_of(std::string_view link, std::string_view code);
store::Blob bezoek_hash_of(std::string_view bezoek);

}  // namespace dichtbij::ketenpartner
