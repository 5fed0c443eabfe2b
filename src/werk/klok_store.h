#pragma once
// The rows of clocks and their pauses; what they mean is norm/klok.h.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "norm/klok.h"
#include "store/store.h"

namespace dichtbij::werk {

struct Werkklok {
    Uuid id{};
    Id<dichtbij::Werk> werk;
    Id<Gemeente> gemeente;
    norm::Klok klok;
    std::optional<Instant> te_laat_op;   // when the timer found it past its due moment
    std::optional<Uuid> gestart_door;    // the act that can be taken back
    std::optional<Uuid> gestopt_door;
    bool operator==(const Werkklok&) const = default;
};

void insert_klok(store::Tx&, const Werkklok&);
// Everything but id, werk and start; the pauses are written anew when they differ.
void save_klok(store::Tx&, const Werkklok& before, const Werkklok& after);
void delete_klok(store::Tx&, const Uuid& id);
std::vector<Werkklok> klokken_of(store::Tx&, Id<dichtbij::Werk>);          // in the order they were started
std::vector<Werkklok> running_klokken_of(store::Tx&, Id<dichtbij::Werk>);
// Running clocks of a gemeente by id, for a change of its calendar.
std::vector<Werkklok> running_klokken_after(store::Tx&, Id<Gemeente>, const Uuid& after, int limit);

// "werkdagen 2", "werktijd 120", "kloktijd 5", "kalenderdagen 42", "wettelijk 8w 0 0", extended "wettelijk 8w 0 0 6w".
std::string term_text(const norm::Term&);
norm::Term term_from(std::string_view text);  // throws store::BadColumn

}  // namespace dichtbij::werk
