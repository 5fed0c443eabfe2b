#include "bericht/verzend_service.h"

#include <algorithm>

#include "bericht/beheer_store.h"
#include "bericht/bericht_store.h"
#include "bericht/journaal_service.h"
#include "bericht/zendplan.h"
#include "organisatie/organisatie_service.h"

namespace dichtbij::bericht {
namespace {

using access::Rol;

constexpr std::size_t fout_limit = 60;
constexpr std::string_view brief = "brief";

std::vector<Wachtend> as_wachtend(const std::vector<Bericht>& berichten) {
    std::vector<Wachtend> list;
    for (const Bericht& one : berichten) list.push_back({one.id.bytes, one.ontstaan_op, one.niet_voor_op, one.spoed});
    return list;
}

std::vector<Bericht> chosen(const std::vector<Bericht>& all, const std::vector<Uuid>& ids) {
    std::vector<Bericht> list;
    for (const Uuid& id : ids) list.push_back(*std::find_if(all.begin(), all.end(), [&](const Bericht& one) { return one.id.bytes == id; }));
    return list;
}

}  // namespace

bool VerzendService::has_sender(std::string_view kanaal) const { return std::find(kanalen_.begin(), kanalen_.end(), kanaal) != kanalen_.end(); }

Vertrokken VerzendService::release(Instant now, int limit) {
    Vertrokken total;
    while (total.personen < limit) {
        const int wanted = std::min(batch, limit - total.personen);
        const Vertrokken done = store_.write([&](store::Tx& tx) {
            Vertrokken part;
            for (const auto& partij : partijen_due(tx, now, wanted)) release_of(tx, partij, now, part);
            return part;
        });
        total.personen += done.personen;
        total.berichten += done.berichten;
        total.zendingen += done.zendingen;
        if (done.personen < wanted) return total;
    }
    total.meer = store_.read([&](store::Tx& tx) { return !partijen_due(tx, now, 1).empty(); });
    return total;
}

// What may not go yet gets the moment at which it will, which lies after now.
void VerzendService::release_of(store::Tx& tx, Id<Partij> partij, Instant now, Vertrokken& done) {
    ++done.personen;
    const std::vector<Bericht> waiting = wachtend_of_partij(tx, partij);
    const Stilte stilte = stilte_of(tx, waiting.front().gemeente).stilte;
    for (const Vertrek& vertrek : zendplan(as_wachtend(waiting), laatste_zending(tx, partij), stilte, now)) {
        std::vector<Bericht> berichten = chosen(waiting, vertrek.berichten);
        if (vertrek.op <= now) {
            depart(tx, berichten, now, done);
            continue;
        }
        for (Bericht& one : berichten) {
            if (one.gepland_op == vertrek.op) continue;
            one.gepland_op = vertrek.op;
            save_bericht(tx, one);
        }
    }
}

void VerzendService::depart(store::Tx& tx, const std::vector<Bericht>& berichten, Instant now, Vertrokken& done) {
    const Bericht& newest = berichten.back();
    const bool waits_for_sender = has_sender(newest.kanaal);
    Zending zending;
    zending.id = ids_.make<dichtbij::Zending>();
    zending.gemeente = newest.gemeente;
    zending.partij = newest.partij;
    zending.kanaal = waits_for_sender ? newest.kanaal : std::string(mijn_dichtbij);
    zending.taal = newest.taal;
    zending.spoed = newest.spoed;
    zending.volgende_op = now;
    zending.ontstaan_op = now;
    if (!waits_for_sender) {
        zending.staat = Zendstaat::verzonden;
        zending.verzonden_op = now;
    }
    insert_zending(tx, zending);
    for (Bericht one : berichten) {
        one.staat = waits_for_sender ? Staat::klaar : Staat::verzonden;
        one.bundel = zending.id.bytes;
        one.verzonden_op = zending.verzonden_op;
        one.gepland_op = now;
        ++one.versie;
        save_bericht(tx, one);
        append_bericht(tx, access::system_caller("verzenden"), now, waits_for_sender ? "bericht.klaar" : "bericht.verzonden", one);
    }
    done.berichten += static_cast<int>(berichten.size());
    ++done.zendingen;
}

// One message as it is; several in one text, each under its subject.
Uitgaand VerzendService::composed(store::Tx& tx, const Zending& zending) const {
    const html::Texts& t = texts_.of(zending.taal == "eng" ? html::Taal::en : html::Taal::nl);
    Uitgaand out{zending.id, zending.gemeente, zending.partij, zending.kanaal, zending.taal, "", "", {}, zending.pogingen};
    const std::vector<Bericht> berichten = berichten_of_bundel(tx, zending.id.bytes);
    for (const Bericht& one : berichten) out.berichten.push_back(one.id);
    if (berichten.size() == 1) {
        out.onderwerp = berichten.front().onderwerp;
        out.tekst = berichten.front().tekst;
        return out;
    }
    const auto gemeente = organisatie::gemeente(tx, zending.gemeente);
    out.onderwerp = t("bericht.bundel.onderwerp", berichten.size(), gemeente ? gemeente->naam : "");
    out.tekst = t("bericht.bundel.aanhef", berichten.size());
    for (std::size_t i = 0; i < berichten.size(); ++i)
        out.tekst += "\n\n" + t("bericht.bundel.kop", i + 1, berichten[i].onderwerp) + "\n\n" + berichten[i].tekst;
    return out;
}

std::vector<Uitgaand> VerzendService::due(Instant now, int limit, std::string_view kanaal) {
    return store_.write([&](store::Tx& tx) { return due(tx, now, limit, kanaal); });
}

std::vector<Uitgaand> VerzendService::due(store::Tx& tx, Instant now, int limit, std::string_view kanaal) {
    std::vector<Uitgaand> found;
    for (Zending& zending : zendingen_due(tx, now, limit, kanaal)) {
        ++zending.pogingen;
        zending.volgende_op = now + in_hand;
        save_zending(tx, zending);
        found.push_back(composed(tx, zending));
    }
    return found;
}

void VerzendService::delivered(store::Tx& tx, Zending& zending, Instant now) {
    zending.staat = Zendstaat::verzonden;
    zending.verzonden_op = now;
    save_zending(tx, zending);
    for (Bericht one : berichten_of_bundel(tx, zending.id.bytes)) {
        one.verzonden_op = now;
        if (may_follow(one.staat, Staat::verzonden)) one.staat = Staat::verzonden;
        ++one.versie;
        save_bericht(tx, one);
        append_bericht(tx, access::system_caller("verzenden"), now, "bericht.verzonden", one);
    }
}

void VerzendService::gave_up(store::Tx& tx, Zending& zending, std::string_view fout, Instant now) {
    zending.staat = Zendstaat::mislukt;
    zending.laatste_fout = std::string(fout.substr(0, fout_limit));
    save_zending(tx, zending);
    for (Bericht one : berichten_of_bundel(tx, zending.id.bytes)) {
        if (!may_follow(one.staat, Staat::mislukt)) continue;
        one.staat = Staat::mislukt;
        ++one.versie;
        save_bericht(tx, one);
        append_bericht(tx, access::system_caller("verzenden"), now, "bericht.mislukt", one, zending.laatste_fout);
    }
}

Result<Done> VerzendService::sent(Id<dichtbij::Zending> id, Instant now) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY_DONE(sent(tx, id, now));
        return Done{};
    });
}

Result<Zending> VerzendService::sent(store::Tx& tx, Id<dichtbij::Zending> id, Instant now) {
    auto zending = find_zending(tx, id);
    if (!zending) return not_found("zending " + id.text());
    if (zending->staat == Zendstaat::verzonden) return *zending;
    zending->laatste_fout.clear();
    delivered(tx, *zending, now);
    return *zending;
}

Result<Done> VerzendService::failed(Id<dichtbij::Zending> id, std::string_view fout, Instant now) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY_DONE(failed(tx, id, fout, now));
        return Done{};
    });
}

Result<Zending> VerzendService::failed(store::Tx& tx, Id<dichtbij::Zending> id, std::string_view fout, Instant now) {
    auto zending = find_zending(tx, id);
    if (!zending) return not_found("zending " + id.text());
    if (zending->staat != Zendstaat::klaar) return *zending;
    const auto wait = wacht_na(zending->pogingen);
    if (!wait) {
        zending->volgende_op = now;
        gave_up(tx, *zending, fout, now);
        return *zending;
    }
    zending->laatste_fout = std::string(fout.substr(0, fout_limit));
    zending->volgende_op = now + *wait;
    save_zending(tx, *zending);
    return *zending;
}

Result<Zending> VerzendService::refused(store::Tx& tx, Id<dichtbij::Zending> id, std::string_view fout, Instant now) {
    auto zending = find_zending(tx, id);
    if (!zending) return not_found("zending " + id.text());
    if (zending->staat != Zendstaat::mislukt) gave_up(tx, *zending, fout, now);
    return *zending;
}

Result<Zending> VerzendService::postponed(store::Tx& tx, Id<dichtbij::Zending> id, std::string_view fout, Instant tot) {
    auto zending = find_zending(tx, id);
    if (!zending) return not_found("zending " + id.text());
    if (zending->staat != Zendstaat::klaar) return *zending;
    zending->pogingen = std::max(0, zending->pogingen - 1);
    zending->laatste_fout = std::string(fout.substr(0, fout_limit));
    zending->volgende_op = tot;
    save_zending(tx, *zending);
    return *zending;
}

Result<Zending> VerzendService::diverted(store::Tx& tx, Id<dichtbij::Zending> id, std::string_view fout, Instant now) {
    auto zending = find_zending(tx, id);
    if (!zending) return not_found("zending " + id.text());
    if (zending->staat != Zendstaat::klaar) return *zending;
    const bool by_letter = zending->kanaal != brief && has_sender(brief);
    zending->kanaal = by_letter ? brief : mijn_dichtbij;
    zending->laatste_fout = std::string(fout.substr(0, fout_limit));
    zending->pogingen = 0;
    zending->volgende_op = now;
    if (by_letter) save_zending(tx, *zending);
    else delivered(tx, *zending, now);
    return *zending;
}

Result<Done> VerzendService::retry(const access::Caller& caller, Id<dichtbij::Bericht> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto bericht = find_bericht(tx, id);
        if (!bericht || !access::is_active_in(caller, bericht->gemeente)) return not_found("bericht " + id.text());
        TRY_DONE(access::require_role(caller, bericht->gemeente, {Rol::teamleider, Rol::manager, Rol::beheerder}));
        if (bericht->versie != versie) return conflict("bericht has another version", "fout.gewijzigd");
        auto zending = zending_of(tx, *bericht);
        // A person that was erased since has nothing left to send.
        if (bericht->staat != Staat::mislukt || !zending || bericht->tekst.empty()) return conflict("it did not fail", "bericht.fout.niet_mislukt");
        zending->staat = Zendstaat::klaar;
        zending->pogingen = 0;
        zending->volgende_op = clock_.now();
        save_zending(tx, *zending);
        for (Bericht one : berichten_of_bundel(tx, zending->id.bytes)) {
            if (!may_follow(one.staat, Staat::klaar)) continue;
            one.staat = Staat::klaar;
            ++one.versie;
            save_bericht(tx, one);
            append_bericht(tx, caller, clock_.now(), "bericht.opnieuw", one);
        }
        return Done{};
    });
}

std::optional<Zending> VerzendService::zending_of(store::Tx& tx, const Bericht& bericht) const {
    if (!bericht.bundel) return std::nullopt;
    return find_zending(tx, Id<dichtbij::Zending>{*bericht.bundel});
}

std::vector<Bericht> VerzendService::berichten_of(store::Tx& tx, Id<dichtbij::Zending> id) const { return berichten_of_bundel(tx, id.bytes); }

Result<Stiltebeeld> VerzendService::stilte(const access::Caller& caller, Id<Gemeente> gemeente) const {
    if (!caller.is_system() && !access::is_active_in(caller, gemeente)) return not_found("gemeente " + gemeente.text());
    const Stiltestand stand = store_.read([&](store::Tx& tx) { return stilte_of(tx, gemeente); });
    return Stiltebeeld{stand.stilte, stand.versie};
}

Result<Done> VerzendService::set_stilte(const access::Caller& caller, Id<Gemeente> gemeente, const Stilte& stilte, std::int64_t versie) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    if (auto errors = problems(stilte); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const Stiltestand stand = stilte_of(tx, gemeente);
        if (stand.versie != versie) return conflict("quiet hours have another version", "fout.gewijzigd");
        if (stand.stilte == stilte) return Done{};
        put_stilte(tx, gemeente, stilte, versie + 1);
        plan_again(tx, gemeente);
        journal::Entry entry = journal::entry(caller, clock_.now(), "stille_uren.gewijzigd", gemeente, journal::Object::gemeente, gemeente.bytes);
        entry.kenmerken = {{"van", std::to_string(stilte.van)}, {"tot", std::to_string(stilte.tot)}, {"dagen", std::to_string(stilte.stille_dagen)}};
        journal::append(tx, entry);
        return Done{};
    });
}

}  // namespace dichtbij::bericht
