#include "app/installation.h"

#include <spdlog/spdlog.h>
#include <unistd.h>

#include "aanmelding/aanmelding_routes.h"
#include "access/access.h"
#include "api/idempotentie_store.h"
#include "app/connect.h"
#include "balie/concept_store.h"
#include "bezorging/bezorging_schema_store.h"
#include "formulier/formulier_json.h"
#include "journal/chain.h"
#include "ketenpartner/advies_schema_store.h"
#include "klantcontact/klantcontact_schema_store.h"
#include "mail/lees_apart.h"
#include "mijn/inzage_service.h"
#include "notificatie/notificatie_schema_store.h"
#include "opzoek/opzoek_schema_store.h"
#include "portaal/portaal_schema_store.h"
#include "postvak/postvak_schema_store.h"
#include "taak/taak_schema_store.h"
#include "werk/werk_schema_store.h"
#include "zaak/zaak_follow.h"

namespace dichtbij::app {
namespace {

std::unique_ptr<store::Store> open_store(const Place& place, const std::filesystem::path& file) {
    if (!place.database.empty()) return store::open_postgres({.url = place.database});
    std::filesystem::create_directories(place.data);
    return store::open_sqlite({.path = file.string()});
}

std::unique_ptr<store::Store> open_migrated(const Place& place) {
    auto opened = open_store(place, place.dir().database());
    store::migrate(*opened, all_migrations());
    return opened;
}

std::unique_ptr<store::Store> open_log(const Place& place) {
    auto opened = open_store(place, place.dir().access_log());
    store::migrate(*opened, access::access_log_migrations());
    return opened;
}

std::vector<access::Rol> totp_roles(const std::string& names) {
    std::vector<access::Rol> roles;
    for (const auto rol : {access::Rol::kcc_medewerker, access::Rol::behandelaar, access::Rol::teamleider, access::Rol::manager,
                           access::Rol::beheerder})
        if (("," + names + ",").find("," + std::string(boost::describe::enum_to_string(rol, "")) + ",") != std::string::npos)
            roles.push_back(rol);
    return roles;
}

access::Options account_options(const Settings& settings) {
    access::Options options;
    options.idle = minutes(settings.session_idle_minutes);
    options.absolute = hours(settings.session_absolute_hours);
    options.totp_rollen = totp_roles(settings.totp_roles);
    options.attempts_per_minute = settings.login_attempts_per_minute;
    auto networks = http::TrustedProxies::parse(settings.trusted_networks);
    if (!networks) throw CommandFailure{exit_failed, "setting 'trusted_networks': " + networks.error().detail};
    options.totp_vrije_netten = std::move(*networks);
    return options;
}

document::Inhoudsgrenzen limits_of(const Settings& settings) {
    document::Inhoudsgrenzen limits;
    limits.bestand_bytes = settings.max_file_mib * document::mebibyte;
    return limits;
}

std::unique_ptr<document::Virusscanner> open_scanner(const Settings& settings) {
    if (settings.virus_scanner.empty()) return nullptr;
    auto opened = document::open_clamd({settings.virus_scanner, seconds(settings.virus_scanner_timeout_seconds)});
    if (!opened) throw CommandFailure{exit_failed, "setting 'virus_scanner': " + opened.error().detail};
    return std::move(*opened);
}

notificatie::Opties notifications_of(const Settings& settings) {
    auto hosts = notificatie::Bestemmingen::parse(settings.notification_hosts);
    if (!hosts) throw CommandFailure{exit_failed, "setting 'notification_hosts': " + hosts.error().detail};
    return {settings.api_url, std::move(*hosts), settings.secret_key,
            {settings.notifications_url, settings.notifications_client_id, settings.notifications_secret, settings.notifications_token}};
}

// The channels for which something calls VerzendService::due.
std::vector<std::string> senders_of(const Settings& settings) {
    if (!settings.post.server) return {};
    return {std::string(bezorging::kanaal_email)};
}

// What a stranger sent is read in a process of its own.
constexpr std::chrono::seconds reading_time{30};
mail::Mail read_apart(std::string_view raw) { return mail::lees_apart(raw, {}, reading_time); }

std::string name_of_node(const std::string& given) {
    if (!given.empty()) return given;
    char host[256] = {};  // process numbers repeat: every container has a process 1
    if (gethostname(host, sizeof host - 1) != 0) host[0] = '\0';
    return std::string(host) + "-" + std::to_string(getpid());
}

// On PostgreSQL without a folder of its own a node keeps its index where the system keeps what may be lost.
std::filesystem::path index_folder(const Place& place) {
    if (!place.data.empty()) return place.dir().search_index();
    return std::filesystem::temp_directory_path() / ("dichtbij-index-" + std::to_string(getuid()) + "-" + std::to_string(getpid()));
}

}  // namespace

std::unique_ptr<document::FileStore> open_files(const Place& place, store::Store& store, document::Duurzaam duurzaam) {
    if (!place.database.empty()) return document::open_database(store);
    return document::open_folder(place.dir().files(), place.dir().unfinished_files(), duurzaam);
}

std::vector<store::Migration> all_migrations() {
    std::vector<store::Migration> all;
    for (const auto list : {journal::migrations(), access::migrations(), norm::migrations(), organisatie::migrations(), opzoek::migrations(), portaal::migrations(),
                            zaaktype::migrations(), partij::migrations(), werk::migrations(), klantcontact::migrations(), taak::migrations(), balie::migrations(),
                            document::migrations(), bericht::migrations(), zaak::migrations(), belofte::migrations(), overleg::migrations(), ketenpartner::migrations(), waardering::migrations(), bezorging::migrations(), postvak::migrations(), formulier::migrations(), mijn::migrations(),
                            toepassing::migrations(), aanmelding::migrations(), api::migrations(), contactgegevens::migrations(), notificatie::migrations()})
        all.insert(all.end(), list.begin(), list.end());
    return all;
}

struct Installation::Registers {
    explicit Registers(const opzoek::Instellingen& in)
        : brp(opzoek::webgrenzen(in.brp.bron), in.brp.bron.identiteit), kvk(opzoek::webgrenzen(in.kvk.bron), in.kvk.bron.identiteit),
          adressen(opzoek::webgrenzen(in.adressen.bron), in.adressen.bron.identiteit) {}
    client::CurlWeb brp, kvk, adressen;
};

Installation::Installation(const Place& where, const Clock& time, InstallationOptions options)
    : place(where),
      settings(std::move(options.settings)),
      clock(time),
      ids(time, options.seed),
      base_(open_migrated(place)),
      log_store_(open_log(place)),
      followers(*base_, clock),
      store(*base_, [this] { followers.wake(); }),
      access_log(*log_store_, clock, options.node),
      accounts(store, clock, account_options(settings), account_hooks(werk)),
      norms(store, clock, ids),
      normbron(werk::normbron_of(norms)),
      werk(store, clock, ids, normbron),
      werklijsten(store, clock, ids),
      attenties(store, clock),
      werktimer(store, clock, ids, normbron),
      organisatie(store, clock, ids),
      toepassingen(store, clock, ids, {.sleutel = settings.secret_key}),
      zaaktypen(store, clock, ids),
      partijen(store, clock, ids, access_log),
      contacten(store, clock, ids, werk, partijen, access_log),
      taken(store, clock, ids, werk, contacten),
      texts(share_dir() / "text"),
      standaardberichten(bericht::lees_standaard(share_dir() / "catalogus" / "berichten.json")),
      berichten(store, clock, ids, werk, access_log, &standaardberichten),
      berichtbeheer(store, clock, ids, standaardberichten),
      berichtbron(werk, texts),
      voorstellen(berichtbeheer, berichtbron, texts, clock),
      berichtmaker(berichten, voorstellen),
      verzenden(store, clock, ids, texts, senders_of(settings)),
      bestanden_(open_files(place, *base_, options.bestanden)),
      scanner_(open_scanner(settings)),
      documenten(store, clock, ids, *bestanden_, scanner_.get(), limits_of(settings)),
      zaken(store, clock, ids, {werk, partijen, contacten, taken, berichten, documenten, access_log}),
      beloften(store, clock, zaken, werk),
      overleg(store, clock, ids, zaken, werk),
      verdelen(store, clock, ids, zaken, werk, access_log),
      waarderingen(store, clock, ids, {zaken, contacten, werk}),
      draadsleutel(settings.secret_key),
      postbezorging(store, clock, {verzenden, werk, partijen}, draadsleutel, settings.post.opties),
      postvakken(store, clock, ids),
      inname({store, clock, ids, werk, partijen, contacten, taken, zaken, berichten, voorstellen, documenten, *bestanden_, texts, draadsleutel}, read_apart, settings.mail_authserv_id),
      post({store, clock, werk, contacten, documenten, *bestanden_, access_log}),
      formulieren(store, clock, ids, formulier::read_map(share_dir() / "catalogus" / "formulieren")),
      inzendingen({store, clock, ids, formulieren, partijen, contacten, taken, zaken, werk, berichten, documenten, access_log, texts}),
      balie(store, clock, ids, werk, contacten, taken, partijen),
      contactgegevens(store, clock, ids),
      registers_(std::make_unique<Registers>(settings.opzoeken)),
      opzoeken(store, clock, ids, access_log, {registers_->brp, registers_->kvk, registers_->adressen}, {settings.opzoeken, settings.secret_key}),
      overnames(store, partijen),
      notificatieopties(notifications_of(settings)),
      abonnementen(store, clock, ids, notificatieopties),
      kanalen(store, clock, ids),
      bezorgen(*base_, clock, ids, notificatieopties),
      notificeerder(clock, ids, abonnementen, {contacten, taken, werk}),
      node_(name_of_node(options.node)) {
    connect({clock, norms, werk, organisatie, partijen, contacten, taken, berichten, documenten, zaken, berichtbron, waarderingen, postbezorging});
    inname.on_bezorgmelding([this](store::Tx& tx, const postvak::Bezorgmelding& one) {
        const bool is_over = one.soort == mail::Soort::niet_bezorgd && one.rapport.blijvend;
        return postbezorging.teruggekomen(tx, {one.rapport.message_id, is_over, one.rapport.status, one.rapport.uitleg, one.rapport.bericht}, clock.now()).has_value();
    });
    inname.on_contact([this](store::Tx& tx, const postvak::Binnengekomen& one) {
        postbezorging.onthoud(tx, one.werk, one.message_id, clock.now());
        if (one.partij && one.echtheid == postvak::Echtheid::bevestigd) postbezorging.adres_werkt(tx, *one.partij, one.van_adres);
    });
    opzoeken.on_bekenden([this](store::Tx& tx, Id<Gemeente> gemeente, const std::string& bsn) { return overnames.bekend(tx, gemeente, partij::soort_bsn, bsn); });
    followers.add(std::make_unique<journal::ChainFollower>(*base_, node_));
}

Installation::~Installation() {
    followers.stop();
    access_log.stop();
    zoekprojectie_.reset();
    index_.reset();
    if (place.data.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(index_folder(place), ignored);
    }
}

void Installation::follow_with_messages() { followers.add(bericht::bericht_follower(*base_, node_, berichtmaker)); }

void Installation::follow_with_notifications() {
    abonnementen.prepare_component();
    followers.add(notificatie::notificatie_follower(*base_, node_, notificeerder));
}

void Installation::open_search_index() {
    try {
        index_ = std::make_unique<search::Index>(index_folder(place).string());
    } catch (const search::Broken& error) {
        spdlog::error("{}; names are not searched", error.what());
        return;
    }
    std::vector<partij::Zoekbron> sources{partij::partij_zoekbron, zaak::zaak_zoekbron(werk)};
    zoekprojectie_ = std::make_unique<partij::ZoekProjectie>(*base_, *index_, std::move(sources));
    followers.add(std::make_unique<journal::LocalFollower>(*base_, "zoek", *zoekprojectie_));
}

}  // namespace dichtbij::app
