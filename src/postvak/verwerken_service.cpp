#include <spdlog/spdlog.h>

#include <algorithm>

#include "access/bewaring.h"
#include "base/text.h"
#include "postvak/bezig_service.h"
#include "postvak/postvak_store.h"

namespace dichtbij::postvak {
namespace {

constexpr minutes later_opnieuw{60};  // nobody can have it: the gemeente has no team
constexpr std::string_view te_veel = "postvak.reden.te_veel";
constexpr std::string_view uitgevallen = "postvak.reden.uitgevallen";
constexpr std::string_view onleesbaar = "postvak.reden.onleesbaar";
constexpr std::string_view geen_bestand = "postvak.reden.geen_bestand";
constexpr std::string_view niet_te_maken = "postvak.reden.niet_te_maken";

bool is_nog_te_doen(const std::optional<RuweMailRij>& now, const RuweMailRij& claimed) {
    return now && now->staat == Mailstaat::wacht && now->pogingen == claimed.pogingen;
}

bool is_niet_gelezen(const mail::Mail& mail) { return std::find(mail.gebreken.begin(), mail.gebreken.end(), "niet_gelezen") != mail.gebreken.end(); }

// What the parser gave, in the lengths that are kept.
void describe(RuweMailRij& row, const mail::Mail& mail) {
    row.soort = mail.soort;
    row.message_id = shortened(mail.message_id, 500);
    row.inhoud_hash = inhoud_hash(mail);
    row.van_naam = mail.van ? shortened(cleaned(mail.van->naam), 200) : "";
    row.van_adres = mail.van ? shortened(lower_ascii(cleaned(mail.van->adres)), adres_limit) : "";
    row.onderwerp = shortened(cleaned(mail.onderwerp), 300);
}

}  // namespace

std::optional<RuweMailRij> InnameService::claim(Instant now) {
    return in_.store.write([&](store::Tx& tx) -> std::optional<RuweMailRij> {
        auto row = next_waiting(tx, now);
        if (!row) return std::nullopt;
        ++row->pogingen;
        row->volgende_op = now + poging_termijn;
        save_mail(tx, *row);
        return row;
    });
}

InnameService::Verwerkt InnameService::verwerk(Instant now, int limit) {
    Verwerkt done;
    while (done.gedaan < limit) {
        const auto row = claim(now);
        if (!row) return done;
        one(*row);
        ++done.gedaan;
    }
    done.meer = true;
    return done;
}

std::string InnameService::ruwe_tekst(const RuweMailRij& row) {
    const auto bytes = in_.bestanden.open(row.bestand);
    return bytes ? bytes->piece(0, static_cast<std::size_t>(bytes->size())) : std::string();
}

void InnameService::one(const RuweMailRij& row) {
    Result<Done> done;
    // Whoever took it in hand before died of it each time: it is not read again.
    if (row.pogingen > pogingen_limit) {
        done = make_notice(row, {}, std::string(uitgevallen));
    } else {
        const std::string ruw = ruwe_tekst(row);
        const mail::Mail mail = ruw.empty() ? mail::Mail{} : lezer_(ruw);
        // The reader did not come back: perhaps the machine was short of something. It is tried again, later.
        if (is_niet_gelezen(mail) && row.pogingen < pogingen_limit) return;
        if (ruw.empty() || is_onleesbaar(mail)) done = make_notice(row, mail, std::string(ruw.empty() ? geen_bestand : onleesbaar));
        else if (row.toch) done = make_contact(row, mail);
        else if (mail.soort != mail::Soort::mens) done = keep_silent(row, mail, Mailstaat::stil, mail.soort_reden);
        else if (mail.spam) done = keep_silent(row, mail, Mailstaat::apart, "postvak.reden.spam");
        else done = make_contact(row, mail);
        if (!done) {
            spdlog::warn("mail {} did not become a contact: {}", row.id.text(), done.error().detail);
            done = make_notice(row, mail, std::string(niet_te_maken));
        }
    }
    if (done) return;
    spdlog::error("mail {} waits: {}", row.id.text(), done.error().detail);
    in_.store.write([&](store::Tx& tx) {
        auto now = find_mail(tx, row.id);
        if (!is_nog_te_doen(now, row)) return;
        now->volgende_op = in_.clock.now() + later_opnieuw;
        save_mail(tx, *now);
    });
}

Result<Done> InnameService::keep_silent(const RuweMailRij& claimed, const mail::Mail& mail, Mailstaat staat, std::string reden) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        auto row = find_mail(tx, claimed.id);
        if (!is_nog_te_doen(row, claimed)) return Done{};
        describe(*row, mail);
        row->staat = staat;
        row->reden = shortened(cleaned(reden), 200);
        row->verwerkt_op = in_.clock.now();
        if (mail.rapport && op_bezorgmelding_ && op_bezorgmelding_(tx, {row->gemeente, mail.soort, *mail.rapport})) row->reden = "postvak.reden.bij_bericht";
        save_mail(tx, *row);
        return Done{};
    });
}

Result<Done> InnameService::make_contact(const RuweMailRij& claimed, const mail::Mail& mail) {
    Bezig bezig(claimed, mail);
    receive_files(in_.documenten, bezig);
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        auto row = find_mail(tx, claimed.id);
        if (!is_nog_te_doen(row, claimed)) return Done{};
        bezig.begin(*row);
        describe(bezig.rij, mail);
        if (const auto same = find_handled(tx, bezig.rij)) {
            bezig.rij.staat = Mailstaat::dubbel;
            bezig.rij.werk = same->werk;
            bezig.rij.klantcontact = same->klantcontact;
            bezig.rij.domein = same->domein;
            bezig.rij.verwerkt_op = in_.clock.now();
            save_mail(tx, bezig.rij);
            return Done{};
        }
        if (!bezig.rij.toch && count_contacts_since(tx, bezig.rij.gemeente, bezig.rij.van_adres, in_.clock.now() - hours(1)) >= vragen_per_uur) {
            bezig.rij.staat = Mailstaat::apart;
            bezig.rij.reden = te_veel;
            bezig.rij.verwerkt_op = in_.clock.now();
            save_mail(tx, bezig.rij);
            return Done{};
        }
        return contact(tx, bezig);
    });
}

// What could not be understood is for a person to look at.
Result<Done> InnameService::make_notice(const RuweMailRij& claimed, const mail::Mail& mail, std::string reden) {
    Bezig bezig(claimed, mail);
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        auto row = find_mail(tx, claimed.id);
        if (!is_nog_te_doen(row, claimed)) return Done{};
        bezig.begin(*row);
        describe(bezig.rij, mail);
        if (bezig.rij.van_adres.empty()) bezig.rij.van_adres = lower_ascii(bezig.rij.envelop_van);
        bezig.rij.staat = Mailstaat::mislukt;
        bezig.rij.reden = reden;
        bezig.postvakken = postvakken_of_mail(tx, bezig.rij.id);
        propose(tx, bezig);
        const html::Texts& t = in_.texts.of(html::Taal::nl);
        klantcontact::NieuwKlantcontact nieuw = as_contact(tx, bezig);
        nieuw.inhoud.onderwerp = t("postvak.onleesbaar");
        nieuw.inhoud.inhoud = t("postvak.onleesbaar_uitleg", t(reden));
        bezig.rij.rem = Bevestigingsrem::geen_partij;
        TRY_DONE(register_task(tx, bezig, nieuw));
        finish(tx, bezig);
        return Done{};
    });
}

std::vector<std::string> postvak_check(store::Tx& tx, Instant now) {
    constexpr int faults_limit = 100;
    std::vector<std::string> faults;
    for (const auto& row : waiting_since(tx, now - hours(4), faults_limit)) faults.push_back("mail " + row.id.text() + " waits since " + to_rfc3339(row.ontvangen_op));
    for (const auto& row : without_contact(tx, faults_limit))
        if (!row.klantcontact || !access::was_destroyed(tx, row.klantcontact->bytes)) faults.push_back("mail " + row.id.text() + " was made a contact, and that is not there");
    return faults;
}

}  // namespace dichtbij::postvak
