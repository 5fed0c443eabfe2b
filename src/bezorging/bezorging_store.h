#pragma once
// The rows of mail on its way.

#include <optional>
#include <string_view>
#include <vector>

#include "bezorging/bezorging.h"
#include "store/store.h"

namespace dichtbij::bezorging {

std::optional<Mailbezorging> find_bezorging(store::Tx&, Id<dichtbij::Zending>);
std::optional<Mailbezorging> bezorging_met(store::Tx&, std::string_view message_id);
void insert_bezorging(store::Tx&, const Mailbezorging&);
void save_bezorging(store::Tx&, const Mailbezorging&);  // everything but zending, gemeente, partij, werk, message_id
std::int64_t count_pogingen(store::Tx&, Instant sinds);

std::vector<Defect> defecten_of(store::Tx&, Id<Partij>);
void put_defect(store::Tx&, const Defect&);             // the first one stays
bool delete_defect(store::Tx&, Id<Partij>, std::string_view adres_sleutel);

// Mails about a work, oldest first, at most the newest `limit`.
struct Gespreksmail {
    std::string message_id;
    Instant op;
    bool van_inwoner = false;
};
BOOST_DESCRIBE_STRUCT(Gespreksmail, (), (message_id, op, van_inwoner))
std::vector<Gespreksmail> gesprek_of(store::Tx&, Id<Werk>, int limit);
void put_gespreksmail(store::Tx&, Id<Werk>, const Gespreksmail&);

Serverstand stand_of(store::Tx&, std::string_view kanaal);
void put_stand(store::Tx&, const Serverstand&);

void forget_partij_in_bezorging(store::Tx&, Id<Partij>);
std::int64_t delete_gesprek_of_werk(store::Tx&, Id<Werk>);
std::int64_t delete_old_bezorgingen(store::Tx&, Instant voor, int limit);
std::int64_t delete_old_defecten(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::bezorging
