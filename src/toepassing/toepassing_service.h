#pragma once
// Who may come in from other systems, and what the administrator does with that.

#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <tl/expected.hpp>

#include "journal/journal.h"
#include "store/dialect.h"
#include "toepassing/toegang.h"
#include "toepassing/toepassing.h"

namespace dichtbij::toepassing {

std::span<const store::Migration> migrations();

// For other services, also one that was switched off: no rights checked.
std::optional<Applicatie> applicatie_of(store::Tx&, Id<dichtbij::Applicatie>);
// Also of one that was switched off; empty when it is not there any more.
std::string naam_of(store::Tx&, Id<dichtbij::Applicatie>);
// Who did what a line tells: the name of the employee, or of the application; empty: the system, or a resident.
std::string wie_deed(store::Tx&, const journal::Line&);

struct Opties {
    std::string sleutel = {};      // 32 bytes that secrets are kept under; empty: they are kept as they are
    seconds onthouden{1};          // what another node changed is seen after at most so long
};

struct Gegevens {  // what the administrator fills in
    std::string naam;
    std::string contact;
    access::Rechten rechten;
    bool vertrouwelijk = false;
    std::vector<std::string> domeinen;
    std::optional<Instant> verloopt_op;
    bool operator==(const Gegevens&) const = default;
};

struct Regel {  // of the list
    Applicatie applicatie;
    int tokens = 0;                      // that can be used
    std::optional<Instant> gebruikt_op;  // of any of its tokens
};

struct Blad {  // one application
    Applicatie applicatie;
    std::vector<Token> tokens;  // the newest first
};

struct TokenWens {
    Tokensoort soort = Tokensoort::token;
    std::string client_id = {};                  // zgw; empty: one is made
    std::optional<Instant> verloopt_op = {};
};

class ToepassingService {
  public:
    ToepassingService(store::Store& store, const Clock& clock, IdSource& ids, Opties opties = {});
    ~ToepassingService();

    // By the header Authorization: "Token x", "Bearer x", where x is a token or a JWT signed with a secret. Thread-safe.
    tl::expected<std::shared_ptr<const Toegang>, Geweigerd> toegang(std::string_view authorization, Instant now);

    // A beheerder, in his own gemeenten.
    Result<std::vector<Regel>> list(const access::Caller&);
    Result<Blad> get(const access::Caller&, Id<dichtbij::Applicatie>);
    Result<Applicatie> make(const access::Caller&, Id<Gemeente>, const Gegevens&);
    Result<Applicatie> change(const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie, const Gegevens&);
    // Off: none of its tokens is taken any more. On: those that were not revoked work again.
    Result<Applicatie> switch_off(const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie);
    Result<Applicatie> switch_on(const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie);
    // What they return is shown once.
    Result<NieuwToken> add_token(const access::Caller&, Id<dichtbij::Applicatie>, const TokenWens&);
    // A new one of the same kind beside it, under the same client id; the old one works until `oude_tot` (now: not any more).
    Result<NieuwToken> rotate(const access::Caller&, Id<dichtbij::Token>, Instant oude_tot);
    Result<Done> revoke(const access::Caller&, Id<dichtbij::Token>);

    // The same in a transaction that does more (client_service.h).
    Result<Applicatie> make(store::Tx&, const access::Caller&, Id<Gemeente>, const Gegevens&);
    Result<Applicatie> change(store::Tx&, const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie, const Gegevens&);
    Result<Applicatie> switch_off(store::Tx&, const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie);
    Result<NieuwToken> add_token(store::Tx&, const access::Caller&, Id<dichtbij::Applicatie>, const TokenWens&);
    Result<Done> revoke(store::Tx&, const access::Caller&, Id<dichtbij::Token>);

  private:
    struct Memory;
    struct Kenner;

    using Kenners = std::vector<Kenner>;

    std::shared_ptr<const Kenners> find(const std::string& key, Instant now);
    std::vector<Kenner> read(const std::string& key);
    std::optional<Geweigerd> why_not(const Kenner&, Instant now) const;
    void note_use(const Kenner&, Instant now);
    void forget_after(store::Tx&);
    Result<Applicatie> managed(store::Tx&, const access::Caller&, Id<dichtbij::Applicatie>) const;
    Result<NieuwToken> insert(store::Tx&, const access::Caller&, const Applicatie&, const TokenWens&);
    Result<Done> claim(store::Tx&, const Applicatie&, const std::string& client_id) const;
    Result<Applicatie> set_off(store::Tx&, const access::Caller&, Id<dichtbij::Applicatie>, std::int64_t versie, std::optional<Instant> uit_op);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const Opties opties_;
    std::unique_ptr<Memory> memory_;
};

}  // namespace dichtbij::toepassing
