#pragma once
// Employees of a company who sign in for it (eHerkenning): known by pseudonym, with a name of their own choice, and
// what each may see. The first who signs in manages; who comes later sees his own questions only, until a colleague
// who manages says otherwise. Persons, representatives of persons and who signs in without a pseudonym have no part
// in this: they see what their party may.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "portaal/inwoner.h"
#include "store/store.h"

namespace dichtbij {
struct Zaaktype;
}

namespace dichtbij::portaal {

inline constexpr std::size_t medewerkernaam_limit = 80;
inline constexpr std::size_t bedrijfsmedewerkers_limit = 500;  // of one company

// eigen: what he asked himself. zaaktypen: cases of the chosen types too.
enum class Bedrijfszicht { alles, zaaktypen, eigen };
BOOST_DESCRIBE_ENUM(Bedrijfszicht, alles, zaaktypen, eigen)

struct Bedrijfsmedewerker {
    Uuid id{};
    Id<Partij> bedrijf;
    std::string pseudoniem;               // as Inwoner::pseudoniem: a hash
    std::string naam;                     // of his own choice; "" until he chose
    Bedrijfszicht zicht = Bedrijfszicht::eigen;
    bool beheert = false;                 // then he sees everything
    bool geblokkeerd = false;             // then he sees nothing
    Instant eerst_op;
    Instant gezien_op;                    // signed in last
    std::int64_t versie = 1;
    bool operator==(const Bedrijfsmedewerker&) const = default;
};
BOOST_DESCRIBE_STRUCT(Bedrijfsmedewerker, (), (id, bedrijf, pseudoniem, naam, zicht, beheert, geblokkeerd, eerst_op, gezien_op, versie))

// What who is signed in may see of his company.
class Bedrijfsrecht {
  public:
    static Bedrijfsrecht of(store::Tx&, const Inwoner&);

    // None: no employee of a company, nothing is limited; or one who is not known (yet), who sees only his own.
    const std::optional<Bedrijfsmedewerker>& medewerker() const { return medewerker_; }
    bool ziet_alles() const { return !is_beperkt_; }
    bool is_beheerder() const { return medewerker_ && medewerker_->beheert && !medewerker_->geblokkeerd; }
    // Data of the company itself: who manages, or everyone where nobody is limited.
    bool mag_gegevens_wijzigen() const { return !is_medewerker_ || is_beheerder(); }
    // A case of this type, that began with this question.
    bool mag_zaak(store::Tx&, Id<Zaaktype>, const std::optional<Id<Klantcontact>>& vraag) const;
    // Asked by himself: "klantcontact".
    bool is_eigen(store::Tx&, std::string_view soort, const Uuid& object) const;

  private:
    bool is_medewerker_ = false;
    bool is_beperkt_ = false;
    std::optional<Bedrijfsmedewerker> medewerker_;
    std::vector<Id<Zaaktype>> zaaktypen_;
};

// In the transaction in which an employee of a company asks something. Nothing for others.
void note_eigen(store::Tx&, const Inwoner&, std::string_view soort, const Uuid& object);
// His company took his access away. Of someone blocked the session knows no company any more.
bool is_geblokkeerd(store::Tx&, const Inwoner&);

// For the pages of the company; by when they came first. No rights asked.
std::vector<Bedrijfsmedewerker> bedrijfsmedewerkers(store::Tx&, const std::vector<Id<Partij>>& van);
std::vector<Id<Zaaktype>> zaaktypen_van(store::Tx&, const Uuid& medewerker);
void save_bedrijfsmedewerker(store::Tx&, Bedrijfsmedewerker&, const std::vector<Id<Zaaktype>>& zaaktypen);  // rises the version

// At signing in for a company. `van`: the company and its doubles, the surviving one first.
void note_aangemeld(store::Tx&, const std::vector<Id<Partij>>& van, const std::string& pseudoniem, Instant now);

}  // namespace dichtbij::portaal
