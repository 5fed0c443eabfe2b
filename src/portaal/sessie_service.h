#pragma once
// Sessions of residents: what a browser holds is a random token; the store has its SHA-256 only. A session
// ends after fifteen minutes without use (DigiD asks for that), and after some hours in any case.

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "portaal/inwoner.h"
#include "portaal/oidc.h"
#include "partij/partij_service.h"
#include "store/store.h"

namespace dichtbij::portaal {

// A session that is going on. Read only.
struct Sessie {
    std::string hash;         // of the token
    std::string csrf_secret;
    Inwoner inwoner;
    Instant begonnen_op;
    Instant stil_tot;         // ends then when nothing is asked
    Instant einde_op;         // ends then in any case
    Instant tot() const { return stil_tot < einde_op ? stil_tot : einde_op; }
};

inline constexpr minutes waarschuwing_vooraf{2};

struct Sessiegrenzen {
    seconds stil = minutes(15);  // DigiD: at most 15 minutes
    seconds einde = hours(4);
    seconds volgen = minutes(30);  // of who follows without signing in
};

// Whether a request counts as use: a page that asks how long the session lasts does not.
enum class Gebruik { telt, telt_niet };

struct NieuweSessie {
    Id<Gemeente> gemeente;
    Aanmeldwijze wijze = Aanmeldwijze::oidc;
    std::string aanbieder = {};
    Bewering bewering = {};                     // oidc
    std::optional<Id<Partij>> partij = {};      // demo
    std::optional<Volgobject> volgt = {};       // code, postcode
    std::string taal = "nl";
    std::string user_agent = {};
};

class SessieService {
  public:
    SessieService(store::Store& store, const Clock& clock, const partij::PartijService& partijen, Sessiegrenzen grenzen = {})
        : store_(store), clock_(clock), partijen_(partijen), grenzen_(grenzen) {}

    // The token for the cookie; always a new one. Who signs in is looked up by BSN or KvK-nummer in that
    // gemeente; nobody is made: someone whom the gemeente does not know stays unknown until he does something.
    std::string begin(const NieuweSessie&);
    // nullptr when there is none, it ended, or another kind of browser shows the token.
    std::shared_ptr<const Sessie> find(std::string_view token, std::string_view user_agent, Gebruik);
    void end(const Sessie&);
    // What the provider ended; by sid when it gave one, else all of that person there.
    std::int64_t end_at_provider(std::string_view aanbieder, const Afmelding&);
    void set_taal(const Sessie&, std::string_view taal);

    // Makes who signed in known here, a person or a company, with what he gave and the number by which he
    // signed in. Before the first thing he does: a question, a case. The one he is or acts for, when that one is
    // known already. conflict ("portaal.fout.voor_ander"): he acts for a person whom only the gemeente can add.
    Result<Id<Partij>> leer_kennen(store::Tx&, const Sessie&, partij::PartijService&, partij::Gegevens);

    // In the transaction that erases a partij.
    void forget_partij(store::Tx&, Id<Partij>);
    const Sessiegrenzen& grenzen() const { return grenzen_; }
    Instant now() const { return clock_.now(); }
    store::Store& store() { return store_; }

  private:
    std::optional<Id<Partij>> known(store::Tx&, Id<Gemeente>, std::string_view soort, const std::string& nummer) const;
    void fill(store::Tx&, Inwoner&) const;

    store::Store& store_;
    const Clock& clock_;
    const partij::PartijService& partijen_;
    const Sessiegrenzen grenzen_;
};

}  // namespace dichtbij::portaal
