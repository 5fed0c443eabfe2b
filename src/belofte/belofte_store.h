#pragma once
// The rows of expectations, the lengths they rest on, and what the check reads of cases: in pages, never per case.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "belofte/belofte.h"
#include "store/store.h"
#include "werk/werk.h"
#include "zaaktype/zaaktype_versie.h"

namespace dichtbij::belofte {

// How far the check of a gemeente is.
struct Stand {
    Id<Gemeente> gemeente;
    Instant geteld_op;                     // closed cases up to this one are in the lengths
    Id<dichtbij::Zaak> geteld_zaak;
    Day dag{};                             // of the last check
    std::optional<std::int64_t> sleutel;   // where that stands; none: it is done
    Uuid plaats{};
    Id<dichtbij::Zaak> nieuw_vanaf;        // cases made after this one were not looked at yet
};
BOOST_DESCRIBE_STRUCT(Stand, (), (gemeente, geteld_op, geteld_zaak, dag, sleutel, plaats, nieuw_vanaf))
std::optional<Stand> find_stand(store::Tx&, Id<Gemeente>);
void save_stand(store::Tx&, const Stand&);

struct Openzaak {  // as the check sees it
    Id<dichtbij::Zaak> zaak;
    Id<Werk> werk;
    Id<dichtbij::Zaaktype> zaaktype;
    Id<dichtbij::ZaaktypeVersie> versie;
    std::string status;
    Day startdatum{};
    bool opgeschort = false;
    std::int64_t sleutel = 0;              // the order of the pages
    Instant geopend_op;
    Instant beloofd_op;
    Instant waarschuwing_op;
    std::optional<Instant> status_op;
};
BOOST_DESCRIBE_STRUCT(Openzaak, (), (zaak, werk, zaaktype, versie, status, startdatum, opgeschort, sleutel, geopend_op, beloofd_op, waarschuwing_op, status_op))
std::vector<Openzaak> open_zaken(store::Tx&, const Stand&, int limit);   // from where the stand is
std::vector<Openzaak> nieuwe_zaken(store::Tx&, const Stand&, int limit);  // after nieuw_vanaf, by id

struct Vanstap {  // a closed case, from one of its statuses on
    Id<dichtbij::Zaak> zaak;
    Id<dichtbij::Zaaktype> zaaktype;
    Instant gesloten_op;
    Day startdatum{};
    Day einddatum{};
    werk::Uitkomst uitkomst = werk::Uitkomst::beantwoord;
    std::string status;                    // "" of a case without any
    std::optional<Instant> status_op;
};
BOOST_DESCRIBE_STRUCT(Vanstap, (), (zaak, zaaktype, gesloten_op, startdatum, einddatum, uitkomst, status, status_op))
// Of the next `limit` cases that closed before the moment, by their end.
std::vector<Vanstap> gesloten_stappen(store::Tx&, const Stand&, Instant voor, int limit);

using Stilstanden = std::map<Id<dichtbij::Zaak>, std::vector<Stilstand>>;
Stilstanden stilstanden(store::Tx&, const std::vector<Id<dichtbij::Zaak>>&);

struct Lengte {
    Id<dichtbij::Zaaktype> zaaktype;
    std::string status;                    // "": from receipt
    int jaar = 0;                          // in which they ended
    auto operator<=>(const Lengte&) const = default;
};
void tel_bij(store::Tx&, const std::map<Lengte, std::map<int, std::int64_t>>&);
// The lengths of a gemeente over its last years, by case type and status.
std::map<std::pair<Id<dichtbij::Zaaktype>, std::string>, Doorlooptijd> doorlooptijden(store::Tx&, Id<Gemeente>, int vanaf_jaar);

std::map<Id<dichtbij::Zaak>, Verwachting> verwachtingen(store::Tx&, const std::vector<Id<dichtbij::Zaak>>&);
std::optional<Verwachting> find_verwachting(store::Tx&, Id<dichtbij::Zaak>);
void save_verwachting(store::Tx&, const Verwachting&, const Verwachting* before);  // the row that is there; none
void delete_verwachting(store::Tx&, Id<dichtbij::Zaak>);
// Of cases that ended or are gone.
void delete_verlopen(store::Tx&, Id<Gemeente>);

// A page of cases in danger, by promise; of the owner, of the team, or of all that the caller may see.
struct Bladvraag {
    std::optional<Id<Medewerker>> eigenaar;
    std::vector<Id<Team>> teams;            // empty: every team
    std::optional<Instant> gewaarschuwd_voor;  // only those whose warning moment has come
    std::optional<std::pair<Instant, Uuid>> na;
    int limit = 50;
};
std::vector<Verwachting> blad(store::Tx&, const access::Caller&, const Bladvraag&);
std::int64_t aantal(store::Tx&, const access::Caller&, const Bladvraag&);

}  // namespace dichtbij::belofte
