#include "zaak/zaak_follow.h"

#include <doctest/doctest.h>

#include "bericht/bericht_follow.h"
#include "support/zaken.h"
#include "zaak/zaak_berichtbron_follow.h"

namespace dichtbij::zaak::zaak_follow_test {
namespace {

using dichtbij::testing::Zaken;
using dichtbij::testing::in_each_zaken;

struct Zoek {
    explicit Zoek(Zaken& world)
        : z(world), index(dir.path() + "/index"), projection(z.store, index, {partij::partij_zoekbron, zaak_zoekbron(z.werk)}) {}

    std::vector<std::string> found(const access::Caller& caller, std::string_view words) {
        journal::LocalFollower follower(z.store, "zoek", projection);
        while (follower.run_once(z.clock.now(), 3) > 0) {
        }
        std::vector<std::string> titles;
        z.store.read([&](store::Tx& tx) {
            for (const Zaakregel& one : find_titles(&index, z.zaken, tx, caller, words, 20).regels) titles.push_back(one.zaak.omschrijving);
        });
        return titles;
    }

    Zaken& z;
    store::testing::TempDir dir;
    search::Index index;
    partij::ZoekProjectie projection;
};

struct Post {
    explicit Post(Zaken& world)
        : z(world), texts("text"), standaard(bericht::lees_standaard(std::filesystem::path("catalogus/berichten.json"))),
          berichten(z.store, z.clock, z.ids, z.werk, z.log, &standaard), beheer(z.store, z.clock, z.ids, standaard), bron(z.werk, texts),
          voorstellen(beheer, bron, texts, z.clock), maker(berichten, voorstellen) {
        bron.add(bericht_aanvulling(z.zaken, z.clock));
    }
    void follow() {
        const auto follower = bericht::bericht_follower(z.store, "proef", maker);
        while (follower->run_once(z.clock.now(), 100) > 0) {
        }
    }
    std::string last_about(Id<dichtbij::Zaak> id) {
        follow();
        const auto all = z.berichten_over(id);
        return all.empty() ? std::string() : all.front().sjabloon + ": " + all.front().tekst;
    }

    Zaken& z;
    html::Catalogue texts;
    bericht::Standaard standaard;
    bericht::BerichtService berichten;
    bericht::BeheerService beheer;
    bericht::WerkBron bron;
    bericht::VoorstelService voorstellen;
    bericht::Berichtmaker maker;
};

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a case is found by words of its title and of its case type, also after the title changed") {
    in_each_zaken([](Zaken& z) {
        Zoek zoek(z);
        const auto zaak = z.made();
        CHECK(zoek.found(z.tom(), "beuk") == std::vector<std::string>{"Kappen van een beuk"});
        CHECK(zoek.found(z.tom(), "kapvergunning").size() == 1);
        CHECK(zoek.found(z.tom(), "Idrissi").empty());
        CHECK(z.zaken.change(z.marleen(), {z.bij(zaak.zaak.id), "Kappen van een eik", "", zaak.zaak.vertrouwelijkheid}).has_value());
        CHECK(zoek.found(z.tom(), "beuk").empty());
        CHECK(zoek.found(z.tom(), "eik").size() == 1);
    });
}

TEST_CASE("a case whose applicant is forgotten is found by no word of its title any more") {
    in_each_zaken([](Zaken& z) {
        Zoek zoek(z);
        z.made();
        CHECK(zoek.found(z.tom(), "beuk").size() == 1);
        z.store.write([&](store::Tx& tx) { z.zaken.forget_partij(tx, z.fatima, z.clock.now()); });
        CHECK(zoek.found(z.tom(), "beuk").empty());
    });
}

TEST_CASE("titles of another gemeente and of a closed domain are not found") {
    in_each_zaken([](Zaken& z) {
        Zoek zoek(z);
        const auto type = z.published(Zaken::jeugdhulp(), z.v.heidedal, z.v.jeugd);
        NieuweZaak nieuw;
        nieuw.gemeente = z.v.heidedal;
        nieuw.zaaktype = type;
        nieuw.omschrijving = "Begeleiding op school";
        nieuw.kanaal = "balie";
        CHECK(z.zaken.create(z.noor(), nieuw).has_value());
        z.made();
        CHECK(zoek.found(z.noor(), "school").size() == 1);
        CHECK(zoek.found(z.tom(), "school").empty());
        CHECK(zoek.found(z.noor(), "beuk").empty());
        auto without = z.noor();
        without.domeinen.clear();
        CHECK(zoek.found(without, "school").empty());
    });
}

TEST_CASE("rules write with the words of the case: its type, status, question, term and end") {
    in_each_zaken([](Zaken& z) {
        Post post(z);
        const auto id = z.made().zaak.id;
        const std::string received = post.last_about(id);
        CHECK(has(received, "ontvangen: "));
        CHECK(has(received, "Kapvergunning"));
        CHECK(z.zaken.set_status(z.marleen(), {z.bij(id), "in-behandeling", ""}).has_value());
        const std::string status = post.last_about(id);
        CHECK(has(status, "De stap is nu: In behandeling"));
        CHECK(has(status, "Wij bekijken de boom. Laat ons bij de boom."));
        VraagAanAanvrager vraag;
        vraag.bij = z.bij(id);
        vraag.vraag = "Wilt u een foto van de boom sturen?";
        vraag.antwoord_voor = day_of(z.clock.now()) + days(14);
        vraag.bericht = Zaken::words();
        CHECK(z.zaken.ask_applicant(z.marleen(), vraag).has_value());
        z.clock.advance(days(12));
        CHECK(z.zaken.remind_applicants(z.clock.now(), 10) == 1);
        const std::string reminder = post.last_about(id);
        CHECK(has(reminder, "Wilt u een foto van de boom sturen?"));
        CHECK(has(reminder, "maandag 7 december"));
        CHECK(z.zaken.close(z.marleen(), {z.bij(id), "verleend", "", "Op papier.", {}}).has_value());
        CHECK(has(post.last_about(id), "Het resultaat: Verleend"));
    });
}

TEST_CASE("who has a mandate is written to, and a deelzaak stays silent") {
    in_each_zaken([](Zaken& z) {
        Post post(z);
        const auto id = z.made().zaak.id;
        const auto other = z.person("Karel", "Vos", z.v.oeverland);
        NieuweRol rol;
        rol.soort = Rolsoort::gemachtigde;
        rol.partij = other;
        rol.machtiging = "Machtiging van 1 november";
        CHECK(z.zaken.add_rol(z.marleen(), z.bij(id), rol).has_value());
        CHECK(has(post.last_about(id), "Beste Karel Vos"));
        CHECK(z.berichten_over(id).front().partij == other);
        NieuweZaak deel = z.nieuw(z.kap);
        deel.hoofdzaak = id;
        const auto part = z.made(deel).zaak.id;
        CHECK(post.last_about(part).empty());
    });
}

TEST_CASE("nobody hears that a case was taken over from another system, and everybody what happens to it next") {
    in_each_zaken([](Zaken& z) {
        Post post(z);
        auto nieuw = z.nieuw(z.kap);
        nieuw.startdatum = make_day(2026, 11, 2);
        nieuw.overgenomen = Overgenomen{"oud-1", "", "", {}};
        const auto running = z.zaken.create(access::system_caller("import"), nieuw).value();
        nieuw.overgenomen = Overgenomen{"oud-2", "", "verleend", make_day(2026, 11, 20)};
        const auto ended = z.zaken.create(access::system_caller("import"), nieuw).value();
        CHECK(post.last_about(running.zaak.id).empty());
        CHECK(post.last_about(ended.zaak.id).empty());
        for (const auto& line : z.timeline(ended.werk.id)) CHECK(line.gebeurtenis != "bericht.overgeslagen");
        REQUIRE(z.zaken.set_status(z.marleen(), {z.bij(running.zaak.id), "in-behandeling", ""}).has_value());
        CHECK(has(post.last_about(running.zaak.id), "status: "));
    });
}

TEST_CASE("a document that an employee lets the resident see is told to him, once for all that came with it") {
    in_each_zaken([](Zaken& z) {
        Post post(z);
        const auto id = z.made().zaak.id;
        post.follow();
        const auto before = z.berichten_over(id).size();
        const std::string bytes = document::testing::pdf();
        const auto file = [&] {
            document::MemoryBytes in(bytes);
            return z.documenten.receive("brief.pdf", in).value();
        };
        z.clock.advance(minutes(5));
        document::NieuwDocument shown;
        shown.kenmerken.creatiedatum = make_day(2026, 11, 23);
        shown.kenmerken.inwoner_mag_zien = true;
        CHECK_THAT(z.zaken.add_documents(z.ruben(), id, shown, {file(), file()}).has_value());
        CHECK(has(post.last_about(id), "document: Beste"));
        CHECK(z.berichten_over(id).size() == before + 1);
    });
}

}  // namespace dichtbij::zaak::zaak_follow_test
