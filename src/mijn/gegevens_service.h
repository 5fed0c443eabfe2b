#pragma once
// The contact data of a resident, as he keeps them himself: telephone, e-mail, language, channel, best time. What
// the gemeente registers (name, address, numbers) he reads here and cannot change.

#include <string>
#include <vector>

#include "bericht/bericht_service.h"
#include "partij/partij_service.h"
#include "portaal/inwoner.h"

namespace dichtbij::mijn {

inline constexpr std::size_t telefoon_limit = 30;  // characters
inline constexpr std::size_t email_limit = 80;
inline constexpr std::size_t tijd_limit = 60;

// The channels that he can choose for messages.
inline constexpr std::string_view voorkeurskanalen[] = {"email", "mijn_dichtbij", "telefoon", "brief"};

struct Contactgegevens {
    std::string telefoon;
    std::string email;
    std::string taal = "nld";   // nld or eng
    std::string kanaal;         // "": no preference
    std::string tijd;           // when he likes to be called
    bool operator==(const Contactgegevens&) const = default;
};

struct Gegevensbeeld {
    Id<Partij> partij;
    std::int64_t versie = 0;
    std::string naam;
    bool is_bedrijf = false;
    std::string adres;          // in a line; "" when none is known, or when it is confidential
    std::string postadres;
    Contactgegevens contact;
    bool mag_wijzigen = false;
    std::vector<std::pair<std::string, std::string>> nummers;  // kind and number, of which the last digits show
};

// The words of the message that confirms a change, in his language.
struct Bevestiging {
    std::string onderwerp;
    std::string tekst;
};

class GegevensService {
  public:
    GegevensService(store::Store& store, partij::PartijService& partijen, bericht::BerichtService& berichten)
        : store_(store), partijen_(partijen), berichten_(berichten) {}

    // not_found when nobody is known here.
    Result<Gegevensbeeld> get(store::Tx&, const portaal::Inwoner&);
    // Of himself, and of the company he acts for; who acts for another person changes nothing (forbidden). A
    // stale version is a conflict "fout.gewijzigd". Tells it in a message, so that he knows when it was not he.
    Result<Done> change(const access::Caller&, const portaal::Inwoner&, std::int64_t versie, const Contactgegevens&, const Bevestiging&);

  private:
    store::Store& store_;
    partij::PartijService& partijen_;
    bericht::BerichtService& berichten_;
};

// What is wrong, field by field; the rest is asked by PartijService.
std::vector<FieldError> problems(const Contactgegevens&);

}  // namespace dichtbij::mijn
