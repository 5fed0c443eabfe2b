#include "support/wereld.h"

#include <filesystem>

#include "access/access.h"
#include "app/connect.h"
#include "formulier/formulier_json.h"
#include "zaaktype/testing.h"

namespace dichtbij::testing {
namespace {

using access::Grant;
using access::Rol;
using klantcontact::Afloop;

constexpr std::initializer_list<Rol> alle_rollen{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::manager, Rol::beheerder};

std::vector<Grant> every_role(Id<Gemeente> gemeente) {
    std::vector<Grant> grants;
    for (const Rol rol : alle_rollen) grants.push_back({rol, gemeente, {}});
    return grants;
}

access::Options cheap_options() {
    access::Options options;
    options.cost = access::cheapest_cost;
    options.totp_rollen = {};
    return options;
}

const html::Catalogue& texts() {
    static const html::Catalogue catalogue("text");
    return catalogue;
}

const bericht::Standaard& shipped_messages() {
    static const bericht::Standaard shipped = bericht::lees_standaard(std::filesystem::path("catalogus/berichten.json"));
    return shipped;
}

std::string copy_in(const TempDir& dir, const std::string& file) {
    const auto copy = std::filesystem::path(dir.path()) / "kopie.sqlite";
    std::filesystem::copy_file(file, copy);
    return copy.string();
}

// What a unit gave goes through the store below as what must be kept or undone.
Result<Done> as_result(store::Outcome outcome) {
    if (outcome == store::Outcome::undo) return conflict("undone by the unit", "");
    return Done{};
}

partij::Gegevens persoon(std::string voornaam, std::string achternaam) {
    partij::Gegevens gegevens;
    gegevens.wie = partij::Persoon{{"", std::move(voornaam), "", std::move(achternaam)}, {}, partij::Geboortedatum{1984, 3, 14}};
    return gegevens;
}

}  // namespace

void BreekbareStore::run_write(const Unit& unit) {
    const auto work = [&](store::Tx& tx) { return as_result(unit(tx)); };
    if (failing_) failing_->write(work);
    else below_.write(work);
}

void BreekbareStore::run_read(const Unit& unit) {
    const auto work = [&](store::Tx& tx) { return as_result(unit(tx)); };
    if (failing_) failing_->read(work);
    else below_.read(work);
}

Wereld::Wereld(std::unique_ptr<TempDir> own, const std::string& file, access::AccessLog& access_log)
    : own_(std::move(own)),
      base_(store::open_sqlite({.path = own_ ? copy_in(*own_, file) : file, .readers = 1})),
      clock(*parse_instant("2026-11-23 10:00")),
      ids(clock),
      store(*base_),
      log(access_log),
      accounts(store, clock, cheap_options(), app::account_hooks(werk)),
      norms(store, clock, ids),
      normbron(werk::normbron_of(norms)),
      werk(store, clock, ids, normbron),
      werklijsten(store, clock, ids),
      attenties(store, clock),
      organisatie(store, clock, ids),
      toepassingen(store, clock, ids),
      zaaktypen(store, clock, ids),
      partijen(store, clock, ids, log),
      contacten(store, clock, ids, werk, partijen, log),
      actoren(store, clock, ids, contacten),
      taken(store, clock, ids, werk, contacten),
      berichten(store, clock, ids, werk, log, &shipped_messages()),
      berichtbeheer(store, clock, ids, shipped_messages()),
      berichtbron(werk, texts()),
      voorstellen(berichtbeheer, berichtbron, texts(), clock),
      verzenden(store, clock, ids, texts()),
      files_(document::open_folder(files_dir_.path() + "/bestanden", files_dir_.path() + "/deel")),
      documenten(store, clock, ids, *files_),
      zaken(store, clock, ids, {werk, partijen, contacten, taken, berichten, documenten, log}),
      beloften(store, clock, zaken, werk),
      overleg(store, clock, ids, zaken, werk),
      verdelen(store, clock, ids, zaken, werk, log),
      advies({store, clock, ids, zaken, werk, documenten, log}, &brievenbus),
      waarderingen(store, clock, ids, {zaken, contacten, werk}),
      postbezorging(store, clock, {verzenden, werk, partijen}, mail::Draadsleutel("proef"), {}),
      formulieren(store, clock, ids, formulier::read_map("catalogus/formulieren")),
      inzendingen({store, clock, ids, formulieren, partijen, contacten, taken, zaken, werk, berichten, documenten, log, texts()}),
      balie(store, clock, ids, werk, contacten, taken, partijen),
      contactgegevens(store, clock, ids) {
    app::connect({clock, norms, werk, organisatie, partijen, contacten, taken, berichten, documenten, zaken, berichtbron, waarderingen, postbezorging});
}

Wereld::Wereld(const std::string& example, const Voorwerpen& there, access::AccessLog& access_log)
    : Wereld(std::make_unique<TempDir>(), example, access_log) {
    v = there;
}

Voorwerpen Wereld::make(const std::string& file, access::AccessLog& log) {
    {
        const auto opened = store::open_sqlite({.path = file, .readers = 1});
        store::migrate(*opened, app::all_migrations());
    }
    Wereld w(nullptr, file, log);
    w.fill();
    return w.v;
}

access::Caller Wereld::alles() const {
    auto caller = organisatie::testing::caller(v.sanne, every_role(v.oeverland));
    caller.domeinen = {"wmo", "jeugd", "inkomen"};
    return caller;
}

access::Caller Wereld::alleen(Rol rol) const { return organisatie::testing::caller(v.sanne, {{rol, v.oeverland, {}}}); }

access::Caller Wereld::elders() const {
    auto caller = organisatie::testing::caller(v.noor, every_role(v.heidedal));
    caller.domeinen = {"wmo", "jeugd", "inkomen"};
    return caller;
}

std::string Wereld::contents() {
    return base_->read([](store::Tx& tx) {
        std::string all;
        for (const auto& table : tx.rows<std::string>("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")) {
            all.append("\n#").append(table);
            tx.connection().run("select * from " + table, {}, [&](store::Row row) {
                all += '\n';
                for (const store::Value& value : row) {
                    if (const auto* number = std::get_if<std::int64_t>(&value)) all += std::to_string(*number);
                    else if (const auto* text = std::get_if<std::string>(&value)) all += *text;
                    else if (const auto* blob = std::get_if<store::Blob>(&value)) all += blob->bytes;
                    else if (const auto* id = std::get_if<Uuid>(&value)) all += to_string(*id);
                    all += '|';
                }
            });
        }
        return all;
    });
}

klantcontact::NieuwKlantcontact Wereld::nieuwe_vraag(Afloop afloop) const {
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = v.oeverland;
    nieuw.inhoud.kanaal = "telefoon";
    nieuw.inhoud.onderwerp = "Mag ik de beuk kappen?";
    nieuw.inhoud.onderwerp_id = v.bomen;
    nieuw.inhoud.plaatsgevonden_op = clock.now();
    nieuw.afloop = afloop;
    klantcontact::Betrokkene betrokkene;
    betrokkene.partij = v.fatima;
    nieuw.betrokkenen = {betrokkene};
    if (afloop == Afloop::doorgezet) nieuw.aanleiding = norm::Aanleiding::terugbelverzoek;
    return nieuw;
}

balie::ContactInvoer Wereld::invoer() const {
    balie::ContactInvoer invoer;
    invoer.partij = v.fatima;
    invoer.telefoon = "0612345678";
    invoer.vragen.resize(1);
    invoer.vragen[0].onderwerp = v.bomen;
    invoer.vragen[0].notitie = "Wil weten of de beuk om mag";
    invoer.vragen[0].afloop = Afloop::doorgezet;
    return invoer;
}

void Wereld::fill() {
    store.write([&](store::Tx& tx) { static_cast<organisatie::testing::Voorbeeld&>(v) = organisatie::testing::build(tx, ids); });
    fill_organisatie();
    fill_partijen();
    fill_contacten();
    fill_werk();
    fill_rest();
    fill_koppelingen();
    fill_zaaktypen();
    fill_berichten();
    fill_zaken();
}

void Wereld::fill_organisatie() {
    const auto sanne = alles();
    v.afdeling = organisatie.add_afdeling(sanne, v.oeverland, "Ruimte").value();
    const auto person = [&](std::string naam, std::string email) {
        organisatie::Medewerker medewerker;
        medewerker.naam = std::move(naam);
        medewerker.email = std::move(email);
        return organisatie.add_medewerker(sanne, v.oeverland, medewerker).value();
    };
    v.bart = person("Bart Smit", "bart@oeverland.example");
    v.vertrekt = person("Vera Vos", "vera@oeverland.example");
    v.uitgezet = person("Udo Uit", "udo@oeverland.example");
    const auto version = [&](Id<Medewerker> id) {
        return store.read([&](store::Tx& tx) { return organisatie::medewerker(tx, id)->versie; });
    };
    organisatie.leave_service(sanne, v.vertrekt, today() + days(30), version(v.vertrekt)).value();
    v.los = organisatie.add_team(sanne, {{}, v.afdeling, "Los", v.marleen, "", false, true, 0}, {v.oeverland}).value();
    organisatie.add_member(sanne, v.los, v.bart).value();
    organisatie.set_vaardigheden(sanne, v.ilse, {"Gebarentaal"}).value();
    organisatie.set_managers(sanne, v.oeverland, {v.marleen}).value();
    v.afwezigheid = organisatie.add_afwezigheid(sanne, {{}, v.ilse, today() + days(10), today() + days(20), "verlof", v.ruben}).value();
    v.vervanging = organisatie.add_vervanging(sanne, {{}, v.ilse, v.ruben, today(), std::nullopt}).value();
    organisatie::Routeringsregel regel;
    regel.gemeente = v.oeverland;
    regel.naam = "Brieven";
    regel.kanaal = "brief";
    regel.doel_team = v.los;
    v.eerste_regel = organisatie.add(sanne, regel).value();
    regel.naam = "Chat";
    regel.kanaal = "chat";
    v.tweede_regel = organisatie.add(sanne, regel).value();
    const access::HashedPassword password{accounts.hasher().hash("paard batterij nietje"), access::Geldigheid::blijvend};
    const auto account = [&](Id<Medewerker> id, std::string email, std::vector<Grant> grants) {
        store.write([&](store::Tx& tx) { return access::make_account(accounts, tx, access::system_caller("proef"), {id, email, "Iemand", "nl", grants, {}}, password); }).value();
    };
    account(v.sanne, "sanne@oeverland.example", every_role(v.oeverland));
    account(v.ruben, "ruben@oeverland.example", {{Rol::behandelaar, v.oeverland, v.vergunningen}});
    account(v.ilse, "ilse@oeverland.example", {{Rol::behandelaar, v.oeverland, v.vergunningen}});
    account(v.uitgezet, "udo@oeverland.example", {{Rol::behandelaar, v.oeverland, v.vergunningen}});
    access::disable_account(accounts, sanne, v.uitgezet).value();
    access::give_noodtoegang(accounts, sanne, v.ilse).value();
    v.toewijzing = aanmelding::AanmeldbeheerService(accounts, ids, nullptr).add(sanne, {"kcc", "", Grant{Rol::kcc_medewerker, v.oeverland, {}}}).value();
    store.write([&](store::Tx& tx) {
        aanmelding::AanmeldingStore(tx).put({"werk1", "Ruben", "ruben@oeverland.example", "kcc", aanmelding::Afwijzing::te_koppelen, v.ruben, clock.now()});
    });
}

void Wereld::fill_partijen() {
    const auto sanne = alles();
    v.van_fatima = persoon("Fatima", "Idrissi");
    v.van_fatima.identificatoren = {partij::make_identificator(partij::soort_bsn, "999990019")};
    partij::DigitaalAdres telefoon;
    telefoon.adres = "0612345678";
    v.van_fatima.digitale_adressen = {telefoon};
    v.fatima = partijen.create(sanne, v.oeverland, v.van_fatima).value();
    v.tweeling = partijen.create(sanne, v.oeverland, persoon("F.", "Idrissi")).value();
    v.samengevoegd = partijen.create(sanne, v.oeverland, persoon("Fatma", "Idrissi")).value();
    v.karel = partijen.create(sanne, v.oeverland, persoon("Karel", "Vos")).value();
    auto warned = persoon("Gea", "Heim");
    warned.indicaties.geheimhouding = true;
    v.geheim = partijen.create(sanne, v.oeverland, warned).value();
    partijen.merge(sanne, {v.fatima, v.samengevoegd}).value();
    v.vertegenwoordiging = partijen.represent(sanne, v.karel, v.fatima).value();
    v.categorie = partijen.add_categorie(sanne, v.oeverland, "Ondernemer").value();
    v.van_fatima = std::get<partij::PartijBeeld>(partijen.read(access::system_caller("proef"), v.fatima).value()).partij.gegevens;
}

void Wereld::fill_contacten() {
    const auto sanne = alles();
    auto nieuw = nieuwe_vraag(Afloop::doorgezet);
    nieuw.onderwerpobjecten = {{{}, "boom-1", "boom", "bomenregister", "nummer", {}}};
    v.vraag = contacten.register_klantcontact(sanne, nieuw)->klantcontact;
    v.gesprek = v.vraag.gesprek;
    v.beantwoord = contacten.register_klantcontact(sanne, nieuwe_vraag(Afloop::beantwoord))->klantcontact;
    auto unknown = nieuwe_vraag(Afloop::beantwoord);
    unknown.betrokkenen.front().partij.reset();
    partij::DigitaalAdres number;
    number.adres = "0687654321";
    unknown.betrokkenen.front().digitale_adressen = {number};
    v.onbekende = contacten.register_klantcontact(sanne, unknown)->klantcontact.gesprek;
    store.read([&](store::Tx& tx) {
        v.betrokkenen = contacten.betrokkenen(tx, v.vraag.id);
        v.onderwerpobject = contacten.get(tx, access::system_caller("proef"), v.vraag.id)->onderwerpobjecten.front().id;
    });
    klantcontact::Actor actor;
    actor.gemeente = v.oeverland;
    actor.naam = "Afdeling Groen";
    actor.soort_actor = klantcontact::SoortActor::organisatorische_eenheid;
    v.actor = actoren.create(sanne, actor)->id;
    v.losse_actor = actoren.create(sanne, actor)->id;
    v.actorlink = store.write([&](store::Tx& tx) { return actoren.link(tx, sanne, v.vraag.id, v.actor); })->id;
}

void Wereld::fill_werk() {
    const auto sanne = alles();
    const auto asked = [&] { return contacten.register_klantcontact(sanne, nieuwe_vraag(Afloop::doorgezet)).value(); };
    v.wachtend = werk.pause(sanne, keuze(asked().werk), werk::Wachtreden::inwoner, "Wacht op een foto").value();
    const auto accepted = [&] {
        const auto one = asked().werk;
        return werk.accept(sanne, one.id, one.versie).value();
    };
    const auto gedaan = accepted();
    v.aanvaard = gedaan.werk;
    v.ongedaan = *gedaan.ongedaan;
    const auto to_close = accepted().werk;
    v.gesloten = store.write([&](store::Tx& tx) { return werk.close(tx, sanne, to_close.id, to_close.versie, {werk::Uitkomst::beantwoord, {}, {}}); })->werk;
    const auto taak_of = [&] {
        taak::NieuweTaak nieuw;
        nieuw.klantcontact = asked().klantcontact.id;
        nieuw.gevraagde_handeling = "terugbellen";
        nieuw.telefoonnummer = "0612345678";
        return taken.create(sanne, nieuw).value();
    };
    v.afgerond = taak_of();
    const auto done = taken.close(sanne, {keuze(v.afgerond.werk), werk::Uitkomst::beantwoord, "Mag niet", true}).value();
    v.afgerond.werk = done.werk;
    v.ongedaan_taak = *done.ongedaan;
    v.taak = taak_of();
    taken.ask_colleague(sanne, {keuze(v.taak.werk), v.ruben, "Weet jij dit?"}).value();
    const auto now_of = [&](const werk::Werk& one) { return werk.get(sanne, one.id).value(); };
    v.taak.werk = now_of(v.taak.werk);
    v.taak = taken.record_belpoging(sanne, {keuze(v.taak.werk), taak::Belresultaat::geen_gehoor, {}}).value();
    v.open = werk.get(sanne, v.vraag.werk).value();
}

void Wereld::fill_zaaktypen() {
    const auto sanne = alles();
    const auto made = [&](zaaktype::Zaaktype inhoud) {
        const auto id = zaaktypen.add(sanne, v.oeverland, std::move(inhoud)).value();
        const auto versie = zaaktypen.versie(sanne, id)->versie;
        auto inrichting = zaaktypen.zaaktype(sanne, versie.zaaktype)->inrichting;
        inrichting.team = v.vergunningen;
        inrichting.proceseigenaar = v.marleen;
        zaaktypen.set_inrichting(sanne, inrichting).value();
        return versie;
    };
    const auto published = made(zaaktype::testing::kapvergunning());
    zaaktypen.publish(sanne, published.id, published.revisie).value();
    auto by_hand = zaaktype::testing::kapvergunning();
    by_hand.code = "evenement";
    for (auto& one : by_hand.resultaten) one.archief.afleiding = zaaktype::Afleiding::ander_datumkenmerk;
    const auto other = made(by_hand);
    zaaktypen.publish(sanne, other.id, other.revisie).value();
    v.met_de_hand = other.zaaktype;
    v.zaaktype = published.zaaktype;
    v.zaaktypeversie = published.id;
    v.ontwerp = made(zaaktype::testing::klacht()).id;
}

void Wereld::fill_rest() {
    const auto sanne = alles();
    store.write([&](store::Tx& tx) {
        werk.notify(tx, v.open, v.sanne, werk::Attentiesoort::genoemd, organisatie::testing::caller(v.tom, {}));
    });
    v.attentie = attenties.list(sanne, {}, 10).front().attentie.id;
    v.weergave = werklijsten.save_view(sanne, "Te laat", {}, std::nullopt)->id;
    v.concept_id = balie.start(sanne, v.oeverland, invoer()).value();
    CHECK_THAT(opzoeken.adressen(sanne, v.oeverland, {"3999AB", 18, "", ""}).has_value());
}

}  // namespace dichtbij::testing
