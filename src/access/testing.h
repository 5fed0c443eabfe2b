#pragma once
// For tests of everything that needs accounts: a fresh store with two gemeenten in mind and cheap hashes.

#include <string>
#include <vector>

#include "access/access.h"
#include "access/account_beheer.h"
#include "access/own_account.h"
#include "access/session.h"
#include "access/sign_in.h"
#include "access/totp.h"

namespace dichtbij::access::testing {

inline constexpr Instant moment{seconds(1'795'000'000)};  // 2026-11-18

template <class T>
Id<T> test_id(int n) {
    Id<T> id;
    id.bytes[14] = static_cast<std::uint8_t>(n >> 8);
    id.bytes[15] = static_cast<std::uint8_t>(n);
    return id;
}
inline const Id<Gemeente> oeverland = test_id<Gemeente>(1);
inline const Id<Gemeente> heidedal = test_id<Gemeente>(2);

inline const std::string good_password = "paard batterij nietje";
inline const Origin desk{"192.0.2.10", "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"};

inline Options cheap_options() {
    Options options;
    options.cost = cheapest_cost;
    options.totp_rollen = {};
    options.attempts_per_minute = 1000;
    return options;
}

// Accounts over a store, with a clock to set and the events they told.
struct Desk {
    SimulatedClock clock{moment};
    std::vector<AccountEvent> events;
    std::optional<std::string> may_not_leave;  // the reason
    Accounts accounts;

    explicit Desk(store::Store& store, Options options = cheap_options())
        : accounts(store, clock, std::move(options),
                   {[this](store::Tx&, const Caller&, const AccountEvent& event) { events.push_back(event); },
                    [this](store::Tx&, Id<Medewerker>) { return may_not_leave; }}) {}

    Id<Medewerker> add(int n, std::vector<Grant> grants, std::vector<std::string> domeinen = {}) {
        const NewAccount account{.medewerker = test_id<Medewerker>(n),
                                 .email = email(n),
                                 .naam = "Medewerker " + std::to_string(n),
                                 .grants = std::move(grants),
                                 .domeinen = std::move(domeinen)};
        const HashedPassword password{accounts.hasher().hash(good_password), Geldigheid::blijvend};
        const auto made = accounts.store().write(
            [&](store::Tx& tx) { return make_account(accounts, tx, system_caller("proef"), account, password); });
        CHECK_THAT(made.has_value());
        return account.medewerker;
    }
    static std::string email(int n) { return "m" + std::to_string(n) + "@oeverland.example"; }

    Caller caller(int n) {
        return accounts.store().read([&](store::Tx& tx) { return caller_of(tx, test_id<Medewerker>(n)); }).value();
    }
    Result<SignedIn> sign_in_as(int n, const std::string& password = good_password, const Origin& origin = desk) {
        return sign_in(accounts, email(n), password, origin);
    }
    std::shared_ptr<const Session> session(const SignedIn& signed_in, const Origin& origin = desk) {
        return find_session(accounts, signed_in.token, origin.user_agent);
    }
    bool told(std::string_view gebeurtenis) const {
        for (const auto& event : events)
            if (event.gebeurtenis == gebeurtenis) return true;
        return false;
    }
};

}  // namespace dichtbij::access::testing
