#include "postvak/postvak_schema_store.h"

#include <array>

namespace dichtbij::postvak {
namespace {

constexpr std::string_view postvak_sql = R"(
-- geen persoonsgegevens
create table postvak (
    id $id primary key,
    gemeente $id not null references gemeente (id),
    naam $text not null,
    taal $text not null,
    onderwerp $id,
    team $id,
    weg $text not null,
    actief $int not null,
    gemaakt_op $int not null,
    versie $int not null
) $strict;
create index postvak_gemeente on postvak (gemeente, id);

-- geen persoonsgegevens
create table postvak_adres (
    adres $text primary key,
    postvak $id not null references postvak (id),
    volgnummer $int not null
) $strict;
create index postvak_adres_postvak on postvak_adres (postvak, volgnummer);

-- persoonsgegevens: betrokkene (wie mailde, waarover), zolang het werk er is; was het geen vraag: 30 dagen
create table ruwe_mail (
    id $id primary key,
    gemeente $id not null,
    hash $text not null,
    envelop_van $text not null,
    bytes $int not null,
    bestand $id not null,
    ontvangen_op $int not null,
    staat $text not null,
    pogingen $int not null,
    volgende_op $int not null,
    toch $int not null,
    soort $text not null,
    reden $text not null,
    message_id $text not null,
    inhoud_hash $text not null,
    van_naam $text not null,
    van_adres $text not null,
    onderwerp $text not null,
    werk $id,
    klantcontact $id,
    domein $text not null,
    rem $text not null,
    bevestigd_op $int,
    verwerkt_op $int
) $strict;
create unique index ruwe_mail_hash on ruwe_mail (gemeente, hash);
create index ruwe_mail_wacht on ruwe_mail (volgende_op, id) where staat = 'wacht';
create index ruwe_mail_staat on ruwe_mail (gemeente, staat, id);
create index ruwe_mail_message_id on ruwe_mail (gemeente, message_id) where message_id <> '';
create index ruwe_mail_adres on ruwe_mail (gemeente, van_adres, id);
create index ruwe_mail_werk on ruwe_mail (werk, id) where werk is not null;
create index ruwe_mail_contact on ruwe_mail (klantcontact) where klantcontact is not null;

-- persoonsgegevens: als ruwe_mail
create table ruwe_mail_postvak (
    mail $id not null references ruwe_mail (id),
    postvak $id not null,
    ontvanger $text not null,
    primary key (mail, postvak)
) $strict;

-- persoonsgegevens: als ruwe_mail
create table mailtekst (
    mail $id primary key references ruwe_mail (id),
    partij $id,
    tekst $text not null,
    citaat $text not null,
    html $text not null,
    aan $text not null,
    echtheid $text not null,
    voorgesteld $id,
    gronden $text not null,
    gekozen $id,
    suggestie $id,
    gekoppeld_op $int,
    geweigerd $text not null,
    gebreken $text not null
) $strict;
create index mailtekst_partij on mailtekst (partij) where partij is not null;
create index mailtekst_suggestie on mailtekst (suggestie) where suggestie is not null;

-- persoonsgegevens: betrokkene (losse woorden uit mail, zonder wie), 2 jaar na het laatste gebruik
create table mailles (
    gemeente $id not null,
    woord $text not null,
    onderwerp $id not null,
    aantal $int not null,
    laatst_op $int not null,
    primary key (gemeente, woord, onderwerp)
) $strict;
create index mailles_laatst on mailles (laatst_op);
)";

}  // namespace

std::span<const store::Migration> migrations() {
    static constexpr std::array<store::Migration, 1> list{{{"postvak.1.postvak", 1, postvak_sql}}};
    return list;
}

}  // namespace dichtbij::postvak
