#include <algorithm>
#include <set>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "zaaktype/rechten_service.h"
#include "zaaktype/regels.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaaktype {
namespace {

using access::Caller;
using access::Rol;

constexpr std::size_t links_limit = 200;  // products, and subjects, of one case type

// Each once, and an active one of the gemeente.
template <class T, class Row>
void check_links(std::vector<FieldError>& fouten, std::string_view field, std::vector<Id<T>>& ids, const std::vector<Row>& active) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    if (ids.size() > links_limit) fouten.push_back({std::string(field), "fout.veld.te_veel", {std::to_string(links_limit)}});
    for (const Id<T>& id : ids) {
        if (std::any_of(active.begin(), active.end(), [&](const Row& row) { return row.id == id; })) continue;
        fouten.push_back({std::string(field), "fout.veld.onbekend", {}});
        return;
    }
}

// What is chosen must be right; that something is chosen is asked when it is published.
Result<Done> check_inrichting(store::Tx& tx, const Zaaktyperij& wanted, Inrichting& inrichting, Day today) {
    std::vector<FieldError> fouten;
    for (FieldError& fout : check_keuzes(tx, wanted, Zaaktype{}, today)) {
        const bool is_open = (fout.field == "team" && !wanted.team) || (fout.field == "proceseigenaar" && !wanted.proceseigenaar);
        if (!is_open) fouten.push_back(std::move(fout));
    }
    check_links(fouten, "producten", inrichting.producten, organisatie::products(tx, wanted.gemeente));
    check_links(fouten, "onderwerpen", inrichting.onderwerpen, organisatie::onderwerpen(tx, wanted.gemeente));
    if (!fouten.empty()) return invalid(std::move(fouten));
    return Done{};
}

template <class T>
std::string joined(const std::vector<Id<T>>& ids) {
    std::string list;
    for (const Id<T>& id : ids) list += (list.empty() ? "" : ",") + id.text();
    return list;
}

template <class T>
std::string text_of(const std::optional<Id<T>>& id) {
    return id ? id->text() : std::string();
}

}  // namespace

Result<Id<dichtbij::ZaaktypeVersie>> ZaaktypeService::add(const Caller& caller, Id<dichtbij::Gemeente> gemeente, Zaaktype wanted) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const Zaaktype inhoud = opgeschoond(std::move(wanted));
    if (auto fouten = vormfouten(inhoud); !fouten.empty()) return invalid(std::move(fouten));
    const Zaaktyperij row{ids_.make<dichtbij::Zaaktype>(), gemeente, inhoud.code, {}, {}, 0};
    const Versie versie = nieuwe_versie(ids_, now(), row.id, 1);
    return store_.write([&](store::Tx& tx) -> Result<Id<dichtbij::ZaaktypeVersie>> {
        const ZaaktypeStore rows(tx);
        if (rows.by_code(gemeente, inhoud.code)) return invalid("code", "zaaktype.fout.code_bezet");
        if (rows.count(gemeente) >= static_cast<std::int64_t>(zaaktypen_limit))
            return conflict("gemeente has the most case types there may be", "zaaktype.fout.te_veel_zaaktypen");
        rows.insert(row);
        rows.insert(versie, inhoud);
        note(tx, caller, now(), "zaaktype.ontwerp_begonnen", row, {{"nummer", "1"}});
        return versie.id;
    });
}

Result<Id<dichtbij::ZaaktypeVersie>> ZaaktypeService::start_ontwerp(const Caller& caller, Id<dichtbij::Zaaktype> id) const {
    const auto versie_id = ids_.make<dichtbij::ZaaktypeVersie>();
    return store_.write([&](store::Tx& tx) -> Result<Id<dichtbij::ZaaktypeVersie>> {
        const ZaaktypeStore rows(tx);
        TRY(const Zaaktyperij row, changeable(tx, caller, id));
        const auto versies = rows.versierijen(id);
        CHECK_THAT(!versies.empty());
        const Versie& last = versies.front().versie;
        if (last.status == Status::ontwerp) return conflict("case type " + id.text() + " has a draft", "zaaktype.fout.ontwerp_bestaat");
        Versie versie = nieuwe_versie(ids_, now(), id, last.nummer + 1);
        versie.id = versie_id;
        rows.insert(versie, lees_inhoud(rows.inhoud(last.id)));
        note(tx, caller, now(), "zaaktype.ontwerp_begonnen", row, {{"nummer", std::to_string(versie.nummer)}});
        return versie.id;
    });
}

Result<std::int64_t> ZaaktypeService::save_ontwerp(const Caller& caller, Id<dichtbij::ZaaktypeVersie> id, Zaaktype wanted,
                                                   std::int64_t revisie) const {
    const Zaaktype inhoud = opgeschoond(std::move(wanted));
    return store_.write([&](store::Tx& tx) -> Result<std::int64_t> {
        const ZaaktypeStore rows(tx);
        TRY(Plek plek, ontwerp(tx, caller, id));
        auto fouten = vormfouten(inhoud);
        if (inhoud.code != plek.zaaktype.code) fouten.push_back({"code", "zaaktype.fout.code_vast", {}});
        if (!fouten.empty()) return invalid(std::move(fouten));
        const Zaaktype before = lees_inhoud(rows.inhoud(id));
        if (plek.versie.revisie != revisie) return changed_meanwhile(before, inhoud);
        if (before == inhoud) return revisie;
        plek.versie.bron = Bron::medewerker;
        plek.versie.gewijzigd_op = now();
        CHECK_THAT(rows.update_ontwerp(plek.versie, inhoud));
        note(tx, caller, now(), "zaaktype.ontwerp_bewaard", plek.zaaktype,
             {{"nummer", std::to_string(plek.versie.nummer)}, {"velden", velden_van(before, inhoud)}});
        return revisie + 1;
    });
}

Result<Done> ZaaktypeService::withdraw_ontwerp(const Caller& caller, Id<dichtbij::ZaaktypeVersie> id, std::int64_t revisie) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const ZaaktypeStore rows(tx);
        TRY(const Plek plek, ontwerp(tx, caller, id));
        if (!rows.remove_ontwerp(id, revisie)) return conflict("draft " + id.text() + " was changed meanwhile", "fout.gewijzigd");
        if (rows.versierijen(plek.zaaktype.id).empty()) rows.remove(plek.zaaktype.id);
        note(tx, caller, now(), "zaaktype.ontwerp_ingetrokken", plek.zaaktype, {{"nummer", std::to_string(plek.versie.nummer)}});
        return Done{};
    });
}

Result<Done> ZaaktypeService::set_inrichting(const Caller& caller, Inrichting wanted) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const ZaaktypeStore rows(tx);
        TRY(Zaaktyperij row, changeable(tx, caller, wanted.zaaktype));
        Inrichting inrichting = wanted;
        row.team = inrichting.team;
        row.proceseigenaar = inrichting.proceseigenaar;
        TRY_DONE(check_inrichting(tx, row, inrichting, today()));
        row.versie = inrichting.versie;
        if (!rows.update(row)) return conflict("case type " + row.id.text() + " was changed meanwhile", "fout.gewijzigd");
        rows.set_links(inrichting);
        note(tx, caller, now(), "zaaktype.ingericht", row,
             {{"team", text_of(row.team)}, {"proceseigenaar", text_of(row.proceseigenaar)},
              {"producten", joined(inrichting.producten)}, {"onderwerpen", joined(inrichting.onderwerpen)}});
        return Done{};
    });
}

}  // namespace dichtbij::zaaktype
