#pragma once
// The rows of stuck cases, and what the check reads of cases: in pages, a fixed number of statements each.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "overleg/overleg.h"
#include "store/store.h"
#include "werk/werk.h"

namespace dichtbij::overleg {

// How far the check of a gemeente is.
struct Stand {
    Id<Gemeente> gemeente;
    Day dag{};                            // of the last check
    Instant begonnen_op;                  // when that began
    Instant gezien_op;                    // when the last one that ended began: acts before it were counted
    std::optional<std::int64_t> sleutel;  // where it stands; none: it is done
    Uuid plaats{};
};
BOOST_DESCRIBE_STRUCT(Stand, (), (gemeente, dag, begonnen_op, gezien_op, sleutel, plaats))
std::optional<Stand> find_stand(store::Tx&, Id<Gemeente>);
void save_stand(store::Tx&, const Stand&);

struct Openzaak {  // as the check sees it
    Id<dichtbij::Zaak> zaak;
    Id<Werk> werk;
    Id<dichtbij::Zaaktype> zaaktype;
    bool opgeschort = false;
    std::optional<werk::Wachtreden> wacht;
    std::int64_t sleutel = 0;             // the order of the pages
    Instant laatste_op;                   // of an act on the case
    std::optional<Instant> taak_op;       // of an act on a task inside it
};
BOOST_DESCRIBE_STRUCT(Openzaak, (), (zaak, werk, zaaktype, opgeschort, wacht, sleutel, laatste_op, taak_op))
std::vector<Openzaak> open_zaken(store::Tx&, const Stand&, int limit);

using Zaakids = std::vector<Id<dichtbij::Zaak>>;
using Werkids = std::vector<Id<Werk>>;
std::map<Id<dichtbij::Zaak>, Instant> laatst_behandeld(store::Tx&, const Zaakids&);
std::map<Id<dichtbij::Zaak>, Vastloper> op_de_lijst(store::Tx&, const Zaakids&);
// When these were passed on; given back to the team by dividing does not count.
std::map<Id<Werk>, std::vector<Instant>> doorgegeven(store::Tx&, const Werkids&);
std::map<Id<Werk>, std::vector<Instant>> verzet(store::Tx&, const Werkids&);

void insert_vastloper(store::Tx&, const Vastloper&);
void save_vastloper(store::Tx&, const Vastloper&);
void insert_aanleiding(store::Tx&, const Aanleiding&);
std::optional<Vastloper> find_vastloper(store::Tx&, Id<dichtbij::Vastloper>);
std::optional<Vastloper> open_vastloper(store::Tx&, Id<dichtbij::Zaak>);
std::map<Id<dichtbij::Vastloper>, std::vector<Aanleiding>> aanleidingen(store::Tx&, const std::vector<Id<dichtbij::Vastloper>>&);
std::map<Id<Werk>, std::vector<Beloftestand>> beloftestanden(store::Tx&, const Werkids&);
// Of treated ones: those whose case came back on the list later.
std::vector<Id<dichtbij::Vastloper>> weer_vastgelopen(store::Tx&, const std::vector<Id<dichtbij::Vastloper>>&);
// What was written under this number, when it still exists.
std::string woorden(store::Tx&, std::int64_t journaal);

// Takes those whose case ended from the list, and the rows of cases that are gone.
void ruim_op(store::Tx&, Id<Gemeente>, Instant now);

Grenzen find_grenzen(store::Tx&, Id<Gemeente>);
void replace_grenzen(store::Tx&, Id<Gemeente>, const Grenzen&);

// On the list the longest first; treated ones the newest first.
struct Bladvraag {
    bool behandeld = false;
    std::optional<Oorzaak> oorzaak;
    std::optional<Id<Team>> team;
    std::optional<Id<dichtbij::Zaaktype>> zaaktype;
    std::optional<std::pair<Instant, Uuid>> na;
    int limit = 50;
};
std::vector<Vastloper> blad(store::Tx&, const access::Caller&, const Bladvraag&);
std::int64_t aantal(store::Tx&, const access::Caller&);  // on the list

}  // namespace dichtbij::overleg
