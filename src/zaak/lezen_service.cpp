#include <algorithm>

#include "werk/nummer.h"
#include "werk/toegang_service.h"
#include "zaak/besluit_store.h"
#include "zaak/lijst_store.h"
#include "zaak/termijn_store.h"
#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {

// For who may read it; not a reading in detail.
Result<Zaak> ZaakService::readable(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id) const {
    auto zaak = find_zaak(tx, id);
    if (!zaak) return not_found("zaak " + id.text());
    TRY(const werk::Werk werk, werk_.get(tx, caller, zaak->werk));
    zaak->domein = werk.domein;
    return *zaak;
}

Zaakregel ZaakService::regel(store::Tx& tx, const access::Caller& caller, Zaak zaak) const {
    const auto werk = werk_.stored(tx, zaak.werk);
    CHECK_THAT(werk.has_value());
    if (!access::may_read_domein(caller, werk->domein)) return {masked(zaak), werk::masked(*werk), true};
    zaak.domein = werk->domein;
    return {std::move(zaak), *werk, false};
}

Result<std::optional<TermijnBeeld>> ZaakService::termijn_beeld(store::Tx& tx, const Zaak& zaak, const zaaktype::Zaaktype& type) const {
    Termijn termijn = termijn_of(tx, zaak, type);
    if (!wettelijke_termijn(termijn)) return std::optional<TermijnBeeld>();
    TermijnBeeld beeld;
    TRY(beeld.einde, laatste_dag(termijn));
    if (zaak.opgeschort) {
        TRY(const norm::Einde expected, laatste_dag_als_hervat(termijn, day_of(clock_.now())));
        beeld.verwacht = expected.datum;
    }
    const auto by_decision = std::count_if(termijn.verlengingen.begin(), termijn.verlengingen.end(), [](const auto& one) { return one.grond == Verlengingsgrond::besluit; });
    beeld.verlengingen_over = std::max(0, type.verlengen.keren - static_cast<int>(by_decision));
    beeld.opschortingen = std::move(termijn.opschortingen);
    std::stable_sort(beeld.opschortingen.begin(), beeld.opschortingen.end(), [](const auto& a, const auto& b) { return a.van < b.van; });
    beeld.verlengingen = std::move(termijn.verlengingen);
    return beeld;
}

Result<ZaakBeeld> ZaakService::get(const access::Caller& caller, Id<dichtbij::Zaak> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, caller, id); });
}

Result<ZaakBeeld> ZaakService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id) {
    ZaakBeeld beeld;
    TRY(beeld.zaak, readable(tx, caller, id));
    TRY(beeld.werk, werk_.get(tx, caller, beeld.zaak.werk));
    TRY(zaaktype::Versieblad blad, zaaktype::versie(tx, beeld.zaak.zaaktype_versie));
    beeld.zaaktype = std::move(blad.inhoud);
    beeld.statussen = statussen_of(tx, id);
    beeld.rollen = rollen_of(tx, id);
    beeld.eigenschappen = eigenschappen_of(tx, id);
    for (Besluit& one : besluiten_of(tx, id)) {
        BesluitBeeld seen{std::move(one), {}};
        if (seen.besluit.reactie_datum) {
            TRY(norm::Einde einde, reactietermijn(*seen.besluit.verzonden_datum));
            seen.bezwaartermijn = std::move(einde.explanation);
        }
        beeld.besluiten.push_back(std::move(seen));
    }
    for (Zaaktaak& one : zaaktaken_of(tx, id)) {
        const auto werk = werk_.get_masked(tx, caller, one.werk);
        CHECK_THAT(werk.has_value());
        beeld.taken.push_back({std::move(one), *werk});
    }
    TRY(beeld.termijn, termijn_beeld(tx, beeld.zaak, beeld.zaaktype));
    beeld.dwangsom = dwangsom_of(tx, beeld.zaak);
    if (beeld.zaak.hoofdzaak)
        if (auto found = find_zaak(tx, *beeld.zaak.hoofdzaak)) beeld.hoofdzaak = regel(tx, caller, std::move(*found));
    for (Zaak& one : deelzaken_of(tx, id)) beeld.deelzaken.push_back(regel(tx, caller, std::move(one)));
    for (const Relatie& one : relaties_of(tx, id))
        if (auto found = find_zaak(tx, one.andere)) beeld.relaties.emplace_back(one, regel(tx, caller, std::move(*found)));
    beeld.mag_handelen = werk_.may_act(tx, caller, beeld.werk);
    beeld.schrijft_inwoner = ontvanger(tx, beeld.zaak, day_of(clock_.now())).has_value();
    record_reading(caller, beeld.zaak, beeld.rollen, "zaak", id.bytes);
    return beeld;
}

void ZaakService::record_reading(const access::Caller& caller, const Zaak& zaak, const std::vector<Rol>& rollen, std::string_view soort, const Uuid& object) const {
    access::Inzage inzage;
    inzage.gemeente = zaak.gemeente;
    for (const Rol& rol : rollen)
        if (rol.partij && std::find(inzage.partijen.begin(), inzage.partijen.end(), *rol.partij) == inzage.partijen.end()) inzage.partijen.push_back(*rol.partij);
    inzage.object_soort = soort;
    inzage.object = object;
    log_.record(caller, inzage);
}

Result<Zaakregel> ZaakService::get_masked(const access::Caller& caller, Id<dichtbij::Zaak> id) {
    return store_.read([&](store::Tx& tx) { return get_masked(tx, caller, id); });
}

Result<Zaakregel> ZaakService::get_masked(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id) {
    auto zaak = find_zaak(tx, id);
    if (!zaak) return not_found("zaak " + id.text());
    TRY_DONE(werk::may_know(caller, zaak->gemeente));
    return regel(tx, caller, std::move(*zaak));
}

Result<std::vector<journal::Line>> ZaakService::timeline(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id, std::optional<std::int64_t> before,
                                                         int limit) {
    TRY(const Zaak zaak, readable(tx, caller, id));
    return werk_.timeline(tx, caller, zaak.werk, before, limit);
}

Result<Zakenpagina> ZaakService::list(const access::Caller& caller, const Zakenvraag& vraag) {
    return store_.read([&](store::Tx& tx) { return list(tx, caller, vraag); });
}

Result<Zakenpagina> ZaakService::list(store::Tx& tx, const access::Caller& caller, const Zakenvraag& vraag) {
    TRY_DONE(werk::may_know(caller, vraag.gemeente));
    Zakenvraag asked = vraag;
    asked.limit = std::clamp(vraag.limit, 1, zaken_limit);
    const auto familie = vraag.partij ? partijen_.familie(tx, *vraag.partij) : std::vector<Id<Partij>>();
    Zakenpagina pagina;
    const auto rows = read_page(tx, caller, asked, familie, day_of(clock_.now()));
    for (const Lijstrij& row : rows) pagina.regels.push_back(regel(tx, caller, find_zaak(tx, row.zaak).value()));
    if (static_cast<int>(rows.size()) == asked.limit) pagina.volgende = Plaats{rows.back().sleutel, rows.back().plaats};
    return pagina;
}

std::vector<Zaakregel> ZaakService::of_partijen(store::Tx& tx, const access::Caller& caller, const std::vector<Id<Partij>>& partijen, int limit) {
    std::vector<Zaakregel> seen;
    for (Zaak& one : zaken_of_partijen(tx, partijen, day_of(clock_.now()), std::clamp(limit, 1, zaken_limit)))
        if (werk::may_know(caller, one.gemeente)) seen.push_back(regel(tx, caller, std::move(one)));
    return seen;
}

std::vector<Zaakregel> ZaakService::by_nummer(store::Tx& tx, const access::Caller& caller, std::string_view typed) {
    const std::string nummer = werk::nummer_from(typed);
    std::vector<Zaakregel> seen;
    if (nummer.empty()) return seen;
    for (Zaak& one : zaken_by_nummer(tx, nummer))
        if (werk::may_know(caller, one.gemeente)) seen.push_back(regel(tx, caller, std::move(one)));
    return seen;
}

std::optional<Zaak> ZaakService::stored(store::Tx& tx, Id<dichtbij::Zaak> id) {
    auto zaak = find_zaak(tx, id);
    return zaak ? std::optional(seen(tx, std::move(*zaak))) : std::nullopt;
}

std::optional<Zaak> ZaakService::of_werk(store::Tx& tx, Id<Werk> werk) {
    auto zaak = find_zaak_of_werk(tx, werk);
    return zaak ? std::optional(seen(tx, std::move(*zaak))) : std::nullopt;
}

std::optional<Zaaktaak> ZaakService::taak_of_werk(store::Tx& tx, Id<Werk> werk) { return find_zaaktaak_of_werk(tx, werk); }

std::optional<Zaak> ZaakService::by_nummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    for (Zaak& one : zaken_by_nummer(tx, werk::nummer_from(nummer)))
        if (one.gemeente == gemeente) return seen(tx, std::move(one));
    return std::nullopt;
}

std::vector<Rol> ZaakService::rollen(store::Tx& tx, Id<dichtbij::Zaak> id) { return rollen_of(tx, id); }

std::optional<Rol> ZaakService::rol_van(store::Tx& tx, Id<dichtbij::Zaak> id, Id<Partij> partij, Day day) {
    const auto familie = partijen_.familie(tx, partij);
    for (Rol& rol : rollen_of(tx, id))
        if (rol.partij && rol.geldt_op(day) && std::find(familie.begin(), familie.end(), *rol.partij) != familie.end()) return std::move(rol);
    return std::nullopt;
}

std::vector<Zaak> ZaakService::after(store::Tx& tx, Id<dichtbij::Zaak> last, int limit) {
    auto found = zaken_after(tx, last, limit);
    for (Zaak& one : found) one = seen(tx, std::move(one));
    return found;
}

}  // namespace dichtbij::zaak
