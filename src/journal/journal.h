#pragma once
// The append-only record of what happened. A row holds ids, codes, instants and amounts: no name, no
// address, no free text. Words stand in a toelichting beside it, which can be corrected and destroyed.

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "access/caller.h"
#include "base/id.h"
#include "base/time.h"
#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::journal {

enum class Object { gemeente, afdeling, team, medewerker, product, onderwerp, routering, norm, kalender, account,
                    partij, gesprek, klantcontact, werk, taak, zaak, systeem, zaaktype, document, applicatie, contactgegevens };
BOOST_DESCRIBE_ENUM(Object, gemeente, afdeling, team, medewerker, product, onderwerp, routering, norm, kalender, account,
                    partij, gesprek, klantcontact, werk, taak, zaak, systeem, zaaktype, document, applicatie, contactgegevens)

struct Entry {
    std::string gebeurtenis;              // "taak.doorgezet"; text "gebeurtenis.taak.doorgezet" in the catalogue
    Id<Gemeente> gemeente;                // nil: of the installation
    Object object_soort = Object::systeem;
    Uuid object{};
    Instant op;
    std::optional<Id<Medewerker>> door;   // none: the system, by rule, or an application
    std::optional<Id<Applicatie>> applicatie;  // another system did it; kept as kenmerk "applicatie"
    std::optional<Id<Werk>> werk;         // whose timeline it stands in
    std::optional<Id<Partij>> partij;     // whose timeline it stands in
    // Ids, codes, instants (RFC 3339) and amounts only: {"van", "..."}, {"reden", "ziekte"}.
    std::vector<std::pair<std::string, std::string>> kenmerken;
    std::optional<std::string> toelichting;  // what a person wrote
};

// Appends in the transaction of the act. Returns the row's number (unique, rising on SQLite).
std::int64_t append(store::Tx&, const Entry&);

// Fills `door` or `applicatie`, and `op`, from the caller and clock.
Entry entry(const access::Caller&, Instant now, std::string gebeurtenis, Id<Gemeente>, Object, Uuid object);

struct Line {  // an entry as read back, for timelines
    std::int64_t nummer = 0;
    std::string gebeurtenis;
    Id<Gemeente> gemeente;
    Object object_soort = Object::systeem;
    Uuid object{};
    Instant op;
    std::optional<Id<Medewerker>> door;
    std::optional<Id<Werk>> werk;
    std::optional<Id<Partij>> partij;
    std::vector<std::pair<std::string, std::string>> kenmerken;
    std::optional<std::string> toelichting;  // none: there was none, or it was destroyed
    std::string kenmerk(std::string_view key) const;  // empty when absent
    std::optional<Id<Applicatie>> applicatie() const;  // which other system did it
};

// Newest first, older than `before` when given, at most `limit`.
std::vector<Line> timeline_of_werk(store::Tx&, Id<Werk>, std::optional<std::int64_t> before, int limit);
std::vector<Line> timeline_of_partij(store::Tx&, Id<Partij>, std::optional<std::int64_t> before, int limit);
std::vector<Line> timeline_of_object(store::Tx&, Object, const Uuid&, std::optional<std::int64_t> before, int limit);

// Destroys the words of all rows about a partij or an object, leaving rows and hash chain whole.
std::int64_t destroy_toelichtingen(store::Tx&, Object, const Uuid&, Instant now);

std::span<const store::Migration> migrations();

}  // namespace dichtbij::journal
