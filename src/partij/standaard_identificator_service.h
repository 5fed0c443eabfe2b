#pragma once
// What the standard demands of an identifier among those that are stored. Internal to StandaardService.

#include "partij/standaard_bewerking_service.h"

namespace dichtbij::partij {

struct Identificatorregels {
    const Werkplek& at;
    std::optional<PartijId> partij;
    std::vector<Uuid> going;                 // that this change removes
    const std::vector<Identificator>& beside;  // those of the partij, with or without the one that is looked at
    std::vector<FieldError>& wrong;

    // Adds what is wrong, each field behind `path`.
    void check(const Identificator&, const std::string& path) const;

  private:
    void check_parent(const Identificator&, const std::string& path) const;
    bool leads_to(const Uuid& from, const Uuid& wanted) const;
};

}  // namespace dichtbij::partij
