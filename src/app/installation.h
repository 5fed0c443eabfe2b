#pragma once
// One running installation: the stores, and every service on them, made once and passed by reference.
// Members are made in this order and destroyed in the other.

#include <memory>
#include <optional>
#include <string>

#include "access/access_log.h"
#include "access/account.h"
#include "api/contactgegevens/contactgegevens_service.h"
#include "app/cli.h"
#include "app/settings.h"
#include "balie/balie_service.h"
#include "base/id.h"
#include "belofte/belofte_service.h"
#include "bericht/bericht_follow.h"
#include "bericht/verzend_service.h"
#include "bericht/werkbron_service.h"
#include "bezorging/bezorg_service.h"
#include "document/document_service.h"
#include "formulier/invul_service.h"
#include "html/catalogue.h"
#include "journal/followers.h"
#include "klantcontact/klantcontact_service.h"
#include "mail/draad.h"
#include "norm/norm_service.h"
#include "notificatie/bezorg_service.h"
#include "notificatie/kanaal_service.h"
#include "notificatie/notificatie_follow.h"
#include "opzoek/opzoek_service.h"
#include "organisatie/organisatie_beheer.h"
#include "overleg/overleg_service.h"
#include "overleg/verdelen_service.h"
#include "partij/overname_service.h"
#include "partij/partij_follow.h"
#include "partij/partij_service.h"
#include "postvak/inname_service.h"
#include "postvak/mail_service.h"
#include "postvak/postvak_service.h"
#include "search/index.h"
#include "taak/taak_service.h"
#include "toepassing/toepassing_service.h"
#include "waardering/waardering_service.h"
#include "werk/attentie_service.h"
#include "werk/werk_service.h"
#include "werk/werk_timer_service.h"
#include "werk/werklijst_service.h"
#include "zaak/zaak_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::app {

struct InstallationOptions {
    Settings settings;
    std::optional<std::uint64_t> seed;  // repeatable ids: the demo
    std::string node;                   // names this process among others
    document::Duurzaam bestanden = document::Duurzaam::meteen;
};

class Installation {
  public:
    // Opens or makes the stores and brings the schema up to date. Throws store::Unavailable, or
    // std::runtime_error when the store is too new for this program; CommandFailure when a setting or the share
    // folder cannot be used.
    Installation(const Place& place, const Clock& clock, InstallationOptions options);
    ~Installation();
    Installation(const Installation&) = delete;

    const Place place;
    const Settings settings;
    const Clock& clock;
    IdSource ids;

  private:
    std::unique_ptr<store::Store> base_;       // as opened; followers write through this one
    std::unique_ptr<store::Store> log_store_;  // SQLite: a file of its own

  public:
    journal::Followers followers;
    journal::WakingStore store;                // services write through this one
    access::AccessLog access_log;
    access::Accounts accounts;
    norm::NormService norms;
    werk::Normbron normbron;
    werk::WerkService werk;
    werk::WerklijstService werklijsten;
    werk::AttentieService attenties;
    werk::WerkTimer werktimer;
    organisatie::OrganisatieService organisatie;
    toepassing::ToepassingService toepassingen;
    zaaktype::ZaaktypeService zaaktypen;
    partij::PartijService partijen;
    klantcontact::KlantcontactService contacten;
    taak::TaakService taken;
    const html::Catalogue texts;
    const bericht::Standaard standaardberichten;
    bericht::BerichtService berichten;
    bericht::BeheerService berichtbeheer;
    bericht::WerkBron berichtbron;
    bericht::VoorstelService voorstellen;
    bericht::Berichtmaker berichtmaker;
    bericht::VerzendService verzenden;

  private:
    std::unique_ptr<document::FileStore> bestanden_;
    std::unique_ptr<document::Virusscanner> scanner_;  // nullptr: none is set up

  public:
    document::DocumentService documenten;
    zaak::ZaakService zaken;
    belofte::BelofteService beloften;
    overleg::OverlegService overleg;
    overleg::VerdeelService verdelen;
    waardering::WaarderingService waarderingen;
    const mail::Draadsleutel draadsleutel;
    bezorging::BezorgService postbezorging;
    postvak::PostvakService postvakken;
    postvak::InnameService inname;
    postvak::MailService post;
    formulier::FormulierService formulieren;
    formulier::InvulService inzendingen;  // for employees: sends no codes
    balie::BalieService balie;
    contactgegevens::ContactgegevensService contactgegevens;

  private:
    struct Registers;  // calls to them
    std::unique_ptr<Registers> registers_;

  public:
    opzoek::OpzoekService opzoeken;
    partij::OvernameService overnames;
    const notificatie::Opties notificatieopties;
    notificatie::AbonnementService abonnementen;
    notificatie::KanaalService kanalen;
    notificatie::BezorgService bezorgen;
    notificatie::Notificeerder notificeerder;

    store::Store& base() { return *base_; }
    // Before the followers start: lets rules write messages to residents. The demo does that itself, in step.
    void follow_with_messages();
    // The same: tells other systems what happens.
    void follow_with_notifications();
    // The same: opens the search index and lets it follow the journal. When its folder
    // cannot be used, that is logged and names are not searched; all else goes on.
    void open_search_index();
    const search::Index* index() const { return index_.get(); }  // nullptr: none was opened

  private:
    const std::string node_;
    std::unique_ptr<search::Index> index_;
    std::unique_ptr<partij::ZoekProjectie> zoekprojectie_;
};

// Where the files of documents are: in the folder, or in the database. The store outlives it.
std::unique_ptr<document::FileStore> open_files(const Place&, store::Store&, document::Duurzaam = document::Duurzaam::meteen);

// All migrations, in order.
std::vector<store::Migration> all_migrations();

}  // namespace dichtbij::app
