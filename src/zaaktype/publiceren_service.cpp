#include <algorithm>

#include "zaaktype/rechten_service.h"
#include "zaaktype/regels.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaaktype {

using access::Caller;

namespace {

// The published version that has not ended; there is at most one.
std::optional<Versie> in_force(store::Tx& tx, Id<dichtbij::Zaaktype> id, Day today) {
    for (const Versierij& found : ZaaktypeStore(tx).versierijen(id))
        if (staat_van(found.versie, today) == Staat::gepubliceerd) return found.versie;
    return std::nullopt;
}

}  // namespace

Result<Done> ZaaktypeService::publish(const Caller& caller, Id<dichtbij::ZaaktypeVersie> id, std::int64_t revisie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const ZaaktypeStore rows(tx);
        TRY(Plek plek, ontwerp(tx, caller, id));
        if (plek.versie.revisie != revisie) return conflict("draft " + id.text() + " was changed meanwhile", "fout.gewijzigd");
        const Zaaktype inhoud = lees_inhoud(rows.inhoud(id));
        auto fouten = zaaktype::ontbrekend(inhoud);
        for (FieldError& fout : check_keuzes(tx, plek.zaaktype, inhoud, today())) fouten.push_back(std::move(fout));
        if (!fouten.empty()) return invalid(std::move(fouten));
        if (const auto before = in_force(tx, plek.zaaktype.id, today())) rows.set_geldig_tot(before->id, today());
        plek.versie.gepubliceerd_op = now();
        plek.versie.geldig_van = today();
        CHECK_THAT(rows.publish(plek.versie));
        note(tx, caller, now(), "zaaktype.gepubliceerd", plek.zaaktype, {{"nummer", std::to_string(plek.versie.nummer)}});
        return Done{};
    });
}

Result<Done> ZaaktypeService::end(const Caller& caller, Id<dichtbij::Zaaktype> id, std::optional<Day> first_day_out, std::int64_t versie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const ZaaktypeStore rows(tx);
        TRY(const Zaaktyperij row, changeable(tx, caller, id));
        const auto current = in_force(tx, id, today());
        if (!current) return conflict("case type " + id.text() + " is not published", "zaaktype.fout.geldt_niet");
        if (first_day_out && *first_day_out < today()) return invalid("geldig_tot", "zaaktype.fout.dag_voorbij");
        if (row.versie != versie) return conflict("case type " + id.text() + " was changed meanwhile", "fout.gewijzigd");
        if (current->geldig_tot == first_day_out) return Done{};
        CHECK_THAT(rows.update(row));
        rows.set_geldig_tot(current->id, first_day_out);
        Kenmerkenlijst kenmerken{{"nummer", std::to_string(current->nummer)}};
        if (first_day_out) kenmerken.emplace_back("geldig_tot", to_iso(*first_day_out));
        note(tx, caller, now(), first_day_out ? "zaaktype.beeindigd" : "zaaktype.einde_ingetrokken", row, std::move(kenmerken));
        return Done{};
    });
}

}  // namespace dichtbij::zaaktype
