#pragma once
// Where messages get what they need to know: to whom about this work or event, in which language, with which
// values, and whether that person may be written to at all. The outbox knows no case; app connects what does.

#include <boost/describe/enum.hpp>

#include <functional>
#include <optional>
#include <string>

#include "base/id.h"
#include "bericht/waarde.h"
#include "journal/journal.h"
#include "store/store.h"

namespace dichtbij::bericht {

// Why a rule stays silent.
enum class Zwijgreden { geen_partij, intern, deelzaak, overleden, geheim_adres, gewist };
BOOST_DESCRIBE_ENUM(Zwijgreden, geen_partij, intern, deelzaak, overleden, geheim_adres, gewist)

// Whether an employee should know that no message went: of internal work it speaks for itself.
bool is_melden_waard(Zwijgreden);

struct Geadresseerde {
    Id<Gemeente> gemeente;
    Id<Partij> partij;
    std::optional<Id<Werk>> werk;
    std::string taal = "nld";
    std::string zaaktype;                    // code, for rules; "": none
    std::string kanaal;                      // over which the question came, for rules
    bool vertrouwelijk = false;              // confidential domain: a subject does not say what it is about
    std::optional<Zwijgreden> zwijg;         // set: no rule writes
    std::optional<Uuid> handeling;           // of an act that can still be taken back
    Waarden waarden;
};

class Bron {
  public:
    virtual ~Bron() = default;
    // nullopt: there is no such work.
    virtual std::optional<Geadresseerde> bij_werk(store::Tx&, Id<Werk>) const = 0;
    // The same with the values of the event. nullopt: it is about nobody.
    virtual std::optional<Geadresseerde> bij_gebeurtenis(store::Tx&, const journal::Line&) const = 0;
};

}  // namespace dichtbij::bericht
