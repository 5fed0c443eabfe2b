#pragma once
// What a beheerder settles about signing in through the provider: which group gives what, whom it concerns that could not come
// in, and who keeps emergency access.
//
// A beheerder changes what groups give in his own gemeenten; domains, and linking a person, are of the whole organisation and
// ask a beheerder of all its gemeenten, or of all where the account has a role.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aanmelding/aanmelding_store.h"

namespace dichtbij::aanmelding {

inline constexpr int afgewezenen_getoond = 50;

struct NieuweToewijzing {
    std::string groep;
    std::string omschrijving;
    Gave gave;
};

struct Afgewezen {
    AfgewezenRij wie;
    std::string kandidaat;  // name of whom he may be; empty: nobody, or not the caller's to link
};

struct Noodtoegang {
    Id<Medewerker> medewerker;
    std::string naam;
    std::string email;
    std::optional<Instant> ingelogd_op;
};

class AanmeldbeheerService {
  public:
    // `aanbieder`: nullptr when there is none; then the page says how to get one.
    AanmeldbeheerService(const access::Accounts& accounts, IdSource& ids, const Werkaanbieder* aanbieder)
        : accounts_(accounts), ids_(ids), aanbieder_(aanbieder) {}

    const Werkaanbieder* aanbieder() const { return aanbieder_; }

    Result<std::vector<Toewijzing>> toewijzingen(const access::Caller&) const;  // of his gemeenten, and domains
    // conflict when the group gives this already.
    Result<Id<Toewijzing>> add(const access::Caller&, const NieuweToewijzing&) const;
    Result<Done> remove(const access::Caller&, Id<Toewijzing>) const;
    // What someone in these groups would get, of what the caller may see.
    Result<Gaven> probeer(const access::Caller&, const std::vector<std::string>& groepen) const;
    Result<std::vector<Afgewezen>> afgewezenen(const access::Caller&) const;
    // That whoever was refused is this employee. He comes in the next time.
    Result<Done> koppel(const access::Caller&, std::string_view onderwerp) const;
    // Sessions since a day that cannot be asked about again: the provider gives no refresh tokens (scope offline_access).
    Result<std::int64_t> zonder_controle(const access::Caller&) const;

    Result<std::vector<Noodtoegang>> noodtoegangen(const access::Caller&) const;
    Result<std::vector<Noodtoegang>> kandidaten(const access::Caller&) const;  // local accounts that may become one
    Result<std::string> geef_noodtoegang(const access::Caller&, Id<Medewerker>) const;  // a one-time password
    Result<Done> neem_noodtoegang(const access::Caller&, Id<Medewerker>) const;

  private:
    const access::Accounts& accounts_;
    IdSource& ids_;
    const Werkaanbieder* const aanbieder_;
};

}  // namespace dichtbij::aanmelding
