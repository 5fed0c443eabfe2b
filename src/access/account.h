#pragma once
// An account: who may sign in, with what, and which roles that gives. It names an employee of the
// organisation by id; name and e-mail are a copy that the organisation keeps up.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "access/caller.h"
#include "access/password.h"
#include "base/time.h"
#include "http/proxy.h"
#include "store/store.h"

namespace dichtbij::access {

// As people see it: without secrets.
struct AccountInfo {
    Id<Medewerker> medewerker;
    std::string email;  // lower case, unique
    std::string naam;
    std::string taal;         // "nl" or "en"
    bool sneltoetsen = true;  // single-letter keys
    bool moet_wijzigen = false;
    bool heeft_totp = false;
    std::optional<Instant> uit_op;       // disabled since
    std::optional<Instant> ingelogd_op;  // last time
    std::int64_t versie = 0;
    bool operator==(const AccountInfo&) const = default;
};
BOOST_DESCRIBE_STRUCT(AccountInfo, (),
                      (medewerker, email, naam, taal, sneltoetsen, moet_wijzigen, heeft_totp, uit_op, ingelogd_op, versie))

// How far a session has come. Only `volledig` opens screens other than those of signing in.
enum class Fase { totp_vragen, totp_instellen, wachtwoord_wijzigen, volledig };
BOOST_DESCRIBE_ENUM(Fase, totp_vragen, totp_instellen, wachtwoord_wijzigen, volledig)

// What happened to an account; becomes a journal row (journal lies above access).
struct AccountEvent {
    std::string gebeurtenis;  // "account.gemaakt"
    Id<Gemeente> gemeente;    // nil: of the installation
    Id<Medewerker> account;
    Instant op;
    std::vector<std::pair<std::string, std::string>> kenmerken;
};

// What layers above access add, set in wiring. All run in the transaction of the act.
struct Hooks {
    std::function<void(store::Tx&, const Caller&, const AccountEvent&)> journal;
    // The catalogue key of the reason why an account cannot be disabled now (open work); nothing: it can.
    std::function<std::optional<std::string>(store::Tx&, Id<Medewerker>)> may_leave;
};

struct Options {
    PasswordCost cost;
    seconds idle = minutes(30);
    seconds absolute = hours(12);
    std::vector<Rol> totp_rollen{Rol::beheerder, Rol::teamleider};
    http::TrustedProxies totp_vrije_netten;  // where TOTP is not asked
    int attempts_per_minute = 10;            // per address
    std::string naam = "Dichtbij";           // in authenticator apps
};

// What all operations of access work with. Made once, in wiring; thread-safe.
class Accounts {
  public:
    Accounts(store::Store& store, const Clock& clock, Options options, Hooks hooks);
    ~Accounts();
    Accounts(const Accounts&) = delete;

    store::Store& store() const { return store_; }
    Instant now() const { return clock_.now(); }
    const Options& options() const { return options_; }
    const Hooks& hooks() const { return hooks_; }
    const PasswordHasher& hasher() const { return hasher_; }

    // Kept between requests and private to access: attempts per address, sessions read lately.
    struct Memory;
    Memory& memory() const { return *memory_; }

  private:
    store::Store& store_;
    const Clock& clock_;
    const Options options_;
    const Hooks hooks_;
    const PasswordHasher hasher_;
    std::unique_ptr<Memory> memory_;
};

std::string normalised_email(std::string_view typed);

}  // namespace dichtbij::access
