#include "mijn/vraag_service.h"

#include <algorithm>

#include "bericht/bericht.h"
#include "organisatie/organisatie_service.h"
#include "portaal/bedrijfsrecht_service.h"
#include "werk/nummer.h"
#include "zaak/volgen_service.h"

namespace dichtbij::mijn {
namespace {

access::Caller reader() { return access::system_caller("portaal"); }

Vraagstand stand_of(const klantcontact::Klantcontact& one, const werk::Werk& werk) {
    if (werk.is_open()) return Vraagstand::loopt;
    if (one.afloop == klantcontact::Afloop::doorverwezen) return Vraagstand::doorverwezen;
    switch (werk.uitkomst.value_or(werk::Uitkomst::beantwoord)) {
        case werk::Uitkomst::doorverwezen: return Vraagstand::doorverwezen;
        case werk::Uitkomst::niet_bereikt: return Vraagstand::niet_bereikt;
        case werk::Uitkomst::beeindigd:
        case werk::Uitkomst::ingetrokken: return Vraagstand::gestopt;
        case werk::Uitkomst::beantwoord:
        case werk::Uitkomst::wordt_zaak: break;
    }
    return Vraagstand::beantwoord;
}

bool is_spoken(std::string_view kanaal) { return kanaal == "telefoon" || kanaal == "balie"; }

// An employee of a company who does not see everything sees what he asked himself; what became a case is told by the case.
bool mag_zien(store::Tx& tx, const portaal::Bedrijfsrecht& recht, Id<Klantcontact> id) { return recht.ziet_alles() || recht.is_eigen(tx, "klantcontact", id.bytes); }

void add_attempts(store::Tx& tx, Vraagbeeld& seen, const taak::TaakBeeld& taak) {
    for (const taak::Belpoging& one : taak.belpogingen) {
        const bool is_reached = one.resultaat == taak::Belresultaat::gesproken;
        seen.verloop.push_back({is_reached ? Vraagstap::gesproken : Vraagstap::geen_gehoor, one.op, organisatie::naam_of(tx, one.door), is_reached ? std::nullopt : one.volgende_op});
    }
}

}  // namespace

Vraagbeeld VraagService::beeld(store::Tx& tx, const klantcontact::Klantcontact& one) {
    const auto werk = in_.werk.stored(tx, one.werk);
    CHECK_THAT(werk.has_value());
    Vraagbeeld seen;
    seen.id = one.id;
    seen.werk = one.werk;
    seen.nummer = werk->soort == werk::Soort::taak ? werk->nummer : one.nummer;
    seen.onderwerp = one.inhoud.onderwerp;
    seen.kanaal = one.inhoud.kanaal;
    // What an employee took down is his note; what the resident wrote here himself are his words.
    if (!one.door && one.inhoud.kanaal == bericht::mijn_dichtbij) seen.woorden = one.inhoud.inhoud;
    seen.stand = stand_of(one, *werk);
    seen.gesteld_op = one.inhoud.plaatsgevonden_op;
    seen.klaar_op = werk->gesloten_op;
    seen.behandelaar = organisatie::naam_of(tx, werk->eigenaar);
    const auto helper = organisatie::medewerker(tx, organisatie::acting_for(tx, werk->eigenaar, day_of(in_.clock.now())));
    if (helper) seen.telefoon = helper->telefoon;
    seen.is_aanvaard = werk->aanvaard_op.has_value();
    seen.bellen = is_spoken(one.inhoud.kanaal);
    seen.vertrouwelijk = !werk->domein.empty() || !one.domein.empty();
    if (werk->soort == werk::Soort::zaak) seen.zaak = Id<dichtbij::Zaak>{werk->object};
    if (one.afloop != klantcontact::Afloop::doorgezet) {
        seen.antwoord = one.inhoud.reactie;
        seen.verwezen_naar = one.inhoud.verwezen_naar;
    }
    seen.verloop.push_back({Vraagstap::gesteld, seen.gesteld_op, {}, {}});
    if (one.afloop == klantcontact::Afloop::doorgezet) {
        if (werk->aanvaard_op) seen.verloop.push_back({Vraagstap::aanvaard, *werk->aanvaard_op, seen.behandelaar, {}});
        else if (werk->is_open()) seen.verloop.push_back({Vraagstap::doorgezet, one.geregistreerd_op, seen.behandelaar, {}});
        const auto taken = in_.taken.of_klantcontact(tx, one.id);
        for (const taak::Taak& taak : taken) {
            const auto whole = in_.taken.get(tx, reader(), taak.id);
            if (!whole) continue;
            add_attempts(tx, seen, *whole);
            if (!werk->is_open() && taak.inwoner_weet_het.value_or(true) && !taak.antwoord.empty()) seen.antwoord = taak.antwoord;
        }
        const auto toezeggingen = in_.werk.toezeggingen(tx, one.werk);
        for (auto it = toezeggingen.rbegin(); it != toezeggingen.rend(); ++it) seen.beloften.push_back(zaak::volgbelofte_van(*it));
        if (werk->is_open() && !seen.beloften.empty()) {
            seen.belofte = seen.beloften.front();
            seen.belofte_gemist = toezeggingen.back().beloofd_op < in_.clock.now();
        }
    }
    if (werk->gesloten_op) seen.verloop.push_back({Vraagstap::klaar, *werk->gesloten_op, {}, {}});
    std::stable_sort(seen.verloop.begin(), seen.verloop.end(), [](const auto& a, const auto& b) { return a.op < b.op; });
    return seen;
}

std::vector<Vraagbeeld> VraagService::all(store::Tx& tx, const portaal::Inwoner& inwoner, int limit) {
    std::vector<Vraagbeeld> list;
    if (!inwoner.is_ingelogd() || !inwoner.is_bekend()) return list;
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    std::optional<klantcontact::Plaats> before;
    do {
        auto page = in_.contacten.of_partijen(tx, reader(), inwoner.van, before, std::min(limit, klantcontact::contacten_limit));
        for (const auto& row : page.regels) {
            if (static_cast<int>(list.size()) >= limit) return list;
            if (row.klantcontact.gemeente == inwoner.gemeente && mag_zien(tx, recht, row.klantcontact.id)) list.push_back(beeld(tx, row.klantcontact));
        }
        before = page.volgende;
    } while (before);
    return list;
}

std::vector<Vraagbeeld> VraagService::of(store::Tx& tx, const portaal::Inwoner& inwoner, int limit) {
    std::vector<Vraagbeeld> list;
    if (!inwoner.is_ingelogd() || !inwoner.is_bekend()) return list;
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    for (const werk::Werk& open : in_.werk.open_of_partijen(tx, reader(), inwoner.van, limit)) {
        if (open.soort == werk::Soort::zaak || open.is_intern() || open.gemeente != inwoner.gemeente) continue;
        if (const auto one = in_.contacten.of_werk(tx, open.id); one && mag_zien(tx, recht, one->id)) list.push_back(beeld(tx, *one));
    }
    const int room = std::min(limit - static_cast<int>(list.size()), klantcontact::contacten_limit);
    if (room <= 0) return list;
    for (const auto& row : in_.contacten.of_partijen(tx, reader(), inwoner.van, {}, room).regels) {
        if (row.klantcontact.gemeente != inwoner.gemeente || row.klantcontact.afloop == klantcontact::Afloop::beeindigd) continue;
        if (!mag_zien(tx, recht, row.klantcontact.id)) continue;
        const Vraagbeeld one = beeld(tx, row.klantcontact);
        if (!one.is_open() && !one.zaak) list.push_back(one);
    }
    return list;
}

std::optional<klantcontact::Klantcontact> VraagService::find(store::Tx& tx, Id<Gemeente> gemeente, std::string_view typed) {
    for (auto& row : in_.contacten.by_nummer(tx, reader(), typed))
        if (row.klantcontact.gemeente == gemeente) return std::move(row.klantcontact);
    for (const werk::Werk& werk : in_.werk.by_nummer(tx, reader(), typed))
        if (werk.gemeente == gemeente && werk.soort == werk::Soort::taak && !werk.is_intern()) return in_.contacten.of_werk(tx, werk.id);
    return std::nullopt;
}

Result<Vraagbeeld> VraagService::get(store::Tx& tx, const portaal::Inwoner& inwoner, std::string_view nummer) {
    const auto found = gevonden(tx, find(tx, inwoner.gemeente, nummer));
    if (!found || !inwoner.mag_volgen("klantcontact", found->beeld.id.bytes)) return not_found("question " + std::string(nummer));
    if (!inwoner.is_ingelogd()) return found->domein.empty() ? Result<Vraagbeeld>(found->beeld) : not_found("confidential question");
    const bool is_his = std::any_of(found->van.begin(), found->van.end(), [&](const auto& one) { return std::find(inwoner.van.begin(), inwoner.van.end(), one) != inwoner.van.end(); });
    if (!is_his) return not_found("no question of his: " + std::string(nummer));
    // Where it became a case the page leads there, and the case asks.
    if (!found->beeld.zaak && !mag_zien(tx, portaal::Bedrijfsrecht::of(tx, inwoner), found->beeld.id)) return not_found("not for this employee of the company: " + std::string(nummer));
    return found->beeld;
}

std::optional<Id<Klantcontact>> VraagService::of_werk(store::Tx& tx, Id<Werk> werk) {
    const auto one = in_.contacten.of_werk(tx, werk);
    return one ? std::optional(one->id) : std::nullopt;
}

std::optional<VraagService::Gevonden> VraagService::gevonden(store::Tx& tx, const std::optional<klantcontact::Klantcontact>& one) {
    if (!one) return std::nullopt;
    Gevonden found;
    found.beeld = beeld(tx, *one);
    found.domein = one->domein.empty() && one->inhoud.vertrouwelijk ? "vertrouwelijk" : one->domein;
    for (const auto& who : in_.contacten.betrokkenen(tx, one->id))
        if (who.partij) found.van.push_back(*who.partij);
    return found;
}

std::optional<VraagService::Gevonden> VraagService::by_nummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) { return gevonden(tx, find(tx, gemeente, nummer)); }

std::optional<VraagService::Gevonden> VraagService::by_id(store::Tx& tx, Id<Gemeente> gemeente, Id<Klantcontact> id) {
    auto one = in_.contacten.stored(tx, id);
    return one && one->gemeente == gemeente ? gevonden(tx, one) : std::nullopt;
}

}  // namespace dichtbij::mijn
