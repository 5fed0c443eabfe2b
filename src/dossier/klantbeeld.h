#pragma once
// All that the overview of a person shows, read in one go.

#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "dossier/schermen.h"
#include "partij/accountmanager_service.h"
#include "werk/regels_render.h"

namespace dichtbij::dossier {

struct Contactbeeld {
    klantcontact::Contactregel regel;
    std::string door;
};

struct Kanaaltab {
    std::string kanaal;
    std::optional<long> aantal;  // none: there are older ones that were not counted
};

struct Contacten {
    std::vector<Contactbeeld> regels;
    std::optional<klantcontact::Plaats> volgende;
    std::vector<Kanaaltab> kanalen;
    std::int64_t totaal = 0;
};

// The same person in another gemeente, beside this one.
struct Elders {
    partij::Verwant verwant;
    std::string gemeente;
    std::vector<Contactbeeld> contacten;  // the newest; none when there is only a suggestion or a warning
    int lopend = 0;
};

struct Naamregel {
    Id<Partij> id;
    std::string naam;
};

struct Klantbeeld {
    partij::PartijBeeld beeld;
    std::string gemeente;
    std::optional<Id<Gesprek>> gesprek;
    std::vector<werk::Regelbeeld> loopt;
    Contacten contacten;
    std::vector<Elders> elders;
    std::vector<partij::Verwant> mogelijk_dubbel;
    std::vector<Naamregel> samengevoegd;
    std::optional<Naamregel> werkgever;
    std::optional<partij::Accountmanager> accountmanager;  // of a company
    partij::Controlevragen vragen;

    bool is_beperkt() const { return beeld.zicht == partij::Zicht::beperkt; }
    const partij::Gegevens& gegevens() const { return beeld.partij.gegevens; }
};

struct Klantvraag {
    Id<Partij> partij;
    std::optional<Id<Gesprek>> gesprek;
    std::string kanaal;  // of the contacts; empty: all
    std::optional<klantcontact::Plaats> voor;
};

// Of a warned partij only that it is there.
using Aangezicht = std::variant<partij::Afgeschermd, Klantbeeld>;
Result<Aangezicht> look(const DossierSchermen&, const access::Caller&, const Klantvraag&, Instant now);

std::string as_text(const klantcontact::Plaats&);
std::optional<klantcontact::Plaats> plaats_from(std::string_view text);

}  // namespace dichtbij::dossier
