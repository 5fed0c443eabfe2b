#pragma once
// What work was before an act that can be taken back for a minute.

#include <optional>
#include <vector>

#include "store/store.h"
#include "werk/werk.h"

namespace dichtbij::werk {

struct Ongedaan {
    Uuid handeling{};
    Id<dichtbij::Werk> werk;
    Handeling soort = Handeling::aanvaarden;
    Id<Medewerker> door;
    Instant verloopt_op;
    std::int64_t versie_na = 0;  // another version now: someone acted since
    Id<Team> team;
    std::string domein;
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    int afhandelniveau = 2;
    Id<Medewerker> eigenaar;
    std::optional<Id<Medewerker>> toegewezen_aan;
    std::optional<Instant> aanvaard_op;
    std::optional<Wachtreden> wacht;
    std::optional<Instant> herinnering_op;
    std::string laatste_stap;
    Instant laatste_op;
    std::optional<Id<Medewerker>> laatste_door;
};
BOOST_DESCRIBE_STRUCT(Ongedaan, (),
                      (handeling, werk, soort, door, verloopt_op, versie_na, team, domein, product, onderwerp, afhandelniveau,
                       eigenaar, toegewezen_aan, aanvaard_op, wacht, herinnering_op, laatste_stap, laatste_op, laatste_door))

void insert_ongedaan(store::Tx&, const Ongedaan&);
std::vector<Ongedaan> ongedaan_of(store::Tx&, const Uuid& handeling);
// The latest act on the werk that has not expired.
std::optional<Ongedaan> last_ongedaan(store::Tx&, Id<dichtbij::Werk>, Instant now);
void delete_ongedaan(store::Tx&, const Uuid& handeling);
void delete_expired_ongedaan(store::Tx&, Instant now);

}  // namespace dichtbij::werk
