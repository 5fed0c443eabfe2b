#include <algorithm>

#include "klantcontact/betrokkene_store.h"
#include "klantcontact/klantcontact_service.h"
#include "klantcontact/klantcontact_store.h"
#include "klantcontact/telling_store.h"
#include "werk/nummer.h"
#include "werk/toegang_service.h"

namespace dichtbij::klantcontact {
namespace {

std::optional<Tijdplaats> place_of(const std::optional<Plaats>& before) {
    if (!before) return std::nullopt;
    return Tijdplaats{before->op, before->id};
}

int clamped(int limit) { return std::clamp(limit, 1, contacten_limit); }

}  // namespace

Result<Klantcontact> KlantcontactService::visible(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) const {
    auto found = find_klantcontact(tx, id);
    if (!found || found->verborgen_op) return not_found("klantcontact " + id.text());
    TRY_DONE(werk::may_know(caller, found->gemeente));
    return *found;
}

Result<Klantcontact> KlantcontactService::readable(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) const {
    TRY(Klantcontact found, visible(tx, caller, id));
    if (!may_read(tx, caller, found)) return forbidden("klantcontact " + id.text() + " is confidential");
    return found;
}

bool KlantcontactService::may_read(store::Tx& tx, const access::Caller& caller, const Klantcontact& one) const {
    if (caller.is_system() || one.door == caller.medewerker) return true;
    if (!access::may_read_domein(caller, one.domein)) return false;
    if (!one.inhoud.vertrouwelijk) return true;
    if (caller.applicatie) return caller.applicatie->vertrouwelijk;
    const auto werk = werk_.get(tx, caller, one.werk);
    return werk && werk_.may_act(tx, caller, *werk);
}

std::vector<Contactregel> KlantcontactService::seen(store::Tx& tx, const access::Caller& caller, const std::vector<Klantcontact>& found) const {
    std::vector<Contactregel> regels;
    for (const Klantcontact& one : found) {
        if (one.verborgen_op || !werk::may_know(caller, one.gemeente)) continue;
        const bool open = may_read(tx, caller, one);
        regels.push_back({open ? one : masked(one), !open});
    }
    return regels;
}

Contactpagina KlantcontactService::page(store::Tx& tx, const access::Caller& caller, std::vector<Klantcontact> found, int limit) const {
    Contactpagina pagina;
    if (static_cast<int>(found.size()) >= limit) {
        found.resize(static_cast<std::size_t>(limit));
        pagina.volgende = Plaats{found.back().inhoud.plaatsgevonden_op, found.back().id};
    }
    pagina.regels = seen(tx, caller, found);
    return pagina;
}

Result<KlantcontactBeeld> KlantcontactService::get(const access::Caller& caller, Id<dichtbij::Klantcontact> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, caller, id); });
}

Result<KlantcontactBeeld> KlantcontactService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Klantcontact> id) {
    TRY(Klantcontact found, readable(tx, caller, id));
    KlantcontactBeeld beeld;
    beeld.betrokkenen = betrokkenen_of(tx, id);
    Objecten objecten = objects_of(tx, id);
    beeld.onderwerpobjecten = std::move(objecten.onderwerpobjecten);
    beeld.bijlagen = std::move(objecten.bijlagen);
    beeld.metadata = metadata_of(tx, id);
    if (auto werk = werk_.get_masked(tx, caller, found.werk)) beeld.werk = *werk;
    if (found.versie > 1)
        for (Oude_versie& old : versies_of(tx, id)) beeld.versies.push_back({old.versie, old.vervangen_op, old.door, std::move(old.reden), std::move(old.inhoud)});
    std::vector<Id<Partij>> partijen;
    for (const Betrokkene& one : beeld.betrokkenen)
        if (one.partij) partijen.push_back(*one.partij);
    access::Inzage inzage;
    inzage.gemeente = found.gemeente;
    inzage.partijen = std::move(partijen);
    inzage.object_soort = "klantcontact";
    inzage.object = id.bytes;
    log_.record(caller, inzage);
    beeld.klantcontact = std::move(found);
    return beeld;
}

Contactpagina KlantcontactService::of_partijen(store::Tx& tx, const access::Caller& caller, std::span<const Id<Partij>> partijen, const std::optional<Plaats>& before, int limit) {
    std::vector<Klantcontact> found;
    for (const auto& partij : partijen) {
        auto rows = klantcontacten_of_partij(tx, partij, place_of(before), clamped(limit));
        std::move(rows.begin(), rows.end(), std::back_inserter(found));
    }
    const auto newer = [](const Klantcontact& a, const Klantcontact& b) {
        return std::pair(a.inhoud.plaatsgevonden_op, a.id) > std::pair(b.inhoud.plaatsgevonden_op, b.id);
    };
    if (partijen.size() > 1) {
        std::sort(found.begin(), found.end(), newer);
        found.erase(std::unique(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.id == b.id; }), found.end());
    }
    return page(tx, caller, std::move(found), clamped(limit));
}

Result<Contactpagina> KlantcontactService::of_gemeente(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const std::optional<Plaats>& before, int limit) {
    TRY_DONE(werk::may_know(caller, gemeente));
    return page(tx, caller, klantcontacten_of_gemeente(tx, gemeente, place_of(before), clamped(limit)), clamped(limit));
}

std::vector<Contactregel> KlantcontactService::of_gesprek(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Gesprek> gesprek) {
    return seen(tx, caller, klantcontacten_of_gesprek(tx, gesprek));
}

std::vector<Contactregel> KlantcontactService::by_nummer(store::Tx& tx, const access::Caller& caller, std::string_view typed) {
    const std::string nummer = werk::nummer_from(typed);
    return nummer.empty() ? std::vector<Contactregel>() : seen(tx, caller, find_by_nummer(tx, nummer));
}

std::vector<Contactregel> KlantcontactService::with_adres(store::Tx& tx, const access::Caller& caller, std::string_view zoekvorm, int limit) {
    return seen(tx, caller, klantcontacten_with_adres(tx, zoekvorm, clamped(limit)));
}

std::int64_t KlantcontactService::count_of_partijen(store::Tx& tx, std::span<const Id<Partij>> partijen) {
    std::int64_t count = 0;
    for (const auto& partij : partijen) count += count_of_partij(tx, partij);
    return count;
}

std::optional<Klantcontact> KlantcontactService::stored(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    auto found = find_klantcontact(tx, id);
    return found && found->verborgen_op ? std::nullopt : found;
}

std::optional<Klantcontact> KlantcontactService::of_werk(store::Tx& tx, Id<Werk> werk) {
    auto found = find_by_werk(tx, werk);
    return found && found->verborgen_op ? std::nullopt : found;
}

std::optional<Klantcontact> KlantcontactService::by_extern_id(store::Tx& tx, Id<Gemeente> gemeente, std::string_view extern_id) {
    return find_by_extern_id(tx, gemeente, extern_id);
}

std::vector<Betrokkene> KlantcontactService::betrokkenen(store::Tx& tx, Id<dichtbij::Klantcontact> id) { return betrokkenen_of(tx, id); }

std::vector<Klantcontact> KlantcontactService::after(store::Tx& tx, Id<dichtbij::Klantcontact> last, int limit) {
    return klantcontacten_after(tx, last, limit);
}

void note_taken(store::Tx& tx, Id<dichtbij::Klantcontact> id, int difference) { count_taken(tx, id, difference); }

}  // namespace dichtbij::klantcontact
