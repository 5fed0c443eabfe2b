#include <algorithm>
#include <map>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "partij/aanschrijving_service.h"
#include "postvak/bezig_service.h"
#include "postvak/postvak_store.h"
#include "zaak/volgen_service.h"

namespace dichtbij::postvak {
namespace {

constexpr std::string_view kanaal_email = "email";
constexpr std::string_view sjabloon_ontvangst = "ontvangst_mail";
constexpr std::string_view te_beantwoorden = "beantwoorden";
constexpr std::size_t genoemd_limit = 20;

access::Caller post() { return access::system_caller("post"); }

std::string joined_words(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& one : words) all += (all.empty() ? "" : ", ") + one;
    return all;
}

partij::DigitaalAdres mailadres(const std::string& adres) {
    partij::DigitaalAdres one;
    one.soort = partij::SoortDigitaalAdres::email;
    one.adres = adres;
    one.is_standaard = true;
    return one;
}

bool is_usable(const std::string& adres) { return length_in_characters(adres) <= klantcontact::adres_limit && partij::is_email(adres); }

// "Jan de Vries" as he writes himself; what is before the @ when he does not.
partij::Contactnaam naam_uit(const RuweMailRij& rij) {
    std::string whole = rij.van_naam.empty() ? rij.van_adres.substr(0, rij.van_adres.find('@')) : rij.van_naam;
    std::erase_if(whole, [](char one) { return one == '"' || one == '<' || one == '>'; });
    whole = shortened(cleaned(whole), 100);
    partij::Contactnaam naam;
    const auto comma = whole.find(", ");
    if (comma != std::string::npos) whole = whole.substr(comma + 2) + " " + whole.substr(0, comma);
    const auto space = whole.find(' ');
    if (space == std::string::npos) {
        naam.achternaam = whole;
        return naam;
    }
    naam.voornaam = whole.substr(0, space);
    naam.achternaam = trimmed(std::string_view(whole).substr(space + 1));
    return naam;
}

}  // namespace

InnameService::Bezig::Bezig(const RuweMailRij& row, const mail::Mail& read) : mail(read), tekst(mail::splits_citaat(read.tekst)), rij(row) {}

void InnameService::Bezig::begin(const RuweMailRij& row) {
    rij = row;
    postvakken.clear();
    partij.reset();
    draad.reset();
    suggestie.reset();
    voorstel.reset();
    onderwerp.reset();
    team.reset();
    contact.reset();
    werk.reset();
}

Result<Done> InnameService::contact(store::Tx& tx, Bezig& b) {
    b.rij.staat = Mailstaat::verwerkt;
    b.rij.reden.clear();
    b.postvakken = postvakken_of_mail(tx, b.rij.id);
    b.echtheid = echtheid_van(b.mail, authserv_id_);
    propose(tx, b);
    find_draad(tx, b);
    TRY_DONE(find_partij(tx, b));
    if (b.draad) TRY_DONE(answer_in_draad(tx, b));
    else TRY_DONE(new_question(tx, b));
    TRY_DONE(add_files(tx, b));
    acknowledge(tx, b);
    finish(tx, b);
    return Done{};
}

void InnameService::propose(store::Tx& tx, Bezig& b) {
    std::optional<Postvak> postvak;
    if (!b.postvakken.empty()) postvak = find_postvak(tx, b.postvakken.front());
    b.taal = gok_taal(b.tekst.nieuw).value_or(postvak ? postvak->taal : "nld");
    std::vector<Kandidaat> kandidaten;
    std::map<Id<Product>, std::string> producten;
    for (const auto& one : organisatie::products(tx, b.rij.gemeente)) producten[one.id] = one.naam;
    for (const auto& one : organisatie::onderwerpen(tx, b.rij.gemeente)) {
        const auto product = one.product ? producten.find(*one.product) : producten.end();
        kandidaten.push_back({one.id, one.naam, one.trefwoorden, product == producten.end() ? std::string() : product->second});
    }
    const auto lessen = lessen_of(tx, b.rij.gemeente, leswoorden(b.mail.onderwerp, b.tekst.nieuw));
    b.voorstel = stel_onderwerp_voor(kandidaten, lessen, b.mail.onderwerp, b.tekst.nieuw);
    if (b.voorstel) b.onderwerp = b.voorstel->onderwerp;
    else if (postvak) {
        const bool is_there = std::any_of(kandidaten.begin(), kandidaten.end(), [&](const Kandidaat& one) { return one.onderwerp == postvak->onderwerp; });
        if (is_there) b.onderwerp = postvak->onderwerp;
        else b.team = postvak->team;
    }
}

// Who gets answers of this matter, or asked it himself. A From that our own server contradicts is nobody.
bool InnameService::is_van_de_zaak(store::Tx& tx, const werk::Werk& werk, const Bezig& b) {
    if (b.echtheid == Echtheid::weersproken || !partij::is_email(b.rij.van_adres)) return false;
    partij::Zoekvraag vraag;
    vraag.sleutels = {{partij::SoortSleutel::email, partij::normal_email(b.rij.van_adres)}};
    const auto known = in_.partijen.find(tx, post(), vraag);
    if (werk.partij && known) {
        const auto whose = in_.partijen.survivor(tx, *werk.partij);
        if (std::any_of(known->begin(), known->end(), [&](const partij::Treffer& one) { return one.id == whose; })) return true;
    }
    if (!werk.gesprek) return false;
    for (const auto& regel : in_.contacten.of_gesprek(tx, post(), *werk.gesprek))
        for (const auto& betrokkene : in_.contacten.betrokkenen(tx, regel.klantcontact.id))
            for (const auto& adres : betrokkene.digitale_adressen)
                if (adres.soort == partij::SoortDigitaalAdres::email && partij::normal_email(adres.adres) == partij::normal_email(b.rij.van_adres)) return true;
    return false;
}

void InnameService::find_draad(store::Tx& tx, Bezig& b) {
    std::vector<std::string> names = ontvangers_of_mail(tx, b.rij.id);
    names.insert(names.end(), b.mail.bezorgd_aan.begin(), b.mail.bezorgd_aan.end());
    std::vector<std::string> earlier;
    if (!b.mail.antwoord_op.empty()) earlier.push_back(b.mail.antwoord_op);
    earlier.insert(earlier.end(), b.mail.verwijzingen.rbegin(), b.mail.verwijzingen.rend());
    names.insert(names.end(), earlier.begin(), earlier.end());
    for (const auto& list : {b.mail.aan, b.mail.cc})
        for (const auto& one : list) names.push_back(one.adres);
    auto found = in_.draad.vind(names);
    if (!found) found = werk_met_message_id(tx, b.rij.gemeente, earlier);
    const auto werk = found ? in_.werk.stored(tx, *found) : std::nullopt;
    if (!werk || werk->gemeente != b.rij.gemeente || werk->is_intern()) return;
    const bool is_long_ago = werk->gesloten_op && *werk->gesloten_op + heropen_termijn < b.rij.ontvangen_op;
    if (!is_long_ago && is_van_de_zaak(tx, *werk, b)) b.draad = werk;
    else b.suggestie = werk->id;
}

// Nobody looked at who it is; what our own server says is forged is nobody. One person with this address, or the one of several whose name is the same, is taken to be
// him; who is not known becomes a partij with the name and address that the mail gave, so that he can be answered.
Result<Done> InnameService::find_partij(store::Tx& tx, Bezig& b) {
    if (b.draad) {
        b.partij = b.draad->partij;
        return Done{};
    }
    if (!is_usable(b.rij.van_adres) || b.echtheid == Echtheid::weersproken) return Done{};
    partij::Gegevens gegevens;
    gegevens.wie = partij::Persoon{naam_uit(b.rij), {}, {}};
    gegevens.digitale_adressen = {mailadres(b.rij.van_adres)};
    gegevens.voorkeuren.kanaal = kanaal_email;
    gegevens.voorkeuren.taal = b.taal;
    TRY(const std::optional<partij::Partij> same_name, in_.partijen.recognise(tx, post(), b.rij.gemeente, gegevens));
    if (same_name) {
        b.partij = same_name->id;
        return Done{};
    }
    partij::Zoekvraag vraag;
    vraag.sleutels = {{partij::SoortSleutel::email, partij::normal_email(b.rij.van_adres)}};
    TRY(std::vector<partij::Treffer> known, in_.partijen.find(tx, post(), vraag));
    std::erase_if(known, [&](const partij::Treffer& one) { return one.gemeente != b.rij.gemeente; });
    if (known.size() == 1) {
        b.partij = known.front().id;
        return Done{};
    }
    TRY(b.partij, in_.partijen.create(tx, post(), b.rij.gemeente, gegevens));
    return Done{};
}

klantcontact::NieuwKlantcontact InnameService::as_contact(store::Tx& tx, const Bezig& b) const {
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = b.rij.gemeente;
    nieuw.inhoud.kanaal = kanaal_email;
    nieuw.inhoud.onderwerp = shortened(b.rij.onderwerp, klantcontact::onderwerp_limit);
    if (nieuw.inhoud.onderwerp.empty() && !b.onderwerp) nieuw.inhoud.onderwerp = in_.texts.of(html::Taal::nl)("postvak.zonder_onderwerp");
    nieuw.inhoud.inhoud = shortened(b.tekst.nieuw, klantcontact::inhoud_limit);
    nieuw.inhoud.taal = b.taal;
    nieuw.inhoud.plaatsgevonden_op = b.rij.ontvangen_op;
    nieuw.inhoud.onderwerp_id = b.onderwerp;
    nieuw.afloop = klantcontact::Afloop::doorgezet;
    if (b.team && in_.werk.check_destination(tx, b.rij.gemeente, *b.team, {})) nieuw.naar = werk::NaarTeam{*b.team};
    klantcontact::Betrokkene who;
    who.partij = b.partij;
    if (!b.partij && !b.rij.van_naam.empty()) who.naam = naam_uit(b.rij);
    if (is_usable(b.rij.van_adres)) who.digitale_adressen = {mailadres(b.rij.van_adres)};
    if (who.partij || !who.digitale_adressen.empty() || !who.naam.achternaam.empty()) nieuw.betrokkenen = {who};
    return nieuw;
}

Result<Done> InnameService::register_task(store::Tx& tx, Bezig& b, const klantcontact::NieuwKlantcontact& nieuw) {
    TRY(const klantcontact::Geregistreerd made, in_.contacten.register_klantcontact(tx, post(), nieuw));
    taak::NieuweTaak taak;
    taak.klantcontact = made.klantcontact.id;
    taak.gevraagde_handeling = te_beantwoorden;
    taak.toelichting = nieuw.inhoud.inhoud;
    TRY(const taak::Gemaakt task, in_.taken.create(tx, post(), taak));
    b.contact = made.klantcontact;
    b.werk = task.werk;
    return Done{};
}

Result<Done> InnameService::new_question(store::Tx& tx, Bezig& b) { return register_task(tx, b, as_contact(tx, b)); }

// In the same conversation. What runs goes on, and its owner is told; what was closed opens again. About a case it is a
// question of its own to who has the case, as from Mijn Dichtbij.
Result<Done> InnameService::answer_in_draad(store::Tx& tx, Bezig& b) {
    const werk::Werk& main = *b.draad;
    klantcontact::NieuwKlantcontact nieuw = as_contact(tx, b);
    nieuw.inhoud.onderwerp_id = main.onderwerp;
    nieuw.inhoud.product = main.product;
    nieuw.inhoud.vertrouwelijk = !main.domein.empty();
    if (main.gesprek && in_.contacten.of_gesprek(tx, post(), *main.gesprek).size() < static_cast<std::size_t>(klantcontact::vragen_limit)) nieuw.gesprek = main.gesprek;
    const Day today = day_of(in_.clock.now());
    const bool is_there = organisatie::is_in_service(tx, main.eigenaar, today);
    nieuw.naar = werk::NaarTeam{main.team};
    if (main.soort == werk::Soort::zaak) {
        klantcontact::Objectverwijzing about;
        about.object_id = to_string(main.object);
        about.code_objecttype = zaak::objecttype_zaak;
        nieuw.onderwerpobjecten = {about};
        if (is_there && in_.werk.check_destination(tx, main.gemeente, main.team, main.eigenaar)) nieuw.naar = werk::NaarMedewerker{main.eigenaar, main.team};
        TRY_DONE(register_task(tx, b, nieuw));
        return in_.zaken.note(tx, post(), Id<Zaak>{main.object}, {shortened(b.werk->nummer + "\n" + nieuw.inhoud.inhoud, werk::notitie_limit), {}});
    }
    nieuw.afloop = klantcontact::Afloop::doorverwezen;
    nieuw.inhoud.verwezen_naar = main.nummer;
    TRY(const klantcontact::Geregistreerd made, in_.contacten.register_klantcontact(tx, post(), nieuw));
    b.contact = made.klantcontact;
    b.werk = main;
    if (!main.is_open()) {
        const std::string why = in_.texts.of(html::Taal::nl)("postvak.heropend", made.klantcontact.nummer);
        if (main.soort == werk::Soort::taak) {
            TRY(const taak::Gemaakt again, in_.taken.reopen(tx, post(), {main.id, main.versie}, why));
            b.werk = again.werk;
        } else {
            TRY(b.werk, in_.werk.reopen(tx, post(), main.id, main.versie, why));
        }
    } else if (main.wacht == werk::Wachtreden::inwoner) {
        TRY(b.werk, in_.werk.resume(tx, post(), {main.id, main.versie}));
    }
    werk::Notitie note{shortened(made.klantcontact.nummer + "\n" + nieuw.inhoud.inhoud, werk::notitie_limit), {}};
    if (is_there) note.genoemd = {main.eigenaar};
    return in_.werk.note(tx, post(), main.id, note);
}

Result<Done> InnameService::add_files(store::Tx& tx, Bezig& b) {
    const Day today = day_of(b.rij.ontvangen_op);
    for (const document::Ontvangen& bestand : b.bestanden) {
        document::NieuwDocument nieuw;
        nieuw.gemeente = b.rij.gemeente;
        nieuw.bij = {"klantcontact", b.contact->id.bytes};
        nieuw.werk = b.werk->id;
        nieuw.kenmerken.auteur = shortened(b.rij.van_naam.empty() ? b.rij.van_adres : b.rij.van_naam, document::auteur_limit);
        nieuw.kenmerken.creatiedatum = today;
        nieuw.kenmerken.ontvangstdatum = today;
        nieuw.kenmerken.richting = document::Richting::inkomend;
        nieuw.door_partij = b.partij;
        TRY_DONE(in_.documenten.add(tx, post(), nieuw, bestand));
    }
    return Done{};
}

// At once, in the language of the mail; not in a running conversation, and never to who does not read it.
void InnameService::acknowledge(store::Tx& tx, Bezig& b) {
    const Instant now = in_.clock.now();
    b.rij.rem = Bevestigingsrem::geen;
    if (b.draad && b.draad->soort != werk::Soort::zaak) b.rij.rem = Bevestigingsrem::in_gesprek;
    else if (!b.partij) b.rij.rem = Bevestigingsrem::geen_partij;
    else if (is_zonder_antwoord(b.mail)) b.rij.rem = Bevestigingsrem::geen_antwoord;
    else if (count_acknowledged_since(tx, b.rij.gemeente, b.rij.van_adres, now - hours(1)) >= bevestigingen_per_uur) b.rij.rem = Bevestigingsrem::per_adres;
    if (b.rij.rem != Bevestigingsrem::geen) return;
    b.rij.rem = Bevestigingsrem::zwijgen;
    const auto naar = in_.voorstellen.bron().bij_werk(tx, b.werk->id);
    if (!naar || naar->zwijg) return;
    const auto words = in_.voorstellen.strikt(tx, *naar, sjabloon_ontvangst);
    if (!words) return;
    bericht::NieuwBericht nieuw;
    nieuw.gemeente = b.rij.gemeente;
    nieuw.partij = naar->partij;
    nieuw.werk = b.werk->id;
    nieuw.sjabloon = words->sjabloon;
    nieuw.taal = words->taal;
    nieuw.onderwerp = words->onderwerp;
    nieuw.tekst = words->tekst;
    if (!in_.berichten.write(tx, post(), nieuw)) return;
    b.rij.rem = Bevestigingsrem::geen;
    b.rij.bevestigd_op = now;
    static_cast<void>(in_.werk.meet(tx, b.werk->id, norm::Meetmoment::ontvangstbevestiging, now));
}

void InnameService::finish(store::Tx& tx, Bezig& b) {
    b.rij.werk = b.werk->id;
    b.rij.klantcontact = b.contact->id;
    b.rij.domein = b.werk->domein;
    b.rij.verwerkt_op = in_.clock.now();
    save_mail(tx, b.rij);
    MailtekstRij text;
    text.mail = b.rij.id;
    text.partij = b.partij;
    text.tekst = shortened(b.tekst.nieuw, mailtekst_limit);
    text.citaat = shortened(b.tekst.citaat, mailtekst_limit);
    text.html = b.mail.html.size() <= mailtekst_limit * 4 ? b.mail.html : std::string();
    std::vector<std::string> others;
    for (const auto& list : {b.mail.aan, b.mail.cc})
        for (const auto& one : list)
            if (others.size() < genoemd_limit) others.push_back(shortened(cleaned(one.adres), adres_limit));
    text.aan = joined_words(others);
    text.echtheid = b.echtheid;
    if (b.voorstel && !b.draad) {
        text.voorgesteld = b.voorstel->onderwerp;
        text.gronden = joined_words(b.voorstel->woorden);
    }
    text.suggestie = b.suggestie;
    text.geweigerd = b.geweigerd;
    text.gebreken = shortened(joined_words(b.mail.gebreken), 500);
    insert_tekst(tx, text);
    if (op_contact_) op_contact_(tx, {b.werk->id, b.rij.message_id, b.partij, b.rij.van_adres, b.echtheid});
}

}  // namespace dichtbij::postvak
