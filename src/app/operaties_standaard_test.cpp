// Writing over Klantinteracties: partijen, and what contacts have of them.
#include "klantcontact/betrokkenheid_service.h"
#include "partij/standaard_service.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_standaard_test {

// Who has every role stands for an application that may write, who has one for an application that may read.
Caller schrijver(const Caller& who) {
    Caller caller = who;
    caller.medewerker = {};
    access::Rechten rechten;
    const auto actie = who.grants.size() > 1 ? access::Actie::schrijven : access::Actie::lezen;
    for (const auto groep : {access::Groep::partijen, access::Groep::klantcontacten}) rechten.add({groep, actie});
    caller.applicatie = access::Applicatietoegang{{}, who.grants.front().gemeente, rechten, true};
    caller.grants.clear();
    return caller;
}

// One of the operations below, in a transaction with a service and something to work on.
struct Werk {
    Wereld& w;
    store::Tx& tx;
    partij::StandaardService& standaard;
    klantcontact::BetrokkenheidService& betrokkenheid;
    Caller wie;
    Caller vooraf = access::system_caller("proef");
    Id<Gemeente> oeverland() const { return w.v.oeverland; }
};
template <class F>
std::function<Antwoord(Wereld&, const Caller&)> doet(F act) {
    return [act](Wereld& w, const Caller& c) {
        partij::StandaardService standaard(w.clock, w.ids);
        klantcontact::BetrokkenheidService betrokkenheid(w.clock, w.werk, standaard);
        return schrijft(w, [&](store::Tx& tx) { return act(Werk{w, tx, standaard, betrokkenheid, schrijver(c)}); });
    };
}
struct Rij {
    template <class F>
    Rij(const char* operatie, F act) : naam(operatie), doe(doet(act)) {}
    const char* naam;
    std::function<Antwoord(Wereld&, const Caller&)> doe;
};
Operaties rijen(const std::vector<Rij>& all) {
    Operaties made;
    for (const Rij& one : all) made.push_back({one.naam, Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, one.doe});
    return made;
}

partij::Standaardpartij nieuw() {
    partij::Standaardpartij made;
    made.wie = partij::Persoon{{"", "Nina", "", "Nieuw"}, {}, {}};
    made.taal = "nld";
    made.identificatoren = {partij::make_identificator(partij::soort_kvk_nummer, "69599084")};
    return made;
}

partij::DigitaalAdresregel adres(const Werk& o, const char* text) {
    return {{}, o.w.v.fatima, std::nullopt, partij::SoortDigitaalAdres::email, text, true, "werk", "portaal", std::nullopt};
}
partij::PartijIdentificatorregel nummer(const Werk& o, const char* kvk) { return {{}, o.w.v.fatima, "niet_natuurlijk_persoon", "hr", "kvk_nummer", kvk, "", std::nullopt}; }
partij::Rekeningnummerregel rekening(const Werk& o, const char* iban) { return {{}, o.w.v.fatima, iban, ""}; }

Operaties van_partijen() {
    return rijen({
        {"StandaardService::create", [](const Werk& o) { return o.standaard.create(o.tx, o.wie, o.oeverland(), nieuw()); }},
        {"StandaardService::change", [](const Werk& o) { return o.standaard.change(o.tx, o.wie, o.oeverland(), o.w.v.fatima, nieuw()); }},
        {"StandaardService::remove", [](const Werk& o) -> Result<Done> {
            TRY(const auto id, o.standaard.create(o.tx, o.vooraf, o.oeverland(), nieuw()));
            return o.standaard.remove(o.tx, o.wie, o.oeverland(), id);
        }},
        {"StandaardService::create_adres", [](const Werk& o) { return o.standaard.create_adres(o.tx, o.wie, o.oeverland(), adres(o, "een@voorbeeld.example")); }},
        {"StandaardService::change_adres", [](const Werk& o) -> Result<Done> {
            auto row = adres(o, "een@voorbeeld.example");
            TRY(row.id, o.standaard.create_adres(o.tx, o.vooraf, o.oeverland(), row));
            row.partij = o.w.v.karel;
            return o.standaard.change_adres(o.tx, o.wie, o.oeverland(), row);
        }},
        {"StandaardService::remove_adres", [](const Werk& o) -> Result<Done> {
            TRY(const Uuid id, o.standaard.create_adres(o.tx, o.vooraf, o.oeverland(), adres(o, "een@voorbeeld.example")));
            return o.standaard.remove_adres(o.tx, o.wie, o.oeverland(), id);
        }},
        {"StandaardService::create_identificator", [](const Werk& o) { return o.standaard.create_identificator(o.tx, o.wie, o.oeverland(), nummer(o, "69599084")); }},
        {"StandaardService::change_identificator", [](const Werk& o) -> Result<Done> {
            auto row = nummer(o, "69599084");
            TRY(row.id, o.standaard.create_identificator(o.tx, o.vooraf, o.oeverland(), row));
            row.partij.reset();
            return o.standaard.change_identificator(o.tx, o.wie, o.oeverland(), row);
        }},
        {"StandaardService::remove_identificator", [](const Werk& o) -> Result<Done> {
            TRY(const Uuid id, o.standaard.create_identificator(o.tx, o.vooraf, o.oeverland(), nummer(o, "69599084")));
            return o.standaard.remove_identificator(o.tx, o.wie, o.oeverland(), id);
        }},
        {"StandaardService::create_rekeningnummer", [](const Werk& o) { return o.standaard.create_rekeningnummer(o.tx, o.wie, o.oeverland(), rekening(o, "NL91ABNA0417164300")); }},
        {"StandaardService::change_rekeningnummer", [](const Werk& o) -> Result<Done> {
            auto row = rekening(o, "NL91ABNA0417164300");
            TRY(row.id, o.standaard.create_rekeningnummer(o.tx, o.vooraf, o.oeverland(), row));
            row.bic = "ABNANL2A";
            return o.standaard.change_rekeningnummer(o.tx, o.wie, o.oeverland(), row);
        }},
        {"StandaardService::remove_rekeningnummer", [](const Werk& o) -> Result<Done> {
            TRY(const Uuid id, o.standaard.create_rekeningnummer(o.tx, o.vooraf, o.oeverland(), rekening(o, "NL91ABNA0417164300")));
            return o.standaard.remove_rekeningnummer(o.tx, o.wie, o.oeverland(), id);
        }},
    });
}

partij::Categorie categorie(const Werk& o) { return {{}, o.oeverland(), "Proefgroep"}; }
Result<partij::CategorieRelatieregel> relatie(const Werk& o) {
    TRY(const Uuid id, o.standaard.create_categorie(o.tx, o.vooraf, categorie(o)));
    return partij::CategorieRelatieregel{{}, o.w.v.fatima, id, "", std::nullopt, std::nullopt};
}
partij::Vertegenwoordiging paar(const Werk& o) { return {{}, o.oeverland(), o.w.v.fatima, o.w.v.karel}; }

Operaties van_verbanden() {
    return rijen({
        {"StandaardService::create_categorie", [](const Werk& o) { return o.standaard.create_categorie(o.tx, o.wie, categorie(o)); }},
        {"StandaardService::change_categorie", [](const Werk& o) -> Result<Done> {
            auto row = categorie(o);
            TRY(row.id, o.standaard.create_categorie(o.tx, o.vooraf, row));
            row.naam = "Anders";
            return o.standaard.change_categorie(o.tx, o.wie, row);
        }},
        {"StandaardService::remove_categorie", [](const Werk& o) -> Result<Done> {
            TRY(const auto row, relatie(o));
            TRY_DONE(o.standaard.create_relatie(o.tx, o.vooraf, o.oeverland(), row));
            return o.standaard.remove_categorie(o.tx, o.wie, o.oeverland(), row.categorie);
        }},
        {"StandaardService::create_relatie", [](const Werk& o) -> Result<Uuid> {
            TRY(const auto row, relatie(o));
            return o.standaard.create_relatie(o.tx, o.wie, o.oeverland(), row);
        }},
        {"StandaardService::change_relatie", [](const Werk& o) -> Result<Done> {
            TRY(auto row, relatie(o));
            TRY(row.id, o.standaard.create_relatie(o.tx, o.vooraf, o.oeverland(), row));
            row.partij = o.w.v.karel;
            return o.standaard.change_relatie(o.tx, o.wie, o.oeverland(), row);
        }},
        {"StandaardService::remove_relatie", [](const Werk& o) -> Result<Done> {
            TRY(const auto row, relatie(o));
            TRY(const Uuid id, o.standaard.create_relatie(o.tx, o.vooraf, o.oeverland(), row));
            return o.standaard.remove_relatie(o.tx, o.wie, o.oeverland(), id);
        }},
        {"StandaardService::create_vertegenwoordiging", [](const Werk& o) { return o.standaard.create_vertegenwoordiging(o.tx, o.wie, paar(o)); }},
        {"StandaardService::change_vertegenwoordiging", [](const Werk& o) -> Result<Done> {
            auto row = paar(o);
            TRY(row.id, o.standaard.create_vertegenwoordiging(o.tx, o.vooraf, row));
            row.vertegenwoordigde_partij = o.w.v.geheim;
            return o.standaard.change_vertegenwoordiging(o.tx, o.wie, row);
        }},
        {"StandaardService::remove_vertegenwoordiging", [](const Werk& o) -> Result<Done> {
            TRY(const Uuid id, o.standaard.create_vertegenwoordiging(o.tx, o.vooraf, paar(o)));
            return o.standaard.remove_vertegenwoordiging(o.tx, o.wie, o.oeverland(), id);
        }},
    });
}

Operaties van_betrokkenen() {
    return rijen({
        {"BetrokkenheidService::create_adres", [](const Werk& o) { return o.betrokkenheid.create_adres(o.tx, o.wie, o.oeverland(), adres(o, "een@voorbeeld.example")); }},
        {"BetrokkenheidService::change_adres", [](const Werk& o) -> Result<Done> {
            auto row = adres(o, "een@voorbeeld.example");
            TRY(row.id, o.standaard.create_adres(o.tx, o.vooraf, o.oeverland(), row));
            row.adres = "twee@voorbeeld.example";
            return o.betrokkenheid.change_adres(o.tx, o.wie, o.oeverland(), row, klantcontact::Verstrekker::blijft);
        }},
        {"BetrokkenheidService::remove_adres", [](const Werk& o) -> Result<Done> {
            TRY(const Uuid id, o.standaard.create_adres(o.tx, o.vooraf, o.oeverland(), adres(o, "een@voorbeeld.example")));
            return o.betrokkenheid.remove_adres(o.tx, o.wie, o.oeverland(), id);
        }},
        {"BetrokkenheidService::remove_partij", [](const Werk& o) -> Result<Done> {
            TRY(const auto id, o.standaard.create(o.tx, o.vooraf, o.oeverland(), nieuw()));
            return o.betrokkenheid.remove_partij(o.tx, o.wie, o.oeverland(), id);
        }},
    });
}

}  // namespace operaties_standaard_test

Operaties operaties_van_standaard() {
    using namespace operaties_standaard_test;
    Operaties all = van_partijen();
    for (auto&& more : {van_verbanden(), van_betrokkenen()}) all.insert(all.end(), more.begin(), more.end());
    return all;
}

}  // namespace dichtbij::testing
