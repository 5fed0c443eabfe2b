#include "bezorging/bezorg_service.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "bezorging/bezorging_store.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "partij/aanschrijving_service.h"

namespace dichtbij::bezorging {
namespace {

using access::Rol;
using bericht::Zendstaat;

constexpr seconds rate_window{60};
constexpr std::string_view server_weg = "server_weg";

access::Caller sender() { return access::system_caller("verzenden"); }

std::string one_short_line(std::string_view text) {
    std::string line;
    for (const char c : text.substr(0, uitleg_limit)) line += static_cast<unsigned char>(c) < 0x20 || static_cast<unsigned char>(c) >= 0x7f ? ' ' : c;
    return std::string(trimmed(line));
}

std::string_view host_of(std::string_view adres) { return adres.substr(adres.rfind('@') + 1); }

// The one work that all of it is about; none when there is none or more than one.
std::optional<Id<Werk>> work_of(const std::vector<bericht::Bericht>& berichten) {
    if (berichten.empty()) return std::nullopt;
    const auto first = berichten.front().werk;
    const bool is_one = std::all_of(berichten.begin(), berichten.end(), [&](const bericht::Bericht& one) { return one.werk == first; });
    return is_one ? first : std::nullopt;
}

}  // namespace

const Afzender& BezorgService::afzender(std::string_view code) const {
    const auto found = opties_.per_gemeente.find(std::string(code));
    return found == opties_.per_gemeente.end() ? opties_.afzender : found->second;
}

std::vector<Opdracht> BezorgService::take(Instant now, int limit) {
    return store_.write([&](store::Tx& tx) {
        std::vector<Opdracht> list;
        Serverstand stand = stand_of(tx, kanaal_email);
        if (stand.storing_sinds && stand.volgende_op > now) return list;
        const auto gone = count_pogingen(tx, now - rate_window);
        const auto room = static_cast<int>(std::min<std::int64_t>(limit, opties_.per_minuut - gone));
        if (room <= 0) return list;
        const auto due = in_.verzenden.due(tx, now, stand.storing_sinds ? 1 : room, kanaal_email);
        for (const bericht::Uitgaand& one : due)
            if (auto opdracht = prepare(tx, one, now)) list.push_back(std::move(*opdracht));
        // Of several processes one tries the server that is away.
        if (stand.storing_sinds && !list.empty()) {
            stand.volgende_op = now + wacht_op_server(stand.pogingen + 1);
            put_stand(tx, stand);
        }
        return list;
    });
}

// Without an address that can be used: the code of why.
std::optional<std::string> BezorgService::address_of(store::Tx& tx, const bericht::Uitgaand& out, std::string& fout) const {
    const auto defecten = defecten_of(tx, out.partij);
    fout = "geen_adres";
    for (const std::string& adres : partij::mailadressen(tx, out.partij)) {
        const std::string sleutel = adres_sleutel(adres);
        const bool is_defect = std::any_of(defecten.begin(), defecten.end(), [&](const Defect& one) { return one.adres_sleutel == sleutel; });
        if (!is_defect && mail::is_verzendbaar(adres)) return adres;
        if (fout == "geen_adres") fout = is_defect ? "adres_werkt_niet" : "adres_onbruikbaar";
    }
    return std::nullopt;
}

std::optional<Opdracht> BezorgService::prepare(store::Tx& tx, const bericht::Uitgaand& out, Instant now) {
    const auto wie = partij::aanschrijving(tx, out.partij);
    const auto gemeente = organisatie::gemeente(tx, out.gemeente);
    if (!wie || wie->gewist || wie->overleden || !gemeente) {
        static_cast<void>(in_.verzenden.refused(tx, out.id, wie && wie->overleden ? "overleden" : "gewist", now));
        return std::nullopt;
    }
    std::string fout;
    const auto adres = address_of(tx, out, fout);
    if (!adres) {
        static_cast<void>(in_.verzenden.diverted(tx, out.id, fout, now));
        return std::nullopt;
    }
    const auto berichten = in_.verzenden.berichten_of(tx, out.id);
    const auto werk = work_of(berichten);
    const Afzender& van = afzender(gemeente->code);
    auto row = find_bezorging(tx, out.id);
    const bool is_new = !row;
    if (is_new) {
        std::string id = werk ? draad_.message_id(out.id.bytes, *werk, host_of(van.adres)) : draad_.message_id(out.id.bytes, Id<Werk>{}, host_of(van.adres));
        row = Mailbezorging{out.id, out.gemeente, out.partij, werk, std::move(id), "", now, {}, 0, "", "", {}, {}};
    }
    row->adres_sleutel = adres_sleutel(*adres);
    row->poging_op = now;
    row->teruggekomen_op.reset();
    row->vertraagd_op.reset();
    if (is_new) insert_bezorging(tx, *row);
    else save_bezorging(tx, *row);
    Opdracht one{out.id, out.gemeente, gemeente->naam, gemeente->telefoon, out.taal, opties_.plusadressen && werk && draad_.is_ingesteld(), out.poging, {}};
    one.mail.van = {van.naam.empty() ? gemeente->naam : van.naam, van.adres};
    if (one.antwoordbaar) one.mail.antwoord_aan = mail::Adres{one.mail.van.naam, draad_.antwoordadres(van.adres, *werk)};
    one.mail.aan = {wie->naam, *adres};
    one.mail.onderwerp = out.onderwerp;
    one.mail.tekst = out.tekst;
    one.mail.message_id = row->message_id;
    one.mail.merk = out.id.text();
    one.mail.taal = out.taal == "eng" ? "en" : "nl";
    one.mail.op = now;
    const bool by_person = std::any_of(berichten.begin(), berichten.end(), [](const bericht::Bericht& b) { return b.door.has_value(); });
    one.mail.automatisch = by_person ? mail::Automatisch::nee : mail::Automatisch::gemaakt;
    fill_thread(tx, one, werk, !by_person);
    if (werk && is_new) put_gespreksmail(tx, *werk, {row->message_id, now, false});
    return one;
}

void BezorgService::fill_thread(store::Tx& tx, Opdracht& one, std::optional<Id<Werk>> werk, bool by_machine) const {
    if (!werk) return;
    for (const Gespreksmail& before : gesprek_of(tx, *werk, gesprek_limit)) {
        if (before.message_id == one.mail.message_id) continue;
        one.mail.verwijzingen.push_back(before.message_id);
        if (before.van_inwoner) one.mail.antwoord_op = before.message_id;
    }
    if (by_machine && !one.mail.antwoord_op.empty()) one.mail.automatisch = mail::Automatisch::antwoord;
}

void BezorgService::report(Id<dichtbij::Zending> id, const mail::Smtpantwoord& answer, Instant now) {
    store_.write([&](store::Tx& tx) {
        auto row = find_bezorging(tx, id);
        if (!row) return;  // destroyed meanwhile
        row->code = answer.code;
        row->status = answer.status;
        row->uitleg = one_short_line(answer.regel);
        if (answer.afloop == mail::Afloop::aangenomen) row->aangenomen_op = now;
        save_bezorging(tx, *row);
        if (answer.afloop == mail::Afloop::geen_server) {
            server_is_away(tx, answer, now);
            static_cast<void>(in_.verzenden.postponed(tx, id, server_weg, stand_of(tx, kanaal_email).volgende_op));
            return;
        }
        if (const auto stand = stand_of(tx, kanaal_email); stand.storing_sinds) put_stand(tx, {std::string(kanaal_email), {}, 0, now, ""});
        if (answer.afloop == mail::Afloop::aangenomen) {
            static_cast<void>(in_.verzenden.sent(tx, id, now));
            return;
        }
        const std::string fout = zendfout(answer.code, answer.status);
        const auto zending = answer.afloop == mail::Afloop::nooit ? in_.verzenden.refused(tx, id, fout, now) : in_.verzenden.failed(tx, id, fout, now);
        if (zending && zending->staat == Zendstaat::mislukt) gave_up(tx, *row, answer.status, now);
    });
}

void BezorgService::unwritable(Id<dichtbij::Zending> id, mail::Schrijffout fout, Instant now) {
    store_.write([&](store::Tx& tx) {
        const auto row = find_bezorging(tx, id);
        if (!row) return;
        static_cast<void>(in_.verzenden.refused(tx, id, fout == mail::Schrijffout::te_groot ? "te_groot" : "adres_onbruikbaar", now));
        gave_up(tx, *row, "", now);
    });
}

void BezorgService::server_is_away(store::Tx& tx, const mail::Smtpantwoord& answer, Instant now) {
    Serverstand stand = stand_of(tx, kanaal_email);
    if (!stand.storing_sinds) stand.storing_sinds = now;
    ++stand.pogingen;
    stand.volgende_op = now + wacht_op_server(stand.pogingen);
    stand.fout = one_short_line(answer.regel);
    put_stand(tx, stand);
}

void BezorgService::give_back(const std::vector<Id<dichtbij::Zending>>& ids, Instant now) {
    if (ids.empty()) return;
    store_.write([&](store::Tx& tx) {
        const Instant tot = std::max(now, stand_of(tx, kanaal_email).volgende_op);
        for (const auto& id : ids) static_cast<void>(in_.verzenden.postponed(tx, id, server_weg, tot));
    });
}

// Who owns what it was about hears of it, once per work.
void BezorgService::gave_up(store::Tx& tx, const Mailbezorging& row, std::string_view status, Instant now) {
    if (is_adresfout(status)) put_defect(tx, {row.partij, row.adres_sleutel, row.gemeente, now, std::string(status)});
    std::set<Id<Werk>> told;
    for (const bericht::Bericht& one : in_.verzenden.berichten_of(tx, row.zending)) {
        if (!one.werk || !told.insert(*one.werk).second) continue;
        const auto werk = in_.werk.stored(tx, *one.werk);
        if (werk) in_.werk.notify(tx, *werk, werk->eigenaar, werk::Attentiesoort::bericht_niet_aangekomen, sender());
    }
}

Result<Teruggekomen> BezorgService::teruggekomen(store::Tx& tx, const Terugmelding& melding, Instant now) {
    std::string_view id = trimmed(melding.message_id);
    if (id.starts_with('<')) id.remove_prefix(1);
    if (id.ends_with('>')) id.remove_suffix(1);
    auto row = mail::is_message_id(id) ? bezorging_met(tx, id) : std::nullopt;
    if (const auto zending = Id<dichtbij::Zending>::parse(trimmed(melding.bericht)); !row && zending) row = find_bezorging(tx, *zending);
    if (!row) return not_found("no mail of ours");
    const Teruggekomen found{row->zending, row->gemeente, row->partij, row->werk, melding.blijvend};
    // What was given up is known already; what was sent again meanwhile is on its way.
    if (row->teruggekomen_op || row->adres_sleutel.empty()) return found;
    row->status = melding.status.substr(0, 20);
    row->uitleg = one_short_line(melding.uitleg);
    row->code = 0;
    if (!melding.blijvend) {
        row->vertraagd_op = now;
        save_bezorging(tx, *row);
        return found;
    }
    row->teruggekomen_op = now;
    save_bezorging(tx, *row);
    const std::string fout = row->status.empty() ? std::string("teruggekomen") : zendfout(0, row->status);
    TRY_DONE(in_.verzenden.refused(tx, row->zending, fout, now));
    gave_up(tx, *row, row->status, now);
    return found;
}

void BezorgService::onthoud(store::Tx& tx, Id<Werk> werk, std::string_view message_id, Instant now) {
    if (mail::is_message_id(message_id)) put_gespreksmail(tx, werk, {std::string(message_id), now, true});
}

void BezorgService::adres_werkt(store::Tx& tx, Id<Partij> partij, std::string_view adres) { delete_defect(tx, partij, adres_sleutel(adres)); }

std::optional<Mailbezorging> BezorgService::of_zending(store::Tx& tx, Id<dichtbij::Zending> id) const { return find_bezorging(tx, id); }

Serverstand BezorgService::stand(store::Tx& tx) const { return stand_of(tx, kanaal_email); }

std::vector<Dichtadres> BezorgService::dichte_adressen(store::Tx& tx, Id<Partij> partij) const {
    std::vector<Dichtadres> list;
    const auto defecten = defecten_of(tx, partij);
    if (defecten.empty()) return list;
    for (const std::string& adres : partij::mailadressen(tx, partij)) {
        const std::string sleutel = adres_sleutel(adres);
        for (const Defect& one : defecten)
            if (one.adres_sleutel == sleutel) list.push_back({adres, sleutel, one.sinds, zendfout(0, one.status)});
    }
    return list;
}

Result<Done> BezorgService::adres_weer_open(const access::Caller& caller, Id<Partij> partij, std::string_view sleutel) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const auto gemeente, in_.partijen.gemeente_of(tx, partij));
        if (!access::is_active_in(caller, gemeente)) return not_found("partij " + partij.text());
        TRY_DONE(access::require_role(caller, gemeente, {Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider, Rol::manager}));
        if (!delete_defect(tx, partij, sleutel)) return not_found("no such address");
        journal::Entry entry = journal::entry(caller, clock_.now(), "mailadres.weer_open", gemeente, journal::Object::partij, partij.bytes);
        entry.partij = partij;
        journal::append(tx, entry);
        return Done{};
    });
}

void BezorgService::forget_partij(store::Tx& tx, Id<Partij> partij) { forget_partij_in_bezorging(tx, partij); }

}  // namespace dichtbij::bezorging
