#pragma once
// Two gemeenten with something of everything in them, and all services on one store that can be broken.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "aanmelding/aanmeldbeheer_service.h"
#include "access/access_log.h"
#include "access/account_beheer.h"
#include "api/contactgegevens/contactgegevens_service.h"
#include "app/installation.h"
#include "balie/balie_service.h"
#include "formulier/invul_service.h"
#include "ketenpartner/advies_service.h"
#include "klantcontact/actor_service.h"
#include "notificatie/bezorg_service.h"
#include "notificatie/kanaal_service.h"
#include "organisatie/organisatie_beheer.h"
#include "organisatie/testing.h"
#include "partij/overname_service.h"
#include "support/opzoek.h"
#include "support/stores.h"
#include "postvak/mail_service.h"
#include "postvak/postvak_service.h"
#include "taak/taak_service.h"
#include "toepassing/toepassing_service.h"
#include "werk/attentie_service.h"
#include "werk/werk_timer_service.h"
#include "werk/werklijst_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::testing {

// Works as the store below, but for the one statement at which it is told to break.
class BreekbareStore final : public store::Store {
  public:
    explicit BreekbareStore(store::Store& below) : below_(below) {}
    void break_at(int statement) { failing_ = failing_at(below_, statement); }
    bool has_failed() const { return failing_ && failing_->has_failed(); }
    void heal() { failing_.reset(); }
    store::Dialect dialect() const override { return below_.dialect(); }

  protected:
    void run_write(const Unit&) override;
    void run_read(const Unit&) override;

  private:
    store::Store& below_;
    std::unique_ptr<FailingStore> failing_;
};

// What was put there. Everything is of Oeverland, and about Fatima, unless its name says otherwise.
struct Voorwerpen : organisatie::testing::Voorbeeld {
    Id<Partij> fatima, tweeling, samengevoegd, geheim, karel;
    partij::Gegevens van_fatima;
    Uuid vertegenwoordiging{}, categorie{};
    Id<Gesprek> gesprek;          // of `vraag`
    Id<Gesprek> onbekende;        // of a contact without a partij
    klantcontact::Klantcontact vraag;  // handed on: `open` is its werk
    klantcontact::Klantcontact beantwoord;
    std::vector<klantcontact::Betrokkene> betrokkenen;
    Uuid onderwerpobject{};
    werk::Werk open, wachtend, aanvaard, gesloten;
    Uuid ongedaan{};              // takes accepting `aanvaard` back
    taak::Gemaakt taak;           // called twice, a colleague was asked
    taak::Gemaakt afgerond;
    Uuid ongedaan_taak{};
    Uuid actor{}, actorlink{}, losse_actor{};
    Uuid attentie{}, weergave{};
    Id<Gesprek> concept_id;
    Id<Afdeling> afdeling;
    Id<Team> los;                 // a team without work
    Id<Medewerker> bart;          // in service, leads nothing, no account
    Id<Medewerker> vertrekt;      // has a last day
    Uuid afwezigheid{}, vervanging{};
    Id<organisatie::Routeringsregel> eerste_regel, tweede_regel;
    Id<Medewerker> uitgezet;      // whose account is off
    Id<aanmelding::Toewijzing> toewijzing;  // a group that gives a role in Oeverland; "werk1" is to be linked to Ruben
    Id<Zaaktype> zaaktype;        // in force, without a draft
    Id<ZaaktypeVersie> zaaktypeversie;
    Id<ZaaktypeVersie> ontwerp;   // of another case type; complete
    Id<Zaaktype> met_de_hand;     // in force; its cases have no day of archiving until someone gives one
    bericht::Bericht bericht;     // about `open`, by a rule; waits
    bericht::Bericht mislukt;
    std::int64_t sjabloonrevisie = 0;  // of the draft of "ontvangen"
    std::string berichtregel;     // of Oeverland itself
    zaak::Zaak zaak;              // with what follows; related to `dicht`
    Uuid aanvrager{};             // the role of Fatima
    Id<Besluit> besluit;          // not published
    Id<Zaaktaak> zaaktaak;        // advice
    document::Document document;  // of Ruben
    Id<DocumentVersie> documentversie;
    Id<DocumentVersie> formulierbestand;  // came with a form, of the task
    zaak::Zaak te_laat;           // past its term
    zaak::Zaak gevraagd;          // stands still on `zaakvraag`
    Id<Zaaktaak> zaakvraag;
    Id<Partij> bedrijf;           // two of its employees signed in
    Id<Lijstkeuze> lijstkeuze;    // of who has every role
    ketenpartner::Adviesvraag adviesvraag;  // of `zaak`
    toepassing::Applicatie applicatie;      // with `token`
    Id<Token> token;
    contactgegevens::Organisatie contactbedrijf;
    contactgegevens::Persoon contactpersoon;
    notificatie::Abonnement abonnement;     // of `applicatie`
    notificatie::Abonnement webhook;        // `opgegeven` did not reach it
    Id<Levering> opgegeven;
    Id<NotificatieKanaal> kanaal;
    zaak::Zaak dicht;             // closed, of `met_de_hand`
    postvak::Postvak postvak;
    Id<RuweMail> mail;            // a contact with an attachment; may belong to `open`
    Id<RuweMail> apart;           // put aside as spam
    Id<Werk> mailwerk;            // of `mail`
    Id<DocumentVersie> mailbijlage;
};

// Links and codes go nowhere.
class NergensPost final : public portaal::Codepost {
  public:
    void send(const std::string&, const std::string&, const std::string&) override {}
};

// Every raw mail is the same; the rows of the example name files that are not here.
class EenMail final : public document::FileStore {
  public:
    document::Opgeslagen put(Id<Bestand> id, document::Bytes& from) override { return {id, from.size(), "hash van " + from.piece(0, 40)}; }
    std::unique_ptr<document::Bytes> open(Id<Bestand>) override { return std::make_unique<document::MemoryBytes>("Subject: Vraag\r\n\r\nMag dat?\r\n"); }
    void remove(Id<Bestand>) override {}
    void each(const std::function<void(Id<Bestand>)>&) override {}
    std::int64_t remove_unfinished(Instant) override { return 0; }
};

class Wereld {
  public:
    // Opens a copy of the file of the example; `log` outlives it.
    Wereld(const std::string& example, const Voorwerpen&, access::AccessLog& log);
    // Makes the example in this file.
    static Voorwerpen make(const std::string& file, access::AccessLog& log);

    access::Caller alles() const;                         // of Oeverland: every role, every domain
    access::Caller alleen(access::Rol) const;             // the same employee with one role
    access::Caller elders() const;                        // of Heidedal: every role, every domain
    std::string contents();                               // of all tables

  private:
    Wereld(std::unique_ptr<TempDir> own, const std::string& file, access::AccessLog& log);
    void fill();
    void fill_organisatie();
    void fill_partijen();
    void fill_contacten();
    void fill_werk();
    void fill_rest();
    void fill_koppelingen();
    void fill_zaaktypen();
    void fill_berichten();
    void fill_formulier(const std::string& bytes);
    void fill_zaken();

    std::unique_ptr<TempDir> own_;
    std::unique_ptr<store::Store> base_;

  public:
    SimulatedClock clock;
    IdSource ids;
    BreekbareStore store;
    access::AccessLog& log;
    access::Accounts accounts;
    norm::NormService norms;
    werk::Normbron normbron;
    werk::WerkService werk;
    werk::WerklijstService werklijsten;
    werk::AttentieService attenties;
    organisatie::OrganisatieService organisatie;
    toepassing::ToepassingService toepassingen;
    zaaktype::ZaaktypeService zaaktypen;
    partij::PartijService partijen;
    klantcontact::KlantcontactService contacten;
    klantcontact::ActorService actoren;
    taak::TaakService taken;
    bericht::BerichtService berichten;
    bericht::BeheerService berichtbeheer;
    bericht::WerkBron berichtbron;
    bericht::VoorstelService voorstellen;
    bericht::VerzendService verzenden;

  private:
    TempDir files_dir_;  // a file of the example is not here: only what is put anew
    std::unique_ptr<document::FileStore> files_;

  public:
    document::DocumentService documenten;
    zaak::ZaakService zaken;
    belofte::BelofteService beloften;
    overleg::OverlegService overleg;
    overleg::VerdeelService verdelen;
    NergensPost brievenbus;
    ketenpartner::AdviesService advies;
    waardering::WaarderingService waarderingen;
    bezorging::BezorgService postbezorging;
    formulier::FormulierService formulieren;
    formulier::InvulService inzendingen;
    balie::BalieService balie;
    contactgegevens::ContactgegevensService contactgegevens;
    const notificatie::Opties notificatieopties{"https://kcc.example", notificatie::Bestemmingen::parse({"ontvanger.example"}).value(), {}, {}};
    notificatie::AbonnementService abonnementen{store, clock, ids, notificatieopties};
    notificatie::KanaalService kanalen{store, clock, ids};
    notificatie::BezorgService bezorgen{store, clock, ids, notificatieopties};
    Nepregisters registers;
    opzoek::OpzoekService opzoeken{store, clock, ids, log, {registers, registers, registers}, Nepregisters::opties()};
    partij::OvernameService overnames{store, partijen};
    EenMail mailbestanden;
    postvak::PostvakService postvakken{store, clock, ids};
    postvak::MailService post{{store, clock, werk, contacten, documenten, mailbestanden, log}};
    Voorwerpen v;

    klantcontact::NieuwKlantcontact nieuwe_vraag(klantcontact::Afloop) const;
    balie::ContactInvoer invoer() const;
    werk::Keuze keuze(const werk::Werk& one) const { return {one.id, one.versie}; }
    Day today() const { return day_of(clock.now()); }
};

}  // namespace dichtbij::testing
