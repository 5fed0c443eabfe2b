#include "access/access.h"

namespace dichtbij::access {
namespace {

constexpr std::string_view accounts_sql = R"(
-- persoonsgegevens: account
create table account (
    medewerker $id primary key,
    email $text not null unique,
    naam $text not null,
    naam_sleutel $blob not null,
    wachtwoord $text not null,
    totp_geheim $blob,
    totp_stap $int not null,
    moet_wijzigen $int not null,
    uit_op $int,
    ingelogd_op $int,
    taal $text not null,
    sneltoetsen $int not null,
    gemaakt_op $int not null,
    versie $int not null
) $strict;
create index account_naam on account (naam_sleutel, medewerker);

-- persoonsgegevens: account
create table account_rol (
    account $id not null references account (medewerker),
    rol $text not null,
    gemeente $id not null,
    team $id
) $strict;
create index account_rol_account on account_rol (account);
create index account_rol_gemeente on account_rol (gemeente, rol);

-- persoonsgegevens: account
create table account_domein (
    account $id not null references account (medewerker),
    domein $text not null,
    primary key (account, domein)
) $strict;

-- persoonsgegevens: account
create table herstelcode (
    account $id not null references account (medewerker),
    hash $blob not null,
    gebruikt_op $int,
    primary key (account, hash)
) $strict;

-- persoonsgegevens: sessie
create table sessie (
    hash $blob primary key,
    account $id not null references account (medewerker),
    fase $text not null,
    begonnen_op $int not null,
    gezien_op $int not null,
    stil_tot $int not null,
    einde_op $int not null,
    csrf $text not null,
    agent_hash $blob not null,
    toestel $text not null,
    nieuw_totp $blob
) $strict;
create index sessie_account on sessie (account);
create index sessie_einde on sessie (einde_op);

-- persoonsgegevens: login_poging
create table login_poging (
    sleutel $text primary key,
    mislukt $int not null,
    laatste_op $int not null,
    geblokkeerd_tot $int not null
) $strict;
create index login_poging_laatste on login_poging (laatste_op);
)";

constexpr std::string_view destruction_sql = R"(
-- geen persoonsgegevens
create table vernietiging (
    nummer $serial,
    soort $text not null,
    object $id,
    regel $text not null,
    op $int not null,
    aantal $int not null
) $strict;
create index vernietiging_object on vernietiging (object) where object is not null;
)";

// `extern` names the session at the provider of whoever came in through it; such a row counts until `vertrouwd_tot`.
constexpr std::string_view external_sql = R"(
alter table account add column toegang $text not null default 'lokaal';
alter table sessie add column extern_id $id;
alter table sessie add column vertrouwd_tot $int;
create index sessie_extern on sessie (extern_id) where extern_id is not null;
)";

constexpr store::Migration all_migrations[] = {{"access.1", 1, accounts_sql}, {"access.2", 1, destruction_sql}, {"access.3", 1, external_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::access
