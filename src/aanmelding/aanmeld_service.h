#pragma once
// Signing in through the organisation's own provider: from the button to the session, and asking the provider again
// whether someone still may. Nothing here takes a Caller: whoever signs in is nobody yet.
//
// A session counts for vertrouwd_na after the provider was last asked, and is asked about earlier (controle_na of the
// settings): so a withdrawal at the provider takes effect within ten minutes, also while the provider or this program is
// out of order. Docs: docs/decisions/0037-employees-sign-in.md.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "aanmelding/aanmelding.h"
#include "aanmelding/aanmelding_store.h"
#include "access/session.h"
#include "oidc/oidc_client.h"

namespace dichtbij::aanmelding {

inline constexpr minutes poging_geldig{10};
inline constexpr seconds vertrouwd_na{570};    // 9.5 minutes: half a minute less than what was promised
inline constexpr seconds opnieuw_na{20};       // after an answer that says nothing
inline constexpr seconds controle_duurt{60};   // one question with its answer, at most

struct Terugkomst {  // what came back in the address
    std::string state;
    std::string code;
    std::string error;
    std::optional<std::string> iss;
    std::string browser;  // the secret in the cookie
    access::Origin origin;
};

enum class Aanmeldfout {
    geannuleerd,    // he stopped at the provider
    buiten_dienst,  // the provider does not answer, or says that it cannot
    ongeldig,       // the answer is not to be trusted; the log says why
    verlopen,       // the attempt is unknown: too old, used before, or begun in another browser
};
BOOST_DESCRIBE_ENUM(Aanmeldfout, geannuleerd, buiten_dienst, ongeldig, verlopen)

struct Binnen {
    access::SignedIn sessie;
    std::string naar;
};
using Buiten = std::variant<Aanmeldfout, Afwijzing>;

class AanmeldService {
  public:
    // `aanbieder` as in `client`. All outlive it.
    AanmeldService(const access::Accounts& accounts, IdSource& ids, const Werkaanbieder& aanbieder, oidc::OidcClient& client);

    const Werkaanbieder& aanbieder() const { return aanbieder_; }
    // The address at the provider; nothing: it does not answer. Calls outside.
    std::optional<std::string> begin(std::string_view naar, std::string_view taal, std::string_view browser);
    tl::expected<Binnen, Buiten> finish(const Terugkomst&);
    // What a verified statement does: the employee, his account, his roles and teams as his groups say now; then the session.
    // For finish, and for tests without a browser. `refresh`: empty when there is none; `gevraagd_op`: before it was asked.
    tl::expected<access::SignedIn, Afwijzing> let_in(const Verklaring&, std::string_view refresh, Instant gevraagd_op, const access::Origin&);

    std::vector<std::string> helpers() const;  // names of a few beheerders, for who does not come in

    // Asks the provider about sessions that are due, at most `limit`; returns how many. Thread-safe, and safe among
    // processes: each session is asked about by one. Stops when the provider does not answer.
    int recheck(Instant now, int limit);
    // A logout token (back channel), or the provider's id of a session (front channel). False: it is none.
    bool end_by_token(std::string_view logout_token);
    void end_by_sid(std::string_view issuer, std::string_view sid);
    // Where the browser goes to sign out there too, and what is known of the session is forgotten. Before it ends here.
    std::optional<std::string> sign_out_url(const access::Session&, std::string_view terug);

  private:
    struct Geweigerd {
        Afwijzing reden = Afwijzing::geen_groep;
        std::optional<Id<Medewerker>> medewerker;  // whom a beheerder may link
    };
    using Wie = tl::expected<Id<Medewerker>, Geweigerd>;
    enum class Uitkomst { klaar, stil };  // stil: the provider does not answer

    Wie who(store::Tx&, const Verklaring&, const Gaven&) const;
    Wie who_by_email(store::Tx&, const Verklaring&, const Gaven&) const;
    Wie make(store::Tx&, const Verklaring&, const Gaven&) const;
    void bring_up_to_date(store::Tx&, Id<Medewerker>, const Gaven&) const;
    void note_refusal(store::Tx&, const Verklaring&, const Geweigerd&) const;
    std::vector<SessieRij> claim(Instant now, int limit) const;
    Uitkomst ask_again(const SessieRij&);
    std::optional<Verklaring> statement_of(const SessieRij&, const oidc::Tokens&);
    void confirm(const SessieRij&, const Verklaring&, std::string_view refresh, Instant gevraagd_op) const;
    void end(store::Tx&, const SessieRij&) const;
    void postpone(const SessieRij&, Instant tot) const;
    Instant now() const { return accounts_.now(); }

    const access::Accounts& accounts_;
    IdSource& ids_;
    const Werkaanbieder& aanbieder_;
    oidc::OidcClient& client_;
    const std::string sleutel_;
};

}  // namespace dichtbij::aanmelding
