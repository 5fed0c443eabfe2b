#include "app/portaal.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <fstream>
#include <mutex>

#include "app/demo_vaste_personen.h"
#include "base/text.h"
#include "bezorging/codepost.h"
#include "formulier/formulier_portaal.h"
#include "ketenpartner/advies_routes.h"
#include "mijn/mijn_routes.h"
#include "portaal/portaal_routes.h"
#include "waardering/waardering_portaal.h"
#include "zaak/zaak_portaal.h"

namespace dichtbij::app {
namespace {

constexpr std::size_t waiting_limit = 1000;

// Codes of a demo go to files in a folder. They are written by a timer, so that
// asking for a code takes the same time whether there is anything to send or not.
class Outbox final : public portaal::Codepost {
  public:
    Outbox(std::filesystem::path folder, IdSource& ids) : folder_(std::move(folder)), ids_(ids) {}

    void send(const std::string& naar, const std::string& onderwerp, const std::string& tekst) override {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() < waiting_limit) waiting_.push_back("To: " + naar + "\nSubject: " + onderwerp + "\n\n" + tekst + "\n");
    }
    void bring() {
        std::vector<std::string> letters;
        {
            const std::lock_guard lock(mutex_);
            letters.swap(waiting_);
        }
        if (letters.empty()) return;
        std::filesystem::create_directories(folder_);
        for (const std::string& letter : letters) {
            std::ofstream file(folder_ / (to_string(ids_.next()) + ".txt"));
            file << letter;
            if (!file.flush()) spdlog::error("outbox: a letter could not be written");
        }
    }

  private:
    const std::filesystem::path folder_;
    IdSource& ids_;
    std::mutex mutex_;
    std::vector<std::string> waiting_;
};

std::unique_ptr<Outbox> outbox_of(Installation& in) {
    if (!in.settings.demo_sign_in || in.place.data.empty()) return nullptr;
    return std::make_unique<Outbox>(in.place.dir().root / "outbox", in.ids);
}

// Codes go by the mail server of the settings; without one there are none.
std::unique_ptr<portaal::Codepost> mailpost_of(Installation& in) {
    const MailSettings& post = in.settings.post;
    if (in.settings.demo_sign_in || !post.server) return nullptr;
    std::function<std::string(const std::string&, Instant)> sign;
    if (const auto dkim = signer_of(post)) sign = [dkim](const std::string& text, Instant op) { return dkim->handtekening(text, op); };
    return std::make_unique<bezorging::Mailcodepost>(in.clock, in.ids, post.opties.afzender, std::make_unique<mail::SmtpTransport>(*post.server), std::move(sign));
}

// The residents that every demo has, found by their telephone number.
std::vector<portaal::Demobewoner> demo_residents(Installation& in, store::Tx& tx, Id<Gemeente> gemeente) {
    std::vector<portaal::Demobewoner> found;
    for (const auto& fixed : demo::vaste_personen()) {
        const auto vraag = partij::parse_zoekvraag(fixed.telefoon, day_of(in.clock.now()));
        const auto hits = in.partijen.find(tx, access::system_caller("portaal"), vraag);
        if (!hits) continue;
        const auto hit = std::find_if(hits->begin(), hits->end(), [&](const partij::Treffer& one) {
            return one.gemeente == gemeente && one.waarschuwingen.empty() && one.naam.find(fixed.achternaam) != std::string::npos;
        });
        if (hit != hits->end()) found.push_back({hit->id, hit->naam, std::string(fixed.straat) + " " + std::to_string(fixed.huisnummer)});
    }
    return found;
}

std::vector<std::unique_ptr<portaal::OidcClient>> clients(Installation& in, client::Web& web) {
    std::vector<std::unique_ptr<portaal::OidcClient>> all;
    for (const auto& one : in.settings.identity_providers)
        all.push_back(std::make_unique<portaal::OidcClient>(one, in.settings.public_url + "/oidc/" + one.code + "/terug", web, in.clock));
    return all;
}

client::Webgrenzen web_limits(const Settings& settings) {
    client::Webgrenzen limits;
    limits.at_once = std::max(1, settings.worker_threads / 2);
    return limits;
}

portaal::Demobewoners demo_of(Installation& in) {
    if (!in.settings.demo_sign_in) return {};
    return [&in](store::Tx& tx, Id<Gemeente> gemeente) { return demo_residents(in, tx, gemeente); };
}

}  // namespace

struct Portaal::Parts {
    Parts(Installation& in, http::Router& router, const html::Catalogue& texts, const html::AssetUrl& assets)
        : web(web_limits(in.settings)),
          sessies(in.store, in.clock, in.partijen, {.stil = minutes(in.settings.resident_session_idle_minutes)}),
          aanmelden(sessies, clients(in, web)),
          outbox(outbox_of(in)),
          mailpost(mailpost_of(in)),
          volgen(sessies, in.partijen, in.access_log, codepost()),
          site({.router = router, .sessies = sessies, .aanmelden = aanmelden, .volgen = volgen, .partijen = in.partijen, .normen = in.norms,
                .log = in.access_log, .texts = texts, .assets = assets, .public_url = in.settings.public_url, .demo = demo_of(in),
                .heeft_logo = [&in](store::Tx& tx, Id<Gemeente> gemeente) { return in.organisatie.has_logo(tx, gemeente); }}),
          zaakvolgen(in.store, in.clock, {in.zaken, in.werk, in.contacten, in.taken, in.berichten, in.documenten}),
          zaken(zaakvolgen),
          vraagvolgen({in.store, in.clock, in.contacten, in.taken, in.werk}),
          vragen(vraagvolgen),
          gegevens(in.store, in.partijen, in.berichten),
          inzagen(in.store, in.clock, in.access_log),
          bedrijven(in.clock, in.partijen, in.zaken, zaakvolgen),
          advies({in.store, in.clock, in.ids, in.zaken, in.werk, in.documenten, in.access_log}, codepost()),
          adviesschermen{in.store, advies, texts, in.settings.public_url},
          waarderingen{in.store, in.waarderingen, zaakvolgen},
          invullen({in.store, in.clock, in.ids, in.formulieren, in.partijen, in.contacten, in.taken, in.zaken, in.werk, in.berichten, in.documenten, in.access_log, in.texts, codepost()}),
          formulieren{in.store, invullen, in.documenten, in.settings.public_url},
          mijn{in.store, vraagvolgen, gegevens, inzagen, bedrijven, zaakvolgen, in.zaken, in.berichten, in.partijen, &waarderingen, &formulieren} {
        in.partijen.on_wissen([this](store::Tx& tx, const access::Caller&, Id<Partij> partij) { sessies.forget_partij(tx, partij); });
        portaal::add_routes(site);
        site.add(zaken);
        zaak::add_zaak_portaal(site, {in.store, zaakvolgen, in.documenten,
                                      [this](const portaal::Mijn& page, const zaak::Volgbeeld& beeld) { return html::join(waardering::na_stappen(waarderingen, page, beeld), formulier::ingezonden_op(formulieren, page, beeld.id)); }});
        waardering::add_waardering_portaal(site, waarderingen);
        formulier::add_formulier_portaal(site, formulieren);
        mijn::add_routes(site, mijn, vragen);
        ketenpartner::add_routes(site, ketenpartner::AdviesPortaal{advies, in.documenten, texts});
    }

    portaal::Codepost* codepost() const { return outbox ? outbox.get() : mailpost.get(); }

    client::CurlWeb web;
    portaal::SessieService sessies;
    portaal::AanmeldService aanmelden;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<portaal::Codepost> mailpost;
    portaal::VolgService volgen;
    portaal::Site site;
    zaak::ZaakVolgService zaakvolgen;
    zaak::ZaakOnderdeel zaken;
    mijn::VraagService vraagvolgen;
    mijn::VraagOnderdeel vragen;
    mijn::GegevensService gegevens;
    mijn::InzageService inzagen;
    mijn::BedrijfService bedrijven;
    ketenpartner::AdviesService advies;
    ketenpartner::AdviesSchermen adviesschermen;
    const waardering::WaarderingPortaal waarderingen;
    formulier::InvulService invullen;
    const formulier::FormulierPortaal formulieren;
    mijn::MijnDelen mijn;
};

Portaal::Portaal(Installation& installation, http::Router& router, const html::Catalogue& texts, const html::AssetUrl& assets)
    : parts_(std::make_unique<Parts>(installation, router, texts, assets)) {}

Portaal::~Portaal() = default;

portaal::Site& Portaal::site() { return parts_->site; }

void Portaal::add_desk_routes(access::DeskRoutes& routes) {
    mijn::add_instelling_routes(routes, parts_->mijn);
    ketenpartner::add_routes(routes, parts_->adviesschermen);
}

void Portaal::bring_post() {
    if (parts_->outbox) parts_->outbox->bring();
}

}  // namespace dichtbij::app
