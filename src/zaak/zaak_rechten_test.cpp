#include <doctest/doctest.h>

#include <set>

#include "partij/accountmanager_service.h"
#include "support/zaken.h"
#include "zaak/bewaring.h"
#include "zaak/typefilter_service.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak::zaak_rechten_test {
namespace {

using testing::in_each_zaken;
using testing::Zaken;

Day day(std::string_view iso) { return *parse_day(iso); }

Reason reason_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().reason;
}

std::string key_of(const auto& result) {
    REQUIRE_FALSE(result.has_value());
    return result.error().fields.empty() ? result.error().key : result.error().fields[0].key;
}

access::Caller kcc_heidedal(const Zaken& z) { return z.someone(z.v.tom, access::Rol::kcc_medewerker, z.v.kcc, z.v.heidedal); }

Zakenvraag van(Id<Gemeente> gemeente) {
    Zakenvraag vraag;
    vraag.gemeente = gemeente;
    return vraag;
}

// Of Heidedal, made by the contact centre that may not read it.
Gemaakt confidential(Zaken& z) {
    NieuweZaak nieuw = z.nieuw(z.published(Zaken::jeugdhulp(), z.v.heidedal, z.v.jeugd));
    nieuw.gemeente = z.v.heidedal;
    nieuw.omschrijving = "Hulp voor Sem";
    nieuw.rollen[0].partij = z.person("Lisa", "Vos", z.v.heidedal);
    return z.zaken.create(kcc_heidedal(z), nieuw).value();
}

document::Ontvangen file(Zaken& z) {
    const std::string bytes = document::testing::pdf();
    document::MemoryBytes in(bytes);
    return z.documenten.receive("tekening.pdf", in).value();
}

document::NieuwDocument drawing(document::Kenmerken kenmerken = {}) {
    kenmerken.titel = "Tekening";
    kenmerken.auteur = "F. Idrissi";
    kenmerken.creatiedatum = day("2026-11-20");
    document::NieuwDocument nieuw;
    nieuw.kenmerken = std::move(kenmerken);
    return nieuw;
}

}  // namespace

TEST_CASE("only who works on a case acts on it; a foreign gemeente does not know it") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(z.zaken.get(z.tom(), id).has_value());
        CHECK_FALSE(z.zaken.get(z.tom(), id)->mag_handelen);
        CHECK(reason_of(z.zaken.set_status(z.tom(), {z.bij(id), "in-behandeling", ""})) == Reason::forbidden);
        CHECK(reason_of(z.zaken.close(z.tom(), {z.bij(id), "verleend", "", "x", {}})) == Reason::forbidden);
        CHECK(reason_of(z.zaken.get(z.noor(), id)) == Reason::not_found);
        CHECK(reason_of(z.zaken.get_masked(z.noor(), id)) == Reason::not_found);
        CHECK(reason_of(z.zaken.set_status(z.noor(), {z.bij(id), "in-behandeling", ""})) == Reason::not_found);
        CHECK(reason_of(z.zaken.list(z.noor(), van(z.v.oeverland))) == Reason::not_found);
        CHECK(reason_of(z.zaken.get(z.beheerder(), id)) == Reason::forbidden);
        CHECK(reason_of(z.zaken.get(z.tom(), z.ids.make<dichtbij::Zaak>())) == Reason::not_found);
        const auto manager = organisatie::testing::caller(z.v.sanne, {{access::Rol::manager, z.v.oeverland, {}}});
        CHECK(z.zaken.set_status(manager, {z.bij(id), "in-behandeling", ""}).has_value());
        CHECK(z.store.read([&](store::Tx& tx) { return z.zaken.by_nummer(tx, z.noor(), z.stored_in(tx, id).nummer); }).empty());
        CHECK(z.store.read([&](store::Tx& tx) { return z.zaken.by_nummer(tx, z.tom(), z.stored_in(tx, id).nummer); }).size() == 1);
    });
}

TEST_CASE("of a case in a confidential domain the contact centre sees that it runs, not what it is") {
    in_each_zaken([](Zaken& z) {
        const Gemaakt one = confidential(z);
        const auto kcc = kcc_heidedal(z);
        CHECK(one.zaak.vertrouwelijkheid == Vertrouwelijkheid::vertrouwelijk);
        CHECK(one.werk.domein == "jeugd");
        CHECK(reason_of(z.zaken.get(kcc, one.zaak.id)) == Reason::forbidden);
        CHECK(reason_of(z.zaken.documenten(kcc, one.zaak.id)) == Reason::forbidden);
        const Zaakregel seen = z.zaken.get_masked(kcc, one.zaak.id).value();
        CHECK(seen.afgeschermd);
        CHECK(seen.zaak.nummer == one.zaak.nummer);
        CHECK(seen.zaak.is_open());
        CHECK(seen.zaak.omschrijving.empty());
        CHECK(seen.zaak.status.empty());
        CHECK(seen.zaak.zaaktype.is_nil());
        CHECK_FALSE(seen.zaak.laatste_datum);
        CHECK(seen.werk.titel.empty());
        CHECK(seen.werk.beloofd_op == one.werk.beloofd_op);
        CHECK(z.zaken.get(z.noor(), one.zaak.id).value().zaak.domein == "jeugd");
        Zakenvraag vraag = van(z.v.heidedal);
        CHECK(z.zaken.list(kcc, vraag).value().regels.at(0).afgeschermd);
        vraag.zaaktype = one.zaak.zaaktype;  // would tell what it is
        CHECK(z.zaken.list(kcc, vraag).value().regels.empty());
        CHECK(z.zaken.list(z.noor(), vraag).value().regels.size() == 1);
        NieuweZaaktaak asked{z.bij(one.zaak.id), "Brief sturen", Taaksoort::verstuur_document, "", {}, werk::NaarTeam{z.v.kcc}};
        CHECK(key_of(z.zaken.add_taak(z.noor(), asked)) == "zaak.fout.team_buiten_domein");
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("reading a case in detail is written down for all who take part in it; lists are not") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        const auto neighbour = z.person("Jan", "Smit", z.v.oeverland);
        CHECK(z.zaken.add_rol(z.ruben(), z.bij(id), {Rolsoort::belanghebbende, neighbour, {}, {}, {}, {}, {}}).has_value());
        const auto before = z.looks_at(neighbour).size();
        CHECK(z.zaken.list(z.ruben(), van(z.v.oeverland)).has_value());
        CHECK(z.looks_at(neighbour).size() == before);
        CHECK(z.zaken.get(z.ruben(), id).has_value());
        REQUIRE(z.looks_at(neighbour).size() == before + 1);
        CHECK(z.looks_at(neighbour)[0].object_soort == "zaak");
    });
}

TEST_CASE("a representative is written to while his mandate lasts; after that it gives no rights") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        const auto lawyer = z.person("Anna", "de Raad", z.v.oeverland);
        NieuweRol rol{Rolsoort::gemachtigde, lawyer, {}, {}, "", {}, {}};
        CHECK(key_of(z.zaken.add_rol(z.ruben(), z.bij(id), rol)) == "fout.veld.verplicht");
        rol.machtiging = "Volmacht van 20 november, in het dossier";
        rol.tot = day("2026-12-01");
        const Rol added = z.zaken.add_rol(z.ruben(), z.bij(id), rol).value();
        CHECK(added.namens == z.fatima);
        CHECK(key_of(z.zaken.add_rol(z.ruben(), z.bij(id), rol)) == "zaak.fout.rol_dubbel");
        const auto of = [&](Id<Partij> partij, Day on) { return z.store.read([&](store::Tx& tx) { return z.zaken.rol_van(tx, id, partij, on); }); };
        CHECK(of(lawyer, day("2026-11-30"))->soort == Rolsoort::gemachtigde);
        CHECK_FALSE(of(lawyer, day("2026-12-01")));
        CHECK(of(z.fatima, day("2026-12-01"))->soort == Rolsoort::initiator);
        CHECK(z.zaken.extend(z.ruben(), {z.bij(id), Verlengingsgrond::besluit, 2, "Advies", {}, Zaken::words()}).has_value());
        CHECK(z.berichten_over(id)[0].partij == lawyer);
        CHECK(z.store.read([&](store::Tx& tx) { return z.zaken.of_partijen(tx, z.tom(), {lawyer}, 10); }).size() == 1);
        z.set("2026-12-01 09:00");
        CHECK(z.store.read([&](store::Tx& tx) { return z.zaken.of_partijen(tx, z.tom(), {lawyer}, 10); }).empty());
        CHECK(z.zaken.extend(z.ruben(), {z.bij(id), Verlengingsgrond::instemming, 2, "Afgesproken", {}, Zaken::words()}).has_value());
        CHECK(z.berichten_over(id)[0].partij == z.fatima);
        const auto roles = z.beeld(id).rollen;
        CHECK(key_of(z.zaken.end_rol(z.ruben(), z.bij(id), roles[1].id, {})) == "zaak.fout.rol_geeindigd");
        CHECK(z.zaken.end_rol(z.ruben(), z.bij(id), roles[0].id, {}).has_value());
        CHECK_FALSE(z.beeld(id).werk.partij);
        const auto company = z.person("Groen", "BV", z.v.oeverland);
        CHECK(z.zaken.add_rol(z.ruben(), z.bij(id), {Rolsoort::initiator, company, {}, {}, {}, {}, {}}).has_value());
        CHECK(z.beeld(id).werk.partij == company);
        CHECK(z.zaken.add_rol(z.ruben(), z.bij(id), {Rolsoort::klantcontacter, {}, z.v.ilse, {}, {}, {}, {}}).has_value());  // its account manager
        CHECK(z.zaak_faults().empty());
    });
}

TEST_CASE("lists are paged by promise, by last day of the law, and by end; each case stands on one page") {
    in_each_zaken([](Zaken& z) {
        std::vector<Id<dichtbij::Zaak>> made;
        for (int i = 0; i < 7; ++i) made.push_back(z.received(z.kap, day("2026-11-23") - days(3 * i)).zaak.id);
        for (int i = 0; i < 3; ++i) {
            z.clock.advance(minutes(1));
            CHECK(z.zaken.close(z.ruben(), {z.bij(made[static_cast<std::size_t>(i)]), "verleend", "", "x", {}}).has_value());
        }
        const auto all = [&](Zakenvraag vraag) {
            std::vector<Id<dichtbij::Zaak>> found;
            vraag.limit = 2;
            for (;;) {
                const Zakenpagina pagina = z.zaken.list(z.tom(), vraag).value();
                for (const auto& one : pagina.regels) found.push_back(one.zaak.id);
                if (!pagina.volgende) return found;
                vraag.na = pagina.volgende;
            }
        };
        const auto unique = [](const std::vector<Id<dichtbij::Zaak>>& ids) { return std::set<Id<dichtbij::Zaak>>(ids.begin(), ids.end()).size(); };
        Zakenvraag vraag = van(z.v.oeverland);
        CHECK(all(vraag).size() == 4);
        CHECK(unique(all(vraag)) == 4);
        vraag.team = z.v.vergunningen;
        CHECK(all(vraag).size() == 4);
        vraag.team = z.v.kcc;
        CHECK(all(vraag).empty());
        vraag = van(z.v.oeverland);
        vraag.eigenaar = z.v.marleen;
        CHECK(all(vraag).size() == 4);
        vraag.eigenaar = z.v.ruben;
        CHECK(all(vraag).empty());
        vraag = van(z.v.oeverland);
        vraag.laatste_voor = *z.stored(made[4]).laatste_datum;
        CHECK(all(vraag) == std::vector{made[6], made[5]});
        vraag = van(z.v.oeverland);
        vraag.status = "in-behandeling";
        CHECK(all(vraag).empty());
        vraag = van(z.v.oeverland);
        vraag.partij = z.fatima;
        vraag.zaaktype = z.kap;
        CHECK(all(vraag).size() == 4);
        vraag.partij = z.person("Jan", "Smit", z.v.oeverland);
        CHECK(all(vraag).empty());
        vraag = van(z.v.oeverland);
        vraag.loopt = Loopt::gesloten;
        CHECK(all(vraag) == std::vector{made[2], made[1], made[0]});
        CHECK(z.store.read([&](store::Tx& tx) { return z.zaken.of_partijen(tx, z.tom(), {z.fatima}, 50); }).size() == 7);
    });
}

TEST_CASE("a list by law has every case once, page by page, those without a last day at the end") {
    in_each_zaken([](Zaken& z) {
        const auto without = z.published(Zaken::with_term("zonder-termijn", 0, zaaktype::Termijneenheid::weken, "", zaaktype::Aanleiding::verzoek), z.v.oeverland, z.v.vergunningen);
        std::vector<Id<dichtbij::Zaak>> dated, undated;
        for (int i = 0; i < 5; ++i) {
            dated.push_back(z.received(z.kap, make_day(2026, 11, static_cast<unsigned>(20 - i))).zaak.id);
            undated.push_back(z.received(without, make_day(2026, 11, 20)).zaak.id);
        }
        REQUIRE_FALSE(z.stored(undated[0]).laatste_datum.has_value());
        std::vector<Id<dichtbij::Zaak>> wanted(dated.rbegin(), dated.rend());
        wanted.insert(wanted.end(), undated.begin(), undated.end());
        for (int limit = 1; limit <= 11; ++limit) {
            CAPTURE(limit);
            Zakenvraag vraag;
            vraag.gemeente = z.v.oeverland;
            vraag.orde = Zakenorde::wet;
            vraag.limit = limit;
            std::vector<Id<dichtbij::Zaak>> found;
            for (int page = 0; page < 12; ++page) {
                const Zakenpagina pagina = z.zaken.list(z.tom(), vraag).value();
                for (const auto& one : pagina.regels) found.push_back(one.zaak.id);
                if (!pagina.volgende) break;
                vraag.na = Plaats::parse(pagina.volgende->text());
            }
            CHECK(found == wanted);
        }
    });
}

TEST_CASE("a list can be narrowed to every case type with an open case, and to the statuses of the versions in use") {
    in_each_zaken([](Zaken& z) {
        const auto filter = [&](Loopt loopt) { return z.store.read([&](store::Tx& tx) { return typefilter(tx, z.v.oeverland, loopt, z.kap, day_of(z.clock.now())); }); };
        const auto codes = [&](Loopt loopt) {
            std::string all;
            for (const auto& one : filter(loopt).statussen) all += one.code + " ";
            return all;
        };
        const auto id = z.made().zaak.id;
        const auto chef = organisatie::testing::caller(z.v.marleen, {{access::Rol::beheerder, z.v.oeverland, {}}});
        const auto draft = z.typen.start_ontwerp(chef, z.kap).value();
        auto next = z.typen.versie(chef, draft).value();
        next.inhoud.statussen[1].code = "beoordelen";
        next.inhoud.taken.clear();
        const auto revision = z.typen.save_ontwerp(chef, draft, next.inhoud, next.versie.revisie).value();
        CHECK_THAT(z.typen.publish(chef, draft, revision).has_value());
        CHECK(codes(Loopt::open) == "ontvangen beoordelen afgehandeld in-behandeling ");
        CHECK_THAT(z.typen.end(chef, z.kap, day_of(z.clock.now()), z.typen.zaaktype(chef, z.kap).value().inrichting.versie).has_value());
        CHECK(filter(Loopt::open).typen == std::vector{Typekeuze{z.kap, {"Kapvergunning", "Tree felling permit"}}});
        CHECK(codes(Loopt::open) == "ontvangen in-behandeling afgehandeld ");
        CHECK_THAT(z.zaken.close(z.marleen(), {z.bij(id), "verleend", "", "Niet nodig.", Zaken::words()}).has_value());
        CHECK(filter(Loopt::open).typen.empty());
        CHECK(filter(Loopt::gesloten).typen.size() == 1);
        CHECK(codes(Loopt::gesloten) == "ontvangen beoordelen afgehandeld in-behandeling ");
    });
}

TEST_CASE("documents follow the rights of their case, and count as what closing asks for") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        CHECK(reason_of(z.zaken.add_document(z.noor(), id, drawing(), file(z))) == Reason::not_found);
        document::Kenmerken other;
        other.documenttype = "paspoort";
        CHECK(key_of(z.zaken.add_document(z.tom(), id, drawing(other), file(z))) == "zaak.fout.documenttype");
        document::Kenmerken shown;
        shown.documenttype = "situatietekening";
        shown.inwoner_mag_zien = true;
        const auto added = z.zaken.add_document(z.tom(), id, drawing(shown), file(z)).value();
        const auto internal = z.zaken.add_document(z.ruben(), id, drawing(), file(z)).value();
        CHECK(z.zaken.documenten(z.tom(), id).value().size() == 2);
        const auto for_resident = [&](Id<Partij> partij) { return z.store.read([&](store::Tx& tx) { return z.zaken.documenten_voor(tx, id, partij, day("2026-11-23")); }); };
        REQUIRE(for_resident(z.fatima).size() == 1);
        CHECK(for_resident(z.fatima)[0].document.id == added.id);
        CHECK(for_resident(z.person("Jan", "Smit", z.v.oeverland)).empty());
        document::Kenmerken hidden = added.kenmerken;
        hidden.inwoner_mag_zien = false;
        CHECK(reason_of(z.zaken.change_document(z.priya(), {added.id, added.revisie, hidden})) == Reason::forbidden);
        CHECK(z.zaken.change_document(z.tom(), {added.id, added.revisie, hidden}).has_value());  // who put it there
        CHECK(for_resident(z.fatima).empty());
        CHECK(z.zaken.add_version(z.ruben(), {internal.id, internal.revisie, "Aangevuld", {}}, file(z)).has_value());
        CHECK(z.zaken.withdraw_document(z.ruben(), {internal.id, internal.revisie + 1, "Hoort hier niet"}).has_value());
        const auto version = z.zaken.documenten(z.tom(), id).value().back().versie.id;
        CHECK(z.zaken.open_document(z.tom(), version).has_value());
        CHECK(reason_of(z.zaken.open_document(z.noor(), version)) == Reason::not_found);
        CHECK(z.looks_at(z.fatima)[0].object_soort == "document");
        const auto lacking = z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "", {}});
        REQUIRE(lacking.error().fields.size() == 1);
        CHECK(lacking.error().fields[0].key == "zaak.fout.besluit_ontbreekt");
        CHECK(z.zaken.add_besluit(z.ruben(), {z.bij(id), "Verleend", "", {}, day("2026-11-23"), {}, {}, {}, Zaken::words()}).has_value());
        CHECK(z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "", {}}).has_value());
        CHECK(key_of(z.zaken.add_document(z.ruben(), id, drawing(), file(z))) == "zaak.fout.gesloten");
    });
}

TEST_CASE("a document of a confidential kind is confidential whatever was chosen, and stays so") {
    in_each_zaken([](Zaken& z) {
        auto type = Zaken::kapvergunning();
        type.code = "met-medisch-advies";
        type.documenttypen.push_back({"medisch-advies", {"Medisch advies", "Medical advice"}, zaaktype::Verplichtbij::nooit, true});
        const auto id = z.made(z.nieuw(z.published(type, z.v.oeverland, z.v.vergunningen))).zaak.id;
        document::Kenmerken medical;
        medical.documenttype = "medisch-advies";
        medical.vertrouwelijkheid = Vertrouwelijkheid::openbaar;
        const auto added = z.zaken.add_document(z.ruben(), id, drawing(medical), file(z)).value();
        CHECK(added.kenmerken.vertrouwelijkheid == Vertrouwelijkheid::vertrouwelijk);
        document::Kenmerken lower = added.kenmerken;
        lower.vertrouwelijkheid = Vertrouwelijkheid::intern;
        CHECK(z.zaken.change_document(z.ruben(), {added.id, added.revisie, lower}).value().kenmerken.vertrouwelijkheid == Vertrouwelijkheid::vertrouwelijk);
        document::Kenmerken higher = added.kenmerken;
        higher.vertrouwelijkheid = Vertrouwelijkheid::geheim;
        const auto raised = z.zaken.change_document(z.ruben(), {added.id, added.revisie, higher}).value();
        CHECK(raised.kenmerken.vertrouwelijkheid == Vertrouwelijkheid::geheim);
        document::Kenmerken unknown = raised.kenmerken;
        unknown.documenttype = "paspoort";
        CHECK(key_of(z.zaken.change_document(z.ruben(), {added.id, raised.revisie, unknown})) == "zaak.fout.documenttype");
        CHECK(z.zaken.add_document(z.ruben(), id, drawing(), file(z)).value().kenmerken.vertrouwelijkheid == Vertrouwelijkheid::zaakvertrouwelijk);
    });
}

TEST_CASE("what an employee lets the resident see is told once for an act; what the resident gave is not") {
    in_each_zaken([](Zaken& z) {
        const auto id = z.made().zaak.id;
        const auto told = [&] {
            const auto lines = z.events(id);
            return std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.gebeurtenis == "zaak.document_zichtbaar"; });
        };
        document::Kenmerken shown;
        shown.inwoner_mag_zien = true;
        CHECK_THAT(z.zaken.add_document(z.ruben(), id, drawing(), file(z)).has_value());
        CHECK(told() == 0);
        CHECK(z.zaken.add_documents(z.ruben(), id, drawing(shown), {file(z), file(z), file(z)}).has_value());
        CHECK(told() == 1);
        CHECK(z.zaken.documenten(z.ruben(), id).value().size() == 4);
        CHECK(key_of(z.zaken.add_documents(z.ruben(), id, drawing(shown), {})) == "document.fout.kies_bestand");
        CHECK_THAT(z.zaken.add_document(access::system_caller("portaal"), id, drawing(shown), file(z)).has_value());
        CHECK(told() == 1);
        shown.status = document::Documentstatus::in_bewerking;
        auto draft = z.zaken.add_document(z.ruben(), id, drawing(shown), file(z)).value();
        CHECK(told() == 1);
        draft.kenmerken.status = document::Documentstatus::definitief;
        const auto final = z.zaken.change_document(z.ruben(), {draft.id, draft.revisie, draft.kenmerken}).value();
        CHECK(told() == 2);
        document::Kenmerken renamed = final.kenmerken;
        renamed.titel = "Andere titel";
        CHECK_THAT(z.zaken.change_document(z.ruben(), {final.id, final.revisie, renamed}).has_value());
        CHECK(told() == 2);
    });
}

TEST_CASE("a company has an account manager: chosen by who handles cases, found by a double of it, and gone when he leaves") {
    in_each_zaken([](Zaken& z) {
        partij::AccountmanagerService service(z.store, z.clock, z.partijen);
        partij::Gegevens linde;
        linde.wie = partij::Organisatie{"Hoveniersbedrijf De Linde"};
        const auto company = z.partijen.create(z.tom(), z.v.oeverland, linde).value();
        const auto double_ = z.partijen.create(z.tom(), z.v.oeverland, linde).value();
        const auto who = [&](Id<Partij> id, Day on) { return z.store.read([&](store::Tx& tx) { return partij::accountmanager_van(tx, z.partijen, id, on); }); };
        const Day today = day_of(z.clock.now());
        CHECK(reason_of(service.set(z.tom(), company, z.v.ruben)) == Reason::forbidden);
        CHECK(reason_of(service.set(z.noor(), company, z.v.ruben)) == Reason::not_found);
        CHECK(key_of(service.set(z.ruben(), z.fatima, z.v.ruben)) == "partij.accountmanager.geen_bedrijf");
        CHECK(key_of(service.set(z.ruben(), company, z.ids.make<Medewerker>())) == "werk.fout.medewerker_uit_dienst");
        CHECK_FALSE(who(company, today).has_value());
        CHECK(service.set(z.ruben(), company, z.v.ilse).has_value());
        CHECK(who(company, today)->medewerker == z.v.ilse);
        CHECK_THAT(z.partijen.merge(z.marleen(), {company, double_}).has_value());
        CHECK(who(double_, today)->medewerker == z.v.ilse);
        CHECK(service.set(z.ruben(), double_, std::nullopt).has_value());
        CHECK_FALSE(who(company, today).has_value());
    });
}

TEST_CASE("a case goes on its day of archiving with its work, tasks, documents and question; what has no day stays") {
    in_each_zaken([](Zaken& z) {
        const auto asked = z.registered(z.contact(klantcontact::Afloop::doorgezet));
        NieuweZaak nieuw = z.nieuw(z.kap);
        nieuw.klantcontact = asked.klantcontact.id;
        const auto id = z.zaken.create(z.tom(), nieuw).value().zaak.id;
        CHECK(z.zaken.set_status(z.ruben(), {z.bij(id), "in-behandeling", ""}).has_value());
        CHECK(z.zaken.add_document(z.ruben(), id, drawing(), file(z)).has_value());
        const auto open = z.made().zaak.id;
        CHECK(z.zaken.relate(z.ruben(), z.bij(open), id, Aard::vervolg).has_value());
        CHECK(z.zaken.close(z.ruben(), {z.bij(id), "verleend", "", "x", {}}).has_value());
        access::Bewaring bewaring(z.store);
        bewaring.add(bewaar_regels(z.documenten, {}));
        const auto problems = bewaring.problems(migrations());
        CHECK(problems.empty());
        const auto count = [&](std::string_view table) { return z.store.read([&](store::Tx& tx) { return tx.value<std::int64_t>("select count(*) from " + std::string(table)); }); };
        z.set("2031-11-23 12:00");
        bewaring.run(z.clock.now());
        CHECK(count("zaak") == 2);
        z.store.write([&](store::Tx& tx) {  // as the rules of klantcontact do it
            tx.run("delete from bericht where werk = ?1", asked.werk.id);
            tx.run("delete from betrokkene where klantcontact = ?1", asked.klantcontact.id);
            tx.run("delete from klantcontact where id = ?1", asked.klantcontact.id);
        });
        z.set("2031-11-24 12:00");
        bewaring.run(z.clock.now());
        CHECK(count("zaak") == 1);
        CHECK(count("zaaktaak") == 0);
        CHECK(count("document") == 0);
        CHECK(count("zaak_relatie") == 0);
        CHECK_FALSE(z.store.read([&](store::Tx& tx) { return z.werk.stored(tx, asked.werk.id); }));
        CHECK(z.store.read([&](store::Tx& tx) { return access::was_destroyed(tx, id.bytes); }));
        CHECK(z.stored(open).is_open());
    });
}

TEST_CASE("who is forgotten leaves no words in his own cases and no role in those of others") {
    in_each_zaken([](Zaken& z) {
        const auto own = z.made().zaak.id;
        CHECK(z.zaken.set_eigenschappen(z.ruben(), z.bij(own), {{"aantal-bomen", "2"}}).has_value());
        CHECK(z.zaken.add_taak(z.ruben(), {z.bij(own), "Advies", Taaksoort::intern_advies, "Mevrouw Idrissi is boos", {}, {}}).has_value());
        NieuweZaak nieuw = z.nieuw(z.kap);
        nieuw.rollen = {{Rolsoort::initiator, z.person("Jan", "Smit", z.v.oeverland), {}, {}, {}, {}, {}}, {Rolsoort::belanghebbende, z.fatima, {}, {}, {}, {}, {}}};
        const auto other = z.made(nieuw).zaak.id;
        z.store.write([&](store::Tx& tx) {
            z.zaken.forget_partij(tx, z.fatima, z.clock.now());
            z.werk.forget_partij(tx, z.fatima, z.clock.now());
        });
        const ZaakBeeld beeld = z.beeld(own);
        CHECK(beeld.zaak.omschrijving.empty());
        CHECK(beeld.eigenschappen.empty());
        CHECK(beeld.rollen.empty());
        CHECK(beeld.taken[0].taak.toelichting.empty());
        for (const auto& line : z.events(own)) CHECK_FALSE(line.toelichting);
        CHECK(z.beeld(other).zaak.omschrijving == "Kappen van een beuk");
        CHECK(z.beeld(other).rollen.size() == 1);
        CHECK(z.zaak_faults().empty());
    });
}

}  // namespace dichtbij::zaak::zaak_rechten_test
