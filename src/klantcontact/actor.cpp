#include "klantcontact/actor.h"

#include "werk/werk.h"

namespace dichtbij::klantcontact {

std::vector<FieldError> problems(const Actor& actor) {
    struct Limit {
        std::string_view field;
        const std::string& text;
        std::size_t limit;
    };
    std::vector<FieldError> errors;
    if (auto error = werk::check_required("naam", actor.naam, 200)) errors.push_back(*error);
    for (const Limit& one : {Limit{"object_id", actor.object_id, 200}, Limit{"code_objecttype", actor.code_objecttype, 200},
                             Limit{"code_register", actor.code_register, 200}, Limit{"code_soort_object_id", actor.code_soort_object_id, 200},
                             Limit{"functie", actor.functie, 40}, Limit{"omschrijving", actor.omschrijving, 200},
                             Limit{"emailadres", actor.emailadres, 254}, Limit{"telefoonnummer", actor.telefoonnummer, 20},
                             Limit{"faxnummer", actor.faxnummer, 20}})
        if (auto error = werk::check_text(one.field, one.text, one.limit)) errors.push_back(*error);
    return errors;
}

}  // namespace dichtbij::klantcontact
