#include "portaal/portaal_schema_store.h"

namespace dichtbij::portaal {
namespace {

// A session knows the number by which someone signed in as long as nobody here has it; then only the partij.
// An attempt to sign in and a code hold no names, but tell that someone was busy.
constexpr std::string_view portaal_sql = R"(
-- persoonsgegevens: portaal_sessie
create table portaal_sessie (
    hash $blob primary key,
    gemeente $id not null,
    wijze $text not null,
    aanbieder $text not null,
    herkend $text not null,
    niveau $text not null,
    partij $id,
    namens $id,
    voor_ander $int not null,
    bsn $text not null,
    kvk_nummer $text not null,
    namens_bsn $text not null,
    namens_kvk_nummer $text not null,
    vestiging $text not null,
    pseudoniem $text not null,
    volgt_soort $text not null,
    volgt_object $id,
    taal $text not null,
    sid_hash $blob,
    onderwerp_hash $blob,
    csrf $text not null,
    agent_hash $blob not null,
    begonnen_op $int not null,
    gezien_op $int not null,
    stil_tot $int not null,
    einde_op $int not null
) $strict;
create index portaal_sessie_einde on portaal_sessie (einde_op);
create index portaal_sessie_sid on portaal_sessie (sid_hash) where sid_hash is not null;
create index portaal_sessie_onderwerp on portaal_sessie (onderwerp_hash) where onderwerp_hash is not null;
create index portaal_sessie_partij on portaal_sessie (partij) where partij is not null;
create index portaal_sessie_namens on portaal_sessie (namens) where namens is not null;

-- persoonsgegevens: portaal_aanmelding
create table portaal_aanmelding (
    state_hash $blob primary key,
    aanbieder $text not null,
    gemeente $id not null,
    browser_hash $blob not null,
    nonce $text not null,
    verifier $text not null,
    niveau $text not null,
    naar $text not null,
    taal $text not null,
    begonnen_op $int not null
) $strict;
create index portaal_aanmelding_begonnen on portaal_aanmelding (begonnen_op);

-- persoonsgegevens: portaal_code
create table portaal_code (
    browser_hash $blob primary key,
    gemeente $id not null,
    volgt_soort $text not null,
    volgt_object $id,
    code_hash $blob not null,
    pogingen $int not null,
    gemaakt_op $int not null
) $strict;
create index portaal_code_gemaakt on portaal_code (gemaakt_op);
)";

constexpr std::string_view bedrijf_sql = R"(
-- persoonsgegevens: medewerker van een bedrijf (pseudoniem, gekozen naam), twee jaar na de laatste keer inloggen
create table bedrijf_medewerker (
    id $id primary key,
    bedrijf $id not null,
    pseudoniem $text not null,
    naam $text not null,
    zicht $text not null,
    beheert $int not null,
    geblokkeerd $int not null,
    eerst_op $int not null,
    gezien_op $int not null,
    versie $int not null
) $strict;
create unique index bedrijf_medewerker_bedrijf on bedrijf_medewerker (bedrijf, pseudoniem);
create index bedrijf_medewerker_pseudoniem on bedrijf_medewerker (pseudoniem);
create index bedrijf_medewerker_gezien on bedrijf_medewerker (gezien_op);

-- geen persoonsgegevens
create table bedrijf_zaaktype (
    medewerker $id not null references bedrijf_medewerker (id),
    zaaktype $id not null,
    primary key (medewerker, zaaktype)
) $strict;

-- persoonsgegevens: wat een medewerker van een bedrijf zelf vroeg, zoals bedrijf_medewerker
create table bedrijf_eigen (
    medewerker $id not null references bedrijf_medewerker (id),
    soort $text not null,
    object $id not null,
    primary key (medewerker, soort, object)
) $strict;
)";

constexpr store::Migration all_migrations[] = {{"portaal.1", 1, portaal_sql}, {"portaal.2.bedrijf", 1, bedrijf_sql}};

}  // namespace

std::span<const store::Migration> migrations() { return all_migrations; }

}  // namespace dichtbij::portaal
