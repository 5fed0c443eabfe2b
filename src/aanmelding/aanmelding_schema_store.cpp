#include "aanmelding/aanmelding_routes.h"

#include <array>

namespace dichtbij::aanmelding {
namespace {

// `toewijzing` names no gemeente when it gives a domain: that is of the whole organisation.
constexpr std::string_view first_sql = R"(
-- geen persoonsgegevens
create table aanmelding_toewijzing (
    id $id primary key,
    groep $text not null,
    omschrijving $text not null,
    soort $text not null,
    rol $text,
    gemeente $id,
    team $id,
    domein $text not null
) $strict;
create index aanmelding_toewijzing_groep on aanmelding_toewijzing (groep, id);

-- persoonsgegevens: account
create table aanmelding_koppeling (
    onderwerp $text primary key,
    medewerker $id not null unique,
    op $int not null
) $strict;

-- persoonsgegevens: account
create table aanmelding_gegeven (
    medewerker $id not null,
    soort $text not null,
    rol $text,
    gemeente $id,
    team $id,
    domein $text not null
) $strict;
create index aanmelding_gegeven_medewerker on aanmelding_gegeven (medewerker);

-- persoonsgegevens: sessie
create table aanmelding_sessie (
    id $id primary key,
    medewerker $id not null,
    onderwerp $text not null,
    sub $text not null,
    sid $text not null,
    refresh $blob,
    begonnen_op $int not null,
    gecontroleerd_op $int not null,
    controle_op $int not null,
    bezig_tot $int
) $strict;
create index aanmelding_sessie_controle on aanmelding_sessie (controle_op, id);
create index aanmelding_sessie_medewerker on aanmelding_sessie (medewerker);
create index aanmelding_sessie_sid on aanmelding_sessie (sid) where sid <> '';

-- geen persoonsgegevens
create table aanmelding_poging (
    state_hash $blob primary key,
    browser_hash $blob not null,
    nonce $text not null,
    verifier $text not null,
    naar $text not null,
    begonnen_op $int not null
) $strict;
create index aanmelding_poging_begonnen on aanmelding_poging (begonnen_op);

-- persoonsgegevens: een maand na de laatste poging
create table aanmelding_afgewezen (
    onderwerp $text primary key,
    naam $text not null,
    email $text not null,
    groepen $text not null,
    reden $text not null,
    medewerker $id,
    op $int not null
) $strict;
create index aanmelding_afgewezen_op on aanmelding_afgewezen (op);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"aanmelding.1", 1, first_sql}}};
    return list;
}

}  // namespace dichtbij::aanmelding
