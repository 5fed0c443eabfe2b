#pragma once
// The SQL of worklists: open work only, over the partial indexes.

#include <functional>
#include <optional>
#include <vector>

#include "access/caller.h"
#include "store/store.h"
#include "werk/werklijst.h"

namespace dichtbij::werk {

// The column a list starts from and the values it may have there. Each value is read by its own index
// range and the ranges are merged, so that a page costs a page.
struct Ingang {
    enum class Kolom { eigenaar, team, gemeente };
    Kolom kolom = Kolom::eigenaar;
    std::vector<Uuid> waarden;
};

std::vector<Werk> read_page(store::Tx&, const access::Caller&, const Ingang&, const WerklijstVraag&, const Bakgrenzen&);
Tellingen count_list(store::Tx&, const access::Caller&, const Ingang&, const WerklijstVraag&, const Bakgrenzen&);

struct Teamrij {  // what an overview counts by
    Id<Medewerker> eigenaar;
    std::optional<Id<Onderwerp>> onderwerp;
    std::string domein;
    Instant orde_op;
    std::optional<Instant> waarschuwing_op;
    std::optional<Wachtreden> wacht;
    std::optional<Instant> aanvaard_op;
};
BOOST_DESCRIBE_STRUCT(Teamrij, (), (eigenaar, onderwerp, domein, orde_op, waarschuwing_op, wacht, aanvaard_op))
void each_of_team(store::Tx&, const access::Caller&, Id<Team>, const std::function<void(Teamrij&&)>&);
// Late or warned of, by promise.
std::vector<Werk> urgent_of_team(store::Tx&, const access::Caller&, Id<Team>, Instant now, int limit);

void insert_weergave(store::Tx&, const Weergave&);
void save_weergave(store::Tx&, const Weergave&);
bool delete_weergave(store::Tx&, const Uuid& id);
std::optional<Weergave> find_weergave(store::Tx&, const Uuid& id);
std::vector<Weergave> weergaven_of(store::Tx&, Id<Medewerker>);     // made by
std::vector<Weergave> weergaven_shared_with(store::Tx&, Id<Team>);

}  // namespace dichtbij::werk
