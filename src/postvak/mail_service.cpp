#include "postvak/mail_service.h"

#include <algorithm>

#include "base/text.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "postvak/postvak_store.h"

namespace dichtbij::postvak {
namespace {

using access::Rol;

constexpr int per_pagina_limit = 100;
constexpr int van_werk_limit = 50;
constexpr int bijlagen_per_mail = 100;

Result<Done> may_see_post(const access::Caller& caller, Id<Gemeente> gemeente) {
    return access::require_role(caller, gemeente, {Rol::kcc_medewerker, Rol::teamleider, Rol::manager, Rol::beheerder});
}

bool may_see_raw(const access::Caller& caller, const RuweMailRij& row) {
    return access::has_role(caller, row.gemeente, {Rol::manager, Rol::beheerder}) && access::may_read_domein(caller, row.domein);
}

RuweMailRij masked(RuweMailRij row) {
    row.van_naam.clear();
    row.van_adres.clear();
    row.onderwerp.clear();
    row.message_id.clear();
    row.envelop_van.clear();
    row.reden.clear();
    return row;
}

void tell(store::Tx& tx, const access::Caller& caller, Instant now, std::string gebeurtenis, const RuweMailRij& row) {
    auto entry = journal::entry(caller, now, std::move(gebeurtenis), row.gemeente, journal::Object::systeem, row.id.bytes);
    entry.werk = row.werk;
    journal::append(tx, entry);
}

}  // namespace

Result<RuweMailRij> MailService::visible(store::Tx& tx, const access::Caller& caller, Id<dichtbij::RuweMail> id) const {
    auto row = find_mail(tx, id);
    if (!row) return not_found("mail " + id.text());
    TRY_DONE(may_see_post(caller, row->gemeente));
    if (!access::may_read_domein(caller, row->domein)) return forbidden("mail " + id.text() + " is in domain " + row->domein);
    return std::move(*row);
}

Result<RuweMailRij> MailService::undecided(store::Tx& tx, const access::Caller& caller, Id<dichtbij::RuweMail> id) const {
    TRY(RuweMailRij row, visible(tx, caller, id));
    if (row.staat != Mailstaat::apart && row.staat != Mailstaat::stil && row.staat != Mailstaat::gelaten) return conflict("mail " + id.text() + " is in hand", "postvak.fout.al_gedaan");
    return row;
}

Result<Mailpagina> MailService::search(const access::Caller& caller, const Zoekmail& asked) {
    TRY_DONE(may_see_post(caller, asked.gemeente));
    Zoekmail vraag = asked;
    vraag.limit = std::clamp(asked.limit, 1, per_pagina_limit);
    vraag.woord = shortened(lower_ascii(trimmed(asked.woord)), 500);
    // A Message-ID keeps its capitals.
    if (vraag.woord.starts_with('<') || vraag.woord.ends_with('>')) {
        vraag.woord = trimmed(asked.woord);
        std::erase_if(vraag.woord, [](char one) { return one == '<' || one == '>'; });
    }
    if (!vraag.woord.empty()) in_.log.record(caller, {.soort = access::Inzagesoort::zoekopdracht, .gemeente = asked.gemeente, .zoek = vraag.woord});
    ++vraag.limit;
    return in_.store.read([&](store::Tx& tx) -> Result<Mailpagina> {
        Mailpagina page;
        for (auto& row : search_mail(tx, vraag)) {
            const bool hide = !access::may_read_domein(caller, row.domein);
            if (hide && !vraag.woord.empty()) continue;
            page.regels.push_back({hide ? masked(std::move(row)) : std::move(row), hide});
        }
        if (page.regels.size() == static_cast<std::size_t>(vraag.limit)) {
            page.regels.pop_back();
            page.volgende = page.regels.back().mail.id;
        }
        for (const auto staat : {Mailstaat::wacht, Mailstaat::mislukt, Mailstaat::apart, Mailstaat::stil}) page.aantallen.emplace_back(staat, count_mail(tx, asked.gemeente, staat));
        return page;
    });
}

Mailbeeld MailService::beeld(store::Tx& tx, const access::Caller& caller, const RuweMailRij& row) {
    Mailbeeld one;
    one.mail = row;
    if (auto text = find_tekst(tx, row.id)) one.tekst = std::move(*text);
    one.mag_ruw = may_see_raw(caller, row);
    const auto naam_van = [&](const std::optional<Id<Onderwerp>>& id) {
        const auto found = id ? organisatie::onderwerp(tx, *id) : Result<organisatie::Onderwerp>(not_found("none"));
        return found ? found->naam : std::string();
    };
    one.voorgesteld = naam_van(one.tekst.voorgesteld);
    one.gekozen = naam_van(one.tekst.gekozen);
    if (one.tekst.suggestie)
        if (const auto werk = in_.werk.stored(tx, *one.tekst.suggestie)) one.suggestie = werk->nummer;
    if (!row.klantcontact) return one;
    for (const auto& id : postvakken_of_contact(tx, *row.klantcontact))
        if (const auto postvak = find_postvak(tx, id)) one.postvakken.push_back(postvak->adressen.empty() ? postvak->naam : postvak->adressen.front());
    if (const auto contact = in_.contacten.stored(tx, *row.klantcontact)) one.contactnummer = contact->nummer;
    document::Documentvraag vraag;
    vraag.bij = {"klantcontact", row.klantcontact->bytes};
    vraag.aantal = bijlagen_per_mail;
    one.bijlagen = in_.documenten.of_object(tx, vraag);
    return one;
}

Result<std::vector<Mailbeeld>> MailService::of_werk(const access::Caller& caller, Id<Werk> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<std::vector<Mailbeeld>> {
        TRY_DONE(in_.werk.get(tx, caller, id));
        std::vector<Mailbeeld> all;
        for (const auto& row : mail_of_werk(tx, id, van_werk_limit)) all.push_back(beeld(tx, caller, row));
        return all;
    });
}

Result<std::string> MailService::opmaak(const access::Caller& caller, Id<dichtbij::RuweMail> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<std::string> {
        const auto row = find_mail(tx, id);
        if (!row || !row->werk) return not_found("mail " + id.text());
        TRY_DONE(in_.werk.get(tx, caller, *row->werk));
        auto text = find_tekst(tx, id);
        access::Inzage inzage{.gemeente = row->gemeente, .object_soort = "mail", .object = id.bytes};
        if (text && text->partij) inzage.partijen = {*text->partij};
        in_.log.record(caller, inzage);
        return text ? std::move(text->html) : std::string();
    });
}

Result<std::string> MailService::raw(const access::Caller& caller, Id<dichtbij::RuweMail> id) {
    TRY(const RuweMailRij row, in_.store.read([&](store::Tx& tx) -> Result<RuweMailRij> {
        TRY(RuweMailRij found, visible(tx, caller, id));
        if (!may_see_raw(caller, found)) return forbidden("the raw mail " + id.text());
        const auto text = find_tekst(tx, id);
        access::Inzage inzage{.gemeente = found.gemeente, .object_soort = "mail", .object = id.bytes};
        if (text && text->partij) inzage.partijen = {*text->partij};
        in_.log.record(caller, inzage);
        return found;
    }));
    const auto bytes = in_.bestanden.open(row.bestand);
    if (!bytes) return not_found("file of mail " + id.text());
    return bytes->piece(0, static_cast<std::size_t>(bytes->size()));
}

Result<document::Versie> MailService::attachment(const access::Caller& caller, Id<Werk> werk, Id<dichtbij::DocumentVersie> id) {
    return in_.store.read([&](store::Tx& tx) -> Result<document::Versie> {
        TRY(const werk::Werk of, in_.werk.get(tx, caller, werk));
        TRY(const auto chosen, in_.documenten.version(tx, caller, id));
        const auto contact = chosen.document.bij.soort == "klantcontact" ? in_.contacten.stored(tx, Id<Klantcontact>{chosen.document.bij.id}) : std::nullopt;
        if (!contact) return not_found("attachment " + id.text());
        const auto mails = mail_of_contact(tx, contact->id);
        if (std::none_of(mails.begin(), mails.end(), [&](const RuweMailRij& row) { return row.werk == of.id; })) return not_found("attachment " + id.text());
        access::Inzage inzage{.gemeente = of.gemeente, .object_soort = "document", .object = chosen.document.id.bytes};
        if (of.partij) inzage.partijen = {*of.partij};
        in_.log.record(caller, inzage);
        return chosen.versie;
    });
}

Result<Done> MailService::handle(const access::Caller& caller, Id<dichtbij::RuweMail> id) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        TRY(RuweMailRij row, undecided(tx, caller, id));
        row.staat = Mailstaat::wacht;
        row.toch = true;
        row.pogingen = 0;
        row.volgende_op = in_.clock.now();
        save_mail(tx, row);
        tell(tx, caller, in_.clock.now(), "mail.toch_behandeld", row);
        return Done{};
    });
}

Result<Done> MailService::leave(const access::Caller& caller, Id<dichtbij::RuweMail> id) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        TRY(RuweMailRij row, undecided(tx, caller, id));
        row.staat = Mailstaat::gelaten;
        save_mail(tx, row);
        tell(tx, caller, in_.clock.now(), "mail.gelaten", row);
        return Done{};
    });
}

Result<Done> MailService::correct_subject(const access::Caller& caller, Id<dichtbij::RuweMail> id, Id<Onderwerp> onderwerp, std::string_view reden) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        const auto row = find_mail(tx, id);
        if (!row || !row->klantcontact) return not_found("mail " + id.text());
        TRY(const klantcontact::KlantcontactBeeld beeld, in_.contacten.get(tx, caller, *row->klantcontact));
        auto text = find_tekst(tx, id);
        if (!text) return not_found("text of mail " + id.text());
        klantcontact::Correctie correctie{*row->klantcontact, beeld.klantcontact.versie, beeld.klantcontact.inhoud, std::string(reden)};
        correctie.inhoud.onderwerp_id = onderwerp;
        correctie.inhoud.product.reset();
        TRY_DONE(in_.contacten.correct(tx, caller, correctie));
        const auto words = leswoorden(row->onderwerp, text->tekst);
        if (text->gekozen) unlearn(tx, row->gemeente, *text->gekozen, words);
        learn(tx, row->gemeente, onderwerp, words, in_.clock.now());
        text->gekozen = onderwerp;
        save_tekst(tx, *text);
        return Done{};
    });
}

Result<Done> MailService::link(const access::Caller& caller, Id<dichtbij::RuweMail> id) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        const auto row = find_mail(tx, id);
        if (!row || !row->klantcontact || !row->werk) return not_found("mail " + id.text());
        TRY_DONE(in_.werk.get(tx, caller, *row->werk));
        auto text = find_tekst(tx, id);
        if (!text || !text->suggestie) return not_found("no suggestion with mail " + id.text());
        if (text->gekoppeld_op) return conflict("linked already", "postvak.fout.al_gedaan");
        TRY(const werk::Werk main, in_.werk.get(tx, caller, *text->suggestie));
        const auto contact = in_.contacten.stored(tx, *row->klantcontact);
        werk::Notitie note{shortened((contact ? contact->nummer : std::string()) + "\n" + text->tekst, werk::notitie_limit), {}};
        if (organisatie::is_in_service(tx, main.eigenaar, day_of(in_.clock.now()))) note.genoemd = {main.eigenaar};
        TRY_DONE(in_.werk.note(tx, caller, main.id, note));
        text->gekoppeld_op = in_.clock.now();
        save_tekst(tx, *text);
        return Done{};
    });
}

}  // namespace dichtbij::postvak
