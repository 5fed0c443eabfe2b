#pragma once
// For tests of src/postvak: a municipality with a mailbox, and a reader that gives the Mail the test wrote down.

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "access/desk_testing.h"
#include "bericht/verzend_service.h"
#include "bericht/werkbron_service.h"
#include "postvak/inname_service.h"
#include "postvak/mail_service.h"
#include "postvak/postvak_schema_store.h"
#include "postvak/postvak_service.h"
#include "support/zaken.h"

namespace dichtbij::postvak::testing {

inline const bericht::Standaard& shipped() {
    static const bericht::Standaard all = bericht::lees_standaard(std::filesystem::path("catalogus/berichten.json"));
    return all;
}

struct Postkamer : dichtbij::testing::Zaken {
    explicit Postkamer(store::Store& opened)
        : Zaken(opened), sjablonen(store, clock, ids, shipped()), bron(werk, access::testing::test_texts()), voorstellen(sjablonen, bron, access::testing::test_texts(), clock),
          uitgaand(store, clock, ids, werk, log, &shipped()),
          draad("een geheim van tweeendertig bytes"), postvakken(store, clock, ids),
          inname({store, clock, ids, werk, partijen, contacten, taken, zaken, uitgaand, voorstellen, documenten, files, access::testing::test_texts(), draad},
                 [this](std::string_view ruw) { return read(ruw); }, "mx.oeverland.example"),
          post({store, clock, werk, contacten, documenten, files, log}) {
        vak = mailbox("Gemeente Oeverland", {"post@oeverland.example", "info@oeverland.example"}, v.oeverland);
    }

    access::Caller chef(Id<Gemeente> gemeente) const { return organisatie::testing::caller(v.sanne, {{access::Rol::beheerder, gemeente, {}}}); }
    access::Caller manager() const { return organisatie::testing::caller(v.sanne, {{access::Rol::manager, v.oeverland, {}}, {access::Rol::kcc_medewerker, v.oeverland, {}}}); }
    Id<dichtbij::Postvak> mailbox(std::string naam, std::vector<std::string> adressen, Id<Gemeente> gemeente) {
        Postvak one;
        one.naam = std::move(naam);
        one.adressen = std::move(adressen);
        return postvakken.add(chef(gemeente), gemeente, one).value().id;
    }

    // What the reader will give for a raw text, and that text.
    static mail::Mail from(std::string adres, std::string onderwerp, std::string tekst, std::string naam = "Jan de Vries") {
        mail::Mail one;
        one.van = mail::Adres{std::move(naam), std::move(adres)};
        one.onderwerp = std::move(onderwerp);
        one.tekst = std::move(tekst);
        static int number = 0;
        one.message_id = "m" + std::to_string(++number) + "@afzender.example";
        return one;
    }
    std::string raw_of(const mail::Mail& one) {
        const std::string ruw = "mail " + std::to_string(written.size() + 1);
        written[ruw] = one;
        return ruw;
    }
    mail::Mail read(std::string_view ruw) {
        ++gelezen;
        const auto found = written.find(std::string(ruw));
        return found == written.end() ? mail::Mail{} : found->second;
    }
    std::vector<Ontvangst> deliver(std::string_view ruw, std::vector<std::string> aan = {"post@oeverland.example"}, std::string van = "jan@thuis.example") {
        return inname.ontvang({std::move(van), std::move(aan)}, ruw, clock.now());
    }
    void take(const mail::Mail& one, std::vector<std::string> aan = {"post@oeverland.example"}) {
        deliver(raw_of(one), std::move(aan));
        work();
    }
    int work() { return inname.verwerk(clock.now(), 100).gedaan; }

    std::vector<RuweMailRij> all() {
        return store.read([&](store::Tx& tx) { return search_mail(tx, {v.oeverland, {}, "", {}, 100}); });
    }
    RuweMailRij last() {
        const auto rows = all();
        REQUIRE_FALSE(rows.empty());
        return rows.front();
    }
    MailtekstRij text(const RuweMailRij& row) { return store.read([&](store::Tx& tx) { return find_tekst(tx, row.id); }).value(); }
    klantcontact::Klantcontact contact(const RuweMailRij& row) { return store.read([&](store::Tx& tx) { return contacten.stored(tx, row.klantcontact.value()); }).value(); }
    werk::Werk werk_of(const RuweMailRij& row) { return store.read([&](store::Tx& tx) { return werk.stored(tx, row.werk.value()); }).value(); }
    std::vector<bericht::Bericht> told(const RuweMailRij& row) {
        return store.read([&](store::Tx& tx) { return uitgaand.of_werk(tx, access::system_caller("proef"), row.werk.value(), {}, 50); });
    }
    std::int64_t contacts() { return store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from klantcontact"); }); }
    Id<Partij> with_email(std::string voornaam, std::string achternaam, std::string email) {
        partij::Gegevens gegevens;
        gegevens.wie = partij::Persoon{{"", std::move(voornaam), "", std::move(achternaam)}, {}, {}};
        partij::DigitaalAdres adres;
        adres.soort = partij::SoortDigitaalAdres::email;
        adres.adres = std::move(email);
        gegevens.digitale_adressen = {adres};
        return partijen.create(access::system_caller("proef"), v.oeverland, gegevens).value();
    }
    std::vector<std::string> faults_of_all() {
        auto found = zaak_faults();
        for (auto& one : store.read([&](store::Tx& tx) { return postvak_check(tx, clock.now()); })) found.push_back(one);
        return found;
    }

    bericht::BeheerService sjablonen;
    bericht::WerkBron bron;
    bericht::VoorstelService voorstellen;
    bericht::BerichtService uitgaand;
    mail::Draadsleutel draad;
    PostvakService postvakken;
    InnameService inname;
    MailService post;
    Id<dichtbij::Postvak> vak;
    std::map<std::string, mail::Mail> written;
    int gelezen = 0;
};

template <class F>
void in_each_postkamer(F test) {
    auto schema = dichtbij::testing::zaken_schema();
    for (const auto& one : migrations()) schema.push_back(one);
    for (const auto& fresh : fresh_stores(schema)) {
        CAPTURE(fresh->name);
        Postkamer kamer(*fresh->store);
        test(kamer);
    }
}

}  // namespace dichtbij::postvak::testing
